// Check: the target head-count is the target share of the labour force, rounded up.
import type { Identity } from "./check";

export const targetWorkersAreTargetTimesLabor: Identity = {
  name: "target-workers-are-target-times-labor",
  about: {
    id: "Target jumlah peserta = target cakupan × angkatan kerja, dibulatkan ke atas",
    en: "Target head-count = target coverage × labour force, rounded up",
  },
  result: "targetWorkers",
  from: ["target", "labor"],
  shows: (tell) => `${tell.value("target")} × ${tell.value("labor")}`,
  examples: [
    {
      note: { id: "Prov. Sulawesi Selatan, 2025", en: "South Sulawesi, 2025" },
      figures: { labor: "2.801.936", target: "62,93 %", targetWorkers: "1.763.259" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { labor: "2.801.936", target: "62,93 %", targetWorkers: "1.512.004" },
      gives: "error",
    },
  ],
};
