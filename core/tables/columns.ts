// Columns that several tables share, each with its rule as value, native formula and UCJ function.
import { shareOf } from "../exact";
import { status } from "../functions/status";
import { HEADINGS, type Heading } from "../headers";
import { GROWTH, inForce, plainOf } from "../law";
import { isRefusal } from "../refuse";
import type { Language, Words } from "../words";
import type { Column, Rule } from "./frame";
import type { When } from "./model";

/** Fills that differ in brightness too, so that they do in grey print and for the colour-blind. */
export const FILLS = {
  good: { fill: "#D3E9E1", color: "#0B4F3C" },
  fair: { fill: "#FFF3CC", color: "#5C4400" },
  poor: { fill: "#F6C9B8", color: "#7A1F05" },
} as const;
export const HEAT: When = { when: "scale", low: "#F7FBFF", high: "#4E91C6" };
export const COLORS = ["#1F4E79", "#F2B36B", "#5B8C5A", "#8E6BBF"] as const;

export const STATUS = {
  tercapai: { id: "tercapai", en: "reached" },
  "sesuai jalur": { id: "sesuai jalur", en: "on track" },
  "di bawah jalur": { id: "di bawah jalur", en: "below track" },
  menurun: { id: "menurun", en: "falling" },
} as const satisfies Record<string, Words>;
export const ABOVE: Words = { id: "di atas 100 %", en: "above 100%" };

const column = (heading: Heading, width: number, more: Partial<Column> = {}): Column => {
  const { unit, words } = HEADINGS[heading];
  return {
    key: heading,
    words,
    shown: unit === "people" || unit === "share" || unit === "points" || unit === "rupiah" ? unit : "text",
    width,
    ...more,
  };
};

export const nameColumn = (words: Words, width = 28): Column => ({
  key: "name",
  words,
  shown: "text",
  width,
});

export const uncoveredRule: Rule = {
  of: ["labor", "active"],
  value: (labor, active) => labor - active,
  plain: (labor, active) => `${labor}-${active}`,
  live: (labor, active) => `UCJ_UNCOVERED(${labor},${active})`,
};
export const coverageRule: Rule = {
  of: ["labor", "active"],
  over: 0,
  value: (labor, active) => active / labor,
  plain: (labor, active) => `${active}/${labor}`,
  live: (labor, active) => `UCJ_COVERAGE(${labor},${active})`,
};

/** Ranges with equally many numbers; where the last is computed from the others, these are the same rows. */
export const sameRows = (ranges: readonly string[]): string => {
  const counts = ranges.map((range) => `COUNT(${range})`);
  const last = counts[counts.length - 1];
  const equal = counts.slice(0, -1).map((count) => `${count}=${last}`);
  return equal.length === 1 ? (equal[0] as string) : `AND(${equal.join(",")})`;
};

/** In a total: only where every row has both figures, or the ratio would be of different regions. */
const whole = (rule: Rule): Rule => {
  const n = rule.of.length;
  const same = (refs: readonly string[], formula: string): string =>
    `IF(${sameRows(refs.slice(n))},${formula},"")`;
  return {
    ...rule,
    of: [...rule.of, "#labor", "#active", "#uncovered"],
    value: (...values) =>
      values[n] === values[n + 2] && values[n + 1] === values[n + 2] ? rule.value(...values) : "",
    plain: (...refs) => same(refs, rule.plain(...refs)),
    live: rule.live && ((...refs) => same(refs, (rule.live as typeof rule.plain)(...refs))),
  };
};

export const labor = column("labor", 15, { total: "sum" });
export const active = column("active", 15, { total: "sum" });
export const uncovered = column("uncovered", 17, { rule: uncoveredRule, total: whole(uncoveredRule) });
export const coverage = column("coverage", 11, {
  rule: coverageRule,
  total: whole(coverageRule),
  look: [{ when: "above", value: 1, ...FILLS.fair }],
});

/** A target head-count and what it is of the base. */
const ratio: Rule = {
  of: ["labor", "targetWorkers"],
  over: 0,
  value: (base, people) => people / base,
  plain: (base, people) => `${people}/${base}`,
};
/** Only where every row has a target. */
const ratioOfSums: Rule = {
  of: ["labor", "targetWorkers", "#labor", "#target", "#targetWorkers"],
  over: 0,
  value: (base, people, rows, shares, targets) =>
    rows === targets && shares === targets ? people / base : "",
  plain: (base, people, ...ranges) => `IF(${sameRows(ranges)},${people}/${base},"")`,
};
export const target = (rule?: Rule, words: Words = HEADINGS.target.words): Column =>
  column("target", 11, { rule, words, total: ratioOfSums });
/** From a column of head-counts. */
export const targetFromPeople = column("target", 11, { rule: ratio, total: ratioOfSums });

export const targetWorkers = column("targetWorkers", 15, {
  rule: {
    of: ["labor", "target"],
    value: (base, share) => shareOf(base, share),
    plain: (base, share) => `ROUNDUP(ROUND(${base}*${share},6),0)`,
    live: (base, share) => `UCJ_TARGET_WORKERS(${base},${share})`,
  },
  total: "sum",
});
export const targetPeople = column("targetWorkers", 15, { total: "sum" });

const neededRule: Rule = {
  of: ["active", "targetWorkers"],
  value: (people, goal) => Math.max(0, goal - people),
  plain: (people, goal) => `MAX(0,${goal}-${people})`,
};
export const needed = column("neededWorkers", 15, {
  rule: {
    of: ["active", "targetWorkers", "labor", "target"],
    value: neededRule.value,
    plain: neededRule.plain,
    live: (people, _, base, share) => `UCJ_NEEDED(${base},${people},${share})`,
  },
  // Of the sums, as everything in a total row: who is past the target makes up for who is not. Not where some have no target.
  total: {
    of: [...neededRule.of, "#active", "#targetWorkers"],
    value: (people, goal, covered, goals) =>
      covered === goals ? neededRule.value(people as number, goal as number) : "",
    plain: (people, goal, ...ranges) =>
      `IF(${sameRows(ranges)},${neededRule.plain(people as string, goal as string)},"")`,
  },
});
export const gapPoints = column("gapPoints", 11, {
  rule: {
    of: ["coverage", "target"],
    value: (share, goal) => (goal - share) * 100,
    plain: (share, goal) => `(${goal}-${share})*100`,
  },
});

const rate = plainOf(inForce(GROWTH));

/** Where a row stands, in words: above 100 % first, to be looked at before anything else; a target of 0 is none. */
export function statusColumn(language: Language, judged: boolean, previous: boolean): Column {
  const word = (key: keyof typeof STATUS): string => STATUS[key][language];
  const above = ABOVE[language];
  const quoted = (key: keyof typeof STATUS): string => `"${word(key)}"`;
  const flag: Rule = {
    of: ["labor", "active"],
    value: (base, people) => (people > base ? above : ""),
    plain: (base, people) => `IF(${people}>${base},"${above}","")`,
  };
  const below = quoted("di bawah jalur");
  const unreached = (share: string, before: string): string =>
    previous
      ? `IF(COUNT(${before})=0,${below},IF(${share}-${before}<-1/10^12,${quoted("menurun")},IF(AND(${before}>0,${share}-${before}*(1+${rate})>=-1/10^12),${quoted("sesuai jalur")},${below})))`
      : below;
  const rule: Rule = {
    of: ["labor", "active", "coverage", "target", ...(previous ? ["previousCoverage"] : [])],
    optional: previous ? 3 : 2,
    value: (base, people, share = Number.NaN, goal = Number.NaN, before) =>
      (people as number) > (base as number)
        ? above
        : !(goal > 0) || Number.isNaN(share)
          ? ""
          : word(standing(share, goal, before)),
    plain: (base, people, share, goal, before) =>
      `IF(${people}>${base},"${above}",IF(COUNT(${share},${goal})<2,"",IF(${goal}>0,IF(${share}-${goal}>=-1/10^12,${quoted("tercapai")},${unreached(share as string, before as string)}),"")))`,
    // The function answers in Indonesian.
    live:
      language === "id"
        ? (base, people, share, goal, before) =>
            `IF(${people}>${base},"${above}",UCJ_STATUS(${share},${goal}${before ? `,${before}` : ""}))`
        : undefined,
  };
  return {
    key: "status",
    words: { id: "Status", en: "Status" },
    shown: "text",
    width: 16,
    rule: judged ? rule : flag,
    look: [
      { when: "is", text: word("tercapai"), ...FILLS.good },
      { when: "is", text: word("sesuai jalur"), ...FILLS.good },
      { when: "is", text: word("di bawah jalur"), ...FILLS.fair },
      { when: "is", text: word("menurun"), ...FILLS.poor },
      { when: "is", text: above, ...FILLS.fair },
    ],
  };
}

/** As UCJ_STATUS says; it asks for a coverage above 0, a table also holds regions where nobody is covered yet. */
function standing(share: number, goal: number, before = Number.NaN): keyof typeof STATUS {
  if (!(share > 0)) return before > 0 ? "menurun" : "di bawah jalur";
  const answer = status.compute(share, goal, Number.isNaN(before) ? undefined : before);
  return isRefusal(answer) ? "di bawah jalur" : (answer as keyof typeof STATUS);
}

/** Since an earlier date: points and relative change, both labelled, for either is called "naik 5 persen". */
export const previousCoverage = column("previousCoverage", 12, { total: "none" });
export const changePoints: Column = {
  key: "changePoints",
  words: { id: "Perubahan (poin)", en: "Change (points)" },
  shown: "gain",
  width: 12,
  total: "none",
  rule: {
    of: ["previousCoverage", "coverage"],
    value: (before, now) => (now - before) * 100,
    plain: (before, now) => `(${now}-${before})*100`,
  },
};
export const changeRate: Column = {
  key: "changeRate",
  words: { id: "Perubahan (relatif)", en: "Change (relative)" },
  shown: "rate",
  width: 12,
  total: "none",
  rule: {
    of: ["previousCoverage", "coverage"],
    over: 0,
    value: (before, now) => now / before - 1,
    plain: (before, now) => `${now}/${before}-1`,
  },
};
export const previousActive = column("previousActive", 15, { total: "sum" });
export const changePeople: Column = {
  key: "changePeople",
  words: { id: "Perubahan (orang)", en: "Change (people)" },
  shown: "change",
  width: 13,
  rule: {
    of: ["previousActive", "active"],
    value: (before, now) => now - before,
    plain: (before, now) => `${now}-${before}`,
  },
};
