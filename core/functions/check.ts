// UCJ_CHECK: in one Indonesian sentence, whether a region's figures agree, or which is mislabelled.
import { type Value, verdict } from "../checks/cell";
import { type Answer, type Column, type Default, defineRange } from "../define";
import { active, coverage, labor, target } from "../params";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { BREAKDOWN } from "../segments";
import { sameRows } from "../sentences";

const leftOut: Default = {
  value: undefined,
  plain: "0",
  about: { id: "tidak diperiksa bila dikosongkan", en: "not checked when left out" },
};

export const check = defineRange({
  name: "UCJ_CHECK",
  group: "periksa",
  about: {
    id: "Periksa angka satu daerah: cocok, atau angka mana yang salah label dan bacaan yang membuat semuanya cocok",
    en: "Check a region's figures: fine, or which is mislabelled and the reading that makes all agree (in Indonesian)",
  },
  params: [
    labor,
    active,
    { ...coverage, optional: leftOut },
    {
      name: "uncovered",
      kind: "people",
      label: BREAKDOWN.uncovered,
      about: { id: "Jumlah yang tertulis belum terlindungi, orang", en: "People printed as not covered yet" },
      optional: leftOut,
    },
    { ...target, optional: leftOut },
    {
      name: "segments",
      kind: "people",
      label: BREAKDOWN.segment,
      about: {
        id: "Angka per segmen yang tertulis sebagai peserta aktif; satu rentang, sebaris per daerah bila daerahnya banyak",
        en: "Figures by segment printed as active participants; one range, a row per region when there are several",
      },
      optional: leftOut,
    },
  ],
  result: { about: { id: "Kalimat", en: "An Indonesian sentence" }, format: "text" },
  keywords: {
    id: "periksa cek salah label janggal selisih konsisten cocok",
    en: "check mislabelled inconsistent diagnose wrong figure",
  },
  sources: [
    {
      id: "Selisih satu satuan digit terakhir dianggap pembulatan; dua satuan catatan; lebih dari itu galat",
      en: "One unit of the last printed digit is rounding, two are a note, more is an error",
    },
  ],
  see: ["UCJ_EXPLAIN", "UCJ_COVERAGE"],
  examples: [
    {
      note: { id: "Kab. Konawe, 30 April 2025", en: "Konawe Regency, 30 April 2025" },
      args: [79388, 27636, 0.3481, 51752],
      gives:
        "Angka-angka ini cocok satu sama lain. 27.636 ÷ 79.388 = 34,81 %, cocok dengan cakupan 34,81 %. 79.388 − 27.636 = 51.752, cocok dengan jumlah yang belum terlindungi 51.752.",
    },
    {
      note: {
        id: "Kota Singkawang: angkatan kerja tertulis sebagai belum terlindungi",
        en: "Singkawang City: the labour force printed as not covered",
      },
      args: [null, 16684, 0.2277, 73236],
      gives:
        "73.236 bukan jumlah yang belum terlindungi, melainkan angkatan kerja (dasar perhitungan): 16.684 ÷ 73.236 = 22,78 %, sesuai cakupan tertulis 22,77 %. Yang belum terlindungi 56.552 orang. Tulis 73.236 sebagai angkatan kerja dan 56.552 sebagai belum terlindungi.",
    },
    {
      note: {
        id: "Kota Kendari: potensi per segmen tertulis sebagai peserta aktif",
        en: "Kendari City: potentials by segment printed as active",
      },
      args: [140940, 49397, 0.3505, 91543, undefined, [[88357], [36140], [16443]]],
      gives:
        "Angka per segmen bukan peserta aktif: 88.357 + 36.140 + 16.443 = 140.940, sama persis dengan angkatan kerja, bukan 49.397 peserta aktif. Itu potensi (angkatan kerja) per segmen (62,69 %, 25,64 %, 11,67 %). Tulis angka itu sebagai potensi per segmen; peserta aktif per segmen masih perlu diminta.",
    },
    {
      note: {
        id: "Maluku Utara: kekurangan ke target tertulis sebagai belum terlindungi",
        en: "North Maluku: the gap to the target printed as not covered",
      },
      args: [424131, 176604, 0.4164, 112399, 0.68],
      gives:
        '112.399 adalah kekurangan ke target, bukan semua yang belum terlindungi: (176.604 + 112.399) ÷ 424.131 = 68,14 %, sesuai target 68 %. Yang belum terlindungi 247.527 orang dari angkatan kerja 424.131. Sebut 112.399 "kekurangan ke target", dan tulis 247.527 sebagai belum terlindungi.',
    },
    {
      note: {
        id: "Prov. Bali: satu angka tidak cocok (panel Periksa menemukan dua digit tertukar)",
        en: "Bali: a figure does not fit (the Periksa panel finds two digits swapped)",
      },
      args: [1873899, 935079, 0.5088],
      gives:
        "935.079 ÷ 1.873.899 = 49,90 %, sedangkan cakupan tertulis 50,88 %. Salah satu angka itu salah atau memakai label lain; periksa ke sumbernya. Buka panel Periksa untuk mencari angka mana.",
    },
    {
      note: { id: "Tanpa angka lain", en: "Nothing to compare with" },
      args: [79388, 27636],
      gives:
        "Belum cukup angka untuk diuji. Tambahkan angka lain daerah ini, misalnya angkatan kerja, peserta aktif dan cakupan.",
    },
    {
      note: { id: "Dua daerah sekaligus", en: "Two regions at once" },
      args: [
        [[140940], [79388]],
        [[49397], [27636]],
        [[0.3505], [0.3481]],
      ],
      gives: [
        ["Angka-angka ini cocok satu sama lain. 49.397 ÷ 140.940 = 35,05 %, cocok dengan cakupan 35,05 %."],
        ["Angka-angka ini cocok satu sama lain. 27.636 ÷ 79.388 = 34,81 %, cocok dengan cakupan 34,81 %."],
      ],
    },
    {
      note: { id: "Kolom berbeda panjang", en: "Columns of different length" },
      args: [
        [[140940], [79388]],
        [[49397], [27636]],
        [[0.3505], [0.3481], [0.2277]],
      ],
      gives: "#VALUE!",
    },
  ],
  spill: (...given) => {
    const columns = given.slice(0, 5) as (Column<number> | undefined)[];
    const segments = given[5];
    const rows = Math.max(...columns.map((column) => column?.values.length ?? 1));
    const wide = segments ? segments.values.length / rows : 0;
    // One cell goes with every row.
    const long = columns.flatMap((column) => (column && column.values.length > 1 ? column : []));
    const unequal = sameRows(...long);
    if (unequal) return unequal;
    if (segments && rows > 1 && segments.columns !== wide)
      return refuse(
        `${BREAKDOWN.segment.id}: pilih ${rows} baris, satu baris per daerah`,
        `${BREAKDOWN.segment.en}: pick ${rows} rows, one per region`,
      );
    const at = (column: Column<number> | undefined, i: number): number | undefined | Refusal =>
      column?.empty(i) ? undefined : column?.values[i];
    const answers = Array.from({ length: rows }, (_, row): Answer[] => {
      const region = columns.map((column) => at(column, column?.values.length === 1 ? 0 : row));
      const parts = Array.from({ length: wide }, (__, i) => at(segments, row * wide + i));
      const printed = [...region, ...parts].filter((value) => value !== undefined);
      const refused = printed.find(isRefusal);
      if (refused || (printed.length === 0 && rows > 1)) return [refused ?? ""];
      return [verdict(region as Value[], parts as Value[])];
    });
    return answers.length > 1 ? answers : (answers[0]?.[0] ?? "");
  },
});
