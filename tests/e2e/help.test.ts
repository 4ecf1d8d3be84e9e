// The pictures of panel Bantuan, taken from the panels at work: `npm run pictures` keeps them, otherwise they are only made.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { GUIDES } from "../../sidebar/guides";
import { aroundTests, type Bench, inGrid, open, PICTURES, pane, select } from "./open";

const KEPT = "sidebar/pictures";
const FOLDER = process.env.UCJ_PICTURES ? KEPT : PICTURES;
/** All of them travel with the panels. */
const MOST_BYTES = 11_000;

aroundTests();
let bench: Bench;

/** From the top of one element to the bottom of another. */
async function keep(name: string, frame: Frame, from: string, to: string): Promise<void> {
  const { page } = bench;
  await frame.locator(from).evaluate((element) => {
    element.scrollIntoView({ block: "start" });
    scrollBy(0, -8);
  });
  await page.waitForTimeout(300);
  const [first, last] = await Promise.all(
    [frame.locator(from), frame.locator(to)].map((one) => one.boundingBox()),
  );
  if (!first || !last) throw new Error(name);
  const x = Math.min(first.x, last.x) - 4;
  const right = Math.max(first.x + first.width, last.x + last.width) + 4;
  const clip = { x, y: first.y - 4, width: right - x, height: last.y + last.height - first.y + 8 };
  const png = await page.screenshot({ clip });
  const blank = await page.context().newPage();
  const webp = await blank.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", 0.12);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${name}.webp`, Buffer.from(webp.split(",")[1] ?? "", "base64"));
  expect(statSync(`${FOLDER}/${name}.webp`).size).toBeLessThan(MOST_BYTES);
}

const opened = async (panel: string): Promise<Frame> => {
  bench = await open("?mode=sheets", { viewport: { width: 1280, height: 1200 }, colorScheme: "light" });
  return pane(bench.page, panel);
};

test("functions: an answer and its formula", async () => {
  const frame = await opened("functions");
  await frame.click("#open-UCJ_NEEDED");
  await frame.fill("#try-UCJ_NEEDED-labor", "140.940");
  await frame.fill("#try-UCJ_NEEDED-active", "49.397");
  await frame.fill("#try-UCJ_NEEDED-target", "42,06%");
  await keep("functions", frame, "#panel-functions .answer", "#panel-functions .insert button.main");
});

test("table: a preview", async () => {
  const frame = await opened("table");
  await frame.click("#panel-table button:has-text('Contoh Kendari')");
  await frame.waitForSelector("#panel-table .preview table");
  await keep("table", frame, "#panel-table .preview .scroll", "#panel-table .preview .scroll");
});

test("check: a finding", async () => {
  const frame = await opened("check");
  await inGrid(bench.page, (one) => one.loadSample("kendari"), null);
  await select(bench.page, { row: 5, column: 0, rows: 12, columns: 3 });
  await frame.click("#panel-check button.main");
  await frame.waitForSelector("#panel-check .cards");
  await keep(
    "check",
    frame,
    "#panel-check .cards > :first-child",
    "#panel-check .cards > :first-child button >> nth=0",
  );
});

test("share: who will open the file", async () => {
  const frame = await opened("share");
  await keep("share", frame, "#panel-share .choices >> nth=0", "#panel-share .choices >> nth=0");
});

test("panel Bantuan shows each where its guide is opened", async () => {
  const frame = await opened("help");
  for (const { panel } of GUIDES) expect(existsSync(`${KEPT}/${panel}.webp`)).toBe(true);
  expect(await frame.locator("#panel-help img").count()).toBe(0);
  for (const summary of await frame.locator("#panel-help summary").all()) await summary.click();
  await frame.waitForSelector(`#panel-help details:nth-of-type(${GUIDES.length}) img`);
  const sizes = await frame.$$eval("#panel-help img", (images) =>
    (images as HTMLImageElement[]).map(({ naturalWidth, alt }) => [naturalWidth > 100, alt.length > 20]),
  );
  expect(sizes).toEqual(GUIDES.map(() => [true, true]));
  await bench.page.locator('[data-testid="pane"]').screenshot({ path: `${PICTURES}/bantuan-gambar.png` });
});
