// Table "Rincian per segmen" (T2): potential, active, not covered, coverage, contribution; two to four segments, or formal.
import { writePercent } from "../numbers";
import { isRefusal } from "../refuse";
import { BREAKDOWN, SEGMENTS, segmentOf } from "../segments";
import type { Language, Words } from "../words";
import { coverageRule, FILLS, uncoveredRule } from "./columns";
import { type Column, frame, type Got, type Plot, type Row, type Rule } from "./frame";
import { ABOUT, aboutParameters, choice, footerOf, type Options, type TableKind } from "./kind";
import {
  aboveNote,
  brokenNote,
  incompleteNote,
  isIncomplete,
  namesWhere,
  people,
  ratioNote,
} from "./messages";
import type { Figure, TableModel } from "./model";
import type { Source } from "./source";
import { SEGMENT_ROWS, segmentsIn } from "./understand";

export type { Figure } from "./model";

export interface SegmentFigures {
  readonly segments: readonly {
    readonly name: string;
    readonly labor: Figure | undefined;
    readonly active: Figure | undefined;
  }[];
  /** Sums that no formula fetches, because their rows lie scattered. */
  readonly broken?: number;
  /** Printed totals; used only where the segments do not give one. */
  readonly total: { readonly labor: Figure | undefined; readonly active: Figure | undefined };
  readonly region: string;
  readonly asOf: string;
  readonly basis: string;
  readonly source: string;
}

const WORDS = {
  name: { id: "Segmen", en: "Segments" },
  title: { id: "Rincian per segmen", en: "Breakdown by segment" },
  potential: { id: "Kontribusi potensi", en: "Share of potential" },
  waiting: {
    id: "Peserta aktif per segmen belum ada: isi kolomnya, dan cakupan tiap segmen terhitung sendiri.",
    en: "Active participants by segment are missing: fill in the column and each segment's coverage appears.",
  },
} as const satisfies Record<string, Words>;

type Segments = SegmentFigures["segments"];

export const segment: TableKind = {
  id: "segment",
  words: WORDS.title,
  about: {
    id: "PU, BPU, Jakon, PMI: potensi, peserta aktif, cakupan dan kontribusi tiap segmen",
    en: "PU, BPU, Jakon, PMI: potential, active participants, coverage and contribution of each segment",
  },
  wants: SEGMENT_ROWS,
  options: [
    ...ABOUT,
    {
      id: "view",
      words: { id: "Tampilan", en: "View" },
      kind: "choice",
      choices: [
        choice("segments", "Tiap segmen", "Each segment"),
        choice("formal", "Formal dan informal", "Formal and informal"),
      ],
      start: "segments",
    },
  ],
  example: {
    // As printed: potentials under the name of active participants, and what is said of it.
    cells: [
      ["Segmen", "Angkatan kerja", "Peserta aktif"],
      ["PU", null, 88357],
      ["BPU", null, 36140],
      ["Jakon", null, 16443],
      ["Jumlah", 140940, 49397],
    ],
    typed: {
      region: "Kota Kendari",
      asOf: "8 Juni 2025",
      basis: "angkatan kerja di luar ASN, TNI, Polri",
      source: "KolomRakyat dan KiatNews, 17 Juni 2025",
    },
  },
  judge: (source) => {
    const understood = segmentsIn(source);
    return isRefusal(understood) ? understood : understood.findings;
  },
  make: (source, options, language) => {
    const understood = segmentsIn(source as Source);
    if (isRefusal(understood)) return understood;
    const { figures } = understood;
    const told = {
      region: options.text("region"),
      asOf: options.text("asOf"),
      basis: options.text("basis"),
      source: options.text("source"),
    };
    const segments =
      options.text("view") === "formal" ? formalView(figures.segments, language) : figures.segments;
    return segmentTable({ ...figures, ...told, segments }, language);
  },
};

/** Formal is PU and Jakon, informal BPU; migrants and what has no known name stay as they are. */
export function formalView(segments: Segments, language: Language): Segments {
  const parts: readonly (readonly [Words, readonly string[]])[] = [
    [{ id: "Formal: PU + Jakon", en: "Formal: PU + Jakon" }, ["PU", "JAKON"]],
    [{ id: "Informal: BPU", en: "Informal: BPU" }, ["BPU"]],
  ];
  const keyOf = (name: string): string => segmentOf(name)?.key ?? "";
  const known = SEGMENTS.filter(({ key }) => key !== "PMI").map(({ key }) => key as string);
  return [
    ...parts.flatMap(([words, keys]) => {
      const own = segments.filter(({ name }) => keys.includes(keyOf(name)));
      return own.length === 0
        ? []
        : [
            {
              name: words[language],
              labor: together(own.map((one) => one.labor)),
              active: together(own.map((one) => one.active)),
            },
          ];
    }),
    ...segments.filter(({ name }) => !known.includes(keyOf(name))),
  ];
}

/** One figure of several; unknown when one of them is. */
export function together(figures: readonly (Figure | undefined)[]): Figure | undefined {
  if (figures.length === 0 || figures.some((figure) => figure === undefined)) return undefined;
  const all = figures as readonly Figure[];
  const value = all.reduce((sum, figure) => sum + figure.value, 0);
  const fetched = all.some(({ from }) => from !== undefined);
  return { value, ...(fetched && { from: all.map((one) => one.from ?? String(one.value)).join("+") }) };
}

const part = (key: "labor" | "active"): Rule => ({
  of: [key, `$${key}`],
  over: 1,
  value: (own, all) => own / all,
  plain: (own, all) => `${own}/${all}`,
});

/** The sum of the segments, or what was printed as their total. */
function sumOr(key: "labor" | "active", segments: Segments, printed: Figure | undefined): Rule {
  const given = segments.flatMap((one) => one[key] ?? []);
  const otherwise = printed?.from ?? (printed ? String(printed.value) : '""');
  return {
    of: [`#${key}`],
    value: () =>
      given.length > 0 ? given.reduce((sum, { value }) => sum + value, 0) : (printed?.value ?? ""),
    plain: (range) => `IF(COUNT(${range})>0,SUM(${range}),${otherwise})`,
  };
}

/** In the total: only from figures that all segments have, or from printed totals, never from some of the segments. */
function ofWhole(rule: Rule, segments: Segments): Rule {
  const n = rule.of.length;
  const partly = (["labor", "active"] as const).some((key) => {
    const given = segments.filter((one) => one[key] !== undefined).length;
    return given > 0 && given < segments.length;
  });
  if (!partly) return rule;
  const known = (range: string): string => `OR(COUNT(${range})=0,COUNT(${range})=ROWS(${range}))`;
  const same = (refs: readonly string[], formula: string): string =>
    `IF(AND(${refs.slice(n).map(known).join(",")}),${formula},"")`;
  return {
    ...rule,
    of: [...rule.of, "#labor", "#active"],
    value: (...values) =>
      values.slice(n).every((count) => count === 0 || count === segments.length) ? rule.value(...values) : "",
    plain: (...refs) => same(refs, rule.plain(...refs)),
    live: rule.live && ((...refs) => same(refs, (rule.live as typeof rule.plain)(...refs))),
  };
}

/**
 * @param figures people by segment; a missing figure stays blank and every formula waits for it
 * @returns the table as native formulas (Excel 2010 and later, LibreOffice, Sheets), with its chart
 */
export function segmentTable(figures: SegmentFigures, language: Language): TableModel {
  const { segments, total, region } = figures;
  const told: Options = {
    text: (id) => figures[id as "region" | "asOf" | "basis" | "source"],
    number: () => undefined,
  };
  /** Without any active figure by segment, what each contributes is its part of the potential. */
  const byPotential = segments.every(({ active }) => active === undefined);
  const columns: Column[] = [
    { key: "name", words: BREAKDOWN.segment, shown: "text", width: 28 },
    {
      key: "labor",
      words: BREAKDOWN.labor,
      shown: "people",
      width: 15,
      total: sumOr("labor", segments, total.labor),
    },
    {
      key: "active",
      words: BREAKDOWN.active,
      shown: "people",
      width: 15,
      total: sumOr("active", segments, total.active),
    },
    {
      key: "uncovered",
      words: BREAKDOWN.uncovered,
      shown: "people",
      width: 17,
      rule: uncoveredRule,
      total: ofWhole(uncoveredRule, segments),
    },
    {
      key: "coverage",
      words: BREAKDOWN.coverage,
      shown: "share",
      width: 11,
      rule: coverageRule,
      total: ofWhole(coverageRule, segments),
      look: [{ when: "above", value: 1, ...FILLS.fair }],
    },
    {
      key: "part",
      words: byPotential ? WORDS.potential : BREAKDOWN.contribution,
      shown: "share",
      width: 18,
      rule: part(byPotential ? "labor" : "active"),
    },
  ];
  const above = segments.filter(({ labor, active }) => labor && active && active.value > labor.value);
  return frame(
    {
      kind: "segment",
      name: `${WORDS.name[language]}${region && ` ${region}`}`,
      title: `${WORDS.title[language]}${region && `: ${region}`}`,
      parameters: aboutParameters(told),
      columns,
      rows: segments.map(
        ({ name, labor, active }): Row => ({
          cells: { name: segmentOf(name)?.name[language] ?? name, labor, active },
        }),
      ),
      total: { cells: { name: BREAKDOWN.total[language] } },
      footer: footerOf(told, language),
      after: (got) => ({
        notes: [
          ratioNote(language),
          brokenNote(figures.broken ?? 0, { id: "segmen", en: "segment" }, language),
          byPotential ? WORDS.waiting[language] : undefined,
          incompleteNote(byPotential ? [] : namesWhere(segments.length, got, isIncomplete(got)), language),
          aboveNote(
            above.map(({ name }) => name),
            language,
          ),
        ],
        chart: chartOf(figures, got, byPotential, language),
      }),
    },
    language,
  );
}

function chartOf(
  { segments, region }: SegmentFigures,
  got: Got,
  byPotential: boolean,
  language: Language,
): Plot | undefined {
  if (segments.length === 0) return undefined;
  const id = language === "id";
  const where = region || (id ? "Wilayah ini" : "This region");
  const [labor, reached] = [got.total("labor"), got.total("coverage")];
  const largest = [...segments].sort((a, b) => (b.labor?.value ?? 0) - (a.labor?.value ?? 0))[0];
  let title = where;
  if (byPotential && typeof labor === "number" && labor > 0 && largest?.labor) {
    const share = writePercent(largest.labor.value / labor, language);
    title += id
      ? `: potensi terbesar ${largest.name} (${share})`
      : `: largest potential ${largest.name} (${share})`;
  } else if (typeof reached === "number") {
    const share = writePercent(reached, language);
    title += id ? `: ${share} angkatan kerja terlindungi` : `: ${share} of the labour force covered`;
  } else {
    const covered = people(got.total("active"), language);
    title += id ? `: ${covered} peserta aktif` : `: ${covered} active participants`;
  }
  return byPotential
    ? { kind: "column", title, series: ["labor"], colors: ["#1F4E79"] }
    : { kind: "stackedColumn", title, series: ["active", "uncovered"], colors: ["#1F4E79", "#F2B36B"] };
}
