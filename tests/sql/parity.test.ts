// DuckDB and SQLite give the core's numbers bit for bit on a million rows; NULL stands where a cell refuses.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "../../core/call";
import { nextPeople } from "../../core/tables/people";
import { FUNCTIONS, originOf, type SqlFunction } from "../../tools/sql/functions";
import { COLUMNS, openDuck, openSqlite, type Row, rowAt, type Value } from "./engines";

const ROWS = 1_000_013;
const BLOCK = 100_000;

/** What a function takes from a row; coverage is what the engine itself computed. */
const columnFor = (name: string): string =>
  name === "coverage" ? "ucj_coverage(labor, active)" : name === "prev" ? "previous" : name;

/** The core's answers to rows of inputs: null where it refuses, or where an argument is missing. */
function coreAnswers(fn: SqlFunction, rows: readonly Row[]): Value[] {
  const origin = originOf(fn);
  const given = fn.params.map(({ name, unit }) =>
    rows.map((row): number | null => {
      if (name === "coverage")
        return (row.labor ?? 0) > 0 && row.active !== null && row.active >= 0
          ? row.active / (row.labor as number)
          : null;
      const value = row[columnFor(name) as keyof Row];
      return value !== null && unit === "millionths" ? value / 1e6 : value;
    }),
  );
  const answers = call(
    origin,
    given.map((column) => column.map((cell) => [cell])),
    () => null,
  ) as Value[][];
  // The status compares with the target alone where last year is not known.
  const needed = given.filter((_, i) => fn.params[i]?.name !== "previous");
  return answers.map(([answer], i) =>
    answer === "" || needed.some((column) => column[i] === null) ? null : (answer as Value),
  );
}

const differences = (own: readonly Value[], theirs: readonly Value[], from: number): string[] =>
  own.flatMap((value, i) =>
    Object.is(value, theirs[i]) ? [] : [`${JSON.stringify(rowAt(from + i))}: ${value}, not ${theirs[i]}`],
  );

describe(`${ROWS} rows`, () => {
  const expected = new Map(FUNCTIONS.map(({ name }) => [name, [] as Value[]]));
  const blocks: Row[][] = [];
  beforeAll(() => {
    for (let from = 0; from < ROWS; from += BLOCK) {
      const rows = Array.from({ length: Math.min(BLOCK, ROWS - from) }, (_, i) => rowAt(from + i));
      blocks.push(rows);
      for (const fn of FUNCTIONS)
        for (const answer of coreAnswers(fn, rows)) expected.get(fn.name)?.push(answer);
    }
  }, 120_000);

  test("every function answers and refuses some of them", () => {
    for (const answers of expected.values()) {
      const refused = answers.filter((answer) => answer === null).length;
      expect(refused).toBeGreaterThan(ROWS / 100);
      expect(refused).toBeLessThan(ROWS / 5);
    }
    expect(new Set(expected.get("ucj_status"))).toEqual(
      new Set([null, "tercapai", "sesuai jalur", "di bawah jalur", "menurun"]),
    );
    expect(expected.get("ucj_coverage")?.some((share) => (share as number) > 1)).toBe(true);
  });

  test("DuckDB", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ucj-sql-"));
    const duck = await openDuck();
    try {
      const file = join(folder, "rows.csv");
      const lines = blocks.flat().map((row, i) => `${i},${COLUMNS.map((name) => row[name] ?? "").join(",")}`);
      writeFileSync(file, `region,${COLUMNS.join(",")}\n${lines.join("\n")}\n`);
      await duck.run(`COPY ucj_input FROM '${file}' (HEADER)`);
      for (const fn of FUNCTIONS) {
        const own = await duck.columns(
          `SELECT ${fn.name}(${fn.params.map(({ name }) => columnFor(name)).join(", ")}) FROM ucj_input ORDER BY rowid`,
        );
        const theirs = expected.get(fn.name) as Value[];
        expect(own[0]).toHaveLength(ROWS);
        expect([fn.name, differences(own[0] as Value[], theirs, 0).slice(0, 3)]).toEqual([fn.name, []]);
      }
    } finally {
      duck.close();
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  test("SQLite", () => {
    const db = openSqlite();
    const line = `(${COLUMNS.map(() => "?").join(",")})`;
    const many = 100;
    const insert = (count: number): string =>
      `INSERT INTO ucj_input (${COLUMNS.join(",")}) VALUES ${Array(count).fill(line).join(",")}`;
    const hundred = db.prepare(insert(many));
    const read = db.prepare(
      `SELECT ${FUNCTIONS.map(({ name }) => name).join(", ")} FROM ucj_result ORDER BY rowid`.replace(
        " ORDER BY rowid",
        "",
      ),
    );
    blocks.forEach((rows, block) => {
      db.exec("BEGIN");
      for (let i = 0; i < rows.length; i += many) {
        const some = rows.slice(i, i + many);
        const values = some.flatMap((row) => COLUMNS.map((name) => row[name]));
        if (some.length === many) hundred.run(values);
        else db.run(insert(some.length), values);
      }
      db.exec("COMMIT");
      const from = block * BLOCK;
      const wrong: string[] = [];
      let i = from;
      for (const own of read.iterate()) {
        for (const { name } of FUNCTIONS)
          if (!Object.is(own[name], expected.get(name)?.[i]))
            wrong.push(`${name} ${JSON.stringify(rowAt(i))}: ${own[name]}, not ${expected.get(name)?.[i]}`);
        i++;
      }
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(i).toBe(from + rows.length);
      db.exec("DELETE FROM ucj_input");
    });
    hundred.finalize();
    read.finalize();
    db.close();
  }, 240_000);
});

/** The tables' path, year by year, on a labour force that stays. */
function pathOf({ labor, active, growth_ppm, ceiling_ppm }: Row, years: number): number[] {
  const [l, a] = [labor as number, active as number];
  const path = [a];
  for (let year = 1; year <= years; year++)
    path.push(
      nextPeople(
        path[year - 1] as number,
        (growth_ppm as number) / 1e6,
        l,
        l,
        (ceiling_ppm as number) / 1e6,
        a / l,
      ),
    );
  return path;
}

test("the path of people steps as the tables do, in both engines", async () => {
  const rows = Array.from({ length: 400 }, (_, i) => rowAt(i)).filter(
    ({ labor, active, growth_ppm, ceiling_ppm }) =>
      labor !== null &&
      labor > 0 &&
      labor < 1e9 &&
      active !== null &&
      active >= 0 &&
      active <= labor * 2 &&
      [100000, 200000, -50000].includes(growth_ppm as number) &&
      (ceiling_ppm ?? 0) > 0 &&
      (ceiling_ppm as number) <= 2e6,
  );
  expect(rows.length).toBeGreaterThan(100);
  const expected = rows.flatMap((row, region) =>
    pathOf(row, 20).map((workers, year) => [String(region), year, workers]),
  );
  const db = openSqlite();
  const duck = await openDuck();
  for (const [region, row] of rows.entries()) {
    const values = [String(region), row.labor, row.active, row.growth_ppm, row.ceiling_ppm];
    db.run(
      "INSERT INTO ucj_input (region, labor, active, growth_ppm, ceiling_ppm) VALUES (?,?,?,?,?)",
      values,
    );
    await duck.run(
      `INSERT INTO ucj_input (region, labor, active, growth_ppm, ceiling_ppm) VALUES ('${values.join("','")}')`,
    );
  }
  const query =
    "SELECT region, year_number, workers FROM ucj_path ORDER BY CAST(region AS INTEGER), year_number";
  expect(db.all(query).map((row) => Object.values(row))).toEqual(expected);
  const [regions = [], years = [], workers = []] = await duck.columns(query);
  expect(regions.map((region, i) => [region, years[i], workers[i]])).toEqual(expected);
  duck.close();
  db.close();
});

test("Kendari: 35.05 %, and 71,133 people in two years, not the 71,132 of a closed form", async () => {
  const duck = await openDuck();
  expect(
    await duck.columns(
      "SELECT ucj_next_workers(140940, 49397, ucj_next_workers(140940, 49397, 49397)), ucj_coverage(140940, 49397)",
    ),
  ).toEqual([[71133], [0.35048247481197675]]);
  // A decimal is no number of people, and text is none.
  expect(
    await duck.columns("SELECT ucj_coverage(140.94, 49.397), ucj_uncovered(NULL, 1), ucj_coverage(0, 1)"),
  ).toEqual([[null], [null], [null]]);
  duck.close();
});
