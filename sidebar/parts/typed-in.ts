// What a planner typed where a table waits for figures: it stays when the table is written anew.
import type { FoundTable } from "../../core/tables/found";
import type { TableModel } from "../../core/tables/model";
import type { BookSheet } from "../host";

/** The new table with what stands where it waits, by the name of the line and the heading of the column. */
export function withTyped(
  table: TableModel,
  sheet: BookSheet,
  { row, column, rows, header }: FoundTable,
): { readonly table: TableModel; readonly typed: number } {
  const read = (cells: BookSheet["formulas"], r: number, c: number): unknown =>
    cells[r - sheet.row]?.[column + c - sheet.column] ?? "";
  const headings = table.rows.find(([first]) => first?.role === "header");
  /** By name, its line; two lines of one name are not told apart. */
  const lines = new Map<unknown, number | undefined>();
  for (let r = row; r < row + rows; r++) {
    const name = read(sheet.values, r, 0);
    lines.set(name, lines.has(name) ? undefined : r);
  }
  let typed = 0;
  const filled = table.rows.map((line) => {
    if (!line.some(({ role, value }) => role === "input" && value === "")) return line;
    const at = lines.get(line[0]?.value);
    if (at === undefined) return line;
    return line.map((cell, c) => {
      const value = read(sheet.formulas, at, c);
      const isTyped = typeof value === "number" || (typeof value === "string" && !/^(=|$)/.test(value));
      const isSame = read(sheet.values, header, c) === headings?.[c]?.value;
      if (cell.role !== "input" || cell.value !== "" || !isTyped || !isSame) return cell;
      typed++;
      return { ...cell, value };
    });
  });
  return { table: { ...table, rows: filled }, typed };
}
