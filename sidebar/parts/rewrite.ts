// Writes a table anew where it stands: its own cells only, with everything the planner gave them but their content.

import type { Block } from "../../core/block";
import { EXCEL, restyle } from "../../core/exchange/tokens";
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor, TABLES, tableKind } from "../../core/tables/all";
import { type ChartFate, type Redraw, redrawOf } from "../../core/tables/drawn";
import { type FoundTable, mappingFor, reachOf, tablesIn } from "../../core/tables/found";
import { blank, type Output, type TableModel } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import type { Language, Words } from "../../core/words";
import { type BookSheet, type Host, HostProblem, type Watch } from "../host";
import { GivenUp } from "./careful";
import { styleIn } from "./formula-style";
import { Journal, UNAWAITED, type Write } from "./journal";
import { withTyped } from "./typed-in";
import { waysOf } from "./ways";

export interface Rewritten {
  readonly address: string;
  readonly sheet: string;
  /** Cells whose content is another than before. */
  readonly changed: number;
  /** Rows before and now, where the table's shape is another: formats were written anew. */
  readonly grown?: readonly [number, number];
  /** Cells in which what was typed stays. */
  readonly typed: number;
  readonly chart: ChartFate;
  /** Takes back what was written; may be asked again when it failed. */
  readonly undo: () => Promise<void>;
  /** How many cells were filled otherwise since. */
  readonly edited: () => Promise<number>;
}

const GONE: Words = {
  id: "Tabel itu tidak ditemukan lagi di lembarnya. Tekan Cari tabel untuk memperbarui daftar.",
  en: "That table is no longer in its sheet. Press Find tables to renew the list.",
};

/** There is nothing to read again; another source can be chosen. */
export class NoSource extends HostProblem {}

const noSheet = (sheet: string): Words => ({
  id: `Lembar sumber “${sheet}” tidak ada lagi. Tekan Ubah, lalu pilih sumbernya.`,
  en: `The source sheet “${sheet}” is gone. Press Change, then choose the source.`,
});

const noSource: Words = {
  id: "Tabel ini dibuat dari teks tempelan atau contoh, jadi tidak ada sumber untuk disegarkan. Tekan Ubah, lalu pilih sumbernya.",
  en: "This table was made from pasted text or an example, so there is no source to refresh it from. Press Change, then choose the source.",
};

const UNFINISHED: Words = {
  id: "Sel tabelnya sudah ditulis, tetapi grafik, warna dan halamannya belum ikut.",
  en: "The table's cells were written, but its chart, colours and page have not followed.",
};

/** Who stopped waiting is not told that nothing has changed. */
function unfinished(error: unknown, ways: Cells): HostProblem {
  const why = error instanceof HostProblem && !(error instanceof GivenUp) ? error.words : UNAWAITED;
  return new HostProblem({ id: `${UNFINISHED.id} ${why.id}`, en: `${UNFINISHED.en} ${why.en}` }, ways);
}

/** Every table in the file that carries our sign. */
export async function findTables(host: Host): Promise<readonly FoundTable[]> {
  return (await host.readBook()).flatMap((sheet) => tablesIn(sheet, TABLES));
}

/** Where a table's figures are; undefined for a table that needs none. */
function placeOfSource({ from, kind }: FoundTable): FoundTable["from"] {
  if (!from && !tableKind(kind).sourceless) throw new NoSource(noSource);
  return from;
}

/** The block a table was made of, as far down as it reaches today; undefined for a table that needs none. */
export async function sourceOf(host: Host, table: FoundTable): Promise<Block | undefined> {
  const from = placeOfSource(table);
  if (!from) return undefined;
  const sheet = await host.readSheet(from.sheet);
  if (!sheet) throw new NoSource(noSheet(from.sheet));
  const shown = {
    name: sheet.sheet,
    row: sheet.row,
    column: sheet.column,
    values: sheet.cells,
    formulas: [],
  };
  const block = (across: boolean): Block => {
    const reach = reachOf(from, shown, across);
    if (!reach) throw new NoSource(noSheet(from.sheet));
    const cells = Array.from({ length: reach.rows }, (_, r) =>
      Array.from(
        { length: reach.columns },
        (__, c) => sheet.cells[reach.row - sheet.row + r]?.[reach.column - sheet.column + c] ?? null,
      ),
    );
    return { ...sheet, row: reach.row, column: reach.column, cells, selected: reach.rows * reach.columns };
  };
  const read = block(false);
  // Where the months run across, a new one stands to the right.
  const turned = tableKind(table.kind).wants.turn?.(read);
  return turned && (isRefusal(turned) || turned.turned) ? block(true) : read;
}

/** Reads the source again and writes the table anew. */
export async function refresh(
  host: Host,
  table: FoundTable,
  language: Language,
  watch: Watch,
): Promise<Rewritten> {
  const kind = tableKind(table.kind);
  // Nothing is asked for a table that cannot be refreshed.
  placeOfSource(table);
  const reading = lookAt(host, table);
  reading.catch(() => undefined);
  const block = await sourceOf(host, table);
  const mapping = block && mappingFor(table, block, kind.wants);
  if (mapping && isRefusal(mapping)) throw new HostProblem(mapping.refusal);
  const read = block && readFor(kind, block, mapping);
  if (read && isRefusal(read)) throw new HostProblem(read.refusal);
  const made = makeTable(kind, read?.source, table.typed, language);
  if (isRefusal(made)) throw new HostProblem(made.refusal);
  return rewrite(host, table, made, undefined, watch, reading);
}

/** As many rows as before, so that nothing of the old table is left over. */
function filledUp(table: TableModel, rows: number): TableModel {
  const width = table.rows[0]?.length ?? 0;
  const more = Math.max(0, rows - table.rows.length);
  return more === 0
    ? table
    : {
        ...table,
        rows: [...table.rows, ...Array.from({ length: more }, () => new Array(width).fill(blank))],
      };
}

/** What a written table is made of. */
function outputOf(sheet: BookSheet, { row, column, rows, columns }: FoundTable): Output {
  const formulas = sheet.formulas
    .slice(row - sheet.row, row - sheet.row + rows)
    .flatMap((line) => line.slice(column - sheet.column, column - sheet.column + columns))
    .filter((cell): cell is string => typeof cell === "string" && cell.startsWith("="));
  if (formulas.length === 0) return "values";
  return formulas.some((formula) => formula.includes("UCJ_")) ? "live" : "plain";
}

/** A spreadsheet leaves out the quotes round a sheet's name where they are not needed. */
const bare = (content: unknown): unknown =>
  typeof content === "string" && content.startsWith("=")
    ? content.replace(/'([A-Za-z_][A-Za-z0-9_.]*)'!/g, "$1!")
    : content;

/** All a table's rewriting has to know, asked for at once; a table that is gone has its own sentence. */
async function lookAt(host: Host, found: FoundTable) {
  const drawing = host.drawn(found.sheet, found);
  drawing.catch(() => undefined);
  const [book, style] = await Promise.all([host.readBook(), styleIn(host)]);
  return { book, style, drawing };
}

/**
 * @param output undefined: as it was
 * @param reading where it was asked for before
 */
export async function rewrite(
  host: Host,
  found: FoundTable,
  table: TableModel,
  output: Output | undefined,
  watch: Watch,
  reading = lookAt(host, found),
): Promise<Rewritten> {
  const { book, style, drawing } = await reading;
  const sheet = book.find(({ name }) => name === found.sheet);
  const now =
    sheet &&
    tablesIn(sheet, TABLES).find(
      ({ row, column, kind }) => row === found.row && column === found.column && kind === found.kind,
    );
  if (!sheet || !now) throw new HostProblem(GONE);
  const width = table.rows[0]?.length ?? 0;
  const { row, column } = now;
  // What stands below or beside the old table is not ours.
  const taken: string[] = [];
  const at = (r: number, c: number): unknown => sheet.formulas[r - sheet.row]?.[c - sheet.column];
  for (let r = row; r < row + table.rows.length; r++)
    for (let c = column; c < column + width; c++)
      if ((r >= row + now.rows || c >= column + now.columns) && (at(r, c) ?? "") !== "")
        taken.push(`${r}:${c}`);
  if (taken.length > 0)
    throw new HostProblem({
      id: `Tabel barunya ${table.rows.length} baris × ${width} kolom dan akan menimpa ${taken.length} sel yang bukan miliknya. Kosongkan dulu tempatnya, atau tulis ke lembar baru.`,
      en: `The new table has ${table.rows.length} rows × ${width} columns and would overwrite ${taken.length} cells that are not its own. Make room first, or write it to a new sheet.`,
    });
  const form = output ?? outputOf(sheet, now);
  // Among values nobody can tell what was typed from what the source held.
  const kept = form === "values" ? { table, typed: 0 } : withTyped(table, sheet, now);
  const painted = paint(filledUp(kept.table, now.rows), form, {
    sheet: found.sheet,
    row,
    column,
    chartBelow: true,
  });
  const place = { sheet: found.sheet, address: painted.address, typed: kept.typed };
  const { header, chart, rows, columns } = now;
  const area = { row, column, rows, columns };
  const isAsFound = rows === found.rows && columns === found.columns;
  const before = await (isAsFound ? drawing : host.drawn(found.sheet, area));
  const redraw = redrawOf(before, { area, header, chart }, painted, table.rows.length);
  const drawn = (cells: Cells) => redrawn(host, found.sheet, redraw, cells);
  const reshaped =
    table.rows.length !== now.rows ||
    width !== now.columns ||
    (painted.print !== undefined && painted.print.header !== now.header);
  if (reshaped) {
    // Widths stay the planner's; chart and colours are changed where they stand.
    const { chart: _, conditions: __, ...cells } = painted;
    const written = await host.write({ ...cells, widths: [] }, false);
    return {
      ...place,
      changed: painted.cells.length * width,
      grown: [now.rows, table.rows.length],
      ...(await drawn(waysOf(host, painted, written))),
    };
  }
  const writes = painted.cells.flatMap((line, r) =>
    line.flatMap((content, c): Write[] => {
      const formula = typeof content === "string" && content.startsWith("=");
      const write = formula ? restyle(content, EXCEL, style) : content;
      const held = at(row + r, column + c) ?? "";
      const same = bare(held) === bare(write) || (typeof write === "string" && write === `'${String(held)}`);
      return same ? [] : [{ sheet: found.sheet, row: row + r, column: column + c, content: write }];
    }),
  );
  const journal = new Journal(host, book, writes.length);
  await journal.all(() => journal.write(writes, watch));
  const ways = { undo: () => journal.restore(), edited: () => journal.edited() };
  return { ...place, changed: writes.length, ...(await drawn(ways)) };
}

/** The way back of the cells alone. */
type Cells = Pick<Rewritten, "undo" | "edited">;

/**
 * Chart, colours and page follow the cells that were written; where that fails, all of it is taken back.
 */
async function redrawn(
  host: Host,
  sheet: string,
  { fate, change, back }: ReturnType<typeof redrawOf>,
  { undo: cells, edited }: Cells,
): Promise<Pick<Rewritten, "chart"> & Cells> {
  let before: Redraw | undefined;
  const undo = async (): Promise<void> => {
    if (before) await host.redraw(sheet, before);
    before = undefined;
    await cells();
  };
  try {
    if (change) before = back(await host.redraw(sheet, change));
    return { chart: fate, undo, edited };
  } catch (error) {
    const left =
      error instanceof GivenUp ||
      (await undo()
        .then(() => false)
        .catch(() => true));
    throw left ? unfinished(error, { undo, edited }) : error;
  }
}
