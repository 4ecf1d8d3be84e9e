// The house rules that a machine can hold: who imports whom, what core may use, first lines, two languages.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { VERSION } from "../core/version";

const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

const FOLDERS = ["core", "sidebar", "excel-addin", "sheets-addon", "workbench", "tools"];
const sources = FOLDERS.flatMap(files);
const read = (path: string): string => readFileSync(path, "utf8");
const folderOf = (path: string): string => normalize(path).split("/")[0] as string;

/** What each folder may import besides itself. */
const MAY: Record<string, string[]> = {
  core: [],
  sidebar: ["core"],
  "excel-addin": ["core", "sidebar"],
  "sheets-addon": ["core", "sidebar"],
  workbench: [],
  tools: ["core", "sidebar", "workbench"],
};

test.each(sources)("%s imports only what its folder may", (path) => {
  const folder = folderOf(path);
  for (const [, from] of read(path).matchAll(/from\s+"(\.[^"]+)"|import\s+"(\.[^"]+)"/g)) {
    if (!from) continue;
    const target = folderOf(join(dirname(path), from));
    expect([folder, ...(MAY[folder] ?? [])]).toContain(target);
  }
});

test.each(sources)("%s says in its first line what it holds", (path) => {
  expect(read(path)).toMatch(/^(\/\/|\/\*) ?\S+/);
});

test.each(files("core"))("%s is pure and the same in every JavaScript engine", (path) => {
  const code = read(path).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, "");
  expect(code).not.toMatch(/Math\.(pow|exp|log\w*|random|hypot|cbrt)\b|[^*/]\*\*[^*/]/);
  expect(code).not.toMatch(/\bnew Date\(\)|\bDate\.now|\btoLocale|\bIntl\b|\bconsole\b|\blocalStorage\b/);
  expect(code).not.toMatch(/from "(?!\.)/);
});

test("only workbench/grid* knows the grid library", () => {
  const knowing = sources.filter(
    (path) =>
      /from "@odoo\/o-spreadsheet|require\("@odoo/.test(read(path)) &&
      !/workbench\/(grid|page|.*headless)/.test(path),
  );
  expect(knowing).toEqual([]);
});

test("the version is written once", () => {
  expect(VERSION).toBe(JSON.parse(read("package.json")).version);
  expect(read("manifest.xml")).toContain(`<Version>${VERSION}.0</Version>`);
});

test("dependencies are pinned exactly", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  for (const version of Object.values({ ...dependencies, ...devDependencies }))
    expect(version).toMatch(/^\d+\.\d+\.\d+(-r\.\d+)?$/);
});
