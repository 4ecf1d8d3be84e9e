// The host in plain Node: the script runs in a bare context, which has the language and nothing else.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { Grid } from "../grid-types";
import { createSheetsHost, type SheetsHost } from "./index";
import { type Evaluate, topLevel, toScript } from "./loader";

export const inContext: Evaluate = (code, globals) => {
  const context = createContext({ ...globals });
  runInContext(code, context, { filename: "Code.js" });
  const found = Object.fromEntries(topLevel(code).map((name) => [name, context[name]]));
  return toScript(found, runInContext("({ Array, Date, Error, JSON })", context));
};

/** The built add-on, as it would be pushed to Google: Code.js and its HTML files. */
export function readBuilt(folder = "dist/sheets"): { code: string; files: Record<string, string> } {
  if (!existsSync(join(folder, "Code.js"))) throw new Error(`${folder}/Code.js is not built: npm run build`);
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return {
    code: readFileSync(join(folder, "Code.js"), "utf8"),
    files: Object.fromEntries(
      pages.map((name) => [name.replace(/\.html$/, ""), readFileSync(join(folder, name), "utf8")]),
    ),
  };
}

export function createHeadlessHost(
  grid: Grid,
  options: {
    code: string;
    files?: Record<string, string>;
    locale?: string;
    zone?: string | undefined;
    language?: string;
  } = readBuilt(),
): SheetsHost {
  return createSheetsHost(grid, { ...options, evaluate: inContext });
}
