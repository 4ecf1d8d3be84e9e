// The release: the same bytes wherever and whenever it is made, nothing in it that must not be, nothing out of it lost.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { catalogue } from "../../core/catalogue";
import { VERSION } from "../../core/version";
import { checkManifest } from "../../tools/check-manifest";
import { problemsIn } from "../../tools/package";
import { brokenPromises, listText, publishedOf, readPublished, unrecorded } from "../../tools/published";
import { zipOf } from "../../tools/zip";
import { copyProject, type Outcome, type Project } from "./project";

jest.setTimeout(120_000);

const BASE = "https://ucj.example.go.id/alat";
const ZIP = `dist/release/ucj-planner-${VERSION}.zip`;
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("two packages, made in two folders and two time zones", () => {
  let projects: Project[];
  let outcomes: Outcome[];
  let files: Record<string, Uint8Array>;
  beforeAll(async () => {
    projects = [copyProject(), copyProject()];
    outcomes = [];
    for (const [i, TZ] of ["Asia/Jayapura", "America/Los_Angeles"].entries())
      outcomes.push(await (projects[i] as Project).run("package", ["--url", `${BASE}/`], { TZ }));
    files = unzipSync((projects[0] as Project).read(ZIP));
  });
  afterAll(() => {
    for (const project of projects) project.remove();
  });
  const text = (path: string): string => {
    const bytes = files[`ucj-planner-${VERSION}/${path}`];
    if (!bytes) throw new Error(`${path} is not in the zip`);
    return Buffer.from(bytes).toString("utf8");
  };

  test("are one and the same, byte for byte", () => {
    for (const outcome of outcomes) expect(outcome).toMatchObject({ code: 0, err: "" });
    const [a, b] = projects.map((project) => sha256(project.read(ZIP)));
    expect(a).toBe(b);
    expect(outcomes[0]?.out).toContain(a);
  });

  test("hold what each office needs", () => {
    const paths = Object.keys(files).map((path) => path.split("/").slice(1).join("/"));
    expect(paths).toEqual(
      expect.arrayContaining([
        "BACA-DAHULU.md",
        "CHANGELOG.md",
        "LICENSE",
        "PIHAK-KETIGA.md",
        "SHA256SUMS",
        "excel/manifest.xml",
        "excel/nginx.conf",
        "excel/situs/.htaccess",
        "excel/situs/_headers",
        "excel/situs/functions.js",
        "excel/situs/functions.json",
        "excel/situs/functions-en.json",
        "excel/situs/icons/icon-80.png",
        "excel/situs/taskpane.html",
        ...["catalogue", "panels", "pictures"].flatMap((file) => [
          `excel/situs/${file}.js`,
          `sheets/${file}.html`,
        ]),
        "excel/situs/web.config",
        "docs/fungsi.md",
        "docs/panduan/administrator.md",
        "docs/panduan/daftar-periksa.md",
        "SECURITY.md",
        "sheets/Code.js",
        "sheets/appsscript.json",
        "sheets/sidebar.html",
      ]),
    );
    expect(paths.filter((path) => /\.dev\.|\.map$|\.ts$|node_modules/.test(path))).toEqual([]);
  });

  test("their checksums cover every file", () => {
    const sums = text("SHA256SUMS").trim().split("\n");
    expect(sums).toHaveLength(Object.keys(files).length - 1);
    for (const line of sums) {
      const [sum, path] = line.split("  ") as [string, string];
      expect(
        sha256(Buffer.from(text(path) === "" ? "" : (files[`ucj-planner-${VERSION}/${path}`] as Uint8Array))),
      ).toBe(sum);
    }
  });

  test("their manifest is for that address and finds every file in the site", () => {
    const file = (path: string): Buffer | undefined => {
      const bytes = files[`ucj-planner-${VERSION}/excel/situs/${path}`];
      return bytes && Buffer.from(bytes);
    };
    const manifest = text("excel/manifest.xml");
    expect(checkManifest(manifest, { base: BASE, file })).toEqual([]);
    expect(manifest).not.toContain("localhost");
    expect(text("excel/situs/manifest.xml")).toBe(manifest);
  });

  test("their notices name what is inside, with its licence in full", () => {
    const notices = text("PIHAK-KETIGA.md");
    expect(notices).toMatch(
      /\| preact \| \d+\.\d+\.\d+ \| MIT \| excel\/situs\/taskpane\.js, sheets\/sidebar\.html \|/,
    );
    expect(notices).toContain(readFileSync("node_modules/preact/LICENSE", "utf8").trim());
    expect(notices.match(/^## /gm)).toHaveLength(1);
  });

  test("the sizes are listed, plain and compressed", () => {
    for (const path of ["sheets/Code.js", "excel/situs/functions.js"])
      expect(outcomes[0]?.out).toMatch(
        new RegExp(`\\d+\\.\\d KB +\\d+\\.\\d KB  ${path.replace(".", "\\.")}`),
      );
  });
});

describe("what the command says and refuses", () => {
  let project: Project;
  beforeAll(() => {
    project = copyProject();
  });
  afterAll(() => project.remove());

  /** Changes a file for one run. */
  async function withChange(
    path: string,
    change: (text: string) => string,
    args: string[] = [],
  ): Promise<Outcome> {
    const before = project.read(path).toString("utf8");
    const after = change(before);
    if (after === before) throw new Error(`nothing changed in ${path}`);
    writeFileSync(join(project.folder, path), after);
    const outcome = await project.run("package", args);
    writeFileSync(join(project.folder, path), before);
    return outcome;
  }

  test("without an address: for this computer only, and says so", async () => {
    const { code, out } = await project.run("package");
    expect([code, out]).toEqual([0, expect.stringContaining("npm run package -- --url https://")]);
  });

  test("a template workbook that was built goes in", async () => {
    writeFileSync(join(project.folder, "dist/ucj-template.xlsx"), "a workbook");
    expect((await project.run("package")).code).toBe(0);
    expect(Object.keys(unzipSync(project.read(ZIP)))).toContain(
      `ucj-planner-${VERSION}/templat/ucj-template.xlsx`,
    );
  });

  test.each([["http://ucj.example.go.id"], ["ucj.example.go.id"], [""]])(
    "--url %s is refused",
    async (url) => {
      const { code, err } = await project.run("package", ["--url", url]);
      expect([code, err]).toEqual([1, expect.stringContaining("https://")]);
    },
  );

  test.each<[fault: string, path: string, change: (text: string) => string, says: RegExp]>([
    [
      "a manifest changed under its old version",
      "manifest.xml",
      (xml) => xml.replace("Hitung ulang", "Hitung lagi"),
      /version-not-raised/,
    ],
    [
      "a function that workbooks already hold",
      "tests/delivery/published.json",
      (json) => json.replace("{", '{"UCJ_GONE": ["labor"],'),
      /UCJ_GONE hilang/,
    ],
    [
      "a package under another licence",
      "package-lock.json",
      (lock) => lock.replace(/("node_modules\/preact": \{[^}]*?"license": ")MIT/, "$1LGPL-3.0"),
      /preact ships under "LGPL-3\.0"/,
    ],
    [
      "a package meant for development only",
      "package-lock.json",
      (lock) => lock.replace(/("node_modules\/preact": \{)/, '$1"dev": true,'),
      /preact ships, but is a devDependency/,
    ],
    [
      "an address of somebody else",
      "excel-addin/bantuan.html",
      (html) => html.replace("</main>", '<img src="https://example.com/a.png"></main>'),
      /bantuan\.html: an address: https:\/\/example\.com\/a\.png/,
    ],
    [
      "no word about this version in the changelog",
      "CHANGELOG.md",
      (text) => text.replace(`## ${VERSION}`, "## 0.0.1"),
      /CHANGELOG\.md/,
    ],
  ])("%s: no package is made", async (_, path, change, says) => {
    const { code, err } = await withChange(path, change);
    expect([code, err]).toEqual([1, expect.stringMatching(says)]);
  });
});

test.each<[what: string, path: string, text: string]>([
  ["office.js", "excel/situs/office.js", ""],
  ["office.js", "excel/situs/excel-web-16.00.js", ""],
  [
    "office.js",
    "excel/situs/taskpane.js",
    readFileSync("node_modules/@microsoft/office-js/dist/office.js", "utf8"),
  ],
  ["GPL/LGPL", "LICENSE", "under the terms of the GNU Lesser General Public License"],
  ["GPL/LGPL", "excel/situs/taskpane.js", "/* SPDX-License-Identifier: GPL-3.0-only */"],
  ["GPL/LGPL", "excel/situs/taskpane.js", readFileSync("node_modules/hyperformula/LICENSE.txt", "utf8")],
  ["the workbench's libraries", "excel/situs/taskpane.js", "const o_spreadsheet = {}"],
  ["a source map", "sheets/Code.js", "//# sourceMappingURL=Code.js.map"],
  ["an address", "sheets/sidebar.html", '<script src="https://cdn.example.com/x.js"></script>'],
])("%s in %s is found", (what, path, text) => {
  expect(problemsIn(new Map([[path, Buffer.from(text)]])).join()).toContain(what);
});

describe("functions once published", () => {
  test("are all still there, with their arguments", () => {
    expect(brokenPromises(readPublished(), publishedOf(catalogue))).toEqual([]);
  });

  const before = { UCJ_A: ["labor", "active", "growth?"] };
  test.each([
    ["the same", { UCJ_A: ["labor", "active", "growth?"] }, 0],
    ["another function beside it", { UCJ_A: ["labor", "active", "growth?"], UCJ_B: ["x"] }, 0],
    ["one more optional argument at the end", { UCJ_A: ["labor", "active", "growth?", "ceiling?"] }, 0],
    ["an argument that may now be left out", { UCJ_A: ["labor", "active?", "growth?"] }, 0],
    ["gone", {}, 1],
    ["renamed argument", { UCJ_A: ["workers", "active", "growth?"] }, 1],
    ["arguments in another order", { UCJ_A: ["active", "labor", "growth?"] }, 2],
    ["an argument fewer", { UCJ_A: ["labor", "active"] }, 1],
    ["an optional argument that is now needed", { UCJ_A: ["labor", "active", "growth"] }, 1],
    ["one more argument that is needed", { UCJ_A: ["labor", "active", "growth?", "ceiling"] }, 1],
  ])("%s", (_, now, broken) => {
    expect(brokenPromises(before, now)).toHaveLength(broken);
  });

  test("a new one is named until it is recorded", () => {
    expect(unrecorded(before, { ...before, UCJ_B: [] })).toEqual(["UCJ_B"]);
    expect(JSON.parse(listText({ ...before, UCJ_B: [] }))).toEqual({ ...before, UCJ_B: [] });
  });
});

test("a zip does not depend on the order its files come in", () => {
  const a = Buffer.from("a");
  const b = Buffer.from("b");
  expect(
    zipOf(
      new Map([
        ["x", a],
        ["y", b],
      ]),
    ),
  ).toEqual(
    zipOf(
      new Map([
        ["y", b],
        ["x", a],
      ]),
    ),
  );
});
