// Puts a painted table beside its source into a real grid and compares every cell with what core computed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Block, BlockCell } from "../../../core/block";
import { call } from "../../../core/call";
import { catalogue } from "../../../core/catalogue";
import { isRefusal } from "../../../core/refuse";
import { makeTable, readFor, tableKind } from "../../../core/tables/all";
import type { Typed } from "../../../core/tables/kind";
import type { Output, TableModel } from "../../../core/tables/model";
import { paint } from "../../../core/tables/paint";
import type { Source } from "../../../core/tables/source";
import type { Language } from "../../../core/words";
import { createGrid, type Library } from "../../../workbench/grid";
import type { CellValue, Edit } from "../../../workbench/grid-types";

export const block = (cells: BlockCell[][], more: Partial<Block> = {}): Block => ({
  sheet: "Data 2025",
  row: 2,
  column: 1,
  cells,
  hiddenRows: [],
  merged: false,
  selected: cells.flat().length,
  ...more,
});

export function source(kind: string, cells: BlockCell[][], more?: Partial<Block>): Source {
  const read = readFor(tableKind(kind), block(cells, more));
  if (isRefusal(read)) throw new Error(read.refusal.id);
  return read.source;
}

/** The sentence a block is refused with, said in two languages. */
export function refused(kind: string, cells: BlockCell[][], more?: Partial<Block>): string {
  const read = readFor(tableKind(kind), block(cells, more));
  if (!isRefusal(read)) throw new Error("understood");
  expect(read.refusal.en).not.toBe(read.refusal.id);
  return read.refusal.id;
}

export function table(
  kind: string,
  cells: BlockCell[][] | undefined,
  typed: Typed = {},
  language: Language = "id",
): TableModel {
  const made = makeTable(tableKind(kind), cells && source(kind, cells), typed, language);
  if (isRefusal(made)) throw new Error(made.refusal.id);
  return made;
}

/** The row whose first cell says so, as values. */
export const rowOf = (model: TableModel, name: string | number): (string | number)[] =>
  (model.rows.find(([first]) => first?.value === name) ?? []).map(({ value }) => value);

/** Under which heading: the value in a row. */
export function at(model: TableModel, name: string | number, heading: string): string | number | undefined {
  const header = model.rows.find(([first]) => first?.role === "header") ?? [];
  return rowOf(model, name)[header.findIndex(({ value }) => value === heading)];
}

export const notes = (model: TableModel): string =>
  model.rows
    .filter(([first]) => first?.role === "note")
    .map(([first]) => first?.value)
    .join("\n");

const library = (): Library => require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs") as Library;

const functions = catalogue.map((fn) => ({
  name: fn.name,
  description: fn.about.id,
  params: fn.params.map(({ name, about, optional }) => ({
    name,
    description: about.id,
    optional: optional !== undefined,
  })),
  call: (...args: unknown[]) =>
    call(fn, args, (refusal) => ({
      error: refusal.as === "missing" ? "#N/A" : "#VALUE!",
      message: refusal.refusal.id,
    })) as CellValue | CellValue[][],
}));

const PLACE = { row: 4, column: 3 };

/** Cells that differ from core's value by more than a billionth, as "D7: grid 1, core 2 (=formula)". */
export function differences(model: TableModel, cells: BlockCell[][] | undefined, output: Output): string[] {
  const { grid } = createGrid(library(), { locale: "en" });
  grid.register(functions);
  const main = grid.activeSheet().id;
  const { row, column } = block([]);
  const painted = paint(model, output, { sheet: "Tabel", ...PLACE, chartBelow: true });
  const edits: Edit[] = [{ do: "renameSheet", sheet: main, name: "Tabel" }];
  if (cells) {
    edits.push({ do: "addSheet", id: "data", name: "Data 2025" });
    edits.push(
      ...cells.flatMap((line, r) =>
        line.flatMap((content, c): Edit[] =>
          content === null || typeof content === "object"
            ? []
            : [
                {
                  do: "content",
                  sheet: "data",
                  row: row + r,
                  column: column + c,
                  content,
                  literal: typeof content === "string",
                },
              ],
        ),
      ),
    );
  }
  edits.push(
    ...painted.cells.flatMap((line, r) =>
      line.flatMap((content, c): Edit[] => {
        if (content === "") return [];
        const literal = typeof content === "string" && !content.startsWith("=");
        const plain = literal ? String(content).replace(/^'/, "") : content;
        return [
          {
            do: "content",
            sheet: main,
            row: PLACE.row + r,
            column: PLACE.column + c,
            content: plain,
            literal,
          },
        ];
      }),
    ),
  );
  grid.apply(edits);
  return model.rows.flatMap((line, r) =>
    line.flatMap((cell, c) => {
      const { value } = grid.cell(main, PLACE.row + r, PLACE.column + c);
      const same =
        typeof value === "number" && typeof cell.value === "number"
          ? Math.abs(value - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value))
          : value === cell.value;
      return same
        ? []
        : [`${r},${c}: grid ${JSON.stringify(value)}, core ${cell.value} (${painted.cells[r]?.[c]})`];
    }),
  );
}

/** Every cell of a table, in each output, is what core says: in the grid's engine and in IronCalc. */
export function expectSame(model: TableModel, cells?: BlockCell[][]): void {
  for (const output of ["plain", "live", "values"] as const)
    expect({ output, differ: differences(model, cells, output) }).toEqual({ output, differ: [] });
  expect(ironDifferences(model, cells)).toEqual([]);
}

let wasm: typeof import("@ironcalc/wasm") | undefined;

/** IronCalc only shows formatted text, so it compares each cell itself. */
function ironDifferences(model: TableModel, cells: BlockCell[][] | undefined): string[] {
  if (!wasm) {
    wasm = require("@ironcalc/wasm/wasm.js") as typeof import("@ironcalc/wasm");
    wasm.initSync({ module: readFileSync(join(process.cwd(), "node_modules/@ironcalc/wasm/wasm_bg.wasm")) });
  }
  const book = new wasm.Model("ucj", "en", "UTC", "en");
  const { row, column } = block([]);
  book.newSheet();
  book.renameSheet(1, "Data 2025");
  cells?.forEach((line, r) => {
    line.forEach((value, c) => {
      if (value !== null && typeof value !== "object")
        book.setUserInput(
          1,
          row + r + 1,
          column + c + 1,
          typeof value === "string" ? `'${value}` : String(value),
        );
    });
  });
  const painted = paint(model, "plain", { sheet: "Tabel", ...PLACE, chartBelow: true });
  const apart: { r: number; c: number }[] = [];
  painted.cells.forEach((line, r) => {
    line.forEach((content, c) => {
      if (content !== "") book.setUserInput(0, PLACE.row + r + 1, PLACE.column + c + 1, String(content));
      if (typeof content !== "string" || !content.startsWith("=")) return;
      apart.push({ r, c });
    });
  });
  book.newSheet();
  const letter = (n: number): string =>
    n < 26 ? String.fromCharCode(65 + n) : letter(Math.floor(n / 26) - 1) + letter(n % 26);
  apart.forEach(({ r, c }, i) => {
    const value = model.rows[r]?.[c]?.value as string | number;
    const cell = `Sheet1!${letter(PLACE.column + c)}${PLACE.row + r + 1}`;
    const test =
      typeof value === "number" ? `ABS(${cell}-(${value}))<=1E-9*MAX(1,ABS(${value}))` : `${cell}="${value}"`;
    book.setUserInput(2, i + 1, 1, `=IF(${test},"same","other")`);
  });
  book.evaluate();
  const found = apart.flatMap(({ r, c }, i) => {
    const answer = book.getFormattedCellValue(2, i + 1, 1);
    if (answer === "same") return [];
    const shown = book.getFormattedCellValue(0, PLACE.row + r + 1, PLACE.column + c + 1);
    return [`${r},${c}: IronCalc ${shown}, core ${model.rows[r]?.[c]?.value} (${painted.cells[r]?.[c]})`];
  });
  book.free();
  return found;
}
