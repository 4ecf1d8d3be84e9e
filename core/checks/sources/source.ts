// What a planner hands over for checking: a block of cells or a pasted text, understood as one region or as a table.
import type { Block, BlockCell } from "../../block";
import { writeNumber } from "../../numbers";
import { type Refusal, refuse } from "../../refuse";
import type { Words } from "../../words";
import { isBlank, isNumeric, typed } from "./cells";
import type { Item } from "./items";
import { readPairs, type SegmentBlock } from "./pairs";
import { readPress } from "./press";
import { isSegmentTable, type Layout, layoutOf } from "./table";

export interface RegionSource {
  readonly kind: "region";
  /** Where the cells stand; undefined for a pasted text. */
  readonly block?: Block | undefined;
  readonly items: readonly Item[];
  readonly segments?: SegmentBlock | undefined;
  readonly left: readonly Words[];
}

export interface TableSource {
  readonly kind: "table";
  readonly block: Block;
  readonly layout: Layout;
  /** The block has no place in the sheet. */
  readonly pasted: boolean;
}

export type Source = RegionSource | TableSource;

const WIDEST = 100;
const LONGEST = 20_000;

const EXAMPLE: Words = {
  id: "Pilih label beserta angkanya (misalnya Angkatan kerja | 140.940), atau tabel dengan satu daerah per baris dan judul kolom.",
  en: "Select labels with their figures (such as Labour force | 140,940), or a table with one region per row and headings.",
};
const so = (id: string, en: string): Refusal => refuse(`${id} ${EXAMPLE.id}`, `${en} ${EXAMPLE.en}`);

/** Reads a block; a refusal says what to select instead. */
export function readBlock(block: Block, pasted = false): Source | Refusal {
  const { cells } = block;
  let filled = 0;
  let numbers = 0;
  let width = 0;
  for (const line of cells) {
    width = Math.max(width, line.length);
    // More than one of each says enough; a table is long.
    if (filled > 1 && numbers > 1) continue;
    for (const cell of line)
      if (!isBlank(cell)) {
        filled++;
        if (isNumeric(cell)) numbers++;
      }
  }
  if (filled === 0)
    return so(
      `Pilihan kosong (${writeNumber(block.selected, "id")} sel, tidak ada isinya).`,
      `The selection is empty (${writeNumber(block.selected, "en")} cells, nothing in them).`,
    );
  if (width > WIDEST)
    return so(
      `Pilihan ${writeNumber(width, "id")} kolom, terlalu lebar untuk dikenali.`,
      `The selection has ${writeNumber(width, "en")} columns, too many to recognise.`,
    );
  if (numbers === 0) return so("Pilihan tidak berisi angka.", "The selection holds no numbers.");
  if (filled === 1) return so("Pilihan hanya berisi satu sel.", "The selection holds a single cell.");
  const layout = layoutOf(block);
  if (layout && !isSegmentTable(block, layout) && isWholeTable(block, layout))
    return { kind: "table", block, layout, pasted };
  const { items, segments, left } = readOne(block);
  if (items.length === 0 && left.length === 0)
    return so("Label dan angkanya tidak ditemukan.", "No label with its figure was found.");
  return { kind: "region", block: pasted ? undefined : block, items, segments, left };
}

function readOne(block: Block): Pick<RegionSource, "items" | "segments" | "left"> {
  const { items, block: segments, left } = readPairs(block);
  return { items, segments, left };
}

/** A table has a column of names, or rows enough to need none. */
const isWholeTable = ({ cells }: Block, { header, columns }: Layout): boolean =>
  columns.some(({ slot }) => slot === "name") || cells.length - header > 3;

/** Text copied from a spreadsheet has tabs; anything else is read as prose. */
export function readText(text: string): Source | Refusal {
  if (text.trim() === "")
    return refuse(
      "Kotak teks masih kosong. Tempelkan berita atau tabelnya, lalu periksa.",
      "The text box is empty. Paste the report or the table, then check.",
    );
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  if (lines.filter((line) => line.includes("\t")).length >= 2) {
    const width = Math.max(...lines.slice(0, 50).map((line) => line.split("\t").length));
    const cells = lines.map((line): BlockCell[] => {
      const parts = line.split("\t");
      while (parts.length < width) parts.push("");
      return parts.map(typed);
    });
    return readBlock(
      { sheet: "", row: 0, column: 0, cells, hiddenRows: [], merged: false, selected: cells.length * width },
      true,
    );
  }
  if (text.length > LONGEST)
    return refuse(
      `Teksnya ${writeNumber(text.length, "id")} huruf. Tempelkan hanya bagian yang berisi angka, paling banyak ${writeNumber(LONGEST, "id")} huruf.`,
      `The text has ${writeNumber(text.length, "en")} characters. Paste only the part with the figures, at most ${writeNumber(LONGEST, "en")}.`,
    );
  const { items, left } = readPress(text);
  if (items.every(({ figure }) => !figure) && left.length === 0)
    return refuse(
      'Tidak ada angka yang bisa diperiksa di teks itu. Yang dicari misalnya "49.397 orang" atau "35,05 persen".',
      'There is no figure to check in this text. What is looked for is like "49.397 orang" or "35,05 persen".',
    );
  return { kind: "region", items, left };
}
