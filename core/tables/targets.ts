// Where a table's targets come from: a column of people or shares, one share for all, or the yearly growth rule.
import { shareOf } from "../exact";
import { HEADINGS, type Heading } from "../headers";
import { writeNumber, writePercent } from "../numbers";
import type { Language, Words } from "../words";
import { target, targetFromPeople, targetPeople, targetWorkers } from "./columns";
import { figureAt } from "./figures";
import type { Column, Content, Parameter, Rule } from "./frame";
import {
  CEILING_OPTION,
  ceilingOf,
  GROWTH_OPTION,
  growthOf,
  type Options,
  rateParameter,
  TARGET,
} from "./kind";
import type { Source } from "./source";

export interface Targets {
  readonly target: Column;
  readonly workers: Column;
  readonly parameters: readonly Parameter[];
  /** A row's own target, where it has one. */
  readonly cells: (row: number) => Readonly<Record<string, Content>>;
  readonly note: string | undefined;
  /** The head-count a row is to reach; NaN where it has no target. */
  readonly goal: (row: number) => number;
  /** Whether coverage can be judged by it: a target that grows out of the same coverage is never reached. */
  readonly judged: boolean;
}

/** The share in the parameter cell. */
export const OF_PARAMETER: Rule = { of: ["@target"], value: (share) => share, plain: (share) => share };

/** A blank cell is a gap in a chart's line; the "" of a formula that waits would be drawn as 0. */
const NO_TARGET = { target: undefined };

const nextByRule = (now: number, growth: number, ceiling: number): number =>
  Math.max(now, Math.min(ceiling, now * (1 + growth)));

/** The next coverage the rule asks for, from an earlier one. */
export const byRule = (base: string): Rule => ({
  of: [base, "@growth", "@ceiling"],
  value: nextByRule,
  plain: (now, growth, ceiling) => `MAX(${now},MIN(${ceiling},${now}*(1+${growth})))`,
  live: (now, growth, ceiling) => `UCJ_TARGET(${now},1,${growth},${ceiling})`,
});

const BY_RULE: Words = { id: "Target menurut aturan", en: "Target by the rule" };

export function targetsOf(source: Source, options: Options, language: Language): Targets {
  const share = options.number("target");
  const parameters: Parameter[] =
    share === undefined
      ? []
      : [{ key: "target", words: HEADINGS.target.words, shown: "share", content: { value: share } }];
  const plain = { parameters, note: undefined, judged: true };
  const number = (heading: Heading, i: number): number => source.numbers.get(heading)?.[i] ?? Number.NaN;
  const people = (i: number, goal: number): number => {
    const base = number("labor", i);
    return Number.isNaN(base + goal) ? Number.NaN : shareOf(base, goal);
  };
  if (source.numbers.has("targetWorkers"))
    return {
      ...plain,
      parameters: [],
      target: targetFromPeople,
      workers: targetPeople,
      cells: (i) => {
        const workers = figureAt(source, "targetWorkers", i);
        return { targetWorkers: workers, ...(workers === undefined && NO_TARGET) };
      },
      goal: (i) => number("targetWorkers", i),
    };
  if (source.numbers.has("target"))
    return {
      ...plain,
      target: target(),
      workers: targetWorkers,
      cells: (i) => ({
        target: figureAt(source, "target", i) ?? (share === undefined ? undefined : OF_PARAMETER),
      }),
      goal: (i) => {
        const own = number("target", i);
        return people(i, Number.isNaN(own) ? (share ?? own) : own);
      },
    };
  if (share !== undefined)
    return {
      ...plain,
      target: target(OF_PARAMETER),
      workers: targetWorkers,
      cells: () => ({}),
      goal: (i) => people(i, share),
    };
  const before = source.numbers.has("previousCoverage");
  const [growth, ceiling] = [growthOf(options), ceilingOf(options)];
  return {
    target: target(byRule(before ? "previousCoverage" : "coverage"), BY_RULE),
    workers: targetWorkers,
    parameters: [rateParameter(GROWTH_OPTION, growth), rateParameter(CEILING_OPTION, ceiling)],
    cells: (i) => (before && Number.isNaN(number("previousCoverage", i)) ? NO_TARGET : {}),
    goal: (i) => {
      const now = before ? number("previousCoverage", i) : number("active", i) / number("labor", i);
      return people(i, nextByRule(now, growth, ceiling));
    },
    note: ruleNote(growth, ceiling, before, language),
    judged: before,
  };
}

function ruleNote(growth: number, ceiling: number, before: boolean, language: Language): string {
  const [up, most] = [writeNumber(growth * 100, language), writePercent(ceiling, language, 1)];
  if (language === "id")
    return `Target: cakupan ${before ? "sebelumnya" : "sekarang"} naik ${up} % (relatif, bukan poin), paling tinggi ${most}; target daerah dari surat resmi didahulukan, isi di opsi Target.`;
  return `Target: ${before ? "earlier" : "present"} coverage up ${up}% (relative, not points), at most ${most}; a target given by letter comes first, enter it as the option Target.`;
}

/** What a target column alone asks of the options. */
export const TARGET_OPTIONS = [TARGET, GROWTH_OPTION, CEILING_OPTION] as const;
