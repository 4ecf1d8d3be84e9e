// The values that figures imply for one another: head-counts before shares, since shares are printed rounded.
import { shareOf } from "../exact";
import type { Role } from "./figures";

export type Values = Partial<Record<Role, number>>;

const known = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

/** People from a printed share are only as good as its digits. */
const ROUGH = true;

type Rule = readonly [Role, readonly Role[], (...values: number[]) => number, typeof ROUGH?];

/** In order of trust: exact differences first, then shares of known people, then people from printed shares. */
const RULES: readonly Rule[] = [
  ["labor", ["active", "uncovered"], (a, u) => a + u],
  ["uncovered", ["labor", "active"], (l, a) => l - a],
  ["active", ["labor", "uncovered"], (l, u) => l - u],
  ["targetWorkers", ["active", "gap"], (a, g) => a + g],
  ["gap", ["targetWorkers", "active"], (w, a) => w - a],
  ["coverage", ["active", "labor"], (a, l) => a / l],
  ["uncoveredShare", ["coverage"], (c) => 1 - c],
  ["coverage", ["uncoveredShare"], (v) => 1 - v],
  ["targetWorkers", ["labor", "target"], (l, t) => shareOf(l, t)],
  ["target", ["targetWorkers", "labor"], (w, l) => w / l],
  ["achievement", ["active", "targetWorkers"], (a, w) => a / w],
  ["gapPoints", ["target", "coverage"], (t, c) => t - c],
  ["target", ["coverage", "gapPoints"], (c, p) => c + p],
  ["active", ["labor", "coverage"], (l, c) => Math.round(l * c), ROUGH],
  ["labor", ["active", "coverage"], (a, c) => Math.round(a / c), ROUGH],
  ["labor", ["uncovered", "uncoveredShare"], (u, v) => Math.round(u / v), ROUGH],
  ["labor", ["targetWorkers", "target"], (w, t) => Math.round(w / t), ROUGH],
  ["labor", ["gap", "gapPoints"], (g, p) => Math.round(g / p), ROUGH],
  ["targetWorkers", ["active", "achievement"], (a, h) => Math.round(a / h), ROUGH],
  ["active", ["targetWorkers", "achievement"], (w, h) => Math.round(w * h), ROUGH],
];

/**
 * Fills in what follows from what is given; the first rule that reaches a value keeps it.
 *
 * @param rough roles whose people are only about right; those that follow from them are added
 */
export function imply(given: Values, rough: Set<Role> = new Set()): Values {
  const values: Values = { ...given };
  for (let found = true; found; ) {
    found = false;
    for (const [role, from, compute, about] of RULES) {
      if (values[role] !== undefined) continue;
      const inputs = from.map((key) => values[key]);
      if (!inputs.every(known)) continue;
      const value = compute(...(inputs as number[]));
      if (!Number.isFinite(value)) continue;
      values[role] = value;
      if (about || from.some((key) => rough.has(key))) rough.add(role);
      found = true;
      // Start again at the most trusted rule.
      break;
    }
  }
  return values;
}
