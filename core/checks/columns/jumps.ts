// Column check: regions whose coverage or labour base moved far more than the others' since the report before.
import { writeNumber, writePercent } from "../../numbers";
import { inBoth } from "../check";
import type { Cells, ColumnCheck, ColumnFinding, RegionTable, Steps, Thresholds } from "./table";
import { unusual } from "./unusual";
import { rowsInWords } from "./words";

const both = (
  now: Cells | undefined,
  before: Cells | undefined,
  row: number,
): readonly [number, number] | undefined => {
  const [a, b] = [now?.[row], before?.[row]];
  return typeof a === "number" && typeof b === "number" ? [a, b] : undefined;
};

function* ofCoverage(table: RegionTable, thresholds: Thresholds): Steps<readonly ColumnFinding[]> {
  const points = (row: number): number | undefined => {
    const pair = both(table.coverage, table.previousCoverage, row);
    return pair && pair[0] - pair[1];
  };
  const found = yield* unusual(table, thresholds, thresholds.points, points);
  if (!found || found.rows.length === 0) return [];
  return [
    {
      check: "jumps",
      severity: "note",
      columns: ["coverage"],
      rows: found.rows,
      words: inBoth((language) => {
        const signed = (value: number): string =>
          `${value > 0 ? "+" : ""}${writeNumber(value * 100, language, 2)} ${{ id: "poin", en: "points" }[language]}`;
        const names = rowsInWords(table, found.rows, language, (row) => signed(points(row) as number));
        const limit = writeNumber(thresholds.outlier, language);
        return {
          id: `Cakupan berubah jauh lebih besar daripada daerah lain (median ${signed(found.spread.median)}): ${names}. Periksa apakah dasar, tanggal, atau labelnya berganti. Batas: |M| > ${limit}.`,
          en: `Coverage moved far more than elsewhere (median ${signed(found.spread.median)}): ${names}. Check whether base, date or label changed. Limit: |M| > ${limit}.`,
        }[language];
      }),
    },
  ];
}

function* ofLabor(table: RegionTable, thresholds: Thresholds): Steps<readonly ColumnFinding[]> {
  const change = (row: number): number | undefined => {
    const pair = both(table.labor, table.previousLabor, row);
    return pair && pair[1] > 0 ? pair[0] / pair[1] - 1 : undefined;
  };
  const found = yield* unusual(table, thresholds, thresholds.base, change);
  if (!found || found.rows.length === 0) return [];
  return [
    {
      check: "jumps",
      severity: "warning",
      columns: ["labor"],
      rows: found.rows,
      words: inBoth((language) => {
        const signed = (value: number): string => `${value > 0 ? "+" : ""}${writePercent(value, language)}`;
        const names = rowsInWords(table, found.rows, language, (row) => signed(change(row) as number));
        return {
          id: `Angkatan kerja berubah jauh lebih besar daripada daerah lain (median ${signed(found.spread.median)}): ${names}. Bila dasarnya diganti, cakupan kedua tahun tidak bisa dibandingkan langsung; sebutkan dasarnya.`,
          en: `The labour force changed far more than elsewhere (median ${signed(found.spread.median)}): ${names}. If the base was replaced, the two years' coverage cannot be compared directly; name the base.`,
        }[language];
      }),
    },
  ];
}

export const jumps: ColumnCheck = function* (table, thresholds) {
  const coverage = table.coverage && table.previousCoverage ? yield* ofCoverage(table, thresholds) : [];
  const labor = table.labor && table.previousLabor ? yield* ofLabor(table, thresholds) : [];
  return [...coverage, ...labor];
};
