// One column of a source as numbers: text numbers read, shares in one unit, months by name; a cell that fails is named.
import { addressIn, type Block, type BlockCell } from "../block";
import { readDate, writeDate } from "../dates";
import type { Kind, Param } from "../define";
import { HEADINGS, type Heading, type Unit } from "../headers";
import { readNumber, writeNumber } from "../numbers";
import { named, read } from "../read";
import { isRefusal, type Refusal, refuse } from "../refuse";
import type { Language } from "../words";
import { isFilled, isText, type MappedColumn } from "./mapping";
import { monthNamed } from "./month-names";

/** A cell to mend. */
export interface Bad {
  readonly where: string;
  readonly why: Refusal;
}

export interface ReadColumn {
  /** NaN where there is no number. */
  readonly values: readonly number[];
  /** Numbers that were text. */
  readonly texts: number;
  /** Typed in per cent without a sign. */
  readonly inPercent: boolean;
}

/** A dash or blanks alone stand for no figure; blank is not 0. */
export const isDash = (cell: BlockCell | undefined): boolean =>
  typeof cell === "string" && /^\s*[-–—]*\s*$/.test(cell);

const KINDS: Partial<Record<Unit, Kind>> = {
  people: "people",
  share: "share",
  rupiah: "rupiah",
  year: "year",
  months: "months",
};

const paramOf = (heading: Heading): Param => {
  const { unit, words } = HEADINGS[heading];
  return { name: heading, kind: KINDS[unit] ?? "any", label: words, about: words };
};

const isMissing = (answer: unknown): boolean => isRefusal(answer) && answer.as === "missing";

/** @param bad gets the cells that cannot be read */
export function numberColumn(
  block: Block,
  rows: readonly number[],
  { column, is, heading: typed, letter }: MappedColumn,
  bad: Bad[],
): ReadColumn | Refusal {
  const { cells } = block;
  const heading = is as Heading;
  const { unit } = HEADINGS[heading];
  const param = paramOf(heading);
  const where = (r: number): string => addressIn(block, r, column);
  const values = new Array<number>(rows.length);
  /** Places of shares that say themselves that they are per cents. */
  const signed = new Set<number>();
  let texts = 0;
  for (let i = 0; i < rows.length; i++) {
    const r = rows[i] as number;
    const cell = cells[r]?.[column];
    if (unit === "people" && typeof cell === "number" && cell >= 0 && Number.isSafeInteger(cell)) {
      values[i] = cell;
      continue;
    }
    values[i] = Number.NaN;
    if (!isFilled(cell) || isDash(cell)) continue;
    const value =
      unit === "month"
        ? monthIn(cell, param)
        : unit === "share"
          ? shareIn(cell, param)
          : unit === "change" || heading === "uncovered"
            ? changeIn(cell, param)
            : read(param, cell);
    if (typeof value === "number") {
      values[i] = value;
      if (isText(cell) && unit !== "month") texts++;
      if (isText(cell) && /%|persen|per ?cent/i.test(cell)) signed.add(i);
    } else if (isRefusal(value) && !isMissing(value)) bad.push({ where: where(r), why: value });
  }
  if (unit !== "share") return { values, texts, inPercent: false };

  const small = values.findIndex((value, i) => value !== 0 && value <= 2 && !signed.has(i));
  const large = values.findIndex((value, i) => value > 2 && !signed.has(i));
  if (small >= 0 && large >= 0) {
    const shown = (i: number, language: Language): string => writeNumber(values[i] as number, language);
    const at = (i: number): string => where(rows[i] as number);
    return refuse(
      `Kolom ${letter} “${typed}” mencampur pecahan dan persen: sel ${at(small)} berisi ${shown(small, "id")}, sel ${at(large)} berisi ${shown(large, "id")}. Samakan satuannya dulu.`,
      `Column ${letter} “${typed}” mixes fractions and per cents: cell ${at(small)} holds ${shown(small, "en")}, cell ${at(large)} holds ${shown(large, "en")}. Use one unit first.`,
    );
  }
  const inPercent = large >= 0;
  for (let i = 0; i < values.length; i++) {
    if (inPercent && !signed.has(i)) values[i] = (values[i] as number) / 100;
    const judged = Number.isNaN(values[i]) ? 0 : read(param, values[i]);
    if (isRefusal(judged)) bad.push({ where: where(rows[i] as number), why: judged });
  }
  return { values, texts, inPercent };
}

/** As typed: 42.06 and 0.4206 are told apart by the whole column. */
function shareIn(cell: BlockCell | undefined, param: Param): number | Refusal {
  if (typeof cell === "number") return cell;
  if (!isText(cell)) return read(param, cell) as Refusal;
  const printed = readNumber(cell);
  return isRefusal(printed)
    ? refuse(
        `${param.label.id}: ${printed.refusal.id}`,
        `${param.label.en}: ${printed.refusal.en}`,
        printed.as,
      )
    : printed.value;
}

/** Whole people, more or fewer: -30 is 30 fewer. */
function changeIn(cell: BlockCell | undefined, param: Param): number | Refusal {
  const value = read({ ...param, kind: "any" }, cell);
  if (typeof value === "number") return Number.isInteger(value) ? value : refuseFraction(value, param);
  if (!isText(cell)) return isRefusal(value) ? value : Number.NaN;
  const printed = readNumber(cell.replace(/^\s*[−–]/, "-"));
  const number = isRefusal(printed) ? printed : printed.value;
  if (isRefusal(number)) return named(param, number);
  return Number.isInteger(number) ? number : refuseFraction(number, param);
}

const refuseFraction = (value: number, param: Param): Refusal =>
  named(
    param,
    refuse(
      `${writeNumber(value, "id")} bukan jumlah orang yang utuh`,
      `${writeNumber(value, "en")} is not a whole number of people`,
    ),
  );

/** 6 for 6, "Juni", "Jun 2025", a date in June. */
function monthIn(cell: BlockCell | undefined, param: Param): number | Refusal {
  if (typeof cell !== "number" && typeof cell !== "string") return read(param, cell) as Refusal;
  if (typeof cell === "number" && Number.isInteger(cell) && cell >= 1 && cell <= 12) return cell;
  const text = typeof cell === "string" ? cell.trim() : "";
  if (/^(0?[1-9]|1[0-2])$/.test(text)) return Number(text);
  const month = monthNamed(text);
  if (month !== undefined) return month;
  const day = readDate(cell);
  return day && !/[a-z]/i.test(text)
    ? Number(day.slice(5, 7))
    : refuse(
        `"${text || String(cell)}" bukan nama bulan; tulis misalnya Juni atau 6`,
        `"${text || String(cell)}" is not a month; type June or 6`,
      );
}

/** Dates in words; a text is kept as it is. */
export const dateColumn = ({ cells }: Block, rows: readonly number[], column: number): readonly string[] =>
  rows.map((r) => {
    const cell = cells[r]?.[column];
    const day = readDate(cell);
    return day ? writeDate(day) : isText(cell) ? cell.trim() : "";
  });
