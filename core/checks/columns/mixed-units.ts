// Column check: shares typed as per cent (35.05) and as fractions (0.3505) in one column.

import { writeNumber } from "../../numbers";
import { inBoth } from "../check";
import { type ColumnCheck, type ColumnFinding, regions } from "./table";
import { rowsInWords } from "./words";

/** Above 1.5 nobody means a fraction: coverage of 150 per cent is not seen. */
const FRACTION = 1.5;
/** A whole column in per cent may hold a 0.9 %; it is a fraction only when it is this far below the others. */
const APART = 5;

export const mixedUnits: ColumnCheck = function* (table) {
  const found: ColumnFinding[] = [];
  for (const key of ["coverage", "target"] as const) {
    const cells = table[key];
    if (!cells) continue;
    const fractions: number[] = [];
    const percents: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    yield* regions(table, (row) => {
      const value = cells[row];
      if (typeof value !== "number" || value <= 0) return;
      if (value > FRACTION) {
        percents.push(row);
        least = Math.min(least, value);
      } else fractions.push(row);
    });
    const small = fractions.filter((row) => {
      const value = cells[row] as number;
      const [l, a] = [table.labor?.[row], table.active?.[row]];
      // Head-counts decide where they are given.
      if (key === "coverage" && typeof l === "number" && typeof a === "number" && l > 0 && a > 0)
        return Math.abs(value - a / l) < Math.abs(value / 100 - a / l);
      return value * APART < least;
    });
    if (percents.length === 0 || small.length === 0) continue;
    const rows = small.length <= percents.length ? small : percents;
    found.push({
      check: "mixed-units",
      severity: "error",
      columns: [key],
      rows,
      words: inBoth((language) => {
        const names = rowsInWords(table, rows, language, (row) =>
          writeNumber(cells[row] as number, language),
        );
        const [n, m] = [writeNumber(percents.length, language), writeNumber(small.length, language)];
        return {
          id: `Satu kolom memuat persen (35,05) di ${n} baris dan pecahan (0,3505) di ${m} baris. Yang berbeda dari kebanyakan: ${names}. Samakan satuannya sebelum menghitung.`,
          en: `One column holds per cents (35.05) in ${n} rows and fractions (0.3505) in ${m} rows. Unlike most: ${names}. Use one unit before computing.`,
        }[language];
      }),
    });
  }
  return found;
};
