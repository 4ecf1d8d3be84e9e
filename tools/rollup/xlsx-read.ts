// The first sheet of an .xlsx file as CSV text: a sheet has at most a million rows, so it fits in memory.
import { strFromU8, unzipSync } from "fflate";
import { columnAt } from "../../core/block";

const fromXml = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos|#(\d+)|#x([\da-f]+));/gi, (_, name: string, ten?: string, hex?: string) =>
      ten || hex
        ? String.fromCodePoint(Number.parseInt(ten ?? (hex as string), ten ? 10 : 16))
        : ({ lt: "<", gt: ">", quot: '"', apos: "'" }[name.toLowerCase()] as string),
    )
    .replace(/&amp;/g, "&");

const textOf = (xml: string): string =>
  [...xml.replace(/<rPh.*?<\/rPh>/gs, "").matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)]
    .map(([, text = ""]) => fromXml(text))
    .join("");

const columnOf = (reference: string): number => columnAt(/^[A-Z]+/.exec(reference)?.[0] ?? "A");

const inQuotes = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

/** Built-in date formats, and custom ones that hold a year or a day. */
const isDate = (id: number, code: string | undefined): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 45 && id <= 47) ||
  /[dy]/i.test((code ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));

/** Styles, by place, that show a number as a day. */
function dateStyles(xml: string): readonly boolean[] {
  const codes = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      Number(id),
      code,
    ]),
  );
  const inside = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? "";
  return [...inside.matchAll(/<xf\s[^>]*numFmtId="(\d+)"/g)].map(([, id]) =>
    isDate(Number(id), codes.get(Number(id))),
  );
}

const day = (serial: number): string =>
  new Date((Math.floor(serial) - 25569) * 864e5).toISOString().slice(0, 10);

export function readFirstSheet(file: Uint8Array): string {
  const parts = unzipSync(file);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const [, id = ""] = /<sheet\s[^>]*r:id="([^"]+)"/.exec(part("xl/workbook.xml")) ?? [];
  const link = [...part("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\s[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => tag.includes(`Id="${id}"`));
  const target = (/Target="([^"]+)"/.exec(link ?? "")?.[1] ?? "worksheets/sheet1.xml").replace(
    /^\/?(xl\/)?/,
    "xl/",
  );
  if (!parts[target]) throw new Error("tidak ada lembar di dalamnya / it holds no sheet");
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, xml = ""]) =>
    textOf(xml),
  );
  const dates = dateStyles(part("xl/styles.xml"));
  const lines: string[] = [];
  let width = 0;
  for (const [, inside = ""] of part(target).matchAll(/<row\s[^>]*?(?:\/>|>(.*?)<\/row>)/gs)) {
    const cells: string[] = [];
    for (const [, own = "", content = ""] of inside.matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const raw = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(content)?.[1] ?? "";
      const kind = /t="(\w+)"/.exec(own)?.[1];
      const style = Number(/s="(\d+)"/.exec(own)?.[1] ?? 0);
      const text =
        kind === "s"
          ? (shared[Number(raw)] ?? "")
          : kind === "inlineStr"
            ? textOf(content)
            : (kind === undefined || kind === "n") && raw !== "" && dates[style]
              ? day(Number(raw))
              : fromXml(raw);
      const at = columnOf(/r="([A-Z]+)\d+"/.exec(own)?.[1] ?? "");
      while (cells.length < at) cells.push("");
      cells[at] = text;
    }
    width = Math.max(width, cells.length);
    lines.push(cells.map((cell) => inQuotes(cell ?? "")).join(","));
  }
  // Every line as wide as the widest: a short one is no fault in a sheet.
  return lines
    .map((line) => line + ",".repeat(Math.max(0, width - 1 - commas(line))))
    .filter((line) => /[^,]/.test(line))
    .join("\n");
}

const commas = (line: string): number => line.replace(/"(?:[^"]|"")*"/g, "").split(",").length - 1;
