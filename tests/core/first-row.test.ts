// A line of units or of column numbers below the headings is no row of figures, neither to a table nor to a check.
import type { Block, BlockCell } from "../../core/block";
import { readBlock } from "../../core/checks/sources/source";
import { readTable } from "../../core/checks/sources/table";
import { firstRow } from "../../core/first-row";
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor, tableKind } from "../../core/tables/all";

const HEADINGS = ["No", "Kecamatan", "Angkatan kerja", "Peserta aktif", "Cakupan"];
const ROWS: readonly BlockCell[][] = [
  [1, "Kulisusu", 12450, 4310, 0.346],
  [2, "Bonegunu", 4100, 700, 0.171],
];
const LINES: readonly (readonly BlockCell[])[] = [
  [1, 2, 3, 4, 5],
  ["(1)", "(2)", "(3)", "(4)", "(5)=(4):(3)"],
  // As Excel takes "(2)" typed into a cell.
  [-1, -2, -3, -4, -5],
  ["[1]", "[2]", "[3]", "[4]", "[5]"],
  [null, null, "(orang)", "(orang)", "(%)"],
  ["", "", "Orang", "jiwa", "persen"],
];

const block = (...lines: (readonly BlockCell[])[]): Block => {
  const cells = [HEADINGS, ...lines, ...ROWS];
  return {
    sheet: "Data",
    row: 0,
    column: 0,
    cells,
    hiddenRows: [],
    merged: false,
    selected: cells.length * HEADINGS.length,
  };
};

const figures = (given: Block, kind = "districts") => {
  const read = readFor(tableKind(kind), given);
  if (isRefusal(read)) throw new Error(read.refusal.id);
  const table = makeTable(tableKind(kind), read.source, {}, "id");
  if (isRefusal(table)) throw new Error(table.refusal.id);
  return table.rows.map((row) => row.map(({ value }) => value));
};

const checked = (given: Block) => {
  const source = readBlock(given);
  if (isRefusal(source) || source.kind !== "table") throw new Error(JSON.stringify(source));
  const steps = readTable(given, source.layout);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { names, labor, active, coverage } = step.value.table;
  return { names, labor, active, coverage, notes: step.value.notes };
};

describe.each(LINES.map((line) => [line.join(" "), line] as const))("below the headings: %s", (_, line) => {
  test.each(["districts", "ranking"])("table %s", (kind) => {
    const rows = figures(block(line), kind);
    const without = figures(block(), kind);
    const plain = (all: typeof rows) =>
      JSON.stringify(all.filter((row) => ROWS.some((one) => row.includes(one[1] as string))));
    expect(plain(rows)).toBe(plain(without));
    expect(rows.flat()).not.toContain("2");
  });

  test("check", () => {
    expect(checked(block(line))).toEqual(checked(block()));
  });
});

test("both of them, one below the other", () => {
  expect(firstRow(block(LINES[4] as BlockCell[], LINES[1] as BlockCell[]).cells, 0)).toBe(3);
});

test.each<[string, readonly BlockCell[]]>([
  ["a name beside figures", [1, "Kulisusu", 3, 4, 5]],
  ["two figures in a row", ["", "", 3, 4, ""]],
  ["figures that do not count on", [1, 2, 3, 4, 6]],
  ["thousands", [null, null, "(ribu orang)", "(ribu orang)", null]],
  ["nothing", []],
])("%s is a row", (_, line) => {
  expect(firstRow(block(line).cells, 0)).toBe(1);
});
