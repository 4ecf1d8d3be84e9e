// Panel Rumus in a real browser, both modes: search, try, take cells, insert one cell and a column, keyboard, pictures.
import type { Frame } from "playwright-core";
import { catalogue } from "../../core/catalogue";
import {
  aroundTests,
  type Bench,
  everything,
  expectAccessible,
  inGrid,
  MODES,
  open,
  PICTURES,
  pane,
  select,
  type,
  value,
} from "./open";

let bench: Bench;
/** The workbench doubts every decimal that a script writes in a file with decimal commas; here they are meant. */
let meant: RegExp | undefined;
beforeEach(() => {
  meant = undefined;
});
aroundTests(() => meant ?? /Semua panggilan didukung/);

const PANEL = "#panel-functions";
const SEARCH = `${PANEL} input[type=search]`;
const NAMES = `${PANEL} .found code`;
const field = (name: string, param: string): string => `#try-${name}-${param}`;
const takeFor = (name: string, param: string): string => `.argument:has(${field(name, param)}) button`;
/** When nothing runs any more: the line that says so moves what stands below it. */
async function take(frame: Frame, name: string, param: string): Promise<void> {
  await frame.waitForFunction(() => !document.querySelector(".waiting > *, .argument [aria-disabled]"));
  await frame.click(takeFor(name, param));
}
const answer = (frame: Frame): Promise<string | null> => frame.textContent(`${PANEL} .answer`);

async function openPanel(): Promise<Frame> {
  const frame = await pane(bench.page);
  await frame.click("#tab-functions");
  await frame.waitForSelector(SEARCH);
  return frame;
}

async function openFunction(frame: Frame, name: string): Promise<void> {
  await frame.click(`#open-${name}`);
  await frame.waitForSelector(`#function-name:has-text("${name}")`);
}

const doubtIn = (mode: string, decimal: string): RegExp | undefined =>
  mode === "sheets" ? new RegExp(`: 1K.*"${decimal}" dibaca sebagai satu angka desimal$`) : undefined;

const cell = (row: number, column: number, rows = 1, columns = 1) =>
  select(bench.page, { row, column, rows, columns });

/** A column of labour forces and one of participants; the second row lacks its labour force. */
async function twoColumns(): Promise<void> {
  const rows = [
    [140940, 49397],
    [0, 100],
    [79388, 27636],
  ];
  // Not typed: Enter moves the selection when it likes, and a figure would land beside its cell.
  await inGrid(
    bench.page,
    ({ grid }, figures) => {
      const sheet = grid.activeSheet().id;
      const put = (figures as number[][]).flatMap((row, r) =>
        row.map((content, c) => ({ do: "content" as const, sheet, row: 40 + r, column: 8 + c, content })),
      );
      grid.apply(put as never);
    },
    rows,
  );
}

describe.each(MODES)("%s", (mode) => {
  beforeEach(async () => {
    bench = await open(`?mode=${mode}`);
  });

  test("search as one types: words in any order, nothing found, back to all", async () => {
    const frame = await openPanel();
    expect(await frame.locator(NAMES).count()).toBe(catalogue.length);
    await expectAccessible(frame);
    await frame.fill(SEARCH, "target kekurangan");
    expect(await frame.locator(NAMES).allTextContents()).toContain("UCJ_NEEDED");
    expect(await frame.locator(NAMES).count()).toBeLessThan(5);
    await frame.fill(SEARCH, "xyzzy");
    expect(await frame.textContent(`${PANEL} .count`)).toContain("Tidak ada fungsi untuk “xyzzy”");
    await expectAccessible(frame);
    await frame.click("text=Tampilkan semua");
    expect(await frame.locator(NAMES).count()).toBe(catalogue.length);
  });

  test("while the spreadsheet takes its time nothing moves: what is pressed next stands where it stood", async () => {
    const { page } = bench;
    await page.goto(`${bench.url}?mode=${mode}&slow=700`);
    const frame = await openPanel();
    await frame.waitForFunction(() => !document.querySelector(".waiting > *"));
    await openFunction(frame, "UCJ_NEEDED");
    await cell(6, 1);
    const next = frame.locator(takeFor("UCJ_NEEDED", "active"));
    const before = await next.boundingBox();
    await frame.click(takeFor("UCJ_NEEDED", "labor"));
    await frame.waitForSelector(".waiting button");
    expect(await next.getAttribute("aria-disabled")).toBe("true");
    expect(await next.boundingBox()).toEqual(before);
    await frame.waitForSelector("text=Nilainya: 140.940");
  });

  test("a try in Indonesian numbers: value, working, the cell's own sentence, one cell inserted, taken back", async () => {
    const { page } = bench;
    const frame = await openPanel();
    await openFunction(frame, "UCJ_NEEDED");
    expect(await answer(frame)).toContain("Isi Angkatan kerja, Peserta aktif dan Target");
    await frame.fill(field("UCJ_NEEDED", "labor"), "140.940 orang");
    await frame.fill(field("UCJ_NEEDED", "active"), "49.397");
    await frame.fill(field("UCJ_NEEDED", "target"), "42,06%");
    expect(await answer(frame)).toContain("9.883 orang");
    expect(await answer(frame)).toContain("59.280 − 49.397 = 9.883");
    expect(await frame.textContent(`${PANEL} .formula`)).toBe("=UCJ_NEEDED(140940;49397;42,06%)");
    await expectAccessible(frame);

    const before = await everything(page);
    await cell(40, 8);
    await frame.click("text=Sisipkan rumus");
    meant = doubtIn(mode, "42,06");
    await frame.waitForSelector(`${PANEL} .notice.done`);
    expect(await frame.textContent(`${PANEL} .notice.done`)).toMatch(
      /Rumus disisipkan di lembar “.+”, I41\./,
    );
    expect(await value(page, 40, 8)).toMatchObject({
      value: 9883,
      formula: "=UCJ_NEEDED(140940,49397,42.06%)",
    });
    await expectAccessible(frame);
    await page.waitForTimeout(300);
    await bench.picture(`${mode}-rumus`);
    await frame.click("text=Batalkan");
    await frame.waitForSelector("text=sel kembali seperti semula");
    expect(await everything(page)).toBe(before);
  });

  test("a refused try shows exactly what the cell shows", async () => {
    const { page } = bench;
    await type(page, 40, 8, "=UCJ_TARGET(33,6;1)");
    const frame = await openPanel();
    await openFunction(frame, "UCJ_TARGET");
    await frame.fill(field("UCJ_TARGET", "prev"), "33,6");
    await frame.fill(field("UCJ_TARGET", "years"), "1");
    const refused = (await frame.textContent(`${PANEL} .answer .notice p`)) ?? "";
    expect(refused).toContain("Tulis 33,6% atau 0,336");
    expect(await frame.isDisabled(`${PANEL} .insert button.main`)).toBe(true);
    expect(await frame.textContent("#insert-hint")).toContain("Perbaiki dulu");
    expect(await frame.textContent(`${PANEL} .formula`)).toBe("=UCJ_TARGET(prev;1)");
    await expectAccessible(frame);
    const { message } = (await value(page, 40, 8)).value as { message: string };
    expect(refused.replace(/^[^:]*: /, "")).toBe(message.replace(/^.*?(?=Capaian)/s, ""));
  });

  test("cells from the sheet: one cell shows its value; two columns become one spilling call", async () => {
    const { page } = bench;
    await twoColumns();
    const frame = await openPanel();
    await openFunction(frame, "UCJ_COVERAGE");
    await cell(40, 8);
    await take(frame, "UCJ_COVERAGE", "labor");
    await frame.waitForSelector("text=Nilainya: 140.940");
    expect(await frame.inputValue(field("UCJ_COVERAGE", "labor"))).toMatch(/!I41$/);

    await cell(40, 8, 3, 1);
    await take(frame, "UCJ_COVERAGE", "labor");
    await frame.waitForSelector("text=3 sel: 140.940; 0; 79.388");
    await cell(40, 9, 3, 1);
    await take(frame, "UCJ_COVERAGE", "active");
    await frame.waitForSelector("text=3 sel: 49.397; 100; 27.636");
    expect(await answer(frame)).toMatch(/35,05 %[\s\S]*⚠ Angkatan kerja kosong atau 0[\s\S]*34,81 %/);
    expect(await frame.textContent(`${PANEL} .formula`)).toBe("=UCJ_COVERAGE(I41:I43;J41:J43)");
    await expectAccessible(frame);

    // The cell selected is still one of those taken.
    await frame.click("text=Isi kolom");
    await frame.waitForSelector("text=termasuk sel yang dihitung");
    await cell(40, 10);
    await frame.click(`${PANEL} .insert .notice button:has-text("Coba lagi")`);
    await frame.waitForSelector(`${PANEL} .insert .notice.done`);
    expect(await frame.textContent(`${PANEL} .insert .notice.done`)).toContain("K41; hasilnya mengisi 3 sel");
    const [first, second, third] = await Promise.all([40, 41, 42].map((row) => value(page, row, 10)));
    expect(first).toMatchObject({ value: 0.35048247481197675, formula: "=UCJ_COVERAGE(I41:I43,J41:J43)" });
    expect(JSON.stringify(second?.value)).toContain("Angkatan kerja kosong atau 0");
    expect(third?.value).toBeCloseTo(0.3481, 4);
    expect(third?.formula ?? "").toBe("");
  });

  test("a filled cell is asked about once; what it held comes back", async () => {
    const { page } = bench;
    await twoColumns();
    const before = await everything(page);
    const frame = await openPanel();
    await openFunction(frame, "UCJ_TARGET_WORKERS");
    await frame.fill(field("UCJ_TARGET_WORKERS", "labor"), "140.940");
    await frame.fill(field("UCJ_TARGET_WORKERS", "target"), "42,06 persen");
    await cell(40, 8);
    await frame.click("text=Sisipkan rumus");
    await frame.waitForSelector("text=sudah berisi");
    await expectAccessible(frame);
    expect(await everything(page)).toBe(before);
    // Saying yes to one cell is no yes to another.
    await cell(40, 9);
    await frame.click(`${PANEL} button:has-text("Timpa")`);
    await frame.waitForSelector("text=Sel J41");
    expect(await everything(page)).toBe(before);
    await frame.click(`${PANEL} button:has-text("Timpa")`);
    meant = doubtIn(mode, "42,06");
    await frame.waitForSelector(`${PANEL} .notice.done`);
    expect((await value(page, 40, 9)).value).toBe(59280);
    await frame.click("text=Batalkan");
    await frame.waitForSelector("text=sel kembali seperti semula");
    expect(await everything(page)).toBe(before);
  });

  test("what was typed outlives panel, language and function; examples give it back", async () => {
    const frame = await openPanel();
    await openFunction(frame, "UCJ_BUDGET");
    await frame.fill(field("UCJ_BUDGET", "workers"), "22.100");
    await frame.fill(field("UCJ_BUDGET", "months"), "5");
    expect(await answer(frame)).toContain("Rp 1.856.400.000");
    await frame.click("#tab-table");
    await frame.check('input[aria-label="English"]');
    await frame.click("#tab-functions");
    expect(await frame.inputValue(field("UCJ_BUDGET", "workers"))).toBe("22.100");
    expect(await answer(frame)).toContain("Rp 1,856,400,000");
    await expectAccessible(frame);
    await frame.click(`${PANEL} .read button:has-text("UCJ_WORKERS_FOR")`);
    await frame.waitForSelector('#function-name:has-text("UCJ_WORKERS_FOR")');
    await frame.click("text=All functions");
    await openFunction(frame, "UCJ_BUDGET");
    expect(await frame.inputValue(field("UCJ_BUDGET", "months"))).toBe("5");
    await frame.click(`${PANEL} .examples button >> nth=1`);
    expect(await frame.inputValue(field("UCJ_BUDGET", "workers"))).toBe("30.000");
    await frame.click("text=Bring back what I typed");
    expect(await frame.inputValue(field("UCJ_BUDGET", "workers"))).toBe("22.100");
  });

  test("by keyboard alone: find, open, type, insert, go back to where one was", async () => {
    const { page } = bench;
    const frame = await openPanel();
    await cell(40, 8);
    await frame.focus(SEARCH);
    await page.keyboard.type("kapan tercapai");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await frame.waitForSelector('#function-name:has-text("UCJ_YEARS")');
    await page.keyboard.press("Tab");
    await page.keyboard.type("35,05%");
    for (let n = 0; n < 20; n++) {
      await page.keyboard.press("Tab");
      if (await frame.evaluate(() => document.activeElement?.matches(".insert button.main"))) break;
    }
    await page.keyboard.press("Enter");
    meant = doubtIn(mode, "35,05");
    await frame.waitForSelector(`${PANEL} .notice.done`);
    expect((await value(page, 40, 8)).value).toBe(6);
    await frame.focus("#try-UCJ_YEARS-coverage");
    await page.keyboard.press("Escape");
    await frame.waitForSelector(SEARCH);
    expect(await frame.evaluate(() => document.activeElement?.id)).toBe("open-UCJ_YEARS");
    expect(await frame.inputValue(SEARCH)).toBe("kapan tercapai");
    await page.keyboard.press("Escape");
    expect(await frame.inputValue(SEARCH)).toBe("");
  });

  test("typing is answered at once, with the whole catalogue listed", async () => {
    const { page } = bench;
    const frame = await openPanel();
    await frame.focus(SEARCH);
    await frame.evaluate(() => {
      const paints: number[] = [];
      Object.assign(window, { paints });
      document.addEventListener(
        "keydown",
        ({ timeStamp }) =>
          // After the next frame is drawn.
          requestAnimationFrame(() => setTimeout(() => paints.push(performance.now() - timeStamp))),
        true,
      );
    });
    for (const key of "target") await page.keyboard.press(key, { delay: 30 });
    for (let n = 0; n < 6; n++) await page.keyboard.press("Backspace", { delay: 30 });
    await frame.waitForFunction(() => (window as unknown as { paints: number[] }).paints.length >= 12);
    const paints = await frame.evaluate(() => (window as unknown as { paints: number[] }).paints);
    expect(paints).toHaveLength(12);
    const [median, slowest] = [6, 11].map((i) => [...paints].sort((a, b) => a - b)[i] as number);
    console.info(
      `${mode}: key to paint ${Math.round(median ?? 0)} ms in the middle, ${Math.round(slowest ?? 0)} ms at most`,
    );
    // 100 ms are meant, and printed above; what fails here is a list that has become another order slower.
    expect(median).toBeLessThan(500);
    expect(await frame.locator(NAMES).count()).toBe(catalogue.length);
  });
});

test("every function opens, shows its examples and finds no accessibility fault", async () => {
  bench = await open("?mode=excel");
  const frame = await openPanel();
  for (const fn of catalogue) {
    await openFunction(frame, fn.name);
    const example = frame.locator(`${PANEL} .examples button`).first();
    if (await example.count()) {
      await example.click();
      expect(await frame.locator(`${PANEL} .answer .hint`).first().textContent()).not.toContain(
        "untuk melihat",
      );
      expect(await frame.locator(`${PANEL} .answer .notice`).count()).toBe(0);
    }
    await expectAccessible(frame);
    await frame.click(`${PANEL} .back`);
  }
}, 120000);

describe.each([300, 320, 350])("pane of %i px", (width) => {
  test.each(["light", "dark", "forced"] as const)(
    "%s: nothing cut off, targets of 44 px, axe finds nothing",
    async (theme) => {
      bench = await open(`?mode=sheets&width=${width}`, {
        colorScheme: theme === "dark" ? "dark" : "light",
        forcedColors: theme === "forced" ? "active" : "none",
        viewport: { width: 1100, height: 1900 },
      });
      const { page } = bench;
      await page.selectOption('[data-testid="pane-width"]', String(width));
      const frame = await openPanel();
      const picture = (name: string) =>
        page
          .locator('[data-testid="pane"]')
          .screenshot({ path: `${PICTURES}/rumus-${width}-${theme}-${name}.png` });
      await expectFits(frame);
      await picture("list");
      await openFunction(frame, "UCJ_ROLLUP");
      await frame.click(`${PANEL} .examples button >> nth=0`);
      await expectFits(frame);
      await picture("table");
      await frame.check('input[aria-label="English"]');
      await frame.click(`${PANEL} .back`);
      await openFunction(frame, "UCJ_NEEDED");
      await frame.fill(field("UCJ_NEEDED", "labor"), "140,940");
      await frame.fill(field("UCJ_NEEDED", "active"), "49.397");
      await frame.fill(field("UCJ_NEEDED", "target"), "42,06%");
      await expectFits(frame);
      await picture("refused");
      await frame.fill(field("UCJ_NEEDED", "labor"), "140.940");
      await expectFits(frame);
      await picture("answer");
    },
  );
});

async function expectFits(frame: Frame): Promise<void> {
  const [inner, scroll] = await frame.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner as number);
  const faulty = await frame.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>("#panel-functions *")].filter(
      (part) => part.getClientRects().length > 0 && !part.closest(".scroll *"),
    );
    const wide = seen.filter(
      (part) => part.getBoundingClientRect().right > document.documentElement.clientWidth - 8,
    );
    const cut = seen.filter(
      (part) =>
        part.matches("button, p, code, h2, h3, label") &&
        part.scrollWidth > part.clientWidth + 1 &&
        part.clientWidth > 0,
    );
    const small = seen.filter(
      (part) => part.matches("button, input") && part.getBoundingClientRect().height < 44,
    );
    return [...wide, ...cut, ...small].map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
  expect(faulty).toEqual([]);
  await expectAccessible(frame);
}
