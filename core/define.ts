// The shape of a function: what a planner reads about it, what it computes, and its plain-formula twin.
import type { Refusal } from "./refuse";
import type { Words } from "./words";

/**
 * What an argument means, and so how a cell is read (see read.ts):
 * people (whole, 0 or more), share (0..1, above 1 is above 100 %), growth (yearly rate, 0.2 is 20 %),
 * years (whole, 0..100), year (calendar year), month (1..12), months (whole), rupiah, figure (a share or a
 * head-count, 0 or more), text, date (arrives as ISO text), or any cell as it is.
 */
export type Kind =
  | "people"
  | "share"
  | "growth"
  | "years"
  | "year"
  | "month"
  | "months"
  | "rupiah"
  | "figure"
  | "text"
  | "date"
  | "any";

export interface Param {
  /** As shown in argument help; published, so never changed. */
  readonly name: string;
  readonly kind: Kind;
  /** Short, for the middle of a sentence: "Angkatan kerja". */
  readonly label: Words;
  /** What to give, with its unit. */
  readonly about: Words;
  /** Present when the argument may be left out. */
  readonly optional?: Default;
}

/** What stands in for an argument that was left out. */
export interface Default {
  /** undefined: the function decides. */
  readonly value: number | string | undefined;
  /** The same inside the plain formula, as an integer ratio: "995/1000". */
  readonly plain: string;
  readonly about: Words;
}

export type Scalar = number | string;
export type Answer = Scalar | Refusal;

export type ExampleArgument = Scalar | null | readonly (readonly (Scalar | null)[])[];

export interface Example {
  /** Where the figures come from; figures of our own say "Angka rekaan". */
  readonly note: Words;
  /** undefined is an argument left out. */
  readonly args: readonly (ExampleArgument | undefined)[];
  /** A value, rows of values, or the error a cell shows. */
  readonly gives: Scalar | "#N/A" | "#VALUE!" | readonly (readonly Scalar[])[];
  /** True when the plain formula cannot follow (it has no sentences, it takes blanks otherwise). */
  readonly plainDiffers?: true;
}

export type Group = "capaian" | "target" | "segmen" | "periksa" | "anggaran" | "aturan";

/** What a reader sees; nothing of it is needed to compute, so the function bundles leave it out. */
export interface Shown<P extends readonly Param[] = readonly Param[]> {
  /** What the user types; published, so never changed. */
  readonly name: `UCJ_${string}`;
  readonly group: Group;
  readonly about: Words;
  readonly params: P;
  readonly result: {
    readonly about: Words;
    readonly format: "people" | "share" | "rupiah" | "text" | "number";
  };
  /** Other words a planner may search by. */
  readonly keywords: Words;
  /** The same rule with Excel-2010 functions only, argument names standing for arguments; absent when none exists. */
  readonly plain?: string;
  readonly sources: readonly Words[];
  readonly see: readonly string[];
  readonly examples: readonly Example[];
}

type Value<P extends Param> = P["kind"] extends "any"
  ? unknown
  : P["kind"] extends "text" | "date"
    ? string
    : number;
type Given<P extends Param> = P extends { optional: { value: undefined } } ? Value<P> | undefined : Value<P>;
type Values<P extends readonly Param[]> = { [I in keyof P]: Given<P[I]> };
type AlongYears<P extends readonly Param[]> = {
  [I in keyof P]: P[I]["kind"] extends "years" ? readonly number[] : Given<P[I]>;
};
/** A whole range, row by row; a cell that cannot be read is a refusal. */
type Columns<P extends readonly Param[]> = {
  [I in keyof P]: P[I] extends { optional: { value: undefined } }
    ? Column<Value<P[I]>> | undefined
    : Column<Value<P[I]>>;
};

export interface Column<T = unknown> {
  readonly values: readonly (T | Refusal)[];
  /** Whether the cell of this value was blank or 0, which hosts do not tell apart. */
  empty(index: number): boolean;
  /** How wide the range is; \`values\` holds it row by row. */
  readonly columns: number;
}

/** Answers cell by cell; ranges broadcast as Excel's own operators do. */
export interface CellFunction<P extends readonly Param[] = readonly Param[]> extends Shown<P> {
  compute(...values: Values<P>): Answer;
  /**
   * The same for a row along which only the years change: long rows are what large sheets hold, and a loop that
   * belongs to one function is the only one an engine makes fast. false: not all of it are figures.
   */
  along?(answer: Answer[], ...values: AlongYears<P>): boolean;
}

/** Takes whole ranges and answers rows that spill (one cell when 1 × 1). */
export interface RangeFunction<P extends readonly Param[] = readonly Param[]> extends Shown<P> {
  spill(...columns: Columns<P>): Answer | readonly (readonly Answer[])[];
}

// The catalogue holds functions of every shape, so compute and spill are loose there and strict where written.
export type Definition = Shown & {
  // biome-ignore lint/suspicious/noExplicitAny: a catalogue entry takes what its own params say
  compute?: (...values: any[]) => Answer;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  along?: (answer: Answer[], ...values: any[]) => boolean;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  spill?: (...columns: any[]) => Answer | readonly (readonly Answer[])[];
};

/** Ties `compute` to `params`: a parameter the words do not name is a compile error. */
export const define = <const P extends readonly Param[]>(definition: CellFunction<P>): CellFunction<P> =>
  definition;

/** The same for functions that take whole ranges. */
export const defineRange = <const P extends readonly Param[]>(
  definition: RangeFunction<P>,
): RangeFunction<P> => definition;
