// Leaves out of the function bundles what a cell never shows: descriptions, examples, sources, plain formulas, and
// where the host speaks one language, the other one.
import { readFile } from "node:fs/promises";
import { parse } from "acorn";
import { type Plugin, transform } from "esbuild";
import type { Language } from "../core/words";

/** By module: the properties that only readers need. */
const FOR_READERS: readonly (readonly [RegExp, ReadonlySet<string>])[] = [
  [
    /core[\\/](functions[\\/][\w-]+|params)\.ts$/,
    new Set(["about", "examples", "sources", "see", "keywords", "plain", "result", "group"]),
  ],
  // UCJ_SOURCE answers in Indonesian.
  [/core[\\/]law\.ts$/, new Set(["en"])],
  // A cell shows a finding's words, and nothing else of it.
  [
    /core[\\/]checks[\\/].*\.ts$/,
    new Set(["about", "examples", "check", "severity", "keys", "reading", "open"]),
  ],
];
const NONE: ReadonlySet<string> = new Set();
export const forReaders = (path: string): ReadonlySet<string> =>
  FOR_READERS.find(([module]) => module.test(path))?.[1] ?? NONE;

/**
 * Properties that only our own code names, and never in quotes: where cells are answered they get one letter. What a host
 * or the sidebar names ("columns" of an area) keeps its name where they meet it.
 */
export const OURS =
  /^(above|along|approximate|atMost|claims|columns|compute|computed|confidence|empty|figures|filled|finding|given|isRange|jkk|jkm|kind|label|language|line|loose|mixUp|moves|name|optional|params|passed|printed|ragged|range|ratio|reach|refused|result|role|room|rows|seen|short|shows|source|spill|step|unprompted|value|values|words)$/;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

type Edit = readonly [from: number, to: number, text: string];

/**
 * What to cut: readers' properties of definitions, and the words of the language nobody will see. A property that is a
 * function with a body becomes a method, which is shorter and which V8 passes over until it is called; `define` only
 * ties types together.
 */
export function slimmed(code: string, readers: ReadonlySet<string>, only?: Language): string {
  const edits: Edit[] = [];
  const visitIn = (node: Node): void => {
    for (const child of Object.values(node).flat()) if (isNode(child)) visit(child);
  };
  const visit = (node: Node): void => {
    const spoken = only && wordIn(wordsIn(node), only);
    if (spoken) {
      // { id: "poin", en: "points" }[language]
      edits.push([node.start, spoken.start, "("], [spoken.end, node.end, ")"]);
      visit(spoken);
    } else if (node.type === "ObjectExpression") visitObject(node);
    else if (only && node.type === "CallExpression" && calleeOf(node) === "refuse") {
      const [id, en, ...more] = node.arguments as [Node, Node, ...Node[]];
      const [said, unsaid] = only === "id" ? [id, en] : [en, id];
      edits.push([unsaid.start, unsaid.end, '""']);
      for (const part of [said, ...more]) visit(part);
    } else if (node.type === "CallExpression" && /^define(Range)?$/.test(calleeOf(node))) {
      const [definition] = node.arguments as [Node];
      edits.push([node.start, definition.start, ""], [definition.end, node.end, ""]);
      visit(definition);
    } else visitIn(node);
  };
  const visitObject = (object: Node): void => {
    const hasWords = only && wordIn(object, "id") && wordIn(object, "en");
    for (const property of object.properties as Property[]) {
      const name = nameOf(property);
      const unsaid = hasWords && (name === "id" || name === "en") && name !== only && !property.shorthand;
      if (unsaid || (name && readers.has(name))) {
        const comma = /^\s*,/.exec(code.slice(property.end))?.[0].length ?? 0;
        edits.push([property.start, property.end + comma, ""]);
      } else if (isLong(property)) {
        const { key, value } = property;
        const given = code.slice(value.start, value.body.start).replace(/\s*=>\s*$/, "");
        edits.push([key.end, value.body.start, given.startsWith("(") ? given : `(${given})`]);
        visit(value.body);
      } else visitIn(property);
    }
  };
  /** A function with a body, which does not care whose method it is. */
  const isLong = ({ type, computed, value }: Property): boolean =>
    type === "Property" &&
    !computed &&
    value.type === "ArrowFunctionExpression" &&
    !value.async &&
    value.body.type === "BlockStatement" &&
    !/\b(this|arguments)\b/.test(code.slice(value.start, value.end));
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }) as unknown as Node);
  return edits
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [from, to, put]) => text.slice(0, from) + put + text.slice(to), code);
}

type Named = Node & { name?: string };
interface Property extends Node {
  key: Named;
  value: Node & { body: Node };
  computed: boolean;
  shorthand: boolean;
}

const calleeOf = (call: Node): string => (call.callee as Named).name ?? "";

const nameOf = ({ type, computed, key }: Property): string | undefined =>
  type === "Property" && !computed ? key.name : undefined;

const wordIn = (object: Node | undefined, language: Language): Node | undefined =>
  object?.type === "ObjectExpression"
    ? (object.properties as Property[]).find((property) => nameOf(property) === language)?.value
    : undefined;

/** The words of which one language is picked. */
function wordsIn(node: Node): Node | undefined {
  const object = node.type === "MemberExpression" && node.computed ? (node.object as Node) : undefined;
  return wordIn(object, "id") && wordIn(object, "en") ? object : undefined;
}

const plugin = (
  filter: RegExp,
  readers: (path: string) => ReadonlySet<string>,
  only: (path: string) => Language | undefined,
): Plugin => ({
  name: "slim",
  setup(build) {
    build.onLoad({ filter }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "ts", target: "es2022" });
      return { contents: slimmed(code, readers(path), only(path)), loader: "js" };
    });
  },
});

const CHECKS = /core[\\/]checks[\\/].*\.ts$/;

/** For what answers cells, where the checks speak Indonesian only. */
export const slim = (only?: Language): Plugin =>
  plugin(/core[\\/].*\.ts$/, forReaders, (path) => (CHECKS.test(path) ? "id" : only));

const FUNCTIONS = /core[\\/]functions[\\/].*\.ts$/;
/** For the sidebar, which shows all but the cases the checks are tested on, and searches by its own list (listed.ts). */
export const slimPane = (): Plugin =>
  plugin(
    /core[\\/](checks|functions)[\\/].*\.ts$/,
    (path) => new Set([FUNCTIONS.test(path) ? "keywords" : "examples"]),
    () => undefined,
  );
