// Check: coverage is active participants over the labour force.
import type { Identity } from "./check";

export const coverageIsActiveOverLabor: Identity = {
  name: "coverage-is-active-over-labor",
  about: {
    id: "Cakupan = peserta aktif ÷ angkatan kerja",
    en: "Coverage = active participants ÷ labour force",
  },
  result: "coverage",
  from: ["active", "labor"],
  shows: (tell) => `${tell.value("active")} ÷ ${tell.value("labor")}`,
  examples: [
    {
      note: { id: "Kab. Konawe, 30 April 2025", en: "Konawe Regency, 30 April 2025" },
      figures: { labor: "79.388", active: "27.636", coverage: "34,81 %" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan: cakupan tertulis 51,20 %", en: "Invented: coverage printed as 51.20 %" },
      figures: { labor: "79.388", active: "27.636", coverage: "51,20 %" },
      gives: "error",
    },
    {
      note: { id: "Kota Singkawang, dibaca ulang", en: "Singkawang City, read anew" },
      figures: { labor: "73.236", active: "16.684", coverage: "22,77 %" },
      gives: "note",
    },
  ],
};
