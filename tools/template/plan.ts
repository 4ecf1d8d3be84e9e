// A sheet as planned, before the writer of files: cells with their looks, rules for typing, colours, charts, print.
import type { Role, When } from "../../core/tables/model";
import type { Area, PaintedChart, PaintedPrint } from "../../core/tables/paint";

export const TEMPLATE = "dist/ucj-template.xlsx";

export interface PlannedCell {
  /** Begins with "=" for a formula, in canonical en-US text. */
  readonly content: string | number;
  readonly format?: string;
  readonly role: Role;
}

/** What may be typed in an area; what it says is Indonesian, as the sheet is. */
export interface Typing {
  readonly area: Area;
  readonly type: "whole" | "decimal" | "date" | "list" | "custom";
  /** Of numbers and dates, first and last; of a list its items, joined by commas; a formula that must be true. */
  readonly between?: readonly [string, string];
  readonly formula?: string;
  readonly title: string;
  readonly prompt: string;
  readonly error: string;
  /** Other input is asked about instead of refused. */
  readonly warnOnly?: true;
}

/** As a table says it; or a formula on the area's first cell. */
export type Coloring = (
  | When
  | { readonly when: "true"; readonly formula: string; readonly fill: string; readonly color: string }
) & { readonly area: Area };

export interface PlannedSheet {
  readonly name: string;
  readonly widths: readonly number[];
  /** Rows from 1 on; undefined is blank. */
  readonly rows: readonly (readonly (PlannedCell | undefined)[])[];
  /** Row of headings, from 0, that are wrapped. */
  readonly headers: readonly number[];
  readonly typing: readonly Typing[];
  readonly colors: readonly Coloring[];
  /** Its title is a reference to the cell that says the message. */
  readonly chart?: PaintedChart;
  /** Rows above it stay in view. */
  readonly freeze?: number;
  readonly print: PaintedPrint;
}
