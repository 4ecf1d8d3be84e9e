// UCJ_STATUS: one word for where a region stands between last year and its target.
import { define } from "../define";
import { reached } from "../growth";
import { GROWTH, inForce, plainOf, valueIn } from "../law";
import { coverage, target } from "../params";
import { noCoverage, noTarget } from "../sentences";

const rule = inForce(GROWTH);

export const status = define({
  name: "UCJ_STATUS",
  group: "capaian",
  about: {
    id: "Status: tercapai, sesuai jalur (naik paling sedikit 20 % dari tahun lalu), di bawah jalur, atau menurun",
    en: "Status in Indonesian: reached, on track (up at least 20 % on last year), below track, or falling",
  },
  params: [
    coverage,
    target,
    {
      name: "previous",
      kind: "share",
      label: { id: "Capaian tahun lalu", en: "Last year's achievement" },
      about: {
        id: "Cakupan tahun lalu, misalnya 33,6% atau 0,336",
        en: "Coverage last year, such as 33.6% or 0.336",
      },
      optional: {
        value: undefined,
        plain: "0",
        about: {
          id: "hanya dibandingkan dengan target bila dikosongkan",
          en: "only the target counts when left out",
        },
      },
    },
  ],
  result: {
    about: {
      id: "Teks: tercapai, sesuai jalur, di bawah jalur, atau menurun",
      en: "Text: tercapai, sesuai jalur, di bawah jalur or menurun",
    },
    format: "text",
  },
  keywords: {
    id: "status sudah tercapai belum jalur menurun evaluasi rapor",
    en: "status on track below falling reached evaluation",
  },
  plain: `IF(coverage>0,IF(target>0,IF(coverage-target>=-1/10^12,"tercapai",IF(coverage-previous<-1/10^12,"menurun",IF(previous>0,IF(coverage-previous*(1+${plainOf(rule)})>=-1/10^12,"sesuai jalur","di bawah jalur"),"di bawah jalur"))),NA()),NA())`,
  sources: [
    {
      id: "Aturan 20 % (Permendagri 5/2024, menurut BPJS Ketenagakerjaan)",
      en: "20 % rule (Permendagri 5/2024, as quoted by BPJS Ketenagakerjaan)",
    },
  ],
  see: ["UCJ_TARGET", "UCJ_ACHIEVEMENT"],
  examples: [
    {
      note: { id: "Maluku Utara, Mei 2025, target 68,14 %", en: "North Maluku, May 2025, target 68.14 %" },
      args: [0.4164, 0.6814],
      gives: "di bawah jalur",
    },
    {
      note: {
        id: "Kab. Sinjai: dari 33,6 % ke 40,32 %, target 99,5 %",
        en: "Sinjai Regency: from 33.6 % to 40.32 %, target 99.5 %",
      },
      args: [0.4032, 0.995, 0.336],
      gives: "sesuai jalur",
    },
    {
      note: { id: "Kab. Sinjai bila berhenti di 40,3 %", en: "Sinjai Regency if it stops at 40.3 %" },
      args: [0.403, 0.995, 0.336],
      gives: "di bawah jalur",
    },
    {
      note: {
        id: "Sulawesi Utara 2025: 76,11 % turun ke 67,95 %",
        en: "North Sulawesi 2025: 76.11 % down to 67.95 %",
      },
      args: [0.6795, 0.995, 0.7611],
      gives: "menurun",
    },
    {
      note: {
        id: "Angka rekaan: target tercapai walau turun",
        en: "Invented: target reached although falling",
      },
      args: [0.7, 0.68, 0.72],
      gives: "tercapai",
    },
    {
      note: { id: "Cakupan belum diisi", en: "Coverage not filled in" },
      args: [0, 0.68],
      gives: "#N/A",
    },
  ],
  compute: (coverage, target, previous) => {
    if (!(coverage > 0)) return noCoverage();
    if (!(target > 0)) return noTarget();
    if (reached(coverage, target)) return "tercapai";
    if (!previous) return "di bawah jalur";
    if (!reached(coverage, previous)) return "menurun";
    return reached(coverage, previous * (1 + valueIn(rule))) ? "sesuai jalur" : "di bawah jalur";
  },
});
