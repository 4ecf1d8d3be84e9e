// The pane around its panels, in a real browser: first card, settings that travel with the file, help, the self-test.
import { aroundTests, type Bench, inGrid, MODES, open, pane, value } from "./open";

aroundTests();
let bench: Bench;

/** The pane as it opens, nothing clicked. */
async function fresh() {
  const handle = await bench.page.waitForSelector('[data-testid="pane"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("no frame");
  await frame.waitForSelector(".app");
  return frame;
}
const sheets = (): Promise<string[]> =>
  inGrid(bench.page, ({ grid }) => grid.sheets().map(({ name }) => name), null);

describe.each(MODES)("%s", (mode) => {
  beforeEach(async () => {
    bench = await open(`?mode=${mode}`);
  });

  test("the first card: the example, and not again once left", async () => {
    const frame = await fresh();
    await frame.waitForSelector(".welcome");
    await bench.picture(`${mode}-pertama`);
    await frame.click(".welcome >> text=Contoh Kendari");
    await frame.waitForSelector("#panel-table .preview table");
    expect(await frame.textContent("#panel-table")).toContain("Kendari");
    expect(await frame.locator(".welcome").count()).toBe(0);
    await frame.click("#tab-functions");
    expect(await frame.locator(".welcome").count()).toBe(0);
    await frame.click("#tab-help");
    await frame.click("text=Tampilkan kartu pembuka");
    await frame.waitForSelector(".welcome");
    await frame.click(".welcome >> text=Lewati");
    expect(await frame.locator(".welcome").count()).toBe(0);
  });

  test("settings: saved to a visible sheet, edited there, read again, mended, taken back", async () => {
    const { page } = bench;
    const before = await sheets();
    const frame = await pane(page, "settings");
    await frame.fill("#setting-growth", "25%");
    await frame.fill("#setting-target", "42,06%");
    await frame.fill("#setting-source", "=1+1");
    await frame.selectOption("#setting-language", "English");
    await frame.click("text=Simpan ke berkas");
    await frame.waitForSelector("#panel-settings .notice.done");
    // The file now asks for English.
    await frame.waitForSelector("text=Saved to sheet UCJ_Pengaturan: 7 settings.");
    await bench.picture(`${mode}-pengaturan`);
    expect(await sheets()).toEqual(expect.arrayContaining(["UCJ_Pengaturan"]));
    const [growth, source] = await Promise.all([value(page, 5, 1), value(page, 8, 1)]);
    expect(growth).toMatchObject({ value: 0.25, text: "25,00%" });
    expect(source).toMatchObject({ value: "=1+1" });

    await inGrid(
      page,
      ({ grid }) => {
        const { id } = grid.sheets().find(({ name }) => name === "UCJ_Pengaturan") as { id: string };
        grid.apply([{ do: "content", sheet: id, row: 5, column: 1, content: "20" }]);
      },
      null,
    );
    await frame.click("text=Read from the sheet");
    await frame.waitForSelector("text=/UCJ_Pengaturan!B6, Yearly growth: .*In use: 20%/");
    expect(await frame.inputValue("#setting-growth")).toBe("");
    expect(await frame.inputValue("#setting-target")).toBe("42,06%");
    await bench.picture(`${mode}-pengaturan-salah`);
    await frame.fill("#setting-growth", "22%");
    await frame.click("text=Save to the file");
    await frame.waitForSelector("text=Saved to sheet UCJ_Pengaturan: 1 setting.");
    expect((await value(page, 5, 1)).value).toBe(0.22);
    expect(await frame.locator(".notice.warning").count()).toBe(0);
    await frame.click("#panel-settings >> text=Undo");
    await frame.waitForSelector("text=The settings are as they were.");
    expect(before).not.toContain("UCJ_Pengaturan");
  });

  test("the self-test: functions calculate here, and the sheet is as it was", async () => {
    const frame = await pane(bench.page, "help");
    await frame.click("text=Uji fungsi UCJ");
    await frame.waitForSelector("text=/Fungsi UCJ terhitung di sini: UCJ \\d/");
    await bench.picture(`${mode}-bantuan`);
  });
});

describe("a slow spreadsheet", () => {
  test("the card stands from the first where the browser remembers it, and nothing is pushed down later", async () => {
    bench = await open("?mode=excel&slow=1200");
    const frame = await fresh();
    expect(await frame.locator(".welcome").count()).toBe(1);
    const place = () => frame.locator("#panel-functions h2").boundingBox();
    const before = await place();
    await frame.waitForTimeout(3_000);
    expect(await place()).toEqual(before);
  });

  test("where it remembers nothing the card waits for the file, and does not come to whoever has begun", async () => {
    bench = await open("?mode=sheets&slow=1200");
    const frame = await fresh();
    expect(await frame.locator(".welcome").count()).toBe(0);
    await frame.click("input[type=search]");
    const before = await frame.locator("#panel-functions h2").boundingBox();
    // Once the settings are read, the panel that shows them can be opened and nothing runs any more.
    await frame.waitForTimeout(4_500);
    expect(await frame.locator(".welcome, .waiting > *").count()).toBe(0);
    expect(await frame.locator("#panel-functions h2").boundingBox()).toEqual(before);
  });
});

/** A request that is refused is said to the console too. */
const refusals = (): void =>
  void bench.faults.splice(
    0,
    bench.faults.length,
    ...bench.faults.filter((fault) => !/ERR_FAILED/.test(fault)),
  );

test("files that do not come: the list works, a sentence says what is missing, and asking again brings it", async () => {
  bench = await open("?mode=sheets");
  const { page, url } = bench;
  const LATER = /\/excel\/(catalogue|panels|pictures)\.js/;
  await page.route(LATER, (route) => route.abort());
  await page.goto(`${url}?mode=excel`);
  const frame = await fresh();
  await frame.fill("input[type=search]", "kekurangan target");
  await frame.waitForSelector("#open-UCJ_NEEDED");
  expect(await frame.locator(".found li").count()).toBeLessThan(5);
  await frame.waitForSelector("text=Pengaturan di berkas ini belum terbaca");
  await frame.click("#open-UCJ_NEEDED");
  await frame.waitForSelector("#panel-functions >> text=Bagian ini belum termuat");
  await bench.picture("belum-termuat");
  await frame.click("text=Semua fungsi");
  await frame.waitForSelector("#open-UCJ_NEEDED:focus");
  await frame.click("#tab-table");
  await frame.waitForSelector("#panel-table >> text=Bagian ini belum termuat");
  refusals();

  await page.unroute(LATER);
  await page.route(/pictures\.js/, (route) => route.abort());
  await frame.click("#panel-table >> text=Coba lagi");
  await frame.waitForSelector("#panel-table button:has-text('Contoh Kendari')");
  await frame.click("#tab-functions");
  await frame.click("#open-UCJ_NEEDED");
  await frame.waitForSelector("#panel-functions .try");
  await frame.click("#tab-help");
  await frame.click("#panel-help summary >> nth=0");
  await frame.waitForSelector("#panel-help details >> text=Bagian ini belum termuat");
  await page.unroute(/pictures\.js/);
  refusals();
  await frame.click("#panel-help details >> text=Coba lagi");
  await frame.waitForSelector("#panel-help img");
});
