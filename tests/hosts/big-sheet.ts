// A sheet too large for the grid of the workbench, answered from a function; everything else is the grid's own.
import type { Grid, GridCell } from "../../workbench/grid-types";

export interface Big {
  readonly rows: number;
  readonly columns: number;
  readonly value: (row: number, column: number) => string | number;
}

/** The sheet in view, selected whole, holds these values. */
export function withBigSheet(grid: Grid, { rows, columns, value }: Big): Grid {
  const big = grid.activeSheet().id;
  const zone = { row: 0, column: 0, rows, columns };
  const cell = (row: number, column: number): GridCell => ({
    value: row < rows && column < columns ? value(row, column) : "",
    text: "",
    formula: "",
    format: "General",
    style: {},
  });
  const own: Partial<Grid> = {
    sheets: () => grid.sheets().map((sheet) => (sheet.id === big ? { ...sheet, rows } : sheet)),
    cell: (sheet, row, column) => (sheet === big ? cell(row, column) : grid.cell(sheet, row, column)),
    used: (sheet) => (sheet === big ? zone : grid.used(sheet)),
    selection: () => ({ sheet: big, zone }),
  };
  const rest = new Map<string | symbol, unknown>();
  return new Proxy(grid, {
    get: (target, key) => {
      const mine = own[key as keyof Grid] ?? rest.get(key);
      if (mine) return mine;
      const member = Reflect.get(target, key, target);
      const bound = typeof member === "function" ? member.bind(target) : member;
      rest.set(key, bound);
      return bound;
    },
  });
}
