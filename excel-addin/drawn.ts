// What stands on a sheet beside its cells, in Excel: charts, conditional formats, page; read in two syncs, changed in one.
import { placeOf } from "../core/block";
import type { Drawn, DrawnChart, Made, Redraw } from "../core/tables/drawn";
import type { Area } from "../core/tables/paint";
import { addChart } from "./chart";
import { addConditions, askConditions } from "./conditions";
import { askPage, changePage } from "./print";

/** Others (maps, waterfalls) refuse to be asked for their series, and with them the whole request. */
const PLAIN = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Line", "Invalid"];

/** Excel tells what a series plots since ExcelApi 1.15. */
const tellsRanges = (): boolean => Office.context.requirements.isSetSupported("ExcelApi", "1.15");

const areaIn = (text: string, sheet: string): Area | undefined => {
  const place = placeOf(text.replace(/^=/, ""));
  if (place?.sheet !== sheet) return undefined;
  const { row, column, rows, columns } = place;
  return { row, column, rows, columns };
};

/** Asks a chart for its ranges and its series' names. */
function askChart(chart: Excel.Chart, count: number, sheet: string) {
  const series = Array.from({ length: count }, (_, i) => chart.series.getItemAt(i).load("name"));
  const labels = series[0]?.getDimensionDataSourceString("Categories");
  const sources = [
    ...(labels ? [labels] : []),
    ...series.map((one) => one.getDimensionDataSourceString("Values")),
  ];
  return (): Pick<DrawnChart, "ranges" | "names"> => {
    const ranges = sources.flatMap(({ value }) => areaIn(value, sheet) ?? []);
    return {
      ranges: ranges.length === sources.length ? ranges : [],
      names: series.map(({ name }) => name),
    };
  };
}

export async function readDrawn(context: Excel.RequestContext, name: string, area: Area): Promise<Drawn> {
  const sheet = context.workbook.worksheets.getItem(name).load("standardHeight");
  const below = sheet.getRangeByIndexes(area.row + area.rows, area.column, 1, 1).load("top");
  const charts = sheet.charts.load(
    "items/name,items/chartType,items/top,items/height,items/title/text,items/series/count",
  );
  const range = sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  const formats = range.conditionalFormats.load("items/id,items/type");
  const page = askPage(sheet);
  await context.sync();
  const conditions = askConditions(formats.items);
  const asked = charts.items.map((chart) =>
    tellsRanges() && PLAIN.includes(chart.chartType) ? askChart(chart, chart.series.count, name) : undefined,
  );
  await context.sync();
  return {
    charts: charts.items.map(({ name: id, title, top, height }, i) => ({
      id,
      title: title.text,
      top,
      height,
      ...(asked[i]?.() ?? { ranges: [], names: [] }),
    })),
    headed: false,
    mute: asked.some((one, i) => !one && PLAIN.includes(charts.items[i]?.chartType ?? "")),
    conditions: conditions(),
    end: below.top,
    rowHeight: sheet.standardHeight,
    page: page(),
  };
}

export async function redraw(context: Excel.RequestContext, name: string, change: Redraw): Promise<Made> {
  const sheet = context.workbook.worksheets.getItem(name);
  const { chart: own, plot, unplot, page } = change;
  if (own) {
    const chart = sheet.charts.getItem(own.id);
    if (own.title !== undefined) chart.title.text = own.title;
    const [labels, ...values] = (own.ranges ?? []).map(({ row, column, rows, columns }) =>
      sheet.getRangeByIndexes(row, column, rows, columns),
    );
    values.forEach((value, i) => {
      const series = chart.series.getItemAt(i);
      series.setValues(value);
      if (labels) series.setXAxisValues(labels);
    });
    own.names?.forEach((text, i) => {
      chart.series.getItemAt(i).name = text;
    });
    if (own.top !== undefined) chart.top = own.top;
    if (own.height !== undefined) chart.height = own.height;
  }
  if (unplot !== undefined) sheet.charts.getItem(unplot).delete();
  for (const id of change.drop) sheet.getRange().conditionalFormats.getItem(id).delete();
  const conditions = addConditions(sheet, change.add);
  const chart = plot ? addChart(sheet, plot).load("name") : null;
  if (page) changePage(sheet, page);
  await context.sync();
  return { chart: chart?.name ?? null, conditions: conditions.map(({ id }) => id) };
}
