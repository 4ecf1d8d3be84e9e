// DuckDB for the roll-up: installed on demand, memory held at 2 GB, progress said, stopped at once by Ctrl-C.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type Cell = number | string | null;

export interface Engine {
  run(sql: string, says?: string): Promise<void>;
  /** Row by row; whole numbers as numbers, days as ISO text where the query casts them. */
  rows(sql: string, says?: string): Promise<Cell[][]>;
  stop(): void;
  close(): void;
}

/** Text in SQL. */
export const literal = (text: string): string => `'${text.replace(/'/g, "''")}'`;
/** A column's name in SQL. */
export const identifier = (name: string): string => `"${name.replace(/"/g, '""')}"`;

const PACKAGE = "@duckdb/node-api";

async function load(): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    const wanted = `${PACKAGE}@${devDependencies[PACKAGE]}`;
    console.error(
      `DuckDB belum terpasang; memasang ${wanted} (sekitar 70 MB, sekali saja) … / DuckDB is not installed yet; installing it (about 70 MB, once) …`,
    );
    const done = spawnSync(
      "npm",
      ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error", wanted],
      {
        stdio: "inherit",
        shell: process.platform === "win32",
      },
    );
    if (done.status !== 0)
      throw new Error(
        `DuckDB tidak bisa dipasang. Periksa sambungan internet, lalu jalankan: npm install --no-save ${wanted} / DuckDB could not be installed. Check the connection, then run that command.`,
      );
    return import("@duckdb/node-api");
  }
}

/** @param folder where it may put what does not fit in memory */
export async function openEngine(folder: string, say: (line: string) => void): Promise<Engine> {
  const { DuckDBInstance } = await load();
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: "2GB",
    temp_directory: `${folder}/spill`,
    // Nothing is fetched from anywhere.
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await connection.run("SET enable_progress_bar = true");
  await connection.run("SET enable_progress_bar_print = false");
  let stopped = false;
  const watched = async <T>(says: string | undefined, work: () => Promise<T>): Promise<T> => {
    if (stopped) throw new Error("stopped");
    if (says) say(says);
    let last = 0;
    const timer = setInterval(() => {
      const { percentage } = connection.progress;
      const whole = Math.floor(percentage / 10) * 10;
      if (!says || !(whole > last)) return;
      last = whole;
      say(`${says} ${whole} %`);
    }, 1000);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  };
  return {
    run: (sql, says) => watched(says, async () => void (await connection.run(sql))),
    rows: (sql, says) =>
      watched(says, async () =>
        (await connection.runAndReadAll(sql))
          .getRowsJS()
          .map((row) => row.map((cell) => (typeof cell === "bigint" ? Number(cell) : (cell as Cell)))),
      ),
    stop: () => {
      stopped = true;
      connection.interrupt();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
