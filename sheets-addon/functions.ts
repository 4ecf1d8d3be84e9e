// Runs a function of the catalogue for a cell of Google Sheets.
import { call } from "../core/call";
import { catalogue } from "../core/catalogue";
import type { Refusal } from "../core/refuse";

/** Sheets shows a thrown sentence on the cell; inside a range only text can stand in for one bad row. */
function carry({ refusal }: Refusal, alone: boolean): string {
  if (alone) throw new Error(refusal.id);
  return `⚠ ${refusal.id}`;
}

/** Called by the generated top-level functions: `function UCJ_COVERAGE(labor, active) { return Ucj_(...) }`. */
export function run(name: string, args: ArrayLike<unknown>): unknown {
  const fn = catalogue.find((entry) => entry.name === name);
  if (!fn) throw new Error(`${name}?`);
  return call(fn, Array.from(args), carry);
}
