// A table's chart, in Excel, from the one description both hosts have.
import { addressOf } from "../core/block";
import { heightOf } from "../core/tables/extent";
import type { ChartKind } from "../core/tables/model";
import type { Area, PaintedChart } from "../core/tables/paint";

const TYPES = {
  column: "ColumnClustered",
  stackedColumn: "ColumnStacked",
  bar: "BarClustered",
  stackedBar: "BarStacked",
  line: "Line",
} as const satisfies Record<ChartKind, string>;

/** Lines that lie close stay apart in grey print. */
const DASHES = ["Continuous", "Dash", "RoundDot", "DashDot"] as const;

const COLUMNS = 6;

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

export function addChart(sheet: Excel.Worksheet, plot: PaintedChart): Excel.Chart {
  const first = plot.series[0] as Area;
  const last = plot.series[plot.series.length - 1] as Area;
  // The series stand side by side; their labels are a column of their own.
  const source = { ...first, columns: last.column - first.column + 1 };
  const chart = sheet.charts.add(TYPES[plot.kind], rangeOf(sheet, source), "Columns");
  plot.series.forEach((_, i) => {
    const series = chart.series.getItemAt(i);
    const color = plot.colors[i] ?? "#1F4E79";
    series.setXAxisValues(rangeOf(sheet, plot.labels));
    if (plot.names) series.name = plot.names[i] ?? "";
    if (plot.kind === "line" || plot.lines?.includes(i)) {
      if (plot.kind !== "line") series.chartType = "Line";
      series.format.line.color = color;
      series.format.line.lineStyle = DASHES[(plot.lines ? 1 : i) % DASHES.length] as "Dash";
      series.markerStyle = "None";
    } else series.format.fill.setSolidColor(color);
  });
  const lying = plot.kind === "bar" || plot.kind === "stackedBar";
  if (lying) {
    // The first row on top, and the figures still below.
    const { categoryAxis } = chart.axes;
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = "Maximum";
  }
  chart.title.text = plot.title;
  chart.legend.position = "Bottom";
  chart.setPosition(
    addressOf(plot.row, plot.column),
    addressOf(plot.row + heightOf(plot), plot.column + COLUMNS),
  );
  return chart;
}
