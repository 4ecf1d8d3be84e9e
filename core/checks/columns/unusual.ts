// Rows whose value lies far from the others': shared by outliers and jumps.
import { modifiedZ, type Spread, spreadOf } from "./median";
import { type RegionTable, regions, type Steps, type Thresholds } from "./table";

export interface Unusual {
  readonly rows: readonly number[];
  readonly spread: Spread;
}

/** Undefined when the regions are too few, or more than half are equal, so that nothing is usual. */
export function* unusual(
  table: RegionTable,
  { outlier, fewest }: Thresholds,
  least: number,
  measure: (row: number) => number | undefined,
): Steps<Unusual | undefined> {
  const rows: number[] = [];
  const values: number[] = [];
  yield* regions(table, (row) => {
    const value = measure(row);
    if (value === undefined || !Number.isFinite(value)) return;
    rows.push(row);
    values.push(value);
  });
  if (values.length < fewest) return undefined;
  const spread = spreadOf(Float64Array.from(values));
  if (spread.mad === 0) return undefined;
  return {
    spread,
    rows: rows.filter((_, i) => {
      const value = values[i] as number;
      return Math.abs(value - spread.median) >= least && Math.abs(modifiedZ(value, spread)) > outlier;
    }),
  };
}
