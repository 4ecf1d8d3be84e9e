// Reads a date as planners and hosts give it, and writes one in words: no clock, no time zone.

const months = (): string[] =>
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
/** Four English months begin otherwise, and August is often cut to Agt. */
const OTHERWISE: Readonly<Record<string, string>> = {
  may: "mei",
  aug: "agu",
  agt: "agu",
  oct: "okt",
  dec: "des",
};

const textOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** ISO text, or undefined for a day no calendar has, such as 31 June. */
function iso(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  const inMonth = day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && inMonth ? textOf(time) : undefined;
}

function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  const month = OTHERWISE[start] ?? start;
  return Number(word) || months().findIndex((name) => name.slice(0, 3).toLowerCase() === month) + 1;
}

/** ISO text from "2025-12-31", "31/12/2025", "8 Juni 2025", a serial number or a Date; undefined for anything else. */
export function readDate(cell: unknown): string | undefined {
  if (typeof cell === "number")
    // A number this small is a year typed alone: as a serial it would be a day before 1907.
    return cell > 2200 && cell < 2958466 ? textOf((Math.floor(cell) - 25569) * 864e5) : undefined;
  if (typeof cell === "string") {
    const [, y, m, d] = /^\s*(\d{4})-(\d\d?)-(\d\d?)(?!\d)/.exec(cell) ?? [];
    if (y) return iso(Number(y), Number(m), Number(d));
    const [, day, month = "", year] =
      /^\s*(?:per )?(\d\d?)[ /.-]([a-z]+|\d\d?)[ /.-](\d{4})\s*$/i.exec(cell) ?? [];
    return iso(Number(year), monthOf(month), Number(day));
  }
  if (Object.prototype.toString.call(cell) !== "[object Date]") return undefined;
  // Sheets makes a Date in its own time zone, so its own calendar says which day was meant.
  const date = cell as Date;
  return iso(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** "8 Juni 2025" for "2025-06-08". */
export function writeDate(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months()[(month as number) - 1]} ${year}`;
}
