// Whatever cells hold, each write of the pane that is taken back leaves them as they were: generated cells, both hosts, two locales.
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { isRefusal } from "../../core/refuse";
import { KENDARI } from "../../core/samples";
import { paint } from "../../core/tables/paint";
import { segmentTable } from "../../core/tables/segment";
import { judged } from "../../core/tables/understand";
import { editedSince, inCells } from "../../sidebar/parts/edited";
import { Journal } from "../../sidebar/parts/journal";
import { prepare, repair, revive, valuesOnly } from "../../sidebar/parts/share";
import { waysOf } from "../../sidebar/parts/ways";
import type { CellStyle, Edit, Grid } from "../../workbench/grid-types";
import { everything, type Opened, openInExcel, openInSheets, select } from "./both";

/** A cell as a planner left it: what was typed ("'" before what must stay text), number format, look. */
interface Left {
  readonly content: string | number | boolean;
  readonly format: string;
  readonly style: CellStyle;
}

const OTHER = "Data lain, 2025.5";
const REF = `'${OTHER}'!A1`;

/** Formulas in canonical en-US text. */
const FORMULAS = [
  "=1+1",
  "=IF(A1>1,A1*1.5,0.5)",
  '=IF(A1="","","x")',
  '=""',
  "=NA()",
  "=1/0",
  "=TRUE",
  `=${REF}*2`,
  `=SUM(${REF},0.25)`,
  "=SUM({1,2;3,4})",
  '="a;b,c {1,5}"',
  "=UCJ_COVERAGE(140940,49397)",
  "=UCJ_COVERAGE(140940,49397.5)",
  "=LET(x,2.5,x*2)",
  "=-A1%",
  "= 1 + 2",
  "=tidak_ada(1.5)",
] as const;

/** Formulas that fill cells beside and below them. */
const SPILLS = [
  "=TRANSPOSE({1,2;3,4})",
  "=UCJ_PATH(0.35,2025,2027)",
  '=UCJ_SEGMENTS({"a";"b"},{2;3},{1;1})',
] as const;

const TEXTS = [
  "007",
  "'007",
  "=1+1",
  "+5",
  "-",
  "@nama",
  "1,5",
  "1.234",
  "35%",
  "8 Juni 2025",
  "08/06/2025",
  "2025-06-08",
  "TRUE",
  "benar",
  " di depan",
  "di belakang  ",
  "baris\nkedua",
  "\ttab",
  "1234567890123456789",
  "3201012001900001",
  "''",
  '"kutip"',
  "x".repeat(5000),
  "1E5",
  "Rp 1.000",
] as const;

/** Errors that are no formula's: what is left of one pasted as values. */
const ERRORS = ["#N/A", "#DIV/0!"] as const;

const NUMBERS = [0, -1.5, 0.3505, 45816, 45816.5, 123456789012345, 1e15, 1e-7, 0.1 + 0.2, -7, 1 / 3] as const;

const anyContent: fc.Arbitrary<Left["content"]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant("") },
  { weight: 3, arbitrary: fc.constantFrom(...FORMULAS) },
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS).map((text) => `'${text}`) },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.constantFrom(...ERRORS) },
);

const anyLeft: fc.Arbitrary<Left> = fc
  .record({
    content: anyContent,
    format: fc.constantFrom("General", "General", "General", "0.00%", "#,##0", "dd/mm/yyyy", "@", "hh:mm"),
    style: fc.constantFrom<CellStyle>(
      {},
      {},
      { bold: true, fill: "#FFFF00" },
      { italic: true, color: "#FF0000", size: 14 },
      { underline: true, align: "center", wrap: true },
      { fill: "#FFFFFF", verticalAlign: "top" },
    ),
  })
  .map((left) => (fits(left) ? left : { ...left, format: "General" }));

/** The grid turns figures formatted as text into text, which Excel does not; a Date is exact to a thousandth of a second. */
function fits({ content, format }: Left): boolean {
  if (format === "@") return typeof content === "string" && !content.startsWith("=");
  if (typeof content !== "number" || !/[dh]/.test(format)) return true;
  return [0, 45816, 45816.5, 1 / 3].includes(content);
}

const ROWS = 5;
const COLUMNS = 4;
/** One formula that fills other cells: of two that want the same cells, each spreadsheet picks the winner by its own history. */
const anySheet = fc
  .record({
    cells: fc.array(anyLeft, { minLength: ROWS * COLUMNS, maxLength: ROWS * COLUMNS }),
    spill: fc.option(fc.record({ at: fc.nat(ROWS * COLUMNS - 1), content: fc.constantFrom(...SPILLS) })),
    room: fc.nat(8),
  })
  .map(({ cells, spill, room }) =>
    cells.map((cell, i): Left => {
      if (i === spill?.at) return { content: spill.content, format: "General", style: {} };
      return spill && i > spill.at && i <= spill.at + room ? { ...cell, content: "" } : cell;
    }),
  );

const FROM = { row: 1, column: 1 };

let sheets = 0;

/** On sheets of their own; those of the run before go. */
function lay(grid: Grid, cells: readonly Left[]): void {
  const gone = grid.sheets();
  const [sheet, other] = [`sheet${++sheets}`, `other${sheets}`];
  const at = (i: number) => ({
    row: FROM.row + Math.floor(i / COLUMNS),
    column: FROM.column + (i % COLUMNS),
  });
  grid.apply([
    ...gone.map(({ id }, i): Edit => ({ do: "renameSheet", sheet: id, name: `lama${sheets} ${i}` })),
    { do: "addSheet", id: sheet, name: `Lembar ${sheets}` },
    { do: "addSheet", id: other, name: OTHER },
    ...gone.map(({ id }): Edit => ({ do: "deleteSheet", sheet: id })),
    { do: "content", sheet: other, row: 0, column: 0, content: 12 },
    { do: "content", sheet, row: 0, column: 0, content: 3 },
    ...cells.flatMap(({ format, style, content }, i): Edit[] => {
      const zone = { ...at(i), rows: 1, columns: 1 };
      const text = typeof content === "string" && content.startsWith("'");
      return [
        ...(format === "General" ? [] : [{ do: "format", sheet, zone, format } as Edit]),
        ...(content === ""
          ? []
          : [
              {
                do: "content",
                sheet,
                ...at(i),
                content: text ? content.slice(1) : content,
                literal: text,
              } as Edit,
            ]),
        ...(Object.keys(style).length === 0 ? [] : [{ do: "style", sheet, zone, style } as Edit]),
      ];
    }),
  ]);
  grid.activate(sheet);
}

/** Line by line, so that what differs is seen. */
const all = (grid: Grid): unknown => [
  JSON.parse(everything(grid)).map(([name, cells, charts]: [string, unknown[], number]) => [
    name,
    charts,
    ...cells.map((cell, i) => `${i} ${JSON.stringify(cell)}`),
  ]),
  grid
    .sheets()
    .map(({ id }) => [
      grid.conditions(id),
      grid.merges(id),
      grid.hiddenRows(id),
      grid.page(id),
      Array.from({ length: 8 }, (_, column) => grid.columnWidth(id, column)),
    ]),
];

const filledFromElsewhere = (grid: Grid): number => {
  const { id } = grid.activeSheet();
  const used = grid.used(id);
  if (!used) return 0;
  return Array.from({ length: used.rows * used.columns }, (_, i) =>
    grid.spillParent(id, used.row + Math.floor(i / used.columns), used.column + (i % used.columns)),
  ).filter(Boolean).length;
};

const WATCH = { progress: () => undefined, isStopped: () => false };

function table() {
  const understood = judged({ figures: KENDARI, read: [], findings: [] });
  if (isRefusal(understood)) throw new Error();
  return segmentTable(understood.figures, "id");
}
const KENDARI_TABLE = table();

interface Back {
  back(): Promise<unknown>;
  /** How many cells someone filled otherwise since. */
  edited?(): Promise<number>;
}

const of = (journal: Journal | undefined): Back => ({
  back: async () => journal?.restore(),
  edited: async () => (await journal?.edited()) ?? 0,
});

/** Each does something to the sheet in view, and answers how it is taken back. */
const DEEDS: Record<string, (opened: Opened) => Promise<Back>> = {
  "a table written over cells": async ({ host, grid }) => {
    select(grid, FROM.row + 1, FROM.column + 1, 1, 1);
    const size = { rows: KENDARI_TABLE.rows.length, columns: KENDARI_TABLE.rows[0]?.length ?? 0 };
    const spot = await host.survey("here", size, "");
    const painted = paint(KENDARI_TABLE, "plain", { ...spot, chartBelow: true });
    const { undo, edited } = waysOf(host, painted, await host.write(painted, false));
    return { back: undo, edited };
  },
  "cells changed one by one": async ({ host, grid }) => {
    const { name } = grid.activeSheet();
    const contents = [7, "teks", "=1+1", true, ""];
    const cells = Array.from({ length: ROWS * COLUMNS }, (_, i) => ({
      row: FROM.row + Math.floor(i / COLUMNS),
      column: FROM.column + (i % COLUMNS),
      content: contents[i % 5] as string,
      formula: i % 10 === 2,
    }));
    const held = await host.writeCells(name, cells);
    return {
      back: () => host.writeCells(name, held),
      edited: () => editedSince(host, inCells(name, cells, held)),
    };
  },
  // What a formula fills is no flow's to write over but the repair's.
  "blocks of cells": async ({ host, grid }) => {
    const { name: sheet } = grid.activeSheet();
    const contents = [7, "'teks", "=1+1", true, ""];
    const journal = new Journal(host, await host.readBook(), ROWS * COLUMNS);
    await journal.write(
      Array.from({ length: ROWS * COLUMNS }, (_, i) => ({
        sheet,
        row: FROM.row + Math.floor(i / COLUMNS),
        column: FROM.column + (i % COLUMNS),
        content: contents[i % 5] as string,
      })).filter(({ row, column }) => !grid.spillParent(grid.activeSheet().id, row, column)),
      WATCH,
    );
    return of(journal);
  },
  "formulas repaired": async ({ host }) => {
    const { journal } = await repair(host, true, WATCH);
    return of(journal);
  },
  "prepared to be shared": async ({ host }) => {
    const { journal } = await prepare(host, "plain", "2026-11-21", WATCH);
    return of(journal);
  },
  "prepared, revived": async ({ host }) => {
    const first = await prepare(host, "plain", "2026-11-21", WATCH);
    const second = await revive(host, WATCH);
    return {
      ...of(second.journal),
      back: async () => {
        await second.journal?.restore();
        await first.journal?.restore();
      },
    };
  },
  "only values": async ({ host }) => {
    const { journal } = await valuesOnly(host, WATCH);
    return of(journal);
  },
  "a formula put into a cell": async ({ host, grid }) => {
    select(grid, FROM.row + 1, FROM.column + 1, 1, 1);
    const formula = "=ROUND(1.26,1)";
    const { sheet, row, column, filled } = await host.survey("here", { rows: 1, columns: 1 }, "");
    // The panel asks before it writes over anything.
    const { value, formula: own } = grid.cell(grid.activeSheet().id, row, column);
    expect(filled).toBe(value !== "" || own !== "" ? 1 : 0);
    const cells = [{ row, column, content: formula, formula: true }];
    const before = await host.writeCells(sheet, cells);
    expect(Number(grid.cell(grid.activeSheet().id, row, column).value)).toBe(1.3);
    return {
      back: () => host.writeCells(sheet, before),
      edited: () => editedSince(host, inCells(sheet, cells, before)),
    };
  },
  "a formula tried out": async ({ host }) => {
    await host.calculate("=1+1");
    return { back: async () => undefined };
  },
};

const OPENED: [string, () => Promise<Opened>][] = [
  ["Excel", () => openInExcel()],
  ["Google Sheets, id", () => openInSheets(undefined, "in_ID")],
  ["Google Sheets, en, in another zone", () => openInSheets(undefined, "en_US", "Asia/Jayapura")],
];

describe.each(OPENED)("%s", (_, open) => {
  test.each(Object.keys(DEEDS))("%s: given back", async (name) => {
    const deed = DEEDS[name] as (typeof DEEDS)[string];
    const opened = await open();
    await fc.assert(
      fc.asyncProperty(anySheet, async (cells) => {
        lay(opened.grid, cells);
        const before = all(opened.grid);
        const { back, edited } = await deed(opened);
        // What a formula beside a table fills of its blank cells may be taken for typed.
        expect((await edited?.()) ?? 0).toBeLessThanOrEqual(filledFromElsewhere(opened.grid));
        await back();
        expect(all(opened.grid)).toEqual(before);
        expect(opened.unsupported()).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

test("Google Sheets: a cell that refuses what is typed, as its validation may, leaves those before it as they were", async () => {
  const { host, grid } = await openInSheets((own) => {
    const apply = (edits: readonly Edit[]): void => {
      if (edits.some((edit) => edit.do === "content" && edit.content === 13)) throw new Error("validation");
      own.apply(edits);
    };
    return Object.assign(Object.create(own), { apply });
  });
  const cell = (content: Left["content"]): Left => ({ content, format: "General", style: {} });
  lay(grid, [cell("'007"), cell("=1+1"), cell(45816), cell("'teks"), cell("=TRANSPOSE({1,2;3,4})")]);
  const before = all(grid);
  const cells = [0, 1, 2, 3].map((i) => ({ row: 1, column: 1 + i, content: 10 + i }));
  await expect(host.writeCells(grid.activeSheet().name, cells)).rejects.toThrow("validation");
  expect(all(grid)).toEqual(before);
});
