// UCJ_ACHIEVEMENT: how much of the target head-count has been reached.
import { define } from "../define";
import { shareOf } from "../exact";
import { active, labor, target } from "../params";
import { noLabor, noTarget } from "../sentences";

export const achievement = define({
  name: "UCJ_ACHIEVEMENT",
  group: "capaian",
  about: {
    id: "Capaian terhadap target: peserta aktif dibagi target orang (bukan cakupan)",
    en: "Achievement of the target: active participants over the target head-count (not coverage)",
  },
  params: [labor, active, target],
  result: {
    about: {
      id: "Bagian target yang tercapai; 1 berarti tercapai",
      en: "Part of the target reached; 1 is all of it",
    },
    format: "share",
  },
  keywords: {
    id: "capaian target realisasi persen dari target kinerja",
    en: "achievement of target realisation performance",
  },
  plain: "IF(labor>0,IF(active>=0,IF(target>0,active/ROUNDUP(ROUND(labor*target,6),0),NA()),NA()),NA())",
  sources: [
    {
      id: "Maluku Utara, Mei 2025: 176.604 dari target 289.003 orang = 61 %",
      en: "North Maluku, May 2025: 176,604 of a target of 289,003 people = 61 %",
    },
  ],
  see: ["UCJ_COVERAGE", "UCJ_TARGET_WORKERS", "UCJ_NEEDED"],
  examples: [
    {
      note: { id: "Maluku Utara terhadap 68,14 %", en: "North Maluku against 68.14 %" },
      args: [424131, 176604, 0.6814],
      gives: 0.6110801617976284,
    },
    {
      note: { id: "Kota Kendari terhadap 42,06 %", en: "Kendari City against 42.06 %" },
      args: [140940, 49397, 0.4206],
      gives: 0.8332827260458839,
    },
    {
      note: { id: "Angka rekaan: target terlampaui", en: "Invented: the target is passed" },
      args: [1000, 600, 0.5],
      gives: 1.2,
    },
    {
      note: { id: "Target belum diisi", en: "Target not filled in" },
      args: [424131, 176604, 0],
      gives: "#N/A",
    },
    {
      note: { id: "68,14 tanpa tanda persen", en: "68.14 without its percent sign" },
      args: [424131, 176604, 68.14],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  compute: (labor, active, target) => {
    if (!(labor > 0)) return noLabor();
    const goal = shareOf(labor, target);
    return goal > 0 ? active / goal : noTarget();
  },
});
