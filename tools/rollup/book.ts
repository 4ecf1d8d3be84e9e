// The result as sheets: the rolled-up rows, tables of native formulas over them, what the checks found, the row count.
import type { Block } from "../../core/block";
import { checkTable, finish } from "../../core/checks/columns/check-table";
import { checkRows } from "../../core/checks/sources/check-rows";
import { foundInRegion, foundInTable } from "../../core/checks/sources/found";
import { reportTable } from "../../core/checks/sources/report";
import { readBlock } from "../../core/checks/sources/source";
import { readTable } from "../../core/checks/sources/table";
import { writeDate } from "../../core/dates";
import { HEADINGS, PLACES } from "../../core/headers";
import { isRefusal, type Refusal } from "../../core/refuse";
import { BREAKDOWN } from "../../core/segments";
import { makeTable, readFor } from "../../core/tables/all";
import { districts } from "../../core/tables/districts";
import type { TableKind } from "../../core/tables/kind";
import { blank, type Shown, type TableCell, type TableModel, text } from "../../core/tables/model";
import { ranking } from "../../core/tables/ranking";
import { segment } from "../../core/tables/segment";
import { summary } from "../../core/tables/summary";
import type { Language, Words } from "../../core/words";
import { REASONS } from "./count";
import type { Result } from "./result";

export interface Sheet {
  readonly name: string;
  readonly table: TableModel;
  /** Rows above it stay in view. */
  readonly freeze: number;
}

export interface About {
  readonly file: string;
  readonly target?: string | undefined;
  readonly language: Language;
  /** File that holds every row not counted; "" when there is none. */
  readonly listing: string;
}

const WORDS = {
  data: { id: "Rekap", en: "RollUp" },
  segments: { id: "RekapSegmen", en: "RollUpSegments" },
  rows: { id: "Baris", en: "Rows" },
  reconcile: { id: "Pencocokan baris", en: "Reconciliation of rows" },
  file: { id: "Berkas", en: "File" },
  asOf: { id: "Posisi data", en: "As of" },
  rowsIn: { id: "Baris masuk", en: "Rows in" },
  counted: { id: "Dihitung", en: "Counted" },
  listed: { id: "Didaftar, tidak dihitung", en: "Listed, not counted" },
  reason: { id: "Alasan", en: "Reason" },
  withoutNik: {
    id: "Dihitung, tetapi NIK-nya tidak terbaca sehingga ganda tidak terlihat",
    en: "Counted, but the NIK cannot be read, so a double would not show",
  },
  added: {
    id: "Wilayah tanpa peserta (hanya ada di berkas angkatan kerja)",
    en: "Places without participants (only in the labour force file)",
  },
  base: { id: "Berkas angkatan kerja, tidak dihitung", en: "Labour force file, not counted" },
  where: {
    id: "Setiap baris yang tidak dihitung ada di berkas",
    en: "Every row that was not counted is in the file",
  },
} as const satisfies Record<string, Words>;

const people = (value: number): TableCell => ({ value, shown: "people", role: "figure" });

/** The rolled-up rows: names and counts typed, the rest native formulas. */
function dataTable({ keys, groups }: Result, language: Language): TableModel {
  const { labor, active, uncovered, coverage } = BREAKDOWN;
  const heads = [...keys.map((key) => HEADINGS[key].words), labor, active, uncovered, coverage];
  const k = keys.length;
  return {
    name: WORDS.data[language],
    rows: [
      heads.map((words) => text(words[language], "header")),
      ...groups.map((group, i): TableCell[] => {
        const [l, a] = [`{${i + 1},${k}}`, `{${i + 1},${k + 1}}`];
        return [
          ...group.names.map((name) => text(name)),
          people(group.labor),
          people(group.active),
          { value: group.labor - group.active, plain: `${l}-${a}`, shown: "people", role: "figure" },
          group.labor > 0
            ? { value: group.active / group.labor, plain: `${a}/${l}`, shown: "share", role: "figure" }
            : text("", "figure"),
        ];
      }),
    ],
    widths: [...keys.map((key) => (key === "segment" ? 12 : 26)), 16, 16, 16, 12],
  };
}

/** What a table or a check is handed: the cells as they stand in their sheet. */
const blockOf = ({ rows }: TableModel, sheet: string, columns: number): Block => ({
  sheet,
  row: 0,
  column: 0,
  cells: rows.map((row) => row.slice(0, columns).map(({ value }) => value)),
  hiddenRows: [],
  merged: false,
  selected: rows.length * columns,
});

function segmentRows({ keys, groups }: Result, language: Language): TableModel {
  const at = keys.indexOf("segment");
  const sums = new Map<string, [number, number]>();
  for (const { names, labor, active } of groups) {
    const sum = sums.get(names[at] as string) ?? [0, 0];
    sums.set(names[at] as string, [sum[0] + labor, sum[1] + active]);
  }
  const { segment: name, labor, active } = BREAKDOWN;
  return {
    name: WORDS.segments[language],
    rows: [
      [name, labor, active].map((words) => text(words[language], "header")),
      ...[...sums].map(([own, [l, a]]) => [text(own), people(l), people(a)]),
    ],
    widths: [24, 16, 16],
  };
}

export const findings = (result: Result, { file, language }: About): TableModel => {
  const data = dataTable(result, language);
  const block = blockOf(data, WORDS.data[language], result.keys.length + 4);
  const source = readBlock(block);
  if (isRefusal(source)) return reportTable([], new Map(), { source: file, tested: [] }, language);
  if (source.kind === "region")
    return reportTable(foundInRegion(source), new Map(), { source: file, tested: [] }, language);
  const read = finish(readTable(block, source.layout));
  const found = foundInTable(read, block, finish(checkRows(read)).found, finish(checkTable(read.table)));
  return reportTable(found, new Map(), { source: file, tested: [] }, language);
};

function rowsTable(result: Result, { file, language, listing }: About): TableModel {
  const say = (words: Words): string => words[language];
  const line = (...cells: TableCell[]): TableCell[] => [...cells, ...Array(2 - cells.length).fill(blank)];
  const figure = (words: Words, value: number, role: "figure" | "total" = "figure"): TableCell[] => [
    text(say(words), role === "total" ? "total" : "label"),
    { value, shown: "people" as Shown, role },
  ];
  const listed = [...result.listed].sort(([, a], [, b]) => b - a);
  const first = 5;
  return {
    name: say(WORDS.rows),
    rows: [
      line(text(say(WORDS.reconcile), "title")),
      line(text(say(WORDS.file), "parameter"), text(file, "parameter")),
      line(
        text(say(WORDS.asOf), "parameter"),
        text(result.asOf ? (language === "id" ? writeDate(result.asOf) : result.asOf) : "–", "parameter"),
      ),
      line(text(say(WORDS.reason), "header"), text(say(WORDS.rows), "header")),
      figure(WORDS.counted, result.counted),
      ...listed.map(([reason, rows]) => figure(REASONS[reason], rows)),
      [
        text(say(WORDS.rowsIn), "total"),
        {
          value: result.rowsIn,
          plain: `SUM({${first - 1},1}:{${first - 1 + listed.length},1})`,
          shown: "people",
          role: "total",
        },
      ],
      ...(result.withoutNik ? [figure(WORDS.withoutNik, result.withoutNik)] : []),
      ...(result.added ? [figure(WORDS.added, result.added)] : []),
      ...[...result.baseListed].map(([reason, rows]) =>
        figure(
          {
            id: `${WORDS.base.id}: ${REASONS[reason].id}`,
            en: `${WORDS.base.en}: ${REASONS[reason].en}`,
          },
          rows,
        ),
      ),
      ...(listing ? [line(text(say(WORDS.where), "note"), text(listing, "note"))] : []),
    ],
    widths: [58, 28],
  };
}

/** Formulas beyond this many rows make a file nobody can open. */
const MOST_ROWS = 20_000;

export function sheetsOf(result: Result, about: About): readonly Sheet[] | Refusal {
  const { language, file, target } = about;
  const { keys } = result;
  const data = dataTable(result, language);
  const name = WORDS.data[language];
  const sheets: Sheet[] = [{ name, table: data, freeze: 1 }];
  const tables: Sheet[] = [];
  const typed = {
    source: file,
    ...(result.asOf && { asOf: writeDate(result.asOf) }),
    ...(target && { target }),
  };
  const make = (kind: TableKind, block: Block): Refusal | undefined => {
    const read = readFor(kind, block);
    if (isRefusal(read)) return read;
    const table = makeTable(kind, read.source, typed, language);
    if (isRefusal(table)) return table;
    tables.push({ name: table.name.slice(0, 31), table, freeze: 0 });
    return undefined;
  };
  const places = keys.filter((key) => (PLACES as readonly string[]).includes(key));
  const hasSegment = keys.includes("segment");
  if (result.groups.length <= MOST_ROWS) {
    const block = blockOf(data, name, keys.length + 2);
    const refused =
      places.length > 1 || hasSegment
        ? make(districts, block)
        : (make(summary, block) ?? (result.groups.length > 1 ? make(ranking, block) : undefined));
    if (refused) return refused;
  }
  if (hasSegment) {
    const segments = segmentRows(result, language);
    const own = WORDS.segments[language];
    const refused = make(segment, blockOf(segments, own, 3));
    if (refused) return refused;
    sheets.push({ name: own, table: segments, freeze: 1 });
  }
  const found = findings(result, about);
  return [
    ...tables,
    ...sheets,
    { name: found.name, table: found, freeze: 3 },
    { name: WORDS.rows[language], table: rowsTable(result, about), freeze: 0 },
  ];
}

/** The same rows as text, for a sheet that imports CSV: values, a dot for the decimal mark. */
export function csvOf(result: Result, { language }: About): string {
  const quoted = (value: string): string => {
    const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
  };
  const { rows } = dataTable(result, language);
  return `\ufeff${rows
    .map((row) =>
      row.map(({ value }) => (typeof value === "number" ? String(value) : quoted(value))).join(","),
    )
    .join("\r\n")}\r\n`;
}
