// The whole pane over a spreadsheet that fails in every way: a sentence, "Coba lagi" that works, nothing lost.
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from "@jest/globals";
import type { Host } from "../../sidebar/host";
import { type Call, careful } from "../../sidebar/parts/careful";
import { ASKS, crawl, type Deed, hit, openAt, openDesk, PANELS, type PanelId, WAITS } from "./crawl";
import {
  act,
  click,
  closeWindow,
  HostProblem,
  h,
  Late,
  openPanel,
  openWindow,
  options,
  press,
  problems,
  render,
  root,
  settle,
  texts,
  type,
  typedIn,
  window,
} from "./pane";
import { Workbook } from "./workbook";

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

type Answer = (...given: never[]) => Promise<unknown>;

const PANEL_IDS = Object.keys(PANELS) as PanelId[];
const refuse: Answer = async () => {
  throw new HostProblem({ id: "Lembar ini diproteksi.", en: "This sheet is protected." });
};
const UNKNOWN = /sebab yang tidak dikenal/;
const UNREADABLE = /Jawaban Google Sheets tidak dapat dibaca/;

/** Any answer to these is as good as another. */
const UNANSWERED: readonly Call[] = ["undo", "open", "goTo", "appendRows", "writeRuns"];
/** Taken by the pane itself: other buttons do not wait for them. */
const UNASKED = ["fungsi", "Fungsi bernama"];
const GARBAGE = [undefined, {}, [[]], { sheet: 1, cells: "x" }, "?", 42];
/** Texts, numbers and nothing are answers to some calls. */
const FITS: Partial<Record<Call, readonly unknown[]>> = { calculate: ["?", 42] };
const FAILS: readonly (readonly [string, Answer])[] = [
  ["fails without words", async () => Promise.reject(new Error("boom"))],
  [
    "fails before it starts",
    () => {
      throw new TypeError("google is not defined");
    },
  ],
];

/** What the planner typed or chose, wherever in the pane. */
const fields = (): string[] =>
  [...root.querySelectorAll<HTMLInputElement>("input, select, textarea:not([readonly])")]
    .map(
      (one) =>
        `${one.id || one.name}=${one.matches("[type=radio], [type=checkbox]") ? `${one.value} ${one.checked}` : one.value}`,
    )
    .sort();

/** There may be more fields than before. */
const expectKept = (typed: readonly string[]): void =>
  expect(typed.filter((one) => !fields().includes(one))).toEqual([]);

const buttonIn = (selector: string, words: string): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(`${selector} button`)].find((one) => one.textContent === words);

async function pressIn(selector: string, words: string): Promise<void> {
  const button = buttonIn(selector, words);
  if (!button) throw new Error(`no ${words} in ${texts(selector)}`);
  act(() => button.click());
  await settle();
}

const PROBLEM = ".messages .notice.problem";

/** Lets the spreadsheet answer all it was asked, again and again; answers how often that took. */
async function answered(answers: (() => void)[]): Promise<number> {
  let times = 0;
  for (; answers.length > 0; times++) {
    for (const answer of answers.splice(0)) answer();
    await settle();
  }
  return times;
}

/** Does a deed with some calls answered otherwise; the first of them is number 0. */
async function faulted(
  deed: Deed,
  instead: (n: number, call: Call) => Answer | undefined,
  around: (desk: Awaited<ReturnType<typeof openDesk>>, before: string) => Promise<void>,
): Promise<void> {
  const desk = await openDesk(deed.file);
  await openAt(desk, deed.panel, deed.path);
  const first = desk.asked.length;
  const [typed, before] = [fields(), desk.book.held()];
  desk.instead = (call, n) => instead(n - first, call);
  hit(deed.panel, deed.label);
  await settle();
  expectKept(typed);
  await around(desk, before);
}

/** Every fault of a panel is tried, and what went wrong is told by the button. */
async function each(deeds: readonly Deed[], tried: (deed: Deed) => Promise<void>): Promise<void> {
  const wrong: string[] = [];
  for (const deed of deeds)
    try {
      await tried(deed);
    } catch (error) {
      wrong.push(
        `${deed.file}: ${[...deed.path, deed.label].join(" > ")} (${deed.asks})\n${(error as Error).message}`,
      );
    } finally {
      closeWindow();
    }
  expect(wrong.join("\n\n")).toBe("");
}

describe.each(PANEL_IDS)("panel %s", (panel) => {
  let deeds: readonly Deed[];
  let turns = 0;
  /** By button, how many answers it waits for one after the other. */
  const waits: Record<string, number> = {};
  beforeAll(async () => {
    deeds = await crawl(panel);
  }, 300_000);

  test("asks the spreadsheet what is known here", () => {
    const asks: Record<string, string[]> = {};
    for (const { label, asks: calls } of deeds)
      asks[label] = [...new Set([...(asks[label] ?? []), ...calls])].sort();
    expect(asks).toEqual(ASKS[panel]);
  });

  test(
    "any one call refused: a sentence; “Coba lagi” does all of it, once",
    () =>
      each(deeds, async (deed) => {
        for (const at of deed.asks.keys()) {
          await faulted(
            deed,
            (n) => (n === at ? refuse : undefined),
            async (desk) => {
              expect([at, problems()]).toEqual([at, expect.stringMatching(/diproteksi/)]);
              await settle(200);
              expect(texts("[role=status]")).toMatch(/diproteksi/);
              desk.instead = undefined;
              await pressIn(PROBLEM, "Coba lagi");
              expect(problems()).toBe("");
              expect([at, desk.book.held()]).toEqual([at, deed.leaves]);
            },
          );
          closeWindow();
        }
      }),
    300_000,
  );

  test(
    "all calls refused from one on: the file is as it was, or can be brought back",
    () =>
      each(deeds, async (deed) => {
        for (const at of deed.asks.keys()) {
          await faulted(
            deed,
            (n) => (n >= at ? refuse : undefined),
            async (desk, before) => {
              expect(problems()).toMatch(/diproteksi/);
              desk.instead = undefined;
              const goals = [before, deed.leaves];
              if (goals.includes(desk.book.held())) return;
              // What was done by then is said, and can be taken back where it failed or where it was said.
              await pressIn(".messages .notice", "Batalkan");
              expect([at, problems()]).toEqual([at, ""]);
              expect(deed.label === "!Batalkan" ? goals : [before]).toContain(desk.book.held());
            },
          );
          closeWindow();
        }
      }),
    300_000,
  );

  test(
    "each call without words, or with an answer nobody can read",
    () =>
      each(deeds, async (deed) => {
        for (const [at, call] of deed.asks.entries()) {
          const turn = turns++;
          const [fails, failing] = FAILS[turn % FAILS.length] as (typeof FAILS)[number];
          const fit = GARBAGE.filter((one) => !FITS[call]?.includes(one));
          const garbage = fit[turn % fit.length];
          const garbled = UNANSWERED.includes(call)
            ? []
            : [[`answers ${JSON.stringify(garbage)}`, async () => garbage, UNREADABLE] as const];
          for (const [kind, fault, sentence] of [[fails, failing, UNKNOWN] as const, ...garbled]) {
            await faulted(
              deed,
              (n) => (n === at ? fault : undefined),
              async (desk) => {
                expect([call, kind, problems()]).toEqual([call, kind, expect.stringMatching(sentence)]);
                desk.instead = undefined;
                await pressIn(PROBLEM, "Coba lagi");
                expect([call, kind, problems()]).toEqual([call, kind, ""]);
              },
            );
            closeWindow();
          }
        }
      }),
    300_000,
  );

  test(
    "each call that never answers: it is said, can be given up, and what still comes does no harm",
    () =>
      each(deeds, async (deed) => {
        // The first and the last; any other is as the last one is.
        for (const at of new Set([0, deed.asks.length - 1])) {
          let answer = (): void => undefined;
          const late = new Promise<void>((resolve) => {
            answer = resolve;
          });
          const desk = await openDesk(deed.file);
          const real = desk.book.host();
          await openAt(desk, panel, deed.path);
          const first = desk.asked.length;
          const typed = fields();
          desk.instead = (call, n) =>
            n - first === at ? (...given) => late.then(() => (real[call] as Answer)(...given)) : undefined;
          hit(panel, deed.label);
          await settle();

          await settle(350);
          expect(texts(".waiting")).toContain("Menunggu Google Sheets …");
          await pressIn(".waiting", "Hentikan");
          expect([at, problems()]).toEqual([at, expect.stringMatching(/tidak ditunggu lagi/)]);
          expect(texts(".waiting")).toBe("");
          expectKept(typed);
          answer();
          await settle();
          expectKept(typed);
          closeWindow();
        }
      }),
    300_000,
  );

  test(
    "slow: a second click does nothing; another panel and the other language meanwhile cost nothing",
    () =>
      each(deeds, async (deed) => {
        const desk = await openDesk(deed.file);
        const real = desk.book.host();
        await openAt(desk, panel, deed.path);
        const first = desk.asked.length;
        const typed = fields();
        const answers: (() => void)[] = [];
        desk.instead =
          (call) =>
          async (...given) => {
            await new Promise<void>((resolve) => answers.push(resolve));
            return (real[call] as Answer)(...given);
          };
        hit(panel, deed.label, 2);
        await settle();
        const begun = desk.asked.slice(first);
        expect(begun).toEqual(deed.asks.slice(0, begun.length));
        const main = [...root.querySelectorAll<HTMLButtonElement>(`#panel-${panel} button.main`)];
        if (!UNASKED.includes(deed.label)) for (const one of main) act(() => one.click());
        for (const selector of ["#tab-help", "#tab-functions", `#tab-${panel}`])
          if (!root.querySelector(`${selector}[aria-selected=true]`)) await press(selector);
        for (const name of ["English", "Bahasa Indonesia"]) await press(`input[aria-label="${name}"]`);
        expect(desk.asked.slice(first)).toEqual(begun);
        expectKept(typed);
        waits[deed.label] = Math.max(waits[deed.label] ?? 0, await answered(answers));
        expect(problems()).toBe("");
        expect(desk.asked.slice(first)).toEqual(deed.asks);
        expect(desk.book.held()).toBe(deed.leaves);
      }),
    300_000,
  );

  test("waits for the spreadsheet as seldom as is known here", () => {
    expect(waits).toEqual(WAITS[panel]);
  });
});

describe("answers nobody can read", () => {
  const real = new Workbook().host();
  const calls = Object.keys(real).filter((key) => typeof real[key as keyof Host] === "function") as Call[];

  test.each(calls.filter((call) => !UNANSWERED.includes(call)))("%s", async (call) => {
    for (const garbage of GARBAGE.filter((one) => !FITS[call]?.includes(one))) {
      const { host } = careful({ ...real, [call]: async () => garbage });
      const ask = (host as unknown as Record<Call, Answer>)[call];
      await expect(ask()).rejects.toMatchObject({ words: { id: expect.stringMatching(UNREADABLE) } });
    }
  });

  test("every call is asked by some panel", () => {
    const known = Object.values(ASKS).flatMap((asks) => Object.values(asks).flat());
    expect(calls.filter((call) => !known.includes(call))).toEqual([]);
  });
});

beforeEach(openWindow);
afterEach(closeWindow);

let faulty: Partial<Record<Call, Answer>>;
beforeEach(() => {
  faulty = {};
});

async function openPane(panel: string): Promise<void> {
  const host = Object.fromEntries(
    Object.entries(healthy).map(([key, own]) => [
      key,
      typeof own === "function"
        ? (...given: never[]) => (faulty[key as Call] ?? (own as Answer))(...given)
        : own,
    ]),
  );
  await openPanel(host as unknown as Host, panel);
}
const example = async (): Promise<void> => {
  await click("Contoh Kendari");
};

test("a stop whose own calls fail: what stays is said, and taken back later", async () => {
  const desk = await openDesk("new");
  const broken = ["=[1]!_xldudf_UCJ_COVERAGE(1;1)", { error: "#NAME?" }] as const;
  desk.book.put(
    "Angka",
    Array.from({ length: 12_000 }, () => [broken]),
  );
  const before = desk.book.held();
  await openAt(desk, "share", ["Periksa berkas"]);
  let writes = 0;
  let answer = (): void => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const real = desk.book.host();
  desk.instead = (call) => {
    if (call !== "writeRuns" || ++writes === 1) return undefined;
    // The second piece is slow; what takes the first ones back is refused.
    return writes === 2 ? (...given) => slow.then(() => (real.writeRuns as Answer)(...given)) : refuse;
  };
  hit("share", "Perbaiki rumus");
  await settle(400);
  expect(texts(".waiting")).toMatch(/Sedang bekerja …41 %/);
  await pressIn(".waiting", "Hentikan");
  expect(texts(".waiting")).toContain("Sedang berhenti …");
  expect(texts(".waiting")).toContain("Jangan tunggu lagi");
  answer();
  await settle();
  expect(problems()).toMatch(/Dihentikan.*Sebagian sel belum kembali; tekan Batalkan/);
  expect(desk.book.held()).not.toBe(before);
  await pressIn(PROBLEM, "Batalkan");
  expect(problems()).toMatch(/diproteksi/);
  desk.instead = undefined;
  await pressIn(PROBLEM, "Batalkan");
  expect(problems()).toBe("");
  expect(texts("#share-check .notice.done")).toContain("Isi berkas sudah kembali seperti semula.");
  expect(desk.book.held()).toBe(before);
}, 60_000);

test("a table whose cells were written while its chart could not follow: it is said, and goes back when asked", async () => {
  const desk = await openDesk("used");
  const before = desk.book.held();
  await openAt(desk, "table", ["Cari tabel"]);
  let writes = 0;
  desk.instead = (call) =>
    call === "redraw" || call === "undo" || (call === "writeRuns" && ++writes > 1) ? refuse : undefined;
  hit("table", "Segarkan");
  await settle();
  expect(problems()).toContain("Sel tabelnya sudah ditulis, tetapi grafik, warna dan halamannya belum ikut.");
  expect(desk.book.held()).not.toBe(before);
  desk.instead = undefined;
  await pressIn(PROBLEM, "Batalkan");
  expect(problems()).toBe("");
  expect(desk.book.held()).toBe(before);
});

test("a cell that changed since it was checked, and cannot be put back: it comes back when asked", async () => {
  const desk = await openDesk("region");
  await openAt(desk, "check", ["Periksa pilihan"]);
  await press("#panel-check .cards .buttons button");
  // Someone types over it meanwhile.
  desk.book.put(
    "Singkawang",
    [
      ["Lain", 1],
      ["Lain", 2],
      ["Lain", 3],
      ["Lain", 4],
    ],
    6,
  );
  const before = desk.book.held();
  let writes = 0;
  desk.instead = (call) => (call === "writeCells" && ++writes > 1 ? refuse : undefined);
  await click("Ya, ubah");
  expect(problems()).toContain("belum bisa dikembalikan");
  expect(desk.book.held()).not.toBe(before);
  desk.instead = undefined;
  await pressIn(PROBLEM, "Coba lagi");
  expect(problems()).toContain("tidak ada yang diubah");
  expect(desk.book.held()).toBe(before);
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
  await settle(200);
  expect(texts("[role=status]")).toContain("ditulis di lembar “Lembar”");
  expect(texts("[role=status]")).not.toContain("Batalkan");
  expect(root.querySelectorAll("[aria-live], [role=status], [role=alert]")).toHaveLength(1);
});
