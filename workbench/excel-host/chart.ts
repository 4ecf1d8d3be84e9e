// Charts of a worksheet and the parts of a chart an add-in sets.
import type { ChartKind, GridChart, Zone } from "../grid-types";
import { a1, hull, quoted } from "./address";
import type { Book } from "./book";
import { HostError, invalid, type Kind, missing, type Node, NULL } from "./kinds";
import { type RangeNode, rangeAt } from "./range";
import { worksheet } from "./workbook";

interface SheetNode extends Node {
  readonly sheet: string;
}
interface ChartNode extends SheetNode {
  /** Changes once when a chart not yet in the grid is given its name. */
  id: string;
}
interface SeriesNode extends Node {
  readonly chart: ChartNode;
  readonly index: number;
}
interface PartNode extends Node {
  readonly chart: ChartNode;
}

const TYPES: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: "column",
  ColumnStacked: "stackedColumn",
  BarClustered: "bar",
  BarStacked: "stackedBar",
  Line: "line",
  LineMarkers: "line",
  Pie: "pie",
};
const POSITIONS = { top: "Top", bottom: "Bottom", left: "Left", right: "Right" } as const;
const POINT = 0.75;

const node = (sheet: string, id: string): ChartNode => ({ kind: chartKind as Kind, sheet, id });
const of = (o: ChartNode, book: Book) => book.chart(o.sheet, o.id);
const change = (o: ChartNode, book: Book, own: Partial<GridChart>) =>
  book.putChart({ ...of(o, book), ...own });
const nameOf = (book: Book, id: string) => book.chartNames.get(id) ?? id;
/** The columns (or rows) that are series, headings included. */
function seriesOf({ seriesBy, source, labels }: GridChart): Zone[] {
  const lines =
    seriesBy === "columns"
      ? Array.from({ length: source.columns }, (_, i) => ({
          ...source,
          column: source.column + i,
          columns: 1,
        }))
      : Array.from({ length: source.rows }, (_, i) => ({ ...source, row: source.row + i, rows: 1 }));
  return labels === undefined ? lines.slice(1) : lines;
}
const seriesCount = (chart: GridChart) => seriesOf(chart).length;

function find(o: SheetNode, book: Book, key: string): ChartNode | undefined {
  const found = book.charts(o.sheet).find(({ id }) => nameOf(book, id) === key || `{${id}}` === key);
  return found && node(o.sheet, found.id);
}

function add(o: SheetNode, book: Book, type: string, source: RangeNode, seriesBy?: string | null): ChartNode {
  const kind = TYPES[type] ?? book.unsupported(`ChartType.${type}`);
  if (source.sheet !== o.sheet) book.unsupported("ChartCollection.add(range on another sheet)");
  const { zone } = source;
  // "Auto" takes the shorter side as series.
  const auto = zone.columns > zone.rows ? "rows" : "columns";
  const wanted = { Columns: "columns", Rows: "rows", Auto: auto } as const;
  const by = wanted[(seriesBy ?? "Auto") as "Auto"] ?? invalid(`seriesBy ${seriesBy}`);
  const id = book.newId("Chart ", (taken) =>
    book.sheets().some((sheet) => book.charts(sheet.id).some((c) => c.id === taken)),
  );
  const found = headingsOf(o, book, zone, by);
  book.putChart({
    id,
    sheet: o.sheet,
    kind,
    title: "",
    source: zone,
    ...(!found.labelled && { labels: null }),
    ...(found.names && { names: found.names }),
    seriesBy: by,
    anchor: { row: zone.row, column: zone.column + zone.columns + 1 },
    width: 480,
    height: 288,
  });
  return node(o.sheet, id);
}

/** Excel's guess: a first line with text below its heading, or under an empty corner, is labels and no series. */
function headingsOf(
  o: SheetNode,
  book: Book,
  zone: Zone,
  by: GridChart["seriesBy"],
): { labelled: boolean; names?: string[] } {
  const [lines, length] = by === "columns" ? [zone.columns, zone.rows] : [zone.rows, zone.columns];
  const cell = (line: number, i: number) =>
    by === "columns"
      ? book.kindOf(o.sheet, zone.row + i, zone.column + line)
      : book.kindOf(o.sheet, zone.row + line, zone.column + i);
  const each = (count: number) => Array.from({ length: count }, (_, i) => i);
  const text = each(length).some((i) => i > 0 && cell(0, i) === "text");
  const labelled = lines > 1 && (text || cell(0, 0) === "blank");
  const headed = each(lines).every((line) => (labelled && line === 0) || cell(line, 0) === "text");
  // Figures through and through: no labels, no headings, and Excel's own names for the series.
  if (each(lines).every((line) => each(length).every((i) => cell(line, i) === "number")))
    return { labelled: false, names: each(lines).map((line) => `Series${line + 1}`) };
  if (length < 2 || !headed) book.unsupported("ChartCollection.add(range without headings)");
  return { labelled };
}

/** A chart's name is its id in the grid, so that it is saved with the file; only a later or doubled name is kept aside. */
function rename(o: ChartNode, book: Book, name: string): void {
  const chart = of(o, book);
  const twin = find(o, book, name);
  if (twin && twin.id !== o.id)
    throw new HostError("ItemAlreadyExists", `A chart named ${name} already exists.`);
  const taken = book.sheets().some((sheet) => book.charts(sheet.id).some(({ id }) => id === name));
  if (!book.isDraft(o.id) || taken) {
    book.chartNames.set(o.id, name);
    return;
  }
  book.dropDraft(o.id);
  o.id = name;
  book.putChart({ ...chart, id: name });
}

/** Pixels from the sheet's corner to a cell. */
function offset(sheet: string, book: Book, { row, column }: { row: number; column: number }) {
  const sum = (count: number, size: (i: number) => number) =>
    Array.from({ length: count }, (_, i) => size(i)).reduce((a, b) => a + b, 0);
  return {
    left: sum(column, (i) => book.grid.columnWidth(sheet, i)),
    top: sum(row, (i) => book.grid.rowHeight(sheet, i)),
  };
}

/** How many whole rows or columns fit before a distance. */
function fitting(pixels: number, size: (i: number) => number): number {
  let [count, left] = [0, pixels];
  while (left >= size(count)) {
    left -= size(count);
    count += 1;
  }
  return count;
}

function setPosition(
  o: ChartNode,
  book: Book,
  start: RangeNode | string,
  end?: RangeNode | string | null,
): void {
  const zoneOf = (cell: RangeNode | string): Zone =>
    (typeof cell === "string" ? rangeAt(book, o.sheet, cell) : cell).zone;
  const first = zoneOf(start);
  const anchor = { row: first.row, column: first.column };
  if (!end) {
    change(o, book, { anchor });
    return;
  }
  const box = hull(first, zoneOf(end));
  const from = offset(o.sheet, book, box);
  const to = offset(o.sheet, book, { row: box.row + box.rows, column: box.column + box.columns });
  change(o, book, { anchor, width: to.left - from.left, height: to.top - from.top });
}

const part = (kind: Kind<PartNode>) => (o: ChartNode) => ({ kind: kind as Kind, chart: o }) as PartNode;

const titleKind: Kind<PartNode> = {
  name: "ChartTitle",
  get: {
    text: (o, book) => of(o.chart, book).title,
    visible: (o, book) => of(o.chart, book).title !== "",
  },
  set: {
    text: (o, book, title: string) => change(o.chart, book, { title }),
    visible: (o, book, visible: boolean) => {
      if (!visible) change(o.chart, book, { title: "" });
    },
  },
};

const legendKind: Kind<PartNode> = {
  name: "ChartLegend",
  get: {
    visible: (o, book) => (of(o.chart, book).legend ?? "bottom") !== "none",
    position: (o, book) => {
      const { legend } = of(o.chart, book);
      return legend && legend !== "none" ? POSITIONS[legend] : "Bottom";
    },
  },
  set: {
    visible: (o, book, visible: boolean) => change(o.chart, book, { legend: visible ? "bottom" : "none" }),
    position: (o, book, value: string) => {
      const side = Object.entries(POSITIONS).find(([, name]) => name === value)?.[0];
      const legend = (side ?? book.unsupported(`ChartLegendPosition.${value}`)) as keyof typeof POSITIONS;
      change(o.chart, book, { legend });
    },
  },
};

const axesKind: Kind<PartNode> = {
  name: "ChartAxes",
  child: {
    valueAxis: (o) => ({ ...o, kind: valueAxisKind as Kind }),
    categoryAxis: (o) => ({ ...o, kind: categoryAxisKind as Kind }),
  },
};

/** The first label of a bar chart stands at the bottom in Excel until the order is turned; the grid has it on top. */
const categoryAxisKind: Kind<PartNode> = {
  name: "ChartAxis",
  set: {
    reversePlotOrder: (o, book, _reversed: boolean) => {
      if (!of(o.chart, book).kind.toLowerCase().endsWith("bar"))
        book.unsupported("ChartAxis.reversePlotOrder of upright columns");
    },
    position: (_o, _book, value: string) => {
      if (!["Automatic", "Maximum", "Minimum"].includes(value)) invalid(`ChartAxisPosition.${value}`);
    },
  },
};

const valueAxisKind: Kind<PartNode> = {
  name: "ChartAxis",
  get: { numberFormat: (o, book) => book.axisFormats.get(o.chart.id) ?? "General" },
  // Kept and read back; the grid shows an axis in the format of its data.
  set: { numberFormat: (o, book, format: string) => void book.axisFormats.set(o.chart.id, format) },
};

/** A chart of the grid has one line of labels for all its series, as long as they are, heading cell included. */
function setXAxisValues(o: SeriesNode, book: Book, { sheet, zone }: RangeNode): void {
  const chart = of(o.chart, book);
  const lines = seriesOf(chart);
  const source = lines.reduce(hull);
  const byColumn = chart.seriesBy === "columns";
  const above = chart.names ? 0 : 1;
  const labels = byColumn
    ? { ...zone, row: zone.row - above, rows: zone.rows + above }
    : { ...zone, column: zone.column - above, columns: zone.columns + above };
  const beside = byColumn
    ? labels.row === source.row && labels.rows === source.rows && labels.columns === 1
    : labels.column === source.column && labels.columns === source.columns && labels.rows === 1;
  const known = chart.labels ?? labels;
  const another = known.row !== labels.row || known.column !== labels.column;
  if (sheet !== chart.sheet || !beside)
    book.unsupported("ChartSeries.setXAxisValues(range beside other rows)");
  if (another) book.unsupported("ChartSeries.setXAxisValues(other labels for each series)");
  change(o.chart, book, { source, labels });
}

/** Without their heading cell. */
function figuresOf({ names, seriesBy }: GridChart, zone: Zone): Zone {
  if (names) return zone;
  return seriesBy === "columns"
    ? { ...zone, row: zone.row + 1, rows: zone.rows - 1 }
    : { ...zone, column: zone.column + 1, columns: zone.columns - 1 };
}

function labelsOf({ labels, source, seriesBy }: GridChart): Zone | null {
  if (labels !== undefined) return labels;
  return seriesBy === "columns" ? { ...source, columns: 1 } : { ...source, rows: 1 };
}

/** The series of the grid's charts stand side by side: the first one moved takes the others and the labels along. */
function setValues(o: SeriesNode, book: Book, { sheet, zone }: RangeNode): void {
  const chart = of(o.chart, book);
  const lines = seriesOf(chart);
  const line = lines[o.index] ?? missing("ChartSeries");
  if (sheet !== chart.sheet || chart.seriesBy !== "columns" || zone.columns !== 1)
    book.unsupported("ChartSeries.setValues(other than one column of the sheet)");
  const above = chart.names ? 0 : 1;
  const rows = { row: zone.row - above, rows: zone.rows + above };
  const moved = zone.column - line.column;
  if (moved !== 0 && o.index > 0) book.unsupported("ChartSeries.setValues(columns apart)");
  const all = lines.reduce(hull);
  const labels = labelsOf(chart);
  change(o.chart, book, {
    source: { ...all, ...rows, column: all.column + moved },
    labels: labels && { ...labels, ...rows },
  });
}

function sourceText(o: SeriesNode, book: Book, dimension: string): string {
  const chart = of(o.chart, book);
  const zone = dimension === "Categories" ? labelsOf(chart) : seriesOf(chart)[o.index];
  if (!["Categories", "Values"].includes(dimension)) book.unsupported(`ChartSeriesDimension.${dimension}`);
  if (!zone) return "";
  const { row, column, rows, columns } = figuresOf(chart, zone);
  const dollars = a1({ row, column, rows, columns }).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
  return `${quoted(book.sheet(chart.sheet).name)}!${dollars}`;
}

const series = (chart: ChartNode, index: number): SeriesNode => ({ kind: seriesKind as Kind, chart, index });

const seriesListKind: Kind<PartNode> = {
  name: "ChartSeriesCollection",
  get: { count: (o, book) => seriesCount(of(o.chart, book)) },
  items: (o, book) => Array.from({ length: seriesCount(of(o.chart, book)) }, (_, i) => series(o.chart, i)),
  call: {
    getCount: (o, book) => seriesCount(of(o.chart, book)),
    getItemAt: (o, book, index: number) =>
      index >= 0 && index < seriesCount(of(o.chart, book))
        ? series(o.chart, index)
        : invalid(`series ${index}`),
  },
};

const seriesKind: Kind<SeriesNode> = {
  name: "ChartSeries",
  get: {
    name: (o, book) => {
      const chart = of(o.chart, book);
      if (chart.names) return chart.names[o.index] ?? "";
      const { row, column } = seriesOf(chart)[o.index] ?? missing("ChartSeries");
      return book.grid.cell(chart.sheet, row, column).text;
    },
  },
  set: {
    name: (o, book, name: string) => {
      const chart = of(o.chart, book);
      const heading = seriesKind.get?.name?.(o, book);
      if (!chart.names && heading === name) return;
      const names = chart.names ?? book.unsupported("ChartSeries.name over a heading");
      change(o.chart, book, { names: names.map((old, i) => (i === o.index ? name : old)) });
    },
    // Lines over columns: the one mixture the grid knows.
    chartType: (o, book, type: string) => {
      const chart = of(o.chart, book);
      const wanted = TYPES[type] ?? book.unsupported(`ChartType.${type}`);
      if (wanted === chart.kind) return;
      if (wanted !== "line" || chart.kind !== "column")
        book.unsupported(`ChartSeries.chartType ${type} in a ${chart.kind} chart`);
      change(o.chart, book, { lines: [...(chart.lines ?? []).filter((i) => i !== o.index), o.index] });
    },
    markerStyle: (_o, book, style: string) => {
      if (!["None", "Automatic", "Circle"].includes(style)) book.unsupported(`ChartMarkerStyle.${style}`);
    },
  },
  child: { format: (o) => ({ ...o, kind: seriesFormatKind as Kind }) },
  call: { setXAxisValues, setValues, getDimensionDataSourceString: sourceText },
};
const seriesFormatKind: Kind<SeriesNode> = {
  name: "ChartSeriesFormat",
  child: {
    fill: (o) => ({ ...o, kind: seriesFillKind as Kind }),
    line: (o) => ({ ...o, kind: seriesLineKind as Kind }),
  },
};

const isLine = (o: SeriesNode, book: Book): boolean => {
  const { kind, lines } = of(o.chart, book);
  return kind === "line" || lines?.includes(o.index) === true;
};

const seriesLineKind: Kind<SeriesNode> = {
  name: "ChartLineFormat",
  set: {
    // The outline of a column is not drawn by the grid.
    color: (o, book, color: string) => {
      if (isLine(o, book)) paintSeries(o, book, color);
    },
    // The grid draws whole lines only.
    lineStyle: (_o, book, style: string) => {
      const known = ["Continuous", "Dash", "DashDot", "Dot", "RoundDot"];
      if (!known.includes(style)) book.unsupported(`ChartLineStyle.${style}`);
    },
    weight: (_o, _book, points: number) => {
      if (!(points > 0)) invalid(`weight ${points}`);
    },
  },
};

function paintSeries(o: SeriesNode, book: Book, color: string): void {
  if (!/^#[0-9a-f]{6}$/i.test(color)) invalid(`colour ${color}: write #RRGGBB`);
  const chart = of(o.chart, book);
  const colors = Array.from({ length: seriesCount(chart) }, (_, i) => chart.colors?.[i] ?? "");
  colors[o.index] = color.toUpperCase();
  change(o.chart, book, { colors });
}

const seriesFillKind: Kind<SeriesNode> = {
  name: "ChartFill",
  call: { setSolidColor: paintSeries },
};

const chartKind: Kind<ChartNode> = {
  name: "Chart",
  id: (o) => `{${o.id}}`,
  get: {
    id: (o) => `{${o.id}}`,
    name: (o, book) => nameOf(book, of(o, book).id),
    chartType: (o, book) => {
      const { kind } = of(o, book);
      return Object.keys(TYPES).find((type) => TYPES[type] === kind);
    },
    left: (o, book) => offset(o.sheet, book, of(o, book).anchor).left * POINT,
    top: (o, book) => offset(o.sheet, book, of(o, book).anchor).top * POINT,
    width: (o, book) => of(o, book).width * POINT,
    height: (o, book) => of(o, book).height * POINT,
  },
  set: {
    name: rename,
    // A chart of the grid hangs on a cell: the nearest one above and to the left.
    left: (o, book, left: number) => {
      const { anchor } = of(o, book);
      const column = fitting(left / POINT, (i) => book.grid.columnWidth(o.sheet, i));
      change(o, book, { anchor: { ...anchor, column } });
    },
    top: (o, book, top: number) => {
      const { anchor } = of(o, book);
      const row = fitting(top / POINT, (i) => book.grid.rowHeight(o.sheet, i));
      change(o, book, { anchor: { ...anchor, row } });
    },
    width: (o, book, width: number) => change(o, book, { width: Math.round(width / POINT) }),
    height: (o, book, height: number) => change(o, book, { height: Math.round(height / POINT) }),
  },
  child: {
    worksheet: (o) => worksheet(o.sheet),
    title: part(titleKind),
    legend: part(legendKind),
    axes: part(axesKind),
    series: part(seriesListKind),
  },
  call: {
    setPosition,
    delete: (o, book) => {
      const { id, sheet } = of(o, book);
      if (book.isDraft(id)) book.dropDraft(id);
      else book.write({ do: "deleteChart", sheet, id });
    },
  },
};

export const chartsKind: Kind<SheetNode> = {
  name: "ChartCollection",
  get: { count: (o, book) => book.charts(o.sheet).length },
  items: (o, book) => book.charts(o.sheet).map(({ id }) => node(o.sheet, id)),
  call: {
    add,
    getCount: (o, book) => book.charts(o.sheet).length,
    getItem: (o, book, key: string) => find(o, book, key) ?? missing(key),
    getItemOrNullObject: (o, book, key: string) => find(o, book, key) ?? NULL,
  },
};
