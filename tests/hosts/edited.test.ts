// What someone typed since the pane wrote: counted in both hosts, and only that.
import { describe, expect, test } from "@jest/globals";
import { TABLES } from "../../core/tables/all";
import { paint } from "../../core/tables/paint";
import { waysOf } from "../../sidebar/parts/ways";
import type { Edit } from "../../workbench/grid-types";
import { HOSTS, type Opened, openInSheets } from "./both";
import { tableOf } from "./examples";

const ENGLISH = ["Google Sheets, en", () => openInSheets(undefined, "en_US")] as const;

async function written(opened: Opened, id: string, output: "plain" | "live" | "values") {
  const kind = TABLES.find((one) => one.id === id) as (typeof TABLES)[number];
  const table = await tableOf(opened, kind);
  const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
  const spot = await opened.host.survey("newSheet", size, table.name);
  const painted = paint(table, output, { ...spot, chartBelow: true });
  const answer = await opened.host.write(painted, true);
  const sheet = opened.grid.sheets().find(({ name }) => name === answer.sheet)?.id ?? "";
  const type = (row: number, column: number, content: string | number): void =>
    opened.grid.apply([{ do: "content", sheet, row, column, content } as Edit]);
  return { painted, type, ...waysOf(opened.host, painted, answer) };
}

describe.each([...HOSTS, ENGLISH])("%s", (_, open) => {
  test.each(TABLES.map(({ id }) => id))("%s: nothing, as it was written", async (id) => {
    for (const output of ["plain", "live", "values"] as const) {
      const opened = await open();
      const { edited, undo } = await written(opened, id, output);
      expect([output, await edited()]).toEqual([output, 0]);
      await undo();
      // A sheet that is gone holds nothing of anyone.
      expect(await edited()).toBe(0);
      expect(opened.unsupported()).toEqual([]);
    }
  });

  test("a formula, a blank that waits for a figure, and a note beside; what was cleared is no loss", async () => {
    const { painted, type, edited } = await written(await open(), "segment", "plain");
    const formulas = painted.cells.flatMap((line, row) =>
      line.flatMap((content, column) => (String(content).startsWith("=") ? [{ row, column, content }] : [])),
    );
    const [one, other] = formulas;
    if (!one || !other) throw new Error("no formulas");
    // The active participants of PU, as the table's own note asks.
    expect(painted.cells[7]?.[2]).toBe("");
    type(7, 2, 30000);
    expect(await edited()).toBe(1);
    type(one.row, one.column, 88357);
    expect(await edited()).toBe(2);
    type(painted.area.rows + 2, painted.area.columns + 1, "catatan rapat");
    expect(await edited()).toBe(3);
    type(other.row, other.column, "");
    expect(await edited()).toBe(3);
    type(7, 2, "");
    expect(await edited()).toBe(2);
  });

  test("a formula of another sheet that uses the new one, for it would be an error for good", async () => {
    const opened = await open();
    const [first] = opened.grid.sheets();
    const { edited } = await written(opened, "segment", "plain");
    const type = (column: number, content: string): void =>
      opened.grid.apply([{ do: "content", sheet: first?.id ?? "", row: 40, column, content } as Edit]);
    type(0, "='Segmen Kota Kendari'!B9*2");
    expect(await edited()).toBe(1);
    type(1, '="Segmen Kota Kendari! "&A1');
    expect(await edited()).toBe(1);
  });

  test("nothing where a name begins with an apostrophe", async () => {
    const opened = await open();
    const { grid, host } = opened;
    const line = [{ value: "'Aisyiyah", shown: "text", role: "label" } as const];
    const place = { sheet: grid.activeSheet().name, row: 3, column: 3, chartBelow: true };
    const painted = paint({ name: "x", rows: [line], widths: [10] }, "values", place);
    const { edited } = waysOf(host, painted, await host.write(painted, false));
    expect(grid.cell(grid.activeSheet().id, 3, 3).value).toBe("'Aisyiyah");
    expect(await edited()).toBe(0);
  });
});
