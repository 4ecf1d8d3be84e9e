// What the sidebar may ask of Google's side. Every answer is plain JSON; every write happens under the document lock.
import type { Block, BlockCell } from "../core/block";
import { areaOf } from "../core/block";
import type { Made, Redraw } from "../core/tables/drawn";
import type { Role } from "../core/tables/model";
import type { Area, Painted } from "../core/tables/paint";
import type { BookSheet, CellContent, Place, Run, Size, Spot, Written } from "../sidebar/host";
import { LOOKS, pixels } from "../sidebar/look";
import { addChart, changeChart, chartDrawn, idOf, rowBelow } from "./chart";
import { changeConditions, sayingOf } from "./conditions";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Rows beyond this are not asked for one by one: no segment table is that long. */
const MOST_ROWS_ASKED = 200;

const book = () => SpreadsheetApp.getActive();

/** With a sentence the sidebar shows as it is; only text comes through to it. */
const problem = (id: string, en: string): Error => new Error(`UCJ: ${id} ¦ ${en}`);

function sheetNamed(name: string): Sheet {
  const sheet = book().getSheetByName(name);
  if (!sheet)
    throw problem(
      `Lembar "${name}" tidak ada lagi: dihapus atau berganti nama. Kembalikan namanya, lalu coba lagi.`,
      `Sheet "${name}" is gone: deleted or renamed. Give it its name back, then try again.`,
    );
  return sheet;
}

/** What each cell of a block becomes. */
const each = <T, U>(block: readonly (readonly T[])[], become: (cell: T, r: number, c: number) => U): U[][] =>
  block.map((line, r) => line.map((cell, c) => become(cell, r, c)));

const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area): Range =>
  sheet.getRange(row + 1, column + 1, rows, columns);

function locked<T>(action: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock?.tryLock(10000))
    throw problem(
      "Lembar kerja sedang ditulis orang lain. Tunggu sebentar, lalu coba lagi.",
      "Someone else is writing to the spreadsheet. Wait a little and try again.",
    );
  try {
    return action();
  } finally {
    lock.releaseLock();
  }
}

/** The first cells of a block, and how many rows it has in all: a large one is asked for in pieces. */
export type Beginning = Block & { readonly rows: number };

const firstRows = (rows: number, columns: number, mostCells: number): number =>
  Math.min(rows, Math.max(1, Math.floor(mostCells / columns)));

/** The selected block, trimmed to the part of the sheet that is in use. */
export function ucjReadSelection(mostCells: number): Beginning {
  const range = book().getActiveRange();
  if (!range)
    throw problem(
      "Tidak ada sel yang dipilih. Klik sebuah blok di lembar, lalu coba lagi.",
      "No cell is selected. Click a block in the sheet and try again.",
    );
  const sheet = range.getSheet();
  const row = range.getRow();
  const column = range.getColumn();
  const rows = Math.min(range.getLastRow(), sheet.getLastRow()) - row + 1;
  const columns = Math.min(range.getLastColumn(), sheet.getLastColumn()) - column + 1;
  const selected = range.getNumRows() * range.getNumColumns();
  const found = { sheet: sheet.getName(), row: row - 1, column: column - 1, selected };
  if (rows < 1 || columns < 1) return { ...found, rows: 0, cells: [], hiddenRows: [], merged: false };
  const used = sheet.getRange(row, column, rows, columns);
  const hiddenRows: number[] = [];
  for (let r = row; r < row + Math.min(rows, MOST_ROWS_ASKED); r++)
    if (sheet.isRowHiddenByUser(r) || sheet.isRowHiddenByFilter(r)) hiddenRows.push(r - 1);
  return {
    ...found,
    rows,
    cells: ucjReadCells(found.sheet, {
      row: row - 1,
      column: column - 1,
      rows: firstRows(rows, columns, mostCells),
      columns,
    }),
    hiddenRows,
    merged: used.getMergedRanges().length > 0,
  };
}

export function ucjReadCells(name: string, area: Area): BlockCell[][] {
  return each(rangeOf(sheetNamed(name), area).getValues(), cellOf);
}

const walls: Record<number, string> = {};

/** What a date's cell shows: the file may lie in another time zone than the script. A column repeats its dates. */
function wallTime(value: unknown): string | undefined {
  if (Object.prototype.toString.call(value) !== "[object Date]") return undefined;
  const date = value as Date;
  walls[+date] =
    walls[+date] ||
    Utilities.formatDate(date, book().getSpreadsheetTimeZone(), "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
  return walls[+date];
}

function cellOf(value: unknown): BlockCell {
  const time = wallTime(value);
  if (time) return time.slice(0, 10);
  if (value === "" || value === null || value === undefined) return null;
  if (typeof value === "string" && /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)$/.test(value))
    return { error: value };
  return value as BlockCell;
}

/** Where a table of this size would land, and what it would overwrite. */
export function ucjSurvey(place: Place, size: Size, sheetName: string): Spot {
  if (place === "newSheet") {
    const taken = book()
      .getSheets()
      .map((sheet) => sheet.getName().toLowerCase());
    let name = sheetName;
    for (let n = 2; taken.includes(name.toLowerCase()); n++) name = `${sheetName} ${n}`;
    return {
      sheet: name,
      isNew: true,
      row: 0,
      column: 0,
      address: areaOf(0, 0, size.rows, size.columns),
      filled: 0,
    };
  }
  const range = book().getActiveRange();
  const sheet = range?.getSheet() ?? book().getActiveSheet();
  const free = place === "free";
  const row = free ? freeRow(sheet) : (range?.getRow() ?? 1) - 1;
  const column = free ? 0 : (range?.getColumn() ?? 1) - 1;
  const spot = { sheet: sheet.getName(), isNew: false, row, column };
  const rows = Math.min(row + size.rows, sheet.getMaxRows()) - row;
  const columns = Math.min(column + size.columns, sheet.getMaxColumns()) - column;
  let filled = 0;
  if (!free && rows > 0 && columns > 0) {
    const range = sheet.getRange(row + 1, column + 1, rows, columns);
    // A formula that shows nothing is something, too.
    const formulas = range.getFormulas();
    each(range.getValues(), (value, r, c) => {
      if (value !== "" || formulas[r]?.[c]) filled++;
    });
  }
  return { ...spot, address: areaOf(row, column, size.rows, size.columns), filled };
}

/** Below what the sheet holds, and below its charts: they hang under what they plot. */
const freeRow = (sheet: Sheet): number =>
  Math.max(
    sheet.getLastRow() === 0 ? 0 : sheet.getLastRow() + 1,
    ...sheet.getCharts().map((chart) => rowBelow(chart)),
  );

interface Before {
  readonly area: Area;
  readonly formulas: string[][];
  readonly values: unknown[][];
  readonly formats: string[][];
  /** null is the sheet's own look: an explicit white would hide the grid lines. */
  readonly backgrounds: (string | null)[][];
  readonly weights: (string | null)[][];
  readonly styles: (string | null)[][];
  readonly colors: (string | null)[][];
  readonly sizes: number[][];
  readonly wraps: boolean[][];
  /** Where the table's own conditional formats are. */
  readonly conditions: readonly string[];
}

const unless = (standard: string, cells: string[][]): (string | null)[][] =>
  each(cells, (value) => (value === standard ? null : value));

const before = (range: Range, area: Area): Before => ({
  area,
  formulas: range.getFormulas(),
  values: valuesOf(range),
  formats: range.getNumberFormats(),
  backgrounds: unless("#ffffff", range.getBackgrounds()),
  weights: unless("normal", range.getFontWeights()),
  styles: unless("normal", range.getFontStyles()),
  colors: unless("#000000", range.getFontColors()),
  sizes: range.getFontSizes(),
  wraps: range.getWraps(),
  conditions: [],
});

/**
 * Which cells the formula of another cell fills: clears all others but formulas, and what still stands is not their own.
 * Where a formula finds room only now, nobody knows, and every cell counts as its own.
 */
function spilledIn(
  range: Range,
  { row, column }: Area,
  formulas: string[][],
  values: unknown[][],
): (r: number, c: number) => boolean {
  const own = values.flatMap((line, r) =>
    line.flatMap((value, c) => (value === "" || formulas[r]?.[c] ? [] : areaOf(row + r, column + c, 1, 1))),
  );
  if (own.length === 0) return () => false;
  range.getSheet().getRangeList(own).clearContent();
  const left = valuesOf(range);
  const isFilled = (r: number, c: number): boolean => !formulas[r]?.[c] && left[r]?.[c] !== "";
  const isNew = values.some((line, r) => line.some((value, c) => isFilled(r, c) && left[r]?.[c] !== value));
  return (r: number, c: number): boolean => !isNew && isFilled(r, c);
}

/** A Date does not survive the way to the sidebar and back; its serial number does. */
const portable = (value: unknown): unknown => {
  const time = wallTime(value);
  // Added before the division: 08:00 is a third of a day to the last bit.
  return time ? (Date.parse(time) + 2209161600000) / 86400000 : value;
};

const valuesOf = (range: Range): unknown[][] => each(range.getValues(), portable);

/**
 * Writes a painted table: one read for the way back, then values, number formats and text styles in one block each. Of a
 * large table `cells` and `formats` are the first rows; `ucjWriteRows` writes the others.
 */
export function ucjWrite(table: Painted, isNew: boolean): Written {
  return locked(() => {
    const sheet = isNew ? book().insertSheet(table.sheet) : sheetNamed(table.sheet);
    const { area, address } = table;
    let kept: Omit<Before, "conditions"> | null = null;
    let conditions: Before["conditions"] = [];
    let chart: string | null = null;
    const written = (): Written => ({
      sheet: table.sheet,
      address,
      isNew,
      chart,
      before: kept && { ...kept, conditions },
    });
    try {
      grow(sheet, area);
      const range = rangeOf(sheet, area);
      if (!isNew) {
        const held = before(range, area);
        kept = held;
        const isSpilled = spilledIn(range, area, held.formulas, held.values);
        kept = {
          ...held,
          values: each(held.values, (value, r, c) => (isSpilled(r, c) ? "" : value)),
        };
      }
      writeRows(sheet, area, table.cells, table.formats);
      // What was painted there for other cells does not shine through.
      if (!isNew) range.setBackground(null);
      paintRoles(sheet, table);
      if (isNew)
        table.widths.forEach((width, i) => void sheet.setColumnWidth(area.column + i + 1, pixels(width)));
      conditions = changeConditions(sheet, [], table.conditions ?? []);
      if (table.chart) chart = addChart(sheet, table.chart);
      rangeOf(sheet, { ...area, rows: 1, columns: 1 }).activate();
      SpreadsheetApp.flush();
      return written();
    } catch (error) {
      // Half a table is worse than none; a service that is down may refuse this too.
      try {
        if (isNew || kept) takeBack(written());
      } catch {}
      throw error;
    }
  });
}

function writeRows(sheet: Sheet, area: Area, cells: Painted["cells"], formats: Painted["formats"]): void {
  rangeOf(sheet, { ...area, rows: cells.length })
    .setNumberFormats(formats as string[][])
    .setValues(cells as unknown[][]);
}

export function ucjWriteRows(
  name: string,
  area: Area,
  cells: Painted["cells"],
  formats: Painted["formats"],
): null {
  return locked(() => {
    writeRows(sheetNamed(name), area, cells, formats);
    SpreadsheetApp.flush();
    return null;
  });
}

function grow(sheet: Sheet, { row, column, rows, columns }: Area): void {
  const moreRows = row + rows - sheet.getMaxRows();
  const moreColumns = column + columns - sheet.getMaxColumns();
  if (moreRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), moreRows);
  if (moreColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), moreColumns);
}

function paintRoles(sheet: Sheet, table: Painted): void {
  const styles = new Map<Role, GoogleAppsScript.Spreadsheet.TextStyle>();
  const styleOf = (role: Role): GoogleAppsScript.Spreadsheet.TextStyle => {
    const look = LOOKS[role];
    const style =
      styles.get(role) ??
      SpreadsheetApp.newTextStyle()
        .setBold(look.bold === true)
        .setItalic(look.italic === true)
        .setForegroundColor(look.color ?? "#000000")
        .setFontSize(look.size ?? 10)
        .build();
    styles.set(role, style);
    return style;
  };
  const of = <T>(value: T): T[][] =>
    Array.from({ length: table.area.rows }, () => new Array<T>(table.area.columns).fill(value));
  const cells = of(styleOf("label"));
  // In one call, as the styles: a report may hold thousands of sentences.
  const wraps = of(false);
  const filled = new Map<string, string[]>();
  for (const { role, area } of table.roles) {
    const { fill, wrap } = LOOKS[role];
    const row = area.row - table.area.row;
    const from = area.column - table.area.column;
    for (let r = row; r < row + area.rows; r++) {
      cells[r]?.fill(styleOf(role), from, from + area.columns);
      if (wrap) wraps[r]?.fill(true, from, from + area.columns);
    }
    if (fill) {
      const address = areaOf(area.row, area.column, area.rows, area.columns);
      filled.set(fill, [...(filled.get(fill) ?? []), address]);
    }
  }
  // One call a colour: a table of districts has a subtotal every few rows.
  for (const [fill, addresses] of filled) sheet.getRangeList(addresses).setBackground(fill);
  rangeOf(sheet, table.area).setTextStyles(cells).setWraps(wraps);
}

/** Takes a written table back: a new sheet goes, other cells get back what they held. */
export function ucjUndo(written: Written): null {
  return locked(() => takeBack(written));
}

function takeBack(written: Written): null {
  const sheet = sheetNamed(written.sheet);
  if (written.isNew) {
    book().deleteSheet(sheet);
    return null;
  }
  const kept = written.before as Before;
  removeChart(sheet, written.chart);
  changeConditions(sheet, kept.conditions, []);
  const range = rangeOf(sheet, kept.area);
  range.setValues(each(kept.values, (value, r, c) => kept.formulas[r]?.[c] || asTyped(value)));
  range
    .setNumberFormats(kept.formats)
    .setBackgrounds(kept.backgrounds as string[][])
    .setFontWeights(kept.weights as GoogleAppsScript.Spreadsheet.FontWeight[][])
    .setFontStyles(kept.styles as GoogleAppsScript.Spreadsheet.FontStyle[][])
    .setFontColors(kept.colors as string[][])
    .setFontSizes(kept.sizes)
    .setWraps(kept.wraps);
  SpreadsheetApp.flush();
  return null;
}

function removeChart(sheet: Sheet, id: string | null | undefined): void {
  for (const chart of sheet.getCharts()) if (idOf(chart) === id) sheet.removeChart(chart);
}

/** Charts and conditional formats of a sheet. */
export function ucjDrawn(name: string) {
  const sheet = sheetNamed(name);
  return {
    charts: sheet.getCharts().map((chart) => chartDrawn(chart, sheet)),
    conditions: sheet.getConditionalFormatRules().map(sayingOf),
  };
}

export function ucjRedraw(name: string, { chart: own, plot, unplot, drop, add }: Redraw): Made {
  return locked(() => {
    const sheet = sheetNamed(name);
    removeChart(sheet, unplot);
    for (const chart of sheet.getCharts()) if (own && idOf(chart) === own.id) changeChart(sheet, chart, own);
    const conditions = changeConditions(sheet, drop, add);
    const chart = plot ? addChart(sheet, plot) : null;
    SpreadsheetApp.flush();
    return { chart, conditions };
  });
}

export function ucjOpen(written: Written): null {
  sheetNamed(written.sheet).getRange(written.address).activate();
  return null;
}

export function ucjLocale(): string {
  return book().getSpreadsheetLocale();
}

export function ucjCalculate(formula: string): BlockCell {
  return locked(() => {
    const sheet = book().getActiveSheet();
    const area = { row: sheet.getLastRow(), column: 0, rows: 1, columns: 1 };
    grow(sheet, area);
    const cell = rangeOf(sheet, area);
    cell.setFormula(formula);
    SpreadsheetApp.flush();
    const answer = cellOf(cell.getValue());
    cell.clearContent();
    return answer;
  });
}

export function ucjGoTo(sheet: string, address: string): null {
  sheetNamed(sheet).getRange(address).activate();
  return null;
}

/** Text gets its apostrophe; an error is typed as such. */
const asTyped = <T>(content: T): T | string =>
  typeof cellOf(content) === "string" ? `'${content}` : content;

export function ucjWriteCells(
  name: string,
  cells: readonly CellContent[],
  locale: string,
): CellContent[] | null {
  return locked(() => {
    if (ucjLocale() !== locale) return null;
    const sheet = sheetNamed(name);
    const at = ({ row, column }: CellContent): Range => sheet.getRange(row + 1, column + 1);
    const put = (cell: CellContent) => at(cell).setValue(cell.formula ? cell.content : asTyped(cell.content));
    const held: CellContent[] = [];
    try {
      for (const cell of cells) {
        const range = at(cell);
        const { row, column } = cell;
        const formula = range.getFormula();
        const content = formula || (portable(range.getValue()) as CellContent["content"]);
        held.push({ row, column, content, formula: formula !== "" });
        // What comes back is the result of another cell's formula.
        if (!formula && content !== "" && portable(range.clearContent().getValue()) === content)
          held[held.length - 1] = { row, column, content: "", formula: false };
        put(cell);
      }
    } catch (error) {
      // A cell may refuse what breaks its own rule; those before it go back.
      held.reverse().forEach(put);
      throw error;
    }
    return held;
  });
}

export function ucjReadSheet(name: string | null, mostCells: number): Beginning | null {
  const sheet = name === null ? book().getActiveSheet() : book().getSheetByName(name);
  if (!sheet) return null;
  const [rows, columns] = [sheet.getLastRow(), sheet.getLastColumn()];
  const found = { sheet: sheet.getName(), row: 0, column: 0, hiddenRows: [], merged: false, selected: 0 };
  const area = { row: 0, column: 0, rows: firstRows(rows, columns, mostCells), columns };
  return { ...found, rows, cells: rows === 0 ? [] : ucjReadCells(found.sheet, area) };
}

export function ucjAppendRows(
  name: string,
  headings: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): null {
  return locked(() => {
    const sheet = book().getSheetByName(name) ?? book().insertSheet(name);
    const from = sheet.getLastRow();
    const lines = from === 0 ? [headings, ...rows] : rows;
    if (lines.length === 0) return null;
    const area = { row: from, column: 0, rows: lines.length, columns: headings.length };
    grow(sheet, area);
    rangeOf(sheet, area).setValues(each<string | number, string | number>(lines, asTyped));
    if (from === 0) sheet.getRange(1, 1, 1, headings.length).setFontWeight("bold");
    return null;
  });
}

/** An owner edits a protected sheet as any other. Hosts that know no protection have no such method. */
const isProtected = (sheet: Sheet): boolean =>
  "getProtections" in sheet &&
  sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).some((protection) => !protection.canEdit());

export function ucjReadBook(names: readonly string[] | null): BookSheet[] {
  return book()
    .getSheets()
    .filter((sheet) => !names || names.includes(sheet.getName()))
    .map((sheet) => {
      const found = { name: sheet.getName(), row: 0, column: 0, protected: isProtected(sheet) };
      if (sheet.getLastRow() === 0) return { ...found, formulas: [], values: [] };
      const range = sheet.getRange(1, 1, sheet.getLastRow(), sheet.getLastColumn());
      const formulas = range.getFormulas();
      const values = valuesOf(range);
      return {
        ...found,
        formulas: each(values, (value, r, c) => formulas[r]?.[c] || value),
        values: each(values, cellOf),
      };
    });
}

export function ucjWriteRuns(runs: readonly Run[]): null {
  return locked(() => {
    for (const { sheet: name, row, column, cells, spare } of runs) {
      const sheet = sheetNamed(name);
      const area = { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
      grow(sheet, area);
      const range = rangeOf(sheet, area);
      const isSpilled = spare ? spilledIn(range, area, range.getFormulas(), valuesOf(range)) : () => false;
      range.setValues(each(cells, (cell, r, c) => (isSpilled(r, c) ? "" : cell)));
    }
    SpreadsheetApp.flush();
    return null;
  });
}
