// What a host is given for an answer: a figure or a text as it is, a refusal in the host's own way.
import type { Answer } from "./define";
import { isRefusal, type Refusal, refuse } from "./refuse";

/**
 * How a host carries a refusal. `alone`: it is the whole answer (the host may throw);
 * otherwise it is one cell of many, and the other cells keep their values.
 */
export type Carry = (refusal: Refusal, alone: boolean) => unknown;

export function shown(answer: Answer, carry: Carry, alone: boolean): unknown {
  // Numbers first: nearly every cell of a large range holds one.
  if (typeof answer === "number") return Number.isFinite(answer) ? answer : carry(outOfRange(), alone);
  return isRefusal(answer) ? carry(answer, alone) : answer;
}

/** NaN and infinity never reach a cell. */
const outOfRange = (): Refusal =>
  refuse(
    "Hasilnya di luar jangkauan; periksa besar angkanya",
    "The result is out of range; check the size of the figures",
  );
