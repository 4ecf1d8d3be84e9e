// Presses every button of every panel as a person would, and notes what each asks of the spreadsheet.
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor, tableKind } from "../../core/tables/all";
import { paint } from "../../core/tables/paint";
import type { Host } from "../../sidebar/host";
import type { Call } from "../../sidebar/parts/careful";
import { SINGKAWANG } from "../../workbench/samples/singkawang";
import { act, asked, closeWindow, openPanel, openWindow, root, settle, window } from "./pane";
import { Workbook } from "./workbook";

const REGIONS = [
  ["Daerah", "Angkatan kerja", "Peserta aktif", "Cakupan"],
  ["Kendari", 140940, 49397, 0.35],
  ["Konawe", 79388, 27636, 0.9],
];
const PASTED = REGIONS.map((line) => line.join("\t")).join("\n");

/** The files the panels are tried on. */
export const FILES = {
  async new() {
    const book = new Workbook();
    book.put("Data", REGIONS);
    book.put("Angka", [[["=UCJ_COVERAGE(140940;49397)", 0.35]]]);
    book.put("Angka", [[["=[1]!_xldudf_UCJ_COVERAGE(140940;49397)", { error: "#NAME?" }]]], 1);
    book.selected = { sheet: "Data", row: 0, column: 0, rows: 3, columns: 4 };
    return book;
  },
  /** One region's figures, one of them under a wrong label. */
  async region() {
    const book = new Workbook();
    book.put("Singkawang", SINGKAWANG.rows);
    book.selected = { sheet: "Singkawang", row: 6, column: 0, rows: 4, columns: 2 };
    return book;
  },
  /** A table of the pane's own, and another figure in its source since. */
  async tabled() {
    const book = await FILES.new();
    const host = book.host();
    const kind = tableKind("summary");
    const read = readFor(kind, await host.readSelection());
    if (isRefusal(read)) throw new Error(read.refusal.en);
    const table = makeTable(kind, read.source, { region: "Sultra" }, "id");
    if (isRefusal(table)) throw new Error(table.refusal.en);
    const spot = { sheet: "Ringkasan", isNew: true, row: 0, column: 0, chartBelow: true };
    await host.write(paint(table, "values", spot), true);
    book.put("Data", [[50000]], 1, 2);
    return book;
  },
  /** Moreover settings, a record, and a row more in the source; a blank cell is selected. */
  async used() {
    const book = await FILES.tabled();
    book.put("Data", [["Bombana", 100000, 41000, 0.41]], 3);
    book.put("UCJ_Pengaturan", [
      ["Pengaturan", "Isi"],
      ["Target", 0.4206],
      ["Kenaikan per tahun", 0.2],
    ]);
    book.put("UCJ_Catatan", [
      ["Lembar", "Sel", "Rumus asal", "Ditulis", "Tanggal"],
      ["Angka", "A5", "=UCJ_COVERAGE(5;4)", 0.8, "2026-01-01"],
    ]);
    book.put("Angka", [[0.8]], 4);
    book.selected = { sheet: "Data", row: 20, column: 0, rows: 1, columns: 1 };
    return book;
  },
} as const;
export type FileId = keyof typeof FILES;

export const PANELS = {
  functions: ["new", "used"],
  table: ["new", "tabled", "used"],
  check: ["new", "region"],
  share: ["new", "used"],
  settings: ["new", "used"],
  help: ["new"],
} as const satisfies Record<string, readonly FileId[]>;
export type PanelId = keyof typeof PANELS;

type Answer = (...given: never[]) => Promise<unknown>;

/** A spreadsheet whose every call is noted, and may be answered otherwise. */
export interface Desk {
  readonly book: Workbook;
  readonly host: Host;
  /** In their order. */
  readonly asked: Call[];
  /** Answers in the place of the spreadsheet, knowing how many calls came before. */
  instead: ((call: Call, before: number) => Answer | undefined) | undefined;
}

export async function openDesk(file: FileId): Promise<Desk> {
  const book = await FILES[file]();
  const real = book.host();
  const desk: Desk = { book, host: {} as Host, asked: [], instead: undefined };
  for (const [key, own] of Object.entries(real)) {
    const answer = (...given: never[]): Promise<unknown> => {
      const other = desk.instead?.(key as Call, desk.asked.length);
      desk.asked.push(key as Call);
      asked.waiting++;
      const end = (): void => void asked.waiting--;
      try {
        const answered = (other ?? (own as Answer))(...given);
        answered.then(end, end);
        return answered;
      } catch (error) {
        end();
        throw error;
      }
    };
    Object.assign(desk.host, { [key]: typeof own === "function" ? answer : own });
  }
  return desk;
}

/** What can be pressed: its own words, without what is in brackets or after a colon. */
const labelOf = (one: Element): string =>
  one.id.startsWith("open-UCJ_")
    ? "fungsi"
    : (one.textContent?.trim() || one.getAttribute("aria-label") || "").replace(/\s*[:(].*$/s, "");

const inView = (panel: PanelId): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`#panel-${panel} :is(button, input[type=radio], summary)`)].filter(
    (one) =>
      !one.closest("[hidden]") &&
      !one.matches(":disabled, [aria-disabled]") &&
      (one.tagName === "SUMMARY" || !one.closest("details:not([open])")),
  );

const wordsOf = (one: HTMLElement): string =>
  labelOf(one.matches("input") ? (one.parentElement as Element) : one);

/** A button beneath a message means what the message is about; "!" marks it. */
const nameOf = (one: HTMLElement): string =>
  (one.closest(".messages .notice .buttons") ? "!" : "") + wordsOf(one);

const pressable = (panel: PanelId): string[] => [
  ...new Set(
    inView(panel)
      .filter((one) => !(one as HTMLInputElement).checked)
      .map(nameOf),
  ),
];

function find(panel: PanelId, name: string): HTMLElement {
  const found = inView(panel).find((one) => nameOf(one) === name);
  if (!found) throw new Error(`no ${name} in ${root.querySelector(`#panel-${panel}`)?.textContent}`);
  return found;
}

function write(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  input.value = text;
  act(() => void input.dispatchEvent(new window.Event("input", { bubbles: true })));
}

/** What a person types before pressing: every field has something. */
function fill(panel: PanelId): void {
  const within = `#panel-${panel}`;
  for (const box of root.querySelectorAll<HTMLTextAreaElement>(`${within} .fields[hidden] textarea`))
    write(box, PASTED);
  for (const input of root.querySelectorAll<HTMLInputElement>(`${within} .findings form input`))
    if (input.value === "") write(input, "angka resmi");
  for (const [selector, text] of [
    ["#try-UCJ_COVERAGE-labor", "140.940"],
    ["#try-UCJ_COVERAGE-active", "49.397"],
    ["#setting-growth", "25%"],
    ["#setting-source", "BPS"],
    ["#about-asOf", "8 Juni 2025"],
    ["#about-source", "BPS"],
    ["#about-basis", "Sakernas"],
    ["#gather-region", "Sulawesi Tenggara"],
  ]) {
    const input = root.querySelector<HTMLInputElement>(`${within} ${selector}`);
    if (input && input.value !== text) write(input, text as string);
  }
}

/** Presses without waiting for what comes of it. */
export function hit(panel: PanelId, label: string, times = 1): void {
  const one = find(panel, label);
  act(() => {
    for (let n = 0; n < times; n++) one.click();
  });
}

export async function go(panel: PanelId, path: readonly string[]): Promise<void> {
  fill(panel);
  for (const label of path) {
    hit(panel, label);
    await settle();
    fill(panel);
  }
}

export async function openAt(desk: Desk, panel: PanelId, path: readonly string[]): Promise<void> {
  openWindow();
  await openPanel(desk.host, panel);
  await go(panel, path);
}

/** A button and what it asks of the spreadsheet, and how to come to it. */
export interface Deed {
  readonly file: FileId;
  readonly panel: PanelId;
  readonly path: readonly string[];
  readonly label: string;
  readonly asks: readonly Call[];
  /** What the file holds afterwards, when nothing failed. */
  readonly leaves: string;
}

/** Every button is pressed once; beneath a message, once after each button that can have led to it. */
async function crawled(panel: PanelId, file: FileId): Promise<readonly Deed[]> {
  const deeds: Deed[] = [];
  const pressed = new Set<string>();
  const keyOf = (after: string, label: string): string => (label.startsWith("!") ? after : "") + label;
  const isNew = (after: string, label: string): boolean => !pressed.has(keyOf(after, label));

  async function press(path: readonly string[], label: string, after: string) {
    const desk = await openDesk(file);
    await openAt(desk, panel, path);
    const before = desk.asked.length;
    if (label !== "") {
      hit(panel, label);
      await settle();
    }
    const asks = desk.asked.slice(before);
    if (label !== "" && asks.length > 0)
      deeds.push({ file, panel, path, label, asks, leaves: desk.book.held() });
    fill(panel);
    const stays = root.querySelector(`#tab-${panel}`)?.matches("[aria-selected=true], [aria-pressed=true]");
    const labels = stays ? pressable(panel) : [];
    closeWindow();
    const leads = asks.length > 0 && !label.startsWith("!");
    return { path: label === "" ? path : [...path, label], after: leads ? label : after, labels };
  }

  const views = [await press([], "", "")];
  for (let view = views.shift(); view; view = views.shift())
    for (const label of view.labels)
      if (isNew(view.after, label)) {
        pressed.add(keyOf(view.after, label));
        const next = await press(view.path, label, view.after);
        if (next.labels.some((one) => isNew(next.after, one))) views.push(next);
      }
  return deeds;
}

/** Every button of a panel that asks something, each way of asking once. */
export async function crawl(panel: PanelId): Promise<readonly Deed[]> {
  const deeds = new Map<string, Deed>();
  for (const file of PANELS[panel])
    for (const deed of await crawled(panel, file)) {
      const key = `${deed.label}: ${deed.asks}`;
      if (!deeds.has(key)) deeds.set(key, deed);
    }
  return [...deeds.values()];
}

/** By panel and button, what the spreadsheet is asked for: a button that is not here has no test of its faults. */
export const ASKS: Readonly<Record<PanelId, Readonly<Record<string, readonly Call[]>>>> = {
  functions: {
    "!Batalkan": ["readBook", "writeCells"],
    "!Buka": ["goTo"],
    "!Coba lagi": ["survey"],
    "!Timpa": ["survey", "writeCells"],
    "Ambil dari pilihan": ["readSelection"],
    "Sisipkan rumus": ["survey", "writeCells"],
    fungsi: ["marks"],
  },
  table: {
    "!Batalkan": ["readBook", "redraw", "undo", "writeRuns"],
    "!Buka": ["open"],
    "Ambil dari pilihan": ["readSelection"],
    "Ambil seluruh lembar": ["readSheet"],
    Buka: ["goTo"],
    "Cari tabel": ["readBook"],
    "Perbarui tabel": ["drawn", "marks", "readBook", "redraw", "write", "writeRuns"],
    Segarkan: ["drawn", "marks", "readBook", "readSheet", "redraw", "write", "writeRuns"],
    "Tulis tabel": ["survey", "write"],
    Ubah: ["readSheet"],
  },
  check: {
    "!Batalkan": ["readBook", "undo", "writeCells"],
    "!Buka": ["open"],
    "!Periksa lagi": ["readSelection", "readSheet"],
    "Buka sel": ["goTo"],
    "Periksa lembar": ["readSheet"],
    "Periksa pilihan": ["readSelection", "readSheet"],
    "Periksa teks": ["readSheet"],
    "Simpan tanda": ["appendRows"],
    "Tulis laporan": ["survey", "write"],
    "Ya, ubah": ["writeCells"],
  },
  share: {
    "!Batalkan": ["readBook", "readSheet", "undo", "writeRuns"],
    "!Buka": ["open"],
    "Baca semua lembar": ["readBook"],
    Buka: ["goTo"],
    "Fungsi bernama": ["marks"],
    "Hidupkan lagi": ["marks", "readBook", "writeRuns"],
    "Perbaiki rumus": ["marks", "readBook", "writeRuns"],
    "Periksa berkas": ["marks", "readBook"],
    "Salinan nilai": ["marks", "readBook", "writeRuns"],
    "Siapkan untuk dibagikan": ["appendRows", "marks", "readBook", "writeRuns"],
    "Tulis lembar Tentang": ["marks", "readBook", "readSheet", "survey", "write"],
    "Tulis tabel gabungan": ["readSheet", "survey", "write"],
  },
  settings: {
    "!Batalkan": ["readBook", "readSheet", "undo", "writeCells"],
    "!Buka": ["goTo"],
    "Baca dari lembar": ["readSheet"],
    "Simpan ke berkas": ["readSheet", "survey", "write", "writeCells"],
  },
  help: {
    "Uji fungsi UCJ": ["calculate"],
  },
};

/**
 * By panel and button, how many answers a planner waits for, one after the other, with what the pane looks up afterwards: in
 * Google Sheets each takes a second or two.
 */
export const WAITS: Readonly<Record<PanelId, Readonly<Record<string, number>>>> = {
  functions: {
    "!Batalkan": 2,
    "!Buka": 1,
    "!Coba lagi": 1,
    "!Timpa": 2,
    "Ambil dari pilihan": 1,
    "Sisipkan rumus": 2,
    fungsi: 1,
  },
  table: {
    "!Batalkan": 4,
    "!Buka": 1,
    "Ambil dari pilihan": 1,
    "Ambil seluruh lembar": 1,
    Buka: 1,
    "Cari tabel": 1,
    "Perbarui tabel": 4,
    Segarkan: 4,
    "Tulis tabel": 2,
    Ubah: 1,
  },
  check: {
    "!Batalkan": 2,
    "!Buka": 1,
    "!Periksa lagi": 1,
    "Buka sel": 1,
    "Periksa lembar": 1,
    "Periksa pilihan": 1,
    "Periksa teks": 1,
    "Simpan tanda": 1,
    "Tulis laporan": 2,
    "Ya, ubah": 1,
  },
  share: {
    "!Batalkan": 4,
    "!Buka": 1,
    "Baca semua lembar": 1,
    Buka: 1,
    "Fungsi bernama": 1,
    "Hidupkan lagi": 3,
    "Perbaiki rumus": 2,
    "Periksa berkas": 1,
    "Salinan nilai": 3,
    "Siapkan untuk dibagikan": 4,
    "Tulis lembar Tentang": 3,
    "Tulis tabel gabungan": 2,
  },
  settings: { "!Batalkan": 3, "!Buka": 1, "Baca dari lembar": 1, "Simpan ke berkas": 3 },
  help: { "Uji fungsi UCJ": 1 },
};
