// One argument as a function works on it: its cells read line by line, or as a whole.
import type { Column, Param } from "./define";
import { fits, isBlank, read } from "./read";
import { isRefusal } from "./refuse";

type Rows = readonly (readonly unknown[])[];

/** An argument of a broadcast, and the line of it that is being answered: a row, or a stretch of a column. */
export interface Input {
  readonly param: Param;
  readonly isRange: boolean;
  readonly rows: Rows;
  readonly columns: number;
  readonly line: unknown[];
  /** A range with no empty cell in that line. */
  filled: boolean;
  /** Some cell of that line cannot be read. */
  refused: boolean;
}

export function inputOf(param: Param, given: unknown): Input {
  const isRange = Array.isArray(given);
  const rows = isRange ? rowsOf(given) : [[given]];
  return { param, isRange, rows, columns: widthOf(rows), line: [], filled: false, refused: false };
}

/** A list is one row. */
function rowsOf(range: readonly unknown[]): Rows {
  for (let r = 0; r < range.length; r++) if (!Array.isArray(range[r])) return [range];
  return range as Rows;
}

function widthOf(rows: Rows): number {
  let width = 0;
  for (let r = 0; r < rows.length; r++) width = Math.max(width, (rows[r] as readonly unknown[]).length);
  return width;
}

/** The value of a single cell, or what stands in for it when it may be left out. */
export const valueIn = (param: Param, cell: unknown): unknown =>
  param.optional && isBlank(cell) ? param.optional.value : read(param, cell);

/** Hosts do not tell a blank cell from 0. */
export const isEmpty = (cell: unknown): boolean => cell === 0 || isBlank(cell);

/** Reads row `r`, or `length` cells of the only column from there; a single row or column stands beside all. */
export function readLine(input: Input, r: number, length: number, down: boolean): void {
  const { param, isRange, rows, columns, line } = input;
  const cells = (down ? rows.length : columns) === 1 ? 1 : length;
  let filled = isRange;
  let refused = false;
  for (let c = 0; c < cells; c++) {
    const row = rows[rows.length === 1 ? 0 : down ? r + c : r] as readonly unknown[];
    const cell = row[down ? 0 : c];
    // Nearly every cell of a large range.
    if (typeof cell === "number" && cell !== 0 && fits(param.kind, cell)) {
      line[c] = cell;
      continue;
    }
    const value = isRange ? read(param, cell) : valueIn(param, cell);
    line[c] = value;
    if (isEmpty(cell)) filled = false;
    if (isRefusal(value)) refused = true;
  }
  if (cells === 1) for (let c = 1; c < length; c++) line[c] = line[0];
  input.filled = filled;
  input.refused = refused;
}

/** Every cell of an argument, row by row. */
export function columnOf(param: Param, given: unknown): Column<unknown> {
  if (!Array.isArray(given)) {
    return { values: [valueIn(param, given)], empty: () => isEmpty(given), columns: 1 };
  }
  const rows = rowsOf(given);
  const columns = widthOf(rows);
  const values = new Array<unknown>(rows.length * columns);
  let k = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as readonly unknown[];
    for (let c = 0; c < columns; c++) values[k++] = read(param, row[c]);
  }
  return { values, empty: (i) => isEmpty(rows[Math.floor(i / columns)]?.[i % columns]), columns };
}
