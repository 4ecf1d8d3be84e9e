// DuckDB and SQLite with the built SQL in them, and the same million rows for both and for the core.
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { Database } from "node-sqlite3-wasm";

export const sqlFile = (name: string): string => readFileSync(`dist/sql/ucj.${name}.sql`, "utf8");

export type Value = number | string | null;

export interface Duck {
  run(sql: string): Promise<void>;
  /** Column by column; whole numbers as numbers. */
  columns(sql: string): Promise<Value[][]>;
  close(): void;
}

export async function openDuck(file = sqlFile("duckdb")): Promise<Duck> {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB", threads: "2" });
  const connection = await instance.connect();
  if (file) await connection.run(file);
  return {
    run: async (sql) => void (await connection.run(sql)),
    columns: async (sql) => {
      const columns = (await connection.runAndReadAll(sql)).getColumnsJS();
      return columns.map((column) =>
        column.map((value) => (typeof value === "bigint" ? Number(value) : (value as Value))),
      );
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

export function openSqlite(): Database {
  const db = new Database(":memory:");
  db.exec(sqlFile("sqlite"));
  return db;
}

/** The inputs of ucj_input, row by row. */
export interface Row {
  readonly labor: number | null;
  readonly active: number | null;
  readonly previous: number | null;
  readonly years: number | null;
  readonly target_ppm: number | null;
  readonly growth_ppm: number | null;
  readonly ceiling_ppm: number | null;
}

export const COLUMNS = [
  "labor",
  "active",
  "previous",
  "years",
  "target_ppm",
  "growth_ppm",
  "ceiling_ppm",
] as const satisfies readonly (keyof Row)[];

const LABOR = [null, 0, -1, -140940, 1, 1e6, 999_999, 150_000_000, 4_611_686_018_427, 2 ** 52 - 1];
const ACTIVE = [null, 0, -1, -49397, 1, 150_000_001];
const RATES = [336000, 420600, 280000, 995000, 1, 999_999, 2_000_000, 333_333];
const ODD_RATES = [null, 0, -1, 2_000_001];
const GROWTHS = [200000, 100000, 333333, 1, 2_000_000, -50000, -999_999];
const ODD_GROWTHS = [null, 0, -1_000_000, 2_000_001];
const YEARS = [0, 1, 2, 5, 20, 100];
const ODD_YEARS = [null, -1, 101];

/** The same rows every time: mostly plain regions, with every kind of odd one among them. */
export function rowAt(i: number): Row {
  // Multiplicative steps: products stay below 2^53.
  let seed = (i * 48271 + 11) % 2147483647;
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const labor = next(50) === 0 ? pick(LABOR) : 1 + next(3_000_000);
  const size = Math.min(Math.max(1, labor ?? 1), 3_000_000);
  const kind = next(60);
  const active =
    kind === 0
      ? pick(ACTIVE)
      : kind === 1
        ? labor
        : kind < 5
          ? size + next(size + 1)
          : kind < 8
            ? Math.ceil(size * 0.995)
            : next(size + 1);
  const before = next(20);
  return {
    labor,
    active,
    previous:
      before === 0
        ? pick([null, 0, -0.1, 2.5, 1e-13])
        : before < 4
          ? (active ?? 0) / size
          : next(size) / size,
    years: next(40) === 0 ? pick(ODD_YEARS) : pick(YEARS),
    target_ppm: next(40) === 0 ? pick(ODD_RATES) : next(2) ? pick(RATES) : 1 + next(1_000_000),
    growth_ppm: next(40) === 0 ? pick(ODD_GROWTHS) : pick(GROWTHS),
    ceiling_ppm: next(40) === 0 ? pick(ODD_RATES) : pick(RATES),
  };
}
