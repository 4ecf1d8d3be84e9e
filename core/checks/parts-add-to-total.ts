// Check: the parts of a list add up to the total printed with it.

import { writeNumber } from "../numbers";
import type { Words } from "../words";
import { type Finding, inBoth, type Look, list, writeFigure } from "./check";
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

/** Undefined when the parts add up as far as they were rounded. */
export function sumOff({ check, keys, parts, total, name, absent }: Sum): Finding | undefined {
  const sum = parts.reduce((all, { value }) => all + value.value, 0);
  const reach = parts.reduce((all, { value }) => all + reachOf(value, false), 1 + reachOf(total, false));
  const short = total.value - sum;
  const off = Math.abs(short);
  if (parts.length < 2 || !(off > reach)) return undefined;
  // A total that leaves one of its own parts out.
  const forgotten = parts.filter(({ value }) => Math.abs(short + value.value) <= reach);
  const only = forgotten.length === 1 ? forgotten[0]?.name : undefined;
  const unlisted = short > 0 && absent.length > 0;
  return {
    check,
    severity: off <= 2 * reach ? "note" : unlisted ? "warning" : "error",
    keys,
    words: inBoth((language) => {
      const n = (value: number): string => writeNumber(value, language);
      const terms = parts
        .slice(0, 8)
        .map((part) => `${part.name} ${writeFigure("labor", part.value, language)}`);
      const shown = terms.join(" + ") + (parts.length > terms.length ? " + …" : "");
      const printed = writeFigure("labor", total, language);
      const apart = n(off);
      const why = only
        ? {
            id: `Selisih itu sama dengan ${only}, jadi jumlahnya belum memuat ${only}.`,
            en: `That is exactly ${only}, so the total leaves ${only} out.`,
          }
        : unlisted
          ? {
              id: `Mungkin ada bagian sebesar ${apart} yang belum tercantum (${list(absent, language, true)}). Lengkapi rinciannya.`,
              en: `A part of ${apart} may be missing from the list (${list(absent, language, true)}). Complete the breakdown.`,
            }
          : {
              id: "Periksa setiap bagian dan jumlahnya ke sumbernya.",
              en: "Check each part and the total at the source.",
            };
      return {
        id: `${shown} = ${n(sum)}, sedangkan ${name.id} tertulis ${printed}: selisih ${apart} orang. ${why.id}`,
        en: `${shown} = ${n(sum)}, but ${name.en} is printed as ${printed}: ${apart} people apart. ${why.en}`,
      }[language];
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
