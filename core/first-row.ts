// Where the figures begin below a row of headings: under a line of units "(orang)" or of column numbers "(1) (2) (3)".
import type { Block, BlockCell } from "./block";

type Line = readonly (BlockCell | undefined)[];

const UNITS = /^[([]?\s*(orang|org|jiwa|rp|rupiah|%|persen|people|persons|percent|idr)\s*[)\]]?$/i;

/** "(3)" is −3 to a spreadsheet, and "(5)=(4):(3)" says how a column came about. */
const numberOf = (cell: BlockCell | undefined): number =>
  typeof cell === "number"
    ? Math.abs(cell)
    : Number(/^[([]?\s*(\d{1,2})\s*[)\]]?\s*(=.*)?$/.exec(String(cell).trim())?.[1] ?? Number.NaN);

/** Statistics offices number their columns; three in a row are no figures. */
const areNumbers = (filled: Line): boolean =>
  filled.length > 2 &&
  numberOf(filled[0]) < 10 &&
  filled.every((cell, i) => numberOf(cell) === numberOf(filled[0]) + i);

const areUnits = (filled: Line): boolean =>
  filled.length > 0 && filled.every((cell) => typeof cell === "string" && UNITS.test(cell.trim()));

export function firstRow(cells: Block["cells"], header: number): number {
  for (let r = header + 1; ; r++) {
    const filled = (cells[r] ?? []).filter((cell) => cell !== null && cell !== "");
    if (!areNumbers(filled) && !areUnits(filled)) return r;
  }
}
