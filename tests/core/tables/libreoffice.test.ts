// Every kind of table in one .xlsx, recalculated by LibreOffice: no error cell, each value core's to a billionth.
import { addressOf, type BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { makeTable, readFor, TABLES } from "../../../core/tables/all";
import type { Output, TableModel } from "../../../core/tables/model";
import { paint } from "../../../core/tables/paint";
import { recalculate, withLibreOffice } from "../../libreoffice";
import { type Given, makeXlsx } from "../../xlsx";
import { CASES } from "./cases";
import { block } from "./sheet";

const PLACE = { row: 3, column: 2 };

interface Drawn {
  readonly sheet: string;
  readonly model: TableModel;
  readonly output: Output;
}

/** Text as a cell holds it: without the mark that keeps it from being read as a formula. */
const plainText = (content: string | number): Given =>
  typeof content === "string" ? content.replace(/^'/, "") : content;

withLibreOffice("all tables, plain and with UCJ functions that LibreOffice lacks", async () => {
  const sheets: Record<string, (Given | null)[][]> = {};
  const drawn: Drawn[] = [];
  const pad = (
    rows: readonly (readonly (Given | null)[])[],
    row: number,
    column: number,
  ): (Given | null)[][] => [
    ...Array.from({ length: row }, () => []),
    ...rows.map((line) => [...new Array<null>(column).fill(null), ...line]),
  ];
  CASES.forEach(({ kind, cells, typed, language }, n) => {
    const data = `Data ${n + 1}`;
    const { row, column } = block([]);
    if (cells)
      sheets[data] = pad(
        cells.map((line) => line.map((cell: BlockCell) => (typeof cell === "object" ? null : cell))),
        row,
        column,
      );
    const read = cells && readFor(kind, block(cells, { sheet: data }));
    if (isRefusal(read)) throw new Error(read.refusal.id);
    const model = makeTable(kind, read?.source, typed, language);
    if (isRefusal(model)) throw new Error(model.refusal.id);
    for (const output of ["plain", "live"] as const) {
      const sheet = `${kind.id} ${n + 1} ${output}`;
      // What the file says of itself is wrong, so that every right value was computed here.
      sheets[sheet] = pad(
        paint(model, output, { sheet, ...PLACE, chartBelow: true }).cells.map((line) =>
          line.map((content) =>
            content === ""
              ? null
              : typeof content === "string" && content.startsWith("=")
                ? { formula: content.slice(1), value: "stale" }
                : plainText(content),
          ),
        ),
        PLACE.row,
        PLACE.column,
      );
      drawn.push({ sheet, model, output });
    }
  });
  const book = await recalculate(makeXlsx(sheets));
  const differ: string[] = [];
  let compared = 0;
  for (const { sheet, model, output } of drawn)
    model.rows.forEach((line, r) => {
      line.forEach((cell, c) => {
        const address = addressOf(PLACE.row + r, PLACE.column + c);
        const found = book.value(sheet, address) ?? "";
        const same =
          typeof found === "number" && typeof cell.value === "number"
            ? Math.abs(found - cell.value) <= 1e-9 * Math.max(1, Math.abs(cell.value))
            : found === cell.value;
        compared++;
        if (!same)
          differ.push(`${sheet}!${address}: ${found}, core ${cell.value} (${output}: ${cell.plain})`);
      });
    });
  expect(differ).toEqual([]);
  expect(compared).toBeGreaterThan(3000);
  expect(new Set(drawn.map(({ sheet }) => sheet.split(" ")[0]))).toEqual(new Set(TABLES.map(({ id }) => id)));
});
