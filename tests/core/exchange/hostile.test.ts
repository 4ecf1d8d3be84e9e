// What merely looks like a UCJ function is never touched: alone, beside a real call, in both separators.
import { detach, detached } from "../../../core/exchange/detach";
import { examine } from "../../../core/exchange/doctor";
import { plainFormula } from "../../../core/exchange/plain";
import { restored } from "../../../core/exchange/restore";
import { EXCEL, restyle, SHEETS_EN, SHEETS_ID } from "../../../core/exchange/tokens";
import { coverage } from "../../../core/functions/coverage";
import { BROKEN, HOSTILE } from "./hostile";

const DIALECTS = [EXCEL, SHEETS_EN, SHEETS_ID] as const;
const sheet = (formula: string, value: string | number) => ({
  name: "Data",
  row: 4,
  column: 2,
  formulas: [[formula]],
  values: [[value]],
  anchors: [[]],
});

const titled = (formulas: readonly string[]) =>
  formulas.map((formula) => [formula.slice(0, 60), formula] as const);

test("the corpus is large and without repeats", () => {
  expect(new Set(HOSTILE).size).toBe(HOSTILE.length);
  expect(HOSTILE.length).toBeGreaterThanOrEqual(120);
});

describe.each(DIALECTS)("written with $separator and $decimal", (host) => {
  const own = (formula: string): string => restyle(formula, EXCEL, host);
  const whole = [...HOSTILE.map((formula) => `=${own(formula)}`), ...BROKEN.map(own)];

  test.each(titled(whole))("%s", (_, formula) => {
    const answer = restored(formula, host);
    if (answer) expect([answer.kind, answer.text]).toEqual(["unknown", undefined]);
    for (const way of ["plain", "fallback", "values"] as const)
      expect(detached(formula, way, host)).toBeUndefined();
    expect(examine(sheet(formula, 1), host).findings).toEqual([]);
    expect(detach(sheet(formula, 1), "values", host, "2026-11-21").changes).toEqual([]);
  });

  // A bare name anywhere makes a call of that name doubtful, so the real call beside it has another.
  const neighbours = HOSTILE.map(own);
  const twin = plainFormula(coverage, ["X1", "Y1"], host);
  test.each(titled(neighbours))("beside a real call: %s", (_, formula) => {
    const name = /UCJ_COVERAGE/i.test(formula.replace(/"[^"]*"|'[^']*'|\[.*\]/g, ""))
      ? "UCJ_UNCOVERED"
      : "UCJ_COVERAGE";
    const plain = name === "UCJ_COVERAGE" ? twin : twin?.replace("Y1/X1", "X1-Y1");
    const beside = (text: string): string => `=CONCATENATE(${formula}${host.separator}${text})`;
    const call = `${name}(X1${host.separator}Y1)`;
    expect(detached(beside(call), "plain", host)).toMatchObject({ formula: beside(plain ?? "") });
    expect(restored(beside(`[2]!_xldudf_${call}`), host)).toMatchObject({ text: beside(call) });
  });
});

test("text that is no formula is never touched", () => {
  for (const text of [
    "UCJ_COVERAGE(A1,B1)",
    "'=UCJ_COVERAGE(A1,B1)",
    " =UCJ_COVERAGE(A1,B1)",
    "+UCJ_COVERAGE(A1,B1)",
    "=_xldudf_UCJ_COVERAGE(A1,B1)",
  ]) {
    expect(examine(sheet(text, text), EXCEL).findings).toEqual([]);
    expect(detach(sheet(text, text), "plain", EXCEL, "").changes).toEqual([]);
  }
});
