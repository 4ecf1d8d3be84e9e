// Every example of the catalogue on four roads: TypeScript, both built bundles, and its plain formula in two other engines.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { call } from "../core/call";
import { catalogue } from "../core/catalogue";
import type { Definition, Example, ExampleArgument } from "../core/define";
import { plainFormula } from "../core/exchange/plain";
import { isRefusal, type Refusal } from "../core/refuse";
import { captureFunctions } from "../workbench/excel-host/functions";
import { openExcel } from "../workbench/excel-host/headless";
import { createGrid, type Library } from "../workbench/grid";
import type { CellValue, GridFunction } from "../workbench/grid-types";
import { type Engine, gridEngine, ironCalc, type Outcome } from "./engines";

const cases = catalogue.flatMap((fn) =>
  fn.examples.map((example): [string, Definition, Example] => [
    `${fn.name}: ${example.note.id}`,
    fn,
    example,
  ]),
);

const ERRORS = { missing: "#N/A", value: "#VALUE!" } as const;

/** Numbers to 12 digits, people exactly. */
function expectSame(answer: unknown, gives: Example["gives"]): void {
  if (typeof gives === "number") {
    expect(typeof answer).toBe("number");
    if (Number.isInteger(gives)) expect(answer).toBe(gives);
    else
      expect(Math.abs((answer as number) - gives)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(gives)));
  } else if (typeof gives === "string") expect(answer).toBe(gives);
  else {
    const rows = answer as unknown[][];
    expect(rows.map((row) => row.length)).toEqual(gives.map((row) => row.length));
    for (const [r, row] of gives.entries())
      for (const [c, cell] of row.entries()) expectSame(rows[r]?.[c], cell);
  }
}

describe("TypeScript", () => {
  test.each(cases)("%s", (_, fn, example) => {
    const answer = call(fn, example.args, (refusal: Refusal) => ERRORS[refusal.as]);
    expect(isRefusal(answer)).toBe(false);
    expectSame(answer, example.gives);
  });
});

describe("Code.js, as pushed to Google", () => {
  const context = createContext({});
  runInContext(readFileSync("dist/sheets/Code.js", "utf8"), context);
  const asGiven = (arg: ExampleArgument | undefined): string =>
    arg === undefined ? "undefined" : JSON.stringify(arg);

  test.each(cases)("%s", (_, fn, example) => {
    const formula = `${fn.name}(${example.args.map(asGiven).join(",")})`;
    const isError = typeof example.gives === "string" && example.gives.startsWith("#");
    if (isError) expect(() => runInContext(formula, context)).toThrow(/.{15,}/);
    else expectSame(JSON.parse(runInContext(`JSON.stringify(${formula})`, context)), example.gives);
  });
});

describe("functions.js, through office.js", () => {
  const library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs") as Library;
  const { grid } = createGrid(library);
  let functions: GridFunction[] = [];
  const unsupported = new Set<string>();
  beforeAll(async () => {
    const excel = await openExcel({ grid, scripts: [readFileSync("dist/excel/functions.js", "utf8")] });
    const metadata = JSON.parse(readFileSync("dist/excel/functions.json", "utf8"));
    functions = captureFunctions(excel.window, metadata, unsupported);
    expect([...unsupported]).toEqual([]);
  });

  test.each(cases)("%s", (_, fn, example) => {
    const found = functions.find(({ name }) => name === fn.name);
    if (!found) throw new Error(`${fn.name} is not associated`);
    const args = fn.params.map((_, i) => (example.args[i] === undefined ? null : example.args[i]));
    const answer = found.call(...(args as never[]));
    const rows: CellValue[][] = Array.isArray(answer) ? answer : [[answer]];
    const plainRows = rows.map((row) => row.map((cell) => (typeof cell === "object" ? cell.error : cell)));
    expectSame(Array.isArray(example.gives) ? plainRows : plainRows[0]?.[0], example.gives);
  });
});

/** Scalars of a broadcast example, cell by cell, since a plain formula stands in one cell. */
function single(example: Example): { args: readonly unknown[]; gives: Outcome }[] {
  const rows = (arg: unknown): unknown[][] => (Array.isArray(arg) ? arg : [[arg]]);
  const { gives } = example;
  if (!Array.isArray(gives)) return [{ args: example.args, gives: gives as Outcome }];
  return (gives as Outcome[][]).flatMap((line, r) =>
    line.map((value, c) => ({
      args: example.args.map((arg) => {
        const table = rows(arg);
        const row = table[table.length === 1 ? 0 : r] ?? [];
        return row[row.length === 1 ? 0 : c];
      }),
      gives: value,
    })),
  );
}

const literal = (value: unknown): string =>
  value === undefined || value === null ? "" : typeof value === "string" ? `"${value}"` : String(value);

const withTwin = cases.filter(([, fn, example]) => fn.plain !== undefined && !example.plainDiffers);

describe.each<[string, () => Engine]>([
  ["o-spreadsheet", gridEngine],
  ["IronCalc", ironCalc],
])("plain formula in %s", (_, open) => {
  const engine = open();

  test.each(withTwin)("%s", (_, fn, example) => {
    if (fn.spill) {
      // Whole ranges stand in cells, as they would in a sheet.
      const cells: Record<string, Outcome[][]> = {};
      const args = example.args.map((arg, i) => {
        if (!Array.isArray(arg)) return literal(arg);
        const column = String.fromCharCode(65 + i * 4);
        const rows = arg as Outcome[][];
        cells[`${column}1`] = rows.map((row) => row.map((cell) => cell ?? ""));
        const last = String.fromCharCode(65 + i * 4 + (rows[0]?.length ?? 1) - 1);
        return `${column}1:${last}${rows.length}`;
      });
      const formula = plainFormula(fn, args) ?? "";
      const { gives } = example;
      if (typeof gives === "number")
        expect([formula, engine.agrees(formula, gives, cells)]).toEqual([formula, true]);
      else expect(engine.evaluate(formula, cells)).toBe(gives);
      return;
    }
    for (const { args, gives } of single(example)) {
      const formula = plainFormula(fn, args.map(literal)) ?? "";
      if (typeof gives === "number")
        expect([formula, engine.agrees(formula, gives)]).toEqual([formula, true]);
      else expect([formula, engine.evaluate(formula)]).toEqual([formula, gives]);
    }
  });
});
