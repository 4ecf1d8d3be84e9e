// Every example as docs/functions.md prints it, typed into the grid of both emulated spreadsheets: the cells show what the docs say.
import { catalogue } from "../../core/catalogue";
import type { Definition, Example } from "../../core/define";
import { formulaOf } from "../../core/examples";
import type { CellValue } from "../../workbench/grid-types";
import { HOSTS, type Opened } from "./both";

const cases = catalogue.flatMap((fn) =>
  fn.examples.map((example): [string, Definition, Example] => [formulaOf(fn, example, "en"), fn, example]),
);

const ROW = 200;

function shown(opened: Opened, rows: number, columns: number): CellValue[][] {
  const sheet = opened.grid.activeSheet().id;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => opened.grid.cell(sheet, ROW + r, c).value),
  );
}

describe.each(HOSTS)("%s", (name, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });

  test.each(cases)("%s", (formula, _, { gives }) => {
    const { grid } = opened;
    const sheet = grid.activeSheet().id;
    grid.apply([{ do: "content", sheet, row: ROW, column: 0, content: formula }]);
    const rows = Array.isArray(gives) ? gives : [[gives]];
    const cells = shown(opened, rows.length, rows[0].length);
    grid.apply([{ do: "content", sheet, row: ROW, column: 0, content: "" }]);
    const expected = rows.map((row: unknown[]) =>
      row.map((cell) => {
        if (typeof cell === "number") return expect.closeTo(cell, 9);
        if (typeof cell !== "string" || !/^#(N\/A|VALUE!)$/.test(cell)) return cell;
        const error = name === "Excel" ? cell : "#ERROR!";
        return { error, message: expect.stringMatching(/^.{15,}$/) };
      }),
    );
    expect(cells).toEqual(expected);
  });
});
