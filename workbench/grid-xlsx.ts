// Zips and unzips .xlsx files for the grid library, and spells our functions there as Excel itself does.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Excel's mark for an add-in function on disk; a bare name would stay #NAME? even after the add-in is installed. */
const MARK = "_xldudf_";

export function readXlsx(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return Object.fromEntries(parts.map(([path, data]) => [path, strFromU8(data).replaceAll(MARK, "")]));
}

/** For charts the library cannot read (it stumbles over a series of a single cell): the rest of the file is worth opening. */
export function withoutCharts(parts: Record<string, string>): Record<string, string> {
  const entries = Object.entries(parts).map(([path, xml]) => [path, xml.replace(/<drawing [^>]*\/>/g, "")]);
  return Object.fromEntries(entries);
}

export function writeXlsx(files: readonly object[]): Uint8Array {
  const parts = (files as readonly { path: string; content?: string }[]).map(({ path, content = "" }) => [
    path,
    strToU8(path.startsWith("xl/charts/") ? startLabelsWithData(content) : markFunctions(content)),
  ]);
  return zipSync(Object.fromEntries(parts));
}

function markFunctions(xml: string): string {
  return xml.replace(/(<f\b[^>]*>)([^<]*)/g, (_, tag: string, formula: string) => {
    // Every second piece is the inside of a text in quotes.
    const pieces = formula.replaceAll("&quot;", '"').split('"');
    return (
      tag + pieces.map((piece, i) => (i % 2 ? piece : piece.replace(/\bUCJ_/g, `${MARK}UCJ_`))).join('"')
    );
  });
}

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
