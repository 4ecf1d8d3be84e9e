// Figures of a source with the formulas that fetch them: one cell, or the sum over rows.
import { addressIn, areaOf, type Block, sheetPrefix } from "../block";
import type { Heading } from "../headers";
import { isText } from "./mapping";
import type { Figure } from "./model";
import type { Source } from "./source";

/** The reference to a cell that holds a number: "Data!B2". */
export function reference(block: Block, r: number, c: number): string | undefined {
  return block.sheet !== "" && typeof block.cells[r]?.[c] === "number"
    ? sheetPrefix(block.sheet) + addressIn(block, r, c)
    : undefined;
}

/** The name of a row: the finest there is. */
export function nameAt({ levels }: Source, i: number): string {
  for (let k = levels.length - 1; k >= 0; k--) {
    const name = levels[k]?.names[i];
    if (name) return name;
  }
  return "";
}

/** A row's figure and the formula that fetches it. */
export function figureAt(source: Source, heading: Heading, i: number): Figure | undefined {
  const value = source.numbers.get(heading)?.[i];
  if (value === undefined || Number.isNaN(value)) return undefined;
  const from = partsOf(source, heading)
    .map(({ sign, column }) => {
      const cell = reference(source.block, source.rows[i] as number, column);
      return cell && sign + cell;
    })
    .reduce(
      (all, one) => (all === undefined || one === undefined ? undefined : all + one),
      "" as string | undefined,
    );
  return { value, ...(from && { from: source.inPercent.has(heading) ? `${from}/100` : from }) };
}

/** The columns a figure is fetched from: its own, or the two it follows from. */
function partsOf({ columns }: Source, heading: Heading): readonly { sign: string; column: number }[] {
  const part = (one: Heading, sign = ""): { sign: string; column: number }[] => {
    const column = columns.get(one)?.column;
    return column === undefined ? [] : [{ sign, column }];
  };
  if (columns.has(heading)) return part(heading);
  if (heading === "labor") return [...part("active"), ...part("uncovered", "+")];
  return heading === "active" ? [...part("labor"), ...part("uncovered", "-")] : [];
}

/** Stretches of rows, first and last, by their place in the source. */
export type Runs = readonly number[];

/** A formula of more parts is no longer read by anyone, and Excel takes 8,192 characters. */
const MOST_PARTS = 30;

/**
 * A sum over rows and the formula that makes it; undefined when no row has the figure.
 * @param pick another formula for the sum, where the rows lie too scattered to be named one by one
 */
export function sumOf(
  source: Source,
  heading: Heading,
  runs: Runs,
  pick?: (sum: number) => string | undefined,
): Figure | undefined {
  const values = source.numbers.get(heading);
  if (!values) return undefined;
  let [sum, count] = [0, 0];
  for (let k = 0; k < runs.length; k += 2)
    for (let i = runs[k] as number; i <= (runs[k + 1] as number); i++) {
      const value = values[i] as number;
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
  if (count === 0) return undefined;
  const from = sumFormula(source, heading, runs) ?? pick?.(sum);
  return { value: sum, ...(from && { from }) };
}

/** Text among the numbers is left out of the ranges, for SUM would pass over it, and stands as a number of its own. */
function sumFormula(source: Source, heading: Heading, runs: Runs): string | undefined {
  const { block, rows, numbers } = source;
  if (block.sheet === "") return undefined;
  const prefix = sheetPrefix(block.sheet);
  const values = numbers.get(heading);
  const derived = !source.columns.has(heading);
  let formula = "";
  for (const { sign, column } of partsOf(source, heading)) {
    const ranges: string[] = [];
    let typed = 0;
    let [from, to] = [-1, -1];
    const close = (): void => {
      if (from < 0) return;
      ranges.push(prefix + areaOf(block.row + from, block.column + column, to - from + 1, 1));
      from = -1;
    };
    for (let k = 0; k < runs.length; k += 2)
      for (let i = runs[k] as number; i <= (runs[k + 1] as number); i++) {
        const r = rows[i] as number;
        // A figure that follows from two columns is not there where one of them is blank.
        if (derived && Number.isNaN(values?.[i])) {
          close();
          continue;
        }
        if (isText(block.cells[r]?.[column])) {
          const value = values?.[i] as number;
          if (!Number.isNaN(value)) typed += value;
          continue;
        }
        if (from >= 0 && r !== to + 1) close();
        if (from < 0) from = r;
        to = r;
      }
    close();
    // A text number in one of two columns has no share of its own in the other.
    if (ranges.length > MOST_PARTS || (typed !== 0 && derived)) return undefined;
    const [only] = ranges;
    const single = ranges.length === 1 && only && !only.includes(":");
    const sum = ranges.length === 0 ? "" : single ? only : `SUM(${ranges.join(",")})`;
    const parts = [sum, typed === 0 ? "" : String(typed)].filter(Boolean).join("+");
    if (parts === "") return undefined;
    formula += sign === "-" && parts.includes("+") ? `${sign}(${parts})` : sign + parts;
  }
  return formula === "" ? undefined : formula;
}

/** Text that SUMIF compares as it stands: no wildcards, no operators, no number or date. */
const COMPARED = /^[a-z(][^*?~"<>=]{0,200}$/i;

/** SUMIF over the column of names, by name, only where it gives the very same sum: total rows and text would not. */
export function picker(
  { block, rows, columns }: Source,
  level: Heading,
  heading: Heading,
): (name: string, sum: number) => string | undefined {
  const [names, values] = [columns.get(level)?.column, columns.get(heading)?.column];
  if (block.sheet === "" || names === undefined || values === undefined) return () => undefined;
  const [first, last] = [rows[0] as number, rows[rows.length - 1] as number];
  let sums: Map<string, number> | undefined;
  const add = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (let r = first; r <= last; r++) {
      const [name, value] = [block.cells[r]?.[names], block.cells[r]?.[values]];
      if (typeof name !== "string" || typeof value !== "number") continue;
      const key = name.toLowerCase();
      found.set(key, (found.get(key) ?? 0) + value);
    }
    return found;
  };
  const range = (column: number): string =>
    sheetPrefix(block.sheet) + areaOf(block.row + first, block.column + column, last - first + 1, 1);
  return (name, sum) => {
    sums ??= add();
    return COMPARED.test(name) && !/^(true|false)$/i.test(name) && sums.get(name.toLowerCase()) === sum
      ? `SUMIF(${range(names)},"${name}",${range(values)})`
      : undefined;
  };
}
