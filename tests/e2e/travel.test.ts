// Workbooks that travel: files as Excel and Google Sheets store them, opened, repaired, detached, computed by LibreOffice, attached.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Frame } from "playwright-core";
import { LIBREOFFICE, recalculate } from "../libreoffice";
import { type Given, makeXlsx, readXlsx } from "../xlsx";
import { aroundTests, type Bench, inGrid, MODES, open, pane } from "./open";

aroundTests();
let bench: Bench;

type Line = readonly (Given | null)[];
const f = (formula: string, value: string | number): Given => ({ formula, value });
const dummy = (formula: string, value: string | number): Given =>
  f(
    `IFERROR(__xludf.DUMMYFUNCTION("${formula.replace(/"/g, '""')}"),${typeof value === "string" ? `"${value}"` : value})`,
    value,
  );

const FIGURES: readonly (readonly [string, number, number])[] = [
  ["Kendari", 140940, 49397],
  ["Konawe", 79388, 27636],
  ["Kolaka", 120000, 130000],
  ["Bombana", 61234, 12345],
  ["Wakatobi", 48000, 9000],
];
const share = (i: number): number => (FIGURES[i]?.[2] as number) / (FIGURES[i]?.[1] as number);
const missing = (i: number): number => (FIGURES[i]?.[1] as number) - (FIGURES[i]?.[2] as number);

/** Column D of each row, column E a text and a formula that only look like ours. */
const rows = (formulas: readonly Given[]): Line[] => [
  ["Wilayah", "Angkatan kerja", "Peserta aktif", "Hasil", "Lain"],
  ...FIGURES.map(
    ([name, labor, active], i): Line => [
      name,
      labor,
      active,
      formulas[i] ?? null,
      i === 0
        ? f('"_xldudf_UCJ_COVERAGE("&B2&")"', "_xldudf_UCJ_COVERAGE(140940)")
        : f(`B${i + 2}-C${i + 2}`, missing(i)),
    ],
  ),
];

/** Stored by Excel: with its mark, tied to another workbook's add-in, spelled small by another program. */
const BY_EXCEL = makeXlsx({
  Kiriman: rows([
    f("_xldudf_UCJ_COVERAGE(B2,C2)", share(0)),
    f("[2]!_xldudf_UCJ_COVERAGE(B3,C3)", share(1)),
    f("_xldudf_ucj_coverage(B4,C4)", share(2)),
    f(
      "IF(_xldudf_UCJ_UNCOVERED(B5,C5)&gt;0,ROUND(_xldudf_UCJ_COVERAGE(B5,C5),4),0)".replace("&gt;", ">"),
      0.2016,
    ),
    f("'C:\\Add-in\\UCJ.xlam'!_xldudf_UCJ_COVERAGE(B6,C6)", share(4)),
  ]),
  "Lembar 2": [[f("_xldudf_UCJ_TARGET(Kiriman!D2,1)", 0.42), f("_xldudf_UCJ_COVERAGE(0,5)", "#N/A")]],
});

/** Exported by Google Sheets: frozen, with the original text, and the cells a result had spilled into. */
const BY_SHEETS = makeXlsx({
  Kiriman: rows([
    dummy("UCJ_COVERAGE(B2,C2)", share(0)),
    dummy("UCJ_COVERAGE(B3,C3)", share(1)),
    dummy('IF(UCJ_COVERAGE(B4,C4)>1,"di atas 100 %","")', "di atas 100 %"),
    f("_xldudf_ucj_coverage(B5,C5)", share(3)),
    dummy("ROUND(UCJ_COVERAGE(B6,C6),4)", 0.1875),
  ]),
  Jalur: [
    [
      dummy("UCJ_PATH(Kiriman!D2,2025,2027)", "Tahun"),
      dummy('"COMPUTED_VALUE"', "Aturan 20%"),
      dummy('"COMPUTED_VALUE"', "Jalur tetap"),
    ],
    ...[2025, 2026, 2027].map(
      (year): Line => [
        dummy('"COMPUTED_VALUE"', year),
        dummy('"COMPUTED_VALUE"', 0.35),
        dummy('"COMPUTED_VALUE"', 0.35),
      ],
    ),
  ],
});

const at = (text: string) => `#panel-share button:has-text("${text}")`;
const done = (frame: Frame, text: RegExp) =>
  frame.waitForFunction(
    (pattern) =>
      new RegExp(pattern).test(document.querySelector("#panel-share .notice.done")?.textContent ?? ""),
    text.source,
  );

async function openFile(mode: string, file: Uint8Array): Promise<Frame> {
  bench = await open(`?mode=${mode}`);
  const { page } = bench;
  const path = join(mkdtempSync(join(tmpdir(), "ucj-travel-")), "kiriman.xlsx");
  writeFileSync(path, file);
  await page.setInputFiles('[data-testid="open-xlsx-file"]', path);
  await page.waitForFunction(() => {
    const { grid } = (window as unknown as { ucjWorkbench: { grid: { sheets(): { name: string }[] } } })
      .ucjWorkbench;
    return grid.sheets().some(({ name }) => name === "Kiriman");
  });
  return pane(page, "share");
}

async function saved(): Promise<Uint8Array> {
  const [download] = await Promise.all([
    bench.page.waitForEvent("download"),
    bench.page.click('[data-testid="save-xlsx"]'),
  ]);
  return readFileSync((await download.path()) as string);
}

/** Formula and value of every filled cell, by sheet and address. */
const cells = () =>
  inGrid(
    bench.page,
    ({ grid }) =>
      Object.fromEntries(
        grid.sheets().flatMap(({ id, name }) => {
          const used = grid.used(id);
          const found: [string, { formula: string; value: unknown }][] = [];
          for (let r = 0; r < (used ? used.row + used.rows : 0); r++)
            for (let c = 0; c < (used ? used.column + used.columns : 0); c++) {
              const { formula, value } = grid.cell(id, r, c);
              if (formula || value !== "")
                found.push([`${name}!${"ABCDEFGHIJ"[c]}${r + 1}`, { formula, value }]);
            }
          return found;
        }),
      ),
    null,
  );

const formulasIn = (all: Awaited<ReturnType<typeof cells>>) =>
  Object.fromEntries(
    Object.entries(all).flatMap(([where, { formula }]) => (formula ? [[where, formula]] : [])),
  );

const found = (frame: Frame): Promise<string[]> =>
  frame.$$eval("#panel-share .places button[aria-label]", (buttons) =>
    buttons.map((button) => (button.getAttribute("aria-label") ?? "").replace("Buka ", "")),
  );

const FILES = {
  excel: {
    file: BY_EXCEL,
    live: {
      "Kiriman!D2": "=UCJ_COVERAGE(B2,C2)",
      "Kiriman!D3": "=UCJ_COVERAGE(B3,C3)",
      "Kiriman!D4": "=UCJ_COVERAGE(B4,C4)",
      "Kiriman!D5": "=IF(UCJ_UNCOVERED(B5,C5)>0,ROUND(UCJ_COVERAGE(B5,C5),4),0)",
      "Kiriman!D6": "=UCJ_COVERAGE(B6,C6)",
      "Lembar 2!A1": "=UCJ_TARGET(Kiriman!D2,1)",
    },
    values: {
      "Kiriman!D2": share(0),
      "Kiriman!D3": share(1),
      "Kiriman!D4": share(2),
      "Kiriman!D5": 0.2016,
      "Kiriman!D6": share(4),
      "Lembar 2!A1": share(0) * 1.2,
    },
  },
  sheets: {
    file: BY_SHEETS,
    live: {
      "Kiriman!D2": "=UCJ_COVERAGE(B2,C2)",
      "Kiriman!D3": "=UCJ_COVERAGE(B3,C3)",
      "Kiriman!D4": '=IF(UCJ_COVERAGE(B4,C4)>1,"di atas 100 %","")',
      "Kiriman!D5": "=UCJ_COVERAGE(B5,C5)",
      "Kiriman!D6": "=ROUND(UCJ_COVERAGE(B6,C6),4)",
      "Jalur!A1": "=UCJ_PATH(Kiriman!D2,2025,2027)",
    },
    values: {
      "Kiriman!D2": share(0),
      "Kiriman!D4": "di atas 100 %",
      "Kiriman!D5": share(3),
      "Kiriman!D6": 0.1875,
      "Jalur!A2": 2025,
      "Jalur!B3": share(0) * 1.2,
      "Jalur!B4": share(0) * 1.2 * 1.2,
      "Jalur!A4": 2027,
    },
  },
} as const;

describe.each(MODES)("opened in %s mode", (mode) => {
  test.each(["excel", "sheets"] as const)(
    "a file of %s: all is found, lives, computes without the add-in, and comes back mark for mark",
    async (from) => {
      const { file, live, values } = FILES[from];
      const frame = await openFile(mode, file);
      const opened = await cells();

      await frame.click(at("Periksa berkas"));
      await frame.waitForSelector("#panel-share .counts");
      // Excel with the add-in knows its own mark again on opening; nothing else lives by itself.
      const asleep = Object.keys(live).filter((where) => opened[where]?.formula !== live[where as never]);
      expect((await found(frame)).filter((where) => where in live).sort()).toEqual(asleep.sort());
      expect(asleep.length).toBeGreaterThan(2);

      await frame.click(at("Perbaiki rumus"));
      await done(frame, /Diperbaiki/);
      await bench.page.waitForTimeout(300);
      const repaired = await cells();
      for (const [where, formula] of Object.entries(live))
        expect([where, repaired[where]?.formula]).toEqual([where, formula]);
      for (const [where, value] of Object.entries(values)) {
        const now = repaired[where]?.value;
        if (typeof value === "number") expect([where, now]).toEqual([where, expect.closeTo(value, 12)]);
        else expect([where, now]).toEqual([where, value]);
      }
      // What only looks like ours is as it was.
      for (const row of [2, 3, 4, 5, 6])
        expect(repaired[`Kiriman!E${row}`]).toEqual(opened[`Kiriman!E${row}`]);

      await frame.click('#panel-share label:has-text("Siapa saja")');
      await frame.click(at("Siapkan untuk dibagikan"));
      await done(frame, /Siap dibagikan/);
      const left = await found(frame);
      if (LIBREOFFICE) {
        const book = await recalculate(await saved());
        for (const sheet of book.sheets.filter((name) => name !== "UCJ_Catatan"))
          for (const [address, cell] of book.cells.get(sheet) ?? []) {
            const where = `${sheet}!${address}`;
            const before = repaired[where]?.value;
            // A refusal stays an error; in Sheets no plain formula can tell it from others, so it is left and named.
            if (typeof before === "object") {
              expect([where, cell.value]).toEqual([where, mode === "excel" ? "#N/A" : "#NAME?"]);
              if (mode === "sheets") expect(left).toContain(where);
            } else expect([where, cell.error]).toEqual([where, false]);
            if (typeof before === "number")
              expect([where, Math.abs(Number(cell.value) - before) <= 1e-9]).toEqual([where, true]);
          }
        expect(book.value("Kiriman", "D2")).toBeCloseTo(share(0), 9);
      }
      await frame.click(at("Hidupkan lagi"));
      await done(frame, /Hidup lagi/);
      await bench.page.waitForTimeout(300);
      expect(formulasIn(await cells())).toEqual(formulasIn(repaired));
    },
    180_000,
  );

  test("“Salinan nilai”: the saved file has no trace of the add-in", async () => {
    const frame = await openFile(mode, BY_SHEETS);
    await frame.click(at("Periksa berkas"));
    await frame.click(at("Perbaiki rumus"));
    await done(frame, /Diperbaiki/);
    await frame.click(at("Siapkan untuk dibagikan"));
    await done(frame, /Siap dibagikan/);
    await frame.click(at("Hidupkan lagi"));
    await done(frame, /Hidup lagi/);
    const before = await cells();
    await frame.click(at("Salinan nilai"));
    await done(frame, /Menjadi nilai/);
    const file = await saved();
    const parts = Object.entries(unzipSync(file));
    // The text that only looks like a call is the planner's own.
    const all = parts.map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`).join("\n");
    const own = all
      .replace(/(&quot;|")_xldudf_UCJ_COVERAGE\(.*?<\/v>/g, "")
      .replace(/_xldudf_UCJ_COVERAGE\(140940\)/g, "");
    expect(own.match(/UCJ[A-Z]*[_.][A-Za-z]+|xldudf|xludf|COMPUTED_VALUE/g)).toBeNull();
    expect(all).not.toMatch(/webextension|taskpane|customFunction/i);
    expect(all).not.toMatch(/state="(hidden|veryHidden)"/);
    const book = readXlsx(file);
    expect(book.sheets).toEqual(["Kiriman", "Jalur"]);
    expect(book.value("Kiriman", "D2")).toBeCloseTo(share(0), 12);
    expect(book.value("Jalur", "B3")).toBeCloseTo(share(0) * 1.2, 12);
    expect(Object.keys(before).length).toBeGreaterThan(20);
  }, 120_000);
});
