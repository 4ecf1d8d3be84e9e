// `npm run sql`: the rules as SQL for DuckDB, BigQuery and SQLite, in dist/sql. `npm run build` writes them too.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DIALECTS } from "./sql/dialect";
import { emitSql } from "./sql/emit";
import { emitScriptFunctions } from "./sql/script";

/** Writes every file and answers their names. */
export async function writeSql(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = new Map(DIALECTS.map((d) => [`ucj.${d.id}.sql`, emitSql(d)]));
  files.set("ucj.bigquery-js.sql", await emitScriptFunctions());
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return [...files.keys()];
}

export async function main(): Promise<void> {
  const names = await writeSql("dist/sql");
  console.log(`Ditulis ke dist/sql / written to dist/sql: ${names.join(", ")}`);
}
