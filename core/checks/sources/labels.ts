// Which figure a label names, beyond table headings: the many words offices and newspapers use, in both languages.
import { headingOf } from "../../headers";
import { SEGMENTS } from "../../segments";
import type { Words } from "../../words";
import { NAMES, type ScalarKey } from "../figures";

/**
 * Where a figure belongs in `Figures`: "labor", "previous.coverage", "segments.BPU.active", "budget", "asOf".
 * "other" is a figure that takes part in no check.
 */
export type Slot = string;

export const OTHER: Slot = "other";

/** What a label can mean for a number of people and for a share; several meanings are asked, none is unknown. */
export interface Meanings {
  readonly people: readonly Slot[];
  readonly share: readonly Slot[];
}

const NONE: Meanings = { people: [], share: [] };
const both = (people: Slot, share: Slot): Meanings => ({ people: [people], share: [share] });

const COVERED =
  /aktif|terlindungi|terdaftar|ter-?cover|dilindungi|kepesertaan|peserta|\bactive|covered|protected|registered|participants|enrolled/;

/** The first that matches counts, so the more particular stand first. */
const RULES: readonly (readonly [RegExp, Meanings])[] = [
  [/^(tahun|year|no\.?|nomor|kode|code|id|rank|peringkat)$/, both(OTHER, OTHER)],
  [/target nasional|national target|\b2045\b|partisipasi angkatan|participation rate/, both(OTHER, OTHER)],
  [
    /(selisih|gap|kekurangan|kurang|shortfall|missing).*target|target.*(selisih|gap|kekurangan|kurang|shortfall)/,
    both("gap", "gapPoints"),
  ],
  [
    /\bbelum\b|\btidak (ter|di)|\bnot (yet )?(covered|protected|registered)|uncovered|unprotected|unregistered|\btanpa perlindungan/,
    both("uncovered", "uncoveredShare"),
  ],
  [
    /(capaian|pencapaian|realisasi|persentase|achiev\w*).*target|achievement/,
    { people: ["active", "targetWorkers"], share: ["achievement"] },
  ],
  [
    /selisih|\bgap\b|kekurangan|shortfall/,
    { people: ["gap", "uncovered"], share: ["gapPoints", "uncoveredShare"] },
  ],
  [/menjadi peserta/, { people: ["active", "targetWorkers"], share: ["coverage", "target"] }],
  [
    /tambahan|penambahan|menambah|peserta baru|addition|\badded|\bnew participants/,
    both("addition", "gapPoints"),
  ],
  [/target/, both("targetWorkers", "target")],
  [/anggaran|budget|biaya/, { people: ["budget"], share: [] }],
  [/iuran|premi\b|monthly contribution|contribution per/, { people: ["contribution"], share: [] }],
  [/\bbulan\b|\bmonths?\b/, { people: ["months"], share: [] }],
  [
    /pekerja (yang )?(dibiayai|rentan)|penerima bantuan|vulnerable workers/,
    { people: ["workers"], share: [] },
  ],
  [
    /cakupan|coverage|tingkat perlindungan|\bucj\b|protection rate/,
    { people: ["active"], share: ["coverage"] },
  ],
  [COVERED, both("active", "coverage")],
  [
    /capaian|pencapaian|realisasi|persentase|\bpersen\b/,
    { people: ["active"], share: ["coverage", "achievement"] },
  ],
  [/penduduk bekerja|working population/, { people: ["labor"], share: [] }],
  [/penduduk|populasi|population|inhabitants/, { people: ["population"], share: [] }],
  [
    /angkatan kerja|potensi|semesta|sasaran|tenaga kerja|labou?r|potential|work ?force|universe|naker/,
    { people: ["labor"], share: [] },
  ],
  [/pekerja|workers/, { people: ["labor", "active", "workers"], share: [] }],
];

const tidy = (text: string): string => text.slice(0, 300).toLowerCase().replace(/\s+/g, " ").trim();

/** What a label without a segment's name can mean. */
export function meaningsOf(label: string): Meanings {
  const text = tidy(label);
  const found = RULES.find(([words]) => words.test(text));
  if (found) return found[1];
  const heading = headingOf(label);
  if (heading === "labor") return { people: ["labor"], share: [] };
  if (heading === "active" || heading === "coverage") return both("active", "coverage");
  if (heading === "uncovered") return both("uncovered", "uncoveredShare");
  return NONE;
}

export const SEGMENT_WORDS: readonly (readonly [string, RegExp])[] = [
  ["BPU", /bukan penerima upah(?: \(bpu\))?|\bbpu\b|\binformal\b|non-wage earners|informal workers/gi],
  ["PU", /penerima upah(?: \(pu\))?|\bpu\b|\bformal\b|wage earners/gi],
  ["JAKON", /(?:sektor )?jasa konstruksi(?: \(jakon\))?|\bjakon\b|konstruksi|construction/gi],
  ["PMI", /pekerja migran(?: indonesia)?(?: \(pmi\))?|\bpmi\b|migrant workers/gi],
];

/** The segment a label mentions and what the label says besides. */
export function segmentIn(label: string): { readonly segment: string; readonly rest: string } | undefined {
  for (const [segment, words] of SEGMENT_WORDS) {
    const rest = label.replace(words, " ");
    if (rest !== label) return { segment, rest: rest.replace(/segmen(t)?|sektor/gi, " ").trim() };
  }
  return undefined;
}

const COLUMNS: readonly Slot[] = ["active", "labor", "coverage"];

/** What a label can mean, a segment's own figures included. */
export function slotsOf(label: string): Meanings {
  const found = segmentIn(label);
  if (!found) return meaningsOf(label);
  const { segment, rest } = found;
  const own = (slots: readonly Slot[]): Slot[] =>
    slots.filter((slot) => COLUMNS.includes(slot)).map((slot) => `segments.${segment}.${slot}`);
  if (!/[a-z]{2}/i.test(rest)) return { people: own(["active", "labor"]), share: own(["coverage"]) };
  const { people, share } = meaningsOf(rest);
  return { people: own(people), share: own(share) };
}

/** The year a label carries, to tell this year's figure from last year's. */
export function yearIn(label: string): number | undefined {
  const years = [...label.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => Number(year));
  return years.length > 0 ? Math.max(...years) : undefined;
}

export const isBefore = (label: string): boolean =>
  /tahun (lalu|sebelumnya)|periode (lalu|sebelumnya)|sebelumnya|previous|last year|prior/i.test(label);

export const isDateLabel = (label: string): boolean =>
  /^\s*(per|per tanggal|tanggal|tanggal data|posisi|posisi data|as of|as-of date|date|data per)\s*:?\s*$/i.test(
    label,
  );

const EXTRA: Readonly<Record<string, Words>> = {
  budget: { id: "anggaran", en: "budget" },
  workers: { id: "pekerja yang dibiayai", en: "workers paid for" },
  months: { id: "jumlah bulan", en: "months" },
  contribution: { id: "iuran per orang per bulan", en: "contribution per person and month" },
  asOf: { id: "tanggal data", en: "as-of date" },
  "previous.labor": { id: "angkatan kerja sebelumnya", en: "earlier labour force" },
  "previous.active": { id: "peserta aktif sebelumnya", en: "earlier active participants" },
  "previous.coverage": { id: "cakupan sebelumnya", en: "earlier coverage" },
  "change.points": { id: "perubahan cakupan (poin)", en: "change of coverage (points)" },
  "change.relative": { id: "perubahan cakupan (persen)", en: "change of coverage (per cent)" },
  [OTHER]: { id: "angka lain, tidak diperiksa", en: "another figure, not checked" },
};

/** A slot's name as a choice: "Peserta aktif BPU". */
export function nameOfSlot(slot: Slot): Words {
  const [head, segment, column] = slot.split(".");
  if (head === "segments") {
    const short = SEGMENTS.find(({ key }) => key === segment)?.short ?? segment ?? "";
    const { id, en } = nameOfSlot(column ?? "");
    return { id: `${id} ${short}`, en: `${en}, ${short}` };
  }
  const { id, en } = EXTRA[slot] ?? NAMES[slot as ScalarKey] ?? { id: slot, en: slot };
  const plain = en.replace(/^the /, "");
  return { id: id.charAt(0).toUpperCase() + id.slice(1), en: plain.charAt(0).toUpperCase() + plain.slice(1) };
}

const SEGMENT_SLOTS = (columns: readonly Slot[]): Slot[] =>
  SEGMENTS.flatMap(({ key }) => columns.map((column) => `segments.${key}.${column}`));

/** Every slot a number of people can be put in, for the planner to choose from. */
export const PEOPLE_SLOTS: readonly Slot[] = [
  "labor",
  "active",
  "uncovered",
  "targetWorkers",
  "gap",
  "addition",
  "population",
  "previous.labor",
  "previous.active",
  ...SEGMENT_SLOTS(["active", "labor"]),
  "workers",
  "months",
  "budget",
  "contribution",
];

export const SHARE_SLOTS: readonly Slot[] = [
  "coverage",
  "uncoveredShare",
  "target",
  "achievement",
  "gapPoints",
  "previous.coverage",
  "change.points",
  "change.relative",
  ...SEGMENT_SLOTS(["coverage"]),
];
