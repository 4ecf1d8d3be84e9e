// Panel Rumus without a browser: what fields become, workings that agree with answers, and a host that fails in every way.
import { afterEach, describe, expect, test } from "@jest/globals";
import type { Block } from "../../core/block";
import { catalogue } from "../../core/catalogue";
import type { Definition, Example } from "../../core/define";
import { EXCEL, restyle, SHEETS_ID } from "../../core/exchange/tokens";
import { writeNumber, writePercent, writeRupiah } from "../../core/numbers";
import { isRefusal } from "../../core/refuse";
import type { CellContent, Host, Spot } from "../../sidebar/host";
import {
  argumentOf,
  formulaFrom,
  type Given,
  isInside,
  take,
  tried,
  typedExample,
} from "../../sidebar/parts/given";
import { working } from "../../sidebar/parts/working";
import { bundled } from "./bundled";

const { JSDOM } = require("jsdom");

const { h, render, act, FunctionsPanel, HostProblem } = bundled<
  typeof import("preact") &
    typeof import("preact/test-utils") &
    typeof import("../../sidebar/panels/functions") &
    typeof import("../../sidebar/host")
>(`export { h, render } from "preact"; export { act } from "preact/test-utils";
        export { FunctionsPanel } from "./sidebar/panels/functions"; export { HostProblem } from "./sidebar/host";`);

const named = (name: string): Definition => {
  const fn = catalogue.find((entry) => entry.name === name);
  if (!fn) throw new Error(name);
  return fn;
};
const typed = (...texts: string[]): Given[] => texts.map((text) => ({ text }));
const block = (over: Partial<Block>): Block => ({
  sheet: "Data",
  row: 1,
  column: 1,
  cells: [[140940]],
  hiddenRows: [],
  merged: false,
  selected: 1,
  ...over,
});
const taken = (over: Partial<Block>): Given => take(block(over)) as Given;

describe("a formula of what is in the fields", () => {
  const needed = named("UCJ_NEEDED");

  test.each([
    ["UCJ_NEEDED", ["140.940", "49.397 orang", "42,06%"], "=UCJ_NEEDED(140940,49397,42.06%)"],
    ["UCJ_NEEDED", ["140940", "49397", "0,4206"], "=UCJ_NEEDED(140940,49397,42.06%)"],
    ["UCJ_TARGET", ["33,6 persen", "1"], "=UCJ_TARGET(33.6%,1)"],
    ["UCJ_TARGET", ["33,6%", "10", "", "90%"], "=UCJ_TARGET(33.6%,10,,90%)"],
    ["UCJ_WORKERS_FOR", ["Rp 3 miliar", "12"], "=UCJ_WORKERS_FOR(3000000000,12)"],
    ["UCJ_MONTH_TARGET", ["35,05%", "42,06%", "6"], "=UCJ_MONTH_TARGET(35.05%,42.06%,6)"],
    ["UCJ_YEARS", ["0,35048247481197675"], "=UCJ_YEARS(0.35048247481197675)"],
    ["UCJ_NUMBER", ['"49" orang'], '=UCJ_NUMBER("""49"" orang")'],
    ["UCJ_RULE", ["batas", "8 Juni 2025"], '=UCJ_RULE("batas","8 Juni 2025")'],
    ["UCJ_ALLOCATE", ["9.883", "0,1; ; 20%"], '=UCJ_ALLOCATE(9883,{0.1;"";0.2})'],
    ["UCJ_VERSION", [], "=UCJ_VERSION()"],
    ["UCJ_NEEDED", ["140,940", "", "42%"], "=UCJ_NEEDED(labor,active,42%)"],
  ])("%s of %j", (name, texts, formula) => {
    expect(formulaFrom(named(name), typed(...texts))).toBe(formula);
  });

  test("cells keep their addresses; the sheet is named only where the formula stands elsewhere", () => {
    const givens = [
      taken({ cells: [[1], [2]], selected: 2 }),
      taken({ column: 2, cells: [[1], [2]], selected: 2 }),
      { text: "42%" },
    ];
    expect(formulaFrom(needed, givens)).toBe("=UCJ_NEEDED(B2:B3,C2:C3,42%)");
    expect(formulaFrom(needed, givens, "Data")).toBe("=UCJ_NEEDED(B2:B3,C2:C3,42%)");
    expect(formulaFrom(needed, givens, "Lain")).toBe("=UCJ_NEEDED(Data!B2:B3,Data!C2:C3,42%)");
    const two = [givens[0] as Given, taken({ sheet: "Data '25", column: 2 }), { text: "42%" }];
    expect(formulaFrom(needed, two)).toBe("=UCJ_NEEDED(Data!B2:B3,'Data ''25'!C2,42%)");
  });

  test("a spot inside the cells it reads is known; one beside them is free", () => {
    const spot = (row: number, column: number, sheet = "Data"): Spot => ({
      sheet,
      row,
      column,
      isNew: false,
      address: "",
      filled: 0,
    });
    const givens = [taken({ cells: [[1], [2]], selected: 2 })];
    expect(isInside(givens, spot(2, 1))).toBe(true);
    expect(isInside(givens, spot(3, 1))).toBe(false);
    expect(isInside(givens, spot(2, 2))).toBe(false);
    expect(isInside(givens, spot(2, 1, "Lain"))).toBe(false);
  });

  test("nothing selected is not taken; one blank cell may be filled in later", () => {
    expect(take(block({ cells: [], selected: 40 }))).toBeNull();
    expect(formulaFrom(named("UCJ_NATIONAL"), [taken({ cells: [], selected: 1 })])).toBe("=UCJ_NATIONAL(B2)");
  });
});

const EXAMPLES = catalogue.flatMap((fn) =>
  fn.examples.flatMap((example): [string, Definition, Example, Given[]][] => {
    const givens = typedExample(fn, example);
    return givens ? [[`${fn.name} ${example.note.id}`, fn, example, givens]] : [];
  }),
);

describe("examples typed into the fields", () => {
  test("most examples can be tried", () => {
    const all = catalogue.flatMap(({ examples }) => examples);
    expect(EXAMPLES.length).toBeGreaterThan(all.length * 0.85);
  });

  test.each(EXAMPLES)("%s", (_, fn, { gives }, givens) => {
    const outcome = tried(fn, givens);
    if (typeof gives === "string" && gives.startsWith("#")) {
      expect(isRefusal(outcome) && outcome.as).toBe(gives === "#N/A" ? "missing" : "value");
      return;
    }
    const flat = (value: unknown): unknown[] => [value].flat(2);
    const expected = flat(gives);
    flat(outcome).forEach((value, i) => {
      if (typeof expected[i] === "number") expect(value).toBeCloseTo(expected[i] as number, 9);
      else if (fn.name !== "UCJ_VERSION") expect(value).toBe(expected[i]);
    });
    expect(flat(outcome)).toHaveLength(expected.length);
    expect(restyle(formulaFrom(fn, givens), EXCEL, SHEETS_ID)).not.toMatch(
      /,(?!\d)(?=(?:[^"]*"[^"]*")*[^"]*$)/,
    );
  });
});

describe("a working ends in the answer it explains", () => {
  test.each(EXAMPLES.filter(([, fn, example, givens]) => working(fn, givens, example.gives, "id")))(
    "%s",
    (_, fn, example, givens) => {
      const answer = tried(fn, givens) as number;
      const line = working(fn, givens, answer, "id") as string;
      expect(line).not.toMatch(/NaN|undefined|Infinity|–/);
      const shown = [writeNumber(answer, "id"), writeRupiah(answer, "id"), writePercent(answer, "id")];
      const bare = [...shown, ...shown.map((text) => text.replace(",00 %", " %"))];
      const reachedAlready = /sudah tercapai$/.test(line) && answer === 0;
      // UCJ_YEARS shows the year's power and that it is enough.
      const years = fn.name === "UCJ_YEARS" && / ≥ /.test(line);
      expect(
        reachedAlready || years || bare.some((text) => line.endsWith(text) || line.endsWith(`${text} orang`)),
      ).toBe(true);
      expect(example.gives).toBeDefined();
    },
  );

  test("in words of the trade", () => {
    const line = (name: string, ...texts: string[]): string | undefined => {
      const fn = named(name);
      return working(fn, typed(...texts), tried(fn, typed(...texts)), "id");
    };
    expect(line("UCJ_COVERAGE", "140.940", "49.397")).toBe("49.397 ÷ 140.940 = 35,05 %");
    expect(line("UCJ_TARGET", "33,6%", "1")).toBe("33,60 % × (1 + 20 %) = 40,32 %");
    expect(line("UCJ_TARGET", "35,05%", "10")).toMatch(/× \(1 \+ 20 %\)¹⁰ = .*; paling tinggi 99,50 %$/);
    expect(line("UCJ_TARGET", "35,05%", "2", "-5%")).toMatch(/× \(1 − 5 %\)² = .*; paling rendah 35,05 %$/);
    expect(line("UCJ_NEEDED", "140.940", "49.397", "42,06%")).toBe(
      "42,06 % × 140.940 = 59.279,36 → 59.280 orang; 59.280 − 49.397 = 9.883",
    );
    expect(line("UCJ_BUDGET", "22.100", "5")).toBe("22.100 orang × 5 bulan × Rp 16.800 = Rp 1.856.400.000");
    expect(line("UCJ_TOTAL_COVERAGE", "140.940; 79.388", "49.397; 27.636")).toBe(
      "Σ 77.033 ÷ Σ 220.328 = 34,96 %",
    );
  });
});

test("a typed zero is zero, a blank in a list is blank, a range is its cells", () => {
  const [labor] = named("UCJ_COVERAGE").params;
  if (!labor) throw new Error("params");
  expect(argumentOf(labor, { text: "0" })).toBe(0);
  expect(argumentOf(labor, { text: " " })).toBeUndefined();
  expect(argumentOf(labor, { text: "1.000; ; abc" })).toEqual([[1000], [null], ["abc"]]);
  expect(argumentOf(labor, taken({ cells: [[1, "2"]] }))).toEqual([[1, "2"]]);
});

describe("the panel and its host", () => {
  let root: HTMLElement;
  let window: Window & typeof globalThis;

  function open(host: Host | null, language: "id" | "en" = "id"): void {
    ({ window } = new JSDOM("<main></main>"));
    Object.assign(globalThis, {
      window,
      document: window.document,
      MutationObserver: window.MutationObserver,
    });
    root = window.document.querySelector("main") as HTMLElement;
    act(() => render(h(FunctionsPanel, { host, language }), root));
  }
  const inLanguage = (host: Host | null, language: "id" | "en") =>
    act(() => render(h(FunctionsPanel, { host, language }), root));
  afterEach(() => act(() => render(null, root)));

  const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 5))));
  const text = (selector: string): string => root.querySelector(selector)?.textContent ?? "";
  async function click(label: string): Promise<void> {
    const button = [...root.querySelectorAll("button")].find(
      (one) => one.textContent?.includes(label) || one.getAttribute("aria-label")?.includes(label),
    );
    if (!button) throw new Error(`no button ${label}`);
    act(() => button.click());
    await settle();
  }
  function type(id: string, value: string): void {
    const input = root.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(id);
    input.value = value;
    act(() => void input.dispatchEvent(new window.Event("input", { bubbles: true })));
  }
  const valueIn = (id: string): string => root.querySelector<HTMLInputElement>(`#${id}`)?.value ?? "";

  /** A sheet of one cell, kept in memory. */
  function sheet(over: Partial<Host> = {}) {
    const cells = new Map<string, CellContent>();
    const key = (row: number, column: number) => `${row},${column}`;
    const host = {
      name: "sheets",
      language: "id",
      marks: async () => ({ separator: ";", decimal: "," }),
      readSelection: async () => block({}),
      survey: async () => ({
        sheet: "Data",
        isNew: false,
        row: 9,
        column: 3,
        address: "D10",
        filled: cells.has(key(9, 3)) ? 1 : 0,
      }),
      writeCells: async (_: string, given: readonly CellContent[]) =>
        given.map((cell) => {
          const held = cells.get(key(cell.row, cell.column)) ?? {
            row: cell.row,
            column: cell.column,
            content: "",
          };
          if (cell.content === "") cells.delete(key(cell.row, cell.column));
          else cells.set(key(cell.row, cell.column), cell);
          return held;
        }),
      goTo: async () => undefined,
      readBook: async () => {
        const content = cells.get(key(9, 3))?.content ?? "";
        return [
          { name: "Data", row: 9, column: 3, formulas: [[content]], values: [[content]], protected: false },
        ];
      },
      ...over,
    } as unknown as Host;
    return { host, cells };
  }

  async function openCoverage(host: Host | null): Promise<void> {
    open(host);
    await click("UCJ_COVERAGE");
    type("try-UCJ_COVERAGE-labor", "140.940");
    type("try-UCJ_COVERAGE-active", "49.397");
  }

  test("outside a spreadsheet everything can be read and tried, and it says why nothing can be inserted", async () => {
    await openCoverage(null);
    expect(text(".answer")).toContain("35,05 %");
    expect(text("#insert-hint")).toContain("Buka dari Excel atau Google Sheets");
    expect(root.querySelector(".insert button.main")?.getAttribute("aria-disabled")).toBe("true");
  });

  test("inserts, takes back, and gives back what an overwritten cell held", async () => {
    const { host, cells } = sheet();
    await openCoverage(host);
    await click("Sisipkan rumus");
    expect(cells.get("9,3")?.content).toBe("=UCJ_COVERAGE(140940,49397)");
    expect(text(".insert .notice")).toContain("Rumus disisipkan di lembar “Data”, D10.");
    await click("Batalkan");
    expect(cells.size).toBe(0);
    cells.set("9,3", { row: 9, column: 3, content: "milik saya" });
    await click("Sisipkan rumus");
    expect(cells.get("9,3")?.content).toBe("milik saya");
    expect(text(".insert .notice")).toContain("Sel D10 di “Data” sudah berisi");
    await click("Timpa");
    expect(cells.get("9,3")?.content).toBe("=UCJ_COVERAGE(140940,49397)");
    await click("Batalkan");
    expect(cells.get("9,3")?.content).toBe("milik saya");
  });

  test("a formula for another sheet is shown with its sheet names before it is inserted", async () => {
    const { host, cells } = sheet({
      readSelection: async () => block({ sheet: "Angka 2025" }),
    });
    await openCoverage(host);
    await click("Ambil dari pilihan: Angkatan kerja");
    expect(valueIn("try-UCJ_COVERAGE-labor")).toBe("'Angka 2025'!B2");
    expect(text(".formula")).toBe("=UCJ_COVERAGE(B2;49397)");
    await click("Sisipkan rumus");
    expect(cells.size).toBe(0);
    expect(text(".insert .notice .formula")).toBe("=UCJ_COVERAGE('Angka 2025'!B2;49397)");
    await click("Sisipkan di sini");
    expect(cells.get("9,3")?.content).toBe("=UCJ_COVERAGE('Angka 2025'!B2,49397)");
  });

  test("another function opened, and a field changed, while it is inserted: said where it belongs, as it went", async () => {
    const { host } = sheet();
    let answer = (): void => undefined;
    const survey = async (): Promise<Spot> => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return host.survey("here", { rows: 1, columns: 1 }, "");
    };
    await openCoverage({ ...host, survey });
    await click("Sisipkan rumus");
    type("try-UCJ_COVERAGE-active", "50.000");
    await click("Semua fungsi");
    await click("UCJ_UNCOVERED");
    expect(text(".insert")).not.toContain("Sedang bekerja");
    await act(async () => answer());
    await settle();
    expect(text(".insert")).not.toContain("disisipkan");
    await click("Semua fungsi");
    await click("UCJ_COVERAGE");
    expect(text(".insert > .formula")).toBe("=UCJ_COVERAGE(140940;50000)");
    expect(text(".insert .notice")).toContain("Rumus disisipkan di lembar “Data”, D10.");
    expect(text(".insert .notice .formula")).toBe("=UCJ_COVERAGE(140940;49397)");
  });

  test("what somebody typed into the cell meanwhile comes back", async () => {
    const { host, cells } = sheet();
    const survey = async (): Promise<Spot> => {
      const free = await host.survey("here", { rows: 1, columns: 1 }, "");
      cells.set("9,3", { row: 9, column: 3, content: "milik saya" });
      return free;
    };
    await openCoverage({ ...host, survey });
    await click("Sisipkan rumus");
    expect(cells.get("9,3")?.content).toBe("=UCJ_COVERAGE(140940,49397)");
    await click("Batalkan");
    expect(cells.get("9,3")?.content).toBe("milik saya");
  });

  const HOST_CALLS = ["readSelection", "survey", "goTo", "writeCells", "marks"] as const;

  /** What makes the panel ask for that call. */
  async function provoke(call: (typeof HOST_CALLS)[number]): Promise<void> {
    if (call === "readSelection") await click("Ambil dari pilihan: Peserta aktif");
    else if (call !== "marks") await click("Sisipkan rumus");
    if (call === "goTo") await click("Buka");
  }

  test("the marks of formulas come late: nothing is said, and no button waits for them", async () => {
    let asked = 0;
    let answer: () => void = () => undefined;
    const marks = () => {
      asked++;
      return new Promise<void>((resolve) => {
        answer = resolve;
      }).then(() => ({ separator: ";", decimal: "," }));
    };
    await openCoverage(sheet({ marks } as Partial<Host>).host);
    expect(root.querySelector(".busy")).toBeNull();
    await click("Sisipkan rumus");
    expect(text(".insert .notice.done")).toContain("disisipkan");
    answer();
    await settle();
    expect(asked).toBe(1);
  });

  describe.each(HOST_CALLS)("%s", (call) => {
    const problem = new HostProblem({ id: "Lembar ini diproteksi.", en: "This sheet is protected." });

    test.each([
      ["refuses with its own sentence", problem, /Lembar ini diproteksi/],
      ["fails without words", new Error("boom"), /sebab yang tidak dikenal/],
    ])("%s: a sentence, “Coba lagi” works, nothing typed is lost", async (_, error, sentence) => {
      let broken = true;
      const { host } = sheet();
      const working = host[call] as (...given: unknown[]) => Promise<unknown>;
      await openCoverage({
        ...host,
        [call]: async (...given: unknown[]) => {
          if (broken) throw error;
          return working(...given);
        },
      });
      await provoke(call);
      const failed = [...root.querySelectorAll(".notice.problem")].map((one) => one.textContent).join();
      expect(failed).toMatch(sentence);
      expect([valueIn("try-UCJ_COVERAGE-labor"), valueIn("try-UCJ_COVERAGE-active")]).toEqual([
        "140.940",
        "49.397",
      ]);
      expect(text(".answer")).toContain("35,05 %");
      broken = false;
      await click("Coba lagi");
      expect(root.querySelectorAll(".notice.problem")).toHaveLength(0);
    });

    test.each([[undefined], [null], [{}], ["?"], [42]])(
      "answers %j: no crash, nothing typed is lost",
      async (garbage) => {
        const { host } = sheet();
        await openCoverage({ ...host, [call]: async () => garbage } as unknown as Host);
        await provoke(call);
        expect(valueIn("try-UCJ_COVERAGE-labor")).toBe("140.940");
        expect(text(".answer")).toContain("35,05 %");
        expect(text(".formula")).toBe("=UCJ_COVERAGE(140940;49397)");
        if (["readSelection", "survey"].includes(call))
          expect(root.querySelectorAll(".notice.problem button")).toHaveLength(1);
      },
    );

    if (call === "marks") return;
    test("is slow: the pane says so, keeps what is typed meanwhile, and takes no second click", async () => {
      let asked = 0;
      let answer: () => void = () => undefined;
      const { host } = sheet();
      const working = host[call] as (...given: unknown[]) => Promise<unknown>;
      await openCoverage({
        ...host,
        [call]: async (...given: unknown[]) => {
          asked++;
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
          return working(...given);
        },
      });
      await provoke(call);
      expect(text(".busy")).toContain("Sedang bekerja");
      expect(root.querySelector(".insert button.main")?.getAttribute("aria-disabled")).toBe("true");
      type("try-UCJ_COVERAGE-labor", "150.000");
      inLanguage(host, "en");
      expect(text(".busy")).toContain("Working");
      inLanguage(host, "id");
      answer();
      await settle();
      expect(asked).toBe(1);
      expect(root.querySelector(".busy")).toBeNull();
      expect(valueIn("try-UCJ_COVERAGE-labor")).toBe("150.000");
    });
  });
});
