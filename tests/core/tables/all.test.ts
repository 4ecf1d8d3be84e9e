// What holds for every kind of table: engines agree, old functions only, a message as title with its caption, both languages.
import { isRefusal } from "../../../core/refuse";
import { makeTable, TABLES } from "../../../core/tables/all";
import { readMark } from "../../../core/tables/found";
import type { TableModel } from "../../../core/tables/model";
import { paint } from "../../../core/tables/paint";
import { CASES, type Case } from "./cases";
import { expectSame, source } from "./sheet";

const make = ({ kind, cells, typed, language }: Case): TableModel => {
  const made = makeTable(kind, cells && source(kind.id, cells), typed, language);
  if (isRefusal(made)) throw new Error(made.refusal.id);
  return made;
};
const named = CASES.map((one, n) => [`${one.kind.id} ${n + 1} (${one.language})`, one] as const);

test.each(named)("%s: every cell is the same in the grid and in IronCalc, in each output", (_, one) => {
  expectSame(make(one), one.cells);
});

/** All of Excel 2010 (IFERROR and SUMIF are of 2007), LibreOffice and Sheets alike. */
const FUNCTIONS =
  "AND COUNT COUNTIF IF IFERROR INDEX INT MAX MIN OR ROUND ROUNDUP ROWS SUM SUMIF SUMPRODUCT".split(" ");

test.each(named)("%s: formulas of Excel 2010, short enough for a cell", (_, one) => {
  const model = make(one);
  for (const output of ["plain", "live"] as const)
    for (const cell of paint(model, output, {
      sheet: "T",
      row: 0,
      column: 0,
      chartBelow: true,
    }).cells.flat()) {
      if (typeof cell !== "string" || !cell.startsWith("=")) continue;
      expect(cell.length).toBeLessThan(2000);
      for (const name of cell.replace(/"[^"]*"/g, "").match(/[A-Z][A-Z0-9_.]*(?=\()/g) ?? [])
        if (output === "plain" || !name.startsWith("UCJ_")) expect(FUNCTIONS).toContain(name);
      if (/UCJ_/.test(cell)) expect(cell).toMatch(/IFERROR\(/);
    }
});

/** Lightness of a colour as grey print shows it, 0 to 100. */
function lightness(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}

test.each(named)(
  "%s: a title that says figures, its caption, neighbouring series, greys that differ",
  (_, one) => {
    const model = make(one);
    const notes = model.rows
      .filter(([first]) => first?.role === "note")
      .map(([first]) => String(first?.value));
    expect(readMark(notes.at(-1))?.kind).toBe(one.kind.id);
    expect(new Set(model.rows.map((row) => row.length)).size).toBe(1);
    expect(model.widths).toHaveLength(model.rows[0]?.length as number);
    const { chart } = model;
    if (!chart) return;
    expect(chart.title).toMatch(/\d/);
    expect(notes).toContain(`${one.language === "id" ? "Grafik" : "Chart"}: ${chart.title}.`);
    expect(chart.series).toEqual(chart.series.map((_, i) => (chart.series[0] as number) + i));
    expect(chart.labels).toBe(0);
    for (const c of chart.series) expect(model.rows[chart.header]?.[c]?.role).toBe("header");
    const greys = chart.series.map((_, i) => lightness(chart.colors[i] as string)).sort((a, b) => a - b);
    for (let i = 1; i < greys.length; i++)
      expect((greys[i] as number) - (greys[i - 1] as number)).toBeGreaterThan(10);
  },
);

test.each(TABLES.map((kind) => [kind.id, kind] as const))("%s speaks both languages", (_, kind) => {
  const [id, en] = (["id", "en"] as const).map((language) =>
    make({ kind, cells: kind.example.cells?.map((line) => [...line]), typed: kind.example.typed, language }),
  ) as [TableModel, TableModel];
  const words = (model: TableModel): unknown[] =>
    model.rows.flatMap((row) => row.filter(({ role }) => role === "header").map(({ value }) => value));
  expect(id.name).not.toBe(en.name);
  expect(words(id)).not.toEqual(words(en));
  expect(id.chart?.title).not.toBe(en.chart?.title);
  expect(id.rows.length).toBe(en.rows.length);
  for (const option of kind.options) expect(option.words.id && option.words.en).toBeTruthy();
});

test("names and options that look like formulas stay text in every table", () => {
  const evil = '=HYPERLINK("http://x";"y")';
  for (const { kind, cells, typed } of CASES) {
    const first = cells?.map((line, r) =>
      line.map((cell, c) =>
        r > 0 &&
        c === 0 &&
        typeof cell === "string" &&
        !/^(Januari|[SPB]|Jak|Des|Feb|Mar|Apr|Mei|Jun|BPU)/.test(cell)
          ? `@${cell}`
          : cell,
      ),
    );
    const made = makeTable(
      kind,
      first && source(kind.id, first),
      { ...typed, region: evil, source: "+62", basis: "-", asOf: "@x" },
      "id",
    );
    if (isRefusal(made)) throw new Error(`${kind.id}: ${made.refusal.id}`);
    for (const output of ["plain", "live", "values"] as const)
      for (const [r, line] of paint(made, output, {
        sheet: "T",
        row: 0,
        column: 0,
        chartBelow: true,
      }).cells.entries())
        for (const [c, cell] of line.entries()) {
          if (typeof cell !== "string" || !/^[=+\-@]/.test(cell)) continue;
          expect(made.rows[r]?.[c]?.plain).toBeDefined();
          expect(cell).not.toContain("HYPERLINK");
        }
  }
});
