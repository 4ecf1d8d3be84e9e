// One region per row: which column is which, each row's figures on demand, and the columns for the checks across rows.
import { addressOf, type Block, type BlockCell, columnName } from "../../block";
import { firstRow } from "../../first-row";
import { headingOf, isTotalLabel } from "../../headers";
import { writeNumber } from "../../numbers";
import { segmentOf } from "../../segments";
import type { Language, Words } from "../../words";
import type { RegionTable, Steps } from "../columns/table";
import { exactly, type Figure, type Figures, figureOf, type ScalarKey } from "../figures";
import { type CellFigure, hundredth, isBad, isBlank, isNumeric, isWords, readCell } from "./cells";
import { type Assembled, dateText, type Placed } from "./items";
import { isBefore, isDateLabel, meaningsOf, OTHER, type Slot, yearIn } from "./labels";

export interface Column {
  readonly heading: string;
  /** "B" */
  readonly letter: string;
  /** Of the block. */
  readonly column: number;
  /** "name", "asOf", a figure's slot, OTHER; null is asked. */
  readonly slot: Slot | null;
  readonly choices: readonly Slot[];
  readonly share: boolean;
}

export interface Layout {
  /** Row of the block that holds the headings. */
  readonly header: number;
  readonly columns: readonly Column[];
}

/** Figures a row can hold. */
const TABLE_PEOPLE: readonly Slot[] = [
  "labor",
  "active",
  "uncovered",
  "targetWorkers",
  "gap",
  "addition",
  "population",
  "previous.labor",
  "previous.active",
];
const TABLE_SHARES: readonly Slot[] = [
  "coverage",
  "uncoveredShare",
  "target",
  "achievement",
  "gapPoints",
  "previous.coverage",
];
/** What a planner may say a column is. */
export const TABLE_SLOTS: readonly Slot[] = ["name", "asOf", ...TABLE_PEOPLE, ...TABLE_SHARES];

const SAMPLED = 200;
const TOP = 12;
/** The addresses a sentence names. */
const NAMED = 5;

const PERCENT = /%|\bpersen\b|per ?cent/i;
const isShareSlot = (slot: Slot): boolean => TABLE_SHARES.includes(slot);
const EARLIER = /^(labor|active|coverage)$/;

/** The heading row: words that name at least one figure, and two rows or more of numbers below. */
export function layoutOf({ cells, column }: Block): Layout | undefined {
  for (let r = 0; r < Math.min(cells.length, TOP); r++) {
    const line = cells[r] ?? [];
    const filled = line.flatMap((cell, c) => (isBlank(cell) ? [] : [c]));
    // A year is a heading, too; an all-number row is none.
    if (filled.length < 2 || !line.some(isWords)) continue;
    const known = filled.filter((c) => {
      const cell = line[c];
      if (!isWords(cell)) return false;
      const { people, share } = meaningsOf(cell);
      return people.length + share.length > 0;
    });
    const words = filled.filter((c) => isWords(line[c]));
    if (known.length === 0 || words.length * 2 < filled.length) continue;
    // A label beside its own number is no heading.
    if (known.some((c) => isNumeric(line[c + 1])) && words.length < filled.length) continue;
    let rows = 0;
    for (let below = r + 1; below < cells.length && rows < 2; below++)
      if (known.some((c) => isNumeric(cells[below]?.[c]))) rows++;
    if (rows < 2) continue;
    return { header: r, columns: withNames(cells, r, columnsOf(cells, r, filled, column)) };
  }
  return undefined;
}

function columnsOf(
  cells: Block["cells"],
  header: number,
  filled: readonly number[],
  first: number,
): Column[] {
  const found = filled.map((c): Column & { year?: number | undefined } => {
    const heading = String(cells[header]?.[c]).trim();
    const shape = { heading, letter: columnName(first + c), column: c };
    if (isDateLabel(heading)) return { ...shape, slot: "asOf", choices: ["asOf"], share: false };
    const meanings = meaningsOf(heading);
    const share = isShareColumn(cells, header, c, heading, meanings.people.length > 0);
    const fit = (share ? meanings.share : meanings.people).filter(
      (slot) => slot === OTHER || (share ? TABLE_SHARES : TABLE_PEOPLE).includes(slot),
    );
    const choices = fit.map((slot) => (EARLIER.test(slot) && isBefore(heading) ? `previous.${slot}` : slot));
    const slot = choices.length === 1 ? (choices[0] as Slot) : choices.length === 0 ? OTHER : null;
    return { ...shape, slot, choices, share, year: yearIn(heading) };
  });
  const latest = (slot: Slot | null): number =>
    Math.max(...found.map((one) => (one.slot === slot ? (one.year ?? 0) : 0)));
  const taken = new Set<Slot>();
  return found.map(({ year, ...one }): Column => {
    let { slot } = one;
    if (slot && EARLIER.test(slot) && year !== undefined && year < latest(slot)) slot = `previous.${slot}`;
    if (slot === null || slot === OTHER) return one;
    // Two columns of one name: the second is asked.
    if (taken.has(slot)) return { ...one, slot: null, choices: one.choices };
    taken.add(slot);
    return { ...one, slot };
  });
}

/** A heading such as "Target" is people or a share, which its numbers show. */
function isShareColumn(
  cells: Block["cells"],
  header: number,
  c: number,
  heading: string,
  mayBePeople: boolean,
): boolean {
  if (PERCENT.test(heading)) return true;
  let [shares, people] = [0, 0];
  for (let r = firstRow(cells, header); r < Math.min(cells.length, header + SAMPLED); r++) {
    const cell = cells[r]?.[c];
    if (!isNumeric(cell)) continue;
    const read = readCell(cell, undefined);
    const small = typeof cell === "number" && cell <= 100 && !mayBePeople;
    if (isBad(read)) continue;
    if (read.share || small) shares++;
    else if (read.figure.value > 1) people++;
  }
  return shares > people;
}

/** Two villages of one name lie in different districts, so every level is part of the name. */
const REGION =
  /nama|desa|kelurahan|kecamatan|kabupaten|kota|provinsi|wilayah|daerah|segmen|village|district|regency|region|province|name/i;
/** Names that repeat in more rows than this tell no region from another. */
const REPEATED = 2000;

/** The names: a column whose heading says so, else the first column of words that holds no figure. */
function withNames(cells: Block["cells"], header: number, columns: readonly Column[]): readonly Column[] {
  const free = columns.filter(({ slot }) => slot === OTHER || slot === null);
  const words = ({ column }: Column): number => {
    let count = 0;
    for (let r = firstRow(cells, header); r < Math.min(cells.length, header + SAMPLED); r++)
      if (isWords(cells[r]?.[column])) count++;
    return count;
  };
  const asked = free.filter((one) => words(one) > 0);
  const named = asked.filter(({ heading }) => REGION.test(heading) || headingOf(heading) === "region");
  const names = named.length > 0 ? named : asked.slice(0, 1);
  return columns.map((one) =>
    names.includes(one) ? { ...one, slot: "name", choices: ["name"], share: false } : one,
  );
}

/** Segment rows are one region's, and belong to the pairs. */
export function isSegmentTable({ cells }: Block, { header, columns }: Layout): boolean {
  const name = columns.find(({ slot }) => slot === "name")?.column;
  if (name === undefined) return false;
  let [segments, rows] = [0, 0];
  for (let r = firstRow(cells, header); r < Math.min(cells.length, header + 20); r++) {
    const cell = cells[r]?.[name];
    if (!isWords(cell) || isTotalLabel(cell)) continue;
    rows++;
    if (segmentOf(cell)) segments++;
  }
  return segments >= 1 && segments * 2 >= rows;
}

export interface TableRead {
  readonly layout: Layout;
  readonly table: RegionTable;
  /** Row of the sheet per row of the table. */
  readonly rows: readonly number[];
  /** Rows of the table that are regions. */
  readonly count: number;
  readonly notes: readonly Words[];
  /** A row's figures with their places; the printed total has none. */
  figuresAt(row: number): Assembled;
  /** The cell a column finding points at. */
  addressAt(column: Slot, row: number): string | undefined;
}

type Numbers = (number | null)[];

/** Reads the columns; yields how many rows were read, so that a pane can show progress and stop. */
export function* readTable(block: Block, layout: Layout): Steps<TableRead> {
  const { cells, row: top, column: left } = block;
  const used = layout.columns.filter(
    ({ slot }) => slot !== null && slot !== OTHER && slot !== "asOf" && slot !== "name",
  );
  const at = (slot: Slot): number | undefined => layout.columns.find((one) => one.slot === slot)?.column;
  const asOf = at("asOf");
  const name = at("name");
  const parts = layout.columns.filter(({ slot }) => slot === "name").map(({ column }) => column);
  const nameOf = (line: readonly BlockCell[]): string => {
    const found = parts.flatMap((c) => (isBlank(line[c]) ? [] : [String(line[c]).trim()]));
    return found.find(isTotalLabel) ?? found.join(" / ");
  };

  const names: string[] = [];
  const rows: number[] = [];
  const days: (string | null)[] = [];
  const values = new Map<Slot, Numbers>(used.map(({ slot }) => [slot as Slot, []]));
  const percents = new Map<Slot, Set<number>>(used.map(({ slot }) => [slot as Slot, new Set<number>()]));
  // The same day stands in most rows.
  const known = new Map<BlockCell, string>();
  const dayOf = (cell: BlockCell): string => {
    const day = known.get(cell) ?? dateText(cell) ?? String(cell);
    known.set(cell, day);
    return day;
  };
  const bad: string[] = [];
  let badCount = 0;
  let why: Words | undefined;
  const totals: number[] = [];
  let blanks = 0;

  const first = firstRow(cells, layout.header);
  for (let r = first; r < cells.length; r++) {
    if ((r - first) % 2000 === 1999) yield 2000;
    const line = cells[r] ?? [];
    const own = used.some(({ column }) => !isBlank(line[column]));
    if (!own) {
      blanks++;
      continue;
    }
    const label = nameOf(line);
    const i = rows.length;
    if (isTotalLabel(label)) totals.push(i);
    names.push(label || addressOf(top + r, left + (name ?? 0)));
    rows.push(top + r);
    if (asOf !== undefined) {
      const day = line[asOf];
      days.push(day === undefined || isBlank(day) ? null : dayOf(day));
    }
    for (const { column, slot } of used) {
      const cell = line[column];
      const numbers = values.get(slot as Slot) as Numbers;
      const read = isBlank(cell) ? undefined : quick(cell, isShareSlot(slot as Slot));
      if (read === undefined) numbers.push(null);
      else if (typeof read === "object" && isBad(read)) {
        numbers.push(null);
        badCount++;
        why ??= read;
        if (bad.length < NAMED) bad.push(addressOf(top + r, left + column));
      } else {
        numbers.push(read.figure.value);
        if (read.percent) percents.get(slot as Slot)?.add(i);
      }
    }
  }
  yield (cells.length - first) % 2000;

  // The last total is the grand total; the others sum rows that stand there, too.
  const total = totals[totals.length - 1];
  const dropped = new Set(totals.slice(0, -1));
  const keep = dropped.size === 0 ? undefined : rows.map((_, i) => i).filter((i) => !dropped.has(i));
  const kept = <T>(list: readonly T[]): T[] => (keep ? keep.map((i) => list[i] as T) : (list as T[]));
  /** Columns typed wholly in per cent: there 0.9 is 0.9 %. */
  const inPercent = new Set<Slot>();
  const share = (slot: Slot): Numbers | undefined => {
    const numbers = values.get(slot);
    const typed = percents.get(slot);
    if (!numbers || !typed || typed.size === 0) return numbers;
    const declared = used.some((one) => one.slot === slot && PERCENT.test(one.heading));
    const { cells: one, mixed } = inOneUnit(numbers, typed, values, declared);
    if (!mixed) inPercent.add(slot);
    return one;
  };
  const column = (slot: Slot): Numbers | undefined => {
    const numbers = isShareSlot(slot) ? share(slot) : values.get(slot);
    return numbers && kept(numbers);
  };
  const sheetRows = kept(rows);
  const totalAt = total === undefined ? undefined : keep ? keep.indexOf(total) : total;
  const own = kept(names);
  yield 0;
  const repeated = own.length - new Set(own).size > REPEATED;
  // A pause after each column: a long table's page has to breathe.
  const columns: Record<Slot, Numbers | undefined> = {};
  for (const { slot } of used) {
    columns[slot as Slot] = column(slot as Slot);
    yield 0;
  }
  const table: RegionTable = {
    // Thousands of repeats are no doubled rows.
    names: repeated ? own.map((one, i) => `${one} (${(sheetRows[i] as number) + 1})`) : own,
    labor: columns.labor,
    active: columns.active,
    uncovered: columns.uncovered,
    coverage: columns.coverage,
    target: columns.target,
    previousLabor: columns["previous.labor"],
    previousCoverage: columns["previous.coverage"],
    asOf: asOf === undefined ? undefined : kept(days),
    total: totalAt,
  };
  const count = sheetRows.length - (totalAt === undefined ? 0 : 1);
  const n = (value: number, language: Language): string => writeNumber(value, language);
  const notes: Words[] = [
    {
      id: `${n(count, "id")} daerah${total === undefined ? "" : `, baris jumlah di baris ${(rows[total] as number) + 1} (tidak dihitung dua kali)`}.`,
      en: `${n(count, "en")} regions${total === undefined ? "" : `, a total in row ${(rows[total] as number) + 1} (not counted twice)`}.`,
    },
  ];
  if (dropped.size > 0)
    notes.push({
      id: `${dropped.size} baris subjumlah tidak ikut dihitung.`,
      en: `${dropped.size} subtotal rows are left out.`,
    });
  if (blanks > 0 && rows.length > 0)
    notes.push({
      id: `${n(blanks, "id")} baris kosong dilewati.`,
      en: `${n(blanks, "en")} blank rows are passed over.`,
    });
  if (repeated)
    notes.push({
      id: "Ribuan baris bernama sama, jadi daerah ganda tidak dicari. Sertakan kolom kecamatan atau kabupatennya.",
      en: "Thousands of rows share a name, so doubled regions are not looked for. Include the column of districts or regencies.",
    });
  if (badCount > 0 && why) {
    const where = bad.join(", ") + (badCount > bad.length ? ", …" : "");
    notes.push({
      id: `${n(badCount, "id")} sel tidak terbaca sebagai angka dan tidak ikut diperiksa: ${where}. Contoh: ${why.id}.`,
      en: `${n(badCount, "en")} cells are not readable as numbers and are left out: ${where}. For instance: ${why.en}.`,
    });
  }

  const addressAt = (slot: Slot, i: number): string | undefined => {
    const c = at(slot === "names" ? "name" : slot);
    const r = sheetRows[i];
    return c === undefined || r === undefined ? undefined : addressOf(r, left + c);
  };

  return {
    layout,
    table,
    rows: sheetRows,
    count,
    notes,
    addressAt,
    figuresAt(i) {
      const figures: Record<string, unknown> = {};
      const previous: Record<string, Figure> = {};
      const places = new Map<string, Placed>();
      const r = sheetRows[i] as number;
      let found = 0;
      for (const { column: c, slot } of used) {
        const cell = cells[r - top]?.[c];
        if (isBlank(cell)) continue;
        const key = slot as string;
        const whole = typeof cell === "number" && inPercent.has(key);
        const read = whole ? ofPercent(cell) : readCell(cell, isShareSlot(key) ? "share" : "people");
        if (isBad(read)) continue;
        found++;
        if (key.startsWith("previous.")) previous[key.slice(9)] = read.figure;
        else figures[key as ScalarKey] = read.figure;
        places.set(key, { value: { row: r, column: left + c }, percent: read.percent, text: read.text });
      }
      if (Object.keys(previous).length > 0) figures.previous = previous;
      return { figures: figures as Figures, places, doubled: [], count: found };
    },
  };
}

/** "140.940", which has one reading. */
const GROUPED = /^[1-9]\d{0,2}(?:\.\d{3}){1,2}$/;

/** A number without its precision costs a tenth of one with it. */
function quick(cell: BlockCell | undefined, share: boolean): CellFigure | Words {
  if (!share && typeof cell === "string" && GROUPED.test(cell))
    return { figure: exactly(Number(cell.replace(/\./g, ""))), share, percent: false, text: true };
  if (
    typeof cell !== "number" ||
    cell < 0 ||
    cell > 300_000_000 ||
    (share ? cell > 1000 : !Number.isInteger(cell))
  )
    return readCell(cell, share ? "share" : "people");
  const percent = share && cell > 2;
  return {
    figure: { value: percent ? hundredth(cell) : cell, step: 1, approximate: false },
    share,
    percent,
    text: false,
  };
}

const ofPercent = (cell: number): CellFigure => ({
  figure: figureOf(hundredth(cell), "share"),
  share: true,
  percent: true,
  text: false,
});

/**
 * Fractions, unless some were typed in per cent and some not: then as typed, for the check of mixed units.
 * A small per cent among per cents ("0,9") is one of them when the head-counts, or all others, say so.
 */
function inOneUnit(
  numbers: Numbers,
  percents: ReadonlySet<number>,
  values: ReadonlyMap<Slot, Numbers>,
  /** The heading says per cent. */
  declared: boolean,
): { cells: Numbers; mixed: boolean } {
  const typed = numbers.map((value, i) =>
    value !== null && percents.has(i) ? Number((value * 100).toPrecision(15)) : value,
  );
  let least = Number.POSITIVE_INFINITY;
  for (const i of percents) least = Math.min(least, typed[i] as number);
  const [labor, active] = [values.get("labor"), values.get("active")];
  const isFraction = (value: number, i: number): boolean => {
    const [l, a] = [labor?.[i], active?.[i]];
    if (typeof l === "number" && typeof a === "number" && l > 0 && a > 0)
      return Math.abs(value - a / l) < Math.abs(value / 100 - a / l);
    return !declared && value * 5 < least;
  };
  const mixed = typed.some(
    (value, i) => value !== null && value > 0 && !percents.has(i) && isFraction(value, i),
  );
  return { cells: mixed ? typed : typed.map((value) => (value === null ? null : hundredth(value))), mixed };
}
