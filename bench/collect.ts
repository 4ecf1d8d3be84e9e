// Measures everything: one fresh process per subject and round, rounds interleaved, medians.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import {
  BUNDLES,
  type Bundle,
  type Measured,
  median,
  type Results,
  type Size,
  SUBJECTS,
  type Subject,
  WAYS,
  type Way,
} from "./results";

const here = dirname(fileURLToPath(import.meta.url));

const ROUNDS = 3;
const STARTS = 21;
/** Seconds a run at a million rows: measured once. */
const SLOW: readonly Subject[] = ["formulajs", "hyperformula"];

function child<T>(program: string, ...args: string[]): T {
  const flags = ["--expose-gc", "--max-old-space-size=12000"];
  const command = [...flags, join(here, `${program}.mjs`), ...args];
  const done = spawnSync(process.execPath, command, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program} ${args.join(" ")}\n${done.stderr}`);
  process.stderr.write(".");
  return JSON.parse(done.stdout.trim().split("\n").at(-1) as string) as T;
}

/** How long tinybench repeats a run: once is enough where a run takes seconds. */
function paceOf(subject: Subject, size: Size): object {
  if (size === 10_000) return { time: 400, iterations: 10, warmupTime: 200, warmupIterations: 3 };
  if (SLOW.includes(subject)) return { time: 0, iterations: 1, warmup: false };
  return { time: 300, iterations: 3, warmupTime: 0, warmupIterations: 2 };
}

export function measureSubjects(sizes: readonly Size[]): Results["subjects"] {
  const found: { subject: Subject; size: Size; measured: Measured }[] = [];
  for (const size of sizes)
    for (let round = 0; round < ROUNDS; round++)
      for (const subject of SUBJECTS) {
        if (round > 0 && size > 10_000 && SLOW.includes(subject)) continue;
        const pace = JSON.stringify(paceOf(subject, size));
        found.push({ subject, size, measured: child("measure", subject, String(size), pace) });
      }
  const of = (subject: Subject, size: Size): Measured => {
    const rounds = found.filter((one) => one.subject === subject && one.size === size);
    const middle = (key: keyof Measured): number => median(rounds.map(({ measured }) => measured[key]));
    return { ns: middle("ns"), bytes: middle("bytes"), checksum: middle("checksum") };
  };
  return Object.fromEntries(
    SUBJECTS.map((subject) => [subject, Object.fromEntries(sizes.map((size) => [size, of(subject, size)]))]),
  );
}

/** All of formulajs, as a page that loads it gets it. */
async function bundleOfFormulajs(): Promise<string> {
  const outfile = join(here, "formulajs.bundle.js");
  await build({
    stdin: { contents: 'export * from "@formulajs/formulajs"', resolveDir: process.cwd() },
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    globalName: "F",
    legalComments: "none",
  });
  return outfile;
}

export async function measureStart(): Promise<Results["start"]> {
  const files: Record<Bundle, string> = {
    sheets: "dist/sheets/Code.js",
    excel: "dist/excel/functions.js",
    formulajs: await bundleOfFormulajs(),
  };
  const found: Record<Bundle, number[]> = { sheets: [], excel: [], formulajs: [] };
  for (let round = 0; round < STARTS; round++)
    for (const bundle of BUNDLES)
      found[bundle].push(child<{ ms: number }>("start", files[bundle], bundle).ms);
  return Object.fromEntries(BUNDLES.map((bundle) => [bundle, median(found[bundle])]));
}

const PACKAGES: Partial<Record<Way, string>> = { arquero: "arquero", duckdb: "@duckdb/node-api" };

function installed(way: Way): boolean {
  const name = PACKAGES[way];
  if (!name) return true;
  try {
    return Boolean(import.meta.resolve(name));
  } catch {
    console.log(`\n${name} is not installed: its roll-up is skipped, and so is the gate against it.`);
    return false;
  }
}

export function measureRollup(rows: number): Results["rollup"] {
  const ways = WAYS.filter(installed);
  const found = ways.map((way) =>
    Array.from({ length: ROUNDS }, () =>
      child<{ ms: number; checksum: string }>("rollup", way, String(rows)),
    ),
  );
  const sums = new Set(found.flat().map(({ checksum }) => checksum));
  if (sums.size > 1) throw new Error(`The roll-ups disagree: ${[...sums].join(" and ")}`);
  return Object.fromEntries(
    ways.map((way, i) => [way, median((found[i] as { ms: number }[]).map(({ ms }) => ms))]),
  );
}
