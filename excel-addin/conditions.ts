// Conditional formats of a table, in Excel: words and shares by a formula of their own, heat maps by a colour scale.
import { addressOf } from "../core/block";
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
