// For jest only: a task pane in jsdom, with unmodified office.js from node_modules, over our Excel host.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Grid } from "../grid-types";
import { ExcelHost } from "./executor";
import { hostInfo, installSeam, type Seam } from "./seam";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";
const PANE = "https://localhost/";

export interface ExcelPane {
  readonly window: Window &
    typeof globalThis & { readonly Excel: typeof Excel; readonly Office: typeof Office };
  readonly host: ExcelHost;
  readonly seam: Seam;
  /** Addresses the pane asked for that are neither office.js nor in `files`. */
  readonly refused: readonly string[];
  run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
  close(): void;
}

export interface ExcelPaneOptions {
  readonly grid: Grid;
  readonly locale?: "id" | "en";
  /** The page; without one, an empty page that loads office.js and then the scripts. */
  readonly html?: string;
  /** Bundles run after office.js, in order. */
  readonly scripts?: readonly string[];
  /** What the page finds at its own address: "taskpane.js" -> text. */
  readonly files?: Readonly<Record<string, string>>;
}

export async function openExcel({
  grid,
  locale = "id",
  html,
  scripts = [],
  files = {},
}: ExcelPaneOptions): Promise<ExcelPane> {
  const require = createRequire(join(process.cwd(), "package.json"));
  const { JSDOM, ResourceLoader, VirtualConsole } = require("jsdom");
  const office = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const refused: string[] = [];
  const own: Record<string, string> = { ...files };
  for (const [i, text] of scripts.entries()) own[`script-${i}.js`] = text;
  const find = (url: string): string | undefined => {
    const { origin, pathname } = new URL(url);
    if (url.startsWith(CDN))
      return readFileSync(join(office, url.slice(CDN.length).split("?")[0] ?? ""), "utf8");
    return origin === new URL(PANE).origin ? own[pathname.slice(1)] : undefined;
  };
  class Loader extends ResourceLoader {
    fetch(url: string) {
      const text = find(url);
      if (text !== undefined) return Promise.resolve(Buffer.from(text));
      refused.push(url);
      return null;
    }
  }
  const tags = Object.keys(own)
    .filter((name) => name.startsWith("script-"))
    .map((name) => `<script src="${name}"></script>`);
  const page =
    html ??
    `<!doctype html><html><head><script src="${CDN}office.js"></script>${tags.join("")}</head><body></body></html>`;
  const host = new ExcelHost(grid, locale);
  let seam: Seam | undefined;
  const dom = new JSDOM(page, {
    url: `${PANE}taskpane.html?${hostInfo(locale)}`,
    runScripts: "dangerously",
    pretendToBeVisual: true,
    resources: new Loader(),
    virtualConsole: new VirtualConsole(),
    beforeParse: (window: Window & typeof globalThis) => {
      seam = installSeam(window, host);
    },
  });
  const { window } = dom;
  await until(() => window.Office?.onReady !== undefined, "office.js");
  await window.Office.onReady();
  if (window.document.readyState !== "complete") {
    await new Promise((resolve) => window.addEventListener("load", resolve));
  }
  return {
    window,
    host,
    seam: seam as Seam,
    refused,
    run: (work) => window.Excel.run(work),
    close: () => {
      seam?.remove();
      window.close();
    },
  };
}

async function until(ready: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (ready()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not start`);
}
