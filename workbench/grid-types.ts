// What the two emulated hosts ask of the grid. Rows and columns count from 0; formulas are canonical en-US text.

export interface Zone {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** An error as a cell holds it: "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#REF!", "#NUM!", "#SPILL!", "#ERROR!". */
export interface CellError {
  readonly error: string;
  readonly message: string;
}

export type CellValue = number | string | boolean | CellError;

export interface GridCell {
  /** "" when blank. */
  readonly value: CellValue;
  /** As shown, in the grid's locale. */
  readonly text: string;
  /** "=B2/A2", or "" for a constant. */
  readonly formula: string;
  /** "General" when none was set. */
  readonly format: string;
  readonly style: CellStyle;
}

export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
  /** "" removes the fill. */
  fill?: string;
  align?: "left" | "center" | "right";
  verticalAlign?: "top" | "middle" | "bottom";
  wrap?: boolean;
  size?: number;
  /** In an edit: every cell of the zone gets (true) or loses (false) that side; a side not named stays as it is. */
  border?: { top?: boolean; bottom?: boolean; left?: boolean; right?: boolean };
  /** Colour of the sides drawn by this edit; black when left out. */
  borderColor?: string;
}

export interface GridSheet {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly visible: boolean;
}

export type ChartKind = "column" | "stackedColumn" | "bar" | "stackedBar" | "line" | "pie";

export interface GridChart {
  readonly id: string;
  readonly sheet: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** Header row included, unless `names` are given; the label column too, unless `labels` names one elsewhere. */
  readonly source: Zone;
  /** What the series are called where no heading stands above them; labels then have none either. */
  readonly names?: readonly string[];
  /** Labels (with their header cell) that stand apart from the series; null when there are none. */
  readonly labels?: Zone | null;
  /** One series a column ("columns") or a row ("rows"). */
  readonly seriesBy: "columns" | "rows";
  /** Top-left cell the chart hangs on, and its size in pixels. */
  readonly anchor: { row: number; column: number };
  readonly width: number;
  readonly height: number;
  /** When left out: at the bottom if there is more than one series or slice. */
  readonly legend?: "top" | "bottom" | "left" | "right" | "none";
  /** Series colours in order; "" keeps the grid's own. */
  readonly colors?: readonly string[];
  /** Series, by their place, drawn as lines over the columns of a "column" chart. */
  readonly lines?: readonly number[];
}

/** A conditional format: where a formula, written for the zone's first cell, says so; or a scale of two colours. */
export type GridRule =
  | { readonly formula: string; readonly fill?: string; readonly color?: string }
  | { readonly low: string; readonly high: string };

export interface GridCondition {
  readonly id: string;
  readonly sheet: string;
  readonly zone: Zone;
  /** "other" for one of a kind the hosts do not know (made by hand in the grid). */
  readonly rule: GridRule | "other";
}

/** How a sheet is printed. Kept beside the grid, which does not print, and written into the file. */
export interface GridPage {
  readonly landscape?: boolean;
  readonly paper?: "A4" | "Letter";
  /** So many pages across and down; "auto" leaves that side free. */
  readonly fit?: { readonly across: number | "auto"; readonly down: number | "auto" };
  /** What is printed; the whole sheet when left out. */
  readonly area?: Zone;
  /** First and last of the rows repeated on every page. */
  readonly titleRows?: readonly [number, number];
  /** Excel's header and footer codes: "&L…&R&P". */
  readonly header?: string;
  readonly footer?: string;
}

/** One change. Several changes in one `apply` are one evaluation and one undo step. */
export type Edit =
  /** A constant or, when it starts with "=", a formula; text that must stay text although it starts with "=" has `literal`. */
  | {
      do: "content";
      sheet: string;
      row: number;
      column: number;
      content: string | number | boolean;
      literal?: boolean;
    }
  | { do: "clear"; sheet: string; zone: Zone; what: "contents" | "formats" | "all" }
  | { do: "format"; sheet: string; zone: Zone; format: string }
  | { do: "style"; sheet: string; zone: Zone; style: CellStyle }
  | { do: "width"; sheet: string; column: number; pixels: number }
  | { do: "fit"; sheet: string; columns: readonly number[] }
  | { do: "height"; sheet: string; row: number; pixels: number }
  | { do: "merge"; sheet: string; zone: Zone }
  | { do: "unmerge"; sheet: string; zone: Zone }
  | { do: "hideRows"; sheet: string; rows: readonly number[]; hidden: boolean }
  | { do: "freeze"; sheet: string; rows: number; columns: number }
  | { do: "addSheet"; id: string; name: string; position?: number }
  | { do: "deleteSheet"; sheet: string }
  | { do: "renameSheet"; sheet: string; name: string }
  | { do: "addChart"; chart: GridChart }
  | { do: "updateChart"; chart: GridChart }
  | { do: "deleteChart"; sheet: string; id: string }
  /** An id that is known changes that condition. */
  | { do: "condition"; sheet: string; zone: Zone; id: string; rule: GridRule }
  | { do: "deleteCondition"; sheet: string; id: string }
  | { do: "name"; name: string; sheet: string; zone: Zone };

/** A custom function as the grid registers it. `call` gets values as that host would hand them over. */
export interface GridFunction {
  readonly name: string;
  readonly description: string;
  readonly params: readonly {
    readonly name: string;
    readonly description: string;
    readonly optional: boolean;
  }[];
  /**
   * Arguments: a scalar (number, text, boolean, CellError, null for blank or left out) or rows of scalars for a range.
   * Answer: a value, rows of values (spills), or a CellError.
   */
  call(...args: (CellValue | null | (CellValue | null)[][])[]): CellValue | CellValue[][];
}

export interface Grid {
  sheets(): readonly GridSheet[];
  activeSheet(): GridSheet;
  activate(sheet: string): void;
  cell(sheet: string, row: number, column: number): GridCell;
  /** The cell whose formula fills this one, itself when its own result is larger; undefined where nothing spills. */
  spillParent(sheet: string, row: number, column: number): { row: number; column: number } | undefined;
  /** The smallest zone holding every non-empty cell (values only), null for an empty sheet. */
  used(sheet: string): Zone | null;
  selection(): { readonly sheet: string; readonly zone: Zone };
  select(sheet: string, zone: Zone): void;
  hiddenRows(sheet: string): readonly number[];
  merges(sheet: string): readonly Zone[];
  columnWidth(sheet: string, column: number): number;
  rowHeight(sheet: string, row: number): number;
  charts(sheet: string): readonly GridChart[];
  conditions(sheet: string): readonly GridCondition[];
  page(sheet: string): GridPage;
  /** No undo step, as in Excel. */
  setPage(sheet: string, page: GridPage): void;
  /** Whether a text beginning with "=" can be read as a formula; unknown function names can. */
  parses(formula: string): boolean;
  names(): readonly { readonly name: string; readonly sheet: string; readonly zone: Zone }[];
  /**
   * Zones of whole columns or rows (1,048,576 rows, 16,384 columns) mean "as far as the sheet goes". Columns are
   * fitted after everything else of the batch.
   * Throws an Error with the grid's reason when a change is refused; then nothing of the batch stays. Grows the sheet first when an edit lies outside.
   */
  apply(edits: readonly Edit[]): void;
  undo(): void;
  redo(): void;
  /** Replaces the registered custom functions (all names beginning "UCJ_") and re-evaluates. */
  register(functions: readonly GridFunction[]): void;
  /** How often the grid evaluated since it was made: for tests that count. */
  evaluations(): number;
  onChange(listener: () => void): () => void;
  onSelect(listener: () => void): () => void;
  toJson(): unknown;
  /** Values, formulas, formats, charts as an .xlsx file. */
  toXlsx(): Promise<Uint8Array>;
}
