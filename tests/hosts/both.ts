// Both spreadsheets as the sidebar meets them: the adapters over the emulated hosts, headless, and what a grid holds.
import { readFileSync } from "node:fs";
import { excelHost } from "../../excel-addin/host";
import { sheetsHost } from "../../sheets-addon/host";
import type { Host } from "../../sidebar/host";
import { captureFunctions } from "../../workbench/excel-host/functions";
import { openExcel } from "../../workbench/excel-host/headless";
import { createGrid, type Library } from "../../workbench/grid";
import type { CellStyle, CellValue, Edit, Grid } from "../../workbench/grid-types";
import { createHeadlessHost, readBuilt } from "../../workbench/sheets-host/headless";

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");

export interface Opened {
  readonly host: Host;
  readonly grid: Grid;
  /** Members the emulated host was asked for and does not have. */
  unsupported(): readonly string[];
  /** Round trips so far: context.sync in Excel, executions in Sheets. */
  trips(): number;
  /** Bytes sent so far. */
  bytes(): number;
  /** Makes every call after this one fail. */
  breakAfter(calls: number): void;
}

/** @param through the grid as the host gets it, where it is not the library's own */
export async function openInExcel(through: (grid: Grid) => Grid = (grid) => grid): Promise<Opened> {
  const grid = through(createGrid(library).grid);
  const excel = await openExcel({ grid, scripts: [readFileSync("dist/excel/functions.js", "utf8")] });
  const metadata = JSON.parse(readFileSync("dist/excel/functions.json", "utf8"));
  grid.register(captureFunctions(excel.window, metadata, excel.host.unsupported));
  const { Office, Excel } = excel.window;
  Object.assign(globalThis, { Office, Excel });
  return {
    host: excelHost(),
    grid,
    unsupported: () => [...excel.host.unsupported],
    trips: () => excel.host.syncs,
    bytes: () => excel.host.bytes,
    breakAfter: (calls) => {
      const from = excel.host.syncs + calls;
      excel.host.fail = (n: number) => (n > from ? "GeneralException" : undefined);
    },
  };
}

/** @param locale the file's, as its time zone; the computer's stands for the script's */
export async function openInSheets(
  through: (grid: Grid) => Grid = (grid) => grid,
  locale = "in_ID",
  zone?: string,
): Promise<Opened> {
  const grid = through(createGrid(library).grid);
  const server = createHeadlessHost(grid, { ...readBuilt(), locale, zone });
  server.open();
  let trips = 0;
  let left = Number.POSITIVE_INFINITY;
  server.fail = (name) => {
    if (name.startsWith("google.script.run.")) trips++;
    return left-- > 0 ? undefined : "Service Spreadsheets failed";
  };
  let bytes = 0;
  const answer = server.answer.bind(server);
  server.answer = (message) => {
    if (message.ucj === "run") bytes += Buffer.byteLength(message.args);
    return answer(message);
  };
  Object.assign(globalThis, { google: server.client() });
  return {
    host: sheetsHost("id"),
    grid,
    unsupported: () => server.unsupported,
    trips: () => trips,
    bytes: () => bytes,
    breakAfter: (calls) => {
      left = calls;
    },
  };
}

export function put(grid: Grid, rows: readonly (readonly (string | number)[])[], row = 0, column = 0): void {
  const sheet = grid.activeSheet().id;
  grid.apply(
    rows.flatMap((line, r) =>
      line.flatMap((content, c): Edit[] =>
        content === ""
          ? []
          : [
              {
                do: "content",
                sheet,
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

export const select = (grid: Grid, row: number, column: number, rows: number, columns: number): void =>
  grid.select(grid.activeSheet().id, { row, column, rows, columns });

const errorOr = (value: CellValue): unknown => (typeof value === "object" ? value.error : value);

export function contents(grid: Grid, name: string): unknown[][] {
  const sheet = grid.sheets().find((found) => found.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const used = grid.used(sheet.id);
  if (!used) return [];
  return Array.from({ length: used.row + used.rows }, (_, r) =>
    Array.from({ length: used.column + used.columns }, (_, c) => errorOr(grid.cell(sheet.id, r, c).value)),
  );
}

/** A style as it is seen: the sheet's own look and the same look set by hand are one. */
const seen = ({ size = 10, color = "#000000", ...style }: CellStyle): unknown => {
  const kept = Object.entries({ ...style, size, color }).filter(([, value]) => value !== false);
  return kept.sort(([a], [b]) => a.localeCompare(b));
};

/** Everything a planner could lose: contents, formulas, formats, style, in every sheet. */
export const everything = (grid: Grid): string =>
  JSON.stringify(
    grid.sheets().map((sheet) => {
      const used = grid.used(sheet.id);
      const cells = used
        ? Array.from({ length: (used.row + used.rows + 2) * (used.column + used.columns + 2) }, (_, k) => {
            const width = used.column + used.columns + 2;
            const { value, formula, format, style } = grid.cell(sheet.id, Math.floor(k / width), k % width);
            return [value, formula, format, seen(style)];
          })
        : [];
      return [sheet.name, cells, grid.charts(sheet.id).length];
    }),
  );

export const HOSTS: [string, (through?: (grid: Grid) => Grid) => Promise<Opened>][] = [
  ["Excel", openInExcel],
  ["Google Sheets", openInSheets],
];
