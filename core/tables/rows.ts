// Which rows of a block count for a table: totals and subtotals set apart, blank names filled from above.
import { addressOf, type Block, type BlockCell } from "../block";
import { firstRow } from "../first-row";
import { type Heading, isTotalLabel } from "../headers";
import { type Refusal, refuse } from "../refuse";
import { segmentOf } from "../segments";
import { isDash } from "./cells";
import { isFilled, isText, type MappedColumn, type Wants } from "./mapping";
import { sumsOfOthers } from "./subtotals";

const MOST_JUDGED = 1000;

export interface Rows {
  readonly rows: readonly number[];
  /** Per column of names, one a row. */
  readonly names: readonly (readonly string[])[];
  readonly totals: readonly number[];
  /** Rows with a name and no figure. */
  readonly idle: readonly number[];
  readonly blanks: number;
  readonly filledDown: number;
}

export function rowsIn(
  { cells, row, column }: Block,
  header: number,
  nameColumns: readonly MappedColumn[],
  figures: readonly number[],
  wants: Wants,
): Rows | Refusal {
  const places = nameColumns.map((one) => one.column);
  const depth = places.length;
  const names = places.map((): string[] => []);
  const rows: number[] = [];
  const totals: number[] = [];
  const idle: number[] = [];
  let [blanks, filledDown] = [0, 0];
  // Names repeat from row to row, so each is trimmed and looked at once.
  const cellBefore: (BlockCell | undefined)[] = places.map(() => undefined);
  const name = places.map(() => "");
  const sums = places.map(() => false);
  const held = places.map(() => "");

  for (let r = firstRow(cells, header); r < cells.length; r++) {
    const line = cells[r] as readonly BlockCell[];
    let [named, sum] = [0, false];
    for (let k = 0; k < depth; k++) {
      const cell = line[places[k] as number];
      if (cell !== cellBefore[k]) {
        cellBefore[k] = cell;
        name[k] = isFilled(cell) && typeof cell !== "object" ? String(cell).trim() : "";
        sums[k] = isTotalLabel(name[k] as string);
      }
      if (name[k] === "") continue;
      named = k + 1;
      sum ||= sums[k] as boolean;
    }
    if (!hasFigure(line, figures)) {
      if (named === 0) blanks++;
      else idle.push(r);
      continue;
    }
    // "Jumlah" often stands in the column of numbers, left of a blank name.
    if (named === 0) sum = line.some((cell) => isText(cell) && isTotalLabel(cell));
    if (sum) {
      totals.push(r);
      continue;
    }
    if (named === 0 && !wants.nameless) {
      const where = addressOf(row + r, column + (places[depth - 1] as number));
      return refuse(
        `Baris ${row + r + 1} berisi angka tanpa nama ${wants.row.id}. Isi nama di sel ${where}, atau keluarkan baris itu dari pilihan.`,
        `Row ${row + r + 1} holds figures without a ${wants.row.en} name. Fill in cell ${where}, or leave the row out.`,
      );
    }
    for (let k = 0; k < depth; k++) {
      let own = name[k] as string;
      if (own === "" && k < named - 1 && held[k] !== "") {
        own = held[k] as string;
        filledDown++;
      }
      if (own !== held[k]) {
        held[k] = own;
        for (let finer = k + 1; finer < depth; finer++) held[finer] = "";
      }
      (names[k] as string[]).push(own);
    }
    rows.push(r);
  }
  return { rows, names, totals, idle, blanks, filledDown };
}

/** A loop and not some(): this runs for every row of a country's villages. */
function hasFigure(line: readonly BlockCell[], figures: readonly number[]): boolean {
  for (let k = 0; k < figures.length; k++) {
    const cell = line[figures[k] as number];
    if (typeof cell === "number" || (isFilled(cell) && !isDash(cell))) return true;
  }
  return false;
}

/** Rows that sum others, by how that shows: a blank finer name, or the numbers alone. */
export function subtotals(
  rows: readonly number[],
  names: Rows["names"],
  numbers: ReadonlyMap<Heading, readonly number[]>,
  nameColumns: readonly MappedColumn[],
): ReadonlyMap<number, "name" | "numbers"> {
  const found = new Map<number, "name" | "numbers">();
  const depth = names.length;
  const key = (i: number, levels: number): string => {
    let text = "";
    for (let k = 0; k < levels; k++) text += `${names[k]?.[i]?.toLowerCase()}\n`;
    return text;
  };
  const finest = names[depth - 1];
  const open = finest && depth > 1 ? rows.flatMap((_, i) => (finest[i] === "" ? [i] : [])) : [];
  if (open.length > 0) {
    const detailed = new Set<string>();
    for (let i = 0; i < rows.length; i++)
      for (let k = 1; k < depth; k++) if (names[k]?.[i] !== "") detailed.add(key(i, k));
    for (const i of open) {
      let levels = depth;
      while (levels > 0 && names[levels - 1]?.[i] === "") levels--;
      if (detailed.has(key(i, levels))) found.set(i, "name");
    }
  }
  const people = [...numbers].filter(([heading]) => heading === "labor" || heading === "active");
  const [first] = nameColumns;
  if (depth === 1 && first?.is !== "segment" && people.length === 2 && rows.length <= MOST_JUDGED)
    for (const i of sumsOfOthers(people.map(([, values]) => values)))
      if (!segmentOf(finest?.[i] ?? "")) found.set(i, "numbers");
  return found;
}
