// UCJ_YEARS: in how many years a yearly growth reaches a target.
import { define } from "../define";
import { reached, yearsUntil } from "../growth";
import { coverage, goal, growth } from "../params";
import { refuse } from "../refuse";
import { noCoverage, noTarget } from "../sentences";

export const years = define({
  name: "UCJ_YEARS",
  group: "target",
  about: {
    id: "Berapa tahun lagi target tercapai bila cakupan naik sekian persen per tahun; 0 bila sudah tercapai",
    en: "How many years until the target is reached at a yearly growth; 0 once reached",
  },
  params: [coverage, goal, growth],
  result: {
    about: {
      id: "Tahun, bilangan bulat: PDURATION dibulatkan ke atas, tetapi 0 (bukan negatif) bila target sudah tercapai",
      en: "Whole years: PDURATION rounded up, but 0 (not negative) once the target is reached",
    },
    format: "number",
  },
  keywords: {
    id: "berapa tahun lagi lama waktu tercapai kapan target",
    en: "how many years until target duration PDURATION",
  },
  plain:
    "IF(coverage>0,IF(target>0,IF(target-coverage<=1/10^12,0,IF(growth>0,ROUNDUP(ROUND(LN(target/coverage)/LN(1+growth),9),0),NA())),NA()),NA())",
  sources: [
    {
      id: "Aturan 20 % (Permendagri 5/2024, menurut BPJS Ketenagakerjaan) dan target 99,5 % UU 59/2024",
      en: "20 % rule (Permendagri 5/2024, as quoted by BPJS Ketenagakerjaan) and the 99.5 % of Law 59/2024",
    },
  ],
  see: ["UCJ_GROWTH", "UCJ_TARGET", "UCJ_PATH"],
  examples: [
    {
      note: {
        id: "Kota Kendari ke 99,5 % menurut aturan 20 %",
        en: "Kendari City to 99.5 % by the 20 % rule",
      },
      args: [0.35048247481197675],
      gives: 6,
    },
    {
      note: { id: "Kota Kendari bila hanya naik 5 % per tahun", en: "Kendari City at only 5 % a year" },
      args: [0.35048247481197675, undefined, 0.05],
      gives: 22,
    },
    {
      note: { id: "Kab. Sinjai: 33,6 % ke 40,32 %", en: "Sinjai Regency: 33.6 % to 40.32 %" },
      args: [0.336, 0.4032],
      gives: 1,
    },
    {
      note: {
        id: "Angka rekaan: 25 % naik dua kali 20 % tepat 36 %",
        en: "Invented: 25 % raised twice by 20 % is exactly 36 %",
      },
      args: [0.25, 0.36],
      gives: 2,
    },
    {
      note: { id: "Target sudah tercapai", en: "Target reached already" },
      args: [0.7611, 0.6795],
      gives: 0,
    },
    {
      note: {
        id: "Cakupan turun: target tidak akan tercapai",
        en: "Falling coverage: the target is never reached",
      },
      args: [0.6795, 0.7611, -0.05],
      gives: "#N/A",
    },
    {
      note: {
        id: "Kenaikan 0,01 % per tahun: lebih dari 1.000 tahun",
        en: "Growth of 0.01 % a year: more than 1,000 years",
      },
      args: [0.3505, 0.995, 0.0001],
      gives: "#N/A",
      plainDiffers: true,
    },
  ],
  compute: (coverage, target, growth) => {
    if (!(coverage > 0)) return noCoverage();
    if (!(target > 0)) return noTarget();
    if (reached(coverage, target)) return 0;
    return (
      (growth > 0 ? yearsUntil(coverage, target, growth) : undefined) ??
      refuse(
        "Target tidak akan tercapai dalam 1.000 tahun; perbesar kenaikan per tahun",
        "The target is not reached within 1,000 years; raise the yearly growth",
        "missing",
      )
    );
  },
});
