// UCJ_BUDGET: what it costs a government to cover workers for some months.
import { define } from "../define";
import { contribution, months } from "../params";
import { noContribution, noMonths } from "../sentences";

export const budget = define({
  name: "UCJ_BUDGET",
  group: "anggaran",
  about: {
    id: "Kebutuhan anggaran pekerja rentan: pekerja × bulan × iuran; diskon PP 50/2025 tidak berlaku bila APBN/APBD membayar",
    en: "Budget for vulnerable workers: workers × months × contribution; no PP 50/2025 discount where APBN/APBD pays",
  },
  params: [
    {
      name: "workers",
      kind: "people",
      label: { id: "Jumlah pekerja", en: "Number of workers" },
      about: { id: "Pekerja yang dibiayai, orang", en: "Workers paid for, people" },
    },
    months,
    contribution,
  ],
  result: { about: { id: "Jumlah rupiah", en: "An amount in rupiah" }, format: "rupiah" },
  keywords: {
    id: "anggaran biaya kebutuhan dana pekerja rentan BPU petani nelayan APBD DBH",
    en: "budget cost vulnerable workers funding",
  },
  plain: "IF(workers>=0,IF(months>0,IF(contribution>0,workers*months*contribution,NA()),NA()),NA())",
  sources: [
    {
      id: "PP 44/2015: JKK Rp 10.000 + JKM Rp 6.800 per bulan; PP 50/2025 tidak mendiskon iuran yang dibayar APBN/APBD",
      en: "PP 44/2015: JKK Rp 10,000 + JKM Rp 6,800 a month; PP 50/2025 gives no discount where APBN/APBD pays",
    },
  ],
  see: ["UCJ_WORKERS_FOR", "UCJ_RULE"],
  examples: [
    {
      note: {
        id: "Lampung 2024 (DBH sawit): 22.100 pekerja, 5 bulan",
        en: "Lampung 2024 (palm-oil revenue): 22,100 workers, 5 months",
      },
      args: [22100, 5],
      gives: 1856400000,
    },
    {
      note: {
        id: "Papua Barat 2025: 30.000 pekerja setahun",
        en: "West Papua 2025: 30,000 workers for a year",
      },
      args: [30000, 12],
      gives: 6048000000,
    },
    {
      note: {
        id: "Penajam Paser Utara 2025: 15.000 pekerja setahun",
        en: "Penajam Paser Utara 2025: 15,000 workers for a year",
      },
      args: [15000, 12],
      gives: 3024000000,
    },
    {
      note: {
        id: "Angka rekaan: dengan JHT, iuran Rp 36.800",
        en: "Invented: with JHT, contribution Rp 36,800",
      },
      args: [100, 12, 36800],
      gives: 44160000,
    },
    {
      note: { id: "Jumlah bulan belum diisi", en: "Number of months not filled in" },
      args: [22100, 0],
      gives: "#N/A",
    },
    {
      note: { id: "Pekerja bukan bilangan bulat", en: "Workers not a whole number" },
      args: [22.1, 5],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  compute: (workers, months, contribution) => {
    if (!(months > 0)) return noMonths();
    if (!(contribution > 0)) return noContribution();
    const rupiah = workers * months * contribution;
    // Beyond this a number loses whole rupiah; what is not a number is refused for its size.
    return rupiah <= Number.MAX_SAFE_INTEGER ? rupiah : Number.NaN;
  },
});
