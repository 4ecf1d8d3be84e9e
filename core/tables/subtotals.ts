// Rows that are the sum of their neighbours in every column: subtotals without a label, found by their numbers.

/** Places of such rows, above or below the rows they sum; a sum of one row is no sum. */
export function sumsOfOthers(columns: readonly (readonly number[])[]): ReadonlySet<number> {
  const found = new Set<number>();
  const count = columns[0]?.length ?? 0;
  const at = (c: number, i: number): number => columns[c]?.[i] as number;
  /** Adds neighbours one way until the first column is full; the others must then be full, too. */
  const isSum = (i: number, step: 1 | -1): boolean => {
    const whole = at(0, i);
    if (!(whole > 0)) return false;
    const sums = columns.map(() => 0);
    let rows = 0;
    for (let k = i + step; k >= 0 && k < count && (sums[0] as number) < whole; k += step) {
      if (found.has(k)) continue;
      for (let c = 0; c < columns.length; c++) sums[c] = (sums[c] as number) + at(c, k);
      rows++;
    }
    return rows > 1 && sums.every((sum, c) => sum === at(c, i));
  };
  for (let i = 0; i < count; i++) if (isSum(i, -1)) found.add(i);
  for (let i = count - 1; i >= 0; i--) if (!found.has(i) && isSum(i, 1)) found.add(i);
  return found;
}
