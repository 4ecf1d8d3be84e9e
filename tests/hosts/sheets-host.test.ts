// The Apps Script host over the real grid, driven by small scripts of the kind that ship.
import { describe, expect, jest, test } from "@jest/globals";
import { createGrid, type Library } from "../../workbench/grid";
import { createSheetsHost } from "../../workbench/sheets-host";
import { clientScript } from "../../workbench/sheets-host/client";
import { fromGrid, toGrid } from "../../workbench/sheets-host/formula";
import { createHeadlessHost } from "../../workbench/sheets-host/headless";
import { withClient } from "../../workbench/sheets-host/run";

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");
const { JSDOM } = require("jsdom");

/** The loader takes functions that begin a line, as the build writes them. */
const flush = (code: string) => code.replace(/^\s+(?=function |var )/gm, "");

/** A host whose script is one function `main` around the given body, beside what else is given. */
function script(body: string, more = "", files: Record<string, string> = {}) {
  const { grid } = createGrid(library, { locale: "id" });
  const code = `${flush(more)}\nfunction main(input) {\nvar sheet = SpreadsheetApp.getActiveSheet();\n${body}\n}`;
  const host = createHeadlessHost(grid, { code, files });
  const cell = (row: number, column: number) => grid.cell(grid.activeSheet().id, row, column);
  return { grid, host, cell, main: (input?: unknown) => host.execute("main", input) };
}

type Client = ReturnType<ReturnType<typeof createSheetsHost>["client"]>;
function ask(client: Client, name: string, ...args: unknown[]): Promise<{ ok: unknown } | { bad: Error }> {
  return new Promise((done) => {
    const run = client.script.run
      .withSuccessHandler((ok) => done({ ok }))
      .withFailureHandler((bad) => done({ bad: bad as Error }));
    (run[name] as (...given: unknown[]) => void)(...args);
  });
}

describe("cells", () => {
  test("values come back as a script knows them: blanks, numbers, errors as text, dates as Date", () => {
    const { main } = script(`
      sheet.getRange(1, 1, 2, 3).setValues([["Kendari", 140940, true], [new Date(2025, 5, 1), "", "=1/0"]]);
      var values = sheet.getRange("A1:C2").getValues();
      return [values, values[1][0] instanceof Date, values instanceof Array, sheet.getRange("B1").getDisplayValue()];`);
    expect(main()).toEqual([
      [
        ["Kendari", 140940, true],
        [new Date(2025, 5, 1), "", "#DIV/0!"],
      ],
      true,
      true,
      "140940",
    ]);
  });

  test("text is read as typing would be; an apostrophe or a text format keeps it", () => {
    const { main, cell } = script(`
      sheet.getRange("A2").setNumberFormat("@");
      sheet.getRange("A1:A2").setValues([["140.940"], ["140.940"]]);
      sheet.getRange("B1:B4").setValues([["35,05%"], ["'=A1"], ["140.94"], ["31/12/2025"]]);
      return [sheet.getRange("B2").getFormula(), sheet.getRange("B4").getValue()];`);
    expect(main()).toEqual(["", new Date(2025, 11, 31)]);
    expect([cell(0, 0).value, cell(1, 0).value]).toEqual([140940, "140.940"]);
    expect([cell(0, 1).value, cell(1, 1).value, cell(2, 1).value]).toEqual([0.3505, "=A1", "140.94"]);
  });

  test("formulas are written with ; and read back with ;", () => {
    const { main, cell, host } = script(`
      sheet.getRange("A1:B1").setValues([[140940, 49397]]);
      sheet.getRange("C1:D1").setFormulas([["=ROUND(B1/A1;4)", '=IF(B1>A1;"a,b";"c;d")']]);
      return sheet.getRange("C1:E1").getFormulas();`);
    expect(main()).toEqual([["=ROUND(B1/A1;4)", '=IF(B1>A1;"a,b";"c;d")', ""]]);
    expect([cell(0, 2).value, cell(0, 3).value]).toEqual([0.3505, "c;d"]);
    expect(cell(0, 2).formula).toBe("=ROUND(B1/A1,4)");
    expect(host.faults).toEqual([]);
  });

  test("a comma between arguments is refused and remembered; the cell stays as it was", () => {
    const { main, cell, host } = script(`sheet.getRange("A1").setValue("=SUM(B1,C1)");`);
    expect(() => main()).toThrow("titik koma");
    expect(host.faults).toHaveLength(1);
    expect(cell(0, 0).value).toBe("");
  });

  test("a comma between digits is one number, as in the real locale, but remembered", () => {
    const { main, host } = script(`
      sheet.getRange("A1").setFormula("=SUM(2,3)");
      return sheet.getRange("A1").getValue();`);
    expect(main()).toBe(2.3);
    expect(host.faults[0]).toContain("2,3");
  });

  test.each([
    [
      "setValues([[1], [2], [3]])",
      "The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.",
    ],
    [
      "setValues([[1, 2], [3]])",
      "The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.",
    ],
    ["setNumberFormats([['0']])", "The data has 1 but the range has 2."],
    [
      "setValues('x')",
      "The parameters (string) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
  ])("wrong size: %s", (call, message) => {
    const { main, host, cell } = script(`sheet.getRange("A1:A2").${call};`);
    expect(() => main()).toThrow(message);
    expect(cell(0, 0).value).toBe("");
    expect(host.unsupported).toEqual([]);
  });

  test.each([
    ["getRange(0, 1)", "The starting row of the range is too small."],
    ["getRange(1, 1, 0, 1)", "The number of rows in the range must be at least 1."],
    ["getRange(1, 27)", "The coordinates of the range are outside the dimensions of the sheet."],
    ["getRange('A0')", "The coordinates of the range are outside the dimensions of the sheet."],
    ["getRange('tidak ada')", "Range not found"],
  ])("wrong address: %s", (call, message) => {
    expect(() => script(`sheet.${call};`).main()).toThrow(message);
  });

  test("addresses, sizes and growth", () => {
    const { main } = script(`
      sheet.getRange("B2:C4").setValue(7);
      sheet.insertColumnsAfter(26, 2);
      return [
        sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation(), sheet.getMaxColumns(),
        sheet.getRange("C:C").getNumRows(), sheet.getRange("B2").offset(1, 1, 2, 3).getA1Notation(),
        sheet.getRange(1, 28).getA1Notation(), sheet.getRange("A1").isBlank(), sheet.getRange("A1:B2").isBlank(),
      ];`);
    expect(main()).toEqual([4, 3, "A1:C4", 28, 1000, "C3:E4", "AB1", true, false]);
  });

  test("text styles are laid over a block, each on its own cell", () => {
    const { main, cell } = script(`
      var plain = SpreadsheetApp.newTextStyle().build();
      var strong = SpreadsheetApp.newTextStyle().setBold(true).setForegroundColor("#1F4E79").build();
      sheet.getRange("A1:B1").setTextStyles([[plain, strong]]);`);
    main();
    expect([cell(0, 0).style, cell(0, 1).style]).toEqual([{}, { bold: true, color: "#1F4E79" }]);
  });

  test("only a date format makes a date: words beside a number do not", () => {
    const { main } = script(`
      sheet.getRange("A1:A2").setValues([[45000], [45000]]).setNumberFormats([['#,##0" hari"'], ["dd mmm yyyy"]]);
      return sheet.getRange("A1:A2").getValues();`);
    expect(main()).toEqual([[45000], [new Date(2023, 2, 15)]]);
  });

  test("formats and styles reach the grid and come back", () => {
    const { main, cell } = script(`
      var range = sheet.getRange("A1:B1");
      range.setValues([[0.3505, 1]]).setNumberFormats([["0.00%", "#,##0"]]);
      range.setFontWeights([["bold", null]]).setBackground("#1F4E79").setHorizontalAlignment("center").setWrap(true);
      range.setFontColor("#FFFFFF").setBorder(null, null, true, null, null, null);
      sheet.getRange("B1").setTextStyle(SpreadsheetApp.newTextStyle().setItalic(true).setFontSize(12).build());
      return [range.getFontWeights(), range.getNumberFormats(), range.getFontSizes(), range.getDisplayValues()[0][0],
        range.getTextStyles()[0][1].isItalic()];`);
    expect(main()).toEqual([[["bold", "normal"]], [["0.00%", "#,##0"]], [[10, 12]], "35,05%", true]);
    expect(cell(0, 0).style).toMatchObject({
      bold: true,
      fill: "#1F4E79",
      align: "center",
      wrap: true,
      color: "#FFFFFF",
      border: { bottom: true },
    });
    expect(cell(0, 0).style.border?.top).toBeUndefined();
  });
});

describe("formula text", () => {
  test.each([
    ["=IF(A1;\"x;y,z\";'Lembar; 2,5'!B2)", "=IF(A1,\"x;y,z\",'Lembar; 2,5'!B2)"],
    ["=SUM({1\\2;3\\4})", "=SUM({1,2;3,4})"],
    ["=SUM({SUM(1;2)\\3})", "=SUM({SUM(1,2),3})"],
    ["=A1*0,5+1,5E3", "=A1*0.5+1.5E3"],
    ["=STDEV.S(A1:A9;$B$2)", "=STDEV.S(A1:A9,$B$2)"],
  ])("%s", (script, grid) => {
    expect(toGrid(script, "in_ID")).toMatchObject({ formula: grid, refusal: undefined });
    expect(fromGrid(grid, "in_ID")).toBe(script);
  });

  test.each(["=SUM(A1,B1)", "=A1*0.5", "=SUM(1,2,3)", '=IF(A1;"a","b")'])(
    "%s is refused in in_ID",
    (formula) => {
      expect(toGrid(formula, "in_ID").refusal).toBeDefined();
      expect(toGrid(formula, "en_US")).toEqual({
        formula: formula.replace(";", ","),
        refusal: undefined,
        doubts: [],
      });
    },
  );
});

describe("sheets", () => {
  test("a sheet is added, found, named once only, and deleted", () => {
    const { main, grid } = script(`
      var file = SpreadsheetApp.getActive();
      var made = file.insertSheet("Segmen");
      made.getRange("A1").setValue(1);
      file.setNamedRange("UCJ_DATA", made.getRange("A1:B2"));
      var twice;
      try { file.insertSheet("Segmen"); } catch (error) { twice = [error instanceof Error, error.name, error.message]; }
      return [file.getSheets().map(function (s) { return s.getName(); }), file.getActiveSheet().getName(), twice,
        file.getRange("Segmen!A1").getValue(), file.getRangeByName("UCJ_DATA").getA1Notation(),
        file.getSpreadsheetLocale(), file.getSheetByName("tidak ada")];`);
    expect(main()).toEqual([
      [expect.any(String), "Segmen"],
      "Segmen",
      [true, "Exception", 'A sheet with the name "Segmen" already exists. Please enter another name.'],
      1,
      "A1:B2",
      "in_ID",
      null,
    ]);
    expect(grid.sheets()).toHaveLength(2);
    const last = script(`SpreadsheetApp.getActive().deleteSheet(sheet);`);
    expect(() => last.main()).toThrow("You can't remove all the sheets in a document.");
  });

  test("selection, hidden rows, merges, widths, frozen rows", () => {
    const { main, grid } = script(`
      sheet.getRange("B2:C3").merge();
      sheet.hideRows(5);
      sheet.setColumnWidth(2, 180);
      sheet.setFrozenRows(1);
      sheet.getRange("B5:C6").activate();
      return [sheet.getRange("C3:D9").getMergedRanges().map(function (r) { return r.getA1Notation(); }),
        sheet.isRowHiddenByUser(5), sheet.isRowHiddenByUser(4), sheet.getColumnWidth(2), sheet.getFrozenRows(),
        SpreadsheetApp.getActiveRange().getA1Notation()];`);
    expect(main()).toEqual([["B2:C3"], true, false, 180, 1, "B5:C6"]);
    expect(grid.selection().zone).toEqual({ row: 4, column: 1, rows: 2, columns: 2 });
  });

  test("a chart from two touching ranges", () => {
    const { main, grid } = script(
      `sheet.getRange("A1:C3").setValues([["Segmen", "Aktif", "Belum"], ["PU", 1, 2], ["BPU", 3, 4]]);
      var chart = sheet.newChart().asColumnChart()
        .addRange(sheet.getRange("A1:A3")).addRange(sheet.getRange("B1:C3"))
        .setMergeStrategy(Charts.ChartMergeStrategy.MERGE_COLUMNS).setNumHeaders(1)
        .setPosition(5, 2, 0, 0).setOption("title", "Cakupan").setOption("isStacked", true)
        .setOption("colors", ["#1F4E79", "#F2B36B"]).setOption("width", 480).build();
      sheet.insertChart(chart);
      return sheet.getCharts().map(function (c) { return [c.getOptions().get("title"), c.getRanges()[0].getA1Notation()]; });`,
    );
    expect(main()).toEqual([["Cakupan", "A1:C3"]]);
    const sheet = grid.activeSheet().id;
    expect(grid.charts(sheet)).toMatchObject([
      {
        kind: "stackedColumn",
        title: "Cakupan",
        source: { row: 0, column: 0, rows: 3, columns: 3 },
        anchor: { row: 4, column: 1 },
        width: 480,
        colors: ["#1F4E79", "#F2B36B"],
      },
    ]);
  });

  test("a chart from ranges with a column between them keeps its labels apart from its series", () => {
    const { main, host, grid } = script(`
      sheet.getRange("A1:C2").setValues([["Segmen", "Angkatan", "Aktif"], ["PU", 9, 1]]);
      sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange("A1:A2"))
        .addRange(sheet.getRange("C1:C2")).setPosition(5, 1, 0, 0).build());`);
    main();
    expect(host.ignored).toEqual([]);
    expect(grid.charts(grid.activeSheet().id)[0]).toMatchObject({
      labels: { row: 0, column: 0, rows: 2, columns: 1 },
      source: { row: 0, column: 2, rows: 2, columns: 1 },
    });
  });

  test("a chart is changed and removed by its id", () => {
    const { main, grid, host } = script(
      `sheet.getRange("A1:B2").setValues([["Segmen", "Aktif"], ["PU", 1]]);
      sheet.insertChart(sheet.newChart().asBarChart().addRange(sheet.getRange("A1:B2")).setPosition(5, 1, 0, 0).build());
      var chart = sheet.getCharts()[0];
      sheet.updateChart(chart.modify().asPieChart().setOption("title", "Bagian").build());
      return chart.getChartId();`,
      `function remove(id) {
        var sheet = SpreadsheetApp.getActiveSheet();
        sheet.getCharts().forEach(function (c) { if (c.getChartId() === id) sheet.removeChart(c); });
      }`,
    );
    const id = main() as number;
    const sheet = grid.activeSheet().id;
    expect(grid.charts(sheet)).toMatchObject([{ kind: "pie", title: "Bagian" }]);
    host.execute("remove", id + 1);
    expect(grid.charts(sheet)).toHaveLength(1);
    host.execute("remove", id);
    expect(grid.charts(sheet)).toHaveLength(0);
  });
});

describe("what a person sees", () => {
  const MENU = `
    function onOpen() {
      var ui = SpreadsheetApp.getUi();
      ui.createAddonMenu().addItem("Buka Perencana", "show").addSeparator()
        .addSubMenu(ui.createMenu("Lain").addItem("Pesan", "say")).addToUi();
    }
    function show() {
      SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Perencana UCJ"));
    }
    function say() { SpreadsheetApp.getUi().alert("Halo"); SpreadsheetApp.getActive().toast("Selesai", "UCJ"); }`;

  test("opening builds the menu; its entries run", () => {
    const { host } = script("", MENU, { sidebar: "<head></head><p>Perencana</p>" });
    const shown = jest.fn();
    host.onSidebar = shown;
    host.open();
    host.open();
    expect(host.menus).toEqual([
      {
        caption: "Ekstensi",
        entries: [
          { caption: "Buka Perencana", run: "show" },
          "separator",
          { caption: "Lain", entries: [{ caption: "Pesan", run: "say" }] },
        ],
      },
    ]);
    host.click("Buka Perencana");
    expect(shown).toHaveBeenLastCalledWith({ title: "Perencana UCJ", html: "<head></head><p>Perencana</p>" });
    host.click("Pesan");
    expect([host.alerts, host.toasts]).toEqual([["Halo"], ["UCJ: Selesai"]]);
    expect(() => host.click("Tidak ada")).toThrow();
  });

  test("a file that does not ship is not found", () => {
    const { host } = script("", MENU);
    host.open();
    expect(() => host.click("Buka Perencana")).toThrow("No HTML file named sidebar was found.");
  });
});

describe("google.script.run", () => {
  const SERVER = `
    var count = 0;
    function add(a, b) { return a + b; }
    function echo(value) { return value; }
    function next() { return ++count; }
    function nothing() {}
    function fail() { throw new Error("UCJ: angkatan kerja kosong"); }
    function broken() { SpreadsheetApp.getActiveSheet().getRange(0, 1); }
    function today() { return { when: [new Date()] }; }
    function aSheet() { return SpreadsheetApp.getActiveSheet(); }
    function hidden_() { return 1; }
    var notDeclared = function () { return 1; };`;
  const client = () => script("", SERVER).host.client();

  test("answers go to the success handler, as copies, with the user object, later", async () => {
    const google = client();
    expect(await ask(google, "add", 2, 3)).toEqual({ ok: 5 });
    const given = { list: [1, undefined, null], gone: undefined };
    const answer = (await ask(google, "echo", given)) as { ok: typeof given };
    expect(answer.ok).toStrictEqual({ list: [1, null, null] });
    expect(await ask(google, "nothing")).toEqual({ ok: null });
    const order: unknown[] = [];
    await new Promise<void>((done) => {
      const run = google.script.run.withUserObject("tombol").withSuccessHandler((value, user) => {
        order.push([value, user]);
        done();
      });
      (run.add as (a: number, b: number) => void)(1, 1);
      order.push("asked");
    });
    expect(order).toEqual(["asked", [2, "tombol"]]);
  });

  test("the chain is immutable: a handler set on one runner is not on another", async () => {
    const google = client();
    const wrong = jest.fn();
    const right = await new Promise((done) => {
      const base = google.script.run.withSuccessHandler(done);
      base.withSuccessHandler(wrong).withFailureHandler(wrong);
      (base.add as (a: number, b: number) => void)(1, 1);
    });
    expect(right).toBe(2);
    expect(wrong).not.toHaveBeenCalled();
  });

  test("every call is a new execution: globals begin anew", async () => {
    const google = client();
    expect([await ask(google, "next"), await ask(google, "next")]).toEqual([{ ok: 1 }, { ok: 1 }]);
  });

  test("calls may overtake each other when one is slow", async () => {
    const { host } = script("", SERVER);
    host.delay = (name) => (name === "add" ? 30 : 0);
    const google = host.client();
    const order: string[] = [];
    await Promise.all([
      ask(google, "add", 1, 1).then(() => order.push("add")),
      ask(google, "echo", 1).then(() => order.push("echo")),
    ]);
    expect(order).toEqual(["echo", "add"]);
  });

  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  test.each([
    ["a date", "echo", [{ at: new Date() }], "Failed due to illegal value in property: 0.at"],
    ["a function", "echo", [() => 1], "Failed due to illegal value in property: 0"],
    ["a cycle", "echo", [cycle], "Failed due to illegal value in property: 0.self"],
    ["a map", "echo", [new Map()], "Failed due to illegal value in property: 0"],
    ["a private name", "hidden_", [], "Exception: Script function not found: hidden_"],
    ["a name nobody has", "tidakAda", [], "Exception: Script function not found: tidakAda"],
    ["a function in a variable", "notDeclared", [], "Exception: Script function not found: notDeclared"],
    ["a thrown sentence", "fail", [], "Error: UCJ: angkatan kerja kosong"],
    ["a service's refusal", "broken", [], "Exception: The starting row of the range is too small."],
    ["a date in the answer", "today", [], "(when.0)"],
    ["a sheet as the answer", "aSheet", [], "not a supported return type"],
  ])("%s goes to the failure handler", async (_, name, args, message) => {
    const answer = await ask(client(), name, ...args);
    expect(answer).toMatchObject({ bad: { name: "ScriptError", message: expect.stringContaining(message) } });
  });

  test("the same text serves a sandboxed frame through messages", async () => {
    const { host } = script("", SERVER);
    const shown = jest.fn();
    host.onSidebar = shown;
    const page = withClient(
      `<!doctype html><html><head><title>x</title></head><body><script>
        google.script.run.withSuccessHandler((sum) => { document.title = "jumlah " + sum; google.script.host.close(); }).add(40, 2);
      </script></body></html>`,
    );
    expect(page.indexOf(clientScript())).toBeLessThan(page.indexOf("<title>"));
    const dom = new JSDOM(page, {
      runScripts: "dangerously",
      beforeParse(window: Window & typeof globalThis) {
        const parent = {
          postMessage: (message: Parameters<typeof host.answer>[0]) =>
            void host.answer(message).then((reply) => {
              const event = new window.MessageEvent("message", { data: reply });
              Object.defineProperty(event, "source", { value: parent });
              window.dispatchEvent(event);
            }),
        };
        Object.defineProperty(window, "parent", { value: parent });
      },
    });
    await new Promise((done) => setTimeout(done, 50));
    expect(dom.window.document.title).toBe("jumlah 42");
    expect(shown.mock.calls).toEqual([[undefined]]);
  });
});

describe("custom functions", () => {
  const FUNCTIONS = `/** @OnlyCurrentDoc */
/**
 * Bagian angkatan kerja yang terlindungi.
 * Contoh: =UCJ_RATIO(140940; 49397)
 *
 * @param {number|number[][]} angkatan_kerja Jumlah angkatan kerja
 * @param {number|number[][]} [aktif] Peserta aktif,
 *   boleh kosong
 * @return {number} bagian 0..1
 * @customfunction
 */
function UCJ_RATIO(angkatan_kerja, aktif) {
  if (aktif === undefined) return "tanpa aktif";
  if (Array.isArray(angkatan_kerja)) return angkatan_kerja.map(function (row) { return [row[0] === "" ? null : row[0] * 2]; });
  if (angkatan_kerja === "") throw new Error("Angkatan kerja kosong.");
  return aktif / angkatan_kerja;
}
/** Bukan untuk sel. */
function helper() {}
/** @customfunction */
function UCJ_WRITES() { SpreadsheetApp.getActiveSheet().getRange("A1").setValue(1); }
/** @customfunction */
function UCJ_UI() { SpreadsheetApp.getUi(); }
/** @customfunction */
function UCJ_TEXT() { return "123"; }
/**
 * @param {number} a satu
 * @customfunction
 */
function UCJ_WRONGDOC(b) { return [1, 2]; }
`;
  function cells(...formulas: [string, string][]) {
    const all = script("", FUNCTIONS);
    all.host.open();
    const sheet = all.grid.activeSheet().id;
    all.grid.apply(
      formulas.map(([, content], row) => ({ do: "content", sheet, row, column: 4, content }) as const),
    );
    return { ...all, values: formulas.map((_, row) => all.cell(row, 4).value) };
  }

  test("metadata comes from the JSDoc that ships", () => {
    const { host } = cells();
    expect(host.functions.map(({ name }) => name)).toEqual([
      "UCJ_RATIO",
      "UCJ_WRITES",
      "UCJ_UI",
      "UCJ_TEXT",
      "UCJ_WRONGDOC",
    ]);
    expect(host.functions[0]).toMatchObject({
      description: "Bagian angkatan kerja yang terlindungi. Contoh: =UCJ_RATIO(140940; 49397)",
      params: [
        { name: "angkatan_kerja", description: "Jumlah angkatan kerja", optional: false },
        { name: "aktif", description: "Peserta aktif, boleh kosong", optional: true },
      ],
    });
    expect(host.faults).toEqual(["UCJ_WRONGDOC: JSDoc menyebut (a), fungsinya (b)"]);
  });

  test("cells hand over numbers, '' for blank, rows for a range, nothing for what is left out", () => {
    const { values } = cells(
      ["number", "=UCJ_RATIO(140940,49397)"],
      ["left out", "=UCJ_RATIO(140940)"],
      ["blank", "=UCJ_RATIO(Z9,1)"],
      ["text stays text", "=UCJ_TEXT()"],
      ["inside another", "=ROUND(UCJ_RATIO(140940,49397),4)"],
    );
    expect(values).toEqual([
      49397 / 140940,
      "tanpa aktif",
      { error: "#ERROR!", message: "Angkatan kerja kosong." },
      "123",
      0.3505,
    ]);
  });

  test("a range arrives as rows and the answer spills, null as blank; a flat list fills a column", () => {
    const { grid, cell } = cells();
    const sheet = grid.activeSheet().id;
    const put = (row: number, column: number, content: string | number) =>
      ({ do: "content", sheet, row, column, content }) as const;
    grid.apply([put(0, 0, 5), put(2, 0, 7), put(0, 1, "=UCJ_RATIO(A1:A3,1)"), put(0, 2, "=UCJ_WRONGDOC(1)")]);
    expect([cell(0, 1).value, cell(1, 1).value, cell(2, 1).value]).toEqual([10, "", 14]);
    expect([cell(0, 2).value, cell(1, 2).value, cell(0, 3).value]).toEqual([1, 2, ""]);
  });

  test("a cell may neither write nor open a user interface", () => {
    const { values, cell } = cells(["writes", "=UCJ_WRITES()"], ["ui", "=UCJ_UI()"]);
    expect(values).toEqual([
      { error: "#ERROR!", message: "You do not have permission to call setValue" },
      { error: "#ERROR!", message: "Cannot call SpreadsheetApp.getUi() from this context." },
    ]);
    expect(cell(0, 0).value).toBe("");
  });

  test("only the cell's own call is bound: the script that caused it goes on writing", () => {
    const { main, host, cell } = script(
      `sheet.getRange("B1").setFormula("=UCJ_WRITES()");
      sheet.getRange("C1").setFormula("=UCJ_RATIO(A1;5)");
      sheet.getRange("A1").setValue(20);
      return sheet.getRange("B1:C1").getValues();`,
      FUNCTIONS,
    );
    host.open();
    expect(main()).toEqual([["#ERROR!", 0.25]]);
    expect(cell(0, 0).value).toBe(20);
  });
});

describe("the door", () => {
  test("a member nobody emulates fails loudly and is listed, even when the script swallows the error", () => {
    const { main, host } = script(`
      try { sheet.getRange("A1").setNote("x"); } catch (error) {}
      try { CacheService.getScriptCache(); } catch (error) {}
      try { sheet.desk; } catch (error) {}
      sheet.getRange("A1").protect();`);
    expect(() => main()).toThrow("Meja uji belum mendukung Range.protect");
    expect(host.unsupported).toEqual([
      "Range.setNote",
      "CacheService.getScriptCache",
      "Sheet.desk",
      "Range.protect",
    ]);
  });

  test("what the manifest gives no right to is refused as Google does", () => {
    const { main, host } = script(`PropertiesService.getDocumentProperties();`);
    expect(() => main()).toThrow("Required permissions: https://www.googleapis.com/auth/script.storage");
    expect(host.unsupported).toEqual([]);
  });

  test("calls are counted by name, reads and writes apart", () => {
    const { main, host } = script(`
      var range = sheet.getRange("A1:B2");
      range.getValues();
      range.setValues([[1, 2], [3, 4]]);
      range.setNumberFormat("0");
      range.activate();
      sheet.getLastRow();`);
    main();
    expect(host.calls).toMatchObject({ total: 7, reads: 1, writes: 2 });
    expect(host.calls.named).toMatchObject({
      "Range.setValues": 1,
      "Sheet.getRange": 1,
      "Range.activate": 1,
    });
    host.calls.reset();
    expect(host.calls).toMatchObject({ total: 0, reads: 0, writes: 0, named: {} });
  });

  test("a chosen call fails with a chosen message, and a sidebar call too", async () => {
    const { main, host, cell } = script(
      `sheet.getRange("A1").setValue(1); sheet.getRange("A2").setValue(2);`,
      "function hello() { return 1; }",
    );
    host.fail = (call, nth) =>
      call === "Range.setValue" && nth === 2 ? "Service Spreadsheets timed out" : undefined;
    expect(() => main()).toThrow("Service Spreadsheets timed out");
    expect([cell(0, 0).value, cell(1, 0).value]).toEqual([1, ""]);
    host.fail = (call) => (call === "google.script.run.hello" ? "PERMISSION_DENIED" : undefined);
    expect(await ask(host.client(), "hello")).toMatchObject({ bad: { message: "PERMISSION_DENIED" } });
    host.fail = undefined;
    expect(await ask(host.client(), "hello")).toEqual({ ok: 1 });
  });

  test("the document lock: free, held by someone else, let go when the script ends", () => {
    const { main, host } = script(`
      var lock = LockService.getDocumentLock();
      return [lock.hasLock(), lock.tryLock(10), lock.hasLock()];`);
    expect([main(), main()]).toEqual([
      [false, true, true],
      [false, true, true],
    ]);
    host.lockBusy = true;
    expect(main()).toEqual([false, false, false]);
  });

  test.each([
    ["a bare context", createHeadlessHost],
    ["a page", createSheetsHost],
  ])("in %s a script has the language and the services, nothing of a browser", (_, create) => {
    const { grid } = createGrid(library, { locale: "id" });
    const code = `var top = typeof globalThis;
function look() {
        return [typeof window, typeof setTimeout, typeof URL, typeof fetch, typeof process, typeof require,
          typeof globalThis.document, typeof SpreadsheetApp, typeof JSON, Session.getActiveUserLocale(), top];
      }`;
    const none = Array(7).fill("undefined");
    expect(create(grid, { code }).execute("look")).toEqual([...none, "object", "object", "in", "object"]);
  });
});
