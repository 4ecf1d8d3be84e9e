// Charts: the builder a script talks to, and the chart it leaves on the sheet.
import type { ChartKind, GridChart, Zone } from "../grid-types";
import { numberOf } from "./desk";
import { Exception, Service } from "./guard";
import { Range } from "./range";
import type { Sheet } from "./sheet";

const TYPES = { COLUMN: "column", BAR: "bar", LINE: "line", PIE: "pie", COMBO: "column" } as const;
type ChartType = keyof typeof TYPES;

interface Plan {
  readonly id?: string;
  readonly type: ChartType;
  readonly ranges: readonly Range[];
  readonly options: ReadonlyMap<string, unknown>;
  readonly anchor: { row: number; column: number };
  readonly byRows: boolean;
  /** Ranges begin with figures; series are called what the options say. */
  readonly bare?: true;
}

const SHOWN = new Set(["title", "isStacked", "width", "height", "colors", "series", "legend"]);
const POSITIONS = ["top", "bottom", "left", "right", "none"] as const;

export class Charts extends Service {
  constructor() {
    super("Charts");
  }
  get ChartType(): Record<ChartType, ChartType> {
    return { COLUMN: "COLUMN", BAR: "BAR", LINE: "LINE", PIE: "PIE", COMBO: "COMBO" };
  }
  get ChartMergeStrategy() {
    return { MERGE_COLUMNS: "MERGE_COLUMNS", MERGE_ROWS: "MERGE_ROWS" };
  }
  get Position() {
    return { TOP: "TOP", BOTTOM: "BOTTOM", LEFT: "LEFT", RIGHT: "RIGHT", NONE: "NONE" };
  }
}

/** One class for the general builder and for those of each type: a script may walk from one to the other. */
export class ChartBuilder extends Service {
  #plan: Plan;

  constructor(
    readonly sheet: Sheet,
    plan?: Plan,
  ) {
    super("EmbeddedChartBuilder");
    this.#plan = plan ?? {
      type: "COLUMN",
      ranges: [],
      options: new Map(),
      anchor: { row: 0, column: 0 },
      byRows: false,
    };
  }

  asColumnChart(): this {
    return this.#with({ type: "COLUMN" });
  }
  asBarChart(): this {
    return this.#with({ type: "BAR" });
  }
  asLineChart(): this {
    return this.#with({ type: "LINE" });
  }
  asPieChart(): this {
    return this.#with({ type: "PIE" });
  }
  asComboChart(): this {
    return this.#with({ type: "COMBO" });
  }
  setChartType(type: string): this {
    if (!(type in TYPES)) this.sheet.desk.guard.missing(`Charts.ChartType.${type}`);
    return this.#with({ type: type as ChartType });
  }
  addRange(range: Range): this {
    return this.#with({ ranges: [...this.#plan.ranges, range] });
  }
  clearRanges(): this {
    return this.#with({ ranges: [] });
  }
  setPosition(row: number, column: number, offsetX: number, offsetY: number): this {
    if (offsetX || offsetY) this.sheet.desk.ignored.add("EmbeddedChartBuilder.setPosition(offset)");
    return this.#with({ anchor: { row: row - 1, column: column - 1 } });
  }
  setOption(option: string, value: unknown): this {
    if (!SHOWN.has(option)) this.sheet.desk.ignored.add(`EmbeddedChartBuilder.setOption(${option})`);
    return this.#with({ options: new Map(this.#plan.options).set(option, value) });
  }
  setTitle(title: string): this {
    return this.setOption("title", title);
  }
  setStacked(): this {
    return this.setOption("isStacked", true);
  }
  setColors(colors: string[]): this {
    return this.setOption("colors", colors);
  }
  setLegendPosition(position: string): this {
    return this.setOption("legend", { position: position.toLowerCase() });
  }
  setNumHeaders(headers: number): this {
    if (headers === 0) return this.#with({ bare: true });
    if (headers !== 1) this.sheet.desk.ignored.add(`EmbeddedChartBuilder.setNumHeaders(${headers})`);
    return this;
  }
  setMergeStrategy(strategy: string): this {
    if (strategy !== "MERGE_COLUMNS") this.sheet.desk.guard.missing(`Charts.ChartMergeStrategy.${strategy}`);
    return this;
  }
  setTransposeRowsAndColumns(transpose: boolean): this {
    return this.#with({ byRows: transpose });
  }
  build(): EmbeddedChart {
    return new EmbeddedChart(this.sheet, this.#plan);
  }

  #with(change: Partial<Plan>): this {
    this.#plan = { ...this.#plan, ...change };
    return this;
  }
}

export class EmbeddedChart extends Service {
  constructor(
    readonly sheet: Sheet,
    readonly plan: Plan,
  ) {
    super("EmbeddedChart");
  }
  getChartId(): number | null {
    return this.plan.id === undefined ? null : numberOf(this.plan.id);
  }
  getRanges(): Range[] {
    return [...this.plan.ranges];
  }
  getOptions(): ChartOptions {
    return new ChartOptions(this.plan.options);
  }
  getContainerInfo(): ContainerInfo {
    return new ContainerInfo(this.plan.anchor);
  }
  modify(): ChartBuilder {
    return new ChartBuilder(this.sheet, this.plan);
  }
}

export class ContainerInfo extends Service {
  constructor(readonly anchor: { row: number; column: number }) {
    super("ContainerInfo");
  }
  getAnchorRow(): number {
    return this.anchor.row + 1;
  }
  getAnchorColumn(): number {
    return this.anchor.column + 1;
  }
  getOffsetX(): number {
    return 0;
  }
  getOffsetY(): number {
    return 0;
  }
}

export class ChartOptions extends Service {
  constructor(readonly options: ReadonlyMap<string, unknown>) {
    super("ChartOptions");
  }
  get(option: string): unknown {
    return this.options.get(option) ?? null;
  }
}

/** A chart as the grid holds it; Google's default size where the script named none. */
export function toGridChart({ plan, sheet }: EmbeddedChart, id: string): GridChart {
  const stacked = plan.options.get("isStacked") === true || plan.options.get("isStacked") === "true";
  const kind = TYPES[plan.type];
  return {
    id,
    sheet: sheet.id,
    kind: stacked && kind === "column" ? "stackedColumn" : stacked && kind === "bar" ? "stackedBar" : kind,
    title: String(plan.options.get("title") ?? ""),
    ...sourceOf(sheet, plan.ranges),
    seriesBy: plan.byRows ? "rows" : "columns",
    anchor: plan.anchor,
    width: Number(plan.options.get("width") ?? 600),
    height: Number(plan.options.get("height") ?? 371),
    ...look(plan.options),
    ...linesOf(plan, sheet),
    ...namesOf(plan),
  };
}

function namesOf({ bare, options, ranges }: Plan): Pick<GridChart, "names"> {
  if (!bare) return {};
  const series = (options.get("series") ?? {}) as Record<string, { labelInLegend?: string }>;
  // The first range holds the labels.
  return { names: ranges.slice(1).map((_, i) => series[i]?.labelInLegend ?? "") };
}

/** In a combination every series says what it is drawn as; Google draws the others as columns. */
function linesOf({ type, options }: Plan, { desk }: Sheet): Pick<GridChart, "lines"> {
  if (type !== "COMBO") return {};
  const series = Object.entries((options.get("series") ?? {}) as Record<string, { type?: string }>);
  const odd = series.find(([, own]) => own.type && !["line", "bars"].includes(own.type));
  if (odd || options.get("isStacked") === true)
    desk.guard.missing("EmbeddedComboChart (jenis campuran lain)");
  return { lines: series.flatMap(([i, own]) => (own.type === "line" ? [Number(i)] : [])) };
}

function look(options: Plan["options"]): Pick<GridChart, "legend" | "colors"> {
  const legend = options.get("legend") as string | { position?: string } | undefined;
  const wanted = typeof legend === "object" ? legend.position : legend;
  const position = POSITIONS.find((name) => name === wanted);
  const series = options.get("series") as Record<string, { color?: string }> | undefined;
  const colors = (options.get("colors") as string[] | undefined) ?? [];
  const count = Math.max(colors.length, ...Object.keys(series ?? {}).map((key) => Number(key) + 1));
  const painted = Array.from({ length: count }, (_, i) => series?.[i]?.color ?? colors[i] ?? "");
  return { ...(position && { legend: position }), ...(painted.some(Boolean) && { colors: painted }) };
}

export function fromGridChart(sheet: Sheet, chart: GridChart): EmbeddedChart {
  const types: Record<ChartKind, ChartType> = {
    column: "COLUMN",
    stackedColumn: "COLUMN",
    bar: "BAR",
    stackedBar: "BAR",
    line: "LINE",
    pie: "PIE",
  };
  return new EmbeddedChart(sheet, {
    id: chart.id,
    type: chart.lines?.length ? "COMBO" : types[chart.kind],
    ranges: [...(chart.labels ? [new Range(sheet, chart.labels)] : []), new Range(sheet, chart.source)],
    options: new Map<string, unknown>([
      ["title", chart.title],
      ["isStacked", chart.kind.startsWith("stacked")],
      ["width", chart.width],
      ["height", chart.height],
      ...(chart.colors ? [["colors", chart.colors] as const] : []),
      ...(chart.lines || chart.names ? [["series", seriesOptions(chart)] as const] : []),
      ...(chart.legend ? [["legend", { position: chart.legend }] as const] : []),
    ]),
    anchor: chart.anchor,
    byRows: chart.seriesBy === "rows",
    ...(chart.names && { bare: true as const }),
  });
}

const seriesOptions = ({ lines = [], names = [] }: GridChart): object =>
  Object.fromEntries(
    Array.from({ length: Math.max(names.length, ...lines.map((i) => i + 1)) }, (_, i) => [
      i,
      { ...(lines.includes(i) && { type: "line" }), ...(names[i] && { labelInLegend: names[i] }) },
    ]),
  );

/** A first range of one column that stands apart from the others holds the labels. */
function sourceOf(sheet: Sheet, ranges: readonly Range[]): Pick<GridChart, "source" | "labels"> {
  const [first, ...others] = ranges;
  const apart =
    first && others.length > 0 && first.zone.columns === 1
      ? Math.min(...others.map(({ zone }) => zone.column)) > first.zone.column + 1
      : false;
  return apart && first
    ? { source: union(sheet, others), labels: first.zone }
    : { source: union(sheet, ranges) };
}

/** The grid's charts have one source: columns between separate ranges are drawn too, and that is noted. */
function union(sheet: Sheet, ranges: readonly Range[]): Zone {
  const zones = ranges.map((range) => range.zone);
  if (zones.length === 0) throw new Exception("The chart has no data ranges.");
  const row = Math.min(...zones.map((zone) => zone.row));
  const column = Math.min(...zones.map((zone) => zone.column));
  const rows = Math.max(...zones.map((zone) => zone.row + zone.rows)) - row;
  const columns = Math.max(...zones.map((zone) => zone.column + zone.columns)) - column;
  const covered = zones.reduce((sum, zone) => sum + zone.rows * zone.columns, 0);
  if (ranges.some((range) => range.sheet.id !== sheet.id))
    sheet.desk.guard.missing("EmbeddedChartBuilder.addRange (lembar lain)");
  if (covered !== rows * columns) sheet.desk.ignored.add("EmbeddedChartBuilder.addRange (rentang terpisah)");
  return { row, column, rows, columns };
}
