// Calls a function of the catalogue with what a host hands over: single cells or ranges, blanks, text, errors.
import { type Carry, shown } from "./answer";
import { broadcast, compute } from "./broadcast";
import type { Answer, Definition, Param } from "./define";
import { columnOf, valueIn } from "./input";
import { isBlank } from "./read";
import { type Refusal, refuse } from "./refuse";

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
    given[i] = args[i];
    if (!Array.isArray(args[i])) continue;
    given[i] = unwrap(args[i] as unknown[]);
    if (Array.isArray(given[i])) ranges = true;
  }
  if (fn.spill) return spillOver(fn, given, carry);
  if (ranges) return broadcast(fn, given, carry);
  for (let i = 0; i < params.length; i++) given[i] = valueIn(params[i] as Param, given[i]);
  return shown(compute(fn, given), carry, true);
}

/** A 1 × 1 range is the cell in it: Excel hands every single cell over like that. */
function unwrap(arg: readonly unknown[]): unknown {
  if (arg.length !== 1) return arg;
  const [row] = arg;
  return Array.isArray(row) ? (row.length === 1 ? row[0] : arg) : row;
}

/** With a decimal comma, "140940,49397" is one number: that is the usual reason an argument is missing. */
const notGiven = (fn: Definition, index: number): Refusal => {
  const { label, name } = fn.params[index] as Param;
  return refuse(
    `${label.id} (${name}) belum diisi. Pisahkan argumen dengan titik koma: ${fn.name}(…; …)`,
    `${label.en} (${name}) is missing. Separate the arguments with a semicolon: ${fn.name}(…; …)`,
  );
};

function spillOver(fn: Definition, given: readonly unknown[], carry: Carry): unknown {
  const columns = fn.params.map((param, i) => {
    const leftOut = param.optional && param.optional.value === undefined && isBlank(given[i]);
    return leftOut ? undefined : columnOf(param, given[i]);
  });
  const answer = (fn.spill as (...columns: unknown[]) => Answer | Answer[][])(...columns);
  return Array.isArray(answer)
    ? answer.map((row) => row.map((cell) => shown(cell, carry, false)))
    : shown(answer, carry, true);
}
