// UCJ_CHECK: in one Indonesian sentence, whether a region's figures agree, or which is mislabelled.
// It is the sentence the panel Periksa says, from the same checks. Every call of every function pays for the bundle, so a
// cell looks for less than the panel: the labels that print mixes up, and figures that disagree, but no slips of the
// keyboard and no swapped labels.
import { moreThanLabor } from "../checks/above-full-coverage";
import { achievementAsCoverage } from "../checks/achievement-as-coverage";
import { claimsOf, offBy } from "../checks/agree";
import { AGREE, answerOf, heldBy, TOO_FEW } from "../checks/answer";
import { basePrintedAsUncovered } from "../checks/base-printed-as-uncovered";
import { contradiction } from "../checks/cannot-all-be-true";
import { coverageIsActiveOverLabor } from "../checks/coverage-is-active-over-labor";
import { type Figure, type Figures, figureOf, NAMES } from "../checks/figures";
import { gapToTargetAsUncovered } from "../checks/gap-to-target-as-uncovered";
import { mixUpOf } from "../checks/mix-ups";
import { apartInWords, shortOf } from "../checks/parts-add-to-total";
import { rereadings } from "../checks/reread";
import { segmentsPrintedAsActive } from "../checks/segments-are-potentials";
import { targetAsUncovered } from "../checks/target-as-uncovered";
import { uncoveredIsLaborMinusActive } from "../checks/uncovered-is-labor-minus-active";
import { type Answer, type Column, type Default, defineRange } from "../define";
import { NO_NUMBER } from "../exact";
import { writeNumber } from "../numbers";
import { active, coverage, labor, target } from "../params";
import { isRefusal, type Refusal } from "../refuse";
import { BREAKDOWN } from "../segments";
import { sameRows } from "../sentences";

const leftOut: Default = {
  value: undefined,
  plain: "0",
  about: { id: "tidak diperiksa bila dikosongkan", en: "not checked when left out" },
};

const IDENTITIES = [coverageIsActiveOverLabor, uncoveredIsLaborMinusActive];
const MIX_UPS = [
  segmentsPrintedAsActive,
  basePrintedAsUncovered,
  gapToTargetAsUncovered,
  targetAsUncovered,
  achievementAsCoverage,
].map(mixUpOf);

const SEE_PANEL = "Buka panel Periksa untuk mencari angka mana.";

function verdict(figures: Figures): string {
  const off = offBy(claimsOf(figures));
  const readings = rereadings(figures, off, MIX_UPS);
  const reading = readings[0]?.finding.words.id;
  if (reading && readings.length === 1 && !reading.includes(NO_NUMBER)) return reading;
  const { labor, active, segments = [] } = figures;
  const odd = IDENTITIES.flatMap((identity) => answerOf(identity, figures, off === 3 ? 3 : 2) ?? []);
  const said =
    odd[0]?.words.id ??
    missed(
      segments.flatMap((segment) => segment.active ?? []),
      active,
    );
  if (off === 3) return `${said ?? contradiction(figures).words.id} ${SEE_PANEL}`;
  if (active && labor && active.value > labor.value) return moreThanLabor(active, labor).id;
  if (said) return said;
  const held = IDENTITIES.flatMap((identity) => heldBy(identity, figures) ?? []);
  return held.length > 0 ? [AGREE, ...held].map(({ id }) => id).join(" ") : TOO_FEW.id;
}

/** What the segments' sum misses. */
function missed(parts: readonly Figure[], active: Figure | undefined): string | undefined {
  const found = active && shortOf(parts, active);
  const terms = parts.map(({ value }) => writeNumber(value, "id")).join(" + ");
  return found && apartInWords(terms, found.short, active, NAMES.active).id;
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
    const unequal = sameRows(
      ...long,
      ...(segments && rows > 1 && segments.columns !== wide ? [segments] : []),
    );
    if (unequal) return unequal;
    const at = (column: Column<number> | undefined, i: number): number | undefined | Refusal =>
      column?.empty[i] ? undefined : column?.values[i];
    const answers = Array.from({ length: rows }, (_, row): Answer[] => {
      const region = columns.map((column) => at(column, column?.values.length === 1 ? 0 : row));
      const parts = Array.from({ length: wide }, (__, i) => at(segments, row * wide + i));
      const printed = [...region, ...parts].filter((value) => value !== undefined);
      const refused = printed.find(isRefusal);
      if (refused || (printed.length === 0 && rows > 1)) return [refused ?? ""];
      return [verdict(figuresOf(region as Value[], parts as Value[]))];
    });
    return answers.length > 1 ? answers : (answers[0]?.[0] ?? "");
  },
});

type Value = number | undefined;

function figuresOf(
  [labor, active, coverage, uncovered, target]: readonly Value[],
  parts: readonly Value[],
): Figures {
  const people = (value: Value) => (value === undefined ? undefined : figureOf(value, "people"));
  const share = (value: Value) => (value === undefined ? undefined : figureOf(value, "share"));
  return {
    labor: people(labor),
    active: people(active),
    coverage: share(coverage),
    uncovered: people(uncovered),
    target: share(target),
    segments: parts.flatMap((part) => (part === undefined ? [] : [{ name: "", active: people(part) }])),
  };
}
