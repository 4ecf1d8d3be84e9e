// Table "Kecamatan dan desa" (T4): province, regency, district, village; every sum and share from the rows below it.
import { HEADINGS, type Heading, PLACES } from "../headers";
import type { Language, Words } from "../words";
import * as shared from "./columns";
import { sumOf } from "./figures";
import { type Column, type Content, frame, type Got, type Plot, type Row, type Sum } from "./frame";
import { ABOUT, aboutParameters, choice, footerOf, type Options, TARGET, type TableKind } from "./kind";
import type { Wants } from "./mapping";
import * as say from "./messages";
import type { TableModel } from "./model";
import { type Place, rollUp } from "./rollup";
import type { Source } from "./source";
import { TOTAL } from "./summary";
import { OF_PARAMETER } from "./targets";

const WORDS: Words = { id: "Kecamatan dan desa", en: "Districts and villages" };

const WANTS: Wants = {
  names: [...PLACES, "region"],
  levels: true,
  columns: ["labor", "active", "uncovered", "targetWorkers", "asOf"],
  required: ["labor", "active"],
  repeats: true,
  row: { id: "wilayah", en: "place" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Kabupaten | Kecamatan | Desa | Angkatan kerja | Peserta aktif.",
    en: "Select the block with its heading row, such as Regency | District | Village | Labour force | Active participants.",
  },
};

/** More rows than this are a list of villages, not a table; a planner can still ask for them. */
const MANY = 10_000;
const MOST_PLOTTED = 60;

export const districts: TableKind = {
  id: "districts",
  words: WORDS,
  about: {
    id: "Provinsi, kabupaten/kota, kecamatan, desa: dijumlahkan bertingkat dari baris mentah",
    en: "Province, regency, district, village: summed level by level from raw rows",
  },
  wants: WANTS,
  options: [
    ...ABOUT,
    {
      id: "level",
      words: { id: "Rinci sampai", en: "Down to" },
      kind: "choice",
      choices: [
        choice("auto", "Otomatis", "Automatic"),
        ...PLACES.map((place) => ({ value: place, words: HEADINGS[place].words })),
      ],
      start: "auto",
    },
    { ...TARGET, about: { id: "Kosong: tanpa target", en: "Blank: no target" } },
    {
      id: "minimum",
      words: { id: "Minimal peserta per desa", en: "Minimum participants per village" },
      about: { id: "Misalnya 100; kosong: tidak diperiksa", en: "Such as 100; blank: not looked at" },
      kind: "people",
    },
  ],
  example: {
    cells: [
      ["Kabupaten", "Kecamatan", "Angkatan kerja", "Peserta aktif"],
      ["Kab. Contoh", "Utara", 12000, 5400],
      ["Kab. Contoh", "Tengah", 30000, 21000],
      ["Kab. Contoh", "Selatan", 8000, 1200],
    ],
    typed: { source: "angka rekaan" },
  },
  make: (source, options, language) => make(source as Source, options, language),
};

/** How many levels are shown: as asked, or all unless that is a list without end. */
function depthOf({ levels, rows }: Source, asked: string): number {
  const own = levels.findIndex(({ heading }) => heading === asked);
  if (own >= 0) return own + 1;
  return levels.length > 1 && rows.length > MANY ? levels.length - 1 : levels.length;
}

function make(source: Source, options: Options, language: Language): TableModel {
  const id = language === "id";
  const depth = depthOf(source, options.text("level"));
  const root = rollUp(source, depth);
  const headings = source.levels.slice(0, depth).map(({ heading }) => heading);
  const finest = source.levels[source.levels.length - 1]?.heading as Heading;
  const counted = depth < source.levels.length;
  const share = options.number("target");
  const given = source.numbers.has("targetWorkers");
  const aimed = given || share !== undefined;
  const minimum = finest === "village" && !counted ? options.number("minimum") : undefined;

  const columns: Column[] = [
    shared.nameColumn(HEADINGS.region.words, 30),
    { key: "level", words: { id: "Tingkat", en: "Level" }, shown: "text", width: 15 },
    ...(counted
      ? [
          {
            key: "units",
            words: {
              id: `Jumlah ${HEADINGS[finest].words.id.toLowerCase()}`,
              en: `Number of ${HEADINGS[finest].words.en.toLowerCase()}s`,
            },
            shown: "people",
            width: 12,
          } as const,
        ]
      : []),
    shared.labor,
    shared.active,
    { ...shared.uncovered, total: shared.uncoveredRule },
    { ...shared.coverage, total: shared.coverageRule, look: [shared.HEAT] },
    ...(aimed
      ? [
          shared.target(given ? shared.targetFromPeople.rule : OF_PARAMETER),
          given ? shared.targetPeople : shared.targetWorkers,
          shared.needed,
        ]
      : []),
    ...(minimum === undefined
      ? []
      : [
          {
            key: "enough",
            words: { id: "Memenuhi minimal", en: "Meets the minimum" },
            shown: "people",
            width: 12,
            rule: {
              of: ["active", "@minimum"],
              value: (people, least) => (people >= least ? 1 : 0),
              plain: (people, least) => `IF(${people}>=${least},1,0)`,
            },
          } as const satisfies Column,
        ]),
    shared.statusColumn(language, aimed, false),
  ];
  const rows: Row[] = [];
  let broken = 0;
  const levelWord = (level: number): string => HEADINGS[headings[level] as Heading].words[language];
  const summed = ["labor", "active", "targetWorkers", "units", "enough"];
  /** Sums over the leaves alone, for the rows between are sums themselves. */
  const sums = (from: number): Row["cells"] => {
    const sum: Sum = { from, to: rows.length - 1, by: ["level", levelWord(depth - 1)] };
    return {
      ...Object.fromEntries(summed.map((key) => [key, sum])),
      target: shared.targetFromPeople.rule,
    };
  };
  const add = (place: Place, level: number): void => {
    const name = place.name || (id ? "(tanpa rincian)" : "(no detail)");
    const cells: Record<string, Content> = { name, level: levelWord(level) };
    if (level === depth - 1) {
      for (const key of ["labor", "active", ...(given ? (["targetWorkers"] as const) : [])] as const) {
        const figure = sumOf(source, key, place.runs);
        cells[key] = figure;
        if (figure && source.where !== "" && !figure.from) broken++;
      }
      if (counted) cells.units = { value: place.units };
      rows.push({ cells });
      return;
    }
    const own = rows.length;
    rows.push({ cells });
    for (const part of place.parts) add(part, level + 1);
    rows[own] = { cells: { ...cells, ...sums(own + 1) }, total: true };
  };
  for (const part of root.parts) add(part, 0);

  const leaf = (i: number): boolean => rows[i]?.total === undefined;
  const region =
    options.text("region") || (depth > 1 && root.parts.length === 1 ? (root.parts[0] as Place).name : "");
  return frame(
    {
      kind: "districts",
      name: `${WORDS[language]}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}`,
      parameters: [
        ...aboutParameters(options),
        ...(share === undefined || given
          ? []
          : [
              {
                key: "target",
                words: HEADINGS.target.words,
                shown: "share",
                content: { value: share },
              } as const,
            ]),
        ...(minimum === undefined
          ? []
          : [
              {
                key: "minimum",
                words: { id: "Minimal peserta per desa", en: "Minimum participants per village" },
                shown: "people",
                content: { value: minimum },
              } as const,
            ]),
      ],
      columns,
      rows,
      // A single place at the top is the total already.
      total: root.parts.length > 1 ? { cells: { name: TOTAL[language], level: "", ...sums(0) } } : undefined,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          say.ratioNote(language),
          say.brokenNote(broken, { id: "wilayah", en: "place" }, language),
          say.unevenNote(source, language),
          say.aboveNote(
            say.namesWhere(rows.length, got, (i) => leaf(i) && say.isAbove(got)(i)),
            language,
          ),
        ],
        chart: chartOf(rows, depth, region, aimed, got, language),
      }),
    },
    language,
  );
}

/** Neighbouring leaves can be plotted; a table of several parents has its picture in the heat map. */
function chartOf(
  rows: readonly Row[],
  depth: number,
  region: string,
  aimed: boolean,
  got: Got,
  language: Language,
): Plot | undefined {
  const from = depth - 1;
  const leaves = rows.length - from;
  if (leaves < 2 || leaves > MOST_PLOTTED || rows.slice(from).some(({ total }) => total)) return undefined;
  const shares = Array.from({ length: leaves }, (_, k) => got.cell(from + k, "coverage"));
  const known = shares.filter((share): share is number => typeof share === "number");
  if (known.length === 0) return undefined;
  const one = (share: number): string =>
    `${got.cell(from + shares.indexOf(share), "name")} (${say.percent(share, language)})`;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const all = from > 0 ? got.cell(from - 1, "coverage") : got.total("coverage");
  const ends =
    language === "id"
      ? `tertinggi ${one(high)}, terendah ${one(low)}`
      : `highest ${one(high)}, lowest ${one(low)}`;
  return {
    kind: "column",
    title: `${region || TOTAL[language]} ${say.percent(all, language)}: ${ends}`,
    series: aimed ? ["coverage", "target"] : ["coverage"],
    colors: shared.COLORS,
    ...(aimed && { lines: ["target"] }),
    rows: [from, rows.length - 1],
  };
}
