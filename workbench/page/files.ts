// Workbooks from and to .xlsx files of this computer, and the one a first visitor sees.
import { createGrid, openXlsx } from "../grid";
import type { Grid } from "../grid-types";
import { KENDARI } from "../samples/kendari";
import { addSample } from "../samples/sample";
import { element } from "./element";
import { library } from "./grid-view";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Data for a new grid, as Excel or Google Sheets would open it; throws for what is no .xlsx file. */
export async function readWorkbook(file: File, inExcel: boolean): Promise<unknown> {
  return openXlsx(library(), new Uint8Array(await file.arrayBuffer()), inExcel);
}

export function firstWorkbook(): unknown {
  const { grid } = createGrid(library());
  addSample(grid, KENDARI);
  return grid.toJson();
}

export async function saveWorkbook(grid: Grid, name: string): Promise<void> {
  const bytes = await grid.toXlsx();
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
  element("a", { href: url, download: name }).click();
  // The download has its own hold on the data only after it began.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
