// Check: a budget is workers × contribution × months.

import { writeNumber, writeRupiah } from "../numbers";
import { type Finding, inBoth, type Look } from "./check";
import { type Figure, reachOf } from "./figures";

const NAME = "budget-is-workers-times-contribution";

const ends = (figure: Figure): readonly [number, number] => {
  const reach = reachOf(figure, false);
  return [figure.value - reach, figure.value + reach];
};

export const budgetIsWorkersTimesContribution: Look = {
  name: NAME,
  about: {
    id: "Anggaran = pekerja × iuran per bulan × bulan",
    en: "Budget = workers × monthly contribution × months",
  },
  look({ budget, workers, months, contribution }): readonly Finding[] {
    if (!budget || !workers || !months || !contribution) return [];
    if (![workers, months, contribution].every(({ value }) => value > 0)) return [];
    const product = [workers, months, contribution].map(ends);
    const low = product.reduce((all, [from]) => all * from, 1);
    const high = product.reduce((all, [, to]) => all * to, 1);
    // One unit of a budget printed "Rp 1,86 miliar" is ten million.
    const off = Math.max(low - budget.value, budget.value - high) / budget.step;
    if (!(off > 1)) return [];
    const need = workers.value * months.value * contribution.value;
    const perMonth = workers.value * contribution.value;
    const fitting = Math.round(budget.value / perMonth);
    const fits =
      fitting !== months.value && fitting >= 1 && Math.abs(fitting * perMonth - budget.value) <= budget.step;
    const half = Math.abs(need / 2 - budget.value) <= budget.step;
    return [
      {
        check: NAME,
        severity: off <= 2 ? "note" : "error",
        keys: ["budget", "workers", "months", "contribution"],
        words: inBoth((language) => {
          const n = (value: number): string => writeNumber(value, language);
          const rp = (value: number): string => writeRupiah(value, language);
          const sum = `${n(workers.value)} × ${rp(contribution.value)} × ${n(months.value)} ${{ id: "bulan", en: "months" }[language]} = ${rp(need)}`;
          const bought = n(Math.floor(budget.value / (contribution.value * months.value)));
          const why = half
            ? {
                id: "Tepat setengahnya: potongan iuran 50 % tidak berlaku bila APBN atau APBD yang membayar. Periksa iurannya.",
                en: "Exactly half: the 50 % discount does not apply where APBN or APBD pays. Check the contribution.",
              }
            : fits
              ? {
                  id: `Anggaran itu cukup untuk ${n(fitting)} bulan. Periksa jumlah bulannya.`,
                  en: `The budget pays for ${n(fitting)} months. Check the months.`,
                }
              : {
                  id: `Anggaran itu cukup untuk ${bought} pekerja. Periksa pekerja, iuran, dan bulannya.`,
                  en: `The budget pays for ${bought} workers. Check workers, contribution and months.`,
                };
          return {
            id: `${sum}, sedangkan anggaran tertulis ${rp(budget.value)}. ${why.id}`,
            en: `${sum}, but the budget is printed as ${rp(budget.value)}. ${why.en}`,
          }[language];
        }),
      },
    ];
  },
  examples: [
    {
      note: { id: "Lampung, DBH sawit 2024", en: "Lampung, palm-oil fund 2024" },
      figures: { budget: "Rp1,86 miliar", workers: "22,1 ribu", months: "5", contribution: "Rp 16.800" },
      gives: "silent",
    },
    {
      note: {
        id: "Penajam Paser Utara 2025: Rp3 miliar tidak memuat 5.000 pekerja baru",
        en: "Penajam Paser Utara 2025: Rp 3 billion does not carry the 5,000 new workers",
      },
      figures: { budget: "Rp3,0 miliar", workers: "20.000", months: "12", contribution: "Rp 16.800" },
      gives: "error",
    },
  ],
};
