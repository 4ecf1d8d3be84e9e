// Genuine office.js in jsdom over our Excel host on a real grid: what the add-in will rely on.
import { afterEach, describe, expect, test } from "@jest/globals";
import { captureFunctions, type FunctionsJson } from "../../workbench/excel-host/functions";
import { type ExcelPane, openExcel } from "../../workbench/excel-host/headless";
import { createGrid, type Library } from "../../workbench/grid";
import type { Grid } from "../../workbench/grid-types";

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");

let pane: ExcelPane;
afterEach(() => pane.close());

async function open(options: { scripts?: string[]; locale?: "id" | "en" } = {}) {
  const { grid } = createGrid(library, options);
  pane = await openExcel({ grid, ...options });
  return { pane, grid, host: pane.host, sheet: grid.activeSheet().id, run: pane.run };
}

/** The code and message of what a run fails with. */
async function failure(work: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await work.then(
    () => ({ code: "none", message: "it did not fail" }),
    (thrown) => thrown as { code: string; message: string },
  );
  return { code: error.code, message: error.message };
}

const zone = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });
const values = (grid: Grid, sheet: string, rows: number, columns: number) =>
  Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => grid.cell(sheet, r, c).value),
  );

describe("the start", () => {
  test("Office finds itself in Excel on a PC, in Indonesian, without asking anything of the network", async () => {
    const { pane } = await open();
    const { Office } = pane.window;
    expect(await Office.onReady()).toMatchObject({ host: "Excel", platform: "PC" });
    expect(Office.context.displayLanguage).toBe("id-ID");
    expect(Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(Office.context.officeTheme.bodyBackgroundColor).toBe("#ffffff");
    expect(pane.refused).toEqual([]);
    expect(pane.host.syncs).toBe(0);
  });

  test("document settings are saved in the host", async () => {
    const { pane, host } = await open();
    const { settings } = pane.window.Office.context.document;
    settings.set("panel", "Tabel");
    const result = await new Promise<Office.AsyncResult<void>>((done) => settings.saveAsync(done));
    expect(result.status).toBe("succeeded");
    expect([...host.documentSettings.keys()]).toEqual(["panel"]);
  });
});

describe("the pane", () => {
  test("a page with Microsoft's own script tag loads as it is, with its bundles beside it", async () => {
    const { grid } = createGrid(library);
    const cdn = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    const html = `<!doctype html><html lang="id"><head><script src="${cdn}"></script>
      <link rel="stylesheet" href="style.css"><script defer src="taskpane.js"></script></head>
      <body><p id="out"></p></body></html>`;
    const bundle = `Office.onReady(() => Excel.run({ delayForCellEdit: true }, async (context) => {
      const range = context.workbook.getSelectedRange().load("address");
      await context.sync();
      document.getElementById("out").textContent = range.address;
    }));`;
    pane = await openExcel({
      grid,
      html,
      files: { "taskpane.js": bundle, "style.css": "p { color: black }" },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pane.window.document.getElementById("out")?.textContent).toBe("Sheet1!A1");
    expect(pane.refused).toEqual([]);
  });

  test("a ribbon button runs its function", async () => {
    const { pane } = await open({
      scripts: [
        `Office.actions.associate("perbarui", (event) => { window.pressed = event.source.id; event.completed(); })`,
      ],
    });
    pane.seam.command("perbarui");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(Reflect.get(pane.window, "pressed")).toBe("ucj");
  });
});

describe("reading and writing", () => {
  test("a formula written in the same sync is already calculated", async () => {
    const { run, host } = await open();
    const seen = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C2");
      range.values = [
        ["Wilayah", "Angkatan kerja", "Aktif"],
        ["Kendari", 140940, "=ROUNDUP(B2*0.35,0)"],
      ];
      range.numberFormat = [
        ["General", "General", "General"],
        ["General", "#,##0", "#,##0"],
      ];
      range.load("values,formulas,text,numberFormat,valueTypes,address,rowCount,columnCount");
      await context.sync();
      return range.toJSON();
    });
    expect(seen).toMatchObject({
      address: "Sheet1!A1:C2",
      rowCount: 2,
      columnCount: 3,
      values: [
        ["Wilayah", "Angkatan kerja", "Aktif"],
        ["Kendari", 140940, 49329],
      ],
      formulas: [
        ["Wilayah", "Angkatan kerja", "Aktif"],
        ["Kendari", 140940, "=ROUNDUP(B2*0.35,0)"],
      ],
      text: [
        ["Wilayah", "Angkatan kerja", "Aktif"],
        ["Kendari", "140.940", "49.329"],
      ],
      valueTypes: [
        ["String", "String", "String"],
        ["String", "Double", "Double"],
      ],
    });
    expect(host.syncs).toBe(1);
    expect([...host.unsupported]).toEqual([]);
  });

  test("null leaves a cell alone, an empty text clears it, an apostrophe marks text", async () => {
    const { run, grid, sheet } = await open();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:D1");
      range.values = [[1, 2, 3, 4]];
      // biome-ignore lint/suspicious/noExplicitAny: the type of values leaves null out, Excel does not
      range.values = [[null, "", "'=1+1", "'0012"]] as any;
      await context.sync();
    });
    expect(values(grid, sheet, 1, 4)).toEqual([[1, "", "=1+1", "0012"]]);
    expect(grid.cell(sheet, 0, 2).formula).toBe("");
  });

  test("one value fills a range; errors read as their names", async () => {
    const { run } = await open();
    const seen = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      // biome-ignore lint/suspicious/noExplicitAny: Excel takes one value for all
      range.formulas = "=1/0" as any;
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    });
    const twice = (text: string) => [
      [text, text],
      [text, text],
    ];
    expect(seen).toEqual([twice("#DIV/0!"), twice("Error")]);
  });

  test("what Excel refuses is refused with its code; what was asked before it has happened", async () => {
    const { run, grid, sheet } = await open();
    const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();
    const attempt = (work: (context: Excel.RequestContext) => void) =>
      failure(
        run(async (context) => {
          work(context);
          sheetOf(context).getRange("B1").values = [["sesudah"]];
          await context.sync();
        }),
      ).then(({ code }) => code);
    expect(await attempt((c) => (sheetOf(c).getRange("A1:B2").values = [[1, 2, 3]]))).toBe("InvalidArgument");
    expect(await attempt((c) => (sheetOf(c).getRange("A1").formulas = [["=1+"]]))).toBe("InvalidArgument");
    expect(await attempt((c) => sheetOf(c).getRange("A0").load("values"))).toBe("InvalidArgument");
    expect(await attempt((c) => c.workbook.worksheets.getItem("Tidak Ada").activate())).toBe("ItemNotFound");
    expect(await attempt((c) => c.workbook.worksheets.add("a".repeat(32)))).toBe("InvalidArgument");
    expect(await attempt((c) => c.workbook.worksheets.add("Data: 1"))).toBe("InvalidArgument");
    expect(await attempt((c) => c.workbook.worksheets.add("sheet1"))).toBe("ItemAlreadyExists");
    expect(await attempt((c) => sheetOf(c).delete())).toBe("InvalidOperation");
    const both = await attempt((c) => {
      sheetOf(c).getRange("A1").values = [["sebelum"]];
      sheetOf(c).getRange("A2:A3").values = [["satu saja"]];
    });
    expect(both).toBe("InvalidArgument");
    expect(grid.used(sheet)).toEqual(zone(0, 0, 1, 1));
    expect(grid.sheets()).toHaveLength(1);
  });

  test("reading what was not loaded fails in the add-in, as it does in Excel", async () => {
    const { run } = await open();
    const { code } = await failure(
      run(async (context) => {
        const range = context.workbook.getSelectedRange();
        await context.sync();
        return range.address;
      }),
    );
    expect(code).toBe("PropertyNotLoaded");
  });

  test("a member nobody built is refused by name and listed", async () => {
    const { run, host } = await open();
    const { code, message } = await failure(
      run(async (context) => {
        context.workbook.getSelectedRange().load("style");
        await context.sync();
      }),
    );
    expect([code, message]).toEqual(["ApiNotFound", "Meja uji belum mendukung Range.style."]);
    await failure(run(async (context) => void context.workbook.pivotTables.refreshAll()));
    expect([...host.unsupported]).toEqual(["Range.style", "Workbook.pivotTables"]);
  });

  test("40,000 rows of three columns go in one sync, one evaluation, one undo step", async () => {
    const { run, grid, host, sheet } = await open();
    const before = grid.evaluations();
    await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:C40000");
      range.values = Array.from({ length: 40_000 }, (_, i) => [i, `baris ${i}`, i / 7]);
      await context.sync();
    });
    expect(grid.used(sheet)).toEqual(zone(0, 0, 40_000, 3));
    expect(grid.cell(sheet, 39_999, 2).value).toBe(39_999 / 7);
    expect(grid.evaluations()).toBe(before + 1);
    expect(host.syncs).toBe(1);
    expect(host.bytes).toBeGreaterThan(1_000_000);
    grid.undo();
    expect(grid.used(sheet)).toBeNull();
  });

  test("more than five megabytes in one request are refused", async () => {
    const { run, grid, sheet } = await open();
    const { code } = await failure(
      run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A600");
        range.values = Array.from({ length: 600 }, () => ["x".repeat(10_000)]);
        await context.sync();
      }),
    );
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
    expect(grid.used(sheet)).toBeNull();
  });
});

describe("counting and failing", () => {
  test("every sync is counted, what office.js does for itself is not", async () => {
    const { run, host } = await open();
    await run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load("address");
      await context.sync();
      range.load("values");
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.syncs).toBe(2);
  });

  test("a request can be made to fail with any code of Excel, before it does anything", async () => {
    const { run, host, grid, sheet } = await open();
    host.fail = (request) => (request === 2 ? "InvalidOperationInCellEditMode" : undefined);
    const write = (text: string) =>
      run(async (context) => {
        context.workbook.getActiveCell().values = [[text]];
        await context.sync();
      });
    await write("satu");
    expect(await failure(write("dua"))).toMatchObject({ code: "InvalidOperationInCellEditMode" });
    expect(grid.cell(sheet, 0, 0).value).toBe("satu");
    await write("tiga");
    expect(grid.cell(sheet, 0, 0).value).toBe("tiga");
  });
});

describe("ranges", () => {
  test("null objects, used ranges, intersections", async () => {
    const { run } = await open();
    const seen = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const empty = sheet.getUsedRangeOrNullObject(true);
      empty.load("address");
      await context.sync();
      const none = empty.isNullObject;
      sheet.getRange("B3:D5").values = [
        [1, "", ""],
        ["", 2, ""],
        ["", "", 3],
      ];
      const used = sheet.getUsedRangeOrNullObject(true).load("address");
      const inColumns = sheet.getRange("A:C").getUsedRangeOrNullObject(true).load("address");
      const apart = sheet.getRange("A1:B2").getIntersectionOrNullObject("D4:E5");
      const common = sheet
        .getRange("A1:C4")
        .getIntersectionOrNullObject(sheet.getRange("B2:Z9"))
        .load("address");
      const moved = sheet.getRange("B3").getOffsetRange(2, 1).getResizedRange(1, 2).load("address");
      const cell = sheet.getRange("B3:D5").getCell(1, 1).load("values,address");
      const nobody = context.workbook.worksheets.getItemOrNullObject("Tidak Ada");
      await context.sync();
      return {
        none,
        used: used.address,
        inColumns: inColumns.address,
        apart: apart.isNullObject,
        common: common.address,
        moved: moved.address,
        cell: [cell.address, cell.values],
        nobody: nobody.isNullObject,
      };
    });
    expect(seen).toEqual({
      none: true,
      used: "Sheet1!B3:D5",
      inColumns: "Sheet1!B3:C4",
      apart: true,
      common: "Sheet1!B2:C4",
      moved: "Sheet1!C5:E6",
      cell: ["Sheet1!C4", [[2]]],
      nobody: true,
    });
  });

  test("whole columns count as Excel counts them, and their values are not read", async () => {
    const { run, grid, sheet } = await open();
    grid.apply([{ do: "content", sheet, row: 4, column: 1, content: 7 }]);
    grid.select(sheet, zone(0, 0, 1_048_576, 3));
    const seen = await run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address,isEntireColumn,isEntireRow,rowCount,cellCount,values");
      const used = selected.getUsedRangeOrNullObject(true).load("address,values");
      const deep = context.workbook.worksheets
        .getActiveWorksheet()
        .getRange("A1:F1000000")
        .load("values,cellCount");
      await context.sync();
      const { address, isEntireColumn, isEntireRow, rowCount, cellCount } = selected;
      const read = { address, isEntireColumn, isEntireRow, rowCount, cellCount, values: selected.values };
      return { ...read, used: [used.address, used.values], deep: [deep.cellCount, deep.values] };
    });
    expect(seen).toEqual({
      address: "Sheet1!A:C",
      isEntireColumn: true,
      isEntireRow: false,
      rowCount: 1_048_576,
      cellCount: 3_145_728,
      values: null,
      used: ["Sheet1!B5", [[7]]],
      deep: [6_000_000, null],
    });
    const wide = run(async (context) => {
      // biome-ignore lint/suspicious/noExplicitAny: one value for a whole column
      context.workbook.getSelectedRange().values = 1 as any;
      await context.sync();
    });
    expect(await failure(wide)).toMatchObject({ code: "InvalidArgument" });
    await run(async (context) => {
      context.workbook.getSelectedRange().clear("Contents");
      await context.sync();
    });
    expect(grid.used(sheet)).toBeNull();
  });

  test("beyond the last row of the grid lies an empty sheet", async () => {
    const { run, grid } = await open();
    const seen = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const far = sheet
        .getRange("AZ5000:BA5001")
        .load("values,valueTypes,numberFormat,format/rowHeight,format/font/bold");
      const none = far.getUsedRangeOrNullObject(true);
      sheet.getRange().format.autofitColumns();
      sheet.getRange().format.columnWidth = 60;
      await context.sync();
      return [
        far.values,
        far.valueTypes,
        far.format.font.bold,
        far.format.rowHeight !== null,
        none.isNullObject,
      ];
    });
    const twice = (text: string) => [
      [text, text],
      [text, text],
    ];
    expect(seen).toEqual([twice(""), twice("Empty"), false, true, true]);
    expect(grid.activeSheet()).toMatchObject({ rows: 1000, columns: 26 });
  });

  test("hidden rows, merged areas, special cells, the visible view", async () => {
    const { run, grid, sheet } = await open();
    grid.apply([
      ...[1, 2, 3, 4].map((n, i) => ({ do: "content", sheet, row: i, column: 0, content: n }) as const),
      { do: "content", sheet, row: 3, column: 1, content: "=A4*2" },
      { do: "hideRows", sheet, rows: [1, 2], hidden: true },
      { do: "merge", sheet, zone: zone(5, 0, 1, 3) },
    ]);
    const seen = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B4");
      range.load("rowHidden");
      const middle = range.getRow(1).load("rowHidden");
      const merged = range.getMergedAreasOrNullObject();
      const below = range.getOffsetRange(4, 0).getMergedAreasOrNullObject().load("address");
      const shown = range.getSpecialCellsOrNullObject("Visible").load("address,cellCount");
      const formulas = range.getSpecialCellsOrNullObject("Formulas").load("address");
      const view = range.getVisibleView().load("values,rowCount");
      await context.sync();
      return {
        hidden: [range.rowHidden, middle.rowHidden],
        merged: [merged.isNullObject, below.address],
        shown: [shown.address, shown.cellCount],
        formulas: formulas.address,
        view: [view.values, view.rowCount],
      };
    });
    expect(seen).toEqual({
      hidden: [null, true],
      merged: [true, "Sheet1!A6:C6"],
      shown: ["Sheet1!A1:B1,Sheet1!A4:B4", 4],
      formulas: "Sheet1!B4",
      view: [
        [
          [1, ""],
          [4, 8],
        ],
        2,
      ],
    });
  });

  test("formats reach the grid and are read back; a mixed range answers null", async () => {
    const { run, grid, sheet } = await open();
    const seen = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B3");
      const { format } = range;
      format.fill.color = "#d9ead3";
      format.font.bold = true;
      format.horizontalAlignment = "Center";
      format.wrapText = true;
      format.columnWidth = 90;
      format.borders.getItem("EdgeBottom").style = "Continuous";
      format.borders.getItem("InsideVertical").color = "#00FF00";
      range.getRow(0).format.font.bold = false;
      range.load("format/fill/color,format/font/bold,format/horizontalAlignment,format/columnWidth");
      const edge = format.borders.getItem("EdgeBottom").load("style");
      const other = format.borders.getItem("EdgeTop").load("style");
      await context.sync();
      const { fill, font, horizontalAlignment, columnWidth } = format;
      return [fill.color, font.bold, horizontalAlignment, columnWidth, edge.style, other.style];
    });
    expect(seen).toEqual(["#D9EAD3", null, "Center", 90, "Continuous", "None"]);
    expect(grid.cell(sheet, 2, 0).style).toMatchObject({
      bold: true,
      wrap: true,
      border: { bottom: true, right: true },
    });
    expect(grid.columnWidth(sheet, 1)).toBe(120);
    await run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1:B3").format.fill.clear();
      await context.sync();
    });
    expect(grid.cell(sheet, 2, 0).style.fill).toBeUndefined();
  });
});

describe("the workbook", () => {
  test("a new sheet is made, filled, frozen and shown in one sync and one undo step", async () => {
    const { run, grid, host } = await open();
    const before = grid.evaluations();
    const seen = await run(async (context) => {
      const sheet = context.workbook.worksheets.add("Segmen 2025");
      sheet.getRangeByIndexes(0, 0, 1, 2).values = [["Segmen", "Aktif"]];
      sheet.getRange("A2:B2").formulas = [["PU", "=20+1"]];
      sheet.freezePanes.freezeRows(1);
      sheet.getRange("A:B").format.autofitColumns();
      const used = sheet.getUsedRangeOrNullObject().load("address");
      const { worksheets } = context.workbook;
      worksheets.load("items/name,items/position,items/visibility");
      await context.sync();
      return { used: used.address, sheets: worksheets.items.map((s) => [s.name, s.position, s.visibility]) };
    });
    expect(seen).toEqual({
      used: "'Segmen 2025'!A1:B2",
      sheets: [
        ["Sheet1", 0, "Visible"],
        ["Segmen 2025", 1, "Visible"],
      ],
    });
    expect(host.syncs).toBe(1);
    expect(grid.evaluations() - before).toBe(1);
    grid.undo();
    expect(grid.sheets()).toHaveLength(1);
  });

  test("decimal marks, settings, names, protection", async () => {
    const { run, host } = await open();
    const seen = await run(async (context) => {
      const { application, settings, names, worksheets } = context.workbook;
      application.suspendScreenUpdatingUntilNextSync();
      application.suspendApiCalculationUntilNextSync();
      const marks = application.cultureInfo.numberFormat;
      marks.load("numberDecimalSeparator,numberGroupSeparator");
      settings.add("ucj", { panel: "Tabel" });
      const kept = settings.getItemOrNullObject("ucj").load("value");
      const sheet = worksheets.getActiveWorksheet();
      names.add("UCJ_TARGET_2025", sheet.getRange("C3"));
      const place = names.getItem("UCJ_TARGET_2025").getRange().load("address");
      sheet.protection.load("protected");
      sheet.name = "Data";
      sheet.load("name");
      await context.sync();
      return [
        [marks.numberDecimalSeparator, marks.numberGroupSeparator],
        kept.value,
        place.address,
        sheet.protection.protected,
        sheet.name,
      ];
    });
    expect(seen).toEqual([[",", "."], { panel: "Tabel" }, "Sheet1!C3", false, "Data"]);
    expect([...host.unsupported]).toEqual([]);
  });

  test("charts are made, dressed, found again and deleted", async () => {
    const { run, grid, sheet } = await open();
    await run(async (context) => {
      const page = context.workbook.worksheets.getActiveWorksheet();
      const source = page.getRange("A1:C3");
      source.values = [
        ["", "Aktif", "Belum"],
        ["PU", 5, 6],
        ["BPU", 7, 8],
      ];
      const chart = page.charts.add("ColumnStacked", source, "Columns");
      chart.name = "UCJ Segmen";
      chart.title.text = "Cakupan menurut segmen";
      chart.legend.position = "Right";
      chart.setPosition("E2", "H11");
      chart.series.getItemAt(1).format.fill.setSolidColor("#c00000");
      chart.axes.valueAxis.numberFormat = "0%";
      await context.sync();
    });
    expect(grid.charts(sheet)).toEqual([
      {
        id: "UCJ Segmen",
        sheet,
        kind: "stackedColumn",
        title: "Cakupan menurut segmen",
        source: zone(0, 0, 3, 3),
        seriesBy: "columns",
        anchor: { row: 1, column: 4 },
        width: 4 * grid.columnWidth(sheet, 4),
        height: 10 * grid.rowHeight(sheet, 1),
        legend: "right",
        colors: ["", "#C00000"],
      },
    ]);
    const seen = await run(async (context) => {
      const { charts } = context.workbook.worksheets.getActiveWorksheet();
      const chart = charts.getItemOrNullObject("UCJ Segmen").load("name,chartType,width");
      const none = charts.getItemOrNullObject("lain");
      const second = chart.series.getItemAt(1).load("name");
      charts.load("items/name");
      await context.sync();
      const read = [chart.name, chart.chartType, second.name, charts.items.length, none.isNullObject];
      chart.delete();
      charts.load("count");
      await context.sync();
      return [...read, charts.count];
    });
    expect(seen).toEqual(["UCJ Segmen", "ColumnStacked", "Belum", 1, true, 0]);
    expect(grid.charts(sheet)).toEqual([]);
  });

  test("series without a label column take their labels from elsewhere", async () => {
    const { run, grid, host, sheet } = await open();
    const names = await run(async (context) => {
      const page = context.workbook.worksheets.getActiveWorksheet();
      page.getRange("A1:D3").values = [
        ["Segmen", "Sumber", "Aktif", "Belum"],
        ["PU", "dinas", 5, 6],
        ["BPU", "dinas", 7, 8],
      ];
      const chart = page.charts.add("ColumnStacked", page.getRange("C1:D3"), "Columns");
      for (const i of [0, 1]) chart.series.getItemAt(i).setXAxisValues(page.getRange("A2:A3"));
      chart.series.load("items/name");
      await context.sync();
      return chart.series.items.map(({ name }) => name);
    });
    expect(names).toEqual(["Aktif", "Belum"]);
    const apart = { source: zone(0, 2, 3, 2), labels: zone(0, 0, 3, 1), seriesBy: "columns" };
    expect(grid.charts(sheet)).toMatchObject([apart]);
    const wrong = run(async (context) => {
      const page = context.workbook.worksheets.getActiveWorksheet();
      page.charts.getItem("Chart 1").series.getItemAt(0).setXAxisValues(page.getRange("A3:A4"));
      await context.sync();
    });
    expect(await failure(wrong)).toMatchObject({ code: "ApiNotFound" });
    const bare = run(async (context) => {
      const page = context.workbook.worksheets.getActiveWorksheet();
      page.charts.add("ColumnStacked", page.getRange("B2:D3"), "Columns");
      await context.sync();
    });
    expect(await failure(bare)).toMatchObject({ code: "ApiNotFound" });
    expect(host.unsupported.size).toBe(2);
    const figures = await run(async (context) => {
      const page = context.workbook.worksheets.getActiveWorksheet();
      const chart = page.charts.add("ColumnClustered", page.getRange("C2:D3"), "Columns");
      chart.series.load("items/name");
      await context.sync();
      const first = chart.series.items.map(({ name }) => name);
      const second = chart.series.getItemAt(1);
      second.name = "Target";
      second.chartType = "Line";
      second.setXAxisValues(page.getRange("A2:A3"));
      chart.series.load("items/name");
      await context.sync();
      return [first, chart.series.items.map(({ name }) => name)];
    });
    expect(figures).toEqual([
      ["Series1", "Series2"],
      ["Series1", "Target"],
    ]);
    expect(grid.charts(sheet)[1]).toMatchObject({
      source: zone(1, 2, 2, 2),
      labels: zone(1, 0, 2, 1),
      names: ["Series1", "Target"],
      lines: [1],
    });
  });

  test("cell properties go out and come back cell by cell, no fill included", async () => {
    const { run, grid, sheet } = await open();
    const looks = () => [0, 1].map((column) => grid.cell(sheet, 0, column).style);
    grid.apply([{ do: "style", sheet, zone: zone(0, 0, 1, 1), style: { bold: true, fill: "#FFEEAA" } }]);
    const before = looks();
    const [first, second] = await run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B1");
      const kept = range.getCellProperties({
        format: { fill: { color: true, pattern: true }, font: { bold: true } },
      });
      await context.sync();
      range.format.fill.color = "#000000";
      range.format.font.bold = true;
      await context.sync();
      range.setCellProperties(kept.value as Excel.SettableCellProperties[][]);
      await context.sync();
      return kept.value[0] as Excel.CellProperties[];
    });
    expect(first).toEqual({ format: { fill: { color: "#FFEEAA", pattern: "Solid" }, font: { bold: true } } });
    expect(second).toEqual({
      format: { fill: { color: "#FFFFFF", pattern: "None" }, font: { bold: false } },
    });
    expect(looks()).toEqual(before);
  });

  test("selections are announced to the workbook and to the sheet", async () => {
    const { run, grid, sheet } = await open();
    const heard: string[] = [];
    await run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => void heard.push("workbook"));
      context.workbook.worksheets.getActiveWorksheet().onSelectionChanged.add(async ({ address }) => {
        heard.push(address);
      });
      await context.sync();
    });
    grid.select(sheet, zone(1, 1, 2, 3));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(heard.sort()).toEqual(["B2:D3", "workbook"]);
  });
});

describe("custom functions", () => {
  const bundle = `
    var wrong = (code, text) => new CustomFunctions.Error(code, text);
    CustomFunctions.associate("UCJ_COVERAGE", (labor, active) => {
      const one = (l, a) => l > 0 ? a / l : wrong(CustomFunctions.ErrorCode.notAvailable, "Angkatan kerja kosong.");
      const cells = labor.map((row, r) => row.map((l, c) => one(l, active[r][c])));
      if (cells.length * cells[0].length > 1) return cells;
      if (typeof cells[0][0] !== "number") throw cells[0][0];
      return cells[0][0];
    });
    CustomFunctions.associate({
      UCJ_ARGS: (...given) => JSON.stringify(given.slice(0, 2)),
      UCJ_THROW: (what) => { throw ({ plain: new Error("rahasia"), name: wrong(CustomFunctions.ErrorCode.invalidName, "x"),
        zero: wrong(CustomFunctions.ErrorCode.divisionByZero, "x"), value: wrong(CustomFunctions.ErrorCode.invalidValue, "Tulis angka.") })[what[0][0]]; },
      UCJ_BACK: (what) => ({ nothing: undefined, nan: NaN, inf: Infinity, ragged: [[1, 2], [3]], later: Promise.resolve(1) })[what[0][0]],
    });`;
  const any = (name: string, optional = false) => ({
    name,
    description: "",
    type: "any",
    dimensionality: "matrix",
    optional,
  });
  const metadata: FunctionsJson = {
    functions: [
      { id: "UCJ_COVERAGE", name: "UCJ_COVERAGE", parameters: [any("angkatan_kerja"), any("aktif")] },
      { id: "UCJ_ARGS", name: "UCJ_ARGS", parameters: [any("a"), any("b", true)] },
      { id: "UCJ_THROW", name: "UCJ_THROW", parameters: [any("a")] },
      { id: "UCJ_BACK", name: "UCJ_BACK", parameters: [any("a")] },
      { id: "UCJ_GONE", name: "UCJ_GONE", parameters: [any("a")] },
      { id: "UCJ_ODD", name: "UCJ_ODD", parameters: [{ ...any("a"), type: "number" }] },
    ],
  };

  async function calculate(formulas: string[], setUp: unknown[][] = []) {
    const { grid, host, sheet, pane } = await open({ scripts: [bundle] });
    grid.register(captureFunctions(pane.window, metadata, host.unsupported));
    const content = (row: number, column: number, text: unknown) =>
      ({ do: "content", sheet, row, column, content: text as string }) as const;
    grid.apply([
      ...setUp.flatMap((row, r) => row.map((text, c) => content(r, c + 10, text))),
      ...formulas.map((formula, r) => content(r, 0, formula)),
    ]);
    return { host, grid, sheet, answers: formulas.map((_, r) => grid.cell(sheet, r, 0).value) };
  }

  test("scalars and ranges reach the function as in Excel, blank as null, left out as null", async () => {
    const { answers } = await calculate(
      ["=UCJ_ARGS(1)", "=UCJ_ARGS(K1:L2,L2)", "=UCJ_ARGS(L2,1/2)", "=UCJ_COVERAGE(140940,49397)"],
      [
        [1, "dua"],
        [true, ""],
      ],
    );
    expect(answers).toEqual([
      "[[[1]],null]",
      '[[[1,"dua"],[true,null]],null]',
      "[[[null]],[[0.5]]]",
      49397 / 140940,
    ]);
  });

  test("an error shows our own sentence, alone and inside an answer", async () => {
    const { answers, grid, sheet } = await calculate(
      ["=UCJ_COVERAGE(0,5)", '=IFNA(A1,"kosong")', "=UCJ_COVERAGE(K1:K3,L1:L3)"],
      [
        [4, 1],
        [0, 1],
        [2, 1],
      ],
    );
    const sentence = { error: "#N/A", message: "Angkatan kerja kosong." };
    expect(answers).toEqual([sentence, "kosong", 0.25]);
    expect([3, 4].map((row) => grid.cell(sheet, row, 0).value)).toEqual([sentence, 0.5]);
  });

  test("other ways to answer and to fail end as they do in Excel", async () => {
    const { answers, host } = await calculate([
      ...["plain", "name", "zero", "value"].map((what) => `=UCJ_THROW("${what}")`),
      ...["nothing", "nan", "inf", "ragged"].map((what) => `=UCJ_BACK("${what}")`),
      "=UCJ_ARGS(1/0)",
      "=UCJ_GONE(1)",
      "=UCJ_ODD(1)",
    ]);
    const bare = (error: string) => ({ error, message: "" });
    expect(answers.slice(0, 8)).toEqual([
      bare("#VALUE!"),
      { error: "#VALUE!", message: "x" },
      bare("#DIV/0!"),
      { error: "#VALUE!", message: "Tulis angka." },
      0,
      bare("#VALUE!"),
      bare("#NUM!"),
      bare("#VALUE!"),
    ]);
    expect(answers.slice(8)).toMatchObject([{ error: "#DIV/0!" }, { error: "#NAME?" }, { error: "#NAME?" }]);
    expect([...host.unsupported].join()).toContain("UCJ_ODD(a)");
  });
});
