// Walks the guides as their readers do, in both hosts' clothes, and takes the pictures they show.
import type { Frame } from "playwright-core";
import { aroundTests, type Bench, inGrid, open, PICTURES, pane, select, type } from "./open";

/** `npm run pictures` sends the pictures to the guides. */
const FOLDER = process.env.UCJ_PICTURES ?? PICTURES;

aroundTests();
let bench: Bench;

const opened = async (mode: string, query = "", height = 700): Promise<void> => {
  bench = await open(`?mode=${mode}${query}`, { viewport: { width: 1280, height }, colorScheme: "light" });
};
const picture = async (name: string): Promise<void> => {
  // The grid draws on its next frame.
  await bench.page.waitForTimeout(300);
  await bench.page.screenshot({ path: `${FOLDER}/${name}.png` });
};
const show = (frame: Frame, selector: string) =>
  frame.$eval(selector, (element) => element.scrollIntoView({ block: "start" }));
const sample = async (name: string): Promise<void> => {
  await inGrid(bench.page, (one, id) => one.loadSample(id), name);
  await bench.page.waitForTimeout(150);
};

test("perencana: formulas in cells, one for a whole column", async () => {
  await opened("sheets", "", 560);
  const { page } = bench;
  await page.click('[data-testid="start-empty"]');
  const rows = [
    ["Daerah", "Angkatan kerja", "Peserta aktif", "Cakupan"],
    ["Kota Kendari", "140940", "49397", "=UCJ_COVERAGE(B2:B4; C2:C4)"],
    ["Kab. Konawe", "79388", "27636"],
    ["Kota Singkawang", "73236", "16684"],
  ];
  for (const [r, row] of rows.entries()) for (const [c, text] of row.entries()) await type(page, r, c, text);
  await type(page, 5, 0, "Target Kendari tahun depan");
  await type(page, 5, 3, "=UCJ_TARGET(D2; 1)");
  await select(page, { row: 1, column: 3, rows: 1, columns: 1 });
  await picture("rumus-di-sel");
});

test("perencana: a function looked up, tried and inserted", async () => {
  await opened("excel", "", 1040);
  const frame = await pane(bench.page, "functions");
  await frame.fill("#panel-functions input[type=search]", "kekurangan ke target");
  await frame.click("#open-UCJ_NEEDED");
  await frame.fill("#try-UCJ_NEEDED-labor", "140.940");
  await frame.fill("#try-UCJ_NEEDED-active", "49.397");
  await frame.fill("#try-UCJ_NEEDED-target", "42,06%");
  await frame.waitForSelector("#panel-functions .answer:has-text('9.883')");
  await show(frame, "#function-name");
  await picture("panel-rumus");
});

test("analis: a summary of two regions, read, previewed and written", async () => {
  await opened("excel", "", 900);
  const frame = await pane(bench.page, "table");
  await frame.selectOption("select[name=kind]", "summary");
  await frame.click("#panel-table button:has-text('Contoh')");
  await frame.click("#panel-table button:has-text('Tulis tabel')");
  await frame.waitForSelector("#panel-table .notice.done");
  await show(frame, "#panel-table .preview");
  await picture("panel-tabel");
});

test("the front page: the example as a table beside the pane that wrote it", async () => {
  bench = await open("?mode=excel", { viewport: { width: 1280, height: 860 }, colorScheme: "light" });
  const frame = await pane(bench.page, "table");
  await frame.click("#panel-table button:has-text('Contoh')");
  await frame.click("#panel-table button:has-text('Tulis tabel')");
  await frame.waitForSelector("#panel-table .notice.done");
  await frame.$eval("#panel-table .notice.done", (element) => element.scrollIntoView({ block: "end" }));
  await picture("meja-uji");
});

test("analis: the path to 2045 as a table with its chart", async () => {
  await opened("sheets", "", 1180);
  const frame = await pane(bench.page, "table");
  await frame.selectOption("select[name=kind]", "path");
  await frame.click("#panel-table button:has-text('Contoh')");
  await frame.fill("#option-end", "2035");
  await frame.click("#panel-table button:has-text('Tulis tabel')");
  await frame.waitForSelector("#panel-table .notice.done");
  await show(frame, "#panel-table .preview");
  await picture("tabel-jalur");
});

test("analis: Kendari examined, the segments named as potentials", async () => {
  await opened("excel", "", 820);
  await sample("kendari");
  await select(bench.page, { row: 5, column: 0, rows: 12, columns: 3 });
  const frame = await pane(bench.page, "check");
  await frame.click("#panel-check button.main");
  await frame.waitForSelector("#panel-check .cards");
  expect(await frame.textContent("#panel-check .cards")).toContain("88.357 + 36.140 + 16.443 = 140.940");
  await show(frame, "#panel-check .findings");
  await picture("panel-periksa");
});

test("berbagi: a file that came back broken, examined", async () => {
  await opened("excel", "", 820);
  const { page } = bench;
  await inGrid(
    page,
    ({ grid }, rows) => {
      grid.apply([{ do: "addSheet", id: "kiriman", name: "Kiriman" }]);
      grid.activate("kiriman");
      grid.apply(
        (rows as (string | number)[][]).flatMap((line, row) =>
          line.map((content, column) => ({ do: "content" as const, sheet: "kiriman", row, column, content })),
        ),
      );
    },
    [
      ["Segmen", "Angkatan kerja", "Peserta", "Cakupan"],
      ["PU", 88357, 31000, "=_xldudf_UCJ_COVERAGE(B2,C2)"],
      ["BPU", 36140, 12000, '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(B3,C3)"),1)'],
      ["Jakon", 16443, 6397, "=UCJ.COVERAGE(B4,C4)"],
      ["Jumlah", "=SUM(B2:B4)", "=SUM(C2:C4)", "=UCJ_COVERAGE(B5,C5)"],
    ],
  );
  const frame = await pane(page, "share");
  await frame.click("#panel-share button:has-text('Periksa berkas')");
  await frame.waitForSelector("#panel-share .counts");
  await show(frame, "#panel-share h2");
  await picture("panel-bagikan");
});
