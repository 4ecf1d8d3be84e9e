// Tables that were written before, found again by their visible sign: their place, where their figures came from, their options.
import { areaOf, type Block, type BlockCell, type Place, placeOf } from "../block";
import { isRefusal, type Refusal } from "../refuse";
import type { TableKind, Typed } from "./kind";
import { ABOUT } from "./kind";
import { choicesOf, type Mapping, mappingOf, type Wants } from "./mapping";
import type { TableModel } from "./model";
import type { Source } from "./source";

/** Where a written table stands and what it was made of. */
export interface FoundTable {
  readonly kind: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** "A1:F15" */
  readonly address: string;
  readonly title: string;
  /** Where the figures came from; undefined for pasted text, an example, or a table without a source. */
  readonly from: Place | undefined;
  /** Row of the headings. */
  readonly header: number;
  /** The title its chart was given; undefined where it has none. */
  readonly chart: string | undefined;
  /** Options as typed, with what was changed in the parameter cells since. */
  readonly typed: Typed;
  /** "B:labor,C:active": what the planner said the source's columns are; undefined when they were as recognised. */
  readonly pointed: string | undefined;
}

const PART = " · ";
const COLUMNS = "kolom";
const OWN: ReadonlySet<string> = new Set(ABOUT.map(({ id }) => id));

/** The same table, its sign followed by its size, its source and the options that no cell shows as text. */
export function signed(
  table: TableModel,
  kind: TableKind,
  source: Source | undefined,
  typed: Typed,
): TableModel {
  const { rows } = table;
  const last = rows[rows.length - 1];
  const mark = last?.[0];
  if (!last || typeof mark?.value !== "string") return table;
  const options = kind.options
    .filter(({ id }) => !OWN.has(id))
    .map(({ id, start }) => [id, (typed[id] ?? "").trim(), start ?? ""] as const)
    .filter(([, text, start]) => text !== "" && text !== start && !/[;=·]/.test(text))
    .map(([id, text]) => `${id}=${text}`);
  const said = source && pointedIn(source, kind);
  if (said) options.push(`${COLUMNS}=${said}`);
  const value = [
    `${mark.value} ${rows.length}×${last.length}`,
    ...(source && source.where !== "" ? [source.where] : []),
    ...(options.length > 0 ? [options.join("; ")] : []),
  ].join(PART);
  return { ...table, rows: [...rows.slice(0, -1), [{ ...mark, value }, ...last.slice(1)]] };
}

/** Columns that are not what would be recognised without the planner. */
function pointedIn({ block, columns }: Source, { wants }: TableKind): string | undefined {
  const guess = mappingOf(block, wants);
  const now = [...columns].map(([is, { letter }]) => `${letter}:${is}`).sort();
  const known = isRefusal(guess)
    ? []
    : guess.columns.flatMap(({ letter, is }) => (is ? [`${letter}:${is}`] : [])).sort();
  return now.join() === known.join() ? undefined : now.join();
}

/** The columns of a source as they are recognised today, or as the planner pointed at them when the table was made. */
export function mappingFor({ pointed }: FoundTable, block: Block, wants: Wants): Mapping | Refusal {
  const guess = mappingOf(block, wants);
  if (isRefusal(guess) || pointed === undefined) return guess;
  const told = new Map(pointed.split(",").map((pair) => pair.split(":") as [string, string]));
  const known = choicesOf(wants);
  return {
    ...guess,
    columns: guess.columns.map(({ said: _, ...one }) => ({
      ...one,
      is: known.find((heading) => heading === told.get(one.letter)) ?? null,
    })),
  };
}

interface Mark {
  readonly kind: string;
  readonly rows: number;
  readonly columns: number;
  readonly where: string | undefined;
  readonly typed: Typed;
}

export function readMark(cell: unknown): Mark | undefined {
  if (typeof cell !== "string") return undefined;
  const found = /^UCJ Planner \S+ · (\w+) (\d{1,7})×(\d{1,5})(?: · (.*))?$/.exec(cell.trim());
  if (!found) return undefined;
  const [, kind = "", rows, columns, rest = ""] = found;
  const parts = rest === "" ? [] : rest.split(PART);
  const where = parts.find((part) => part.includes("!"));
  const typed: Record<string, string> = {};
  for (const pair of (parts.find((part) => part !== where && part.includes("=")) ?? "").split("; ")) {
    const at = pair.indexOf("=");
    if (at > 0) typed[pair.slice(0, at)] = pair.slice(at + 1);
  }
  return { kind, rows: Number(rows), columns: Number(columns), where, typed };
}

/** Cells of a sheet as they show, from its cell at row, column. */
export interface SheetCells {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (BlockCell | undefined)[])[];
  /** A constant as itself, a formula with its "=". */
  readonly formulas: readonly (readonly unknown[])[];
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === "";

/**
 * Every table written into a sheet, top to bottom. The size in the sign counts unless rows were put in or taken out since;
 * then the table reaches up from its sign to the title above its parameters.
 */
export function tablesIn(sheet: SheetCells, kinds: readonly TableKind[]): readonly FoundTable[] {
  const { values, formulas } = sheet;
  const found: FoundTable[] = [];
  for (const [r, line] of values.entries())
    for (const [c, cell] of line.entries()) {
      const mark = readMark(cell);
      const kind = mark && kinds.find(({ id }) => id === mark.kind);
      const top = mark && topOf(values, r, c, mark.rows);
      if (!mark || !kind || top === undefined) continue;
      const { [COLUMNS]: pointed, ...typed } = mark.typed;
      const [row, column, rows] = [sheet.row + top, sheet.column + c, r - top + 1];
      const first = values.map((line) => line[c]);
      const header = first.findIndex((cell, i) => i > top && !isBlank(cell) && isBlank(first[i - 1]));
      found.push({
        kind: mark.kind,
        sheet: sheet.name,
        row,
        column,
        rows,
        columns: mark.columns,
        address: areaOf(row, column, rows, mark.columns),
        title: String(values[top]?.[c] ?? ""),
        from: mark.where === undefined ? undefined : placeOf(mark.where),
        typed: { ...typed, ...sourceAnew(parametersIn(kind, values, formulas, top, r, c), mark.where) },
        pointed,
        header: sheet.row + header,
        chart: chartIn(first.slice(header, r)),
      });
    }
  return found;
}

/** A source that is said by its place alone is said anew: more rows may be in it today. */
const sourceAnew = ({ source, ...typed }: Typed, where: string | undefined): Typed =>
  source === undefined || source === where ? typed : { ...typed, source };

/** What a note says of the chart. */
function chartIn(notes: readonly unknown[]): string | undefined {
  const said = notes.flatMap((note) => /^(?:Grafik|Chart): (.*)\.$/.exec(String(note))?.[1] ?? []);
  return said[said.length - 1];
}

function topOf(values: SheetCells["values"], mark: number, column: number, rows: number): number | undefined {
  const at = (r: number): boolean => !isBlank(values[r]?.[column]);
  /** A title stands under nothing; below its parameters is one blank row, then the headings. */
  const isTop = (r: number): boolean => r >= 0 && at(r) && (r === 0 || !at(r - 1));
  const told = mark - rows + 1;
  if (isTop(told)) return told;
  let r = mark;
  while (r > 0 && at(r - 1)) r--;
  r -= 2;
  if (r < 0 || !at(r)) return undefined;
  while (r > 0 && at(r - 1)) r--;
  return r;
}

/** What the parameter cells say now; a cell that still holds its formula says what it said. */
function parametersIn(
  kind: TableKind,
  values: SheetCells["values"],
  formulas: SheetCells["formulas"],
  top: number,
  mark: number,
  column: number,
): Typed {
  const typed: Record<string, string> = {};
  for (let r = top + 1; r < mark && !isBlank(values[r]?.[column]); r++) {
    const label = values[r]?.[column];
    const option = kind.options.find(({ words }) => label === words.id || label === words.en);
    const formula = formulas[r]?.[column + 1];
    if (!option || (typeof formula === "string" && formula.startsWith("="))) continue;
    const value = values[r]?.[column + 1];
    if (typeof value === "number") typed[option.id] = String(value).replace(".", ",");
    else if (typeof value === "string") typed[option.id] = value;
  }
  return typed;
}

/**
 * The cells a table was made of, as far down as they reach now: rows put in or added below are in, what follows a blank
 * row is not.
 * @param across columns added to the right are in as well
 */
export function reachOf(
  { row, column, rows, columns: told }: Place,
  sheet: SheetCells,
  across = false,
): Place | undefined {
  const at = (r: number, c: number): boolean => !isBlank(sheet.values[r - sheet.row]?.[c - sheet.column]);
  let columns = told;
  const beside = (): boolean => {
    for (let r = row; r < row + rows; r++) if (at(r, column + columns)) return true;
    return false;
  };
  while (across && beside()) columns++;
  const filled = (r: number): boolean => {
    for (let c = column; c < column + columns; c++) if (at(r, c)) return true;
    return false;
  };
  let end = row + rows;
  while (filled(end)) end++;
  while (end > row + 1 && !filled(end - 1)) end--;
  return { sheet: sheet.name, row, column, rows: end - row, columns };
}
