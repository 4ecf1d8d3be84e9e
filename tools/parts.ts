// Cuts a sidebar bundle into files: what the first view needs, and what is loaded once it stands.
import { type BuildOptions, build, transform } from "esbuild";

/** The files after the first view: the file's settings and a function's own page, the other panels, the pictures of Bantuan. */
export const LATER = ["catalogue", "panels", "pictures"] as const;
type Later = (typeof LATER)[number];

/** Which modules, with all they stand on, are in which file; everything else is in "panels". */
const APART: readonly (readonly [module: string, file: Later])[] = [
  ["sidebar/parts/opening.tsx", "catalogue"],
  ["sidebar/parts/function.tsx", "catalogue"],
  ["sidebar/parts/picture.tsx", "pictures"],
];

export interface Cut {
  readonly first: string;
  readonly later: Readonly<Record<Later, string>>;
  /** The source files each is made of. */
  readonly inside: Readonly<Record<Later | "first", readonly string[]>>;
}

/**
 * esbuild splits where a part is imported with `import()`; its chunks become functions of a small registry, because a
 * sidebar of Google Sheets has no address to load modules from.
 */
export async function cut(options: BuildOptions, entry: string, loader: string): Promise<Cut> {
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
  /** A chunk with all it cannot run without. */
  const reach = (path: string, all = new Set<string>()): Set<string> => {
    if (all.has(path)) return all;
    all.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") reach(next, all);
    return all;
  };
  const opened = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint && path !== "parts/main.js");
  const fileOf = new Map<string, Later | "first">();
  const put = (paths: Iterable<string>, file: Later | "first"): void => {
    for (const path of paths) if (!fileOf.has(path)) fileOf.set(path, file);
  };
  put(reach("parts/main.js"), "first");
  for (const [module, file] of APART) {
    const path = opened.find((one) => outputs[one]?.entryPoint === module);
    if (!path) throw new Error(`${module} is not imported with import()`);
    put(reach(path), file);
  }
  put(Object.keys(outputs), "panels");

  const parts = new Map<string, string>();
  for (const path of [...fileOf.keys()].sort()) {
    const file = outputFiles.find((one) => one.path.replace(/\\/g, "/").endsWith(`/${path}`));
    if (file) parts.set(path, await partOf(file.text, options));
  }
  const nameOf = (path: string): string => path.replace("parts/", "./");
  const codeOf = (file: Later | "first"): string =>
    [...parts]
      .filter(([path]) => fileOf.get(path) === file)
      .map(([path, code]) => `"${nameOf(path)}":${code}`)
      .join(",");
  const needs = Object.fromEntries(
    opened.map((path) => [
      nameOf(path),
      LATER.filter((file) => [...reach(path)].some((one) => fileOf.get(one) === file)),
    ]),
  );
  const { outputFiles: start = [] } = await build({
    ...options,
    stdin: {
      contents: `import { start } from "./sidebar/loader"; import { load } from "./${loader}"; start(UCJ_FIRST, "./main.js", ${JSON.stringify(needs)}, load);`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    format: "iife",
    write: false,
  });
  const inside = (file: Later | "first"): string[] =>
    [...fileOf].flatMap(([path, one]) => (one === file ? Object.keys(outputs[path]?.inputs ?? {}) : []));
  const after = (file: Later): string => `ucjParts({${codeOf(file)}});\n`;
  return {
    first: (start[0]?.text ?? "").replace("UCJ_FIRST", () => `{${codeOf("first")}}`),
    later: { catalogue: after("catalogue"), panels: after("panels"), pictures: after("pictures") },
    inside: {
      first: inside("first"),
      catalogue: inside("catalogue"),
      panels: inside("panels"),
      pictures: inside("pictures"),
    },
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
