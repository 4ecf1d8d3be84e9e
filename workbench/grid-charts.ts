// Our charts in the grid library's words, and back.
import type { Model } from "./grid";
import type { ChartKind, GridChart, Zone } from "./grid-types";

const SHAPES: Readonly<Record<ChartKind, { type: string; stacked?: boolean; horizontal?: boolean }>> = {
  column: { type: "bar", stacked: false, horizontal: false },
  stackedColumn: { type: "bar", stacked: true, horizontal: false },
  bar: { type: "bar", stacked: false, horizontal: true },
  stackedBar: { type: "bar", stacked: true, horizontal: true },
  line: { type: "line", stacked: false },
  pie: { type: "pie" },
};

/** Columns with lines over them. */
const MIXED = { type: "combo" } as const;

interface Definition {
  readonly type: string;
  readonly stacked?: boolean;
  readonly horizontal?: boolean;
  readonly title?: { readonly text?: string };
  readonly legendPosition?: string;
  readonly dataSetStyles?: Readonly<
    Record<
      string,
      { readonly backgroundColor?: string; readonly type?: "bar" | "line"; readonly label?: string }
    >
  >;
  readonly dataSource?: {
    readonly dataSetsHaveTitle?: boolean;
    readonly dataSets?: readonly { readonly dataSetId: string; readonly dataRange: string }[];
    readonly labelRange?: string;
  };
}

export function chartDefinition(chart: GridChart): object {
  const { source } = chart;
  const byColumn = chart.seriesBy === "columns";
  const line = (i: number): Zone =>
    byColumn
      ? { ...source, column: source.column + i, columns: 1 }
      : { ...source, row: source.row + i, rows: 1 };
  const lines = Array.from({ length: byColumn ? source.columns : source.rows }, (_, i) => line(i));
  const [labels, series] = chart.labels === undefined ? [line(0), lines.slice(1)] : [chart.labels, lines];
  const count = series.length;
  const dataSets = series.map((zone, i) => ({ dataSetId: String(i), dataRange: a1(zone) }));
  const mixed = chart.kind === "column" && (chart.lines?.length ?? 0) > 0;
  const styles = series.map((_, i) => {
    const color = chart.colors?.[i];
    const type = chart.lines?.includes(i) ? "line" : "bar";
    const label = chart.names?.[i];
    return [
      String(i),
      { ...(color && { backgroundColor: color }), ...(mixed && { type }), ...(label && { label }) },
    ] as const;
  });
  return {
    ...(mixed ? MIXED : SHAPES[chart.kind]),
    ...(chart.kind === "line" && { labelsAsText: true, cumulative: false }),
    title: { text: chart.title },
    legendPosition: chart.legend ?? (count > 1 || chart.kind === "pie" ? "bottom" : "none"),
    humanize: false,
    dataSetStyles: Object.fromEntries(styles),
    dataSource: {
      type: "range",
      dataSets,
      dataSetsHaveTitle: !chart.names,
      ...(labels && { labelRange: a1(labels) }),
    },
  };
}

/** Null for a chart of a kind the hosts do not know (made by hand in the grid). */
export function chartOf(
  get: Model["getters"],
  sheet: string,
  figure: { id: string; col: number; row: number; width: number; height: number },
): GridChart | null {
  const id = get.getChartIds(sheet).find((chart) => get.getFigureIdFromChartId(chart) === figure.id);
  if (id === undefined) return null;
  const definition = get.getChartDefinition(id) as unknown as Definition;
  const mixed = definition.type === MIXED.type;
  const shape = (Object.keys(SHAPES) as ChartKind[]).find((name) => {
    const { type, stacked = false, horizontal = false } = SHAPES[name];
    const { stacked: isStacked = false, horizontal: isHorizontal = false } = definition;
    return (
      definition.type === type && (type !== "bar" || (isStacked === stacked && isHorizontal === horizontal))
    );
  });
  const kind = mixed ? "column" : shape;
  const dataSets = definition.dataSource?.dataSets ?? [];
  const zoneOf = (xc: string) => {
    const { top, left, bottom, right } = get.getRangeFromSheetXC(sheet, xc).zone;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  };
  const series = dataSets.map((set) => zoneOf(set.dataRange));
  const [first] = series;
  if (!kind || !first) return null;
  const byRows = first.rows === 1 && first.columns > 1;
  const box = series.reduce(hull);
  const labels = definition.dataSource?.labelRange ? zoneOf(definition.dataSource.labelRange) : null;
  const beside =
    labels !== null &&
    (byRows
      ? labels.row + labels.rows === box.row && labels.column === box.column && labels.columns === box.columns
      : labels.column + labels.columns === box.column && labels.row === box.row && labels.rows === box.rows);
  const colors = dataSets.map((set) => definition.dataSetStyles?.[set.dataSetId]?.backgroundColor ?? "");
  const named = definition.dataSource?.dataSetsHaveTitle === false;
  const names = dataSets.map((set) => definition.dataSetStyles?.[set.dataSetId]?.label ?? "");
  const lines = dataSets.flatMap((set, i) =>
    mixed && definition.dataSetStyles?.[set.dataSetId]?.type === "line" ? [i] : [],
  );
  return {
    id,
    sheet,
    kind,
    title: definition.title?.text ?? "",
    ...(beside ? { source: hull(labels, box) } : { source: box, labels }),
    seriesBy: byRows ? "rows" : "columns",
    anchor: { row: figure.row, column: figure.col },
    width: figure.width,
    height: figure.height,
    legend: (definition.legendPosition ?? "none") as NonNullable<GridChart["legend"]>,
    ...(colors.some(Boolean) && { colors }),
    ...(lines.length > 0 && { lines }),
    ...(named && { names }),
  };
}

function hull(a: Zone, b: Zone): Zone {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  const rows = Math.max(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.max(a.column + a.columns, b.column + b.columns) - column;
  return { row, column, rows, columns };
}

function a1({ row, column, rows, columns }: Zone): string {
  return `${letters(column)}${row + 1}:${letters(column + columns - 1)}${row + rows}`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
