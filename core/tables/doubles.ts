// Rows of the same name: a table keeps and counts them all, and says so.
import type { Block, BlockCell } from "../block";
import { firstRow } from "../first-row";
import { headingsOf } from "../headers";
import type { Words } from "../words";
import { inBoth, listed } from "./listed";
import { isText, type Mapping, type Wants } from "./mapping";
import type { Level } from "./source";

const SAMPLED = 200;
const SHOWN = 3;
/** Rows of one finest name that are compared with each other; a "PU" stands in every village. */
const COMPARED = 16;

/** Where a name may stand in many rows, other columns of text tell them apart: the segment, the group. */
function tellingApart({ cells }: Block, { header, columns }: Mapping): readonly number[] {
  return columns
    .filter(({ is, heading }) => is === null && !headingsOf(heading).includes("ignore"))
    .map(({ column }) => column)
    .filter((c) => {
      for (let r = firstRow(cells, header); r < Math.min(cells.length, header + 1 + SAMPLED); r++)
        if (isText(cells[r]?.[c])) return true;
      return false;
    });
}

/** Names that stand in several rows, with their rows in the sheet. */
export function doubles(
  block: Block,
  mapping: Mapping,
  wants: Wants,
  rows: readonly number[],
  levels: readonly Level[],
): readonly Words[] {
  const finest = levels[levels.length - 1]?.names;
  if (!finest) return [];
  const others = wants.repeats ? tellingApart(block, mapping) : [];
  const fold = (cell: BlockCell | undefined): unknown =>
    typeof cell === "string" ? cell.trim().toLowerCase() : cell;
  const sameRow = (i: number, k: number): boolean =>
    levels.every(
      ({ names }) => names[i] === names[k] || fold(names[i] as string) === fold(names[k] as string),
    ) &&
    others.every(
      (c) => fold(block.cells[rows[i] as number]?.[c]) === fold(block.cells[rows[k] as number]?.[c]),
    );
  const last = new Map<string, number>();
  /** The row before with the same finest name, one more than its place; 0 for none. */
  const before = new Int32Array(rows.length);
  const found = new Map<number, number[]>();
  let held = "";
  let key = "";
  for (let i = 0; i < rows.length; i++) {
    const name = finest[i] as string;
    if (name !== held) {
      held = name;
      key = name.toLowerCase();
    }
    before[i] = last.get(key) ?? 0;
    last.set(key, i + 1);
    let k = (before[i] as number) - 1;
    for (let n = 0; k >= 0 && n < COMPARED; n++, k = (before[k] as number) - 1) {
      if (!sameRow(i, k)) continue;
      const group = found.get(k) ?? [k];
      group.push(i);
      found.delete(k);
      found.set(i, group);
      break;
    }
  }
  if (found.size === 0) return [];
  const sheetRow = (i: number): number => block.row + (rows[i] as number) + 1;
  return [
    inBoth((language) => {
      const list = listed(
        [...found.values()].map(([first = 0, ...more]) => {
          const name = levels.flatMap(({ names }) => names[first] || []).pop();
          return `“${name}” (${[first, ...more].slice(0, SHOWN).map(sheetRow).join(", ")})`;
        }),
        language,
      );
      return language === "id"
        ? `Nama yang sama ada di beberapa baris: ${list}. Semua ikut dihitung; hapus yang ganda bila perlu.`
        : `The same name stands in several rows: ${list}. All are counted; delete the double where needed.`;
    }),
  ];
}
