// Addresses as people write them, for the page's test API.
import type { Zone } from "../grid-types";

/** "A13:C17", "B2", "A:C" (whole columns) as a zone. */
export function zoneOf(address: string, sheetRows: number): Zone {
  const [from, to = from] = address.split(":").map((part) => {
    const match = /^\$?([A-Za-z]{1,3})\$?(\d*)$/.exec(part.trim());
    if (!match?.[1]) throw new Error(`not an address: ${address}`);
    const column = [...match[1].toUpperCase()].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);
    return { column: column - 1, row: match[2] ? Number(match[2]) - 1 : undefined };
  });
  if (!from || !to) throw new Error(`not an address: ${address}`);
  const [top, bottom] = [from.row ?? 0, to.row ?? sheetRows - 1];
  return {
    row: Math.min(top, bottom),
    column: Math.min(from.column, to.column),
    rows: Math.abs(bottom - top) + 1,
    columns: Math.abs(to.column - from.column) + 1,
  };
}

export function addressOf({ row, column, rows, columns }: Zone): string {
  const cell = (r: number, c: number): string => `${letters(c)}${r + 1}`;
  const last = cell(row + rows - 1, column + columns - 1);
  return rows * columns === 1 ? last : `${cell(row, column)}:${last}`;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
