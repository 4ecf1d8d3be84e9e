// What was replaced, kept as rows of a visible sheet, so that any formula can come back.
import { addressOf, type BlockCell } from "../block";
import { asText } from "../tables/paint";
import type { Words } from "../words";
import { isSpace, restyle, SHEETS_ID, styleOf, tokenize } from "./tokens";

export const RECORD_SHEET = "UCJ_Catatan";
/** The same sheet keeps the findings that were looked at: theirs are the last four columns, a formula's third and fourth. */
export const RECORD_HEADINGS = [
  "Lembar",
  "Sel",
  "Rumus asal",
  "Ditulis",
  "Tanggal",
  "Aturan",
  "Temuan",
  "Angka",
  "Alasan",
] as const;

export type Content = string | number | boolean;

export interface Place {
  readonly sheet: string;
  readonly cell: string;
}

/** A sheet's used range: formulas (a constant as itself) and what the cells show. */
export interface Sheet {
  readonly name: string;
  /** Of the first cell, from 0. */
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly unknown[])[];
  readonly values: readonly (readonly (BlockCell | undefined)[])[];
  /** Where the formula of another cell fills this one, that cell; all absent when the host cannot tell. */
  readonly anchors?: readonly (readonly (string | undefined)[])[];
}

export interface Kept extends Place {
  /** The formula as it stood; "" where the formula of another cell spilled into. */
  readonly original: string;
  /** That other cell. */
  readonly anchor?: string | undefined;
  readonly written: Content;
  /** As given by the caller. */
  readonly date: string;
}

/** "" clears the cell, "=" begins a formula, text that is none begins with "'" where it could be one. */
export interface Change extends Place {
  readonly write: Content;
}

/** What a person should know of a cell. */
export interface Note extends Place {
  readonly words: Words;
}

export const say = (id: string, en: string): Words => ({ id, en });

/** Under RECORD_HEADINGS; formulas are to be written as text. */
export const recordRow = ({ sheet, cell, original, anchor, written, date }: Kept): Content[] => [
  sheet,
  cell,
  anchor ? `tumpahan ${anchor}` : original,
  written,
  date,
];

export const asCell = (content: Content): Content =>
  typeof content === "string" ? asText(content) : content;

/** Rows in any order; what is no row of the record is passed over. Of two rows for a cell the later counts. */
export const readRecord = (rows: readonly (readonly unknown[])[]): Kept[] => {
  const found = rows.flatMap((row) => {
    // Without the mark of text, should the host have kept it.
    const [sheet, cell = "", original = "", , date = ""] = row.map((content) =>
      `${content ?? ""}`.replace(/^'/, ""),
    );
    const anchor = SPILLED.exec(original)?.[1];
    if (!sheet || !CELL.test(cell) || !(anchor || isFormula(original))) return [];
    return {
      sheet,
      cell,
      original: anchor ? "" : original,
      anchor,
      written: (row[3] ?? "") as Content,
      date,
    };
  });
  return [...byPlace(found).values()];
};

const SPILLED = /^tumpahan ([A-Z]+\d+)$/;
const CELL = /^[A-Z]{1,3}\d+$/;

export const placeOf = ({ sheet, cell }: Place): string => `${sheet}!${cell}`;
export const byPlace = (kept: readonly Kept[]): Map<string, Kept> =>
  new Map(kept.map((item) => [placeOf(item), item]));
/** Of the formula, for a cell it filled. */
export const anchorOf = (item: Kept): string => placeOf({ ...item, cell: item.anchor ?? item.cell });

export const cellAt = ({ name, row, column }: Sheet, r: number, c: number): Place => ({
  sheet: name,
  cell: addressOf(row + r, column + c),
});

/** What the record holds of a cell, when it still has what was written there. */
export const keptAt = (
  record: ReadonlyMap<string, Kept>,
  place: Place,
  content: unknown,
): Kept | undefined => {
  const kept = record.get(placeOf(place));
  return kept && unchanged(kept.written, content) ? kept : undefined;
};

export const isFormula = (content: unknown): content is `=${string}` => `${content}`[0] === "=";

/** Whether a cell still holds what was written: hosts change capitals, spaces and separators of a formula. */
export const unchanged = (written: Content, now: unknown): boolean => essence(written) === essence(now);

const essence = (content: unknown): string => {
  // Spreadsheets keep fifteen digits.
  if (typeof content === "number") return content.toPrecision(15);
  if (!isFormula(content)) return `${content}`;
  return tokenize(restyle(content, styleOf(content), SHEETS_ID), SHEETS_ID)
    .map((token) => (isSpace(token) ? "" : token[0] === '"' ? token : token.toUpperCase()))
    .join("");
};

/** "#NAME?" for an error cell however the host gives it; "" for a blank one. */
export const shownAt = ({ values }: Sheet, r: number, c: number): Content => {
  const value = values[r]?.[c];
  return (typeof value === "object" ? value?.error : value) ?? "";
};
