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

const whole = (value: number): boolean => Number.isSafeInteger(value);
const id = (value: number): string => writeNumber(value, "id");
const en = (value: number): string => writeNumber(value, "en");

function people(value: number): Refusal | undefined {
  if (value < 0)
    return refuse(`${id(value)} orang; tidak boleh negatif`, `${en(value)} people; it cannot be negative`);
  if (whole(value)) return undefined;
  const thousands = Math.round(value * 1000);
  const meant = Math.abs(value * 1000 - thousands) < 1e-6 && value > 1 && value < 1000;
  return refuse(
    `${id(value)} bukan jumlah orang yang utuh${meant ? `; titik ribuan terbaca sebagai koma? Tulis ${thousands}` : ""}`,
    `${en(value)} is not a whole number of people${meant ? `; was a thousands dot read as a decimal? Type ${thousands}` : ""}`,
  );
}

const figure = (value: number): Refusal | undefined =>
  value < 0 ? refuse(`${id(value)}; tidak boleh negatif`, `${en(value)}; it cannot be negative`) : undefined;

/** A share above 200 % is always a percentage typed without its sign. */
const share = (value: number): Refusal | undefined => (value > 2 ? percentWithoutSign(value) : figure(value));

function growth(value: number): Refusal | undefined {
  if (value > 2) return percentWithoutSign(value);
  if (value === 0)
    return refuse(
      "0 atau sel kosong; tulis misalnya 20%, atau kosongkan argumennya",
      "0 or a blank cell; type 20% for example, or leave the argument out",
    );
  return value <= -1
    ? refuse(`${id(value)}; harus di atas -100%`, `${en(value)}; it must be above -100%`)
    : undefined;
}

const percentWithoutSign = (value: number): Refusal =>
  refuse(
    `${id(value)} terlalu besar untuk persentase. Tulis ${id(value)}% atau ${id(value / 100)}`,
    `${en(value)} is too large for a share. Type ${en(value)}% or ${en(value / 100)}`,
  );

const wholeFrom = (low: number, high: number, value: number): Refusal | undefined =>
  whole(value) && value >= low && value <= high
    ? undefined
    : refuse(
        `${id(value)}; isi bilangan bulat ${low} sampai ${high}`,
        `${en(value)}; enter a whole number from ${low} to ${high}`,
      );

const amount = (value: number): Refusal | undefined =>
  value < 0 || value > 1e15
    ? refuse(
        `${id(value)}; isi rupiah antara 0 dan 1.000 triliun`,
        `${en(value)}; enter rupiah between 0 and 1,000 trillion`,
      )
    : undefined;

/** A switch, not a table of functions: this runs for every cell of a large range. */
function refusalOf(kind: Kind, value: number): Refusal | undefined {
  // Beyond this whole numbers have gaps, and a sentence would print three hundred digits.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
    return refuse("di luar jangkauan; isi dengan angka biasa", "is out of range; enter an ordinary number");
  switch (kind) {
    case "people":
      return people(value);
    case "share":
      return share(value);
    case "growth":
      return growth(value);
    case "years":
      return wholeFrom(0, 100, value);
    case "year":
      return wholeFrom(1900, 2200, value);
    case "month":
      return wholeFrom(1, 12, value);
    case "months":
      return wholeFrom(0, 1200, value);
    case "rupiah":
      return amount(value);
    case "figure":
      return figure(value);
    default:
      return undefined;
  }
}

function within(param: Param, value: number): number | Refusal {
  const refused = refusalOf(param.kind, value);
  return refused === undefined ? value : named(param, refused);
}
