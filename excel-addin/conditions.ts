// Conditional formats of a table, in Excel: words and shares by a formula of their own, heat maps by a colour scale.
import { addressOf, placeOf } from "../core/block";
import type { Drawn } from "../core/tables/drawn";
import type { When } from "../core/tables/model";
import type { Painted } from "../core/tables/paint";

type Conditions = NonNullable<Painted["conditions"]>;

/** For the first cell of its range. A text is above every number in Excel, so a number is asked for. */
function formulaOf(condition: Exclude<Conditions[number], { when: "scale" }>): string {
  const cell = addressOf(condition.area.row, condition.area.column);
  return condition.when === "is"
    ? `=${cell}="${condition.text.replace(/"/g, '""')}"`
    : `=AND(ISNUMBER(${cell}),${cell}>${condition.value})`;
}

/** Answers them with the id to be loaded: the way back deletes them by it. */
export const addConditions = (sheet: Excel.Worksheet, conditions: Conditions): Excel.ConditionalFormat[] =>
  conditions.map((condition) => {
    const { row, column, rows, columns } = condition.area;
    const formats = sheet.getRangeByIndexes(row, column, rows, columns).conditionalFormats;
    if (condition.when === "scale") {
      const scale = formats.add("ColorScale");
      scale.colorScale.criteria = {
        minimum: { type: "LowestValue", color: condition.low },
        maximum: { type: "HighestValue", color: condition.high },
      };
      return scale.load("id");
    }
    const own = formats.add("Custom");
    own.custom.format.font.color = condition.color;
    own.custom.format.fill.color = condition.fill;
    own.custom.rule.formula = formulaOf(condition);
    return own.load("id");
  });

/** What a formula made here says of the first cell of its range. */
function saidBy(
  formula: string,
  cell: string,
): { when: "is"; text: string } | { when: "above"; value: number } | undefined {
  const [is, above] = [`=${cell}="`, `=AND(ISNUMBER(${cell}),${cell}>`];
  if (formula.startsWith(is)) return { when: "is", text: formula.slice(is.length, -1).replace(/""/g, '"') };
  return formula.startsWith(above)
    ? { when: "above", value: Number(formula.slice(above.length, -1)) }
    : undefined;
}

/** Asks what the formats are; the answer, after the next sync, leaves out those of another sort. */
export function askConditions(formats: readonly Excel.ConditionalFormat[]): () => Drawn["conditions"] {
  const asked = formats
    .filter(({ type }) => type === "Custom" || type === "ColorScale")
    .map((format) => {
      const range = format.getRangeOrNullObject().load("address");
      const when = format.type === "Custom" ? askFormula(format.custom) : askScale(format.colorScale);
      return { id: format.id, range, when };
    });
  return () =>
    asked.flatMap(({ id, range, when }) => {
      const place = range.isNullObject ? undefined : placeOf(range.address);
      const told = place && when(addressOf(place.row, place.column));
      if (!place || !told) return [];
      const { row, column, rows, columns } = place;
      return [{ id, ...told, area: { row, column, rows, columns } }];
    });
}

function askFormula({ rule, format }: Excel.CustomConditionalFormat): (cell: string) => When | undefined {
  rule.load("formula");
  const fill = format.fill.load("color");
  const font = format.font.load("color");
  return (cell) => {
    const said = saidBy(rule.formula, cell);
    return said && { ...said, fill: fill.color, color: font.color };
  };
}

function askScale(scale: Excel.ColorScaleConditionalFormat): () => When | undefined {
  scale.load("criteria");
  return () => {
    const { minimum, midpoint, maximum } = scale.criteria ?? {};
    return midpoint?.color || !minimum?.color || !maximum?.color
      ? undefined
      : { when: "scale", low: minimum.color, high: maximum.color };
  };
}
