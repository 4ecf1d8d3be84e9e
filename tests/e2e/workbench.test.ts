// What the workbench itself promises: sentences on hover, samples, .xlsx in and out, switching hosts, side by side.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aroundTests, type Bench, everything, inGrid, MODES, open, pane, select, type, value } from "./open";

// Side by side, each half has a line of its own.
aroundTests(() => /^$|Semua panggilan didukung/);
let bench: Bench;

const labels = (page: Bench["page"]): Promise<string[]> =>
  inGrid(page, ({ grid }) => grid.sheets().map(({ name }) => name), null);

test.each(MODES)("%s: a refused input shows its sentence on hover", async (mode) => {
  bench = await open(`?mode=${mode}`);
  const { page } = bench;
  await page.selectOption('[data-testid="sample"]', "konawe");
  await type(page, 2, 5, "=UCJ_COVERAGE(140,94; 49397)");
  await select(page, { row: 8, column: 0, rows: 1, columns: 1 });
  await page.waitForTimeout(200);
  const spot = await inGrid(
    page,
    ({ grid }) => {
      const { id } = grid.activeSheet();
      let x = 48;
      for (let c = 0; c < 5; c++) x += grid.columnWidth(id, c);
      let y = 26;
      for (let r = 0; r < 2; r++) y += grid.rowHeight(id, r);
      return { x: x + 20, y: y + 10 };
    },
    null,
  );
  const box = await page.locator(".o-grid").boundingBox();
  const sentence = page.locator("text=bukan jumlah orang yang utuh").first();
  // A pointer that comes before the cell is computed and drawn finds nothing there; a person moves it again.
  for (let n = 0; n < 8 && !(await sentence.isVisible()); n++) {
    await page.mouse.move((box?.x ?? 0) + spot.x - 60, (box?.y ?? 0) + spot.y + 90);
    await page.mouse.move((box?.x ?? 0) + spot.x - 5, (box?.y ?? 0) + spot.y);
    await page.mouse.move((box?.x ?? 0) + spot.x, (box?.y ?? 0) + spot.y, { steps: 4 });
    await page.waitForTimeout(1000);
  }
  await sentence.waitFor();
  await bench.picture(`${mode}-sentence`);
});

test("every sample opens, with figures and their source in sight", async () => {
  bench = await open("?mode=excel");
  const { page } = bench;
  for (const sample of ["kendari", "konawe", "singkawang", "sinjai", "batam", "banyumas", "text"]) {
    await page.selectOption('[data-testid="sample"]', sample);
    await page.waitForTimeout(100);
    expect(await everything(page)).toMatch(/Sumber/);
  }
});

test.each(MODES)("%s: a table saved as .xlsx opens again with the same values", async (mode) => {
  bench = await open(`?mode=${mode}`);
  const { page } = bench;
  const frame = await pane(page);
  await frame.click("text=Contoh Kendari");
  await frame.click("text=Fungsi UCJ dengan cadangan");
  await frame.click("text=Tulis tabel");
  await frame.waitForSelector(".notice.done");
  const before = await value(page, 10, 4);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.click('[data-testid="save-xlsx"]'),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), "ucj-")), "ucj.xlsx");
  await download.saveAs(path);
  await page.click('[data-testid="start-empty"]');
  const sure = page.locator('[data-testid="dialog"] button').first();
  if (await sure.isVisible().catch(() => false)) await sure.click();
  await page.setInputFiles('[data-testid="open-xlsx-file"]', path);
  await page.waitForFunction(
    () =>
      (window as unknown as { ucjWorkbench: { grid: { sheets(): unknown[] } } }).ucjWorkbench.grid.sheets()
        .length > 1,
  );
  const again = await inGrid(
    page,
    ({ grid }) => {
      const sheet = grid.sheets().find(({ name }) => name === "Segmen Kota Kendari");
      const { value, formula } = grid.cell(sheet?.id ?? "", 10, 4);
      return { value, formula };
    },
    null,
  );
  expect(again.value).toBe(before.value);
  expect(again.formula).toContain("UCJ_COVERAGE");
});

test("switching the host keeps the workbook and wakes the other host's functions", async () => {
  bench = await open("?mode=excel");
  const { page } = bench;
  await type(page, 20, 0, "=UCJ_COVERAGE(140940;49397)");
  await type(page, 21, 0, '=IFNA(UCJ_COVERAGE(0;5);"kosong")');
  expect((await value(page, 21, 0)).value).toBe("kosong");
  const sheets = await labels(page);
  await page.click('label:has([data-testid="mode-sheets"])');
  await page.waitForFunction(
    () => (window as unknown as { ucjWorkbench: { mode: string } }).ucjWorkbench.mode === "sheets",
  );
  await pane(page);
  expect(await labels(page)).toEqual(sheets);
  expect((await value(page, 20, 0)).value).toBe(0.35048247481197675);
  // Sheets has no #N/A of our own making, so IFNA lets the error through.
  expect((await value(page, 21, 0)).value).toMatchObject({ error: "#ERROR!" });
});

test("side by side, both hosts show the workbook", async () => {
  bench = await open("?mode=both", { viewport: { width: 1700, height: 900 } });
  const { page } = bench;
  await page.waitForSelector('[data-testid="side-excel"]');
  await page.waitForSelector('[data-testid="side-sheets"]');
  await page.waitForTimeout(1500);
  await bench.picture("both");
});

test("the ribbon button of Excel recalculates, the menu of Sheets opens the pane again", async () => {
  bench = await open("?mode=excel");
  await pane(bench.page);
  await bench.page.click('[data-testid="ribbon-Ucj.Recalculate"]');
  await bench.page.waitForTimeout(300);
  expect(await bench.page.textContent('[data-testid="unsupported"]')).toContain("Semua panggilan didukung");
  await bench.page.click('label:has([data-testid="mode-sheets"])');
  await pane(bench.page);
  await bench.page.click('[data-testid="pane-close"]');
  await bench.page.click("text=Ekstensi");
  await bench.page.click("text=Buka Perencana UCJ");
  await pane(bench.page);
});
