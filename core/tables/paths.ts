// The columns of paths over years: by the rule, steadily to a target, and as given; shares multiply, people step.
import { shareOf } from "../exact";
import { growthFor, reached } from "../growth";
import type { Language, Words } from "../words";
import type { Beginning } from "./beginning";
import { FILLS, targetWorkers } from "./columns";
import type { Column, Content, Parameter, Rule } from "./frame";
import { nextPeople, nextPeoplePlain, roundUpPlain } from "./people";
import { byRule } from "./targets";

export type Path = "rule" | "steady" | "given";

export const PATH_WORDS: Record<Path, Words> = {
  rule: { id: "Jalur aturan", en: "Path by the rule" },
  steady: { id: "Jalur tetap", en: "Steady path" },
  given: { id: "Target ditetapkan", en: "Given target" },
};
const PEOPLE: Record<Path, Words> = {
  rule: { id: "Aturan (orang)", en: "By the rule (people)" },
  steady: { id: "Tetap (orang)", en: "Steady (people)" },
  given: { id: "Ditetapkan (orang)", en: "Given (people)" },
};

/** Colours of the paths, the same in every table. */
export const PATH_COLORS: Record<Path, string> = { rule: "#1F4E79", steady: "#F2B36B", given: "#5B8C5A" };

export const shareKey = (path: Path): string => (path === "given" ? "target" : `${path}Share`);
export const peopleKey = (path: Path): string => (path === "given" ? "targetWorkers" : `${path}Workers`);

/** The yearly growth that just arrives at the target in the last year. */
export const STEADY_RATE: Parameter = {
  key: "steady",
  words: { id: "Kenaikan tetap per tahun", en: "Steady yearly growth" },
  shown: "share",
  content: {
    of: ["@coverage", "@target", "#year"],
    value: (now, goal, years) => (reached(now, goal) ? 0 : growthFor(goal / now, years - 1)),
    plain: (now, goal, years) => `IF(${goal}>${now},(${goal}/${now})^(1/(COUNT(${years})-1))-1,0)`,
    live: (now, goal, years) => `UCJ_GROWTH(${now},${goal},COUNT(${years})-1)`,
  },
};

export const shareColumn = (path: Path): Column => ({
  key: shareKey(path),
  words: PATH_WORDS[path],
  shown: "share",
  width: 13,
});
export const peopleColumn = (path: Path): Column => ({
  key: peopleKey(path),
  words: PEOPLE[path],
  shown: "people",
  width: 14,
});

const same = (name: string): Rule => ({ of: [name], value: (now) => now, plain: (now) => now });

const RATES = { rule: ["growth", "ceiling"], steady: ["steady", "target"] } as const;

/** A share and its people in a row: the first as they are, the next grown; a given target as it was given. */
export function pathCells(path: Path, i: number, beginning: Beginning): Readonly<Record<string, Content>> {
  const { years, people, givenPeople, cells } = beginning;
  const [share, workers] = [shareKey(path), peopleKey(path)];
  if (path === "given") {
    const { given, givenWorkers } = cells(i);
    if (!people) return { [share]: given };
    // What is not given yet can be typed, and the other figure follows.
    if (!givenPeople || (given && !givenWorkers)) return { [share]: given, [workers]: targetWorkers.rule };
    return {
      [workers]: givenWorkers,
      [share]: given ?? {
        of: ["labor", workers],
        over: 0,
        value: (labor, own) => own / labor,
        plain: (labor, own) => `${own}/${labor}`,
      },
    };
  }
  if (i === 0) return { [share]: same("@coverage"), ...(people && { [workers]: same("@active") }) };
  const [rate, most] = RATES[path];
  const last = i === years.length - 1;
  const grown = byRule(`^${share}`);
  const shareRule: Rule =
    path === "steady" && last
      ? {
          of: ["@coverage", "@target"],
          value: (now, goal) => Math.max(now, goal),
          plain: (now, goal) => `MAX(${now},${goal})`,
        }
      : path === "steady"
        ? { of: [`^${share}`, "@steady", "@target"], value: grown.value, plain: grown.plain }
        : grown;
  const peopleRule: Rule = {
    of: [`^${workers}`, `@${rate}`, "labor", "^labor", `@${most}`, "@coverage"],
    over: 3,
    value: nextPeople,
    plain: nextPeoplePlain,
  };
  return { [share]: shareRule, ...(people && { [workers]: peopleRule }) };
}

/** People more than in the year before. */
export const addedColumn = (path: Path): Column => ({
  key: `${path}Added`,
  words: {
    id: `Tambahan ${{ rule: "aturan", steady: "tetap", given: "ditetapkan" }[path]} (orang)`,
    en: `Added, ${{ rule: "by the rule", steady: "steadily", given: "as given" }[path]} (people)`,
  },
  shown: "change",
  width: 14,
});

const difference = (before: string, now: string): Rule => ({
  of: [before, now],
  value: (from, to) => to - from,
  plain: (from, to) => `${to}-${from}`,
});

export const addedCell = (path: Path, i: number, first: boolean): Content =>
  i === 0 ? "" : difference(first ? "@active" : `^${peopleKey(path)}`, peopleKey(path));

/** Wage earners in a target, rounded up; the others are informal workers. */
export const wageRule = (workers: string): Rule => ({
  of: [workers, "@wagePart"],
  value: (all, part) => shareOf(all, part),
  plain: (all, part) => roundUpPlain(`${all}*${part}`),
});

/** The first year in which the rule's path is at the ceiling. */
export const SATURATION: Parameter = {
  key: "saturation",
  words: { id: "Tahun jenuh jalur aturan", en: "Year the rule's path is full" },
  shown: "year",
  content: {
    fold: ["year", "ruleShare", "@ceiling"],
    answer: (years, shares, most) =>
      years?.find((_, i) => Number(shares?.[i]) >= Number(most?.[0]) - 1e-12) ??
      `> ${years?.[years.length - 1]}`,
    formula: (years, shares, most) =>
      `IF(SUMPRODUCT((${shares}>=${most}-1/10^12)*1)>0,INDEX(${years},1+SUMPRODUCT((${shares}<${most}-1/10^12)*1)),"> "&MAX(${years}))`,
  },
};
export const STAGE = {
  most: { id: "batas atas", en: "at the ceiling" },
  rising: { id: "naik", en: "rising" },
  meets: { id: "memenuhi aturan", en: "meets the rule" },
  below: { id: "di bawah aturan", en: "below the rule" },
} as const satisfies Record<string, Words>;

/** Where a year stands, in words: a given target against the rule, otherwise the rule against the ceiling. */
export function stageColumn(given: boolean, language: Language): Column {
  const word = (key: keyof typeof STAGE): string => STAGE[key][language];
  const stage = (share: string, most: string): string =>
    `IF(${share}>=${most}-1/10^12,"${word("most")}","${word("rising")}")`;
  const stageOf = (share: number, most: number): string => word(share >= most - 1e-12 ? "most" : "rising");
  return {
    key: "stage",
    words: { id: "Keterangan", en: "Remark" },
    shown: "text",
    width: 16,
    rule: given
      ? {
          of: ["ruleShare", "@ceiling", "target"],
          optional: 1,
          value: (share, most, goal = Number.NaN) =>
            Number.isNaN(goal)
              ? stageOf(share as number, most as number)
              : word(goal >= (share as number) - 1e-12 ? "meets" : "below"),
          plain: (share, most, goal) =>
            `IF(COUNT(${goal})=0,${stage(share as string, most as string)},IF(${goal}-${share}>=-1/10^12,"${word("meets")}","${word("below")}"))`,
        }
      : { of: ["ruleShare", "@ceiling"], value: stageOf, plain: stage },
    look: [
      { when: "is", text: word("most"), ...FILLS.good },
      { when: "is", text: word("meets"), ...FILLS.good },
      { when: "is", text: word("below"), ...FILLS.poor },
    ],
  };
}
