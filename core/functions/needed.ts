// UCJ_NEEDED: how many participants are still to be added to reach a target.
import { define } from "../define";
import { shareOf } from "../exact";
import { active, labor, target } from "../params";
import { noLabor, noTarget } from "../sentences";

export const needed = define({
  name: "UCJ_NEEDED",
  group: "target",
  about: {
    id: "Tambahan peserta yang masih diperlukan untuk mencapai target (0 bila sudah tercapai)",
    en: "Participants still to be added to reach the target (0 once it is reached)",
  },
  params: [labor, active, target],
  result: { about: { id: "Orang, dibulatkan ke atas", en: "People, rounded up" }, format: "people" },
  keywords: {
    id: "tambahan peserta berapa orang pekerja lagi terdaftar kekurangan gap capai target kebutuhan",
    en: "additional participants shortfall gap to reach target how many more people",
  },
  plain:
    "IF(labor>0,IF(active>=0,IF(target>0,MAX(0,ROUNDUP(ROUND(labor*target,6),0)-active),NA()),NA()),NA())",
  sources: [
    {
      id: "Target orang dibulatkan ke atas, seperti target Sulawesi Selatan: 62,93 % × 2.801.936 = 1.763.259",
      en: "Head-count targets round up, as South Sulawesi's: 62.93 % × 2,801,936 = 1,763,259",
    },
  ],
  see: ["UCJ_TARGET", "UCJ_UNCOVERED"],
  examples: [
    {
      note: {
        id: "Kota Kendari ke 42,06 % (aturan 20 %)",
        en: "Kendari City to 42.06 % (20 % rule)",
      },
      args: [140940, 49397, 0.4206],
      gives: 9883,
    },
    {
      note: { id: "Sulawesi Selatan: target orang 62,93 %", en: "South Sulawesi: head-count of 62.93 %" },
      args: [2801936, 0, 0.6293],
      gives: 1763259,
    },
    {
      note: { id: "Maluku Utara ke 68,14 %", en: "North Maluku to 68.14 %" },
      args: [424131, 176604, 0.6814],
      gives: 112399,
    },
    {
      note: { id: "Angka rekaan: target sudah tercapai", en: "Invented: the target is reached already" },
      args: [1000, 600, 0.5],
      gives: 0,
    },
    {
      note: { id: "Angka rekaan: 28 % dari 25 orang adalah 7", en: "Invented: 28 % of 25 people is 7" },
      args: [25, 0, 0.28],
      gives: 7,
    },
    {
      note: { id: "42 tanpa tanda persen", en: "42 without its percent sign" },
      args: [140940, 49397, 42],
      gives: "#VALUE!",
      plainDiffers: true,
    },
    {
      note: { id: "Target belum diisi", en: "Target not filled in" },
      args: [140940, 49397, 0],
      gives: "#N/A",
    },
  ],
  compute: (labor, active, target) =>
    labor > 0 ? (target > 0 ? Math.max(0, shareOf(labor, target) - active) : noTarget()) : noLabor(),
});
