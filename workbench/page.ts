// The workbench in the browser: one spreadsheet as Excel or as Google Sheets, or both side by side.
import type { ExcelHost } from "./excel-host/executor";
import type { Grid } from "./grid-types";
import { type Both, leaveKeyboardAlone, openBoth } from "./page/both";
import { part } from "./page/element";
import { connectTaskPane } from "./page/excel-side";
import { firstWorkbook, saveWorkbook } from "./page/files";
import { fillWords, type Mode, showMode, showWidth, wireHeader } from "./page/header";
import { listenForF6 } from "./page/regions";
import { createSingle, type Host, type Single } from "./page/single";
import { store, stored } from "./page/store";
import { KENDARI } from "./samples/kendari";
import type { SheetsHost } from "./sheets-host";
import type { Language } from "./words";

/** What tests and the frames of this page find at window.ucjWorkbench. Side by side, it speaks of the Excel side. */
export interface Workbench extends Pick<Single, Shared> {
  readonly mode: Mode;
  readonly language: Language;
  readonly grid: Grid;
  readonly excelHost: ExcelHost | undefined;
  readonly sheetsHost: SheetsHost | undefined;
  /** The host stands, its functions are in the grid, its pane is loaded. Anew after each change of mode or workbook. */
  readonly ready: Promise<void>;
  readonly sides: Both["sides"] | undefined;
  setMode(mode: Mode): Promise<void>;
  /** Another workbook, as data; undefined: an empty one. */
  open(data: unknown): Promise<void>;
  /** Whole columns: selectColumns("A", "C"). */
  selectColumns(from: string, to: string): void;
  connectTaskPane(pane: Window): void;
  /** The workbook a side begins with. */
  handOver(): string | undefined;
  /** A side says that its workbook has changed. */
  changed(from: Host, workbook: string): void;
}
type Shared =
  | "follow"
  | "workbook"
  | "isTouched"
  | "loadSample"
  | "setPaneWidth"
  | "select"
  | "cell"
  | "state";

declare global {
  interface Window {
    ucjWorkbench?: Workbench;
  }
}

const asked = new URLSearchParams(location.search);
const language: Language = asked.get("lang") === "en" ? "en" : "id";
/** Set when this page is one of the two in a page side by side. */
const side = hostOf(asked.get("side"));
const around = side && parent !== window ? parent.ucjWorkbench : undefined;

let mode: Mode = side ?? (asked.get("mode") === "both" ? "both" : (hostOf(asked.get("mode")) ?? "excel"));
let single: Single | undefined;
let both: Both | undefined;
/** The workbook on its way from one grid to another; later: as it was last seen. */
let latest: string | undefined;
let ready: Promise<void> = Promise.resolve();

function hostOf(text: string | null): Host | undefined {
  return text === "excel" || text === "sheets" ? text : undefined;
}

function current(): Pick<Single, Shared> & { readonly grid: Grid } {
  const found = both?.sides.excel ?? single;
  if (!found) throw new Error("ucjWorkbench.ready?");
  return found;
}

function inTurn(work: () => Promise<void>): Promise<void> {
  ready = ready.catch(() => undefined).then(work);
  return ready;
}

function keep(workbook: string): void {
  latest = workbook;
  if (side && around) around.changed(side, workbook);
  else store(workbook);
}

/** The workbook to begin with: handed on, kept from the last visit, or the first sample. */
function begin(): string {
  return latest ?? JSON.stringify(stored() ?? firstWorkbook());
}

async function showSingle(host: Host): Promise<void> {
  part("both").hidden = true;
  part("main").hidden = false;
  part("footer").hidden = false;
  if (single) {
    if (both) await single.follow(begin());
  } else {
    const isFirst = latest === undefined && stored() === undefined;
    single = await createSingle(language, JSON.parse(begin()));
    // Still as it came, so this only selects its block.
    if (isFirst) single.loadSample(KENDARI.id);
    single.onWorkbook(keep);
    requestAnimationFrame(() => performance.mark("ucj:grid-ready"));
  }
  both?.close();
  both = undefined;
  await single.start(host);
  showWidth(single.state().paneWidth);
}

async function showBoth(): Promise<void> {
  latest = single?.workbook() ?? begin();
  await single?.stop();
  part("main").hidden = true;
  part("footer").hidden = true;
  both = await openBoth(language);
}

async function show(next: Mode): Promise<void> {
  mode = next;
  showMode(mode);
  if (!side) {
    const address = new URL(location.href);
    address.searchParams.set("mode", mode);
    history.replaceState(null, "", address);
  }
  await (next === "both" ? showBoth() : showSingle(next));
}

const workbench: Workbench = {
  get mode() {
    return mode;
  },
  language,
  get grid() {
    return current().grid;
  },
  get excelHost() {
    return both ? both.sides.excel.excelHost : single?.excelHost;
  },
  get sheetsHost() {
    return both ? both.sides.sheets.sheetsHost : single?.sheetsHost;
  },
  get ready() {
    return ready;
  },
  get sides() {
    return both?.sides;
  },
  setMode: (next) => inTurn(() => show(next)),
  open: (data) =>
    inTurn(async () => {
      await (both ? both.sides.excel.open(data) : single?.open(data));
    }),
  connectTaskPane,
  handOver: () => latest,
  changed(from, workbook) {
    latest = workbook;
    store(workbook);
    both?.changed(from, workbook);
  },
  follow: (workbook) => current().follow(workbook),
  workbook: () => current().workbook(),
  isTouched: () => current().isTouched(),
  loadSample: (id) => current().loadSample(id),
  select: (address, sheet) => current().select(address, sheet),
  selectColumns: (from, to) => current().select(`${from}:${to}`),
  cell: (address, sheet) => current().cell(address, sheet),
  state: () => current().state(),
  setPaneWidth(pixels) {
    if (!both) return current().setPaneWidth(pixels);
    for (const one of Object.values(both.sides)) one.setPaneWidth(pixels);
  },
};
window.ucjWorkbench = workbench;

if (around) {
  latest = around.handOver();
  leaveKeyboardAlone();
}
document.body.classList.toggle("side", side !== undefined);
fillWords(language);
wireHeader({
  language,
  mode: (next) => void workbench.setMode(next),
  sample: (id) => workbench.loadSample(id),
  inExcel: () => mode !== "sheets",
  isTouched: () => workbench.isTouched(),
  open: (data) => workbench.open(data),
  save: () => void saveWorkbook(workbench.grid, "ucj.xlsx"),
  setPaneWidth: (pixels) => workbench.setPaneWidth(pixels),
  changeLanguage(next) {
    store(workbench.workbook());
    const address = new URL(location.href);
    address.searchParams.set("lang", next);
    location.assign(address);
  },
});
listenForF6(window);
window.addEventListener("pagehide", () => {
  if (!side && (both ?? single)) store(workbench.workbook());
});
void workbench.setMode(mode);
