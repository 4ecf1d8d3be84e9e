// Addresses as Google writes them ("B2:C4") and zones as the grid counts them (from 0).
import type { Zone } from "../grid-types";

export function columnName(column: number): string {
  return (
    (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26))
  );
}

function columnNumber(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function printZone({ row, column, rows, columns }: Zone): string {
  const first = `${columnName(column)}${row + 1}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnName(column + columns - 1)}${row + rows}`;
}

/** Reads "B2", "B2:C4", "B:C", "2:5", "B2:C"; `size` closes what is left open. Undefined when it is no address. */
export function readZone(text: string, size: { rows: number; columns: number }): Zone | undefined {
  const corner = String.raw`\$?([A-Za-z]{0,3})\$?(\d*)`;
  const match = new RegExp(`^${corner}(:${corner})?$`).exec(text.trim());
  if (!match) return undefined;
  const [, c1 = "", r1 = "", second, c2 = "", r2 = ""] = match;
  if ((c1 === "" && r1 === "") || (second && c2 === "" && r2 === "")) return undefined;
  if (!second) {
    if (c1 === "" || r1 === "") return undefined;
    return { row: Number(r1) - 1, column: columnNumber(c1), rows: 1, columns: 1 };
  }
  const rows = [r1 ? Number(r1) - 1 : 0, r2 ? Number(r2) - 1 : size.rows - 1] as const;
  const columns = [c1 ? columnNumber(c1) : 0, c2 ? columnNumber(c2) : size.columns - 1] as const;
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

/** "'Lembar 1'!A1:B2" in its two parts; the sheet is undefined when none is named. */
export function splitSheet(text: string): { sheet: string | undefined; address: string } {
  const mark = text.lastIndexOf("!");
  if (mark < 0) return { sheet: undefined, address: text };
  const quoted = text.slice(0, mark);
  const sheet = /^'.*'$/s.test(quoted) ? quoted.slice(1, -1).replaceAll("''", "'") : quoted;
  return { sheet, address: text.slice(mark + 1) };
}
