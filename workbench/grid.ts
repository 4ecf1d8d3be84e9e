// The grid of the workbench: the only user of the spreadsheet library, seen by the hosts as the small Grid of grid-types.ts.
import type * as OSpreadsheet from "@odoo/o-spreadsheet";
import { chartOf } from "./grid-charts";
import { conditionsOf } from "./grid-conditions";
import { type Command, commandsOf, SETTLE } from "./grid-edits";
import { installFunctions, type OwnFunctions, recompile } from "./grid-functions";
import type {
  CellStyle,
  CellValue,
  Edit,
  Grid,
  GridCell,
  GridFunction,
  GridPage,
  GridSheet,
  Zone,
} from "./grid-types";
import { readXlsx, withoutCharts, writeXlsx } from "./grid-xlsx";

export type Library = typeof OSpreadsheet;
export type Model = InstanceType<Library["Model"]>;
type LibraryZone = { top: number; bottom: number; left: number; right: number };

export const LOCALES = {
  id: {
    name: "Indonesia",
    code: "id_ID",
    thousandsSeparator: ".",
    decimalSeparator: ",",
    weekStart: 1,
    dateFormat: "dd/mm/yyyy",
    timeFormat: "hh:mm:ss",
    formulaArgSeparator: ";",
  },
  en: {
    name: "English (US)",
    code: "en_US",
    thousandsSeparator: ",",
    decimalSeparator: ".",
    weekStart: 7,
    dateFormat: "m/d/yyyy",
    timeFormat: "hh:mm:ss a",
    formulaArgSeparator: ",",
  },
} as const;

const NEW_SHEET = { rows: 1000, columns: 26 };

/** The library's own spelling of an error on the left, what Excel and Sheets show on the right. */
const ERRORS: Readonly<Record<string, string>> = {
  "#ERROR": "#ERROR!",
  "#BAD_EXPR": "#ERROR!",
  "#REF": "#REF!",
  "#CYCLE": "#REF!",
};

/** What one model shares with our plugin and our functions; the library hands it to both as `custom`. */
export interface Host extends OwnFunctions {
  evaluations: number;
  changed: boolean;
  /** Lets every part of the model finish what the commands so far began, as it does after each command. */
  settle(): void;
}

export interface GridOptions {
  /** What toJson or openXlsx gave. */
  readonly data?: unknown;
  readonly locale?: "id" | "en";
}

export function createGrid(library: Library, options: GridOptions = {}): { grid: Grid; model: Model } {
  installBatch(library);
  const locale = LOCALES[options.locale ?? "id"];
  const host = newHost();
  const model = quietly(() => {
    const data = (options.data ?? newWorkbook(library)) as { settings?: object };
    return new library.Model(
      { ...data, settings: { ...data.settings, locale } },
      {
        custom: { ucj: host } as never,
        external: { loadLocales: async () => Object.values(LOCALES) } as never,
      },
    );
  });
  host.settle = () => {
    for (const handler of (model as unknown as { handlers: { finalize(): void }[] }).handlers)
      handler.finalize();
  };
  return { grid: new LibraryGrid(library, model, host), model };
}

const newHost = (): Host => ({
  functions: new Map(),
  evaluations: 0,
  changed: false,
  settle: () => undefined,
});

/** Reads an .xlsx file into data for createGrid; `registered` as for readXlsx. */
export function openXlsx(library: Library, bytes: Uint8Array, registered = true): unknown {
  const parts = readXlsx(bytes, registered);
  const read = (files: object) => quietly(() => new library.Model(files).exportData());
  try {
    return read(parts);
  } catch {
    return read(withoutCharts(parts));
  }
}

function newWorkbook(library: Library) {
  const data = new library.Model().exportData();
  Object.assign(data.sheets[0] as object, { rowNumber: NEW_SHEET.rows, colNumber: NEW_SHEET.columns });
  return data;
}

class LibraryGrid implements Grid {
  private readonly get: Model["getters"];
  private readonly changeListeners = new Set<() => void>();
  private readonly selectListeners = new Set<() => void>();
  private readonly pages = new Map<string, GridPage>();
  private lastSelection = "";

  constructor(
    private readonly library: Library,
    private readonly model: Model,
    private readonly host: Host,
  ) {
    this.get = model.getters;
    this.lastSelection = JSON.stringify(this.selection());
    model.on("update", this, () => this.announce());
  }

  private announce(): void {
    if (this.host.changed) {
      this.host.changed = false;
      for (const listener of [...this.changeListeners]) listener();
    }
    const selection = JSON.stringify(this.selection());
    if (selection === this.lastSelection) return;
    this.lastSelection = selection;
    for (const listener of [...this.selectListeners]) listener();
  }

  sheets(): readonly GridSheet[] {
    return this.get.getSheetIds().map((id) => this.sheet(id));
  }

  private sheet(id: string): GridSheet {
    const { numberOfRows, numberOfCols } = this.get.getSheetSize(id);
    return {
      id,
      name: this.get.getSheetName(id),
      rows: numberOfRows,
      columns: numberOfCols,
      visible: this.get.isSheetVisible(id),
    };
  }

  activeSheet(): GridSheet {
    return this.sheet(this.get.getActiveSheetId());
  }

  activate(sheet: string): void {
    const sheetIdFrom = this.get.getActiveSheetId();
    if (sheetIdFrom !== sheet) this.dispatch("ACTIVATE_SHEET", { sheetIdFrom, sheetIdTo: sheet });
  }

  cell(sheet: string, row: number, column: number): GridCell {
    return new LibraryCell(this.get, { sheetId: sheet, row, col: column });
  }

  spillParent(sheet: string, row: number, column: number) {
    const parent = this.get.getArrayFormulaSpreadingOn({ sheetId: sheet, row, col: column });
    return parent && { row: parent.row, column: parent.col };
  }

  used(sheet: string): Zone | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = ({ row, col }: { row: number; col: number }) => {
      top = Math.min(top, row);
      left = Math.min(left, col);
      bottom = Math.max(bottom, row);
      right = Math.max(right, col);
    };
    for (const position of this.get.getEvaluatedCellsPositions(sheet)) {
      if (this.get.getEvaluatedCell(position).type !== "empty") include(position);
    }
    for (const cell of this.get.getCells(sheet)) {
      if (cell.isFormula || cell.content !== "") include(this.get.getCellPosition(cell.id));
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  selection(): { readonly sheet: string; readonly zone: Zone } {
    return { sheet: this.get.getActiveSheetId(), zone: toZone(this.get.getSelectedZone()) };
  }

  select(sheet: string, zone: Zone): void {
    this.activate(sheet);
    const { rows, columns } = this.sheet(sheet);
    const within = fromZone(zone);
    this.model.selection.selectZone({
      cell: { row: zone.row, col: zone.column },
      zone: {
        ...within,
        bottom: Math.min(within.bottom, rows - 1),
        right: Math.min(within.right, columns - 1),
      },
    });
  }

  hiddenRows(sheet: string): readonly number[] {
    const { numberOfRows } = this.get.getSheetSize(sheet);
    return Array.from({ length: numberOfRows }, (_, row) => row).filter((row) =>
      this.get.isRowHidden(sheet, row),
    );
  }

  merges(sheet: string): readonly Zone[] {
    return this.get.getMerges(sheet).map(toZone);
  }

  columnWidth(sheet: string, column: number): number {
    return this.get.getColSize(sheet, column);
  }

  rowHeight(sheet: string, row: number): number {
    return this.get.getRowSize(sheet, row);
  }

  parses(formula: string): boolean {
    try {
      this.library.parse(formula);
      return true;
    } catch {
      return false;
    }
  }

  charts(sheet: string) {
    return this.get
      .getFigures(sheet)
      .flatMap((figure) => (figure.tag === "chart" ? (chartOf(this.get, sheet, figure) ?? []) : []));
  }

  conditions(sheet: string) {
    return conditionsOf(this.get, sheet);
  }

  page(sheet: string): GridPage {
    return this.pages.get(sheet) ?? {};
  }

  setPage(sheet: string, page: GridPage): void {
    this.pages.set(sheet, page);
  }

  names() {
    return this.get.getNamedRanges().map(({ name, range }) => ({
      name,
      sheet: range.sheetId,
      zone: toZone(range.zone),
    }));
  }

  apply(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    this.batch(commandsOf(edits, this.get, NEW_SHEET));
    const wanted = this.spillsOutside(edits);
    if (wanted.length === 0) return;
    // A result larger than the sheet: taken back and written again on a grown sheet, so that it stays one undo step.
    this.rollBack();
    this.batch(commandsOf(edits, this.get, NEW_SHEET, wanted));
  }

  private batch(commands: readonly Command[]): void {
    const refusals: string[] = [];
    const before = this.history.undoStack.at(-1);
    // As a function, because the library copies what a command carries.
    const batch = (): Batch => ({ commands, refuse: (reason) => refusals.push(reason) });
    this.dispatch("HOST_BATCH", { batch });
    if (refusals.length === 0) return;
    if (this.history.undoStack.at(-1) !== before) this.rollBack();
    throw new Error(refusals[0]);
  }

  /** Undoes the last HOST_BATCH and forgets it: no redo brings it back. */
  private rollBack(): void {
    this.undo();
    this.history.redoStack = [];
  }

  private spillsOutside(edits: readonly Edit[]) {
    return edits.flatMap((edit) => {
      if (edit.do !== "content" || typeof edit.content !== "string" || !edit.content.startsWith("="))
        return [];
      const { sheet, row, column } = edit;
      if (!this.get.tryGetSheet(sheet)) return [];
      const position = { sheetId: sheet, row, col: column };
      if (this.get.getEvaluatedCell(position).value !== "#SPILL!") return [];
      const result = this.get.evaluateFormulaResult(sheet, edit.content, position);
      if (!Array.isArray(result)) return [];
      const [rows, columns] = [row + (result[0]?.length ?? 0), column + result.length];
      const size = this.sheet(sheet);
      return rows > size.rows || columns > size.columns ? [{ sheet, rows, columns }] : [];
    });
  }

  undo(): void {
    if (this.history.undoStack.length > 0) this.dispatch("REQUEST_UNDO");
  }

  redo(): void {
    // Without this test the library would repeat the last command instead.
    if (this.history.redoStack.length > 0) this.dispatch("REQUEST_REDO");
  }

  private get history(): { undoStack: string[]; redoStack: string[] } {
    const handlers = (this.model as unknown as { handlers: object[] }).handlers;
    return handlers.find((handler) => "redoStack" in handler) as { undoStack: string[]; redoStack: string[] };
  }

  register(functions: readonly GridFunction[]): void {
    installFunctions(this.library, this.host, functions);
    recompile(this.library, this.get);
    // The library's own way to say "everything may have changed": rebuilds dependencies, evaluates, records no undo step.
    this.dispatch("UNDO", { commands: [] });
  }

  evaluations(): number {
    return this.host.evaluations;
  }

  onChange(listener: () => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onSelect(listener: () => void): () => void {
    this.selectListeners.add(listener);
    return () => this.selectListeners.delete(listener);
  }

  toJson(): unknown {
    return quietly(() => this.model.exportData());
  }

  async toXlsx(): Promise<Uint8Array> {
    const { files } = await quietly(() => this.model.exportXLSX());
    return writeXlsx(
      files,
      this.sheets().map(({ id, name }) => ({ name, page: this.page(id) })),
    );
  }

  private dispatch(type: string, payload: object = {}): void {
    const send = this.model.dispatch as unknown as (
      type: string,
      payload: object,
    ) => { isSuccessful: boolean; reasons: string[] };
    const result = quietly(() => send(type, payload));
    if (!result.isSuccessful) throw new Error(`${type}: ${result.reasons.join(", ")}`);
  }
}

class LibraryCell implements GridCell {
  constructor(
    private readonly get: Model["getters"],
    private readonly position: { sheetId: string; row: number; col: number },
  ) {}

  get value(): CellValue {
    const { value, message } = this.get.getEvaluatedCell(this.position) as {
      value: unknown;
      message?: string;
    };
    if (isError(this.get, this.position)) {
      const error = String(value);
      return { error: ERRORS[error] ?? error, message: message ?? "" };
    }
    return (value ?? "") as CellValue;
  }

  get text(): string {
    const value = this.value;
    return typeof value === "object" ? value.error : this.get.getEvaluatedCell(this.position).formattedValue;
  }

  get formula(): string {
    const cell = this.get.getCell(this.position);
    return cell?.isFormula ? cell.compiledFormula.toFormulaString(this.get) : "";
  }

  get format(): string {
    return this.get.getCell(this.position)?.format || "General";
  }

  get style(): CellStyle {
    const own = this.get.getCell(this.position)?.style ?? {};
    const border = this.get.getCellBorder(this.position);
    return {
      ...(own.bold && { bold: true }),
      ...(own.italic && { italic: true }),
      ...(own.underline && { underline: true }),
      ...(own.textColor && { color: own.textColor }),
      ...(own.fillColor && { fill: own.fillColor }),
      ...(own.align && { align: own.align as "left" | "center" | "right" }),
      ...(own.verticalAlign && { verticalAlign: own.verticalAlign as "top" | "middle" | "bottom" }),
      ...(own.wrapping === "wrap" && { wrap: true }),
      ...(own.fontSize && { size: own.fontSize }),
      ...(border && {
        border: Object.fromEntries(
          (["top", "bottom", "left", "right"] as const)
            .filter((side) => border[side])
            .map((side) => [side, true]),
        ),
      }),
    };
  }
}

function isError(get: Model["getters"], position: { sheetId: string; row: number; col: number }): boolean {
  return get.getEvaluatedCell(position).type === "error";
}

/** Teaches the library HOST_BATCH: many changes, one evaluation, one undo step. Once per library, for every later model. */
function installBatch(library: Library): void {
  const { registries } = library;
  if (registries.featurePluginRegistry.contains("host_batch")) return;
  // Excel's wrong-value error is the one code the library does not know.
  registries.errorTypes.add("#VALUE!");
  const evaluating: ReadonlySet<string> = library.invalidateEvaluationCommands;

  class HostBatch extends library.UIPlugin {
    static override getters = [];
    static override layers = [];
    private readonly host: Host;
    private stale = false;

    constructor(config: ConstructorParameters<Library["UIPlugin"]>[0]) {
      super(config);
      this.host = (config.custom as unknown as { ucj?: Host }).ucj ?? newHost();
    }

    override handle(command: { type: string }): void {
      if (command.type === "HOST_BATCH") this.run((command as unknown as { batch(): Batch }).batch());
      if (command.type === "EVALUATE_CELLS") this.host.evaluations += 1;
      const writes = command.type === "UPDATE_CELL" && ("content" in command || "format" in command);
      if (evaluating.has(command.type) || writes) this.stale = true;
      if (library.isCoreCommand(command as never) || evaluating.has(command.type)) this.host.changed = true;
    }

    override finalize(): void {
      if (this.stale) this.host.evaluations += 1;
      this.stale = false;
    }

    private run({ commands, refuse }: Batch): void {
      for (const command of commands)
        for (const [type, payload] of asText(this.getters, command)) {
          if (type === SETTLE[0]) {
            this.host.settle();
            continue;
          }
          const result = this.dispatch(type as never, payload as never);
          const reasons = result.reasons.filter((reason) => (reason as string) !== "NoChanges");
          if (reasons.length === 0) continue;
          refuse(`${type}: ${reasons.join(", ")}`);
          return;
        }
    }
  }
  registries.featurePluginRegistry.add("host_batch", HostBatch as never);
}

/**
 * In a cell formatted as text the library takes the apostrophe before a text for a part of it, and it reads such text
 * anew when that format goes. In Excel and Sheets text stays what it is.
 */
function asText(get: Model["getters"], command: Command): Command[] {
  const [type, payload] = command;
  if (type === "UPDATE_CELL") {
    const { sheetId, row, col, content } = payload as Record<"sheetId" | "content", string> &
      Record<"row" | "col", number>;
    const marked = content?.startsWith("'") && get.getCell({ sheetId, row, col })?.format === "@";
    return marked ? [[type, { ...payload, content: content.slice(1) }]] : [command];
  }
  const { sheetId, target, format } = payload as { sheetId: string; target: LibraryZone[]; format?: string };
  if (type !== "SET_FORMATTING" || format === undefined) return [command];
  const [before, after]: Command[][] = [[], []];
  for (const { top, bottom, left, right } of target)
    for (let row = top; row <= bottom; row++)
      for (let col = left; col <= right; col++) {
        const cell = get.getCell({ sheetId, row, col });
        if (!cell || cell.isFormula || (cell.format === "@") === (format === "@")) continue;
        const { content } = cell;
        const write = (text: string): Command => ["UPDATE_CELL", { sheetId, row, col, content: text }];
        if (format !== "@") before?.push(write(content && `'${content}`));
        else if (content.startsWith("'")) after?.push(write(content.slice(1)));
      }
  return [...(before ?? []), command, ...(after ?? [])];
}

interface Batch {
  readonly commands: readonly Command[];
  readonly refuse: (reason: string) => void;
}

function toZone({ top, left, bottom, right }: LibraryZone): Zone {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function fromZone(zone: Zone): LibraryZone {
  return {
    top: zone.row,
    left: zone.column,
    bottom: zone.row + zone.rows - 1,
    right: zone.column + zone.columns - 1,
  };
}

/** The library writes a line to the console for every slow command. */
function quietly<T>(work: () => T): T {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    return work();
  } finally {
    console.debug = debug;
  }
}
