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
  [/core[\\/]checks[\\/].*\.ts$/, new Set(["about", "examples"])],
];
const NONE: ReadonlySet<string> = new Set();
export const forReaders = (path: string): ReadonlySet<string> =>
  FOR_READERS.find(([module]) => module.test(path))?.[1] ?? NONE;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

type Edit = readonly [from: number, to: number, text: string];

/** What to cut: readers' properties of definitions, and the words of the language nobody will see. */
export function slimmed(code: string, readers: ReadonlySet<string>, only?: Language): string {
  const edits: Edit[] = [];
  const unspoken = only === "id" ? "en" : only === "en" ? "id" : undefined;
  const silence = ({ start, end }: Node): void => void edits.push([start, end, '""']);
  const visit = (node: Node): void => {
    if (node.type === "ObjectExpression") {
      const properties = node.properties as Node[];
      const nameOf = (property: Node): string | undefined =>
        property.type === "Property" && !property.computed
          ? (property.key as { name?: string }).name
          : undefined;
      const words = properties.some((p) => nameOf(p) === "id") && properties.some((p) => nameOf(p) === "en");
      for (const property of properties) {
        const name = nameOf(property);
        if (name && readers.has(name)) {
          const comma = /^\s*,/.exec(code.slice(property.end))?.[0].length ?? 0;
          edits.push([property.start, property.end + comma, ""]);
        } else if (words && name === unspoken && !property.shorthand) silence(property.value as Node);
        else visit(property);
      }
      return;
    }
    const refusal = node.type === "CallExpression" && (node.callee as { name?: string }).name === "refuse";
    const other = refusal && unspoken ? (node.arguments as Node[])[unspoken === "en" ? 1 : 0] : undefined;
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (child === other && other) silence(other);
        else if (isNode(child)) visit(child);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "module" }) as unknown as Node);
  return edits
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [from, to, put]) => text.slice(0, from) + put + text.slice(to), code);
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

const EXAMPLES: ReadonlySet<string> = new Set(["examples"]);
/** For the sidebar, which shows everything but the cases that the checks are tested on. */
export const slimPane = (): Plugin =>
  plugin(
    CHECKS,
    () => EXAMPLES,
    () => undefined,
  );
