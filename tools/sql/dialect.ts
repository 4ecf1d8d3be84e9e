// How three engines write the same arithmetic: whole-number division, casts, the least of two.

export interface Dialect {
  readonly id: "duckdb" | "bigquery" | "sqlite";
  readonly name: string;
  readonly int: string;
  readonly real: string;
  readonly text: string;
  /** Of whole numbers, cut off: both are 0 or more wherever it is used. */
  readonly div: (a: string, b: string) => string;
  readonly mod: (a: string, b: string) => string;
  readonly least: (a: string, b: string) => string;
  readonly greatest: (a: string, b: string) => string;
  /** Condition that a column holds a whole number; "" where the engine's types say so. */
  readonly whole: (x: string) => string;
  /** A column as whole numbers wide enough for the products below. */
  readonly wide: (x: string) => string;
}

const call =
  (name: string) =>
  (...args: readonly string[]): string =>
    `${name}(${args.join(", ")})`;
const between =
  (sign: string) =>
  (a: string, b: string): string =>
    `(${a} ${sign} ${b})`;

export const duckdb: Dialect = {
  id: "duckdb",
  name: "DuckDB",
  int: "BIGINT",
  real: "DOUBLE",
  text: "VARCHAR",
  div: between("//"),
  mod: between("%"),
  least: call("least"),
  greatest: call("greatest"),
  // A macro takes whatever it is given, 140.94 too.
  whole: (x) => `${x} % 1 = 0`,
  wide: (x) => `CAST(${x} AS BIGINT)`,
};

export const bigquery: Dialect = {
  id: "bigquery",
  name: "BigQuery",
  int: "INT64",
  real: "FLOAT64",
  text: "STRING",
  div: call("DIV"),
  mod: call("MOD"),
  least: call("LEAST"),
  greatest: call("GREATEST"),
  whole: () => "",
  wide: (x) => x,
};

export const sqlite: Dialect = {
  id: "sqlite",
  name: "SQLite",
  int: "INTEGER",
  real: "REAL",
  text: "TEXT",
  div: between("/"),
  mod: between("%"),
  least: call("min"),
  greatest: call("max"),
  // A column of SQLite holds what was put into it.
  whole: (x) => `typeof(${x}) = 'integer'`,
  wide: (x) => x,
};

export const DIALECTS: readonly Dialect[] = [duckdb, bigquery, sqlite];
