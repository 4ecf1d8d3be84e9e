// Check: the parts of a list add up to the total printed with it.

import { writeNumber } from "../numbers";
import type { Words } from "../words";
import { type Finding, inBoth, type Look, list, upToEight, writeFigure } from "./check";
import { type Figure, type Key, reachOf } from "./figures";

export interface Part {
  readonly name: string;
  readonly value: Figure;
}

interface Sum {
  readonly check: string;
  readonly keys: readonly Key[];
  readonly parts: readonly Part[];
  readonly total: Figure;
  /** What the total is called. */
  readonly name: Words;
  /** Parts that such a list often has and this one lacks. */
  readonly absent: readonly string[];
}

/** How far parts are from their total, and how far rounding can carry them; undefined when no further than that. */
export function shortOf(
  parts: readonly Figure[],
  total: Figure,
): { short: number; reach: number } | undefined {
  const short = parts.reduce((rest, { value }) => rest - value, total.value);
  const reach = parts.reduce((all, part) => all + reachOf(part, false), 1 + reachOf(total, false));
  return parts.length > 1 && Math.abs(short) > reach ? { short, reach } : undefined;
}

/** "PU 159.475 + BPU 35.814 = 195.289, sedangkan peserta aktif tertulis 214.687: selisih 19.398 orang." */
export const apartInWords = (terms: string, short: number, total: Figure, name: Words): Words =>
  inBoth((language) => {
    const [sum, off] = [total.value - short, Math.abs(short)].map((value) => writeNumber(value, language));
    const printed = writeFigure("labor", total, language);
    return {
      id: `${terms} = ${sum}, sedangkan ${name.id} tertulis ${printed}: selisih ${off} orang.`,
      en: `${terms} = ${sum}, but ${name.en} is printed as ${printed}: ${off} people apart.`,
    }[language];
  });

/** Undefined when the parts add up as far as they were rounded. */
export function sumOff({ check, keys, parts, total, name, absent }: Sum): Finding | undefined {
  const found = shortOf(
    parts.map(({ value }) => value),
    total,
  );
  if (!found) return undefined;
  const { short, reach } = found;
  const off = Math.abs(short);
  // A total that leaves one of its own parts out.
  const forgotten = parts.filter(({ value }) => Math.abs(short + value.value) <= reach);
  const only = forgotten.length === 1 ? forgotten[0]?.name : undefined;
  const unlisted = short > 0 && absent.length > 0;
  return {
    check,
    severity: off <= 2 * reach ? "note" : unlisted ? "warning" : "error",
    keys,
    words: inBoth((language) => {
      const shown = upToEight(
        parts.map((part) => `${part.name} ${writeFigure("labor", part.value, language)}`),
      );
      const why = only
        ? {
            id: `Selisih itu sama dengan ${only}, jadi jumlahnya belum memuat ${only}.`,
            en: `That is exactly ${only}, so the total leaves ${only} out.`,
          }
        : unlisted
          ? {
              id: `Mungkin ada bagian sebesar ${writeNumber(off, "id")} yang belum tercantum (${list(absent, "id", true)}). Lengkapi rinciannya.`,
              en: `A part of ${writeNumber(off, "en")} may be missing from the list (${list(absent, "en", true)}). Complete the breakdown.`,
            }
          : {
              id: "Periksa setiap bagian dan jumlahnya ke sumbernya.",
              en: "Check each part and the total at the source.",
            };
      return `${apartInWords(shown, short, total, name)[language]} ${why[language]}`;
    }),
  };
}

export const partsAddToTotal: Look = {
  name: "parts-add-to-total",
  about: { id: "Jumlah bagian = jumlah yang tertulis", en: "The parts add up to the printed total" },
  look({ parts }) {
    if (!parts?.total) return [];
    const found = sumOff({
      check: "parts-add-to-total",
      keys: ["parts"],
      parts: parts.items,
      total: parts.total,
      name: { id: "jumlah", en: "the total" },
      absent: [],
    });
    return found ? [found] : [];
  },
  examples: [
    {
      note: { id: "Papua Barat: formal = PU + Jakon", en: "West Papua: formal = PU + Jakon" },
      figures: {
        parts: {
          total: "73.621",
          items: [
            { name: "PU", value: "55.974" },
            { name: "Jakon", value: "17.647" },
          ],
        },
      },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan: jumlah tanpa satu bagian", en: "Invented: a total without one part" },
      figures: {
        parts: {
          total: "55.974",
          items: [
            { name: "PU", value: "55.974" },
            { name: "Jakon", value: "17.647" },
          ],
        },
      },
      gives: "error",
    },
  ],
};
