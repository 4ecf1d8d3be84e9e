// The whole pane over a spreadsheet that fails in every way: a sentence, "Coba lagi" that works, nothing lost.
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { buildSync } from "esbuild";
import type { Host } from "../../sidebar/host";
import type { Call } from "../../sidebar/parts/careful";

const { JSDOM } = require("jsdom");

/** Bundled as it ships: Preact comes as ES modules only, which jest does not read. */
function bundled() {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `export { render, options, h } from "preact"; export { act } from "preact/test-utils";
        export { mount } from "./sidebar/app"; export { Late } from "./sidebar/parts/late"; export { HostProblem } from "./sidebar/host";`,
      resolveDir: ".",
    },
    bundle: true,
    write: false,
    format: "cjs",
    loader: { ".webp": "dataurl" },
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  const module = { exports: {} };
  new Function("module", "exports", outputFiles[0]?.text ?? "")(module, module.exports);
  return module.exports as typeof import("preact") &
    typeof import("preact/test-utils") &
    typeof import("../../sidebar/parts/late") &
    typeof import("../../sidebar/app") &
    typeof import("../../sidebar/host");
}

const { render, options, h, act, Late, mount, HostProblem } = bundled();

let root: HTMLElement;
let window: Window & typeof globalThis;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Until nothing moves any more: what is changed inside `act` shows when it ends. */
async function settle(ms = 5): Promise<void> {
  for (let last = ""; last !== root.innerHTML; ms = 5) {
    last = root.innerHTML;
    await act(async () => void (await rest(ms)));
  }
}
const texts = (selector: string): string =>
  [...root.querySelectorAll(selector)].map((one) => one.textContent).join(" ");

/** In the panel that is in view. */
async function click(label: string): Promise<void> {
  const button = [...root.querySelectorAll<HTMLElement>("button")].find(
    (one) =>
      !one.closest("[hidden]") && (one.textContent === label || one.getAttribute("aria-label") === label),
  );
  if (!button) throw new Error(`no button ${label} in ${root.textContent}`);
  act(() => button.click());
  await settle();
}
function type(selector: string, value: string): void {
  const input = root.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(selector);
  input.value = value;
  act(() => void input.dispatchEvent(new window.Event("input", { bubbles: true })));
}
const typedIn = (selector: string): string | undefined =>
  root.querySelector<HTMLInputElement>(selector)?.value;

const cells = [
  ["Daerah", "Angkatan kerja", "Peserta aktif", "Cakupan"],
  ["Kendari", 140940, 49397, 0.35],
  ["Konawe", 79388, 27636, 0.9],
];
const block = { sheet: "Data", row: 0, column: 0, cells, hiddenRows: [], merged: false, selected: 12 };
const formulas = [["=UCJ_COVERAGE(A1,B1)"], ["=[1]!_xldudf_UCJ_COVERAGE(A1,B1)"]];

/** Answers as a spreadsheet in good health does. */
const healthy: Host = {
  name: "sheets",
  language: "id",
  readSelection: async () => block,
  survey: async (place, _, name) =>
    place === "newSheet"
      ? { sheet: name, isNew: true, row: 0, column: 0, address: "A1:C10", filled: 0 }
      : { sheet: "Data", isNew: false, row: 20, column: 0, address: "A21", filled: 0 },
  write: async () => ({ sheet: "Lembar", address: "A1:F9", isNew: true, chart: null, before: null }),
  undo: async () => undefined,
  open: async () => undefined,
  marks: async () => ({ separator: ";", decimal: "," }),
  insertFormula: async () => ({ sheet: "Data", address: "A21" }),
  calculate: async () => "0.1.0",
  goTo: async () => undefined,
  writeCells: async (_, given) => given.map(({ row, column }) => ({ row, column, content: "" })),
  readSheet: async (name) => (name === "Data" || name === null ? block : null),
  appendRows: async () => undefined,
  readBook: async () => [
    {
      name: "Data",
      row: 0,
      column: 2,
      formulas,
      values: [[0.35], [{ error: "#NAME?" }]],
      protected: false,
    },
  ],
  writeRuns: async () => undefined,
  drawn: async () => ({ charts: [], headed: true, mute: false, conditions: [], end: 10, rowHeight: 1 }),
  redraw: async () => ({ chart: null, conditions: [] }),
};

interface Deed {
  readonly panel: string;
  readonly call: Call;
  /** With a spreadsheet in good health, up to the step that asks for that call. */
  readonly upTo: () => Promise<void>;
  readonly provoke: () => Promise<void>;
  /** What the planner had done in the pane. */
  readonly intact: () => void;
}

const opened = (): Promise<void> => press("#open-UCJ_COVERAGE");
const stillOpen = (): void => expect(texts("#function-name")).toBe("UCJ_COVERAGE");
const tried = async (): Promise<void> => {
  await opened();
  type("#try-UCJ_COVERAGE-labor", "140.940");
  type("#try-UCJ_COVERAGE-active", "49.397");
};
async function press(selector: string): Promise<void> {
  const button = root.querySelector<HTMLElement>(selector);
  if (!button) throw new Error(selector);
  act(() => button.click());
  await settle();
}
const formulaIntact = (): void => {
  expect([typedIn("#try-UCJ_COVERAGE-labor"), typedIn("#try-UCJ_COVERAGE-active")]).toEqual([
    "140.940",
    "49.397",
  ]);
  expect(texts(".answer")).toContain("35,05 %");
};
const example = async (): Promise<void> => {
  await click("Contoh Kendari");
};
const tableIntact = (): void => expect(texts("#panel-table .preview table")).toContain("140.940");
const checked = (): Promise<void> => click("Periksa pilihan");
const findingsIntact = (): void => expect(texts("#panel-check .findings")).toMatch(/Konawe|Temuan: [1-9]/);
const examined = (): Promise<void> => click("Periksa berkas");
const examinedIntact = (): void => expect(texts("#panel-share")).toMatch(/Periksa berkas/);
const nothing = async (): Promise<void> => undefined;
const always = (): void => undefined;

const DEEDS: readonly Deed[] = [
  { panel: "functions", call: "marks", upTo: nothing, provoke: opened, intact: stillOpen },
  {
    panel: "functions",
    call: "readSelection",
    upTo: tried,
    provoke: () => click("Ambil dari pilihan: Peserta aktif"),
    intact: () => expect(typedIn("#try-UCJ_COVERAGE-labor")).toBe("140.940"),
  },
  ...(["survey", "insertFormula"] as const).map((call) => ({
    panel: "functions",
    call,
    upTo: tried,
    provoke: () => click("Sisipkan rumus"),
    intact: formulaIntact,
  })),
  {
    panel: "functions",
    call: "goTo",
    upTo: async () => {
      await tried();
      await click("Sisipkan rumus");
    },
    provoke: () => click("Buka"),
    intact: formulaIntact,
  },
  {
    panel: "functions",
    call: "writeCells",
    upTo: async () => {
      await tried();
      await click("Sisipkan rumus");
    },
    provoke: () => click("Batalkan"),
    intact: formulaIntact,
  },
  {
    panel: "table",
    call: "readSelection",
    upTo: example,
    provoke: () => click("Ambil dari pilihan"),
    intact: tableIntact,
  },
  ...(["survey", "write"] as const).map((call) => ({
    panel: "table",
    call,
    upTo: example,
    provoke: () => click("Tulis tabel"),
    intact: tableIntact,
  })),
  {
    panel: "table",
    call: "readSheet",
    upTo: async () => {
      await example();
      await press('#panel-table input[value="sheet"]');
    },
    provoke: () => click("Ambil seluruh lembar"),
    intact: () => expect(texts("#panel-table")).toContain("Buat tabel"),
  },
  {
    panel: "table",
    call: "readBook",
    upTo: example,
    provoke: () => click("Cari tabel"),
    intact: tableIntact,
  },
  ...(["undo", "open"] as const).map((call) => ({
    panel: "table",
    call,
    upTo: async () => {
      await example();
      await click("Tulis tabel");
    },
    provoke: () => click(call === "undo" ? "Batalkan" : "Buka"),
    intact: tableIntact,
  })),
  ...(["readSelection", "readSheet"] as const).map((call) => ({
    panel: "check",
    call,
    upTo: checked,
    provoke: checked,
    intact: findingsIntact,
  })),
  ...(["survey", "write"] as const).map((call) => ({
    panel: "check",
    call,
    upTo: checked,
    provoke: () => click("Tulis laporan"),
    intact: findingsIntact,
  })),
  ...(["survey", "write"] as const).map((call) => ({
    panel: "settings",
    call,
    upTo: async () => type("#setting-growth", "25%"),
    provoke: () => click("Simpan ke berkas"),
    intact: always,
  })),
  {
    panel: "help",
    call: "calculate",
    upTo: nothing,
    provoke: () => click("Uji fungsi UCJ"),
    intact: always,
  },
  ...(["undo", "open"] as const).map((call) => ({
    panel: "check",
    call,
    upTo: async () => {
      await checked();
      await click("Tulis laporan");
    },
    provoke: () => click(call === "undo" ? "Batalkan" : "Buka"),
    intact: findingsIntact,
  })),
  {
    panel: "check",
    call: "goTo",
    upTo: checked,
    provoke: () => click("Buka sel"),
    intact: findingsIntact,
  },
  {
    panel: "check",
    call: "appendRows",
    upTo: async () => {
      await checked();
      await click("Tandai sudah diperiksa");
      type("#panel-check form input", "angka resmi");
    },
    provoke: async () => {
      act(
        () => void root.querySelector("form")?.dispatchEvent(new window.Event("submit", { bubbles: true })),
      );
      await settle();
    },
    intact: findingsIntact,
  },
  {
    panel: "share",
    call: "goTo",
    upTo: examined,
    provoke: async () => press("#panel-share .places li button"),
    intact: examinedIntact,
  },
  {
    panel: "share",
    call: "writeRuns",
    upTo: examined,
    provoke: () => click("Perbaiki rumus"),
    intact: examinedIntact,
  },
  { panel: "share", call: "readBook", upTo: nothing, provoke: examined, intact: always },
  { panel: "share", call: "marks", upTo: nothing, provoke: examined, intact: always },
];

let faulty: Partial<Record<Call, (...given: never[]) => Promise<unknown>>>;

beforeEach(() => {
  ({ window } = new JSDOM('<main id="ucj"></main>', { url: "https://contoh.test/" }));
  const { document } = window;
  Object.assign(globalThis, { window, document, HTMLElement: window.HTMLElement, location: window.location });
  root = document.querySelector("main") as HTMLElement;
  faulty = {};
});
afterEach(() => act(() => render(null, root)));

async function openPane(panel: string): Promise<void> {
  const host = new Proxy(healthy, {
    get: (real, key) => {
      const own = real[key as keyof Host];
      if (typeof own !== "function") return own;
      return (...given: never[]) =>
        (faulty[key as Call] ?? (own as (...given: never[]) => unknown))(...given);
    },
  });
  const copy = Object.fromEntries(Object.keys(healthy).map((key) => [key, host[key as keyof Host]]));
  act(() => mount(root, copy as unknown as Host));
  await settle();
  await press(`#tab-${panel}`);
}

const problems = (): string => texts(".messages .notice.problem");

describe.each(DEEDS)("$panel, $call", ({ panel, call, upTo, provoke, intact }) => {
  test.each([
    [
      "refuses with its own sentence",
      async () => {
        throw new HostProblem({ id: "Lembar ini diproteksi.", en: "This sheet is protected." });
      },
      /Lembar ini diproteksi/,
    ],
    [
      "fails without words",
      async () => {
        throw new Error("boom");
      },
      /Google Sheets tidak dapat menyelesaikan langkah ini.*Isian Anda masih ada/,
    ],
    [
      "fails before it starts",
      () => {
        throw new TypeError("google is not defined");
      },
      /sebab yang tidak dikenal/,
    ],
    ...(["undo", "open", "goTo", "appendRows", "writeRuns"].includes(call)
      ? []
      : [undefined, {}, ...(call === "calculate" ? [] : ["?", 42]), [[]], { sheet: 1, cells: "x" }].map(
          (garbage) =>
            [
              `answers ${JSON.stringify(garbage)}`,
              async () => garbage,
              /Jawaban Google Sheets tidak dapat dibaca/,
            ] as const,
        )),
  ] as [string, () => Promise<unknown>, RegExp][])(
    "%s: a sentence, “Coba lagi” works, nothing is lost",
    async (_, fault, sentence) => {
      await openPane(panel);
      await upTo();
      faulty[call] = fault;
      await provoke();
      expect(problems()).toMatch(sentence);
      expect(texts("[role=status]")).toMatch(sentence);
      intact();
      faulty = {};
      await click("Coba lagi");
      expect(problems()).toBe("");
      intact();
    },
  );

  test("never answers: it says so, can be given up, and tried again", async () => {
    await openPane(panel);
    await upTo();
    faulty[call] = () => new Promise(() => undefined);
    await provoke();
    expect(texts(".waiting")).toBe("");
    await settle(350);
    expect(texts(".waiting")).toContain("Menunggu Google Sheets …");
    intact();
    await click("Hentikan");
    expect(problems()).toMatch(/tidak ditunggu lagi/);
    expect(texts(".waiting")).toBe("");
    intact();
    faulty = {};
    await click("Coba lagi");
    expect(problems()).toBe("");
    intact();
  });

  test("is slow: the pane waits and takes no second click; the language may change meanwhile", async () => {
    await openPane(panel);
    await upTo();
    let asked = 0;
    let answer: () => void = () => undefined;
    const real = healthy[call] as (...given: never[]) => Promise<unknown>;
    faulty[call] = async (...given) => {
      asked++;
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return real(...given);
    };
    await provoke();
    expect(asked).toBe(1);
    const running = [
      ...root.querySelectorAll<HTMLButtonElement>(`#panel-${panel} button.main, .self-test button`),
    ];
    expect(running.length).toBeGreaterThan(0);
    for (const button of running) act(() => button.click());
    await settle();
    expect(asked).toBe(1);
    for (const name of ["English", "Bahasa Indonesia"])
      act(() => root.querySelector<HTMLElement>(`input[aria-label="${name}"]`)?.click());
    intact();
    faulty = {};
    answer();
    await settle();
    expect(problems()).toBe("");
    intact();
  });
});

test("the file's settings cannot be read: it is said, and read again when asked", async () => {
  faulty.readSheet = async () => {
    throw new HostProblem({ id: "Google menolak permintaan ini.", en: "Google refused this request." });
  };
  await openPane("functions");
  expect(problems()).toContain("Google menolak permintaan ini.");
  faulty = {};
  await click("Coba lagi");
  expect(problems()).toBe("");
});

test("what is typed in the settings outlives a failed save, another panel and the other language", async () => {
  await openPane("settings");
  type("#setting-growth", "25%");
  faulty.survey = async () => {
    throw new Error("boom");
  };
  await click("Simpan ke berkas");
  await press("#tab-check");
  act(() => root.querySelector<HTMLElement>('input[aria-label="English"]')?.click());
  await press("#tab-settings");
  expect(typedIn("#setting-growth")).toBe("25%");
});

test("the file's settings are what every panel begins with; what is typed wins", async () => {
  const rows = [
    ["Bahasa panel", "English"],
    ["Target", 0.4206],
    ["Kenaikan per tahun", 0.25],
    ["Sumber", "BPJS Ketenagakerjaan"],
    ["Dasar", "di luar ASN"],
  ];
  faulty.readSheet = (async (name: string) =>
    name === "UCJ_Pengaturan" ? { ...block, cells: rows } : healthy.readSheet(name)) as never;
  const reports: string[] = [];
  faulty.write = (async (table: { cells: unknown[][] }) => {
    reports.push(JSON.stringify(table.cells));
    return healthy.write({} as never, true);
  }) as never;
  await openPane("functions");
  expect(texts("h1")).toBe("UCJ Planner");
  await press("#open-UCJ_NEEDED");
  expect(typedIn("#try-UCJ_NEEDED-target")).toBe("42,06%");
  expect(texts(".try")).toContain("Some fields begin with sheet UCJ_Pengaturan");
  type("#try-UCJ_NEEDED-labor", "140.940");
  type("#try-UCJ_NEEDED-active", "49.397");
  expect(texts(".answer")).toContain("9,883 people");
  type("#try-UCJ_NEEDED-target", "50%");
  expect(texts(".answer")).not.toContain("9,883");
  await press("#tab-table");
  const kind = root.querySelector("select[name=kind]") as HTMLSelectElement;
  kind.value = "summary";
  act(() => void kind.dispatchEvent(new window.Event("change", { bubbles: true })));
  await click("Take the selection");
  const begins = [...root.querySelectorAll<HTMLInputElement>("#panel-table .fields input")].map(
    ({ value }) => value,
  );
  expect(begins).toEqual(expect.arrayContaining(["di luar ASN", "BPJS Ketenagakerjaan"]));
  await press("#tab-check");
  await click("Check the selection");
  await click("Write a report");
  expect(reports.join()).toContain("Data!A1:D3; BPJS Ketenagakerjaan; di luar ASN");
});

test("one letter redraws the list it searches and no other panel; a tab redraws each panel once", async () => {
  await openPane("functions");
  for (const panel of ["table", "check", "share", "functions"]) await press(`#tab-${panel}`);
  const drawn = new Map<string, number>();
  const { diffed } = options;
  options.diffed = (vnode) => {
    const { type } = vnode;
    if (typeof type === "function") drawn.set(type.name, (drawn.get(type.name) ?? 0) + 1);
    diffed?.(vnode);
  };
  type("#panel-functions input[type=search]", "target");
  await settle();
  const byLetter = new Map(drawn);
  drawn.clear();
  await press("#tab-table");
  if (diffed) options.diffed = diffed;
  else delete options.diffed;
  console.info("a letter draws", Object.fromEntries(byLetter), "a tab draws", Object.fromEntries(drawn));
  expect(byLetter.get("FunctionList")).toBe(1);
  for (const name of ["App", "TablePanel", "CheckPanel", "SharePanel"])
    expect(byLetter.has(name)).toBe(false);
  for (const name of ["App", "FunctionsPanel", "TablePanel", "CheckPanel", "SharePanel"])
    expect(drawn.get(name)).toBe(1);
});

test("a section that never comes is said after a while, can be asked for again, and is shown when it comes", async () => {
  jest.useFakeTimers();
  try {
    const answers: ((view: () => string) => void)[] = [];
    const load = () => new Promise<() => string>((resolve) => void answers.push(resolve));
    const draw = () => render(h(Late<object>, { load, open: true, props: { language: "id" } }), root);
    act(draw);
    expect(root.textContent).toContain("Memuat bagian ini …");
    act(() => void jest.advanceTimersByTime(16_000));
    act(draw);
    expect(root.textContent).toContain("Bagian ini belum termuat");
    const asked = answers.length;
    act(() => root.querySelector("button")?.click());
    expect(answers.length).toBe(asked + 1);
    expect(root.textContent).toContain("Memuat bagian ini …");
    await act(async () => answers[0]?.(() => "Isi bagian"));
    expect(root.textContent).toBe("Isi bagian");
  } finally {
    jest.useRealTimers();
  }
});

test("there is one live region, and it says what a message says", async () => {
  await openPane("table");
  expect(root.querySelectorAll("[aria-live], [role=status], [role=alert]")).toHaveLength(1);
  await example();
  await click("Tulis tabel");
  expect(texts("[role=status]")).toContain("ditulis di lembar “Lembar”");
  expect(texts("[role=status]")).not.toContain("Batalkan");
  expect(root.querySelectorAll("[aria-live], [role=status], [role=alert]")).toHaveLength(1);
});
