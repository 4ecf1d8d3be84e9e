// A sheet with a column for each month, read as if it had a row for each: the cells keep their addresses.
import type { Block, BlockCell } from "../block";
import { addressOf } from "../block";
import { yearIn } from "../checks/sources/labels";
import { readDate } from "../dates";
import { HEADINGS, type Heading, headingsOf, isTotalLabel } from "../headers";
import { type Refusal, refuse } from "../refuse";
import { MONTHS, monthNamed } from "./month-names";

const TOP = 10;
/** What a row of such a sheet can be. */
const FIGURES: readonly Heading[] = ["active", "added", "labor"];

interface Month {
  readonly column: number;
  readonly month: number;
  readonly year: number | undefined;
}

/** "Jumlah" alone says that a row is a total, not of what. */
const figureIn = (label: string): Heading | undefined =>
  headingsOf(label.replace(/^(jumlah|total)\b\s*/i, "")).find((one) => FIGURES.includes(one));

const isText = (cell: BlockCell | undefined): cell is string =>
  typeof cell === "string" && cell.trim() !== "";
const isNumber = (cell: BlockCell | undefined): boolean =>
  typeof cell === "number" || (isText(cell) && /^[\s\d.,%-]*\d[\s\d.,%-]*$/.test(cell));

/** The months a row names, where it is a heading row of months; a year may stand above them, once for several. */
function monthsOf(cells: Block["cells"], r: number): readonly Month[] {
  let above: number | undefined;
  const found: Month[] = [];
  let numbers = 0;
  for (const [column, cell] of (cells[r] ?? []).entries()) {
    const over = cells[r - 1]?.[column];
    if (over !== null && over !== undefined && over !== "") above = yearIn(String(over));
    const day = typeof cell === "number" ? monthEdge(cell) : isText(cell) ? readDate(cell) : undefined;
    if (typeof cell === "number") numbers++;
    if (day) found.push({ column, month: Number(day.slice(5, 7)), year: Number(day.slice(0, 4)) });
    else if (isText(cell)) {
      const month = monthNamed(cell);
      if (month) found.push({ column, month, year: yearIn(cell) ?? above });
    } else if (typeof cell === "number") return [];
  }
  // Two numbers may look like days by chance.
  return found.length < (numbers > 0 ? 3 : 2) ? [] : found;
}

/** A serial number that is the first or the last day of a month: how a heading "Jan-25" is kept. */
function monthEdge(serial: number): string | undefined {
  const day = readDate(serial);
  const next = readDate(serial + 1);
  return day && (day.endsWith("-01") || next?.endsWith("-01")) && day > "2000" && day < "2100"
    ? day
    : undefined;
}

const several = (id: string, en: string): Refusal =>
  refuse(
    `${id} Tabel ini untuk satu wilayah: tambahkan baris Jumlah, atau salin baris judul dan satu baris itu ke tempat kosong, lalu pilih blok itu.`,
    `${en} This table is of one region: add a Total row, or copy the heading row and that one row to an empty place and select that block.`,
  );

/** The block with a row for each month; the block itself where its months do not run across. */
export function monthsDown(block: Block): Block | Refusal {
  const { cells } = block;
  if (block.turned) return block;
  let [header, months]: [number, readonly Month[]] = [0, []];
  for (let r = 0; r < Math.min(cells.length, TOP); r++) {
    const found = monthsOf(cells, r);
    if (found.length > months.length) [header, months] = [r, found];
  }
  if (months.length === 0) return block;
  const at = (r: number, c: number): string => addressOf(block.row + r, block.column + c);
  const seen = new Map<string, number>();
  for (const { column, month, year } of months) {
    const key = `${year} ${month}`;
    const other = seen.get(key);
    if (other !== undefined)
      return refuse(
        `Bulan ${MONTHS.id[month - 1]} ada di dua kolom (${at(header, other)} dan ${at(header, column)}). Pilih satu kolom per bulan, dan tulis tahunnya di judul bila ada beberapa tahun: Desember 2024, Januari 2025.`,
        `${MONTHS.en[month - 1]} stands in two columns (${at(header, other)} and ${at(header, column)}). Select one column a month, and write the year in the heading where there are several: December 2024, January 2025.`,
      );
    seen.set(key, column);
  }
  const below = months.find(
    ({ column }) =>
      isText(cells[header + 1]?.[column]) &&
      !isNumber(cells[header + 1]?.[column]) &&
      !/^[\s–—-]*$/.test(String(cells[header + 1]?.[column])),
  );
  if (below)
    return refuse(
      `Di bawah judul bulan (${at(header, below.column)}) ada judul kedua “${String(cells[header + 1]?.[below.column]).trim()}”. Susun satu kolom per bulan, atau satu baris per bulan: Bulan | Peserta aktif.`,
      `Below the months' headings (${at(header, below.column)}) stands a second heading “${String(cells[header + 1]?.[below.column]).trim()}”. Lay it out with one column a month, or one row a month: Month | Active participants.`,
    );
  return turned(block, header, months);
}

function turned(block: Block, header: number, months: readonly Month[]): Block | Refusal {
  const { cells } = block;
  const across = new Set(months.map(({ column }) => column));
  const lines = cells.flatMap((line, r) =>
    r > header && months.some(({ column }) => isNumber(line[column])) ? [r] : [],
  );
  const labels = (r: number): string[] =>
    (cells[r] ?? []).flatMap((cell, c) =>
      isText(cell) && !across.has(c) && !isNumber(cell) ? [cell.trim()] : [],
    );
  const known = new Map<Heading, number>();
  for (const r of lines)
    for (const label of labels(r)) {
      const is = figureIn(label);
      if (!is) continue;
      if (known.has(is))
        return several(
          `${HEADINGS[is].words.id} ada di dua baris (${block.row + (known.get(is) as number) + 1} dan ${block.row + r + 1}).`,
          `${HEADINGS[is].words.en} stands in two rows (${block.row + (known.get(is) as number) + 1} and ${block.row + r + 1}).`,
        );
      known.set(is, r);
      break;
    }
  /** Headings of the new block, each with the row it is read from, and a column where one cell stands for all months. */
  const made: { heading: string; row: number; column?: number }[] = [];
  if (known.size > 0)
    for (const row of known.values())
      made.push({
        heading: labels(row).find(figureIn) ?? "",
        row,
      });
  else {
    const totals = lines.filter((r) => labels(r).some(isTotalLabel));
    const [row, ...more] = lines.length > 1 ? totals : lines;
    if (row === undefined || more.length > 0) {
      const names = lines.slice(0, 3).map((r) => labels(r)[0] ?? `baris ${block.row + r + 1}`);
      return lines.length === 0
        ? block
        : several(
            `Bulan berjajar ke kanan, dan ada ${lines.length} baris angka (${names.join(", ")}${lines.length > 3 ? " …" : ""}).`,
            `The months run across, and there are ${lines.length} rows of figures (${names.join(", ")}${lines.length > 3 ? " …" : ""}).`,
          );
    }
    made.push({ heading: HEADINGS.active.words.id, row });
    const base = (cells[header] ?? []).findIndex(
      (cell, c) => !across.has(c) && isText(cell) && headingsOf(cell).includes("labor"),
    );
    if (base >= 0 && isNumber(cells[row]?.[base]))
      made.push({ heading: String(cells[header]?.[base]).trim(), row, column: base });
  }
  const place = (r: number, c: number): readonly [number, number] => [block.row + r, block.column + c];
  return {
    ...block,
    cells: [
      [HEADINGS.month.words.id, ...made.map(({ heading }) => heading)],
      ...months.map(({ column, month, year }) => [
        `${MONTHS.id[month - 1]}${year === undefined ? "" : ` ${year}`}`,
        ...made.map(({ row, column: own }) => cells[row]?.[own ?? column] ?? null),
      ]),
    ],
    turned: {
      rows: cells.length,
      columns: cells[0]?.length ?? 0,
      origins: [
        [place(header, 0), ...made.map(({ row }) => place(row, 0))],
        ...months.map(({ column }) => [
          place(header, column),
          ...made.map(({ row, column: own }) => place(row, own ?? column)),
        ]),
      ],
    },
  };
}
