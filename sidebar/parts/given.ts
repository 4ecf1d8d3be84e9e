// What stands in the fields of a try: typed text, a typed list, or cells taken from the sheet; and the formula it makes.
import { areaOf, type Block, type BlockCell, sheetPrefix } from "../../core/block";
import { call } from "../../core/call";
import type { Definition, Example, ExampleArgument, Param, Scalar } from "../../core/define";
import { plainDigits } from "../../core/exact";
import { writeNumber } from "../../core/numbers";
import { read } from "../../core/read";
import { isRefusal, type Refusal } from "../../core/refuse";
import type { Spot } from "../host";

/** Cells as they were when they were taken. */
export interface Taken extends Pick<Block, "sheet" | "row" | "column"> {
  readonly cells: readonly (readonly BlockCell[])[];
}

export interface Given {
  readonly text: string;
  readonly taken?: Taken;
}

const NOTHING: Given = { text: "" };
export const at = (givens: readonly Given[], i: number): Given => givens[i] ?? NOTHING;
export const isEmpty = ({ text, taken }: Given): boolean => !taken && text.trim() === "";

/** A semicolon parts the cells of a column: nobody writes one inside a number or a name. */
const itemsIn = ({ text }: Given): string[] => text.split(";").map((item) => item.trim());

const area = ({ row, column, cells }: Taken): string =>
  areaOf(row, column, cells.length, cells[0]?.length ?? 0);

/** Null when nothing is in the selection; a single blank cell may be filled in later. */
export function take({ sheet, row, column, cells, selected }: Block): Given | null {
  if (cells.length === 0 && selected > 1) return null;
  const taken: Taken = { sheet, row, column, cells: cells.length > 0 ? cells : [[null]] };
  return { text: sheetPrefix(sheet) + area(taken), taken };
}

/** What the function reads in it, as the formula will hold it. */
function readIn(param: Param, text: string): Scalar | null {
  if (text === "") return null;
  const value = read(param, text);
  return typeof value === "number" ? value : text;
}

export function argumentOf(param: Param, given: Given): unknown {
  if (given.taken) return given.taken.cells;
  if (isEmpty(given)) return undefined;
  const items = itemsIn(given);
  return items.length > 1 ? items.map((item) => [readIn(param, item)]) : readIn(param, given.text.trim());
}

/** A cell's answer, or rows of them. */
export type Outcome = Scalar | Refusal | readonly (readonly (Scalar | Refusal)[])[];

export const tried = (fn: Definition, givens: readonly Given[]): Outcome =>
  call(
    fn,
    fn.params.map((param, i) => argumentOf(param, at(givens, i))),
    (refusal) => refusal,
  ) as Outcome;

/** What the fields begin with: the file's target, growth and ceiling, where it has settings. */
export const begun = (fn: Definition, settings: Readonly<Record<string, string | undefined>>): Given[] =>
  fn.params.some(({ name }) => settings[name] !== undefined)
    ? fn.params.map(({ name }) => ({ text: settings[name] ?? "" }))
    : [];

/** The arguments that still have to be filled in. */
export const missing = (fn: Definition, givens: readonly Given[]): Param[] =>
  fn.params.filter((param, i) => !param.optional && isEmpty(at(givens, i)));

const refusalOf = (param: Param, given: Given): Refusal | undefined =>
  given.taken
    ? undefined
    : itemsIn(given)
        .map((item) => (item === "" ? "" : read(param, item)))
        .find(isRefusal);

/** Whether some typed text is refused by its argument: no formula can hold it. */
export const unreadable = (fn: Definition, givens: readonly Given[]): boolean =>
  fn.params.some((param, i) => refusalOf(param, at(givens, i)));

export const takesCells = (givens: readonly Given[]): boolean => givens.some(({ taken }) => taken);

/** "33.6%" where the host computes that number from it, but for the last bit of a float. */
function digitsOf(param: Param, value: number, text = ""): string {
  const share = param.kind === "share" || param.kind === "growth" || /%|persen|percent/i.test(text);
  const percent = Math.round(value * 1e10) / 1e8;
  return share && value !== 0 && Math.abs(percent / 100 - value) <= Number.EPSILON * value
    ? `${plainDigits(percent)}%`
    : plainDigits(value);
}

function literal(param: Param, text: string, inList: boolean): string {
  const value = readIn(param, text);
  if (typeof value !== "number") return `"${text.replace(/"/g, '""')}"`;
  // A list in braces takes plain numbers only.
  return inList ? plainDigits(value) : digitsOf(param, value, text);
}

/** @param sheet where the formula will stand: cells of that sheet are named without it */
function termOf(param: Param, given: Given, sheet: string | undefined): string {
  if (given.taken)
    return (given.taken.sheet === sheet ? "" : sheetPrefix(given.taken.sheet)) + area(given.taken);
  if (isEmpty(given)) return param.optional ? "" : param.name;
  // What cannot be read has no place in a formula; its argument's name shows where it belongs.
  if (refusalOf(param, given)) return param.name;
  const items = itemsIn(given).map((item, _, all) => literal(param, item, all.length > 1));
  return items.length > 1 ? `{${items.join(";")}}` : String(items[0]);
}

/** The sheet all taken cells are on, where a formula needs no sheet names. */
export const homeOf = (givens: readonly Given[]): string | undefined => {
  const [first, ...others] = new Set(givens.flatMap(({ taken }) => (taken ? [taken.sheet] : [])));
  return others.length === 0 ? first : undefined;
};

/** Canonical en-US text. */
export function formulaFrom(fn: Definition, givens: readonly Given[], sheet = homeOf(givens)): string {
  const terms = fn.params.map((param, i) => termOf(param, at(givens, i), sheet));
  while (terms[terms.length - 1] === "") terms.pop();
  return `=${fn.name}(${terms.join(",")})`;
}

/** A formula in one of its own cells would go round in circles. */
export const isInside = (givens: readonly Given[], spot: Spot): boolean =>
  givens.some(({ taken }) => {
    if (taken?.sheet !== spot.sheet) return false;
    const down = spot.row - taken.row;
    const right = spot.column - taken.column;
    return down >= 0 && down < taken.cells.length && right >= 0 && right < (taken.cells[0]?.length ?? 0);
  });

/** An example as typed into the fields; undefined when they cannot hold it. */
export function typedExample(fn: Definition, { args }: Example): Given[] | undefined {
  const texts = fn.params.map((param, i) => typedArgument(param, args[i]));
  const complete = fn.params.every(
    (param, i) => texts[i] !== undefined && (param.optional || texts[i] !== ""),
  );
  return complete ? texts.map((text) => ({ text: text as string })) : undefined;
}

function typedArgument(param: Param, arg: ExampleArgument | undefined): string | undefined {
  if (arg === undefined || arg === null) return "";
  if (typeof arg === "number") return typedNumber(param, arg);
  if (typeof arg === "string") return arg.includes(";") ? undefined : arg;
  // A row of cells gives the same answers as a column of them.
  const cells = arg.length === 1 ? arg[0] : arg.every((row) => row.length === 1) ? arg.flat() : undefined;
  return cells?.map((cell) => typedArgument(param, cell) ?? "").join("; ");
}

const INDONESIAN_COMMA = [".", ","] as const;

function typedNumber(param: Param, value: number): string {
  const digits = digitsOf(param, value).replace(...INDONESIAN_COMMA);
  if (!Number.isInteger(value) || param.kind === "year") return digits;
  return param.kind === "rupiah" ? `Rp ${writeNumber(value, "id")}` : writeNumber(value, "id");
}
