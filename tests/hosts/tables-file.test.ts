// Every kind of table, written in Excel mode, saved as .xlsx and computed again by LibreOffice: core's values, no error, one page wide.
import { writeFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { TABLES } from "../../core/tables/all";
import type { TableKind } from "../../core/tables/kind";
import type { TableModel } from "../../core/tables/model";
import { recalculate, toPng, withLibreOffice, withPictures } from "../libreoffice";
import { openInExcel } from "./both";
import { tableOf, writeTable } from "./examples";

const { XMLSerializer, DOMParser } = globalThis;
beforeAll(() => {
  // The grid library writes files as a page does.
  const { window } = new (require("jsdom").JSDOM)("");
  Object.assign(globalThis, { XMLSerializer: window.XMLSerializer, DOMParser: window.DOMParser });
});
afterAll(() => void Object.assign(globalThis, { XMLSerializer, DOMParser }));

/** Set to a folder to keep the pages as pictures: npm run pictures does. */
const FOLDER = process.env.TABLE_PICTURES;

const address = (row: number, column: number): string => `${String.fromCharCode(65 + column)}${row + 1}`;

withLibreOffice(
  "every kind of table in one file: LibreOffice computes what core computed, no error cell",
  async () => {
    const opened = await openInExcel();
    const { grid } = opened;
    const written: [sheet: string, table: TableModel][] = [];
    for (const [i, kind] of TABLES.entries()) {
      grid.apply([{ do: "addSheet", id: `source${i}`, name: `Data ${kind.id}` }]);
      grid.activate(`source${i}`);
      const table = await tableOf(opened, kind);
      written.push([(await writeTable(opened, table)).sheet, table]);
    }
    const book = await recalculate(await grid.toXlsx());
    for (const [sheet, table] of written) {
      let compared = 0;
      for (const [r, row] of table.rows.entries())
        for (const [c, { value, plain }] of row.entries()) {
          const at = `${sheet}!${address(r, c)}`;
          const cell = book.cells.get(sheet)?.get(address(r, c));
          expect([at, cell?.error ?? false]).toEqual([at, false]);
          const found = cell?.value ?? "";
          if (typeof value === "number")
            expect([at, Math.abs(Number(found) - value) < 1e-9]).toEqual([at, true]);
          else expect([at, String(found)]).toEqual([at, value]);
          if (plain) compared++;
        }
      expect(compared).toBeGreaterThan(3);
    }
  },
);

test("a blank cell is a gap in the file's charts, not a 0", async () => {
  const opened = await openInExcel();
  await writeTable(opened, await tableOf(opened, TABLES.find(({ id }) => id === "ranking") as TableKind));
  const files = unzipSync(await opened.grid.toXlsx());
  const charts = Object.keys(files).filter((path) => path.startsWith("xl/charts/"));
  expect(charts).toHaveLength(1);
  for (const path of charts)
    expect(strFromU8(files[path] as Uint8Array)).toMatch(/<c:dispBlanksAs val="gap"\/>\s*<\/c:chart>/);
});

const widthOf = (png: Buffer): number => png.readUInt32BE(16);
const heightOf = (png: Buffer): number => png.readUInt32BE(20);

for (const kind of TABLES.filter(({ id }) => FOLDER || id === "districts"))
  withPictures(`${kind.id}: printed on one page across, the way it lies`, async () => {
    const opened = await openInExcel();
    const table = await tableOf(opened, kind);
    await writeTable(opened, table);
    // The source's own sheet is printed before it, or nothing where there is none.
    const pages = (await toPng(await opened.grid.toXlsx(), 60)).slice(kind.example.cells ? 1 : 0);
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.length).toBeLessThanOrEqual(table.rows.length <= 25 ? 1 : 2);
    const [page] = pages as [Buffer];
    expect(widthOf(page) > heightOf(page)).toBe(table.print?.landscape === true);
    if (FOLDER) writeFileSync(`${FOLDER}/tabel-${kind.id}.png`, page);
  });
