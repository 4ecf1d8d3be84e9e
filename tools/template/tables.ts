// The tables of the template: made by core from a stand-in source, then pointed at the cells that are filled in.
import type { Block, BlockCell } from "../../core/block";
import { addressOf } from "../../core/block";
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor, tableKind } from "../../core/tables/all";
import type { Typed } from "../../core/tables/kind";
import type { TableCell } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import { ENTRY, entryCell, MONTH_ROW, MONTHS, REGION_ROW, REGIONS, SEGMENT_ROW } from "./entry";
import type { PlannedCell, PlannedSheet } from "./plan";

type Line = readonly (string | number)[];

interface Live {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** Stand-in rows from this row of the entry sheet on, headings first; their figures are never seen. */
  readonly source?: { readonly row: number; readonly cells: readonly Line[] };
  readonly typed: Typed;
  /** Where a label of the upper part finds its value. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The row of names and figures that takes the place of the source's row, from 0. */
  readonly fetch?: (column: "A" | "B" | "C", row: number) => string;
  /** Formulas for whole columns, by heading; `at` gives the address of another column in the same row. */
  readonly columns?: Readonly<
    Record<string, (at: (heading: string) => string, range: (heading: string) => string) => string>
  >;
  readonly notes: readonly string[];
  /** What the chart says, as a formula without "="; `total` gives a cell of the last row, `at` of any. */
  readonly message: (look: Look) => string;
  /** Rows of the body that are drawn; all of them otherwise. */
  readonly drawn?: number;
  /** Which series, by place, stay lines: one whose figures may be missing would fall to zero there. */
  readonly lines?: readonly number[];
}

interface Look {
  /** A cell of the body, rows from 0; -1 is its last row. */
  readonly cell: (heading: string, row: number) => string;
  readonly column: (heading: string) => string;
  readonly parameter: (label: string) => string;
}

const percent = (of: string): string => `ROUND(${of}*100,2)&" %"`;
const filled = (at: string): string => `IF(${at}="","",${at})`;

const people = (count: number): Line[] =>
  Array.from({ length: count }, (_, i) => [`Baris ${i + 1}`, 1000 * (count + 1), 1000 * (count - i)]);

const regions = [["Wilayah", "Angkatan kerja", "Peserta aktif"], ...people(REGIONS)];
const REGION_NAMES = `${ENTRY}!A$${REGION_ROW + 1}:A$${REGION_ROW + REGIONS}`;
const RANKS = `${ENTRY}!$F$${REGION_ROW + 1}:$F$${REGION_ROW + REGIONS}`;

const COMMON = {
  Wilayah: entryCell("region"),
  "Per tanggal": entryCell("asOf"),
  Dasar: entryCell("basis"),
  Sumber: entryCell("source"),
  Target: entryCell("target"),
  "Kenaikan per tahun": entryCell("growth"),
  "Batas atas": entryCell("ceiling"),
};
const ABOUT = { region: "x", asOf: "1 Januari 2025", basis: "x", source: "x" };
const RATIO =
  "Cakupan pada baris Jumlah adalah jumlah peserta aktif ÷ jumlah angkatan kerja, bukan rata-rata persentase.";
const DRAWN = 15;

/** A row without a region has no target. */
const ofRegion = (at: (heading: string) => string): string =>
  `IF(AND(COUNT(${at("Angkatan kerja")})=1,COUNT(${entryCell("target")})=1),${entryCell("target")},"")`;

const TABLES: readonly Live[] = [
  {
    kind: "summary",
    name: "Ringkasan",
    title: "Ringkasan wilayah",
    source: { row: REGION_ROW - 1, cells: regions },
    typed: { ...ABOUT, target: "40%" },
    parameters: COMMON,
    columns: { Target: ofRegion },
    notes: [
      RATIO,
      "Wilayah yang barisnya belum lengkap tampil kosong; Jumlah menunggu sampai semuanya lengkap.",
    ],
    message: ({ cell, parameter }) =>
      `IF(COUNT(${cell("Cakupan", -1)})=1,${parameter("Wilayah")}&": "&${percent(cell("Cakupan", -1))}&IF(COUNT(${cell("Target", -1)})=1,", target "&${percent(cell("Target", -1))},""),"Isi angka di lembar ${ENTRY}")`,
  },
  {
    kind: "segment",
    name: "Segmen",
    title: "Rincian per segmen",
    source: {
      row: SEGMENT_ROW - 1,
      cells: [
        ["Segmen", "Angkatan kerja", "Peserta aktif"],
        ["PU", 4000, 3000],
        ["BPU", 4000, 3000],
        ["Jakon", 4000, 3000],
        ["PMI", 4000, 3000],
      ],
    },
    typed: ABOUT,
    parameters: COMMON,
    notes: [RATIO],
    message: ({ cell, parameter }) =>
      `IF(COUNT(${cell("Cakupan", -1)})=1,${parameter("Wilayah")}&": "&${percent(cell("Cakupan", -1))}&" angkatan kerja terlindungi","Isi angka di lembar ${ENTRY}")`,
  },
  {
    kind: "ranking",
    name: "Peringkat",
    title: "Peringkat",
    source: { row: REGION_ROW - 1, cells: regions },
    typed: { ...ABOUT, target: "40%" },
    parameters: COMMON,
    fetch: (column, row) =>
      `IFERROR(INDEX(${column === "A" ? REGION_NAMES : REGION_NAMES.replace(/A\$/g, `${column}$`)},MATCH(${row + 1},${RANKS},0)),"")`,
    columns: {
      Target: ofRegion,
      Peringkat: (at, range) => `IF(COUNT(${at("Cakupan")})=1,RANK(${at("Cakupan")},${range("Cakupan")}),"")`,
    },
    notes: [
      "Urutan berubah sendiri mengikuti isian; wilayah dengan cakupan sama mendapat peringkat yang sama.",
      `Grafik menampilkan ${DRAWN} teratas.`,
    ],
    message: ({ cell, column }) =>
      `IF(COUNT(${column("Cakupan")})>0,"Tertinggi "&${cell("Wilayah", 0)}&" ("&${percent(cell("Cakupan", 0))}&"), terendah "&INDEX(${column("Wilayah")},COUNT(${column("Cakupan")}))&" ("&${percent(`MIN(${column("Cakupan")})`)}&")","Isi angka di lembar ${ENTRY}")`,
    drawn: DRAWN,
  },
  {
    kind: "path",
    name: "Jalur",
    title: "Jalur target",
    typed: { ...ABOUT, labor: "1000", active: "300", year: "2025", target: "99,5%" },
    parameters: {
      ...COMMON,
      "Tahun awal": `YEAR(${entryCell("asOf")})`,
      "Angkatan kerja": entryCell("labor"),
      "Peserta aktif": entryCell("active"),
      "Target tahun akhir": entryCell("endTarget"),
    },
    notes: [
      "Jalur aturan: cakupan naik sebesar Kenaikan per tahun (relatif, bukan poin), dipotong di Batas atas.",
      "Jalur tetap: kenaikan relatif yang sama tiap tahun, tiba di target pada tahun terakhir.",
      "Jumlah orang dihitung dari tahun sebelumnya dan dibulatkan ke atas tiap tahun.",
    ],
    message: ({ cell, parameter }) =>
      `IF(COUNT(${cell("Jalur aturan", 1)})=1,${parameter("Wilayah")}&": "&${percent(cell("Jalur aturan", 0))}&" pada "&${cell("Tahun", 0)}&"; menurut aturan "&${percent(cell("Jalur aturan", 1))}&" pada "&${cell("Tahun", 1)}&", jenuh "&${parameter("Tahun jenuh jalur aturan")},"Isi angka di lembar ${ENTRY}")`,
  },
  {
    kind: "progress",
    name: "Kemajuan",
    title: "Kemajuan bulanan",
    source: {
      row: MONTH_ROW - 1,
      cells: [["Bulan", "Peserta aktif"], ...MONTHS.map((month, i) => [month, 3000 + i])],
    },
    typed: { ...ABOUT, year: "2025", labor: "10000", start: "2900", target: "40%" },
    parameters: {
      ...COMMON,
      Tahun: `YEAR(${entryCell("asOf")})`,
      "Angkatan kerja": entryCell("labor"),
      "Peserta aktif akhir tahun lalu": entryCell("start"),
      "Target akhir tahun": entryCell("target"),
    },
    lines: [1],
    notes: [
      "Garis target: dari akhir tahun lalu ke target akhir tahun, dibagi rata 12 bulan dan dibulatkan ke atas.",
      "Perlu per bulan: kekurangan ke target akhir tahun ÷ sisa bulan, dibulatkan ke atas. Penurunan dalam sebulan adalah hal biasa.",
    ],
    message: ({ column, parameter }) =>
      `IF(COUNT(${parameter("Sisa bulan")})=1,${parameter("Wilayah")}&": "&${parameter("Data terakhir")}&" "&INDEX(${column("Peserta aktif")},12-${parameter("Sisa bulan")})&" peserta aktif"&IF(COUNT(${parameter("Perlu per bulan (orang)")})=1,", perlu "&${parameter("Perlu per bulan (orang)")}&" orang per bulan",""),"Isi angka di lembar ${ENTRY}")`,
  },
];

/** Every table of the template, in the order of its sheets. */
export const tableSheets = (): PlannedSheet[] => TABLES.map(sheetOf);

function sheetOf(live: Live): PlannedSheet {
  const kind = tableKind(live.kind);
  const read = live.source ? readFor(kind, blockOf(live.source)) : undefined;
  if (isRefusal(read)) throw new Error(read.refusal.en);
  const table = makeTable(kind, read?.source, live.typed, "id");
  if (isRefusal(table)) throw new Error(table.refusal.en);
  const painted = paint(table, "plain", { sheet: live.name, row: 0, column: 0, chartBelow: true });
  const header = painted.print?.header ?? 0;
  const headings = (painted.cells[header] ?? []).map(String);
  const kept = painted.cells.filter((_, r) => r <= header || table.rows[r]?.[0]?.role !== "note").length;
  const body = kept - header - 1 - (table.rows[kept - 1]?.[0]?.role === "total" ? 1 : 0);
  const labels = painted.cells.slice(0, header).map(([label]) => String(label));
  const columnOf = (heading: string): number => {
    const c = headings.indexOf(heading);
    if (c < 0) throw new Error(`${live.kind}: no column ${heading}`);
    return c;
  };
  const column = (heading: string): string => {
    const c = columnOf(heading);
    return `${addressOf(header + 1, c)}:${addressOf(header + body, c)}`
      .replace(/(\d)/, "$1")
      .replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  };
  const look: Look = {
    cell: (heading, row) => addressOf(row < 0 ? kept - 1 : header + 1 + row, columnOf(heading)),
    column,
    parameter: (label) => {
      const r = labels.indexOf(label);
      if (r < 0) throw new Error(`${live.kind}: no parameter ${label}`);
      return addressOf(r, 1);
    },
  };
  const used = new Set<string>();

  const written = (r: number, c: number): PlannedCell => {
    const own = (table.rows[r] as readonly TableCell[])[c] as TableCell;
    // Nothing is typed here.
    const role = own.role === "input" ? "figure" : own.role;
    const format = painted.formats[r]?.[c] as string;
    const content = painted.cells[r]?.[c] as string | number;
    const is = (text: string, shown = format): PlannedCell => ({ content: text, role, format: shown });
    if (r === 0 && c === 0) return is(`="${live.title}: "&${entryCell("region")}`);
    if (r < header && c === 1) {
      const label = labels[r] as string;
      const from = live.parameters[label];
      if (!from) {
        if (content === "" || String(content).startsWith("="))
          return {
            // Without figures to begin with there is nothing to look up.
            content: String(content).includes("SUMPRODUCT(")
              ? `=IF(COUNT(${look.parameter("Cakupan awal")},${look.parameter("Batas atas")})=2,${String(content).slice(1)},"")`
              : content,
            role,
            format,
          };
        throw new Error(`${live.kind}: nothing fills ${label}`);
      }
      used.add(label);
      return is(
        /^YEAR/.test(from) ? `=IF(COUNT(${entryCell("asOf")})=1,${from},"")` : `=${filled(from)}`,
        label === "Per tanggal" ? "[$-421]d mmmm yyyy" : format,
      );
    }
    const row = r - header - 1;
    if (row >= 0 && row < body) {
      const rule = live.columns?.[headings[c] as string];
      if (rule) return is(`=${rule((heading) => addressOf(r, columnOf(heading)), column)}`);
      const fetched = /^=Isian!([BC])(\d+)$/.exec(String(content));
      const source = live.source;
      const fetch =
        live.fetch ??
        ((letter: string, i: number) => filled(`${ENTRY}!${letter}${(source?.row ?? 0) + 2 + i}`));
      if (fetched) return is(`=${fetch(fetched[1] as "B" | "C", row)}`);
      if (c === 0 && source && live.kind !== "segment") return is(`=${fetch("A", row)}`);
    }
    if (r === kept - 1 && c === 0 && role === "total") return is("Jumlah");
    if (typeof content === "number" && role !== "header") throw new Error(`${live.kind}: a fixed ${content}`);
    return { content: typeof content === "string" ? content.replace(/^'/, "") : content, role, format };
  };
  const rows: PlannedCell[][] = painted.cells
    .slice(0, kept)
    .map((line, r) => line.map((_, c) => written(r, c)));
  const note = (content: string): void => void rows.push([{ content, role: "note" }]);
  for (const text of live.notes) note(text);
  const message = addressOf(rows.length, 0);
  note(`=${live.message(look)}`);
  const { chart } = painted;
  const fewer = <A extends { rows: number }>(area: A, extra: number): A =>
    live.drawn ? { ...area, rows: live.drawn + extra } : area;
  return {
    name: live.name,
    widths: painted.widths,
    rows,
    headers: [header],
    typing: [],
    colors: painted.conditions ?? [],
    ...(chart && {
      chart: {
        ...chart,
        ...(live.kind !== "path" && {
          kind: chart.kind === "line" ? "column" : chart.kind,
          lines: live.lines ?? [],
        }),
        title: `${live.name}!$${message.replace(/(\d+)/, "$$$1")}`,
        labels: fewer(chart.labels, 0),
        series: chart.series.map((area) => fewer(area, 1)),
        row: rows.length + 1,
        column: 0,
      },
    }),
    freeze: header + 1,
    print: {
      // A long table with its chart below.
      landscape: false,
      header: 0,
      footer: "Dibuat dengan UCJ Planner, tanpa add-in",
    },
  };
}

function blockOf({ row, cells }: { row: number; cells: readonly Line[] }): Block {
  return {
    sheet: ENTRY,
    row,
    column: 0,
    cells: cells as readonly (readonly BlockCell[])[],
    hiddenRows: [],
    merged: false,
    selected: 0,
  };
}
