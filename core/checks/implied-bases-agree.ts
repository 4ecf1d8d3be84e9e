// Check: every pair of figures that implies a labour force implies the same one.

import type { Words } from "../words";
import { claimsOf, type Off, rangeOf, settle } from "./agree";
import { type CheckExample, type Finding, inBoth, list, teller, writeValue } from "./check";
import { type Figures, type Key, NAMES, SCALARS, type ScalarKey } from "./figures";
import { imply } from "./imply";

export const impliedBasesAgree = {
  name: "implied-bases-agree",
  about: {
    id: "Angkatan kerja yang tersirat dari setiap pasang angka sama",
    en: "Every pair of figures implies the same labour force",
  } as Words,
  examples: [
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { active: "sekitar 27 ribu", coverage: "34,81 %", uncovered: "38.410" },
      gives: "error",
    },
    {
      note: { id: "Konawe sebagaimana dicetak", en: "Konawe as printed" },
      figures: { active: "27.636", coverage: "34,81 %", uncovered: "51.752" },
      gives: "silent",
    },
  ] as readonly CheckExample[],
};

/** The labour force that each one or two figures imply on their own. */
function bases(figures: Figures): readonly { keys: readonly ScalarKey[]; labor: number }[] {
  const keys = SCALARS.filter((key) => figures[key] && key !== "population");
  const found: { keys: readonly ScalarKey[]; labor: number }[] = [];
  const seen: [number, number][] = [];
  for (const [i, a] of keys.entries())
    for (const b of keys.slice(i)) {
      const claims = claimsOf({ [a]: figures[a], [b]: figures[b] });
      const range = settle(claims, 1);
      const labor = imply(Object.fromEntries(claims.map(({ role, value }) => [role, value]))).labor;
      if (
        !range ||
        labor === undefined ||
        found.some((base) => base.keys.includes("labor") && (a === "labor" || b === "labor"))
      )
        continue;
      const [from, to] = rangeOf(range, "labor");
      if (!(to < Number.POSITIVE_INFINITY) || seen.some(([low, high]) => from <= high && to >= low)) continue;
      seen.push([from, to]);
      found.push({ keys: a === "labor" || b === "labor" ? ["labor"] : [a, b], labor });
    }
  return found;
}

/** A note when the bases differ no more than rounding can make them. */
export function disagreeingBases(figures: Figures, off: Off): Finding | undefined {
  const found = bases(figures).slice(0, 4);
  if (found.length < 2) return undefined;
  const keys: readonly Key[] = [...new Set(found.flatMap((base) => base.keys))];
  return {
    check: impliedBasesAgree.name,
    severity: off === 3 ? "error" : "note",
    keys,
    words: inBoth((language) => {
      const tell = teller(language, figures);
      const from = (base: (typeof found)[number]): string =>
        base.keys
          .map((key) => `${NAMES[key][language]} ${tell.printed(key)}`)
          .join({ id: " dan ", en: " and " }[language]);
      const each = found.map((base) => `${writeValue("labor", base.labor, language)} (${from(base)})`);
      const next =
        off === 3
          ? {
              id: "Satu dari angka itu salah atau memakai label lain; periksa ke sumbernya.",
              en: "One of them is wrong or mislabelled; check the source.",
            }
          : {
              id: "Selisih sekecil itu lazim karena pembulatan.",
              en: "So small a difference is usual after rounding.",
            };
      return {
        id: `Angkatan kerja yang tersirat berbeda-beda: ${list(each, language)}. ${next.id}`,
        en: `The figures imply different labour forces: ${list(each, language)}. ${next.en}`,
      }[language];
    }),
  };
}
