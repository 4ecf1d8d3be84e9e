// Panel Bagikan's work in both hosts: what the doctor finds is repaired, what is detached comes back, nothing is ever lost.
import { readFileSync } from "node:fs";
import { aboutTable, isAbout } from "../../core/exchange/about";
import { examine } from "../../core/exchange/doctor";
import { offerOf, provinceTable } from "../../core/exchange/province";
import { RECORD_SHEET, type Sheet } from "../../core/exchange/record";
import { EXCEL, SHEETS_ID } from "../../core/exchange/tokens";
import { isRefusal } from "../../core/refuse";
import { SETTINGS_SHEET } from "../../core/settings";
import type { TableModel } from "../../core/tables/model";
import { excelHost } from "../../excel-addin/host";
import { sheetsHost } from "../../sheets-addon/host";
import type { Watch } from "../../sidebar/host";
import { type Host, HostProblem, type Written } from "../../sidebar/host";
import { Failed } from "../../sidebar/parts/journal";
import { layOut } from "../../sidebar/parts/own-sheet";
import { check, type Outcome, prepare, repair, revive, valuesOnly } from "../../sidebar/parts/share";
import { captureFunctions } from "../../workbench/excel-host/functions";
import { openExcel } from "../../workbench/excel-host/headless";
import type { Kind, Node } from "../../workbench/excel-host/kinds";
import { worksheet } from "../../workbench/excel-host/workbook";
import { createGrid, type Library } from "../../workbench/grid";
import type { CellValue, Edit, Grid } from "../../workbench/grid-types";
import { createHeadlessHost } from "../../workbench/sheets-host/headless";
import { Sheet as ScriptSheet } from "../../workbench/sheets-host/sheet";
import { SpreadsheetApp } from "../../workbench/sheets-host/spreadsheet";

const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");

interface Opened {
  readonly host: Host;
  readonly grid: Grid;
  unsupported(): readonly string[];
  /** Round trips so far: context.sync in Excel, executions in Sheets. */
  trips(): number;
  /** Makes one round trip fail, the nth from now; Sheets may also fail in the middle of one. */
  failAt(trip: number): void;
  /** Takes the UCJ functions away, as on a computer without the add-in, and brings them back. */
  without(work: () => void): void;
}

/** Remembers what was registered first. */
function opening(): { grid: Grid; without: Opened["without"] } {
  const { grid } = createGrid(library);
  const register = grid.register.bind(grid);
  let registered: Parameters<Grid["register"]>[0] = [];
  grid.register = (functions) => {
    registered = functions;
    register(functions);
  };
  const without = (work: () => void): void => {
    register([]);
    work();
    register(registered);
  };
  return { grid, without };
}

const DATE = "2026-11-21";

async function openInExcel(): Promise<Opened> {
  const { grid, without } = opening();
  const excel = await openExcel({ grid, scripts: [readFileSync("dist/excel/functions.js", "utf8")] });
  const metadata = JSON.parse(readFileSync("dist/excel/functions.json", "utf8"));
  grid.register(captureFunctions(excel.window, metadata, excel.host.unsupported));
  const { Office, Excel } = excel.window;
  Object.assign(globalThis, { Office, Excel });
  return {
    host: excelHost(),
    grid,
    without,
    unsupported: () => [...excel.host.unsupported],
    trips: () => excel.host.syncs,
    failAt: (trip) => {
      const at = excel.host.syncs + trip;
      excel.host.fail = (n: number) => (n === at ? "GeneralException" : undefined);
    },
  };
}

async function openInSheets(): Promise<Opened> {
  const { grid, without } = opening();
  const server = createHeadlessHost(grid);
  server.open();
  let trips = 0;
  let left = -1;
  server.fail = (name) => {
    if (name.startsWith("google.script.run.")) trips++;
    if (/^google|\.(?:set|insert|delete)/.test(name)) left--;
    if (left !== 0) return undefined;
    left = -1;
    return "Service Spreadsheets failed";
  };
  Object.assign(globalThis, { google: server.client() });
  return {
    host: sheetsHost("id"),
    grid,
    without,
    unsupported: () => server.unsupported,
    trips: () => trips,
    // Every write of the server counts here, so that it also fails in the middle of an execution.
    failAt: (trip) => {
      left = trip || -1;
    },
  };
}

const quiet: Watch = { progress: () => undefined, isStopped: () => false };

type Cells = readonly (readonly (string | number | boolean)[])[];

function put(grid: Grid, sheet: string, cells: Cells): void {
  grid.apply(
    cells.flatMap((line, row) =>
      line.flatMap((content, column): Edit[] => {
        if (content === "") return [];
        const text = typeof content === "string" && content[0] === "'";
        return [
          {
            do: "content",
            sheet,
            row,
            column,
            content: text ? content.slice(1) : content,
            literal: typeof content === "string" && (text || content[0] !== "="),
          },
        ];
      }),
    ),
  );
}

const plain = (value: CellValue): unknown => (typeof value === "object" ? value.error : value);

/** Every cell of a sheet; the record may come and go. */
function cellsOf(grid: Grid, of: "value" | "formula" | "both", without: readonly string[] = []): unknown {
  return grid
    .sheets()
    .filter(({ name }) => !without.includes(name))
    .map(({ id, name }) => {
      const used = grid.used(id);
      const [rows, columns] = used ? [used.row + used.rows, used.column + used.columns] : [0, 0];
      const cells = Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => {
          const cell = grid.cell(id, r, c);
          const value = plain(cell.value);
          return of === "value"
            ? value
            : of === "formula"
              ? cell.formula
              : [cell.formula, value, cell.format];
        }),
      );
      return [name, cells];
    });
}

const all = (grid: Grid) => JSON.stringify(cellsOf(grid, "both"));

const FIGURES: Cells = [
  ["Segmen", "Angkatan kerja", "Peserta", "Cakupan", "Belum", "Kalimat"],
  ["PU", 88357, 31000, "=UCJ_COVERAGE(B2,C2)", "=UCJ_UNCOVERED(B2,C2)", "'=bukan rumus"],
  [
    "BPU",
    36140,
    12000,
    "=ROUND(UCJ_COVERAGE(B3,C3)*100,1)",
    "=IF(UCJ_UNCOVERED(B3,C3)>0,1.5,0)",
    "'8 Juni 2025",
  ],
  ["Jakon", 16443, 6397, "=UCJ_COVERAGE(B4,C4)", "=SUM(B2:B4)", true],
  ["Target", "", "", "=UCJ_TARGET(0.336,1)", '=UCJ_VERSION()&"; UCJ_COVERAGE(A1,B1)"', ""],
];

const BROKEN: Cells = [
  ["Segmen", "Angkatan kerja", "Peserta", "Cakupan"],
  ["PU", 88357, 31000, "=_xldudf_UCJ_COVERAGE(B2,C2)"],
  ["BPU", 36140, 12000, '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(B3,C3)"),0.5)'],
  ["Jakon", 16443, 6397, "=UCJ.COVERAGE(B4,C4)"],
  ["Lain", "'140.940", "'_xldudf_UCJ_COVERAGE(B2,C2)", "=SUM(B2:B4)"],
];
const LIVE = ["=UCJ_COVERAGE(B2,C2)", "=UCJ_COVERAGE(B3,C3)", "=UCJ_COVERAGE(B4,C4)", "=SUM(B2:B4)"];

function second(grid: Grid, cells: Cells): void {
  grid.apply([{ do: "addSheet", id: "second", name: "Data 2025" }]);
  put(grid, "second", cells);
}

/** Protects a sheet where the emulated host would be asked. */
function protect(name: string): () => void {
  const kind = worksheet("").kind as unknown as Kind<Node>;
  const children = kind.child as unknown as Record<string, (o: { sheet: string }, book: never) => unknown>;
  const was = children.protection as (o: { sheet: string }, book: never) => unknown;
  children.protection = (o, book) => {
    const known = (book as { sheet(id: string): { name: string } }).sheet(o.sheet).name === name;
    return known ? { kind: { name: "WorksheetProtection", get: { protected: () => true } } } : was(o, book);
  };
  const prototype = ScriptSheet.prototype as unknown as Record<string, unknown>;
  prototype.getProtections = function (this: ScriptSheet) {
    return this.getName() === name ? [new Protection()] : [];
  };
  Object.defineProperty(SpreadsheetApp.prototype, "ProtectionType", {
    configurable: true,
    get: () => ({ SHEET: "SHEET" }),
  });
  return () => {
    children.protection = was;
    delete prototype.getProtections;
    delete (SpreadsheetApp.prototype as unknown as Record<string, unknown>).ProtectionType;
  };
}

class Protection {
  canEdit(): boolean {
    return false;
  }
}

const HOSTS: [string, () => Promise<Opened>][] = [
  ["Excel", openInExcel],
  ["Google Sheets", openInSheets],
];

describe.each(HOSTS)("%s", (name, open) => {
  let opened: Opened;
  let first: string;
  beforeEach(async () => {
    opened = await open();
    first = opened.grid.activeSheet().id;
  });
  afterEach(() => {
    expect(opened.unsupported()).toEqual([]);
  });

  const column = (sheet: string, c: number, rows: number) =>
    Array.from({ length: rows }, (_, r) => opened.grid.cell(sheet, r + 1, c));

  test("reads every sheet in at most three round trips", async () => {
    put(opened.grid, first, FIGURES);
    second(opened.grid, [
      ["", ""],
      ["", "=1/0"],
      ["", "'=1"],
    ]);
    opened.grid.apply([{ do: "addSheet", id: "empty", name: "Kosong" }]);
    const trips = opened.trips();
    const book = await opened.host.readBook();
    expect(opened.trips() - trips).toBeLessThanOrEqual(3);
    expect(book.map((sheet) => sheet.name)).toEqual([opened.grid.sheets()[0]?.name, "Data 2025", "Kosong"]);
    const [figures, other, empty] = book;
    const marks = name === "Excel" ? [",", "."] : [";", ","];
    expect(figures?.formulas[1]).toEqual([
      "PU",
      88357,
      31000,
      `=UCJ_COVERAGE(B2${marks[0]}C2)`,
      `=UCJ_UNCOVERED(B2${marks[0]}C2)`,
      "=bukan rumus",
    ]);
    expect(figures?.formulas[2]?.[4]).toBe(
      `=IF(UCJ_UNCOVERED(B3${marks[0]}C3)>0${marks[0]}1${marks[1]}5${marks[0]}0)`,
    );
    expect(figures?.values[1]?.slice(3)).toEqual([31000 / 88357, 57357, "=bukan rumus"]);
    const at = (row: number, column: number) => [
      other?.formulas[row - (other?.row ?? 0)]?.[column - (other?.column ?? 0)],
      other?.values[row - (other?.row ?? 0)]?.[column - (other?.column ?? 0)],
    ];
    expect(at(1, 1)).toEqual(["=1/0", { error: "#DIV/0!" }]);
    expect(at(2, 1)).toEqual(["=1", "=1"]);
    expect(empty?.formulas).toEqual([]);
    expect(book.map((sheet) => sheet.protected)).toEqual([false, false, false]);
  });

  test("examines all disguises, repairs them in one step, takes it back", async () => {
    put(opened.grid, first, BROKEN);
    second(opened.grid, BROKEN);
    const before = all(opened.grid);
    const found = await check(opened.host);
    expect(found.findings.map(({ sheet, cell, kind }) => `${sheet}!${cell} ${kind}`)).toEqual(
      opened.grid
        .sheets()
        .flatMap(({ name }) => [
          `${name}!D2 unregistered`,
          `${name}!D3 frozen`,
          `${name}!D4 namespaced`,
          `${name}!B5 text-number`,
        ]),
    );
    expect(all(opened.grid)).toBe(before);
    const done = await repair(opened.host, false, quiet);
    expect(done).toMatchObject({ formulas: 6, values: 0, locked: [] });
    for (const sheet of [first, "second"]) {
      expect(column(sheet, 3, 4).map(({ formula }) => formula)).toEqual(LIVE);
      expect(column(sheet, 3, 3).map(({ value }) => value)).toEqual([
        31000 / 88357,
        12000 / 36140,
        6397 / 16443,
      ]);
      expect(opened.grid.cell(sheet, 4, 1).value).toBe("140.940");
      expect(opened.grid.cell(sheet, 4, 2).value).toBe("_xldudf_UCJ_COVERAGE(B2,C2)");
    }
    await done.journal?.restore();
    expect(all(opened.grid)).toBe(before);
    await repair(opened.host, true, quiet);
    expect(opened.grid.cell(first, 4, 1).value).toBe(140940);
    expect((await check(opened.host)).findings).toEqual([]);
  });

  test.each(["plain", "fallback", "values"] as const)(
    "%s: without any UCJ function every value stays, and the originals come back cell for cell",
    async (way) => {
      put(opened.grid, first, FIGURES);
      second(opened.grid, [["Jalur", "", ""], ["=UCJ_PATH(0.3504,2025,2030)"], ["", "", ""]]);
      const before = all(opened.grid);
      const values = cellsOf(opened.grid, "value");
      expect(opened.grid.cell("second", 5, 2).value).not.toBe("");
      const done = await prepare(opened.host, way, DATE, quiet);
      expect(done.notes.every(({ cell }) => ["A2", "E5"].includes(cell)) || done.notes).toBe(true);
      if (way !== "fallback")
        expect(JSON.stringify(cellsOf(opened.grid, "formula", [RECORD_SHEET]))).not.toContain("UCJ_");
      if (way === "plain") expect(opened.grid.cell(first, 1, 3).formula).toMatch(/^=IF\(B2>0/);
      opened.without(() => expect(cellsOf(opened.grid, "value", [RECORD_SHEET])).toEqual(values));
      const back = await revive(opened.host, quiet);
      expect(back.notes).toEqual([]);
      expect(JSON.stringify(cellsOf(opened.grid, "both", [RECORD_SHEET]))).toBe(before);
      expect((await revive(opened.host, quiet)).journal).toBeUndefined();
      await back.journal?.restore();
      await done.journal?.restore();
      expect(all(opened.grid)).toBe(before);
    },
  );

  test("a cell edited since is left and named", async () => {
    put(opened.grid, first, FIGURES);
    await prepare(opened.host, "plain", DATE, quiet);
    put(opened.grid, first, [["Segmen"], ["PU", 88357, 31000, 0.5]]);
    const { notes } = await revive(opened.host, quiet);
    expect(notes.map(({ cell, words }) => [cell, words.id])).toEqual([["D2", "diubah sesudah dilepas"]]);
    expect(opened.grid.cell(first, 1, 3)).toMatchObject({ value: 0.5, formula: "" });
    expect(opened.grid.cell(first, 2, 3).formula).toBe("=ROUND(UCJ_COVERAGE(B3,C3)*100,1)");
    const kept = await opened.host.readSheet(RECORD_SHEET);
    expect(kept?.cells.flatMap(([, cell]) => (cell ? [cell] : []))).toEqual(["Sel", "D2"]);
  });

  test("values only: no UCJ name is left, the record is gone, one step back", async () => {
    put(opened.grid, first, FIGURES);
    second(opened.grid, [["Jalur"], ["=UCJ_PATH(0.3504,2025,2030)"]]);
    await prepare(opened.host, "fallback", DATE, quiet);
    const before = all(opened.grid);
    const values = cellsOf(opened.grid, "value", [RECORD_SHEET]);
    const done = await valuesOnly(opened.host, quiet);
    expect(opened.grid.sheets().map((sheet) => sheet.name)).not.toContain(RECORD_SHEET);
    expect(JSON.stringify(cellsOf(opened.grid, "formula"))).not.toMatch(/UCJ|xludf/i);
    opened.without(() => expect(cellsOf(opened.grid, "value")).toEqual(values));
    await done.journal?.restore();
    const sorted = (text: string) => JSON.stringify(JSON.parse(text).sort());
    expect(sorted(all(opened.grid))).toBe(sorted(before));
  });

  test("a protected sheet is skipped and named", async () => {
    put(opened.grid, first, BROKEN);
    second(opened.grid, BROKEN);
    const release = protect("Data 2025");
    try {
      const before = JSON.stringify(cellsOf(opened.grid, "both", [opened.grid.sheets()[0]?.name ?? ""]));
      expect((await check(opened.host)).locked).toEqual(["Data 2025"]);
      const done = [
        await repair(opened.host, false, quiet),
        await prepare(opened.host, "plain", DATE, quiet),
        await revive(opened.host, quiet),
        await valuesOnly(opened.host, quiet),
      ];
      expect(done.map(({ locked }) => locked)).toEqual(done.map(() => ["Data 2025"]));
      expect(done.map(({ formulas, values }) => formulas + values)).toEqual([3, 3, 3, 3]);
      expect(JSON.stringify(cellsOf(opened.grid, "both", [opened.grid.sheets()[0]?.name ?? ""]))).toBe(
        before,
      );
    } finally {
      release();
    }
  });

  test("values only: a formula that uses a sheet that goes becomes its value, and comes back", async () => {
    opened.grid.apply([{ do: "addSheet", id: "own", name: "UCJ_Pengaturan" }]);
    put(opened.grid, "own", [
      ["Pengaturan", "Isi"],
      ["Target", 0.4],
      ["Tahun", 3],
    ]);
    put(opened.grid, first, [["=UCJ_COVERAGE(140940,49397)", "=UCJ_Pengaturan!B3*2"]]);
    const own = () => opened.grid.cell(first, 0, 1);
    const before = own().formula;
    const { journal } = await valuesOnly(opened.host, quiet);
    expect(opened.grid.sheets().map(({ name }) => name)).not.toContain("UCJ_Pengaturan");
    expect([own().formula, own().value]).toEqual(["", 6]);
    await journal?.restore();
    expect([own().formula, own().value]).toEqual([before, 6]);
  });

  test.each<[string, (host: Host) => Promise<Outcome>, boolean]>([
    ["repair", (host) => repair(host, true, quiet), false],
    ["prepare", (host) => prepare(host, "plain", DATE, quiet), false],
    ["revive", (host) => revive(host, quiet), true],
    ["values only", (host) => valuesOnly(host, quiet), true],
  ])("%s: a failure at any host call leaves the book as it was", async (_, work, detachedFirst) => {
    put(opened.grid, first, detachedFirst ? FIGURES : [...FIGURES, ...BROKEN.slice(1)]);
    second(opened.grid, [["Jalur"], ["=UCJ_PATH(0.3504,2025,2030)"]]);
    if (detachedFirst) await prepare(opened.host, "fallback", DATE, quiet);
    const sorted = () => JSON.stringify(JSON.parse(all(opened.grid)).sort());
    const before = sorted();
    let failures = 0;
    for (let n = 1; ; n++) {
      if (n > 400) throw new Error("never finished");
      opened.failAt(n);
      const answer = await work(opened.host).catch((error) => error);
      if (!(answer instanceof HostProblem)) {
        opened.failAt(0);
        expect(answer.journal).toBeDefined();
        expect(sorted()).not.toBe(before);
        await answer.journal.restore();
        expect(sorted()).toBe(before);
        break;
      }
      failures++;
      opened.failAt(0);
      if (answer instanceof Failed) {
        expect(answer.back).toBe(true);
        expect(answer.words.id).toMatch(/sudah dikembalikan/);
      }
      expect(sorted()).toBe(before);
    }
    expect(failures).toBeGreaterThan(2);
  });

  test("a host that stays broken: says so, and the way back works once it answers again", async () => {
    put(opened.grid, first, FIGURES);
    const before = all(opened.grid);
    let writes = 0;
    let broken = true;
    const host: Host = {
      ...opened.host,
      writeRuns: async (runs) => {
        if (broken && ++writes > 2) throw new HostProblem({ id: "Terputus.", en: "Disconnected." });
        await opened.host.writeRuns(runs);
      },
    };
    // The record and the formulas are written, the results of a formula that filled cells are not.
    put(opened.grid, first, [
      ["Segmen"],
      ["PU"],
      ["BPU"],
      ["Jakon"],
      ["Target"],
      [],
      ["=UCJ_PATH(0.3,2025,2026)"],
    ]);
    const filled = all(opened.grid);
    const failure = await prepare(host, "values", DATE, quiet).catch((error) => error);
    expect(failure).toBeInstanceOf(Failed);
    expect(failure.back).toBe(false);
    expect(failure.words.id).toMatch(/^Terputus\..*tekan Batalkan/);
    expect(all(opened.grid)).not.toBe(filled);
    broken = false;
    await failure.journal.restore();
    expect(all(opened.grid)).toBe(filled);
    expect(filled).not.toBe(before);
  });

  test("values only: the settings and the marks of tables go too, and come back", async () => {
    put(opened.grid, first, FIGURES);
    second(opened.grid, [["Tabel"], ["UCJ Planner 0.1.0 · segment 15×6 · Data!A1:C5"], ["UCJ Planner kami"]]);
    opened.grid.apply([{ do: "addSheet", id: "settings", name: SETTINGS_SHEET }]);
    put(opened.grid, "settings", [["Target", 0.4206]]);
    const before = all(opened.grid);
    const done = await valuesOnly(opened.host, quiet);
    expect(opened.grid.sheets().map((sheet) => sheet.name)).not.toContain(SETTINGS_SHEET);
    expect([1, 2].map((r) => opened.grid.cell("second", r, 0).value)).toEqual(["", "UCJ Planner kami"]);
    await done.journal?.restore();
    const sorted = (text: string) => JSON.stringify(JSON.parse(text).sort());
    expect(sorted(all(opened.grid))).toBe(sorted(before));
  });

  const ABOUT = {
    region: "Kota Kendari",
    asOf: "8 Juni 2025",
    source: '=SUM(A1) dan "kutip"',
    basis: "+angkatan kerja",
    formulas: 9,
    findings: 0,
    today: "2026-11-21",
  };
  const about = (given: Partial<typeof ABOUT> = {}): TableModel => {
    const table = aboutTable({ ...ABOUT, ...given }, "id");
    if (isRefusal(table)) throw new Error(table.refusal.id);
    return table;
  };
  const SENT = [
    [
      "Konawe",
      [
        ["Wilayah", "Angkatan kerja", "Peserta aktif"],
        ["Kab. Konawe", 79388, 27636],
        ["KENDARI, KOTA", 140940, 49397],
      ],
    ],
    [
      "Buton",
      [
        ["Per tanggal", "31 Mei 2025", ""],
        ["Wilayah", "Angkatan kerja", "Peserta aktif"],
        ["Buton", 50000, 9000],
      ],
    ],
  ] as const;
  const gather = async (): Promise<TableModel> => {
    const offers = (await opened.host.readBook()).flatMap((sheet) => offerOf(sheet) ?? []);
    const blocks = offers.flatMap((offer) => ("block" in offer ? [offer.block] : []));
    const made = provinceTable(blocks, ["Kab. Buton", "Kab. Konawe", "Kota Kendari"], "Sultra", "id");
    if (isRefusal(made)) throw new Error(made.refusal.id);
    return made.table;
  };
  const sendIn = (): void => {
    for (const [name, cells] of SENT) {
      opened.grid.apply([{ do: "addSheet", id: name, name }]);
      put(opened.grid, name, cells);
    }
  };
  const sheetCells = (name: string): unknown =>
    (cellsOf(opened.grid, "value") as [string, unknown][]).find(([own]) => own === name)?.[1];

  test("Tentang: written once, written over the next time, never over a planner's own sheet", async () => {
    put(opened.grid, first, FIGURES);
    const before = all(opened.grid);
    const { written } = await layOut(opened.host, about(), "values", isAbout);
    expect(written).toMatchObject({ sheet: "Tentang", isNew: true });
    const table = about().rows.map((line) => line.map(({ value }) => value));
    expect(sheetCells("Tentang")).toEqual(table);
    const again = await layOut(opened.host, about({ region: "", source: "BPS" }), "values", isAbout);
    expect(again.written).toMatchObject({ sheet: "Tentang", isNew: false });
    expect(JSON.stringify(sheetCells("Tentang"))).toContain("BPS");
    expect(JSON.stringify(sheetCells("Tentang"))).not.toContain("Kendari");
    await opened.host.undo(again.written);
    expect(sheetCells("Tentang")).toEqual(table);
    await opened.host.undo(written);
    expect(all(opened.grid)).toBe(before);
    opened.grid.apply([{ do: "addSheet", id: "own", name: "Tentang" }]);
    put(opened.grid, "own", [["Tentang kami"]]);
    expect((await layOut(opened.host, about(), "values", isAbout)).written).toMatchObject({
      sheet: "Tentang 2",
      isNew: true,
    });
    expect(sheetCells("Tentang")).toEqual([["Tentang kami"]]);
  });

  test("Gabungkan wilayah: sums live in the sheet, what differs is named, one step back", async () => {
    sendIn();
    const before = all(opened.grid);
    const table = await gather();
    const { written } = await layOut(opened.host, table, "plain", () => false);
    const cells = sheetCells(written.sheet) as unknown[][];
    expect(cells.slice(2, 7).map((line) => line.slice(0, 5))).toEqual([
      ["Wilayah", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan"],
      ["Kab. Buton", 50000, 9000, 41000, 0.18],
      ["Kab. Konawe", 79388, 27636, 51752, 27636 / 79388],
      ["Kota Kendari", 140940, 49397, 91543, 49397 / 140940],
      ["Jumlah", 270328, 86033, 184295, 86033 / 270328],
    ]);
    expect(JSON.stringify(cells)).toContain("Tanggal data: Konawe ?; Buton 31 Mei 2025");
    // The table follows what the offices change.
    put(opened.grid, "Buton", [[], [], ["Buton", 60000]]);
    expect((sheetCells(written.sheet) as unknown[][])[6]?.[1]).toBe(280328);
    put(opened.grid, "Buton", [[], [], ["Buton", 50000]]);
    await opened.host.undo(written);
    expect(all(opened.grid)).toBe(before);
  });

  test.each<[string, boolean, () => Promise<Written>]>([
    ["Tentang, new", false, async () => (await layOut(opened.host, about(), "values", isAbout)).written],
    [
      "Tentang, written over",
      true,
      async () => (await layOut(opened.host, about({ source: "BPS" }), "values", isAbout)).written,
    ],
    [
      "Gabungkan",
      false,
      async () => (await layOut(opened.host, await gather(), "plain", () => false)).written,
    ],
  ])("%s: a failure at any host call leaves the book as it was", async (_, over, work) => {
    sendIn();
    if (over) await layOut(opened.host, about(), "values", isAbout);
    const before = all(opened.grid);
    let failures = 0;
    for (let n = 1; ; n++) {
      if (n > 200) throw new Error("never finished");
      opened.failAt(n);
      const answer = await work().catch((error) => error);
      opened.failAt(0);
      if (!(answer instanceof HostProblem)) {
        expect(all(opened.grid)).not.toBe(before);
        await opened.host.undo(answer);
        expect(all(opened.grid)).toBe(before);
        break;
      }
      failures++;
      expect([n, all(opened.grid)]).toEqual([n, before]);
    }
    expect(failures).toBeGreaterThan(1);
  });

  test("50,000 formulas: counted round trips, progress, and stopping puts everything back", async () => {
    const rows = 50_000;
    put(
      opened.grid,
      first,
      Array.from({ length: rows }, (_, r) => [100 + r, 10, `=UCJ.COVERAGE(A${r + 1},B${r + 1})`]),
    );
    const at = (r: number) => opened.grid.cell(first, r, 2).formula;
    const shares: number[] = [];
    const stopping: Watch = {
      progress: (share) => void shares.push(share),
      isStopped: () => shares.length > 2,
    };
    const failure = await repair(opened.host, false, stopping).catch((error) => error);
    expect(failure).toBeInstanceOf(Failed);
    expect(failure.words.id).toMatch(/^Dihentikan.*sudah dikembalikan/);
    expect(shares).toEqual([0, 0.1, 0.2]);
    expect([at(0), at(9_999), at(rows - 1)].map((formula) => /UCJ\.COVERAGE/.test(formula))).toEqual([
      true,
      true,
      true,
    ]);
    const book = await opened.host.readBook();
    const started = performance.now();
    expect(examine(book[0] as Sheet, name === "Excel" ? EXCEL : SHEETS_ID).findings).toHaveLength(rows);
    console.log(`${name}: ${rows} formulas examined in ${Math.round(performance.now() - started)} ms`);
    const trips = opened.trips();
    const done = await repair(opened.host, false, quiet);
    expect(done.formulas).toBe(rows);
    expect(opened.trips() - trips).toBeLessThanOrEqual(3 + 1 + rows / 5_000);
    expect([at(0), at(rows - 1)]).toEqual(["=UCJ_COVERAGE(A1,B1)", `=UCJ_COVERAGE(A${rows},B${rows})`]);
  }, 300_000);
});
