// The pane without a mouse: every panel from the first Tab to the written result, the focus always seen and never lost,
// Enter and Escape as expected, and what a screen reader is told meanwhile.
import type { Frame } from "playwright-core";
import { contrast, THEMES, wear } from "./looks";
import { aroundTests, type Bench, everything, fillCell, inGrid, open, pane, select, value } from "./open";

aroundTests();
let bench: Bench;
let frame: Frame;

const key = (name: string): Promise<void> => bench.page.keyboard.press(name);
const type = (text: string): Promise<void> => bench.page.keyboard.type(text);

/** What has the focus: its id or its words. */
const held = (): Promise<string> =>
  frame.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "nothing";
    return one.id || one.getAttribute("aria-label") || one.textContent?.trim() || one.tagName;
  });

/** Presses Tab until what has the focus is the element, or has these words. */
async function tabTo(wanted: string): Promise<void> {
  const isThere = () =>
    frame.evaluate((text) => {
      const one = document.activeElement as HTMLElement | null;
      if (!one || one === document.body) return false;
      if (/^[#.[]|^input|^select/.test(text)) return one.matches(text);
      return (one.textContent?.trim() ?? "").startsWith(text) || one.getAttribute("aria-label") === text;
    }, wanted);
  for (let n = 0; n < 90; n++) {
    if (await isThere()) return;
    await key("Tab");
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

/** Tab to a button, press it once it can be pressed, wait for what it brings; the focus is somewhere afterwards. */
async function press(button: string, then: string, by = "Enter"): Promise<void> {
  await tabTo(button);
  await frame.waitForFunction(() => !document.activeElement?.matches('[aria-disabled="true"]'));
  await key(by);
  await frame.waitForSelector(then);
  expect([button, await held()]).not.toEqual([button, "nothing"]);
}

/** From the heading with the first Tab. */
async function toPanel(name: string): Promise<void> {
  await frame.focus("input[aria-label='Bahasa Indonesia']");
  if (name === "settings" || name === "help") {
    await tabTo(`#tab-${name}`);
    await key("Enter");
  } else {
    await tabTo("[role=tab]");
    for (let n = 0; n < 4 && (await held()) !== `tab-${name}`; n++) await key("ArrowRight");
  }
  await frame.waitForSelector(`#panel-${name} h2`);
  expect(await held()).toBe(`tab-${name}`);
}

async function opened(mode = "excel"): Promise<void> {
  bench = await open(`?mode=${mode}`);
  const handle = await bench.page.waitForSelector('[data-testid="pane"]');
  frame = (await handle.contentFrame()) as Frame;
  await frame.waitForSelector(".welcome");
  await frame.focus("input[aria-label='Bahasa Indonesia']");
}

const sheet = (id: string, rows: readonly (readonly (string | number)[])[]) =>
  inGrid(
    bench.page,
    ({ grid }, [name, lines]) => {
      grid.apply([{ do: "addSheet", id: name as string, name: name as string }]);
      grid.activate(name as string);
      grid.apply(
        (lines as (string | number)[][]).flatMap((line, row) =>
          line.map((content, column) => ({
            do: "content" as const,
            sheet: name as string,
            row,
            column,
            content,
          })),
        ),
      );
    },
    [id, rows] as const,
  );

test("the first card: left by Escape, asked for again, and to the example", async () => {
  await opened();
  await tabTo("Contoh Kendari");
  await key("Escape");
  await frame.waitForSelector(".welcome", { state: "detached" });
  expect(await held()).toBe("tab-functions");
  await toPanel("help");
  await press("Tampilkan kartu pembuka", ".welcome");
  expect(await held()).toBe("Contoh Kendari");
  await press("Contoh Kendari", "#panel-table .preview table");
  expect(await held()).toBe("tab-table");
  await toPanel("help");
  await press("Tampilkan kartu pembuka", ".welcome");
  await press("Pakai data saya", "#panel-table button.main");
  expect(await held()).toBe("Ambil dari pilihan");
});

test("Rumus: found, tried, an example taken and given back, inserted, taken back", async () => {
  await opened();
  await toPanel("functions");
  await tabTo("input[type=search]");
  await type("kapan tercapai");
  await key("Enter");
  await key("Enter");
  await frame.waitForSelector('#function-name:has-text("UCJ_YEARS")');
  expect(await held()).toBe("function-name");
  await key("Tab");
  await type("30%");
  await select(bench.page, { row: 40, column: 8, rows: 1, columns: 1 });
  await press("Sisipkan rumus", "#panel-functions .insert .notice.done");
  expect(await held()).toMatch(/^Sisipkan rumus/);
  // Escape leaves the question and not the function, also from the button that brought it.
  for (const [button, asks] of [
    ["Sisipkan rumus", "sudah berisi"],
    ["Batalkan", "sudah diisi lain"],
  ]) {
    if (button === "Batalkan") await fillCell(bench.page, 40, 8, "catatan");
    const question = `#panel-functions .insert .notice.warning:has-text("${asks}")`;
    await frame.focus("#function-name");
    await press(button as string, question);
    expect(await held()).toBe(button);
    await key("Escape");
    await frame.waitForSelector(question, { state: "detached" });
    expect(await held()).toBe(button);
  }
  await fillCell(bench.page, 40, 8, "");
  await press("Batalkan", "#panel-functions .insert .notice:has-text('dibatalkan')");
  expect(await held()).toMatch(/^Sisipkan rumus/);
  await tabTo(".examples button");
  await key("Enter");
  expect(await held()).toBe("function-name");
  await press("Kembalikan isian saya", "#try-UCJ_YEARS-coverage");
  expect(await frame.inputValue("#try-UCJ_YEARS-coverage")).toBe("30%");
  await key("Escape");
  await frame.waitForSelector("#panel-functions input[type=search]");
  expect(await held()).toBe("open-UCJ_YEARS");
  await key("Escape");
  await frame.waitForFunction(() => document.activeElement?.matches("input[type=search]"));
  await type("xyzzy");
  await press("Tampilkan semua", "#open-UCJ_COVERAGE");
  expect(await frame.evaluate(() => document.activeElement?.matches("input[type=search]"))).toBe(true);
});

test("Tabel: an example, an overwriting left by Escape, written, taken back; found, changed, written anew", async () => {
  await opened();
  const { page } = bench;
  const before = await everything(page);
  await toPanel("table");
  await press("Contoh Kendari", "#panel-table .preview table");
  await tabTo("input[name=place]");
  await select(page, { row: 0, column: 0, rows: 1, columns: 1 });
  await frame.focus("input[name=place]:checked");
  await key("ArrowDown");
  await press("Tulis tabel", "#panel-table .notice.warning:has-text('tertimpa')");
  await tabTo("Timpa");
  await key("Escape");
  await frame.waitForSelector("#panel-table .notice.warning:has-text('tertimpa')", { state: "detached" });
  expect(await held()).toBe("Tulis tabel");
  expect(await everything(page)).toBe(before);
  await key("Enter");
  await frame.waitForSelector("#panel-table .notice.warning:has-text('tertimpa')");
  await press("Lembar baru", "#panel-table .notice.done");
  expect(await held()).toBe("Tulis tabel");
  // A question that is left costs nobody the way back.
  await select(page, { row: 0, column: 0, rows: 1, columns: 1 });
  await key("Enter");
  await frame.waitForSelector("#panel-table .notice.warning:has-text('tertimpa')");
  await tabTo("Timpa");
  await key("Escape");
  await frame.waitForSelector("#panel-table .notice.done button:has-text('Batalkan')");
  await frame.focus("#panel-table .main.wide");
  // What someone typed there since is not lost unasked.
  await fillCell(page, 40, 0, "catatan rapat");
  const typed = await everything(page);
  const asks = "#panel-table .notice.warning:has-text('1 sel sudah diisi lain')";
  await press("Batalkan", asks);
  expect(await held()).toBe("Batalkan");
  await tabTo("Tetap batalkan");
  await key("Escape");
  await frame.waitForSelector(asks, { state: "detached" });
  expect(await held()).toBe("Batalkan");
  await key("Enter");
  await frame.waitForSelector(asks);
  await press("Jangan batalkan", "#panel-table .notice.done:has-text('ditulis di lembar')");
  await frame.waitForSelector(asks, { state: "detached" });
  expect(await held()).toBe("Batalkan");
  expect(await everything(page)).toBe(typed);
  await key("Enter");
  await frame.waitForSelector(asks);
  await press("Tetap batalkan", "#panel-table .notice:has-text('dibatalkan')");
  expect(await held()).toBe("Tulis tabel");
  expect(await everything(page)).toBe(before);

  await inGrid(page, (one) => one.loadSample("text"), null);
  await toPanel("table");
  await press("Ambil dari pilihan", "#panel-table .read");
  await frame.waitForFunction(() =>
    /Yang terbaca Kolom: .+ = A/.test(
      document.querySelector(".app [role=status], [role=status]")?.textContent ?? "",
    ),
  );
  await frame.focus("input[name=place]:checked");
  await key("ArrowUp");
  await press("Tulis tabel", "#panel-table .notice.done");
  await press("Cari tabel", ".found-tables li");
  expect(await held()).toBe("Cari tabel");
  await tabTo(".found-tables li button");
  await key("Enter");
  await frame.waitForSelector("#panel-table .notice.done:has-text('diperbarui')");
  expect(await held()).toMatch(/^Segarkan/);
  await key("Tab");
  expect(await held()).toMatch(/^Ubah/);
  await key("Enter");
  await frame.waitForSelector("#panel-table button:has-text('Perbarui tabel')");
  await toPanel("table");
  await press("Perbarui tabel", "#panel-table .notice.done:has-text('diperbarui')");
  await tabTo("Batalkan");
});

test("Periksa: checked, a change looked at and left, applied, marked, reported", async () => {
  await opened();
  await inGrid(bench.page, (one) => one.loadSample("singkawang"), null);
  await bench.page.waitForTimeout(150);
  await select(bench.page, { row: 5, column: 0, rows: 5, columns: 2 });
  await toPanel("check");
  await press("Periksa pilihan", "#panel-check .findings", "Space");
  expect(await held()).toBe("Periksa pilihan");
  await press("Terapkan: Ganti angka", "#panel-check .changes");
  expect(await held()).toBe("Ya, ubah");
  await key("Escape");
  await frame.waitForSelector("#panel-check .changes", { state: "detached" });
  expect(await held()).toMatch(/^Terapkan/);
  await press("Terapkan: Ganti angka", "#panel-check .changes");
  await press("Ya, ubah", "#panel-check .notice.done");
  expect((await value(bench.page, 8, 1)).value).toBe(56552);
  await toPanel("check");
  await press("Batalkan", "#panel-check .notice:has-text('seperti semula')");
  expect(await held()).toBe("Tandai sudah diperiksa: B9");
  await press("Tandai sudah diperiksa", "#panel-check .findings form");
  expect(await frame.evaluate(() => document.activeElement?.matches(".findings form input"))).toBe(true);
  await type("sudah ditanyakan");
  await key("Enter");
  await frame.waitForSelector("#panel-check .marked");
  expect(await held()).not.toBe("nothing");
  await press("Tulis laporan", "#panel-check .notice.done button:has-text('Buka')");
  expect(await held()).toBe("Tulis laporan");
  await toPanel("check");
  await press("Batalkan", "#panel-check .notice:has-text('seperti semula')");
  // The meaning of a figure, chosen from its list: it is off while it is tested anew, and the place is kept.
  await tabTo("Yang terbaca");
  await key("Enter");
  await key("Tab");
  await key("ArrowDown");
  await frame.waitForTimeout(300);
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
});

test("Bagikan: examined, repaired, taken back, made ready; Tentang, regions, named functions", async () => {
  await opened();
  await sheet("Kiriman", [
    ["Wilayah", "Angkatan kerja", "Peserta aktif", "Cakupan"],
    ["Kab. Konawe", 79388, 27636, "=_xldudf_UCJ_COVERAGE(B2,C2)"],
    ["Kab. Buton", 50000, 9000, "=UCJ.COVERAGE(B3,C3)"],
  ]);
  await toPanel("share");
  await press("Periksa berkas", "#panel-share .counts");
  await press("Perbaiki rumus", "#panel-share .notice.done:has-text('Diperbaiki')");
  expect(await held()).toBe("Periksa berkas");
  await press("Batalkan", "#panel-share .notice.done:has-text('seperti semula')");
  expect(await held()).toBe("Periksa berkas");
  await press("Periksa berkas", "#panel-share .counts");
  await press("Perbaiki rumus", "#panel-share .notice.done:has-text('Diperbaiki')");
  await press("Siapkan untuk dibagikan", "#share-share .notice.done");
  await press("Hidupkan lagi", "#share-share .notice.done:has-text('Hidup lagi')");
  expect(await held()).toBe("Hidupkan lagi");
  await press("Tentang berkas", "#share-about[open]");
  for (const [field, text] of [
    ["asOf", "8 Juni 2025"],
    ["source", "BPJS Ketenagakerjaan"],
    ["basis", "di luar ASN, TNI, Polri"],
  ]) {
    await tabTo(`#about-${field}`);
    await type(text as string);
  }
  // From the last field, without going to the button.
  await key("Enter");
  await frame.waitForSelector("#share-about .notice.done");
  expect(await held()).toBe("about-basis");
  await press("Gabungkan wilayah", "#share-gather[open]");
  await press("Baca semua lembar", "#share-gather fieldset");
  expect(await held()).toBe("Baca semua lembar");
  await tabTo("#gather-region");
  await type("Sulawesi Tenggara");
  await press("Tulis tabel gabungan", "#share-gather .notice.done");
  await press("Batalkan", "#share-gather .notice:has-text('dibatalkan')");
  expect(await held()).toBe("Tulis tabel gabungan");
  await press("Fungsi bernama", "#share-named[open]");
  await press("Salin", "#share-named .notice");
});

test("Pengaturan: a bad value is said, Enter saves, taken back; Bantuan sends to a section", async () => {
  await opened();
  await toPanel("settings");
  await tabTo("#setting-growth");
  await type("25");
  await key("Enter");
  await tabTo("Simpan ke berkas");
  // Off, with its reason, and still reached.
  const save = () =>
    frame.evaluate(() => {
      const { title, ariaDisabled } = document.activeElement as HTMLElement;
      return [ariaDisabled, title];
    });
  expect(await save()).toEqual(["true", "Perbaiki dulu isian yang bertanda ⚠."]);
  await key("Enter");
  expect(await frame.locator("#panel-settings .notice").count()).toBe(0);
  await frame.focus("#setting-growth");
  await key("End");
  await type("%");
  await key("Enter");
  await frame.waitForSelector("#panel-settings .notice.done");
  expect(await held()).toBe("setting-growth");
  expect((await value(bench.page, 5, 1)).value).toBe(0.25);
  await press("Batalkan", "#panel-settings .notice:has-text('seperti semula')");
  expect(await held()).not.toBe("nothing");
  await toPanel("help");
  await press("Analis: membuat tabel dan grafik", "#panel-help details[open]");
  await press("Uji fungsi UCJ", "#panel-help .notice.done");
  await frame.focus("#tab-help");
  await tabTo("#panel-help details[open] button");
  await key("Enter");
  expect(await frame.getAttribute("#tab-table", "aria-selected")).toBe("true");
  expect(await held()).toBe("tab-table");
  // The language by arrow key.
  await frame.focus("input[aria-label='Bahasa Indonesia']");
  await key("ArrowRight");
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe("en");
});

/** A panel with something in it, for the tests that walk through all of it. */
const FILLED: Readonly<Record<string, () => Promise<unknown>>> = {
  functions: () => frame.click("#open-UCJ_NEEDED"),
  table: async () => {
    await frame.click("#panel-table >> text=Contoh Kendari");
    await frame.waitForSelector("#panel-table .preview table");
  },
  check: async () => {
    await inGrid(bench.page, (one) => one.loadSample("singkawang"), null);
    await bench.page.waitForTimeout(150);
    await select(bench.page, { row: 5, column: 0, rows: 5, columns: 2 });
    await frame.click("#panel-check >> text=Periksa pilihan");
    await frame.waitForSelector("#panel-check .findings");
  },
  share: async () => {
    for (const id of ["about", "gather", "named"]) await frame.click(`#share-${id} summary`);
  },
  settings: async () => undefined,
  help: async () => {
    for (const summary of await frame.locator("#panel-help summary").all()) await summary.click();
  },
};

test.each(Object.keys(FILLED))(
  "%s: Tab goes as one reads, and the focus is seen in every theme",
  async (panel) => {
    bench = await open("?mode=excel", { viewport: { width: 1280, height: 1400 } });
    frame = await pane(bench.page, panel);
    await FILLED[panel]?.();
    await frame.focus("input[aria-label='Bahasa Indonesia']");
    // From here on the keyboard is what is used.
    await key("Tab");
    const found: string[] = [];
    for (const theme of THEMES) {
      await wear(bench, theme);
      const rings = await frame.evaluate(() => {
        const behind = (part: Element | null): string => {
          const color = part ? getComputedStyle(part).backgroundColor : "rgb(255, 255, 255)";
          return part && /, 0\)$/.test(color) ? behind(part.parentElement) : color;
        };
        const stops = [
          ...document.querySelectorAll<HTMLElement>("button, input, select, textarea, summary, [tabindex]"),
        ].filter((one) => one.checkVisibility());
        return stops.map((one) => {
          one.focus({ preventScroll: true });
          // The language is a radio under its letters: those wear the ring.
          const seen = one.closest(".languages") ? (one.nextElementSibling as HTMLElement) : one;
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(seen);
          return {
            html: one.outerHTML.slice(0, 120),
            has: document.activeElement === one && outlineStyle !== "none",
            width: Number.parseFloat(outlineWidth),
            color: outlineColor,
            behind: behind(seen.parentElement),
          };
        });
      });
      expect(rings.length).toBeGreaterThan(8);
      for (const { html, has, width, color, behind } of rings)
        if (!has || width < 2 || contrast(color, behind) < 3)
          found.push(`${theme}: ${width} px ${color} on ${behind}: ${html}`);
    }
    await wear(bench, "light");
    // Every stop in turn, from the first: in the order of the page, and none above the one before it.
    await frame.focus("input[aria-label='Bahasa Indonesia']");
    let last = { at: -1, bottom: 0 };
    for (let n = 0; n < 150; n++) {
      const now = await frame.evaluate(() => {
        const one = document.activeElement as HTMLElement;
        const { top, bottom } = one.getBoundingClientRect();
        const at = [...document.querySelectorAll("*")].indexOf(one);
        return { at, top: top + scrollY, bottom: bottom + scrollY, html: one.outerHTML.slice(0, 120) };
      });
      if (n > 0 && (now.at <= last.at || !(await frame.evaluate(() => document.hasFocus())))) break;
      if (now.bottom < last.bottom - 60 && n > 3) found.push(`goes up to ${now.html}`);
      last = now;
      await key("Tab");
    }
    const unreached = await frame.evaluate((at) => {
      const all = [...document.querySelectorAll<HTMLElement>("*")];
      return all
        .slice(at + 1)
        .filter(
          (one) =>
            one.matches("button, input, select, textarea, summary") &&
            one.getClientRects().length > 0 &&
            one.tabIndex >= 0,
        )
        .map((one) => one.outerHTML.slice(0, 120));
    }, last.at);
    expect([...found, ...unreached.map((html) => `not reached: ${html}`)]).toEqual([]);
  },
  60_000,
);

test("what is chosen and what is wrong is seen in forced colours, too", async () => {
  bench = await open("?mode=excel");
  frame = await pane(bench.page, "settings");
  await frame.fill("#setting-growth", "20");
  for (const theme of THEMES) {
    await wear(bench, theme);
    const look = (selector: string) =>
      frame.$eval(selector, (one) => {
        const { backgroundColor, borderTopWidth, borderBottomColor } = getComputedStyle(one);
        return { backgroundColor, borderTopWidth, borderBottomColor };
      });
    expect(await look("#setting-growth")).not.toEqual(await look("#setting-target"));
    await frame.click("#tab-table");
    const [on, off] = [await look("#tab-table"), await look("#tab-check")];
    const mark = theme === "forced" ? "backgroundColor" : "borderBottomColor";
    const paper = await frame.$eval("body", (one) => getComputedStyle(one).backgroundColor);
    expect(contrast(on[mark], paper)).toBeGreaterThanOrEqual(3);
    expect(on[mark]).not.toBe(off[mark]);
    await frame.click("#tab-settings");
  }
});

test("a screen reader is told once, in the language of the pane, what happened", async () => {
  bench = await open("?mode=excel");
  frame = await pane(bench.page, "table");
  await frame.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const region = document.querySelector("[role=status]") as Element;
    new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  type Hearing = { said: string[] };
  const said = () => frame.evaluate(() => (window as unknown as Hearing).said.splice(0));
  /** All that is said until this is; what follows on its heels belongs to it. */
  const heard = async (last: string): Promise<string[]> => {
    await frame.waitForFunction(
      (text) => (window as unknown as Hearing).said.some((one) => one.startsWith(text)),
      last,
    );
    await frame.waitForTimeout(500);
    return said();
  };
  await frame.click("#panel-table >> text=Contoh Kendari");
  await frame.waitForTimeout(500);
  await said();
  await frame.click("text=Tulis tabel");
  const told = (await heard("Selesai")).filter((text) => !/^Sedang bekerja|^Menunggu/.test(text));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^Selesai: Tabel “.*ditulis di lembar/);
  // Only what is new: that it was written is no answer to Batalkan.
  await fillCell(bench.page, 40, 0, "catatan");
  await frame.click("#panel-table .notice.done button:has-text('Batalkan')");
  const asked = await heard("Periksa: 1 sel");
  expect(asked.filter((text) => text.includes("ditulis di lembar"))).toEqual([]);
  await frame.click("text=Jangan batalkan");
  await fillCell(bench.page, 40, 0, "");
  await frame.check("input[aria-label='English']");
  await frame.click("#panel-table .notice.done button:has-text('Undo')");
  expect((await heard("Done")).at(-1)).toMatch(/^Done: The table was taken back/);
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe("en");

  // What a look brought: how much was read, found or listed.
  await frame.click("#panel-table >> text=Find tables");
  expect((await heard("The file holds no table")).length).toBeGreaterThan(0);
  await inGrid(bench.page, (one) => one.loadSample("singkawang"), null);
  await bench.page.waitForTimeout(150);
  await select(bench.page, { row: 5, column: 0, rows: 5, columns: 2 });
  await frame.click("#tab-check");
  await frame.click("#panel-check >> text=Check the selection");
  expect((await heard("Findings: ")).at(-1)).toMatch(/^Findings: [1-9]\d*$/);

  // A figure typed key by key: heard when it stands, not at every key.
  await frame.click("#tab-functions");
  await frame.click("#open-UCJ_NEEDED");
  await frame.fill("#try-UCJ_NEEDED-active", "49.397");
  await frame.fill("#try-UCJ_NEEDED-target", "42%");
  await frame.waitForTimeout(500);
  await said();
  await frame.focus("#try-UCJ_NEEDED-labor");
  await bench.page.keyboard.type("140.940", { delay: 20 });
  const results = await heard("Result 9,798");
  expect(results.length).toBeLessThanOrEqual(2);
  expect(results.at(-1)).toMatch(/^Result 9,798/);
});

test.each([
  ["table", "Tulis tabel"],
  ["share", "Siapkan untuk dibagikan"],
  ["share", "Salinan nilai"],
] as const)(
  "%s: %s at the lower edge has the focus, and is not beneath the bar that says what is waited for",
  async (panel, button) => {
    bench = await open("?mode=sheets&slow=1500");
    frame = await pane(bench.page, panel);
    await frame.waitForSelector(".waiting progress", { state: "detached" });
    await frame.focus(`#tab-${panel}`);
    if (panel === "table") await press("Contoh Kendari", ".preview table");
    await tabTo(button);
    await key("Shift+Tab");
    await frame.evaluate((text) => {
      const one = [...document.querySelectorAll("button")].find(
        (found) => found.textContent === text && found.getClientRects().length > 0,
      );
      scrollBy(0, (one?.getBoundingClientRect().bottom ?? 0) - innerHeight);
    }, button);
    await key("Tab");
    await key("Enter");
    await frame.waitForSelector(".waiting progress");
    const [focus, bar] = await frame.evaluate(() =>
      [document.activeElement, document.querySelector(".waiting")].map((one) => {
        const { top, bottom } = (one as Element).getBoundingClientRect();
        return { top, bottom };
      }),
    );
    expect(focus?.bottom).toBeLessThanOrEqual(bar?.top ?? 0);
  },
);

test("nothing in the pane moves by itself", async () => {
  bench = await open("?mode=excel", { reducedMotion: "reduce" });
  frame = await pane(bench.page, "table");
  await frame.click("#panel-table >> text=Contoh Kendari");
  await frame.click("text=Tulis tabel");
  await frame.waitForSelector("#panel-table .notice.done");
  expect(await frame.evaluate(() => document.getAnimations().length)).toBe(0);
  const moving = await frame.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((one) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
        return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
      }).length,
  );
  expect(moving).toBe(0);
});

test("what is typed outlives a panel switch, a language switch and an event of the spreadsheet", async () => {
  bench = await open("?mode=excel");
  const { page } = bench;
  frame = await pane(page, "functions");
  await frame.click("#open-UCJ_NEEDED");
  await frame.fill("#try-UCJ_NEEDED-labor", "140.940");
  await frame.click("#tab-settings");
  await frame.fill("#setting-source", "Dinas Tenaga Kerja");
  await inGrid(
    page,
    ({ grid }) => grid.select(grid.activeSheet().id, { row: 2, column: 2, rows: 1, columns: 1 }),
    null,
  );
  await fillCell(page, 30, 0, "1");
  await frame.check('input[aria-label="English"]');
  await frame.click("#tab-functions");
  expect(await frame.inputValue("#try-UCJ_NEEDED-labor")).toBe("140.940");
  await frame.click("#tab-settings");
  expect(await frame.inputValue("#setting-source")).toBe("Dinas Tenaga Kerja");
});
