// Every kind of table, written from its own example in both hosts: values, chart, colours by condition, page, way back.
import { TABLES } from "../../core/tables/all";
import type { TableKind } from "../../core/tables/kind";
import type { Grid, GridCondition } from "../../workbench/grid-types";
import { contents, everything, HOSTS, type Opened, select } from "./both";
import { tableOf, writeTable } from "./examples";

const idOf = (grid: Grid, name: string): string =>
  grid.sheets().find((sheet) => sheet.name === name)?.id ?? "";

const kindOf = (id: string): TableKind => TABLES.find((kind) => kind.id === id) as TableKind;

/** Which cells a condition colours, asked of the grid itself: the rule's formula, moved to every cell of its zone. */
const ruled = (conditions: readonly GridCondition[]): string[] =>
  conditions.map(({ rule, zone }) => {
    const at = `${zone.row},${zone.column} ${zone.rows}×${zone.columns}`;
    if (rule === "other") return `other ${at}`;
    return "low" in rule
      ? `${rule.low}…${rule.high} ${at}`
      : `${rule.formula} ${rule.fill} ${rule.color} ${at}`;
  });

describe.each(HOSTS)("%s", (name, open) => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => {
    expect(opened.unsupported()).toEqual([]);
  });

  test.each(TABLES.map((kind) => [kind.id, kind] as const))(
    "%s: cell for cell what core computed, with its chart, colours and page",
    async (_, kind) => {
      const table = await tableOf(opened, kind);
      const trips = opened.trips();
      const written = await writeTable(opened, table);
      expect(opened.trips() - trips).toBeLessThanOrEqual(3);
      const cells = contents(opened.grid, written.sheet);
      for (const [r, row] of table.rows.entries())
        for (const [c, { value }] of row.entries())
          if (typeof value === "number") expect(cells[r]?.[c]).toBeCloseTo(value, 9);
          else expect(cells[r]?.[c] ?? "").toBe(value);
      const sheet = idOf(opened.grid, written.sheet);
      const charts = opened.grid.charts(sheet);
      expect(charts).toHaveLength(table.chart ? 1 : 0);
      if (table.chart) {
        const { kind: shape, title, series, lines } = table.chart;
        const colors = table.chart.colors.slice(0, series.length);
        expect(charts[0]).toMatchObject({ kind: shape, title, colors });
        expect(charts[0]?.lines ?? []).toEqual(lines ?? []);
        const apart = table.chart.first !== table.chart.header + 1;
        const headings = series.map((c) => table.rows[table.chart?.header ?? 0]?.[c]?.value);
        expect(charts[0]?.names).toEqual(apart ? headings : undefined);
      }
      expect(opened.grid.conditions(sheet)).toHaveLength(table.conditions?.length ?? 0);
      const page = opened.grid.page(sheet);
      if (name === "Excel") {
        expect(page).toMatchObject({
          landscape: table.print?.landscape,
          paper: "A4",
          fit: { across: 1 },
        });
        // Short ones with their chart on one page.
        if (table.rows.length <= 25) expect(page.fit?.down).toBe(1);
        if (table.rows.length > 45) expect(page.fit?.down).toBe("auto");
        expect(page.titleRows?.[0]).toBe(table.print?.header);
        expect(page.footer).toContain("&R&P / &N");
        // Apps Script has no way to say how a sheet is printed.
      } else expect(page).toEqual({});
    },
  );

  test("the way back of a table written over a sheet takes its colours and chart along, and only those", async () => {
    const table = await tableOf(opened, kindOf("districts"));
    expect(table.conditions?.map(({ when }) => when)).toEqual(expect.arrayContaining(["is", "scale"]));
    const sheet = opened.grid.activeSheet().id;
    const { row, column } = { row: table.conditions?.[0]?.part.first ?? 0, column: 0 };
    opened.grid.apply([
      {
        do: "condition",
        sheet,
        id: "own",
        zone: { row, column, rows: 3, columns: 9 },
        rule: { formula: "=A1>5", fill: "#FF0000", color: "#000000" },
      },
    ]);
    select(opened.grid, 0, 0, 1, 1);
    const [before, colours] = [everything(opened.grid), ruled(opened.grid.conditions(sheet))];
    const written = await writeTable(opened, table, "here");
    expect(opened.grid.conditions(sheet)).toHaveLength((table.conditions?.length ?? 0) + 1);
    await opened.host.undo(written);
    expect(everything(opened.grid)).toBe(before);
    expect(ruled(opened.grid.conditions(sheet))).toEqual(colours);
    expect(opened.grid.page(sheet)).toEqual({});
  });
});

test("both hosts colour the same cells by the same rule", async () => {
  const kind = kindOf("ranking");
  const found: string[][] = [];
  for (const [, open] of HOSTS) {
    const opened = await open();
    const written = await writeTable(opened, await tableOf(opened, kind));
    found.push(ruled(opened.grid.conditions(idOf(opened.grid, written.sheet))));
  }
  expect(found[0]?.length).toBeGreaterThan(2);
  expect(found[0]).toEqual(found[1]);
});
