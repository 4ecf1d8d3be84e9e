// Cells of .xlsx files: reads what each shows and its formula, and makes small files, stored values and all.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addressOf } from "../core/block";

export interface XlsxCell {
  /** Errors as they are shown: "#N/A". */
  readonly value: string | number | boolean;
  readonly error: boolean;
  /** Without "="; absent for a constant. */
  readonly formula?: string;
}

export interface Book {
  readonly sheets: readonly string[];
  /** By sheet, then by address; blank cells are absent. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, XlsxCell>>;
  value(sheet: string, address: string): XlsxCell["value"] | undefined;
}

const fromXml = (text: string): string =>
  text
    .replace(/&(lt|gt|quot|apos|#(\d+)|#x([\da-f]+));/gi, (_, name: string, ten?: string, hex?: string) =>
      ten || hex
        ? String.fromCodePoint(Number.parseInt(ten ?? (hex as string), ten ? 10 : 16))
        : ({ lt: "<", gt: ">", quot: '"', apos: "'" }[name] as string),
    )
    .replace(/&amp;/g, "&");

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : fromXml(found);
};

/** The text of all <t> inside, as rich text has several. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text = ""]) => fromXml(text)).join("");

export function readXlsx(file: Uint8Array): Book {
  const parts = unzipSync(file);
  const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, xml = ""]) =>
    textOf(xml),
  );
  const targets = new Map(
    [...part("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\s([^>]*)>/g)].map(([, tag = ""]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  const cells = new Map<string, Map<string, XlsxCell>>();
  for (const [, tag = ""] of part("xl/workbook.xml").matchAll(/<sheet\s([^>]*)>/g)) {
    const target = (targets.get(attribute(tag, "r:id")) ?? "").replace(/^\/?(xl\/)?/, "xl/");
    const found = new Map<string, XlsxCell>();
    for (const [, own = "", inside = ""] of part(target).matchAll(/<c\s([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const raw = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inside)?.[1];
      const formula = /<f(?:\s[^>]*)?>([^<]*)<\/f>/.exec(inside)?.[1];
      const kind = attribute(own, "t") ?? "n";
      if (raw === undefined && formula === undefined && kind !== "inlineStr") continue;
      const text = fromXml(raw ?? "");
      const value =
        kind === "s"
          ? (shared[Number(text)] as string)
          : kind === "inlineStr"
            ? textOf(inside)
            : kind === "b"
              ? text === "1"
              : kind === "n" && raw !== undefined
                ? Number(text)
                : text;
      found.set(attribute(own, "r") as string, {
        value,
        error: kind === "e",
        ...(formula !== undefined && { formula: fromXml(formula) }),
      });
    }
    cells.set(attribute(tag, "name") as string, found);
  }
  return {
    sheets: [...cells.keys()],
    cells,
    value: (sheet, address) => cells.get(sheet)?.get(address)?.value,
  };
}

/** A constant; or a formula without "=", as files hold it, and the value stored beside it. */
export type Given = string | number | boolean | { readonly formula: string; readonly value: string | number };

const toXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const part = (content: string): Uint8Array =>
  strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);

const ERROR = /^#(?:N\/A|NAME\?|VALUE!|REF!|DIV\/0!|NUM!|NULL!)$/;

function cellXml(address: string, given: Given, texts: string[]): string {
  const { formula, value } = typeof given === "object" ? given : { formula: undefined, value: given };
  const f = formula === undefined ? "" : `<f>${toXml(formula)}</f>`;
  if (typeof value === "number") return `<c r="${address}">${f}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${address}" t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (ERROR.test(value)) return `<c r="${address}" t="e">${f}<v>${value}</v></c>`;
  if (f) return `<c r="${address}" t="str">${f}<v>${toXml(value)}</v></c>`;
  return `<c r="${address}" t="s"><v>${texts.push(value) - 1}</v></c>`;
}

/** @param sheets by name, rows from A1 on; null is a blank cell */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly (Given | null)[])[]>>,
): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = Object.keys(sheets);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": part(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${names
        .map(
          (_, i) =>
            `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
        )
        .join(
          "",
        )}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    ),
    "_rels/.rels": part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": part(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${names
        .map((name, i) => `<sheet name="${toXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join("")}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join(
          "",
        )}<Relationship Id="rIdS" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    "xl/styles.xml": part(
      `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`,
    ),
  };
  const texts: string[] = [];
  names.forEach((name, i) => {
    const rows = (sheets[name] ?? []).map((line, r) => {
      const cells = line.map((given, c) => (given === null ? "" : cellXml(addressOf(r, c), given, texts)));
      return `<row r="${r + 1}">${cells.join("")}</row>`;
    });
    parts[`xl/worksheets/sheet${i + 1}.xml`] = part(
      `<worksheet xmlns="${main}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
    );
  });
  parts["xl/sharedStrings.xml"] = part(
    `<sst xmlns="${main}" count="${texts.length}">${texts.map((text) => `<si><t xml:space="preserve">${toXml(text)}</t></si>`).join("")}</sst>`,
  );
  return zipSync(parts);
}
