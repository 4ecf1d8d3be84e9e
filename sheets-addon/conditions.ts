// Conditional formats of a table, in Google Sheets: added after those the sheet has, taken away again by what they say.
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

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** What a rule says, for the panel to read and to name it by: ranges, sort, value, two colours. */
export function sayingOf(rule: Rule): string {
  const own = rule.getBooleanCondition();
  const scale = rule.getGradientCondition();
  const at = rule.getRanges().map((range) => range.getA1Notation());
  return JSON.stringify([
    at.join(),
    ...(own
      ? [String(own.getCriteriaType()), own.getCriteriaValues()[0], own.getBackground(), own.getFontColor()]
      : ["", "", scale?.getMinColor(), scale?.getMaxColor()]),
  ]);
}

/** Takes rules away by what they say, last ones first, and adds others; answers what these say. */
export function changeConditions(sheet: Sheet, drop: readonly string[], add: Conditions): string[] {
  if (drop.length + add.length === 0) return [];
  const left = [...drop];
  const kept = sheet
    .getConditionalFormatRules()
    .reverse()
    .filter((rule) => {
      const at = left.indexOf(sayingOf(rule));
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
  sheet.setConditionalFormatRules([...kept.reverse(), ...add.map((one) => ruleOf(sheet, one))]);
  return add.length > 0 ? sheet.getConditionalFormatRules().slice(-add.length).map(sayingOf) : [];
}
