// The workbench's server: what it hands out, what it refuses, and that the shipped task pane passes through untouched.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createGrid, type Library } from "../../workbench/grid";
import { SAMPLES } from "../../workbench/samples";
import { KENDARI } from "../../workbench/samples/kendari";
import { addSample } from "../../workbench/samples/sample";
import { TEXT } from "../../workbench/samples/text";
import { type RunningServer, startServer } from "../../workbench/server";
import { TERMS } from "../../workbench/words";

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let server: RunningServer;

/** Not fetch: it would tidy a path like /../x before sending it. */
function get(path: string, { method = "GET", host = "" } = {}): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((done, failed) => {
    const headers = host ? { host } : {};
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on("error", failed);
    asked.end();
  });
}

function put(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

const TASK_PANE = readFileSync("excel-addin/taskpane.html", "utf8");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ucj-server-"));
  for (const place of ["secret.txt", "dist/secret.txt"]) put(place, "not for anyone");
  put("dist/workbench/index.html", "<!doctype html><title>page</title>");
  put("dist/workbench/page.js", "1;");
  put("dist/excel/taskpane.html", TASK_PANE);
  put("dist/excel/other.html", TASK_PANE);
  put("dist/excel/icons/icon-16.png", "png");
  put("dist/sheets/Code.js", "function onOpen() {}");
  put("dist/sheets/sidebar.html", "<!doctype html><script>1</script>");
  server = await startServer({ port: 0, dist: join(folder, "dist") });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe("what is served", () => {
  test.each([
    ["/", "text/html"],
    ["/page.js", "text/javascript"],
    ["/page.js?v=1", "text/javascript"],
    ["/excel/taskpane.html?_host_Info=excel$win32$16.01$id-id$$$$1", "text/html"],
    ["/excel/icons/icon-16.png", "image/png"],
    ["/vendor/owl.js", "text/javascript"],
    ["/vendor/o_spreadsheet.js", "text/javascript"],
    ["/vendor/o_spreadsheet.css", "text/css"],
    ["/vendor/o_spreadsheet.xml", "application/xml"],
    ["/vendor/chart.js", "text/javascript"],
    ["/vendor/bootstrap.css", "text/css"],
    ["/vendor/font-awesome/css/font-awesome.min.css", "text/css"],
    ["/vendor/font-awesome/fonts/fontawesome-webfont.woff2?v=4.7.0", "font/woff2"],
    ["/vendor/office-js/office.js", "text/javascript"],
    ["/vendor/office-js/excel-win32-16.01.js", "text/javascript"],
    ["/vendor/office-js/id-id/office_strings.js", "text/javascript"],
    ["/vendor/office-js/en-us/office_strings.js", "text/javascript"],
    ["/excel-seam.js", "text/javascript"],
    ["/sheets-frame.html", "text/html"],
  ])("%s as %s", async (path, type) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]?.split(";")[0]).toBe(type);
    expect(body.length).toBeGreaterThan(0);
  });

  test("everything index.html asks for, and nothing from elsewhere", async () => {
    const page = readFileSync("workbench/index.html", "utf8");
    const asked = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? "");
    expect(asked.length).toBeGreaterThan(8);
    for (const address of asked) expect(address).toMatch(/^\/(vendor|excel)\/|^\/(style\.css|page\.js)$/);
    for (const address of asked.filter((one) => one.startsWith("/vendor/")))
      expect([address, (await get(address)).status]).toEqual([address, 200]);
  });

  test("vendor files byte for byte as installed", async () => {
    const { body } = await get("/vendor/office-js/office.js");
    expect(body).toBe(readFileSync("node_modules/@microsoft/office-js/dist/office.js", "utf8"));
  });

  test("Sheets' files are text, never pages of this server", async () => {
    for (const path of ["/sheets/Code.js", "/sheets/sidebar.html"]) {
      const { headers, body } = await get(path);
      expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(body).toBe(readFileSync(join(folder, "dist", path), "utf8"));
    }
  });

  test("HEAD gives the size without the body", async () => {
    const [whole, head] = [await get("/page.js"), await get("/page.js", { method: "HEAD" })];
    expect(head.status).toBe(200);
    expect(head.body).toBe("");
    expect(head.headers["content-length"]).toBe(String(whole.body.length));
  });

  test("a taken port: the next free one", async () => {
    const taken = Number(new URL(server.url).port);
    const second = await startServer({ port: taken, dist: join(folder, "dist") });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken);
    await second.close();
  });
});

describe("what is refused", () => {
  test.each([
    "/../secret.txt",
    "/excel/../../secret.txt",
    "/excel/..%2f..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/excel/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/excel/..%5c..%5csecret.txt",
    "/excel//etc/passwd",
    "//etc/passwd",
    "/excel/%00",
    "/excel/%",
    "/vendor/../secret.txt",
    "/vendor/@odoo/o-spreadsheet/package.json",
    "/vendor/office-js/excel-web-16.00.js",
    "/vendor/office-js/",
    "/node_modules/preact/package.json",
    "/package.json",
    "/excel/",
    "/excel/icons",
    "/excel",
    "/sheets/",
    "/vendor",
    "/nothing.html",
  ])("%s", async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).toBe("404\n");
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s", async (method) => {
    const { status, headers } = await get("/", { method });
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  test("another name for this computer, as a hostile site would use", async () => {
    expect((await get("/", { host: "example.org" })).status).toBe(403);
    expect((await get("/", { host: "127.0.0.1.example.org" })).status).toBe(403);
    expect((await get("/", { host: `localhost:${new URL(server.url).port}` })).status).toBe(200);
  });

  test("connections from other computers: it listens on the loopback address alone", () => {
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
  });
});

describe("taskpane.html", () => {
  const CDN = '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>';

  test("one script tag becomes seam and local office.js; nothing else changes", async () => {
    expect(TASK_PANE.split(CDN)).toHaveLength(2);
    const { body } = await get("/excel/taskpane.html");
    const [before, after] = TASK_PANE.split(CDN);
    const swapped = body.slice(before?.length, body.length - (after?.length ?? 0));
    expect(body).toBe(`${before}${swapped}${after}`);
    expect(swapped).toBe(
      '<script src="/excel-seam.js"></script><script src="/vendor/office-js/office.js"></script>',
    );
  });

  test("no other page is touched", async () => {
    expect((await get("/excel/other.html")).body).toBe(TASK_PANE);
  });
});

describe("content security policy", () => {
  const policy = async (path: string): Promise<Record<string, string>> => {
    const text = String((await get(path)).headers["content-security-policy"]);
    return Object.fromEntries(text.split("; ").map((rule) => [rule.split(" ")[0], rule]));
  };

  test.each(["/", "/excel/taskpane.html", "/vendor/owl.js", "/nothing.html"])(
    "%s: only this server",
    async (path) => {
      const rules = await policy(path);
      expect(rules["default-src"]).toBe("default-src 'self'");
      expect(rules["frame-src"]).toBe("frame-src 'self'");
      expect(rules["connect-src"]).toBe("connect-src 'self'");
      expect(rules["object-src"]).toBe("object-src 'none'");
      expect(Object.values(rules).join()).not.toMatch(/https?:|\*/);
    },
  );

  test("only the page may compile text, and nothing here may run inline scripts", async () => {
    expect((await policy("/"))["script-src"]).toBe("script-src 'self' 'unsafe-eval'");
    const pane = await policy("/excel/taskpane.html");
    expect(Object.values(pane).join()).not.toContain("unsafe");
  });

  test("the sidebar's frame: its own inline scripts, another origin, no network at all", async () => {
    const rules = await policy("/sheets-frame.html");
    expect(rules["default-src"]).toBe("default-src 'none'");
    expect(rules["script-src"]).toBe("script-src 'unsafe-inline'");
    expect(rules).not.toHaveProperty("connect-src");
    expect(rules.sandbox).toContain("allow-scripts");
    expect(rules.sandbox).not.toContain("allow-same-origin");
  });
});

describe("samples", () => {
  const library: Library = require("@odoo/o-spreadsheet/dist/o_spreadsheet.cjs");

  test.each(SAMPLES)(
    "$id: arrives in the sheet cell by cell, beginning with source, date and basis",
    (sample) => {
      const { grid } = createGrid(library);
      addSample(grid, sample);
      const { id, name } = grid.activeSheet();
      expect(name).toBe(sample.name.id);
      expect(sample.rows.slice(1, 4).map(([label]) => label)).toEqual(["Sumber", "Per tanggal", "Dasar"]);
      sample.rows.forEach((row, r) => {
        row.forEach((printed, c) => {
          expect(grid.cell(id, r, c).value).toBe(printed ?? "");
        });
      });
    },
  );

  test("Kendari's three figures stand in the active column and sum to the labour force", () => {
    const block = KENDARI.rows.slice(KENDARI.block);
    expect(block[0]).toEqual(["Segmen", "Angkatan kerja", "Peserta aktif"]);
    expect(block.at(-1)).toEqual(["Jumlah", 140940, 49397]);
    const figures = block.slice(1, -1).map((row) => row[2] as number);
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(140940);
  });

  test("numbers typed as text stay text", () => {
    const { grid } = createGrid(library);
    addSample(grid, TEXT);
    expect(grid.cell(grid.activeSheet().id, 7, 0).value).toBe("343.000");
  });

  test("the first fills the empty sheet; again opens it; a changed one gets a fresh copy; one undo step each", () => {
    const { grid } = createGrid(library);
    const names = () => grid.sheets().map(({ name }) => name);
    addSample(grid, KENDARI);
    expect(names()).toEqual(["Kendari"]);
    expect(grid.selection().zone).toEqual({ row: 12, column: 0, rows: 5, columns: 3 });
    addSample(grid, KENDARI);
    expect(names()).toEqual(["Kendari"]);
    const { id } = grid.activeSheet();
    grid.apply([{ do: "content", sheet: id, row: 6, column: 1, content: 1 }]);
    addSample(grid, KENDARI);
    expect(names()).toEqual(["Kendari", "Kendari 2"]);
    expect(grid.cell(id, 6, 1).value).toBe(1);
    grid.undo();
    expect(names()).toEqual(["Kendari"]);
  });
});

test("every translated term is one the grid library uses, with the same places to fill in", () => {
  const code = readFileSync("node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.esm.js", "utf8");
  const templates = readFileSync("node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.xml", "utf8")
    .replaceAll("&#10230;", "⟶")
    .replace(/\s+/g, " ");
  const places = (text: string) => (text.match(/%(\(\w+\))?s/g) ?? []).sort();
  expect(Object.keys(TERMS).length).toBeGreaterThan(200);
  for (const [term, translation] of Object.entries(TERMS)) {
    const used = code.includes(JSON.stringify(term)) || templates.includes(term);
    expect([term, used]).toEqual([term, true]);
    expect([term, places(translation)]).toEqual([term, places(term)]);
  }
});
