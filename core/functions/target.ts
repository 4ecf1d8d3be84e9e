// UCJ_TARGET: the lowest coverage the 20 % rule expects after some years.
import { define } from "../define";
import { grown, powersOf } from "../growth";
import { ceiling, growth, prev, years } from "../params";
import { noAchievement, noCeiling } from "../sentences";

export const target = define({
  name: "UCJ_TARGET",
  group: "target",
  about: {
    id: "Target cakupan: capaian tahun lalu naik 20 % per tahun (relatif, bukan poin), paling tinggi 99,5 %",
    en: "Target coverage: last year's achievement rising 20 % a year (relative, not points), at most 99.5 %",
  },
  params: [prev, years, growth, ceiling],
  result: {
    about: {
      id: "Cakupan 0..1; tidak pernah di bawah capaian tahun lalu",
      en: "Share 0..1; never below last year's achievement",
    },
    format: "share",
  },
  keywords: {
    id: "target sasaran kenaikan tahun depan aturan 20 persen",
    en: "target goal growth next year 20 percent rule",
  },
  plain: "IF(prev>0,IF(ceiling>0,MAX(prev,MIN(ceiling,prev*(1+growth)^years)),NA()),NA())",
  sources: [
    {
      id: "Aturan 20 % (Permendagri 5/2024, menurut BPJS Ketenagakerjaan); batas 99,5 % UU 59/2024",
      en: "20 % rule (Permendagri 5/2024, as quoted by BPJS Ketenagakerjaan); 99.5 % ceiling of Law 59/2024",
    },
  ],
  see: ["UCJ_NEEDED", "UCJ_COVERAGE"],
  examples: [
    {
      note: { id: "Kab. Sinjai: dari 33,6 %, satu tahun", en: "Sinjai Regency: from 33.6 %, one year" },
      args: [0.336, 1],
      gives: 0.4032,
    },
    {
      note: {
        id: "Kota Kendari: setelah 6 tahun menyentuh batas 99,5 %",
        en: "Kendari City: after 6 years it meets the 99.5 % ceiling",
      },
      args: [0.35048247, 6],
      gives: 0.995,
    },
    {
      note: {
        id: "Angka rekaan: capaian di atas batas tidak diturunkan",
        en: "Invented: an achievement above the ceiling is not lowered",
      },
      args: [0.998, 1],
      gives: 0.998,
    },
    {
      note: { id: "Batas lain, kenaikan dikosongkan", en: "Another ceiling, growth left out" },
      args: [0.336, 10, undefined, 0.9],
      gives: 0.9,
    },
    {
      note: { id: "Lima tahun ke depan, satu rumus", en: "Five years ahead, one formula" },
      args: [0.336, [[1, 2, 3, 4, 5]]],
      gives: [[0.4032, 0.48384, 0.580608, 0.6967296, 0.83607552]],
    },
    {
      note: { id: "33,6 tanpa tanda persen", en: "33.6 without its percent sign" },
      args: [33.6, 1],
      gives: "#VALUE!",
      plainDiffers: true,
    },
    {
      note: { id: "Capaian belum diisi", en: "Achievement not filled in" },
      args: [0, 1],
      gives: "#N/A",
    },
  ],
  compute: (prev, years, growth, ceiling) =>
    prev > 0
      ? ceiling > 0
        ? Math.max(prev, Math.min(ceiling, prev * grown(growth, years)))
        : noCeiling()
      : noAchievement(),
  along: (answer, prev, years, growth, ceiling) => {
    const powers = powersOf(growth, 100);
    for (let c = 0; c < answer.length; c++)
      answer[c] = Math.max(prev, Math.min(ceiling, prev * (powers[years[c] as number] as number)));
    return prev > 0 && ceiling > 0;
  },
});
