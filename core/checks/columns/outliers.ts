// Column check: regions whose coverage lies far from the others'.
import { writeNumber, writePercent } from "../../numbers";
import { inBoth } from "../check";
import type { ColumnCheck } from "./table";
import { unusual } from "./unusual";
import { rowsInWords } from "./words";

export const outliers: ColumnCheck = function* (table, thresholds) {
  const { coverage } = table;
  if (!coverage) return [];
  const found = yield* unusual(table, thresholds, thresholds.points, (row) => coverage[row] ?? undefined);
  if (!found || found.rows.length === 0) return [];
  const { rows, spread } = found;
  return [
    {
      check: "outliers",
      severity: "note",
      columns: ["coverage"],
      rows,
      words: inBoth((language) => {
        const share = (value: number): string => writePercent(value, language);
        const names = rowsInWords(table, rows, language, (row) => share(coverage[row] as number));
        const limit = writeNumber(thresholds.outlier, language);
        return {
          id: `Cakupan jauh dari daerah lain (median ${share(spread.median)}): ${names}. Bisa benar; periksa dasar dan labelnya. Batas: |M| > ${limit} (Iglewicz & Hoaglin 1993).`,
          en: `Coverage far from the other regions' (median ${share(spread.median)}): ${names}. It can be right; check base and label. Limit: |M| > ${limit} (Iglewicz & Hoaglin 1993).`,
        }[language];
      }),
    },
  ];
};
