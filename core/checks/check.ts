// The shape of a check: what it holds, what it says in both languages, and the examples it is tested on.
import { NO_NUMBER, plainDigits } from "../exact";
import { writeNumber, writePercent } from "../numbers";
import type { Language, Words } from "../words";
import { claimsOf } from "./agree";
import {
  type Figure,
  type Figures,
  isShare,
  type Key,
  NAMES,
  type PrintedFigures,
  ROLES,
  type Role,
  type ScalarKey,
} from "./figures";
import { imply, type Values } from "./imply";

/** Figures that agree give no finding. */
export type Severity = "note" | "warning" | "error";

const GRAVEST_FIRST: readonly Severity[] = ["error", "warning", "note"];
/** For sorting; what is equally grave keeps its order. */
export const byGravity = (a: { severity: Severity }, b: { severity: Severity }): number =>
  GRAVEST_FIRST.indexOf(a.severity) - GRAVEST_FIRST.indexOf(b.severity);

/** A figure read under another label, or with another value. */
export interface Change {
  readonly key: Key;
  /** The label it should carry. */
  readonly as?: Role;
  /** What should stand under `key`: the value implied for the old label, or the repaired number. */
  readonly value?: number;
}

export interface Finding {
  /** The check's name, which is its file's. */
  readonly check: string;
  readonly severity: Severity;
  readonly words: Words;
  /** The figures involved. */
  readonly keys: readonly Key[];
  /** The one reading under which all numbers agree. */
  readonly reading?: readonly Change[];
  /** Readings that explain equally well, when there are several. */
  readonly open?: readonly (readonly Change[])[];
}

export interface CheckExample {
  /** Where the figures come from; figures of our own say "Angka rekaan". */
  readonly note: Words;
  readonly figures: PrintedFigures;
  /** What this check answers; "silent" when it has nothing to say. */
  readonly gives: Severity | "silent";
}

export interface Shown {
  readonly name: string;
  /** What should hold, or what is looked for. */
  readonly about: Words;
  readonly examples: readonly CheckExample[];
}

/** Figures that must agree with one another, whoever printed them. */
export interface Identity extends Shown {
  /** The figure that is computed, and those it is computed from. */
  readonly result: Role;
  readonly from: readonly Role[];
  /** "16.684 ÷ 73.236" */
  readonly shows: (tell: Teller) => string;
}

/** A label that is often put on another figure. */
export interface Reading extends Shown {
  readonly from: Key;
  readonly to: Role;
  /** Reported from print, so it counts before those that are only possible. */
  readonly seen?: true;
  /** Not contradicting the others is enough; otherwise they must pin the figure down under its new label. */
  readonly loose?: true;
  /** Proposed although nothing disagrees. */
  readonly unprompted?: (figures: Figures) => boolean;
  /** Told after the figures were read anew. */
  readonly words: Readonly<Record<Language, (tell: Teller) => string>>;
}

/** A mix-up of any two labels, told after the figures were read anew. */
export interface Told extends Shown {
  readonly words: (tell: Teller, was: ScalarKey, is: ScalarKey) => string;
}

/** A check that stands on its own; silent where nothing can be said. */
export interface Look extends Shown {
  readonly look: (figures: Figures) => readonly Finding[];
}

/** Writes the figures of one finding in one language. */
export interface Teller {
  readonly language: Language;
  readonly figures: Figures;
  /** What is given and what follows from it. */
  readonly values: Values;
  /** A figure as it was printed. */
  printed(key: ScalarKey): string;
  has(key: ScalarKey): boolean;
  /** As printed, or else as it follows from the others under the reading at hand. */
  value(role: Role): string;
  /** As it follows from the others, whatever is printed. */
  computed(role: Role): string;
  name(key: ScalarKey): string;
}

/** As many decimals as were printed, two when that is fewer. */
const decimalsOf = (step: number): number => Math.max(2, (plainDigits(step).split(".")[1]?.length ?? 0) - 2);

export function writeValue(key: Key, value: number, language: Language, step = 0.0001): string {
  return isShare(key)
    ? writePercent(value, language, decimalsOf(step))
    : writeNumber(Math.round(value), language);
}

/** "35,05 %", "68 %", "sekitar 50.000". */
export function writeFigure(key: Key, figure: Figure, language: Language): string {
  const decimals = (plainDigits(figure.step).split(".")[1]?.length ?? 0) - 2;
  return (
    sayAbout(figure.approximate, language) +
    (isShare(key)
      ? writePercent(figure.value, language, Math.max(0, decimals))
      : writeNumber(figure.value, language))
  );
}

const sayAbout = (about: boolean, language: Language): string =>
  about ? { id: "sekitar ", en: "about " }[language] : "";

/** The head-counts that the source itself calls approximate. */
const roughIn = (figures: Figures): Set<Role> =>
  new Set(ROLES.filter((role) => figures[role]?.approximate && !isShare(role)));

export function teller(language: Language, figures: Figures): Teller {
  const given = valuesOf(figures);
  const rough = roughIn(figures);
  const values = imply(given, rough);
  const written = (role: Role, value: number | undefined, about: ReadonlySet<Role>): string =>
    value === undefined
      ? NO_NUMBER
      : sayAbout(about.has(role) && !isShare(role), language) +
        writeValue(role, value, language, figures[role]?.step);
  const printed = (key: ScalarKey): string => {
    const figure = figures[key];
    return figure ? writeFigure(key, figure, language) : NO_NUMBER;
  };
  return {
    language,
    figures,
    values,
    printed,
    has: (key) => figures[key] !== undefined,
    value: (role) => (figures[role] ? printed(role) : written(role, values[role], rough)),
    computed: (role) => {
      const about = roughIn(figures);
      about.delete(role);
      return written(role, imply({ ...given, [role]: undefined }, about)[role], about);
    },
    name: (key) => NAMES[key][language],
  };
}

/** What the figures give for each role; a column of segments stands in for a total that is not printed. */
export function valuesOf(figures: Figures): Values {
  const values: Values = {};
  for (const { role, value, atMost } of claimsOf(figures)) if (!atMost) values[role] ??= value;
  return values;
}

/** The same sentence in both languages. */
export const inBoth = (words: (language: Language) => string): Words => ({
  id: words("id"),
  en: words("en"),
});

/** "a, b dan c" */
export function list(items: readonly string[], language: Language, or = false): string {
  const last = items[items.length - 1] ?? "";
  const word = { id: or ? "atau" : "dan", en: or ? "or" : "and" }[language];
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** At most eight terms: with more, nobody adds them up again, and a cell holds no endless sentence. */
export const upToEight = (terms: readonly string[], mark = " + "): string =>
  terms.slice(0, 8).join(mark) + (terms.length > 8 ? `${mark}…` : "");
