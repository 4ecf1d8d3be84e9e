// What every subject works on: the same rows for all, and the 22 figures a planner wants of each row.

export const YEARS = 20;
/** Per row: coverage, uncovered, and the lowest coverage the 20 % rule expects in each of the next 20 years. */
export const FIGURES = 2 + YEARS;
export const GROWTH = 0.2;
export const CEILING = 0.995;

export interface Data {
  readonly rows: number;
  readonly labor: Float64Array;
  /** Two columns, pasted in turn, so that nothing can be kept from the run before. */
  readonly active: readonly [Float64Array, Float64Array];
}

export type Turn = 0 | 1;

export interface Task {
  /** How many numbers a run works out. */
  readonly numbers: number;
  /** Works them out from the active column of this turn. */
  run(turn: Turn): unknown;
  /** One of a row's 22 figures in an answer, for comparing subjects with one another. */
  figure(answer: unknown, row: number, column: number): number;
}

export type Prepare = (data: Data) => Task;

/** The same numbers in every process: 0 and above, below 1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function dataOf(rows: number): Data {
  const next = random(2025);
  const labor = Float64Array.from({ length: rows }, () => 1000 + Math.floor(next() * 999_000));
  // From 2 % to 105 %: some regions have passed the ceiling, some their labour force.
  const active = () => labor.map((people) => Math.floor(people * (0.02 + next() * 1.03)));
  return { rows, labor, active: [active(), active()] };
}

/** As a host hands cells over: they arrive as text between two programs. */
export const asHanded = <T>(cells: T): T => JSON.parse(JSON.stringify(cells)) as T;

export const columnOf = (values: Iterable<number>): number[][] =>
  asHanded(Array.from(values, (value) => [value]));

/** A thousand rows spread over the answer, added up: subjects that differ in this did different work. */
export function checksum(task: Task, rows: number): number {
  const answer = task.run(0);
  const step = Math.max(1, Math.floor(rows / 1000));
  let sum = 0;
  for (let row = 0; row < rows; row += step)
    for (let column = 0; column < FIGURES; column++) sum += task.figure(answer, row, column);
  return sum;
}
