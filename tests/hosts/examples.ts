// Tables as a planner gets them: a kind's example typed into a sheet, selected, read, made and written.
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor } from "../../core/tables/all";
import type { TableKind } from "../../core/tables/kind";
import type { TableModel } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import type { Written } from "../../sidebar/host";
import { type Opened, put, select } from "./both";

/** A kind's table of its own example, read from the sheet in view. */
export async function tableOf(opened: Opened, kind: TableKind): Promise<TableModel> {
  const { cells, typed } = kind.example;
  if (!cells) {
    const model = makeTable(kind, undefined, typed, "id");
    if (isRefusal(model)) throw new Error(model.refusal.id);
    return model;
  }
  put(
    opened.grid,
    cells.map((line) => line.map((cell) => cell ?? "")),
  );
  select(opened.grid, 0, 0, cells.length, cells[0]?.length ?? 0);
  const read = readFor(kind, await opened.host.readSelection());
  if (isRefusal(read)) throw new Error(read.refusal.id);
  const model = makeTable(kind, read.source, typed, "id");
  if (isRefusal(model)) throw new Error(model.refusal.id);
  return model;
}

export async function writeTable(
  opened: Opened,
  table: TableModel,
  place: "newSheet" | "here" = "newSheet",
): Promise<Written> {
  const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
  const spot = await opened.host.survey(place, size, table.name);
  return opened.host.write(paint(table, "plain", { ...spot, chartBelow: place === "newSheet" }), spot.isNew);
}
