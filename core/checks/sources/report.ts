// Findings as rows: the sheet of findings a planner can send on, and the visible sheet of what was looked at already.
import type { Block } from "../../block";
import { blank, type TableCell, type TableModel, text } from "../../tables/model";
import type { Language, Words } from "../../words";
import type { Severity } from "../check";
import type { Found } from "./found";

export const SEVERITIES: Readonly<Record<Severity, Words>> = {
  error: { id: "Tidak cocok", en: "Disagrees" },
  warning: { id: "Periksa", en: "Check" },
  note: { id: "Catatan", en: "Note" },
  fine: { id: "Cocok", en: "Fine" },
};

/** UCJ_Catatan holds detached formulas, so what was looked at has a sheet of its own. */
export const MARK_SHEET = "UCJ_Pemeriksaan";
export const MARK_HEADINGS = ["Lembar", "Tempat", "Aturan", "Temuan", "Angka", "Alasan", "Tanggal"] as const;

/** A finding is the same as long as its rule, its cells and its numbers are: the sentence holds the numbers. */
const identity = (sheet: string, place: string, rule: string, sentence: string): string =>
  [sheet, place, rule, sentence].map((part) => part.replace(/^'/, "").trim()).join("\n");

export const keyOf = ({ sheet, place, rule, words }: Found): string => identity(sheet, place, rule, words.id);

export const markRow = (found: Found, reason: string, date: string): string[] => [
  found.sheet,
  found.place,
  found.rule,
  found.words.id,
  found.numbers.id,
  reason,
  date,
];

/** The reason given for each finding marked so far. */
export function readMarks(sheet: Block | null): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const row of sheet?.cells ?? []) {
    const cell = (i: number): string => String(row[i - (sheet?.column ?? 0)] ?? "");
    if (cell(2) && cell(3)) marks.set(identity(cell(0), cell(1), cell(2), cell(3)), cell(5));
  }
  return marks;
}

const WORDS = {
  name: { id: "Temuan", en: "Findings" },
  title: { id: "Temuan pemeriksaan angka", en: "Findings of the check" },
  of: { id: "Sumber", en: "Source" },
  pasted: { id: "teks tempelan", en: "pasted text" },
  none: {
    id: "Tidak ada temuan: angka-angka ini cocok satu sama lain.",
    en: "No finding: these figures agree with one another.",
  },
} as const satisfies Record<string, Words>;

const COLUMNS: readonly { name: Words; width: number; cell: (found: Found, language: Language) => string }[] =
  [
    {
      name: { id: "Tingkat", en: "Severity" },
      width: 13,
      cell: ({ severity }, language) => SEVERITIES[severity][language],
    },
    {
      name: { id: "Tempat", en: "Place" },
      width: 16,
      cell: ({ sheet, place }) => (sheet ? `${sheet}!${place}` : place),
    },
    { name: { id: "Temuan", en: "Finding" }, width: 80, cell: ({ words }, language) => words[language] },
    { name: { id: "Angka", en: "Numbers" }, width: 50, cell: ({ numbers }, language) => numbers[language] },
    { name: { id: "Aturan", en: "Rule" }, width: 30, cell: ({ rule }) => rule },
  ];
const REASON: Words = { id: "Sudah diperiksa", en: "Looked at" };

/** @param source where the figures stand; "" for a pasted text */
export function reportTable(
  found: readonly Found[],
  marks: ReadonlyMap<string, string>,
  { source, tested }: { source: string; tested: readonly Words[] },
  language: Language,
): TableModel {
  const width = COLUMNS.length + 1;
  const line = (...cells: TableCell[]): TableCell[] => [
    ...cells,
    ...Array.from({ length: width - cells.length }, () => blank),
  ];
  const rows = found.map((one) => [
    ...COLUMNS.map(({ cell }) => text(cell(one, language))),
    text(marks.get(keyOf(one)) ?? ""),
  ]);
  return {
    name: WORDS.name[language],
    rows: [
      line(text(WORDS.title[language], "title")),
      line(text(WORDS.of[language], "parameter"), text(source || WORDS.pasted[language], "parameter")),
      [...COLUMNS.map(({ name }) => text(name[language], "header")), text(REASON[language], "header")],
      ...rows,
      ...(rows.length === 0
        ? [
            line(text(WORDS.none[language], "note")),
            ...tested.map((words) => line(text(words[language], "note"))),
          ]
        : []),
    ],
    widths: [...COLUMNS.map((column) => column.width), 24],
  };
}
