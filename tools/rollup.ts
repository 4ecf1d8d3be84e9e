// `npm run rollup`: a file larger than any sheet, summed by place and segment into a workbook or a CSV a sheet can take.
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, parse } from "node:path";
import { isRefusal, type Refusal } from "../core/refuse";
import { csvOf, sheetsOf } from "./rollup/book";
import { columnsOf } from "./rollup/columns";
import { type Counted, count, REASONS } from "./rollup/count";
import { type Engine, literal, openEngine } from "./rollup/engine";
import { openInput, sampleOf } from "./rollup/input";
import { type Options, readOptions } from "./rollup/options";
import { type Result, resultOf } from "./rollup/result";
import { MOST_ROWS, writeBook } from "./rollup/xlsx-write";

const say = (line: string): void => console.error(line);

export async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (isRefusal(options)) return fail(options);
  const folder = mkdtempSync(join(tmpdir(), "ucj-rollup-"));
  const unfinished: string[] = [];
  const clean = (): void => {
    for (const path of [folder, ...unfinished]) rmSync(path, { recursive: true, force: true });
  };
  let engine: Engine | undefined;
  const onStop = (): void => {
    engine?.stop();
    clean();
    console.error("\nDihentikan; tidak ada berkas yang ditulis. / Stopped; no file was written.");
    process.exit(130);
  };
  process.on("SIGINT", onStop);
  process.on("SIGTERM", onStop);
  try {
    engine = await openEngine(folder, say);
    const done = await rollup(engine, options, folder, unfinished);
    if (isRefusal(done)) fail(done);
  } catch (error) {
    console.error(
      `Tidak selesai, dan tidak ada berkas yang ditulis: ${(error as Error).message} / Not finished, nothing was written.`,
    );
    process.exitCode = 1;
  } finally {
    process.off("SIGINT", onStop);
    process.off("SIGTERM", onStop);
    engine?.close();
    clean();
  }
}

function fail({ refusal }: Refusal): void {
  console.error(`${refusal.id}\n${refusal.en}`);
  process.exitCode = 1;
}

async function counted(
  engine: Engine,
  path: string,
  options: Options,
  folder: string,
  name: string,
  base?: Counted,
): Promise<Counted | Refusal> {
  const input = await openInput(engine, path, folder, name);
  if (isRefusal(input)) return input;
  const columns = columnsOf(input, await engine.rows(sampleOf(input)));
  return count(engine, input, columns, options.by, {
    asOf: name === "data" ? options.asOf : undefined,
    base,
    says: `Menjumlahkan ${basename(path)}`,
  });
}

async function rollup(
  engine: Engine,
  options: Options,
  folder: string,
  unfinished: string[],
): Promise<Refusal | undefined> {
  const { input, output, format, language } = options;
  // The labour force first: the listing below reads the tables of the file counted last.
  const base = options.labor ? await counted(engine, options.labor, options, folder, "dasar") : undefined;
  if (isRefusal(base)) return base;
  const own = await counted(engine, input, options, folder, "data", base);
  if (isRefusal(own)) return own;
  const result = resultOf(own, base);
  if (isRefusal(result)) return result;
  if (format === "xlsx" && result.groups.length >= MOST_ROWS)
    return {
      as: "value",
      refusal: {
        id: `Hasilnya ${result.groups.length} baris, lebih banyak daripada satu lembar. Pakai --out …csv, atau tingkat wilayah yang lebih tinggi.`,
        en: `The result has ${result.groups.length} rows, more than a sheet. Use --out …csv, or a higher level of places.`,
      },
    };

  const inFolder = (name: string): string => join(dirname(output), name);
  const listing =
    result.counted === result.rowsIn
      ? ""
      : inFolder(`${basename(output).replace(/\.\w+$/, "")}-baris-tidak-dihitung.csv`);
  const about = { file: basename(input), target: options.target, language, listing: basename(listing) };
  say("Menyusun hasil");
  let bytes: Uint8Array | string;
  if (format === "csv") bytes = csvOf(result, about);
  else {
    const sheets = sheetsOf(result, about);
    if (isRefusal(sheets)) return sheets;
    bytes = writeBook(sheets);
  }
  // Beside their places, then swapped: a run that ends early leaves no half file.
  const half = (path: string): string => {
    const beside = `${path}.${process.pid}.sebagian`;
    unfinished.push(beside);
    return beside;
  };
  const halfOutput = half(output);
  writeFileSync(halfOutput, bytes);
  if (listing) {
    const halfListing = half(listing);
    await engine.run(
      `COPY (${own.listing}) TO ${literal(halfListing)} (FORMAT csv, HEADER)`,
      "Mendaftar baris yang tidak dihitung",
    );
    keepEarlier(listing);
    renameSync(halfListing, listing);
  }
  keepEarlier(output);
  renameSync(halfOutput, output);
  report(result, output, listing);
  return undefined;
}

/** What an earlier run wrote may have been worked on since. */
function keepEarlier(path: string): void {
  if (!existsSync(path)) return;
  const { dir, name, ext } = parse(path);
  let kept = "";
  for (let n = 1; kept === "" || existsSync(kept); n++) kept = join(dir, `${name}-lama-${n}${ext}`);
  renameSync(path, kept);
  console.log(`Berkas yang sudah ada disimpan sebagai / the earlier file is kept as ${kept}`);
}

function report(
  { rowsIn, counted, listed, baseListed, groups, asOf }: Result,
  output: string,
  listing: string,
): void {
  console.log(
    `${output}: ${groups.length} baris hasil${asOf ? `, posisi ${asOf}` : ""}. Baris masuk ${rowsIn} = dihitung ${counted} + didaftar ${rowsIn - counted}.`,
  );
  for (const [reason, rows] of listed)
    console.log(`  ${REASONS[reason].id} / ${REASONS[reason].en}: ${rows}`);
  for (const [reason, rows] of baseListed)
    console.log(
      `  Berkas angkatan kerja / labour force file: ${REASONS[reason].id} / ${REASONS[reason].en}: ${rows}`,
    );
  if (listing) console.log(`Baris yang tidak dihitung / rows not counted: ${listing}`);
}
