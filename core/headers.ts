// Recognises column headings as planners write them, in Indonesian and English, in any order, and says what each holds.
import type { Words } from "./words";

/** What the cells under a heading are; `points` are percentage points, `change` people with their sign. */
export type Unit =
  | "name"
  | "people"
  | "change"
  | "share"
  | "points"
  | "rupiah"
  | "year"
  | "month"
  | "months"
  | "date"
  | "ignore";

interface Meaning {
  readonly unit: Unit;
  readonly words: Words;
}

const meaning = (unit: Unit, id: string, en: string): Meaning => ({ unit, words: { id, en } });

/** Every column a table can use, in the words it is shown by. */
export const HEADINGS = {
  province: meaning("name", "Provinsi", "Province"),
  regency: meaning("name", "Kabupaten/kota", "Regency/city"),
  district: meaning("name", "Kecamatan", "District"),
  village: meaning("name", "Desa/kelurahan", "Village"),
  region: meaning("name", "Wilayah", "Region"),
  segment: meaning("name", "Segmen", "Segment"),
  group: meaning("name", "Kelompok", "Group"),
  agency: meaning("name", "OPD", "Agency"),
  fundSource: meaning("name", "Sumber dana", "Source of funds"),
  labor: meaning("people", "Angkatan kerja", "Labour force"),
  active: meaning("people", "Peserta aktif", "Active participants"),
  uncovered: meaning("people", "Belum terlindungi", "Not covered yet"),
  targetWorkers: meaning("people", "Target (orang)", "Target (people)"),
  neededWorkers: meaning("people", "Gap ke target (orang)", "Gap to target (people)"),
  workers: meaning("people", "Pekerja dibiayai", "Workers paid for"),
  added: meaning("change", "Tambahan peserta", "Added participants"),
  previousLabor: meaning("people", "Angkatan kerja sebelumnya", "Earlier labour force"),
  previousActive: meaning("people", "Peserta aktif sebelumnya", "Earlier active participants"),
  coverage: meaning("share", "Cakupan", "Coverage"),
  target: meaning("share", "Target", "Target"),
  previousCoverage: meaning("share", "Cakupan sebelumnya", "Earlier coverage"),
  achievement: meaning("share", "Capaian terhadap target", "Achievement of target"),
  part: meaning("share", "Kontribusi", "Contribution"),
  gapPoints: meaning("points", "Gap (poin)", "Gap (points)"),
  months: meaning("months", "Jumlah bulan", "Months"),
  contribution: meaning("rupiah", "Iuran per bulan", "Monthly contribution"),
  need: meaning("rupiah", "Kebutuhan", "Cost"),
  budget: meaning("rupiah", "Anggaran", "Budget"),
  year: meaning("year", "Tahun", "Year"),
  month: meaning("month", "Bulan", "Month"),
  asOf: meaning("date", "Per tanggal", "As of"),
  ignore: meaning("ignore", "Tidak dipakai", "Not used"),
} as const satisfies Record<string, Meaning>;

export type Heading = keyof typeof HEADINGS;

/** From the whole country down; a raw sheet has some of them. */
export const PLACES = ["province", "regency", "district", "village"] as const satisfies readonly Heading[];

/**
 * Synonyms, and what each can mean: several meanings are told apart by the column's numbers and by the table wanted,
 * the likeliest first. The longest synonym a heading contains wins ("Belum terlindungi" is not "terlindungi").
 */
const SYNONYMS: readonly (readonly [meanings: string, synonyms: string])[] = [
  ["segment", "segmen|segment|segmen kepesertaan|jenis kepesertaan|sektor"],
  ["segment group", "kategori|uraian"],
  [
    "group segment",
    "kelompok|ekosistem|kelompok pekerja|kelompok sasaran|jenis pekerja|jenis pekerjaan|group|ecosystem",
  ],
  [
    "agency",
    "opd|skpd|nama opd|nama skpd|perangkat daerah|organisasi perangkat daerah|unit kerja|instansi|dinas|agency|agencies",
  ],
  [
    "fundSource",
    "sumber dana|sumber anggaran|sumber pembiayaan|sumber pendanaan|asal dana|source of funds|fund source|funding source|source of funding",
  ],
  ["region", "wilayah|daerah|region|nama daerah|nama wilayah"],
  ["regency", "kabupaten|kota|kab kota|kabupaten kota|nama kabupaten|regency|regencies|city|regency city"],
  ["district", "kecamatan|nama kecamatan|distrik|district|subdistrict|sub district"],
  [
    "village",
    "desa|kelurahan|desa kelurahan|kelurahan desa|nama desa|kampung|gampong|nagari|village|villages|urban village",
  ],
  ["province", "provinsi|propinsi|nama provinsi|province"],
  [
    "labor",
    "angkatan kerja|ak|angkatan kerja potensi|potensi|potensi tenaga kerja|potensi pekerja|semesta|penduduk bekerja|tenaga kerja|total sasaran|non asn|pegawai non asn|labour force|labor force|labor|labour|potential|working population|universe",
  ],
  [
    "previousLabor",
    "angkatan kerja tahun lalu|angkatan kerja sebelumnya|previous labour force|previous labor force",
  ],
  [
    "active",
    "peserta aktif|aktif|tk aktif|tenaga kerja aktif|pekerja aktif|terlindungi|sudah terlindungi|pekerja terlindungi|terdaftar|sudah terdaftar|tercover|ter cover|dilindungi|kepesertaan aktif|active participants|active|covered|protected|registered|participants",
  ],
  ["active coverage", "peserta|kepesertaan|realisasi|realization|realisation"],
  [
    "previousActive",
    "peserta aktif tahun lalu|peserta aktif sebelumnya|peserta tahun lalu|peserta sebelumnya|previous active|active last year",
  ],
  [
    "previousCoverage previousActive",
    "tahun lalu|tahun sebelumnya|periode lalu|sebelumnya|last year|previous",
  ],
  [
    "uncovered",
    "belum terlindungi|belum terdaftar|belum tercover|belum ter cover|belum|angkatan kerja belum terlindungi|tidak terlindungi|not covered yet|not covered|not registered|uncovered|unprotected",
  ],
  [
    "coverage active",
    "cakupan|capaian|coverage|ucj|universal coverage|persentase|persen|tingkat perlindungan|tingkat kepesertaan|protection rate|percentage",
  ],
  [
    "previousCoverage",
    "cakupan tahun lalu|capaian tahun lalu|cakupan sebelumnya|capaian sebelumnya|coverage last year|previous coverage",
  ],
  [
    "achievement",
    "capaian target|capaian terhadap target|pencapaian target|realisasi target|persentase target|achievement|achievement of target",
  ],
  ["target targetWorkers", "target|sasaran|target ucj|target cakupan|target coverage|goal"],
  [
    "targetWorkers",
    "target peserta|target kepesertaan|target pekerja|target tenaga kerja|target tk|sasaran peserta|sasaran pekerja|target participants|target workers|target people",
  ],
  [
    "uncovered neededWorkers gapPoints",
    "gap|selisih|kekurangan|kurang|sisa|shortfall|difference|gap potensi|sisa potensi",
  ],
  [
    "neededWorkers gapPoints",
    "gap ke target|gap target|selisih target|selisih ke target|kekurangan target|kurang target|sisa target|target gap|gap to target|shortfall to target|needed",
  ],
  ["gapPoints", "gap poin|selisih poin|poin|points|gap points|percentage points"],
  [
    "added",
    "tambahan|penambahan|peserta baru|tambahan peserta|penambahan peserta|new participants|added|additional",
  ],
  [
    "workers labor active",
    "pekerja|tk|naker|pekerja dibiayai|pekerja rentan|penerima bantuan|penerima manfaat|workers|vulnerable workers|workers paid for",
  ],
  ["contribution", "iuran|iuran bulan|premi|besaran iuran|iuran jkk jkm|monthly contribution|premium"],
  ["part contribution", "kontribusi|contribution|porsi|bagian|share"],
  [
    "need",
    "kebutuhan|kebutuhan anggaran|kebutuhan dana|kebutuhan iuran|biaya|cost|costs|budget needed|funds needed",
  ],
  [
    "budget",
    "anggaran|alokasi|alokasi anggaran|pagu|pagu anggaran|dana tersedia|anggaran tersedia|budget|allocation|ceiling",
  ],
  ["months", "bulan bayar|lama bulan|lama|durasi|months|number months|duration"],
  ["month months", "bulan|month|periode|period"],
  ["asOf", "tanggal|tanggal data|posisi|posisi data|data|update|as of|date|as of date|updated"],
  ["year", "tahun|year|thn"],
  [
    "ignore",
    "no|nomor|kode|kode wilayah|kode bps|id|rank|peringkat|keterangan|catatan|status|note|notes|code",
  ],
];

const FLAT = SYNONYMS.flatMap(([meanings, synonyms]) => {
  const headings = meanings.split(" ") as Heading[];
  return synonyms.split("|").map((synonym) => ({ synonym: ` ${synonym} `, headings }));
}).sort((a, b) => b.synonym.length - a.synonym.length);

/** Lower case, without units in brackets, years, marks and words that say nothing. */
const plainWords = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/[^a-z ]+/g, " ")
    .replace(/\b(jumlah|total|orang|jiwa|per|number of)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const NONE: readonly Heading[] = [];
/** A bare "Jumlah" can be any number of people; its numbers decide. */
const ANY_COUNT: readonly Heading[] = ["labor", "active", "workers"];

/** What a heading can mean, the likeliest first; nothing when it is none of ours. */
export function headingsOf(text: string): readonly Heading[] {
  const words = plainWords(text);
  if (words === "")
    return /%/.test(text) ? ["coverage"] : /\b(jumlah|total)\b/i.test(text) ? ANY_COUNT : NONE;
  const padded = ` ${words} `;
  return FLAT.find(({ synonym }) => padded.includes(synonym))?.headings ?? NONE;
}

/** The likeliest meaning; places of every level are one. */
export function headingOf(text: string): Heading | undefined {
  const [heading] = headingsOf(text);
  if (heading === "ignore") return undefined;
  return (PLACES as readonly (Heading | undefined)[]).includes(heading) ? "region" : heading;
}

/** The unit a heading names itself: "Target (orang)", "Gap, poin", "UCJ %". */
export const unitIn = (text: string): Unit | undefined =>
  /\bpoin\b|\bpoints?\b|\bpp\b/i.test(text)
    ? "points"
    : /%|\bpersen|per ?cent/i.test(text)
      ? "share"
      : /\borang\b|\bjiwa\b|\bpeople\b|\bheads?\b/i.test(text)
        ? "people"
        : /\brp\b|\brupiah\b/i.test(text)
          ? "rupiah"
          : undefined;

/** "Jumlah", "Total", "Grand total", "Subtotal": a row that sums others. */
export const isTotalLabel = (text: string): boolean =>
  /^(grand |sub)?\s*-?(jumlah|total)\b/i.test(text.trim());
