// Builds everything that ships (dist/excel, dist/sheets), the SQL (dist/sql) and the workbench page (dist/workbench).
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { type BuildOptions, build, type TransformOptions, transform } from "esbuild";
import { CLOSED, excelMetadata, sheetsFooter } from "./generate";
import { checksInside, inside } from "./inside";
import { listedNow } from "./listed";
import { type Cut, cut, LATER } from "./parts";
import { OURS, slim, slimPane } from "./slim";
import { writeSql } from "./sql";

/** Built beside, then swapped: a build that fails leaves the last good one. */
const NEXT = `dist.next-${process.pid}`;

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
};

const PANE: BuildOptions = {
  ...shared,
  target: "es2020",
  plugins: [listedNow(), slimPane()],
  loader: { ".webp": "dataurl" },
};

/** The sidebar of one host, in its files. */
export const paneOf = (host: "excel" | "sheets"): Promise<Cut> =>
  host === "excel"
    ? cut(PANE, "excel-addin/taskpane.tsx", "excel-addin/rest")
    : cut(PANE, "sheets-addon/sidebar.tsx", "sheets-addon/rest");

async function text(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...shared, ...options, write: false });
  return outputFiles?.[0]?.text ?? "";
}

async function buildExcel(): Promise<void> {
  const out = `${NEXT}/excel`;
  await mkdir(`${out}/icons`, { recursive: true });
  await build({
    ...shared,
    entryPoints: ["excel-addin/functions.ts"],
    outfile: `${out}/functions.js`,
    format: "iife",
    target: "es2020",
    mangleProps: OURS,
    plugins: [checksInside({ plugins: [slim()] }), slim()],
  });
  const { first, later } = await paneOf("excel");
  await writeFile(`${out}/taskpane.js`, first);
  for (const file of LATER) await writeFile(`${out}/${file}.js`, later[file]);
  await writeFile(`${out}/taskpane.css`, await text({ entryPoints: ["sidebar/style.css"] }));
  await writeFile(`${out}/functions.json`, excelMetadata("id"));
  await writeFile(`${out}/functions-en.json`, excelMetadata("en"));
  await cp("excel-addin/taskpane.html", `${out}/taskpane.html`);
  await cp("excel-addin/bantuan.html", `${out}/bantuan.html`);
  await cp("manifest.xml", `${out}/manifest.xml`);
  await cp("excel-addin/icons", `${out}/icons`, { recursive: true });
}

/** Apps Script wants top-level functions with their comments, and nothing else at the top level. */
async function scriptOfSheets(): Promise<string> {
  const plugins = [slim("id")];
  const cells = await inside("sheets-addon/functions.ts", {
    plugins: [checksInside({ plugins }), ...plugins],
  });
  // What the menu and the sidebar call is no business of a cell.
  const server = await inside("sheets-addon/code.ts", { plugins });
  const short: TransformOptions = { minify: true, charset: "utf8", legalComments: "none", target: "es2020" };
  const ofCells = await transform(
    `"use strict"; var ${CLOSED.cells} = (() => { ${cells.body} return ${cells.gives}.run; })();`,
    { ...short, mangleProps: OURS },
  );
  const ofServer = await transform(
    `function ${CLOSED.server}(name, given) { ${server.body} return ${server.gives}[name](...given); }`,
    short,
  );
  return `/** @OnlyCurrentDoc */\n${ofCells.code}${ofServer.code}${sheetsFooter()}\n`;
}

async function buildSheets(): Promise<void> {
  const out = `${NEXT}/sheets`;
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/Code.js`, await scriptOfSheets());
  const { first, later } = await paneOf("sheets");
  const style = await text({ entryPoints: ["sidebar/style.css"] });
  const page = await readFile("sheets-addon/sidebar.html", "utf8");
  await writeFile(
    `${out}/sidebar.html`,
    page.replace("/*style*/", () => style.trim()).replace("/*script*/", () => first.trim()),
  );
  for (const file of LATER) await writeFile(`${out}/${file}.html`, `<script>\n${later[file]}</script>\n`);
  await cp("appsscript.json", `${out}/appsscript.json`);
}

async function buildWorkbench(): Promise<void> {
  const out = `${NEXT}/workbench`;
  if (!existsSync("workbench/page.ts")) return;
  await mkdir(out, { recursive: true });
  await build({
    ...shared,
    entryPoints: ["workbench/page.ts"],
    outfile: `${out}/page.js`,
    format: "iife",
    target: "es2022",
    keepNames: true,
    sourcemap: true,
  });
  await cp("workbench/index.html", `${out}/index.html`);
  await cp("workbench/style.css", `${out}/style.css`);
}

export async function buildAll(): Promise<void> {
  await rm(NEXT, { recursive: true, force: true });
  await Promise.all([buildExcel(), buildSheets(), buildWorkbench(), writeSql(`${NEXT}/sql`)]);
  await rm("dist", { recursive: true, force: true });
  await rename(NEXT, "dist");
}

export async function main(): Promise<void> {
  await buildAll();
  console.log("Built dist/excel, dist/sheets, dist/sql and dist/workbench.");
}
