// A table's chart, in Google Sheets, from the one description both hosts have.
import type { Redraw } from "../core/tables/drawn";
import type { Area, PaintedChart } from "../core/tables/paint";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;

/** Lines that lie close stay apart in grey print: whole, dashed, dotted. */
const DASHES = [undefined, [8, 4], [2, 3], [8, 3, 2, 3]];
/** A bar's names need its height, in pixels. */
const BAR_PIXELS = 29;

const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area) =>
  sheet.getRange(row + 1, column + 1, rows, columns);

function typed(builder: Builder, { kind, lines }: PaintedChart): Builder {
  if (lines) return builder.asComboChart();
  if (kind === "line") return builder.asLineChart();
  return kind === "bar" || kind === "stackedBar" ? builder.asBarChart() : builder.asColumnChart();
}

const seriesOf = ({ kind, series, names, colors, lines }: PaintedChart) =>
  Object.fromEntries(
    series.map((_, i) => {
      const line = kind === "line" || lines?.includes(i);
      const dash = line ? DASHES[(lines ? 1 : i) % DASHES.length] : undefined;
      return [
        i,
        {
          color: colors[i] ?? "#1F4E79",
          ...(names && { labelInLegend: names[i] }),
          ...(lines && { type: line ? "line" : "bars" }),
          ...(dash && { lineDashStyle: dash }),
        },
      ];
    }),
  );

/** Answers the chart's id. */
export function addChart(sheet: Sheet, chart: PaintedChart): string {
  const first = chart.series[0] as Area;
  const labels = { ...chart.labels, row: first.row, rows: first.rows };
  let builder: Builder = typed(sheet.newChart(), chart).addRange(rangeOf(sheet, labels));
  for (const series of chart.series) builder = builder.addRange(rangeOf(sheet, series));
  const lying = chart.kind === "bar" || chart.kind === "stackedBar";
  const made = builder
    .setNumHeaders(chart.names ? 0 : 1)
    .setPosition(chart.row + 1, chart.column + 1, 0, 0)
    .setOption("title", chart.title)
    .setOption("series", seriesOf(chart))
    .setOption("isStacked", chart.kind.startsWith("stacked"))
    .setOption("legend", { position: "bottom" })
    .setOption("width", 480)
    .setOption("height", lying ? Math.max(300, chart.labels.rows * BAR_PIXELS) : 300)
    .build();
  sheet.insertChart(made);
  const charts = sheet.getCharts();
  return idOf(charts[charts.length - 1] as GoogleAppsScript.Spreadsheet.EmbeddedChart);
}

export const idOf = (chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): string =>
  String(chart.getChartId() ?? "");

/** In pixels, of a row nobody changed; and of a chart nobody sized. */
const [ROW, HEIGHT] = [21, 371];

/** The row, from 0, below a chart and a blank one. */
export const rowBelow = (chart: GoogleAppsScript.Spreadsheet.EmbeddedChart): number =>
  chart.getContainerInfo().getAnchorRow() +
  Math.ceil((Number(chart.getOptions().get("height")) || HEIGHT) / ROW);

/** A chart as the panel sees it; without ranges where it plots cells of another sheet. */
export function chartDrawn(chart: GoogleAppsScript.Spreadsheet.EmbeddedChart, sheet: Sheet) {
  const options = chart.getOptions();
  const ranges = chart.getRanges();
  const own = ranges.every((range) => range.getSheet().getSheetId() === sheet.getSheetId());
  return {
    id: idOf(chart),
    title: String(options.get("title") ?? ""),
    ranges: own ? ranges.map((range) => range.getA1Notation()) : [],
    top: chart.getContainerInfo().getAnchorRow(),
    height: Number(options.get("height")) || 0,
  };
}

export function changeChart(
  sheet: Sheet,
  chart: GoogleAppsScript.Spreadsheet.EmbeddedChart,
  { title, ranges, top, height }: NonNullable<Redraw["chart"]>,
): void {
  let builder = chart.modify();
  if (title !== undefined) builder = builder.setOption("title", title);
  if (height) builder = builder.setOption("height", height);
  if (ranges)
    builder = ranges.reduce((to, range) => to.addRange(rangeOf(sheet, range)), builder.clearRanges());
  if (top) {
    const place = chart.getContainerInfo();
    builder = builder.setPosition(top, place.getAnchorColumn(), place.getOffsetX(), place.getOffsetY());
  }
  sheet.updateChart(builder.build());
}
