// Runs every column check over a table of regions, in steps that a pane can show and stop.
import { duplicates } from "./duplicates";
import { jumps } from "./jumps";
import { mixedDates } from "./mixed-dates";
import { mixedUnits } from "./mixed-units";
import { outliers } from "./outliers";
import { type ColumnCheck, type ColumnFinding, type RegionTable, type Steps, THRESHOLDS } from "./table";
import { totals } from "./totals";

export const COLUMN_CHECKS: readonly ColumnCheck[] = [
  mixedUnits,
  totals,
  duplicates,
  mixedDates,
  jumps,
  outliers,
];

/**
 * Yields after every few thousand rows how many it has read since; `next()` goes on, and not calling it stops.
 * Outliers are not looked for in a column whose units are mixed: every minority row would be one.
 */
export function* checkTable(table: RegionTable, thresholds = THRESHOLDS): Steps<readonly ColumnFinding[]> {
  const found: ColumnFinding[] = [];
  for (const check of COLUMN_CHECKS) {
    const mixed = found.some(
      ({ check: name, columns }) => name === "mixed-units" && columns[0] === "coverage",
    );
    if (mixed && (check === outliers || check === jumps)) continue;
    found.push(...(yield* check(table, thresholds)));
  }
  return found;
}

/** All at once, for callers that need no progress. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
