// Opens a file as a table of DuckDB: Parquet where it lies; CSV and Excel made into Parquet once, odd lines set aside.
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { headingsOf } from "../../core/headers";
import { type Refusal, refuse } from "../../core/refuse";
import { type Engine, identifier, literal } from "./engine";
import { readFirstSheet } from "./xlsx-read";

export interface Input {
  readonly path: string;
  /** What stands after FROM. Its column `baris` numbers the rows from 1. */
  readonly from: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Lines that are no rows: other columns than the heading has, or broken quotes. */
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
}

export const ROW = "baris";
const HEAD_BYTES = 64 * 1024;
const HEAD_LINES = 30;

export async function openInput(
  engine: Engine,
  path: string,
  folder: string,
  name: string,
): Promise<Input | Refusal> {
  const kind = extname(path).toLowerCase();
  try {
    if (kind === ".parquet") return await described(engine, path, path, []);
    const text = kind === ".xlsx" ? join(folder, `${name}.csv`) : path;
    if (kind === ".xlsx") {
      const sheet = readFirstSheet(readFileSync(path));
      if (sheet.length === 0)
        return refuse(`Berkas ${path} tidak berisi apa pun.`, `The file ${path} is empty.`);
      writeFileSync(text, sheet);
    }
    const head = headOf(text);
    if (!head)
      return refuse(
        `Baris judul kolom tidak ditemukan pada ${HEAD_LINES} baris pertama ${path}. Baris judul menyebut misalnya Kabupaten, Segmen, Status.`,
        `No row of column headings was found in the first ${HEAD_LINES} lines of ${path}. It names columns such as Kabupaten, Segmen, Status.`,
      );
    const parquet = join(folder, `${name}.parquet`);
    await engine.run(
      `COPY (SELECT * FROM read_csv(${literal(text)}, all_varchar = true, header = true, skip = ${head.line}, delim = ${literal(head.mark)}, quote = '"', escape = '"', strict_mode = false, null_padding = false, store_rejects = true, rejects_table = '${name}_ditolak', rejects_scan = '${name}_scan', rejects_limit = 0)) TO ${literal(parquet)} (FORMAT parquet)`,
      `Membaca ${path}`,
    );
    const rejected = await engine.rows(
      `SELECT line, any_value(error_message) FROM ${name}_ditolak GROUP BY line ORDER BY line`,
    );
    return await described(
      engine,
      path,
      parquet,
      rejected.map(([line, why]) => ({ line: Number(line), why: String(why).split("\n")[0] as string })),
    );
  } catch (error) {
    const why = (error as Error).message.split("\n")[0];
    if (why === "stopped" || /interrupt/i.test(why ?? "")) throw error;
    return refuse(
      `Berkas ${path} tidak bisa dibaca (${why}). Buka di aplikasinya, simpan ulang sebagai CSV UTF-8 atau xlsx, lalu coba lagi.`,
      `The file ${path} cannot be read (${why}). Open it, save it again as CSV UTF-8 or xlsx, and try again.`,
    );
  }
}

async function described(
  engine: Engine,
  path: string,
  parquet: string,
  rejected: Input["rejected"],
): Promise<Input> {
  const from = `(SELECT * EXCLUDE (file_row_number), file_row_number + 1 AS ${ROW} FROM read_parquet(${literal(parquet)}, file_row_number = true))`;
  const columns = await engine.rows(`DESCRIBE SELECT * FROM ${from}`);
  return {
    path,
    from,
    columns: columns
      .map(([name, type]) => ({ name: String(name), type: String(type) }))
      .filter(({ name }) => name !== ROW),
    rejected,
  };
}

/** The heading row, which titles may stand above, and what parts its columns. */
function headOf(path: string): { line: number; mark: string } | undefined {
  const bytes = Buffer.alloc(HEAD_BYTES);
  const file = openSync(path, "r");
  const length = readSync(file, bytes, 0, HEAD_BYTES, 0);
  closeSync(file);
  const lines = bytes
    .subarray(0, length)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .slice(0, HEAD_LINES);
  let best: { line: number; mark: string; known: number } | undefined;
  lines.forEach((line, i) => {
    for (const mark of [";", ",", "\t", "|"]) {
      const cells = line.split(mark).map((cell) => cell.replace(/^\s*"|"\s*$/g, "").trim());
      const filled = cells.filter(Boolean);
      // A heading is words; a row of data holds a number somewhere, or names no more columns than its heading.
      if (filled.length < 2 || filled.some((cell) => /^[\d.,:/ -]+$/.test(cell))) continue;
      const known = filled.filter((cell) => headingsOf(cell).length > 0).length;
      if (known > (best?.known ?? 0)) best = { line: i, mark, known };
    }
  });
  return best;
}

export const sampleOf = (input: Input): string =>
  `SELECT ${input.columns.map(({ name }) => `CAST(${identifier(name)} AS VARCHAR)`).join(", ")} FROM ${input.from} LIMIT 300`;
