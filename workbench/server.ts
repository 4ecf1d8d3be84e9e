// Serves the workbench on this computer only: the built files, and a white list of files straight from node_modules.
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve, sep } from "node:path";
import { EXCEL_SEAM, LOCAL_OFFICE_TAGS, OFFICE_TAG, SHEETS_FRAME } from "./page/frames";

const HOST = "127.0.0.1";

const OFFICE_FILES = [
  "office.js",
  "excel-win32-16.01.js",
  "id-id/office_strings.js",
  "en-us/office_strings.js",
];
const FONTS = ["woff2", "woff", "ttf"].map((type) => `fonts/fontawesome-webfont.${type}`);

/** Address under /vendor/ to file in node_modules. Nothing else of node_modules is served. */
const VENDOR: ReadonlyMap<string, string> = new Map([
  ["owl.js", "@odoo/owl/dist/owl.iife.min.js"],
  ["o_spreadsheet.js", "@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js"],
  ["o_spreadsheet.css", "@odoo/o-spreadsheet/dist/o_spreadsheet.css"],
  ["o_spreadsheet.xml", "@odoo/o-spreadsheet/dist/o_spreadsheet.xml"],
  ["chart.js", "chart.js/dist/chart.umd.js"],
  ["bootstrap.css", "bootstrap/dist/css/bootstrap.min.css"],
  ...["css/font-awesome.min.css", ...FONTS].map((file) =>
    pair(`font-awesome/${file}`, `font-awesome/${file}`),
  ),
  ...OFFICE_FILES.map((file) => pair(`office-js/${file}`, `@microsoft/office-js/dist/${file}`)),
]);

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
};

const SHUT = "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
const OWN = `default-src 'self'; frame-src 'self'; connect-src 'self'; ${SHUT}`;
const POLICIES = {
  // The grid library compiles its templates, and Code.js is run, with new Function; both style their elements inline.
  page: `${OWN}; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:`,
  file: `${OWN}; img-src 'self' data:`,
  // Google's own sandbox, without allow-same-origin: there the sidebar lives on another origin than the spreadsheet.
  sidebar: `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; ${SHUT}; sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals`,
} as const;

interface Found {
  readonly body: Buffer | string;
  readonly type: string;
  readonly policy: keyof typeof POLICIES;
}

export interface ServerOptions {
  /** The first port to try; the next free one is taken. 0: any. */
  readonly port?: number;
  /** Where the built files are. */
  readonly dist?: string;
  readonly modules?: string;
}

export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

export async function startServer({
  port = 3210,
  dist = "dist",
  modules = "node_modules",
}: ServerOptions = {}): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, dist, modules).catch(() => refuse(response, 500));
  });
  for (let tried = port; ; tried += 1) {
    try {
      await new Promise<void>((done, failed) => {
        server.once("error", failed);
        server.listen(tried, HOST, () => {
          server.off("error", failed);
          done();
        });
      });
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== "EADDRINUSE" || tried >= port + 100) throw error;
    }
  }
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${taken}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  dist: string,
  modules: string,
): Promise<void> {
  const { method = "GET", url = "/", headers } = request;
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return refuse(response, 405);
  }
  // A site elsewhere that points its name at this computer must not be able to read from here.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? "")) return refuse(response, 403);
  const found = await find(url.split("?")[0] ?? "/", dist, modules);
  if (!found) return refuse(response, 404);
  response.writeHead(200, {
    "content-type": found.type,
    "content-length": Buffer.byteLength(found.body),
    "content-security-policy": POLICIES[found.policy],
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(method === "HEAD" ? undefined : found.body);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": POLICIES.file,
  });
  response.end(`${status}\n`);
}

async function find(address: string, dist: string, modules: string): Promise<Found | undefined> {
  const path = decoded(address);
  if (path === undefined) return undefined;
  if (path === "/excel-seam.js") return text(EXCEL_SEAM, ".js", "file");
  if (path === "/sheets-frame.html") return text(SHEETS_FRAME, ".html", "sidebar");
  if (path.startsWith("/vendor/")) {
    const file = VENDOR.get(path.slice("/vendor/".length));
    return file ? read(modules, file, "file") : undefined;
  }
  if (path === "/excel/taskpane.html") {
    const page = await read(join(dist, "excel"), "taskpane.html", "file");
    return page && { ...page, body: page.body.toString().replace(OFFICE_TAG, LOCAL_OFFICE_TAGS) };
  }
  if (path.startsWith("/excel/")) return read(join(dist, "excel"), path.slice("/excel/".length), "file");
  if (path.startsWith("/sheets/")) {
    // Material for Google, not pages of this server.
    const file = await read(join(dist, "sheets"), path.slice("/sheets/".length), "file");
    return file && { ...file, type: "text/plain; charset=utf-8" };
  }
  return read(join(dist, "workbench"), path === "/" ? "index.html" : path.slice(1), "page");
}

/** undefined for an address that does not decode, or that tries to leave its folder. */
function decoded(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address);
    return path.includes("\0") || path.includes("\\") || path.split("/").includes("..") ? undefined : path;
  } catch {
    return undefined;
  }
}

async function read(folder: string, file: string, policy: keyof typeof POLICIES): Promise<Found | undefined> {
  const root = resolve(folder);
  const path = resolve(root, file);
  if (!path.startsWith(root + sep)) return undefined;
  try {
    if (!(await stat(path)).isFile()) return undefined;
    return { body: await readFile(path), type: TYPES[extname(path)] ?? "application/octet-stream", policy };
  } catch {
    return undefined;
  }
}

const text = (body: string, extension: string, policy: keyof typeof POLICIES): Found => ({
  body,
  type: TYPES[extension] as string,
  policy,
});

function pair(address: string, file: string): [string, string] {
  return [address, file];
}
