// Which column of a block is which for one kind of table: by heading, by the numbers below it, and as the planner says.
import { type Block, type BlockCell, columnIn } from "../block";
import { isBefore, yearIn } from "../checks/sources/labels";
import { firstRow } from "../first-row";
import { HEADINGS, type Heading, headingsOf, PLACES, type Unit, unitIn } from "../headers";
import { readNumber } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import type { Words } from "../words";
import { unreadable } from "./readable";

/** What a table asks of a source. */
export interface Wants {
  /** Columns of names, coarse to fine; the finest one present counts, unless every one of the `levels` is kept. */
  readonly names: readonly Heading[];
  readonly levels?: true;
  /** Figures the table can use, and those it cannot do without. */
  readonly columns: readonly Heading[];
  readonly required: readonly Heading[];
  /** A name may stand in many rows: they are summed. */
  readonly repeats?: true;
  /** A row needs no name: the year or the month says which it is. */
  readonly nameless?: true;
  /** Rows may run across: the block with them running down. */
  readonly turn?: (block: Block) => Block | Refusal;
  /** What one row is called: "wilayah". */
  readonly row: Words;
  /** What to select, said after a refusal. */
  readonly example: Words;
}

export interface MappedColumn {
  /** Of the block. */
  readonly column: number;
  /** "C" */
  readonly letter: string;
  readonly heading: string;
  /** null: not used. */
  readonly is: Heading | null;
  /** Why, where the heading alone does not say. */
  readonly said?: Words;
}

/** Plain data: a panel shows it, changes it with `mapped`, and may keep it. */
export interface Mapping {
  /** Row of the block that holds the headings. */
  readonly header: number;
  readonly columns: readonly MappedColumn[];
}

const TOP = 10;
const SAMPLED = 200;

export const isText = (cell: BlockCell | undefined): cell is string =>
  typeof cell === "string" && cell.trim() !== "";
export const isFilled = (cell: BlockCell | undefined): boolean =>
  cell !== null && cell !== undefined && cell !== "";
const isName = (cell: BlockCell | undefined): boolean => isText(cell) && !/^[\d.,% ]+$/.test(cell);

/** Everything a planner may say a column is. */
export const choicesOf = (wants: Wants): readonly Heading[] => [...wants.names, ...wants.columns];

/** Another meaning for a column of the block; what had it before loses it. */
export const mapped = (mapping: Mapping, column: number, is: Heading | null): Mapping => ({
  ...mapping,
  columns: mapping.columns.map(({ said: _, ...one }) =>
    one.column === column ? { ...one, is } : one.is === is ? { ...one, is: null } : one,
  ),
});

/** A mapping kept from before, where the same headings stand in the same columns. */
export const fitsAgain = (kept: Mapping, now: Mapping): boolean =>
  kept.header === now.header &&
  kept.columns.length === now.columns.length &&
  kept.columns.every(
    ({ column, heading }, i) => now.columns[i]?.column === column && now.columns[i]?.heading === heading,
  );

/** What the cells below a heading look like. */
interface Numbers {
  readonly values: readonly number[];
  /** Text with a percent sign. */
  readonly percents: number;
  readonly words: number;
}

function numbersBelow(cells: Block["cells"], header: number, c: number): Numbers {
  const values: number[] = [];
  let [percents, words] = [0, 0];
  for (let r = firstRow(cells, header); r < Math.min(cells.length, header + 1 + SAMPLED); r++) {
    const cell = cells[r]?.[c];
    if (typeof cell === "number") values.push(cell);
    else if (isText(cell)) {
      const printed = readNumber(cell);
      if (isRefusal(printed)) words++;
      else {
        values.push(printed.value);
        if (printed.unit === "percent") percents++;
      }
    }
  }
  return { values, percents, words };
}

/** Whether numbers can be of a unit; a column without numbers can be any. */
function canBe(unit: Unit, { values, percents, words }: Numbers): boolean {
  if (unit === "name") return words > 0 || values.length === 0;
  if (unit === "date" || unit === "month" || unit === "ignore") return true;
  if (values.length === 0) return words === 0;
  const all = (fits: (value: number) => boolean): boolean => values.every(fits);
  const whole = all(Number.isInteger);
  switch (unit) {
    case "share":
      return percents > 0 || all((value) => value <= 2) || (all((value) => value <= 200) && !whole);
    case "points":
      return percents > 0 || (all((value) => Math.abs(value) <= 100) && !whole);
    case "people":
      return percents === 0 && whole && !all((value) => value <= 2);
    case "change":
      return percents === 0 && whole;
    case "rupiah":
      return percents === 0 && values.some((value) => value >= 1000);
    case "year":
      return all((value) => value >= 1900 && value <= 2200);
    case "months":
      return whole && all((value) => value >= 0 && value <= 120);
  }
}

/** The heading row: of the top rows that are all words, the one that names the most figures the table can use. */
function headerRow(cells: Block["cells"], wants: Wants): number | undefined {
  let [best, most] = [undefined as number | undefined, 0];
  for (let r = 0; r < Math.min(cells.length, TOP); r++) {
    const filled = (cells[r] ?? []).filter(isFilled);
    // A label such as "Angkatan kerja" beside its number is no heading row: a heading has text to its right too.
    if (filled.length < 2 || !filled.every(isText)) continue;
    const names = filled.filter((cell) =>
      headingsOf(String(cell)).some((heading) => wants.columns.includes(heading)),
    ).length;
    if (names > most) [best, most] = [r, names];
  }
  return best;
}

const EARLIER: Partial<Record<Heading, Heading>> = {
  labor: "previousLabor",
  active: "previousActive",
  coverage: "previousCoverage",
};

interface Open {
  readonly column: number;
  readonly heading: string;
  readonly numbers: Numbers;
  /** What it can be here, the likeliest first. */
  readonly can: readonly Heading[];
  /** Its heading alone can mean several of them. */
  readonly several: boolean;
  /** "Gap" is what is not covered only where the numbers say so. */
  readonly unsure: boolean;
}

/** Which column is which; a refusal says why nothing can be read. */
export function mappingOf(given: Block, wants: Wants): Mapping | Refusal {
  const refused = unreadable(given, wants.example);
  if (refused) return refused;
  const block = wants.turn ? wants.turn(given) : given;
  if (isRefusal(block)) return block;
  const { cells } = block;
  const header = headerRow(cells, wants);
  if (header === undefined)
    return refuse(
      `Baris judul kolom tidak ditemukan. ${wants.example.id}`,
      `No row of column headings was found. ${wants.example.en}`,
    );
  const wanted = choicesOf(wants);
  const line = cells[header] ?? [];
  const latest = new Map<Heading, number>();
  for (const cell of line) {
    const [heading] = isText(cell) ? headingsOf(cell) : [];
    if (heading && EARLIER[heading])
      latest.set(heading, Math.max(latest.get(heading) ?? 0, yearIn(String(cell)) ?? 0));
  }
  const open = line.flatMap((cell, column): Open[] => {
    if (!isText(cell)) return [];
    const heading = cell.trim();
    const numbers = numbersBelow(cells, header, column);
    const before = (one: Heading): boolean =>
      isBefore(heading) || (yearIn(heading) ?? Number.MAX_VALUE) < (latest.get(one) ?? 0);
    const meanings = headingsOf(heading)
      .map((one) => (before(one) ? (EARLIER[one] ?? one) : one))
      .filter((one) => wanted.includes(one));
    const unit = unitIn(heading);
    const named = meanings.filter((one) => HEADINGS[one].unit === unit);
    const likely = named.length > 0 ? named : meanings;
    const fit = likely.filter((one) => canBe(HEADINGS[one].unit, numbers));
    const count =
      /^(jumlah|banyaknya|total|number of)\b/i.test(heading) &&
      likely.some((one) => HEADINGS[one].unit === "name");
    // "Jumlah kelurahan" is no name; any other heading keeps its word even when its cells are odd.
    const can = fit.length > 0 || count ? fit : likely;
    return [
      {
        column,
        heading,
        numbers,
        can,
        several: meanings.length > 1 && named.length !== 1,
        unsure: can.includes("uncovered") && headingsOf(heading).length > 1,
      },
    ];
  });

  const found = new Map<Heading, Open>();
  for (const one of open) {
    const [only] = one.can;
    if (only && one.can.length === 1 && !one.unsure && !found.has(only)) found.set(only, one);
  }
  const taken = (): Set<Open> => new Set(found.values());
  for (const one of open) {
    if (one.can.length < 2 && !one.unsure) continue;
    const is = one.can.find((heading) => !found.has(heading) && agrees(heading, one, found, block, header));
    if (is) found.set(is, one);
  }
  if (!wants.nameless && !wants.names.some((name) => found.has(name))) {
    const used = taken();
    const fallback = open.find(
      (one) =>
        !used.has(one) &&
        !headingsOf(one.heading).includes("ignore") &&
        cells.slice(firstRow(cells, header), header + 1 + SAMPLED).some((row) => isName(row[one.column])),
    );
    if (fallback)
      found.set(wants.names.includes("region") ? "region" : (wants.names[0] as Heading), fallback);
  }
  const meaningOf = new Map([...found].map(([heading, one]) => [one, heading]));
  return {
    header,
    columns: open.map((one) => {
      const is = meaningOf.get(one) ?? null;
      const said = is && one.several ? why(is, one.heading, columnIn(block, one.column)) : undefined;
      return {
        column: one.column,
        letter: columnIn(block, one.column),
        heading: one.heading,
        is,
        ...(said && { said }),
      };
    }),
  };
}

/** Whether a meaning agrees with the columns that are certain: a base is never below what is covered of it. */
function agrees(
  heading: Heading,
  { column }: Open,
  found: ReadonlyMap<Heading, Open>,
  { cells }: Block,
  header: number,
): boolean {
  const [labor, active] = [found.get("labor")?.column, found.get("active")?.column];
  let [fits, rows] = [0, 0];
  const over = (test: (own: number, labor: number, active: number) => boolean): void => {
    for (let r = firstRow(cells, header); r < Math.min(cells.length, header + 1 + SAMPLED); r++) {
      const value = (c: number | undefined): number => (c === undefined ? 0 : numberIn(cells[r]?.[c]));
      const [own, l, a] = [value(column), value(labor), value(active)];
      if (Number.isNaN(own) || Number.isNaN(l) || Number.isNaN(a)) continue;
      rows++;
      if (test(own, l, a)) fits++;
    }
  };
  if (heading === "uncovered") {
    if (labor === undefined || active === undefined) return false;
    over((own, l, a) => Math.abs(own - (l - a)) <= 1);
  } else if (heading === "labor" && active !== undefined) over((own, _, a) => own >= a);
  else if (heading === "active" && labor !== undefined) over((own, l) => own <= l);
  else return true;
  return rows > 0 && fits * 5 >= rows * 4;
}

function numberIn(cell: BlockCell | undefined): number {
  if (typeof cell === "number") return cell;
  const printed = isText(cell) ? readNumber(cell) : undefined;
  return printed && !isRefusal(printed) ? printed.value : Number.NaN;
}

const REASONS: Partial<Record<Unit, Words>> = {
  people: { id: "karena isinya jumlah orang", en: "because it holds numbers of people" },
  share: { id: "karena isinya persentase", en: "because it holds shares" },
  points: { id: "karena isinya selisih poin", en: "because it holds points" },
  rupiah: { id: "karena isinya rupiah", en: "because it holds rupiah" },
};

function why(is: Heading, heading: string, letter: string): Words | undefined {
  const { unit, words } = HEADINGS[is];
  const reason =
    is === "uncovered"
      ? { id: "karena sama dengan angkatan kerja − peserta aktif", en: "because it is labour force − active" }
      : is === "coverage"
        ? undefined
        : REASONS[unit];
  return (
    reason && {
      id: `Kolom ${letter} “${heading}” dibaca sebagai ${words.id}, ${reason.id}.`,
      en: `Column ${letter} “${heading}” is read as ${words.en}, ${reason.en}.`,
    }
  );
}

/** The levels of places in a mapping, coarse to fine; a column of "Wilayah" stands where it stands in the sheet. */
export function levelsIn(mapping: Mapping): readonly MappedColumn[] {
  const places: MappedColumn[] = PLACES.flatMap(
    (place) => mapping.columns.find(({ is }) => is === place) ?? [],
  );
  const region = mapping.columns.find(({ is }) => is === "region");
  if (region) {
    const before = places.findIndex(({ column }) => column > region.column);
    places.splice(before < 0 ? places.length : before, 0, region);
  }
  return places;
}
