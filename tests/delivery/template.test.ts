// The template workbook: computed in LibreOffice, equal to core, alive with no or odd figures, and nothing of an add-in.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { strFromU8, unzipSync } from "fflate";
import { makeTable, readFor, tableKind } from "../../core/tables/all";
import type { TableModel } from "../../core/tables/model";
import { templateSheets } from "../../tools/template";
import { ENTRY, entrySheet, MONTH_ROW, REGION_ROW, REGIONS, SEGMENT_ROW } from "../../tools/template/entry";
import type { PlannedCell, PlannedSheet } from "../../tools/template/plan";
import { tableSheets } from "../../tools/template/tables";
import { recalculate, toPng, withLibreOffice, withPictures } from "../libreoffice";
import { type Book, readXlsx } from "../xlsx";

jest.setTimeout(240_000);

let file: Uint8Array;
let parts: Record<string, Uint8Array>;
const part = (name: string): string => strFromU8(parts[name] as Uint8Array);

const writer = join(process.cwd(), "node_modules/.cache/ucj/template-writer.mjs");

/** In a process of its own: the writer's WebAssembly does not start inside the test runner. */
function write(sheets: readonly PlannedSheet[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "ucj-template-"));
  const [plan, out] = [join(folder, "plan.json"), join(folder, "book.xlsx")];
  writeFileSync(plan, JSON.stringify(sheets));
  execFileSync(process.execPath, [writer, plan, out], { stdio: "pipe" });
  return readFileSync(out);
}

beforeAll(async () => {
  await build({
    stdin: {
      contents: `import { readFileSync, writeFileSync } from "node:fs";
        import { writeBook } from "./tools/template/write";
        const [plan, out] = process.argv.slice(2);
        writeFileSync(out, await writeBook(JSON.parse(readFileSync(plan, "utf8"))));
        process.exit(0);`,
      resolveDir: process.cwd(),
    },
    outfile: writer,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  file = write(templateSheets());
  parts = unzipSync(file);
});

const formulas = (book: Book) =>
  book.sheets.flatMap((sheet) =>
    [...(book.cells.get(sheet) ?? [])].flatMap(([at, cell]) =>
      cell.formula === undefined ? [] : [{ sheet, at, ...cell, formula: cell.formula }],
    ),
  );

const errorsIn = (book: Book): string[] =>
  book.sheets.flatMap((sheet) =>
    [...(book.cells.get(sheet) ?? [])].flatMap(([at, { error, value }]) =>
      error || /^(#|Err:)/.test(String(value)) ? [`${sheet}!${at} ${value}`] : [],
    ),
  );

/** The entry sheet with other figures, by row and column from 0. */
const entryWith = (
  fill: (row: number, column: number, cell: PlannedCell) => string | number,
): PlannedSheet => {
  const sheet = entrySheet();
  return {
    ...sheet,
    rows: sheet.rows.map((line, r) =>
      line.map((cell, c) => (cell?.role === "input" ? { ...cell, content: fill(r, c, cell) } : cell)),
    ),
  };
};
const withEntry = (sheet: PlannedSheet): Uint8Array => write([sheet, ...tableSheets()]);

test("the same template, byte for byte, each time it is made", () => {
  expect(Buffer.from(write(templateSheets())).equals(Buffer.from(file))).toBe(true);
});

test("sheets for the guide, the figures and tables T1, T2, T3, T8, T9; none hidden, nothing protected", () => {
  expect(readXlsx(file).sheets).toEqual([
    "Petunjuk",
    ENTRY,
    "Ringkasan",
    "Segmen",
    "Peringkat",
    "Jalur",
    "Kemajuan",
  ]);
  const all = Object.keys(parts)
    .filter((name) => name.endsWith(".xml"))
    .map(part)
    .join("\n");
  expect(all).not.toMatch(/sheetProtection|workbookProtection|state="(veryH|h)idden"|hidden="(1|true)"/);
  expect(all).not.toMatch(/webextension|externalLink|vbaProject|_xldudf_|_xlfn|__xludf/);
});

test("formulas of Excel 2010 alone, none of ours", () => {
  const used = new Set(
    formulas(readXlsx(file)).flatMap(({ formula }) => formula.match(/[A-Z.]+(?=\()/g) ?? []),
  );
  expect([...used].sort()).toEqual(
    [
      "AND",
      "COUNT",
      "COUNTA",
      "COUNTIF",
      "IF",
      "IFERROR",
      "INDEX",
      "INT",
      "ISNUMBER",
      "LEFT",
      "MATCH",
      "MAX",
      "MIN",
      "NOT",
      "OR",
      "RANK",
      "ROUND",
      "ROUNDUP",
      "SUM",
      "SUMPRODUCT",
      "YEAR",
    ].filter((name) => used.has(name)),
  );
  expect(formulas(readXlsx(file)).length).toBeGreaterThan(1000);
});

test("every cell to be filled in says what may be typed, and impossible dates are refused", () => {
  const entry = part("xl/worksheets/sheet2.xml");
  const rules = [...entry.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>.*?<\/dataValidation>/gs)];
  const covered = new Set(
    rules.flatMap(([, areas = ""]) =>
      areas.split(" ").flatMap((area) => {
        const [from = "", to = from] = area.split(":");
        const [, c1 = "", r1 = ""] = /([A-Z])(\d+)/.exec(from) ?? [];
        const [, c2 = "", r2 = ""] = /([A-Z])(\d+)/.exec(to) ?? [];
        const found: string[] = [];
        for (let r = Number(r1); r <= Number(r2); r++)
          for (let c = c1.charCodeAt(0); c <= c2.charCodeAt(0); c++) found.push(String.fromCharCode(c) + r);
        return found;
      }),
    ),
  );
  const numbers = entrySheet().rows.flatMap((line, r) =>
    line.flatMap((cell, c) => (cell?.role === "input" && cell.format ? [`${"ABCDEF"[c]}${r + 1}`] : [])),
  );
  expect(numbers.filter((at) => !covered.has(at))).toEqual([]);
  const [date = ""] = rules.map(([xml]) => xml).filter((xml) => xml.includes('type="date"'));
  expect(date).toMatch(/errorStyle="stop"|^(?!.*errorStyle)/s);
  expect(date).toContain("<formula1>40909</formula1>");
});

test("a chart on every table's sheet, its axis from zero and its title a cell that says the message", () => {
  for (let i = 1; i <= 5; i++) {
    expect(part(`xl/charts/chart${i}.xml`)).toContain('<min val="0">');
    expect(part(`xl/charts/chart${i}.xml`)).toMatch(
      /<title><tx><strRef><f>[A-Z][a-z]+!\$A\$\d+<\/f><strCache>.*?%?<\/v>/,
    );
  }
});

withLibreOffice(
  "LibreOffice computes every cell, without an error, to the value stored beside it",
  async () => {
    const own = readXlsx(file);
    const computed = await recalculate(file);
    expect(errorsIn(computed)).toEqual([]);
    const apart = formulas(own).flatMap(({ sheet, at, value }) => {
      const now = computed.value(sheet, at) ?? "";
      const same =
        typeof now === "number" && typeof value === "number"
          ? Math.abs(now - value) <= 1e-9 * Math.max(1, Math.abs(value))
          : now === value;
      return same ? [] : [`${sheet}!${at}: ${now} instead of ${value}`];
    });
    expect(apart).toEqual([]);
  },
);

/** What core makes of the same figures. */
function core(
  kind: string,
  row: number,
  rows: number,
  columns: number,
  typed: Record<string, string>,
): TableModel {
  const cells = entrySheet()
    .rows.slice(row - 1, row + rows)
    .map((line) => Array.from({ length: columns }, (_, c) => line[c]?.content || null))
    .filter(([, figure]) => figure !== null);
  const block = { sheet: ENTRY, row: row - 1, column: 0, cells, hiddenRows: [], merged: false, selected: 0 };
  const read = rows > 0 ? readFor(tableKind(kind), block) : undefined;
  if (read && !("source" in read)) throw new Error(read.refusal.en);
  const table = makeTable(tableKind(kind), read?.source, typed, "id");
  if (!("rows" in table)) throw new Error(table.refusal.en);
  return table;
}

withLibreOffice("what LibreOffice computes is what core computes", async () => {
  const computed = await recalculate(file);
  /** Rows of figures by their label, without the upper part and the notes. */
  const compare = (sheet: string, table: TableModel, skip: readonly string[] = []): number => {
    let compared = 0;
    const header = table.rows.findIndex((line) => line[0]?.role === "header");
    const rowOf = new Map(
      [...(computed.cells.get(sheet) ?? [])].flatMap(([at, { value }]) =>
        /^A\d+$/.test(at) ? [[String(value), at.slice(1)] as const] : [],
      ),
    );
    const heads = table.rows[header] ?? [];
    for (const line of table.rows.slice(header + 1)) {
      if (line[0]?.role === "note") continue;
      const label = String(line[0]?.value).replace(/^Seluruhnya.*/, "Jumlah");
      line.forEach(({ value }, c) => {
        if (c === 0 || skip.includes(String(heads[c]?.value))) return;
        const now = computed.value(sheet, `${"ABCDEFGHIJ"[c]}${rowOf.get(label)}`) ?? "";
        if (typeof value === "number" && Math.abs(Number(now) - value) > 1e-9 * Math.max(1, Math.abs(value)))
          throw new Error(`${sheet} ${label} ${heads[c]?.value}: ${now} instead of ${value}`);
        if (typeof value === "string" && value !== now)
          throw new Error(`${sheet} ${label} ${heads[c]?.value}: ${now} instead of ${value}`);
        compared++;
      });
    }
    return compared;
  };
  const typed = { target: "38,88%" };
  expect(compare("Ringkasan", core("summary", REGION_ROW, REGIONS, 3, typed))).toBe(13 * 9);
  expect(compare("Segmen", core("segment", SEGMENT_ROW, 4, 3, {}))).toBe(5 * 5);
  expect(compare("Peringkat", core("ranking", REGION_ROW, REGIONS, 3, typed))).toBe(13 * 9);
  const path = { labor: "100.000", active: "34.810", year: "2025", target: "99,5%" };
  expect(compare("Jalur", core("path", 1, 0, 0, path))).toBe(21 * 9);
  const year = { year: "2025", labor: "100.000", start: "32.400", ...typed };
  // The months to come have no row in core's source; what both have is compared.
  expect(compare("Kemajuan", core("progress", MONTH_ROW, 12, 2, year))).toBeGreaterThanOrEqual(6 * 9);
});

withLibreOffice("emptied, it waits: no error anywhere, and nothing is taken for zero", async () => {
  const book = await recalculate(withEntry(entryWith(() => "")));
  expect(errorsIn(book)).toEqual([]);
  const numbers = ["Ringkasan", "Segmen", "Peringkat", "Jalur", "Kemajuan"].flatMap((sheet) =>
    [...(book.cells.get(sheet) ?? [])].flatMap(([at, { value }]) =>
      typeof value === "number" ? [`${sheet}!${at} ${value}`] : [],
    ),
  );
  expect(numbers).toEqual([]);
});

withLibreOffice("odd figures are named beside them and never break a table", async () => {
  const odd: Record<string, string | number> = {
    [`${REGION_ROW} 1`]: "14.200",
    [`${REGION_ROW + 1} 2`]: 20_000,
    [`${REGION_ROW + 2} 2`]: "",
    [`${REGION_ROW + 3} 1`]: 0,
    // The same coverage twice.
    [`${REGION_ROW + 4} 1`]: 2000,
    [`${REGION_ROW + 4} 2`]: 1000,
    [`${REGION_ROW + 5} 1`]: 4000,
    [`${REGION_ROW + 5} 2`]: 2000,
  };
  const book = await recalculate(withEntry(entryWith((r, c, cell) => odd[`${r} ${c}`] ?? cell.content)));
  expect(errorsIn(book)).toEqual([]);
  const judged = [0, 1, 2, 3, 4].map((i) => book.value(ENTRY, `D${REGION_ROW + 1 + i}`));
  expect(judged).toEqual([
    "isi keduanya dengan angka",
    "peserta aktif melebihi angkatan kerja",
    "isi keduanya dengan angka",
    "angkatan kerja 0",
    "ok",
  ]);
  const ranked = [...(book.cells.get("Peringkat") ?? [])].flatMap(([at, { value }]) =>
    /^A\d+$/.test(at) && /^Kecamatan (Selatan|Tengah|Pesisir)$/.test(String(value))
      ? [`${value} ${book.value("Peringkat", at.replace("A", "B"))}`]
      : [],
  );
  expect(ranked).toEqual(["Kecamatan Selatan 1", "Kecamatan Tengah 2", "Kecamatan Pesisir 2"]);
});

withPictures("each sheet prints on one page", async () => {
  expect(await toPng(file, 40)).toHaveLength(7);
});
