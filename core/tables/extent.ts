// How far a table reaches on paper: how many rows its chart is high, and how many one page holds.
import type { Painted, PaintedChart, PaintedPrint } from "./paint";

/** A bar's names need its height. */
const BAR_ROWS = 1.4;
const ROWS = 15;

/** How many rows a chart is high. */
export const heightOf = ({ kind, labels }: PaintedChart): number =>
  kind === "bar" || kind === "stackedBar" ? Math.max(ROWS, Math.ceil(labels.rows * BAR_ROWS)) : ROWS;

/** Rows of a table with its chart below. */
export const rowsWithChart = ({ area, chart }: Painted): number =>
  area.rows + (chart ? heightOf(chart) + 2 : 0);

/** So many rows are still legible on one page. */
const ONE_PAGE = { landscape: 50, portrait: 62 };
/** A chart is not cut in two where one page can hold it. */
export const onOnePage = ({ landscape }: PaintedPrint, rows: number): boolean =>
  rows <= ONE_PAGE[landscape ? "landscape" : "portrait"];
