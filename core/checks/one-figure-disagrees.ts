// Check: one figure stands against all the others, which agree among themselves.

import { NO_NUMBER } from "../exact";
import type { Words } from "../words";
import { claimsOf, offBy } from "./agree";
import { type CheckExample, capital, type Finding, inBoth, teller } from "./check";
import { type Figures, roleOf, SCALARS, type ScalarKey } from "./figures";

export const oneFigureDisagrees = {
  name: "one-figure-disagrees",
  about: {
    id: "Satu angka tidak cocok, sedangkan yang lain saling cocok",
    en: "One figure disagrees while the others agree",
  } as Words,
  examples: [
    {
      note: {
        id: "Angka rekaan: cakupan dihitung dari dasar lain",
        en: "Invented: coverage computed on another base",
      },
      figures: { labor: "79.388", active: "27.636", uncovered: "51.752", coverage: "31,06 %" },
      gives: "error",
    },
    {
      note: { id: "Konawe sebagaimana dicetak", en: "Konawe as printed" },
      figures: { labor: "79.388", active: "27.636", uncovered: "51.752", coverage: "34,81 %" },
      gives: "silent",
    },
  ] as readonly CheckExample[],
};

/** The only claim whose removal lets the others agree. */
function oddOneOut(figures: Figures): string | undefined {
  const claims = claimsOf(figures);
  const odd = claims.filter((one) => offBy(claims.filter((claim) => claim !== one)) < 3);
  return odd.length === 1 ? odd[0]?.key : undefined;
}

export function disagreeing(figures: Figures): Finding | undefined {
  const key = oddOneOut(figures) as ScalarKey | undefined;
  if (key === undefined || !SCALARS.includes(key) || key === "population") return undefined;
  const others: Figures = { ...figures, [key]: undefined };
  if (teller("id", others).computed(roleOf(key)) === NO_NUMBER) return undefined;
  return {
    check: oneFigureDisagrees.name,
    severity: "error",
    keys: [key],
    words: inBoth((language) => {
      const was = teller(language, figures).printed(key);
      const tell = teller(language, others);
      const [name, value] = [tell.name(key), tell.computed(roleOf(key))];
      const base = key === "coverage" && figures.active && figures.coverage;
      const other = base
        ? teller(language, { active: figures.active, coverage: figures.coverage }).value("labor")
        : "";
      return {
        id: `Hanya ${name} ${was} yang tidak cocok; menurut angka-angka lain, yang saling cocok, ${name} ${value}.${base ? ` ${was} dari ${tell.printed("active")} peserta memerlukan dasar ${other} orang, jadi mungkin dihitung dari dasar atau tanggal lain.` : ""} Periksa ${name} ke sumbernya.`,
        en: `Only ${name} ${was} disagrees; by the other figures, which agree, it is ${value}.${base ? ` ${was} from ${tell.printed("active")} participants needs a base of ${other} people, so it may be of another base or date.` : ""} ${capital(`check ${name} at the source`)}.`,
      }[language];
    }),
  };
}
