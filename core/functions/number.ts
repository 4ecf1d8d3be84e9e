// UCJ_NUMBER: the number in a text as Indonesians write it, refused when it can be read in two ways.
import { define, type Param } from "../define";
import { readNumber } from "../numbers";
import { named } from "../read";
import { isRefusal } from "../refuse";

const text = {
  name: "text",
  kind: "any",
  label: { id: "Teks", en: "Text" },
  about: {
    id: "Teks berisi satu angka; sel yang sudah berisi angka dikembalikan apa adanya",
    en: "Text with one number in it; a cell that holds a number already is given back as it is",
  },
} as const satisfies Param;

export const number = define({
  name: "UCJ_NUMBER",
  group: "periksa",
  about: {
    id: 'Angka dari teks Indonesia: "140.940 orang", "35,05 persen", "1,2 juta"; ditolak bila bisa dibaca dua cara',
    en: 'Number from Indonesian text: "140.940 orang", "35,05 persen", "1,2 juta"; refused when it has two readings',
  },
  params: [text],
  result: {
    about: { id: "Angka; persen menjadi pecahan 0..1", en: "A number; a percentage becomes a share 0..1" },
    format: "number",
  },
  keywords: {
    id: "angka teks ubah konversi baca ribu juta miliar",
    en: "number from text convert parse thousand million",
  },
  sources: [
    {
      id: "Penulisan angka Indonesia: titik untuk ribuan, koma untuk desimal",
      en: "Indonesian number writing: a dot for thousands, a comma for decimals",
    },
  ],
  see: ["UCJ_EXPLAIN", "UCJ_COVERAGE"],
  examples: [
    {
      note: { id: "Angkatan kerja Kota Kendari", en: "Kendari City's labour force" },
      args: ["140.940 orang"],
      gives: 140940,
    },
    {
      note: { id: "Cakupan Kota Kendari", en: "Kendari City's coverage" },
      args: ["35,05 persen"],
      gives: 0.3505,
    },
    {
      note: { id: "Anggaran Lampung 2024", en: "Lampung's budget in 2024" },
      args: ["Rp1,86 miliar"],
      gives: 1860000000,
    },
    {
      note: { id: "Sudah angka", en: "A number already" },
      args: [49397],
      gives: 49397,
    },
    {
      note: {
        id: "140,94 atau 140.940? Bisa dibaca dua cara",
        en: "140.94 or 140,940? It can be read in two ways",
      },
      args: ["140,940"],
      gives: "#VALUE!",
    },
    {
      note: { id: "Tidak ada data", en: "No data" },
      args: ["-"],
      gives: "#N/A",
    },
  ],
  compute: (cell) => {
    if (typeof cell === "number") return cell;
    const printed = readNumber(cell as string);
    return isRefusal(printed) ? named(text, printed) : printed.value;
  },
});
