// One argument as a function works on it: its cells read line by line, or as a whole.
import type { Column, Param } from "./define";
import { fits, isBlank, read } from "./read";
import { isRefusal } from "./refuse";

type Rows = readonly (readonly unknown[])[];

/** An argument of a broadcast, and the line of it that is being answered: a row, or a stretch of a column. */
export interface Input {
  readonly param: Param;
  readonly given: unknown;
  readonly isRange: boolean;
  /** None for a single cell. */
  readonly range: Rows;
  readonly rows: number;
  readonly columns: number;
  readonly line: unknown[];
  /** A range with no empty cell in that line. */
  filled: boolean;
  /** Some cell of that line cannot be read. */
  refused: boolean;
  /** Some row is not as wide as the first: what was read is not to be used. */
  ragged: boolean;
}

/** A range is taken for a rectangle, as hosts hand it over; `squared` makes one of anything else. */
export function inputOf(param: Param, given: unknown): Input {
  const isRange = Array.isArray(given);
  const range: Rows = isRange ? given : [];
  const rows = isRange ? range.length : 1;
  const columns = isRange ? widthOf(range) : 1;
  return {
    param,
    given,
    isRange,
    range,
    rows,
    columns,
    line: [],
    filled: false,
    refused: false,
    ragged: false,
  };
}

const widthOf = ([first]: Rows): number => (Array.isArray(first) ? first.length : 0);

export const isRow = (row: unknown, columns: number): boolean => Array.isArray(row) && row.length === columns;

/** Rows of one width: short ones are blank at their end, and a list is one row. */
export function squared(given: unknown): unknown {
  if (!Array.isArray(given)) return given;
  const rows: Rows = given.every(Array.isArray) ? given : [given];
  const columns = rows.reduce((width, row) => Math.max(width, row.length), 0);
  return rows.map((row) => Array.from({ length: columns }, (_, c) => row[c]));
}

/** The value of a single cell, or what stands in for it when it may be left out. */
export const valueIn = (param: Param, cell: unknown): unknown =>
  param.optional && isBlank(cell) ? param.optional.value : read(param, cell);

/** Hosts do not tell a blank cell from 0. */
export const isEmpty = (cell: unknown): boolean => cell === 0 || isBlank(cell);

/** Reads row `r`, or `length` cells of the only column from there; a single row or column stands beside all. */
export function readLine(input: Input, r: number, length: number, down: boolean): void {
  const { param, given, isRange, range, rows, columns, line } = input;
  input.filled = isRange;
  input.refused = false;
  let cells = 1;
  if (!isRange) put(input, 0, valueIn(param, given));
  else if (down && rows > 1) {
    cells = length;
    for (let c = 0; c < length; c++) {
      const row = range[r + c] as readonly unknown[];
      if (isRow(row, columns)) take(input, c, row[0]);
      else input.ragged = true;
    }
  } else {
    // A loop of its own: an engine that meets rows of figures and of text in one place makes text rows of them all.
    cells = columns;
    const row = range[rows === 1 ? 0 : r] as readonly unknown[];
    if (!isRow(row, columns)) input.ragged = true;
    else for (let c = 0; c < columns; c++) take(input, c, row[c]);
  }
  if (cells === 1) for (let c = 1; c < length; c++) line[c] = line[0];
}

function take(input: Input, c: number, cell: unknown): void {
  const { param } = input;
  // Nearly every cell of a large range.
  if (typeof cell === "number" && cell !== 0 && fits(param.kind, cell)) input.line[c] = cell;
  else {
    put(input, c, read(param, cell));
    if (isEmpty(cell)) input.filled = false;
  }
}

function put(input: Input, c: number, value: unknown): void {
  input.line[c] = value;
  if (isRefusal(value)) input.refused = true;
}

/** Every cell of an argument, row by row. */
export function columnOf(param: Param, given: unknown): Column<unknown> {
  if (!Array.isArray(given))
    return { values: [valueIn(param, given)], empty: () => isEmpty(given), columns: 1 };
  const rows: Rows = given;
  const columns = widthOf(rows);
  const values = new Array<unknown>(rows.length * columns);
  let k = 0;
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r] as readonly unknown[];
    if (!isRow(row, columns)) return columnOf(param, squared(given));
    for (let c = 0; c < columns; c++) {
      const cell = row[c];
      values[k++] = typeof cell === "number" && fits(param.kind, cell) ? cell : read(param, cell);
    }
  }
  return { values, empty: (i) => isEmpty(rows[Math.floor(i / columns)]?.[i % columns]), columns };
}
