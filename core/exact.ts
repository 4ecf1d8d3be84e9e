// Head-counts and ceilings without binary-float slips: people are computed from whole numbers only.

/** floor((x · n + more) ÷ d): exact at any size for whole numbers and d > 0, NaN for anything else. */
function floorOf(x: number, n: number, more: number, d: number): number {
  const product = x * n;
  const dividend = product + more;
  // Whole numbers below 2^53 never divide to a float on the other side of a whole number.
  if (Number.isSafeInteger(product) && Number.isSafeInteger(dividend) && d > 0)
    return Math.floor(dividend / d);
  if (![x, n, more, d].every(Number.isInteger) || d <= 0) return Number.NaN;
  const exact = BigInt(x) * BigInt(n) + BigInt(more);
  const divisor = BigInt(d);
  return Number((exact - (((exact % divisor) + divisor) % divisor)) / divisor);
}

/** x · n ÷ d, down to a whole number. */
export const floorMulDiv = (x: number, n: number, d: number): number => floorOf(x, n, 0, d);

/** x · n ÷ d, up to a whole number. */
export const ceilMulDiv = (x: number, n: number, d: number): number => floorOf(x, n, d - 1, d);

/** x · n ÷ d to the nearest whole number; halves go up, those below 0 down, as ROUND does in every spreadsheet. */
export function roundMulDiv(x: number, n: number, d: number): number {
  const size = floorOf(Math.abs(x), 2 * Math.abs(n), d, 2 * d);
  return x < 0 !== n < 0 ? 0 - size : size;
}

/** The whole number of millionths a typed rate stands for (0.995 is 995,000); undefined for a computed share. */
export function millionths(share: number): number | undefined {
  const scaled = share * 1e6;
  const whole = Math.round(scaled);
  // A ratio of two head-counts below a billion is either a millionth exactly or further away than this.
  const noise = Math.max(1e-9, 2 * Number.EPSILON * Math.abs(scaled));
  return Math.abs(scaled - whole) <= noise ? whole + 0 : undefined;
}

/** The head-count that reaches `share` of `labor`, rounded up. Same as ROUNDUP(ROUND(labor*share,6),0), exactly. */
export function shareOf(labor: number, share: number): number {
  const rate = millionths(share);
  if (rate !== undefined) return ceilMulDiv(labor, rate, 1e6);
  const people = labor * share;
  const whole = Math.floor(people);
  return people - whole < 5e-7 ? whole : whole + 1;
}

/** What stands where there is no number to write. */
export const NO_NUMBER = "–";

/** The digits of a number without an exponent: String() writes 1e21 and 1e-7. */
export function plainDigits(value: number): string {
  const [digits = "", exponent] = String(value).split("e");
  if (exponent === undefined) return digits;
  const [, sign = "", first = "", rest = ""] = /^(-?)(\d)\.?(\d*)$/.exec(digits) ?? [];
  const power = Number(exponent);
  return power < 0
    ? `${sign}0.${"0".repeat(-power - 1)}${first}${rest}`
    : sign + first + rest.padEnd(power, "0");
}

/** 713 hundredths are "7.13"; there is no "-0.00". */
export function decimalText(units: number, decimals: number): string {
  if (!Number.isFinite(units)) return NO_NUMBER;
  const digits = plainDigits(Math.abs(units)).padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const sign = units < 0 ? "-" : "";
  return sign + digits.slice(0, point) + (decimals > 0 ? `.${digits.slice(point)}` : "");
}

/** n ÷ d as a percentage, rounded from whole numbers: 57 of 800 is "7.13" (the float would give 7.12). */
export const percentText = (n: number, d: number, decimals: number): string =>
  decimalText(roundMulDiv(n, Number(`1e${decimals + 2}`), d), decimals);
