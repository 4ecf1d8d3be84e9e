// Reading: the number printed as "not covered" is the labour force itself (Singkawang).
import type { Reading } from "./check";

export const basePrintedAsUncovered: Reading = {
  name: "base-printed-as-uncovered",
  about: {
    id: "Angka belum terlindungi ternyata angkatan kerja (dasar perhitungan)",
    en: "The number printed as not covered is the labour force (the base)",
  },
  from: "uncovered",
  to: "labor",
  seen: true,
  words: {
    id: (tell) =>
      `${tell.value("labor")} bukan jumlah yang belum terlindungi, melainkan angkatan kerja (dasar perhitungan): ` +
      `${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}` +
      `${tell.has("coverage") ? `, sesuai cakupan tertulis ${tell.printed("coverage")}` : ""}. ` +
      `Yang belum terlindungi ${tell.computed("uncovered")} orang. ` +
      `Tulis ${tell.value("labor")} sebagai angkatan kerja dan ${tell.computed("uncovered")} sebagai belum terlindungi.`,
    en: (tell) =>
      `${tell.value("labor")} is not the number not covered but the labour force (the base): ` +
      `${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}` +
      `${tell.has("coverage") ? `, as the printed coverage ${tell.printed("coverage")}` : ""}. ` +
      `${tell.computed("uncovered")} people are not covered. ` +
      `Print ${tell.value("labor")} as the labour force and ${tell.computed("uncovered")} as not covered.`,
  },
  examples: [
    {
      note: { id: "Kota Singkawang, Juni 2025", en: "Singkawang City, June 2025" },
      figures: { active: "16.684", uncovered: "73.236", coverage: "22,77 %", uncoveredShare: "77,23 %" },
      gives: "error",
    },
    {
      note: { id: "Kota Kendari, 8 Juni 2025", en: "Kendari City, 8 June 2025" },
      figures: { labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "35,05 %" },
      gives: "silent",
    },
  ],
};
