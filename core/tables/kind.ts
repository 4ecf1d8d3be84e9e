// The shape of a kind of table: what it asks of a source, its options as a planner types them, and how it is made.
import type { Kind, Param } from "../define";
import { HEADINGS } from "../headers";
import { CEILING, GROWTH, inForce, plainOf, valueIn } from "../law";
import { read } from "../read";
import { isRefusal, type Refusal } from "../refuse";
import type { Language, Words } from "../words";
import type { Parameter } from "./frame";
import type { Wants } from "./mapping";
import type { TableModel } from "./model";
import type { Source } from "./source";

export interface TableOption {
  readonly id: string;
  readonly words: Words;
  readonly about?: Words;
  /** How the typed text is read: as an argument of that kind, or one of the choices. */
  readonly kind: Kind | "choice";
  readonly choices?: readonly { readonly value: string; readonly words: Words }[];
  /** The text it begins with; what the source says comes first (see `startOf`). */
  readonly start?: string;
}

/** As typed, by id; a missing or blank one is left out. */
export type Typed = Readonly<Record<string, string>>;

/** Typed options, read. */
export interface Options {
  text(id: string): string;
  number(id: string): number | undefined;
}

export interface TableKind {
  readonly id: string;
  readonly words: Words;
  readonly about: Words;
  readonly wants: Wants;
  /** Without a source its options are enough. */
  readonly sourceless?: true;
  readonly options: readonly TableOption[];
  /** What is odd in a source for this table; a refusal when nothing can be made of it. */
  readonly judge?: (source: Source) => readonly Words[] | Refusal;
  /** Published figures to begin with. */
  readonly example: {
    readonly cells?: readonly (readonly (string | number | null)[])[];
    readonly typed: Typed;
  };
  readonly make: (source: Source | undefined, options: Options, language: Language) => TableModel | Refusal;
}

export const choice = (value: string, id: string, en: string) => ({ value, words: { id, en } });

/** What every table says of its figures. */
export const ABOUT: readonly TableOption[] = [
  { id: "region", words: HEADINGS.region.words, kind: "text" },
  { id: "asOf", words: HEADINGS.asOf.words, kind: "text" },
  {
    id: "basis",
    words: { id: "Dasar", en: "Basis" },
    about: {
      id: "Apa yang dihitung sebagai angkatan kerja, misalnya di luar ASN, TNI, Polri",
      en: "What counts as labour force, such as outside ASN, TNI, Polri",
    },
    kind: "text",
  },
  { id: "source", words: { id: "Sumber", en: "Source" }, kind: "text" },
];

const ruleText = (share: number): string => `${share * 100}%`.replace(".", ",");

export const TARGET: TableOption = {
  id: "target",
  words: HEADINGS.target.words,
  about: {
    id: "Misalnya 42,06%; kosong: aturan kenaikan per tahun",
    en: "Such as 42.06%; blank: by the yearly growth rule",
  },
  kind: "share",
};
export const GROWTH_OPTION: TableOption = {
  id: "growth",
  words: { id: "Kenaikan per tahun", en: "Yearly growth" },
  kind: "growth",
  start: ruleText(valueIn(inForce(GROWTH))),
};
export const CEILING_OPTION: TableOption = {
  id: "ceiling",
  words: { id: "Batas atas", en: "Ceiling" },
  kind: "share",
  start: ruleText(valueIn(inForce(CEILING))),
};

export const growthOf = (options: Options): number => options.number("growth") ?? valueIn(inForce(GROWTH));
export const ceilingOf = (options: Options): number => options.number("ceiling") ?? valueIn(inForce(CEILING));

/** A rate as a cell holds it; the lawful one as the fraction it is. */
export function rateParameter(option: TableOption, value: number): Parameter {
  const rule = inForce(option.id === "growth" ? GROWTH : CEILING);
  return {
    key: option.id,
    words: option.words,
    shown: "share",
    content: { value, ...(value === valueIn(rule) && { from: plainOf(rule) }) },
  };
}

/**
 * What an option begins with: the day the source's own rows share, then the file's settings, then what else the source
 * says, then its own start.
 *
 * @param settings as typed, by id (see core/settings.ts)
 */
export function startOf(option: TableOption, source: Source | undefined, settings: Typed = {}): string {
  const day = source && option.id === "asOf" ? sameDate(source) : undefined;
  const said = day ?? settings[option.id];
  if (said !== undefined) return said;
  if (source && option.id === "source") return source.where;
  if (source && option.id === "basis") return source.columns.get("labor")?.heading ?? "";
  return option.start ?? "";
}

/** The one date all rows share. */
export function sameDate({ dates }: Source): string | undefined {
  const [first] = dates ?? [];
  return first && dates?.every((date) => date === first) ? first : undefined;
}

/** Reads what was typed; a refusal names the option. */
export function readOptions(
  { options }: TableKind,
  typed: Typed,
  source: Source | undefined,
): Options | Refusal {
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  for (const option of options) {
    const text = (typed[option.id] ?? startOf(option, source)).trim();
    texts.set(option.id, text);
    if (option.kind === "choice" || option.kind === "text" || text === "") continue;
    const param: Param = { name: option.id, kind: option.kind, label: option.words, about: option.words };
    const value = read(param, text);
    if (isRefusal(value)) return value;
    if (typeof value === "number") numbers.set(option.id, value);
  }
  return { text: (id) => texts.get(id) ?? "", number: (id) => numbers.get(id) };
}

/** Region, date, basis and source in visible cells, those that are known. */
export const aboutParameters = (options: Options): readonly Parameter[] =>
  ABOUT.flatMap(({ id, words }): Parameter[] => {
    const content = options.text(id);
    return content === "" ? [] : [{ key: id, words, shown: "text", content }];
  });

/** "Sumber: …; per …" for the foot of a printed page. */
export const footerOf = (options: Options, language: Language): string =>
  ABOUT.filter(({ id }) => (id === "source" || id === "asOf") && options.text(id) !== "")
    .map(({ id, words }) => `${words[language]}: ${options.text(id)}`)
    .join(" · ");
