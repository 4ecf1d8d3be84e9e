// Argument separators change; strings and sheet names do not.
import { withSemicolons } from "../../core/exchange/separators";

test.each([
  ["=IF(A1>0,B1/A1,NA())", "=IF(A1>0;B1/A1;NA())"],
  ['=IF(A1="a,b",1,"c;d")', '=IF(A1="a,b";1;"c;d")'],
  ["='Data, 2025'!A1", "='Data, 2025'!A1"],
  ["=SUM('It''s, it'!A1,B1)", "=SUM('It''s, it'!A1;B1)"],
  ['=IF(A1="say ""x,y""",1,2)', '=IF(A1="say ""x,y""";1;2)'],
  ['="unclosed, text', '="unclosed, text'],
])("%s", (formula, expected) => {
  expect(withSemicolons(formula)).toBe(expected);
});
