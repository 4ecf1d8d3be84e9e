// Check: one wrong digit, two neighbours swapped or a shifted decimal mark; offered only when a single repair fits.
import type { Words } from "../words";
import { type CheckExample, type Finding, inBoth, writeFigure, writeValue } from "./check";
import { type Figures, isShare, type Key, NAMES, type ScalarKey } from "./figures";
import type { Repair } from "./repair";

export const digitRepair = {
  name: "digit-repair",
  about: {
    id: "Satu angka salah ketik, dua angka bersebelahan tertukar, atau koma bergeser",
    en: "One digit wrong, two neighbours swapped, or the decimal mark shifted",
  } as Words,
  examples: [
    {
      note: { id: "Prov. Bali, 31 Maret 2025", en: "Bali, 31 March 2025" },
      figures: { labor: "1.873.899", active: "935.079", coverage: "50,88 %", target: "67,28 %" },
      gives: "error",
    },
    {
      note: {
        id: "Kota Singkawang: selisih 0,01 poin bukan salah ketik",
        en: "Singkawang City: a residue of 0.01 point is no slip",
      },
      figures: { active: "16.684", uncovered: "73.236", coverage: "22,77 %", uncoveredShare: "77,23 %" },
      gives: "silent",
    },
  ] as readonly CheckExample[],
};

const nameOf = (key: Key, figures: Figures): Words => {
  const [, index, column] = /^segments\.(\d+)\.(\w+)$/.exec(key) ?? [];
  const name = NAMES[(column ?? key) as ScalarKey];
  const segment = index === undefined ? "" : ` ${figures.segments?.[Number(index)]?.name}`;
  return { id: name.id + segment, en: name.en + segment };
};

export function repaired({ key, was, is, figures }: Repair): Finding {
  const name = nameOf(key, figures);
  const keys = key.replace(/^.*\./, "");
  return {
    check: digitRepair.name,
    severity: "error",
    keys: [key],
    reading: [{ key, value: is.value }],
    words: inBoth((language) => {
      const from = writeFigure(keys, was, language);
      const to = isShare(keys)
        ? writeValue(keys, is.value, language, is.step)
        : writeFigure(keys, is, language);
      return {
        id: `Kemungkinan salah ketik pada ${name.id}: ${from}. Dengan ${to} semua angka cocok, dan tidak ada perbaikan lain yang cocok. Periksa ke sumbernya, lalu ganti menjadi ${to}.`,
        en: `Probably a slip in ${name.en}: ${from}. With ${to} all numbers agree, and no other repair fits. Check the source, then put ${to}.`,
      }[language];
    }),
  };
}
