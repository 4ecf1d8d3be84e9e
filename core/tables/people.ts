// Paths of people: year by year, each year rounded up, the only form that every spreadsheet repeats exactly.
import { shareOf } from "../exact";

/** ROUNDUP(ROUND(people,6),0) as a spreadsheet computes it: what six decimals do not show does not count. */
export function roundUp(people: number): number {
  const whole = Math.floor(people);
  return people - whole < 5e-7 ? whole : whole + 1;
}

export const roundUpPlain = (people: string): string => `ROUNDUP(ROUND(${people},6),0)`;

/** Next year's people at the coverage that grew, on next year's labour force; never more than the ceiling asks for. */
export function nextPeople(
  now: number,
  growth: number,
  labor: number,
  laborBefore: number,
  ceiling: number,
  coverage: number,
): number {
  const grown = roundUp((now * (1 + growth) * labor) / laborBefore);
  return Math.min(shareOf(labor, Math.max(ceiling, coverage)), grown);
}

/** The same as a formula; the ceiling is never below the coverage the path began with. */
export const nextPeoplePlain = (
  now: string,
  growth: string,
  labor: string,
  laborBefore: string,
  ceiling: string,
  coverage: string,
): string =>
  `MIN(${roundUpPlain(`${labor}*MAX(${ceiling},${coverage})`)},${roundUpPlain(`${now}*(1+${growth})*${labor}/${laborBefore}`)})`;
