// Check: the gap to the target, or the addition that reaches it, is the target head-count less the active participants.
import type { Identity } from "./check";

export const gapIsTargetMinusActive: Identity = {
  name: "gap-is-target-minus-active",
  about: {
    id: "Kekurangan ke target (tambahan) = target jumlah peserta − peserta aktif",
    en: "Gap to the target (addition) = target head-count − active participants",
  },
  result: "gap",
  from: ["targetWorkers", "active"],
  shows: (tell) => `${tell.value("targetWorkers")} − ${tell.value("active")}`,
  examples: [
    {
      note: { id: "Prov. Maluku Utara, 31 Mei 2025", en: "North Maluku, 31 May 2025" },
      figures: { active: "176.604", targetWorkers: "289.003", gap: "112.399" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { active: "176.604", targetWorkers: "289.003", gap: "98.530" },
      gives: "error",
    },
  ],
};
