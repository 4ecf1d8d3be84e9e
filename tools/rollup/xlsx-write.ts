// Painted tables as an .xlsx file: native formulas with their values beside them, formats, looks, colours by value, charts.
import { strToU8 } from "fflate";
import { addressOf, areaOf, sheetPrefix } from "../../core/block";
import type { Role, TableCell } from "../../core/tables/model";
import { type Painted, paint } from "../../core/tables/paint";
import { VERSION } from "../../core/version";
import { LOOKS } from "../../sidebar/look";
import { zipOf } from "../zip";
import type { Sheet } from "./book";
import { chartXml, drawingXml } from "./chart";

/** What a sheet of .xlsx can hold. */
export const MOST_ROWS = 1_048_576;

const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

const part = (content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
const argb = (color: string): string => `FF${color.slice(1)}`;

const LINE_HEIGHT = 15.5;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Every pair of role and number format that occurs, in order. */
class Styles {
  private readonly places = new Map<string, number>();
  private readonly formats: string[] = [];
  private readonly fonts: string[] = ['<font><sz val="11"/><name val="Calibri"/></font>'];
  private readonly fills: string[] = ["none", "gray125"].map(
    (kind) => `<fill><patternFill patternType="${kind}"/></fill>`,
  );
  private readonly xfs: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'];
  private readonly colors: string[] = [];

  of(role: Role, format: string): number {
    const key = `${role} ${format}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const { bold, italic, color, fill, size, wrap } = LOOKS[role];
    const font = `<font>${bold ? "<b/>" : ""}${italic ? "<i/>" : ""}<sz val="${size ?? 11}"/>${color ? `<color rgb="${argb(color)}"/>` : ""}<name val="Calibri"/></font>`;
    const filled = fill
      ? `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/></patternFill></fill>`
      : (this.fills[0] as string);
    const number = format === "General" ? 0 : 164 + place(this.formats, format);
    const xf = `<xf numFmtId="${number}" fontId="${place(this.fonts, font)}" fillId="${place(this.fills, filled)}" borderId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${wrap ? '<alignment wrapText="1" vertical="center"/>' : ""}</xf>`;
    this.places.set(key, this.xfs.length);
    return this.xfs.push(xf) - 1;
  }

  colored(fill: string, color: string): number {
    return place(
      this.colors,
      `<dxf><font><color rgb="${argb(color)}"/></font><fill><patternFill><bgColor rgb="${argb(fill)}"/></patternFill></fill></dxf>`,
    );
  }

  xml(): string {
    const listed = (name: string, items: readonly string[]): string =>
      `<${name} count="${items.length}">${items.join("")}</${name}>`;
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`,
    );
    return `<styleSheet xmlns="${MAIN}">${formats.length > 0 ? listed("numFmts", formats) : ""}${listed("fonts", this.fonts)}${listed("fills", this.fills)}<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>${listed("cellXfs", this.xfs)}${listed("dxfs", this.colors)}</styleSheet>`;
  }
}

function place(list: string[], item: string): number {
  const found = list.indexOf(item);
  return found >= 0 ? found : list.push(item) - 1;
}

function cellXml(at: string, style: number, content: string | number, value: string | number): string {
  const formula =
    typeof content === "string" && content.startsWith("=") ? `<f>${escaped(content.slice(1))}</f>` : "";
  if (typeof value === "number") return `<c r="${at}" s="${style}">${formula}<v>${value}</v></c>`;
  if (formula) return `<c r="${at}" s="${style}" t="str">${formula}<v>${escaped(value)}</v></c>`;
  // The apostrophe is how a host types text; in a file the type of the cell says it.
  return value === ""
    ? `<c r="${at}" s="${style}"/>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

function sheetXml({ table, freeze }: Sheet, painted: Painted, styles: Styles): string {
  const rows = table.rows.map((line, r) => {
    const cells = line.map(({ role, value }: TableCell, c) => {
      const content = painted.cells[r]?.[c] ?? "";
      return cellXml(addressOf(r, c), styles.of(role, painted.formats[r]?.[c] ?? "General"), content, value);
    });
    // Excel does not make a wrapped heading's row higher by itself.
    const lines = line.map(({ role, value }, c) =>
      role === "header" ? Math.ceil((String(value).length * 1.2) / (table.widths[c] ?? 10)) : 1,
    );
    const high = Math.max(...lines);
    return `<row r="${r + 1}"${high > 1 ? ` ht="${LINE_HEIGHT * high}" customHeight="1"` : ""}>${cells.join("")}</row>`;
  });
  const conditions = (painted.conditions ?? []).map((one, i) => {
    const { row, column, rows: height, columns: width } = one.area;
    const first = addressOf(row, column);
    const rule =
      one.when === "scale"
        ? `<cfRule type="colorScale" priority="${i + 1}"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="${argb(one.low)}"/><color rgb="${argb(one.high)}"/></colorScale></cfRule>`
        : `<cfRule type="expression" dxfId="${styles.colored(one.fill, one.color)}" priority="${i + 1}"><formula>${escaped(
            one.when === "is" ? `${first}="${one.text}"` : `AND(ISNUMBER(${first}),${first}>${one.value})`,
          )}</formula></cfRule>`;
    return `<conditionalFormatting sqref="${areaOf(row, column, height, width)}">${rule}</conditionalFormatting>`;
  });
  const pane = freeze
    ? `<pane ySplit="${freeze}" topLeftCell="A${freeze + 1}" activePane="bottomLeft" state="frozen"/>`
    : "";
  const widths = table.widths.map(
    (width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width + 1.5}" customWidth="1"/>`,
  );
  const { print } = painted;
  const footer = print?.footer ? `&L${print.footer.replace(/&/g, "&&")}` : "";
  return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>${rows.join("")}</sheetData>${conditions.join("")}<pageSetup paperSize="9" orientation="${print?.landscape ? "landscape" : "portrait"}" fitToHeight="0"/><headerFooter><oddFooter>${escaped(`${footer}&R&A, &P/&N`)}</oddFooter></headerFooter>${painted.chart ? '<drawing r:id="rId1"/>' : ""}</worksheet>`;
}

export function writeBook(sheets: readonly Sheet[]): Uint8Array {
  const styles = new Styles();
  const files = new Map<string, Uint8Array>();
  const titles: string[] = [];
  const charts: string[] = [];
  sheets.forEach((sheet, i) => {
    const painted = paint(sheet.table, "plain", { sheet: sheet.name, row: 0, column: 0, chartBelow: true });
    files.set(`xl/worksheets/sheet${i + 1}.xml`, part(sheetXml(sheet, painted, styles)));
    const { chart } = painted;
    if (chart) {
      const n = i + 1;
      charts.push(
        `<Override PartName="/xl/drawings/drawing${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/><Override PartName="/xl/charts/chart${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
      );
      const link = (kind: string, target: string): Uint8Array =>
        part(
          `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`,
        );
      files.set(`xl/worksheets/_rels/sheet${n}.xml.rels`, link("drawing", `../drawings/drawing${n}.xml`));
      files.set(`xl/drawings/_rels/drawing${n}.xml.rels`, link("chart", `../charts/chart${n}.xml`));
      files.set(`xl/drawings/drawing${n}.xml`, part(drawingXml(chart)));
      files.set(
        `xl/charts/chart${n}.xml`,
        part(chartXml(sheet.name, chart, (r, c) => sheet.table.rows[r]?.[c]?.value ?? "")),
      );
    }
    const header = painted.print?.header ?? sheet.freeze - 1;
    if (header >= 0)
      titles.push(
        `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">${escaped(sheetPrefix(sheet.name))}$${header + 1}:$${header + 1}</definedName>`,
      );
  });
  const overrides = sheets.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  files.set(
    "[Content_Types].xml",
    part(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>${overrides.join("")}${charts.join("")}</Types>`,
    ),
  );
  files.set(
    "_rels/.rels",
    part(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    ),
  );
  files.set(
    "docProps/app.xml",
    part(
      `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>UCJ Planner ${VERSION}</Application></Properties>`,
    ),
  );
  files.set(
    "xl/workbook.xml",
    part(
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets
        .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join(
          "",
        )}</sheets>${titles.length > 0 ? `<definedNames>${titles.join("")}</definedNames>` : ""}<calcPr fullCalcOnLoad="1"/></workbook>`,
    ),
  );
  files.set(
    "xl/_rels/workbook.xml.rels",
    part(
      `<Relationships xmlns="${PACKAGE}/relationships">${sheets
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
  );
  files.set("xl/styles.xml", part(styles.xml()));
  return zipOf(files);
}
