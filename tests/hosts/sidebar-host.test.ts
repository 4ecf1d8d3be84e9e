// One contract, two spreadsheets: what the sidebar asks of its host, answered by Excel's adapter and by Sheets'.
import type { Block } from "../../core/block";
import { catalogue } from "../../core/catalogue";
import { isRefusal } from "../../core/refuse";
import { KENDARI } from "../../core/samples";
import type { Output, TableModel } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import { segmentTable } from "../../core/tables/segment";
import { judged, understandSegments } from "../../core/tables/understand";
import { HostProblem, type Written } from "../../sidebar/host";
import type { Grid } from "../../workbench/grid-types";
import { contents, everything, HOSTS, type Opened, openInExcel, openInSheets, put, select } from "./both";

const BATAM = [
  ["Peserta aktif", "Segmen", "Angkatan kerja"],
  [343000, "PU", "349.000"],
  [77000, "BPU", 205000],
  [43700, "Jakon", 101000],
  [1180, "PMI", 4000],
];

function kendari(): TableModel {
  const understood = judged({ figures: KENDARI, read: [], findings: [] });
  if (isRefusal(understood)) throw new Error();
  return segmentTable(understood.figures, "id");
}

async function writeTable(
  opened: Opened,
  table: TableModel,
  output: Output,
  place: "newSheet" | "here" | "free",
): Promise<Written> {
  const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
  const spot = await opened.host.survey(place, size, table.name);
  return opened.host.write(paint(table, output, { ...spot, chartBelow: place !== "here" }), spot.isNew);
}

describe.each(HOSTS)("%s", (name, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => {
    expect(opened.unsupported()).toEqual([]);
  });

  test("hands over the selected block, trimmed to what is filled in", async () => {
    put(opened.grid, BATAM, 3, 1);
    select(opened.grid, 2, 0, 200, 20);
    const block = await opened.host.readSelection();
    const understood = understandSegments(block);
    if (isRefusal(understood)) throw new Error(understood.refusal.id);
    expect(understood.figures.segments[0]).toEqual({
      name: "PU",
      labor: { value: 349000 },
      active: { value: 343000, from: `'${opened.grid.activeSheet().name}'!B5` },
    });
    expect(block.selected).toBe(4000);
  });

  test.each<[string, (grid: Grid) => void, RegExp]>([
    ["an empty selection", (grid) => select(grid, 50, 5, 3, 3), /Pilihan kosong/],
    ["one cell", (grid) => select(grid, 0, 0, 1, 1), /satu sel/],
    ["a whole sheet's worth of empty rows", (grid) => select(grid, 100, 0, 900, 20), /Pilihan kosong/],
    [
      "hidden rows",
      (grid) => {
        grid.apply([{ do: "hideRows", sheet: grid.activeSheet().id, rows: [2], hidden: true }]);
        select(grid, 0, 0, 5, 3);
      },
      /1 baris tersembunyi \(baris 3\)/,
    ],
    [
      "merged cells",
      (grid) => {
        put(grid, [["Catatan", ""]], 5, 0);
        grid.apply([
          { do: "merge", sheet: grid.activeSheet().id, zone: { row: 5, column: 0, rows: 1, columns: 2 } },
        ]);
        select(grid, 0, 0, 6, 3);
      },
      /sel gabungan/,
    ],
    [
      "text that starts with =",
      (grid) => {
        put(grid, [["=1+1", 5, 5]], 5, 0);
        select(grid, 0, 0, 6, 3);
      },
      /Sel A6 berisi teks yang diawali "="/,
    ],
  ])("%s: says what to select, changes nothing", async (_, prepare, sentence) => {
    put(opened.grid, BATAM);
    if (name) prepare(opened.grid);
    const before = everything(opened.grid);
    const block: Block = await opened.host.readSelection();
    const answer = understandSegments(block);
    expect(isRefusal(answer) && answer.refusal.id).toMatch(sentence);
    expect(everything(opened.grid)).toBe(before);
  });

  test("writes the table on a new sheet, formulas giving what core computed, with its chart", async () => {
    const table = kendari();
    const trips = opened.trips();
    const written = await writeTable(opened, table, "plain", "newSheet");
    expect(opened.trips() - trips).toBeLessThanOrEqual(3);
    expect(contents(opened.grid, written.sheet)).toEqual(
      table.rows.map((row) => row.map((cell) => cell.value)),
    );
    const sheet = opened.grid.sheets().find((found) => found.name === written.sheet)?.id as string;
    const charts = opened.grid.charts(sheet);
    expect(charts).toHaveLength(1);
    expect(charts[0]?.title).toBe("Kota Kendari: potensi terbesar PU (62,69 %)");
    const total = table.rows.findIndex((row) => row[0]?.value === "Jumlah");
    expect(opened.grid.cell(sheet, total, 4).text).toBe("35,05%");
    expect(opened.grid.cell(sheet, total, 1).text).toBe("140.940");
    expect(opened.grid.cell(sheet, 0, 0).style.bold).toBe(true);
  });

  test.each<Output>(["plain", "live", "values"])("output %s gives the same values", async (output) => {
    put(opened.grid, BATAM);
    select(opened.grid, 0, 0, 5, 3);
    const understood = understandSegments(await opened.host.readSelection());
    if (isRefusal(understood)) throw new Error(understood.refusal.id);
    const table = segmentTable({ ...understood.figures, region: "Kota Batam" }, "id");
    const written = await writeTable(opened, table, output, "newSheet");
    const values = contents(opened.grid, written.sheet);
    for (const [r, row] of table.rows.entries())
      for (const [c, cell] of row.entries()) {
        const value = values[r]?.[c];
        if (typeof cell.value === "number") expect(value).toBeCloseTo(cell.value, 12);
        else expect(value).toBe(cell.value);
      }
  });

  test("without any UCJ function the default table and the one with a fallback still compute", async () => {
    const table = kendari();
    const plain = await writeTable(opened, table, "plain", "newSheet");
    const live = await writeTable(opened, table, "live", "newSheet");
    const before = [contents(opened.grid, plain.sheet), contents(opened.grid, live.sheet)];
    opened.grid.register([]);
    expect([contents(opened.grid, plain.sheet), contents(opened.grid, live.sheet)]).toEqual(before);
    expect(catalogue.length).toBeGreaterThan(5);
  });

  test("says how many cells it would overwrite, and finds a free place below", async () => {
    put(opened.grid, BATAM);
    select(opened.grid, 0, 0, 1, 1);
    const size = { rows: 5, columns: 6 };
    const here = await opened.host.survey("here", size, "Segmen");
    expect(here).toMatchObject({ isNew: false, row: 0, column: 0, address: "A1:F5", filled: 15 });
    const free = await opened.host.survey("free", size, "Segmen");
    expect(free).toMatchObject({ isNew: false, row: 6, column: 0, filled: 0 });
  });

  test("a second table of the same name gets a sheet of its own", async () => {
    const first = await writeTable(opened, kendari(), "plain", "newSheet");
    const second = await writeTable(opened, kendari(), "plain", "newSheet");
    expect(second.sheet).toBe(`${first.sheet} 2`);
  });

  test("undo of a new sheet leaves the workbook as it was", async () => {
    put(opened.grid, BATAM);
    const before = everything(opened.grid);
    const written = await writeTable(opened, kendari(), "plain", "newSheet");
    await opened.host.undo(written);
    expect(everything(opened.grid)).toBe(before);
  });

  test("undo of an overwritten block gives back values, formulas, formats and style", async () => {
    const sheet = opened.grid.activeSheet().id;
    put(opened.grid, BATAM);
    opened.grid.apply([
      { do: "content", sheet, row: 2, column: 3, content: "=A2*2" },
      { do: "format", sheet, zone: { row: 1, column: 0, rows: 3, columns: 1 }, format: "#,##0.0" },
      {
        do: "style",
        sheet,
        zone: { row: 0, column: 0, rows: 1, columns: 3 },
        style: { bold: true, fill: "#FFEEAA", color: "#AA0000" },
      },
    ]);
    select(opened.grid, 0, 0, 1, 1);
    const before = everything(opened.grid);
    const written = await writeTable(opened, kendari(), "plain", "here");
    expect(everything(opened.grid)).not.toBe(before);
    await opened.host.undo(written);
    expect(everything(opened.grid)).toBe(before);
  });

  test("puts a formula into the selected cell and says what it held", async () => {
    expect(await opened.host.marks()).toEqual({ separator: ";", decimal: "," });
    select(opened.grid, 4, 2, 3, 3);
    const { sheet, row, column } = await opened.host.survey("here", { rows: 1, columns: 1 }, "");
    const formula = { row, column, content: "=UCJ_TARGET(0.336,1)", formula: true };
    expect(await opened.host.writeCells(sheet, [formula])).toEqual([
      { row: 4, column: 2, content: "", formula: false },
    ]);
    const cell = opened.grid.cell(opened.grid.activeSheet().id, 4, 2);
    expect([cell.formula, cell.value]).toEqual(["=UCJ_TARGET(0.336,1)", 0.336 * 1.2]);
  });

  test("goes to a cell of another sheet", async () => {
    const written = await writeTable(opened, kendari(), "values", "newSheet");
    opened.grid.activate(opened.grid.sheets()[0]?.id as string);
    await opened.host.goTo(written.sheet, "B8");
    expect(opened.grid.activeSheet().name).toBe(written.sheet);
    expect(opened.grid.selection().zone).toMatchObject({ row: 7, column: 1 });
  });

  test("changes single cells, and what it answers changes them back, text staying text", async () => {
    const sheet = opened.grid.activeSheet();
    put(opened.grid, BATAM);
    put(opened.grid, [["=1+1", "8 Juni 2025"]], 7, 0);
    opened.grid.apply([
      { do: "content", sheet: sheet.id, row: 8, column: 0, content: "=A2*2" },
      { do: "content", sheet: sheet.id, row: 9, column: 0, content: "=IF(C3>1,C3*1.5,0.5)" },
    ]);
    const before = everything(opened.grid);
    const cells = [
      { row: 1, column: 2, content: 1 },
      { row: 7, column: 1, content: "=HYPERLINK(1)" },
      { row: 8, column: 0, content: "=IF(A2>0,1,2)", formula: true },
    ];
    const held = await opened.host.writeCells(sheet.name, cells);
    const text = opened.grid.cell(sheet.id, 7, 1);
    expect([text.value, text.formula]).toEqual(["=HYPERLINK(1)", ""]);
    expect(opened.grid.cell(sheet.id, 8, 0).value).toBe(1);
    await opened.host.writeCells(sheet.name, held);
    expect(everything(opened.grid)).toBe(before);
    // Figures alone over a formula: its marks come back as they were, too.
    const figure = await opened.host.writeCells(sheet.name, [{ row: 9, column: 0, content: 7 }]);
    expect(opened.grid.cell(sheet.id, 9, 0).value).toBe(7);
    await opened.host.writeCells(sheet.name, figure);
    expect(everything(opened.grid)).toBe(before);
  });

  test("keeps a sheet of rows: made with its headings, then added to, text never a formula", async () => {
    expect(await opened.host.readSheet("UCJ_Catatan")).toBeNull();
    await opened.host.appendRows("UCJ_Catatan", ["Sel", "Alasan"], [["A1", "=1+1"]]);
    await opened.host.appendRows("UCJ_Catatan", ["Sel", "Alasan"], [["B2", "8 Juni 2025"]]);
    const kept = await opened.host.readSheet("UCJ_Catatan");
    expect(kept?.cells).toEqual([
      ["Sel", "Alasan"],
      ["A1", "=1+1"],
      ["B2", "8 Juni 2025"],
    ]);
  });

  test("a host that fails becomes a sentence, and the sheet is as it was", async () => {
    put(opened.grid, BATAM);
    const before = everything(opened.grid);
    opened.breakAfter(0);
    const failure = await opened.host
      .survey("newSheet", { rows: 5, columns: 6 }, "Segmen")
      .catch((error) => error);
    expect(failure).toBeInstanceOf(HostProblem);
    expect((failure as HostProblem).words.id).toMatch(/Coba lagi/);
    expect(everything(opened.grid)).toBe(before);
  });
});

test("Excel and Sheets show the same table, cell for cell", async () => {
  const [excel, sheets] = [await openInExcel(), await openInSheets()];
  Object.assign(globalThis, {});
  const inSheets = await writeTable(sheets, kendari(), "live", "newSheet");
  const inExcel = await writeTable(excel, kendari(), "live", "newSheet");
  expect(contents(excel.grid, inExcel.sheet)).toEqual(contents(sheets.grid, inSheets.sheet));
});

test("a file whose locale is another since the pane last heard of it: formulas are written in the marks it has now", async () => {
  for (const locale of ["in_ID", "en_US", "in_ID"]) {
    const { host, grid, trips } = await openInSheets(undefined, locale);
    const sheet = grid.activeSheet();
    await host.writeCells(sheet.name, [{ row: 0, column: 0, content: "=ROUND(0.4567,2)", formula: true }]);
    const cells = [{ row: 1, column: 0, content: "=ROUND(1.2345,1)", formula: true }];
    await host.writeCells(sheet.name, cells);
    expect([0, 1].map((row) => grid.cell(sheet.id, row, 0).value)).toEqual([0.46, 1.2]);
    // Written once more where it had changed; asked for once, not at every write.
    expect(trips()).toBeLessThanOrEqual(4);
  }
});
