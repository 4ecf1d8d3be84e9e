// Conditional formats of a table, in Google Sheets: added after those the sheet has, taken away again by their place.
import { areaOf } from "../core/block";
import type { Painted } from "../core/tables/paint";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Conditions = NonNullable<Painted["conditions"]>;

const addressOf = ({ area }: Conditions[number]): string =>
  areaOf(area.row, area.column, area.rows, area.columns);

function ruleOf(sheet: Sheet, condition: Conditions[number]) {
  const rule = SpreadsheetApp.newConditionalFormatRule().setRanges([sheet.getRange(addressOf(condition))]);
  if (condition.when === "scale")
    return rule.setGradientMinpoint(condition.low).setGradientMaxpoint(condition.high).build();
  const when =
    condition.when === "is"
      ? rule.whenTextEqualTo(condition.text)
      : rule.whenNumberGreaterThan(condition.value);
  return when.setFontColor(condition.color).setBackground(condition.fill).build();
}

/** Answers where they are, for the way back. */
export function addConditions(sheet: Sheet, conditions: Conditions): string[] {
  if (conditions.length === 0) return [];
  const rules = sheet.getConditionalFormatRules();
  sheet.setConditionalFormatRules([...rules, ...conditions.map((one) => ruleOf(sheet, one))]);
  return conditions.map(addressOf);
}

/** The last ones at these places: they were added last. */
export function removeConditions(sheet: Sheet, addresses: readonly string[]): void {
  if (addresses.length === 0) return;
  const left = [...addresses];
  const kept = sheet
    .getConditionalFormatRules()
    .reverse()
    .filter((rule) => {
      const ranges = rule.getRanges();
      const at = ranges.length === 1 ? left.indexOf(ranges[0]?.getA1Notation() ?? "") : -1;
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  sheet.setConditionalFormatRules(kept.reverse());
}
