// Calls a function of the catalogue with what a host hands over: single cells or ranges, blanks, text, errors.
import type { Answer, Column, Definition, Param, Scalar } from "./define";
import { isBlank, read } from "./read";
import { isRefusal, type Refusal, refuse } from "./refuse";

/**
 * How a host carries a refusal. `alone`: it is the whole answer (the host may throw);
 * otherwise it is one cell of many, and the other cells keep their values.
 */
export type Carry = (refusal: Refusal, alone: boolean) => unknown;

type Rows = readonly (readonly unknown[])[];

/** A list is one row. */
function rowsOf(range: readonly unknown[]): Rows {
  for (const row of range) if (!Array.isArray(row)) return [range];
  return range as Rows;
}

function widthOf(rows: Rows): number {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return width;
}

/** A 1 × 1 range is the cell in it: Excel hands every single cell over like that. */
function unwrap(arg: unknown): unknown {
  if (!Array.isArray(arg) || arg.length !== 1) return arg;
  const [row] = arg;
  return Array.isArray(row) ? (row.length === 1 ? row[0] : arg) : row;
}

/** Answers a scalar, or rows of scalars for a range; refusals go through `carry`. Never throws by itself. */
export function call(fn: Definition, args: readonly unknown[], carry: Carry): unknown {
  const { params } = fn;
  const given = new Array<unknown>(params.length);
  let ranges = false;
  // One left out in the middle, "UCJ_CHECK(; 16684)", is a blank cell; none after the last one is given.
  let last = params.length - 1;
  while (args[last] === undefined && last >= 0) last--;
  for (let i = 0; i < params.length; i++) {
    if (i > last && !params[i]?.optional) return carry(notGiven(fn, i), true);
    given[i] = unwrap(args[i]);
    if (Array.isArray(given[i])) ranges = true;
  }
  if (fn.spill) return spillOver(fn, given, carry);
  if (ranges) return broadcast(fn, given, carry);
  for (let i = 0; i < params.length; i++) given[i] = valueIn(params[i] as Param, given[i]);
  const answer = settle(compute(fn, given));
  return isRefusal(answer) ? carry(answer, true) : answer;
}

/** With a decimal comma, "140940,49397" is one number: that is the usual reason an argument is missing. */
const notGiven = (fn: Definition, index: number): Refusal => {
  const { label, name } = fn.params[index] as Param;
  return refuse(
    `${label.id} (${name}) belum diisi. Pisahkan argumen dengan titik koma: ${fn.name}(…; …)`,
    `${label.en} (${name}) is missing. Separate the arguments with a semicolon: ${fn.name}(…; …)`,
  );
};

/** The value of a single cell, or what stands in for it when it may be left out. */
const valueIn = (param: Param, cell: unknown): unknown =>
  param.optional && isBlank(cell) ? param.optional.value : read(param, cell);

/** What a spreadsheet of Google holds; a whole column with a whole row would fill a computer's memory. */
const MOST_CELLS = 1e7;

/** Hosts do not tell a blank cell from 0. */
const isEmpty = (cell: unknown): boolean => cell === 0 || isBlank(cell);

/** One argument of a broadcast, and the row of it that is being answered. */
interface Input {
  readonly param: Param;
  readonly isRange: boolean;
  readonly rows: Rows;
  readonly columns: number;
  /** The values of that row, stretched to the width of the answer. */
  readonly line: unknown[];
  /** A range with no empty cell in that row. */
  filled: boolean;
  /** Some cell of that row cannot be read. */
  refused: boolean;
}

function inputOf(param: Param, given: unknown): Input {
  const isRange = Array.isArray(given);
  const rows = isRange ? rowsOf(given) : [[given]];
  return { param, isRange, rows, columns: widthOf(rows), line: [], filled: false, refused: false };
}

function readRow(input: Input, r: number): void {
  const { param, isRange, columns, line } = input;
  const row = input.rows[r] as readonly unknown[];
  input.filled = isRange;
  input.refused = false;
  for (let c = 0; c < columns; c++) {
    const cell = row[c];
    const value = isRange ? read(param, cell) : valueIn(param, cell);
    line[c] = value;
    if (isEmpty(cell)) input.filled = false;
    if (isRefusal(value)) input.refused = true;
  }
  if (columns === 1) for (let c = 1; c < line.length; c++) line[c] = line[0];
}

function broadcast(fn: Definition, given: readonly unknown[], carry: Carry): unknown {
  const inputs = fn.params.map((param, i) => inputOf(param, given[i]));
  const rows = Math.max(...inputs.map((input) => input.rows.length));
  const columns = Math.max(...inputs.map((input) => input.columns));
  if (inputs.some((input) => input.rows.length * input.columns === 0)) return carry(noCells(), true);
  const misfit = inputs.find(
    (input) =>
      (input.rows.length !== 1 && input.rows.length !== rows) ||
      (input.columns !== 1 && input.columns !== columns),
  );
  if (misfit) return carry(unequal(misfit, rows, columns), true);
  if (rows * columns > MOST_CELLS) return carry(tooLarge(rows, columns), true);

  for (const input of inputs) {
    for (let c = 0; c < columns; c++) input.line.push(undefined);
    readRow(input, 0);
  }
  const lines = inputs.map((input) => input.line);
  const still = inputs.filter((input) => input.rows.length === 1);
  const moving = inputs.filter((input) => input.rows.length > 1);
  const stillFilled = still.some((input) => input.filled);
  const stillRefused = still.some((input) => input.refused);
  const answer = new Array<unknown[]>(rows);
  for (let r = 0; r < rows; r++) {
    let filled = stillFilled;
    let refused = stillRefused;
    for (let i = 0; i < moving.length; i++) {
      const input = moving[i] as Input;
      readRow(input, r);
      if (input.filled) filled = true;
      if (input.refused) refused = true;
    }
    const row = new Array<unknown>(columns);
    if (filled && !refused) answerRow(fn, lines, row, carry);
    else for (let c = 0; c < columns; c++) put(row, c, answerCell(fn, inputs, r, c), carry);
    answer[r] = row;
  }
  return answer;
}

type Compute = (...values: unknown[]) => Answer;

/** A row of which every value can be computed with. Spelt out: spreading costs more than most functions do. */
function answerRow(fn: Definition, lines: readonly unknown[][], row: unknown[], carry: Carry): void {
  const compute = fn.compute as Compute;
  const [w, x, y, z] = lines as [unknown[], unknown[], unknown[], unknown[]];
  const columns = row.length;
  switch (lines.length) {
    case 1:
      for (let c = 0; c < columns; c++) put(row, c, compute(w[c]), carry);
      break;
    case 2:
      for (let c = 0; c < columns; c++) put(row, c, compute(w[c], x[c]), carry);
      break;
    case 3:
      for (let c = 0; c < columns; c++) put(row, c, compute(w[c], x[c], y[c]), carry);
      break;
    case 4:
      for (let c = 0; c < columns; c++) put(row, c, compute(w[c], x[c], y[c], z[c]), carry);
      break;
    default:
      for (let c = 0; c < columns; c++) put(row, c, compute(...at(lines, c)), carry);
  }
}

const at = (lines: readonly unknown[][], c: number): unknown[] => lines.map((line) => line[c]);

/** Any other cell. One that nobody has filled in yet stays quiet, whatever the host calls a blank cell. */
function answerCell(fn: Definition, inputs: readonly Input[], r: number, c: number): Answer {
  const blank = inputs.every(({ isRange, rows, columns }) => {
    const row = rows[rows.length === 1 ? 0 : r] as readonly unknown[];
    return !isRange || isEmpty(row[columns === 1 ? 0 : c]);
  });
  return blank
    ? ""
    : compute(
        fn,
        inputs.map((input) => input.line[c]),
      );
}

function compute(fn: Definition, values: readonly unknown[]): Answer {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isRefusal(value)) return value;
  }
  return (fn.compute as Compute)(...values);
}

function put(row: unknown[], c: number, answer: Answer, carry: Carry): void {
  // Numbers first: nearly every cell of a large range holds one.
  row[c] = typeof answer === "number" && Number.isFinite(answer) ? answer : carried(answer, carry);
}

function carried(answer: Answer, carry: Carry): unknown {
  const settled = settle(answer);
  return isRefusal(settled) ? carry(settled, false) : settled;
}

/** NaN and infinity never reach a cell. */
const settle = (answer: Answer): Answer =>
  typeof answer === "number" && !Number.isFinite(answer)
    ? refuse(
        "Hasilnya di luar jangkauan; periksa besar angkanya",
        "The result is out of range; check the size of the figures",
      )
    : answer;

function spillOver(fn: Definition, given: readonly unknown[], carry: Carry): unknown {
  const columns = fn.params.map((param, i) => {
    const leftOut = param.optional && param.optional.value === undefined && isBlank(given[i]);
    return leftOut ? undefined : columnOf(param, given[i]);
  });
  const answer = (fn.spill as (...columns: unknown[]) => Answer | Answer[][])(...columns);
  if (isRefusal(answer)) return carry(answer, true);
  if (!Array.isArray(answer)) return settle(answer as Scalar);
  return answer.map((row) => row.map((cell) => carried(cell, carry)));
}

/** A whole argument at once. */
function columnOf(param: Param, given: unknown): Column<unknown> {
  if (!Array.isArray(given)) return { values: [valueIn(param, given)], empty: [isEmpty(given)], columns: 1 };
  const rows = rowsOf(given);
  const columns = widthOf(rows);
  const values = new Array<unknown>(rows.length * columns);
  const empty = new Array<boolean>(values.length);
  let k = 0;
  for (const row of rows)
    for (let c = 0; c < columns; c++, k++) {
      const cell = row[c];
      values[k] = read(param, cell);
      empty[k] = isEmpty(cell);
    }
  return { values, empty, columns };
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
    `Ukuran rentang berbeda: ${input.rows.length} × ${input.columns} dan ${rows} × ${columns} (baris × kolom)`,
    `The ranges differ in size: ${input.rows.length} × ${input.columns} and ${rows} × ${columns} (rows × columns)`,
    "missing",
  );
