// One process, one way to roll up: from a sheet's columns to sums and coverage per key, cold. Prints a line of JSON.
import { asHanded, columnOf, dataOf, random } from "./workload";

const [way = "", size = ""] = process.argv.slice(2);
const KEYS = 514;

/** Keys, labour force and active participants, as a host hands three columns over. */
function listOf(rows: number): { keys: string[][]; labor: number[][]; active: number[][] } {
  const next = random(514);
  const data = dataOf(rows);
  const keys = Array.from({ length: rows }, () => [`Kabupaten ${1 + Math.floor(next() * KEYS)}`]);
  return { keys: asHanded(keys), labor: columnOf(data.labor), active: columnOf(data.active[0]) };
}

type List = ReturnType<typeof listOf>;
type Group = readonly [key: string, labor: number, active: number, coverage: number];

const flat = <T>(column: readonly (readonly T[])[]): T[] => column.map(([cell]) => cell as T);

/** What is not installed is loaded by a name no compiler looks up. */
// biome-ignore lint/suspicious/noExplicitAny: yardsticks that may be absent bring no types
const load = (name: string): Promise<any> => import(name);

const WAYS: Record<string, (list: List) => Group[] | Promise<Group[]>> = {
  rollup: async ({ keys, labor, active }) => {
    const { ask, named } = await import("./ours");
    const [, ...rows] = ask(named("UCJ_ROLLUP"), keys, labor, active) as [
      string,
      number,
      number,
      number,
      number,
    ][];
    return rows.slice(0, -1).map(([key, l, a, , share]) => [key, l, a, share]);
  },
  map: ({ keys, labor, active }) => {
    const groups = new Map<string, { labor: number; active: number }>();
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]?.[0] as string;
      let group = groups.get(key);
      if (!group) {
        group = { labor: 0, active: 0 };
        groups.set(key, group);
      }
      group.labor += labor[i]?.[0] as number;
      group.active += active[i]?.[0] as number;
    }
    return Array.from(groups, ([key, { labor: l, active: a }]): Group => [key, l, a, a / l]);
  },
  arquero: async ({ keys, labor, active }) => {
    const { table, op } = await load("arquero");
    return table({ key: flat(keys), labor: flat(labor), active: flat(active) })
      .groupby("key")
      .rollup({ labor: op.sum("labor"), active: op.sum("active") })
      .objects()
      .map((row: { key: string; labor: number; active: number }) => [
        row.key,
        row.labor,
        row.active,
        row.active / row.labor,
      ]);
  },
  duckdb: async ({ keys, labor, active }) => {
    const { DuckDBInstance } = await load("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run("CREATE TABLE list (name VARCHAR, labor DOUBLE, active DOUBLE)");
    const appender = await connection.createAppender("list");
    for (let i = 0; i < keys.length; i++) {
      appender.appendVarchar(keys[i]?.[0]);
      appender.appendDouble(labor[i]?.[0]);
      appender.appendDouble(active[i]?.[0]);
      appender.endRow();
    }
    appender.closeSync();
    const reader = await connection.runAndReadAll(
      "SELECT name, sum(labor), sum(active), sum(active) / sum(labor) FROM list GROUP BY name",
    );
    return reader.getRows();
  },
};

const run = WAYS[way];
if (!run) throw new Error(`No way ${way}`);
const list = listOf(Number(size));
// By the clock on the wall: DuckDB works on several processors at once.
const begun = performance.now();
const groups = await run(list);
const ms = performance.now() - begun;
const [people, shares] = groups.reduce(([p, s], [, l, a, share]) => [p + l + a, s + share], [0, 0]);
console.log(
  JSON.stringify({ ms, checksum: `${groups.length} groups, ${people} people, ${shares.toFixed(9)}` }),
);
