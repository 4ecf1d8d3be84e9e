// Answers and cells as a person reads them: shares as percentages, people and rupiah with thousands marks.
import type { BlockCell } from "../../core/block";
import type { Definition, Kind, Scalar } from "../../core/define";
import { writeNumber, writePercent, writeRupiah } from "../../core/numbers";
import type { Language, Words } from "../../core/words";

type Format = Definition["result"]["format"];

const PEOPLE = { id: "orang", en: "people" } as const satisfies Words;
const BLANK = { id: "kosong", en: "blank" } as const satisfies Words;

export function shownAnswer(value: Scalar, format: Format, language: Language): string {
  if (typeof value === "string") return value;
  if (format === "share") return writePercent(value, language);
  if (format === "rupiah") return writeRupiah(value, language);
  const plain = writeNumber(value, language);
  if (format === "people") return `${plain} ${PEOPLE[language]}`;
  // A number that may be a share: 0.2 of a rule, 0.3505 of a text.
  return Number.isInteger(value) || Math.abs(value) > 2
    ? plain
    : `${plain} = ${writePercent(value, language)}`;
}

/** Of a table that spilled: what its columns hold is told by their headings. */
export function shownCell(value: Scalar, heading: string, language: Language): string {
  if (typeof value === "string") return value;
  if (/^tahun$/i.test(heading)) return String(value);
  const share = /cakupan|kontribusi|jalur/i.test(heading) || !Number.isInteger(value);
  return share ? writePercent(value, language) : writeNumber(value, language);
}

/** Of a cell that was taken from the sheet. */
export function shownTaken(cell: BlockCell, kind: Kind, language: Language): string {
  if (cell === null) return BLANK[language];
  if (typeof cell === "object") return cell.error;
  if (typeof cell !== "number") return typeof cell === "boolean" ? String(cell).toUpperCase() : cell;
  if (kind === "year") return String(cell);
  const share = (kind === "share" || kind === "growth") && Math.abs(cell) <= 2;
  return share ? writePercent(cell, language) : writeNumber(cell, language);
}
