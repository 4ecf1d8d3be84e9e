// UCJ_RULE: the value of a rule in force, so that a sheet can quote the law instead of a typed number.
import { define } from "../define";
import { ruleFor, valueIn } from "../law";
import { date, key } from "../params";
import { isRefusal } from "../refuse";

export const rule = define({
  name: "UCJ_RULE",
  group: "aturan",
  about: {
    id: "Nilai suatu aturan yang berlaku pada suatu hari: kenaikan, batas, iuran, target nasional, tarif jakon",
    en: "The value of a rule in force on a day: growth, ceiling, contributions, national targets, construction rates",
  },
  params: [key, date],
  result: {
    about: {
      id: "Angka: 0,2 berarti 20 %; iuran dalam rupiah",
      en: "A number: 0.2 is 20 %; contributions in rupiah",
    },
    format: "number",
  },
  keywords: {
    id: "aturan nilai tarif dasar hukum berlaku iuran",
    en: "rule value law in force rate",
  },
  sources: [
    {
      id: "Setiap nilai beserta hari mulai berlaku dan sumbernya: lihat UCJ_SOURCE",
      en: "Every value with its first day in force and its source: see UCJ_SOURCE",
    },
  ],
  see: ["UCJ_SOURCE", "UCJ_NATIONAL", "UCJ_VERSION"],
  examples: [
    { note: { id: "Aturan 20 %", en: "The 20 % rule" }, args: ["pertumbuhan"], gives: 0.2 },
    { note: { id: "Target 2045", en: "Target of 2045" }, args: ["2045"], gives: 0.995 },
    {
      note: { id: "Iuran BPU per bulan", en: "Monthly BPU contribution" },
      args: ["iuran_bpu"],
      gives: 16800,
    },
    {
      note: { id: "RPJMN 2029, kunci bahasa Inggris", en: "RPJMN 2029, English key" },
      args: ["national_2029"],
      gives: 0.4392,
    },
    {
      note: { id: "Jakon lapis pertama: 0,24 %", en: "Construction, first layer: 0.24 %" },
      args: ["jakon_1"],
      gives: 0.0024,
    },
    {
      note: { id: "Batas pada 8 Juni 2025", en: "The ceiling on 8 June 2025" },
      args: ["batas", "8 Juni 2025"],
      gives: 0.995,
    },
    {
      note: { id: "Batas sebelum UU 59/2024 dipakai", en: "The ceiling before Law 59/2024 applied" },
      args: ["batas", "31/12/2024"],
      gives: "#N/A",
    },
    { note: { id: "Kunci tidak dikenal", en: "An unknown key" }, args: ["jkk_pu"], gives: "#VALUE!" },
    { note: { id: "Bukan tanggal", en: "Not a date" }, args: ["batas", "31 Juni 2025"], gives: "#VALUE!" },
  ],
  compute: (key, date) => {
    const found = ruleFor(key, date);
    return isRefusal(found) ? found : valueIn(found);
  },
});
