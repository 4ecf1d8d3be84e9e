// Answers a function of single cells over ranges, which broadcast as Excel's own operators do.
import { type Carry, shown } from "./answer";
import type { Answer, Definition } from "./define";
import { type Input, inputOf, isEmpty, isRow, readLine, squared } from "./input";
import { fits } from "./read";
import { isRefusal, type Refusal, refuse } from "./refuse";

type Compute = (...values: unknown[]) => Answer;

/** A whole column of Excel by twenty years fits; by a whole row it would fill a computer's memory. */
const MOST_CELLS = 25e6;

/** A column is answered this many rows at a time: one long line costs less than many short ones. */
const STRETCH = 256;

/** `sure`: every range is a rectangle. */
export function broadcast(fn: Definition, given: readonly unknown[], carry: Carry, sure = false): unknown {
  const inputs = fn.params.map((param, i) => inputOf(param, given[i]));
  const rows = Math.max(...inputs.map((input) => input.rows));
  const columns = Math.max(...inputs.map((input) => input.columns));
  const unfit = unfitOf(inputs, rows, columns);
  if (unfit && sure) return carry(unfit, true);
  const answer = unfit
    ? undefined
    : columns === 1
      ? answerColumn(fn, inputs, rows, carry)
      : answerRows(fn, inputs, rows, columns, carry);
  return unfit || inputs.some(({ ragged }) => ragged)
    ? broadcast(fn, given.map(squared), carry, true)
    : answer;
}

function unfitOf(inputs: readonly Input[], rows: number, columns: number): Refusal | undefined {
  if (inputs.some((input) => input.rows * input.columns === 0)) return noCells();
  const misfit = inputs.find(
    (input) =>
      (input.rows !== 1 && input.rows !== rows) || (input.columns !== 1 && input.columns !== columns),
  );
  if (misfit) return unequal(misfit, rows, columns);
  return rows * columns > MOST_CELLS ? tooLarge(rows, columns) : undefined;
}

function answerColumn(fn: Definition, inputs: readonly Input[], rows: number, carry: Carry): unknown[][] {
  const answer = new Array<unknown[]>(rows);
  const line = new Array<Answer>(Math.min(rows, STRETCH));
  for (let r = 0; r < rows; r += STRETCH) {
    line.length = Math.min(rows - r, STRETCH);
    answerLine(fn, inputs, r, true, line);
    for (let c = 0; c < line.length; c++) {
      const cell = line[c] as Answer;
      // Apart: an array literal that once held text would keep each later number in a box of its own.
      answer[r + c] =
        typeof cell === "number" && Number.isFinite(cell) ? [cell] : [shown(cell, carry, false)];
    }
  }
  return answer;
}

function answerRows(
  fn: Definition,
  inputs: readonly Input[],
  rows: number,
  columns: number,
  carry: Carry,
): unknown[][] {
  const answer = new Array<unknown[]>(rows);
  const path = pathOf(fn, inputs);
  let line = new Array<unknown>(columns);
  for (let r = 0; r < rows; r++) {
    if (path?.(line as Answer[], r)) {
      answer[r] = line.slice();
      continue;
    }
    answerLine(fn, inputs, r, false, line as Answer[]);
    for (let c = 0; c < columns; c++) line[c] = shown(line[c] as Answer, carry, false);
    answer[r] = line;
    line = new Array<unknown>(columns);
  }
  return answer;
}

function answerLine(
  fn: Definition,
  inputs: readonly Input[],
  r: number,
  down: boolean,
  answer: Answer[],
): void {
  let filled = false;
  let refused = false;
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i] as Input;
    if (input.rows > 1 || input.line.length < answer.length) readLine(input, r, answer.length, down);
    if (input.ragged) return;
    if (input.filled) filled = true;
    if (input.refused) refused = true;
  }
  // With a range in which no cell is empty, and nothing unreadable, no cell needs a second look.
  if (filled && !refused) computeLine(fn, inputs, answer);
  else
    for (let c = 0; c < answer.length; c++)
      answer[c] = down ? answerCell(fn, inputs, c, r + c, 0) : answerCell(fn, inputs, c, r, c);
}

/** A cell that nobody has filled in yet stays quiet, whatever the host calls a blank cell. */
function answerCell(fn: Definition, inputs: readonly Input[], at: number, r: number, c: number): Answer {
  const blank = inputs.every(({ isRange, range, rows, columns }) => {
    const row = range[rows === 1 ? 0 : r];
    return !isRange || isEmpty(row?.[columns === 1 ? 0 : c]);
  });
  return blank
    ? ""
    : compute(
        fn,
        inputs.map((input) => input.line[at]),
      );
}

/** The answer of one cell: the first value that is a refusal, if one is. Spelt out, as below. */
export function compute(fn: Definition, values: readonly unknown[]): Answer {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isRefusal(value)) return value;
  }
  const compute = fn.compute as Compute;
  return values.length > 4 ? compute(...values) : compute(values[0], values[1], values[2], values[3]);
}

/** A line of which every value can be computed with. Spelt out: spreading costs more than most functions do. */
function computeLine(fn: Definition, inputs: readonly Input[], answer: Answer[]): void {
  const compute = fn.compute as Compute;
  const { length } = answer;
  const lines = inputs.map((input) => input.line);
  const [w, x, y, z] = lines as [unknown[], unknown[], unknown[], unknown[]];
  switch (lines.length) {
    case 1:
      for (let c = 0; c < length; c++) answer[c] = compute(w[c]);
      break;
    case 2:
      for (let c = 0; c < length; c++) answer[c] = compute(w[c], x[c]);
      break;
    case 3:
      for (let c = 0; c < length; c++) answer[c] = compute(w[c], x[c], y[c]);
      break;
    case 4:
      for (let c = 0; c < length; c++) answer[c] = compute(w[c], x[c], y[c], z[c]);
      break;
    default:
      for (let c = 0; c < length; c++) answer[c] = compute(...lines.map((line) => line[c]));
  }
}

/** The function's own way with rows along which only the years change, if it has one and these are such rows. */
function pathOf({ params, along }: Definition, inputs: readonly Input[]) {
  const years = inputs[params.findIndex(({ kind }) => kind === "years")];
  const isPath = inputs.every((input) => (input === years ? input.rows : input.columns) === 1);
  if (!along || !years || !isPath) return undefined;
  const still = inputs.filter((input) => input.rows === 1);
  for (const input of still) readLine(input, 0, input.columns, false);
  if (!years.filled || still.some(({ refused, ragged }) => refused || ragged)) return undefined;
  const moving = inputs.flatMap((input, i) => (input.rows > 1 ? i : []));
  const values: unknown[] = inputs.map((input) => (input === years ? years.line : input.line[0]));
  return (answer: Answer[], r: number): boolean => {
    for (const i of moving) {
      const { param, range } = inputs[i] as Input;
      const row = range[r] as readonly unknown[];
      const cell = isRow(row, 1) ? row[0] : undefined;
      if (typeof cell !== "number" || !fits(param.kind, cell)) return false;
      values[i] = cell;
    }
    return along(answer, ...values);
  };
}

const noCells = (): Refusal =>
  refuse("Rentangnya kosong; pilih sel berisi angka", "The range is empty; pick cells with figures");

const tooLarge = (rows: number, columns: number): Refusal =>
  refuse(
    `Hasilnya ${rows} × ${columns} sel (baris × kolom), terlalu besar; pilih rentang yang lebih kecil`,
    `The answer has ${rows} × ${columns} cells (rows × columns), too many; pick smaller ranges`,
  );

const unequal = (input: Input, rows: number, columns: number): Refusal =>
  refuse(
    `Ukuran rentang berbeda: ${input.rows} × ${input.columns} dan ${rows} × ${columns} (baris × kolom)`,
    `The ranges differ in size: ${input.rows} × ${input.columns} and ${rows} × ${columns} (rows × columns)`,
    "missing",
  );
