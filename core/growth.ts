// Compound growth by the four operations only: Math.pow, exp and log give other bits in other JavaScript engines.

let rate = Number.NaN;
let powers: number[] = [];

/** (1 + growth) multiplied 0 to `years` times, or more often; the last rate's are kept, since a range asks for one. */
export function powersOf(growth: number, years: number): readonly number[] {
  if (growth !== rate) {
    rate = growth;
    powers = [1];
  }
  for (let n = powers.length; n <= years; n++) powers.push((powers[n - 1] as number) * (1 + growth));
  return powers;
}

export const grown = (growth: number, years: number): number => powersOf(growth, years)[years] as number;

/** Shares come out of divisions and multiplications, so the last digits do not count. */
export const reached = (share: number, goal: number): boolean => share >= goal - 1e-12;

/** The yearly growth that multiplies by `ratio` (above 1) in `years` (1 or more): Newton's way to a root. */
export function growthFor(ratio: number, years: number): number {
  // Both starting points lie above the root, so every step falls until the digits run out.
  let doublings = 0;
  for (let size = 1; size < ratio; size *= 2) doublings++;
  let byDoublings = 1 + (doublings % years) / years;
  for (let n = Math.floor(doublings / years); n > 0; n--) byDoublings *= 2;
  let root = Math.min(byDoublings, 1 + (ratio - 1) / years);
  for (;;) {
    let power = 1;
    for (let n = 1; n < years; n++) power *= root;
    const next = root - (root - ratio / power) / years;
    if (!(next < root)) return root - 1;
    root = next;
  }
}

const MOST_YEARS = 1000;
const NEAR = 1e-9;

/** The fewest whole years in which `share` grows to `goal`; undefined when that takes more than a thousand. */
export function yearsUntil(share: number, goal: number, growth: number): number | undefined {
  let years = 0;
  let now = share;
  for (; now < goal * (1 - NEAR); now *= 1 + growth) if (++years > MOST_YEARS) return undefined;
  return now < goal * (1 + NEAR) ? exactYears(share, goal, growth, years) : years;
}

/** The same in whole numbers, for a share that may miss its goal by the last digit: 4975/7200 · 1.2² is 99.5 %. */
function exactYears(share: number, goal: number, growth: number, from: number): number | undefined {
  const [shareN, shareD] = fraction(share);
  const [goalN, goalD] = fraction(goal);
  const [growthN, growthD] = fraction(growth);
  let have = shareN * goalD;
  let want = goalN * shareD;
  for (let years = 0; years <= MOST_YEARS; years++) {
    if (years >= from && have >= want) return years;
    have *= growthN + growthD;
    want *= growthD;
  }
  return undefined;
}

/** The simplest fraction a share may have come from: 0.2 is 1/5, 0.6909722222222222 is 199/288. */
function fraction(value: number): readonly [bigint, bigint] {
  let [n, d, lastN, lastD] = [1, 0, 0, 1];
  let rest = value;
  for (;;) {
    const whole = Math.floor(rest);
    [n, d, lastN, lastD] = [whole * n + lastN, whole * d + lastD, n, d];
    if (n > 1e9 || d > 1e9) return [BigInt(Math.round(value * 1e15)), BigInt(1e15)];
    if (Math.abs(n / d - value) <= value * 1e-14) return [BigInt(n), BigInt(d)];
    rest = 1 / (rest - whole);
  }
}
