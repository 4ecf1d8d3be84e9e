// What a planner does while the spreadsheet answers, or between a question and the answer to it.
import { afterEach, expect, test } from "@jest/globals";
import type { Call } from "../../sidebar/parts/careful";
import { type Desk, type FileId, openAt, openDesk, type PanelId } from "./crawl";
import {
  act,
  click,
  closeWindow,
  openPanel,
  openWindow,
  press,
  root,
  settle,
  texts,
  type,
  typedIn,
  window,
} from "./pane";

afterEach(closeWindow);

async function desk(file: FileId, panel: PanelId, path: readonly string[] = []): Promise<Desk> {
  const one = await openDesk(file);
  await openAt(one, panel, path);
  return one;
}

/** From now on that call waits until it is let go. */
function hold(one: Desk, held: Call): () => Promise<void> {
  const go: (() => void)[] = [];
  const real = one.book.host();
  one.instead = (call) =>
    call !== held
      ? undefined
      : async (...given) => {
          await new Promise<void>((resolve) => go.push(resolve));
          return (real[call] as (...given: never[]) => Promise<unknown>)(...given);
        };
  return async () => {
    one.instead = undefined;
    for (const next of go) next();
    await settle();
  };
}

async function choose(selector: string, value: string, nth = 0): Promise<void> {
  const select = root.querySelectorAll<HTMLSelectElement>(selector)[nth];
  if (!select) throw new Error(selector);
  select.value = value;
  act(() => void select.dispatchEvent(new window.Event("change", { bubbles: true })));
  await settle();
}

const TABLE = "#panel-table";

test("Tabel: another kind chosen while figures are read: they are read for that kind", async () => {
  const columns = () =>
    [...root.querySelectorAll<HTMLSelectElement>(`${TABLE} .mapping select`)].map(({ value }) => value);
  const one = await desk("new", "table");
  one.book.put("Data", [["Tahun", "Angkatan kerja", "Peserta aktif", "Target"]]);
  const go = hold(one, "readSelection");
  await click("Ambil dari pilihan");
  await choose("#table-kind", "scenario");
  await go();
  expect(columns()).toEqual(["year", "labor", "active", "target"]);
});

test("Tabel: another kind chosen while a table is written: it is said, and can be taken back", async () => {
  const one = await desk("new", "table");
  await choose("#table-kind", "summary");
  await click("Ambil dari pilihan");
  const before = one.book.held();
  const go = hold(one, "write");
  await click("Tulis tabel");
  await choose("#table-kind", "scenario");
  await go();
  expect(texts(`${TABLE} .preview`)).toBe("");
  expect(texts(`${TABLE} .notice.done`)).toMatch(/^✓Selesai: Tabel “.+ditulis di lembar/);
  expect(one.book.held()).not.toBe(before);
  await click("Batalkan");
  expect(one.book.held()).toBe(before);
});

test("Tabel: written while another panel is in view: said, and brought into view on the way back", async () => {
  const one = await desk("new", "table", ["Contoh Kendari"]);
  const shown: string[] = [];
  window.Element.prototype.scrollIntoView = function (this: Element) {
    shown.push(this.textContent ?? "");
  };
  const go = hold(one, "write");
  await click("Tulis tabel");
  await press("#tab-check");
  await go();
  shown.length = 0;
  await press("#tab-help");
  expect(shown).toEqual([]);
  await press("#tab-table");
  expect(shown.at(-1)).toMatch(/Tabel “.+ditulis di lembar/);
  shown.length = 0;
  await press("#tab-check");
  await press("#tab-table");
  expect(shown).toEqual([]);
});

test("Tabel: no longer waited for, and written all the same: what was said before is not true any more", async () => {
  const one = await desk("new", "table", ["Contoh Kendari"]);
  const before = one.book.held();
  const go = hold(one, "write");
  await click("Tulis tabel");
  await settle(350);
  await press(".waiting button");
  expect(texts(`${TABLE} .notice.problem`)).toMatch(/Perubahan mungkin masih masuk.*Coba lagi$/);
  await go();
  expect(texts(`${TABLE} .notice.problem`)).toBe("");
  expect(texts(".notice.warning")).toMatch(/ternyata tetap menyelesaikan/);
  await click("Batalkan");
  expect(texts(".notice.done")).toMatch(/Sudah dibatalkan; lembar kembali seperti semula/);
  expect(one.book.held()).toBe(before);
  await click("Tutup");
  expect(texts(".notice.done")).toBe("");
});

test("Tabel: another cell selected before “Timpa”: what stands there is asked about, not overwritten", async () => {
  const one = await desk("new", "table");
  await choose("#table-kind", "summary");
  await click("Ambil dari pilihan");
  await press(`${TABLE} input[value=here]`);
  const before = one.book.held();
  await click("Tulis tabel");
  expect(texts(`${TABLE} .notice.warning`)).toMatch(/, A1:.* berisi akan tertimpa/);
  one.book.selected.column = 1;
  await click("Timpa");
  expect(texts(`${TABLE} .notice.warning`)).toMatch(/, B1:.* berisi akan tertimpa/);
  expect(one.book.held()).toBe(before);
  await click("Timpa");
  expect(texts(`${TABLE} .notice.done`)).toMatch(/ditulis di lembar “Data”, B1:/);
});

test("Tabel: what is being changed is said where its form begins, until it is left alone", async () => {
  await desk("tabled", "table", ["Cari tabel", "Ubah"]);
  const note = `${TABLE} .notice.note`;
  expect(texts(note)).toMatch(/Tabel “.+” di lembar “Ringkasan”, A1:.+ sedang diubah/);
  await click("Jangan perbarui; tulis sebagai tabel lain");
  expect(texts(note)).toBe("");
});

test("Periksa: what was done from a finding is said in it, the report beside its button", async () => {
  const one = await desk("region", "check", ["Periksa pilihan"]);
  const before = one.book.held();
  const card = "#panel-check .cards > li:first-child";
  await press(`${card} > div > .buttons button`);
  await click("Ya, ubah");
  expect(texts(`${card} .messages`)).toMatch(/Sel .+ sudah diubah/);
  expect(texts("#panel-check .notice.done")).toBe(texts(`${card} .notice.done`));
  await click("Batalkan");
  expect(one.book.held()).toBe(before);
  await click("Tulis laporan");
  expect(texts("#panel-check .findings > .messages")).toMatch(/Laporan .+ ditulis di lembar/);
  expect(texts(`${card} .messages`)).toBe("");
});

test("Periksa: a finding that went away leaves what was done from it at the top", async () => {
  const one = await desk("region", "check", ["Periksa pilihan"]);
  const before = one.book.held();
  await press("#panel-check .cards > li:first-child > div > .buttons button");
  await click("Ya, ubah");
  for (const nth of root.querySelectorAll("#panel-check select").keys())
    await choose("#panel-check select", "", nth);
  expect(texts("#panel-check .cards > li")).toBe("");
  expect(texts("#panel-check .notice.done")).toMatch(/Sel .+ sudah diubah/);
  await click("Batalkan");
  expect(one.book.held()).toBe(before);
});

test("Pengaturan: never read, they are read before they are saved, and stand in the file once", async () => {
  const one = await openDesk("used");
  const NAME = /"Kenaikan per tahun"/g;
  const before = one.book.held().match(NAME);
  const go = hold(one, "readSheet");
  openWindow();
  await openPanel(one.host, "settings");
  await settle(350);
  await press(".waiting button");
  expect(texts(".notice.problem")).toMatch(/Pengaturan di berkas ini tidak ditunggu lagi/);
  await go();
  type("#setting-target", "45%");
  let shown = "";
  window.Element.prototype.scrollIntoView = function (this: Element) {
    shown = this.textContent ?? "";
  };
  await click("Simpan ke berkas");
  expect(shown).toMatch(/1 pengaturan disimpan/);
  expect(texts("#panel-settings .notice.done")).toMatch(/1 pengaturan disimpan/);
  expect(one.book.held().match(NAME)).toEqual(before);
  expect(["#setting-target", "#setting-growth"].map(typedIn)).toEqual(["45%", "20%"]);
});

const ASKED =
  /1 sel sudah diisi lain atau berubah sejak itu, .+ Bila dibatalkan, isinya yang sekarang hilang\.Tetap batalkanJangan batalkan/;

type Typed = readonly [sheet: string, row: number, column: number];

test.each<[string, FileId, PanelId, readonly string[], Typed]>([
  [
    "a note beneath a new table",
    "new",
    "table",
    ["Contoh Kendari", "Tulis tabel"],
    ["Segmen Kota Kendari", 40, 1],
  ],
  ["a figure in a refreshed table", "tabled", "table", ["Cari tabel", "Segarkan"], ["Ringkasan", 8, 2]],
  ["a figure in a table that grew", "used", "table", ["Cari tabel", "Segarkan"], ["Ringkasan", 8, 2]],
  ["a note beneath a report", "region", "check", ["Periksa pilihan", "Tulis laporan"], ["Temuan", 40, 0]],
  ["a repaired formula", "new", "share", ["Periksa berkas", "Perbaiki rumus"], ["Angka", 1, 0]],
  ["a row of the record", "new", "share", ["Siapkan untuk dibagikan"], ["UCJ_Catatan", 40, 0]],
  ["a note on sheet Tentang", "new", "share", ["Tentang berkas", "Tulis lembar Tentang"], ["Tentang", 40, 0]],
  ["a setting", "used", "settings", ["Simpan ke berkas"], ["UCJ_Pengaturan", 2, 1]],
  ["a note beneath new settings", "new", "settings", ["Simpan ke berkas"], ["UCJ_Pengaturan", 40, 0]],
  ["another formula in the cell", "used", "functions", ["fungsi", "Sisipkan rumus"], ["Data", 20, 0]],
])("%s, typed since: Batalkan asks before it is lost", async (_, file, panel, path, [sheet, row, column]) => {
  const one = await openDesk(file);
  const before = one.book.held();
  await openAt(one, panel, path);
  const [done, warning] = [`#panel-${panel} .notice.done`, `#panel-${panel} .notice.warning`];
  const said = texts(done);
  expect(said).toMatch(/Batalkan/);
  expect([...one.book.sheets.keys()]).toContain(sheet);
  one.book.put(sheet, [["ketikan baru"]], row, column);
  const typed = one.book.held();
  await click("Batalkan");
  expect(texts(warning)).toMatch(ASKED);
  expect(texts(done)).toBe(said);
  expect(one.book.held()).toBe(typed);
  await click("Jangan batalkan");
  expect(texts(warning)).not.toMatch(/sejak itu/);
  expect(texts(done)).toBe(said);
  expect(document.activeElement?.textContent).toBe("Batalkan");
  await click("Batalkan");
  await click("Tetap batalkan");
  expect(texts(warning)).not.toMatch(/sejak itu/);
  expect(one.book.held()).toBe(before);
});

test("Batalkan: what is typed between its question and the answer is asked about again", async () => {
  const one = await desk("new", "table", ["Contoh Kendari", "Tulis tabel"]);
  for (const count of [1, 2]) {
    one.book.put("Segmen Kota Kendari", [["catatan"]], 40 + count, 0);
    await click(count === 1 ? "Batalkan" : "Tetap batalkan");
    expect(texts(`${TABLE} .notice.warning`)).toMatch(new RegExp(`${count} sel sudah diisi lain`));
  }
  expect(one.book.sheets.has("Segmen Kota Kendari")).toBe(true);
  await click("Tetap batalkan");
  expect(one.book.sheets.has("Segmen Kota Kendari")).toBe(false);
});

test("Batalkan: a sheet that cannot be read again can be taken back all the same", async () => {
  const one = await desk("new", "table", ["Contoh Kendari", "Tulis tabel"]);
  one.instead = (call) =>
    call === "readBook"
      ? async () => {
          throw new Error("too large");
        }
      : undefined;
  await click("Batalkan");
  expect(texts(`${TABLE} .notice.problem`)).toMatch(/sebab yang tidak dikenal.*Coba lagi/);
  expect(texts(`${TABLE} .notice.warning`)).toMatch(
    /belum diketahui apakah ada yang mengisi selnya sejak itu/,
  );
  expect(one.book.sheets.has("Segmen Kota Kendari")).toBe(true);
  await click("Tetap batalkan");
  expect(texts(`${TABLE} .notice`)).toMatch(/Tabel sudah dibatalkan/);
  expect(one.book.sheets.has("Segmen Kota Kendari")).toBe(false);
});

test.each(["Batalkan", "Coba lagi"])(
  "%s after a step that failed halfway asks, too, before what was typed since is lost",
  async (label) => {
    const one = await openDesk("new");
    const broken = ["=[1]!_xldudf_UCJ_COVERAGE(1;1)", { error: "#NAME?" }] as const;
    one.book.put(
      "Angka",
      Array.from({ length: 12_000 }, () => [broken]),
    );
    const before = one.book.held();
    await openAt(one, "share", ["Periksa berkas"]);
    // The first piece is written; no other is, nor what takes it back.
    let writes = 0;
    one.instead = (call) =>
      call === "writeRuns" && ++writes > 1
        ? async () => {
            throw new Error("busy");
          }
        : undefined;
    await click("Perbaiki rumus");
    one.instead = undefined;
    const [problem, warning] = ["#panel-share .notice.problem", "#panel-share .notice.warning"];
    const said = texts(problem);
    expect(said).toMatch(/Sebagian sel belum kembali.+Coba lagiBatalkan/);
    one.book.put("Angka", [["ketikan baru"]], 8);
    const typed = one.book.held();
    await click(label);
    expect(texts(warning)).toMatch(ASKED);
    expect(texts(problem)).toBe(said);
    expect(one.book.held()).toBe(typed);
    await click("Jangan batalkan");
    expect(texts(warning)).not.toMatch(/sejak itu/);
    expect(texts(problem)).toBe(said);
    await click(label);
    await click("Tetap batalkan");
    expect(texts("#share-check .notice.done")).toContain("Isi berkas sudah kembali seperti semula.");
    expect(one.book.held()).toBe(before);
  },
);

test("Pengaturan: rows that moved since they were read, and what was saved elsewhere, are written in their place", async () => {
  const one = await desk("used", "settings");
  const cells = () => one.book.sheets.get("UCJ_Pengaturan");
  one.book.put("UCJ_Pengaturan", [
    ["Milik Bappeda", ""],
    ["Pengaturan", "Isi"],
    ["Target", 0.4206],
    ["Kenaikan per tahun", 0.2],
  ]);
  type("#setting-target", "45%");
  type("#setting-growth", "25%");
  await click("Simpan ke berkas");
  expect(["1:1", "2:1", "3:1"].map((key) => cells()?.get(key)?.[0])).toEqual(["Isi", 0.45, 0.25]);
  await click("Batalkan");
  expect(cells()?.get("2:1")?.[0]).toBe(0.4206);
});

test("Periksa: a corrected cell typed over since is asked about, in the finding", async () => {
  const one = await desk("region", "check", ["Periksa pilihan"]);
  const before = one.book.held();
  await press("#panel-check .cards > li:first-child > div > .buttons button");
  await click("Ya, ubah");
  const changed = [...(one.book.sheets.get("Singkawang") ?? [])].map(([key, [content]]) => [key, content]);
  const was = new Map(JSON.parse(before)[0][0][1]);
  const [key = ""] = changed.find(([key, content]) => was.get(key as string) !== content) as [string];
  const [row = 0, column = 0] = key.split(":").map(Number);
  one.book.put("Singkawang", [[12345]], row, column);
  await click("Batalkan");
  expect(texts("#panel-check .cards > li:first-child .notice.warning")).toMatch(ASKED);
  await click("Tetap batalkan");
  expect(one.book.held()).toBe(before);
});

test("Pengaturan: typed while it is saved: what was typed stays, in view", async () => {
  const one = await desk("used", "settings");
  let shown = 0;
  window.Element.prototype.scrollIntoView = () => void shown++;
  type("#setting-target", "45%");
  const go = hold(one, "writeCells");
  await click("Simpan ke berkas");
  type("#setting-basis", "Sakernas");
  await go();
  expect(texts("#panel-settings .notice.done")).toMatch(/3 pengaturan disimpan/);
  expect(["#setting-target", "#setting-basis"].map(typedIn)).toEqual(["45%", "Sakernas"]);
  expect(shown).toBe(0);
});
