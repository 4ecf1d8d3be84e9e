// The median of many numbers in linear time, and how far each lies from it.

/** The k-th smallest; reorders `values`. Hoare's selection with the median of three as pivot. */
function select(values: Float64Array, k: number): number {
  let left = 0;
  let right = values.length - 1;
  const at = (i: number): number => values[i] as number;
  while (left < right) {
    const [a, b, c] = [at(left), at((left + right) >> 1), at(right)];
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    let i = left;
    let j = right;
    while (i <= j) {
      while (at(i) < pivot) i++;
      while (at(j) > pivot) j--;
      if (i <= j) {
        const swap = at(i);
        values[i++] = at(j);
        values[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return at(k);
  }
  return at(k);
}

/** NaN of nothing. */
export function median(numbers: Float64Array): number {
  const n = numbers.length;
  if (n === 0) return Number.NaN;
  const values = numbers.slice();
  const upper = select(values, n >> 1);
  return n % 2 === 1 ? upper : (upper + select(values, (n >> 1) - 1)) / 2;
}

export interface Spread {
  readonly median: number;
  /** Median absolute deviation. */
  readonly mad: number;
}

export function spreadOf(numbers: Float64Array): Spread {
  const middle = median(numbers);
  return { median: middle, mad: median(numbers.map((value) => Math.abs(value - middle))) };
}

/** Modified Z of Iglewicz & Hoaglin: 0.6745 is the MAD of a normal distribution with deviation 1. */
export const modifiedZ = (value: number, { median: middle, mad }: Spread): number =>
  (0.6745 * (value - middle)) / mad;
