// LAMBDA names and named functions: no name of ours or of Excel's, and the same results as the functions, in IronCalc.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { call } from "../../../core/call";
import { catalogue } from "../../../core/catalogue";
import { namedFormulas, namedFunctionText } from "../../../core/exchange/lambda";
import { isRefusal } from "../../../core/refuse";

const all = namedFormulas();
const byName = new Map(all.map((formula) => [formula.name, formula]));

test("every function with a plain twin has a name of its own, and none collides", () => {
  const twins = catalogue.filter((fn) => fn.plain !== undefined);
  expect(twins.length).toBeGreaterThan(10);
  expect(byName.size).toBe(all.length);
  for (const { name } of twins) expect(byName.has(name.replace("UCJ_", "UCJL_"))).toBe(true);
  const taken = new Set<string>(catalogue.map(({ name }) => name));
  for (const { name } of all) {
    expect(taken.has(name)).toBe(false);
    // Neither a cell address nor anything a name manager refuses.
    expect(name).toMatch(/^UCJL_[A-Z_]+$/);
  }
});

test("parameters: all given, no dot, no address, no function of Excel, at most 253", () => {
  for (const { params, lambda } of all) {
    expect(params.length).toBeLessThanOrEqual(253);
    for (const param of params) expect(param).toMatch(/^p_[a-z_]+$/);
    expect(lambda).not.toContain("ISOMITTED");
    expect(lambda.length).toBeLessThan(8192);
  }
  expect(byName.get("UCJL_TARGET")?.params).toEqual(["p_prev", "p_years"]);
  expect(byName.get("UCJL_TARGET_ALL")?.params).toEqual(["p_prev", "p_years", "p_growth", "p_ceiling"]);
  expect(byName.has("UCJL_COVERAGE_ALL")).toBe(false);
});

test("three spellings of one formula", () => {
  expect(byName.get("UCJL_COVERAGE")).toMatchObject({
    lambda: "=LAMBDA(p_labor,p_active,IF(p_labor>0,IF(p_active>=0,p_active/p_labor,NA()),NA()))",
    inFile:
      "_xlfn.LAMBDA(_xlpm.p_labor,_xlpm.p_active,IF(_xlpm.p_labor>0,IF(_xlpm.p_active>=0,_xlpm.p_active/_xlpm.p_labor,NA()),NA()))",
    sheets: "=IF(p_labor>0;IF(p_active>=0;p_active/p_labor;NA());NA())",
  });
  for (const { params, inFile } of all)
    for (const param of params)
      expect(inFile.replaceAll(`_xlpm.${param}`, "")).not.toMatch(new RegExp(`\\b${param}\\b`));
});

test("the text for Sheets, in both languages", () => {
  const formula = all[0] as (typeof all)[number];
  for (const language of ["id", "en"] as const)
    expect(namedFunctionText(formula, language).split("\n")).toEqual([
      "UCJL_COVERAGE",
      formula.about[language],
      "p_labor; p_active",
      formula.sheets,
    ]);
});

describe("evaluated as named LAMBDAs in IronCalc", () => {
  const wasm = require("@ironcalc/wasm/wasm.js") as typeof import("@ironcalc/wasm");
  wasm.initSync({ module: readFileSync(join(process.cwd(), "node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
  /** The name defined, its call in A1, ranges of the arguments from row 2 on. */
  const evaluate = (
    name: string,
    lambda: string,
    formula: string,
    cells: readonly (readonly [number, number, unknown])[],
  ): string => {
    const model = new wasm.Model("ucj", "en", "UTC", "en");
    model.newDefinedName(name, undefined, lambda);
    for (const [row, column, value] of cells) model.setUserInput(0, row, column, String(value));
    model.setUserInput(0, 1, 1, `=${formula}`);
    model.evaluate();
    const shown = model.getFormattedCellValue(0, 1, 1);
    model.free();
    return shown;
  };

  const cases = catalogue.flatMap((fn) => {
    const short = byName.get(fn.name.replace("UCJ_", "UCJL_"));
    const full = byName.get(fn.name.replace("UCJ_", "UCJL_").concat("_ALL")) ?? short;
    if (!short || !full) return [];
    return fn.examples.flatMap(({ args, note, plainDiffers }) => {
      const given = args.filter((arg) => arg !== undefined).length;
      const formula = given === short.params.length ? short : given === full.params.length ? full : undefined;
      const grid = args.some((arg) => Array.isArray(arg));
      // A LAMBDA in one cell answers one value; the twins of ranges are the functions that take ranges.
      if (!formula || plainDiffers || (grid && !fn.spill)) return [];
      return [[`${formula.name}: ${note.id}`, fn, formula, args] as const];
    });
  });

  test("most functions are among the cases", () => {
    expect(new Set(cases.map(([, , { name }]) => name)).size).toBeGreaterThan(10);
  });

  test.each(cases)("%s", (_, fn, formula, args) => {
    const cells: [number, number, unknown][] = [];
    const typed = args.map((arg, i) => {
      if (!Array.isArray(arg)) return typeof arg === "string" ? `"${arg}"` : String(arg);
      const column = String.fromCharCode(66 + i);
      for (const [r, [value]] of (arg as unknown[][]).entries())
        if (value !== null) cells.push([r + 2, i + 2, value]);
      return `${column}2:${column}${arg.length + 1}`;
    });
    const expected = call(fn, args, (refusal) => refusal);
    const asked = `${formula.name}(${typed.join(",")})`;
    const lambdas = [formula.lambda, `=${formula.inFile}`];
    for (const lambda of lambdas)
      if (typeof expected === "number")
        expect(
          evaluate(
            formula.name,
            lambda,
            `IF(ABS(${asked}-(${expected}))<=1E-9*MAX(1,ABS(${expected})),"sama","beda")`,
            cells,
          ),
        ).toBe("sama");
      else expect(evaluate(formula.name, lambda, asked, cells)).toBe(isRefusal(expected) ? "#N/A" : expected);
  });

  test("what may be left out is built into the short name", () => {
    const { name, lambda } = byName.get("UCJL_TARGET") as (typeof all)[number];
    expect(evaluate(name, lambda, 'IF(ABS(UCJL_TARGET(0.336,1)-0.4032)<1E-12,"sama","beda")', [])).toBe(
      "sama",
    );
    expect(evaluate(name, lambda, "UCJL_TARGET(0.336)", [])).toMatch(/^#/);
  });
});
