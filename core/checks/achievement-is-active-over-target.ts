// Check: achievement is active participants over the target head-count.
import type { Identity } from "./check";

export const achievementIsActiveOverTarget: Identity = {
  name: "achievement-is-active-over-target",
  about: {
    id: "Capaian terhadap target = peserta aktif ÷ target jumlah peserta",
    en: "Achievement = active participants ÷ target head-count",
  },
  result: "achievement",
  from: ["active", "targetWorkers"],
  shows: (tell) => `${tell.value("active")} ÷ ${tell.value("targetWorkers")}`,
  examples: [
    {
      note: { id: "Prov. Maluku Utara, 31 Mei 2025", en: "North Maluku, 31 May 2025" },
      figures: { active: "176.604", targetWorkers: "289.003", achievement: "61 %" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { active: "176.604", targetWorkers: "289.003", achievement: "74,20 %" },
      gives: "error",
    },
  ],
};
