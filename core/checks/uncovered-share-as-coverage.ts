// Reading: the percentage printed as coverage is the share not covered.
import type { Reading } from "./check";

export const uncoveredShareAsCoverage: Reading = {
  name: "uncovered-share-as-coverage",
  about: {
    id: "Persentase cakupan ternyata persentase yang belum terlindungi",
    en: "The percentage printed as coverage is the share not covered",
  },
  from: "coverage",
  to: "uncoveredShare",
  words: {
    id: (tell) =>
      `${tell.value("uncoveredShare")} adalah persentase yang belum terlindungi, bukan cakupan: ` +
      `${tell.value("uncovered")} ÷ ${tell.value("labor")} = ${tell.computed("uncoveredShare")}. ` +
      `Cakupannya ${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}. ` +
      `Tulis cakupan ${tell.computed("coverage")}.`,
    en: (tell) =>
      `${tell.value("uncoveredShare")} is the share not covered, not coverage: ` +
      `${tell.value("uncovered")} ÷ ${tell.value("labor")} = ${tell.computed("uncoveredShare")}. ` +
      `Coverage is ${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}. ` +
      `Print coverage ${tell.computed("coverage")}.`,
  },
  examples: [
    {
      note: {
        id: "Kendari; 64,95 % ditulis cakupan sebagai contoh, peserta per segmen rekaan",
        en: "Kendari; 64.95 % printed as coverage as an example, segments invented",
      },
      figures: {
        labor: "140.940",
        active: "49.397",
        uncovered: "91.543",
        coverage: "64,95 %",
        segments: [
          { name: "PU", active: "35.000" },
          { name: "BPU", active: "14.397" },
        ],
      },
      gives: "error",
    },
    {
      note: {
        id: "Tanpa segmen, label peserta aktif dan belum terlindungi bisa juga tertukar",
        en: "Without segments, active and not covered may have been swapped instead",
      },
      figures: { labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "64,95 %" },
      gives: "silent",
    },
  ],
};
