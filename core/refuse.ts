// A refusal: what a core function answers instead of a number, as a sentence in both languages.
import type { Words } from "./words";

/** The two Excel errors that can carry a sentence: `value` is #VALUE!, `missing` is #N/A. */
export type RefusalKind = "value" | "missing";

export interface Refusal {
  readonly refusal: Words;
  readonly as: RefusalKind;
}

/** Says what was found and what to type instead. Nothing is ever thrown in core. */
export const refuse = (id: string, en: string, as: RefusalKind = "value"): Refusal => ({
  refusal: { id, en },
  as,
});

export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refusal" in answer;
