// The grid port over the real spreadsheet library: what both emulated hosts rely on.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { createGrid, type Library, openXlsx } from "../../workbench/grid";
import type { CellValue, Edit, GridChart, GridFunction } from "../../workbench/grid-types";

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");
const { JSDOM } = require("jsdom");

function open(locale: "id" | "en" = "id") {
  const { grid, model } = createGrid(library, { locale });
  const sheet = grid.activeSheet().id;
  const write = (
    row: number,
    column: number,
    content: string | number | boolean,
    literal?: boolean,
  ): Edit => ({
    do: "content",
    sheet,
    row,
    column,
    content,
    ...(literal && { literal }),
  });
  const value = (row: number, column: number) => grid.cell(sheet, row, column).value;
  return { grid, model, sheet, write, value };
}

const param = (name: string, optional = false) => ({ name, description: name, optional });
const zone = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

/** Answers what it was given, so that a test sees the arguments as the grid hands them over. */
function spy(name: string, params: GridFunction["params"], answer: (...args: unknown[]) => unknown) {
  const seen: unknown[][] = [];
  const fn: GridFunction = {
    name,
    description: "",
    params,
    call: (...args) => {
      seen.push(args);
      return answer(...args) as CellValue;
    },
  };
  return { fn, seen };
}

describe("cells", () => {
  test("constants, formulas and their texts, in Indonesian and in English", () => {
    for (const [locale, shown] of [
      ["id", "0,5"],
      ["en", "0.5"],
    ] as const) {
      const { grid, sheet, write, value } = open(locale);
      grid.apply([
        write(0, 0, 1),
        write(0, 1, 2),
        write(0, 2, "=A1/B1"),
        write(1, 0, "Kendari"),
        write(1, 1, true),
      ]);
      expect(value(0, 2)).toBe(0.5);
      expect(grid.cell(sheet, 0, 2)).toMatchObject({ text: shown, formula: "=A1/B1", format: "General" });
      expect([value(1, 0), value(1, 1), value(5, 5)]).toEqual(["Kendari", true, ""]);
      expect(grid.cell(sheet, 1, 0).formula).toBe("");
    }
  });

  test("a number keeps all its digits", () => {
    const { grid, write, value } = open();
    const numbers = [49397 / 140940, 0.1 + 0.2, 1e-7, 1e21, -3, 140940];
    grid.apply(numbers.map((n, i) => write(i, 0, n)));
    expect(numbers.map((_, i) => value(i, 0))).toEqual(numbers);
    expect(() => grid.apply([write(0, 0, Number.NaN)])).toThrow("not a number");
  });

  test("text that begins like a formula stays text when it is literal", () => {
    const { grid, sheet, write, value } = open();
    grid.apply([
      write(0, 0, "=1+1", true),
      write(1, 0, "=1+1"),
      write(2, 0, "0012", true),
      write(3, 0, "+62", true),
    ]);
    expect([0, 1, 2, 3].map((row) => value(row, 0))).toEqual(["=1+1", 2, "0012", "+62"]);
    expect(grid.cell(sheet, 0, 0)).toMatchObject({ formula: "", text: "=1+1" });
  });

  test("number formats are shown the Indonesian way", () => {
    const { grid, sheet, write } = open();
    grid.apply([
      write(0, 0, 0.3505),
      write(0, 1, 140940),
      { do: "format", sheet, zone: zone(0, 0, 1, 1), format: "0.00%" },
      { do: "format", sheet, zone: zone(0, 1, 1, 1), format: "#,##0" },
    ]);
    expect([0, 1].map((column) => grid.cell(sheet, 0, column).text)).toEqual(["35,05%", "140.940"]);
    grid.apply([{ do: "format", sheet, zone: zone(0, 0, 1, 2), format: "General" }]);
    expect(grid.cell(sheet, 0, 0)).toMatchObject({ text: "0,3505", format: "General" });
  });

  test("styles add up, borders belong to each cell, clearing takes one or the other", () => {
    const { grid, sheet, write, value } = open();
    const style = (own: object): Edit => ({ do: "style", sheet, zone: zone(0, 0, 2, 2), style: own });
    grid.apply([
      write(0, 0, "a"),
      style({ bold: true, fill: "#D9EAD3" }),
      style({ size: 14, align: "center" }),
    ]);
    grid.apply([style({ border: { bottom: true } })]);
    expect(grid.cell(sheet, 1, 1).style).toEqual({
      bold: true,
      fill: "#D9EAD3",
      size: 14,
      align: "center",
      border: { bottom: true },
    });
    expect(grid.cell(sheet, 0, 0).style.border).toMatchObject({ bottom: true });
    grid.apply([style({ border: { bottom: false }, bold: false, fill: "" })]);
    expect(grid.cell(sheet, 0, 0).style).toEqual({ size: 14, align: "center" });
    grid.apply([{ do: "clear", sheet, zone: zone(0, 0, 2, 2), what: "formats" }]);
    expect(grid.cell(sheet, 0, 0).style).toEqual({});
    expect(value(0, 0)).toBe("a");
    grid.apply([{ do: "clear", sheet, zone: zone(0, 0, 1_048_576, 2), what: "contents" }]);
    expect(value(0, 0)).toBe("");
  });

  test("errors carry Excel's names", () => {
    const { grid, write, value } = open();
    grid.apply([
      write(0, 0, "=1/0"),
      write(0, 1, "=Hilang!A1"),
      write(0, 2, "=TIDAKADA(1)"),
      write(0, 3, '="a"+1'),
    ]);
    expect([0, 1, 2, 3].map((c) => (value(0, c) as { error: string }).error)).toEqual([
      "#DIV/0!",
      "#REF!",
      "#NAME?",
      "#ERROR!",
    ]);
  });
});

describe("batches", () => {
  test("one evaluation and one undo step", () => {
    const { grid, write, value } = open();
    grid.apply([write(0, 0, 1)]);
    const before = grid.evaluations();
    grid.apply(Array.from({ length: 500 }, (_, i) => write(i, 1, `=A1+${i}`)));
    expect(grid.evaluations()).toBe(before + 1);
    expect(value(499, 1)).toBe(500);
    grid.undo();
    expect([value(499, 1), value(0, 1), value(0, 0)]).toEqual(["", "", 1]);
    grid.redo();
    expect(value(499, 1)).toBe(500);
    grid.redo();
    expect(value(499, 1)).toBe(500);
  });

  test("a refused batch leaves nothing and takes nothing else back", () => {
    const { grid, write, value } = open();
    grid.apply([write(0, 0, 1)]);
    const bad: Edit = { do: "addSheet", id: "x", name: grid.activeSheet().name };
    expect(() => grid.apply([write(0, 0, 2), bad])).toThrow("DuplicatedSheetName");
    expect(() => grid.apply([bad])).toThrow("DuplicatedSheetName");
    grid.redo();
    expect([value(0, 0), grid.sheets().length]).toEqual([1, 1]);
    expect(() => grid.apply([{ ...write(0, 0, 1), sheet: "none" } as Edit])).toThrow("no such sheet");
  });

  test("writing what is already there is no refusal", () => {
    const { grid, write, value } = open();
    grid.apply([write(0, 0, "a")]);
    grid.apply([write(0, 0, "a"), write(0, 1, "b")]);
    expect(value(0, 1)).toBe("b");
  });

  test("a sheet grows for what lies outside it", () => {
    const { grid, sheet, write, value } = open();
    grid.apply([write(1999, 59, 7), { do: "format", sheet, zone: zone(0, 0, 1_048_576, 1), format: "0.0" }]);
    expect(value(1999, 59)).toBe(7);
    expect(grid.activeSheet()).toMatchObject({ rows: 2000, columns: 60 });
    expect(grid.cell(sheet, 1500, 0).format).toBe("0.0");
  });

  test("changes and selections are announced once", () => {
    const { grid, sheet, write } = open();
    const heard: string[] = [];
    const stop = grid.onChange(() => heard.push("change"));
    grid.onSelect(() => heard.push("select"));
    grid.apply([write(0, 0, 1), write(0, 1, 2)]);
    grid.select(sheet, zone(1, 1, 2, 3));
    expect(heard).toEqual(["change", "select"]);
    stop();
    grid.undo();
    expect(heard).toEqual(["change", "select"]);
  });
});

describe("sheets, rows, columns", () => {
  test("a new sheet is filled in the same batch and referred to from the first", () => {
    const { grid, write, value } = open();
    const there = (edit: Edit) => ({ ...edit, sheet: "baru" }) as Edit;
    grid.apply([
      { do: "addSheet", id: "baru", name: "Data UCJ" },
      there(write(0, 0, 5)),
      write(0, 0, "='Data UCJ'!A1*2"),
    ]);
    expect(value(0, 0)).toBe(10);
    expect(grid.sheets().map((sheet) => sheet.name)).toEqual(["Sheet1", "Data UCJ"]);
    grid.apply([{ do: "renameSheet", sheet: "baru", name: "Lain" }]);
    expect(grid.cell(grid.activeSheet().id, 0, 0).formula).toBe("=Lain!A1*2");
    grid.activate("baru");
    expect(grid.activeSheet().name).toBe("Lain");
    grid.apply([{ do: "deleteSheet", sheet: "baru" }]);
    expect(grid.sheets()).toHaveLength(1);
    expect(value(0, 0)).toMatchObject({ error: "#REF!" });
  });

  test("used zone, selection, whole columns", () => {
    const { grid, sheet, write } = open();
    expect(grid.used(sheet)).toBeNull();
    grid.apply([
      write(2, 1, 1),
      write(4, 3, '=""'),
      { do: "style", sheet, zone: zone(9, 9, 1, 1), style: { bold: true } },
    ]);
    expect(grid.used(sheet)).toEqual(zone(2, 1, 3, 3));
    grid.select(sheet, zone(0, 0, 1_048_576, 3));
    expect(grid.selection()).toEqual({ sheet, zone: zone(0, 0, 1000, 3) });
  });

  test("hidden rows, merges, widths, frozen panes", () => {
    const { grid, model, sheet } = open();
    grid.apply([
      { do: "hideRows", sheet, rows: [3, 4], hidden: true },
      { do: "merge", sheet, zone: zone(0, 0, 1, 3) },
      { do: "width", sheet, column: 1, pixels: 200 },
      { do: "freeze", sheet, rows: 1, columns: 0 },
    ]);
    expect(grid.hiddenRows(sheet)).toEqual([3, 4]);
    expect(grid.merges(sheet)).toEqual([zone(0, 0, 1, 3)]);
    expect(grid.columnWidth(sheet, 1)).toBe(200);
    expect(model.getters.getPaneDivisions(sheet)).toMatchObject({ ySplit: 1, xSplit: 0 });
    grid.apply([
      { do: "hideRows", sheet, rows: [3], hidden: false },
      { do: "unmerge", sheet, zone: zone(0, 0, 5, 5) },
    ]);
    expect(grid.hiddenRows(sheet)).toEqual([4]);
    expect(grid.merges(sheet)).toEqual([]);
  });

  test("a column fits the results written with it", () => {
    const { grid, sheet, write } = open();
    grid.apply([write(0, 0, `="${"panjang sekali ".repeat(20)}"&1`), { do: "fit", sheet, columns: [0] }]);
    expect(grid.columnWidth(sheet, 0)).toBeGreaterThan(250);
  });

  test("names work in formulas and move when given again", () => {
    const { grid, sheet, write, value } = open();
    const name = (row: number): Edit => ({ do: "name", name: "TARGET_UCJ", sheet, zone: zone(row, 0, 1, 1) });
    grid.apply([write(0, 0, 2), write(1, 0, 3), name(0), write(0, 1, "=TARGET_UCJ*10")]);
    expect(value(0, 1)).toBe(20);
    grid.apply([name(1)]);
    expect(value(0, 1)).toBe(30);
    expect(grid.names()).toEqual([{ name: "TARGET_UCJ", sheet, zone: zone(1, 0, 1, 1) }]);
  });
});

describe("charts", () => {
  test("every kind, by columns and by rows, is read back as written", () => {
    const { grid, sheet, write } = open();
    grid.apply([0, 1, 2].flatMap((r) => [0, 1, 2, 3].map((c) => write(r, c, r && c ? r * c : `t${r}${c}`))));
    const kinds = ["column", "stackedColumn", "bar", "stackedBar", "line", "pie"] as const;
    const charts: GridChart[] = kinds.flatMap((kind) =>
      (["columns", "rows"] as const).map((seriesBy, i) => ({
        id: kind + seriesBy,
        sheet,
        kind,
        title: `Cakupan ${kind}`,
        source: zone(0, 0, 3, 4),
        seriesBy,
        anchor: { row: 5 + i, column: 6 },
        width: 400,
        height: 250,
        legend: "bottom" as const,
      })),
    );
    const noLabels = { ...charts[0], id: "bare", source: zone(0, 1, 3, 2), labels: null } as GridChart;
    const apart = {
      ...charts[0],
      id: "apart",
      source: zone(0, 2, 3, 2),
      labels: zone(0, 0, 3, 1),
    } as GridChart;
    charts.push(noLabels, apart);
    grid.apply(charts.map((chart) => ({ do: "addChart", chart })));
    expect(grid.charts(sheet)).toEqual(charts);
    const changed = {
      ...charts[0],
      title: "Baru",
      kind: "line",
      width: 300,
      colors: ["#C00000", "", ""],
    } as const;
    grid.apply([{ do: "updateChart", chart: changed as never }]);
    expect(grid.charts(sheet)[0]).toEqual(changed);
    grid.apply(charts.slice(1).map(({ id }) => ({ do: "deleteChart", sheet, id })));
    expect(grid.charts(sheet)).toHaveLength(1);
    grid.undo();
    expect(grid.charts(sheet)).toHaveLength(charts.length);
  });
});

describe("custom functions", () => {
  test("get a scalar for a cell, rows for a range, null for blank and left out", () => {
    const { grid, write } = open();
    const { fn, seen } = spy("UCJ_SPY", [param("a"), param("b"), param("c", true)], () => 1);
    grid.register([fn]);
    grid.apply([write(0, 0, 1), write(0, 1, "dua"), write(1, 0, true), write(2, 0, "=1/0")]);
    grid.apply([write(5, 0, "=UCJ_SPY(A1:B2, A1)"), write(6, 0, "=ucj_spy(C9,,A3)")]);
    expect(seen[0]).toEqual([
      [
        [1, "dua"],
        [true, null],
      ],
      1,
    ]);
    expect(seen[1]).toMatchObject([null, null, { error: "#DIV/0!" }]);
  });

  test("an error shows its code and our own message", () => {
    const { grid, model, sheet, write, value } = open();
    const errors = ["#N/A", "#VALUE!", "#ERROR!"];
    const { fn } = spy("UCJ_FAIL", [param("i")], (i) => ({
      error: errors[i as number],
      message: "angkatan kerja kosong",
    }));
    grid.register([fn]);
    grid.apply([...errors.map((_, i) => write(0, i, `=UCJ_FAIL(${i})`)), write(1, 0, '=IFNA(A1,"kosong")')]);
    for (const [i, error] of errors.entries())
      expect(value(0, i)).toEqual({ error, message: "angkatan kerja kosong" });
    expect(grid.cell(sheet, 0, 2).text).toBe("#ERROR!");
    expect(value(1, 0)).toBe("kosong");
    expect(model.getters.getEvaluatedCell({ sheetId: sheet, row: 0, col: 1 })).toMatchObject({
      type: "error",
      message: "angkatan kerja kosong",
    });
  });

  test("a 2-D answer spills, also past the end of the sheet, in one undo step", () => {
    const { grid, sheet, write, value } = open();
    const many = Array.from({ length: 1500 }, (_, i) => [i, { error: "#N/A", message: `baris ${i}` }]);
    grid.register([spy("UCJ_MANY", [], () => many).fn]);
    grid.apply([write(0, 0, "awal")]);
    grid.apply([write(1, 1, "=UCJ_MANY()")]);
    expect(value(1500, 1)).toBe(1499);
    expect(value(1500, 2)).toEqual({ error: "#N/A", message: "baris 1499" });
    expect(grid.used(sheet)).toEqual(zone(0, 0, 1501, 3));
    grid.undo();
    expect([value(0, 0), value(1, 1)]).toEqual(["awal", ""]);
    expect(grid.activeSheet().rows).toBe(1000);
    grid.apply([write(3, 1, "menghalangi"), write(1, 1, "=UCJ_MANY()")]);
    expect(value(1, 1)).toMatchObject({ error: "#SPILL!" });
  });

  test("registering again revives formulas, replaces answers, needs no undo step", () => {
    const { grid, write, value } = open();
    grid.apply([write(0, 0, "=UCJ_LATE(2)+1"), write(0, 1, "=A1*10")]);
    expect(value(0, 1)).toMatchObject({ error: "#NAME?" });
    grid.register([spy("UCJ_LATE", [param("x")], (x) => (x as number) * 2).fn]);
    expect([value(0, 0), value(0, 1)]).toEqual([5, 50]);
    grid.apply([write(0, 2, 1)]);
    grid.register([spy("UCJ_LATE", [param("x"), param("y", true)], (x) => (x as number) * 3).fn]);
    expect(value(0, 1)).toBe(70);
    grid.undo();
    expect([value(0, 0), value(0, 1), value(0, 2)]).toEqual([7, 70, ""]);
    grid.register([]);
    expect(value(0, 0)).toMatchObject({ error: "#NAME?" });
  });

  test("two grids of one library keep their own answers", () => {
    const [one, two] = [open(), open()];
    one.grid.register([spy("UCJ_WHO", [], () => "satu").fn]);
    two.grid.register([spy("UCJ_WHO", [], () => "dua").fn]);
    for (const { grid, write } of [one, two]) grid.apply([write(0, 0, "=UCJ_WHO()")]);
    expect([one.value(0, 0), two.value(0, 0)]).toEqual(["satu", "dua"]);
  });

  test("ragged rows are a plain error, not a crash", () => {
    const { grid, write, value } = open();
    grid.register([spy("UCJ_RAGGED", [], () => [[1, 2], [3]]).fn]);
    grid.apply([write(0, 0, "=UCJ_RAGGED()")]);
    expect(value(0, 0)).toMatchObject({ error: "#VALUE!" });
  });
});

describe("files", () => {
  const { XMLSerializer, DOMParser } = globalThis;
  beforeAll(() => {
    const { window } = new JSDOM();
    globalThis.XMLSerializer = window.XMLSerializer;
    globalThis.DOMParser = window.DOMParser;
  });
  afterAll(() => {
    Object.assign(globalThis, { XMLSerializer, DOMParser });
  });

  test("JSON keeps everything, also in another language", () => {
    const { grid, sheet, write } = open();
    grid.apply([write(0, 0, 0.5), write(0, 1, "=A1*2"), { do: "merge", sheet, zone: zone(3, 0, 1, 2) }]);
    const data = JSON.parse(JSON.stringify(grid.toJson()));
    const again = createGrid(library, { data, locale: "en" }).grid;
    expect(again.cell(sheet, 0, 0).text).toBe("0.5");
    expect(again.cell(sheet, 0, 1)).toMatchObject({ value: 1, formula: "=A1*2" });
    expect(again.merges(sheet)).toEqual([zone(3, 0, 1, 2)]);
  });

  test("an xlsx file keeps values, formulas, formats, styles and charts", async () => {
    const { grid, sheet, write } = open();
    const charts = (["columns", "rows"] as const).map((seriesBy) => ({
      id: seriesBy,
      sheet,
      kind: "column" as const,
      title: seriesBy,
      source: zone(0, 0, 3, 3),
      seriesBy,
      anchor: { row: 6, column: 0 },
      width: 400,
      height: 250,
    }));
    const double: GridFunction = spy("UCJ_DOUBLE", [param("x")], (x) => (x as number) * 2).fn;
    grid.register([double]);
    grid.apply([
      write(0, 0, "Wilayah"),
      write(0, 1, "Cakupan"),
      write(1, 0, "Kendari"),
      write(1, 1, 0.3505),
      write(2, 1, "=UCJ_DOUBLE(B2)"),
      write(3, 1, '=IF(B2>0,"UCJ_ teks","")'),
      write(4, 1, "=1+1", true),
      { do: "format", sheet, zone: zone(1, 1, 2, 1), format: "0.00%" },
      { do: "style", sheet, zone: zone(0, 0, 1, 2), style: { bold: true } },
      ...charts.map((chart): Edit => ({ do: "addChart", chart })),
    ]);
    const bytes = await grid.toXlsx();
    const xml = strFromU8(unzipSync(bytes)["xl/worksheets/sheet0.xml"] as Uint8Array).replaceAll(
      "&quot;",
      '"',
    );
    expect(xml).toContain("_xldudf_UCJ_DOUBLE(B2)</f><v>0.701</v>");
    expect(xml).toContain('"UCJ_ teks"');

    const { grid: again } = createGrid(library, { data: openXlsx(library, bytes) });
    again.register([double]);
    const id = again.activeSheet().id;
    expect(again.cell(id, 1, 1)).toMatchObject({ value: 0.3505, text: "35,05%", format: "0.00%" });
    expect(again.cell(id, 2, 1)).toMatchObject({ value: 0.701, formula: "=UCJ_DOUBLE(B2)" });
    expect(again.cell(id, 3, 1).value).toBe("UCJ_ teks");
    expect(again.cell(id, 4, 1)).toMatchObject({ value: "=1+1", formula: "" });
    expect(again.cell(id, 0, 0).style).toMatchObject({ bold: true });
    const kept = again
      .charts(id)
      .map(({ kind, title, source, seriesBy }) => ({ kind, title, source, seriesBy }));
    expect(kept).toEqual(
      charts.map(({ kind, title, source, seriesBy }) => ({ kind, title, source, seriesBy })),
    );
  });

  test("a chart the library cannot read back does not keep the file shut", async () => {
    const { grid, sheet, write } = open();
    const chart = {
      id: "c",
      sheet,
      kind: "pie",
      title: "",
      source: zone(0, 0, 2, 2),
      seriesBy: "columns",
    } as const;
    grid.apply([
      write(1, 1, 5),
      { do: "addChart", chart: { ...chart, anchor: { row: 3, column: 0 }, width: 200, height: 200 } },
    ]);
    const { grid: again } = createGrid(library, { data: openXlsx(library, await grid.toXlsx()) });
    expect(again.cell(again.activeSheet().id, 1, 1).value).toBe(5);
  });
});
