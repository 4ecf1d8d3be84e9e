// Every panel in every state, at every width, in every theme and both languages: axe finds nothing, nothing is cut off,
// targets are 44 px. The keyboard is tested in keyboard.test.ts.
import type { Frame } from "playwright-core";
import { TABLES } from "../../core/tables/all";
import { type Looking, looking, misfits, shoot, widen } from "./looks";
import { aroundTests, type Bench, fillCell, inGrid, open, pane, select } from "./open";

aroundTests();
let bench: Bench;

const VIEW = { viewport: { width: 1280, height: 2200 } };

const sample = async (name: string): Promise<void> => {
  await inGrid(bench.page, (one, id) => one.loadSample(id), name);
  await bench.page.waitForTimeout(150);
};
/** Figures of the sample, below the lines on its source. */
const figures = (rows: number, columns: number) => select(bench.page, { row: 5, column: 0, rows, columns });
const nowhere = () => select(bench.page, { row: 60, column: 8, rows: 4, columns: 4 });

/** Puts a text into a box at once. */
const fill = (frame: Frame, selector: string, text: string) => frame.fill(selector, text);

type States = (frame: Frame, look: Looking) => Promise<void>;

const PANELS: Readonly<Record<string, States>> = {
  functions: async (frame, look) => {
    const panel = "#panel-functions";
    const button = (text: string) => frame.click(`${panel} button:has-text("${text}")`);
    await look.at("daftar");
    await fill(frame, `${panel} input[type=search]`, "xyzzy");
    await look.at("tidak ketemu", panel);
    await button("Tampilkan semua");

    await frame.click("#open-UCJ_NEEDED");
    await look.at("kosong", panel);
    await fill(frame, "#try-UCJ_NEEDED-labor", "140,940");
    await fill(frame, "#try-UCJ_NEEDED-active", "49.397");
    await fill(frame, "#try-UCJ_NEEDED-target", "42%");
    await nowhere();
    await frame.click(`${panel} [aria-label="Ambil dari pilihan: Angkatan kerja"]`);
    await frame.waitForSelector(`${panel} .argument .notice.problem`);
    await look.at("ditolak", `${panel} .try`);
    await fill(frame, "#try-UCJ_NEEDED-labor", "140.940");
    await select(bench.page, { row: 0, column: 0, rows: 1, columns: 1 });
    await button("Sisipkan rumus");
    await frame.waitForSelector(`${panel} .insert .notice.warning`);
    await look.at("hasil dan timpa", `${panel} .function`);
    await button("Timpa");
    await frame.waitForSelector(`${panel} .insert .notice.done`);
    await frame.click(`${panel} .examples button >> nth=0`);
    await frame.waitForSelector(`${panel} .own`);
    await look.at("disisipkan, contoh menggantikan isian", `${panel} .function`);
    await frame.click(`${panel} .insert button:has-text("Batalkan")`);
    await frame.waitForSelector(`${panel} .insert .notice:has-text("dibatalkan")`);
    await look.at("dibatalkan", `${panel} .insert`);

    await button("Semua fungsi");
    await frame.click("#open-UCJ_ROLLUP");
    await frame.click(`${panel} .examples button >> nth=0`);
    await frame.waitForSelector(`${panel} .answer table`);
    await look.at("tabel hasil", `${panel} .try`);
    await button("Semua fungsi");
    await frame.click("#open-UCJ_COVERAGE");
    await select(bench.page, { row: 5, column: 1, rows: 3, columns: 1 });
    for (const label of ["Angkatan kerja", "Peserta aktif"]) {
      await frame.click(`${panel} [aria-label="Ambil dari pilihan: ${label}"]`);
      await frame.waitForSelector(`${panel} .argument:has(label:has-text("${label}")) .messages .hint`);
    }
    await look.at("sel dari lembar", `${panel} .function`);
  },

  table: async (frame, look) => {
    const panel = "#panel-table";
    const button = (text: string) => frame.click(`${panel} button:has-text("${text}")`);
    await look.at("kosong");
    await nowhere();
    await button("Ambil dari pilihan");
    await frame.waitForSelector(`${panel} .notice.problem`);
    await button("Cari tabel");
    await frame.waitForSelector(`${panel} .found-tables .hint`);
    await look.at("ditolak, belum ada tabel", panel);
    for (const { id } of TABLES) {
      await frame.selectOption("select[name=kind]", id);
      await button("Contoh");
      await frame.waitForSelector(`${panel} .preview table`);
      await look.at(`contoh ${id}`, panel);
    }
    await frame.selectOption("select[name=kind]", "summary");
    await frame.check("input[name=table-from][value=text]");
    await fill(
      frame,
      `${panel} textarea`,
      "Daerah\tOrang\tPeserta aktif\nKota A\t1.000\t400\nKota B\t3.000\t600",
    );
    await button("Baca teks");
    await frame.waitForSelector(`${panel} .mapping[open]`);
    await look.at("kolom belum dikenali", panel);
    await frame.selectOption("#column-1", "labor");
    await frame.waitForSelector(`${panel} .preview`);
    await look.at("kolom ditunjuk", panel);

    await frame.fill("#option-growth", "banyak");
    await frame.waitForSelector(`${panel} .notice.problem`);
    await look.at("pilihan salah", panel);
    await frame.selectOption("select[name=kind]", "segment");
    await button("Contoh Kendari");
    await select(bench.page, { row: 0, column: 0, rows: 1, columns: 1 });
    await frame.check(`${panel} input[value="here"]`);
    await button("Tulis tabel");
    await frame.waitForSelector(`${panel} .notice.warning:has-text("Timpa")`);
    await look.at("akan tertimpa", `${panel} .messages`);
    await button("Lembar baru");
    await frame.waitForSelector(`${panel} .notice.done`);
    await button("Cari tabel");
    await frame.waitForSelector(`${panel} .found-tables li`);
    await look.at("ditulis dan ditemukan", panel);
    await button("Segarkan");
    await frame.waitForSelector(`${panel} .notice.problem:has-text("Tekan Ubah")`);
    await look.at("tanpa sumber", panel);
    await frame.click(`${panel} .found-tables button:has-text("Ubah")`);
    await frame.waitForSelector(`${panel} .notice.note:has-text("lalu tekan Ambil")`);
    await look.at("sumber diminta", panel);
    await button("Contoh Kendari");
    await frame.check(`${panel} input[value="newSheet"]`);
    await button("Tulis tabel");
    await frame.waitForSelector(`${panel} .notice.done`);
    await fillCell(bench.page, 40, 0, "catatan rapat");
    await button("Batalkan");
    await frame.waitForSelector(`${panel} .notice.warning:has-text("sejak itu")`);
    await look.at("diubah sejak ditulis", `${panel} .messages`);
    await button("Tetap batalkan");
    await frame.waitForSelector(`${panel} .notice.done:has-text("dibatalkan")`);
    const second = `${panel} .found-tables li >> nth=1`;
    await frame.waitForSelector(second, { state: "detached" });
    await look.at("dibatalkan", `${panel} .messages`);

    await sample("text");
    await frame.check("input[name=table-from][value=selection]");
    await button("Ambil dari pilihan");
    await frame.waitForSelector(`${panel} .read`);
    await frame.click(`${panel} .mapping summary`);
    await look.at("terbaca dari lembar", panel);
    await button("Tulis tabel");
    await frame.click(`${second} >> button:has-text("Ubah")`);
    await frame.waitForSelector(`${panel} button:has-text("Perbarui tabel")`);
    await look.at("diubah", panel);
    await button("Perbarui tabel");
    await frame.waitForSelector(`${panel} .notice.done:has-text("diperbarui")`);
    await look.at("diperbarui", panel);
  },

  check: async (frame, look) => {
    const panel = "#panel-check";
    const button = (text: string) => frame.click(`${panel} button:has-text("${text}")`);
    const check = async () => {
      await frame.click(`${panel} button.main`);
      await frame.waitForSelector(`${panel} .findings`);
    };
    await look.at("kosong");
    await nowhere();
    await frame.click(`${panel} button.main`);
    await frame.waitForSelector(`${panel} .notice.problem`);
    await look.at("ditolak", panel);

    await sample("singkawang");
    await figures(5, 2);
    await check();
    await button("Tandai sudah diperiksa");
    await button("Terapkan: Ganti angka");
    await frame.waitForSelector(`${panel} .changes`);
    await frame.click(`${panel} .read-list summary`);
    await look.at("temuan, perubahan, dan alasan", panel);
    await button("Ya, ubah");
    await frame.waitForSelector(`${panel} .notice.done`);
    await frame.fill(`${panel} .cards input[type=text]`, "sudah ditanyakan ke BPJS");
    await look.at("sel diubah", panel);
    await button("Simpan tanda");
    await frame.waitForSelector(`${panel} .marked`);
    await button("Tulis laporan");
    await frame.waitForSelector(`${panel} .notice.done button:has-text("Buka")`);
    await look.at("ditandai, laporan ditulis", panel);
    await sample("konawe");
    await figures(5, 2);
    await frame.click(`${panel} button.main`);
    await frame.waitForSelector(`${panel} .findings .notice.done`);
    await look.at("cocok", panel);

    await frame.check(`${panel} input[value="text"]`);
    await fill(
      frame,
      `${panel} textarea`,
      "Angkatan kerja 140.940 orang, peserta aktif 49.397 orang, 1.599 pegawai.",
    );
    await check();
    await look.at("teks, ada yang ditanya", panel);
    const rows = Array.from(
      { length: 40 },
      (_, i) => `Desa ${i}\t${1500 + i}\t${i % 9 === 0 ? 1600 + i : 400}\t${i}`,
    );
    await fill(
      frame,
      `${panel} textarea`,
      ["Desa\tAngkatan kerja\tPeserta aktif\tBelum terlindungi", ...rows].join("\n"),
    );
    await frame.click(`${panel} button.main`);
    await frame.waitForSelector(`${panel} button:has-text("Tampilkan lagi")`);
    for (const name of ["Kolom yang terbaca", "Ambang"])
      await frame.click(`${panel} summary:has-text("${name}")`);
    await look.at("tabel dan ambang", panel);
    await fill(
      frame,
      `${panel} textarea`,
      "Angkatan kerja\t-5\nPeserta aktif\t9.000.000.000.000\nLabour force\t140.940",
    );
    await check();
    await look.at("terlalu sedikit", panel);
  },

  share: async (frame, look) => {
    const panel = "#panel-share";
    const button = (text: string) => frame.click(`${panel} button:has-text("${text}")`);
    await look.at("kosong");
    await inGrid(
      bench.page,
      ({ grid }, rows) => {
        grid.apply([{ do: "addSheet", id: "kiriman", name: "Kiriman Kabupaten Konawe" }]);
        grid.activate("kiriman");
        grid.apply(
          rows.flatMap((line, row) =>
            line.map((content, column) => ({
              do: "content" as const,
              sheet: "kiriman",
              row,
              column,
              content,
            })),
          ),
        );
      },
      [
        ["Wilayah", "Angkatan kerja", "Peserta aktif", "Cakupan"],
        ["Kab. Konawe", 79388, 27636, "=_xldudf_UCJ_COVERAGE(B2,C2)"],
        ["Kota Kendari", 140940, 49397, '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(B3,C3)"),1)'],
        ["Kab. Buton", 50000, 9000, "=UCJ.COVERAGE(B4,C4)"],
        ["Catatan", "'12.500", "", "=UCJ_TIDAK_ADA(B2)"],
      ] as (string | number)[][],
    );
    await button("Periksa berkas");
    await frame.waitForSelector(`${panel} .counts`);
    await look.at("temuan", panel);
    await button("Perbaiki rumus");
    await frame.waitForSelector(`${panel} .notice.done:has-text("Diperbaiki")`);
    await look.at("diperbaiki", panel);
    await button("Batalkan");
    await frame.waitForSelector(`${panel} .notice.done:has-text("kembali seperti semula")`);
    await button("Siapkan untuk dibagikan");
    await frame.waitForSelector(`${panel} #share-share .notice`);
    await look.at("disiapkan", panel);
    await button("Salinan nilai");
    await frame.waitForSelector(`${panel} #share-values .notice`);
    await look.at("menjadi nilai", panel);

    for (const id of ["about", "gather", "named"]) await frame.click(`#share-${id} summary`);
    await frame.waitForFunction(() => document.querySelector<HTMLTextAreaElement>("#named-text")?.value);
    await button("Tulis lembar Tentang");
    await frame.waitForSelector("#share-about .notice.problem");
    await button("Baca semua lembar");
    await frame.waitForSelector("#share-gather fieldset");
    await look.at("Tentang ditolak, wilayah terbaca, fungsi Excel", panel);
    await fill(frame, "#about-asOf", "8 Juni 2025");
    await fill(frame, "#about-source", "BPJS Ketenagakerjaan");
    await fill(frame, "#about-basis", "di luar ASN, TNI, Polri");
    await button("Tulis lembar Tentang");
    await frame.waitForSelector("#share-about .notice.done");
    await fill(frame, "#gather-region", "Sulawesi Tenggara");
    await fill(frame, "#gather-known", "Kab. Buton\nKab. Konawe\nKab. Muna");
    await button("Tulis tabel gabungan");
    await frame.waitForSelector("#share-gather .notice.done");
    await frame.check("#share-named input[value=sheets]");
    await frame.click("#share-named button");
    await frame.waitForSelector("#share-named .notice");
    await look.at("Tentang ditulis, wilayah digabungkan, fungsi Sheets", panel);
  },

  settings: async (frame, look) => {
    const panel = "#panel-settings";
    const button = (text: string) => frame.click(`${panel} button:has-text("${text}")`);
    await look.at("kosong");
    await frame.fill("#setting-growth", "20");
    await frame.fill("#setting-target", "banyak");
    await frame.waitForSelector('#setting-growth[aria-invalid="true"]');
    await look.at("isian salah", panel);
    await frame.fill("#setting-growth", "25%");
    await frame.fill("#setting-target", "");
    await button("Simpan ke berkas");
    await frame.waitForSelector(`${panel} .notice.done`);
    await look.at("disimpan", panel);
    await frame.click("#tab-functions");
    await frame.click("#open-UCJ_TARGET");
    await frame.waitForSelector("text=Sebagian isian diambil dari lembar UCJ_Pengaturan");
    await look.at("isian dari pengaturan", "#panel-functions");
    await frame.click("#tab-settings");
    await inGrid(
      bench.page,
      ({ grid }) => {
        const { id } = grid.sheets().find(({ name }) => name === "UCJ_Pengaturan") as { id: string };
        grid.apply([{ do: "content", sheet: id, row: 5, column: 1, content: "20" }]);
      },
      null,
    );
    await button("Baca dari lembar");
    await frame.waitForSelector(`${panel} .notice.warning`);
    await look.at("lembarnya salah", panel);
    await frame.click("#tab-share");
    await frame.waitForSelector(".app > .messages .notice.warning");
    await look.at("peringatan di bagian lain", ".app > .messages");
  },

  help: async (frame, look) => {
    await look.at("tertutup");
    for (const summary of await frame.locator("#panel-help summary").all()) await summary.click();
    await frame.click("text=Uji fungsi UCJ");
    await frame.waitForSelector("#panel-help .notice");
    await look.at("terbuka, diuji", "#panel-help");
    await frame.click("text=Tampilkan kartu pembuka");
    await frame.waitForSelector(".welcome");
    await look.at("kartu pembuka");
  },
};

test.each(Object.keys(PANELS))(
  "panel %s: every state at 300, 320 and 350 px, in light, dark and forced colours, in both languages",
  async (panel) => {
    bench = await open("?mode=excel", VIEW);
    const frame = await pane(bench.page, panel);
    const look = looking(bench, frame, `pane-${panel}`);
    await PANELS[panel]?.(frame, look);
    expect(look.found).toEqual([]);
  },
  480_000,
);

test("every panel at 500 px, and at 200 % in a pane of 350 px", async () => {
  bench = await open("?mode=excel", VIEW);
  const frame = await pane(bench.page, "share");
  await frame.click("#share-about summary");
  await frame.click("#share-gather summary");
  await frame.click("#share-named summary");
  await pane(bench.page, "table");
  await frame.click("#panel-table >> text=Contoh Kendari");
  await pane(bench.page, "functions");
  await frame.click("#open-UCJ_NEEDED");
  const found: string[] = [];
  for (const width of [500, 175]) {
    await widen(bench, width);
    for (const panel of Object.keys(PANELS)) {
      if (!(await frame.isVisible(`#panel-${panel}`))) await pane(bench.page, panel);
      found.push(...(await misfits(frame)).map((one) => `${width} ${panel}: ${one}`));
      await shoot(bench, `pane-${panel}-${width}`);
    }
    await frame.click("#tab-functions");
  }
  expect(found).toEqual([]);
}, 60_000);

/** The add-in's page as it opens, nothing clicked. */
async function fresh(): Promise<Frame> {
  const handle = await bench.page.waitForSelector('[data-testid="pane"]');
  const frame = await handle.contentFrame();
  if (!frame) throw new Error("no frame");
  await frame.waitForSelector(".app");
  return frame;
}

/** Google answers nothing until it is told to refuse. */
const deafen = (frame: Frame): Promise<void> =>
  frame.evaluate(() => {
    const { script } = (window as unknown as { google: { script: { run: unknown } } }).google;
    const asked: ((error: Error) => void)[] = [];
    Object.assign(window, {
      refuse: () => {
        for (const then of asked) then(new Error("PERMISSION_DENIED"));
      },
    });
    const run: unknown = new Proxy(
      {},
      {
        get: (_, key) =>
          key === "withFailureHandler"
            ? (then: (error: Error) => void) => {
                asked.push(then);
                return run;
              }
            : () => run,
      },
    );
    script.run = run;
  });

test("the first card, waiting soon and long, and two Google accounts", async () => {
  bench = await open("?mode=sheets", VIEW);
  const frame = await fresh();
  await frame.waitForSelector(".welcome");
  const look = looking(bench, frame, "pane");
  await look.at("kartu pembuka");
  await frame.click("#tab-check");
  await frame.waitForSelector("#panel-check button.main");
  await deafen(frame);
  await frame.click("#panel-check >> text=Periksa pilihan");
  await frame.waitForSelector(".waiting >> text=Menunggu Google Sheets");
  // A bar that only moves is not for those who asked for less motion.
  expect(await frame.isVisible(".waiting progress")).toBe(false);
  await look.at("menunggu", ".app");
  await frame.waitForSelector(".waiting >> text=Google Sheets belum menjawab");
  await look.at("lama menunggu", ".waiting");
  await frame.evaluate(() => (window as unknown as { refuse: () => void }).refuse());
  await frame.waitForSelector("#panel-check .notice.problem >> text=beberapa akun Google");
  expect(await frame.locator(".waiting > *").count()).toBe(0);
  await look.at("dua akun", ".app");
  expect(look.found).toEqual([]);
}, 120_000);

test("a section that is loading, and one that does not load", async () => {
  bench = await open("?mode=excel", VIEW, (page) => page.route("**/panels.js", () => undefined));
  const frame = await fresh();
  await frame.click("#tab-share");
  await frame.waitForSelector("#panel-share >> text=Memuat bagian ini");
  const look = looking(bench, frame, "pane");
  await look.at("memuat", ".app");
  await frame.waitForSelector("#panel-share .notice.problem");
  await look.at("tidak termuat", ".app");
  expect(look.found).toEqual([]);
}, 120_000);

test.each([
  [
    "an Excel without custom functions",
    "CustomFunctionsRuntime",
    "None",
    ".notice.warning >> text=belum mengenal fungsi UCJ",
  ],
  [
    "a page outside a spreadsheet",
    ".host===null?null:",
    ".host!==null?null:",
    ".notice.note >> text=belum terhubung",
  ],
])(
  "%s",
  async (name, from, to, said) => {
    bench = await open("?mode=excel", VIEW, (page) =>
      page.route("**/taskpane.js", async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        expect(text).toContain(from);
        await route.fulfill({ response, body: text.replace(from, to) });
      }),
    );
    const frame = await fresh();
    await frame.waitForSelector(said);
    const look = looking(bench, frame, "pane");
    await look.at(name);
    for (const panel of ["table", "settings"]) {
      await pane(bench.page, panel);
      await look.at(`${name} ${panel}`, ".app");
    }
    expect(look.found).toEqual([]);
  },
  120_000,
);
