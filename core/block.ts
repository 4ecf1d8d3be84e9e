// A block of cells as a host hands it over: what the planner selected, trimmed to what is filled in.

export interface ErrorCell {
  readonly error: string;
}

/** null is blank. Dates arrive as numbers (Excel) or ISO text (Sheets). */
export type BlockCell = number | string | boolean | null | ErrorCell;

export interface Block {
  readonly sheet: string;
  /** Of the trimmed block, counted from 0 in its sheet. */
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly BlockCell[])[];
  /** Rows of the block that are hidden, counted from 0 in its sheet. */
  readonly hiddenRows: readonly number[];
  /** True when any of its cells is part of a merge. */
  readonly merged: boolean;
  /** How many cells were selected before trimming. */
  readonly selected: number;
  /** What ran across in the sheet runs down here: its size there, and row and column of each cell. */
  readonly turned?: {
    readonly rows: number;
    readonly columns: number;
    readonly origins: readonly (readonly (readonly [number, number])[])[];
  };
}

/** "C" for 2, "AA" for 26. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** 2 for "C", 26 for "AA". */
export function columnAt(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** "C5" for row 4, column 2. */
export const addressOf = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Row and column in the sheet of a cell of a block. */
const placeIn = ({ row, column, turned }: Block, r: number, c: number): readonly [number, number] =>
  turned?.origins[r]?.[c] ?? [row + r, column + c];

/** "C5" for a cell of a block. */
export const addressIn = (block: Block, r: number, c: number): string => addressOf(...placeIn(block, r, c));

/** The sheet's row that a row of a block is, "7"; of a turned one its column, "C". */
export const rowIn = (block: Block, r: number): string => {
  const [row, column] = placeIn(block, r, 0);
  return block.turned ? columnName(column) : String(row + 1);
};

/** The sheet's column that a column of a block is, "C"; of a turned one its row, "7". */
export const columnIn = (block: Block, c: number): string => {
  const [row, column] = placeIn(block, 0, c);
  return block.turned ? String(row + 1) : columnName(column);
};

/** "A1:F9", or "A1" for a single cell. */
export function areaOf(row: number, column: number, rows: number, columns: number): string {
  const first = addressOf(row, column);
  return rows * columns === 1 ? first : `${first}:${addressOf(row + rows - 1, column + columns - 1)}`;
}

/** A sheet's name as a formula wants it: 'Data 2025'!, and plain where no quotes are needed. */
export const sheetPrefix = (sheet: string): string =>
  /^[A-Za-z_][A-Za-z_]*$/.test(sheet) ? `${sheet}!` : `'${sheet.replace(/'/g, "''")}'!`;

/** Cells of a sheet that is named. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** "Data!A1:F20" and "'Data 2025'!B3" as a place. */
export function placeOf(where: string): Place | undefined {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/.exec(
    where.trim(),
  );
  if (!found) return undefined;
  const [, quoted, bare, c1 = "A", r1 = "1", c2 = c1, r2 = r1] = found;
  const [row, column] = [Number(r1) - 1, columnAt(c1)];
  return {
    sheet: quoted === undefined ? (bare as string) : quoted.replace(/''/g, "'"),
    row,
    column,
    rows: Number(r2) - row,
    columns: columnAt(c2) - column + 1,
  };
}
