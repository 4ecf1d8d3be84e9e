// Lays a table out: title, parameters in visible cells, columns whose rules give value and formula at once, total, notes.
import { VERSION } from "../version";
import type { Language, Words } from "../words";
import {
  blank,
  type ChartKind,
  type Condition,
  type Figure,
  type Role,
  type Shown,
  type TableCell,
  type TableModel,
  text,
  type When,
} from "./model";

export type Value = number | string;

/** A computed cell. It stays blank until everything it is `of` is a number. */
export interface Rule {
  /**
   * A column of the same row; "^key" in the row above; "$key" in the total row; "@key" a parameter; "#key" a column's
   * range, its count of numbers.
   */
  readonly of: readonly string[];
  readonly value: (...values: number[]) => Value;
  /** Gets a reference for each of `of`. */
  readonly plain: (...refs: string[]) => string;
  readonly live?: ((...refs: string[]) => string) | undefined;
  /** Something is divided by this one of them: it must be above 0. */
  readonly over?: number;
  /** How many of the last in `of` may be blank: their value is then NaN. */
  readonly optional?: number;
}

/** The column's sum over rows of the body, those only whose column `by` says `is`. */
export interface Sum {
  readonly from: number;
  readonly to: number;
  readonly by?: readonly [key: string, is: string];
}

/** One value out of whole columns ("key") and cells of parameters ("@key"), which arrive as columns of one. */
export interface Fold {
  readonly fold: readonly string[];
  readonly answer: (...columns: readonly (readonly Value[])[]) => Value;
  readonly formula: (...ranges: string[]) => string;
}

/** A number that is typed or fetched, a rule, a sum, a fold, a text ("" stays blank), or nothing yet: to be typed. */
export type Content = Figure | Rule | Sum | Fold | string | undefined;

export interface Column {
  readonly key: string;
  readonly words: Words;
  readonly shown: Shown;
  readonly width: number;
  readonly rule?: Rule | undefined;
  /** In the total row: the column's sum, nothing, or a rule of its own; otherwise its rule. */
  readonly total?: "sum" | "none" | Rule;
  /** Colours: a heat map, what is above 100 %, or words of status. */
  readonly look?: readonly When[];
}

export interface Parameter {
  readonly key: string;
  readonly words: Words;
  readonly shown: Shown;
  readonly content: Content;
}

export interface Row {
  readonly cells: Readonly<Record<string, Content>>;
  /** Set off as a total. */
  readonly total?: true;
}

/** Computed values, for messages. */
export interface Got {
  cell(row: number, key: string): Value;
  total(key: string): Value;
  parameter(key: string): Value;
}

export interface Plot {
  readonly kind: ChartKind;
  readonly title: string;
  readonly series: readonly string[];
  readonly colors: readonly string[];
  /** Series that are lines over columns. */
  readonly lines?: readonly string[];
  /** Body rows, first and last; all of them otherwise. */
  readonly rows?: readonly [number, number];
}

export interface Sheet {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  /** The first holds the labels. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Label and cells that differ from what the columns say; undefined for no total row. */
  readonly total?: Row | undefined;
  readonly after: (got: Got) => {
    readonly notes: readonly (string | undefined)[];
    readonly chart?: Plot | undefined;
  };
  readonly footer?: string;
}

const isRule = (content: Content): content is Rule => typeof content === "object" && "of" in content;
const isSum = (content: Content): content is Sum => typeof content === "object" && "to" in content;
const isFigure = (content: Content): content is Figure =>
  typeof content === "object" && "value" in content && typeof content.value === "number";
const isFold = (content: Content): content is Fold => typeof content === "object" && "fold" in content;

/** The visible sign by which a written table is found again; see found.ts. */
export const markOf = (kind: string): string => `UCJ Planner ${VERSION} · ${kind}`;
/** The kind of table a cell's text is the sign of. */
export const kindOfMark = (cell: string): string | undefined =>
  /^UCJ Planner \d\S* · (\w+)(?: \d+×\d+.*)?$/.exec(cell.trim())?.[1];

export function frame(sheet: Sheet, language: Language): TableModel {
  const { columns, parameters, rows } = sheet;
  const header = parameters.length + 2;
  const first = header + 1;
  const last = first + rows.length - 1;
  const foot = last + 1;
  const place = new Map(columns.map(({ key }, c) => [key, c]));
  const parameterAt = new Map(parameters.map(({ key }, i) => [key, i]));
  const all: readonly Row[] = sheet.total ? [...rows, { ...sheet.total, total: true }] : rows;

  const known: (Value | undefined)[][] = all.map(() => []);
  const knownParameters: (Value | undefined)[] = [];
  const counts = new Map<string, number>();

  function contentAt(i: number, column: Column): Content {
    const { cells } = all[i] as Row;
    if (column.key in cells) return cells[column.key];
    if (i < rows.length) return column.rule;
    if (column.total === "sum") return { from: 0, to: rows.length - 1 };
    return column.total === "none" ? undefined : (column.total ?? column.rule);
  }
  function cell(i: number, key: string): Value {
    const c = place.get(key);
    if (c === undefined) return "";
    const line = known[i] as (Value | undefined)[];
    line[c] ??= compute(contentAt(i, columns[c] as Column), i, key);
    return line[c] as Value;
  }
  function parameter(key: string): Value {
    const i = parameterAt.get(key);
    if (i === undefined) return "";
    knownParameters[i] ??= compute((parameters[i] as Parameter).content, -1, key);
    return knownParameters[i] as Value;
  }
  function countOf(key: string): number {
    const found = counts.get(key) ?? rows.filter((_, i) => typeof cell(i, key) === "number").length;
    counts.set(key, found);
    return found;
  }
  function argument(name: string, i: number): Value {
    if (name.startsWith("@")) return parameter(name.slice(1));
    if (name.startsWith("#")) return countOf(name.slice(1));
    if (name.startsWith("$")) return cell(rows.length, name.slice(1));
    return name.startsWith("^") ? cell(i - 1, name.slice(1)) : cell(i, name);
  }
  function compute(content: Content, i: number, key: string): Value {
    if (content === undefined) return "";
    if (typeof content === "string") return content;
    if (isSum(content)) return sumUp(content, key);
    if (isFold(content)) return content.answer(...content.fold.map(columnOf));
    if (!isRule(content)) return content.value;
    const values = content.of.map((name) => argument(name, i));
    const needed = values.length - (content.optional ?? 0);
    if (values.slice(0, needed).some((value) => typeof value !== "number")) return "";
    if (content.over !== undefined && !((values[content.over] as number) > 0)) return "";
    const value = content.value(...values.map((one) => (typeof one === "number" ? one : Number.NaN)));
    return typeof value === "number" && !Number.isFinite(value) ? "" : value;
  }
  function columnOf(name: string): readonly Value[] {
    return name.startsWith("@") ? [parameter(name.slice(1))] : rows.map((_, i) => cell(i, name));
  }
  function sumUp({ from, to, by }: Sum, key: string): Value {
    let [sum, count] = [0, 0];
    for (let i = from; i <= to; i++) {
      const value = by && cell(i, by[0]) !== by[1] ? "" : cell(i, key);
      if (typeof value !== "number") continue;
      sum += value;
      count++;
    }
    return count > 0 ? sum : "";
  }
  function sumFormula({ from, to, by }: Sum, c: number): string {
    // Of one row there is nothing to pick: a range of one cell is written as the cell.
    if (from === to) return `IF(COUNT({${first + from},${c}})>0,{${first + from},${c}},"")`;
    const range = (column: number): string => `{${first + from},${column}}:{${first + to},${column}}`;
    const own = range(c);
    const sum = by ? `SUMIF(${range(place.get(by[0]) as number)},"${by[1]}",${own})` : `SUM(${own})`;
    return `IF(COUNT(${own})>0,${sum},"")`;
  }
  function refOf(name: string, i: number): string {
    const key = name.replace(/^[@#^$]/, "");
    if (name.startsWith("@")) return `{$${1 + (parameterAt.get(key) as number)},$1}`;
    const c = place.get(key) as number;
    if (name.startsWith("#")) return `{${first},${c}}:{${last},${c}}`;
    if (name.startsWith("$")) return `{$${foot},${c}}`;
    return `{${first + i - (name.startsWith("^") ? 1 : 0)},${c}}`;
  }
  function cellOf(content: Content, value: Value, i: number, shown: Shown, role: Role, c = 0): TableCell {
    if (content === undefined) return { value, shown, role };
    if (typeof content === "string") return { value, shown: "text", role };
    if (isSum(content)) return { value, plain: sumFormula(content, c), shown, role };
    if (isFold(content)) {
      const ranges = content.fold.map((name) => refOf(name.startsWith("@") ? name : `#${name}`, i));
      return { value, plain: content.formula(...ranges), shown, role };
    }
    if (!isRule(content)) return { value, ...(content.from && { plain: content.from }), shown, role };
    const refs = content.of.map((name) => refOf(name, i));
    const cells = refs
      .slice(0, refs.length - (content.optional ?? 0))
      .filter((_, k) => content.of[k]?.[0] !== "#");
    const count = `COUNT(${cells.join(",")})=${cells.length}`;
    const guarded = (formula: string): string =>
      cells.length === 0
        ? formula
        : `IF(${content.over !== undefined ? `AND(${count},${refs[content.over]}>0)` : count},${formula},"")`;
    const native = content.plain(...refs);
    return {
      value,
      plain: guarded(native),
      ...(content.live && { live: guarded(`IFERROR(${content.live(...refs)},${native})`) }),
      shown,
      role,
    };
  }

  const body = all.map((row, i) =>
    columns.map((column, c): TableCell => {
      const content = contentAt(i, column);
      const role: Role = row.total
        ? "total"
        : c === 0
          ? "label"
          : content === undefined || isFigure(content)
            ? "input"
            : "figure";
      return cellOf(content, cell(i, column.key), i, column.shown, role, c);
    }),
  );
  const got: Got = { cell, total: (key) => (sheet.total ? cell(rows.length, key) : ""), parameter };
  const { notes, chart } = sheet.after(got);
  const lines: TableCell[][] = [
    [text(sheet.title, "title")],
    ...parameters.map(({ key, words, shown, content }) => [
      text(words[language], "parameter"),
      cellOf(content, parameter(key), -1, shown, "parameter"),
    ]),
    [],
    columns.map(({ words }) => text(words[language], "header")),
    ...body,
    ...[...notes, chart && `${language === "id" ? "Grafik" : "Chart"}: ${chart.title}.`, markOf(sheet.kind)]
      .filter((note): note is string => !!note)
      .map((note) => [text(note, "note")]),
  ];
  const at = (key: string): number => place.get(key) as number;
  const conditions = columns.flatMap(({ look }, column): Condition[] =>
    (look ?? []).map((when) => ({
      ...when,
      part: { first, last: sheet.total && when.when !== "scale" ? foot : last, column },
    })),
  );
  const [from, to] = chart?.rows ?? [0, rows.length - 1];
  return {
    name: sheet.name,
    rows: lines.map((line) => [
      ...line,
      ...new Array<TableCell>(Math.max(0, columns.length - line.length)).fill(blank),
    ]),
    widths: columns.map(({ width }) => width),
    ...(chart && {
      chart: {
        kind: chart.kind,
        title: chart.title,
        header,
        first: first + from,
        last: first + to,
        labels: 0,
        series: chart.series.map(at),
        colors: chart.colors,
        ...(chart.lines && { lines: chart.lines.map((key) => chart.series.indexOf(key)) }),
      },
    }),
    ...(conditions.length > 0 && { conditions }),
    print: { landscape: columns.length > 6, header, footer: sheet.footer ?? "" },
  };
}
