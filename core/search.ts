// Finds functions by the words a planner thinks in, Indonesian or English, in any order, also half typed.
import type { Group } from "./define";
import { type Listed, listed } from "./listed";
import type { Words } from "./words";

export const GROUPS: Readonly<Record<Group, Words>> = {
  capaian: { id: "Capaian", en: "Achievement" },
  target: { id: "Target", en: "Targets" },
  segmen: { id: "Segmen", en: "Segments" },
  periksa: { id: "Periksa", en: "Checks" },
  anggaran: { id: "Anggaran", en: "Budget" },
  aturan: { id: "Aturan", en: "Rules" },
};

/** One meaning a line: who types one of them also finds the others. */
const SYNONYMS = [
  "anggaran biaya dana belanja apbd apbn duit budget cost",
  "aturan peraturan regulasi hukum uu pp permendagri perda ketentuan regulation law",
  "belum tidak sisa",
  "cakupan kepesertaan universal coverage",
  "capaian realisasi kinerja progres prestasi achievement",
  "cek periksa validasi verifikasi uji telaah check audit",
  "daerah wilayah kabupaten kota region regency",
  "gabungan agregat keseluruhan total combined overall",
  "informal bpu mandiri",
  "formal pu penerima",
  "iuran premi contribution premium",
  "kecamatan kelurahan desa district village",
  "kekurangan kurang gap defisit selisih shortfall missing",
  "konstruksi jakon proyek kontraktor construction",
  "migran pmi tki migrant",
  "naik tumbuh tambah growth increase",
  "orang jiwa kepala people head",
  "pekerja buruh karyawan tenaga worker labour labor",
  "peringkat ranking rangking urutan rank",
  "persen persentase proporsi rasio percent percentage share",
  "proyeksi jalur prakiraan prediksi rencana roadmap projection forecast",
  "rapor evaluasi monev penilaian evaluation",
  "sasaran target goal",
  "sumber rujukan referensi kutipan source reference",
  "terlindungi terdaftar tercakup terjamin protected covered",
].map((line) => line.split(" "));

/** They say nothing about which function is meant, unless nothing else was typed. */
const FILLERS = new Set(
  "ucj yang dan atau ke di dari untuk dengan pada per apa berapa bagaimana cara rumus fungsi hitung menghitung the a an of to in for how many much what is and or function formula calculate".split(
    " ",
  ),
);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** "perlindungan", "terlindungi" and "perlindungannya" become "lindung"; never shorter than four letters. */
const stem = (word: string): string =>
  word
    .replace(/^(.{5,})nya$/, "$1")
    .replace(/^(.{5,}?)(?:kan|an|i)$/, "$1")
    .replace(/^(?:peng|pem|pen|per|meng|mem|men|ter|ber|ke|di|se)(?=.{4})/, "");

/** One letter wrong, missing, added, or two swapped. */
function nearly(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const x = a.slice(from, a.length - end);
  const y = b.slice(from, b.length - end);
  return (x.length < 2 && y.length < 2) || (x.length === 2 && x === `${y[1]}${y[0]}`);
}

interface Entry {
  readonly fn: Listed;
  /** As written, and their stems. */
  readonly words: ReadonlySet<string>;
}

const textOf = ({ name, about, keywords, group, labels }: Listed): string =>
  [name, about, keywords, GROUPS[group], ...labels]
    .map((part) => (typeof part === "string" ? part.replace(/_/g, " ") : `${part.id} ${part.en}`))
    .join(" ");

let index: readonly Entry[] | undefined;

/** Made when first asked: a pane that never searches does not pay for it. */
const entries = (): readonly Entry[] => {
  index ??= listed.map((fn) => {
    const words = wordsIn(textOf(fn));
    return { fn, words: new Set([...words, ...words.map(stem)]) };
  });
  return index;
};

const some = (words: ReadonlySet<string>, test: (word: string) => boolean): boolean => {
  for (const word of words) if (test(word)) return true;
  return false;
};

/** Who knows the word as typed so far or its meaning; only when nobody does, who knows it in another form or spelling. */
function knowing(typed: string): readonly Entry[] {
  const root = stem(typed);
  const meanings = new Set(
    SYNONYMS.filter((line) => line.some((word) => word === typed || stem(word) === root)).flat(),
  );
  const ways: ((word: string) => boolean)[] = [
    (word) => word.startsWith(typed) || meanings.has(word),
    (word) => word.startsWith(root),
    (word) => typed.length >= 5 && nearly(typed, word),
  ];
  for (const way of ways) {
    const found = entries().filter(({ words }) => some(words, way));
    if (found.length > 0) return found;
  }
  return [];
}

/** The functions that know most of the words typed, in reading order; all of them while nothing is typed. */
export function search(query: string): readonly Listed[] {
  const typed = wordsIn(query.replace(/_/g, " "));
  const telling = typed.filter((word) => !FILLERS.has(word));
  const asked = [...new Set(telling.length > 0 ? telling : typed)];
  if (asked.length === 0) return listed;
  const known = new Map<Listed, number>();
  for (const word of asked) for (const { fn } of knowing(word)) known.set(fn, (known.get(fn) ?? 0) + 1);
  const most = Math.max(0, ...known.values());
  return most === 0 ? [] : listed.filter((fn) => known.get(fn) === most);
}
