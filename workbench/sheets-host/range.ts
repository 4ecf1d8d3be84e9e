// Range as a script sees it. Every setter is one batch of edits, every getter one reading of the grid.
import type { CellStyle, Edit, GridCell, Zone } from "../grid-types";
import { printZone } from "./a1";
import { fromGrid } from "./formula";
import { Exception, Service } from "./guard";
import type { Sheet } from "./sheet";
import { TextStyle } from "./text-style";
import { isDateFormat, plain, readCell, writeValue } from "./values";

type Line = "top" | "left" | "bottom" | "right";

const BLANK: GridCell = { value: "", text: "", formula: "", format: "General", style: {} };

export class Range extends Service {
  constructor(
    readonly sheet: Sheet,
    readonly zone: Zone,
  ) {
    super("Range");
  }

  getA1Notation(): string {
    return printZone(this.zone);
  }
  getSheet(): Sheet {
    return this.sheet;
  }
  getRow(): number {
    return this.zone.row + 1;
  }
  getColumn(): number {
    return this.zone.column + 1;
  }
  getNumRows(): number {
    return this.zone.rows;
  }
  getNumColumns(): number {
    return this.zone.columns;
  }
  getLastRow(): number {
    return this.zone.row + this.zone.rows;
  }
  getLastColumn(): number {
    return this.zone.column + this.zone.columns;
  }
  getCell(row: number, column: number): Range {
    return this.offset(row - 1, column - 1, 1, 1);
  }
  offset(rows: number, columns: number, height = this.zone.rows, width = this.zone.columns): Range {
    return this.sheet.getRange(this.zone.row + rows + 1, this.zone.column + columns + 1, height, width);
  }
  activate(): this {
    this.sheet.desk.grid.activate(this.sheet.id);
    this.sheet.desk.grid.select(this.sheet.id, this.zone);
    return this;
  }

  getValues(): unknown[][] {
    return this.#read((cell) => readCell(cell, this.sheet.desk.zone));
  }
  getValue(): unknown {
    return readCell(this.#cell(0, 0), this.sheet.desk.zone);
  }
  getDisplayValues(): string[][] {
    return this.#read((cell) => cell.text);
  }
  getDisplayValue(): string {
    return this.#cell(0, 0).text;
  }
  getFormulas(): string[][] {
    return this.#read((cell) => fromGrid(cell.formula, this.sheet.desk.locale));
  }
  getFormula(): string {
    return fromGrid(this.#cell(0, 0).formula, this.sheet.desk.locale);
  }
  getNumberFormats(): string[][] {
    return this.#read((cell) => cell.format);
  }
  getNumberFormat(): string {
    return this.#cell(0, 0).format;
  }
  getBackgrounds(): string[][] {
    return this.#read((cell) => cell.style.fill || "#ffffff");
  }
  getBackground(): string {
    return this.#cell(0, 0).style.fill || "#ffffff";
  }
  getFontColors(): string[][] {
    return this.#read((cell) => cell.style.color || "#000000");
  }
  getFontWeights(): string[][] {
    return this.#read((cell) => (cell.style.bold ? "bold" : "normal"));
  }
  getFontWeight(): string {
    return this.#cell(0, 0).style.bold ? "bold" : "normal";
  }
  getFontStyles(): string[][] {
    return this.#read((cell) => (cell.style.italic ? "italic" : "normal"));
  }
  getFontSizes(): number[][] {
    return this.#read((cell) => cell.style.size ?? 10);
  }
  getHorizontalAlignments(): string[][] {
    return this.#read((cell) => cell.style.align ?? "general");
  }
  getWraps(): boolean[][] {
    return this.#read((cell) => cell.style.wrap ?? false);
  }
  getTextStyles(): TextStyle[][] {
    return this.#read(
      ({ style: { bold = false, italic = false, underline = false, color = "#000000", size = 10 } }) =>
        new TextStyle({ bold, italic, underline, color, size }),
    );
  }
  isBlank(): boolean {
    return this.#read((cell) => cell.formula === "" && plain(cell.value) === "")
      .flat()
      .every(Boolean);
  }
  getMergedRanges(): Range[] {
    const { grid } = this.sheet.desk;
    return grid
      .merges(this.sheet.id)
      .filter((merge) => overlap(merge, this.zone))
      .map((merge) => new Range(this.sheet, merge));
  }
  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  setValues(values: unknown[][]): this {
    return this.#write(values, "setValues", (value, cell) => this.#content(value, cell));
  }
  setValue(value: unknown): this {
    return this.#fill((cell) => this.#content(value, cell));
  }
  setFormulas(formulas: string[][]): this {
    return this.#write(formulas, "setFormulas", (formula, cell) => this.#formula(formula, cell));
  }
  setFormula(formula: string): this {
    return this.#fill((cell) => this.#formula(formula, cell));
  }
  setNumberFormats(formats: string[][]): this {
    return this.#write(formats, "setNumberFormats", (format, { sheet, row, column }) => [
      { do: "format", sheet, zone: { row, column, rows: 1, columns: 1 }, format },
    ]);
  }
  setNumberFormat(format: string): this {
    this.sheet.desk.edit({ do: "format", sheet: this.sheet.id, zone: this.zone, format });
    return this;
  }
  setFontWeights(weights: (string | null)[][]): this {
    return this.#styles(weights, "setFontWeights", (weight) => ({ bold: weight === "bold" }));
  }
  setFontWeight(weight: string | null): this {
    return this.#style({ bold: weight === "bold" });
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.#styles(colors, "setFontColors", (color) => ({ color: color ?? "#000000" }));
  }
  setFontColor(color: string | null): this {
    return this.#style({ color: color ?? "#000000" });
  }
  setFontStyles(styles: (string | null)[][]): this {
    return this.#styles(styles, "setFontStyles", (style) => ({ italic: style === "italic" }));
  }
  setFontStyle(style: string | null): this {
    return this.#style({ italic: style === "italic" });
  }
  setFontSizes(sizes: number[][]): this {
    return this.#styles(sizes, "setFontSizes", (size) => ({ size }));
  }
  setFontSize(size: number): this {
    return this.#style({ size });
  }
  setTextStyles(styles: TextStyle[][]): this {
    return this.#styles(styles, "setTextStyles", ({ style }) => style);
  }
  setTextStyle({ style }: TextStyle): this {
    return this.#style(style);
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.#styles(colors, "setBackgrounds", (color) => ({ fill: color ?? "" }));
  }
  setBackground(color: string | null): this {
    return this.#style({ fill: color ?? "" });
  }
  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.#styles(alignments, "setHorizontalAlignments", (name) => this.#align(name));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.#style(this.#align(alignment));
  }
  setVerticalAlignment(alignment: string | null): this {
    if (alignment === "top" || alignment === "middle" || alignment === "bottom")
      return this.#style({ verticalAlign: alignment });
    this.sheet.desk.ignored.add(`Range.setVerticalAlignment(${alignment})`);
    return this;
  }
  setWrap(wrap: boolean): this {
    return this.#style({ wrap });
  }
  setWraps(wraps: boolean[][]): this {
    return this.#styles(wraps, "setWraps", (wrap) => ({ wrap }));
  }
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: unknown,
  ): this {
    if (style) this.sheet.desk.ignored.add("Range.setBorder(style)");
    const paint = color ? { borderColor: color } : {};
    const { row, column, rows, columns } = this.zone;
    const lines: [Line, boolean | null, Zone][] = [
      ["top", top, { row, column, rows: 1, columns }],
      ["bottom", bottom, { row: row + rows - 1, column, rows: 1, columns }],
      ["left", left, { row, column, rows, columns: 1 }],
      ["right", right, { row, column: column + columns - 1, rows, columns: 1 }],
      ["right", vertical, { row, column, rows, columns: columns - 1 }],
      ["bottom", horizontal, { row, column, rows: rows - 1, columns }],
    ];
    this.sheet.desk.edit(
      ...lines.flatMap(([line, on, zone]): Edit[] =>
        on === null || on === undefined || zone.rows === 0 || zone.columns === 0
          ? []
          : [{ do: "style", sheet: this.sheet.id, zone, style: { border: { [line]: on }, ...paint } }],
      ),
    );
    return this;
  }
  merge(): this {
    this.sheet.desk.edit({ do: "merge", sheet: this.sheet.id, zone: this.zone });
    return this;
  }
  breakApart(): this {
    this.sheet.desk.edit({ do: "unmerge", sheet: this.sheet.id, zone: this.zone });
    return this;
  }
  clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): this {
    return this.#clear(options.contentsOnly ? "contents" : options.formatOnly ? "formats" : "all");
  }
  clearContent(): this {
    return this.#clear("contents");
  }
  clearFormat(): this {
    return this.#clear("formats");
  }

  /** A cell outside the grid's present size is blank: Google's sheets are larger than what the grid has drawn. */
  #cell(row: number, column: number): GridCell {
    const { grid } = this.sheet.desk;
    const size = this.sheet.drawn();
    const at = { row: this.zone.row + row, column: this.zone.column + column };
    return at.row < size.rows && at.column < size.columns
      ? grid.cell(this.sheet.id, at.row, at.column)
      : BLANK;
  }

  #read<T>(read: (cell: GridCell) => T): T[][] {
    const { rows, columns } = this.zone;
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => read(this.#cell(row, column))),
    );
  }

  #fill(edits: (cell: Place) => Edit[]): this {
    const { rows, columns } = this.zone;
    const same = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
    return this.#write(same, "setValue", (_, cell) => edits(cell));
  }

  #write<T>(values: T[][], method: string, edits: (value: T, cell: Place) => Edit[]): this {
    if (!Array.isArray(values) || !values.every(Array.isArray))
      throw new Exception(
        `The parameters (${typeof values}) don't match the method signature for SpreadsheetApp.Range.${method}.`,
      );
    const { rows, columns } = this.zone;
    mustFit("rows", values.length, rows);
    for (const row of values) mustFit("columns", row.length, columns);
    const sheet = this.sheet.id;
    this.sheet.desk.edit(
      ...values.flatMap((line, row) =>
        line.flatMap((value, column) =>
          edits(value, { sheet, row: this.zone.row + row, column: this.zone.column + column }),
        ),
      ),
    );
    return this;
  }

  #content(value: unknown, cell: Place): Edit[] {
    if (typeof value === "string" && value.startsWith("=")) return this.#formula(value, cell);
    const { format } = this.#cell(cell.row - this.zone.row, cell.column - this.zone.column);
    const { format: implied, ...content } = writeValue(
      value,
      format,
      this.sheet.desk.locale,
      this.sheet.desk.zone,
    );
    const edits: Edit[] = [{ do: "content", ...cell, ...content }];
    // A date needs a date format even over a number format, or it would read as a number.
    if (implied && (format === "General" || (isDateFormat(implied) && !isDateFormat(format))))
      edits.push({ do: "format", sheet: cell.sheet, zone: one(cell), format: implied });
    return edits;
  }

  #formula(formula: string, cell: Place): Edit[] {
    const content = formula ? this.sheet.desk.formula(formula) : "";
    return [{ do: "content", ...cell, content }];
  }

  #style(style: CellStyle): this {
    this.sheet.desk.edit({ do: "style", sheet: this.sheet.id, zone: this.zone, style });
    return this;
  }

  #styles<T>(values: T[][], method: string, style: (value: T) => CellStyle): this {
    return this.#write(values, method, (value, cell) => [
      { do: "style", sheet: cell.sheet, zone: one(cell), style: style(value) },
    ]);
  }

  #align(name: string | null): CellStyle {
    if (name === "left" || name === "center" || name === "right") return { align: name };
    this.sheet.desk.ignored.add(`Range.setHorizontalAlignment(${name})`);
    return {};
  }

  #clear(what: "contents" | "formats" | "all"): this {
    this.sheet.desk.edit({ do: "clear", sheet: this.sheet.id, zone: this.zone, what });
    return this;
  }
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

function one({ row, column }: Place): Zone {
  return { row, column, rows: 1, columns: 1 };
}

function overlap(a: Zone, b: Zone): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function mustFit(what: "rows" | "columns", data: number, range: number): void {
  if (data === range) return;
  throw new Exception(
    `The number of ${what} in the data does not match the number of ${what} in the range. The data has ${data} but the range has ${range}.`,
  );
}
