// The benchmark's subjects give the same results, and its gates judge as they say. Nothing here is timed.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { page, type Run } from "../bench/page";
import { disagreeing, GATES, judge, type Measured, median, type Results, SAME_WORK } from "../bench/results";
import { prepare as cell } from "../bench/subjects/cell";
import { prepare as exact } from "../bench/subjects/exact";
import { prepare as formulajs } from "../bench/subjects/formulajs";
import { prepare as hyperformula } from "../bench/subjects/hyperformula";
import { prepare as path } from "../bench/subjects/path";
import { prepare as range } from "../bench/subjects/range";
import { prepare as typed } from "../bench/subjects/typed";
import { checksum, dataOf, FIGURES, type Prepare, type Turn } from "../bench/workload";

const data = dataOf(200);
const TURNS: readonly Turn[] = [0, 1];
const turns = TURNS.map((turn) => [turn]);

function figuresOf(prepare: Prepare, turn: Turn): number[][] {
  const task = prepare(data);
  task.run(turn === 0 ? 1 : 0);
  const answer = task.run(turn);
  return Array.from({ length: data.rows }, (_, row) =>
    Array.from({ length: FIGURES }, (_, column) => task.figure(answer, row, column)),
  );
}

const apart = (a: number[][], b: number[][]): number =>
  Math.max(...a.flatMap((row, r) => row.map((value, c) => Math.abs(value / (b[r]?.[c] ?? Number.NaN) - 1))));

test("the data hold every case: below and at the ceiling, beyond it, beyond the labour force", () => {
  const shares = Array.from(data.active[0], (people, i) => people / (data.labor[i] as number));
  for (const [low, high] of [
    [0, 0.1],
    [0.5, 0.995],
    [0.995, 1],
    [1, 1.06],
  ] as const)
    expect(shares.some((share) => share > low && share < high)).toBe(true);
});

describe.each(turns)("the 22 figures of each row, turn %d", (turn) => {
  const floor = figuresOf(typed, turn);

  test("by hand, first row", () => {
    const [labor, active] = [data.labor[0], data.active[turn][0]] as [number, number];
    const [row] = floor;
    expect(row?.slice(0, 2)).toEqual([active / labor, labor - active]);
    for (let years = 1, share = active / labor; years <= 20; years++) {
      share *= 1.2;
      expect(row?.[1 + years]).toBeCloseTo(Math.max(active / labor, Math.min(0.995, share)), 12);
    }
  });

  test.each([
    ["range", range, 1e-12],
    ["cell", cell, 1e-12],
    ["formulajs", formulajs, 1e-12],
    // It rounds what it calculates to ten decimals.
    ["hyperformula", hyperformula, 1e-9],
  ])("%s", (_, prepare, digits) => {
    expect(apart(figuresOf(prepare, turn), floor)).toBeLessThan(digits);
  });

  test("path: its 20 numbers", () => {
    const years = (rows: number[][]): number[][] => rows.map((row) => row.slice(2));
    expect(apart(years(figuresOf(path, turn)), years(floor))).toBeLessThan(1e-12);
  });

  test("exact: head-counts to the last person", () => {
    const rows = figuresOf(exact, turn);
    const up = (people: number, n: number, d: number): number =>
      Number((BigInt(people) * BigInt(n) + BigInt(d - 1)) / BigInt(d));
    rows.forEach((row, i) => {
      const [labor, active] = [data.labor[i], data.active[turn][i]] as [number, number];
      const highest = Math.max(active, up(labor, 995, 1000));
      let people = active;
      for (const figure of row.slice(2)) {
        people = Math.min(highest, up(people, 120, 100));
        expect(figure).toBe(people);
      }
    });
    expect(rows.map((row) => row.slice(0, 2))).toEqual(floor.map((row) => row.slice(0, 2)));
  });
});

test("bench/README.md is of bench/results.json, and no gate was missed in it", () => {
  const run = JSON.parse(readFileSync("bench/results.json", "utf8")) as Run;
  expect(readFileSync("bench/README.md", "utf8")).toBe(page(run));
  expect(GATES.map((one) => judge(one, run).verdict)).not.toContain("missed");
});

test("a subject that works out something else is named", () => {
  const sum = checksum(typed(data), data.rows);
  const measured = (checksum: number): Measured => ({ ns: 1, bytes: 1, checksum });
  const results = (other: number): Results => ({
    subjects: { typed: { 10000: measured(sum) }, range: { 10000: measured(other) } },
    start: {},
    rollup: {},
  });
  expect(SAME_WORK).toContain("range");
  expect(disagreeing(results(checksum(range(data), data.rows)))).toEqual([]);
  expect(disagreeing(results(sum * (1 + 1e-6)))).toEqual(["range at 10000 rows"]);
});

describe("Gates", () => {
  const gate = (id: string) => GATES.find((one) => one.id === id) as (typeof GATES)[number];
  const measured = (ns: number, bytes = 0): Measured => ({ ns, bytes, checksum: 0 });
  const at = (typed: number, range: number): Results => ({
    subjects: { typed: { 10000: measured(typed) }, range: { 10000: measured(range) } },
    start: {},
    rollup: {},
  });

  test("a ratio is met, within 30 % of noise, or missed", () => {
    const { limit } = gate("P1");
    expect(judge(gate("P1"), at(2, 2 * limit))).toEqual({ ratio: limit, verdict: "met" });
    expect(judge(gate("P1"), at(2, 2.5 * limit)).verdict).toBe("within slack");
    expect(judge(gate("P1"), at(2, 2.65 * limit)).verdict).toBe("missed");
  });

  test("counted bytes have no slack", () => {
    const held = (bytes: number): Results => ({
      ...at(1, 1),
      subjects: { path: { 10000: measured(1, bytes) } },
    });
    expect(judge(gate("P7"), held(12)).verdict).toBe("met");
    expect(judge(gate("P7"), held(12.1)).verdict).toBe("missed");
  });

  test("what was not measured is said, not passed", () => {
    for (const one of GATES)
      expect(judge(one, { subjects: {}, start: {}, rollup: {} })).toEqual({
        ratio: undefined,
        verdict: "not measured",
      });
  });

  test("medians", () => {
    expect([median([3]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([3, 2, 3]);
  });
});
