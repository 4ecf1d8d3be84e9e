// A spreadsheet that fails under the panels as they ship: a sentence, "Coba lagi", and the file as it was.
import type { Frame } from "playwright-core";
import type { ExcelHost } from "../../workbench/excel-host/executor";
import type { SheetsHost } from "../../workbench/sheets-host";
import { aroundTests, type Bench, everything, inGrid, MODES, open, pane } from "./open";

aroundTests();
let bench: Bench;

type Hosts = { readonly excelHost?: ExcelHost; readonly sheetsHost?: SheetsHost };

/** The spreadsheet fails from its next write on, so many times. */
const failNextWrites = (times: number, after = 0): Promise<void> =>
  inGrid(
    bench.page,
    (workbench, [count, before]) => {
      const { excelHost, sheetsHost } = workbench as unknown as Hosts;
      const WRITES = /ucj(Write|WriteRuns)$/;
      let [passed, left] = [0, count as number];
      const fails = (): boolean => passed++ >= (before as number) && left-- > 0;
      if (sheetsHost)
        sheetsHost.fail = (name) =>
          WRITES.test(name) && fails() ? "Exception: Service Spreadsheets failed" : undefined;
      if (excelHost) {
        // Excel does not say what a request is for: the first ones after this only read.
        const { syncs } = excelHost;
        excelHost.fail = (request) => (request > syncs + 1 && fails() ? "GeneralException" : undefined);
      }
    },
    [times, after] as const,
  );

const done = (frame: Frame, panel: string) => frame.waitForSelector(`#panel-${panel} .notice.done`);

describe.each(MODES)("%s", (mode) => {
  beforeEach(async () => {
    bench = await open(`?mode=${mode}`);
  });

  test("a table that cannot be written: a sentence, nothing changed, and written when tried again", async () => {
    const frame = await pane(bench.page, "table");
    await frame.click("text=Contoh Kendari");
    await frame.fill("#option-region", "Kota Kendari (uji)");
    const before = await everything(bench.page);
    await failNextWrites(1);
    await frame.click("#panel-table >> text=Tulis tabel");
    const failed = await frame.waitForSelector("#panel-table .notice.problem");
    expect(await failed.textContent()).toMatch(/tidak dapat menyelesaikan langkah ini.*Coba lagi/);
    expect(await everything(bench.page)).toBe(before);
    await bench.picture(`gagal-${mode}`);
    await frame.check('input[aria-label="English"]');
    expect(await failed.textContent()).toMatch(/could not finish this step.*Try again/);
    expect(await frame.inputValue("#option-region")).toBe("Kota Kendari (uji)");
    await frame.click('#panel-table .notice.problem button:has-text("Try again")');
    await done(frame, "table");
    expect(await everything(bench.page)).not.toBe(before);
    await frame.click('#panel-table .notice.done button:has-text("Undo")');
    await frame.waitForSelector("text=The table was taken back");
    expect(await everything(bench.page)).toBe(before);
  });

  test("a repair that fails halfway is put back; tried again, it is whole", async () => {
    await inGrid(
      bench.page,
      ({ grid }, count) =>
        grid.apply(
          Array.from({ length: count as number }, (_, row) => ({
            do: "content",
            sheet: grid.activeSheet().id,
            row,
            column: 8,
            content: `=UCJ.COVERAGE(B2,C2+${row})`,
          })),
        ),
      6_000,
    );
    const before = await everything(bench.page);
    const frame = await pane(bench.page, "share");
    await frame.click("#panel-share >> text=Periksa berkas");
    await frame.waitForSelector("#panel-share >> text=Perbaiki rumus", { timeout: 60_000 });
    await failNextWrites(1, mode === "sheets" ? 1 : 3);
    await frame.click("#panel-share >> text=Perbaiki rumus");
    const failed = await frame.waitForSelector("#panel-share .notice.problem", { timeout: 60_000 });
    expect(await failed.textContent()).toContain("Isi berkas sudah dikembalikan seperti semula");
    expect(await everything(bench.page)).toBe(before);
    await frame.click('#panel-share .notice.problem button:has-text("Coba lagi")');
    await frame.waitForSelector("#panel-share .notice.done", { timeout: 60_000 });
    expect(await everything(bench.page)).not.toContain("=UCJ.COVERAGE");
  }, 180_000);
});

test("Google takes five seconds: said, other panels live, and the answer arrives", async () => {
  bench = await open("?mode=sheets");
  const frame = await pane(bench.page, "table");
  await frame.click("text=Contoh Kendari");
  await inGrid(
    bench.page,
    (workbench) => {
      const { sheetsHost } = workbench as unknown as Hosts;
      if (sheetsHost) sheetsHost.delay = (name) => (name === "ucjWrite" ? 5_000 : 0);
    },
    null,
  );
  await frame.click("#panel-table >> text=Tulis tabel");
  await frame.waitForSelector(".waiting >> text=Menunggu Google Sheets");
  expect(await frame.isVisible(".waiting >> text=Hentikan")).toBe(true);
  expect(await frame.getAttribute("#panel-table .main.wide", "title")).toContain("Tunggu sampai langkah");
  await frame.click("#tab-functions");
  await frame.fill("#panel-functions input[type=search]", "target");
  await frame.check('input[aria-label="English"]');
  await bench.picture("menunggu-lima-detik");
  await frame.waitForSelector(".waiting", { state: "hidden" });
  expect(await frame.inputValue("#panel-functions input[type=search]")).toBe("target");
  await frame.click("#tab-table");
  expect(await frame.textContent("#panel-table .notice.done")).toContain("was written to sheet");
});

test("Google answers after it was given up: it is said, and can be taken back", async () => {
  bench = await open("?mode=sheets");
  const frame = await pane(bench.page, "table");
  await frame.click("text=Contoh Kendari");
  const before = await everything(bench.page);
  await inGrid(
    bench.page,
    (workbench) => {
      const { sheetsHost } = workbench as unknown as Hosts;
      if (sheetsHost) sheetsHost.delay = (name) => (name === "ucjWrite" ? 3_000 : 0);
    },
    null,
  );
  await frame.click("#panel-table >> text=Tulis tabel");
  await frame.click(".waiting >> text=Hentikan");
  await frame.waitForSelector("#panel-table .notice.problem >> text=tidak ditunggu lagi");
  const late = await frame.waitForSelector(".notice.warning >> text=ternyata tetap menyelesaikan");
  expect(await late.textContent()).toMatch(/hasilnya ada di lembar “.+”, A1/);
  // It stands at the top of the pane, whose button is far below.
  await bench.page.waitForTimeout(100);
  expect((await late.boundingBox())?.y).toBeGreaterThan(0);
  await bench.picture("datang-terlambat");
  await frame.click('.notice.warning button:has-text("Batalkan")');
  await frame.waitForSelector(".notice.warning >> text=ternyata tetap menyelesaikan", { state: "detached" });
  expect(await everything(bench.page)).toBe(before);
});
