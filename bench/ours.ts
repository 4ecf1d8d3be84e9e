// The functions of the catalogue, asked as a host asks them.
import { call } from "../core/call";
import { catalogue } from "../core/catalogue";
import type { Definition } from "../core/define";
import type { Refusal } from "../core/refuse";
import { YEARS } from "./workload";

export function named(name: string): Definition {
  const found = catalogue.find((fn) => fn.name === name);
  if (!found) throw new Error(`${name} is not in the catalogue`);
  return found;
}

const carry = ({ refusal }: Refusal): string => refusal.en;

export const ask = (fn: Definition, ...args: unknown[]): unknown => call(fn, args, carry);

/** 1 to 20, as one row of cells. */
export const YEAR_ROW = [Array.from({ length: YEARS }, (_, y) => y + 1)];
