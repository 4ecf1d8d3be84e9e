// Planned sheets to an .xlsx file through excelize, every formula with its value beside it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { addressOf, areaOf, columnAt, sheetPrefix } from "../../core/block";
import type { Area, PaintedChart } from "../../core/tables/paint";
import { VERSION } from "../../core/version";
import { LOOKS } from "../../sidebar/look";
import { createGrid, type Library } from "../../workbench/grid";
import { zipOf } from "../zip";
import type { PlannedCell, PlannedSheet } from "./plan";

type Excelize = Awaited<ReturnType<typeof import("excelize-wasm").init>>;
type File = ReturnType<Excelize["NewFile"]>;

// Node 20 lacks what the grid library expects of Node 22.
const groups = Object as { groupBy?: unknown };
groups.groupBy ??= <T>(items: Iterable<T>, keyOf: (item: T, i: number) => PropertyKey) => {
  const found: Record<PropertyKey, T[]> = Object.create(null);
  let i = 0;
  for (const item of items) {
    const key = keyOf(item, i++);
    found[key] = [...(found[key] ?? []), item];
  }
  return found;
};

/** The library answers faults instead of throwing them. */
function must<T extends { error: string | null }>(answer: T): T {
  if (answer.error) throw new Error(answer.error);
  return answer;
}

/** Its enumerations exist in the types alone. */
const CHARTS = { bar: 6, stackedBar: 7, column: 21, stackedColumn: 22, line: 41 } as const;
const DAY = "2026-01-01T00:00:00Z";
const A4 = 9;
const LINE_HEIGHT = 15.5;
const INK = "404040";
const GENERAL = "General";

const rangeOf = ({ row, column, rows, columns }: Area): string => areaOf(row, column, rows, columns);
const fixed = (sheet: string, area: Area): string =>
  sheetPrefix(sheet) + rangeOf(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

export async function writeBook(sheets: readonly PlannedSheet[]): Promise<Uint8Array> {
  const { init } = await import("excelize-wasm");
  const excelize = await init(join(process.cwd(), "node_modules/excelize-wasm/excelize.wasm.gz"));
  const file = excelize.NewFile();
  const styles = new Map<string, number>();
  const styleOf = ({ role, format }: PlannedCell): number => {
    const key = `${role} ${format ?? ""}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    const { bold, italic, color, fill, size, wrap } = LOOKS[role];
    const { style } = must(
      file.NewStyle({
        Font: {
          Bold: bold ?? false,
          Italic: italic ?? false,
          Size: size ?? 11,
          Family: "Calibri",
          ...(color && { Color: color.slice(1) }),
        },
        ...(fill && { Fill: { Type: "pattern", Pattern: 1, Color: [fill.slice(1)] } }),
        ...(role === "input" && {
          Fill: { Type: "pattern", Pattern: 1, Color: ["EFF6FF"] },
          Border: ["left", "right", "top", "bottom"].map((Type) => ({ Type, Color: "BFDBFE", Style: 1 })),
        }),
        Alignment: {
          WrapText: wrap ?? false,
          Vertical: wrap ? "center" : "bottom",
          // Beside a number, text needs air.
          ...((role === "figure" || role === "total") &&
            (format ?? GENERAL) === GENERAL && { Horizontal: "left", Indent: 1 }),
        },
        ...(format && format !== GENERAL && { CustomNumFmt: format }),
      }),
    );
    styles.set(key, style);
    return style;
  };

  sheets.forEach(({ name }, i) => {
    must(i === 0 ? file.SetSheetName("Sheet1", name) : file.NewSheet(name));
  });
  for (const sheet of sheets) writeSheet(file, sheet, styleOf);
  must(file.SetCalcProps({ FullCalcOnLoad: true }));
  must(
    file.SetDocProps({
      Title: "Templat UCJ tanpa add-in",
      Creator: "UCJ Planner",
      LastModifiedBy: "UCJ Planner",
      Description: `UCJ Planner ${VERSION}`,
      Language: "id-ID",
      Created: DAY,
      Modified: DAY,
    }),
  );
  must(file.SetAppProps({ Application: "UCJ Planner", AppVersion: "16.0300" }));
  file.SetActiveSheet(0);
  const { buffer } = must(file.WriteToBuffer());
  return withValues(buffer as Uint8Array, sheets);
}

function writeSheet(file: File, sheet: PlannedSheet, styleOf: (cell: PlannedCell) => number): void {
  const { name, rows, widths, headers, typing, colors, chart, freeze, print } = sheet;
  rows.forEach((line, r) => {
    line.forEach((cell, c) => {
      if (!cell) return;
      const at = addressOf(r, c);
      must(file.SetCellStyle(name, at, at, styleOf(cell)));
      const { content } = cell;
      if (content === "") return;
      if (typeof content === "string" && content.startsWith("="))
        must(file.SetCellFormula(name, at, content.slice(1)));
      else must(file.SetCellValue(name, at, content));
    });
  });
  widths.forEach((width, c) => {
    const column = addressOf(0, c).slice(0, -1);
    must(file.SetColWidth(name, column, column, width + 1.5));
  });
  for (const r of headers) {
    const lines = (rows[r] ?? []).map((cell, c) =>
      Math.ceil((String(cell?.content ?? "").length * 1.2) / (widths[c] ?? 10)),
    );
    must(file.SetRowHeight(name, r + 1, LINE_HEIGHT * Math.max(1, ...lines)));
  }
  for (const one of typing)
    must(
      file.AddDataValidation(name, {
        Sqref: rangeOf(one.area),
        Type: one.type,
        ...(one.between && { Operator: "between", Formula1: one.between[0], Formula2: one.between[1] }),
        ...(one.formula && { Formula1: one.type === "list" ? `"${one.formula}"` : one.formula }),
        AllowBlank: true,
        ShowInputMessage: true,
        ShowErrorMessage: true,
        PromptTitle: one.title,
        Prompt: one.prompt,
        ErrorTitle: one.title,
        Error: one.error,
        ErrorStyle: one.warnOnly ? "warning" : "stop",
      }),
    );
  for (const one of colors) {
    const format = (): number =>
      "fill" in one
        ? must(
            file.NewConditionalStyle({
              Fill: { Type: "pattern", Pattern: 1, Color: [one.fill.slice(1)] },
              Font: { Color: one.color.slice(1) },
            }),
          ).style
        : 0;
    const first = addressOf(one.area.row, one.area.column);
    must(
      file.SetConditionalFormat(name, rangeOf(one.area), [
        one.when === "scale"
          ? {
              Type: "2_color_scale",
              Criteria: "=",
              MinType: "min",
              MaxType: "max",
              MinColor: one.low,
              MaxColor: one.high,
            }
          : {
              Type: "formula",
              // Text is above every number, so blank results would be coloured too.
              Criteria:
                one.when === "true"
                  ? one.formula
                  : one.when === "is"
                    ? `${first}="${one.text}"`
                    : `AND(ISNUMBER(${first}),${first}>${one.value})`,
              Format: format(),
            },
      ]),
    );
  }
  if (chart) {
    const [{ row, column } = { row: 0, column: 0 }] = chart.series;
    const shown = rows[row + 1]?.[column]?.format;
    const characters = widths.reduce((sum, one) => sum + one, 0);
    addChart(file, name, chart, shown?.includes("%") ? "0%" : "#,##0", Math.min(1000, characters * 7));
  }
  must(file.SetSheetView(name, 0, { ShowGridLines: false } as Parameters<File["SetSheetView"]>[2]));
  if (freeze)
    must(
      file.SetPanes(name, {
        Freeze: true,
        XSplit: 0,
        YSplit: freeze,
        TopLeftCell: addressOf(freeze, 0),
        ActivePane: "bottomLeft",
      }),
    );
  must(file.SetSheetProps(name, { FitToPage: true }));
  must(
    file.SetPageLayout(name, {
      Size: A4,
      Orientation: print.landscape ? "landscape" : "portrait",
      FitToWidth: 1,
      FitToHeight: 1,
    }),
  );
  must(
    file.SetHeaderFooter(name, {
      OddFooter: `&L${print.footer.replace(/&/g, "&&")}&R&A, &P/&N`,
    }),
  );
  if (print.header > 0)
    must(
      file.SetDefinedName({
        Name: "_xlnm.Print_Titles",
        RefersTo: `${sheetPrefix(name)}$${print.header + 1}:$${print.header + 1}`,
        Scope: name,
      }),
    );
}

function addChart(file: File, sheet: string, plot: PaintedChart, unit: string, width: number): void {
  const part = (lines: boolean) =>
    plot.series.flatMap((area, i) => {
      if ((plot.lines?.includes(i) ?? false) !== lines) return [];
      const color = (plot.colors[i] ?? "#1F4E79").slice(1);
      const values = { ...area, row: area.row + 1, rows: area.rows - 1 };
      const line = lines || plot.kind === "line";
      return [
        {
          Name: fixed(sheet, { ...area, rows: 1 }),
          Categories: fixed(sheet, plot.labels),
          Values: fixed(sheet, values),
          Fill: { Type: "pattern", Pattern: 1, Color: [color] },
          ...(line && {
            Line: { Width: 2.25, Smooth: false, Fill: { Type: "pattern", Pattern: 1, Color: [color] } },
            Marker: { Symbol: "none" },
          }),
        },
      ];
    });
  const common = {
    // A cell, so that it says what the figures say.
    Title: { Formula: plot.title, Font: { Size: 12, Bold: true, Color: INK } },
    Legend: { Position: "bottom" },
    Dimension: { Width: width, Height: 340 },
    YAxis: { MajorGridLines: true, Minimum: 0, Font: { Color: INK }, NumFmt: { CustomNumFmt: unit } },
    XAxis: { Font: { Color: INK } },
  };
  const base = { ...common, Type: CHARTS[plot.kind] as number, Series: part(false), GapWidth: 60 };
  const line = { ...common, Type: CHARTS.line as number, Series: part(true) };
  type Chart = Parameters<File["AddChart"]>[2];
  const at = addressOf(plot.row, plot.column);
  must(
    plot.lines && plot.lines.length > 0
      ? file.AddChart(sheet, at, base as unknown as Chart, line as unknown as Chart)
      : file.AddChart(sheet, at, base as unknown as Chart),
  );
}

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * Opened where nothing is computed (Protected View), a formula shows the value stored beside it, and so does a chart's
 * title. The writer's own calculator is not to be trusted with them; the grid's is tested with every formula of ours.
 */
function withValues(bytes: Uint8Array, sheets: readonly PlannedSheet[]): Uint8Array {
  const library = createRequire(join(process.cwd(), "package.json"))(
    "@odoo/o-spreadsheet/dist/o_spreadsheet.cjs",
  ) as Library;
  const { grid } = createGrid(library, { locale: "en" });
  grid.apply(sheets.map(({ name }) => ({ do: "addSheet", id: name, name })));
  // One by one: the grid stumbles when it packs formulas that begin alike.
  for (const { name, rows } of sheets)
    rows.forEach((line, row) => {
      line.forEach((cell, column) => {
        if (cell && cell.content !== "")
          grid.apply([{ do: "content", sheet: name, row, column, content: cell.content }]);
      });
    });
  const valueAt = (sheet: string, address: string): string | number | boolean => {
    const [, letters = "", digits = ""] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
    const { value } = grid.cell(sheet, Number(digits) - 1, columnAt(letters));
    if (typeof value === "object") throw new Error(`${sheet}!${address}: ${value.error}`);
    return value;
  };
  const parts = unzipSync(bytes);
  const rewrite = (path: string, change: (xml: string) => string): void => {
    parts[path] = strToU8(change(strFromU8(parts[path] as Uint8Array)));
  };
  sheets.forEach(({ name }, i) => {
    rewrite(`xl/worksheets/sheet${i + 1}.xml`, (xml) =>
      xml.replace(
        /<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)(?:<v>[^<]*<\/v>)?<\/c>/g,
        (_, at: string, attributes: string, formula: string) => {
          const value = valueAt(name, at);
          const style = attributes.replace(/ t="[^"]*"/, "");
          const type = typeof value === "number" ? "" : ' t="str"';
          return `<c r="${at}"${style}${type}>${formula}<v>${escaped(String(value))}</v></c>`;
        },
      ),
    );
  });
  // Kinds of pictures, none of them inside, in another order each time.
  rewrite("[Content_Types].xml", (xml) =>
    xml.replace(/<Default [^>]*ContentType="image\/[^>]*><\/Default>/g, ""),
  );
  for (const path of Object.keys(parts).filter((name) => name.startsWith("xl/charts/chart")))
    rewrite(path, (xml) =>
      xml.replace(
        /(<title><tx><strRef><f>)([^<!]+)!([^<]+)<\/f>/,
        (_, before: string, sheet: string, at: string) =>
          `${before}${sheet}!${at}</f><strCache><ptCount val="1"/><pt idx="0"><v>${escaped(String(valueAt(sheet, at)))}</v></pt></strCache>`,
      ),
    );
  return zipOf(new Map(Object.entries(parts)));
}
