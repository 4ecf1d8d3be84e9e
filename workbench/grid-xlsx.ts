// Zips and unzips .xlsx files for the grid library, and spells our functions there as Excel itself does.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { type Printed, withPage, withPrintNames } from "./grid-page";

/** Excel's mark for an add-in function on disk; a bare name would stay #NAME? even after the add-in is installed. */
const MARK = "_xldudf_";

/** Where a file keeps the texts of its cells. In a file they are texts whatever they look like; the library marks them. */
const TEXTS = "xl/sharedStrings.xml";
const keepTexts = (xml: string): string =>
  xml.replace(/(<si>\s*<t[^>]*>)(?=[=+\-'\d]|(?:true|false)<)/gi, "$1'");
const bareTexts = (xml: string): string => xml.replace(/(<t[^>]*>)(?:'|&apos;|&#39;)/g, "$1");

/**
 * @param registered Excel with the add-in knows its functions by their mark again, though not those that it tied to
 * another workbook or that another program spelled small; what Google Sheets makes of the mark nobody wrote down, so
 * there it stays.
 */
export function readXlsx(bytes: Uint8Array, registered: boolean): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  const read = registered ? unmarkFunctions : (xml: string): string => xml;
  return Object.fromEntries(
    parts.map(([path, data]) => [path, path === TEXTS ? keepTexts(strFromU8(data)) : read(strFromU8(data))]),
  );
}

/** For charts the library cannot read (it stumbles over a series of a single cell): the rest of the file is worth opening. */
export function withoutCharts(parts: Record<string, string>): Record<string, string> {
  const entries = Object.entries(parts).map(([path, xml]) => [path, xml.replace(/<drawing [^>]*\/>/g, "")]);
  return Object.fromEntries(entries);
}

/** @param sheets in the file's order */
export function writeXlsx(files: readonly object[], sheets: readonly Printed[] = []): Uint8Array {
  const parts = (files as readonly { path: string; content?: string }[]).map(({ path, content = "" }) => {
    if (path.startsWith("xl/charts/")) return [path, strToU8(withGaps(startLabelsWithData(content)))];
    if (path === TEXTS) return [path, strToU8(bareTexts(content))];
    if (path === "xl/workbook.xml") return [path, strToU8(withPrintNames(content, sheets))];
    const sheet = sheets[Number(/^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1] ?? Number.NaN)];
    return [path, strToU8(markFunctions(sheet ? withPage(content, sheet.page) : content))];
  });
  return zipSync(Object.fromEntries(parts));
}

const markFunctions = (xml: string): string => inFormulas(xml, /\bUCJ_/g, `${MARK}UCJ_`);
const unmarkFunctions = (xml: string): string => inFormulas(xml, /(?<![!.\w])_xldudf_(?=UCJ_)/g, "");

/** Outside texts in quotes. */
function inFormulas(xml: string, from: RegExp, to: string): string {
  return xml.replace(/(<f\b[^>]*>)([^<]*)/g, (_, tag: string, formula: string) => {
    // Every second piece is the inside of a text.
    const pieces = formula.replaceAll("&quot;", '"').split('"');
    return tag + pieces.map((piece, i) => (i % 2 ? piece : piece.replace(from, to))).join('"');
  });
}

/** The library does not say what a blank cell is, and a file that does not say means 0; on screen it is a gap. */
const withGaps = (xml: string): string =>
  xml.replace("</c:chart>", '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>');

/** The library drops the corner cell from labels that run down, but not from labels that run across: they would be one off. */
function startLabelsWithData(xml: string): string {
  return xml.replace(
    /(<c:cat>.*?<c:f>[^<]*?)([A-Z]+)(\d+:[A-Z]+)(\d+)(<\/c:f>.*?<c:val>.*?<c:f>[^<]*?)([A-Z]+)(\d+)/gs,
    (all, before, column, middle, row, between, first, dataRow) =>
      Number.parseInt(middle, 10) === Number(row) && column !== first
        ? before + first + middle + row + between + first + dataRow
        : all,
  );
}
