// A table before any host paints it: values, formulas, formats, roles, conditional formats, print and one chart description.

/**
 * How a cell is shown; hosts turn it into a number format. `points` are percentage points (5.5 is 5.5), `gain` the same
 * with its sign,
 * `change` is a number of people with its sign, `rate` a relative change with its sign, `count` a plain number.
 */
export type Shown =
  | "text"
  | "people"
  | "share"
  | "points"
  | "gain"
  | "change"
  | "rate"
  | "rupiah"
  | "year"
  | "count";

/** A `sentence` wraps inside its column. */
export type Role =
  | "title"
  | "parameter"
  | "header"
  | "label"
  | "sentence"
  | "input"
  | "figure"
  | "total"
  | "note";

/** A figure and, when it was read from a numeric cell, the formula that fetches it ("Data!B2", "SUM(Data!B2:B9)"). */
export interface Figure {
  readonly value: number;
  readonly from?: string;
}

export interface TableCell {
  /** What core computed: shown in the preview, written when the planner wants values. */
  readonly value: string | number;
  /**
   * The native formula without "=", Excel-2010 functions only. `{r,c}` is the cell in row r, column c of the table,
   * both from 0; `{$r,c}` holds the row when copied, `{$r,$c}` the cell.
   */
  readonly plain?: string;
  /** The same by UCJ functions, falling back on the native formula where the add-in is missing. */
  readonly live?: string;
  readonly shown: Shown;
  readonly role: Role;
}

/** `column` and `line` take their series side by side; a bar is a column lying down. */
export type ChartKind = "column" | "stackedColumn" | "bar" | "stackedBar" | "line";

export interface ChartModel {
  readonly kind: ChartKind;
  /** Says the message, not the topic. */
  readonly title: string;
  /** Rows of the table that are plotted, the column of labels, the columns of series (their heading is in `header`). */
  readonly header: number;
  readonly first: number;
  readonly last: number;
  readonly labels: number;
  /** Neighbouring columns, left to right. */
  readonly series: readonly number[];
  readonly colors: readonly string[];
  /** Which of the series (by place in `series`) are drawn as lines over columns: a target. */
  readonly lines?: readonly number[];
}

/** Rows `first` to `last` of column `column` of the table, all counted from 0. */
export interface Part {
  readonly first: number;
  readonly last: number;
  readonly column: number;
}

/** The cell's text is or its number is above; `scale` colours from the least to the most (a heat map). */
export type When =
  | { readonly when: "is"; readonly text: string; readonly fill: string; readonly color: string }
  | { readonly when: "above"; readonly value: number; readonly fill: string; readonly color: string }
  | { readonly when: "scale"; readonly low: string; readonly high: string };

/** A conditional format. What it says by colour, the cell also says in words or digits. */
export type Condition = When & { readonly part: Part };

export interface PrintModel {
  readonly landscape: boolean;
  /** Row of the table repeated on every page. */
  readonly header: number;
  /** Source and as-of date; "" when neither is known. */
  readonly footer: string;
}

export interface TableModel {
  /** Suggested name of a new sheet. */
  readonly name: string;
  /** Rectangular. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly chart?: ChartModel;
  readonly conditions?: readonly Condition[];
  /** One page wide. */
  readonly print?: PrintModel;
}

/** Native formulas, UCJ functions that fall back on them, or values alone. */
export type Output = "plain" | "live" | "values";

export const text = (value: string, role: TableCell["role"] = "label"): TableCell => ({
  value,
  shown: "text",
  role,
});
export const blank: TableCell = { value: "", shown: "text", role: "note" };
