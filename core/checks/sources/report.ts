// Findings as rows: the sheet of findings a planner can send on, and the visible sheet of what was looked at already.
import type { Block } from "../../block";
import { RECORD_HEADINGS } from "../../exchange/record";
import { blank, type TableCell, type TableModel, text } from "../../tables/model";
import type { Language, Words } from "../../words";
import type { Severity } from "../check";
import type { Found } from "./found";

export const SEVERITIES: Readonly<Record<Severity, Words>> = {
  error: { id: "Tidak cocok", en: "Disagrees" },
  warning: { id: "Periksa", en: "Check" },
  note: { id: "Catatan", en: "Note" },
};

/** A finding is the same as long as its rule, its cells and its numbers are: the sentence holds the numbers. */
const identity = (sheet: string, place: string, rule: string, sentence: string): string =>
  [sheet, place, rule, sentence].map((part) => part.replace(/^'/, "").trim()).join("\n");

export const keyOf = ({ sheet, place, rule, words }: Found): string => identity(sheet, place, rule, words.id);

/** A row under RECORD_HEADINGS: no formula was replaced, and none written. */
export const markRow = (found: Found, reason: string, date: string): string[] => [
  found.sheet,
  found.place,
  "",
  "",
  date,
  found.rule,
  found.words.id,
  found.numbers.id,
  reason,
];

/** The reason given for each finding marked so far. */
export function readMarks(sheet: Block | null): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const row of sheet?.cells ?? []) {
    const cell = (i: number): string => String(row[i - (sheet?.column ?? 0)] ?? "");
    if (cell(5) && cell(6) && cell(5) !== RECORD_HEADINGS[5])
      marks.set(identity(cell(0), cell(1), cell(5), cell(6)), cell(8));
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
    ...COLUMNS.map(({ cell }) => text(cell(one, language), "sentence")),
    text(marks.get(keyOf(one)) ?? "", "sentence"),
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
    print: { landscape: true, header: 2, footer: source },
  };
}
