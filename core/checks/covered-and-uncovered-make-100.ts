// Check: the covered and the uncovered share make 100 per cent.
import type { Identity } from "./check";

export const coveredAndUncoveredMake100: Identity = {
  name: "covered-and-uncovered-make-100",
  about: {
    id: "Cakupan + persentase belum terlindungi = 100 %",
    en: "Coverage + share not covered = 100 %",
  },
  result: "uncoveredShare",
  from: ["coverage"],
  shows: (tell) => `${{ id: "100 %", en: "100%" }[tell.language]} − ${tell.value("coverage")}`,
  examples: [
    {
      note: { id: "Kota Singkawang, Juni 2025", en: "Singkawang City, June 2025" },
      figures: { coverage: "22,77 %", uncoveredShare: "77,23 %" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { coverage: "22,77 %", uncoveredShare: "74,90 %" },
      gives: "error",
    },
  ],
};
