// The roll-up template: rows judged one by one, the good ones summed at every level, the others listed.
import type { Dialect } from "./dialect";
import { createTable, createView } from "./emit";
import { FUNCTIONS, type SqlFunction } from "./functions";

const PLACES = ["province", "regency", "district", "village"];
const body = (d: Dialect, name: string): string =>
  (FUNCTIONS.find((fn) => fn.name === name) as SqlFunction).body(d, "labor", "active");

export function rollupTemplate(d: Dialect): string {
  const at = (name: string): string => (d.id === "bigquery" ? `ucj.${name}` : name);
  const blank = (column: string): string => `COALESCE(TRIM(${column}), '') = ''`;
  const levels = PLACES.flatMap((level, i) => {
    const named = PLACES.map((place, j) => (j <= i ? place : `CAST(NULL AS ${d.text}) AS ${place}`));
    const keys = PLACES.slice(0, i + 1).join(", ");
    return [
      [...named, "segment"].join(", "),
      [...named, `CAST(NULL AS ${d.text}) AS segment`].join(", "),
    ].map(
      (columns, total) =>
        `  SELECT '${level}' AS level, ${columns}, SUM(labor) AS labor, SUM(active) AS active, SUM(people_rows) AS people_rows FROM finest GROUP BY ${keys}${total ? "" : ", segment"}`,
    );
  });
  return [
    "-- Rekapitulasi: satu baris per pekerja (labor 1, active 0 atau 1) atau per daerah (jumlahnya). row_no menomori baris berkas.",
    "-- The roll-up: one row per worker (labor 1, active 0 or 1) or per place (its counts). row_no numbers the rows of the file.",
    createTable(d, "ucj_rows", [
      `row_no ${d.int}`,
      `nik ${d.text}`,
      ...PLACES.map((place) => `${place} ${d.text}`),
      `segment ${d.text}`,
      `as_of ${d.id === "sqlite" ? "TEXT" : "DATE"}`,
      `labor ${d.int}`,
      `active ${d.int}`,
    ]),
    "",
    "-- Setiap baris dengan alasannya bila tidak dihitung / every row, with the reason when it is not counted",
    createView(d, "ucj_rows_judged"),
    "SELECT ucj_rows.*, CASE",
    `  WHEN ${PLACES.map(blank).join(" OR ")} THEN 'wilayah kosong'`,
    `  WHEN ${blank("segment")} THEN 'segmen kosong'`,
    "  WHEN labor IS NULL OR active IS NULL OR labor < 0 OR active < 0 THEN 'angka kosong atau negatif'",
    `  WHEN as_of IS NOT NULL AND as_of <> (SELECT MAX(as_of) FROM ${at("ucj_rows")}) THEN 'tanggal lain'`,
    "  WHEN nik IS NOT NULL AND ROW_NUMBER() OVER (PARTITION BY nik ORDER BY row_no) > 1 THEN 'NIK ganda'",
    "END AS reason",
    `FROM ${at("ucj_rows")}${d.id === "bigquery" ? " AS ucj_rows" : ""};`,
    "",
    "-- Baris yang tidak dihitung / the rows that are not counted",
    createView(d, "ucj_rows_listed"),
    `SELECT * FROM ${at("ucj_rows_judged")} WHERE reason IS NOT NULL;`,
    "",
    "-- Setiap tingkat × segmen; segment NULL adalah semua segmen / every level × segment; segment NULL is all of them",
    createView(d, "ucj_rollup"),
    "WITH finest AS (",
    `  SELECT ${PLACES.join(", ")}, segment, CAST(SUM(labor) AS ${d.int}) AS labor, CAST(SUM(active) AS ${d.int}) AS active, COUNT(*) AS people_rows`,
    `  FROM ${at("ucj_rows_judged")} WHERE reason IS NULL GROUP BY ${PLACES.join(", ")}, segment`,
    "), levels AS (",
    levels.join("\n  UNION ALL\n"),
    ")",
    `SELECT level, ${PLACES.join(", ")}, segment, labor, active, people_rows,`,
    `  ${body(d, "ucj_uncovered")} AS uncovered,`,
    `  ${body(d, "ucj_coverage")} AS coverage`,
    "FROM levels;",
    "",
    "-- Baris masuk = dihitung + didaftar / rows in = counted + listed",
    createView(d, "ucj_reconciled"),
    `SELECT COUNT(*) AS rows_in, COUNT(*) - COUNT(reason) AS counted, COUNT(reason) AS listed FROM ${at("ucj_rows_judged")};`,
  ].join("\n");
}
