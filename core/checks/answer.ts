// What an identity answers about a region's figures: that it holds, a note on rounding, or an error.

import { writeNumber } from "../numbers";
import type { Language, Words } from "../words";
import { claimsOf, type Off, offBy } from "./agree";
import { type Finding, type Identity, inBoth, teller, valuesOf } from "./check";
import {
  exactly,
  type Figures,
  isExact,
  isShare,
  type Key,
  type Role,
  roleOf,
  SCALARS,
  type ScalarKey,
} from "./figures";
import { IDENTITIES } from "./identities";
import { imply } from "./imply";
import { resultOf, workedOut } from "./prove";

/** What a cell and the sidebar say where nothing is odd, and where nothing can be. */
export const AGREE: Words = {
  id: "Angka-angka ini cocok satu sama lain.",
  en: "These figures agree with one another.",
};
export const TOO_FEW: Words = {
  id: "Belum cukup angka untuk diuji. Tambahkan angka lain daerah ini, misalnya angkatan kerja, peserta aktif dan cakupan.",
  en: "Not enough figures to test. Add others of this region, such as labour force, active participants and coverage.",
};

/** "0,01 poin", "2 orang" */
function difference(key: Key, value: number, language: Language): string {
  return isShare(key)
    ? `${writeNumber(value * 100, language, 2)} ${{ id: "poin", en: "points" }[language]}`
    : `${writeNumber(Math.round(value), language)} ${{ id: "orang", en: "people" }[language]}`;
}

const printedFor = (role: Role, figures: Figures): ScalarKey | undefined =>
  SCALARS.find((key) => roleOf(key) === role && figures[key]);

/** A printed figure that follows from the others, worked out; only from figures of which every digit counts. */
export function heldBy(identity: Identity, figures: Figures): Words | undefined {
  const { result, from } = identity;
  const key = printedFor(result, figures);
  if (!key) return undefined;
  const rough = new Set<Role>();
  const values = imply(valuesOf({ ...figures, [key]: undefined }), rough);
  if (!from.every((role) => values[role] !== undefined && !rough.has(role))) return undefined;
  return inBoth((language) => {
    const tell = teller(language, figures);
    const sum = `${identity.shows(tell)} = ${workedOut(identity, tell)}`;
    return {
      id: `${sum}, cocok dengan ${tell.name(key)} ${tell.printed(key)}.`,
      en: `${sum}, in agreement with ${tell.name(key)} ${tell.printed(key)}.`,
    }[language];
  });
}

/** The labour force is the sum of its parts where it is not printed itself. */
function withLabor(figures: Figures): Figures {
  const { labor, active, uncovered } = figures;
  const isWhole = !labor && active && uncovered && isExact(active) && isExact(uncovered);
  return isWhole ? { ...figures, labor: exactly(active.value + uncovered.value) } : figures;
}

/** One answer of an identity that does not hold; silent when one of its figures is missing, or when it is off by less. */
export function answerOf(identity: Identity, printed: Figures, least: Off = 2): Finding | undefined {
  const figures = withLabor(printed);
  const roles = [identity.result, ...identity.from];
  // Segments beside a printed total have a check of their own.
  const claims = claimsOf({ ...figures, population: undefined }).filter(
    ({ key, role }) => roles.includes(role) && (!key.startsWith("segments.") || !figures[role]),
  );
  if (!roles.every((role) => claims.some((claim) => claim.role === role))) return undefined;
  const off: Off = offBy(claims);
  // Nothing is a share of nobody.
  if (off < least || resultOf(identity, teller("id", figures)) === undefined) return undefined;
  const key = printedFor(identity.result, figures) as ScalarKey;
  return {
    check: identity.name,
    severity: off === 2 ? "note" : "error",
    keys: [key, ...identity.from].filter((one) => one === key || printed[one as ScalarKey]),
    words: inBoth((language) => {
      const tell = teller(language, figures);
      const sum = `${identity.shows(tell)} = ${workedOut(identity, tell)}`;
      const [name, shown] = [tell.name(key), tell.printed(key)];
      const apart = difference(
        key,
        Math.abs((resultOf(identity, tell) ?? 0) - (figures[key]?.value ?? 0)),
        language,
      );
      return {
        note: {
          id: `${sum}, sedangkan ${name} tertulis ${shown}. Selisih ${apart} lazim karena pembulatan; tidak perlu diubah kecuali sumbernya berbeda.`,
          en: `${sum}, while ${name} is printed as ${shown}. A difference of ${apart} is usual after rounding; leave it unless the source differs.`,
        },
        error: {
          id: `${sum}, sedangkan ${name} tertulis ${shown}. Salah satu angka itu salah atau memakai label lain; periksa ke sumbernya.`,
          en: `${sum}, but ${name} is printed as ${shown}. One of these figures is wrong or mislabelled; check the source.`,
        },
      }[off === 2 ? "note" : "error"][language];
    }),
  };
}

/** Every identity that does not hold, by this much or more. */
export const identitiesOf = (figures: Figures, least: Off = 2): readonly Finding[] =>
  IDENTITIES.flatMap((identity) => answerOf(identity, figures, least) ?? []);
