// Every label that may stand on another figure's number: those seen in print, swaps, and the rest.
import { NO_NUMBER } from "../exact";
import { anotherLabel } from "./another-label";
import type { Reading, Teller } from "./check";
import { type Figures, isShare, type Key, ROLES, type Role, roleOf, type ScalarKey } from "./figures";
import { labelsSwapped } from "./labels-swapped";

export interface Move {
  readonly key: Key;
  readonly as: Role;
}

export interface MixUp {
  readonly check: string;
  readonly moves: readonly Move[];
  /** Reported from print; the others count only when none of these explains. */
  readonly seen: boolean;
  readonly loose: boolean;
  readonly unprompted: (figures: Figures) => boolean;
  readonly words: (tell: Teller) => string;
}

/** Points are named as such wherever they are printed, so nobody takes them for another percentage. */
const LABELS: readonly ScalarKey[] = [...ROLES.filter((role) => role !== "gapPoints"), "addition"];

const never = (): boolean => false;
const possible = { seen: false, loose: false, unprompted: never };

export const mixUpOf = ({ name, from, to, seen, loose, unprompted, words }: Reading): MixUp => ({
  check: name,
  moves: [{ key: from, as: to }],
  seen: seen ?? false,
  loose: loose ?? false,
  unprompted: unprompted ?? never,
  words: (tell) => words[tell.language](tell),
});

/** Its full sentence names figures that may not follow from so few; then a plain one does. */
const named = (reading: Reading): MixUp => {
  const own = mixUpOf(reading);
  return {
    ...own,
    words: (tell) => {
      const full = own.words(tell);
      return full.includes(NO_NUMBER)
        ? anotherLabel.words(tell, reading.from as ScalarKey, reading.to)
        : full;
    },
  };
};

/** Readings with a sentence of their own, every swap of two labels, and every other label. */
export function mixUpsOf(readings: readonly Reading[]): readonly MixUp[] {
  const swaps: MixUp[] = [];
  const others: MixUp[] = [];
  const other = (a: ScalarKey, b: ScalarKey): void => {
    const as = roleOf(b);
    // "addition" and "gap" are one role, and a reading's own sentence is better.
    if (b === "addition" || readings.some(({ from, to }) => from === a && to === as)) return;
    others.push({
      ...possible,
      check: anotherLabel.name,
      moves: [{ key: a, as }],
      words: (tell) => anotherLabel.words(tell, a, b),
    });
  };
  for (const [i, a] of LABELS.entries())
    for (const b of LABELS.slice(i + 1)) {
      if (isShare(a) !== isShare(b) || roleOf(a) === roleOf(b)) continue;
      swaps.push({
        ...possible,
        check: labelsSwapped.name,
        moves: [
          { key: a, as: roleOf(b) },
          { key: b, as: roleOf(a) },
        ],
        words: (tell) => labelsSwapped.words(tell, a, b),
      });
      other(a, b);
      other(b, a);
    }
  return [...readings.map(named), ...swaps, ...others];
}
