// Writes what hosts and readers need from the catalogue: Excel's functions.json, Sheets' JSDoc footer, the reference docs.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { catalogue } from "../core/catalogue";
import type { Definition, Example, Param } from "../core/define";
import { formulaOf, refusedExamples } from "../core/examples";
import { withSemicolons } from "../core/exchange/separators";
import { LAW_REVIEWED, law, type Rule } from "../core/law";
import { writeNumber, writeShare } from "../core/numbers";
import { GROUPS } from "../core/search";
import type { Language, Words } from "../core/words";

import { sentences } from "./sentences";

export { formulaOf } from "../core/examples";

const aboutParam = (param: Param, language: Language): string =>
  param.about[language] + (param.optional ? ` (${param.optional.about[language]})` : "");

/** Every parameter takes a cell or a range, so every one is a matrix: one call for a whole column. */
export const excelMetadata = (language: Language): string =>
  `${JSON.stringify(
    {
      allowErrorForDataTypeAny: true,
      functions: catalogue.map((fn) => ({
        id: fn.name,
        name: fn.name,
        description: fn.about[language],
        parameters: fn.params.map((param) => ({
          name: param.name,
          description: aboutParam(param, language),
          type: "any",
          dimensionality: "matrix",
          ...(param.optional && { optional: true }),
        })),
        result: { type: "any", dimensionality: "matrix" },
      })),
    },
    null,
    2,
  )}\n`;

/** Entry points of the menu and the sidebar, callable by name; everything else stays inside the bundle. */
export const ENTRY_POINTS = [
  "onOpen",
  "onInstall",
  "ucjShowSidebar",
  "ucjPanels",
  "ucjReadSelection",
  "ucjReadCells",
  "ucjSurvey",
  "ucjWrite",
  "ucjWriteRows",
  "ucjUndo",
  "ucjOpen",
  "ucjCalculate",
  "ucjLocale",
  "ucjGoTo",
  "ucjWriteCells",
  "ucjReadSheet",
  "ucjAppendRows",
  "ucjReadBook",
  "ucjWriteRuns",
  "ucjDrawn",
  "ucjRedraw",
] as const;

/** What the top-level functions hand over to; Apps Script takes a last underscore as private. */
export const CLOSED = { cells: "Ucj_", server: "UcjServer_" } as const;

const oneLine = (text: string): string => text.replace(/\*\//g, "* /").replace(/\s+/g, " ");

/** Top-level functions with the JSDoc that Sheets reads; each hands over to what is closed to Apps Script. */
export function sheetsFooter(): string {
  const functions = catalogue.map((fn) => {
    const names = fn.params.map((param) => param.name).join(", ");
    const tags = fn.params.map((param) => {
      const name = param.optional ? `[${param.name}]` : param.name;
      return ` * @param {any} ${name} ${oneLine(aboutParam(param, "id"))}`;
    });
    const example = fn.examples[0];
    return [
      "/**",
      ` * ${oneLine(fn.about.id)}.`,
      ...(example ? [` * ${oneLine(formulaOf(fn, example, "id"))}`] : []),
      ...tags,
      " * @customfunction",
      " */",
      `function ${fn.name}(${names}){return ${CLOSED.cells}("${fn.name}",arguments)}`,
    ].join("\n");
  });
  const entries = ENTRY_POINTS.map(
    (name) => `function ${name}(){return ${CLOSED.server}("${name}",arguments)}`,
  );
  return [...functions, ...entries].join("\n");
}

const HEADINGS = {
  title: { id: "Fungsi", en: "Functions" },
  intro: {
    id: "Semua contoh ditulis seperti mengetiknya di lembar kerja berbahasa Indonesia: koma desimal, titik koma di antara argumen. Setiap argumen menerima satu sel atau satu rentang; hanya UCJ_PATH dan `total` pada UCJ_ALLOCATE yang menerima satu sel saja. Kurung kurawal menggantikan rentang: `{1;2}` dua sel ke bawah, `{1\\2}` dua sel ke kanan; di lembar kerja pilih saja rentangnya, misalnya `A2:A10`.",
    en: "Every example is written as typed in an English spreadsheet: decimal point, comma between arguments. Every argument takes one cell or a range; only UCJ_PATH and `total` of UCJ_ALLOCATE take a single cell. Braces stand for a range: `{1;2}` is two cells down, `{1,2}` two cells across; in a sheet just pick the range, such as `A2:A10`.",
  },
  argument: { id: "Argumen", en: "Argument" },
  meaning: { id: "Isi", en: "Meaning" },
  result: { id: "Hasil", en: "Result" },
  example: { id: "Contoh", en: "Example" },
  plain: { id: "Tanpa add-in", en: "Without the add-in" },
  source: { id: "Sumber", en: "Source" },
  see: { id: "Lihat juga", en: "See also" },
  faults: { id: "Galat", en: "Errors" },
} as const satisfies Record<string, Words>;

/** The sentences a planner meets in this function's own refused examples. */
const faultsOf = (fn: Definition, language: Language): string[] =>
  refusedExamples(fn).map(
    ({ example, refusal }) =>
      `\`${formulaOf(fn, example, language)}\` → ${example.gives} ${refusal[language]}.`,
  );

function shown(value: Example["gives"], format: string, language: Language): string {
  if (typeof value === "number")
    return format === "share"
      ? `${writeNumber(Math.round(value * 1e8) / 1e6, language)}%`
      : writeNumber(value, language);
  if (typeof value === "string") return value;
  const inTable = (cell: string | number, column: number): string => {
    if (typeof cell === "string") return cell;
    const isYear = column === 0 && cell >= 1900 && cell <= 2200;
    const isShare = value.some((row) => !Number.isInteger(row[column]) && typeof row[column] === "number");
    return isYear ? String(cell) : shown(cell, isShare ? "share" : "people", language);
  };
  return value.map((row) => row.map(inTable).join(" · ")).join("<br>");
}

export function reference(language: Language): string {
  const word = (words: Words): string => words[language];
  const sections = catalogue.map((fn, i) => {
    const opens = catalogue[i - 1]?.group !== fn.group;
    const params = fn.params.map((param) => (param.optional ? `[${param.name}]` : param.name));
    const separator = language === "id" ? "; " : ", ";
    return [
      ...(opens ? [`## ${word(GROUPS[fn.group])}`, ""] : []),
      `### ${fn.name}`,
      "",
      `\`=${fn.name}(${params.join(separator)})\``,
      "",
      `${word(fn.about)}.`,
      "",
      ...(fn.params.length
        ? [
            `| ${word(HEADINGS.argument)} | ${word(HEADINGS.meaning)} |`,
            "|---|---|",
            ...fn.params.map((param) => `| \`${param.name}\` | ${aboutParam(param, language)} |`),
            "",
          ]
        : []),
      `**${word(HEADINGS.result)}:** ${word(fn.result.about)}.`,
      "",
      `| ${word(HEADINGS.example)} | ${word(HEADINGS.result)} | |`,
      "|---|---|---|",
      ...fn.examples.map(
        (example) =>
          `| \`${formulaOf(fn, example, language)}\` | ${shown(example.gives, fn.result.format, language)} | ${word(example.note)} |`,
      ),
      "",
      ...(fn.plain
        ? [`**${word(HEADINGS.plain)}:** \`=${language === "id" ? withSemicolons(fn.plain) : fn.plain}\``, ""]
        : []),
      ...(faultsOf(fn, language).length
        ? [`**${word(HEADINGS.faults)}:**`, "", ...faultsOf(fn, language).map((line) => `- ${line}`), ""]
        : []),
      `**${word(HEADINGS.source)}:** ${fn.sources.map(word).join("; ")}.`,
      ...(fn.see.length
        ? [
            "",
            `**${word(HEADINGS.see)}:** ${fn.see.map((name) => `[${name}](#${name.toLowerCase()})`).join(", ")}`,
          ]
        : []),
    ].join("\n");
  });
  return `<!-- Generated by tools/generate.ts from core/catalogue.ts -->\n# ${word(HEADINGS.title)}\n\n${word(HEADINGS.intro)}\n\n${sections.join("\n\n")}\n`;
}

const CONFIDENCE: Readonly<Record<Rule["confidence"], Words>> = {
  A: { id: "A: naskah hukumnya dibaca", en: "A: legal text read" },
  B: { id: "B: beberapa laporan yang tidak saling mengutip", en: "B: several independent reports" },
  C: { id: "C: satu laporan", en: "C: one report" },
  D: { id: "D: belum ada sumber", en: "D: no source seen" },
};

const ORIGIN = {
  title: { id: "Asal angka", en: "Where the numbers come from" },
  intro: {
    id: `Setiap angka aturan yang dipakai, dengan hari pertama berlaku, sumber, dan tingkat keyakinan. Terakhir ditinjau ${LAW_REVIEWED}. Di lembar kerja: \`=UCJ_RULE("kunci")\` dan \`=UCJ_SOURCE("kunci")\`. Angka bertingkat C atau D selalu dapat diganti lewat argumen fungsi.`,
    en: `Every rule's number in use, with its first day in force, its source and how sure we are. Last reviewed ${LAW_REVIEWED}. In a sheet: \`=UCJ_RULE("key")\` and \`=UCJ_SOURCE("key")\`. Numbers of confidence C or D can always be replaced by an argument.`,
  },
  key: { id: "Kunci", en: "Key" },
  value: { id: "Nilai", en: "Value" },
  from: { id: "Berlaku sejak", en: "In force from" },
  source: { id: "Sumber", en: "Source" },
  confidence: { id: "Keyakinan", en: "Confidence" },
} as const satisfies Record<string, Words>;

const ruleValue = ({ ratio: [n, d] }: Rule, language: Language): string =>
  d === 1 ? `Rp ${writeNumber(n, language)}` : writeShare(n, d, language);

export function originOfNumbers(language: Language): string {
  const word = (words: Words): string => words[language];
  const columns = [ORIGIN.key, ORIGIN.value, ORIGIN.from, ORIGIN.source, ORIGIN.confidence];
  const rows = [...law()].flatMap(([key, rules]) =>
    rules.map(
      (rule) =>
        `| \`${key}\` | ${ruleValue(rule, language)} | ${rule.from} | ${word(rule.source)} | ${word(CONFIDENCE[rule.confidence])} |`,
    ),
  );
  return `<!-- Generated by tools/generate.ts from core/law.ts -->\n# ${word(ORIGIN.title)}\n\n${word(ORIGIN.intro)}\n\n| ${columns.map(word).join(" | ")} |\n|${"---|".repeat(columns.length)}\n${rows.join("\n")}\n`;
}

/** Committed files, by path; a test compares them with what is on disk. */
export const generated = (): Record<string, string> => ({
  "docs/fungsi.md": reference("id"),
  "docs/functions.md": reference("en"),
  "docs/asal-angka.md": originOfNumbers("id"),
  "docs/where-numbers-come-from.md": originOfNumbers("en"),
  "docs/kalimat.md": sentences(),
});

export async function main(): Promise<void> {
  for (const [path, text] of Object.entries(generated())) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    console.log(path);
  }
}
