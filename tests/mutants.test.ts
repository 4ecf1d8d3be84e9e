// A broken function turns its own examples red: every operator, number and branch of its arithmetic is changed in turn, and
// every operator, number and function of its plain formula; the examples must notice each one.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createContext, runInContext } from "node:vm";
import { type Node, parse } from "acorn";
import { buildSync, transformSync } from "esbuild";
import { call } from "../core/call";
import { catalogue } from "../core/catalogue";
import type { Definition, Example } from "../core/define";
import { plainFormula } from "../core/exchange/plain";
import { type Cells, ironCalc, type Outcome } from "./engines";

const fileOf = (fn: Definition): string =>
  resolve("core/functions", `${fn.name.slice(4).toLowerCase().replaceAll("_", "-")}.ts`);

/** A piece of a text, and what stands there instead. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

const applied = (text: string, { start, end, instead }: Change): string =>
  text.slice(0, start) + instead + text.slice(end);

const shown = (text: string, { start, end, instead }: Change): string =>
  `${text.slice(Math.max(0, start - 30), start)}⟦${text.slice(start, end)} → ${instead}⟧${text.slice(end, end + 30)}`.replace(
    /\s+/g,
    " ",
  );

const OPPOSITE: Readonly<Record<string, string>> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  ">": "<=",
  "<": ">=",
  ">=": "<",
  "<=": ">",
  "=": "<>",
  "===": "!==",
  "!==": "===",
  "&&": "||",
  "||": "&&",
  "+=": "-=",
  max: "min",
  min: "max",
  floor: "ceil",
  MAX: "MIN",
  MIN: "MAX",
  ROUNDUP: "INT",
};

/** What is arithmetic in a file: everything but the words and figures a reader sees. */
const WORDS = new Set([
  "about",
  "params",
  "result",
  "keywords",
  "sources",
  "examples",
  "label",
  "name",
  "see",
]);

interface Syntax extends Node {
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Syntax => typeof (value as Node | null)?.type === "string";

function changesOf(code: string): Change[] {
  const found: Change[] = [];
  const between = (left: Syntax, right: Syntax, operator: string): Change => {
    const start = code.indexOf(operator, left.end);
    if (start < 0 || start > right.start) throw new Error(`${operator} not found`);
    return { start, end: start + operator.length, instead: OPPOSITE[operator] ?? operator };
  };
  const visit = (node: Syntax): void => {
    if (node.type === "Property" && WORDS.has((node.key as { name?: string }).name ?? "")) return;
    if (node.type === "ImportDeclaration") return;
    // A loop that never ends tells nothing; `void 0` and a stand-in for what is always there are no arithmetic.
    if (node.type === "ForStatement") {
      visit(node.body as Syntax);
      return;
    }
    if (node.type === "AssignmentPattern" || (node.type === "UnaryExpression" && node.operator === "void"))
      return;
    if (node.type === "FunctionDeclaration" && (node.id as { name?: string }).name === "twin") return;
    // Sentences of a refusal are held by the documentation; `plain` is changed below, as a formula.
    if (node.type === "CallExpression" && (node.callee as { name?: string }).name === "refuse") return;
    if (node.type === "Property" && (node.key as { name?: string }).name === "plain") return;
    // The way along a row says nothing of its own: properties.test.ts holds it against `compute`.
    if (node.type === "Property" && (node.key as { name?: string }).name === "along") return;
    if (/^(Binary|Logical|Assignment)Expression$/.test(node.type)) {
      const operator = node.operator as string;
      if (OPPOSITE[operator]) found.push(between(node.left as Syntax, node.right as Syntax, operator));
    }
    if (node.type === "ConditionalExpression") {
      const { consequent, alternate } = node as unknown as Record<"consequent" | "alternate", Syntax>;
      const [yes, no] = [consequent, alternate].map(({ start, end }) => code.slice(start, end));
      found.push({ start: consequent.start, end: alternate.end, instead: `(${no}) : (${yes})` });
    }
    if (node.type === "IfStatement") {
      const { start, end } = node.test as Syntax;
      for (const instead of ["true", "false"]) found.push({ start, end, instead });
    }
    if (/^[<>]/.test(String(node.operator)) && (node.right as Syntax).type === "Literal") {
      visit(node.left as Syntax);
      return;
    }
    if (node.type === "Literal" && typeof node.value === "number")
      found.push({ start: node.start, end: node.end, instead: String(node.value + 1) });
    if (node.type === "MemberExpression") {
      const { start, end, name = "" } = node.property as Syntax & { name?: string };
      if (/^(max|min|floor)$/.test(name)) found.push({ start, end, instead: OPPOSITE[name] as string });
    }
    for (const child of Object.values(node)) {
      if (isNode(child)) visit(child);
      else if (Array.isArray(child)) child.filter(isNode).forEach(visit);
    }
  };
  visit(parse(code, { ecmaVersion: 2022, sourceType: "module" }) as unknown as Syntax);
  return found;
}

/** The definition a file exports, from its code. */
function definitionOf(code: string, file: string): Definition | undefined {
  const context = createContext({});
  try {
    const { outputFiles } = buildSync({
      stdin: { contents: code, resolveDir: resolve("core/functions"), sourcefile: file, loader: "js" },
      bundle: true,
      write: false,
      format: "iife",
      globalName: "made",
      logLevel: "silent",
    });
    runInContext(outputFiles?.[0]?.text ?? "", context, { timeout: 5000 });
  } catch {
    return undefined;
  }
  return Object.values(context.made as Record<string, Definition>)[0];
}

const ERRORS = { missing: "#N/A", value: "#VALUE!" } as const;

/** As a cell shows it, an error with its sentence, which the documentation prints too. */
const answerOf = (fn: Definition, args: Example["args"]): unknown =>
  call(fn, args, ({ as, refusal }) => `${ERRORS[as]} ${refusal.id}`);

/** What a task answers, unless it throws or never ends: a context can be stopped. */
function endOf(task: () => unknown): unknown {
  try {
    return runInContext("task()", createContext({ task }), { timeout: 3000 });
  } catch {
    return "no answer";
  }
}

function same(answer: unknown, gives: unknown): boolean {
  if (Array.isArray(gives))
    return (
      Array.isArray(answer) && answer.length === gives.length && gives.every((g, i) => same(answer[i], g))
    );
  if (gives instanceof RegExp) return typeof answer === "string" && gives.test(answer);
  return typeof gives === "number" && typeof answer === "number" && !Number.isInteger(gives)
    ? Math.abs(answer - gives) <= 1e-12 * Math.max(1, Math.abs(gives))
    : answer === gives;
}

type Asked = readonly [args: Example["args"], gives: unknown];

/** What examples need not show a planner: refused arguments, blank rows, figures beyond any region's. */
const MORE: Readonly<Record<string, readonly Asked[]>> = {
  UCJ_TOTAL_COVERAGE: [
    [
      [
        [["x"], [100]],
        [[10], [50]],
      ],
      /^#VALUE! Baris ke-1: Angkatan kerja: "x"/,
    ],
    [
      [
        [[100], [100]],
        [["x"], [50]],
      ],
      /^#VALUE! Baris ke-1: Peserta aktif: "x"/,
    ],
    [
      [
        [[0], [100]],
        [[7], [50]],
      ],
      /^#N\/A Baris ke-1: Angkatan kerja kosong/,
    ],
  ],
  UCJ_ACHIEVEMENT: [[[0, 10, 0.5], /^#N\/A Angkatan kerja kosong/]],
  UCJ_STATUS: [[[0.4, 0], /^#N\/A Target kosong/]],
  UCJ_TARGET: [[[0.336, 1, undefined, 0], /^#N\/A Batas atas kosong/]],
  UCJ_GROWTH: [
    [[0, 0.5, 3], /^#N\/A Cakupan kosong/],
    [[0.5, 0, 3], /^#N\/A Target kosong/],
  ],
  UCJ_YEARS: [
    [[0], /^#N\/A Cakupan kosong/],
    [[0.5, 0], /^#N\/A Target kosong/],
    [[0.7, 0.6, -0.05], 0],
  ],
  UCJ_PATH: [
    [["x", 2025], /^#VALUE! Cakupan: "x"/],
    [[0.3, 2025, 2030, 0.2, 0], /^#N\/A Target kosong/],
  ],
  UCJ_MONTH_TARGET: [[[0, 1, 6], 0.5]],
  UCJ_SEGMENTS: [
    [
      [
        [["PU"], [""], ["BPU"], [""]],
        [[100], [null], [200], [50]],
        [[50], [null], [60], [null]],
      ],
      [
        ["Segmen", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Kontribusi"],
        ["PU", 100, 50, 50, 0.5, 50 / 110],
        ["BPU", 200, 60, 140, 0.3, 60 / 110],
        ["", 50, 0, 50, 0, 0],
        ["Jumlah", 350, 110, 240, 110 / 350, 1],
      ],
    ],
    [
      [
        [["PU"], ["BPU"]],
        [["x"], [200]],
        [[50], [60]],
      ],
      [
        ["Segmen", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Kontribusi"],
        ["PU", /"x"/, 50, /"x"/, /"x"/, /"x"/],
        ["BPU", 200, 60, 140, 0.3, /perbaiki dulu baris ke-1$/],
        ["Jumlah", ...Array(5).fill(/perbaiki dulu baris ke-1$/)],
      ],
    ],
    [
      [
        [["PU"], ["BPU"]],
        [[100], [200]],
        [[50], ["x"]],
      ],
      [
        ["Segmen", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Kontribusi"],
        ["PU", 100, 50, 50, 0.5, /perbaiki dulu baris ke-2$/],
        ["BPU", 200, /"x"/, /"x"/, /"x"/, /"x"/],
        ["Jumlah", ...Array(5).fill(/perbaiki dulu baris ke-2$/)],
      ],
    ],
    [
      [[["PU"]], [[100]], [[0]]],
      [
        ["Segmen", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Kontribusi"],
        ["PU", 100, 0, 100, 0, 0],
        ["Jumlah", 100, 0, 100, 0, 1],
      ],
    ],
  ],
  UCJ_ROLLUP: [
    [
      [
        [["A"], ["B"], [null], [""], ["C"], ["D"], [""]],
        [[100], ["x"], [null], [7], [0], [10], [null]],
        [[50], [10], [null], [1], [0], ["x"], [5]],
      ],
      [
        ["Kelompok", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Peringkat"],
        ["A", 100, 50, 50, 0.5, 1],
        ["B", ...Array(5).fill(/Baris ke-2: Angkatan kerja: "x"/)],
        ["", ...Array(5).fill(/Baris ke-4: kuncinya kosong/)],
        ["C", 0, 0, 0, /kosong atau 0/, /kosong atau 0/],
        ["D", ...Array(5).fill(/Baris ke-6: Peserta aktif: "x"/)],
        ["Jumlah", ...Array(4).fill(/baris ke-2$/), ""],
      ],
    ],
  ],
  UCJ_ALLOCATE: [
    // Two equal fractions of decimal weights: the earlier row.
    [
      [6, [[0.1], [0.2], [0.9]]],
      [[1], [1], [4]],
    ],
    [
      [10, [[1], [2], [4]]],
      [[1], [3], [6]],
    ],
    [
      [9007199254740991, [[147410799885214], [136246391348150], [109194125274913]]],
      [[3379798898647444], [3123824060257031], [2503576295836516]],
    ],
    [["x", [[1], [2]]], /^#VALUE! Jumlah yang dibagi: "x"/],
    [
      [9007199254740991, [[1e15], [1e15], [1e15]]],
      [[3002399751580331], [3002399751580330], [3002399751580330]],
    ],
    [
      [4e15, [[1e15], [3e15], [2e15]]],
      [[666666666666667], [2e15], [1333333333333333]],
    ],
    [
      [1000000007, [[0.5], [0.25], [0.25]]],
      [[500000003], [250000002], [250000002]],
    ],
  ],
  UCJ_CHECK: [
    [
      [
        [[100], [200]],
        [[10], [20]],
        null,
        null,
        null,
        [
          [4, 6],
          [8, 12],
        ],
      ],
      [[/^Belum cukup/], [/^Belum cukup/]],
    ],
    [
      [
        [[100], [200]],
        [[10], [20]],
        null,
        null,
        null,
        [
          [40, 60],
          [150, 50],
        ],
      ],
      [[/^Angka per segmen bukan .* 40 \+ 60 = 100/], [/^Angka per segmen bukan .* 150 \+ 50 = 200/]],
    ],
    [
      [
        [[1], [2], [3], [4]],
        [[1], [1], [1], [1]],
        null,
        null,
        null,
        [
          [1, 1],
          [1, 1],
        ],
      ],
      /pilih 4 baris/,
    ],
    [
      [
        [["x"], [null], [79388]],
        [[1], [null], [27636]],
        [[0.5], [null], [0.3481]],
      ],
      [[/"x"/], [""], [/cocok dengan cakupan 34,81 %\.$/]],
    ],
    [["x", 1], /^#VALUE! .*"x"/],
    [[null, null], /^Belum cukup/],
  ],
  UCJ_JAKON: [[[80000624.99], 192001]],
  UCJ_BUDGET: [[[100, 12, 0], /^#N\/A Iuran kosong/]],
  UCJ_WORKERS_FOR: [
    [[1e9, 12, 0], /^#N\/A Iuran kosong/],
    [[449908775397.3, 2, 705.45], 318880696],
  ],
};

/** Changes that change no answer, and why. */
const HARMLESS: Readonly<Record<string, string>> = {
  "reached(coverage2, target) ? ⟦0 → 1⟧": "a coverage at its target stays there at any rate",
  "Math.⟦floor → ceil⟧(budget / each)": "one too many is taken back",
  "noTotal(refusedAt ?? ⟦0 → 1⟧)": "the sentence is not said when nothing is refused",
  "values.length / rows : ⟦0 → 1⟧": "without segments there is nothing to look up",
  "let scale = ⟦1 → 2⟧": "whole weights times any number share out the same",
  "if (⟦!weights.every(Number.isInteger) → true⟧)": "as above",
  "4e15 ⟦/ → *⟧ sum": "as above, where the sum is small",
  "⟦4e15 → 4000000000000001⟧": "as above",
  "scale === ⟦1 → 2⟧": "times one",
  "rest[a] || a ⟦- → +⟧ b": "sorting keeps the order of equals",
};

const functions = catalogue.map((fn) => [fn.name, fn] as const);

test.each(functions)("%s: whatever is changed in its file, an example of its own notices", (_, fn) => {
  const source = readFileSync(fileOf(fn), "utf8");
  const { code } = transformSync(source, { loader: "ts", target: "es2022" });
  const untouched = definitionOf(code, fileOf(fn)) as Definition;
  const printed = fn.examples.map(({ args, gives }): Asked => {
    const isError = typeof gives === "string" && gives.startsWith("#");
    return [args, isError ? answerOf(fn, args) : gives];
  });
  const asked = [...printed, ...(MORE[fn.name] ?? [])];
  expect(asked.filter(([args, gives]) => !same(answerOf(untouched, args), gives))).toEqual([]);
  const unnoticed = changesOf(code).filter((change) => {
    const mutant = definitionOf(applied(code, change), fileOf(fn));
    return (
      mutant &&
      asked.every(([args, gives]) =>
        same(
          endOf(() => answerOf(mutant, args)),
          gives,
        ),
      )
    );
  });
  const named = unnoticed.map((change) => shown(code, change));
  expect(named.filter((change) => !Object.keys(HARMLESS).some((known) => change.includes(known)))).toEqual(
    [],
  );
});

/** Operators, functions and numbers of a formula, but not what is compared with 0, nor the digits that are kept. */
function changesIn(formula: string): Change[] {
  const found: Change[] = [];
  for (const { 0: token, index: start } of formula.matchAll(
    /"[^"]*"|10\^12|[<>]=|<>|[-+*/<>=]|MAX|MIN|ROUNDUP|\d+/g,
  )) {
    const before = formula[start - 1] ?? "";
    const end = start + token.length;
    const instead = /^\d+$/.test(token)
      ? /[<>=,^-]/.test(before) || formula.startsWith("/10^12", end)
        ? undefined
        : String(Number(token) + 1)
      : token === "-" && /[<>=(,]/.test(before)
        ? undefined
        : OPPOSITE[token];
    if (instead) found.push({ start, end, instead });
  }
  return found;
}

/** An example's arguments as they are typed: single values as such, rows of values in columns of their own. */
function typed(args: Example["args"]): { readonly typed: readonly string[]; readonly cells: Cells } {
  const cells: Record<string, readonly (readonly Outcome[])[]> = {};
  const text = (value: unknown, i: number): string => {
    if (value === undefined || value === null) return "";
    if (!Array.isArray(value)) return typeof value === "string" ? `"${value}"` : String(value);
    const column = String.fromCharCode(65 + i);
    cells[`${column}1`] = value.map((row) => [row[0] ?? ""]);
    return `${column}1:${column}${value.length}`;
  };
  return { typed: args.map(text), cells };
}
const answered = (fn: Definition): Asked[] =>
  fn.examples
    .filter((example) => !example.plainDiffers)
    .flatMap(({ args, gives }): Asked[] =>
      Array.isArray(gives) || (fn.compute && args.some(Array.isArray)) ? [] : [[args, gives]],
    );

const twins = catalogue.flatMap((fn) => (fn.plain ? [[fn.name, fn, fn.plain] as const] : []));

test.each(twins)(
  "%s: whatever is changed in its plain formula, an example of its own notices",
  (_, fn, plain) => {
    const engine = ironCalc();
    const wrong = (formula: string) =>
      answered(fn).some(([args, gives]) => {
        const { typed: words, cells } = typed(args);
        const asked = plainFormula({ ...fn, plain: formula }, words) ?? "";
        return typeof gives === "number"
          ? !engine.agrees(asked, gives, cells)
          : engine.evaluate(asked, cells) !== (gives as Outcome);
      });
    expect(wrong(plain)).toBe(false);
    const unnoticed = changesIn(plain).filter((change) => !wrong(applied(plain, change)));
    const named = unnoticed.map((change) => shown(plain, change));
    expect(named.filter((change) => !Object.keys(HARMLESS).some((known) => change.includes(known)))).toEqual(
      [],
    );
  },
);
