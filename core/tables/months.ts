// Which row of a source is which month of one year: months by name, number or date, the December before as the start.
import { rowIn } from "../block";
import { yearIn } from "../checks/sources/labels";
import { readDate } from "../dates";
import { HEADINGS, type Heading } from "../headers";
import { type Refusal, refuse } from "../refuse";
import type { Words } from "../words";
import { monthsDown } from "./across";
import type { Wants } from "./mapping";
import { MONTHS } from "./month-names";
import type { Source } from "./source";

export const MONTH_ROWS: Wants = {
  names: [],
  nameless: true,
  columns: ["month", "year", "labor", "active", "added", "asOf"],
  required: [],
  turn: monthsDown,
  row: { id: "bulan", en: "month" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Bulan | Peserta aktif, satu baris per bulan (atau satu kolom per bulan: Uraian | Januari | Februari); atau isi opsinya tanpa sumber.",
    en: "Select the block with its heading row, such as Month | Active participants, one row a month (or one column a month: Item | January | February); or fill in the options without a source.",
  },
};

export interface Months {
  readonly year: number | undefined;
  /** The source's row of each month of that year, 1 to 12. */
  readonly rows: ReadonlyMap<number, number>;
  /** The row of the December before. */
  readonly before: number | undefined;
  readonly findings: readonly Words[];
}

/** Which row is which month: the newest year of the source, or the one asked for. */
export function monthsIn(source: Source, asked: number | undefined): Months | Refusal {
  const { block, columns, rows, numbers, dates } = source;
  const lacks = (heading: Heading): Refusal =>
    refuse(
      `Kolom ${HEADINGS[heading].words.id} tidak ditemukan: sertakan dalam pilihan, atau tunjuk kolomnya. ${MONTH_ROWS.example.id}`,
      `There is no column ${HEADINGS[heading].words.en}: include it in the selection, or point at it. ${MONTH_ROWS.example.en}`,
    );
  if (!columns.has("month") && !dates) return lacks("month");
  if (!columns.has("active") && !columns.has("added")) return lacks("active");
  const places = rows.map((r, i) => {
    const column = columns.get("month")?.column;
    const cell = column === undefined ? undefined : block.cells[r]?.[column];
    const day = readDate(cell) ?? readDate(dates?.[i]);
    const month = numbers.get("month")?.[i] ?? Number(day?.slice(5, 7) ?? Number.NaN);
    const stated = numbers.get("year")?.[i];
    const year =
      stated !== undefined && !Number.isNaN(stated)
        ? stated
        : day
          ? Number(day.slice(0, 4))
          : typeof cell === "string"
            ? yearIn(cell)
            : undefined;
    return { i, month, year, row: rowIn(block, r) };
  });
  const dated = places.flatMap(({ year }) => year ?? []);
  const year = asked ?? (dated.length > 0 ? Math.max(...dated) : undefined);
  const found = new Map<number, number>();
  const rowOf = new Map<number, string>();
  let before: number | undefined;
  const idle: string[] = [];
  for (const one of places) {
    if (Number.isNaN(one.month)) idle.push(one.row);
    else if (one.year !== undefined && one.year !== year) {
      if (one.month === 12 && one.year + 1 === year) before = one.i;
    } else {
      const other = rowOf.get(one.month);
      if (other !== undefined)
        return refuse(
          `Bulan ${MONTHS.id[one.month - 1]} ada di dua baris (${other} dan ${one.row}). Pilih satu wilayah dan satu tahun saja, satu baris per bulan.`,
          `${MONTHS.en[one.month - 1]} stands in two rows (${other} and ${one.row}). Select one region and one year only, one row a month.`,
        );
      found.set(one.month, one.i);
      rowOf.set(one.month, one.row);
    }
  }
  const findings: Words[] = [];
  if (idle.length > 0)
    findings.push({
      id: `Baris tanpa bulan tidak dipakai: ${idle.slice(0, 3).join(", ")}.`,
      en: `Rows without a month are not used: ${idle.slice(0, 3).join(", ")}.`,
    });
  if (year !== undefined && new Set(dated).size > 1)
    findings.push({
      id: `Sumber berisi beberapa tahun; yang dipakai ${year}${before === undefined ? "" : ", dan Desember sebelumnya sebagai awal"}.`,
      en: `The source holds several years; ${year} is used${before === undefined ? "" : ", with the December before as the start"}.`,
    });
  const bases = new Set((numbers.get("labor") ?? []).filter((value) => !Number.isNaN(value)));
  if (bases.size > 1)
    findings.push({
      id: "Angkatan kerja berbeda antarbulan; dipakai angka bulan terakhir.",
      en: "The labour force differs between months; that of the last month is used.",
    });
  return { year, rows: found, before, findings };
}
