// Conditional format rules: the builder a script talks to, and the rules of a sheet.
import type { GridCondition, GridRule } from "../grid-types";
import { printZone } from "./a1";
import { Exception, Service } from "./guard";
import { Range } from "./range";
import type { Sheet } from "./sheet";

type When = { readonly text: string } | { readonly above: number };

interface Plan {
  readonly ranges: readonly Range[];
  readonly when?: When;
  readonly fill?: string;
  readonly color?: string;
  readonly low?: string;
  readonly high?: string;
}

const color = (given: string): string => {
  if (!/^#[0-9a-f]{6}$/i.test(given)) throw new Exception(`Invalid color: ${given}`);
  return given.toUpperCase();
};

export class ConditionalFormatRuleBuilder extends Service {
  #plan: Plan = { ranges: [] };

  constructor() {
    super("ConditionalFormatRuleBuilder");
  }
  setRanges(ranges: Range[]): this {
    return this.#with({ ranges });
  }
  whenTextEqualTo(text: string): this {
    return this.#with({ when: { text } });
  }
  whenNumberGreaterThan(above: number): this {
    return this.#with({ when: { above } });
  }
  setBackground(fill: string): this {
    return this.#with({ fill: color(fill) });
  }
  setFontColor(given: string): this {
    return this.#with({ color: color(given) });
  }
  setGradientMinpoint(low: string): this {
    return this.#with({ low: color(low) });
  }
  setGradientMaxpoint(high: string): this {
    return this.#with({ high: color(high) });
  }
  build(): ConditionalFormatRule {
    const { ranges, when, fill, color: own, low, high } = this.#plan;
    const [range, ...others] = ranges;
    if (!range) throw new Exception("Conditional format rule must have ranges.");
    if (others.length > 0)
      range.sheet.desk.guard.missing("ConditionalFormatRuleBuilder.setRanges (beberapa rentang)");
    if (low && high) return new ConditionalFormatRule(range, { low, high });
    if (!when) throw new Exception("Conditional format rule must have a condition.");
    const formula = formulaOf(when, range);
    return new ConditionalFormatRule(range, {
      formula,
      ...(fill && { fill }),
      ...(own && { color: own }),
    });
  }

  #with(change: Partial<Plan>): this {
    this.#plan = { ...this.#plan, ...change };
    return this;
  }
}

/** The grid knows formulas; text equals without regard to case, and only a number is greater than a number. */
function formulaOf(when: When, { zone }: Range): string {
  const cell = printZone({ ...zone, rows: 1, columns: 1 });
  if ("text" in when) return `=${cell}="${when.text.replace(/"/g, '""')}"`;
  return `=AND(ISNUMBER(${cell}),${cell}>${when.above})`;
}

export class ConditionalFormatRule extends Service {
  constructor(
    readonly range: Range,
    readonly rule: GridRule | "other",
    /** Of a rule the sheet has. */
    readonly id?: string,
  ) {
    super("ConditionalFormatRule");
  }
  getRanges(): Range[] {
    return [this.range];
  }
  getBooleanCondition(): BooleanCondition | null {
    const { rule } = this;
    return rule !== "other" && "formula" in rule ? new BooleanCondition(rule, this.range) : null;
  }
  getGradientCondition(): GradientCondition | null {
    const { rule } = this;
    return rule !== "other" && "low" in rule ? new GradientCondition(rule) : null;
  }
}

type OwnFormula = Extract<GridRule, { formula: string }>;

/** The formula a rule was given to the grid as, read back. */
export class BooleanCondition extends Service {
  readonly #sort: string;
  readonly #value: string | number;

  constructor(
    readonly rule: OwnFormula,
    range: Range,
  ) {
    super("BooleanCondition");
    const cell = printZone({ ...range.zone, rows: 1, columns: 1 });
    const [is, above] = [`=${cell}="`, `=AND(ISNUMBER(${cell}),${cell}>`];
    const { formula } = rule;
    if (formula.startsWith(is))
      [this.#sort, this.#value] = ["TEXT_EQUAL_TO", formula.slice(is.length, -1).replace(/""/g, '"')];
    else if (formula.startsWith(above))
      [this.#sort, this.#value] = ["NUMBER_GREATER_THAN", Number(formula.slice(above.length, -1))];
    else [this.#sort, this.#value] = ["CUSTOM_FORMULA", formula];
  }
  getCriteriaType(): string {
    return this.#sort;
  }
  getCriteriaValues(): (string | number)[] {
    return [this.#value];
  }
  /** Google answers colours in small letters. */
  getBackground(): string | null {
    return this.rule.fill?.toLowerCase() ?? null;
  }
  getFontColor(): string | null {
    return this.rule.color?.toLowerCase() ?? null;
  }
}

export class GradientCondition extends Service {
  constructor(readonly rule: Extract<GridRule, { low: string }>) {
    super("GradientCondition");
  }
  getMinColor(): string {
    return this.rule.low.toLowerCase();
  }
  getMaxColor(): string {
    return this.rule.high.toLowerCase();
  }
}

export const rulesOf = (sheet: Sheet): ConditionalFormatRule[] =>
  sheet.desk.grid
    .conditions(sheet.id)
    .map(({ id, zone, rule }) => new ConditionalFormatRule(new Range(sheet, zone), rule, id));

/** The whole list anew, as in Google: what is missing from it goes. */
export function setRules(sheet: Sheet, rules: readonly ConditionalFormatRule[]): void {
  const { desk, id: own } = sheet;
  if (rules.some(({ range }) => range.sheet.id !== own))
    throw new Exception("Conditional format rule cannot reference a different sheet.");
  const kept = new Set(rules.map(({ id }) => id));
  const had = desk.grid.conditions(own);
  const taken = new Set(
    desk.grid.sheets().flatMap(({ id }) => desk.grid.conditions(id).map((one) => one.id)),
  );
  let number = 0;
  const added = rules.flatMap(({ id, range, rule }) => {
    if (id !== undefined || rule === "other") return [];
    do number += 1;
    while (taken.has(`cf${number}`));
    return [{ do: "condition", sheet: own, zone: range.zone, id: `cf${number}`, rule } as const];
  });
  const removed = had.filter(({ id }: GridCondition) => !kept.has(id));
  desk.edit(...removed.map(({ id }) => ({ do: "deleteCondition", sheet: own, id }) as const), ...added);
}
