// The same cells in every JavaScript engine, to the last bit: 200,000 values from the whole catalogue in V8 and QuickJS.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { build, type Plugin } from "esbuild";
import { newQuickJSWASMModule, RELEASE_SYNC } from "quickjs-emscripten";
import { catalogue } from "../../core/catalogue";

/** What both engines run: it may use nothing but the language itself. */
const PROGRAM = `
import { call } from "./core/call";
import { catalogue } from "./core/catalogue";

let state = 59;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const oneOf = (list) => list[whole(0, list.length - 1)];

/** A cell of each kind: what planners type, and what formulas divide. */
const CELLS = {
  people: () => (random() < 0.02 ? 0 : whole(0, 3e6)),
  share: () => (random() < 0.5 ? whole(1, 12000) / 10000 : whole(1, 1e6) / whole(1e6, 3e6)),
  growth: () => (random() < 0.7 ? whole(1, 400) / 1000 : random() - 0.3),
  years: () => whole(0, 40),
  year: () => whole(2020, 2050),
  month: () => whole(1, 12),
  months: () => whole(1, 60),
  rupiah: () => whole(0, 2e9),
  figure: () => (random() < 0.5 ? whole(1, 12000) / 10000 : whole(3, 3e6)),
  text: () => oneOf(["PU", "BPU", "Jakon", "PMI", "pertumbuhan", "batas", "iuran_bpu", "nasional_2029", "jakon_1"]),
  date: () => whole(2019, 2030) + "-0" + whole(1, 9) + "-1" + whole(0, 9),
  any: () => oneOf([String(whole(1, 1e6)), whole(1, 999) + "." + whole(100, 999), whole(1, 99) + "," + whole(0, 99) + " %", whole(1, 1e6) / 8]),
};

/** FNV-1a over both halves of every number's 64 bits and the letters of every text. */
const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
let hash = 0, numbers = 0, texts = 0;
const mix = (bits) => { hash = Math.imul(hash ^ bits ^ (bits >>> 15), 16777619) >>> 0; };
function take(cell) {
  if (Array.isArray(cell)) return cell.forEach(take);
  if (typeof cell === "number") {
    numbers++;
    double[0] = cell;
    mix(halves[0]);
    mix(halves[1]);
  } else {
    texts++;
    for (let i = 0; i < cell.length; i++) mix(cell.charCodeAt(i));
  }
}

const carry = ({ refusal, as }) => as + refusal.id + refusal.en;
const column = (kind, rows) => Array.from({ length: rows }, () => [CELLS[kind]()]);
function ask(fn, shape) {
  const args = fn.params.map(({ kind, optional }) => (optional && random() < 0.3 ? undefined : shape(kind)));
  take(call(fn, args, carry));
}

const result = {};
for (const fn of catalogue.filter(({ name }) => NAMES.includes(name))) {
  [hash, numbers, texts] = [2166136261, 0, 0];
  const first = fn.params[0];
  for (let turn = 0; first && turn < 20; turn++) {
    if (fn.compute) ask(fn, (kind) => column(kind, fn.result.format === "text" ? 60 : 640));
    // A function that spills takes single cells or columns: both are asked.
    else for (let again = 0; again < 10; again++) ask(fn, again < 5 ? (kind) => CELLS[kind]() : (kind) => column(kind, 12));
  }
  // A column of the first argument by a row of the second, the others single cells.
  if (fn.compute && fn.params.length > 1)
    take(call(fn, fn.params.map(({ kind }, i) =>
      i === 0 ? column(kind, 150) : i === 1 ? [Array.from({ length: 20 }, () => CELLS[kind]())] : CELLS[kind]()), carry));
  ask(fn, (kind) => CELLS[kind]());
  result[fn.name] = { hash, numbers, texts };
}
globalThis.answer = JSON.stringify(result);
`;

type Hashes = Record<string, { hash: number; numbers: number; texts: number }>;

const ALL = catalogue.map((fn) => fn.name as string);

async function bundle(names: readonly string[], ...plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: resolve("."), loader: "js" },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2020",
    define: { NAMES: JSON.stringify(names) },
    plugins,
  });
  return outputFiles[0]?.text ?? "";
}

function inV8(code: string): Hashes {
  const context = createContext({});
  runInContext(code, context);
  return JSON.parse(runInContext("answer", context) as string);
}

/** As the package itself loads it, but by require: jest has no import() of its own. */
const quickJs = newQuickJSWASMModule({
  ...RELEASE_SYNC,
  importModuleLoader: async () => require("@jitl/quickjs-wasmfile-release-sync/emscripten-module"),
});

async function inQuickJs(code: string): Promise<Hashes> {
  const context = (await quickJs).newContext();
  try {
    context.unwrapResult(context.evalCode(code)).dispose();
    return JSON.parse(context.getProp(context.global, "answer").consume(context.getString));
  } finally {
    context.dispose();
  }
}

describe("V8 and QuickJS", () => {
  let v8: Hashes = {};
  let other: Hashes = {};
  beforeAll(async () => {
    const code = await bundle(ALL);
    v8 = inV8(code);
    other = await inQuickJs(code);
  }, 120_000);

  test("were asked 200,000 numbers, of every function", () => {
    expect(Object.keys(v8)).toEqual(ALL);
    const numbers = Object.values(v8).reduce((sum, one) => sum + one.numbers, 0);
    expect(numbers).toBeGreaterThanOrEqual(200_000);
  });

  test.each(ALL)("%s", (name) => {
    expect(other[name]).toEqual(v8[name]);
  });
});

test("a path by Math.pow would be found out", async () => {
  const byPow: Plugin = {
    name: "by-pow",
    setup: ({ onLoad }) =>
      onLoad({ filter: /core[\\/]growth\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const [before, after] = source.split(/export const grown = .*\n/) as [string, string];
        const pow = "export const grown = (growth: number, years: number) => Math.pow(1 + growth, years);";
        return { contents: `${before}${pow}\n${after}`, loader: "ts" };
      }),
  };
  const target = ["UCJ_TARGET"];
  const code = await bundle(target, byPow);
  // Last digits count: in one and the same engine a power is not a repeated multiplication.
  expect(inV8(code)).not.toEqual(inV8(await bundle(target)));
  // And where two engines' powers differ, so do their hashes.
  const powers = `
    const powers = [];
    for (let growth = 1; growth <= 400; growth++)
      for (let years = 0; years <= 40; years++) powers.push(Math.pow(1 + growth / 1000, years));
    globalThis.answer = JSON.stringify(powers);`;
  const agree = isDeepStrictEqual(inV8(powers), await inQuickJs(powers));
  expect(isDeepStrictEqual(inV8(code), await inQuickJs(code))).toBe(agree);
}, 120_000);
