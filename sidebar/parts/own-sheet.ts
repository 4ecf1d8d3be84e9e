// Lays a table on the sheet of its name: over what was laid there before, beside what a planner keeps there.
import { blank, type TableModel } from "../../core/tables/model";
import { type Painted, paint } from "../../core/tables/paint";
import type { Host, Written } from "../host";
import { type Ways, waysOf } from "./ways";

/** @param isOurs whether a sheet's first cell says that it was laid here */
export async function layOut(
  host: Host,
  table: TableModel,
  output: "plain" | "values",
  isOurs: (first: unknown) => boolean,
): Promise<{ readonly written: Written; readonly ways: Ways }> {
  const columns = table.rows[0]?.length ?? 0;
  const size = { rows: table.rows.length, columns };
  const [there, free] = await Promise.all([
    host.readSheet(table.name),
    host.survey("newSheet", size, table.name),
  ]);
  if (there && there.row === 0 && there.column === 0 && isOurs(there.cells[0]?.[0])) {
    // What it held and no longer has goes too.
    const spare = Math.max(0, there.cells.length - table.rows.length);
    const rows = [...table.rows, ...Array.from({ length: spare }, () => new Array(columns).fill(blank))];
    const spot = { sheet: table.name, row: 0, column: 0, chartBelow: true };
    return lay(paint({ ...table, rows }, output, spot), false);
  }
  return lay(paint(table, output, { ...free, chartBelow: true }), true);

  async function lay(painted: Painted, isNew: boolean) {
    const written = await host.write(painted, isNew);
    return { written, ways: waysOf(host, painted, written) };
  }
}
