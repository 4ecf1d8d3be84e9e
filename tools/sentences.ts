// Every sentence of the product in both languages, read from the sources, as one table that a speaker can review.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { transformSync } from "esbuild";

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
interface Sentence {
  readonly id: string;
  readonly en: string;
}

const FOLDERS = ["sidebar", "core", "excel-addin", "sheets-addon"];

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return files(path);
      return /(?<!\.d)\.tsx?$/.test(entry.name) ? [path] : [];
    });

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) ? ((node.name ?? node.value) as string | undefined) : undefined;

/** What a person reads: what is put in stands in braces; undefined when there is no word of ours in it. */
function textOf(node: unknown, code: string): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : undefined;
  if (node.type === "TemplateLiteral") {
    const quasis = node.quasis as { value: { cooked: string } }[];
    const holes = node.expressions as Node[];
    return quasis.map(({ value }, i) => value.cooked + (holes[i] ? hole(holes[i], code) : "")).join("");
  }
  if (node.type === "BinaryExpression" && node.operator === "+") {
    const parts = [node.left, node.right].map((part) => textOf(part, code));
    return parts.every((part) => part === undefined)
      ? undefined
      : parts.map((part, i) => part ?? hole([node.left, node.right][i] as Node, code)).join("");
  }
  if (node.type === "ConditionalExpression") return hole(node, code);
  return undefined;
}

/** Its name when it has one; both ways of a choice; else dots. */
function hole(node: Node, code: string): string {
  if (node.type === "ConditionalExpression") {
    const ways = [node.consequent, node.alternate].map((way) => textOf(way, code) ?? hole(way as Node, code));
    return `{${ways.map((way) => way || "–").join(" / ")}}`;
  }
  const text = code.slice(node.start, node.end);
  return /^[\w.]{1,24}$/.test(text) ? `{${text}}` : "{…}";
}

/** Functions of this file that take a sentence as neighbouring parameters `id` and `en`: where `id` stands. */
function speakers(tree: Node): Map<string, number> {
  const found = new Map<string, number>([["refuse", 0]]);
  const note = (name: unknown, params: unknown): void => {
    const names = (params as Node[]).map((param) =>
      nameOf(param.type === "AssignmentPattern" ? param.left : param),
    );
    const at = names.indexOf("id");
    const key = nameOf(name);
    if (key && at >= 0 && names[at + 1] === "en") found.set(key, at);
  };
  walk(tree, (node) => {
    if (node.type === "FunctionDeclaration") note(node.id, node.params);
    if (
      node.type === "VariableDeclarator" &&
      isNode(node.init) &&
      node.init.type === "ArrowFunctionExpression"
    )
      note(node.id, node.init.params);
  });
  return found;
}

export function sentencesIn(
  source: string,
  path: string,
  known: ReadonlyMap<string, number> = new Map(),
): Sentence[] {
  const { code } = transformSync(source, {
    loader: path.endsWith("x") ? "tsx" : "ts",
    jsx: "automatic",
    target: "es2022",
  });
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module" }) as unknown as Node;
  const speaking = new Map([...known, ...speakers(tree)]);
  const found = new Map<string, Sentence>();
  const keep = (id: unknown, en: unknown): void => {
    const [first, second] = [textOf(id, code), textOf(en, code)];
    if (first?.trim() && second?.trim() && /\p{L}/u.test(first))
      found.set(`${first}\n${second}`, { id: first, en: second });
  };
  walk(tree, (node) => {
    if (node.type === "ObjectExpression") {
      const byName = new Map(
        (node.properties as Node[]).map((property) => [nameOf(property.key), property.value]),
      );
      if (byName.has("id") && byName.has("en")) keep(byName.get("id"), byName.get("en"));
    }
    if (node.type === "CallExpression") {
      const at = speaking.get(nameOf(node.callee) ?? "");
      const given = node.arguments as Node[];
      if (at !== undefined) keep(given[at], given[at + 1]);
    }
  });
  return [...found.values()];
}

const cell = (text: string): string =>
  text
    .replace(/\|/g, "\\|")
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** docs/kalimat.md */
export function sentences(): string {
  const sources = FOLDERS.flatMap(files).map((path) => ({ path, source: readFileSync(join(path), "utf8") }));
  // `choice` and its like are called from other files than their own.
  const known = new Map(
    sources.flatMap(({ path, source }) => {
      const { code } = transformSync(source, { loader: path.endsWith("x") ? "tsx" : "ts", jsx: "automatic" });
      return [...speakers(parse(code, { ecmaVersion: "latest", sourceType: "module" }) as unknown as Node)];
    }),
  );
  const parts = sources.flatMap(({ path, source }) => {
    const found = sentencesIn(source, path, known);
    if (found.length === 0) return [];
    const rows = found.map(({ id, en }) => `| ${cell(id)} | ${cell(en)} |`);
    return [`## ${path}\n\n| Bahasa Indonesia | English |\n|---|---|\n${rows.join("\n")}`];
  });
  return `<!-- Generated by tools/sentences.ts from the sources -->
# Kalimat · Sentences

Setiap kalimat yang dibaca pengguna, dalam kedua bahasa, menurut berkas tempatnya ditulis. Yang diisi program berdiri dalam {kurung}. Menemukan yang kurang tepat? Ubah di berkas itu, lalu \`npm run generate\`.

Every sentence a user reads, in both languages, by the file it is written in. What the program fills in stands in {braces}. Found one that could be better? Change it in that file, then \`npm run generate\`.

${parts.join("\n\n")}
`;
}
