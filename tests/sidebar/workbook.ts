// A small spreadsheet in memory that answers the sidebar, so that a test can see what a failed step has left in it.
import type { BlockCell } from "../../core/block";
import { addressOf, areaOf } from "../../core/block";
import type { Content } from "../../core/exchange/record";
import type { Drawn, PaintedCondition } from "../../core/tables/drawn";
import type { Painted } from "../../core/tables/paint";
import type { Host, Size, Spot, Written } from "../../sidebar/host";

/** As typed: "=" begins a formula; and what a formula shows. */
type Cell = readonly [content: Content, shows?: BlockCell];
type Cells = Map<string, Cell>;

const at = (row: number, column: number): string => `${row}:${column}`;
const placeOf = (key: string): [number, number] => key.split(":").map(Number) as [number, number];
/** Nothing here computes: whatever is a formula shows this. */
const COMPUTED = 0.35;

export class Workbook {
  readonly sheets = new Map<string, Cells>();
  /** Conditional formats, by sheet. */
  private readonly painted = new Map<string, Drawn["conditions"]>();
  private made = 0;
  /** The sheet in view and what is selected there. */
  selected = { sheet: "", row: 0, column: 0, rows: 1, columns: 1 };

  put(sheet: string, rows: readonly (readonly (BlockCell | Cell)[])[], row = 0, column = 0): void {
    const cells = this.sheets.get(sheet) ?? new Map();
    this.sheets.set(sheet, cells);
    rows.forEach((line, r) => {
      line.forEach((cell, c) => {
        if (cell === null || cell === "") cells.delete(at(row + r, column + c));
        else cells.set(at(row + r, column + c), (Array.isArray(cell) ? cell : [cell]) as Cell);
      });
    });
  }

  /** Everything that a planner would miss. */
  held(): string {
    const all = [...this.sheets].map(([name, cells]) => [
      name,
      [...cells].map(([key, [content]]) => [key, content]).sort(),
    ]);
    const painted = [...this.painted].filter(([name]) => this.sheets.has(name));
    const areas = painted.map(([name, all]) => [name, ...all.map(({ area }) => JSON.stringify(area)).sort()]);
    return JSON.stringify([all.sort(), areas.sort()]);
  }

  private sheet(name: string): Cells {
    const cells = this.sheets.get(name);
    if (!cells) throw new Error(`no sheet ${name}`);
    return cells;
  }
  private used(name: string) {
    const places = [...this.sheet(name).keys()].map(placeOf);
    const rows = places.map(([row]) => row);
    const columns = places.map(([, column]) => column);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    return places.length === 0
      ? undefined
      : { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
  }
  private grid<T>(
    name: string,
    { row, column, rows, columns }: { row: number; column: number } & Size,
    of: (cell: Cell | undefined) => T,
  ): T[][] {
    const cells = this.sheet(name);
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => of(cells.get(at(row + r, column + c)))),
    );
  }
  private type(name: string, row: number, column: number, content: Content): void {
    const text = typeof content === "string" && content.startsWith("'") ? content.slice(1) : content;
    const isFormula = text === content && typeof content === "string" && content.startsWith("=");
    this.put(name, [[isFormula ? ([content, COMPUTED] as const) : text]], row, column);
  }
  private block(name: string, area: { row: number; column: number } & Size) {
    const cells = this.grid(name, area, (cell) => (cell ? shown(cell) : null));
    const { row, column, rows, columns } = area;
    return { sheet: name, row, column, cells, hiddenRows: [], merged: false, selected: rows * columns };
  }
  private paint(sheet: string, drop: readonly string[], add: readonly PaintedCondition[]): string[] {
    const added = add.map((one) => ({ ...one, id: `${++this.made}` }));
    const kept = (this.painted.get(sheet) ?? []).filter(({ id }) => !drop.includes(id));
    this.painted.set(sheet, [...kept, ...added]);
    return added.map(({ id }) => id);
  }
  private freeName(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.sheets.has(name); n++) name = `${wanted} ${n}`;
    return name;
  }

  host(): Host {
    const { selected } = this;
    return {
      name: "sheets",
      language: "id",
      readSelection: async () => this.block(selected.sheet, selected),
      survey: async (place, size, wanted): Promise<Spot> => {
        const { sheet, row, column } = selected;
        if (place === "newSheet") {
          const address = areaOf(0, 0, size.rows, size.columns);
          return { sheet: this.freeName(wanted), isNew: true, row: 0, column: 0, address, filled: 0 };
        }
        if (place === "free") {
          const used = this.used(sheet);
          const free = used ? used.row + used.rows + 1 : 0;
          return { sheet, isNew: false, row: free, column: 0, address: addressOf(free, 0), filled: 0 };
        }
        const address = areaOf(row, column, size.rows, size.columns);
        const under = this.grid(sheet, { row, column, ...size }, (cell) => cell !== undefined);
        const filled = under.flat().filter(Boolean).length;
        return { sheet, isNew: false, row, column, address, filled };
      },
      write: async ({ sheet, area, address, cells, conditions = [] }: Painted, isNew): Promise<Written> => {
        if (isNew && this.sheets.has(sheet)) throw new Error(`sheet ${sheet} is there`);
        const before = isNew ? null : [area, this.grid(sheet, area, (cell) => cell ?? null)];
        if (isNew) this.sheets.set(sheet, new Map());
        if (isNew) this.painted.delete(sheet);
        this.paint(sheet, [], conditions);
        cells.forEach((line, r) => {
          line.forEach((content, c) => {
            this.type(sheet, area.row + r, area.column + c, content);
          });
        });
        return { sheet, address, isNew, chart: null, before };
      },
      undo: async ({ sheet, isNew, before }) => {
        this.sheet(sheet);
        if (isNew) this.sheets.delete(sheet);
        else {
          const [area, cells] = before as [{ row: number; column: number }, Cell[][]];
          this.put(sheet, cells, area.row, area.column);
        }
      },
      open: async ({ sheet }) => void this.sheet(sheet),
      marks: async () => ({ separator: ";", decimal: "," }),
      calculate: async () => "0.1.0",
      goTo: async (sheet) => void this.sheet(sheet),
      writeCells: async (sheet, cells) =>
        cells.map(({ row, column, content, formula }) => {
          const [held] = this.sheet(sheet).get(at(row, column)) ?? [""];
          const asText = typeof content === "string" && content !== "" && !formula ? `'${content}` : content;
          this.type(sheet, row, column, asText);
          return { row, column, content: held, formula: typeof held === "string" && held.startsWith("=") };
        }),
      readSheet: async (name) => {
        const sheet = name ?? selected.sheet;
        if (!this.sheets.has(sheet)) return null;
        const used = this.used(sheet) ?? { row: 0, column: 0, rows: 0, columns: 0 };
        return this.block(sheet, used);
      },
      appendRows: async (sheet, headings, rows) => {
        const used = this.sheets.has(sheet) ? this.used(sheet) : undefined;
        const from = used ? used.row + used.rows : 0;
        this.put(sheet, from === 0 ? [headings, ...rows] : rows, from, 0);
      },
      readBook: async (names) =>
        [...this.sheets.keys()].flatMap((name) => {
          if (names && !names.includes(name)) return [];
          const used = this.used(name) ?? { row: 0, column: 0, rows: 0, columns: 0 };
          return {
            name,
            row: used.row,
            column: used.column,
            formulas: this.grid(name, used, (cell) => cell?.[0] ?? ""),
            values: this.grid(name, used, (cell) => (cell ? shown(cell) : null)),
            protected: false,
          };
        }),
      drawn: async (sheet) => ({
        charts: [],
        headed: true,
        mute: false,
        conditions: this.painted.get(sheet) ?? [],
        end: 10,
        rowHeight: 1,
      }),
      redraw: async (sheet, { drop, add }) => ({ chart: null, conditions: this.paint(sheet, drop, add) }),
      writeRuns: async (runs) => {
        for (const { sheet, row, column, cells } of runs) {
          this.sheet(sheet);
          cells.forEach((line, r) => {
            line.forEach((content, c) => {
              this.type(sheet, row + r, column + c, content);
            });
          });
        }
      },
    };
  }
}

const shown = ([content, shows]: Cell): BlockCell => (shows === undefined ? content : shows);
