// What an identity answers about a region's figures: fine, a note on rounding, or an error.

import { writeNumber } from "../numbers";
import type { Language } from "../words";
import { claimsOf, type Off, offBy } from "./agree";
import { type Finding, type Identity, inBoth, teller } from "./check";
import { type Figures, isShare, type Key, roleOf, SCALARS, type ScalarKey } from "./figures";
import { IDENTITIES } from "./identities";
import { resultOf, workedOut } from "./prove";

/** "0,01 poin", "2 orang" */
function difference(key: Key, value: number, language: Language): string {
  return isShare(key)
    ? `${writeNumber(value * 100, language, 2)} ${{ id: "poin", en: "points" }[language]}`
    : `${writeNumber(Math.round(value), language)} ${{ id: "orang", en: "people" }[language]}`;
}

/** One answer of an identity; silent when one of its figures is missing, or when it is off by less than `least`. */
export function answerOf(identity: Identity, figures: Figures, least: Off = 1): Finding | undefined {
  const roles = [identity.result, ...identity.from];
  const claims = claimsOf({ ...figures, segments: undefined, population: undefined }).filter(({ role }) =>
    roles.includes(role),
  );
  if (!roles.every((role) => claims.some((claim) => claim.role === role))) return undefined;
  const off: Off = offBy(claims);
  // Nothing is a share of nobody.
  if (off < least || resultOf(identity, teller("id", figures)) === undefined) return undefined;
  const key = SCALARS.find((one) => roleOf(one) === identity.result && figures[one]) as ScalarKey;
  return {
    check: identity.name,
    severity: off === 1 ? "fine" : off === 2 ? "note" : "error",
    keys: [key, ...identity.from],
    words: inBoth((language) => {
      const tell = teller(language, figures);
      const sum = `${identity.shows(tell)} = ${workedOut(identity, tell)}`;
      const [name, printed] = [tell.name(key), tell.printed(key)];
      const apart = difference(
        key,
        Math.abs((resultOf(identity, tell) ?? 0) - (figures[key]?.value ?? 0)),
        language,
      );
      return {
        1: {
          id: `${sum}, cocok dengan ${name} ${printed}.`,
          en: `${sum}, in agreement with ${name} ${printed}.`,
        },
        2: {
          id: `${sum}, sedangkan ${name} tertulis ${printed}. Selisih ${apart} lazim karena pembulatan; tidak perlu diubah kecuali sumbernya berbeda.`,
          en: `${sum}, while ${name} is printed as ${printed}. A difference of ${apart} is usual after rounding; leave it unless the source differs.`,
        },
        3: {
          id: `${sum}, sedangkan ${name} tertulis ${printed}. Salah satu angka itu salah atau memakai label lain; periksa ke sumbernya.`,
          en: `${sum}, but ${name} is printed as ${printed}. One of these figures is wrong or mislabelled; check the source.`,
        },
      }[off][language];
    }),
  };
}

/** Every identity that the figures allow to test, those that are fine too unless `least` says otherwise. */
export const identitiesOf = (figures: Figures, least: Off = 1): readonly Finding[] =>
  IDENTITIES.flatMap((identity) => answerOf(identity, figures, least) ?? []);
