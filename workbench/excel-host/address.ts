// Cell addresses as Excel writes and reads them, whole columns and rows included.
import type { Zone } from "../grid-types";

export const ROWS = 1_048_576;
export const COLUMNS = 16_384;
/** Excel answers null instead of reading more cells than this in one go. */
export const READABLE = 5_000_000;

export function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function columnOf(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function isWholeColumns(zone: Zone): boolean {
  return zone.row === 0 && zone.rows === ROWS;
}

export function isWholeRows(zone: Zone): boolean {
  return zone.column === 0 && zone.columns === COLUMNS;
}

/** "A1", "A1:C3", "A:C", "2:5". */
export function a1(zone: Zone): string {
  const right = letters(zone.column + zone.columns - 1);
  const bottom = zone.row + zone.rows;
  if (isWholeColumns(zone)) return `${letters(zone.column)}:${right}`;
  if (isWholeRows(zone)) return `${zone.row + 1}:${bottom}`;
  const first = `${letters(zone.column)}${zone.row + 1}`;
  return zone.rows * zone.columns === 1 ? first : `${first}:${right}${bottom}`;
}

export function quoted(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  // A name that reads like a cell needs quotes too.
  const cell = /^[a-z]{1,3}\d+$/i.test(sheet) || /^r\d*c?\d*$/i.test(sheet);
  return plain && !cell ? sheet : `'${sheet.replaceAll("'", "''")}'`;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;
const COLUMN = /^\$?([A-Z]{1,3})$/i;
const ROW = /^\$?(\d{1,7})$/;

/** The zone an address names, with its sheet when it has one; null when it is no address. */
export function parse(address: string): { sheet?: string; zone: Zone } | null {
  const [, quotedName, plainName, rest] =
    /^(?:'((?:[^']|'')+)'!|([^'!]+)!)?([^!]+)$/.exec(address.trim()) ?? [];
  const [from, to = from, ...more] = (rest ?? "").split(":");
  if (from === undefined || to === undefined || more.length > 0) return null;
  const first = corner(from, 0);
  const last = corner(to, 1);
  if (!first || !last || first.kind !== last.kind || (rest?.includes(":") === false && first.kind !== "cell"))
    return null;
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  const zone = {
    row,
    column,
    rows: Math.abs(last.row - first.row) + 1,
    columns: Math.abs(last.column - first.column) + 1,
  };
  if (row < 0 || column < 0 || row + zone.rows > ROWS || column + zone.columns > COLUMNS) return null;
  const sheet = quotedName?.replaceAll("''", "'") ?? plainName;
  return sheet === undefined ? { zone } : { sheet, zone };
}

function corner(text: string, end: 0 | 1) {
  const [, letter, digits] = CELL.exec(text) ?? [];
  if (letter && digits) return { kind: "cell", row: Number(digits) - 1, column: columnOf(letter) };
  const [, wholeColumn] = COLUMN.exec(text) ?? [];
  if (wholeColumn) return { kind: "column", row: end * (ROWS - 1), column: columnOf(wholeColumn) };
  const [, wholeRow] = ROW.exec(text) ?? [];
  return wholeRow ? { kind: "row", row: Number(wholeRow) - 1, column: end * (COLUMNS - 1) } : null;
}

export function intersection(a: Zone, b: Zone): Zone | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function hull(a: Zone, b: Zone): Zone {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
