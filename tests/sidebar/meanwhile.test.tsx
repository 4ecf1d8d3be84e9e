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
