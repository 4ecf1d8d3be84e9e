// The figures a region publishes about itself: each with the precision it was printed in, any of them missing.
import { plainDigits } from "../exact";
import { type Printed, readNumber } from "../numbers";
import { isRefusal } from "../refuse";
import type { Words } from "../words";

export interface Figure {
  /** Shares are fractions: 35,05 % is 0.3505. */
  readonly value: number;
  /** What one unit of the last printed digit is worth, in the value's own unit. */
  readonly step: number;
  /** "sekitar 50 ribu" */
  readonly approximate: boolean;
}

type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Written T so that the same shape holds figures, and texts as printed in examples. */
interface Published<T> {
  /** The denominator, whatever the source calls it: angkatan kerja, potensi, semesta. */
  labor: T;
  active: T;
  uncovered: T;
  coverage: T;
  uncoveredShare: T;
  /** The coverage aimed at. */
  target: T;
  /** The same as people. */
  targetWorkers: T;
  /** People said to be added to reach the target. */
  addition: T;
  /** People missing to the target. */
  gap: T;
  /** Percentage points missing to the target. */
  gapPoints: T;
  /** Active participants over the target's people. */
  achievement: T;
  /** Everyone who lives there: the labour base cannot be larger. */
  population: T;
  segments: readonly SegmentOf<T>[];
  previous: PreviousOf<T>;
  /** A printed change of coverage since `previous`. */
  change: Given<{ points: T; relative: T }>;
  budget: T;
  workers: T;
  months: T;
  contribution: T;
  /** Any other list that is printed with its total: ecosystems, OPD, villages. */
  parts: { readonly total?: T | undefined; readonly items: readonly { name: string; value: T }[] };
  /** As printed: "8 Juni 2025", "2025-06-08". */
  asOf: string;
  /** Other dates printed beside single figures of the same row. */
  otherDates: readonly string[];
}
type SegmentOf<T> = { readonly name: string } & Given<{ labor: T; active: T; coverage: T }>;
type PreviousOf<T> = Given<{ labor: T; active: T; coverage: T; asOf: string }>;

export type Figures = Given<Published<Figure>>;
export type PrintedFigures = Given<Published<string>>;
export type Segment = SegmentOf<Figure>;

/** The quantities that identities tie together; a printed figure claims to be one of them. */
export const ROLES = [
  "labor",
  "active",
  "uncovered",
  "coverage",
  "uncoveredShare",
  "target",
  "targetWorkers",
  "gap",
  "gapPoints",
  "achievement",
] as const;
export type Role = (typeof ROLES)[number];

/** Where a single figure stands in `Figures`. */
export type ScalarKey = Role | "addition" | "population";
/** "labor", "segments.active" (the column), "segments.1.active" (one cell), "previous.labor". */
export type Key = string;

export const SCALARS: readonly ScalarKey[] = [...ROLES, "addition", "population"];

/** "tambahan" says how many are missing to the target, and is read as that. */
export const roleOf = (key: ScalarKey): Role =>
  key === "addition" ? "gap" : key === "population" ? "labor" : key;

const SHARES: ReadonlySet<string> = new Set([
  "coverage",
  "uncoveredShare",
  "target",
  "gapPoints",
  "achievement",
  "points",
  "relative",
]);
export const isShare = (key: Key): boolean => SHARES.has(key.includes(".") ? key.replace(/^.*\./, "") : key);

/** In the middle of a sentence. */
export const NAMES: Readonly<Record<ScalarKey, Words>> = {
  labor: { id: "angkatan kerja", en: "the labour force" },
  active: { id: "peserta aktif", en: "the active participants" },
  uncovered: { id: "jumlah yang belum terlindungi", en: "the number not covered" },
  coverage: { id: "cakupan", en: "coverage" },
  uncoveredShare: { id: "persentase belum terlindungi", en: "the share not covered" },
  target: { id: "target cakupan", en: "the target coverage" },
  targetWorkers: { id: "target jumlah peserta", en: "the target head-count" },
  gap: { id: "kekurangan ke target", en: "the gap to the target" },
  gapPoints: { id: "selisih poin ke target", en: "the gap in points" },
  achievement: { id: "capaian terhadap target", en: "achievement of the target" },
  addition: { id: "tambahan peserta", en: "the addition" },
  population: { id: "jumlah penduduk", en: "the population" },
};

/** A figure that was not rounded further than its unit: 140,940 people, 35.05 % with step 0.0001. */
export const exactly = (value: number, step = 1): Figure => ({ value, step, approximate: false });

/** Whole thousands are nearly always rounded, however many zeros are printed. */
const thousands = (value: number, step: number): number =>
  step === 1 && value !== 0 && value % 1000 === 0 ? 1000 : step;

/** A figure read from text. */
export const figureFrom = ({ value, unit, step, approximate }: Printed): Figure => ({
  value,
  step: unit === "percent" || unit === "rupiah" ? step : thousands(value, step),
  approximate,
});

/** A figure from a numeric cell, which does not say how it was printed; a computed share is exact. */
export function figureOf(value: number, kind: "people" | "share"): Figure {
  if (kind === "people") return exactly(value, thousands(value, 1));
  // "22,77%" in a formula is 22.77 ÷ 100, which misses 0.2277 by its last digit.
  const share = Number(value.toPrecision(15));
  const decimals = plainDigits(share).split(".")[1]?.length ?? 0;
  return exactly(share, Number(`1e-${Math.min(Math.max(decimals, 2), 8)}`));
}

/** A head-count of which every digit counts. */
export const isExact = ({ step, approximate }: Figure): boolean => step <= 1 && !approximate;

/** How far the truth may lie from what is printed, when the last digit may be one unit off. */
export function reachOf(figure: Figure, share: boolean): number {
  if (!share && isExact(figure)) return 0;
  if (!figure.approximate) return figure.step;
  // "Sekitar 50 ribu" is rounded to its last digit that is not 0.
  const digits = plainDigits(Math.abs(figure.value)).replace(".", "").replace(/0+$/, "").length;
  const whole = plainDigits(Math.abs(figure.value)).split(".")[0]?.length ?? 1;
  return share ? figure.step : Math.max(figure.step, Number(`1e${whole - digits}`) / 2);
}

const figureIn = (text: string | undefined): Figure | undefined => {
  const printed = text === undefined ? undefined : readNumber(text);
  return printed === undefined || isRefusal(printed) ? undefined : figureFrom(printed);
};

/** Reads figures as they stand in print; what cannot be read as one number is left out. */
export function readFigures(printed: PrintedFigures): Figures {
  const { segments, previous, change, parts, asOf, otherDates } = printed;
  const scalars = [...SCALARS, "budget", "workers", "months", "contribution"] as const;
  return {
    ...Object.fromEntries(scalars.map((key) => [key, figureIn(printed[key])])),
    segments: segments?.map(({ name, labor, active, coverage }) => ({
      name,
      labor: figureIn(labor),
      active: figureIn(active),
      coverage: figureIn(coverage),
    })),
    previous: previous && {
      labor: figureIn(previous.labor),
      active: figureIn(previous.active),
      coverage: figureIn(previous.coverage),
      asOf: previous.asOf,
    },
    change: change && { points: figureIn(change.points), relative: figureIn(change.relative) },
    parts: parts && {
      total: figureIn(parts.total),
      items: parts.items.flatMap(({ name, value }) => {
        const figure = figureIn(value);
        return figure ? [{ name, value: figure }] : [];
      }),
    },
    asOf,
    otherDates,
  };
}

const known = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(known);
  if ("step" in value) return Number.isFinite((value as Figure).value) ? value : undefined;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, known(one)]));
};

/** A cell's error may arrive as NaN, which is no figure. */
export function withoutErrors(figures: Figures): Figures {
  const clean = known(figures) as Figures;
  const whole = clean.parts?.items.every(({ value }) => value !== undefined);
  return whole === false ? { ...clean, parts: undefined } : clean;
}
