// Puts a bundle inside a function. Its names stay in there, and an engine that only calls what stands around it does not
// read it in full: V8 passes over a function until it is called.
import { dirname } from "node:path";
import { parse } from "acorn";
import { type BuildOptions, build, type Plugin } from "esbuild";

interface Inside {
  /** What it takes from modules outside. */
  readonly imports: string;
  /** The statements, names not yet shortened. */
  readonly body: string;
  /** What it gives: "{ run }". */
  readonly gives: string;
}

export async function inside(entry: string, options: BuildOptions): Promise<Inside> {
  const { outputFiles = [] } = await build({
    ...options,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: false,
    write: false,
  });
  const code = outputFiles[0]?.text ?? "";
  const parts: Inside = { imports: "", body: "", gives: "" };
  const text = { ...parts };
  for (const node of parse(code, { ecmaVersion: "latest", sourceType: "module" }).body) {
    const statement = code.slice(node.start, node.end);
    if (node.type === "ImportDeclaration") text.imports += `${statement}\n`;
    // esbuild ends with one list: export { run_default as run };
    else if (node.type === "ExportNamedDeclaration")
      text.gives = `{ ${node.specifiers.map(({ local, exported }) => `${nameOf(exported)}: ${nameOf(local)}`).join(", ")} }`;
    else text.body += `${statement}\n`;
  }
  return text;
}

const nameOf = (node: object): string => (node as { name: string }).name;

const CHECKS = /^\.\.\/checks\/cell$/;

/** What the checks share with the other functions stays where it is. */
const outside: Plugin = {
  name: "outside",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\.\// }, ({ path }) => ({ path, external: true })),
};

/** Only UCJ_CHECK calls the checks, and they are a third of what a cell's bundle holds. */
export const checksInside = (options: BuildOptions): Plugin => ({
  name: "checks-inside",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: CHECKS }, async ({ path, resolveDir, kind, pluginData }) =>
      pluginData === CHECKS
        ? undefined
        : { ...(await resolve(path, { resolveDir, kind, pluginData: CHECKS })), namespace: "inside" },
    );
    onLoad({ filter: /.*/, namespace: "inside" }, async ({ path }) => {
      const { imports, body, gives } = await inside(path, {
        ...options,
        plugins: [outside, ...(options.plugins ?? [])],
      });
      return {
        contents: `${imports}
          let made;
          function make() { ${body} return ${gives}; }
          export const verdict = (...given) => (made ??= make()).verdict(...given);`,
        resolveDir: dirname(path),
      };
    });
  },
});
