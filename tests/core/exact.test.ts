// core/exact.ts: head-counts and percentages without binary-float slips, compared with BigInt.
import fc from "fast-check";
import {
  ceilMulDiv,
  decimalText,
  floorMulDiv,
  millionths,
  percentText,
  plainDigits,
  roundMulDiv,
  shareOf,
} from "../../core/exact";

/** The same from BigInt alone, for n ÷ d with d > 0. */
const floorBig = (n: bigint, d: bigint): bigint => (n >= 0n || n % d === 0n ? n / d : n / d - 1n);
const ceilBig = (n: bigint, d: bigint): bigint => -floorBig(-n, d);
const roundBig = (n: bigint, d: bigint): bigint => {
  const size = ((n < 0n ? -n : n) * 2n + d) / (2n * d);
  return n < 0n ? -size : size;
};

/** A seeded generator: the same two million cases on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  return (below) => Math.floor((next() + next() / 4294967296) * below);
}

describe("target head-counts where the float product slips up by one", () => {
  test.each([
    { share: 0.28, labor: 25, people: 7 },
    { share: 0.55, labor: 100, people: 55 },
    { share: 0.336, labor: 375, people: 126 },
    { share: 0.2277, labor: 70000, people: 15939 },
    { share: 1.1, labor: 50, people: 55 },
    { share: 1.1 * 1.1, labor: 100, people: 121 },
    { share: 1.3 * 1.3, labor: 100, people: 169 },
    { share: 0.995 - 140 / 200, labor: 200, people: 59 },
  ])("$share of $labor is $people", ({ share, labor, people }) => {
    expect(Math.ceil(labor * share)).toBe(people + 1);
    expect(shareOf(labor, share)).toBe(people);
  });

  test.each([
    { share: 0.995, labor: 140940, people: 140236 },
    { share: (780 / 1259) * 1.2, labor: 1259, people: 936 },
    { share: 1.4, labor: 45, people: 63 },
    { share: 0.29, labor: 100, people: 29 },
    { share: 0.6293, labor: 2801936, people: 1763259 },
    { share: 0.35, labor: 0, people: 0 },
    { share: 0, labor: 140940, people: 0 },
    { share: 0.995, labor: 150_000_000_000, people: 149_250_000_000 },
  ])("$share of $labor is $people", ({ share, labor, people }) => {
    expect(shareOf(labor, share)).toBe(people);
  });
});

describe("shareOf", () => {
  test("a computed coverage gives its participants back", () => {
    expect(shareOf(140940, 49397 / 140940)).toBe(49397);
    expect(shareOf(22, 15 / 22)).toBe(15);
  });

  test("a computed coverage raised by 20 % is rounded up once: 59,276.4 people are 59,277", () => {
    expect(shareOf(140940, (49397 / 140940) * 1.2)).toBe(59277);
    // 75 of 102 raised by 20 % are 90 people exactly; the float product is a hair above.
    expect(Math.ceil(102 * ((75 / 102) * 1.2))).toBe(91);
    expect(shareOf(102, (75 / 102) * 1.2)).toBe(90);
  });

  test("any coverage of head-counts gives its participants back", () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999_999 }));
    fc.assert(
      fc.property(pair, ([labor, active]) => {
        expect(shareOf(labor, active / labor)).toBe(active);
      }),
      { numRuns: 20_000 },
    );
  });

  test("any typed rate equals the exact ceiling", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300_000_000 }),
        fc.integer({ min: 0, max: 2_000_000 }),
        (labor, ppm) => {
          const exact = ceilBig(BigInt(labor) * BigInt(ppm), 1_000_000n);
          expect(shareOf(labor, Number(`${ppm}e-6`))).toBe(Number(exact));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});

describe("millionths", () => {
  test.each([
    [0.995, 995_000],
    [0.336, 336_000],
    [0.2277, 227_700],
    [0.35, 350_000],
    [0.350482, 350_482],
    [0.1 + 0.2, 300_000],
    [1 - 0.995, 5_000],
    [1.2, 1_200_000],
    [0, 0],
    [-0.0816, -81_600],
  ])("%d is a typed rate of %d millionths", (share, whole) => {
    expect(millionths(share)).toBe(whole);
  });

  test.each([49397 / 140940, 1 / 3, 0.35000001, Number.NaN, Number.POSITIVE_INFINITY])(
    "%d is not",
    (share) => {
      expect(millionths(share)).toBeUndefined();
    },
  );
});

describe("x · n ÷ d", () => {
  test("2,000,000 random cases agree with BigInt", () => {
    const below = randomFrom(20250608);
    let slips = 0;
    for (let i = 0; i < 2_000_000; i++) {
      const x = below(200_000_000) * (i % 5 === 0 ? -1 : 1);
      const n = below(20_000);
      // Every fourth divisor is a round one: there the quotient is often a whole number.
      const d = i % 4 === 0 ? Number(`1e${1 + below(4)}`) : 1 + below(200_000);
      const p = BigInt(x * n);
      const divisor = BigInt(d);
      const down = floorBig(p, divisor);
      if (floorMulDiv(x, n, d) !== Number(down)) slips++;
      if (ceilMulDiv(x, n, d) !== Number(down * divisor === p ? down : down + 1n)) slips++;
      if (i % 4 === 1 && roundMulDiv(x, n, d) !== Number(roundBig(p, divisor))) slips++;
    }
    expect(slips).toBe(0);
  });

  test("products far above 2^53 agree with BigInt too", () => {
    const below = randomFrom(17845);
    let slips = 0;
    let large = 0;
    for (let i = 0; i < 100_000; i++) {
      const x = below(Number.MAX_SAFE_INTEGER) * (i % 2 === 0 ? -1 : 1);
      const n = below(i % 3 === 0 ? 100 : Number.MAX_SAFE_INTEGER);
      const d = 1 + below(i % 3 === 1 ? 1000 : Number.MAX_SAFE_INTEGER);
      const p = BigInt(x) * BigInt(n);
      if (!Number.isSafeInteger(x * n)) large++;
      if (floorMulDiv(x, n, d) !== Number(floorBig(p, BigInt(d)))) slips++;
      if (ceilMulDiv(x, n, d) !== Number(ceilBig(p, BigInt(d)))) slips++;
      if (roundMulDiv(x, n, d) !== Number(roundBig(p, BigInt(d)))) slips++;
    }
    expect(slips).toBe(0);
    expect(large).toBeGreaterThan(90_000);
  });

  test("one less than a whole quotient is never rounded up to it, however close to 2^53", () => {
    const below = randomFrom(84057);
    let slips = 0;
    for (let i = 0; i < 100_000; i++) {
      const d = 2 + below(i % 2 === 0 ? 100_000_000 : 1000);
      const k = Math.floor(Number.MAX_SAFE_INTEGER / d) - below(3);
      if (floorMulDiv(k * d - 1, 1, d) !== k - 1) slips++;
      if (floorMulDiv(-k * d - 1, 1, d) !== -k - 1) slips++;
    }
    expect(slips).toBe(0);
  });

  test("the edge of 2^53: one more than fits still counts", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(floorMulDiv(most, 1, most)).toBe(1);
    expect(floorMulDiv(most - 1, 1, most)).toBe(0);
    expect(ceilMulDiv(most - 1, 1, most)).toBe(1);
    // The product is one below what fits, and adding d - 1 would bring its rounded float back into range.
    expect(ceilMulDiv(-3_002_399_751_580_331, 3, 3)).toBe(-3_002_399_751_580_331);
    expect(ceilMulDiv(3, 3_333_333_333_333_333, 9_999_999_999_999_99)).toBe(11);
  });

  test("halves go up, and below zero down, as ROUND does in a spreadsheet", () => {
    expect(roundMulDiv(5, 1, 2)).toBe(3);
    expect(roundMulDiv(-5, 1, 2)).toBe(-3);
    expect(roundMulDiv(5, -1, 2)).toBe(-3);
    expect(roundMulDiv(0, -1, 2)).toBe(0);
  });

  test("what is no whole number, or no divisor, is NaN, never a throw", () => {
    for (const f of [floorMulDiv, ceilMulDiv, roundMulDiv]) {
      expect(f(140.94, 1, 7)).toBeNaN();
      expect(f(Number.NaN, 1, 7)).toBeNaN();
      expect(f(1, Number.POSITIVE_INFINITY, 7)).toBeNaN();
      expect(f(1, 1, 0)).toBeNaN();
      expect(f(2 ** 60, 3, 0)).toBeNaN();
    }
  });
});

describe("percentText", () => {
  test.each([
    [57, 800, 2, "7.13"],
    [-57, 800, 2, "-7.13"],
    [49397, 140940, 2, "35.05"],
    [1, 2, 2, "50.00"],
    [0, 7, 2, "0.00"],
    [-1, 100_000, 2, "0.00"],
    [16684, 73236, 1, "22.8"],
    [2, 3, 0, "67"],
    [123456, 1000, 2, "12345.60"],
    [5, 0, 2, "–"],
  ])("%d of %d with %d decimals is %s", (n, d, decimals, text) => {
    expect(percentText(n, d, decimals)).toBe(text);
  });

  test("every tie of two decimals is rounded up", () => {
    let wrong = 0;
    for (let odd = 1; odd < 20_000; odd += 2) {
      // odd/20000 is (odd/2) hundredths of a percent: exactly between two.
      if (percentText(odd, 20_000, 2) !== decimalText((odd + 1) / 2, 2)) wrong++;
    }
    expect(wrong).toBe(0);
  });
});

describe("plainDigits", () => {
  test.each([
    [140940, "140940"],
    [0.3505, "0.3505"],
    [1e21, "1000000000000000000000"],
    [1.5e22, "15000000000000000000000"],
    [1e-7, "0.0000001"],
    [-1.25e-9, "-0.00000000125"],
  ])("%d is %s", (value, text) => {
    expect(plainDigits(value)).toBe(text);
  });

  test("loses nothing", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(plainDigits(value)).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plainDigits(value))).toBe(value + 0);
      }),
      { numRuns: 2000 },
    );
  });
});
