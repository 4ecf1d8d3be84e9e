// The sidebar's spreadsheet, in Excel: one Excel.run per action, few syncs, block writes.
import { areaOf, type Block, type BlockCell } from "../core/block";
import type { Style } from "../core/exchange/tokens";
import { rowsWithChart } from "../core/tables/extent";
import type { Area, Painted } from "../core/tables/paint";
import {
  type BookSheet,
  between,
  type CellContent,
  type Host,
  HostProblem,
  MOST_BYTES,
  MOST_CELLS,
  type Place,
  portions,
  type Run,
  rowsAtATime,
  type Size,
  type Spot,
  takenBack,
  type Watch,
  type Written,
} from "../sidebar/host";
import { LOOKS, pixels } from "../sidebar/look";
import { addChart } from "./chart";
import { addConditions } from "./conditions";
import { readDrawn, redraw } from "./drawn";
import { setUpPage } from "./print";

/** Rows beyond this are not asked for one by one: no segment table is that long. */
const MOST_ROWS_ASKED = 200;
/** What office.js sends around the cells of one assignment, at most. */
const RUN_BYTES = 1_000;
/** Excel's column widths are points: three quarters of a pixel. */
const POINTS = 0.75;

/** Waits while a cell is being edited; one undo step where Excel knows how. */
const OPTIONS = { delayForCellEdit: true, mergeUndoGroup: true } as Excel.RunOptions;

async function run<T>(action: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(OPTIONS, action);
  } catch (error) {
    throw problemOf(error);
  }
}

function problemOf(error: unknown): Error {
  if (error instanceof HostProblem) return error;
  const code = (error as { code?: string }).code ?? "";
  if (code === "AccessDenied")
    return new HostProblem({
      id: "Lembar ini diproteksi. Buka proteksinya (Tinjau > Batal Proteksi Lembar), atau pilih lembar baru.",
      en: "This sheet is protected. Unprotect it (Review > Unprotect Sheet), or choose a new sheet.",
    });
  if (code === "InvalidSelection")
    return new HostProblem({
      id: "Pilihan terdiri dari beberapa bagian. Pilih satu blok yang menyambung.",
      en: "The selection has several parts. Select one connected block.",
    });
  if (code === "ItemNotFound")
    return new HostProblem({
      id: "Lembar atau tabel itu tidak ada lagi: dihapus atau berganti nama. Kembalikan namanya, lalu coba lagi.",
      en: "That sheet or table is gone: deleted or renamed. Give it its name back, then try again.",
    });
  const detail = (error as Error).message ?? String(error);
  return new HostProblem({
    id: `Excel tidak dapat menyelesaikan langkah ini (${code || detail}). Coba lagi.`,
    en: `Excel could not finish this step (${code || detail}). Try again.`,
  });
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

const isErrorText = (value: unknown): value is string =>
  typeof value === "string" && /^#[A-Z/0]+[!?]?$/.test(value);

function cellOf(value: unknown): BlockCell {
  if (value === "" || value === null || value === undefined) return null;
  return isErrorText(value) ? { error: value } : (value as BlockCell);
}

/** Values of a range, so many rows a request; the last of them stays queued, so that a small range costs none of its own. */
async function valuesOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { row, column, rows, columns }: Area,
  watch?: Watch,
): Promise<() => BlockCell[][]> {
  const step = rowsAtATime(rows, columns);
  const parts: Excel.Range[] = [];
  for (let from = 0; from < rows; from += step) {
    if (from > 0) {
      await context.sync();
      between(watch, from / rows);
    }
    const area = { row: row + from, column, rows: Math.min(step, rows - from), columns };
    parts.push(rangeOf(sheet, area).load("values"));
  }
  return () => parts.flatMap((part) => part.values.map((line) => line.map(cellOf)));
}

async function readSelection(watch?: Watch): Promise<Block> {
  return run(async (context) => {
    const selected = context.workbook.getSelectedRange();
    const sheet = selected.worksheet;
    const used = selected.getUsedRangeOrNullObject(true);
    const merged = used.getMergedAreasOrNullObject();
    sheet.load("name");
    selected.load("rowIndex,columnIndex,rowCount,columnCount");
    used.load("rowIndex,columnIndex,rowCount,columnCount,rowHidden");
    merged.load("address");
    await context.sync();
    const found = {
      sheet: sheet.name,
      row: selected.rowIndex,
      column: selected.columnIndex,
      selected: selected.rowCount * selected.columnCount,
    };
    if (used.isNullObject) return { ...found, cells: [], hiddenRows: [], merged: false };
    const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = used;
    const cells = await valuesOf(context, sheet, { row, column, rows: rowCount, columns }, watch);
    const rows =
      used.rowHidden === false
        ? []
        : Array.from({ length: Math.min(used.rowCount, MOST_ROWS_ASKED) }, (_, r) =>
            used.getRow(r).load("rowHidden"),
          );
    await context.sync();
    return {
      ...found,
      row,
      column,
      cells: cells(),
      hiddenRows: rows.flatMap((line, r) => (line.rowHidden ? [used.rowIndex + r] : [])),
      merged: !merged.isNullObject,
    };
  });
}

async function survey(place: Place, size: Size, sheetName: string): Promise<Spot> {
  return run(async (context) => {
    if (place === "newSheet") {
      const sheets = context.workbook.worksheets.load("items/name");
      await context.sync();
      const taken = sheets.items.map((sheet) => sheet.name.toLowerCase());
      const name = freeName(sheetName, taken);
      const address = areaOf(0, 0, size.rows, size.columns);
      return { sheet: name, isNew: true, row: 0, column: 0, address, filled: 0 };
    }
    if (place === "free") {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name,standardHeight");
      const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount,top,height");
      const charts = sheet.charts.load("items/top,items/height");
      await context.sync();
      const [end, bottom] = used.isNullObject
        ? [-1, 0]
        : [used.rowIndex + used.rowCount, used.top + used.height];
      // A chart hangs below what it plots.
      const hanging = Math.max(0, ...charts.items.map(({ top, height }) => top + height - bottom));
      const row = end + 1 + Math.ceil(hanging / sheet.standardHeight);
      const address = areaOf(row, 0, size.rows, size.columns);
      return { sheet: sheet.name, isNew: false, row, column: 0, address, filled: 0 };
    }
    const corner = context.workbook.getSelectedRange().getCell(0, 0).load("rowIndex,columnIndex");
    const sheet = corner.worksheet.load("name");
    const under = corner.getResizedRange(size.rows - 1, size.columns - 1).load("formulas,values");
    await context.sync();
    const { rowIndex: row, columnIndex: column } = corner;
    // A formula that shows nothing is something, too.
    const shown = under.values.flat();
    const filled = under.formulas.flat().filter((cell, i) => cell !== "" || shown[i] !== "").length;
    const address = areaOf(row, column, size.rows, size.columns);
    return { sheet: sheet.name, isNew: false, row, column, address, filled };
  });
}

/** Excel allows 31 characters and none of : \ / ? * [ ]. */
function freeName(wanted: string, taken: readonly string[]): string {
  const base = wanted.replace(/[:\\/?*[\]]/g, " ").replace(/^'+|'+$/g, "");
  for (let n = 1; ; n++) {
    const tail = n === 1 ? "" : ` ${n}`;
    const name = base.slice(0, 31 - tail.length).trim() + tail;
    if (!taken.includes(name.toLowerCase())) return name;
  }
}

/** What cells held before a write: contents, number formats, and the parts of style a table sets. */
interface Before {
  readonly area: Area;
  /** As they are typed. */
  readonly contents: unknown[][];
  readonly formats: unknown[][];
  readonly properties: Excel.SettableCellProperties[][];
  /** Ids of the conditional formats the table brought along. */
  readonly conditions: readonly string[];
}

async function write(table: Painted, isNew: boolean, watch?: Watch): Promise<Written> {
  let begun: Written | undefined;
  try {
    return await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = isNew ? worksheets.add(table.sheet) : worksheets.getItem(table.sheet);
      const range = rangeOf(sheet, table.area);
      const before = isNew ? null : await keep(context, range, table.area);
      // A cell formatted as text would take a formula for text.
      if (before?.formats.some((line) => line.includes("@"))) range.numberFormat = "General" as never;
      const touched = { sheet: table.sheet, address: table.address, isNew, chart: null, before };
      await writeCellsOf(table, sheet, async (share) => {
        await context.sync();
        begun = touched;
        between(watch, share);
      });
      if (!isNew) unpaint(range);
      paintRoles(sheet, table);
      if (isNew)
        table.widths.forEach((width, i) => {
          sheet.getRangeByIndexes(0, table.area.column + i, 1, 1).format.columnWidth = pixels(width) * POINTS;
        });
      const conditions = addConditions(sheet, table.conditions ?? []);
      const chart = table.chart ? addChart(sheet, table.chart) : null;
      // A sheet that was there keeps the page its owner set up.
      if (isNew && table.print) setUpPage(sheet, table.print, rowsWithChart(table));
      sheet.activate();
      range.getCell(0, 0).select();
      chart?.load("name");
      await context.sync();
      return {
        ...touched,
        chart: chart?.name ?? null,
        before: before && { ...before, conditions: conditions.map(({ id }) => id) },
      };
    });
  } catch (error) {
    const half = begun;
    if (half) await takenBack(half, () => undo(half));
    throw error;
  }
}

/** Formulas and number formats, as many rows a request as it takes; the last ones stay queued. */
async function writeCellsOf(
  { area, cells, formats }: Painted,
  sheet: Excel.Worksheet,
  send: (share: number) => Promise<void>,
): Promise<void> {
  const lines = cells.map((line, r) => [line, formats[r] ?? []] as const);
  let row = area.row;
  for (const part of portions(lines, (line) => bytesOf(line))) {
    if (row > area.row) await send((row - area.row) / area.rows);
    const range = rangeOf(sheet, { ...area, row, rows: part.length });
    range.formulas = part.map(([line]) => [...line]);
    range.numberFormat = part.map(([, line]) => [...line]);
    row += part.length;
  }
}

/** Excel tells whose result a cell shows since ExcelApi 1.12; before, no formula filled other cells. */
const tellsSpills = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.12");

/** What `type` and `spilledIn` need; with what cells hold. */
const room = (): string => `numberFormat${tellsSpills() ? ",hasSpill" : ""}`;
const held = (): string => `formulas,values,valueTypes,${room()}`;

interface Placed {
  readonly range: Excel.Range;
  readonly area: Area;
}

/**
 * A cell formatted as text takes a number or a formula for text: that format is off while these are typed.
 * @param range has loaded `numberFormat`
 */
function type(range: Excel.Range, contents: unknown[][]): void {
  const formats = range.numberFormat;
  const isText = formats.some((line) => line.includes("@"));
  // One for all cells.
  if (isText) range.numberFormat = "General" as never;
  range.formulas = contents;
  if (isText) range.numberFormat = formats;
}

/** Which cells the formula of another cell fills, of ranges that have loaded `hasSpill`. */
async function spilledIn(
  context: Excel.RequestContext,
  placed: readonly Placed[],
): Promise<(i: number, r: number, c: number) => boolean> {
  const asked = placed.map(({ range, area: { rows, columns } }) =>
    tellsSpills() && range.hasSpill !== false
      ? Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (__, c) =>
            range.getCell(r, c).getSpillParentOrNullObject().load("rowIndex,columnIndex"),
          ),
        )
      : [],
  );
  if (asked.some(({ length }) => length > 0)) await context.sync();
  return (i, r, c) => {
    const parent = asked[i]?.[r]?.[c];
    const area = placed[i]?.area;
    if (!area || !parent || parent.isNullObject) return false;
    return parent.rowIndex !== area.row + r || parent.columnIndex !== area.column + c;
  };
}

async function keep(context: Excel.RequestContext, range: Excel.Range, area: Area): Promise<Before> {
  range.load(held());
  const properties = range.getCellProperties({
    format: {
      fill: { color: true, pattern: true },
      font: { bold: true, italic: true, color: true, size: true },
      wrapText: true,
    },
  });
  await context.sync();
  const isSpilled = await spilledIn(context, [{ range, area }]);
  return {
    area,
    contents: range.formulas.map((line, r) =>
      line.map((content, c) => (isSpilled(0, r, c) ? "" : isTyped(range, r, c) ? content : asText(content))),
    ),
    formats: range.numberFormat,
    properties: properties.value as Excel.SettableCellProperties[][],
    conditions: [],
  };
}

/** What was painted there for other cells does not shine through. */
function unpaint({ format }: Excel.Range): void {
  format.fill.clear();
  format.font.bold = false;
  format.font.italic = false;
  format.font.color = "#000000";
}

function paintRoles(sheet: Excel.Worksheet, table: Painted): void {
  for (const { role, area } of table.roles) {
    const look = LOOKS[role];
    const { format } = rangeOf(sheet, area);
    if (look.bold) format.font.bold = true;
    if (look.italic) format.font.italic = true;
    if (look.color) format.font.color = look.color;
    if (look.size) format.font.size = look.size;
    if (look.fill) format.fill.color = look.fill;
    if (look.wrap) format.wrapText = true;
  }
}

/** A cell without a fill reads as white; painting it white would hide the grid lines. */
function withoutNoFill({ format = {} }: Excel.SettableCellProperties): Excel.SettableCellProperties {
  const { fill, ...rest } = format;
  return { format: fill?.pattern === "None" || !fill ? rest : { ...rest, fill } };
}

/** Text gets its apostrophe, or Excel would read it as a number, a date or a formula. */
const asText = (content: unknown): unknown =>
  typeof content === "string" && content !== "" ? `'${content}` : content;

/** A formula or an error, as typed; what shows the very text it holds is text, also "=1+1" and "#N/A". */
function isTyped({ formulas, values, valueTypes }: Excel.Range, r: number, c: number): boolean {
  const formula = formulas[r]?.[c];
  if (valueTypes[r]?.[c] === "Error") return true;
  return typeof formula === "string" && formula.startsWith("=") && formula !== values[r]?.[c];
}

async function undo(written: Written): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(written.sheet);
    if (written.isNew) sheet.delete();
    else {
      const before = written.before as Before;
      const range = rangeOf(sheet, before.area);
      range.formulas = before.contents;
      range.numberFormat = before.formats;
      range.format.fill.clear();
      range.setCellProperties(before.properties.map((line) => line.map(withoutNoFill)));
      for (const id of before.conditions) range.conditionalFormats.getItem(id).delete();
      if (written.chart !== null) sheet.charts.getItem(written.chart).delete();
    }
    await context.sync();
  });
}

async function open(written: Written): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(written.sheet);
    sheet.activate();
    sheet.getRange(written.address).select();
    await context.sync();
  });
}

async function marks(): Promise<Style> {
  return run(async (context) => {
    const { numberFormat } = context.workbook.application.cultureInfo;
    numberFormat.load("numberDecimalSeparator");
    await context.sync();
    return numberFormat.numberDecimalSeparator === ","
      ? { separator: ";", decimal: "," }
      : { separator: ",", decimal: "." };
  });
}

/** Excel computes an add-in's functions while the page waits. */
const MOST_LOOKS = 20;
const PAUSE = 250;

async function calculate(formula: string): Promise<BlockCell> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
    await context.sync();
    const cell = sheet.getCell(used.isNullObject ? 0 : used.rowIndex + used.rowCount + 1, 0);
    cell.formulas = [[formula]];
    try {
      for (let look = 1; ; look++) {
        cell.load("values");
        await context.sync();
        const value = cell.values[0]?.[0];
        if (value !== "#BUSY!" || look === MOST_LOOKS) return cellOf(value);
        await new Promise((then) => setTimeout(then, PAUSE));
      }
    } finally {
      cell.formulas = [[""]];
      await context.sync();
    }
  });
}

async function goTo(name: string, address: string): Promise<void> {
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
  });
}

const typed = ({ content, formula }: CellContent): string | number | boolean =>
  formula ? content : (asText(content) as string | number | boolean);

async function writeCells(name: string, cells: readonly CellContent[]): Promise<readonly CellContent[]> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const placed = cells.map(({ row, column }) => ({
      range: sheet.getCell(row, column).load(held()),
      area: { row, column, rows: 1, columns: 1 },
    }));
    await context.sync();
    const isSpilled = await spilledIn(context, placed);
    const before = placed.map(({ range, area: { row, column } }, i) => {
      const content = isSpilled(i, 0, 0) ? "" : (range.formulas[0]?.[0] as string | number | boolean);
      return { row, column, content, formula: content !== "" && isTyped(range, 0, 0) };
    });
    placed.forEach(({ range }, i) => {
      type(range, [[typed(cells[i] as CellContent)]]);
    });
    await context.sync();
    return before;
  });
}

async function readSheet(name: string | null, watch?: Watch): Promise<Block | null> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet =
      name === null
        ? worksheets.getActiveWorksheet().load("name")
        : worksheets.getItemOrNullObject(name).load("name");
    const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount");
    await context.sync();
    if (sheet.isNullObject) return null;
    const whole = { sheet: sheet.name, row: 0, column: 0, hiddenRows: [], merged: false, selected: 0 };
    if (used.isNullObject) return { ...whole, cells: [] };
    const { rowIndex: row, columnIndex: column, rowCount: rows, columnCount: columns } = used;
    const cells = await valuesOf(context, sheet, { row, column, rows, columns }, watch);
    await context.sync();
    return { ...whole, row, column, cells: cells() };
  });
}

async function appendRows(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): Promise<void> {
  await run(async (context) => {
    const { worksheets } = context.workbook;
    const found = worksheets.getItemOrNullObject(name);
    const used = found.getUsedRangeOrNullObject(true).load("rowIndex,rowCount");
    await context.sync();
    const sheet = found.isNullObject ? worksheets.add(name) : found;
    const from = found.isNullObject || used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    const lines = from === 0 ? [headings, ...rows] : rows;
    if (lines.length > 0)
      sheet.getRangeByIndexes(from, 0, lines.length, headings.length).formulas = lines.map((line) =>
        line.map(asText),
      );
    if (from === 0) sheet.getRangeByIndexes(0, 0, 1, headings.length).format.font.bold = true;
    await context.sync();
  });
}

async function readBook(names?: readonly string[]): Promise<readonly BookSheet[]> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/protection/protected");
    await context.sync();
    const found = worksheets.items
      .filter(({ name }) => !names || names.includes(name))
      .map((sheet) => ({
        sheet,
        used: sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
      }));
    await context.sync();
    const parts: { name: string; part: Excel.Range }[] = [];
    let waiting = 0;
    for (const { sheet, used } of found) {
      if (used.isNullObject) continue;
      const { rowIndex: row, columnIndex: column, rowCount, columnCount: columns } = used;
      const step = Math.max(1, Math.floor(MOST_CELLS / columns));
      for (let from = 0; from < rowCount; from += step) {
        const rows = Math.min(step, rowCount - from);
        if (waiting > 0 && waiting + rows * columns > MOST_CELLS) {
          await context.sync();
          waiting = 0;
        }
        const part = rangeOf(sheet, { row: row + from, column, rows, columns }).load("formulas,values");
        parts.push({ name: sheet.name, part });
        waiting += rows * columns;
      }
    }
    if (waiting > 0) await context.sync();
    return found.map(({ sheet, used }) => {
      const own = parts.filter(({ name }) => name === sheet.name);
      return {
        name: sheet.name,
        row: used.isNullObject ? 0 : used.rowIndex,
        column: used.isNullObject ? 0 : used.columnIndex,
        formulas: own.flatMap(({ part }) => part.formulas),
        values: own.flatMap(({ part }) => part.values.map((line) => line.map(cellOf))),
        protected: sheet.protection.protected,
      };
    });
  });
}

const bytesOf = (cells: unknown): number => new TextEncoder().encode(JSON.stringify(cells)).length;

/** In halves until each fits a request. */
function pieces(whole: Run): Run[] {
  const { row, cells } = whole;
  if (cells.length < 2 || bytesOf(cells) + RUN_BYTES <= MOST_BYTES) return [whole];
  const half = Math.ceil(cells.length / 2);
  return [
    ...pieces({ ...whole, cells: cells.slice(0, half) }),
    ...pieces({ ...whole, row: row + half, cells: cells.slice(half) }),
  ];
}

async function writeRuns(runs: readonly Run[]): Promise<void> {
  await run(async (context) => {
    let bytes = 0;
    const written = runs.flatMap(pieces).map(({ sheet, row, column, cells, spare = false }) => {
      const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
      return { range: rangeOf(context.workbook.worksheets.getItem(sheet), area), area, cells, spare };
    });
    const spared = written.filter(({ spare }) => spare);
    for (const { range } of spared) range.load(room());
    if (spared.length > 0) await context.sync();
    const isSpilled = await spilledIn(context, spared);
    for (const one of written) {
      const more = bytesOf(one.cells) + RUN_BYTES;
      if (bytes > 0 && bytes + more > MOST_BYTES) {
        await context.sync();
        bytes = 0;
      }
      bytes += more;
      const i = spared.indexOf(one);
      if (i < 0) one.range.formulas = one.cells.map((line) => [...line]);
      // null leaves a cell alone.
      else
        type(
          one.range,
          one.cells.map((line, r) => line.map((content, c) => (isSpilled(i, r, c) ? null : content))),
        );
    }
    await context.sync();
  });
}

export const excelHost = (): Host => ({
  name: "excel",
  ...(Office.context.requirements.isSetSupported("CustomFunctionsRuntime", "1.1")
    ? {}
    : { noFunctions: true as const }),
  language: Office.context.displayLanguage?.toLowerCase().startsWith("id") ? "id" : "en",
  readSelection,
  survey,
  write,
  undo,
  open,
  marks,
  calculate,
  goTo,
  writeCells,
  readSheet,
  appendRows,
  readBook,
  writeRuns,
  drawn: (sheet, area) => run((context) => readDrawn(context, sheet, area)),
  redraw: (sheet, change) => run((context) => redraw(context, sheet, change)),
});
