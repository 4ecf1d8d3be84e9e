// UCJ_WORKERS_FOR: how many workers a budget covers for some months.
import { define } from "../define";
import { contribution, months } from "../params";
import { noContribution, noMonths } from "../sentences";

export const workersFor = define({
  name: "UCJ_WORKERS_FOR",
  group: "anggaran",
  about: {
    id: "Berapa pekerja yang terbiayai suatu anggaran; diskon PP 50/2025 tidak berlaku bila APBN/APBD membayar",
    en: "How many workers a budget covers; no PP 50/2025 discount where APBN/APBD pays",
  },
  params: [
    {
      name: "budget",
      kind: "rupiah",
      label: { id: "Anggaran", en: "Budget" },
      about: { id: "Anggaran yang tersedia, rupiah", en: "The budget at hand, rupiah" },
    },
    months,
    contribution,
  ],
  result: { about: { id: "Orang, dibulatkan ke bawah", en: "People, rounded down" }, format: "people" },
  keywords: {
    id: "berapa pekerja dari anggaran cukup untuk dana rentan",
    en: "how many workers from a budget",
  },
  plain: "IF(budget>=0,IF(months>0,IF(contribution>0,INT(budget/(months*contribution)),NA()),NA()),NA())",
  sources: [
    {
      id: "PP 44/2015: JKK Rp 10.000 + JKM Rp 6.800 per bulan; PP 50/2025 tidak mendiskon iuran yang dibayar APBN/APBD",
      en: "PP 44/2015: JKK Rp 10,000 + JKM Rp 6,800 a month; PP 50/2025 gives no discount where APBN/APBD pays",
    },
  ],
  see: ["UCJ_BUDGET", "UCJ_COVERAGE"],
  examples: [
    {
      note: {
        id: "Penajam Paser Utara 2025: Rp 3 miliar setahun tidak cukup untuk 15.000 pekerja",
        en: "Penajam Paser Utara 2025: Rp 3 billion for a year does not carry 15,000 workers",
      },
      args: [3000000000, 12],
      gives: 14880,
    },
    {
      note: {
        id: "Lampung 2024: tepat 22.100 pekerja, 5 bulan",
        en: "Lampung 2024: exactly 22,100 workers, 5 months",
      },
      args: [1856400000, 5],
      gives: 22100,
    },
    {
      note: { id: "Angka rekaan: kurang satu rupiah", en: "Invented: one rupiah short" },
      args: [1856399999, 5],
      gives: 22099,
    },
    {
      note: { id: "Jumlah bulan belum diisi", en: "Number of months not filled in" },
      args: [3000000000, 0],
      gives: "#N/A",
    },
  ],
  compute: (budget, months, contribution) => {
    if (!(months > 0)) return noMonths();
    if (!(contribution > 0)) return noContribution();
    const each = months * contribution;
    const workers = Math.floor(budget / each);
    // The division can round up to the next whole worker.
    return workers * each > budget ? workers - 1 : workers;
  },
});
