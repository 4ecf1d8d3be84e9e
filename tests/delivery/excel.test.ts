// `npm run excel`, run for real: https on this computer, the dev add-in beside the published one, plain words when refused.
import type { ChildProcess } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { get } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";
import { checkManifest } from "../../tools/check-manifest";
import { DEVELOPMENT } from "../../tools/manifest/faces";
import { filesIn } from "../../tools/manifest/files";
import { copyProject, type Project } from "./project";

jest.setTimeout(120_000);

let project: Project;
beforeAll(() => {
  project = copyProject();
});
afterAll(() => project.remove());

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

const says = (child: ChildProcess, words: string): Promise<string> =>
  new Promise((done, fail) => {
    let text = "";
    const hear = (part: Buffer): void => {
      text += part;
      if (text.includes(words)) done(text);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", (code) => fail(new Error(`ended with ${code}: ${text}`)));
  });

interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const ask = (port: number, path: string): Promise<Answer> =>
  new Promise((done, fail) => {
    const ca = readFileSync("node_modules/.cache/ucj/certificates/ca.crt");
    get({ host: "localhost", port, path, ca }, (response) => {
      let body = "";
      response.on("data", (text) => {
        body += text;
      });
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    }).once("error", fail);
  });

describe("without trust", () => {
  let port: number;
  let server: ChildProcess;
  let said: string;
  beforeAll(async () => {
    port = await freePort();
    server = project.start("excel", ["--no-trust", "--port", String(port)]);
    said = await says(server, "UCJDEV_COVERAGE(140940, 49397)");
  });
  afterAll(() => void server.kill());

  test("serves every file the dev manifest names, over https with its own certificate", async () => {
    const xml = project.read("dist/excel/manifest.dev.xml").toString("utf8");
    const urls = [...xml.matchAll(/"(https:\/\/localhost:\d+)(\/[^"]+)"/g)];
    expect(urls.length).toBeGreaterThan(8);
    for (const [, origin, path] of urls) {
      expect(origin).toBe(`https://localhost:${port}`);
      expect(await ask(port, path as string)).toMatchObject({ status: 200 });
    }
  });

  test("the dev manifest has no fault, and stands beside the published one", () => {
    const folder = join(project.folder, "dist/excel");
    const [dev, published] = ["manifest.dev.xml", "manifest.xml"].map((name) =>
      project.read(`dist/excel/${name}`).toString("utf8"),
    ) as [string, string];
    const site = { base: `https://localhost:${port}`, file: filesIn(folder) };
    expect(checkManifest(dev, { ...site, kind: DEVELOPMENT })).toEqual([]);
    expect(checkManifest(published, site)).toEqual([]);
  });

  test("its pane loads the functions under the other prefix", async () => {
    const pane = await ask(port, "/taskpane.dev.html");
    expect(pane.body).toContain('src="functions.dev.js"');
    expect(pane.headers["content-security-policy"]).toContain("script-src 'self'");
    const metadata = JSON.parse((await ask(port, "/functions.dev.json")).body);
    expect(metadata.functions.map(({ id }: { id: string }) => id)).toContain("UCJDEV_COVERAGE");
  });

  test.each(["/../package.json", "/..%2f..%2fpackage.json", "/%2e%2e/package.json", "/icons", "/none.js"])(
    "%s: nothing but the site's files",
    async (path) => {
      expect((await ask(port, path)).status).toBe(404);
    },
  );

  test("says how to load it on Windows, Mac and the web", () => {
    expect(said).toMatch(
      /Windows[\s\S]*Katalog Add-in Tepercaya[\s\S]*Mac[\s\S]*wef[\s\S]*Web[\s\S]*Unggah Add-in Saya/,
    );
    expect(said).toContain("manifest.dev.xml");
  });

  test("a second one on that port says so", async () => {
    const { code, err } = await project.run("excel", ["--no-trust", "--port", String(port)]);
    expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} sedang dipakai`)]);
  });
});

// Where sudo is missing; elsewhere the real command would ask for a password, or change this computer.
(process.platform === "linux" ? test : test.skip)(
  "when trust cannot be installed: why, and what to do instead",
  async () => {
    const home = join(project.folder, "home");
    mkdirSync(join(home, "bin"), { recursive: true });
    for (const [name, path] of [
      ["node", process.execPath],
      ["sh", "/bin/sh"],
    ] as const)
      symlinkSync(path, join(home, "bin", name));
    const { code, err } = await project.run("excel", [], { HOME: home, PATH: join(home, "bin") });
    expect(code).toBe(1);
    expect(err).toMatch(/Sertifikat https tidak dapat dipasang/);
    expect(err).toContain("npm run excel -- --no-trust");
    expect(err).toMatch(/could not be installed as trusted/);
  },
);
