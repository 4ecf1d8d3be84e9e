// UCJ_CHECK: in one short Indonesian sentence, whether a region's figures agree, or which is mislabelled.
// The whole diagnosis (core/checks) is ten times as large and stays in the sidebar, since every call of every function
// pays for the bundle; a test holds that a reading named here is the one named there.
import { type Answer, type Column, type Default, defineRange } from "../define";
import { plainDigits } from "../exact";
import { writeNumber, writePercent, writeShare } from "../numbers";
import { active, coverage, labor, target } from "../params";
import { isRefusal, type Refusal } from "../refuse";
import { BREAKDOWN } from "../segments";
import { sameRows } from "../sentences";

const leftOut: Default = {
  value: undefined,
  plain: "0",
  about: { id: "tidak diperiksa bila dikosongkan", en: "not checked when left out" },
};

type Figure = number | undefined;

const n = (people: number): string => writeNumber(people, "id");
const over = (part: string, all: number, value: number): string =>
  `${part} ÷ ${n(all)} = ${writeShare(value, all, "id")}`;
const ratio = (part: number, all: number): string => over(n(part), all, part);

/** Whole thousands were rounded. */
const reach = (people: number): number => (people % 1000 === 0 ? 1000 : 0);
const stepOf = (share: number): number =>
  Number(`1e-${Math.max(2, plainDigits(share).split(".")[1]?.length ?? 0)}`);

/** Whether parts miss their sum by more than rounding. */
const apart = (sum: number, parts: readonly number[]): boolean =>
  Math.abs(parts.reduce((rest, part) => rest - part, sum)) >
  2 * parts.reduce((all, part) => all + reach(part), 1 + reach(sum));

/** Whether a share is part ÷ all within two units of its last typed digit: more is no rounding. */
const fits = (share: number, part: number, all: number): boolean =>
  Math.abs(part - share * all) <= 1 + 2 * (stepOf(share) * all + reach(part) + reach(all) * share) + 1e-6;

const odd = (worked: string, printed: string): string => `${worked}, tertulis ${printed}; buka panel Periksa`;

/** What the number printed as not covered is instead, when it is one other figure only. */
function misread(uncovered: number, active: number, labor: number, target: Figure): string | undefined {
  // A round number fits too much, and a target of everyone is the labour force.
  if (reach(uncovered) || (target ?? 0) > 0.99) return undefined;
  const reached = active + uncovered;
  const aims = (part: number): boolean => target !== undefined && fits(target, part, labor);
  const readings: [boolean, string, string][] = [
    [uncovered === labor, "angkatan kerja", ratio(active, labor)],
    [aims(reached), "kekurangan ke target", over(`(${n(active)} + ${n(uncovered)})`, labor, reached)],
    [aims(uncovered), "target jumlah peserta", ratio(uncovered, labor)],
  ];
  const [one, ...more] = readings.filter(([is]) => is);
  return one && more.length === 0
    ? `${n(uncovered)} adalah ${one[1]}, bukan yang belum terlindungi: ${one[2]}; yang belum terlindungi ${n(labor - active)}`
    : undefined;
}

function verdict(
  [labor, active, coverage, uncovered, target]: readonly Figure[],
  parts: readonly number[],
): string {
  const sum = parts.reduce((a, b) => a + b, 0);
  const terms = `${parts.map(n).join(" + ")} = ${n(sum)}`;
  const several = parts.length > 1;
  if (
    several &&
    sum === labor &&
    (active === undefined ? coverage === undefined : active < sum && apart(sum, [active]))
  )
    return `${terms} = angkatan kerja; itu potensi per segmen, bukan peserta aktif`;
  const whole = labor ?? (active && uncovered && active + uncovered);
  const compared = [labor, coverage, uncovered].filter((figure) => figure !== undefined);
  if (!active || !whole || (compared.length < 2 && !several))
    return "Belum ada pembanding; isi cakupan atau belum terlindungi";
  if (several && apart(active, parts)) return odd(terms, `${n(active)} peserta aktif`);
  const wrong = coverage !== undefined && !fits(coverage, active, whole);
  const rest = n(whole - active);
  if (uncovered !== undefined && apart(whole, [active, uncovered]))
    return (
      (wrong ? undefined : misread(uncovered, active, whole, target)) ??
      odd(`${n(whole)} − ${n(active)} = ${rest}`, `${n(uncovered)} belum terlindungi`)
    );
  // In whole per cents a small coverage fits nearly any base.
  const based = wrong && labor === undefined && target === undefined && stepOf(coverage) < 0.03 * coverage;
  if (based && fits(coverage, active, uncovered as number))
    return (
      misread(uncovered as number, active, uncovered as number, target) ??
      odd(ratio(active, whole), writePercent(coverage, "id"))
    );
  return wrong
    ? odd(ratio(active, whole), writePercent(coverage, "id"))
    : `Cocok: ${ratio(active, whole)}; ${active > whole ? "periksa dasarnya" : `belum terlindungi ${rest}`}`;
}

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
      gives: "Cocok: 27.636 ÷ 79.388 = 34,81 %; belum terlindungi 51.752",
    },
    {
      note: {
        id: "Kota Singkawang: angkatan kerja tertulis sebagai belum terlindungi",
        en: "Singkawang City: the labour force printed as not covered",
      },
      args: [null, 16684, 0.2277, 73236],
      gives:
        "73.236 adalah angkatan kerja, bukan yang belum terlindungi: 16.684 ÷ 73.236 = 22,78 %; yang belum terlindungi 56.552",
    },
    {
      note: {
        id: "Kota Kendari: potensi per segmen tertulis sebagai peserta aktif",
        en: "Kendari City: potentials by segment printed as active",
      },
      args: [140940, 49397, 0.3505, 91543, undefined, [[88357], [36140], [16443]]],
      gives:
        "88.357 + 36.140 + 16.443 = 140.940 = angkatan kerja; itu potensi per segmen, bukan peserta aktif",
    },
    {
      note: {
        id: "Maluku Utara: kekurangan ke target tertulis sebagai belum terlindungi",
        en: "North Maluku: the gap to the target printed as not covered",
      },
      args: [424131, 176604, 0.4164, 112399, 0.68],
      gives:
        "112.399 adalah kekurangan ke target, bukan yang belum terlindungi: (176.604 + 112.399) ÷ 424.131 = 68,14 %; yang belum terlindungi 247.527",
    },
    {
      note: {
        id: "Prov. Bali: satu angka tidak cocok (panel Periksa menemukan dua digit tertukar)",
        en: "Bali: a figure does not fit (the Periksa panel finds two digits swapped)",
      },
      args: [1873899, 935079, 0.5088],
      gives: "935.079 ÷ 1.873.899 = 49,90 %, tertulis 50,88 %; buka panel Periksa",
    },
    {
      note: { id: "Tanpa angka lain", en: "Nothing to compare with" },
      args: [79388, 27636],
      gives: "Belum ada pembanding; isi cakupan atau belum terlindungi",
    },
    {
      note: { id: "Dua daerah sekaligus", en: "Two regions at once" },
      args: [
        [[140940], [79388]],
        [[49397], [27636]],
        [[0.3505], [0.3481]],
      ],
      gives: [
        ["Cocok: 49.397 ÷ 140.940 = 35,05 %; belum terlindungi 91.543"],
        ["Cocok: 27.636 ÷ 79.388 = 34,81 %; belum terlindungi 51.752"],
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
    const figures = given.slice(0, 5) as (Column<number> | undefined)[];
    const segments = given[5];
    const rows = Math.max(...figures.map((column) => column?.values.length ?? 1));
    const wide = segments ? segments.values.length / rows : 0;
    // One cell goes with every row.
    const long = figures.flatMap((column) => (column && column.values.length > 1 ? column : []));
    const unequal = sameRows(
      ...long,
      ...(segments && rows > 1 && segments.columns !== wide ? [segments] : []),
    );
    if (unequal) return unequal;
    const at = (column: Column<number> | undefined, i: number): Figure | Refusal =>
      column?.empty[i] ? undefined : column?.values[i];
    const answers = Array.from({ length: rows }, (_, row): Answer[] => {
      const region = figures.map((column) => at(column, column?.values.length === 1 ? 0 : row));
      const parts = Array.from({ length: wide }, (__, i) => at(segments, row * wide + i));
      const given = [...region, ...parts].filter((figure) => figure !== undefined);
      const refused = given.find(isRefusal);
      if (refused || (given.length === 0 && rows > 1)) return [refused ?? ""];
      return [verdict(region as Figure[], parts.filter((part) => part !== undefined) as number[])];
    });
    return answers.length > 1 ? answers : (answers[0]?.[0] ?? "");
  },
});
