// Panel Bagikan, the further sections in a real browser, both modes: sheet Tentang, regions put together, named functions.
import type { Frame } from "playwright-core";
import { aroundTests, type Bench, everything, inGrid, MODES, open, PICTURES, pane } from "./open";

aroundTests();
let bench: Bench;

const SENT = {
  Konawe: [
    ["Kabupaten/kota", "Angkatan kerja", "Peserta aktif"],
    ["Kab. Konawe", 79388, 27636],
    ["KENDARI, KOTA", 140940, 49397],
  ],
  Buton: [
    ["Per tanggal", "31 Mei 2025"],
    ["Wilayah", "Angkatan kerja", "Peserta aktif"],
    ["Buton", 50000, 9000],
    ["KABUPATEN KONAWE", 1, 1],
  ],
};

async function opened(mode: string, options = {}): Promise<Frame> {
  bench = await open(`?mode=${mode}`, options);
  await inGrid(
    bench.page,
    ({ grid }, sheets) => {
      for (const [name, rows] of Object.entries(sheets)) {
        grid.apply([{ do: "addSheet", id: name, name }]);
        grid.apply(
          rows.flatMap((line, row) =>
            line.map((content, column) => ({ do: "content" as const, sheet: name, row, column, content })),
          ),
        );
      }
    },
    SENT as Record<string, (string | number)[][]>,
  );
  return pane(bench.page, "share");
}

/** What a sheet shows, row by row. */
const shown = (name: string) =>
  inGrid(
    bench.page,
    ({ grid }, wanted) => {
      const sheet = grid.sheets().find((one) => one.name === wanted);
      if (!sheet) return null;
      const used = grid.used(sheet.id);
      return Array.from({ length: used ? used.row + used.rows : 0 }, (_, r) =>
        Array.from({ length: 5 }, (_, c) => grid.cell(sheet.id, r, c).value),
      );
    },
    name,
  );

describe.each(MODES)("%s", (mode) => {
  test("sheet Tentang: what is missing is asked for, an impossible date refused, then written and taken back", async () => {
    const frame = await opened(mode);
    const before = await everything(bench.page);
    await frame.click("#share-about summary");
    await frame.click("text=Tulis lembar Tentang");
    await frame.waitForSelector("#share-about .notice.problem");
    expect(await frame.textContent("#share-about .notice")).toMatch(/Isi dulu: .*Sumber, Dasar/);
    await frame.fill("#about-region", "Sulawesi Tenggara");
    await frame.fill("#about-asOf", "31 Juni 2025");
    await frame.fill("#about-source", "=BPJS Ketenagakerjaan");
    await frame.fill("#about-basis", "di luar ASN, TNI, Polri");
    await frame.click("text=Tulis lembar Tentang");
    await frame.waitForSelector("#share-about .notice.problem:has-text('tidak ada di kalender')");
    expect(await everything(bench.page)).toBe(before);
    await frame.fill("#about-asOf", "8 Juni 2025");
    await frame.click("text=Tulis lembar Tentang");
    await frame.waitForSelector("#share-about .notice.done");
    await bench.picture(`${mode}-tentang`);
    const rows = await shown("Tentang");
    expect(rows?.slice(0, 5).map((line) => line.slice(0, 2))).toEqual([
      ["Tentang berkas ini", ""],
      ["Wilayah", "Sulawesi Tenggara"],
      ["Data per tanggal", "8 Juni 2025"],
      ["Sumber", "=BPJS Ketenagakerjaan"],
      ["Dasar", "di luar ASN, TNI, Polri"],
    ]);
    await frame.click("#share-about >> text=Batalkan");
    await frame.waitForSelector("#share-about .notice:has-text('kembali seperti semula')");
    expect(await everything(bench.page)).toBe(before);
  });

  test("regions put together: names with variants, sums, ratio of sums, what did not match; one step back", async () => {
    const frame = await opened(mode);
    const before = await everything(bench.page);
    await frame.click("#share-gather summary");
    await frame.click("text=Baca semua lembar");
    await frame.waitForSelector("#share-gather fieldset");
    expect(await frame.textContent("#share-gather fieldset")).toMatch(
      /Konawe.*2 wilayah.*Buton.*2 wilayah · 31 Mei 2025/,
    );
    // The sample the workbench begins with is no office's sheet.
    for (const box of await frame.$$("#share-gather fieldset label"))
      if (!/^(Konawe|Buton)/.test((await box.textContent()) ?? "")) await box.click();
    await frame.fill("#gather-region", "Sulawesi Tenggara");
    await frame.fill("#gather-known", "Kab. Buton\nKab. Konawe\nKota Kendari\nKab. Muna");
    await frame.click("text=Tulis tabel gabungan");
    await frame.waitForSelector("#share-gather .notice.done");
    const said = (await frame.textContent("#share-gather")) ?? "";
    expect(said).toContain("3 wilayah dari 2 lembar dijumlahkan");
    expect(said).toContain("KABUPATEN KONAWE (Buton) sudah dihitung dari Konawe");
    expect(said).toContain("Belum ada data: Kab. Muna");
    expect(said).toContain("Tanggal data: Konawe ?; Buton 31 Mei 2025");
    await bench.page.waitForTimeout(300);
    await bench.picture(`${mode}-gabungkan`);
    const rows = await shown(
      "Gabungan wilayah Sulawesi Tenggara".slice(0, mode === "excel" ? 31 : 99).trim(),
    );
    expect(rows?.find(([label]) => label === "Jumlah")).toEqual([
      "Jumlah",
      270328,
      86033,
      184295,
      86033 / 270328,
    ]);
    await frame.click("#share-gather >> text=Batalkan");
    await frame.waitForSelector("#share-gather .notice:has-text('dibatalkan')");
    expect(await everything(bench.page)).toBe(before);
  });

  test("named functions: the text for this host, in its own marks, to copy", async () => {
    const frame = await opened(mode);
    await frame.click("#share-named summary");
    await frame.waitForFunction(() =>
      (document.querySelector<HTMLTextAreaElement>("#named-text")?.value ?? "").includes(";"),
    );
    const text = await frame.inputValue("#named-text");
    expect(text).toMatch(
      mode === "excel"
        ? /^UCJL_COVERAGE\n=LAMBDA\(p_labor; ?p_active;/
        : /^UCJL_COVERAGE\n.*\np_labor; p_active\n=IF/,
    );
    await frame.selectOption("#named-which", "UCJL_NEEDED");
    expect(await frame.inputValue("#named-text")).toContain("UCJL_NEEDED");
    await frame.click("#share-named button");
    await frame.waitForSelector("#share-named .notice:has-text('Teks disalin')");
    await bench.picture(`${mode}-named`);
  });
});

test.each(["light", "dark", "forced"] as const)("300 px, %s: looked at", async (theme) => {
  const frame = await opened("excel", {
    colorScheme: theme === "dark" ? "dark" : "light",
    forcedColors: theme === "forced" ? "active" : "none",
    viewport: { width: 1100, height: 2600 },
  });
  await bench.page.selectOption('[data-testid="pane-width"]', "300");
  await frame.click("#share-about summary");
  await frame.click("#share-gather summary");
  await frame.click("text=Baca semua lembar");
  await frame.waitForSelector("#share-gather fieldset");
  await frame.click("#share-named summary");
  const [inner, scroll] = await frame.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  expect(scroll).toBeLessThanOrEqual(inner as number);
  await bench.page
    .locator('[data-testid="pane"]')
    .screenshot({ path: `${PICTURES}/gather-300-${theme}.png` });
});
