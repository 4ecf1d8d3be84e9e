// UCJ_EXPLAIN: the coverage of a region worked out in one Indonesian sentence.
import { define } from "../define";
import { shareOf } from "../exact";
import { writeNumber, writePercent, writeShare } from "../numbers";
import { active, labor, target } from "../params";
import { noLabor } from "../sentences";

const shown = (people: number): string => writeNumber(people, "id");

export const explain = define({
  name: "UCJ_EXPLAIN",
  group: "periksa",
  about: {
    id: "Uraian hitungan dalam satu kalimat: cakupan, yang belum terlindungi, dan kekurangan ke target",
    en: "The calculation in one Indonesian sentence: coverage, people not covered, and what is missing to the target",
  },
  params: [
    labor,
    active,
    {
      ...target,
      optional: {
        value: undefined,
        plain: "0",
        about: { id: "tanpa target bila dikosongkan", en: "no target when left out" },
      },
    },
  ],
  result: { about: { id: "Kalimat", en: "An Indonesian sentence" }, format: "text" },
  keywords: {
    id: "jelaskan uraian kalimat narasi hitungan laporan",
    en: "explain sentence narrative report working",
  },
  sources: [
    {
      id: "Dashboard UCJ: peserta aktif ÷ angkatan kerja di luar ASN, TNI, Polri",
      en: "UCJ dashboard: active participants ÷ labour force outside ASN, TNI, Polri",
    },
  ],
  see: ["UCJ_COVERAGE", "UCJ_UNCOVERED", "UCJ_NEEDED"],
  examples: [
    {
      note: { id: "Kota Kendari dengan target 42,06 %", en: "Kendari City with a target of 42.06 %" },
      args: [140940, 49397, 0.4206],
      gives:
        "49.397 ÷ 140.940 = 35,05 %; 91.543 belum terlindungi; target 42,06 % = 59.280 orang, perlu 9.883 lagi",
    },
    {
      note: { id: "Kab. Konawe, tanpa target", en: "Konawe Regency, no target" },
      args: [79388, 27636],
      gives: "27.636 ÷ 79.388 = 34,81 %; 51.752 belum terlindungi",
    },
    {
      note: { id: "Angka rekaan: target sudah tercapai", en: "Invented: the target is reached" },
      args: [1000, 600, 0.5],
      gives: "600 ÷ 1.000 = 60,00 %; 400 belum terlindungi; target 50,00 % = 500 orang, sudah tercapai",
    },
    {
      note: { id: "Angka rekaan: di atas 100 %", en: "Invented: above 100 %" },
      args: [1000, 1025],
      gives: "1.025 ÷ 1.000 = 102,50 %; peserta aktif 25 orang di atas angkatan kerja",
    },
    {
      note: { id: "Angkatan kerja belum diisi", en: "Labour force not filled in" },
      args: [0, 49397],
      gives: "#N/A",
    },
  ],
  compute: (labor, active, target) => {
    if (!(labor > 0)) return noLabor();
    const rest = labor - active;
    const parts = [
      `${shown(active)} ÷ ${shown(labor)} = ${writeShare(active, labor, "id")}`,
      rest < 0
        ? `peserta aktif ${shown(-rest)} orang di atas angkatan kerja`
        : `${shown(rest)} belum terlindungi`,
    ];
    if (target) {
      const goal = shareOf(labor, target);
      const left = goal > active ? `perlu ${shown(goal - active)} lagi` : "sudah tercapai";
      parts.push(`target ${writePercent(target, "id")} = ${shown(goal)} orang, ${left}`);
    }
    return parts.join("; ");
  },
});
