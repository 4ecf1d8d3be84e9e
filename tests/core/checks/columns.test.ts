// Column checks over a table of regions, and their time on 100,000 rows.
import fc from "fast-check";
import { checkTable, finish } from "../../../core/checks/columns/check-table";
import { duplicates } from "../../../core/checks/columns/duplicates";
import { median, modifiedZ, spreadOf } from "../../../core/checks/columns/median";
import { type ColumnFinding, type RegionTable, THRESHOLDS } from "../../../core/checks/columns/table";

const found = (table: RegionTable): readonly ColumnFinding[] => finish(checkTable(table));
const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `Kab. ${i + 1}`);
const only = (findings: readonly ColumnFinding[]): ColumnFinding => {
  expect(findings).toHaveLength(1);
  return findings[0] as ColumnFinding;
};

/** Twelve regions between 30 and 41 per cent. */
const CALM = [0.31, 0.35, 0.33, 0.38, 0.3, 0.36, 0.34, 0.41, 0.32, 0.37, 0.39, 0.35];

describe("median", () => {
  test("equals the sorted middle", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 200 }),
        (numbers) => {
          const sorted = [...numbers].sort((a, b) => a - b);
          const n = sorted.length;
          const expected =
            n % 2 ? sorted[n >> 1] : ((sorted[n / 2 - 1] as number) + (sorted[n / 2] as number)) / 2;
          expect(median(Float64Array.from(numbers))).toBe(expected);
        },
      ),
    );
  });

  test("leaves what it is given as it was", () => {
    const numbers = Float64Array.from([3, 1, 2]);
    median(numbers);
    expect([...numbers]).toEqual([3, 1, 2]);
  });

  // Iglewicz & Hoaglin's formula by hand: median 3, deviations 2 1 0 1 97, MAD 1.
  test("modified Z", () => {
    const spread = spreadOf(Float64Array.from([1, 2, 3, 4, 100]));
    expect(spread).toEqual({ median: 3, mad: 1 });
    expect(modifiedZ(100, spread)).toBeCloseTo(0.6745 * 97, 12);
    expect(modifiedZ(1, spread)).toBeCloseTo(-1.349, 12);
  });
});

describe("outliers", () => {
  test("Talaud's 98.07 per cent among calm regions is a note", () => {
    const coverage = [...CALM, 0.9807];
    const finding = only(found({ names: [...names(12), "Kep. Talaud"], coverage }));
    expect(finding).toMatchObject({ check: "outliers", severity: "note", rows: [12], columns: ["coverage"] });
    expect(finding.words.id).toContain("Kep. Talaud (98,07 %)");
    expect(finding.words.en).toContain("3.5");
  });

  test.each([
    ["calm regions", CALM],
    ["too few regions", [0.3, 0.31, 0.32, 0.98]],
    ["more than half equal", [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.98]],
    ["far by the formula, near in points", [...CALM.map((_, i) => 0.35 + i / 10000), 0.36]],
  ])("silent on %s", (_, coverage) => {
    expect(found({ names: names(coverage.length), coverage })).toEqual([]);
  });

  test("the threshold can be moved", () => {
    const table = { names: names(13), coverage: [...CALM, 0.55] };
    expect(finish(checkTable(table, { ...THRESHOLDS, outlier: 3 }))).toHaveLength(1);
    expect(finish(checkTable(table, { ...THRESHOLDS, outlier: 9 }))).toEqual([]);
  });
});

describe("jumps", () => {
  const previousCoverage = CALM.map((share, i) => share - 0.01 - i / 1000);

  test("a region that gained 30 points while the others gained one or two", () => {
    const coverage = CALM.map((share, i) => (i === 4 ? share + 0.3 : share));
    const finding = found({ names: names(12), coverage, previousCoverage }).find(
      ({ check }) => check === "jumps",
    );
    expect(finding).toMatchObject({ severity: "note", rows: [4] });
    expect(finding?.words.id).toContain("Kab. 5 (+31,4");
  });

  test("a labour base that was replaced", () => {
    const previousLabor = CALM.map((_, i) => 100000 + 1000 * i);
    const labor = previousLabor.map((people, i) =>
      i === 7 ? Math.round(people * 1.6) : people + 500 + 37 * i,
    );
    const finding = only(found({ names: names(12), labor, previousLabor }));
    expect(finding).toMatchObject({ check: "jumps", severity: "warning", columns: ["labor"], rows: [7] });
  });

  test("silent when all move alike", () => {
    expect(found({ names: names(12), coverage: CALM, previousCoverage })).toEqual([]);
  });
});

describe("totals", () => {
  const labor = [140940, 79388, 73236];
  const active = [49397, 27636, 16684];
  const table = (total: { labor: number; active: number; coverage?: number }): RegionTable => ({
    names: ["Kendari", "Konawe", "Singkawang", "Jumlah"],
    labor: [...labor, total.labor],
    active: [...active, total.active],
    coverage: [0.3505, 0.3481, 0.2278, total.coverage ?? null],
    total: 3,
  });

  test("silent when they add up", () => {
    expect(found(table({ labor: 293564, active: 93717, coverage: 0.3192 }))).toEqual([]);
  });

  test("a total that misses a region", () => {
    const finding = only(found(table({ labor: 293564, active: 77033 })));
    expect(finding).toMatchObject({ check: "totals", severity: "error", columns: ["active"], rows: [3] });
    expect(finding.words.id).toContain("16.684 orang");
  });

  test("a total coverage that is the mean of percentages", () => {
    const finding = only(found(table({ labor: 293564, active: 93717, coverage: 0.3088 })));
    expect(finding.words.id).toContain("93.717 ÷ 293.564 = 31,92 %");
  });

  test("a blank region explains a total that is larger", () => {
    const full = table({ labor: 293564, active: 93717 });
    expect(found({ ...full, active: [49397, null, 16684, 93717] })).toEqual([]);
  });
});

describe("duplicates", () => {
  test("the same name, whatever its case and spaces", () => {
    const finding = only(
      found({
        names: ["Kab. Konawe", "Kota Kendari", "kab.  konawe "],
        labor: [79388, 140940, 79388],
        active: [27636, 49397, 27636],
      }),
    );
    expect(finding).toMatchObject({ check: "duplicates", rows: [0, 2] });
    expect(finding.words.id).toContain("lebih dari sekali: Kab. Konawe. Periksa");
  });

  test("every name twice in 20,000 rows: each is read a few times, not once per other", () => {
    let reads = 0;
    const names = Array.from({ length: 20_000 }, (_, i) => `Desa ${i % 10_000}`);
    const counted = new Proxy(names, {
      get: (all, key) => {
        reads++;
        return Reflect.get(all, key);
      },
    });
    const finding = only(finish(duplicates({ names: counted }, THRESHOLDS)));
    expect(finding.rows).toHaveLength(20_000);
    expect(reads).toBeLessThan(10 * names.length);
  });

  test("different names with the same figures", () => {
    const finding = only(
      found({ names: ["A", "B", "C"], labor: [79388, 140940, 79388], active: [27636, 49397, 27636] }),
    );
    expect(finding).toMatchObject({ check: "duplicates", columns: ["labor", "active"], rows: [0, 2] });
    expect(finding.words.id).toContain("A dan C");
  });

  test("small villages may meet", () => {
    expect(found({ names: ["A", "B"], labor: [120, 120], active: [40, 40] })).toEqual([]);
  });
});

describe("dates", () => {
  test("one row of another day", () => {
    const finding = only(found({ names: names(3), asOf: ["8 Juni 2025", "2025-06-08", "30/04/2025"] }));
    expect(finding).toMatchObject({ check: "mixed-dates", severity: "warning", rows: [2] });
    expect(finding.words.id).toContain("8 Juni 2025 (2) dan 30 April 2025 (1)");
  });

  test("an impossible day", () => {
    const finding = only(found({ names: names(2), asOf: ["31 Juni 2025", null] }));
    expect(finding).toMatchObject({ check: "mixed-dates", severity: "error", rows: [0] });
  });
});

describe("units", () => {
  test("a fraction among per cents", () => {
    const finding = only(found({ names: names(4), coverage: [35.05, 34.81, 0.2278, 31.36] }));
    expect(finding).toMatchObject({ check: "mixed-units", severity: "error", rows: [2] });
    expect(finding.words.id).toContain("Kab. 3 (0,2278)");
  });

  test("a per cent among fractions", () => {
    expect(only(found({ names: names(4), coverage: [0.3505, 34.81, 0.2278, 0.3136] })).rows).toEqual([1]);
  });

  test("a true 0.9 per cent is left alone, since the head-counts say so", () => {
    const table = { names: names(3), labor: [100000, 79388, 73236], active: [900, 27636, 16684] };
    expect(found({ ...table, coverage: [0.9, 34.81, 22.78] })).toEqual([]);
  });
});

describe("100,000 rows", () => {
  const n = 100_000;
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const labor = Array.from({ length: n }, () => 1000 + Math.floor(random() * 50000));
  const coverage = labor.map(() => 0.2 + 0.2 * random());
  const active = labor.map((people, i) => Math.round(people * (coverage[i] as number)));
  const table: RegionTable = {
    names: names(n),
    labor,
    active,
    coverage,
    uncovered: labor.map((people, i) => people - (active[i] as number)),
    previousLabor: labor.map((people) => Math.round(people * (0.98 + 0.04 * random()))),
    previousCoverage: coverage.map((share) => share - 0.02 * random()),
    asOf: labor.map(() => "8 Juni 2025"),
  };

  test("are read in steps that count every row", () => {
    const steps = checkTable(table);
    const start = performance.now();
    let rows = 0;
    let pauses = 0;
    for (let step = steps.next(); !step.done; step = steps.next()) {
      rows += step.value;
      pauses++;
    }
    // A guard against another order of growth; the time itself is a benchmark's matter.
    expect(performance.now() - start).toBeLessThan(15000);
    expect(pauses).toBeGreaterThan(60);
    expect(rows % n).toBe(0);
  });

  test("give no finding: pairs that meet by chance are no copies", () => {
    expect(found(table)).toEqual([]);
  });

  test("can be stopped between steps", () => {
    const steps = checkTable(table);
    expect(steps.next().done).toBe(false);
    expect(steps.return(undefined as never).done).toBe(true);
    expect(steps.next().done).toBe(true);
  });
});
