// One region from a block: labels beside or above their values, in any order, and the segment block among them.
import { addressOf, type Block, type BlockCell } from "../../block";
import { firstRow } from "../../first-row";
import { isTotalLabel } from "../../headers";
import type { Words } from "../../words";
import { type CellFigure, isBad, isBlank, isNumeric, isWords, readCell } from "./cells";
import { type Cell, dateText, type Item, withYears } from "./items";
import { isBefore, isDateLabel, meaningsOf, segmentIn, slotsOf, yearIn } from "./labels";

/** The segment block: where each column stands, so that a mislabelled one can be moved. */
export interface SegmentBlock {
  readonly header: number;
  /** Columns of the sheet. */
  readonly columns: Readonly<Partial<Record<"labor" | "active" | "coverage", number>>>;
  readonly rows: readonly number[];
}

export interface Pairs {
  readonly items: readonly Item[];
  readonly block?: SegmentBlock | undefined;
  /** Cells that were left out, and why. */
  readonly left: readonly Words[];
}

type Cells = Block["cells"];

const EITHER = /target|cakupan|coverage|capaian|persen|per cent|%|tingkat|share|rate/i;
const MONEY = /anggaran|budget|biaya|iuran|premi\b|contribution/i;

/** What unit a label asks for; undefined where the number decides. */
function kindOf(label: string, cell: BlockCell | undefined): "people" | "share" | "money" | undefined {
  if (/\bpoin\b|%|\bpersen\b|per ?cent/i.test(label)) return "share";
  const { people, share } = slotsOf(label);
  if (MONEY.test(label) && people.some((slot) => slot === "budget" || slot === "contribution"))
    return "money";
  if (share.length === 0) return people.length > 0 ? "people" : undefined;
  if (people.length === 0) return "share";
  // "Target 40" is per cent, "Peserta aktif 40" a village.
  if (typeof cell === "number" && cell > 0 && cell <= 100 && EITHER.test(label)) return "share";
  if (typeof cell === "number" && Number.isInteger(cell) && cell > 1) return "people";
  return undefined;
}

/** The rows under a row of headings, until a blank line or the next words. */
function bodyOf(cells: Cells, header: number, columns: readonly number[]): readonly number[] {
  const rows: number[] = [];
  for (let r = firstRow(cells, header); r < cells.length; r++) {
    const line = cells[r] ?? [];
    if (!columns.some((c) => isNumeric(line[c]))) break;
    rows.push(r);
  }
  return rows;
}

/** A row of words of which at least one names a figure, with numbers right below. */
function headingsAt(cells: Cells, r: number): { columns: number[]; rows: readonly number[] } | undefined {
  const line = cells[r] ?? [];
  const filled = line.flatMap((cell, c) => (isBlank(cell) ? [] : [c]));
  if (filled.length < 2 || !filled.every((c) => isWords(line[c]))) return undefined;
  const columns = filled.filter((c) => {
    const { people, share } = slotsOf(line[c] as string);
    return people.length + share.length > 0;
  });
  const rows = columns.length > 0 ? bodyOf(cells, r, columns) : [];
  return rows.length > 0 ? { columns, rows } : undefined;
}

export function readPairs(block: Block): Pairs {
  const { cells, row, column } = block;
  const items: Item[] = [];
  const totals: Item[] = [];
  const left: Words[] = [];
  let segments: SegmentBlock | undefined;
  const cellAt = (r: number, c: number): Cell => ({ row: row + r, column: column + c });

  function add(
    to: Item[],
    label: string,
    r: number,
    c: number,
    labelAt: Cell | undefined,
    wanted = label,
  ): void {
    const cell = cells[r]?.[c];
    if (isBlank(cell)) return;
    if (isDateLabel(wanted)) {
      const day = dateText(cell);
      if (day !== undefined) {
        to.push({
          label,
          printed: day,
          share: false,
          slot: "asOf",
          choices: ["asOf"],
          labelAt,
          at: cellAt(r, c),
        });
        return;
      }
    }
    const read: CellFigure | Words = readCell(cell, kindOf(wanted, cell));
    if (isBad(read)) {
      const where = addressOf(row + r, column + c);
      left.push({ id: `Sel ${where}: ${read.id}.`, en: `Cell ${where}: ${read.en}.` });
      return;
    }
    const { figure, share, percent, text } = read;
    const meanings = slotsOf(wanted);
    const found = share ? meanings.share : meanings.people;
    const earlier =
      found.length === 1 && isBefore(wanted) && /^(labor|active|coverage)$/.test(found[0] ?? "");
    const choices = earlier ? [`previous.${found[0]}`] : found;
    to.push({
      label: label.trim(),
      printed: String(cell),
      figure,
      share,
      slot: choices.length === 1 ? (choices[0] as string) : null,
      choices,
      labelAt,
      at: cellAt(r, c),
      percent,
      text,
      year: yearIn(label),
    });
  }

  function addBlock(
    header: number,
    columns: readonly number[],
    rows: readonly number[],
    names: number,
  ): void {
    const place: Partial<Record<"labor" | "active" | "coverage", number>> = {};
    for (const c of columns) {
      const { people, share } = meaningsOf(String(cells[header]?.[c]));
      const key = [...people, ...share].find((slot) => /^(labor|active|coverage)$/.test(slot));
      if (key && c !== names) place[key as "labor"] ??= column + c;
    }
    const own: number[] = [];
    for (const r of rows) {
      const name = String(cells[r]?.[names] ?? "");
      const total = isTotalLabel(name);
      if (!total) own.push(row + r);
      for (const c of columns) {
        if (c === names) continue;
        const heading = String(cells[header]?.[c]);
        add(
          total ? totals : items,
          `${heading}: ${name}`,
          r,
          c,
          cellAt(header, c),
          total ? heading : `${heading} ${name}`,
        );
      }
    }
    segments = { header: row + header, columns: place, rows: own };
  }

  for (let r = 0; r < cells.length; r++) {
    const line = cells[r] ?? [];
    const found = headingsAt(cells, r);
    if (found) {
      const names = line.findIndex((_, c) => found.rows.some((at) => isWords(cells[at]?.[c])));
      const isBlock = names >= 0 && found.rows.some((at) => segmentIn(String(cells[at]?.[names] ?? "")));
      if (isBlock) addBlock(r, found.columns, found.rows, names);
      else if (found.rows.length === 1)
        for (const c of found.columns) add(items, String(line[c]), found.rows[0] as number, c, cellAt(r, c));
      if (isBlock || found.rows.length === 1) {
        r = found.rows[found.rows.length - 1] as number;
        continue;
      }
    }
    let label: { text: string; at: Cell } | undefined;
    let waiting: number | undefined;
    for (const [c, cell] of line.entries()) {
      if (isBlank(cell)) continue;
      if (typeof cell === "string" && isWords(cell) && !(label && isDateLabel(label.text))) {
        label = { text: cell, at: cellAt(r, c) };
        if (waiting !== undefined) {
          add(items, cell, r, waiting, label.at);
          waiting = undefined;
          label = undefined;
        }
      } else if (label) add(items, label.text, r, c, label.at);
      else waiting ??= c;
    }
  }
  return { items: withYears([...items, ...totals]), block: segments, left };
}
