// Check: a printed change is in percentage points or relative, as it says; "naik 5 persen" is usually points.

import { writeNumber, writePercent } from "../numbers";
import { type Finding, inBoth, type Look } from "./check";
import type { Figure } from "./figures";

const NAME = "change-in-points-or-percent";

type Sort = "points" | "relative";

const SORTS = {
  points: { id: "poin persen", en: "percentage points" },
  relative: { id: "persen (relatif)", en: "per cent (relative)" },
} as const;

export const changeInPointsOrPercent: Look = {
  name: NAME,
  about: {
    id: "Perubahan dalam poin = cakupan − cakupan sebelumnya; relatif = poin ÷ cakupan sebelumnya",
    en: "A change in points = coverage − earlier coverage; relative = points ÷ earlier coverage",
  },
  look({ coverage, previous, change, active }): readonly Finding[] {
    const before = previous?.coverage;
    if (!coverage || !before || !change || before.value <= 0) return [];
    const points = coverage.value - before.value;
    const least = [coverage.value - coverage.step, before.value + before.step] as const;
    const most = [coverage.value + coverage.step, Math.max(before.value - before.step, 1e-6)] as const;
    const truth: Record<Sort, { readonly value: number; readonly from: number; readonly to: number }> = {
      points: { value: points, from: least[0] - least[1], to: most[0] - most[1] },
      relative: { value: points / before.value, from: least[0] / least[1] - 1, to: most[0] / most[1] - 1 },
    };
    const people =
      active && previous?.active && previous.active.value > 0
        ? active.value / previous.active.value - 1
        : undefined;
    const off = (printed: Figure, sort: Sort): number => {
      const { from, to } = truth[sort];
      return Math.max(from - printed.value, printed.value - to) / printed.step;
    };
    return (["points", "relative"] as const).flatMap((sort): Finding[] => {
      const printed = change[sort];
      if (!printed || !(off(printed, sort) > 1 + 1e-6)) return [];
      // Growth of participants is also printed as a relative change.
      if (sort === "relative" && people !== undefined && Math.abs(printed.value - people) <= printed.step)
        return [];
      const other: Sort = sort === "points" ? "relative" : "points";
      const mixed = off(printed, other) <= 1 + 1e-6;
      return [
        {
          check: NAME,
          severity: mixed ? "error" : off(printed, sort) <= 2 ? "note" : "error",
          keys: [`change.${sort}`, "coverage", "previous.coverage"],
          words: inBoth((language) => {
            const share = (value: number): string => writePercent(value, language);
            const inPoints = (value: number): string =>
              `${writeNumber(value * 100, language, 2)} ${{ id: "poin", en: "points" }[language]}`;
            const said = sort === "points" ? inPoints(printed.value) : share(printed.value);
            const ends = [share(before.value), share(coverage.value)];
            const right = [inPoints(points), share(truth.relative.value)];
            const both = {
              id: `dari ${ends[0]} ke ${ends[1]} adalah ${right[0]}, atau ${right[1]} relatif`,
              en: `from ${ends[0]} to ${ends[1]} is ${right[0]}, or ${right[1]} relative`,
            };
            return mixed
              ? {
                  id: `Perubahan yang tertulis ${said} sebenarnya dalam ${SORTS[other].id}, bukan ${SORTS[sort].id}: ${both.id}. Tulis satuannya.`,
                  en: `The change printed as ${said} is in ${SORTS[other].en}, not ${SORTS[sort].en}: ${both.en}. Print the unit.`,
                }[language]
              : {
                  id: `Perubahan yang tertulis ${said} tidak cocok: ${both.id}. Periksa kedua cakupan dan perubahannya.`,
                  en: `The change printed as ${said} does not fit: ${both.en}. Check both coverages and the change.`,
                }[language];
          }),
        },
      ];
    });
  },
  examples: [
    {
      note: { id: "Prov. Sulawesi Utara, 2025", en: "North Sulawesi, 2025" },
      figures: {
        coverage: "67,95 %",
        previous: { coverage: "76,11 %" },
        change: { points: "-8,16 %", relative: "-10,72 %" },
      },
      gives: "silent",
    },
    {
      note: {
        id: 'Jawa Timur: "tumbuh 5 %" dari 35 % ke 40 % adalah poin',
        en: 'East Java: "grows 5 %" from 35 % to 40 % is points',
      },
      figures: { coverage: "40 %", previous: { coverage: "35 %" }, change: { relative: "5 %" } },
      gives: "error",
    },
  ],
};
