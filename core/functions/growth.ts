// UCJ_GROWTH: the yearly growth that just reaches a target in time.
import { define } from "../define";
import { growthFor, reached } from "../growth";
import { coverage, target, years } from "../params";
import { noCoverage, noTarget, noYears } from "../sentences";

export const growth = define({
  name: "UCJ_GROWTH",
  group: "target",
  about: {
    id: "Kenaikan per tahun (relatif, bukan poin) yang pas mencapai target; 0 bila sudah tercapai (berbeda dari RRI)",
    en: "Yearly growth (relative, not points) that just reaches the target; 0 once reached (unlike RRI)",
  },
  params: [coverage, target, years],
  result: {
    about: {
      id: "Kenaikan per tahun: 0,0536 berarti naik 5,36 % dari tahun sebelumnya; sama dengan RRI selama target belum tercapai",
      en: "Yearly growth: 0.0536 is up 5.36 % on the year before; the same as RRI while the target is not reached",
    },
    format: "share",
  },
  keywords: {
    id: "kenaikan pertumbuhan per tahun laju yang diperlukan RRI",
    en: "required growth rate per year RRI CAGR",
  },
  plain:
    "IF(coverage>0,IF(target>0,IF(target-coverage<=1/10^12,0,IF(years>0,(target/coverage)^(1/years)-1,NA())),NA()),NA())",
  sources: [
    {
      id: "Pertumbuhan majemuk: (target ÷ cakupan) pangkat (1 ÷ tahun) − 1",
      en: "Compound growth: (target ÷ coverage) to the power (1 ÷ years) − 1",
    },
  ],
  see: ["UCJ_YEARS", "UCJ_PATH", "UCJ_TARGET"],
  examples: [
    {
      note: { id: "Kota Kendari ke 99,5 % dalam 20 tahun", en: "Kendari City to 99.5 % in 20 years" },
      args: [0.35048247481197675, 0.995, 20],
      gives: 0.05355651901128643,
    },
    {
      note: { id: "RPJMN: 32,15 % (2025) ke 43,92 % (2029)", en: "RPJMN: 32.15 % (2025) to 43.92 % (2029)" },
      args: [0.3215, 0.4392, 4],
      gives: 0.08111113031998797,
    },
    {
      note: {
        id: "Kab. Sinjai: 33,6 % ke 40,32 %, satu tahun",
        en: "Sinjai Regency: 33.6 % to 40.32 %, one year",
      },
      args: [0.336, 0.4032, 1],
      gives: 0.2,
    },
    {
      note: {
        id: "Target sudah tercapai (RRI akan negatif)",
        en: "Target reached already (RRI would be negative)",
      },
      args: [0.7611, 0.6795, 5],
      gives: 0,
    },
    {
      note: { id: "Jumlah tahun belum diisi", en: "Number of years not filled in" },
      args: [0.336, 0.4032, 0],
      gives: "#N/A",
    },
    {
      note: { id: "33,6 tanpa tanda persen", en: "33.6 without its percent sign" },
      args: [33.6, 0.4032, 1],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  compute: (coverage, target, years) => {
    if (!(coverage > 0)) return noCoverage();
    if (!(target > 0)) return noTarget();
    if (reached(coverage, target)) return 0;
    return years > 0 ? growthFor(target / coverage, years) : noYears();
  },
});
