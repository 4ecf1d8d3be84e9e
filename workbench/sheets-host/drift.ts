// Holds the emulated classes to Google's own types: a member Google does not have, or that takes or answers other plain
// values there, is a type error here. Types only; nothing of this runs.
/// <reference types="google-apps-script" />
import type { ChartBuilder, EmbeddedChart } from "./chart";
import type { Range } from "./range";
import type { Sheet } from "./sheet";
import type { Spreadsheet, SpreadsheetApp } from "./spreadsheet";
import type { TextStyle, TextStyleBuilder } from "./text-style";
import type { HtmlOutput, HtmlService, Menu, Ui } from "./ui";

/** Fields of the emulator, which the guard hides from scripts. */
type Own =
  | "title"
  | "desk"
  | "sheet"
  | "zone"
  | "id"
  | "drawn"
  | "plan"
  | "html"
  | "caption"
  | "entries"
  | "style";

// biome-ignore lint/suspicious/noExplicitAny: "anything goes" is what is meant
type Anything = any;
/** Objects and enums of Google's are others here, so only plain values (and lists of them) are compared. */
type Loose<T> = T extends boolean | null | undefined | Date
  ? T
  : T extends readonly (infer Item)[]
    ? Loose<Item>[]
    : string extends T
      ? T
      : Same<T, number> extends true
        ? T
        : Anything;
/** Assignability cannot tell a number from an ambient enum; identity can. */
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type LooseList<T extends unknown[]> = { [I in keyof T]: Loose<T[I]> };

type Fits<Mine, Theirs> = Theirs extends (...args: infer Asked) => infer Told
  ? Mine extends (...args: LooseList<Asked>) => Loose<Told>
    ? true
    : false
  : true;

type Wrong<Mine, Theirs> = {
  [K in Exclude<keyof Mine, Own>]: K extends keyof Theirs
    ? Fits<Mine[K], Theirs[K]> extends true
      ? never
      : K
    : K;
}[Exclude<keyof Mine, Own>];

type AnyBuilder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder &
  Pick<
    GoogleAppsScript.Spreadsheet.EmbeddedColumnChartBuilder,
    "setTitle" | "setStacked" | "setColors" | "setLegendPosition"
  >;

type None<T extends never> = T;
export type Drift = None<
  | Wrong<Range, GoogleAppsScript.Spreadsheet.Range>
  | Wrong<Sheet, GoogleAppsScript.Spreadsheet.Sheet>
  | Wrong<Spreadsheet, GoogleAppsScript.Spreadsheet.Spreadsheet>
  | Wrong<SpreadsheetApp, GoogleAppsScript.Spreadsheet.SpreadsheetApp>
  | Wrong<ChartBuilder, AnyBuilder>
  | Wrong<EmbeddedChart, GoogleAppsScript.Spreadsheet.EmbeddedChart>
  | Wrong<TextStyle, GoogleAppsScript.Spreadsheet.TextStyle>
  | Wrong<TextStyleBuilder, GoogleAppsScript.Spreadsheet.TextStyleBuilder>
  | Wrong<Ui, GoogleAppsScript.Base.Ui>
  | Wrong<Menu, GoogleAppsScript.Base.Menu>
  | Wrong<HtmlService, GoogleAppsScript.HTML.HtmlService>
  | Wrong<HtmlOutput, GoogleAppsScript.HTML.HtmlOutput>
>;
