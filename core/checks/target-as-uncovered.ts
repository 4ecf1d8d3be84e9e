// Reading: the number printed as "not covered" is the target head-count.
import type { Reading } from "./check";

export const targetAsUncovered: Reading = {
  name: "target-as-uncovered",
  about: {
    id: "Angka belum terlindungi ternyata target jumlah peserta",
    en: "The number printed as not covered is the target head-count",
  },
  from: "uncovered",
  to: "targetWorkers",
  seen: true,
  words: {
    id: (tell) =>
      `${tell.value("targetWorkers")} adalah target jumlah peserta, bukan jumlah yang belum terlindungi: ` +
      `${tell.value("targetWorkers")} ÷ ${tell.value("labor")} = ${tell.computed("target")}` +
      `${tell.has("target") ? `, sesuai target ${tell.printed("target")}` : ""}. ` +
      `Yang belum terlindungi ${tell.computed("uncovered")} orang; yang masih kurang ke target ${tell.computed("gap")} orang. ` +
      `Tulis ${tell.value("targetWorkers")} sebagai target dan ${tell.computed("uncovered")} sebagai belum terlindungi.`,
    en: (tell) =>
      `${tell.value("targetWorkers")} is the target head-count, not the number not covered: ` +
      `${tell.value("targetWorkers")} ÷ ${tell.value("labor")} = ${tell.computed("target")}` +
      `${tell.has("target") ? `, as the target ${tell.printed("target")}` : ""}. ` +
      `${tell.computed("uncovered")} people are not covered; ${tell.computed("gap")} are missing to the target. ` +
      `Print ${tell.value("targetWorkers")} as the target and ${tell.computed("uncovered")} as not covered.`,
  },
  examples: [
    {
      note: {
        id: "Sulawesi Selatan 2025; labelnya ditukar sebagai contoh",
        en: "South Sulawesi 2025; mislabelled as an example",
      },
      figures: {
        labor: "2.801.936",
        coverage: "40,40 %",
        target: "62,93 %",
        uncovered: "1.763.259",
      },
      gives: "error",
    },
    {
      note: { id: "Kab. Banyumas, April 2025", en: "Banyumas Regency, April 2025" },
      figures: { labor: "684.654", active: "214.687", uncovered: "469.967", coverage: "31,36 %" },
      gives: "silent",
    },
  ],
};
