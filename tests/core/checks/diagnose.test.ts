// The rules of the diagnosis: tolerance, one explanation or none, silence, and no input that breaks it.
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { claimsOf, offBy, rangeOf, settle } from "../../../core/checks/agree";
import { CHECKS, diagnose, READINGS } from "../../../core/checks/diagnose";
import {
  exactly,
  type Figures,
  figureOf,
  type PrintedFigures,
  reachOf,
  readFigures,
  SCALARS,
} from "../../../core/checks/figures";
import { mixUpsOf } from "../../../core/checks/mix-ups";
import { FAULTS } from "../../../tools/diagnosis/faults";
import { randomFrom, reportOf } from "../../../tools/diagnosis/regions";

const of = (figures: PrintedFigures) => diagnose(readFigures(figures));
const off = (figures: PrintedFigures) => offBy(claimsOf(readFigures(figures)));

describe("tolerance", () => {
  // 27,636 ÷ 79,388 = 34.811 %
  test.each([
    ["34,81 %", 1],
    ["34,82 %", 1],
    ["34,80 %", 2],
    ["34,83 %", 2],
    ["34,84 %", 3],
    ["34,8 %", 1],
    ["34,9 %", 1],
    ["35,0 %", 2],
    ["35 %", 1],
    ["34 %", 1],
    ["33 %", 2],
    ["32 %", 3],
  ])("coverage %s is off by %d", (coverage, expected) => {
    expect(off({ labor: "79.388", active: "27.636", coverage })).toBe(expected);
  });

  test.each([
    ["51.752", 1],
    ["51.753", 1],
    ["51.754", 2],
    ["51.755", 3],
  ])("uncovered %s is off by %d", (uncovered, expected) => {
    expect(off({ labor: "79.388", active: "27.636", uncovered })).toBe(expected);
  });

  test("rounded inputs widen it by their own rounding", () => {
    expect(off({ labor: "349 ribu", active: "343 ribu", coverage: "98,2 %" })).toBe(1);
    expect(off({ labor: "349.001", active: "343.002", coverage: "98,0 %" })).toBe(3);
    expect(off({ labor: "349.000", active: "343.000", coverage: "98,0 %" })).toBe(1);
    expect(off({ active: "sekitar 50 ribu", labor: "125.000", coverage: "42 %" })).toBe(1);
    expect(off({ active: "sekitar 50 ribu", labor: "125.000", coverage: "46 %" })).not.toBe(1);
  });

  test("a gap of 0 stands for a target that was passed", () => {
    expect(off({ labor: "1.234", active: "900", target: "50 %", gap: "0" })).toBe(1);
    expect(off({ labor: "1.234", active: "100", target: "50 %", gap: "0" })).toBe(3);
  });

  test("how far a figure may be off", () => {
    expect(reachOf(exactly(49397), false)).toBe(0);
    expect(reachOf(exactly(0.3505, 0.0001), true)).toBe(0.0001);
    expect(reachOf({ value: 50000, step: 1000, approximate: true }, false)).toBe(5000);
    expect(figureOf(343000, "people").step).toBe(1000);
    expect(figureOf(343001, "people").step).toBe(1);
    expect(figureOf(0.3505, "share").step).toBe(0.0001);
    expect(figureOf(0.42, "share").step).toBe(0.01);
    expect(figureOf(49397 / 140940, "share").step).toBe(1e-8);
    expect(22.77 / 100).not.toBe(0.2277);
    expect(figureOf(22.77 / 100, "share")).toEqual(figureOf(0.2277, "share"));
  });
});

describe("what figures leave possible", () => {
  test("three independent figures pin the rest down", () => {
    const range = settle(
      claimsOf(readFigures({ active: "592.806", coverage: "45,17 %", target: "53 %" })),
      0,
    );
    expect(range).toBeDefined();
    if (!range) return;
    for (const [role, value] of [
      ["labor", 592806 / 0.4517],
      ["uncovered", 592806 / 0.4517 - 592806],
      ["targetWorkers", (0.53 * 592806) / 0.4517],
      ["achievement", 0.4517 / 0.53],
    ] as const) {
      const [low, high] = rangeOf(range, role);
      expect(low / value).toBeCloseTo(1, 9);
      expect(high / value).toBeCloseTo(1, 9);
    }
  });

  test("figures made from one region always agree", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 9950 }),
        fc.subarray([...SCALARS]),
        (labor, share, hundredths, keys) => {
          const active = Math.floor(labor * share);
          const target = hundredths / 10000;
          const targetWorkers = Math.ceil((labor * hundredths) / 10000);
          const percent = (value: number) => exactly(Math.round(value * 10000) / 10000, 0.0001);
          const all: Figures = {
            labor: exactly(labor),
            active: exactly(active),
            uncovered: exactly(labor - active),
            coverage: percent(active / labor),
            uncoveredShare: percent(1 - active / labor),
            target: percent(target),
            targetWorkers: exactly(targetWorkers),
            addition: exactly(targetWorkers - active),
            gap: exactly(targetWorkers - active),
            gapPoints: percent(target - active / labor),
            achievement: percent(active / targetWorkers),
            population: exactly(2 * labor),
          };
          const given = Object.fromEntries(keys.map((key) => [key, all[key]])) as Figures;
          expect(offBy(claimsOf(given))).toBe(1);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("one explanation or none", () => {
  test("several readings are listed, none is chosen", () => {
    const [finding] = of({ labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "64,95 %" });
    expect(finding?.check).toBe("several-readings");
    expect(finding?.reading).toBeUndefined();
    expect(finding?.open).toHaveLength(2);
    expect(finding?.words.id).toContain("(1) 64,95 % sebagai persentase belum terlindungi");
  });

  test("a reading replaces the broken identities it explains", () => {
    const found = of({
      labor: "140.940",
      active: "49.397",
      coverage: "35,05 %",
      target: "42,06 %",
      uncovered: "9.883",
    });
    expect(found.map(({ check }) => check)).toEqual(["gap-to-target-as-uncovered"]);
  });

  test("a label reading goes before a repair of digits", () => {
    // 79,388 for 27,636 is no slip; 51,752 under "active" is a label.
    const [finding] = of({
      labor: "79.388",
      active: "51.752",
      uncovered: "27.636",
      coverage: "34,81 %",
      gap: "5.528",
      targetWorkers: "33.164",
    });
    expect(finding?.check).toBe("labels-swapped");
  });

  test("two possible repairs: nothing is said about digits", () => {
    const found = of({ labor: "80.388", active: "27.636", coverage: "34,81 %" });
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ check }) => check)).not.toContain("digit-repair");
  });

  test("one substituted digit is not believed where three figures could each be the wrong one", () => {
    // 27,636 ÷ 72,388 is no 34.81 %; 79,388 is one digit away and the only such number.
    const found = of({ labor: "72.388", active: "27.636", coverage: "34,81 %" });
    expect(found.map(({ check }) => check)).toEqual(["coverage-is-active-over-labor"]);
    const sure = of({ labor: "72.388", active: "27.636", uncovered: "51.752", coverage: "34,81 %" });
    expect(sure.map(({ reading }) => reading)).toEqual([[{ key: "labor", value: 79388 }]]);
  });

  test("a repair must be the only one over all fields", () => {
    const [finding] = of({ labor: "79.388", active: "27.636", uncovered: "51.752", coverage: "38,41 %" });
    expect(finding?.check).toBe("digit-repair");
    expect(finding?.reading).toEqual([{ key: "coverage", value: 0.3481 }]);
  });

  test("findings come gravest first", () => {
    const found = of({
      ...{ active: "16.684", uncovered: "73.236", coverage: "22,77 %" },
      asOf: "31 Juni 2025",
    });
    expect(found.map(({ severity }) => severity)).toEqual(["error", "error", "note"]);
    expect(found[0]?.reading).toBeDefined();
  });

  test("above 100 per cent warns and never refuses", () => {
    const found = of({ labor: "2.350", active: "2.410", uncovered: "-60", coverage: "102,55 %" });
    expect(found.map(({ check, severity }) => [check, severity])).toEqual([
      ["above-full-coverage", "warning"],
    ]);
  });
});

describe("silence", () => {
  test.each(SCALARS)("%s alone says nothing", (key) => {
    const figures: Figures = {
      [key]: exactly(key === "target" ? 0.5 : key.match(/overage|Share|Points|ment$/) ? 0.4 : 4000),
    };
    expect(diagnose(figures)).toEqual([]);
  });

  test("no figures, no findings", () => {
    expect(diagnose({})).toEqual([]);
    expect(diagnose({ segments: [], otherDates: [], asOf: "2024" })).toEqual([]);
  });
});

describe("any record", () => {
  const anyFigure = fc.record({
    value: fc.oneof(
      fc.integer({ min: -10, max: 3_000_000 }),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 1000),
      fc.constantFrom(0, 1, 1e12, 0.5, Number.NaN),
    ),
    step: fc.constantFrom(1, 1000, 0.01, 0.0001, 1e-8),
    approximate: fc.boolean(),
  });
  const maybe = fc.option(anyFigure, { nil: undefined });
  const record = fc.record({
    ...Object.fromEntries(SCALARS.map((key) => [key, maybe])),
    segments: fc.array(
      fc.record({
        name: fc.constantFrom("PU", "BPU", "Kelompok tani", ""),
        labor: maybe,
        active: maybe,
        coverage: maybe,
      }),
      {
        maxLength: 4,
      },
    ),
    previous: fc.record({ labor: maybe, active: maybe, coverage: maybe, asOf: fc.string() }),
    change: fc.record({ points: maybe, relative: maybe }),
    budget: maybe,
    workers: maybe,
    months: maybe,
    contribution: maybe,
    parts: fc.record({
      total: maybe,
      items: fc.array(
        fc.record({ name: fc.constantFrom("PU", "BPU", "Kelompok tani", ""), value: anyFigure }),
        { maxLength: 4 },
      ),
    }),
    asOf: fc.string(),
    otherDates: fc.array(fc.string(), { maxLength: 3 }),
  });

  test("never throws, and speaks whole sentences in both languages", () => {
    fc.assert(
      fc.property(record, (figures) => {
        for (const { words, severity, check } of diagnose(figures as Figures)) {
          expect(words.id).toMatch(/\S/);
          expect(words.en).toMatch(/\S/);
          expect(words.id).not.toMatch(/undefined|NaN|Infinity|–/);
          expect(words.en).not.toMatch(/undefined|NaN|Infinity/);
          expect(["note", "warning", "error"]).toContain(severity);
          expect(CHECKS.map(({ name }) => name)).toContain(check);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the list of checks", () => {
  const FILES_WITHOUT_CHECK = [
    "agree",
    "answer",
    "cell",
    "check",
    "diagnose",
    "explain",
    "figures",
    "identities",
    "imply",
    "mix-ups",
    "prove",
    "repair",
    "reread",
  ];

  test("every file is a check of that name, or one of the few that serve them", () => {
    const files = readdirSync("core/checks").flatMap((name) =>
      name.endsWith(".ts") ? [name.slice(0, -3)] : [],
    );
    const names = CHECKS.map(({ name }) => name);
    expect(files.filter((name) => !FILES_WITHOUT_CHECK.includes(name)).sort()).toEqual([...names].sort());
  });

  test.each(CHECKS.map((check) => [check.name, check] as const))(
    "%s says what it holds, with examples of both kinds",
    (_, check) => {
      expect(check.about.id).not.toBe(check.about.en);
      const answers = check.examples.map(({ gives }) => gives);
      expect(answers).toContain("silent");
      expect(answers.some((answer) => answer !== "silent")).toBe(true);
      for (const { note } of check.examples) expect(note.id && note.en).toBeTruthy();
    },
  );

  test("no mix-up is listed twice", () => {
    const moves = mixUpsOf(READINGS).map(({ moves }) => JSON.stringify(moves));
    expect(new Set(moves).size).toBe(moves.length);
  });
});

test("figures that contradict each other are never passed over", () => {
  const random = randomFrom(5);
  let contradictions = 0;
  for (const { inject } of FAULTS)
    for (let i = 0; i < 150; i++) {
      const figures = readFigures(inject(random, reportOf(random))?.figures ?? {});
      if (offBy(claimsOf(figures)) < 3) continue;
      contradictions++;
      const grave = diagnose(figures).filter(({ severity }) => severity !== "note");
      expect([figures, grave.length]).not.toEqual([figures, 0]);
    }
  expect(contradictions).toBeGreaterThan(1000);
});
