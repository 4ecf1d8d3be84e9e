// Reads and writes numbers as Indonesians do: "140.940", "35,05 %", "1,2 juta". Two readings are refused, never guessed.
import { decimalText, NO_NUMBER, percentText, plainDigits } from "./exact";
import { isRefusal, type Refusal, refuse } from "./refuse";
import type { Language } from "./words";

export interface Printed {
  /** "35,05%" is 0.3505. */
  readonly value: number;
  readonly unit: "percent" | "rupiah" | "people" | null;
  /** What one unit of the last printed digit is worth: 0.0001 in "35,05%", 100000 in "6,4 juta". */
  readonly step: number;
  /** The text says so itself: "sekitar 50 ribu", "lebih dari 40 persen". */
  readonly approximate: boolean;
}

/** No number with its words is longer; cutting here keeps a 32,000-character cell cheap. */
const LONGEST = 100;

export function readNumber(text: string): Printed | Refusal {
  const found = text.trim();
  if (found.length > LONGEST) return unclear(found);
  const clean = tidy(found);
  if (NOTHING.test(clean))
    return refuse(
      "kosong atau tanpa data; isi angkanya, atau 0 bila memang nol",
      "is blank or has no data; enter the number, or 0 if it is truly zero",
      "missing",
    );
  return numberIn(clean, found) ?? rangeIn(clean, found) ?? unclear(found, DATE.test(clean));
}

const NOTHING =
  /^(?:-*|\.+|…|#?n\/?a|n\.a\.?|null|kosong|nihil|(?:data )?(?:tidak|tdk|belum|blm) (?:ada|tersedia)(?: data)?|no data)$/;

/** One kind of dash, space, digit and case. A no-break or thin space between groups of digits becomes an apostrophe. */
const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\ufe63]/g, "-")
    .replace(/(\d)[\u00a0\u2007\u2009\u202f](?=\d{3}(?!\d))/g, "$1'")
    .replace(/\s+/g, " ")
    .replace(/^ |^'| $/g, "")
    .toLowerCase();

const LEAD =
  /^(?:(?:sebanyak|sebesar|senilai|mencapai) )?(sekitar|sekira|kira-kira|kisaran|(?:kurang|lebih) (?:lebih|kurang|dari)|lebih|hampir|about|around|nearly|almost|approximately|(?:more|less) than|over|[±~≈]|\+\/-)? */;
/** Sign, Rp, sign, digits, ",-", words. A dash with a space after it may be a bullet, so it is no sign. */
const SHAPE = /^([-+]|minus )?((?:rp\.?|idr) ?)?([-+])?(\d(?:[\d.,']*\d)?)(,-+)?(.*)$/;
const IN_BRACKETS = /^(rp\.? ?)?\( ?(rp\.? ?)?(\d[\d.,']*) ?\)$/;
const INDONESIAN = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:'\d{3})+)(?:,(\d+))?$/;
const ENGLISH = /^(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
const PERCENT = /^(?:%|persen|poin|percent|percentage|points?)$/;
const PEOPLE =
  /^(?:orang|org|jiwa|pekerja|peserta|aktif|tenaga|kerja|tk|naker|people|persons?|workers?|participants?)$/;
/** The group that matches tells the power: three zeros each. */
const SCALE =
  /^(?:(ribu(?:an)?|rb|thousand)|(juta(?:an)?|jt|million)|(mil[iy]ar|billion|m)|(tril[iy]un|trillion|t))$/;

function numberIn(clean: string, found: string): Printed | Refusal | undefined {
  const [lead = "", about] = LEAD.exec(clean) ?? [];
  // An accountant's minus; "sekitar (1.250)" is prose.
  const shape = SHAPE.exec(lead ? clean.slice(lead.length) : clean.replace(IN_BRACKETS, "$1$2-$3"));
  if (!shape) return undefined;
  const [, before, rp, after, core = "", dash, rest = ""] = shape;
  if (before && after) return undefined;
  const sign = before ?? after;

  let unit: Printed["unit"] = rp || dash || /\brupiah\b/.test(rest) ? "rupiah" : null;
  let approximate = about !== undefined || /an\b/.test(rest);
  let scale = 0;
  let million = false;
  const words = rest.replace(/\.$/, (dot) => (rest === dot ? dot : "")).replace(/%/g, " % ");
  for (const word of words.split(" ").filter(Boolean)) {
    const zeros = SCALE.exec(word);
    if (word === "lebih") approximate = true;
    else if (zeros) {
      if (scale > 0 || unit === "percent" || unit === "people") return undefined;
      scale = 3 * zeros.findIndex((group, i) => i > 0 && group);
      million = word === "m" && unit !== "rupiah";
      if (word === "t" && unit !== "rupiah") return undefined;
    } else {
      const named =
        word === "rupiah" ? word : PERCENT.test(word) ? "percent" : PEOPLE.test(word) ? "people" : undefined;
      if (named === undefined || (unit !== null && unit !== named)) return undefined;
      unit = named;
    }
  }
  if (scale > 0 && unit === "percent") return undefined;
  // Sixteen digits in a row are a NIK, +62812… is a telephone.
  if (/^\d{16}/.test(core) || (sign === "+" && /^\d{8}/.test(core))) return undefined;

  const read = INDONESIAN.exec(core);
  const english = ENGLISH.exec(core);
  const chosen = read ?? english;
  if (!chosen) return undefined;
  const [, whole = "", part = ""] = chosen;
  const digits = (whole + part).replace(/\D/g, "");
  const minus = sign === undefined || sign === "+" ? "" : "-";
  // One parse of all digits: no product to slip, and + 0 turns -0 into 0.
  const of = (power: number): number => Number(`${minus + digits}e${power}`) + 0;
  const percent = unit === "percent";
  const worded = percent || scale > 0;
  const mark = percent ? "%" : "";

  // With a unit a dot may be a decimal mark ("1.327 juta"); without one a comma may part thousands ("140,940").
  // An English unit leaves both open.
  const unsure = (english?.[2] !== undefined) === worded || /ion|thousand|percent/.test(rest);
  const both = unsure && read && english && read[2] !== english[2];
  if (both || (!read && /^\d{2,}\.\d{3}$/.test(core)))
    return twoReadings(found, of(scale - 3), of(scale), mark);
  // "12.34" may also be a time, or 12.340 that lost its last digit.
  if (!read && !worded && /^[1-9]\d*\./.test(core)) return dotForComma(found, of(-part.length));
  if (million) return twoReadings(found, of(6 - part.length), of(9 - part.length), "");

  const power = scale - part.length - (percent ? 2 : 0);
  const value = of(power);
  return Math.abs(value) > Number.MAX_SAFE_INTEGER
    ? refuse(
        `${quoted(found)} terlalu besar; periksa jumlah angkanya`,
        `${quoted(found)} is too large; check its digits`,
      )
    : { value, unit, step: Number(`1e${power}`), approximate };
}

const BETWEEN = /-|\b(?:hingga|sampai(?: dengan)?|s\/d|s\.d\.?|sd|to)(?= |$)/;

/** "30-40 persen": the unit after the second end counts for the first one too. */
function rangeIn(clean: string, found: string): Refusal | undefined {
  const [start = "", end = "", ...more] = clean.slice(LEAD.exec(clean)?.[0].length).split(BETWEEN);
  if (more.length > 0) return undefined;
  const last = numberIn(end.trim(), end);
  const withUnit = numberIn(start.trim() + (/\D*$/.exec(end)?.[0] ?? ""), start);
  const first = withUnit && !isRefusal(withUnit) ? withUnit : numberIn(start.trim(), start);
  if (!first || !last || isRefusal(first) || isRefusal(last)) return undefined;
  const shown = ({ value, unit }: Printed, language: Language): string =>
    unit === "percent" ? `${writeNumber(value * 100, language)}%` : writeNumber(value, language);
  return refuse(
    `${quoted(found)} adalah rentang; tulis satu angka saja: ${shown(first, "id")} atau ${shown(last, "id")}`,
    `${quoted(found)} is a range; type one number only: ${shown(first, "en")} or ${shown(last, "en")}`,
  );
}

const DATE =
  /^\d{1,4}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$|\d ?(?:jan|feb|mar|apr|me[iy]|may|jun|jul|ag[ut]|aug|sep|o[kc]t|nov|de[sc])[a-z]* ?\d/;

const quoted = (text: string): string =>
  `"${text.length > 40 ? `${text.slice(0, 40).replace(/[\ud800-\udbff]$/, "")}…` : text}"`;

const unclear = (found: string, date = false): Refusal =>
  refuse(
    `${quoted(found)} ${date ? "adalah tanggal" : "bukan satu angka yang jelas"}; tulis angkanya saja, misalnya 140.940 atau 35,05%`,
    `${quoted(found)} is ${date ? "a date" : "not one clear number"}; type the number only, such as 140940 or 35.05%`,
  );

const dotForComma = (found: string, value: number): Refusal =>
  refuse(
    `${quoted(found)} memakai titik sebagai koma desimal; tulis ${typed(value, "id")}`,
    `${quoted(found)} has a dot as its decimal mark, which Indonesian text never has; type ${typed(value, "id")}, or ${typed(value, "en")} as a number`,
  );

function twoReadings(found: string, small: number, large: number, mark: string): Refusal {
  const pair = (write: typeof typed, language: Language, or: string): string =>
    write(small, language) + mark + or + write(large, language) + mark;
  return refuse(
    `${quoted(found)} bisa berarti ${pair(writeNumber, "id", " atau ")}; tulis ${pair(typed, "id", " atau ")}`,
    `${quoted(found)} can mean ${pair(writeNumber, "en", " or ")}; type ${pair(typed, "en", " or ")}`,
  );
}

/** As a person can type it without a second reading: no thousands marks, and never three decimals. */
const typed = (value: number, language: Language): string =>
  plainDigits(value)
    .replace(/\.\d{3}$/, "$&0")
    .replace(".", language === "id" ? "," : ".");

/** Puts a language's marks into "1234.5". */
function marked(digits: string, language: Language): string {
  const [thousand, decimal] = language === "id" ? ".," : ",.";
  const [whole = "", part] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousand as string);
  return part === undefined ? grouped : grouped + decimal + part;
}

/** All digits a spreadsheet shows (fifteen), or exactly `decimals`, halves rounded away from 0. */
export function writeNumber(value: number, language: Language, decimals?: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER;
  const scaled = decimals === undefined ? Number.NaN : value * Number(`1e${decimals}`);
  if (decimals !== undefined && Number.isSafeInteger(Math.round(scaled))) {
    // 57/800 is a hair below 7.125 %; whoever reads it expects the half to go up.
    const size = Math.round(Math.abs(scaled) + 1e-9);
    return marked(decimalText(value < 0 ? 0 - size : size, decimals), language);
  }
  return marked(plainDigits(Number.isInteger(value) ? value + 0 : Number(value.toPrecision(15))), language);
}

const percentOf = (text: string, language: Language): string =>
  text === NO_NUMBER ? text : text + (language === "id" ? " %" : "%");

/** n of d, exactly: "35,05 %" in Indonesian, "35.05%" in English. */
export const writeShare = (n: number, d: number, language: Language, decimals = 2): string =>
  percentOf(marked(percentText(n, d, decimals), language), language);

/** A share that is known only as a fraction. */
export const writePercent = (share: number, language: Language, decimals = 2): string =>
  percentOf(writeNumber(share * 100, language, decimals), language);

/** Whole rupiah: "Rp 1.856.400.000". */
export function writeRupiah(value: number, language: Language): string {
  const text = writeNumber(value, language, 0);
  return text === NO_NUMBER ? text : text.replace(/^(-?)/, "$1Rp ");
}
