// UCJ_COVERAGE: the share of a region's labour force that is an active participant.
import { define } from "../define";
import { active, labor } from "../params";
import { noLabor } from "../sentences";

export const coverage = define({
  name: "UCJ_COVERAGE",
  group: "capaian",
  about: {
    id: "Cakupan UCJ: peserta aktif dibagi angkatan kerja (di luar ASN, TNI, Polri)",
    en: "UCJ coverage: active participants over the labour force (outside ASN, TNI, Polri)",
  },
  params: [labor, active],
  result: {
    about: {
      id: "Cakupan 0..1; di atas 1 berarti di atas 100 %",
      en: "Share 0..1; above 1 means above 100 %",
    },
    format: "share",
  },
  keywords: {
    id: "cakupan capaian kepesertaan persen tingkat perlindungan pekerja terlindungi",
    en: "coverage rate ratio achievement percent",
  },
  plain: "IF(labor>0,IF(active>=0,active/labor,NA()),NA())",
  sources: [
    {
      id: "Dashboard UCJ: peserta aktif ÷ angkatan kerja di luar ASN, TNI, Polri",
      en: "UCJ dashboard: active participants ÷ labour force outside ASN, TNI, Polri",
    },
  ],
  see: ["UCJ_UNCOVERED", "UCJ_TARGET", "UCJ_NEEDED"],
  examples: [
    {
      note: { id: "Kota Kendari, 8 Juni 2025", en: "Kendari City, 8 June 2025" },
      args: [140940, 49397],
      gives: 0.35048247481197675,
    },
    {
      note: { id: "Kab. Konawe, 30 April 2025", en: "Konawe Regency, 30 April 2025" },
      args: [79388, 27636],
      gives: 0.34811306494684335,
    },
    {
      note: { id: "Kab. Banyumas, April 2025", en: "Banyumas Regency, April 2025" },
      args: [684654, 214687],
      gives: 0.31357006604796,
    },
    {
      note: { id: "Kendari dan Konawe sekaligus, satu rumus", en: "Kendari and Konawe at once, one formula" },
      args: [
        [[140940], [79388]],
        [[49397], [27636]],
      ],
      gives: [[0.35048247481197675], [0.34811306494684335]],
    },
    {
      note: { id: "Angkatan kerja belum diisi", en: "Labour force not filled in" },
      args: [0, 10],
      gives: "#N/A",
    },
    {
      note: { id: "140.940 terbaca 140,94", en: "140.940 read as 140.94" },
      args: [140.94, 49397],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  compute: (labor, active) => (labor > 0 ? active / labor : noLabor()),
});
