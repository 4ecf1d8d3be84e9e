// What a sample is: one sheet of published figures, exactly as printed, with source, date and basis in visible cells.
import type { CellValue, Edit, Grid, Zone } from "../grid-types";

export type SampleCell = string | number | null;

export interface Sample {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
  /** From A1 on. Text stays text, also when it looks like a number. */
  readonly rows: readonly (readonly SampleCell[])[];
  /** Row of the segment block's headings, counted from 0; the figures stand under it. */
  readonly block?: number;
}

const WIDTHS = [190, 150, 150, 130];
const TOTAL = "Jumlah";
const PEOPLE = "#,##0";
const SHARE = "0.00%";
const HEADING = { bold: true, fill: "#E8EEF5", border: { bottom: true }, borderColor: "#7B8594" } as const;

/**
 * Opens the sheet that still holds exactly the sample, else puts it into the workbook's one empty sheet or a new one.
 * One undo step.
 */
export function addSample(grid: Grid, sample: Sample): void {
  const sheets = grid.sheets();
  const whole = sheets.find((sheet) => isWhole(grid, sheet.id, sample));
  const blank = sheets.length === 1 && grid.used(sheets[0]?.id ?? "") === null ? sheets[0] : undefined;
  const sheet = (whole ?? blank)?.id ?? freeId(grid, sample.id);
  const name = freeName(grid, sample.name.id);
  if (!whole) {
    const home: Edit = blank ? { do: "renameSheet", sheet, name } : { do: "addSheet", id: sheet, name };
    grid.apply([home, ...cellsOf(sheet, sample)]);
  }
  grid.select(sheet, blockOf(sample));
}

/** The cells of the segment block, else of all figures: what a planner would select first. */
function blockOf({ rows, block }: Sample): Zone {
  const from = block ?? rows.findIndex((row) => typeof row[1] === "number");
  return {
    row: from,
    column: 0,
    rows: rows.length - from,
    columns: Math.max(...rows.slice(from).map((row) => row.length)),
  };
}

function cellsOf(sheet: string, { rows, block }: Sample): Edit[] {
  const contents = rows.flatMap((row, r) =>
    row.flatMap((content, c): Edit[] => {
      if (content === null) return [];
      const at = { sheet, row: r, column: c };
      if (typeof content === "string")
        return [{ do: "content", ...at, content, literal: /^[\d=+\-@.]/.test(content) }];
      const zone = { row: r, column: c, rows: 1, columns: 1 };
      return [
        { do: "content", ...at, content },
        { do: "format", sheet, zone, format: content < 2 ? SHARE : PEOPLE },
      ];
    }),
  );
  const line = (row: number): Zone => ({ row, column: 0, rows: 1, columns: rows[row]?.length ?? 1 });
  const looks: Edit[] = [{ do: "style", sheet, zone: line(0), style: { bold: true, size: 13 } }];
  if (block !== undefined) {
    looks.push({ do: "style", sheet, zone: line(block), style: HEADING });
    const last = rows.length - 1;
    if (rows[last]?.[0] === TOTAL)
      looks.push({ do: "style", sheet, zone: line(last), style: { bold: true } });
  }
  const widths = WIDTHS.map((pixels, column): Edit => ({ do: "width", sheet, column, pixels }));
  return [...contents, ...looks, ...widths];
}

export function isWhole(grid: Grid, sheet: string, { rows }: Sample): boolean {
  const used = grid.used(sheet);
  const width = Math.max(...rows.map((row) => row.length));
  if (!used || used.row + used.rows > rows.length || used.column + used.columns > width) return false;
  const held = (r: number, c: number): CellValue => grid.cell(sheet, r, c).value;
  return rows.every((row, r) => Array.from({ length: width }).every((_, c) => held(r, c) === (row[c] ?? "")));
}

function freeId(grid: Grid, wanted: string): string {
  const taken = grid.sheets().map(({ id }) => id);
  for (let n = 1; ; n += 1) if (!taken.includes(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

function freeName(grid: Grid, wanted: string): string {
  const taken = grid.sheets().map(({ name }) => name.toLowerCase());
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? wanted : `${wanted} ${n}`;
    if (!taken.includes(name.toLowerCase())) return name;
  }
}
