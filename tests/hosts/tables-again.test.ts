// A table written anew from a source that grew or shrank: chart, colours and page follow, what is the planner's stays, all of it can be taken back.
import { tableKind } from "../../core/tables/all";
import type { Host } from "../../sidebar/host";
import { findTables, type Rewritten, refresh } from "../../sidebar/parts/rewrite";
import type { Grid, GridChart, GridCondition } from "../../workbench/grid-types";
import { everything, HOSTS, type Opened, openInExcel, put } from "./both";
import { tableOf, writeTable } from "./examples";

const REGIONS = ["Abeli", "Baruga", "Kadia", "Kambu", "Mandonga", "Poasia", "Puuwatu", "Wua-Wua"];
const rowsOf = (count: number): (string | number)[][] =>
  REGIONS.slice(0, count).map((name, i) => [name, 10000 + 1500 * i, 4000 + 700 * i, 6000 + 700 * i]);
const HEADINGS = ["Kecamatan", "Angkatan kerja", "Peserta aktif", "Target (orang)"];

const WATCH = { progress: () => undefined, isStopped: () => false };

const sheetOf = (grid: Grid, name: string): string =>
  grid.sheets().find((sheet) => sheet.name === name)?.id ?? "";
const looks = (conditions: readonly GridCondition[]): string[] =>
  conditions.map(({ zone, rule }) => JSON.stringify([zone, rule])).sort();
const plotted = (charts: readonly GridChart[]): unknown => charts.map(({ id: _, ...chart }) => chart);
const seen = (opened: Opened, sheet: string): unknown => [
  (JSON.parse(everything(opened.grid)) as [string, unknown[]][]).flatMap(([name, cells]) =>
    cells.map((cell, i) => `${name} ${i} ${JSON.stringify(cell)}`),
  ),
  plotted(opened.grid.charts(sheet)),
  looks(opened.grid.conditions(sheet)),
  opened.grid.page(sheet),
];

/** A kind's table of so many regions, on a sheet of its own. */
async function written(opened: Opened, kind: string, count: number): Promise<string> {
  const example = { typed: {}, cells: [HEADINGS, ...rowsOf(count)] };
  const table = await tableOf(opened, { ...tableKind(kind), example });
  return sheetOf(opened.grid, (await writeTable(opened, table)).sheet);
}

/** The source now holds so many regions. */
function resize(opened: Opened, count: number): void {
  const source = opened.grid.sheets()[0]?.id ?? "";
  opened.grid.apply([
    {
      do: "clear",
      sheet: source,
      zone: { row: 1, column: 0, rows: REGIONS.length, columns: 4 },
      what: "contents",
    },
  ]);
  opened.grid.activate(source);
  put(opened.grid, rowsOf(count), 1);
}

async function again(opened: Opened): Promise<Rewritten> {
  const [found] = await findTables(opened.host);
  if (!found) throw new Error("no table");
  return refresh(opened.host, found, "id", WATCH);
}

describe.each(HOSTS)("%s", (name, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => {
    expect(opened.unsupported()).toEqual([]);
  });

  test("a table made of pasted text is not refreshed, and the spreadsheet is asked nothing for it", async () => {
    await written(opened, "ranking", 5);
    const [found] = await findTables(opened.host);
    if (!found) throw new Error("no table");
    const asked: unknown[] = [];
    const host = new Proxy(opened.host, {
      get(target, call) {
        if (typeof target[call as keyof Host] === "function") asked.push(call);
        return target[call as keyof Host];
      },
    });
    await expect(refresh(host, { ...found, from: undefined }, "id", WATCH)).rejects.toMatchObject({
      words: { id: expect.stringContaining("Tekan Ubah") },
    });
    expect(asked).toEqual([]);
  });

  describe.each(["ranking", "districts"])("%s", (kind) => {
    test.each([
      [5, 8],
      [8, 5],
      [6, 6],
    ])("from %d regions to %d: as if written for them, and back", async (before, now) => {
      const fresh = await written(opened, kind, now);
      const [wanted] = opened.grid.charts(fresh);
      const [colours, page] = [looks(opened.grid.conditions(fresh)), opened.grid.page(fresh)];
      // One spreadsheet at a time: what the adapters call is global.
      opened = await open();
      const sheet = await written(opened, kind, before);
      const was = seen(opened, sheet);
      resize(opened, now);
      const trips = opened.trips();
      const answer = await again(opened);
      // Find; look again, with its marks and what is drawn, and read the source, all at once; write; draw.
      expect(opened.trips() - trips).toBeLessThanOrEqual(name === "Excel" ? 18 : 7);
      expect(answer.chart).toBe("followed");
      const [chart, ...more] = opened.grid.charts(sheet);
      expect(more).toEqual([]);
      expect(chart).toMatchObject({
        source: wanted?.source,
        labels: wanted?.labels,
        title: wanted?.title,
        colors: wanted?.colors,
        anchor: wanted?.anchor,
      });
      expect(looks(opened.grid.conditions(sheet))).toEqual(colours);
      expect(opened.grid.page(sheet)).toEqual(page);
      // Once more: everything stands already.
      const drawn = jest.spyOn(opened.host, "redraw");
      const second = await again(opened);
      expect([second.changed, drawn.mock.calls.length]).toEqual([0, 0]);
      expect(opened.grid.charts(sheet)).toHaveLength(1);
      expect(looks(opened.grid.conditions(sheet))).toEqual(colours);
      await second.undo();
      await answer.undo();
      resize(opened, before);
      expect(seen(opened, sheet)).toEqual(was);
    });
  });

  test("what was typed where the table waits for a figure stays, also where lines move", async () => {
    const cells = [
      ["Segmen", "Angkatan kerja", "Peserta aktif"],
      ["PU", 88357, null],
      ["BPU", 36140, null],
      ["Jakon", 16443, null],
    ];
    const table = await tableOf(opened, { ...tableKind("segment"), example: { typed: {}, cells } });
    const { sheet: name } = await writeTable(opened, table);
    const [source] = opened.grid.sheets();
    const sheet = sheetOf(opened.grid, name);
    const type = (on: string, row: number, column: number, content: string | number): void =>
      opened.grid.apply([{ do: "content", sheet: on, row, column, content, literal: false }]);
    const active = (row: number): unknown => opened.grid.cell(sheet, row, 2).value;
    type(sheet, 5, 2, 30000);
    type(sheet, 6, 2, "belum ada");
    expect(await again(opened)).toMatchObject({ typed: 2, changed: 0 });
    expect([active(5), active(6), active(7)]).toEqual([30000, "belum ada", ""]);
    // BPU leaves the source, and Jakon moves up.
    type(sheet, 7, 2, 900);
    for (const [column, content] of ["Jakon", 16443].entries()) type(source?.id ?? "", 2, column, content);
    for (const column of [0, 1]) type(source?.id ?? "", 3, column, "");
    const moved = await again(opened);
    expect(moved).toMatchObject({ typed: 2 });
    expect([active(5), active(6)]).toEqual([30000, 900]);
    await moved.undo();
    expect([active(5), active(6), active(7)]).toEqual([30000, "belum ada", 900]);
  });

  test("a chart and a colour of the planner's stay as they are; a title of the planner's too", async () => {
    const sheet = await written(opened, "ranking", 5);
    const [own] = opened.grid.charts(sheet);
    const rule = { formula: "=A1>5", fill: "#FF0000", color: "#000000" };
    const zone = { row: 4, column: 1, rows: 3, columns: 1 };
    const mine = {
      ...(own as GridChart),
      id: "mine",
      title: "Punya saya",
      anchor: { row: 40, column: 9 },
      source: { row: 50, column: 0, rows: 4, columns: 2 },
    };
    const { labels: _, names: __, ...bare } = mine;
    opened.grid.apply([
      { do: "updateChart", chart: { ...(own as GridChart), title: "Grafik 1. Kecamatan" } },
      { do: "addChart", chart: bare },
      { do: "condition", sheet, id: "own", zone, rule },
    ]);
    const untouched = opened.grid.charts(sheet).find(({ id }) => id === "mine");
    resize(opened, 8);
    expect((await again(opened)).chart).toBe("followed");
    const charts = opened.grid.charts(sheet);
    expect(charts.find(({ id }) => id === "mine")).toEqual(untouched);
    const ours = charts.find(({ id }) => id !== "mine");
    expect(ours?.title).toBe("Grafik 1. Kecamatan");
    expect(ours?.source.rows).toBe((own?.source.rows ?? 0) + 3);
    expect(opened.grid.conditions(sheet).filter(({ id }) => id === "own")).toMatchObject([{ zone, rule }]);
  });

  test("a chart that is gone, and two that could be it, are told and not touched", async () => {
    const sheet = await written(opened, "ranking", 5);
    const [own] = opened.grid.charts(sheet) as [GridChart];
    opened.grid.apply([{ do: "addChart", chart: { ...own, id: "twin" } }]);
    const twins = plotted(opened.grid.charts(sheet));
    resize(opened, 8);
    expect((await again(opened)).chart).toBe("several");
    expect(plotted(opened.grid.charts(sheet))).toEqual(twins);
    opened.grid.apply(["twin", own.id].map((id) => ({ do: "deleteChart", sheet, id }) as const));
    expect((await again(opened)).chart).toBe("gone");
    expect(opened.grid.charts(sheet)).toEqual([]);
  });

  test("a second table below the first keeps clear of its chart", async () => {
    const sheet = await written(opened, "ranking", 5);
    opened.grid.activate(sheet);
    const [chart] = opened.grid.charts(sheet) as [GridChart];
    const { row } = await opened.host.survey("free", { rows: 3, columns: 3 }, "x");
    let bottom = chart.height;
    for (let r = 0; r < chart.anchor.row; r++) bottom += opened.grid.rowHeight(sheet, r);
    let top = 0;
    for (let r = 0; r < row; r++) top += opened.grid.rowHeight(sheet, r);
    expect(top).toBeGreaterThanOrEqual(bottom);
    expect(top - bottom).toBeLessThan(80);
    opened.grid.apply([{ do: "deleteChart", sheet, id: chart.id }]);
    const used = opened.grid.used(sheet);
    const free = await opened.host.survey("free", { rows: 3, columns: 3 }, "x");
    expect(free.row).toBe((used?.row ?? 0) + (used?.rows ?? 0) + 1);
  });

  test("a failure while chart and colours are drawn takes the cells back", async () => {
    const sheet = await written(opened, "ranking", 5);
    const was = seen(opened, sheet);
    resize(opened, 8);
    const host = { ...opened.host, redraw: () => Promise.reject(new Error("no")) };
    const [found] = await findTables(host);
    if (!found) throw new Error("no table");
    await expect(refresh(host, found, "id", WATCH)).rejects.toThrow("no");
    resize(opened, 5);
    expect(seen(opened, sheet)).toEqual(was);
  });
});

test("Excel: a print area round the table grows with it; a page its owner set up stays", async () => {
  const opened = await openInExcel();
  const sheet = await written(opened, "ranking", 5);
  const [found] = await findTables(opened.host);
  const area = { row: 0, column: 0, rows: found?.rows ?? 0, columns: found?.columns ?? 0 };
  opened.grid.setPage(sheet, { ...opened.grid.page(sheet), area });
  resize(opened, 8);
  const { undo } = await again(opened);
  expect(opened.grid.page(sheet).area).toEqual({ ...area, rows: area.rows + 3 });
  await undo();
  expect(opened.grid.page(sheet).area).toEqual(area);
  const own = { landscape: false, footer: "&LDinas&R&P", titleRows: [0, 1] as const, area };
  opened.grid.setPage(sheet, own);
  await again(opened);
  expect(opened.grid.page(sheet)).toEqual(own);
});

test("an Excel that does not tell what a chart plots: said, and the chart left", async () => {
  const opened = await openInExcel();
  const sheet = await written(opened, "ranking", 5);
  const charts = opened.grid.charts(sheet);
  const { requirements } = Office.context;
  const asked = jest
    .spyOn(requirements, "isSetSupported")
    .mockImplementation((_, version) => String(version) !== "1.15");
  resize(opened, 8);
  expect((await again(opened)).chart).toBe("mute");
  asked.mockRestore();
  expect(opened.grid.charts(sheet)).toEqual(charts);
});

test.each(HOSTS)("%s: a table that was larger leaves no bold or filled row behind", async (_, open) => {
  const styles = ({ grid }: Opened, sheet: string): unknown[] =>
    Array.from({ length: 24 }, (_, row) => {
      const { bold = false, fill = "", italic = false } = grid.cell(sheet, row, 0).style;
      // Blank cells below keep the look of notes, which shows nothing.
      return [row, bold, fill, grid.cell(sheet, row, 0).value === "" ? false : italic];
    });
  const fresh = await open();
  const wanted = styles(fresh, await written(fresh, "ranking", 5));
  const opened = await open();
  const sheet = await written(opened, "ranking", 8);
  resize(opened, 5);
  await again(opened);
  expect(styles(opened, sheet)).toEqual(wanted);
});
