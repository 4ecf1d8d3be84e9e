// Sheet as a script sees it: Google's size and bounds over the grid's sheet.
import type { GridSheet } from "../grid-types";
import { readZone } from "./a1";
import { ChartBuilder, EmbeddedChart, fromGridChart, toGridChart } from "./chart";
import { type ConditionalFormatRule, rulesOf, setRules } from "./condition";
import { type Desk, numberOf } from "./desk";
import { Exception, Service } from "./guard";
import { Range } from "./range";
import { RangeList } from "./range-list";

// A new Google sheet has this size; the grid draws fewer rows and grows when something is written.
const ROWS = 1000;
const COLUMNS = 26;

export class Sheet extends Service {
  constructor(
    readonly desk: Desk,
    readonly id: string,
  ) {
    super("Sheet");
  }

  /** The sheet as the grid has it now. */
  readonly drawn = (): GridSheet => {
    const sheet = this.desk.grid.sheets().find(({ id }) => id === this.id);
    if (!sheet) throw new Exception("Sheet not found. The sheet may have been deleted.");
    return sheet;
  };

  getName(): string {
    return this.drawn().name;
  }
  getSheetId(): number {
    return numberOf(this.id);
  }
  getIndex(): number {
    return this.desk.grid.sheets().findIndex(({ id }) => id === this.id) + 1;
  }
  setName(name: string): this {
    this.desk.edit({ do: "renameSheet", sheet: this.id, name });
    return this;
  }
  isSheetHidden(): boolean {
    return !this.drawn().visible;
  }
  activate(): this {
    this.desk.grid.activate(this.id);
    return this;
  }

  getMaxRows(): number {
    return Math.max(ROWS, this.drawn().rows);
  }
  getMaxColumns(): number {
    return Math.max(COLUMNS, this.drawn().columns);
  }
  getLastRow(): number {
    const used = this.desk.grid.used(this.id);
    return used ? used.row + used.rows : 0;
  }
  getLastColumn(): number {
    const used = this.desk.grid.used(this.id);
    return used ? used.column + used.columns : 0;
  }
  getDataRange(): Range {
    return this.getRange(1, 1, Math.max(1, this.getLastRow()), Math.max(1, this.getLastColumn()));
  }
  getActiveRange(): Range | null {
    const { sheet, zone } = this.desk.grid.selection();
    return sheet === this.id ? new Range(this, zone) : null;
  }
  getRange(a1OrRow: string | number, column = 1, rows = 1, columns = 1): Range {
    const size = { rows: this.getMaxRows(), columns: this.getMaxColumns() };
    if (typeof a1OrRow === "string") {
      const zone = readZone(a1OrRow, size);
      if (!zone) throw new Exception("Range not found");
      return this.#inside(new Range(this, zone), size);
    }
    if (a1OrRow < 1) throw new Exception("The starting row of the range is too small.");
    if (column < 1) throw new Exception("The starting column of the range is too small.");
    if (rows < 1) throw new Exception("The number of rows in the range must be at least 1.");
    if (columns < 1) throw new Exception("The number of columns in the range must be at least 1.");
    return this.#inside(new Range(this, { row: a1OrRow - 1, column: column - 1, rows, columns }), size);
  }

  insertRowsAfter(after: number, count: number): this {
    if (after !== this.getMaxRows()) this.desk.guard.missing("Sheet.insertRowsAfter (di tengah lembar)");
    this.desk.edit({ do: "content", sheet: this.id, row: after + count - 1, column: 0, content: "" });
    return this;
  }
  insertColumnsAfter(after: number, count: number): this {
    if (after !== this.getMaxColumns())
      this.desk.guard.missing("Sheet.insertColumnsAfter (di tengah lembar)");
    this.desk.edit({ do: "content", sheet: this.id, row: 0, column: after + count - 1, content: "" });
    return this;
  }
  isRowHiddenByUser(row: number): boolean {
    return this.desk.grid.hiddenRows(this.id).includes(row - 1);
  }
  /** The grid does not say why a row is hidden; it counts as the user's doing. */
  isRowHiddenByFilter(_row: number): boolean {
    return false;
  }
  hideRows(row: number, count = 1): void {
    this.desk.edit({ do: "hideRows", sheet: this.id, rows: from(row, count), hidden: true });
  }
  showRows(row: number, count = 1): void {
    this.desk.edit({ do: "hideRows", sheet: this.id, rows: from(row, count), hidden: false });
  }

  getColumnWidth(column: number): number {
    return this.desk.grid.columnWidth(this.id, column - 1);
  }
  setColumnWidth(column: number, pixels: number): this {
    return this.setColumnWidths(column, 1, pixels);
  }
  setColumnWidths(column: number, count: number, pixels: number): this {
    this.desk.edit(
      ...from(column, count).map((at) => ({ do: "width", sheet: this.id, column: at, pixels }) as const),
    );
    return this;
  }
  setRowHeight(row: number, pixels: number): this {
    this.desk.edit({ do: "height", sheet: this.id, row: row - 1, pixels });
    return this;
  }
  autoResizeColumns(column: number, count: number): this {
    this.desk.edit({ do: "fit", sheet: this.id, columns: from(column, count) });
    return this;
  }
  autoResizeColumn(column: number): this {
    return this.autoResizeColumns(column, 1);
  }
  getFrozenRows(): number {
    return this.desk.frozen.get(this.id)?.rows ?? 0;
  }
  getFrozenColumns(): number {
    return this.desk.frozen.get(this.id)?.columns ?? 0;
  }
  setFrozenRows(rows: number): void {
    this.#freeze({ rows, columns: this.getFrozenColumns() });
  }
  setFrozenColumns(columns: number): void {
    this.#freeze({ rows: this.getFrozenRows(), columns });
  }
  clear(options: { contentsOnly?: boolean; formatOnly?: boolean } = {}): this {
    return this.#clear(options.contentsOnly ? "contents" : options.formatOnly ? "formats" : "all");
  }
  clearContents(): this {
    return this.#clear("contents");
  }
  clearFormats(): this {
    return this.#clear("formats");
  }

  getRangeList(addresses: string[]): RangeList {
    if (addresses.length === 0) throw new Exception("The range list must not be empty.");
    return new RangeList(addresses.map((address) => this.getRange(address)));
  }
  getConditionalFormatRules(): ConditionalFormatRule[] {
    return rulesOf(this);
  }
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    setRules(this, rules);
  }

  newChart(): ChartBuilder {
    return new ChartBuilder(this);
  }
  getCharts(): EmbeddedChart[] {
    return this.desk.grid.charts(this.id).map((chart) => fromGridChart(this, chart));
  }
  insertChart(chart: EmbeddedChart): void {
    const taken = new Set(
      this.desk.grid.sheets().flatMap(({ id }) => this.desk.grid.charts(id).map((c) => c.id)),
    );
    let number = taken.size + 1;
    while (taken.has(`chart${number}`)) number++;
    this.desk.edit({
      do: "addChart",
      chart: toGridChart(new EmbeddedChart(this, chart.plan), `chart${number}`),
    });
  }
  updateChart(chart: EmbeddedChart): void {
    this.desk.edit({ do: "updateChart", chart: toGridChart(chart, this.#idOf(chart)) });
  }
  removeChart(chart: EmbeddedChart): void {
    this.desk.edit({ do: "deleteChart", sheet: this.id, id: this.#idOf(chart) });
  }

  #idOf({ plan }: EmbeddedChart): string {
    if (plan.id === undefined || !this.desk.grid.charts(this.id).some(({ id }) => id === plan.id))
      throw new Exception("The embedded chart does not exist on this sheet.");
    return plan.id;
  }

  #freeze(size: { rows: number; columns: number }): void {
    this.desk.edit({ do: "freeze", sheet: this.id, ...size });
    this.desk.frozen.set(this.id, size);
  }

  #clear(what: "contents" | "formats" | "all"): this {
    const { rows, columns } = this.drawn();
    this.desk.edit({ do: "clear", sheet: this.id, zone: { row: 0, column: 0, rows, columns }, what });
    return this;
  }

  #inside(range: Range, size: { rows: number; columns: number }): Range {
    const { row, column, rows, columns } = range.zone;
    if (row < 0 || row + rows > size.rows || column + columns > size.columns)
      throw new Exception("The coordinates of the range are outside the dimensions of the sheet.");
    return range;
  }
}

function from(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => start - 1 + index);
}
