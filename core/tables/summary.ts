// Table "Ringkasan wilayah" (T1): base, active, not covered, coverage, target in share and people, both gaps, status.
import { HEADINGS } from "../headers";
import type { Language, Words } from "../words";
import * as shared from "./columns";
import { figureAt, nameAt } from "./figures";
import { type Column, frame, type Got, type Plot, type Row } from "./frame";
import { ABOUT, aboutParameters, footerOf, type Options, sameDate, type TableKind } from "./kind";
import type { Wants } from "./mapping";
import * as say from "./messages";
import type { TableModel } from "./model";
import type { Source } from "./source";
import { TARGET_OPTIONS, targetsOf } from "./targets";

const WORDS: Words = { id: "Ringkasan wilayah", en: "Summary of regions" };
export const TOTAL: Words = { id: "Jumlah", en: "Total" };

/** One region per row. */
export const REGIONS: Wants = {
  names: ["region", "province", "regency", "district", "village"],
  columns: [
    "labor",
    "active",
    "uncovered",
    "target",
    "targetWorkers",
    "previousCoverage",
    "previousActive",
    "asOf",
  ],
  required: ["labor", "active"],
  row: { id: "wilayah", en: "region" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Kabupaten/kota | Angkatan kerja | Peserta aktif | Target.",
    en: "Select the block with its heading row, such as Regency | Labour force | Active participants | Target.",
  },
};

/** A chart of more columns is a picture of nothing. */
const MOST_PLOTTED = 60;

export const summary: TableKind = {
  id: "summary",
  words: WORDS,
  about: {
    id: "Satu baris per wilayah: cakupan, target, gap ke target, dan baris jumlah",
    en: "One row per region: coverage, target, gap to target, and a total row",
  },
  wants: REGIONS,
  options: [
    ...ABOUT,
    ...TARGET_OPTIONS,
    { id: "year", words: { id: "Tahun target", en: "Target year" }, kind: "year" },
  ],
  example: {
    cells: [
      ["Kabupaten/kota", "Angkatan kerja", "Peserta aktif"],
      ["Kota Kendari", 140940, 49397],
      ["Kab. Konawe", 79388, 27636],
    ],
    typed: { region: "Sulawesi Tenggara", asOf: "Juni 2025", source: "KolomRakyat, PersadaKita (2025)" },
  },
  make: (source, options, language) => make(source as Source, options, language),
};

function make(source: Source, options: Options, language: Language): TableModel {
  const count = source.rows.length;
  const targets = targetsOf(source, options, language);
  const before = source.numbers.has("previousCoverage");
  const people = source.numbers.has("previousActive");
  const dated = source.dates !== undefined && sameDate(source) === undefined;
  const heading = source.levels[source.levels.length - 1]?.heading ?? "region";
  const columns: Column[] = [
    shared.nameColumn(HEADINGS[heading].words),
    shared.labor,
    shared.active,
    shared.uncovered,
    shared.coverage,
    targets.target,
    targets.workers,
    shared.needed,
    shared.gapPoints,
    ...(before ? [shared.previousCoverage, shared.changePoints, shared.changeRate] : []),
    ...(people ? [shared.previousActive, shared.changePeople] : []),
    shared.statusColumn(language, targets.judged, before),
    ...(dated
      ? [{ key: "asOf", words: HEADINGS.asOf.words, shown: "text", width: 17, total: "none" } as const]
      : []),
  ];
  const region = options.text("region");
  return frame(
    {
      kind: "summary",
      name: `${WORDS[language]}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}`,
      parameters: [...aboutParameters(options), ...targets.parameters],
      columns,
      rows: Array.from(
        { length: count },
        (_, i): Row => ({
          cells: {
            name: nameAt(source, i),
            labor: figureAt(source, "labor", i),
            active: figureAt(source, "active", i),
            ...targets.cells(i),
            ...(before && { previousCoverage: figureAt(source, "previousCoverage", i) }),
            ...(people && { previousActive: figureAt(source, "previousActive", i) }),
            ...(dated && { asOf: source.dates?.[i] }),
          },
        }),
      ),
      total: count > 1 ? { cells: { name: TOTAL[language] } } : undefined,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          count > 1 ? say.ratioNote(language) : undefined,
          targets.note,
          overshoot(count, got, language),
          say.incompleteNote(say.namesWhere(count, got, say.isIncomplete(got)), language),
          say.untargetedNote(say.namesWhere(count, got, say.isUntargeted(got)), language),
          say.aboveNote(say.namesWhere(count, got, say.isAbove(got)), language),
        ],
        chart: chartOf(count, got, options, targets.judged, language),
      }),
    },
    language,
  );
}

/** The gap of the sums is smaller than the sum of gaps where someone is past the target. */
function overshoot(count: number, got: Got, language: Language): string | undefined {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Number(got.cell(i, "neededWorkers"));
  const total = got.total("neededWorkers");
  if (typeof total !== "number" || sum === total) return undefined;
  return language === "id"
    ? `Gap pada baris Jumlah (${say.people(total, "id")}) dihitung dari jumlahnya; bila tiap wilayah harus mencapai targetnya sendiri, yang ditambah ${say.people(sum, "id")} orang.`
    : `The gap in the Total row (${say.people(total, "en")}) is that of the sums; for every region to reach its own target, ${say.people(sum, "en")} people are to be added.`;
}

function chartOf(
  count: number,
  got: Got,
  options: Options,
  judged: boolean,
  language: Language,
): Plot | undefined {
  const shares = Array.from({ length: count }, (_, i) => got.cell(i, "coverage"));
  const known = shares.filter((share): share is number => typeof share === "number");
  if (known.length === 0 || count > MOST_PLOTTED) return undefined;
  const id = language === "id";
  const at = (share: number): string =>
    `${got.cell(shares.indexOf(share), "name")} (${say.percent(share, language)})`;
  const year = options.text("year");
  const next = judged ? "" : id ? " berikutnya" : " next";
  const title = (name: string, share: number | string, goal: number | string): string =>
    `${name} ${say.percent(share, language)}${
      typeof goal === "number" ? `, target${year ? ` ${year}` : next} ${say.percent(goal, language)}` : ""
    }`;
  const plot = {
    kind: "column",
    series: ["coverage", "target"],
    colors: shared.COLORS,
    lines: ["target"],
  } as const;
  if (count === 1)
    return { ...plot, title: title(String(got.cell(0, "name")), known[0] as number, got.cell(0, "target")) };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return {
    ...plot,
    title: `${title(options.text("region") || TOTAL[language], got.total("coverage"), got.total("target"))}; ${
      id ? `tertinggi ${at(high)}, terendah ${at(low)}` : `highest ${at(high)}, lowest ${at(low)}`
    }`,
  };
}
