// Whether a selected block can be read at all; a refusal says what to select instead.
import { addressOf, type Block } from "../block";
import { writeNumber } from "../numbers";
import { type Refusal, refuse } from "../refuse";
import type { Words } from "../words";

/** No table of a planner is wider; a mapping of more columns could not be looked through. */
const MOST_COLUMNS = 1000;

export function unreadable(block: Block, example: Words): Refusal | undefined {
  const so = (id: string, en: string): Refusal => refuse(`${id} ${example.id}`, `${en} ${example.en}`);
  const { cells, row, column } = block;
  let filled = 0;
  let numbers = false;
  let formula: string | undefined;
  for (const [r, line] of cells.entries())
    for (let c = 0; c < line.length; c++) {
      const cell = line[c];
      if (cell === null || cell === undefined || cell === "") continue;
      filled++;
      if (typeof cell === "number") numbers = true;
      else if (typeof cell === "string") {
        if (!numbers && /\d/.test(cell)) numbers = true;
        if (formula === undefined && cell.trimStart().startsWith("="))
          formula = addressOf(row + r, column + c);
      }
    }
  if (filled === 0)
    return so(
      `Pilihan kosong (${writeNumber(block.selected, "id")} sel, tidak ada isinya).`,
      `The selection is empty (${writeNumber(block.selected, "en")} cells, nothing in them).`,
    );
  if (filled === 1 || block.selected === 1)
    return so("Pilihan hanya berisi satu sel.", "The selection holds a single cell.");
  const width = cells[0]?.length ?? 0;
  if (width > MOST_COLUMNS)
    return so(
      `Pilihan selebar ${writeNumber(width, "id")} kolom, terlalu lebar untuk satu tabel (paling banyak ${writeNumber(MOST_COLUMNS, "id")}).`,
      `The selection is ${writeNumber(width, "en")} columns wide, too wide for one table (${writeNumber(MOST_COLUMNS, "en")} at most).`,
    );
  if (block.merged)
    return refuse(
      "Pilihan berisi sel gabungan (merge). Pisahkan dulu selnya (Batalkan gabungan), atau pilih blok tanpa sel gabungan.",
      "The selection holds merged cells. Unmerge them first, or select a block without merged cells.",
    );
  if (block.hiddenRows.length > 0) {
    const rows = block.hiddenRows.slice(0, 5).map((hidden) => hidden + 1);
    const more = block.hiddenRows.length > rows.length ? " …" : "";
    return refuse(
      `Pilihan berisi ${block.hiddenRows.length} baris tersembunyi (baris ${rows.join(", ")}${more}). Tampilkan dulu baris itu, atau pilih hanya baris yang terlihat.`,
      `The selection holds ${block.hiddenRows.length} hidden rows (row ${rows.join(", ")}${more}). Show them first, or select visible rows only.`,
    );
  }
  if (formula !== undefined)
    return refuse(
      `Sel ${formula} berisi teks yang diawali "=". Tulis ulang sel itu tanpa tanda "=" di depan, atau pilih blok lain.`,
      `Cell ${formula} holds text that starts with "=". Rewrite it without the leading "=", or select another block.`,
    );
  return numbers ? undefined : so("Pilihan tidak berisi angka.", "The selection holds no numbers.");
}
