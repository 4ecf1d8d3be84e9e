// Check: the uncovered share is the uncovered over the labour force.
import type { Identity } from "./check";

export const uncoveredShareIsUncoveredOverLabor: Identity = {
  name: "uncovered-share-is-uncovered-over-labor",
  about: {
    id: "Persentase belum terlindungi = belum terlindungi ÷ angkatan kerja",
    en: "Share not covered = not covered ÷ labour force",
  },
  result: "uncoveredShare",
  from: ["uncovered", "labor"],
  shows: (tell) => `${tell.value("uncovered")} ÷ ${tell.value("labor")}`,
  examples: [
    {
      note: { id: "Kota Kendari, 8 Juni 2025", en: "Kendari City, 8 June 2025" },
      figures: { labor: "140.940", uncovered: "91.543", uncoveredShare: "64,95 %" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { labor: "140.940", uncovered: "91.543", uncoveredShare: "58,20 %" },
      gives: "error",
    },
  ],
};
