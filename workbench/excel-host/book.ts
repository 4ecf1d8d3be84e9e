// The workbook as one request sees it: changes are queued and written to the grid in one batch before anything is read.
import type { Edit, Grid, GridChart, GridCondition, GridPage, GridRule, Zone } from "../grid-types";
import { COLUMNS, ROWS } from "./address";
import { HostError, missing } from "./kinds";

export interface BookSheet {
  readonly id: string;
  readonly name: string;
}

export class Book {
  readonly settings = new Map<string, unknown>();
  /** What Excel keeps of a chart and the grid has no place for. */
  readonly chartNames = new Map<string, string>();
  readonly axisFormats = new Map<string, string>();
  private pending: Edit[] = [];
  /** Charts changed in this request, in their last state; `isNew` until the grid has them. */
  private readonly drafts = new Map<string, { chart: GridChart; isNew: boolean }>();
  /** Conditional formats changed in this request; without a rule they wait, as they show nothing yet. */
  private readonly conditionDrafts = new Map<string, GridCondition>();
  private readonly pageDrafts = new Map<string, GridPage>();
  private serial = 0;

  constructor(
    private readonly raw: Grid,
    readonly locale: "id" | "en",
    /** Notes a member we do not answer and refuses it. */
    readonly unsupported: (member: string) => never,
  ) {}

  /** The grid, with everything queued so far written and calculated. */
  get grid(): Grid {
    this.flush();
    return this.raw;
  }

  parses(formula: string): boolean {
    return this.raw.parses(formula);
  }

  write(...edits: Edit[]): void {
    this.writeAll(edits);
  }

  /** As a list: a large block would not fit as arguments. */
  writeAll(edits: readonly Edit[]): void {
    for (const edit of edits) this.pending.push(edit);
  }

  flush(): void {
    for (const [sheet, page] of this.pageDrafts) this.raw.setPage(sheet, page);
    this.pageDrafts.clear();
    if (this.pending.length === 0 && this.drafts.size === 0 && this.conditionDrafts.size === 0) return;
    const charts = [...this.drafts.values()].map(
      ({ chart, isNew }): Edit => ({ do: isNew ? "addChart" : "updateChart", chart }),
    );
    const ruled = [...this.conditionDrafts.values()].filter(
      (condition): condition is GridCondition & { rule: GridRule } => condition.rule !== "other",
    );
    const conditions = ruled.map(
      ({ id, sheet, zone, rule }): Edit => ({ do: "condition", id, sheet, zone, rule }),
    );
    const edits = [...this.pending, ...charts, ...conditions];
    this.pending = [];
    this.drafts.clear();
    for (const { id } of ruled) this.conditionDrafts.delete(id);
    if (edits.length === 0) return;
    try {
      this.raw.apply(edits);
    } catch (error) {
      throw new HostError("GeneralException", (error as Error).message);
    }
  }

  /** Sheets in order, those of this request included, without writing anything yet. */
  sheets(): readonly BookSheet[] {
    let sheets: BookSheet[] = [...this.raw.sheets()];
    for (const edit of this.pending) {
      if (edit.do === "addSheet") sheets.push({ id: edit.id, name: edit.name });
      if (edit.do === "deleteSheet") sheets = sheets.filter(({ id }) => id !== edit.sheet);
      if (edit.do === "renameSheet") {
        sheets = sheets.map((sheet) => (sheet.id === edit.sheet ? { ...sheet, name: edit.name } : sheet));
      }
    }
    return sheets;
  }

  /** Without writing what is queued: that changes no sheet's being active. */
  activeSheet(): string {
    return this.raw.activeSheet().id;
  }

  sheet(id: string): BookSheet {
    return this.sheets().find((sheet) => sheet.id === id) ?? missing("Worksheet");
  }

  /** What a cell will hold once the queue is written, without writing it; a formula counts as a number. */
  kindOf(sheet: string, row: number, column: number): "blank" | "text" | "number" {
    const isHere = (edit: Edit) =>
      edit.do === "content" && edit.sheet === sheet && edit.row === row && edit.column === column;
    const queued = this.pending.filter(isHere).at(-1) as Extract<Edit, { do: "content" }> | undefined;
    if (!queued && !this.raw.sheets().some(({ id }) => id === sheet)) return "blank";
    const value = queued ? queued.content : this.raw.cell(sheet, row, column).value;
    if (value === "") return "blank";
    if (typeof value !== "string") return "number";
    return queued && !queued.literal && value.startsWith("=") ? "number" : "text";
  }

  /** Which cells of a sheet are formatted as text once the queue is written, without writing it. */
  areText(sheet: string): (row: number, column: number) => boolean {
    const queued = this.pending.filter((edit) => edit.do === "format" && edit.sheet === sheet).reverse();
    const isThere = this.raw.sheets().some(({ id }) => id === sheet);
    return (row, column) => {
      const last = queued.find(
        (edit) =>
          edit.do === "format" &&
          edit.zone.row <= row &&
          row < edit.zone.row + edit.zone.rows &&
          edit.zone.column <= column &&
          column < edit.zone.column + edit.zone.columns,
      ) as Extract<Edit, { do: "format" }> | undefined;
      return (last?.format ?? (isThere && this.raw.cell(sheet, row, column).format)) === "@";
    };
  }

  /** How far the grid's sheet goes; Excel's is always full size. */
  size(id: string): { rows: number; columns: number } {
    return this.grid.sheets().find((sheet) => sheet.id === id) ?? missing("Worksheet");
  }

  /** By name, in any case, or by the id Excel shows in braces. */
  findSheet(key: string): BookSheet | undefined {
    const name = key.toLowerCase();
    return this.sheets().find((sheet) => sheet.name.toLowerCase() === name || `{${sheet.id}}` === key);
  }

  newId(prefix: string, taken: (id: string) => boolean): string {
    do this.serial += 1;
    while (taken(`${prefix}${this.serial}`));
    return `${prefix}${this.serial}`;
  }

  /** A selection that covers all rows or columns of the grid's sheet is meant whole. */
  selection(): { sheet: string; zone: Zone } {
    const { sheet, zone } = this.grid.selection();
    const size = this.size(sheet);
    return {
      sheet,
      zone: {
        ...zone,
        rows: zone.row === 0 && zone.rows >= size.rows ? ROWS : zone.rows,
        columns: zone.column === 0 && zone.columns >= size.columns ? COLUMNS : zone.columns,
      },
    };
  }

  charts(sheet: string): readonly GridChart[] {
    this.sheet(sheet);
    const deleted = new Set(this.pending.flatMap((edit) => (edit.do === "deleteChart" ? [edit.id] : [])));
    const known = this.raw.sheets().some(({ id }) => id === sheet) ? this.raw.charts(sheet) : [];
    const drafted = [...this.drafts.values()]
      .map(({ chart }) => chart)
      .filter((chart) => chart.sheet === sheet);
    return [...known.filter(({ id }) => !this.drafts.has(id) && !deleted.has(id)), ...drafted];
  }

  chart(sheet: string, id: string): GridChart {
    return this.charts(sheet).find((chart) => chart.id === id) ?? missing("Chart");
  }

  putChart(chart: GridChart): void {
    const known = this.raw
      .sheets()
      .some(({ id }) => id === chart.sheet && this.raw.charts(id).some((c) => c.id === chart.id));
    this.drafts.set(chart.id, { chart, isNew: !known });
  }

  page(sheet: string): GridPage {
    return this.pageDrafts.get(sheet) ?? this.raw.page(sheet);
  }

  putPage(sheet: string, page: GridPage): void {
    this.pageDrafts.set(sheet, page);
  }

  conditions(sheet: string): readonly GridCondition[] {
    this.sheet(sheet);
    const deleted = new Set(this.pending.flatMap((edit) => (edit.do === "deleteCondition" ? [edit.id] : [])));
    const known = this.raw.sheets().some(({ id }) => id === sheet) ? this.raw.conditions(sheet) : [];
    const drafted = [...this.conditionDrafts.values()].filter((condition) => condition.sheet === sheet);
    return [...known.filter(({ id }) => !this.conditionDrafts.has(id) && !deleted.has(id)), ...drafted];
  }

  condition(sheet: string, id: string): GridCondition {
    return this.conditions(sheet).find((condition) => condition.id === id) ?? missing("ConditionalFormat");
  }

  putCondition(condition: GridCondition): void {
    this.conditionDrafts.set(condition.id, condition);
  }

  deleteCondition({ sheet, id }: GridCondition): void {
    this.conditionDrafts.delete(id);
    if (
      this.raw.sheets().some((known) => known.id === sheet) &&
      this.raw.conditions(sheet).some((known) => known.id === id)
    )
      this.write({ do: "deleteCondition", sheet, id });
  }

  /** True when the chart is not in the grid yet, so that it can still be given another id. */
  isDraft(id: string): boolean {
    return this.drafts.get(id)?.isNew === true;
  }

  dropDraft(id: string): void {
    this.drafts.delete(id);
  }
}
