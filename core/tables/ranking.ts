// Table "Peringkat" (T3): regions from first to last, the top and bottom N, the others in one row, the target as a line.
import { HEADINGS, type Heading } from "../headers";
import { type Refusal, refuse } from "../refuse";
import type { Language, Words } from "../words";
import * as shared from "./columns";
import { figureAt, nameAt, type Runs, sumOf } from "./figures";
import { type Column, frame, type Got, type Plot, type Row, type Rule } from "./frame";
import { ABOUT, aboutParameters, choice, footerOf, type Options, type TableKind } from "./kind";
import { listed } from "./listed";
import * as say from "./messages";
import type { Figure, TableModel } from "./model";
import type { Source } from "./source";
import { REGIONS } from "./summary";
import { TARGET_OPTIONS, type Targets, targetsOf } from "./targets";

const WORDS: Words = { id: "Peringkat", en: "Ranking" };
const MOST_PLOTTED = 60;
/** A live rank looks at every other row: a sheet of more of them would no longer calculate in a blink. */
const MOST_LIVE = 1000;

export const ranking: TableKind = {
  id: "ranking",
  words: WORDS,
  about: {
    id: "Wilayah dari cakupan tertinggi ke terendah, semua atau N teratas dan terbawah, dengan garis target",
    en: "Regions from the highest to the lowest coverage, all or the top and bottom N, with the target as a line",
  },
  wants: { ...REGIONS, columns: ["labor", "active", "uncovered", "target", "targetWorkers"] },
  options: [
    ...ABOUT,
    ...TARGET_OPTIONS,
    {
      id: "by",
      words: { id: "Menurut", en: "By" },
      kind: "choice",
      choices: [
        choice("coverage", "Cakupan", "Coverage"),
        choice("uncovered", "Belum terlindungi (orang)", "Not covered (people)"),
        choice("neededWorkers", "Gap ke target (orang)", "Gap to target (people)"),
      ],
      start: "coverage",
    },
    {
      id: "show",
      words: { id: "Tampilkan", en: "Show" },
      kind: "choice",
      choices: [
        choice("all", "Semua", "All"),
        choice("both", "N teratas dan N terbawah", "Top N and bottom N"),
        choice("top", "N teratas", "Top N"),
        choice("bottom", "N terbawah", "Bottom N"),
      ],
      start: "all",
    },
    { id: "n", words: { id: "N", en: "N" }, kind: "months", start: "10" },
    {
      id: "chart",
      words: { id: "Grafik", en: "Chart" },
      kind: "choice",
      choices: [
        choice("coverage", "Cakupan dan garis target", "Coverage and the target line"),
        choice("gap", "Peserta aktif dan gap ke target", "Active participants and gap to target"),
      ],
      start: "coverage",
    },
  ],
  example: {
    cells: [
      ["Provinsi", "Angkatan kerja", "Peserta aktif", "Target"],
      ["Maluku Utara", 424131, 176604, 0.6814],
      ["Jawa Timur", 14531668, 4336959, 0.4],
      ["Kalimantan Tengah", 1009250, 465940, null],
    ],
    typed: { source: "harianmalut.com, pustakajc.co" },
  },
  judge: ({ rows }) =>
    rows.length > 1
      ? []
      : [
          {
            id: "Hanya satu wilayah: tidak ada yang diperingkat.",
            en: "There is a single region: nothing to rank.",
          },
        ],
  make: (source, options, language) => make(source as Source, options, language),
};

function make(source: Source, options: Options, language: Language): TableModel | Refusal {
  const id = language === "id";
  const targets = targetsOf(source, options, language);
  const number = (heading: Heading, i: number): number => source.numbers.get(heading)?.[i] ?? Number.NaN;
  const all = source.rows.map((_, i) => i);
  const ranked = all.filter((i) => number("labor", i) > 0 && number("active", i) >= 0);
  const isRanked = new Set(ranked);
  const unranked = all.filter((i) => !isRanked.has(i));
  if (ranked.length === 0)
    return refuse(
      "Tidak ada wilayah yang angkatan kerja dan peserta aktifnya terisi.",
      "No region has both its labour force and its active participants.",
    );
  const by = options.text("by");
  /** Above 0 when the first ranks before the second: shares compare by their products, without division. */
  const before = (i: number, k: number): number => {
    if (by === "coverage")
      return number("active", i) * number("labor", k) - number("active", k) * number("labor", i);
    const size = (row: number): number =>
      by === "uncovered"
        ? number("labor", row) - number("active", row)
        : Math.max(0, targets.goal(row) - number("active", row)) || 0;
    return size(i) - size(k);
  };
  const order = [...ranked].sort((i, k) => before(k, i) || i - k);
  const shareOf = (i: number): number => number("active", i) / number("labor", i);
  const byCoverage = [...ranked].sort((i, k) => shareOf(k) - shareOf(i));
  const n = Math.max(1, options.number("n") ?? 10);
  const show = options.text("show");
  const parted = show !== "all" && order.length > (show === "both" ? 2 * n : n);
  const [top, bottom] = parted
    ? [show === "bottom" ? [] : order.slice(0, n), show === "top" ? [] : order.slice(-n)]
    : [order, []];
  const others = parted ? order.slice(top.length, order.length - bottom.length).sort((i, k) => i - k) : [];

  const ranks = new Map<number, number>();
  for (const [place, i] of order.entries()) {
    const above = order[place - 1];
    const tied = above !== undefined && before(above, i) === 0;
    ranks.set(i, tied ? (ranks.get(above) as number) : place + 1);
  }
  const rankOf = (i: number): number => ranks.get(i) as number;
  const fixed = parted || order.length > MOST_LIVE;
  const region = (i: number): Row => ({
    cells: {
      name: nameAt(source, i),
      rank: fixed ? { value: rankOf(i) } : { ...rankBy(by), value: () => rankOf(i) },
      labor: figureAt(source, "labor", i),
      active: figureAt(source, "active", i),
      ...targets.cells(i),
    },
  });
  const rows = [
    ...top.map(region),
    ...(others.length > 0 ? [together(source, others, targets, language)] : []),
    ...bottom.map(region),
  ];
  const heading = source.levels[source.levels.length - 1]?.heading ?? "region";
  const columns: Column[] = [
    shared.nameColumn(HEADINGS[heading].words),
    {
      key: "rank",
      words: { id: "Peringkat", en: "Rank" },
      shown: "count",
      width: 10,
      total: "none",
    },
    shared.labor,
    shared.active,
    shared.needed,
    shared.uncovered,
    shared.coverage,
    targets.target,
    targets.workers,
    shared.statusColumn(language, targets.judged, false),
  ];
  const where = options.text("region");
  return frame(
    {
      kind: "ranking",
      name: `${WORDS[language]}${where && ` ${where}`}`,
      title: `${WORDS[language]}${where && `: ${where}`}`,
      parameters: [...aboutParameters(options), ...targets.parameters],
      columns,
      rows,
      total: { cells: { name: id ? `Seluruhnya (${order.length})` : `All (${order.length})` } },
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          say.ratioNote(language),
          targets.note,
          id
            ? `Urutan${fixed ? " dan peringkat" : " baris"} ditetapkan saat tabel dibuat; segarkan tabel bila angkanya berubah.`
            : `The order${fixed ? " and the ranks are" : " of rows is"} set when the table is made; refresh it when figures change.`,
          unrankedNote(
            unranked.map((i) => nameAt(source, i)),
            language,
          ),
          say.untargetedNote(say.namesWhere(rows.length, got, say.isUntargeted(got)), language),
          say.aboveNote(say.namesWhere(rows.length, got, say.isAbove(got)), language),
        ],
        chart: chartOf(
          byCoverage.map((i) => nameAt(source, i)),
          byCoverage.map(shareOf),
          rows.length,
          got,
          options,
          language,
        ),
      }),
    },
    language,
  );
}

/** A rank among the rows of the table, live; ties share one. */
const rankBy = (by: string): Omit<Rule, "value"> =>
  by === "coverage"
    ? {
        of: ["labor", "active", "#labor", "#active"],
        plain: (labor, active, bases, covered) => `1+SUMPRODUCT((${covered}*${labor}>${active}*${bases})*1)`,
      }
    : { of: [by, `#${by}`], plain: (own, range) => `1+COUNTIF(${range},">"&${own})` };

/** Neighbouring rows as stretches. */
function runsOf(rows: readonly number[]): Runs {
  const runs: number[] = [];
  for (const i of rows)
    if (runs[runs.length - 1] === i - 1) runs[runs.length - 1] = i;
    else runs.push(i, i);
  return runs;
}

/** The regions between top and bottom in one row, so that the parts still add to the total. */
function together(source: Source, others: readonly number[], targets: Targets, language: Language): Row {
  const runs = runsOf(others);
  const goal = others.reduce((sum, i) => sum + targets.goal(i), 0);
  const workers: Figure | undefined = source.numbers.has("targetWorkers")
    ? sumOf(source, "targetWorkers", runs)
    : Number.isNaN(goal)
      ? undefined
      : { value: goal };
  const name = language === "id" ? `${others.length} wilayah lain` : `${others.length} other regions`;
  return {
    cells: {
      name,
      rank: undefined,
      labor: sumOf(source, "labor", runs),
      active: sumOf(source, "active", runs),
      target: shared.targetFromPeople.rule,
      targetWorkers: workers,
    },
  };
}

const unrankedNote = (names: readonly string[], language: Language): string | undefined =>
  names.length === 0
    ? undefined
    : language === "id"
      ? `Tidak diperingkat dan tidak dijumlahkan karena angkanya belum lengkap: ${listed(names, language)}.`
      : `Neither ranked nor summed because figures are missing: ${listed(names, language)}.`;

function chartOf(
  names: readonly string[],
  shares: readonly number[],
  rows: number,
  got: Got,
  options: Options,
  language: Language,
): Plot | undefined {
  if (rows > MOST_PLOTTED) return undefined;
  const id = language === "id";
  const [first, last] = [0, names.length - 1];
  const one = (i: number): string => `${names[i]} (${say.percent(shares[i] as number, language)})`;
  const ends = id
    ? `Tertinggi ${one(first)}, terendah ${one(last)}`
    : `Highest ${one(first)}, lowest ${one(last)}`;
  const gap = got.total("neededWorkers");
  if (options.text("chart") === "gap")
    return {
      kind: "stackedColumn",
      title:
        gap === ""
          ? ends
          : id
            ? `Gap ke target ${say.people(gap, "id")} orang; ${ends}`
            : `Gap to target ${say.people(gap, "en")} people; ${ends}`,
      series: ["active", "neededWorkers"],
      colors: shared.COLORS,
    };
  const goal = options.number("target");
  const reached = goal === undefined ? 0 : shares.filter((share) => share >= goal - 1e-12).length;
  const met =
    goal === undefined
      ? ""
      : id
        ? `; ${reached} dari ${shares.length} mencapai target ${say.percent(goal, "id")}`
        : `; ${reached} of ${shares.length} reach the target ${say.percent(goal, "en")}`;
  return {
    kind: "column",
    title: ends + met,
    series: ["coverage", "target"],
    colors: shared.COLORS,
    lines: ["target"],
  };
}
