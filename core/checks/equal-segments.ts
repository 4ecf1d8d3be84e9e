// Check: no two segments carry exactly the same head-count, which is most often a copied cell.

import { writeNumber } from "../numbers";
import { type Finding, inBoth, type Look, list } from "./check";
import { isExact } from "./figures";

const NAME = "equal-segments";

/** Small numbers meet by chance; larger ones now and then. */
const SMALLEST = 1000;
const LARGE = 10000;

export const equalSegments: Look = {
  name: NAME,
  about: {
    id: "Dua segmen tidak berisi angka yang sama persis",
    en: "No two segments hold the very same number",
  },
  look({ segments = [], active, labor }): readonly Finding[] {
    return (["active", "labor"] as const).flatMap((column): Finding[] => {
      const total = (column === "active" ? active : labor)?.value;
      const figures = segments.map((segment) => segment[column]);
      const first = figures.findIndex(
        (figure, i) =>
          figure !== undefined &&
          isExact(figure) &&
          figure.value >= SMALLEST &&
          figures.some((other, j) => j > i && other?.value === figure.value),
      );
      const value = figures[first]?.value;
      if (value === undefined) return [];
      const same = segments.flatMap(({ name }, i) => (figures[i]?.value === value ? [{ name, i }] : []));
      const sum = figures.reduce((all, figure) => all + (figure?.value ?? 0), 0);
      const instead = total === undefined || figures.includes(undefined) ? undefined : value - (sum - total);
      const mend = instead !== undefined && instead > 0 && instead !== value ? instead : undefined;
      return [
        {
          check: NAME,
          severity: mend !== undefined || value >= LARGE ? "warning" : "note",
          keys: same.map(({ i }) => `segments.${i}.${column}`),
          words: inBoth((language) => {
            const n = (number: number): string => writeNumber(number, language);
            const names = list(
              same.map(({ name }) => name),
              language,
            );
            return {
              id: `${names} berisi angka yang sama persis, ${n(value)}; biasanya tersalin dua kali.${mend ? ` Jumlah segmen ${n(sum)}, tertulis ${n(total as number)}: bila salah satunya ${n(mend)}, jumlahnya cocok.` : ""} Periksa kedua angka itu ke sumbernya.`,
              en: `${names} hold the very same number, ${n(value)}; usually one is a copy of the other.${mend ? ` The segments sum to ${n(sum)}, printed ${n(total as number)}: with ${n(mend)} in one of them the sum is right.` : ""} Check both at the source.`,
            }[language];
          }),
        },
      ];
    });
  },
  examples: [
    {
      note: { id: "Prov. Sulawesi Tenggara, Desember 2023", en: "Southeast Sulawesi, December 2023" },
      figures: {
        active: "284.207",
        segments: [
          { name: "PU", active: "151.413" },
          { name: "BPU", active: "66.647" },
          { name: "Jakon", active: "66.647" },
        ],
      },
      gives: "warning",
    },
    {
      note: { id: "Kab. Banyumas, April 2025", en: "Banyumas Regency, April 2025" },
      figures: {
        segments: [
          { name: "PU", active: "159.475" },
          { name: "BPU", active: "35.814" },
        ],
      },
      gives: "silent",
    },
  ],
};
