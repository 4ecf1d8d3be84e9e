// A painted chart as the drawing and chart parts of an .xlsx file: columns, bars, lines, and lines over columns.
import { areaOf, sheetPrefix } from "../../core/block";
import type { Area, PaintedChart } from "../../core/tables/paint";

const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const SHEET = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Where the chart hangs, in cells; Excel takes it from there. */
const WIDE = 9;
const HIGH = 18;

export function drawingXml({ row, column }: PaintedChart): string {
  const corner = (name: string, c: number, r: number): string =>
    `<xdr:${name}><xdr:col>${c}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${r}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return `<xdr:wsDr xmlns:xdr="${SHEET}" xmlns:a="${MAIN}"><xdr:twoCellAnchor>${corner("from", column, row)}${corner("to", column + WIDE, row + HIGH)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Grafik"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
}

/** @param valueAt what a cell of the sheet shows, so that the chart is drawn where nothing is computed */
export function chartXml(
  sheet: string,
  chart: PaintedChart,
  valueAt: (row: number, column: number) => string | number,
): string {
  const fixed = (area: Area): string =>
    escaped(
      sheetPrefix(sheet) +
        areaOf(area.row, area.column, area.rows, area.columns).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"),
    );
  const values = (area: Area): (string | number)[] =>
    Array.from({ length: area.rows }, (_, i) => valueAt(area.row + i, area.column));
  const points = (list: readonly (string | number)[]): string =>
    `<c:ptCount val="${list.length}"/>${list
      .map((value, i) => (value === "" ? "" : `<c:pt idx="${i}"><c:v>${escaped(String(value))}</c:v></c:pt>`))
      .join("")}`;
  const texts = (area: Area): string =>
    `<c:strRef><c:f>${fixed(area)}</c:f><c:strCache>${points(values(area))}</c:strCache></c:strRef>`;
  const numbers = (area: Area): string =>
    `<c:numRef><c:f>${fixed(area)}</c:f><c:numCache><c:formatCode>General</c:formatCode>${points(values(area).map((value) => (typeof value === "number" ? value : "")))}</c:numCache></c:numRef>`;
  const series = (i: number, line: boolean): string => {
    const area = chart.series[i] as Area;
    const own = chart.names?.[i];
    const body = own === undefined ? { ...area, row: area.row + 1, rows: area.rows - 1 } : area;
    const name = own === undefined ? texts({ ...area, rows: 1 }) : `<c:v>${escaped(own)}</c:v>`;
    const color = `<a:solidFill><a:srgbClr val="${(chart.colors[i] ?? "#1F4E79").slice(1)}"/></a:solidFill>`;
    const look = line ? `<a:ln w="28575">${color}</a:ln>` : color;
    const after = line ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>';
    return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/><c:tx>${name}</c:tx><c:spPr>${look}</c:spPr>${after}<c:cat>${texts(chart.labels)}</c:cat><c:val>${numbers(body)}</c:val></c:ser>`;
  };
  const all = chart.series.map((_, i) => i);
  const isLine = (i: number): boolean => chart.kind === "line" || (chart.lines?.includes(i) ?? false);
  const lines = all.filter(isLine);
  const blocks = all.filter((i) => !isLine(i));
  const lying = chart.kind === "bar" || chart.kind === "stackedBar";
  const stacked = chart.kind === "stackedBar" || chart.kind === "stackedColumn";
  const axes = '<c:axId val="1"/><c:axId val="2"/>';
  const bars =
    blocks.length === 0
      ? ""
      : `<c:barChart><c:barDir val="${lying ? "bar" : "col"}"/><c:grouping val="${stacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>${blocks.map((i) => series(i, false)).join("")}<c:gapWidth val="60"/>${stacked ? '<c:overlap val="100"/>' : ""}${axes}</c:barChart>`;
  const strokes =
    lines.length === 0
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.map((i) => series(i, true)).join("")}<c:marker val="1"/>${axes}</c:lineChart>`;
  const size = (hundredths: number, bold = false): string =>
    `<a:bodyPr/><a:p><a:pPr><a:defRPr sz="${hundredths}" b="${bold ? 1 : 0}"/></a:pPr>`;
  const title = `<c:title><c:tx><c:rich>${size(1200, true)}<a:r><a:rPr lang="id-ID" sz="1200" b="1"/><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const axis = `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${lying ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? "l" : "b"}"/><c:tickLblPos val="low"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? "b" : "l"}"/><c:majorGridlines/><c:numFmt formatCode="${chart.series.length > 0 && shareLike(values(chart.series[0] as Area)) ? "0%" : "#,##0"}" sourceLinked="0"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>${lying ? '<c:crosses val="max"/>' : ""}</c:valAx>`;
  return `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${bars}${strokes}${axis}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

/** Shares are fractions; head-counts are whole. */
const shareLike = (values: readonly (string | number)[]): boolean =>
  values.some((value) => typeof value === "number" && !Number.isInteger(value)) &&
  values.every((value) => typeof value !== "number" || value <= 5);
