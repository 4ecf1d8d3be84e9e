// The SQL files: functions (or a view where an engine has none), the path of people, the law, the roll-up template.
import { LAW_REVIEWED, law } from "../../core/law";
import { VERSION } from "../../core/version";
import type { Dialect } from "./dialect";
import {
  FUNCTIONS,
  LAWFUL,
  NEXT_WORKERS,
  POWER,
  powerChain,
  type SqlFunction,
  type SqlParam,
  type Unit,
} from "./functions";
import { rollupTemplate } from "./rollup";

const LAST_YEAR = 20;

const typeOf = (d: Dialect, unit: Unit): string => (unit === "share" ? d.real : d.int);
const comment = (...lines: readonly string[]): string => lines.map((line) => `-- ${line}`).join("\n");
export const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;

const heading = (d: Dialect): string =>
  comment(
    `UCJ Planner ${VERSION}, ${d.name}: aturan yang sama dengan rumus sel. Dibuat oleh npm run sql; jangan diubah.`,
    `The same rules as the cells' formulas, for ${d.name}. Made by npm run sql; do not edit. Law reviewed ${LAW_REVIEWED}.`,
    "",
    "Orang adalah bilangan bulat. Persentase yang diketik ditulis dalam sepersejuta (…_ppm): 42,06 % = 420600.",
    "People are whole numbers. A typed percentage is whole millionths (…_ppm): 42.06 % = 420600.",
    "Isian yang ditolak di sel menghasilkan NULL. NULL tetap NULL: basis data membedakan kosong dari nol, sel tidak.",
    "What a cell refuses is NULL. NULL stays NULL: a database tells blank from zero, a cell does not.",
  );

const about = ({ about: words, params }: SqlFunction): string => {
  const standard = params.flatMap(({ name, standard }) =>
    standard === undefined ? [] : `${name} = ${standard}`,
  );
  return comment(
    words.id,
    words.en,
    ...(standard.length > 0 ? [`Menurut aturan / by the rule: ${standard.join(", ")}`] : []),
  );
};

function functionText(d: Dialect, fn: SqlFunction): string {
  const names = fn.params.map(({ name }) => name);
  const body = fn.body(d, ...names);
  if (d.id === "duckdb") {
    const params = fn.params.map(({ name, standard }) =>
      standard === undefined ? name : `${name} := ${standard}`,
    );
    return `${about(fn)}\nCREATE OR REPLACE MACRO ${fn.name}(${params.join(", ")}) AS\n  ${body};`;
  }
  const params = fn.params.map(({ name, unit }) => `${name} ${typeOf(d, unit)}`);
  const result = { real: d.real, int: d.int, text: d.text }[fn.result];
  return `${about(fn)}\nCREATE OR REPLACE FUNCTION ucj.${fn.name}(${params.join(", ")}) RETURNS ${result} AS (\n  ${body}\n);`;
}

/** BigQuery and SQLite name the factor in a subquery, which would cost DuckDB a join. */
const powerMacro = (): string =>
  `CREATE OR REPLACE MACRO ${POWER}(yearly, years) AS\n  ${powerChain("years", "yearly")};`;

/** Columns the views read: what the functions take. */
export const INPUT: readonly SqlParam[] = [
  { name: "labor", unit: "people" },
  { name: "active", unit: "people" },
  { name: "previous", unit: "share" },
  { name: "years", unit: "years" },
  { name: "target_ppm", unit: "millionths" },
  { name: "growth_ppm", unit: "millionths", standard: LAWFUL.growth },
  { name: "ceiling_ppm", unit: "millionths", standard: LAWFUL.ceiling },
];

const inDataset = (d: Dialect, name: string): string => (d.id === "bigquery" ? `ucj.${name}` : name);
export const createView = (d: Dialect, name: string): string =>
  d.id === "sqlite"
    ? `DROP VIEW IF EXISTS ${name};\nCREATE VIEW ${name} AS`
    : `CREATE OR REPLACE VIEW ${inDataset(d, name)} AS`;
export const createTable = (d: Dialect, name: string, columns: readonly string[]): string =>
  `CREATE TABLE IF NOT EXISTS ${inDataset(d, name)} (\n  ${columns.join(",\n  ")}\n);`;

function inputTable(d: Dialect): string {
  const standard = ({ standard }: SqlParam): string => (standard === undefined ? "" : ` DEFAULT ${standard}`);
  return [
    comment(
      "Isi tabel ini dengan daerah Anda; previous adalah cakupan tahun lalu (pecahan), boleh NULL.",
      "Fill this table with your regions; previous is last year's coverage (a fraction), NULL when unknown.",
    ),
    createTable(d, "ucj_input", [
      `region ${d.text}`,
      ...INPUT.map((param) => `${param.name} ${typeOf(d, param.unit)}${standard(param)}`),
    ]),
  ].join("\n");
}

/** Without functions of its own an engine gets every answer as a column. */
function resultView(d: Dialect): string {
  const coverage = FUNCTIONS.find(({ name }) => name === "ucj_coverage") as SqlFunction;
  const columnFor = ({ name }: SqlParam): string =>
    name === "coverage" ? `(${coverage.body(d, "labor", "active")})` : name === "prev" ? "previous" : name;
  const columns = FUNCTIONS.map(
    (fn) => `${about(fn).replace(/^/gm, "  ")}\n  ${fn.body(d, ...fn.params.map(columnFor))} AS ${fn.name}`,
  );
  return `${createView(d, "ucj_result")}\nSELECT\n  region,\n  ${INPUT.map(({ name }) => name).join(", ")},\n${columns.join(",\n")}\nFROM ucj_input;`;
}

function pathView(d: Dialect): string {
  const from = inDataset(d, "ucj_input");
  const step = NEXT_WORKERS.body(d, "labor", "active", "workers", "growth_ppm", "ceiling_ppm");
  const kept = "region, labor, active, growth_ppm, ceiling_ppm";
  return [
    comment(
      `Jalur orang, tahun ke-0 sampai ke-${LAST_YEAR}: satu baris per daerah dan tahun`,
      `The path of people, year 0 to ${LAST_YEAR}: one row per region and year`,
    ),
    createView(d, "ucj_path"),
    "WITH RECURSIVE path AS (",
    `  SELECT ${kept}, 0 AS year_number, active AS workers FROM ${from}`,
    "  UNION ALL",
    `  SELECT ${kept}, year_number + 1, ${step}`,
    `  FROM path WHERE year_number < ${LAST_YEAR}`,
    ")",
    "SELECT region, year_number, workers FROM path;",
  ].join("\n");
}

/** Every value of the law with its day and source, to join on or to look up. */
function lawView(d: Dialect): string {
  const rows = [...law()].flatMap(([key, rules]) =>
    rules.map(({ from, ratio: [n, of], source, confidence }) => {
      const cells: [string, string][] = [
        [quoted(key), "rule"],
        [quoted(from), "first_day"],
        [String(n), "numerator"],
        [String(of), "denominator"],
        [quoted(confidence), "confidence"],
        [d.id === "bigquery" ? JSON.stringify(source.id) : quoted(source.id), "source"],
      ];
      return cells;
    }),
  );
  const selects = rows.map(
    (cells, i) =>
      `  SELECT ${cells.map(([value, name]) => (i === 0 ? `${value} AS ${name}` : value)).join(", ")}`,
  );
  return `${comment("Angka aturan dan sumbernya", "The law's values and their sources")}\n${createView(d, "ucj_law")}\n${selects.join("\n  UNION ALL\n")};`;
}

export function emitSql(d: Dialect): string {
  const functions = d.id === "sqlite" ? [] : [...FUNCTIONS, NEXT_WORKERS].map((fn) => functionText(d, fn));
  return `${[
    heading(d),
    ...(d.id === "bigquery"
      ? [
          `${comment("Semua disimpan dalam satu dataset bernama ucj", "All of it lives in one dataset named ucj")}\nCREATE SCHEMA IF NOT EXISTS ucj;`,
        ]
      : []),
    ...(d.id === "duckdb" ? [powerMacro()] : []),
    ...functions,
    inputTable(d),
    ...(d.id === "sqlite" ? [resultView(d)] : []),
    pathView(d),
    lawView(d),
    rollupTemplate(d),
  ].join("\n\n")}\n`;
}
