// UCJ_UNCOVERED: how many workers are not active participants yet.
import { define } from "../define";
import { active, labor } from "../params";
import { noLabor } from "../sentences";

export const uncovered = define({
  name: "UCJ_UNCOVERED",
  group: "capaian",
  about: {
    id: "Belum terlindungi: angkatan kerja dikurangi peserta aktif",
    en: "Not covered yet: the labour force less active participants",
  },
  params: [labor, active],
  result: {
    about: {
      id: "Orang; negatif bila peserta aktif melebihi angkatan kerja",
      en: "People; negative when active participants exceed the labour force",
    },
    format: "people",
  },
  keywords: {
    id: "belum terlindungi belum terdaftar sisa gap kekurangan",
    en: "uncovered unprotected gap remaining",
  },
  plain: "IF(labor>0,IF(active>=0,labor-active,NA()),NA())",
  sources: [
    {
      id: "Dashboard UCJ: angkatan kerja − peserta aktif (bukan selisih ke target)",
      en: "UCJ dashboard: labour force − active participants (not the distance to the target)",
    },
  ],
  see: ["UCJ_COVERAGE", "UCJ_NEEDED"],
  examples: [
    {
      note: { id: "Kota Kendari, 8 Juni 2025", en: "Kendari City, 8 June 2025" },
      args: [140940, 49397],
      gives: 91543,
    },
    {
      note: { id: "Kab. Konawe, 30 April 2025", en: "Konawe Regency, 30 April 2025" },
      args: [79388, 27636],
      gives: 51752,
    },
    {
      note: {
        id: "Angka rekaan: peserta aktif melebihi angkatan kerja",
        en: "Invented: more active participants than labour force",
      },
      args: [1000, 1025],
      gives: -25,
    },
    {
      note: { id: "Angkatan kerja belum diisi", en: "Labour force not filled in" },
      args: [0, 10],
      gives: "#N/A",
    },
  ],
  compute: (labor, active) => (labor > 0 ? labor - active : noLabor()),
});
