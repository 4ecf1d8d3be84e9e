// The three sheets commands with Google's real clasp, against a small Google on this computer that runs what was pushed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type FakeGoogle, startGoogle } from "./fake-google";
import { copyProject, type Outcome, type Project } from "./project";

jest.setTimeout(180_000);

let google: FakeGoogle;
let project: Project;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  google = await startGoogle();
  project = copyProject();
  const home = join(project.folder, "home");
  mkdirSync(home);
  // A made-up sign-in, in a folder of its own: the real one in the user's home is neither read nor written.
  const credentials = {
    tokens: {
      default: {
        type: "authorized_user",
        client_id: "made-up",
        client_secret: "made-up",
        refresh_token: "made-up",
        access_token: "made-up-token",
        expiry_date: Date.now() + 1e10,
      },
    },
  };
  writeFileSync(join(home, ".clasprc.json"), JSON.stringify(credentials));
  env = {
    HOME: home,
    USERPROFILE: home,
    clasp_config_auth: join(home, ".clasprc.json"),
    UCJ_FAKE_GOOGLE: google.url,
    NODE_OPTIONS: `--import ${pathToFileURL(join(process.cwd(), "tests/delivery/preload.mjs")).href}`,
  };
});
afterAll(async () => {
  project.remove();
  await google.close();
});

const config = (): string => join(project.folder, ".clasp.json");
const run = (command: string, ...args: string[]): Promise<Outcome> => project.run(command, args, env);
const names = (id = "script-1"): string[] =>
  (google.projects.get(id)?.files ?? []).map(({ name, type }) => `${name} ${type}`).sort();
const OURS = [
  "Code SERVER_JS",
  "appsscript JSON",
  "catalogue HTML",
  "panels HTML",
  "pictures HTML",
  "sidebar HTML",
];

test("push before there is a script says how to make one", async () => {
  const { code, err } = await run("sheets-push");
  expect([code, err]).toEqual([1, expect.stringMatching(/npm run sheets:new[\s\S]*\.clasp\.example\.json/)]);
});

test("without a sign-in it says how to sign in, and leaves nothing behind", async () => {
  const nobody = join(project.folder, "nobody.json");
  const { code, err } = await project.run("sheets-new", [], { ...env, clasp_config_auth: nobody });
  expect([code, err]).toEqual([1, expect.stringContaining("npx clasp login")]);
  expect(project.has(".clasp.json")).toBe(false);
});

describe("sheets:new", () => {
  let made: Outcome;
  beforeAll(async () => {
    made = await run("sheets-new", "--title", "UCJ Kendari");
  });

  test("makes a spreadsheet of that name with a script bound to it", () => {
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(google.spreadsheets).toEqual([
      { id: "sheet-1", name: "UCJ Kendari", mimeType: "application/vnd.google-apps.spreadsheet" },
    ]);
    expect(google.projects.get("script-1")?.parentId).toBe("sheet-1");
    expect(made.out).toContain("https://docs.google.com/spreadsheets/d/sheet-1/edit");
  });

  test("what was pushed answers in a cell", () => {
    expect(google.cell("script-1", "UCJ_COVERAGE", 140940, 49397)).toBe(0.35048247481197675);
    expect(google.cell("script-1", "UCJ_COVERAGE", [[140940], [79388]], [[49397], [27636]])).toEqual([
      [0.35048247481197675],
      [0.34811306494684335],
    ]);
    expect(() => google.cell("script-1", "UCJ_TARGET", 33.6, 1)).toThrow("Tulis 33,6% atau 0,336");
  });

  test("our manifest arrived, not the default one that creating wrote over it", () => {
    expect(names()).toEqual(OURS);
    const manifest = google.projects.get("script-1")?.files.find(({ type }) => type === "JSON")?.source;
    expect(JSON.parse(manifest ?? "")).toEqual(JSON.parse(project.read("appsscript.json").toString()));
  });

  test("only the made-up sign-in was used", () => {
    expect([...google.tokens]).toEqual(["Bearer made-up-token"]);
  });

  test("a second time it refuses, and makes nothing", async () => {
    const { code, err } = await run("sheets-new");
    expect([code, err]).toEqual([1, expect.stringContaining("npm run sheets:push")]);
    expect(google.spreadsheets).toHaveLength(1);
  });
});

describe("sheets:push", () => {
  const edit = (change: (source: string) => string, name = "Code"): void => {
    const found = google.projects.get("script-1");
    if (!found) throw new Error();
    found.files = found.files.map((file) =>
      file.name === name ? { ...file, source: change(file.source) } : file,
    );
  };

  test("with nothing to send says so", async () => {
    const { code, out } = await run("sheets-push");
    expect([code, out]).toEqual([0, expect.stringContaining("tidak ada yang dikirim")]);
  });

  test("sends a changed manifest too, which clasp would skip without a terminal", async () => {
    edit(() => "{}", "appsscript");
    const { code, out } = await run("sheets-push");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("diperiksa kembali · pushed and read back: appsscript.json"),
    ]);
    expect(names()).toEqual(OURS);
  });

  test("names a file that only exists at Google, and does not delete it unasked", async () => {
    const found = google.projects.get("script-1");
    if (!found) throw new Error();
    found.files = [...found.files, { name: "makro/Rekap", type: "SERVER_JS", source: "function rekap() {}" }];
    edit((source) => `${source}\n// older`);
    const refused = await run("sheets-push");
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringMatching(/makro\/Rekap\.js[\s\S]*--delete/),
    ]);
    expect(names()).toContain("makro/Rekap SERVER_JS");
    const agreed = await run("sheets-push", "--delete");
    expect([agreed.code, agreed.out]).toEqual([
      0,
      expect.stringContaining("terhapus di Google · deleted at Google: makro/Rekap.js"),
    ]);
    expect(names()).toEqual(OURS);
  });

  test("a deletion that clasp would not see is not called done", async () => {
    const found = google.projects.get("script-1");
    if (!found) throw new Error();
    const before = found.files;
    found.files = [...before, { name: "Lama", type: "HTML", source: "<p>" }];
    const { code, err } = await run("sheets-push", "--delete");
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/Lama\.html tetap ada[\s\S]*script\.google\.com\/d\/script-1\/edit/),
    ]);
    found.files = before;
  });

  test("a push that did not arrive is a failure, whatever clasp says", async () => {
    edit((source) => `${source}\n// older`);
    google.misbehave = "drops pushes";
    const { code, err } = await run("sheets-push");
    google.misbehave = "no";
    expect([code, err]).toEqual([1, expect.stringContaining("files at Google differ: Code.js")]);
    await run("sheets-push");
    expect(google.cell("script-1", "UCJ_VERSION")).toMatch(/\d+\.\d+\.\d+/);
  });

  test("says which switch is off when the Apps Script API is", async () => {
    google.misbehave = "API is off";
    const { code, err } = await run("sheets-push");
    google.misbehave = "no";
    expect([code, err]).toEqual([1, expect.stringContaining("script.google.com/home/usersettings")]);
  });

  test("sends nothing that the lint stops", async () => {
    const server = project.read("sheets-addon/menu.ts").toString();
    writeFileSync(
      join(project.folder, "sheets-addon/menu.ts"),
      `${server}\n(globalThis as any).leaked = setTimeout(() => {}, 1);\n`,
    );
    const puts = google.asked.filter((line) => line.startsWith("PUT")).length;
    const { code, err } = await run("sheets-push");
    writeFileSync(join(project.folder, "sheets-addon/menu.ts"), server);
    expect([code, err]).toEqual([1, expect.stringMatching(/setTimeout tidak dikenal/)]);
    expect(google.asked.filter((line) => line.startsWith("PUT"))).toHaveLength(puts);
  });

  test("sends exactly these files, even when told to ignore one of them", async () => {
    const ignore = join(project.folder, ".claspignore");
    writeFileSync(ignore, "sidebar.html\n");
    const { code, err } = await run("sheets-push");
    rmSync(ignore);
    expect([code, err]).toEqual([1, expect.stringContaining(".claspignore")]);
  });

  test("refuses another folder than the build's", async () => {
    const own = project.read(".clasp.json").toString();
    writeFileSync(config(), JSON.stringify({ ...JSON.parse(own), rootDir: "." }));
    const { code, err } = await run("sheets-push");
    writeFileSync(config(), own);
    expect([code, err]).toEqual([1, expect.stringContaining('rootDir harus "dist/sheets"')]);
  });
});

test("sheets:open gives the spreadsheet's address", async () => {
  const { code, out } = await run("sheets-open");
  expect([code, out.trim()]).toEqual([0, "https://docs.google.com/spreadsheets/d/sheet-1/edit"]);
});

test("the example for an existing script fits what the commands read", async () => {
  expect(JSON.parse(readFileSync(".clasp.example.json", "utf8"))).toMatchObject({
    rootDir: "dist/sheets",
    scriptId: expect.any(String),
    parentId: expect.any(String),
  });
});
