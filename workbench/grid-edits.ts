// Translates our edits into the grid library's commands, growing a sheet first where an edit lies outside it.
import type { Model } from "./grid";
import { chartDefinition } from "./grid-charts";
import { conditionRule } from "./grid-conditions";
import type { CellStyle, Edit, GridChart, Zone } from "./grid-types";

export type Command = readonly [type: string, payload: object];
/** No command of the library: asks our batch to calculate before it goes on. */
export const SETTLE: Command = ["SETTLE", {}];
interface Size {
  rows: number;
  columns: number;
}

/** Whole columns and rows arrive with the size Excel gives them; they mean "as far as the sheet goes". */
const WHOLE = { rows: 1_048_576, columns: 16_384 };

export function commandsOf(
  edits: readonly Edit[],
  get: Model["getters"],
  newSheet: Size,
  atLeast: readonly (Size & { sheet: string })[] = [],
): Command[] {
  const sizes = sizesNeeded(edits, get, newSheet, atLeast);
  const added = new Set(edits.flatMap((edit) => (edit.do === "addSheet" ? [edit.id] : [])));
  const grow = [...sizes].flatMap(([sheet, size]) => (added.has(sheet) ? [] : growth(sheet, size, get)));
  // Columns fit results, so they are fitted last, after the batch is calculated.
  const fits = edits.filter((edit) => edit.do === "fit");
  const others = edits.filter((edit) => edit.do !== "fit");
  const written = [...grow, ...others.flatMap((edit) => translate(edit, get, sizes))];
  return fits.length === 0
    ? written
    : [...written, SETTLE, ...fits.flatMap((edit) => translate(edit, get, sizes))];
}

function translate(edit: Edit, get: Model["getters"], sizes: ReadonlyMap<string, Size>): Command[] {
  const target = (sheet: string, zone: Zone) => ({
    sheetId: sheet,
    target: [toLibrary(zone, sizes.get(sheet))],
  });
  switch (edit.do) {
    case "content": {
      const { sheet, row, column } = edit;
      return [["UPDATE_CELL", { sheetId: sheet, row, col: column, content: contentOf(edit) }]];
    }
    case "clear": {
      const within = clip(edit.zone, sizes.get(edit.sheet));
      if (!within) return [];
      const at = target(edit.sheet, within);
      const formats: Command[] = [["CLEAR_FORMATTING", at]];
      const contents: Command[] = [["DELETE_CONTENT", at]];
      if (edit.what === "all") return [...contents, ...formats];
      return edit.what === "formats" ? formats : contents;
    }
    case "format":
      return [
        [
          "SET_FORMATTING",
          { ...target(edit.sheet, edit.zone), format: edit.format === "General" ? "" : edit.format },
        ],
      ];
    case "style":
      return styling(edit.sheet, clip(edit.zone, sizes.get(edit.sheet)) ?? edit.zone, edit.style);
    case "width":
      return [resize(edit.sheet, "COL", edit.column, edit.pixels)];
    case "height":
      return [resize(edit.sheet, "ROW", edit.row, edit.pixels)];
    case "fit":
      return [["AUTORESIZE_COLUMNS", { sheetId: edit.sheet, cols: [...edit.columns] }]];
    case "merge":
      return [["ADD_MERGE", { ...target(edit.sheet, edit.zone), force: true }]];
    case "unmerge": {
      const touched = get.getMergesInZone(edit.sheet, toLibrary(edit.zone, sizes.get(edit.sheet)));
      return touched.length === 0 ? [] : [["REMOVE_MERGE", { sheetId: edit.sheet, target: touched }]];
    }
    case "hideRows": {
      const type = edit.hidden ? "HIDE_COLUMNS_ROWS" : "UNHIDE_COLUMNS_ROWS";
      return [[type, { sheetId: edit.sheet, dimension: "ROW", elements: [...edit.rows] }]];
    }
    case "freeze":
      return [freeze(edit.sheet, "ROWS", edit.rows), freeze(edit.sheet, "COLUMNS", edit.columns)];
    case "addSheet": {
      const size = sizes.get(edit.id);
      const position = edit.position ?? get.getSheetIds().length;
      return [
        [
          "CREATE_SHEET",
          { sheetId: edit.id, name: edit.name, position, rows: size?.rows, cols: size?.columns },
        ],
      ];
    }
    case "deleteSheet":
      return [["DELETE_SHEET", { sheetId: edit.sheet, sheetName: get.getSheetName(edit.sheet) }]];
    case "renameSheet": {
      const names = { oldName: get.getSheetName(edit.sheet), newName: edit.name };
      return [["RENAME_SHEET", { sheetId: edit.sheet, ...names }]];
    }
    case "addChart": {
      const { chart } = edit;
      const ids = { sheetId: chart.sheet, chartId: chart.id, figureId: chart.id };
      return [["CREATE_CHART", { ...ids, definition: chartDefinition(chart), ...placement(chart) }]];
    }
    case "updateChart": {
      const { chart } = edit;
      const figureId = get.getFigureIdFromChartId(chart.id);
      const { size, ...place } = placement(chart);
      return [
        [
          "UPDATE_CHART",
          { sheetId: chart.sheet, chartId: chart.id, figureId, definition: chartDefinition(chart) },
        ],
        ["UPDATE_FIGURE", { sheetId: chart.sheet, figureId, ...place, ...size }],
      ];
    }
    case "deleteChart":
      return [["DELETE_FIGURE", { sheetId: edit.sheet, figureId: get.getFigureIdFromChartId(edit.id) }]];
    case "condition":
      return [
        [
          "ADD_CONDITIONAL_FORMAT",
          {
            sheetId: edit.sheet,
            cf: { id: edit.id, rule: conditionRule(edit.rule) },
            ranges: [{ _sheetId: edit.sheet, _zone: toLibrary(edit.zone, sizes.get(edit.sheet)) }],
          },
        ],
      ];
    case "deleteCondition":
      return [["REMOVE_CONDITIONAL_FORMAT", { sheetId: edit.sheet, id: edit.id }]];
    case "name": {
      const ranges = [{ _sheetId: edit.sheet, _zone: toLibrary(edit.zone, sizes.get(edit.sheet)) }];
      if (!get.getNamedRange(edit.name)) return [["CREATE_NAMED_RANGE", { name: edit.name, ranges }]];
      return [["UPDATE_NAMED_RANGE", { oldRangeName: edit.name, newRangeName: edit.name, ranges }]];
    }
  }
}

function contentOf(edit: Extract<Edit, { do: "content" }>): string {
  const { content, literal } = edit;
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "number" && !Number.isFinite(content))
    throw new Error(`not a number a cell can hold: ${content}`);
  // The library's own mark for "this is text", as in Excel.
  return literal && typeof content === "string" && content !== "" ? `'${content}` : String(content);
}

function styling(sheet: string, zone: Zone, style: CellStyle): Command[] {
  const target = [toLibrary(zone)];
  const own = {
    bold: style.bold,
    italic: style.italic,
    underline: style.underline,
    textColor: style.color,
    fillColor: style.fill,
    align: style.align,
    verticalAlign: style.verticalAlign,
    wrapping: style.wrap === undefined ? undefined : style.wrap ? "wrap" : "overflow",
    fontSize: style.size,
  };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  const formatting: Command[] =
    Object.keys(given).length === 0 ? [] : [["SET_FORMATTING", { sheetId: sheet, target, style: given }]];
  return [...formatting, ...borders(sheet, zone, style.border ?? {}, style.borderColor ?? "#000000")];
}

/** Every cell of the zone gets the given sides. One command a line, because the library reads a zone's side as its outer edge. */
function borders(
  sheet: string,
  zone: Zone,
  sides: NonNullable<CellStyle["border"]>,
  color: string,
): Command[] {
  const rows = Array.from({ length: zone.rows }, (_, i) => ({ ...zone, row: zone.row + i, rows: 1 }));
  const columns = Array.from({ length: zone.columns }, (_, i) => ({
    ...zone,
    column: zone.column + i,
    columns: 1,
  }));
  return (["top", "bottom", "left", "right"] as const).flatMap((position) => {
    const drawn = sides[position];
    if (drawn === undefined) return [];
    const lines = position === "top" || position === "bottom" ? rows : columns;
    return lines.map((line): Command => {
      const border = { position, style: "thin", color: drawn ? color : "" };
      return ["SET_ZONE_BORDERS", { sheetId: sheet, target: [toLibrary(line)], border }];
    });
  });
}

function resize(sheet: string, dimension: "ROW" | "COL", element: number, size: number): Command {
  return ["RESIZE_COLUMNS_ROWS", { sheetId: sheet, dimension, elements: [element], size }];
}

function freeze(sheet: string, what: "ROWS" | "COLUMNS", quantity: number): Command {
  return quantity > 0
    ? [`FREEZE_${what}`, { sheetId: sheet, quantity }]
    : [`UNFREEZE_${what}`, { sheetId: sheet }];
}

function placement({ anchor, width, height }: GridChart) {
  return { col: anchor.column, row: anchor.row, offset: { x: 0, y: 0 }, size: { width, height } };
}

function sizesNeeded(
  edits: readonly Edit[],
  get: Model["getters"],
  newSheet: Size,
  atLeast: readonly (Size & { sheet: string })[],
): Map<string, Size> {
  const sizes = new Map<string, Size>();
  for (const id of get.getSheetIds()) {
    const { numberOfRows, numberOfCols } = get.getSheetSize(id);
    sizes.set(id, { rows: numberOfRows, columns: numberOfCols });
  }
  const need = (sheet: string, rows: number, columns: number) => {
    const size = sizes.get(sheet);
    if (!size) throw new Error(`no such sheet: ${sheet}`);
    if (rows < WHOLE.rows) size.rows = Math.max(size.rows, rows);
    if (columns < WHOLE.columns) size.columns = Math.max(size.columns, columns);
  };
  for (const edit of edits) {
    if (edit.do === "addSheet") sizes.set(edit.id, { ...newSheet });
    else if (edit.do === "content") need(edit.sheet, edit.row + 1, edit.column + 1);
    else if (edit.do === "width") need(edit.sheet, 0, edit.column + 1);
    else if (edit.do === "fit") need(edit.sheet, 0, last(edit.columns) + 1);
    else if (edit.do === "height") need(edit.sheet, edit.row + 1, 0);
    else if (edit.do === "hideRows") need(edit.sheet, last(edit.rows) + 1, 0);
    else if (edit.do === "addChart" || edit.do === "updateChart") {
      const { sheet, anchor, source } = edit.chart;
      need(sheet, Math.max(anchor.row + 1, source.row + source.rows), source.column + source.columns);
      need(sheet, 0, anchor.column + 1);
    } else if ("zone" in edit && edit.do !== "clear" && edit.do !== "unmerge") {
      need(edit.sheet, edit.zone.row + edit.zone.rows, edit.zone.column + edit.zone.columns);
    } else if ("sheet" in edit) need(edit.sheet, 0, 0);
  }
  for (const { sheet, rows, columns } of atLeast) need(sheet, rows, columns);
  return sizes;
}

function last(indexes: readonly number[]): number {
  return indexes.reduce((most, index) => Math.max(most, index), -1);
}

function growth(sheet: string, size: Size, get: Model["getters"]): Command[] {
  const { numberOfRows, numberOfCols } = get.getSheetSize(sheet);
  const add = (dimension: "ROW" | "COL", have: number, wanted: number): Command[] => {
    const base = { sheetId: sheet, sheetName: get.getSheetName(sheet), dimension, base: have - 1 };
    return wanted > have
      ? [["ADD_COLUMNS_ROWS", { ...base, position: "after", quantity: wanted - have }]]
      : [];
  };
  return [...add("ROW", numberOfRows, size.rows), ...add("COL", numberOfCols, size.columns)];
}

function clip(zone: Zone, size: Size | undefined): Zone | null {
  if (!size) return zone;
  const rows = Math.min(zone.rows, size.rows - zone.row);
  const columns = Math.min(zone.columns, size.columns - zone.column);
  return rows > 0 && columns > 0 ? { ...zone, rows, columns } : null;
}

function toLibrary(zone: Zone, size?: Size) {
  const { row, column, rows, columns } = clip(zone, size) ?? zone;
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}
