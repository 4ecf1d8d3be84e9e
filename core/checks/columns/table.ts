// A table of regions, column by column, and the shape of a check that reads it in one go.

import type { Words } from "../../words";
import type { Severity } from "../check";

/** null is a blank or unreadable cell. Shares are fractions; divide a column typed wholly in per cent by 100 first. */
export type Cells = readonly (number | null)[];

export interface RegionTable {
  readonly names: readonly string[];
  readonly labor?: Cells | undefined;
  readonly active?: Cells | undefined;
  readonly uncovered?: Cells | undefined;
  readonly coverage?: Cells | undefined;
  readonly target?: Cells | undefined;
  /** The same figures a year, or a report, earlier. */
  readonly previousLabor?: Cells | undefined;
  readonly previousCoverage?: Cells | undefined;
  /** As typed. */
  readonly asOf?: readonly (string | null)[] | undefined;
  /** The row that holds the printed total, counted from 0; it belongs to no region. */
  readonly total?: number | undefined;
}

type ColumnKey = "labor" | "active" | "uncovered" | "coverage" | "target" | "asOf" | "names";

export interface ColumnFinding {
  readonly check: string;
  readonly severity: Severity;
  readonly words: Words;
  readonly columns: readonly ColumnKey[];
  /** Counted from 0, every one. */
  readonly rows: readonly number[];
}

/** What a planner may change; shown with every finding that uses it. */
export interface Thresholds {
  /** |M| above which a value is an outlier. */
  readonly outlier: number;
  /** Fewer regions than this have no usual value. */
  readonly fewest: number;
  /** A difference from the median below this is never worth a look: points of coverage, as a fraction. */
  readonly points: number;
  /** The same for the labour base: change over the year before. */
  readonly base: number;
}

/**
 * Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, ASQC Basic References in Quality Control 16:
 * M = 0.6745 (x − median) ÷ MAD, outlier when |M| > 3.5. The other three are ours.
 */
export const THRESHOLDS: Thresholds = { outlier: 3.5, fewest: 8, points: 0.05, base: 0.1 };

/** Yields how many rows it has read, so that a pane can show progress and stop. */
export type Steps<T> = Generator<number, T, void>;
export type ColumnCheck = (table: RegionTable, thresholds: Thresholds) => Steps<readonly ColumnFinding[]>;

const CHUNK = 5000;

/** Every region's row, with a pause after each chunk; the total row is left out. */
export function* regions(table: RegionTable, visit: (row: number) => void): Steps<void> {
  for (let row = 0; row < table.names.length; row++) {
    if (row !== table.total) visit(row);
    if (row % CHUNK === CHUNK - 1) yield CHUNK;
  }
  yield table.names.length % CHUNK;
}
