// Range and what hangs on it: values, formats, borders, areas, the visible view.
import type { CellStyle, CellValue, Edit, GridCell, Zone } from "../grid-types";
import {
  a1,
  COLUMNS,
  hull,
  intersection,
  isWholeColumns,
  isWholeRows,
  letters,
  parse,
  quoted,
  READABLE,
  ROWS,
} from "./address";
import type { Book } from "./book";
import { conditionsOf } from "./condition";
import { HostError, invalid, type Kind, type Node, NULL } from "./kinds";
import { worksheet } from "./workbook";

export interface RangeNode extends Node {
  readonly sheet: string;
  readonly zone: Zone;
}

export function range(sheet: string, zone: Zone): RangeNode {
  if (zone.row < 0 || zone.column < 0 || zone.rows < 1 || zone.columns < 1) invalid("outside the sheet");
  if (zone.row + zone.rows > ROWS || zone.column + zone.columns > COLUMNS) invalid("outside the sheet");
  return { kind: rangeKind as Kind, sheet, zone };
}

/** An address (or the name of a range) as seen from a sheet. */
export function rangeAt(book: Book, sheet: string, address: string | null | undefined): RangeNode {
  if (address === undefined || address === null || address === "") {
    return range(sheet, { row: 0, column: 0, rows: ROWS, columns: COLUMNS });
  }
  const found = parse(address);
  if (found) {
    const other = found.sheet === undefined ? undefined : (book.findSheet(found.sheet) ?? invalid(address));
    return range(other?.id ?? sheet, found.zone);
  }
  const named = book.grid.names().find(({ name }) => name.toLowerCase() === address.toLowerCase());
  return named ? range(named.sheet, named.zone) : invalid(address);
}

const areaOf = (zone: Zone) => zone.rows * zone.columns;
const plain = (value: CellValue) => (typeof value === "object" ? value.error : value);
const filled = (cell: GridCell) => cell.value !== "" || cell.formula !== "";
const oneRow = (o: RangeNode, row: number) => range(o.sheet, { ...o.zone, row, rows: 1 });
const oneColumn = (o: RangeNode, column: number) => range(o.sheet, { ...o.zone, column, columns: 1 });
const oneCell = (o: RangeNode, row: number, column: number) =>
  range(o.sheet, { row, column, rows: 1, columns: 1 });
const bottom = ({ zone }: RangeNode) => zone.row + zone.rows - 1;
const right = ({ zone }: RangeNode) => zone.column + zone.columns - 1;

function address(o: RangeNode, book: Book): string {
  return `${quoted(book.sheet(o.sheet).name)}!${a1(o.zone)}`;
}

/** Row numbers of a range; of whole columns, those the grid has. */
function rowsOf({ sheet, zone }: RangeNode, book: Book): number[] {
  const length = isWholeColumns(zone) ? book.size(sheet).rows : zone.rows;
  return Array.from({ length }, (_, i) => zone.row + i);
}

function columnsOf({ sheet, zone }: RangeNode, book: Book): number[] {
  const length = isWholeRows(zone) ? book.size(sheet).columns : zone.columns;
  return Array.from({ length }, (_, i) => zone.column + i);
}

/** Rows of what each cell gives; null, as in Excel, when there are too many cells. */
function read<T>(o: RangeNode, book: Book, of: (cell: GridCell) => T): T[][] | null {
  const { row, column, rows, columns } = o.zone;
  if (isWholeColumns(o.zone) || isWholeRows(o.zone) || areaOf(o.zone) > READABLE) return null;
  const { grid } = book;
  book.sheet(o.sheet);
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => of(grid.cell(o.sheet, row + r, column + c))),
  );
}

/** Calls `write` for every cell that gets a value: a 2-D array of the range's size or one value for all; null leaves a cell alone. */
function spread(
  o: RangeNode,
  given: unknown,
  write: (value: unknown, row: number, column: number) => void,
): void {
  if (isWholeColumns(o.zone) || isWholeRows(o.zone) || areaOf(o.zone) > READABLE) invalid("too many cells");
  const rows = Array.isArray(given) ? (given as unknown[][]) : undefined;
  if (rows) checkSize(o, rows.length, rows[0]?.length ?? 0, rows);
  for (let r = 0; r < o.zone.rows; r += 1) {
    for (let c = 0; c < o.zone.columns; c += 1) {
      const value = rows ? rows[r]?.[c] : given;
      if (value !== null && value !== undefined) write(value, o.zone.row + r, o.zone.column + c);
    }
  }
}

function checkSize(o: RangeNode, rows: number, columns: number, all: unknown[][] = []): void {
  const ragged = all.some((row) => !Array.isArray(row) || row.length !== columns);
  if (rows === o.zone.rows && columns === o.zone.columns && !ragged) return;
  const sizes = `array ${rows} x ${columns}, range ${o.zone.rows} x ${o.zone.columns}`;
  throw new HostError(
    "InvalidArgument",
    `The number of rows or columns in the input array doesn't match the size or dimensions of the range. (${sizes})`,
  );
}

function setContents(o: RangeNode, book: Book, given: unknown): void {
  const edits: Edit[] = [];
  const isText = book.areText(o.sheet);
  spread(o, given, (value, row, column) => {
    const at = { do: "content", sheet: o.sheet, row, column } as const;
    if (typeof value === "number" || typeof value === "boolean") edits.push({ ...at, content: value });
    else if (typeof value !== "string") invalid(`a cell cannot hold ${typeof value}`);
    // As in Excel, a leading apostrophe says "text" and is not part of it.
    else if (value.startsWith("'")) edits.push({ ...at, content: value.slice(1), literal: true });
    // As in Excel, a cell formatted as text takes a formula for text.
    else if (value.startsWith("=") && isText(row, column))
      edits.push({ ...at, content: value, literal: true });
    else if (value.startsWith("=") && !book.parses(value)) invalid(`no formula: ${value}`);
    else edits.push({ ...at, content: value });
  });
  book.writeAll(edits);
}

function setFormats(o: RangeNode, book: Book, given: unknown): void {
  if (!Array.isArray(given)) {
    if (given !== null) book.write({ do: "format", sheet: o.sheet, zone: o.zone, format: String(given) });
    return;
  }
  // One edit for each run of equal formats down a column: a column usually has one.
  const runs: { format: string; zone: Zone }[] = [];
  const open = new Map<number, { format: string; zone: Zone }>();
  spread(o, given, (value, row, column) => {
    const run = open.get(column);
    if (run && run.format === value && run.zone.row + run.zone.rows === row) {
      run.zone = { ...run.zone, rows: run.zone.rows + 1 };
      return;
    }
    const started = { format: String(value), zone: { row, column, rows: 1, columns: 1 } };
    runs.push(started);
    open.set(column, started);
  });
  book.write(...runs.map(({ format, zone }): Edit => ({ do: "format", sheet: o.sheet, zone, format })));
}

function valueType(cell: GridCell): string {
  const { value } = cell;
  if (typeof value === "object") return "Error";
  if (value === "") return cell.formula === "" ? "Empty" : "String";
  return { number: "Double", boolean: "Boolean", string: "String" }[typeof value as "number"];
}

/** The smallest range around what is filled, inside the given one. Formats alone do not count here, in either mode. */
function usedWithin(o: RangeNode, book: Book): RangeNode | typeof NULL {
  const { grid } = book;
  const used = grid.used(o.sheet);
  const within = used && intersection(used, o.zone);
  if (!within) return NULL;
  const anyInRow = (row: number) =>
    some(within.columns, (c) => filled(grid.cell(o.sheet, row, within.column + c)));
  const anyInColumn = (column: number) =>
    some(within.rows, (r) => filled(grid.cell(o.sheet, within.row + r, column)));
  let { row, column } = within;
  let [last, end] = [row + within.rows - 1, column + within.columns - 1];
  while (row <= last && !anyInRow(row)) row += 1;
  if (row > last) return NULL;
  while (!anyInRow(last)) last -= 1;
  while (!anyInColumn(column)) column += 1;
  while (!anyInColumn(end)) end -= 1;
  return range(o.sheet, { row, column, rows: last - row + 1, columns: end - column + 1 });
}

function some(count: number, test: (i: number) => boolean): boolean {
  for (let i = 0; i < count; i += 1) if (test(i)) return true;
  return false;
}

/** True, false, or null when the rows differ. */
function allHidden(o: RangeNode, book: Book): boolean | null {
  const hidden = book.grid.hiddenRows(o.sheet).filter((row) => row >= o.zone.row && row <= bottom(o)).length;
  return hidden === 0 ? false : hidden === o.zone.rows ? true : null;
}

/** Rectangles covering the cells that pass, top to bottom: equal runs in neighbouring rows are joined. */
function rectangles(o: RangeNode, passes: (row: number, column: number) => boolean): Zone[] {
  const done: Zone[] = [];
  let open: Zone[] = [];
  for (let { row } = o.zone; row <= bottom(o); row += 1) {
    const runs: Zone[] = [];
    for (let { column } = o.zone; column <= right(o); column += 1) {
      if (!passes(row, column)) continue;
      const last = runs.at(-1);
      if (last && last.column + last.columns === column)
        runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ row, column, rows: 1, columns: 1 });
    }
    const joined = runs.map((run) => {
      const above = open.find((zone) => zone.column === run.column && zone.columns === run.columns);
      return above ? { ...above, rows: above.rows + 1 } : run;
    });
    done.push(
      ...open.filter((zone) => !joined.some((next) => next.row === zone.row && next.column === zone.column)),
    );
    open = joined;
  }
  return [...done, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

function specialCells(o: RangeNode, book: Book, type: string, valueType?: string | null): Node {
  if (valueType) book.unsupported("Range.getSpecialCells(cellValueType)");
  const { grid } = book;
  if (type === "Visible") return areas(o.sheet, visibleZones(o, grid.hiddenRows(o.sheet)));
  const cell = (row: number, column: number) => grid.cell(o.sheet, row, column);
  const tests: Record<string, (row: number, column: number) => boolean> = {
    Formulas: (row, column) => cell(row, column).formula !== "",
    Constants: (row, column) => cell(row, column).formula === "" && filled(cell(row, column)),
    Blanks: (row, column) => !filled(cell(row, column)),
  };
  const test = tests[type] ?? book.unsupported(`SpecialCellType.${type}`);
  // As in Excel, no further than the used range.
  const used = grid.used(o.sheet);
  const within = used && intersection(o.zone, used);
  return within ? areas(o.sheet, rectangles(range(o.sheet, within), test)) : NULL;
}

/** What is left of a range between its hidden rows. */
function visibleZones(o: RangeNode, hidden: readonly number[]): Zone[] {
  const end = bottom(o) + 1;
  const cuts = [...hidden.filter((row) => row >= o.zone.row && row < end), end];
  let row = o.zone.row;
  return cuts.flatMap((cut) => {
    const rows = cut - row;
    const zone = { ...o.zone, row, rows };
    row = cut + 1;
    return rows > 0 ? [zone] : [];
  });
}

/** In points. */
function topOf(sheet: string, book: Book, row: number): number {
  let pixels = 0;
  for (let r = 0; r < row; r++) pixels += book.grid.rowHeight(sheet, r);
  return pixels * POINT;
}

interface AreasNode extends Node {
  readonly sheet: string;
  readonly zones: readonly Zone[];
}

export function areas(sheet: string, zones: readonly Zone[]): Node {
  return zones.length === 0 ? NULL : ({ kind: areasKind as Kind, sheet, zones } as AreasNode);
}

const areasKind: Kind<AreasNode> = {
  name: "RangeAreas",
  get: {
    address: (o, book) => o.zones.map((zone) => address(range(o.sheet, zone), book)).join(","),
    areaCount: (o) => o.zones.length,
    cellCount: (o) => o.zones.reduce((sum, zone) => sum + areaOf(zone), 0),
    isEntireColumn: (o) => o.zones.every(isWholeColumns),
    isEntireRow: (o) => o.zones.every(isWholeRows),
  },
  child: {
    areas: (o) => ({ ...o, kind: areaListKind as Kind }),
    worksheet: (o) => worksheet(o.sheet),
  },
};

const areaListKind: Kind<AreasNode> = {
  name: "RangeCollection",
  items: (o) => o.zones.map((zone) => range(o.sheet, zone)),
  call: {
    getItemAt: (o, _book, index: number) => range(o.sheet, o.zones[index] ?? invalid(`index ${index}`)),
    getCount: (o) => o.zones.length,
  },
};

/** The rows that are not hidden. */
function visible<T>(o: RangeNode, book: Book, of: (cell: GridCell) => T): T[][] | null {
  const hidden = new Set(book.grid.hiddenRows(o.sheet));
  return read(o, book, of)?.filter((_, i) => !hidden.has(o.zone.row + i)) ?? null;
}

const viewKind: Kind<RangeNode> = {
  name: "RangeView",
  get: {
    values: (o, book) => visible(o, book, (cell) => plain(cell.value)),
    formulas: (o, book) => visible(o, book, (cell) => cell.formula || plain(cell.value)),
    text: (o, book) => visible(o, book, (cell) => cell.text),
    numberFormat: (o, book) => visible(o, book, (cell) => cell.format),
    rowCount: (o, book) =>
      o.zone.rows -
      book.grid.hiddenRows(o.sheet).filter((row) => row >= o.zone.row && row <= bottom(o)).length,
    columnCount: (o) => o.zone.columns,
    cellAddresses: (o, book) => {
      const hidden = new Set(book.grid.hiddenRows(o.sheet));
      const rows = Array.from({ length: o.zone.rows }, (_, r) => o.zone.row + r).filter(
        (row) => !hidden.has(row),
      );
      const columns = Array.from({ length: o.zone.columns }, (_, c) => o.zone.column + c);
      const name = quoted(book.sheet(o.sheet).name);
      return rows.map((row) => columns.map((column) => `${name}!${letters(column)}${row + 1}`));
    },
  },
};

export const rangeKind: Kind<RangeNode> = {
  name: "Range",
  get: {
    address,
    addressLocal: address,
    values: (o, book) => read(o, book, (cell) => plain(cell.value)),
    formulas: (o, book) => read(o, book, (cell) => cell.formula || plain(cell.value)),
    text: (o, book) => read(o, book, (cell) => cell.text),
    numberFormat: (o, book) => read(o, book, (cell) => cell.format),
    valueTypes: (o, book) => read(o, book, valueType),
    rowIndex: (o) => o.zone.row,
    columnIndex: (o) => o.zone.column,
    rowCount: (o) => o.zone.rows,
    columnCount: (o) => o.zone.columns,
    top: (o, book) => topOf(o.sheet, book, o.zone.row),
    height: (o, book) => topOf(o.sheet, book, o.zone.row + o.zone.rows) - topOf(o.sheet, book, o.zone.row),
    cellCount: (o) => (areaOf(o.zone) < 2 ** 31 ? areaOf(o.zone) : -1),
    isEntireColumn: (o) => isWholeColumns(o.zone),
    isEntireRow: (o) => isWholeRows(o.zone),
    rowHidden: allHidden,
    hidden: allHidden,
    hasSpill: (o, book) =>
      uniform(
        (read(o, book, () => 0) ?? []).flatMap((line, r) =>
          line.map((_, c) => book.grid.spillParent(o.sheet, o.zone.row + r, o.zone.column + c) !== undefined),
        ),
      ),
    // The grid port knows hidden rows only.
    columnHidden: () => false,
  },
  set: {
    values: setContents,
    formulas: setContents,
    numberFormat: setFormats,
    rowHidden: (o, book, hidden: boolean) => {
      book.write({ do: "hideRows", sheet: o.sheet, rows: rowsOf(o, book), hidden });
    },
  },
  child: {
    worksheet: (o) => worksheet(o.sheet),
    format: (o) => ({ ...o, kind: formatKind as Kind }),
    conditionalFormats: conditionsOf,
  },
  call: {
    _ValidateArraySize: (o, _book, rows: number, columns: number) => checkSize(o, rows, columns),
    getCell: (o, _book, row: number, column: number) => oneCell(o, o.zone.row + row, o.zone.column + column),
    getRow: (o, _book, row: number) =>
      row < o.zone.rows ? oneRow(o, o.zone.row + row) : invalid(`row ${row}`),
    getColumn: (o, _book, column: number) =>
      column < o.zone.columns ? oneColumn(o, o.zone.column + column) : invalid(`column ${column}`),
    getLastRow: (o) => oneRow(o, bottom(o)),
    getLastColumn: (o) => oneColumn(o, right(o)),
    getLastCell: (o) => oneCell(o, bottom(o), right(o)),
    getEntireColumn: (o) => range(o.sheet, { ...o.zone, row: 0, rows: ROWS }),
    getEntireRow: (o) => range(o.sheet, { ...o.zone, column: 0, columns: COLUMNS }),
    getOffsetRange: (o, _book, rows: number, columns: number) =>
      range(o.sheet, { ...o.zone, row: o.zone.row + rows, column: o.zone.column + columns }),
    getResizedRange: (o, _book, rows: number, columns: number) =>
      range(o.sheet, { ...o.zone, rows: o.zone.rows + rows, columns: o.zone.columns + columns }),
    getAbsoluteResizedRange: (o, _book, rows: number, columns: number) =>
      range(o.sheet, { ...o.zone, rows, columns }),
    getBoundingRect: (o, book, other: RangeNode | string) =>
      range(o.sheet, hull(o.zone, sameSheet(o, book, other).zone)),
    getIntersectionOrNullObject: (o, book, other: RangeNode | string) => {
      const zone = intersection(o.zone, sameSheet(o, book, other).zone);
      return zone ? range(o.sheet, zone) : NULL;
    },
    getSpillParentOrNullObject: (o, book) => {
      const parent = areaOf(o.zone) === 1 && book.grid.spillParent(o.sheet, o.zone.row, o.zone.column);
      return parent ? oneCell(o, parent.row, parent.column) : NULL;
    },
    getUsedRangeOrNullObject: (o, book) => usedWithin(o, book),
    getUsedRange: (o, book) => {
      const used = usedWithin(o, book);
      return used === NULL ? range(o.sheet, { ...o.zone, rows: 1, columns: 1 }) : used;
    },
    getMergedAreasOrNullObject: (o, book) =>
      areas(
        o.sheet,
        book.grid.merges(o.sheet).filter((zone) => intersection(zone, o.zone)),
      ),
    getSpecialCellsOrNullObject: specialCells,
    getVisibleView: (o) => ({ ...o, kind: viewKind as Kind }),
    clear: (o, book, applyTo?: string | null) => {
      const what = { All: "all", Contents: "contents", Formats: "formats" } as const;
      const wanted = what[(applyTo ?? "All") as "All"] ?? book.unsupported(`ClearApplyTo.${applyTo}`);
      book.write({ do: "clear", sheet: o.sheet, zone: o.zone, what: wanted });
    },
    getCellProperties: (o, book, wanted: Properties) =>
      rowsOf(o, book).map((row) =>
        columnsOf(o, book).map((column) => cellProperties(oneCell(o, row, column), book, wanted)),
      ),
    setCellProperties: (o, book, given: Properties[][]) =>
      spread(o, given, (own, row, column) =>
        setCellProperties(oneCell(o, row, column), book, own as Properties),
      ),
    select: (o, book) => book.grid.select(o.sheet, o.zone),
    merge: (o, book, across?: boolean | null) => {
      const rows = Array.from({ length: across ? o.zone.rows : 1 }, (_, i) => i);
      const zones = across ? rows.map((i) => ({ ...o.zone, row: o.zone.row + i, rows: 1 })) : [o.zone];
      book.write(...zones.map((zone): Edit => ({ do: "merge", sheet: o.sheet, zone })));
    },
    unmerge: (o, book) => book.write({ do: "unmerge", sheet: o.sheet, zone: o.zone }),
  },
};

interface Properties {
  readonly [member: string]: unknown;
}

/** What one cell has of the wanted members, by the same tables as load. */
function cellProperties(node: Node, book: Book, wanted: Properties): Properties {
  const { name, get, child } = node.kind as Kind<Node>;
  const asked = Object.entries(wanted).filter(([, below]) => below);
  return Object.fromEntries(
    asked.map(([member, below]) => {
      const deeper = typeof below === "object";
      const part = deeper ? child?.[member]?.(node, book) : undefined;
      if (part) return [member, cellProperties(part, book, below as Properties)];
      const read = deeper ? undefined : get?.[member];
      return [member, read ? read(node, book) : book.unsupported(`CellProperties ${name}.${member}`)];
    }),
  );
}

function setCellProperties(node: Node, book: Book, given: Properties): void {
  const { name, set, child } = node.kind as Kind<Node>;
  for (const [member, value] of Object.entries(given)) {
    if (value === null || value === undefined) continue;
    const part = typeof value === "object" ? child?.[member]?.(node, book) : undefined;
    if (part) setCellProperties(part, book, value as Properties);
    else if (set?.[member]) set[member](node, book, value as never);
    else book.unsupported(`CellProperties ${name}.${member}`);
  }
}

function sameSheet(o: RangeNode, book: Book, other: RangeNode | string): RangeNode {
  const found = typeof other === "string" ? rangeAt(book, o.sheet, other) : other;
  return found.sheet === o.sheet ? found : invalid("ranges on different sheets");
}

const style = (o: RangeNode, book: Book, own: CellStyle) =>
  book.write({ do: "style", sheet: o.sheet, zone: o.zone, style: own });

/** What all have in common, else null, as Excel answers for a mixed range. */
function uniform<T>(all: readonly T[]): T | null {
  return all.every((one) => one === all[0]) ? (all[0] ?? null) : null;
}

function shared<T>(o: RangeNode, book: Book, of: (own: CellStyle) => T): T | null {
  return uniform(read(o, book, (cell) => of(cell.style))?.flat() ?? []);
}

function color(text: string): string {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : invalid(`colour ${text}: write #RRGGBB`);
}

/** Excel counts widths and heights in points, the grid in pixels. */
const POINT = 0.75;

const HORIZONTAL = { left: "Left", center: "Center", right: "Right" } as const;
const VERTICAL = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

function keyOf<T extends Record<string, string>>(
  table: T,
  value: string,
  book: Book,
  member: string,
): keyof T {
  return Object.keys(table).find((key) => table[key] === value) ?? book.unsupported(`${member}.${value}`);
}

const formatKind: Kind<RangeNode> = {
  name: "RangeFormat",
  get: {
    wrapText: (o, book) => shared(o, book, (own) => own.wrap === true),
    horizontalAlignment: (o, book) =>
      shared(o, book, (own) => (own.align ? HORIZONTAL[own.align] : "General")),
    verticalAlignment: (o, book) => shared(o, book, (own) => VERTICAL[own.verticalAlign ?? "bottom"]),
    columnWidth: (o, book) =>
      uniform(columnsOf(o, book).map((column) => book.grid.columnWidth(o.sheet, column) * POINT)),
    rowHeight: (o, book) => uniform(rowsOf(o, book).map((row) => book.grid.rowHeight(o.sheet, row) * POINT)),
  },
  set: {
    wrapText: (o, book, wrap: boolean) => style(o, book, { wrap }),
    horizontalAlignment: (o, book, value: string) =>
      style(o, book, { align: keyOf(HORIZONTAL, value, book, "HorizontalAlignment") }),
    verticalAlignment: (o, book, value: string) =>
      style(o, book, { verticalAlign: keyOf(VERTICAL, value, book, "VerticalAlignment") }),
    columnWidth: (o, book, width: number) => {
      const pixels = Math.round(width / POINT);
      book.writeAll(columnsOf(o, book).map((column) => ({ do: "width", sheet: o.sheet, column, pixels })));
    },
    rowHeight: (o, book, height: number) => {
      const pixels = Math.round(height / POINT);
      book.writeAll(rowsOf(o, book).map((row) => ({ do: "height", sheet: o.sheet, row, pixels })));
    },
  },
  child: {
    fill: (o) => ({ ...o, kind: fillKind as Kind }),
    font: (o) => ({ ...o, kind: fontKind as Kind }),
    borders: (o) => ({ ...o, kind: bordersKind as Kind }),
  },
  call: {
    autofitColumns: (o, book) => book.write({ do: "fit", sheet: o.sheet, columns: columnsOf(o, book) }),
    // Rows of the grid fit their text by themselves until they are given a height.
    autofitRows: () => undefined,
  },
};

const fillKind: Kind<RangeNode> = {
  name: "RangeFill",
  get: {
    // A cell without fill says white, as in Excel; only the pattern tells them apart.
    color: (o, book) => shared(o, book, (own) => own.fill || "#FFFFFF"),
    pattern: (o, book) => shared(o, book, (own) => (own.fill ? "Solid" : "None")),
  },
  set: {
    color: (o, book, value: string) => style(o, book, { fill: color(value) }),
    pattern: (o, book, value: string) => {
      if (value === "None") style(o, book, { fill: "" });
      else if (value !== "Solid") book.unsupported(`FillPattern.${value}`);
    },
  },
  call: { clear: (o, book) => style(o, book, { fill: "" }) },
};

const fontKind: Kind<RangeNode> = {
  name: "RangeFont",
  get: {
    bold: (o, book) => shared(o, book, (own) => own.bold === true),
    italic: (o, book) => shared(o, book, (own) => own.italic === true),
    underline: (o, book) => shared(o, book, (own) => (own.underline ? "Single" : "None")),
    color: (o, book) => shared(o, book, (own) => own.color || "#000000"),
    size: (o, book) => shared(o, book, (own) => own.size ?? 10),
  },
  set: {
    bold: (o, book, bold: boolean) => style(o, book, { bold }),
    italic: (o, book, italic: boolean) => style(o, book, { italic }),
    underline: (o, book, value: string) => style(o, book, { underline: value !== "None" }),
    color: (o, book, value: string) => style(o, book, { color: color(value) }),
    size: (o, book, size: number) => style(o, book, { size }),
  },
};

interface BorderNode extends RangeNode {
  readonly edge: Edge;
}
type Side = "top" | "bottom" | "left" | "right";

/** Which cells' sides an edge of a range is made of. */
const EDGES = {
  EdgeTop: (zone: Zone) => [[{ ...zone, rows: 1 }, "top"]],
  EdgeBottom: (zone: Zone) => [[{ ...zone, row: zone.row + zone.rows - 1, rows: 1 }, "bottom"]],
  EdgeLeft: (zone: Zone) => [[{ ...zone, columns: 1 }, "left"]],
  EdgeRight: (zone: Zone) => [[{ ...zone, column: zone.column + zone.columns - 1, columns: 1 }, "right"]],
  InsideHorizontal: (zone: Zone) => (zone.rows < 2 ? [] : [[{ ...zone, rows: zone.rows - 1 }, "bottom"]]),
  InsideVertical: (zone: Zone) =>
    zone.columns < 2 ? [] : [[{ ...zone, columns: zone.columns - 1 }, "right"]],
} as const satisfies Record<string, (zone: Zone) => (readonly [Zone, Side])[]>;
type Edge = keyof typeof EDGES;

function draw(o: BorderNode, book: Book, shown: boolean, borderColor?: string): void {
  for (const [zone, side] of EDGES[o.edge](o.zone) as (readonly [Zone, Side])[]) {
    const own = { border: { [side]: shown }, ...(borderColor && { borderColor }) };
    book.write({ do: "style", sheet: o.sheet, zone, style: own });
  }
}

function border(o: RangeNode, book: Book, edge: string): BorderNode {
  if (!(edge in EDGES)) book.unsupported(`BorderIndex.${edge}`);
  return { ...o, kind: borderKind as Kind, edge: edge as Edge };
}

const bordersKind: Kind<RangeNode> = {
  name: "RangeBorderCollection",
  items: (o, book) => Object.keys(EDGES).map((edge) => border(o, book, edge)),
  get: { count: () => Object.keys(EDGES).length },
  call: { getItem: (o, book, edge: string) => border(o, book, edge) },
};

const borderKind: Kind<BorderNode> = {
  name: "RangeBorder",
  id: (o) => o.edge,
  get: {
    sideIndex: (o) => o.edge,
    style: (o, book) => {
      const cells = (EDGES[o.edge](o.zone) as (readonly [Zone, Side])[]).flatMap(
        ([zone, side]) =>
          read(range(o.sheet, zone), book, (cell) => cell.style.border?.[side] === true)?.flat() ?? [],
      );
      return cells.every(Boolean) && cells.length > 0 ? "Continuous" : cells.some(Boolean) ? null : "None";
    },
  },
  set: {
    style: (o, book, value: string) => {
      if (!["None", "Continuous"].includes(value)) book.unsupported(`BorderLineStyle.${value}`);
      draw(o, book, value !== "None");
    },
    color: (o, book, value: string) => draw(o, book, true, color(value)),
    // The grid draws thin lines only; the weight is checked and not shown.
    weight: (_o, _book, value: string) => {
      if (!["Hairline", "Thin", "Medium", "Thick"].includes(value)) invalid(`BorderWeight.${value}`);
    },
  },
};
