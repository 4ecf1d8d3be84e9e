// Panel Bagikan in a real browser, both modes: a broken file repaired, made ready, brought back, and every step undone.
import type { Frame } from "playwright-core";
import {
  aroundTests,
  type Bench,
  everything,
  expectAccessible,
  inGrid,
  MODES,
  open,
  pane,
  selected,
} from "./open";

aroundTests();
let bench: Bench;

const FILE = [
  ["Segmen", "Angkatan kerja", "Peserta", "Cakupan"],
  ["PU", 88357, 31000, "=_xldudf_UCJ_COVERAGE(B2,C2)"],
  ["BPU", 36140, 12000, '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(B3,C3)"),1)'],
  ["Jakon", 16443, 6397, "=UCJ.COVERAGE(B4,C4)"],
  ["Jumlah", "=SUM(B2:B4)", "=SUM(C2:C4)", "=UCJ_COVERAGE(B5,C5)"],
];

/** A new sheet with the file; answers its panel. */
async function panel(): Promise<Frame> {
  const { page } = bench;
  await inGrid(
    page,
    ({ grid }, rows) => {
      grid.apply([{ do: "addSheet", id: "kiriman", name: "Kiriman" }]);
      grid.activate("kiriman");
      grid.apply(
        rows.flatMap((line, row) =>
          line.map((content, column) => ({ do: "content" as const, sheet: "kiriman", row, column, content })),
        ),
      );
    },
    FILE,
  );
  const frame = await pane(page);
  await frame.click("#tab-share");
  return frame;
}

const formulas = () =>
  inGrid(bench.page, ({ grid }) => [1, 2, 3, 4].map((row) => grid.cell("kiriman", row, 3).formula), null);
const values = () =>
  inGrid(bench.page, ({ grid }) => [1, 2, 3, 4].map((row) => grid.cell("kiriman", row, 3).value), null);
const sheets = () => inGrid(bench.page, ({ grid }) => grid.sheets().map(({ name }) => name), null);

const LIVE = [2, 3, 4, 5].map((row) => `=UCJ_COVERAGE(B${row},C${row})`);
const SHARES = [31000 / 88357, 12000 / 36140, 6397 / 16443, 49397 / 140940];

const at = (text: string) => `#panel-share button:has-text("${text}")`;
const done = (frame: Frame, text: RegExp) =>
  frame.waitForFunction(
    (pattern) =>
      new RegExp(pattern).test(document.querySelector("#panel-share .notice.done")?.textContent ?? ""),
    text.source,
  );

async function undo(frame: Frame): Promise<void> {
  await frame.click(at("Batalkan"));
  await done(frame, /berkas sudah kembali seperti semula/);
}

describe.each(MODES)("%s", (mode) => {
  beforeEach(async () => {
    bench = await open(`?mode=${mode}`);
  });

  test("examines, goes to a cell, repairs, takes it back", async () => {
    const { page } = bench;
    const frame = await panel();
    await expectAccessible(frame);
    const before = await everything(page);
    await frame.click(at("Periksa berkas"));
    await frame.waitForSelector("#panel-share .counts");
    expect(await frame.textContent("#panel-share .counts")).toMatch(
      /Kiriman\s*Tersimpan tanpa add-in\s*1.*Dibekukan Google Sheets\s*1.*Dieja dengan titik\s*1/,
    );
    await expectAccessible(frame);
    await bench.picture(`${mode}-share-check`);
    await frame.click('#panel-share button[aria-label="Buka Kiriman!D4"]');
    await selected(page, 3, 3);
    expect(await inGrid(page, ({ grid }) => grid.activeSheet().id, null)).toBe("kiriman");
    expect(await everything(page)).toBe(before);
    await frame.click(at("Perbaiki rumus"));
    await done(frame, /Diperbaiki: 3 rumus dan 0 nilai/);
    expect(await formulas()).toEqual(LIVE);
    expect(await values()).toEqual(SHARES);
    await expectAccessible(frame);
    await undo(frame);
    expect(await everything(page)).toBe(before);
  });

  test.each([
    "Siapa saja, tanpa add-in",
    "Sebagian orang memakai add-in",
    "Pembaca yang hanya perlu angkanya",
  ])("ready for: %s; then alive again, then values only", async (who) => {
    const { page } = bench;
    const frame = await panel();
    await frame.click(at("Periksa berkas"));
    await frame.click(at("Perbaiki rumus"));
    await done(frame, /Diperbaiki/);
    const before = await everything(page);
    await frame.click(`#panel-share label:has-text("${who}")`);
    await frame.click(at("Siapkan untuk dibagikan"));
    await done(frame, /Siap dibagikan: \d+ rumus dan \d+ nilai/);
    expect(await sheets()).toContain("UCJ_Catatan");
    expect(await values()).toEqual(SHARES);
    for (const formula of await formulas())
      expect(formula).toMatch(
        who.startsWith("Siapa") ? /^=IF\(B/ : who.startsWith("Sebagian") ? /^=IFERROR\(UCJ_/ : /^$/,
      );
    await expectAccessible(frame);
    await bench.picture(`${mode}-share-ready`);
    await undo(frame);
    expect(await everything(page)).toBe(before);
    await frame.click(at("Siapkan untuk dibagikan"));
    await done(frame, /Siap dibagikan/);
    await frame.click(at("Hidupkan lagi"));
    await done(frame, /Hidup lagi: 4 rumus/);
    expect(await formulas()).toEqual(LIVE);
    const alive = await everything(page);
    await frame.click(at("Salinan nilai"));
    await done(frame, /Menjadi nilai: 0 rumus dan 4 nilai/);
    expect(await sheets()).not.toContain("UCJ_Catatan");
    expect(await everything(page)).not.toMatch(/UCJ_[A-Z]+\(/);
    expect(await values()).toEqual(SHARES);
    await undo(frame);
    const sorted = (text: string) => JSON.stringify(JSON.parse(text).sort());
    expect(sorted(await everything(page))).toBe(sorted(alive));
  });

  test("a long repair shows how far it is and can be stopped; nothing has changed then", async () => {
    const { page } = bench;
    const frame = await panel();
    await inGrid(
      page,
      ({ grid }, rows) =>
        grid.apply(
          Array.from({ length: rows }, (_, row) => ({
            do: "content" as const,
            sheet: "kiriman",
            row,
            column: 6,
            content: `=UCJ.COVERAGE(B2,C2+${row})`,
          })),
        ),
      12_000,
    );
    const before = await everything(page);
    await frame.click(at("Periksa berkas"));
    await frame.waitForSelector(at("Perbaiki rumus"), { timeout: 60_000 });
    // As on an office's laptop: here it may be over before it is worth a word.
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    // The grid works in the same thread as this page: only from inside is a click quick enough.
    await frame.evaluate(() => {
      new MutationObserver((_, observer) => {
        const working = document.querySelector(".waiting");
        const button = working?.querySelector<HTMLElement>("progress[value] ~ button");
        if (!button) return;
        observer.disconnect();
        document.body.dataset.seen = working?.textContent ?? "";
        button.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await frame.click(at("Perbaiki rumus"));
    await frame.waitForSelector("#panel-share .notice.note", { timeout: 60_000 });
    expect(await frame.textContent("#panel-share .notice.note")).toMatch(/Dihentikan.*sudah dikembalikan/);
    expect(await frame.getAttribute("body", "data-seen")).toMatch(/\d+ %.*Hentikan/);
    expect(await everything(page)).toBe(before);
  }, 180_000);

  test("by keyboard alone, in English", async () => {
    const { page } = bench;
    const frame = await panel();
    await frame.focus('input[aria-label="English"]');
    await page.keyboard.press("Space");
    await frame.focus(at("Examine the file"));
    await page.keyboard.press("Enter");
    await frame.waitForSelector("#panel-share .counts");
    expect(await frame.textContent("#panel-share .counts")).toContain("Frozen by Google Sheets");
    await frame.focus(at("Repair the formulas"));
    await page.keyboard.press("Enter");
    await done(frame, /Repaired: 3 formulas/);
    expect(await formulas()).toEqual(LIVE);
    await expectAccessible(frame);
  });
});

describe.each([300, 350])("pane of %i px", (width) => {
  test.each(["light", "dark", "forced"] as const)(
    "%s: nothing is cut off, axe finds nothing",
    async (theme) => {
      bench = await open(`?mode=excel&width=${width}`, {
        colorScheme: theme === "dark" ? "dark" : "light",
        forcedColors: theme === "forced" ? "active" : "none",
        viewport: { width: 1100, height: 1900 },
      });
      await bench.page.selectOption('[data-testid="pane-width"]', String(width));
      const frame = await panel();
      await frame.click(at("Periksa berkas"));
      await frame.waitForSelector("#panel-share .counts");
      const [inner, scroll] = await frame.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
      expect(scroll).toBeLessThanOrEqual(inner as number);
      await expectAccessible(frame);
      await bench.page
        .locator('[data-testid="pane"]')
        .screenshot({ path: `tests/e2e/pictures/share-${width}-${theme}.png` });
    },
  );
});
