// Conditional formats of a range: a formula of one's own, or a scale of two colours.
import type { GridCondition, GridRule, Zone } from "../grid-types";
import { intersection } from "./address";
import type { Book } from "./book";
import { invalid, type Kind, missing, type Node, NULL } from "./kinds";
import { type RangeNode, range } from "./range";

interface ConditionNode extends Node {
  readonly sheet: string;
  readonly id: string;
  readonly type: "Custom" | "ColorScale";
}
interface ListNode extends Node {
  readonly sheet: string;
  readonly zone: Zone;
}

const of = (o: ConditionNode, book: Book) => book.condition(o.sheet, o.id);
const color = (text: string): string =>
  /^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : invalid(`colour ${text}: write #RRGGBB`);

type OwnFormula = Extract<GridRule, { formula: string }>;

/** Colours may be set before the formula. */
const ownRule = (rule: GridCondition["rule"]): OwnFormula =>
  rule !== "other" && "formula" in rule ? rule : { formula: "" };

function change(o: ConditionNode, book: Book, own: Partial<OwnFormula>): void {
  const condition = of(o, book);
  book.putCondition({ ...condition, rule: { ...ownRule(condition.rule), ...own } });
}

const node = ({ sheet, id, rule }: GridCondition): ConditionNode => ({
  kind: conditionKind as Kind,
  sheet,
  id,
  type: rule !== "other" && "low" in rule ? "ColorScale" : "Custom",
});

/** Those that reach into the range, as Excel lists them. */
const within = ({ sheet, zone }: ListNode, book: Book): readonly GridCondition[] =>
  book.conditions(sheet).filter((condition) => intersection(condition.zone, zone));

function add(o: ListNode, book: Book, type: string): ConditionNode {
  if (type !== "Custom" && type !== "ColorScale") book.unsupported(`ConditionalFormatType.${type}`);
  const taken = (id: string) =>
    book.sheets().some((sheet) => book.conditions(sheet.id).some((condition) => condition.id === id));
  const id = book.newId("cf-", taken);
  const made = { id, sheet: o.sheet, zone: o.zone, rule: "other" } as const;
  book.putCondition(made);
  return { ...node(made), type: type as ConditionNode["type"] };
}

const child = (kind: Kind<ConditionNode>) => (o: ConditionNode) => ({ ...o, kind: kind as Kind });

const only =
  (type: ConditionNode["type"], kind: () => Kind<ConditionNode>) =>
  (o: ConditionNode, book: Book): Node =>
    o.type === type
      ? { ...o, kind: kind() as Kind }
      : book.unsupported(`ConditionalFormat.${type} of another type`);

const conditionKind: Kind<ConditionNode> = {
  name: "ConditionalFormat",
  id: (o) => o.id,
  get: { id: (o) => o.id, type: (o) => o.type },
  child: { custom: only("Custom", () => customKind), colorScale: only("ColorScale", () => scaleKind) },
  call: {
    delete: (o, book) => book.deleteCondition(of(o, book)),
    getRange: (o, book) => range(o.sheet, of(o, book).zone),
    getRangeOrNullObject: (o, book) => range(o.sheet, of(o, book).zone),
  },
};

const ruleKind: Kind<ConditionNode> = {
  name: "ConditionalFormatRule",
  get: { formula: (o, book) => ownRule(of(o, book).rule).formula },
  set: {
    formula: (o, book, formula: string) => {
      if (!formula.startsWith("=") || !book.parses(formula)) invalid(`no formula: ${formula}`);
      change(o, book, { formula });
    },
  },
};

const fontKind: Kind<ConditionNode> = {
  name: "ConditionalRangeFont",
  get: { color: (o, book) => ownRule(of(o, book).rule).color ?? "" },
  set: { color: (o, book, value: string) => change(o, book, { color: color(value) }) },
};

const fillKind: Kind<ConditionNode> = {
  name: "ConditionalRangeFill",
  get: { color: (o, book) => ownRule(of(o, book).rule).fill ?? "" },
  set: { color: (o, book, value: string) => change(o, book, { fill: color(value) }) },
};

const formatKind: Kind<ConditionNode> = {
  name: "ConditionalRangeFormat",
  child: { font: child(fontKind), fill: child(fillKind) },
};

const customKind: Kind<ConditionNode> = {
  name: "CustomConditionalFormat",
  child: { rule: child(ruleKind), format: child(formatKind) },
};

interface Criterion {
  readonly type?: string;
  readonly color?: string;
}

const scaleKind: Kind<ConditionNode> = {
  name: "ColorScaleConditionalFormat",
  get: {
    criteria: (o, book) => {
      const { rule } = of(o, book);
      if (rule === "other" || !("low" in rule)) return null;
      return {
        minimum: { type: "LowestValue", color: rule.low },
        maximum: { type: "HighestValue", color: rule.high },
      };
    },
    threeColorScale: () => false,
  },
  set: {
    criteria: (o, book, given: { minimum?: Criterion; midpoint?: Criterion; maximum?: Criterion }) => {
      const { minimum, midpoint, maximum } = given;
      if (midpoint || minimum?.type !== "LowestValue" || maximum?.type !== "HighestValue")
        book.unsupported("ConditionalColorScaleCriteria (lowest to highest value only)");
      const rule = { low: color(minimum?.color ?? ""), high: color(maximum?.color ?? "") };
      book.putCondition({ ...of(o, book), rule });
    },
  },
};

export const conditionsKind: Kind<ListNode> = {
  name: "ConditionalFormatCollection",
  items: (o, book) => within(o, book).map(node),
  call: {
    add,
    getCount: (o, book) => within(o, book).length,
    getItem: (o, book, id: string) => find(o, book, id) ?? missing(id),
    getItemOrNullObject: (o, book, id: string) => find(o, book, id) ?? NULL,
    clearAll: (o, book) => {
      for (const condition of within(o, book)) book.deleteCondition(condition);
    },
  },
};

function find(o: ListNode, book: Book, id: string): ConditionNode | undefined {
  const found = within(o, book).find((condition) => condition.id === id);
  return found && node(found);
}

export const conditionsOf = ({ sheet, zone }: RangeNode): ListNode => ({
  kind: conditionsKind as Kind,
  sheet,
  zone,
});
