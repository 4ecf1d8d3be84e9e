// The SQL files: every example of the catalogue, BigQuery's text parsed and run, the roll-up template, nothing shipped.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { type CreateFunctionStmt, parse } from "sql-parser-cst";
import { law } from "../../core/law";
import { FUNCTIONS, NEXT_WORKERS, originOf } from "../../tools/sql/functions";
import { emitScriptFunctions, MOST_INLINE } from "../../tools/sql/script";
import { COLUMNS, type Duck, openDuck, openSqlite, rowAt, sqlFile, type Value } from "./engines";

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
});
afterAll(() => duck.close());

/** An argument as SQL: rates in millionths, shares as floating numbers. */
const sqlOf = (value: unknown, unit: string): string =>
  value === undefined || value === null
    ? "NULL"
    : unit === "millionths"
      ? String(Math.round((value as number) * 1e6))
      : unit === "share"
        ? `CAST(${value} AS DOUBLE)`
        : String(value);

const examples = FUNCTIONS.flatMap((fn) =>
  originOf(fn).examples.flatMap(({ note, args, gives }) =>
    // Ranges spill, and refusals about the way a number was typed have no counterpart in a typed column.
    args.some(
      (arg) => typeof arg === "object" || (typeof arg === "number" && arg > 2 && !Number.isInteger(arg)),
    )
      ? []
      : [[fn.name, note.id, fn, args, gives] as const],
  ),
);

test("there are examples of every function", () => {
  expect(new Set(examples.map(([name]) => name)).size).toBe(FUNCTIONS.length);
});

test.each(examples)("%s: %s", async (_, __, fn, args, gives) => {
  const given = fn.params.flatMap(({ unit, standard }, i) => {
    const value = args[i];
    return value === undefined && standard !== undefined ? [String(standard)] : [sqlOf(value, unit)];
  });
  const [[answer]] = (await duck.columns(`SELECT ${fn.name}(${given.join(", ")})`)) as [[Value]];
  expect(answer).toBe(gives === "#N/A" || gives === "#VALUE!" ? null : gives);
});

test("no decimal stands in the rules: engines read 0.28 in three ways", () => {
  for (const name of ["duckdb", "bigquery", "sqlite"]) {
    const rules = sqlFile(name)
      .replace(/--.*/g, "")
      .replace(/'[^']*'|"[^"]*"/g, "''");
    expect(rules.match(/\d+\.\d+/g)).toBeNull();
  }
});

test("the law stands there with its sources", async () => {
  const [keys = [], sources = []] = await duck.columns("SELECT rule, source FROM ucj_law");
  expect(new Set(keys)).toEqual(new Set(law().keys()));
  expect(sources.every((source) => String(source).length > 5)).toBe(true);
});

describe("BigQuery", () => {
  const text = sqlFile("bigquery");
  const { statements } = parse(text, { dialect: "bigquery", includeRange: true });
  const part = (range: readonly [number, number]): string => text.slice(...range);
  const functions = statements.filter(({ type }) => type === "create_function_stmt") as CreateFunctionStmt[];

  test("the whole file parses, and holds every function", () => {
    expect(functions.map(({ name }) => part(name.range as [number, number]))).toEqual(
      [...FUNCTIONS, NEXT_WORKERS].map(({ name }) => `ucj.${name}`),
    );
    expect(statements.filter(({ type }) => type === "create_view_stmt")).toHaveLength(6);
  });

  test("its expressions give what DuckDB's do, row by row", async () => {
    const own = await openDuck("CREATE TYPE FLOAT64 AS DOUBLE; CREATE MACRO DIV(a, b) AS a // b;");
    for (const statement of functions) {
      const name = part(statement.name.range as [number, number]).replace("ucj.", "");
      const params = statement.params.expr?.items.map((param) =>
        part((param as { name: { range: [number, number] } }).name.range),
      );
      const body = statement.clauses.find(({ type }) => type === "as_clause") as {
        expr?: { range?: [number, number] };
      };
      await own.run(
        `CREATE MACRO ${name}(${params?.join(", ")}) AS ${part(body.expr?.range as [number, number])}`,
      );
    }
    const rows = Array.from({ length: 5000 }, (_, i) => rowAt(i));
    const insert = `INSERT INTO ucj_input (${COLUMNS.join(",")}) VALUES ${rows
      .map(
        (row) =>
          `(${COLUMNS.map((name) => (row[name] === null ? "NULL" : name === "previous" ? `CAST('${row[name]}' AS DOUBLE)` : String(row[name]))).join(",")})`,
      )
      .join(",")}`;
    await own.run(
      "CREATE TABLE ucj_input (labor BIGINT, active BIGINT, previous DOUBLE, years BIGINT, target_ppm BIGINT, growth_ppm BIGINT, ceiling_ppm BIGINT)",
    );
    await own.run(insert);
    await duck.run(insert);
    for (const { name, params } of FUNCTIONS) {
      const columns = params.map((param) =>
        param.name === "coverage"
          ? "ucj_coverage(labor, active)"
          : param.name === "prev"
            ? "previous"
            : param.name,
      );
      const query = `SELECT ${name}(${columns.join(", ")}) FROM ucj_input ORDER BY rowid`;
      const answers = await own.columns(query);
      expect(answers).toEqual(await duck.columns(query));
      expect(answers[0]?.some((answer) => answer !== null)).toBe(true);
    }
    own.close();
  });

  test("the JavaScript functions parse, fit their limit and give the cells' numbers", async () => {
    const script = await emitScriptFunctions();
    expect(sqlFile("bigquery-js")).toBe(script);
    const found = parse(script, { dialect: "bigquery" }).statements.filter(
      ({ type }) => type === "create_function_stmt",
    );
    expect(found).toHaveLength(FUNCTIONS.length);
    const codes = new Map(
      [...script.matchAll(/FUNCTION ucj\.(\w+)_js\((.*?)\).*?"""\n(.*?)\n"""/gs)].map(
        ([, name = "", params = "", code = ""]) => {
          // What BigQuery makes of a string in three quotes.
          const plain = code.replace(/\\(["\\])/g, "$1");
          expect(Buffer.byteLength(plain)).toBeLessThan(MOST_INLINE);
          return [
            name,
            runInContext(
              `(${params.replace(/ FLOAT64/g, "")}) => {${plain}}`.replace(/^\((.*?)\) =>/, "($1) =>"),
              createContext({}),
            ),
          ] as const;
        },
      ),
    );
    const run = (name: string, ...args: (number | null)[]): unknown => codes.get(name)?.(...args);
    expect(run("ucj_coverage", 140940, 49397)).toBe(0.35048247481197675);
    expect(run("ucj_coverage", null, 49397)).toBeNull();
    expect(run("ucj_coverage", 0, 49397)).toBeNull();
    expect(run("ucj_target_workers", 2801936, 629300)).toBe(1763259);
    expect(run("ucj_needed", 140940, 49397, 420600)).toBe(9883);
    expect(run("ucj_target", 0.336, 1, 200000, 995000)).toBe(0.4032);
    expect(run("ucj_status", 0.4164, 681400, null)).toBe("di bawah jalur");
    expect(run("ucj_uncovered", 1000, 1025)).toBe(-25);
    expect(run("ucj_achievement", 424131, 176604, 681400)).toBe(0.6110801617976284);
  });
});

describe("the roll-up template", () => {
  const rows = [
    "(1, '1', 'Sultra', 'Kendari', 'Mandonga', 'Anggilowu', 'PU', '2025-06-30', 1, 1)",
    "(2, '2', 'Sultra', 'Kendari', 'Mandonga', 'Anggilowu', 'BPU', '2025-06-30', 1, 0)",
    "(3, '3', 'Sultra', 'Konawe', 'Unaaha', 'Ambekairi', 'PU', '2025-06-30', 1, 1)",
    "(4, '3', 'Sultra', 'Konawe', 'Unaaha', 'Ambekairi', 'PU', '2025-06-30', 1, 1)",
    "(5, '5', 'Sultra', ' ', 'Unaaha', 'Ambekairi', 'PU', '2025-06-30', 1, 1)",
    "(6, '6', 'Sultra', 'Konawe', 'Unaaha', 'Ambekairi', 'PU', '2024-12-31', 1, 1)",
    "(7, '7', 'Sultra', 'Konawe', 'Unaaha', 'Ambekairi', 'PU', '2025-06-30', 1, NULL)",
    "(8, NULL, 'Sultra', 'Konawe', 'Unaaha', 'Ambekairi', NULL, '2025-06-30', 1, 1)",
  ];
  const insert = `INSERT INTO ucj_rows VALUES ${rows.join(", ")}`;
  const queries = [
    "SELECT rows_in, counted, listed FROM ucj_reconciled",
    "SELECT row_no, reason FROM ucj_rows_listed ORDER BY row_no",
    "SELECT level, regency, segment, labor, active, uncovered, coverage FROM ucj_rollup WHERE level IN ('province', 'regency') ORDER BY level, COALESCE(regency, ''), COALESCE(segment, '')",
  ];
  const expected = [
    [[8, 3, 5]],
    [
      [4, "NIK ganda"],
      [5, "wilayah kosong"],
      [6, "tanggal lain"],
      [7, "angka kosong atau negatif"],
      [8, "segmen kosong"],
    ],
    [
      ["province", null, null, 3, 2, 1, 2 / 3],
      ["province", null, "BPU", 1, 0, 1, 0],
      ["province", null, "PU", 2, 2, 0, 1],
      ["regency", "Kendari", null, 2, 1, 1, 0.5],
      ["regency", "Kendari", "BPU", 1, 0, 1, 0],
      ["regency", "Kendari", "PU", 1, 1, 0, 1],
      ["regency", "Konawe", null, 1, 1, 0, 1],
      ["regency", "Konawe", "PU", 1, 1, 0, 1],
    ],
  ];

  test("SQLite: bad rows are listed, the totals reconcile", () => {
    const db = openSqlite();
    db.exec(insert);
    expect(queries.map((query) => db.all(query).map((row) => Object.values(row)))).toEqual(expected);
    db.close();
  });

  test("DuckDB gives the same", async () => {
    await duck.run(insert);
    const answers = await Promise.all(queries.map((query) => duck.columns(query)));
    const byRow = answers.map((columns) =>
      (columns[0] ?? []).map((_, i) => columns.map((column) => column[i])),
    );
    expect(byRow).toEqual(expected);
  });
});

test("nothing of it ships: no bundle imports it or carries a word of it", async () => {
  const { metafile } = await build({
    entryPoints: [
      "excel-addin/functions.ts",
      "excel-addin/taskpane.tsx",
      "excel-addin/rest.ts",
      "sheets-addon/code.ts",
      "sheets-addon/sidebar.tsx",
      "sheets-addon/rest.ts",
    ],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "out",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".webp": "empty" },
    logLevel: "error",
  });
  const inside = Object.keys(metafile.inputs);
  expect(inside.length).toBeGreaterThan(100);
  expect(inside.filter((path) => /^tools\/|duckdb|sqlite|sql-parser|excelize/.test(path))).toEqual([]);
  const shipped = [
    "excel/functions.js",
    "excel/taskpane.js",
    "excel/catalogue.js",
    "excel/panels.js",
    "sheets/Code.js",
    "sheets/sidebar.html",
    "sheets/catalogue.html",
    "sheets/panels.html",
  ];
  for (const path of shipped)
    expect([
      path,
      /duckdb|bigquery|CREATE OR REPLACE|_ppm/i.test(readFileSync(`dist/${path}`, "utf8")),
    ]).toEqual([path, false]);
});
