// Spreadsheet engines we did not write, as judges of the plain formulas: the grid's own, and IronCalc.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createGrid, type Library } from "../workbench/grid";

export type Outcome = number | string | boolean;

/** Rows of constants by the address of their first cell. */
export type Cells = Readonly<Record<string, readonly (readonly Outcome[])[]>>;

export interface Engine {
  readonly name: string;
  /** Puts constants into cells (A1-style, rows of values) and answers what the formula gives there: a value or "#N/A". */
  evaluate(formula: string, cells?: Cells): Outcome;
  /** Whether a formula gives this number to 12 digits, judged inside the engine. */
  agrees(formula: string, expected: number, cells?: Cells): boolean;
}

const split = (address: string): { row: number; column: number } => {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
};

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(b));

export function gridEngine(): Engine {
  const library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs") as Library;
  const evaluate: Engine["evaluate"] = (formula, cells = {}) => {
    const { grid } = createGrid(library, { locale: "en" });
    const sheet = grid.activeSheet().id;
    grid.apply(
      Object.entries(cells).flatMap(([address, rows]) => {
        const from = split(address);
        return rows.flatMap((line, r) =>
          line.map((content, c) => ({
            do: "content" as const,
            sheet,
            row: from.row + r,
            column: from.column + c,
            content,
          })),
        );
      }),
    );
    grid.apply([{ do: "content", sheet, row: 0, column: 25, content: `=${formula}` }]);
    const { value } = grid.cell(sheet, 0, 25);
    return typeof value === "object" ? value.error : value;
  };
  return {
    name: "o-spreadsheet",
    evaluate,
    agrees: (formula, expected, cells) => {
      const value = evaluate(formula, cells);
      return typeof value === "number" && close(value, expected);
    },
  };
}

export function ironCalc(): Engine {
  const wasm = require("@ironcalc/wasm/wasm.js") as typeof import("@ironcalc/wasm");
  wasm.initSync({
    module: readFileSync(join(process.cwd(), "node_modules/@ironcalc/wasm/wasm_bg.wasm")),
  });
  const evaluate: Engine["evaluate"] = (formula, cells = {}) => {
    const model = new wasm.Model("ucj", "en", "UTC", "en");
    for (const [address, rows] of Object.entries(cells)) {
      const from = split(address);
      rows.forEach((line, r) => {
        line.forEach((value, c) => {
          if (value !== "") model.setUserInput(0, from.row + r + 1, from.column + c + 1, String(value));
        });
      });
    }
    model.setUserInput(0, 1, 26, `=${formula}`);
    model.evaluate();
    const shown = model.getFormattedCellValue(0, 1, 26);
    model.free();
    return shown;
  };
  return {
    name: "IronCalc",
    evaluate,
    // It only shows formatted text, so the comparison is made by the engine itself.
    agrees: (formula, expected, cells) => {
      const apart = `ABS((${formula})-(${expected}))<=1E-12*MAX(1,ABS(${expected}))`;
      return evaluate(`IF(${apart},"same","other")`, cells) === "same";
    },
  };
}
