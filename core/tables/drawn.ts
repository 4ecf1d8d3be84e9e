// What a table has on its sheet beside its cells (chart, colours by condition, page), and how that follows a table written anew.
import { FILLS, HEAT } from "./columns";
import { heightOf, onOnePage, rowsWithChart } from "./extent";
import type { When } from "./model";
import type { Area, Painted, PaintedChart } from "./paint";

export type PaintedCondition = When & { readonly area: Area };

export interface DrawnChart {
  readonly id: string;
  readonly title: string;
  /** Labels first, then the series; none where the host does not tell, or where one of them is no range. */
  readonly ranges: readonly Area[];
  /** What its series are called; none where the host does not tell. */
  readonly names: readonly string[];
  /** From the top of the sheet, in the measure of `rowHeight`. */
  readonly top: number;
  readonly height: number;
}

/** How the sheet is printed: its repeated row, whether it is to fit one page, the text at the lower left, the area. */
export interface DrawnPage {
  readonly header: number;
  readonly onePage: boolean;
  readonly footer: string;
  readonly area?: Area | undefined;
}

export interface Drawn {
  readonly charts: readonly DrawnChart[];
  /** A chart's ranges begin with their headings. */
  readonly headed: boolean;
  /** Charts are there that do not say what they plot. */
  readonly mute: boolean;
  readonly conditions: readonly (PaintedCondition & { readonly id: string })[];
  /** Where the row below the table begins, and how high a row is. */
  readonly end: number;
  readonly rowHeight: number;
  /** Where the host knows pages, and this one is still as a table set it up. */
  readonly page?: DrawnPage | undefined;
}

/** Only what changes. */
export interface Redraw {
  readonly chart?: {
    readonly id: string;
    readonly title?: string;
    readonly ranges?: readonly Area[];
    readonly names?: readonly string[];
    readonly top?: number;
    readonly height?: number;
  };
  readonly plot?: PaintedChart;
  /** A chart that goes. */
  readonly unplot?: string;
  /** Conditional formats that go. */
  readonly drop: readonly string[];
  readonly add: readonly PaintedCondition[];
  readonly page?: DrawnPage;
}

/** What a redraw made. */
export interface Made {
  readonly chart: string | null;
  readonly conditions: readonly string[];
}

/** The table as it stood. */
export interface Stood {
  readonly area: Area;
  /** Row of its headings. */
  readonly header: number;
  /** The title it gave its chart; undefined where it had none. */
  readonly chart: string | undefined;
}

/**
 * `followed`: the chart shows the table as it is now. The others stay as they are: `gone` is no longer to be found,
 * `mute` does not say what it plots, `several` could each be it, `other` has another number of series.
 */
export type ChartFate = "followed" | "gone" | "mute" | "several" | "other" | "none";

const within = (one: Area, all: Area): boolean =>
  one.row >= all.row &&
  one.column >= all.column &&
  one.row + one.rows <= all.row + all.rows &&
  one.column + one.columns <= all.column + all.columns;

/** One by one, where a host keeps neighbours as one range. */
const columnsIn = (ranges: readonly Area[]): Area[] =>
  ranges.flatMap((range) =>
    Array.from({ length: range.columns }, (_, i) => ({ ...range, column: range.column + i, columns: 1 })),
  );
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Colours that only a table paints. */
const palette = (when: When): string =>
  (when.when === "scale" ? `${when.low}${when.high}` : `${when.fill}${when.color}`).toUpperCase();
const OURS: ReadonlySet<string> = new Set(
  [...Object.values(FILLS).map((fill) => `${fill.fill}${fill.color}`), palette(HEAT)].map((one) =>
    one.toUpperCase(),
  ),
);
const plain = ({ area: { row, column, rows, columns }, ...when }: PaintedCondition): string =>
  [
    row,
    column,
    rows,
    columns,
    palette(when),
    when.when === "is" ? when.text : when.when === "above" ? when.value : "",
  ].join("|");

function rangesOf({ labels, series, names }: PaintedChart, headed: boolean): Area[] {
  const above = names ? 0 : 1;
  return headed
    ? [{ ...labels, row: labels.row - above, rows: labels.rows + above }, ...series]
    : [labels, ...series.map((one) => ({ ...one, row: one.row + above, rows: one.rows - above }))];
}

function chartOf(drawn: Drawn, stood: Stood): DrawnChart | Exclude<ChartFate, "followed" | "other"> {
  if (stood.chart === undefined) return "none";
  const own = drawn.charts.filter(
    ({ ranges }) => ranges.length > 0 && ranges.every((range) => within(range, stood.area)),
  );
  const titled = own.filter(({ title }) => title === stood.chart);
  const found = titled.length > 0 ? titled : own;
  if (found.length > 1) return "several";
  return found[0] ?? (drawn.mute ? "mute" : "gone");
}

/** @param table as it was written: its chart hangs below it */
export function redrawOf(
  drawn: Drawn,
  stood: Stood,
  table: Painted,
  rows: number,
): { change: Redraw | undefined; back: (made: Made) => Redraw; fate: ChartFate } {
  const conditions = conditionsOf(drawn, stood, table);
  const page = pageOf(drawn, stood, table, rows);
  const chart = chartOf(drawn, stood);
  let fate: ChartFate = typeof chart === "string" ? chart : table.chart ? "followed" : "other";
  let [now, before]: [Redraw["chart"], Redraw["chart"]] = [undefined, undefined];
  const plot = fate === "none" ? table.chart : undefined;
  if (typeof chart === "object" && table.chart) {
    const ranges = rangesOf(table.chart, drawn.headed);
    if (columnsIn(ranges).length !== columnsIn(chart.ranges).length) fate = "other";
    else [now, before] = moved(drawn, stood, chart, table, table.chart, rows);
  }
  const change: Redraw = {
    ...(now && { chart: now }),
    ...(plot && { plot }),
    drop: conditions.old.map(({ id }) => id),
    add: conditions.now,
    ...(page && { page: page.now }),
  };
  const idle = !now && !plot && !page && conditions.old.length + conditions.now.length === 0;
  return {
    change: idle ? undefined : change,
    back: (made) => ({
      ...(before && { chart: before }),
      ...(made.chart !== null && { unplot: made.chart }),
      drop: made.conditions,
      add: conditions.old.map(({ id: _, ...condition }) => condition),
      ...(page && { page: page.old }),
    }),
    fate,
  };
}

/** What of a chart is to be another, and what that was. */
function moved(
  drawn: Drawn,
  stood: Stood,
  chart: DrawnChart,
  table: Painted,
  plot: PaintedChart,
  rows: number,
): [Redraw["chart"], Redraw["chart"]] {
  const { id, title, top, height } = chart;
  const header = plot.series[0]?.row;
  const headings = plot.series.map(({ row, column }) =>
    String(table.cells[row - table.area.row]?.[column - table.area.column] ?? "").replace(/^'/, ""),
  );
  const [now, before]: Record<string, unknown>[] = [{}, {}];
  const set = (key: keyof DrawnChart, value: unknown): void => {
    if (same(chart[key], value)) return;
    (now as Record<string, unknown>)[key] = value;
    (before as Record<string, unknown>)[key] = chart[key];
  };
  // A title of the planner's own stays.
  if (title === stood.chart) set("title", plot.title);
  const ranges = rangesOf(plot, drawn.headed);
  if (!same(columnsIn(ranges), columnsIn(chart.ranges))) set("ranges", ranges);
  // Names of its own, or those of a heading that stands elsewhere now; another name is the planner's.
  if (chart.names.length > 0 && (plot.names || header !== stood.header)) set("names", plot.names ?? headings);
  // What hangs below the table keeps its distance; what the planner put elsewhere stays there.
  const more = rows - stood.area.rows;
  if (top >= drawn.end - drawn.rowHeight / 2) set("top", top + more * drawn.rowHeight);
  const labels = chart.ranges[0]?.rows ?? 0;
  const taller =
    heightOf(plot) - heightOf({ ...plot, labels: { ...plot.labels, rows: labels - (drawn.headed ? 1 : 0) } });
  if (taller !== 0 && height > 0)
    set("height", Math.round((height * heightOf(plot)) / (heightOf(plot) - taller)));
  return Object.keys(now as object).length === 0
    ? [undefined, undefined]
    : [
        { id, ...now },
        { id, ...before },
      ];
}

function conditionsOf({ conditions }: Drawn, { area }: Stood, table: Painted) {
  const wanted = new Set((table.conditions ?? []).map(plain));
  // Each once: what an earlier writing added again goes too.
  const old = conditions.filter((one) => {
    const ours = one.area.columns === 1 && within(one.area, area) && OURS.has(palette(one));
    return ours && !wanted.delete(plain(one));
  });
  return { old, now: (table.conditions ?? []).filter((one) => wanted.has(plain(one))) };
}

function pageOf({ page }: Drawn, stood: Stood, table: Painted, rows: number) {
  if (!page || !table.print || page.header !== stood.header) return undefined;
  const more = rows - stood.area.rows;
  const { area } = page;
  const reaches = area && area.row + area.rows >= stood.area.row + stood.area.rows;
  const now: DrawnPage = {
    header: table.print.header,
    onePage: onOnePage(table.print, rowsWithChart(table) - table.area.rows + rows),
    footer: table.print.footer,
    ...(area && { area: reaches ? { ...area, rows: area.rows + more } : area }),
  };
  return same(now, page) ? undefined : { now, old: page };
}
