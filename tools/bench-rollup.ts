// `npm run bench:rollup`: national files of 1 to 20 million workers, rolled up; writes bench/workers.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const SIZES = [1e6, 5e6, 10e6, 20e6];
const ROUNDS = 3;
const LIMIT = { seconds: 3, mb: 2000, growth: 1.3 };

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly mb: number;
  readonly checks: boolean;
}

export async function main(): Promise<void> {
  const outfile = join("node_modules", ".cache", "ucj", "bench", "workers.mjs");
  await build({
    entryPoints: ["bench/workers.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  const folder = mkdtempSync(join(tmpdir(), "ucj-workers-"));
  try {
    const run = (what: string, size: number): string => {
      const done = spawnSync(process.execPath, [outfile, what, String(size), folder], { encoding: "utf8" });
      if (done.status !== 0) throw new Error(done.stderr);
      return done.stdout;
    };
    for (const size of SIZES) run("make", size);
    const measured = new Map<string, Measured[]>();
    for (let round = 0; round < ROUNDS; round++)
      for (const what of ["sum", "all"])
        for (const size of SIZES) {
          const key = `${what} ${size}`;
          const one: Measured = JSON.parse(run(what, size));
          if (!one.checks) throw new Error(`${key}: other groups or another sum than was made`);
          measured.set(key, [...(measured.get(key) ?? []), one]);
          console.log(key, one);
        }
    writeFileSync("bench/workers.md", page(measured));
    console.log("bench/workers.md");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

function page(measured: ReadonlyMap<string, readonly Measured[]>): string {
  const of = (what: string, size: number, key: "wall" | "cpu" | "mb"): number =>
    median((measured.get(`${what} ${size}`) ?? []).map((one) => one[key]));
  const perRow = (what: string, size: number): number => (of(what, size, "cpu") * 1e6) / size;
  const waiting = loadavg()[1]?.toFixed(0);
  const growth = (what: string): string => (perRow(what, 20e6) / perRow(what, 1e6)).toFixed(2);
  const table = (what: string): string[] =>
    SIZES.map((size) => {
      const bar = "█".repeat(Math.max(1, Math.round((of(what, size, "cpu") / of(what, 20e6, "cpu")) * 40)));
      return `| ${(size / 1e6).toFixed(0)} | ${(of(what, size, "wall") / 1000).toFixed(2)} | ${(of(what, size, "cpu") / 1000).toFixed(2)} | ${perRow(what, size).toFixed(0)} | ${of(what, size, "mb").toFixed(0)} | ${bar} |`;
    });
  const head = [
    "| juta baris / M rows | detik / seconds | detik prosesor / processor seconds | ns prosesor per baris / per row | MB | |",
    "| ---: | ---: | ---: | ---: | ---: | --- |",
  ];
  return `<!-- Made by tools/bench-rollup.ts: npm run bench:rollup -->
# Rekap data besar / roll-up of large files

Catatan pekerja rekaan dalam Parquet (NIK, provinsi, kabupaten, segmen, status; 514 kabupaten × 3 segmen = 1.542 kelompok), DuckDB dengan 2 utas dan batas memori 2 GB, proses baru setiap kali, median ${ROUNDS} putaran pada ${cpus().length} inti. Batas: 20 juta baris ≤ ${LIMIT.seconds} detik dan ≤ ${LIMIT.mb} MB; biaya per baris 20 juta ÷ 1 juta ≤ ${LIMIT.growth}. Bila mesin sedang dipakai yang lain, bandingkan detik prosesor ÷ 2, bukan detik. Antrean saat diukur: ${waiting} proses.

Generated worker records in Parquet (NIK, province, regency, segment, status; 514 regencies × 3 segments = 1,542 groups), DuckDB with 2 threads and a memory limit of 2 GB, a fresh process each, median of ${ROUNDS} rounds on ${cpus().length} cores. Limits: 20 M rows ≤ ${LIMIT.seconds} s and ≤ ${LIMIT.mb} MB; cost per row 20 M ÷ 1 M ≤ ${LIMIT.growth}. On a machine that is busy, read processor seconds ÷ 2, not seconds. Queue while measuring: ${waiting} processes.

## Penjumlahan / the roll-up

${[...head, ...table("sum")].join("\n")}

Per baris, 20 juta ÷ 1 juta / per row, 20 M ÷ 1 M: **${growth("sum")}**.

## Seluruh perintah sampai kelompok jadi, termasuk mencari NIK ganda / the whole command up to the groups, doubles looked for

${[...head, ...table("all")].join("\n")}

Per baris, 20 juta ÷ 1 juta / per row, 20 M ÷ 1 M: **${growth("all")}**.
`;
}
