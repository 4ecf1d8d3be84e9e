// Whether printed figures can all be true at once: ranges narrowed by every identity until one is empty.
import {
  type Figures,
  isShare,
  type Key,
  ROLES,
  type Role,
  reachOf,
  roleOf,
  SCALARS,
  type Segment,
} from "./figures";

/** One printed figure and what it claims to be. */
export interface Claim {
  readonly key: Key;
  readonly role: Role;
  readonly value: number;
  /** How far the truth may lie away, per unit of the last printed digit. */
  readonly reach: number;
  /** The truth may be anything up to the value. */
  readonly atMost: boolean;
}

/** Within one unit of the last printed digit is fine, within two a note, more is an error. */
export type Off = 1 | 2 | 3;

const PLACE = Object.fromEntries(ROLES.map((role, i) => [role, i])) as Record<Role, number>;
const { labor: L, active: A, uncovered: U, coverage: C, uncoveredShare: V } = PLACE;
const { target: T, targetWorkers: W, gap: G, gapPoints: P, achievement: H } = PLACE;
const ONE = ROLES.length;
const SIGNED = new Set([U, V, G, P]);

/** whole = part + rest; `people`: head-counts are rounded, so one person may be lost. */
const SUMS = [
  [L, A, U, 1],
  [ONE, C, V, 0],
  [W, A, G, 1],
  [T, C, P, 0],
] as const;
/** product = share × whole; a gap may have lost one person in the target and one in the difference */
const PRODUCTS = [
  [A, C, L, 0],
  [U, V, L, 1],
  [W, T, L, 1],
  [A, H, W, 0],
  [G, P, L, 2],
] as const;

const NOISE = 1e-9;

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Lowest and highest value per role, in the order of ROLES. */
export interface Ranges {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What the claims leave possible when each may be `units` off; undefined when nothing is. */
export function settle(claims: readonly Claim[], units: number): Ranges | undefined {
  const low = new Float64Array(ONE + 1);
  const high = new Float64Array(ONE + 1).fill(Number.POSITIVE_INFINITY);
  for (const i of SIGNED) low[i] = Number.NEGATIVE_INFINITY;
  low[ONE] = 1;
  high[ONE] = 1;
  let moved = true;
  let empty = false;

  const meet = (i: number, from: number, to: number): void => {
    const below = low[i] as number;
    const above = high[i] as number;
    if (from > below) {
      low[i] = from;
      // A gain too small to matter would keep the loop going.
      if (!(from - below <= NOISE * (1 + Math.abs(from)))) moved = true;
    }
    if (to < above) {
      high[i] = to;
      if (!(above - to <= NOISE * (1 + Math.abs(to)))) moved = true;
    }
    const a = low[i] as number;
    const b = high[i] as number;
    // Float noise is no contradiction; differences of large head-counts carry the noise of the large ones.
    if (a > b) {
      if (a - b > NOISE * Math.abs(a) + (i < ONE && isShare(ROLES[i] as Role) ? NOISE : 1000 * NOISE))
        empty = true;
      else low[i] = b;
    }
  };

  for (const { role, value, reach, atMost } of claims)
    meet(PLACE[role], atMost ? Number.NEGATIVE_INFINITY : value - reach * units, value + reach * units);

  const lo = (i: number): number => low[i] as number;
  const hi = (i: number): number => high[i] as number;
  const divide = (a: number, c: number, b: number, slack: number): void => {
    const from = lo(a) - slack;
    const to = hi(a) + slack;
    if (lo(c) > 0) meet(b, from / (from >= 0 ? hi(c) : lo(c)), to / (to >= 0 ? lo(c) : hi(c)));
    else if (hi(c) < 0) meet(b, -to / -(to >= 0 ? hi(c) : lo(c)), -from / -(from >= 0 ? lo(c) : hi(c)));
  };

  for (let round = 0; moved && !empty && round < 20; round++) {
    moved = false;
    for (const [whole, part, rest, people] of SUMS) {
      const slack = people * units;
      meet(whole, lo(part) + lo(rest) - slack, hi(part) + hi(rest) + slack);
      meet(part, lo(whole) - hi(rest) - slack, hi(whole) - lo(rest) + slack);
      meet(rest, lo(whole) - hi(part) - slack, hi(whole) - lo(part) + slack);
    }
    for (const [product, share, whole, people] of PRODUCTS) {
      // In a small region one person lost is more than a last digit: a note, not an error.
      const slack = people * units + Math.max(0, units - 1);
      const a = times(lo(share), lo(whole));
      const b = times(lo(share), hi(whole));
      const c = times(hi(share), lo(whole));
      const d = times(hi(share), hi(whole));
      meet(product, Math.min(a, b, c, d) - slack, Math.max(a, b, c, d) + slack);
      divide(product, whole, share, slack);
      divide(product, share, whole, slack);
    }
  }
  return empty ? undefined : { low, high };
}

/** How far off the claims are as a whole. */
export const offBy = (claims: readonly Claim[]): Off => (settle(claims, 1) ? 1 : settle(claims, 2) ? 2 : 3);

export const rangeOf = ({ low, high }: Ranges, role: Role): readonly [number, number] => [
  low[PLACE[role]] as number,
  high[PLACE[role]] as number,
];

const claim = (key: Key, role: Role, value: number, reach: number, atMost = false): Claim => ({
  key,
  role,
  value,
  reach,
  atMost,
});

/** The sum of a segment column, when every segment carries one. */
function sumOf(segments: readonly Segment[], column: "labor" | "active"): Claim[] {
  const figures = segments.flatMap((segment) => segment[column] ?? []);
  if (figures.length < 2 || figures.length !== segments.length) return [];
  return [
    claim(
      `segments.${column}`,
      column,
      figures.reduce((sum, { value }) => sum + value, 0),
      // A total may be one person off, as any printed sum.
      figures.reduce((reach, figure) => reach + reachOf(figure, false), 1),
    ),
  ];
}

/** Everything the figures claim about the region as a whole. */
export function claimsOf(figures: Figures): readonly Claim[] {
  const scalars = SCALARS.flatMap((key) => {
    const figure = figures[key];
    if (!figure) return [];
    // A gap of 0 is also printed when the target is passed.
    const atMost = key === "population" || (roleOf(key) === "gap" && figure.value === 0);
    // An addition is counted on its own, so it may differ from the gap by one.
    const least = key === "addition" ? 1 : 0;
    return [claim(key, roleOf(key), figure.value, Math.max(least, reachOf(figure, isShare(key))), atMost)];
  });
  const segments = figures.segments ?? [];
  return [...scalars, ...sumOf(segments, "labor"), ...sumOf(segments, "active")];
}
