// Cell values between the grid and a script: dates, errors, blanks, and text read as if it were typed.
import type { CellValue, GridCell } from "../grid-types";
import { decimalComma } from "./formula";
import { Exception } from "./guard";

const DAY = 86_400_000;

/** The zone of the computer stands for the script's. */
export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How many milliseconds a zone's clocks are ahead of UTC. */
export function offset(date: Date, zone: string): number {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const {
    year = 0,
    month = 1,
    day,
    hour,
    minute,
    second,
  } = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000;
}

/** Day numbers name wall time in the file's zone. */
export function dateOf(serial: number, zone = ZONE): Date {
  if (zone !== ZONE) {
    const wall = Math.round((serial - 25569) * DAY);
    return new Date(wall - offset(new Date(wall - offset(new Date(wall), zone)), zone));
  }
  const whole = Math.floor(serial);
  return new Date(1899, 11, 30 + whole, 0, 0, 0, Math.round((serial - whole) * DAY));
}

export function serialOf(date: Date, zone = ZONE): number {
  if (zone !== ZONE) return (date.getTime() + offset(date, zone)) / DAY + 25569;
  const wall = Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
  );
  return (wall - Date.UTC(1899, 11, 30)) / DAY;
}

export function isDateFormat(format: string): boolean {
  if (format === "General" || format === "@") return false;
  return /[dyhms]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

export function plain(value: CellValue): number | string | boolean {
  return typeof value === "object" ? value.error : value;
}

/** What getValue answers for a cell. */
export function readCell(cell: GridCell, zone?: string): number | string | boolean | Date {
  if (typeof cell.value === "number" && isDateFormat(cell.format)) return dateOf(cell.value, zone);
  return plain(cell.value);
}

export interface Written {
  readonly content: string | number | boolean;
  readonly literal?: boolean;
  /** The number format Google gives such content in a cell that has none. */
  readonly format?: string;
}

/** What setValue stores; formulas are not its matter. Text is read as a person's typing would be, as Google does. */
export function writeValue(value: unknown, format: string, locale: string, zone?: string): Written {
  if (value === null || value === undefined || value === "") return { content: "" };
  if (typeof value === "number" || typeof value === "boolean") return { content: value };
  if (isDate(value)) return { content: serialOf(value, zone), format: "dd/mm/yyyy" };
  if (typeof value !== "string") throw new Exception(`Cannot convert ${typeof value} to a cell value.`);
  const text = value.replace(/^'/, "");
  if (text !== value || format === "@") return { content: text, literal: true };
  return typed(value.trim(), locale) ?? { content: value, literal: true };
}

function typed(text: string, locale: string): Written | undefined {
  if (/^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/.test(text)) return { content: text };
  if (/^(true|false)$/i.test(text)) return { content: text.toLowerCase() === "true" };
  const comma = decimalComma(locale);
  const canonical = comma ? text.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")) : text;
  const number = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(\.\d+)?\s*(%?)$/.exec(canonical);
  if (number) {
    const [, sign = "", whole = "", fraction = "", percent] = number;
    const amount = Number(sign + whole.replaceAll(",", "") + fraction);
    return percent ? { content: amount / 100, format: fraction ? "0.00%" : "0%" } : { content: amount };
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : [local?.[3], local?.[comma ? 2 : 1], local?.[comma ? 1 : 2]];
  if (!year) return undefined;
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (date.getMonth() !== Number(month) - 1) return undefined;
  return { content: serialOf(date), format: comma ? "dd/mm/yyyy" : "m/d/yyyy" };
}
