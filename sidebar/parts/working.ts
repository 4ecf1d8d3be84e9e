// How an answer comes about, in one line: "49.397 ÷ 140.940 = 35,05 %".
import type { Definition } from "../../core/define";
import { shareOf } from "../../core/exact";
import { grown } from "../../core/growth";
import { writeNumber, writePercent, writeRupiah, writeShare } from "../../core/numbers";
import { read } from "../../core/read";
import type { Language, Words } from "../../core/words";
import { argumentOf, at, type Given } from "./given";

/** Writes in the reader's language. */
interface Pen {
  n(value: number): string;
  /** "20 %", "33,60 %". */
  p(share: number): string;
  /** "Rp 16.800". */
  rp(value: number): string;
  share(part: number, whole: number): string;
  say(words: Words): string;
}

const pen = (language: Language): Pen => ({
  n: (value) => writeNumber(value, language, Number.isInteger(value) ? 0 : 2),
  p: (share) => writePercent(share, language).replace(/[.,]00(?= ?%)/, ""),
  rp: (value) => writeRupiah(value, language),
  share: (part, whole) => writeShare(part, whole, language),
  say: (words) => words[language],
});

const PEOPLE = { id: "orang", en: "people" } as const satisfies Words;
const MONTHS = { id: "bulan", en: "months" } as const satisfies Words;
const AT_MOST = { id: "paling tinggi", en: "at most" } as const satisfies Words;
const AT_LEAST = { id: "paling rendah", en: "at least" } as const satisfies Words;
const REACHED = { id: "sudah tercapai", en: "reached already" } as const satisfies Words;
const POWER = { id: "pangkat", en: "to the power" } as const satisfies Words;

/** "59.279,36 → 59.280": the answer's own words say which way it is rounded. */
const rounded = (exact: number, whole: number, { n }: Pen): string =>
  Math.abs(exact - whole) < 5e-7 ? n(whole) : `${n(exact)} → ${n(whole)}`;

const goal = (labor: number, target: number, pen: Pen): string =>
  `${pen.p(target)} × ${pen.n(labor)} = ${rounded(labor * target, shareOf(labor, target), pen)} ${pen.say(PEOPLE)}`;

const raised = (from: number, growth: number, years: number, { p }: Pen): string => {
  const factor = growth < 0 ? `1 − ${p(-growth)}` : `1 + ${p(growth)}`;
  return `${p(from)} × (${factor})${years === 1 ? "" : superscript(years)} = ${p(from * grown(growth, years))}`;
};

const superscript = (years: number): string =>
  String(years).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] as string);

type Line = (values: readonly number[], answer: number, pen: Pen) => string | undefined;

const LINES: Readonly<Record<string, Line>> = {
  UCJ_COVERAGE: ([labor = 0, active = 0], _, { n, share }) =>
    `${n(active)} ÷ ${n(labor)} = ${share(active, labor)}`,
  UCJ_UNCOVERED: ([labor = 0, active = 0], answer, { n }) => `${n(labor)} − ${n(active)} = ${n(answer)}`,
  UCJ_TOTAL_COVERAGE: ([labor = 0, active = 0], _, { n, share }) =>
    `Σ ${n(active)} ÷ Σ ${n(labor)} = ${share(active, labor)}`,
  UCJ_ACHIEVEMENT: ([labor = 0, active = 0, target = 0], _, pen) => {
    const whole = shareOf(labor, target);
    return `${goal(labor, target, pen)}; ${pen.n(active)} ÷ ${pen.n(whole)} = ${pen.share(active, whole)}`;
  },
  UCJ_TARGET: ([prev = 0, years = 0, growth = 0], answer, pen) => {
    if (years === 0) return undefined;
    const beyond = prev * grown(growth, years) - answer;
    const bound = beyond > 1e-12 ? AT_MOST : beyond < -1e-12 ? AT_LEAST : undefined;
    return raised(prev, growth, years, pen) + (bound ? `; ${pen.say(bound)} ${pen.p(answer)}` : "");
  },
  UCJ_TARGET_WORKERS: ([labor = 0, target = 0], _, pen) => goal(labor, target, pen),
  UCJ_NEEDED: ([labor = 0, active = 0, target = 0], answer, pen) => {
    const whole = shareOf(labor, target);
    const rest = answer > 0 ? `${pen.n(whole)} − ${pen.n(active)} = ${pen.n(answer)}` : pen.say(REACHED);
    return `${goal(labor, target, pen)}; ${rest}`;
  },
  UCJ_GROWTH: ([coverage = 0, target = 0, years = 0], answer, { p, say }) =>
    answer > 0 ? `(${p(target)} ÷ ${p(coverage)}) ${say(POWER)} 1/${years} − 1 = ${p(answer)}` : undefined,
  UCJ_YEARS: ([coverage = 0, target = 0, growth = 0], answer, pen) =>
    answer > 0 && answer <= 100
      ? `${raised(coverage, growth, answer, pen)} ≥ ${pen.p(target)}`
      : answer === 0
        ? pen.say(REACHED)
        : undefined,
  UCJ_MONTH_TARGET: ([start = 0, target = 0, month = 0], answer, pen) => {
    const people = target > 2;
    const write = people ? pen.n : pen.p;
    const exact = start + ((target - start) * month) / 12;
    const end = people ? rounded(exact, answer, pen) : write(answer);
    return `${write(start)} + (${write(target)} − ${write(start)}) × ${month} ÷ 12 = ${end}`;
  },
  UCJ_BUDGET: ([workers = 0, months = 0, contribution = 0], answer, { n, rp, say }) =>
    `${n(workers)} ${say(PEOPLE)} × ${n(months)} ${say(MONTHS)} × ${rp(contribution)} = ${rp(answer)}`,
  UCJ_WORKERS_FOR: ([budget = 0, months = 0, contribution = 0], answer, pen) =>
    `${pen.rp(budget)} ÷ (${pen.n(months)} ${pen.say(MONTHS)} × ${pen.rp(contribution)}) = ${rounded(budget / (months * contribution), answer, pen)}`,
};

/** Of one answer that is a number; a range stands for its sum. */
export function working(
  fn: Definition,
  givens: readonly Given[],
  answer: unknown,
  language: Language,
): string | undefined {
  const line = LINES[fn.name];
  if (!line || typeof answer !== "number") return undefined;
  const values = fn.params.map((param, i) => {
    const arg = argumentOf(param, at(givens, i));
    const cells = Array.isArray(arg) ? arg.flat() : [arg];
    const [only] = cells;
    if (param.optional && cells.length === 1 && (only === undefined || only === null || only === ""))
      return Number(param.optional.value);
    return cells.reduce((sum: number, cell) => sum + Number(read(param, cell)), 0);
  });
  return line(values, answer, pen(language));
}
