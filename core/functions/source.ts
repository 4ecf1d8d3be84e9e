// UCJ_SOURCE: where a rule stands, since when it is in force, and how sure we are of it.
import { writeDate } from "../dates";
import { define } from "../define";
import { type Confidence, ruleFor } from "../law";
import { date, key } from "../params";
import { isRefusal } from "../refuse";

const SURE: Readonly<Record<Confidence, string>> = {
  A: "naskah resmi",
  B: "beberapa laporan",
  C: "satu laporan",
  D: "belum ada sumber",
};

export const source = define({
  name: "UCJ_SOURCE",
  group: "aturan",
  about: {
    id: "Sumber suatu aturan, hari mulai berlakunya, dan seberapa yakin kami",
    en: "The source of a rule in Indonesian, its first day in force, and how sure we are",
  },
  params: [key, date],
  result: { about: { id: "Kalimat", en: "An Indonesian sentence" }, format: "text" },
  keywords: {
    id: "sumber dasar hukum kutipan rujukan aturan",
    en: "source citation legal basis reference",
  },
  sources: [
    {
      id: "A: naskah resmi; B: beberapa laporan; C: satu laporan; D: belum ada sumber",
      en: "A: legal text; B: several reports; C: one report; D: no source yet",
    },
  ],
  see: ["UCJ_RULE", "UCJ_VERSION"],
  examples: [
    {
      note: { id: "Target 2045", en: "Target of 2045" },
      args: ["batas"],
      gives: "UU 59/2024 (RPJPN 2025–2045). Berlaku sejak 1 Januari 2025; keyakinan B (beberapa laporan)",
    },
    {
      note: { id: "Target nasional 2026 (tahun terbitan)", en: "National target of 2026 (a published year)" },
      args: ["nasional_2026"],
      gives: "RKP 2026. Berlaku sejak 1 Januari 2026; keyakinan B (beberapa laporan)",
    },
    {
      note: { id: "Diskon BPU, tidak dipakai dalam anggaran", en: "The BPU discount, not used in budgets" },
      args: ["diskon_bpu"],
      gives:
        "PP 50/2025: JKK dan JKM BPU didiskon sementara; tidak berlaku bila APBN/APBD membayar. Berlaku sejak 22 Desember 2025; keyakinan B (beberapa laporan)",
    },
    {
      note: {
        id: "2027 bukan tahun terbitan: hasil interpolasi",
        en: "2027 is no published year: it is interpolated",
      },
      args: ["nasional_2027"],
      gives: "#VALUE!",
    },
    {
      note: { id: "Kunci belum diisi", en: "Key not filled in" },
      args: [""],
      gives: "#N/A",
    },
  ],
  compute: (key, date) => {
    const found = ruleFor(key, date);
    return isRefusal(found)
      ? found
      : `${found.source.id}. Berlaku sejak ${writeDate(found.from)}; keyakinan ${found.confidence} (${SURE[found.confidence]})`;
  },
});
