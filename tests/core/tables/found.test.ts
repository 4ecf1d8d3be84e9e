// A written table is found again by its sign: place, source, options, columns pointed at, and what was changed since.
import { type BlockCell, placeOf } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { makeTable, readFor, TABLES, tableKind } from "../../../core/tables/all";
import {
  type FoundTable,
  mappingFor,
  reachOf,
  readMark,
  type SheetCells,
  tablesIn,
} from "../../../core/tables/found";
import { mapped, mappingOf } from "../../../core/tables/mapping";
import type { TableModel } from "../../../core/tables/model";
import { block } from "./sheet";

const CELLS: BlockCell[][] = [
  ["Kabupaten", "Orang", "Peserta aktif", "Lain"],
  ["Kab. A", 1000, 400, 5],
  ["Kab. B", 3000, 600, 7],
];
const kind = tableKind("summary");
const source = block(CELLS);

function made(typed: Record<string, string>): TableModel {
  const guess = mappingOf(source, kind.wants);
  if (isRefusal(guess)) throw new Error(guess.refusal.id);
  const read = readFor(kind, source, mapped(guess, 1, "labor"));
  if (isRefusal(read)) throw new Error(read.refusal.id);
  const table = makeTable(kind, read.source, typed, "id");
  if (isRefusal(table)) throw new Error(table.refusal.id);
  return table;
}

/** As a sheet shows it: the table from row, column on, formulas as themselves. */
function shown(table: TableModel, row: number, column: number): SheetCells {
  const blanks = Array.from({ length: column }, () => null);
  const above = Array.from({ length: row }, () => []);
  return {
    name: "Hasil",
    row: 0,
    column: 0,
    values: [...above, ...table.rows.map((line) => [...blanks, ...line.map(({ value }) => value)])],
    formulas: [
      ...above,
      ...table.rows.map((line) => [
        ...blanks,
        ...line.map(({ value, plain }) => (plain ? `=${plain}` : value)),
      ]),
    ],
  };
}

const only = (sheet: SheetCells): FoundTable => {
  const [found, ...more] = tablesIn(sheet, TABLES);
  expect(more).toEqual([]);
  if (!found) throw new Error("not found");
  return found;
};

test("place, size, source, options and the column pointed at", () => {
  const table = made({ region: "Sulawesi", target: "42,06%", growth: "25%" });
  const found = only(shown(table, 3, 2));
  expect(found).toMatchObject({
    kind: "summary",
    sheet: "Hasil",
    row: 3,
    column: 2,
    rows: table.rows.length,
    columns: table.rows[0]?.length,
    title: "Ringkasan wilayah: Sulawesi",
    from: { sheet: "Data 2025", row: 2, column: 1, rows: 3, columns: 4 },
  });
  expect(found.typed).toMatchObject({ region: "Sulawesi", target: "0,4206", growth: "25%" });
  const mapping = mappingFor(found, source, kind.wants);
  if (isRefusal(mapping)) throw new Error(mapping.refusal.id);
  expect(mapping.columns.map(({ is }) => is)).toEqual([expect.any(String), "labor", "active", null]);
});

test("what was changed in a parameter cell since is what counts", () => {
  const table = made({ region: "Sulawesi", growth: "25%" });
  const sheet = shown(table, 0, 0);
  const row = sheet.values.findIndex(([label]) => label === "Kenaikan per tahun");
  const values = sheet.values.map((line, r) => (r === row ? [line[0], 0.3] : line));
  const formulas = sheet.formulas.map((line, r) => (r === row ? [line[0], 0.3] : line));
  expect(only({ ...sheet, values, formulas } as SheetCells).typed.growth).toBe("0,3");
});

test("two tables on one sheet; rows put in; a sign without a table; text that only looks like one", () => {
  const table = made({ region: "Sulawesi" });
  const one = shown(table, 0, 0);
  const gap = [[], []];
  const both = {
    ...one,
    values: [...one.values, ...gap, ...one.values],
    formulas: [...one.formulas, ...gap, ...one.formulas],
  };
  expect(tablesIn(both, TABLES).map(({ row, rows }) => [row, rows])).toEqual([
    [0, table.rows.length],
    [table.rows.length + 2, table.rows.length],
  ]);
  const body = table.rows.findIndex(([first]) => first?.role === "label");
  const put = <T>(lines: readonly (readonly T[])[], line: readonly T[]) => [
    ...lines.slice(0, body),
    line,
    ...lines.slice(body),
  ];
  const longer = { ...one, values: put(one.values, ["Kab. C"]), formulas: put(one.formulas, ["Kab. C"]) };
  expect(only(longer as SheetCells)).toMatchObject({ row: 0, rows: table.rows.length + 1 });
  const mark = String(table.rows.at(-1)?.[0]?.value);
  expect(tablesIn({ ...one, values: [[mark]], formulas: [[mark]] }, TABLES)).toEqual([]);
  for (const text of ["UCJ Planner", "UCJ Planner 0.1.0 · summary", "UCJ Planner 0.1.0 · x 3", "", null, 5])
    expect(readMark(text)).toBeUndefined();
});

test("a source grows with the rows below it and stops at a blank row", () => {
  const from = { sheet: "Data", row: 0, column: 0, rows: 2, columns: 2 };
  const at = (values: BlockCell[][]) =>
    reachOf(from, { name: "Data", row: 0, column: 0, values, formulas: [] })?.rows;
  expect(
    at([
      ["a", 1],
      ["b", 2],
    ]),
  ).toBe(2);
  expect(
    at([
      ["a", 1],
      ["b", 2],
      ["c", 3],
      [null, null],
      ["d", 4],
    ]),
  ).toBe(3);
  expect(
    at([
      ["a", 1],
      [null, null],
    ]),
  ).toBe(1);
});

test("where months run across, a column added to the right is in; one behind a blank column is not", () => {
  const from = { sheet: "Data", row: 0, column: 0, rows: 2, columns: 2 };
  const values: BlockCell[][] = [
    ["Uraian", "Jan", "Feb", null, "Catatan"],
    ["Aktif", 1, 2, null, null],
  ];
  const sheet = { name: "Data", row: 0, column: 0, values, formulas: [] };
  expect(reachOf(from, sheet)?.columns).toBe(2);
  expect(reachOf(from, sheet, true)?.columns).toBe(3);
});

test("the headings' row and what the chart was called are found; a source said by its place alone is said anew", () => {
  const found = only(shown(made({ region: "Sulawesi" }), 3, 2));
  const sheet = shown(made({ region: "Sulawesi" }), 3, 2);
  expect(sheet.values[found.header - sheet.row]?.[2 - sheet.column]).toBe("Kabupaten/kota");
  expect(found.chart).toBe(made({ region: "Sulawesi" }).chart?.title);
  expect(found.typed.source).toBeUndefined();
  expect(only(shown(made({ region: "Sulawesi", source: "BPS 2025" }), 3, 2)).typed.source).toBe("BPS 2025");
});

test.each([
  ["Data!A1:C5", { sheet: "Data", row: 0, column: 0, rows: 5, columns: 3 }],
  ["'Data 2025'!$B$3:$AA$4", { sheet: "Data 2025", row: 2, column: 1, rows: 2, columns: 26 }],
  ["'Kab. O''Brien'!C7", { sheet: "Kab. O'Brien", row: 6, column: 2, rows: 1, columns: 1 }],
  ["A1:B2", undefined],
  ["Data!A1:B2; lain", undefined],
])("%s as a place", (text, place) => {
  expect(placeOf(text)).toEqual(place);
});
