// Parts of the pane for tests, bundled as they ship: Preact comes as ES modules only, which jest does not read.
import { buildSync } from "esbuild";

/** @param contents the export statements, paths from the project's root */
export function bundled<T>(contents: string): T {
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: "." },
    bundle: true,
    write: false,
    format: "cjs",
    loader: { ".webp": "dataurl" },
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const module = { exports: {} };
  new Function("module", "exports", outputFiles[0]?.text ?? "")(module, module.exports);
  return module.exports as T;
}
