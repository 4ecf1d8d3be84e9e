// Reads one cell as what the argument means: a number in its unit, or a refusal saying what to type instead.
import { readDate } from "./dates";
import type { Kind, Param } from "./define";
import { readNumber, writeNumber } from "./numbers";
import { isRefusal, type Refusal, refuse } from "./refuse";

/** Blank in every host: Excel on the web gives null, Sheets gives "", Excel on the desktop gives 0 (see call.ts). */
export const isBlank = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");

/** A blank number is 0, as Excel on the desktop hands it over; each function refuses 0 where it makes no sense. */
export function read(param: Param, cell: unknown): number | string | Refusal {
  const { kind } = param;
  if (typeof cell === "number") {
    if (kind === "any") return cell;
    if (kind !== "text" && kind !== "date") return within(param, cell);
    // A blank cell that Excel on the desktop hands over as 0.
    if (cell === 0) return "";
    return kind === "text" ? String(cell) : day(param, cell);
  }
  if (isBlank(cell)) return kind === "text" || kind === "date" || kind === "any" ? "" : 0;
  if (typeof cell === "string") {
    if (kind === "text" || kind === "any") return cell;
    if (kind === "date") return day(param, cell);
    const printed = readNumber(cell);
    return isRefusal(printed) ? named(param, printed) : within(param, printed.value);
  }
  return kind === "date" && isDate(cell) ? day(param, cell) : named(param, foreign(cell, kind));
}

const isDate = (cell: unknown): boolean => Object.prototype.toString.call(cell) === "[object Date]";

/** ISO text: days compare as text does. */
const day = (param: Param, cell: unknown): string | Refusal =>
  readDate(cell) ??
  named(
    param,
    refuse("tidak terbaca; tulis misalnya 31/12/2025", "cannot be read; type 31/12/2025 for example"),
  );

/** Refuses what is of another kind and cannot be read: TRUE, dates, error cells. */
function foreign(cell: unknown, kind: Kind): Refusal {
  const [what, meant] =
    kind === "text" ? ["teks", "text"] : kind === "date" ? ["tanggal", "a date"] : ["angka", "a number"];
  if (typeof cell === "boolean")
    return refuse(
      `berisi ${cell ? "TRUE" : "FALSE"}; isi dengan ${what}`,
      `holds ${cell ? "TRUE" : "FALSE"}; enter ${meant}`,
    );
  if (isDate(cell))
    return refuse(
      `berisi tanggal; isi dengan ${what} (periksa format selnya)`,
      `holds a date; enter ${meant} (check the cell's format)`,
    );
  return refuse("berisi galat; perbaiki sel itu dulu", "holds an error; mend that cell first");
}

/** Puts the argument's label before a sentence about it. */
export const named = ({ label }: Param, { refusal, as }: Refusal): Refusal =>
  refuse(`${label.id}: ${refusal.id}`, `${label.en}: ${refusal.en}`, as);

/** Beyond this whole numbers have gaps, and a sentence would print three hundred digits. */
const LARGEST = Number.MAX_SAFE_INTEGER;
/** A share above 200 % is always a percentage typed without its sign. */
const LARGEST_SHARE = 2;
const LARGEST_AMOUNT = 1e15;
/** What is counted in whole numbers, from and to. */
const COUNTS: Partial<Record<Kind, readonly [from: number, to: number]>> = {
  years: [0, 100],
  year: [1900, 2200],
  month: [1, 12],
  months: [0, 1200],
};

/** Whether a number can be what the argument means. This runs for every cell of a large range. */
export function fits(kind: Kind, value: number): boolean {
  if (kind === "people") return Number.isInteger(value) && value >= 0 && value <= LARGEST;
  if (kind === "share") return value >= 0 && value <= LARGEST_SHARE;
  if (kind === "growth") return value > -1 && value !== 0 && value <= LARGEST_SHARE;
  if (kind === "figure") return value >= 0 && value <= LARGEST;
  if (kind === "rupiah") return value >= 0 && value <= LARGEST_AMOUNT;
  const [from, to] = COUNTS[kind] ?? [];
  return from !== undefined && to !== undefined && Number.isInteger(value) && value >= from && value <= to;
}

const within = (param: Param, value: number): number | Refusal =>
  fits(param.kind, value) ? value : named(param, misfit(param.kind, value));

const id = (value: number): string => writeNumber(value, "id");
const en = (value: number): string => writeNumber(value, "en");

/** What to say about a number that does not fit. */
function misfit(kind: Kind, value: number): Refusal {
  if (!(Math.abs(value) <= LARGEST))
    return refuse("di luar jangkauan; isi dengan angka biasa", "is out of range; enter an ordinary number");
  const [from, to] = COUNTS[kind] ?? [];
  if (from !== undefined)
    return refuse(
      `${id(value)}; isi bilangan bulat ${from} sampai ${to}`,
      `${en(value)}; enter a whole number from ${from} to ${to}`,
    );
  if (kind === "rupiah")
    return refuse(
      `${id(value)}; isi rupiah antara 0 dan 1.000 triliun`,
      `${en(value)}; enter rupiah between 0 and 1,000 trillion`,
    );
  if (kind === "people") return people(value);
  if (kind !== "figure" && value > LARGEST_SHARE)
    return refuse(
      `${id(value)} terlalu besar untuk persentase. Tulis ${id(value)}% atau ${id(value / 100)}`,
      `${en(value)} is too large for a share. Type ${en(value)}% or ${en(value / 100)}`,
    );
  if (kind !== "growth")
    return refuse(`${id(value)}; tidak boleh negatif`, `${en(value)}; it cannot be negative`);
  return value === 0
    ? refuse(
        "0 atau sel kosong; tulis misalnya 20%, atau kosongkan argumennya",
        "0 or a blank cell; type 20% for example, or leave the argument out",
      )
    : refuse(`${id(value)}; harus di atas -100%`, `${en(value)}; it must be above -100%`);
}

function people(value: number): Refusal {
  if (value < 0)
    return refuse(`${id(value)} orang; tidak boleh negatif`, `${en(value)} people; it cannot be negative`);
  const thousands = Math.round(value * 1000);
  const meant = Math.abs(value * 1000 - thousands) < 1e-6 && value > 1 && value < 1000;
  return refuse(
    `${id(value)} bukan jumlah orang yang utuh${meant ? `; titik ribuan terbaca sebagai koma? Tulis ${thousands}` : ""}`,
    `${en(value)} is not a whole number of people${meant ? `; was a thousands dot read as a decimal? Type ${thousands}` : ""}`,
  );
}
