// UCJ_TARGET_WORKERS: the head-count that a target share means, rounded up exactly.
import { define } from "../define";
import { shareOf } from "../exact";
import { labor, target } from "../params";
import { noLabor, noTarget } from "../sentences";

export const targetWorkers = define({
  name: "UCJ_TARGET_WORKERS",
  group: "target",
  about: {
    id: "Target dalam orang: target cakupan dikali angkatan kerja, dibulatkan ke atas",
    en: "The target in people: target coverage times the labour force, rounded up",
  },
  params: [labor, target],
  result: { about: { id: "Orang, dibulatkan ke atas", en: "People, rounded up" }, format: "people" },
  keywords: {
    id: "target orang jumlah peserta sasaran kepala",
    en: "target head-count participants people",
  },
  plain: "IF(labor>0,IF(target>0,ROUNDUP(ROUND(labor*target,6),0),NA()),NA())",
  sources: [
    {
      id: "Dibulatkan ke atas, seperti target Sulawesi Selatan: 62,93 % × 2.801.936 = 1.763.259",
      en: "Rounded up, as South Sulawesi's target: 62.93 % × 2,801,936 = 1,763,259",
    },
  ],
  see: ["UCJ_NEEDED", "UCJ_TARGET", "UCJ_ACHIEVEMENT"],
  examples: [
    {
      note: { id: "Sulawesi Selatan 2025: 62,93 %", en: "South Sulawesi 2025: 62.93 %" },
      args: [2801936, 0.6293],
      gives: 1763259,
    },
    {
      note: { id: "Kota Kendari: 42,06 % (aturan 20 %)", en: "Kendari City: 42.06 % (20 % rule)" },
      args: [140940, 0.4206],
      gives: 59280,
    },
    {
      note: { id: "Kota Kendari: 99,5 % pada 2045", en: "Kendari City: 99.5 % in 2045" },
      args: [140940, 0.995],
      gives: 140236,
    },
    {
      note: {
        id: "Angka rekaan: 33,6 % dari 375 tepat 126 orang",
        en: "Invented: 33.6 % of 375 is exactly 126 people",
      },
      args: [375, 0.336],
      gives: 126,
    },
    {
      note: { id: "Angkatan kerja belum diisi", en: "Labour force not filled in" },
      args: [0, 0.4206],
      gives: "#N/A",
    },
    {
      note: { id: "42,06 tanpa tanda persen", en: "42.06 without its percent sign" },
      args: [140940, 42.06],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  compute: (labor, target) => (labor > 0 ? (target > 0 ? shareOf(labor, target) : noTarget()) : noLabor()),
});
