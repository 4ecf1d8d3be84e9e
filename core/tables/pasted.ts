// A pasted table as a block of cells: columns parted by tabs, semicolons, or two spaces and more.
import type { Block, BlockCell } from "../block";
import { typed } from "../checks/sources/cells";
import { type Refusal, refuse } from "../refuse";

const MARKS = [/\t/, /;/, /\s{2,}|\s*\|\s*/] as const;

export function pastedBlock(text: string): Block | Refusal {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0)
    return refuse(
      "Kotak teks masih kosong. Tempelkan tabel beserta baris judulnya.",
      "The text box is empty. Paste the table with its heading row.",
    );
  const mark = MARKS.find(
    (one) => lines.filter((line) => one.test(line.trim())).length >= Math.min(2, lines.length),
  );
  if (!mark)
    return refuse(
      "Kolom di teks itu tidak dapat dipisahkan. Salin tabelnya dari lembar kerja (kolom dipisah tab), atau pisahkan kolom dengan titik koma.",
      "The columns of this text cannot be told apart. Copy the table from a spreadsheet (columns parted by tabs), or part them with semicolons.",
    );
  const parts = lines.map((line) => (mark === MARKS[0] ? line : line.trim()).split(mark));
  const width = Math.max(...parts.map(({ length }) => length));
  const cells = parts.map((line) =>
    Array.from({ length: width }, (_, c): BlockCell => typed(line[c]?.trim() ?? "")),
  );
  return {
    sheet: "",
    row: 0,
    column: 0,
    cells,
    hiddenRows: [],
    merged: false,
    selected: cells.length * width,
  };
}
