// Check: every as-of date exists, all figures of one row are of the same day, and the earlier data is earlier.
import { readDate, writeDate } from "../dates";
import type { Language } from "../words";
import { type Finding, inBoth, type Look, list } from "./check";

const NAME = "dates-are-possible";

/** A whole date by its form; a month or a year alone is no day to check. */
const WHOLE = /^\s*(?:per\s+)?(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[ /.-]+(?:[a-z]{3,}|\d{1,2})[ /.-]+\d{4})\s*$/i;

/** "31 Juni 2025" looks like a date and is none. */
export const isImpossible = (text: string): boolean => WHOLE.test(text) && readDate(text) === undefined;

/** English gets the ISO day: 06/08/2025 has two readings. */
export const written = (day: string, language: Language): string =>
  ({ id: writeDate(day), en: day })[language];

export const datesArePossible: Look = {
  name: NAME,
  about: {
    id: "Tanggal data ada di kalender dan sama untuk semua angka dalam satu baris",
    en: "As-of dates exist and are the same for all figures of a row",
  },
  look({ asOf, otherDates = [], previous }): readonly Finding[] {
    const texts = [asOf, ...otherDates, previous?.asOf].filter((text) => text !== undefined);
    const found = texts.filter(isImpossible).map(
      (text): Finding => ({
        check: NAME,
        severity: "error",
        keys: ["asOf"],
        words: {
          id: `Tanggal "${text.trim()}" tidak ada di kalender. Periksa tanggal data ke sumbernya.`,
          en: `The date "${text.trim()}" does not exist. Check the as-of date at the source.`,
        },
      }),
    );
    const days = [...new Set([asOf, ...otherDates].flatMap((text) => (text && readDate(text)) || []))].sort();
    if (days.length > 1)
      found.push({
        check: NAME,
        severity: "warning",
        keys: ["asOf"],
        words: inBoth((language) => {
          const dates = list(
            days.map((day) => written(day, language)),
            language,
          );
          return {
            id: `Angka dalam satu baris berasal dari tanggal berbeda: ${dates}. Selisih di antaranya bisa karena tanggal, bukan kesalahan; samakan tanggalnya.`,
            en: `Figures of one row are of different dates: ${dates}. They may differ because of the date, not by mistake; use one date.`,
          }[language];
        }),
      });
    const [now, before] = [asOf, previous?.asOf].map((text) => (text ? readDate(text) : undefined));
    if (now && before && before >= now)
      found.push({
        check: NAME,
        severity: "warning",
        keys: ["asOf", "previous.asOf"],
        words: inBoth(
          (language) =>
            ({
              id: `Data sebelumnya bertanggal ${written(before, language)}, tidak lebih awal dari data sekarang (${written(now, language)}). Mungkin kedua kolom tertukar.`,
              en: `The earlier data is dated ${written(before, language)}, not before the present data (${written(now, language)}). The two columns may be swapped.`,
            })[language],
        ),
      });
    return found;
  },
  examples: [
    {
      note: { id: "Kota Kendari", en: "Kendari City" },
      figures: { asOf: "8 Juni 2025", previous: { asOf: "31 Desember 2024" } },
      gives: "silent",
    },
    { note: { id: "Angka rekaan", en: "Invented" }, figures: { asOf: "31 Juni 2025" }, gives: "error" },
    {
      note: { id: "Angka rekaan: dua tanggal dalam satu baris", en: "Invented: two dates in one row" },
      figures: { asOf: "8 Juni 2025", otherDates: ["30/04/2025"] },
      gives: "warning",
    },
  ],
};
