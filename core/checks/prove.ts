// Why a reading fits, in one line: the identity it makes hold, worked out.

import type { Identity } from "./check";
import { type Teller, writeValue } from "./check";
import { roleOf, type ScalarKey } from "./figures";
import { IDENTITIES } from "./identities";
import { imply, type Values } from "./imply";

/** What the identity gives from its own inputs. */
export function resultOf({ result, from }: Identity, tell: Teller): number | undefined {
  const inputs: Values = {};
  for (const role of from) {
    const value = tell.values[role];
    if (value !== undefined) inputs[role] = value;
  }
  return imply(inputs)[result];
}

/** The same in words. */
export function workedOut(identity: Identity, tell: Teller): string | undefined {
  const value = resultOf(identity, tell);
  const { result } = identity;
  return value === undefined
    ? undefined
    : writeValue(result, value, tell.language, tell.figures[result]?.step);
}

/** ": 49.397 ÷ 140.940 = 35,05 %"; empty when only the segments tell. */
export function proof(tell: Teller, moved: readonly ScalarKey[]): string {
  const roles = new Set(moved.map(roleOf));
  const given = (identity: Identity): number =>
    [identity.result, ...identity.from].filter((role) => tell.has(role)).length;
  const best = IDENTITIES.filter((identity) =>
    [identity.result, ...identity.from].some((role) => roles.has(role)),
  )
    .filter((identity) => workedOut(identity, tell) !== undefined)
    .sort((a, b) => given(b) - given(a))[0];
  return best ? `: ${best.shows(tell)} = ${workedOut(best, tell)}` : "";
}
