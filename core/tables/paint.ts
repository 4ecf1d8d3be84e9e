// Places a table at an address: formulas with real references, number formats, runs of style, the chart's ranges.
import { addressOf, areaOf, columnName } from "../block";
import type { ChartKind, Output, Part, Role, Shown, TableCell, TableModel, When } from "./model";

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Plain data, so that it can travel to a server as JSON. Rows and columns count from 0 in the sheet. */
export interface Painted {
  readonly sheet: string;
  readonly area: Area;
  readonly address: string;
  /** Formulas begin with "=" and are canonical en-US text; text that could become a formula begins with "'". */
  readonly cells: readonly (readonly (string | number)[])[];
  readonly formats: readonly (readonly string[])[];
  readonly roles: readonly { readonly role: Role; readonly area: Area }[];
  readonly widths: readonly number[];
  readonly chart?: PaintedChart;
  readonly conditions?: readonly (When & { readonly area: Area })[];
  readonly print?: PaintedPrint;
}

/** Page set-up: the whole table, one page wide. */
export interface PaintedPrint {
  readonly landscape: boolean;
  /** Row of the sheet repeated on every page. */
  readonly header: number;
  readonly footer: string;
}

export interface PaintedChart {
  readonly kind: ChartKind;
  readonly title: string;
  readonly labels: Area;
  /** Each with its heading in the first row; figures alone where `names` are given. */
  readonly series: readonly Area[];
  /** What the series are called when their headings do not stand right above what is plotted. */
  readonly names?: readonly string[];
  readonly colors: readonly string[];
  /** Series, by their place, that are lines over columns. */
  readonly lines?: readonly number[];
  /** Where its top left corner hangs. */
  readonly row: number;
  readonly column: number;
}

const FORMATS: Record<Shown, string> = {
  text: "General",
  people: "#,##0",
  share: "0.00%",
  points: "0.00",
  gain: "+0.00;-0.00;0.00",
  change: "+#,##0;-#,##0;0",
  rate: "+0.00%;-0.00%;0.00%",
  rupiah: '"Rp" #,##0',
  year: "0",
  count: "0",
};

/** Text that a spreadsheet would read as a formula, a number, a date ("8 Juni 2025") or TRUE stays text. */
export const asText = (value: string): string =>
  /^[=+\-@＝＋－＠\t\r\n']|\d|^(true|false)$/i.test(value) ? `'${value}` : value;

/** @param spot `chartBelow` hangs the chart under the table, where nothing else stands; otherwise to its right */
export function paint(
  table: TableModel,
  output: Output,
  { sheet, row, column, chartBelow }: { sheet: string; row: number; column: number; chartBelow: boolean },
): Painted {
  const columns = table.rows[0]?.length ?? 0;
  const area = { row, column, rows: table.rows.length, columns };
  // What stands in quotes is a sheet's name or text, whatever it looks like.
  const at = (formula: string): string =>
    formula.replace(
      /'[^']*'|"[^"]*"|\{(\$?)(\d+),(\$?)(\d+)\}/g,
      (found, hold: string | undefined, r: string, holdColumn: string, c: string) =>
        hold === undefined
          ? found
          : `${holdColumn}${columnName(column + Number(c))}${hold}${row + Number(r) + 1}`,
    );
  const written = (cell: TableCell): string | number => {
    const formula =
      output === "values" ? undefined : output === "live" ? (cell.live ?? cell.plain) : cell.plain;
    if (formula !== undefined) return `=${at(formula)}`;
    return typeof cell.value === "string" ? asText(cell.value) : cell.value;
  };
  const { chart } = table;
  const apart = chart && chart.first !== chart.header + 1;
  const part = (from: number, to: number, at: number): Area => ({
    row: row + from,
    column: column + at,
    rows: to - from + 1,
    columns: 1,
  });
  const placed = ({ first, last, column: at }: Part): Area => part(first, last, at);
  return {
    sheet,
    area,
    address: areaOf(row, column, area.rows, columns),
    cells: table.rows.map((cells) => cells.map(written)),
    formats: table.rows.map((cells) => cells.map((cell) => FORMATS[cell.shown])),
    roles: runs(table, row, column),
    widths: table.widths,
    ...(table.conditions && {
      conditions: table.conditions.map(({ part: own, ...when }) => ({ ...when, area: placed(own) })),
    }),
    ...(table.print && { print: { ...table.print, header: row + table.print.header } }),
    ...(chart && {
      chart: {
        kind: chart.kind,
        title: chart.title,
        labels: part(chart.first, chart.last, chart.labels),
        series: chart.series.map((c) => part(apart ? chart.first : chart.header, chart.last, c)),
        ...(apart && {
          names: chart.series.map((c) => String(table.rows[chart.header]?.[c]?.value ?? "")),
        }),
        colors: chart.colors,
        ...(chart.lines && { lines: chart.lines }),
        row: chartBelow ? row + area.rows + 1 : row,
        column: chartBelow ? column : column + columns + 1,
      },
    }),
  };
}

/** Neighbouring cells of one role, along the row and then down: thousands of districts are a few areas. */
function runs(table: TableModel, row: number, column: number): Painted["roles"] {
  const done: { role: Role; area: Area }[] = [];
  let above = new Map<string, { role: Role; area: Area }>();
  table.rows.forEach((cells, r) => {
    const here = new Map<string, { role: Role; area: Area }>();
    for (let c = 0; c < cells.length; ) {
      const role = (cells[c] as TableCell).role;
      let end = c + 1;
      while (cells[end]?.role === role) end++;
      const key = `${role} ${c} ${end}`;
      const { area } = above.get(key) ?? {
        area: { row: row + r, column: column + c, rows: 0, columns: end - c },
      };
      here.set(key, { role, area: { ...area, rows: area.rows + 1 } });
      c = end;
    }
    for (const [key, run] of above) if (!here.has(key)) done.push(run);
    above = here;
  });
  return [...done, ...above.values()];
}

export const firstCell = ({ area }: Painted): string => addressOf(area.row, area.column);
