// Check: those not covered are the labour force less the active participants.
import type { Identity } from "./check";

export const uncoveredIsLaborMinusActive: Identity = {
  name: "uncovered-is-labor-minus-active",
  about: {
    id: "Belum terlindungi = angkatan kerja − peserta aktif",
    en: "Not covered = labour force − active participants",
  },
  result: "uncovered",
  from: ["labor", "active"],
  shows: (tell) => `${tell.value("labor")} − ${tell.value("active")}`,
  examples: [
    {
      note: { id: "Kab. Konawe, 30 April 2025", en: "Konawe Regency, 30 April 2025" },
      figures: { labor: "79.388", active: "27.636", uncovered: "51.752" },
      gives: "silent",
    },
    {
      note: {
        id: "Angka rekaan: belum terlindungi tidak cocok dengan apa pun",
        en: "Invented: the uncovered fit nothing",
      },
      figures: { labor: "79.388", active: "27.636", uncovered: "43.214" },
      gives: "error",
    },
  ],
};
