// Check: figures that no identity singles out, and yet cannot all be true: the fewest that contradict each other.
import type { Words } from "../words";
import { claimsOf, offBy } from "./agree";
import { type CheckExample, type Finding, inBoth, list, writeValue } from "./check";
import { type Figures, isShare, NAMES, type ScalarKey } from "./figures";

export const cannotAllBeTrue = {
  name: "cannot-all-be-true",
  about: {
    id: "Angka-angka tidak mungkin benar bersama-sama",
    en: "The figures cannot be true together",
  } as Words,
  examples: [
    {
      note: {
        id: "Angka rekaan: yang belum terlindungi melebihi angkatan kerja",
        en: "Invented: more not covered than labour force",
      },
      figures: { labor: "13.141", uncovered: "13.293", gap: "30.473" },
      gives: "error",
    },
    {
      note: { id: "Konawe sebagaimana dicetak", en: "Konawe as printed" },
      figures: { labor: "79.388", active: "27.636", uncovered: "51.752", coverage: "34,81 %" },
      gives: "silent",
    },
  ] as readonly CheckExample[],
};

/** Only for figures that do contradict each other. */
export function contradiction(figures: Figures): Finding {
  let claims = claimsOf(figures);
  for (const one of claims) {
    const rest = claims.filter((claim) => claim !== one);
    if (offBy(rest) === 3) claims = rest;
  }
  return {
    check: cannotAllBeTrue.name,
    severity: "error",
    keys: claims.map(({ key }) => key),
    words: inBoth((language) => {
      const named = claims.map(({ key, role, value }) => {
        const bySegment = { id: " per segmen, jumlahnya", en: " by segment, summing to" }[language];
        const name = key.startsWith("segments.")
          ? NAMES[role][language] + bySegment
          : NAMES[key as ScalarKey][language];
        return `${name} ${writeValue(isShare(role) ? role : "labor", value, language)}`;
      });
      return {
        id: `Angka-angka ini tidak mungkin benar bersama-sama: ${list(named, "id")}. Periksa label dan angkanya ke sumbernya.`,
        en: `These figures cannot be true together: ${list(named, "en")}. Check labels and numbers at the source.`,
      }[language];
    }),
  };
}
