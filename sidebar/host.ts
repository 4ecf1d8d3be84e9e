// What the sidebar asks of a spreadsheet, in a planner's terms. Excel and Google Sheets each answer it.
import type { Block, BlockCell } from "../core/block";
import type { Content, Sheet } from "../core/exchange/record";
import type { Style } from "../core/exchange/tokens";
import type { Drawn, Made, Redraw } from "../core/tables/drawn";
import type { Area, Painted } from "../core/tables/paint";
import type { Language, Words } from "../core/words";

/** Where a table may land: a new sheet, the selected cell, or the first free rows of the sheet in view. */
export type Place = "newSheet" | "here" | "free";

export interface Spot {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** How many cells with something in them the table would overwrite. */
  readonly filled: number;
}

/** What is needed to open a table that was written, or to take it back. Plain data. */
export interface Written {
  readonly sheet: string;
  readonly address: string;
  readonly isNew: boolean;
  readonly chart: string | null;
  /** What the cells held before, host's own form; null for a new sheet. */
  readonly before: unknown;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** Follows a long action: is told how far it is, from 0 to 1, and may stop it; a stopped action leaves the sheet as it was. */
export interface Watch {
  progress(share: number): void;
  isStopped(): boolean;
}

export interface Host {
  readonly name: "excel" | "sheets";
  /** The host's display language. */
  readonly language: Language;
  /** This spreadsheet says itself that it knows no custom functions. */
  readonly noFunctions?: true;
  /** In pieces when it is large. */
  readSelection(watch?: Watch): Promise<Block>;
  survey(place: Place, size: Size, sheetName: string): Promise<Spot>;
  /** In pieces when it is large. */
  write(table: Painted, isNew: boolean, watch?: Watch): Promise<Written>;
  undo(written: Written): Promise<void>;
  open(written: Written): Promise<void>;
  /** What a planner types in this spreadsheet: between arguments, and before decimals. */
  marks(): Promise<Style>;
  /** What a formula (canonical en-US) answers in a free cell of the sheet in view; the cell is blank again afterwards. */
  calculate(formula: string): Promise<BlockCell>;
  /** Selects a cell, "B7". */
  goTo(sheet: string, address: string): Promise<void>;
  /** Changes single cells, formats left alone; answers what they held, in the same form, for the way back. */
  writeCells(sheet: string, cells: readonly CellContent[]): Promise<readonly CellContent[]>;
  /** What a sheet holds from its first filled cell on; null when there is no such sheet. Without a name: the one in view. */
  readSheet(sheet: string | null, watch?: Watch): Promise<Block | null>;
  /** Adds rows of text and numbers below what a sheet holds; makes the sheet, headings first, when there is none. */
  appendRows(
    sheet: string,
    headings: readonly string[],
    rows: readonly (readonly (string | number)[])[],
  ): Promise<void>;
  /** Every sheet, or those named, formulas as this host writes them: canonical en-US in Excel, the file's own marks in Sheets. */
  readBook(names?: readonly string[]): Promise<readonly BookSheet[]>;
  /** Writes blocks of cells, formats left alone; formulas as `readBook` gives them. */
  writeRuns(runs: readonly Run[]): Promise<void>;
  /** Charts and page of a sheet, and the conditional formats that reach into an area of it. */
  drawn(sheet: string, area: Area): Promise<Drawn>;
  /** Changes charts, conditional formats and page; answers what is new. */
  redraw(sheet: string, change: Redraw): Promise<Made>;
}

export interface BookSheet extends Sheet {
  /** The planner's cells there cannot be written. */
  readonly protected: boolean;
}

/** Neighbouring cells: "" clears one, "=" begins a formula, "'" begins text. */
export interface Run {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Content[])[];
  /** Cells that another cell's formula fills are left alone. */
  readonly spare?: boolean;
}

export interface Spotted {
  readonly sheet: string;
  readonly address: string;
}

/** A cell and what is typed into it: text stays text, "=…" is a formula in canonical en-US text. */
export interface CellContent {
  readonly row: number;
  readonly column: number;
  readonly content: string | number | boolean;
  /** The content is a formula; otherwise text that begins with "=" stays text. */
  readonly formula?: boolean;
}

/** What a sentence alone does not say about a step that failed. */
export interface Aftermath {
  /** The planner asked for it, and all is as it was. */
  readonly stopped?: boolean;
  /** Part of a table stands in the sheet, and could not be taken back. */
  readonly left?: Written;
  /** Takes back what the step left behind. */
  readonly undo?: () => Promise<void>;
  /** How many cells would lose by that what someone filled in since. */
  readonly edited?: () => Promise<number>;
}

/** A host call that failed, as a sentence a planner can act on. */
export class HostProblem extends Error {
  constructor(
    readonly words: Words,
    readonly after: Aftermath = {},
  ) {
    super(words.en);
  }
}

const HALF = ({ sheet, address }: Written): Words => ({
  id: `Sebagian tabel masih ada di lembar “${sheet}”, ${address}, dan belum bisa diambil kembali. Tekan Batalkan untuk mencobanya lagi.`,
  en: `Part of the table still stands in sheet “${sheet}”, ${address}, and could not be taken back yet. Press Undo to try again.`,
});

/** Half a table is none: after a stop or a failure what was written goes again, or is said to be there. */
export async function takenBack(written: Written, undo: () => Promise<unknown>): Promise<void> {
  try {
    await undo();
  } catch {
    throw new HostProblem(HALF(written), { left: written });
  }
}

/** More cells than a spreadsheet hands over in one answer of a few megabytes. */
export const MOST_CELLS = 200_000;
/** Excel on the web refuses requests of 5 MB; half of that leaves room for what goes around the cells. */
export const MOST_BYTES = 2_500_000;
/** More cells than the sidebar can hold: a million rows of eight columns. */
const MOST_HELD = 8_000_000;

/** How many rows of that many columns are read at a time; refuses what no page can hold. */
export function rowsAtATime(rows: number, columns: number): number {
  if (rows * columns > MOST_HELD)
    throw new HostProblem({
      id: "Pilihan terlalu besar. Pilih hanya tabelnya, paling banyak 8.000.000 sel.",
      en: "The selection is too large. Select the table alone, at most 8,000,000 cells.",
    });
  return Math.max(1, Math.floor(MOST_CELLS / columns));
}

/** Between two pieces of a long action. */
export function between(watch: Watch | undefined, share: number): void {
  watch?.progress(share);
  if (watch?.isStopped())
    throw new HostProblem(
      { id: "Dihentikan. Lembar seperti semula.", en: "Stopped. The sheet is as it was." },
      { stopped: true },
    );
}

/** Rows that go together: as many as fit, and always one. */
export function portions<T>(lines: readonly T[], bytesOf: (line: T) => number): T[][] {
  const all: T[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const more = bytesOf(line);
    const open = all[all.length - 1];
    if (open && bytes + more <= MOST_BYTES) {
      open.push(line);
      bytes += more;
    } else {
      all.push([line]);
      bytes = more;
    }
  }
  return all;
}
