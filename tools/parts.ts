// Cuts a sidebar bundle in two: what the first view needs, and the panels that are loaded once it stands.
import { type BuildOptions, build, transform } from "esbuild";

export interface TwoParts {
  readonly first: string;
  readonly rest: string;
}

/**
 * esbuild splits where a panel is imported with `import()`; its chunks become functions of a small registry, because a
 * sidebar of Google Sheets has no address to load modules from.
 */
export async function twoParts(options: BuildOptions, entry: string, loader: string): Promise<TwoParts> {
  const { outputFiles = [], metafile } = await build({
    ...options,
    entryPoints: { main: entry },
    outdir: "parts",
    format: "esm",
    splitting: true,
    chunkNames: "[name]-[hash]",
    write: false,
    metafile: true,
  });
  const outputs = metafile?.outputs ?? {};
  const first = new Set<string>();
  const reach = (path: string): void => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") reach(next);
  };
  reach("parts/main.js");
  const parts = new Map<string, string>();
  for (const path of Object.keys(outputs).sort()) {
    const file = outputFiles.find((one) => one.path.replace(/\\/g, "/").endsWith(`/${path}`));
    if (file) parts.set(path, await partOf(file.text, options));
  }
  const named = (wanted: (path: string) => boolean): string =>
    [...parts]
      .filter(([path]) => wanted(path))
      .map(([path, code]) => `"${path.replace("parts/", "./")}":${code}`)
      .join(",");
  const { outputFiles: start = [] } = await build({
    ...options,
    stdin: {
      contents: `import { start } from "./sidebar/loader"; import { loadRest } from "./${loader}"; start(UCJ_FIRST, "./main.js", loadRest);`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    format: "iife",
    write: false,
  });
  return {
    first: (start[0]?.text ?? "").replace("UCJ_FIRST", () => `{${named((path) => first.has(path))}}`),
    rest: `ucjParts({${named((path) => !first.has(path))}});\n`,
  };
}

async function partOf(code: string, { target, minify, charset }: BuildOptions): Promise<string> {
  const { code: common } = await transform(code.replace(/\bimport\((?="\.\/)/g, "ucjLater("), {
    format: "cjs",
    ...(target && { target }),
    ...(minify && { minify }),
    ...(charset && { charset }),
  });
  return `function(module,exports,require,ucjLater){${common.trim()}}`;
}
