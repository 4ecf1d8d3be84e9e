// Our conditional formats in the grid library's words, and back.
import type { Model } from "./grid";
import type { GridCondition, GridRule } from "./grid-types";

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly values?: readonly string[];
  readonly style?: { readonly fillColor?: string; readonly textColor?: string };
  readonly minimum?: { readonly type: string; readonly color: number };
  readonly midpoint?: object;
  readonly maximum?: { readonly type: string; readonly color: number };
}

const toNumber = (color: string): number => Number.parseInt(color.slice(1), 16);
const toColor = (number: number): string => `#${number.toString(16).padStart(6, "0").toUpperCase()}`;

export const conditionRule = (rule: GridRule): Rule =>
  "formula" in rule
    ? {
        type: "CellIsRule",
        operator: "customFormula",
        values: [rule.formula],
        style: {
          ...(rule.fill && { fillColor: rule.fill }),
          ...(rule.color && { textColor: rule.color }),
        },
      }
    : {
        type: "ColorScaleRule",
        minimum: { type: "value", color: toNumber(rule.low) },
        maximum: { type: "value", color: toNumber(rule.high) },
      };

function ruleOf({ type, operator, values, style, minimum, midpoint, maximum }: Rule): GridCondition["rule"] {
  if (type === "CellIsRule" && operator === "customFormula")
    return {
      formula: values?.[0] ?? "",
      ...(style?.fillColor && { fill: style.fillColor }),
      ...(style?.textColor && { color: style.textColor }),
    };
  if (minimum?.type === "value" && maximum?.type === "value" && !midpoint)
    return { low: toColor(minimum.color), high: toColor(maximum.color) };
  return "other";
}

export const conditionsOf = (get: Model["getters"], sheet: string): GridCondition[] =>
  get.getConditionalFormats(sheet).flatMap(({ id, rule, ranges }) =>
    ranges.slice(0, 1).map((xc) => {
      const { top, left, bottom, right } = get.getRangeFromSheetXC(sheet, xc).zone;
      const zone = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
      return { id, sheet, zone, rule: ruleOf(rule as unknown as Rule) };
    }),
  );
