// The months by name, in both languages, and what a planner writes for them.
import type { Language } from "../words";

export const MONTHS: Record<Language, readonly string[]> = {
  id: "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** Spelt otherwise than either list, or cut otherwise. */
const OTHERWISE: ReadonlyMap<string, number> = new Map([
  ["pebruari", 2],
  ["peb", 2],
  ["agt", 8],
  ["agst", 8],
  ["agust", 8],
  ["nopember", 11],
  ["nop", 11],
]);

/** 6 for "Juni", "Jun 2025", "8 June 2025"; a month's name may be cut to three letters, not misspelt. */
export function monthNamed(text: string): number | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const [word = "", ...more] = words.filter(
    (one) => !/^(s|d|sd|sampai|hingga|per|akhir|bulan|end|of|until)$/.test(one),
  );
  if (more.length > 0 || word.length < 3) return undefined;
  for (const names of [MONTHS.id, MONTHS.en]) {
    const place = names.findIndex((name) => name.toLowerCase().startsWith(word));
    if (place >= 0) return place + 1;
  }
  return OTHERWISE.get(word);
}
