// UCJ_PATH: year by year to a target, once by the yearly rule and once steadily, as a table that spills.
import { type Answer, defineRange } from "../define";
import { grown, growthFor, reached } from "../growth";
import { GOAL_YEAR } from "../law";
import { writeNumber } from "../numbers";
import { coverage, goal, growth } from "../params";
import { isRefusal, refuse } from "../refuse";
import { noCoverage, noTarget, only } from "../sentences";

export const path = defineRange({
  name: "UCJ_PATH",
  group: "target",
  about: {
    id: "Jalur cakupan tahun demi tahun: menurut aturan 20 %, dan jalur tetap yang tiba di target pada tahun akhir",
    en: "Coverage year by year: by the 20 % rule, and a steady path that meets the target in the last year",
  },
  params: [
    coverage,
    {
      name: "start_year",
      kind: "year",
      label: { id: "Tahun awal", en: "Start year" },
      about: {
        id: "Tahun cakupan itu dicapai, misalnya 2025",
        en: "The year of that coverage, such as 2025",
      },
    },
    {
      name: "end_year",
      kind: "year",
      label: { id: "Tahun akhir", en: "End year" },
      about: { id: "Tahun terakhir jalur", en: "The last year of the path" },
      optional: {
        value: GOAL_YEAR,
        plain: String(GOAL_YEAR),
        about: { id: "2045 bila dikosongkan", en: "2045 when left out" },
      },
    },
    growth,
    goal,
  ],
  result: {
    about: {
      id: "Tabel: tahun, jalur aturan, jalur tetap; tidak melebihi target dan tidak di bawah cakupan awal",
      en: "Table: year, path by the rule, steady path; never above the target nor below the first coverage",
    },
    format: "text",
  },
  keywords: {
    id: "jalur lintasan proyeksi tahunan RPJMD peta jalan",
    en: "path projection yearly roadmap trajectory",
  },
  sources: [
    {
      id: "Aturan 20 % (Permendagri 5/2024, menurut BPJS Ketenagakerjaan); 99,5 % pada 2045 menurut UU 59/2024",
      en: "20 % rule (Permendagri 5/2024, as quoted by BPJS Ketenagakerjaan); 99.5 % in 2045 by Law 59/2024",
    },
  ],
  see: ["UCJ_TARGET", "UCJ_GROWTH", "UCJ_YEARS", "UCJ_NATIONAL"],
  examples: [
    {
      note: { id: "Kota Kendari, 2025 sampai 2031", en: "Kendari City, 2025 to 2031" },
      args: [0.35048247481197675, 2025, 2031],
      gives: [
        ["Tahun", "Jalur aturan 20 %", "Jalur tetap"],
        [2025, 0.35048247481197675, 0.35048247481197675],
        [2026, 0.4205789697743721, 0.41705413913568784],
        [2027, 0.5046947637292465, 0.496270619703653],
        [2028, 0.6056337164750958, 0.5905337098235094],
        [2029, 0.7267604597701149, 0.7027014064345786],
        [2030, 0.8721125517241379, 0.8361745627573262],
        [2031, 0.995, 0.995],
      ],
    },
    {
      note: {
        id: "Kab. Sinjai: naik 15 % per tahun, target 90 % pada 2028",
        en: "Sinjai Regency: up 15 % a year, target 90 % in 2028",
      },
      args: [0.336, 2025, 2028, 0.15, 0.9],
      gives: [
        ["Tahun", "Jalur naik 15 %", "Jalur tetap"],
        [2025, 0.336, 0.336],
        [2026, 0.3864, 0.46663110840177235],
        [2027, 0.44436, 0.6480493789531745],
        [2028, 0.511014, 0.9],
      ],
    },
    {
      note: { id: "Angka rekaan: target sudah terlampaui", en: "Invented: the target is passed already" },
      args: [0.998, 2025, 2026],
      gives: [
        ["Tahun", "Jalur aturan 20 %", "Jalur tetap"],
        [2025, 0.998, 0.998],
        [2026, 0.998, 0.998],
      ],
    },
    {
      note: { id: "Tahun akhir sebelum tahun awal", en: "The end year before the start year" },
      args: [0.336, 2025, 2024],
      gives: "#VALUE!",
    },
    {
      note: { id: "Cakupan belum diisi", en: "Coverage not filled in" },
      args: [0, 2025],
      gives: "#N/A",
    },
  ],
  spill: (...columns) => {
    const values = columns.map(only);
    const refused = values.find(isRefusal);
    if (refused) return refused;
    const [coverage = 0, start = 0, end = 0, growth = 0, target = 0] = values as number[];
    if (!(coverage > 0)) return noCoverage();
    if (!(target > 0)) return noTarget();
    const span = end - start;
    if (span < 1)
      return refuse(
        `Tahun akhir (${end}) harus sesudah tahun awal (${start})`,
        `The end year (${end}) must be after the start year (${start})`,
      );
    const along = (rate: number, year: number): number =>
      Math.max(coverage, Math.min(target, coverage * grown(rate, year)));
    const steady = reached(coverage, target) ? 0 : growthFor(target / coverage, span);
    const name = growth === lawful ? "Jalur aturan" : "Jalur naik";
    const rows: Answer[][] = [["Tahun", `${name} ${writeNumber(growth * 100, "id")} %`, "Jalur tetap"]];
    for (let n = 0; n < span; n++) rows.push([start + n, along(growth, n), along(steady, n)]);
    rows.push([end, along(growth, span), Math.max(coverage, target)]);
    return rows;
  },
});

const lawful = growth.optional.value;
