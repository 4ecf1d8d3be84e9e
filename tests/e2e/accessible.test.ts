// Every panel and state of the pane: axe finds nothing, nothing is cut off, targets are 44 px, at every width, theme and
// language; then each panel with the keyboard alone.
import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { aroundTests, type Bench, inGrid, open, PICTURES, pane, select, value } from "./open";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [300, 320, 350] as const;
const THEMES = ["light", "dark", "forced"] as const;
const LANGUAGES = ["Bahasa Indonesia", "English"] as const;

aroundTests();
let bench: Bench;

async function violations(frame: Frame): Promise<string[]> {
  return frame.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`,
    );
  });
}

/** What is cut off or too small in the whole pane. */
const misfits = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const seen = [...document.querySelectorAll<HTMLElement>(".app *")].filter(
      (part) => part.getClientRects().length > 0 && !part.closest(".scroll *, .hidden"),
    );
    const wide = seen.filter((part) => part.getBoundingClientRect().right > edge + 0.5);
    const cut = seen.filter(
      (part) =>
        part.matches("button, p, code, h1, h2, h3, label, li, dd, td, summary") &&
        !part.matches(".bar h1") &&
        part.scrollWidth > part.clientWidth + 1 &&
        part.clientWidth > 0,
    );
    const small = seen.filter((part) => {
      if (!part.matches("button, input, select, textarea, summary")) return false;
      // A radio's or a box's target is the label around it.
      const target = part.matches("[type=radio], [type=checkbox]") ? (part.closest("label") ?? part) : part;
      return target.getBoundingClientRect().height < 44;
    });
    return [
      ...(document.documentElement.scrollWidth > edge ? [`scrolls sideways: ${edge}`] : []),
      ...wide.map(({ outerHTML }) => `wide ${outerHTML.slice(0, 160)}`),
      ...cut.map(({ outerHTML }) => `cut ${outerHTML.slice(0, 160)}`),
      ...small.map(({ outerHTML }) => `small ${outerHTML.slice(0, 160)}`),
    ];
  });

async function widen(width: number): Promise<void> {
  await bench.page.evaluate((pixels) => {
    document
      .querySelector<HTMLElement>('[data-testid="pane"]')
      ?.parentElement?.style.setProperty("--pane", `${pixels}px`);
  }, width);
}

const shoot = async (name: string): Promise<void> =>
  void (await bench.page.locator('[data-testid="pane"]').screenshot({ path: `${PICTURES}/${name}.png` }));

/** Panels in the states people meet: each keeps its own while others are looked at. */
const STATES: Readonly<Record<string, (frame: Frame) => Promise<void>>> = {
  table: async (frame) => {
    await frame.click("#panel-table >> text=Contoh Kendari");
    await frame.waitForSelector("#panel-table .preview table");
    await select(bench.page, { row: 0, column: 0, rows: 1, columns: 1 });
    await frame.check('#panel-table input[value="here"]');
    await frame.click("#panel-table >> text=Tulis tabel");
    await frame.waitForSelector("#panel-table .notice.warning >> text=Timpa");
  },
  check: async (frame) => {
    await select(bench.page, { row: 6, column: 0, rows: 11, columns: 3 });
    await frame.click("#panel-check >> text=Periksa pilihan");
    await frame.waitForSelector("#panel-check .findings");
    await frame.check('#panel-check input[value="text"]');
  },
  share: async (frame) => {
    await frame.click("#panel-share >> text=Periksa berkas");
    await frame.waitForSelector("#panel-share .notice");
  },
  settings: async (frame) => {
    await frame.fill("#setting-growth", "20");
    await frame.waitForSelector('#setting-growth[aria-invalid="true"]');
  },
  help: async (frame) => {
    for (const summary of await frame.locator("#panel-help summary").all()) await summary.click();
    await frame.click("text=Uji fungsi UCJ");
    await frame.waitForSelector("#panel-help .notice");
  },
};

async function prepared(): Promise<Frame> {
  bench = await open("?mode=excel", { viewport: { width: 1280, height: 1400 } });
  const frame = await pane(bench.page, "functions");
  await frame.evaluate(axe);
  for (const [panel, prepare] of Object.entries(STATES)) {
    await frame.click(`#tab-${panel}`);
    await frame.waitForSelector(`#panel-${panel} h2`);
    await prepare(frame);
  }
  return frame;
}

test.each(WIDTHS)(
  "every panel at %i px, in light, dark and forced colours, in both languages",
  async (width) => {
    const frame = await prepared();
    await widen(width);
    const found: string[] = [];
    for (const theme of THEMES) {
      await bench.page.emulateMedia({
        colorScheme: theme === "dark" ? "dark" : "light",
        forcedColors: theme === "forced" ? "active" : "none",
        reducedMotion: "reduce",
      });
      for (const language of LANGUAGES) {
        await frame.check(`input[aria-label="${language}"]`);
        for (const panel of Object.keys(STATES)) {
          if ((await frame.getAttribute(`#tab-${panel}`, "aria-pressed")) !== "true")
            await frame.click(`#tab-${panel}`);
          const where = `${panel} ${theme} ${language}: `;
          found.push(...(await misfits(frame)).map((one) => where + one));
          found.push(...(await violations(frame)).map((one) => where + one));
          if (language === "English" ? theme === "light" : theme !== "light")
            await shoot(`pane-${panel}-${width}-${theme}`);
        }
        await frame.click("#tab-functions");
      }
    }
    expect(found).toEqual([]);
  },
  240000,
);

test("every panel at 500 px, and at 200 % in a pane of 350 px", async () => {
  const frame = await prepared();
  const found: string[] = [];
  for (const width of [500, 175]) {
    await widen(width);
    for (const panel of ["functions", ...Object.keys(STATES)]) {
      if ((await frame.getAttribute(`#tab-${panel}`, "aria-pressed")) !== "true")
        await frame.click(`#tab-${panel}`);
      found.push(...(await misfits(frame)).map((one) => `${width} ${panel}: ${one}`));
      await shoot(`pane-${panel}-${width}`);
    }
    await frame.click("#tab-functions");
  }
  expect(found).toEqual([]);
}, 60000);

test("the first card, waiting, and what failed", async () => {
  bench = await open("?mode=sheets");
  const handle = await bench.page.waitForSelector('[data-testid="pane"]');
  const frame = (await handle.contentFrame()) as Frame;
  await frame.evaluate(axe);
  await frame.waitForSelector(".welcome");
  const found = [...(await misfits(frame)), ...(await violations(frame))];
  await frame.click("#tab-check");
  await frame.waitForSelector("#panel-check button.main");
  // Google never answers, then refuses.
  await frame.evaluate(() => {
    const { script } = (window as unknown as { google: { script: { run: unknown } } }).google;
    const refused = new Error("PERMISSION_DENIED");
    const run: unknown = new Proxy(
      {},
      {
        get: (_, key) =>
          key === "withFailureHandler"
            ? (then: (error: Error) => void) => {
                Object.assign(window, { refuse: () => then(refused) });
                return run;
              }
            : () => run,
      },
    );
    script.run = run;
  });
  await frame.click("#panel-check >> text=Periksa pilihan");
  await frame.waitForSelector(".waiting >> text=Menunggu Google Sheets");
  found.push(...(await misfits(frame)), ...(await violations(frame)));
  await shoot("pane-menunggu");
  await frame.evaluate(() => (window as unknown as { refuse: () => void }).refuse());
  await frame.waitForSelector("#panel-check .notice.problem >> text=beberapa akun Google");
  expect(await frame.locator(".waiting").count()).toBe(0);
  found.push(...(await misfits(frame)), ...(await violations(frame)));
  await shoot("pane-dua-akun");
  expect(found).toEqual([]);
});

/** Presses Tab until the element is reached; the order is the reading order. */
async function tabTo(frame: Frame, selector: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if (await frame.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await bench.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector}`);
}
/** By its words, as a person finds it. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.activeElement?.textContent?.trim() ?? "");

async function tabToWords(frame: Frame, words: string): Promise<void> {
  for (let n = 0; n < 60; n++) {
    if ((await focused(frame)) === words) return;
    await bench.page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach “${words}”`);
}

test("with the keyboard alone: the card, and every panel to its result", async () => {
  bench = await open("?mode=excel");
  const { page } = bench;
  const { keyboard } = page;
  const handle = await page.waitForSelector('[data-testid="pane"]');
  const frame = (await handle.contentFrame()) as Frame;
  await frame.waitForSelector(".welcome");
  await frame.focus("input[aria-label='Bahasa Indonesia']");

  await tabToWords(frame, "Contoh Kendari");
  await keyboard.press("Enter");
  await frame.waitForSelector("#panel-table .preview table");
  await frame.focus("#tab-table");
  await tabToWords(frame, "Tulis tabel");
  await keyboard.press("Enter");
  await frame.waitForSelector("#panel-table .notice.done");
  await tabToWords(frame, "Batalkan");
  await keyboard.press("Enter");
  await frame.waitForSelector("text=Tabel sudah dibatalkan");

  await select(page, { row: 6, column: 0, rows: 11, columns: 3 });
  await frame.focus("#tab-table");
  await keyboard.press("ArrowRight");
  expect(await frame.evaluate(() => document.activeElement?.id)).toBe("tab-check");
  await tabToWords(frame, "Periksa pilihan");
  await keyboard.press("Space");
  await frame.waitForSelector("#panel-check .findings");
  await tabToWords(frame, "Tulis laporan");
  await keyboard.press("Enter");
  await frame.waitForSelector("#panel-check .notice.done");

  await frame.focus("#tab-check");
  await keyboard.press("ArrowRight");
  await tabToWords(frame, "Periksa berkas");
  await keyboard.press("Enter");
  await frame.waitForSelector("#panel-share .notice");

  await frame.focus("input[aria-label='Bahasa Indonesia']");
  await tabTo(frame, "#tab-settings");
  await keyboard.press("Enter");
  await tabTo(frame, "#setting-growth");
  await keyboard.type("25%");
  await tabToWords(frame, "Simpan ke berkas");
  await keyboard.press("Enter");
  await frame.waitForSelector("#panel-settings .notice.done");
  expect((await value(page, 5, 1)).value).toBe(0.25);

  await frame.focus("input[aria-label='Bahasa Indonesia']");
  await tabTo(frame, "#tab-help");
  await keyboard.press("Enter");
  await tabToWords(frame, "Analis: membuat tabel dan grafik");
  await keyboard.press("Enter");
  await tabTo(frame, "#panel-help details[open] button");
  await keyboard.press("Enter");
  expect(await frame.getAttribute("#tab-table", "aria-selected")).toBe("true");

  // The language by arrow key; what was typed stays.
  await frame.focus("input[aria-label='Bahasa Indonesia']");
  await keyboard.press("ArrowRight");
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe("en");
}, 60000);

test("what is typed outlives a panel switch, a language switch and an event of the spreadsheet", async () => {
  bench = await open("?mode=excel");
  const { page } = bench;
  const frame = await pane(page, "functions");
  await frame.click("#open-UCJ_NEEDED");
  await frame.fill("#try-UCJ_NEEDED-labor", "140.940");
  await frame.click("#tab-settings");
  await frame.fill("#setting-source", "Dinas Tenaga Kerja");
  await inGrid(
    page,
    ({ grid }) => grid.select(grid.activeSheet().id, { row: 2, column: 2, rows: 1, columns: 1 }),
    null,
  );
  await inGrid(
    page,
    ({ grid }) =>
      grid.apply([{ do: "content", sheet: grid.activeSheet().id, row: 30, column: 0, content: "1" }]),
    null,
  );
  await frame.check('input[aria-label="English"]');
  await frame.click("#tab-functions");
  expect(await frame.inputValue("#try-UCJ_NEEDED-labor")).toBe("140.940");
  await frame.click("#tab-settings");
  expect(await frame.inputValue("#setting-source")).toBe("Dinas Tenaga Kerja");
});
