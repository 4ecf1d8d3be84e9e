// What was measured, and the gates it must pass: ratios of one run on one machine, never times.

import type { Words } from "../core/words";

export interface Measured {
  /** Nanoseconds of processor time a number takes, median. */
  readonly ns: number;
  /** Bytes a number of the answer holds. */
  readonly bytes: number;
  readonly checksum: number;
}

export const SUBJECTS = ["typed", "range", "path", "exact", "cell", "formulajs", "hyperformula"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** These work out the same 22 figures a row, so their checksums must agree. */
export const SAME_WORK: readonly Subject[] = ["typed", "range", "cell", "formulajs", "hyperformula"];

export const SIZES = [10_000, 100_000, 1_000_000] as const;
export type Size = (typeof SIZES)[number];

export const BUNDLES = ["sheets", "excel", "formulajs"] as const;
export type Bundle = (typeof BUNDLES)[number];

export const WAYS = ["rollup", "map", "arquero", "duckdb"] as const;
export type Way = (typeof WAYS)[number];

export interface Results {
  readonly subjects: Partial<Record<Subject, Partial<Record<Size, Measured>>>>;
  /** Milliseconds from a bundle's text to its first answer. */
  readonly start: Partial<Record<Bundle, number>>;
  /** Milliseconds from a sheet's columns to the groups of a million rows, cold. */
  readonly rollup: Partial<Record<Way, number>>;
}

export interface Gate {
  readonly id: string;
  readonly says: Words;
  /** What was hoped for before there was a catalogue that checks every cell. */
  readonly goal: number;
  /** What is held; above the goal where that is out of reach, for a reason the page gives. */
  readonly limit: number;
  /** Measured ratios differ from run to run; counted bytes do not. */
  readonly noise: boolean;
  /** undefined when something it needs was not measured. */
  ratio(results: Results): number | undefined;
}

/** How far noise may carry a ratio beyond its limit. */
export const SLACK = 0.3;

const over = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? undefined : a / b;

const compare =
  (a: Subject, b: Subject, size: Size = 10_000) =>
  ({ subjects }: Results): number | undefined =>
    over(subjects[a]?.[size]?.ns, subjects[b]?.[size]?.ns);

/** Every ratio is put so that lower is better. */
export const GATES: readonly Gate[] = [
  {
    id: "P1",
    says: { id: "bentuk rentang ÷ larik biasa", en: "range form ÷ typed loop" },
    goal: 4,
    limit: 4,
    noise: true,
    ratio: compare("range", "typed"),
  },
  {
    id: "P1 1M",
    says: { id: "bentuk rentang ÷ larik biasa, 1 juta baris", en: "range form ÷ typed loop, 1 M rows" },
    goal: 8,
    limit: 22,
    noise: true,
    ratio: compare("range", "typed", 1_000_000),
  },
  {
    id: "P2",
    says: { id: "jumlah orang eksak ÷ bentuk rentang", en: "exact head-counts ÷ range form" },
    goal: 2,
    limit: 2,
    noise: true,
    ratio: compare("exact", "range"),
  },
  {
    id: "P3",
    says: { id: "per sel ÷ larik biasa", en: "per-cell form ÷ typed loop" },
    goal: 35,
    limit: 40,
    noise: true,
    ratio: compare("cell", "typed"),
  },
  {
    id: "P3 f",
    says: { id: "per sel ÷ formulajs", en: "per-cell form ÷ formulajs" },
    goal: 0.3,
    limit: 0.3,
    noise: true,
    ratio: compare("cell", "formulajs"),
  },
  {
    id: "P4 f",
    says: { id: "bentuk rentang ÷ formulajs", en: "range form ÷ formulajs" },
    goal: 1 / 15,
    limit: 1 / 15,
    noise: true,
    ratio: compare("range", "formulajs"),
  },
  {
    id: "P4 h",
    says: {
      id: "bentuk rentang ÷ plug-in larik HyperFormula",
      en: "range form ÷ HyperFormula's array plug-in",
    },
    goal: 1 / 60,
    limit: 1 / 60,
    noise: true,
    ratio: compare("range", "hyperformula"),
  },
  {
    id: "P5 s",
    says: { id: "mulai dingin: Code.js ÷ bundel formulajs", en: "cold start: Code.js ÷ formulajs bundle" },
    goal: 1 / 5,
    limit: 1 / 5,
    noise: true,
    ratio: ({ start }) => over(start.sheets, start.formulajs),
  },
  {
    id: "P5 e",
    says: {
      id: "mulai dingin: functions.js ÷ bundel formulajs",
      en: "cold start: functions.js ÷ formulajs bundle",
    },
    goal: 1 / 5,
    limit: 1 / 5,
    noise: true,
    ratio: ({ start }) => over(start.excel, start.formulajs),
  },
  {
    id: "P6 a",
    says: { id: "rekap 1 juta baris, dingin ÷ Arquero", en: "roll-up of 1 M rows, cold ÷ Arquero" },
    goal: 1 / 3,
    limit: 0.4,
    noise: true,
    ratio: ({ rollup }) => over(rollup.rollup, rollup.arquero),
  },
  {
    id: "P6 d",
    says: { id: "rekap 1 juta baris, dingin ÷ DuckDB asli", en: "roll-up of 1 M rows, cold ÷ native DuckDB" },
    goal: 1 / 6,
    limit: 1 / 4,
    noise: true,
    ratio: ({ rollup }) => over(rollup.rollup, rollup.duckdb),
  },
  {
    id: "P7",
    says: { id: "bita tersimpan per angka jalur", en: "bytes held per number of a path" },
    goal: 12,
    limit: 12,
    noise: false,
    ratio: ({ subjects }) => subjects.path?.[10_000]?.bytes,
  },
];

export type Verdict = "met" | "within slack" | "missed" | "not measured";

export function judge(gate: Gate, results: Results): { ratio: number | undefined; verdict: Verdict } {
  const ratio = gate.ratio(results);
  if (ratio === undefined || Number.isNaN(ratio)) return { ratio: undefined, verdict: "not measured" };
  if (ratio <= gate.limit) return { ratio, verdict: "met" };
  const slack = gate.noise ? 1 + SLACK : 1;
  return { ratio, verdict: ratio <= gate.limit * slack ? "within slack" : "missed" };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/** The subjects whose checksum is not the typed loop's; last digits may differ (POWER against repeated multiplication). */
export function disagreeing(results: Results): string[] {
  return SIZES.flatMap((size) => {
    const expected = results.subjects.typed?.[size]?.checksum;
    if (expected === undefined) return [];
    return SAME_WORK.filter((subject) => {
      const sum = results.subjects[subject]?.[size]?.checksum;
      return sum !== undefined && !(Math.abs(sum / expected - 1) < 1e-9);
    }).map((subject) => `${subject} at ${size} rows`);
  });
}
