// Where a path over years begins and ends, from options or from a sheet of years; labour force and given targets by year.
import { yearIn } from "../checks/sources/labels";
import { shareOf } from "../exact";
import { HEADINGS, type Heading } from "../headers";
import { GOAL_YEAR } from "../law";
import { writeNumber } from "../numbers";
import { type Refusal, refuse } from "../refuse";
import type { Words } from "../words";
import { coverageRule } from "./columns";
import { figureAt } from "./figures";
import type { Content, Parameter } from "./frame";
import {
  CEILING_OPTION,
  ceilingOf,
  GROWTH_OPTION,
  growthOf,
  type Options,
  rateParameter,
  type TableOption,
} from "./kind";
import type { Wants } from "./mapping";
import type { Figure } from "./model";
import { roundUpPlain } from "./people";
import type { Source } from "./source";

/** One year a row; a sheet without these columns is not needed at all. */
export const YEARS: Wants = {
  names: [],
  nameless: true,
  columns: ["year", "labor", "active", "coverage", "target", "targetWorkers"],
  required: ["year"],
  row: { id: "tahun", en: "year" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Tahun | Angkatan kerja | Peserta aktif | Target; atau isi opsinya tanpa sumber.",
    en: "Select the block with its heading row, such as Year | Labour force | Active participants | Target; or fill in the options without a source.",
  },
};

const COVERAGE: Words = { id: "Cakupan awal", en: "Coverage to begin with" };
const TARGET_WORDS: Words = { id: "Target tahun akhir", en: "Target of the last year" };
const LABOR_GROWTH: Words = {
  id: "Kenaikan angkatan kerja",
  en: "Yearly growth of the labour force",
};
const START: Words = { id: "Tahun awal", en: "First year" };

export const BEGINNING: readonly TableOption[] = [
  { id: "labor", words: HEADINGS.labor.words, kind: "people" },
  { id: "active", words: HEADINGS.active.words, kind: "people" },
  {
    id: "coverage",
    words: COVERAGE,
    about: {
      id: "Bila jumlah orangnya tidak ada, misalnya 33,6%",
      en: "Where the numbers of people are missing, such as 33.6%",
    },
    kind: "share",
  },
  {
    id: "year",
    words: START,
    about: { id: "Tahun capaian itu, misalnya 2025", en: "The year of that achievement, such as 2025" },
    kind: "year",
  },
  { id: "end", words: { id: "Tahun akhir", en: "Last year" }, kind: "year", start: String(GOAL_YEAR) },
  GROWTH_OPTION,
  CEILING_OPTION,
  {
    id: "target",
    words: TARGET_WORDS,
    about: { id: "Kosong: sama dengan batas atas", en: "Blank: the same as the ceiling" },
    kind: "share",
  },
  {
    id: "laborGrowth",
    words: LABOR_GROWTH,
    about: { id: "Misalnya 1,5%; kosong: tetap", en: "Such as 1.5%; blank: it stays" },
    kind: "growth",
  },
];

export interface Beginning {
  /** First to last, one a row. */
  readonly years: readonly number[];
  readonly parameters: readonly Parameter[];
  /** Without numbers of people every path is one of shares alone. */
  readonly people: boolean;
  readonly coverage: number;
  readonly growth: number;
  readonly ceiling: number;
  /** Labour force, and the target given for that year: a share, or people. */
  readonly cells: (row: number) => {
    readonly labor: Content;
    readonly given: Content;
    readonly givenWorkers: Content;
  };
  readonly given: boolean;
  /** Given targets are head-counts, and shares follow; otherwise people follow from shares. */
  readonly givenPeople: boolean;
}

const has = (source: Source | undefined, heading: Heading): boolean => source?.numbers.has(heading) ?? false;

/** The source's row of every year; a year in two rows is refused by `judgeYears`. */
function rowsByYear(source: Source | undefined): ReadonlyMap<number, number> {
  const years = source?.numbers.get("year") ?? [];
  return new Map(years.flatMap((year, i) => (Number.isNaN(year) ? [] : [[year, i] as const])));
}

const FIGURES: readonly Heading[] = ["labor", "active", "coverage", "target", "targetWorkers", "budget"];

/** A year in two rows could be two regions, or a slip: nothing is guessed. */
export function judgeYears(source: Source): readonly Words[] | Refusal {
  if (![...source.columns.keys()].some((heading) => FIGURES.includes(heading)))
    return refuse(
      `Kolom Angkatan kerja, Peserta aktif, Cakupan atau Target tidak ditemukan: sertakan salah satunya, atau tunjuk kolomnya. ${YEARS.example.id}`,
      `There is no column Labour force, Active participants, Coverage or Target: include one of them, or point at it. ${YEARS.example.en}`,
    );
  const seen = new Map<number, number>();
  const row = (i: number): number => source.block.row + (source.rows[i] as number) + 1;
  for (const [i, year] of (source.numbers.get("year") ?? []).entries()) {
    const before = seen.get(year);
    if (before !== undefined)
      return refuse(
        `Tahun ${year} ada di dua baris (${row(before)} dan ${row(i)}). Pilih baris satu wilayah saja, satu baris per tahun.`,
        `The year ${year} stands in two rows (${row(before)} and ${row(i)}). Select one region only, one row a year.`,
      );
    if (!Number.isNaN(year)) seen.set(year, i);
  }
  const undated = (source.numbers.get("year") ?? []).flatMap((year, i) =>
    Number.isNaN(year) ? [row(i)] : [],
  );
  return undated.length === 0
    ? []
    : [
        {
          id: `Baris tanpa tahun tidak dipakai: ${undated.slice(0, 3).join(", ")}.`,
          en: `Rows without a year are not used: ${undated.slice(0, 3).join(", ")}.`,
        },
      ];
}

/** The last year of a source whose achievement is known. */
function lastKnown(source: Source | undefined): number | undefined {
  const known = [...rowsByYear(source)].filter(([, i]) =>
    (["active", "coverage"] as const).some(
      (heading) => (source?.numbers.get(heading)?.[i] ?? Number.NaN) >= 0,
    ),
  );
  return known.length > 0 ? Math.max(...known.map(([year]) => year)) : undefined;
}

export function beginningOf(source: Source | undefined, options: Options): Beginning | Refusal {
  const first = options.number("year") ?? lastKnown(source) ?? yearIn(options.text("asOf"));
  if (first === undefined)
    return refuse(
      "Tahun awal belum ada: isi tahun capaian itu, misalnya 2025.",
      "The first year is missing: enter the year of that achievement, such as 2025.",
    );
  const last = options.number("end") ?? GOAL_YEAR;
  if (last <= first || last - first > 100)
    return refuse(
      `Tahun akhir (${last}) harus sesudah tahun awal (${first}), paling jauh 100 tahun.`,
      `The last year (${last}) must come after the first year (${first}), by 100 years at most.`,
    );
  const rows = rowsByYear(source);
  const own = (heading: Heading): Figure | undefined => {
    const typed = options.number(heading);
    const row = rows.get(first);
    if (typed !== undefined) return { value: typed };
    return source && row !== undefined ? figureAt(source, heading, row) : undefined;
  };
  const [labor, active, share] = [own("labor"), own("active"), own("coverage")];
  const people = labor !== undefined && active !== undefined && labor.value > 0;
  const coverage = people ? active.value / labor.value : share?.value;
  if (coverage === undefined)
    return refuse(
      `Capaian ${first} belum ada: isi Angkatan kerja dan Peserta aktif, atau Cakupan awal.`,
      `The achievement of ${first} is missing: enter Labour force and Active participants, or the coverage to begin with.`,
    );
  if (!(coverage > 0))
    return refuse(
      `Cakupan ${first} masih 0: kenaikan relatif dari 0 tetap 0. Isi capaian yang di atas 0.`,
      `Coverage in ${first} is still 0: relative growth from 0 stays 0. Enter an achievement above 0.`,
    );
  const [growth, ceiling] = [growthOf(options), ceilingOf(options)];
  if (!(growth > 0 && ceiling > 0))
    return refuse(
      "Kenaikan per tahun dan batas atas harus di atas 0%; sebuah jalur target tidak turun.",
      "The yearly growth and the ceiling must be above 0%; a path of targets does not fall.",
    );
  const target = options.number("target");
  const laborGrowth = options.number("laborGrowth");
  const parameters: Parameter[] = [
    { key: "year", words: START, shown: "year", content: { value: first } },
    ...(people
      ? ([
          { key: "labor", words: HEADINGS.labor.words, shown: "people", content: labor },
          { key: "active", words: HEADINGS.active.words, shown: "people", content: active },
        ] as const)
      : []),
    {
      key: "coverage",
      words: COVERAGE,
      shown: "share",
      content: people
        ? { ...coverageRule, of: ["@labor", "@active"] }
        : { value: coverage, ...(share?.from && { from: share.from }) },
    },
    rateParameter(GROWTH_OPTION, growth),
    rateParameter(CEILING_OPTION, ceiling),
    {
      key: "target",
      words: TARGET_WORDS,
      shown: "share",
      content:
        target === undefined
          ? { of: ["@ceiling"], value: (most) => most, plain: (most) => most }
          : { value: target },
    },
    ...(laborGrowth === undefined || !people
      ? []
      : [
          {
            key: "laborGrowth",
            words: LABOR_GROWTH,
            shown: "share",
            content: { value: laborGrowth },
          } as const,
        ]),
  ];
  const at = (heading: Heading, i: number): Figure | undefined => {
    const row = rows.get(first + i);
    return source && row !== undefined && has(source, heading) ? figureAt(source, heading, row) : undefined;
  };
  const laborAt = (i: number): Content => {
    if (!people) return undefined;
    if (i === 0) return { of: ["@labor"], value: (now) => now, plain: (now) => now };
    return (
      at("labor", i) ??
      (laborGrowth === undefined
        ? { of: ["^labor"], value: (before) => before, plain: (before) => before }
        : {
            of: ["^labor", "@laborGrowth"],
            value: (before, more) => shareOf(before, 1 + more),
            plain: (before, more) => roundUpPlain(`${before}*(1+${more})`),
          })
    );
  };
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    years,
    parameters,
    people,
    coverage,
    growth,
    ceiling,
    cells: (i) => ({
      labor: laborAt(i),
      given: at("target", i),
      givenWorkers: people ? at("targetWorkers", i) : undefined,
    }),
    givenPeople: people && has(source, "targetWorkers"),
    given: years.some((_, i) => at("target", i) || (people && at("targetWorkers", i))),
  };
}

/** "1,5" for 0.015: a rate in the middle of a sentence. */
export const rateText = (rate: number, language: "id" | "en"): string =>
  `${writeNumber(rate * 100, language)}${language === "id" ? " %" : "%"}`;
