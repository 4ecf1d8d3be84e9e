// Checks a table of regions in slices: reads it, looks at each row, then across rows; one progress over all three.
import { checkTable } from "../../core/checks/columns/check-table";
import type { Thresholds } from "../../core/checks/columns/table";
import { checkRows, MOST } from "../../core/checks/sources/check-rows";
import { type Found, foundInTable } from "../../core/checks/sources/found";
import type { TableSource } from "../../core/checks/sources/source";
import { readTable, type TableRead } from "../../core/checks/sources/table";
import { writeNumber } from "../../core/numbers";
import type { Words } from "../../core/words";
import type { Watch } from "../host";
import { inSlices } from "./slices";

export interface TableChecked {
  readonly read: TableRead;
  readonly found: readonly Found[];
  readonly notes: readonly Words[];
}

/** How many times the checks across rows pass over the table: an estimate for the progress. */
const PASSES = 5;

/** undefined when it was stopped. */
export async function checkTableSource(
  { block, layout, pasted }: TableSource,
  thresholds: Thresholds,
  { progress, isStopped }: Watch,
): Promise<TableChecked | undefined> {
  progress(0);
  const all = (2 + PASSES) * Math.max(1, block.cells.length);
  let before = 0;
  const onRows = (rows: number): void => progress(Math.min(0.99, (before + rows) / all));

  const read = await inSlices(readTable(block, layout), onRows, isStopped);
  if (!read) return undefined;
  before += block.cells.length;
  const rows = await inSlices(checkRows(read), onRows, isStopped);
  if (!rows) return undefined;
  before += block.cells.length;
  const columns = await inSlices(checkTable(read.table, thresholds), onRows, isStopped);
  if (!columns) return undefined;
  progress(1);

  const notes = [...read.notes];
  if (rows.more > 0)
    notes.push({
      id: `${writeNumber(MOST + rows.more, "id")} baris tidak cocok; hanya ${MOST} yang pertama diurai. Periksa dulu judul kolomnya.`,
      en: `${writeNumber(MOST + rows.more, "en")} rows disagree; only the first ${MOST} are explained. Check the headings first.`,
    });
  return { read, found: foundInTable(read, pasted ? undefined : block, rows.found, columns), notes };
}
