// One cell as a figure: text numbers with their printed precision, numeric cells by their size, and what is wrong with it.
import type { BlockCell } from "../../block";
import { readNumber, writeNumber } from "../../numbers";
import { isRefusal } from "../../refuse";
import type { Words } from "../../words";
import { type Figure, figureFrom, figureOf } from "../figures";

/** As a spreadsheet would take it where nothing else is possible; the rest stays text, with its printed precision. */
export const typed = (text: string): BlockCell =>
  /^(?:\d{1,9}|0\.\d{1,8})$/.test(text) ? Number(text) : text.trim() || null;

export interface CellFigure {
  readonly figure: Figure;
  readonly share: boolean;
  /** Typed as 35.05 for 35.05 %. */
  readonly percent: boolean;
  readonly text: boolean;
}

/** No Indonesian region has more people; a rupiah amount may be larger. */
const MOST_PEOPLE = 300_000_000;
/** 200 %: above it a share is a slip, or no share. */
const MOST_SHARE = 2;

export const isBlank = (cell: BlockCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && /^\s*[-–—]?\s*$/.test(cell));

export const isError = (cell: BlockCell | undefined): cell is { readonly error: string } =>
  typeof cell === "object" && cell !== null;

/** Words, not a number written as text. */
export const isWords = (cell: BlockCell | undefined): cell is string =>
  typeof cell === "string" && /[a-z]/i.test(cell) && isRefusal(readNumber(cell));

/** Looks like a number, whether or not it can be read as one. */
export const isNumeric = (cell: BlockCell | undefined): boolean =>
  typeof cell === "number" || (typeof cell === "string" && /\d/.test(cell) && !isWords(cell));

/** A share typed in per cent, without the slip of dividing by 100. */
export const hundredth = (value: number): number => Number(`${value}e-2`);

/** @param kind what the label says it must be; undefined where the number itself decides */
export function readCell(
  cell: BlockCell | undefined,
  kind: "people" | "share" | "money" | undefined,
): CellFigure | Words {
  if (isError(cell)) return { id: `berisi kesalahan ${cell.error}`, en: `holds the error ${cell.error}` };
  if (typeof cell === "boolean" || cell === null || cell === undefined)
    return { id: "bukan angka", en: "is no number" };
  if (typeof cell === "string") {
    const printed = readNumber(cell);
    if (isRefusal(printed)) return printed.refusal;
    if (printed.unit === "percent") return sound(figureFrom(printed), true, false, true);
    if (
      kind === "share" ||
      (kind === undefined && printed.value <= MOST_SHARE && !Number.isInteger(printed.value))
    )
      return printed.value > MOST_SHARE
        ? sound(
            { ...figureFrom(printed), value: hundredth(printed.value), step: hundredth(printed.step) },
            true,
            true,
            true,
          )
        : sound(figureFrom(printed), true, false, true);
    return sound(figureFrom(printed), false, false, true, kind === "money");
  }
  const fraction = !Number.isInteger(cell);
  const share = kind === "share" || (kind === undefined && fraction && Math.abs(cell) <= 100);
  if (!share) return sound(figureOf(cell, "people"), false, false, false, kind === "money");
  const percent = Math.abs(cell) > MOST_SHARE;
  return sound(figureOf(percent ? hundredth(cell) : cell, "share"), true, percent, false);
}

function sound(
  figure: Figure,
  share: boolean,
  percent: boolean,
  text: boolean,
  money = false,
): CellFigure | Words {
  const { value } = figure;
  const n = (language: "id" | "en"): string =>
    writeNumber(share ? value * 100 : value, language) + (share ? " %" : "");
  if (value < 0) return { id: `${n("id")} di bawah nol`, en: `${n("en")} is below zero` };
  if (share ? value > 10 : !money && value > MOST_PEOPLE)
    return {
      id: `${n("id")} terlalu besar untuk ${share ? "sebuah persentase" : "jumlah orang"}`,
      en: `${n("en")} is too large for ${share ? "a share" : "a number of people"}`,
    };
  if (!share && !money && !Number.isInteger(value))
    return {
      id: `${n("id")} bukan jumlah orang; mungkin titik ribuan terbaca sebagai koma`,
      en: `${n("en")} is no number of people; a thousands mark may have been read as a decimal mark`,
    };
  return { figure, share, percent, text };
}

export const isBad = (answer: CellFigure | Words): answer is Words => "id" in answer;
