// Tokens join to the text they came from, whatever it is, and name what each part is.
import * as fc from "fast-check";
import { parse, render } from "../../../core/exchange/formula";
import {
  EXCEL,
  restyle,
  SHEETS_EN,
  SHEETS_ID,
  type Style,
  styleOf,
  tokenize,
} from "../../../core/exchange/tokens";
import { BROKEN, HOSTILE } from "./hostile";
import { randomFormula } from "./random";

describe("join to the same text", () => {
  const pieces = fc.constantFrom(
    ..."'\"[]{}()!#@;,.\\&+-*/^%<>=: \t\n\u00a0",
    "A1",
    "UCJ_COVERAGE",
    "#N/A",
    "#DIV/0!",
    "#REF!",
    "1,5",
    "1.5",
    "1E+5",
    "''",
    '""',
    "Tab[",
    "é",
    "😀",
    "\ud800",
  );
  test.each([EXCEL, SHEETS_ID] as const)("any text, written %j", (style) => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 60 }),
        (text) => tokenize(text, style).join("") === text,
      ),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 40 }),
        (parts) => tokenize(parts.join(""), style).join("") === parts.join(""),
      ),
      { numRuns: 2000 },
    );
  });

  test("random nested formulas, both styles", () => {
    for (const host of [EXCEL, SHEETS_ID] as const)
      fc.assert(fc.property(randomFormula(host), ({ text }) => tokenize(text, host).join("") === text));
  });

  test("the hostile corpus", () => {
    for (const formula of [...HOSTILE, ...BROKEN])
      for (const style of [EXCEL, SHEETS_ID] as const)
        expect(tokenize(formula, style).join("")).toBe(formula);
  });

  test("trees render to it too, or do not exist", () => {
    const same = (text: string, style: Style): boolean => {
      const root = parse(text, style);
      return root === undefined || render([root]) === text;
    };
    for (const style of [EXCEL, SHEETS_ID] as const) {
      fc.assert(
        fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => same(parts.join(""), style)),
        { numRuns: 2000 },
      );
      fc.assert(
        fc.property(
          randomFormula(style),
          ({ text }) => parse(text, style) !== undefined && same(text, style),
        ),
      );
    }
  });
});

describe("tokens", () => {
  test.each<[string, Style, string[]]>([
    // Strings, quoted sheets and brackets are one token each.
    [
      `'it''s'!A1&"x""y"&Tab[[#This Row],[a']b]]`,
      EXCEL,
      ["'it''s'", "!", "A1", "&", '"x""y"', "&", "Tab", "[[#This Row],[a']b]]"],
    ],
    ["[@[a, b]]+[x]", EXCEL, ["[@[a, b]]", "+", "[x]"]],
    // A comma between digits is a decimal mark only where hosts write it so.
    ["F(1,5;2)", SHEETS_ID, ["F", "(", "1,5", ";", "2", ")"]],
    ["F(1,5)", EXCEL, ["F", "(", "1", ",", "5", ")"]],
    ["F(A1,5)", SHEETS_ID, ["F", "(", "A1", ",", "5", ")"]],
    ["1.5+.5+1E-5%", EXCEL, ["1.5", "+", ".5", "+", "1E-5", "%"]],
    // Errors are not operators; spill and implicit intersection are.
    ["IF(A1#,#N/A,#DIV/0!)", EXCEL, ["IF", "(", "A1", "#", ",", "#N/A", ",", "#DIV/0!", ")"]],
    ["#REF!A1+#BUSY!", EXCEL, ["#REF!", "A1", "+", "#BUSY!"]],
    ["@[2]!_xldudf_F(A1<>B1)", EXCEL, ["@", "[2]", "!", "_xldudf_F", "(", "A1", "<>", "B1", ")"]],
    ["{1\\2;a\\b}", SHEETS_ID, ["{", "1", "\\", "2", ";", "a", "\\", "b", "}"]],
    ["Données.2!$A$1:été", EXCEL, ["Données.2", "!", "$A$1", ":", "été"]],
    ["A1\u00a0 \nB1", EXCEL, ["A1", "\u00a0 \n", "B1"]],
  ])("%s, written %j", (formula, style, expected) => {
    expect(tokenize(formula, style)).toEqual(expected);
  });
});

describe("styles", () => {
  test("a formula of Excel as Sheets in Indonesia writes it, and back", () => {
    const excel = `=IF(A1>0.5,{1.5,2;3,4},"1,5;2")+'a,b'!A1+Tab[x,y]`;
    const sheets = `=IF(A1>0,5;{1,5\\2;3\\4};"1,5;2")+'a,b'!A1+Tab[x,y]`;
    expect(restyle(excel, EXCEL, SHEETS_ID)).toBe(sheets);
    expect(restyle(sheets, SHEETS_ID, EXCEL)).toBe(excel);
  });

  test("with a decimal point an array keeps its commas", () => {
    expect(restyle("=SUM({1,2;3,4},A1)", EXCEL, SHEETS_EN)).toBe("=SUM({1,2;3,4};A1)");
  });

  test("there and back gives the same text", () => {
    fc.assert(
      fc.property(randomFormula(EXCEL), ({ text }) => {
        expect(restyle(restyle(text, EXCEL, SHEETS_ID), SHEETS_ID, EXCEL)).toBe(text);
      }),
    );
  });

  test("the style shows in the text", () => {
    expect(styleOf("=UCJ_TARGET(A1,0.5)")).toEqual(EXCEL);
    expect(styleOf("=UCJ_TARGET(0,5;1)")).toEqual(SHEETS_ID);
    expect(styleOf("=UCJ_TARGET(A1;1.5)")).toEqual(SHEETS_EN);
    expect(styleOf('=SUM({1;2},";")')).toEqual(EXCEL);
  });
});
