// Reading: the number printed as "not covered" is the gap to the target (Jambi, Maluku Utara).
import type { Reading } from "./check";

export const gapToTargetAsUncovered: Reading = {
  name: "gap-to-target-as-uncovered",
  about: {
    id: "Angka belum terlindungi ternyata kekurangan ke target",
    en: "The number printed as not covered is the gap to the target",
  },
  from: "uncovered",
  to: "gap",
  seen: true,
  words: {
    id: (tell) =>
      `${tell.value("gap")} adalah kekurangan ke target, bukan semua yang belum terlindungi: ` +
      (tell.has("target")
        ? `(${tell.value("active")} + ${tell.value("gap")}) ÷ ${tell.value("labor")} = ${tell.computed("target")}, sesuai target ${tell.printed("target")}. `
        : `${tell.value("targetWorkers")} − ${tell.value("active")} = ${tell.computed("gap")}. `) +
      `Yang belum terlindungi ${tell.computed("uncovered")} orang dari angkatan kerja ${tell.value("labor")}. ` +
      `Sebut ${tell.value("gap")} "kekurangan ke target", dan tulis ${tell.computed("uncovered")} sebagai belum terlindungi.`,
    en: (tell) =>
      `${tell.value("gap")} is the gap to the target, not everyone not covered: ` +
      (tell.has("target")
        ? `(${tell.value("active")} + ${tell.value("gap")}) ÷ ${tell.value("labor")} = ${tell.computed("target")}, as the target ${tell.printed("target")}. `
        : `${tell.value("targetWorkers")} − ${tell.value("active")} = ${tell.computed("gap")}. `) +
      `${tell.computed("uncovered")} of a labour force of ${tell.value("labor")} are not covered. ` +
      `Call ${tell.value("gap")} the "gap to the target", and print ${tell.computed("uncovered")} as not covered.`,
  },
  examples: [
    {
      note: { id: "Prov. Jambi, Desember 2024", en: "Jambi, December 2024" },
      figures: { active: "592.806", coverage: "45,17 %", target: "53 %", uncovered: "102.750" },
      gives: "error",
    },
    {
      note: { id: "Prov. Maluku Utara, 31 Mei 2025", en: "North Maluku, 31 May 2025" },
      figures: {
        labor: "424.131",
        active: "176.604",
        coverage: "41,64 %",
        target: "68 %",
        uncovered: "112.399",
      },
      gives: "error",
    },
    {
      note: { id: "Maluku Utara, angka yang sama disebut kekurangan", en: "North Maluku, called a gap" },
      figures: { labor: "424.131", active: "176.604", coverage: "41,64 %", target: "68 %", gap: "112.399" },
      gives: "silent",
    },
  ],
};
