// The built files themselves: sizes, names they leak, the published figures through each of them.
import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { catalogue } from "../core/catalogue";
import { CLOSED, ENTRY_POINTS } from "../tools/generate";

const read = (path: string): string => readFileSync(path, "utf8");
const KB = 1024;

describe("sizes", () => {
  const code = read("dist/sheets/Code.js");

  // 60 KB, of which 28 KB code, were planned, before the sidebar's server had its undo and tables their charts, colours by
  // condition and large sheets in pieces, and before UCJ_CHECK said the panel's sentences from the panel's own checks
  // (12 KB), and before undo knew whose results fill a cell (12.75). A cell's first call reads neither: V8 passes over
  // both until they are called, and over the comments.
  test("Code.js: at most 63.5 KB, of which 38.5 KB for cells and 12.75 KB for the sidebar", () => {
    const [cells = "", server = ""] = code.split(/(?=function UcjServer_)|(?=\/\*\*\n)/);
    expect(cells).toContain("var Ucj_=");
    expect(server).toMatch(/^function UcjServer_\(/);
    expect(Buffer.byteLength(cells)).toBeLessThanOrEqual(38.5 * KB);
    expect(Buffer.byteLength(server)).toBeLessThanOrEqual(12.75 * KB);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(63.5 * KB);
  });

  // 28 KB were planned; it would be 28 without the checks that UCJ_CHECK shares with the panel.
  test("functions.js: at most 41 KB", () => {
    expect(Buffer.byteLength(read("dist/excel/functions.js"))).toBeLessThanOrEqual(41 * KB);
  });

  test.each([
    ["Sheets", ["dist/sheets/sidebar.html"]],
    ["Excel", ["dist/excel/taskpane.html", "dist/excel/taskpane.js", "dist/excel/taskpane.css"]],
  ])("sidebar page of %s: at most 120 KB, 40 KB compressed", (_, paths) => {
    const all = paths.map(read).join("");
    expect(Buffer.byteLength(all)).toBeLessThanOrEqual(120 * KB);
    expect(gzipSync(all).length).toBeLessThanOrEqual(40 * KB);
  });

  // What is typed at once works at once: the tabs, the search, and all it finds.
  test.each([
    ["Sheets", "dist/sheets/sidebar.html"],
    ["Excel", "dist/excel/taskpane.js"],
  ])("sidebar page of %s lists every function, and holds none", (_, path) => {
    const page = read(path);
    for (const { name, about, examples } of catalogue) {
      expect(page).toContain(`name:"${name}"`);
      expect([about.id, about.en].filter((words) => !page.includes(words))).toEqual([]);
      expect(examples.filter(({ note }) => page.includes(`"${note.en}"`))).toEqual([]);
    }
  });

  test.each([
    ["catalogue", "the file's settings and a function's own page", 145, 50],
    ["panels", "the other panels", 280, 105],
    ["pictures", "the pictures of Bantuan", 40, 30],
  ])("%s, which follows, with %s: at most %i KB, %i KB compressed", (file, _, most, compressed) => {
    const script = read(`dist/excel/${file}.js`);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(most * KB);
    expect(gzipSync(script).length).toBeLessThanOrEqual(compressed * KB);
    expect(read(`dist/sheets/${file}.html`)).toMatch(/^<script>\nucjParts\(\{[\s\S]*\}\);\n<\/script>\n$/);
  });
});

test.each([
  ["Code.js", "sheets/Code.js", {}, "UCJ_COVERAGE", "UCJ_CHECK"],
  [
    "functions.js",
    "excel/functions.js",
    { Office: {}, joined: {} },
    "joined.UCJ_COVERAGE",
    "joined.UCJ_CHECK",
  ],
])("%s: nothing of the checks is made before UCJ_CHECK is called", (_, path, globals, coverage, check) => {
  const context = createContext(globals);
  runInContext(
    `let made = 0;
    Set = class extends Set { constructor(...given) { super(...given); made++; } };
    globalThis.CustomFunctions = { associate: (name, run) => (joined[name] = run) };`,
    context,
  );
  runInContext(read(`dist/${path}`), context);
  runInContext(`${coverage}(140940, 49397)`, context);
  expect(runInContext("made", context)).toBe(0);
  expect(String(runInContext(`${check}(140940, 49397, 0.3505)`, context))).toContain("cocok");
  expect(runInContext("made", context)).toBeGreaterThan(0);
});

describe("Code.js in a bare context", () => {
  const context = createContext({});
  runInContext(read("dist/sheets/Code.js"), context);
  const ask = (formula: string): unknown => JSON.parse(runInContext(`JSON.stringify(${formula})`, context));

  test("leaves no top-level name but the functions, the entry points and its own namespace", () => {
    const names = [...catalogue.map((fn) => fn.name), ...ENTRY_POINTS, ...Object.values(CLOSED)];
    expect(Object.keys(context).sort()).toEqual([...names].sort());
  });

  test("published figures", () => {
    expect(ask("UCJ_COVERAGE(140940, 49397)")).toBe(0.35048247481197675);
    expect(ask("UCJ_COVERAGE(79388, 27636)")).toBeCloseTo(0.3481, 4);
    expect(ask("[UCJ_UNCOVERED(140940, 49397), UCJ_UNCOVERED(79388, 27636)]")).toEqual([91543, 51752]);
    expect(ask("UCJ_TARGET(0.336, 1)") as number).toBeCloseTo(0.4032, 12);
    expect(ask("[UCJ_TARGET(0.35048247, 6), UCJ_TARGET(0.998, 1)]")).toEqual([0.995, 0.998]);
  });

  test("33.6 is refused with what to type instead", () => {
    expect(() => ask("UCJ_TARGET(33.6, 1)")).toThrow("Tulis 33,6% atau 0,336");
  });

  test("a bad row harms only itself", () => {
    expect(
      ask(
        "UCJ_COVERAGE([[140940],['abc'],[0],[''],[140.94],['79.388']], [[49397],[1],[5],[''],[1],[27636]])",
      ),
    ).toEqual([
      [0.35048247481197675],
      [expect.stringMatching(/^⚠ Angkatan kerja: .*abc/)],
      [expect.stringMatching(/^⚠ Angkatan kerja kosong atau 0/)],
      [""],
      [expect.stringMatching(/^⚠ .*140,94 bukan jumlah orang/)],
      [0.34811306494684335],
    ]);
  });

  test("10,000 rows in one call", () => {
    const rows = "Array.from({length: 10000}, (_, i) => [i + 1000])";
    const answer = ask(`UCJ_COVERAGE(${rows}, ${rows})`) as number[][];
    expect(answer).toHaveLength(10000);
    expect(answer.every(([share]) => share === 1)).toBe(true);
  });

  test("one argument too few says to use semicolons", () => {
    expect(() => ask("UCJ_COVERAGE(140940.49397)")).toThrow("titik koma");
  });
});

test("what ships names no third-party origin but Microsoft's office.js", () => {
  const shipped = [
    "excel/taskpane.html",
    "excel/taskpane.js",
    "excel/catalogue.js",
    "excel/panels.js",
    "excel/pictures.js",
    "excel/functions.js",
    "sheets/Code.js",
    "sheets/sidebar.html",
    "sheets/catalogue.html",
    "sheets/panels.html",
    "sheets/pictures.html",
  ];
  for (const path of shipped) {
    const urls = read(`dist/${path}`).match(/https?:\/\/[^"'\s)<>]+/g) ?? [];
    const allowed = urls.filter(
      (url) => !/^http:\/\/www\.w3\.org\/|^https:\/\/appsforoffice\.microsoft\.com\//.test(url),
    );
    expect(allowed).toEqual([]);
  }
});
