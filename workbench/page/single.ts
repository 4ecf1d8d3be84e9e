// One spreadsheet in the page: the grid, and the host that works on it.
import type { ExcelHost } from "../excel-host/executor";
import type { Grid, GridCell, Zone } from "../grid-types";
import { SAMPLES } from "../samples";
import { addSample, isWhole } from "../samples/sample";
import type { SheetsHost } from "../sheets-host";
import { type Language, WORDS } from "../words";
import { addressOf, zoneOf } from "./address";
import { tell } from "./dialog";
import { part } from "./element";
import { startExcel } from "./excel-side";
import { type Issues, showCost, showIssues } from "./footer";
import { speak } from "./grid-view";
import { createPane } from "./pane";
import { beginTyping } from "./regions";
import { createSeat } from "./seat";
import { startSheets } from "./sheets-side";
import { type Cost, fetchText, type Side, type Stage } from "./side";

export type Host = "excel" | "sheets";

const STARTS = { excel: startExcel, sheets: startSheets };
const WIDTHS = { excel: 350, sheets: 300 };
const NO_ISSUES: Issues = { unsupported: [], ignored: [], faults: [] };

export interface State extends Issues {
  readonly mode: Host;
  readonly language: Language;
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** "A13:C17" */
  readonly selection: string;
  readonly functions: readonly string[];
  readonly paneVisible: boolean;
  readonly paneWidth: number;
  /** Of the last action in pane, ribbon or menu. */
  readonly calls: Cost;
}

export interface Single {
  readonly mode: Host;
  readonly grid: Grid;
  readonly excelHost: ExcelHost | undefined;
  readonly sheetsHost: SheetsHost | undefined;
  /** Ends the present host and starts this one on the same workbook. */
  start(mode: Host): Promise<void>;
  /** Ends the host; the grid stays. */
  stop(): Promise<void>;
  /** Another workbook is another document: the host starts anew. undefined: an empty one. */
  open(data: unknown): Promise<void>;
  /** The same workbook, changed elsewhere: the host goes on. */
  follow(workbook: string): Promise<void>;
  /** The workbook as text. */
  workbook(): string;
  /** Whether the workbook holds something beyond samples as they came. */
  isTouched(): boolean;
  loadSample(id: string): void;
  setPaneWidth(pixels: number): void;
  /** Selects, and takes the keyboard there. */
  select(address: string, sheet?: string): void;
  cell(address: string, sheet?: string): Pick<GridCell, "value" | "text" | "formula" | "format">;
  state(): State;
  onWorkbook(listener: (workbook: string) => void): void;
}

/** Shows the workbook; the host is started apart, so that the grid need not wait for it. */
export async function createSingle(language: Language, data: unknown): Promise<Single> {
  speak(language);
  const seat = createSeat(part("grid"), language, await fetchText("/vendor/o_spreadsheet.xml"));
  const { grid } = seat;
  // The grid measures itself when the window changes.
  const pane = createPane(language, () => window.dispatchEvent(new Event("resize")));
  let mode: Host = "excel";
  let side: Side | undefined;
  let chosenWidth: number | undefined;
  let cost: Cost = { trips: 0, load: 0 };
  let fresh = true;
  const inTurn = queue();
  const listeners = new Set<(workbook: string) => void>();
  let last = "";

  const issues = (): Issues => side?.issues() ?? NO_ISSUES;
  const stage: Stage = {
    grid,
    language,
    pane,
    bar: part("bar"),
    acted() {
      fresh = true;
    },
    spent(trips, load) {
      if (trips === 0) return;
      cost = fresh ? { trips, load } : { trips: cost.trips + trips, load: cost.load + load };
      fresh = false;
      showCost(cost, mode, language);
      showIssues(issues(), language);
    },
  };
  const settled = debounced(120, () => {
    showIssues(issues(), language);
    const now = workbook();
    if (now === last) return;
    last = now;
    for (const listener of listeners) listener(now);
  });
  const workbook = (): string => JSON.stringify(grid.toJson());
  const sheetNamed = (name: string | undefined) => {
    const found =
      name === undefined ? grid.activeSheet() : grid.sheets().find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };

  function stop(): void {
    side?.stop();
    side = undefined;
  }

  async function start(next: Host): Promise<void> {
    stop();
    mode = next;
    cost = { trips: 0, load: 0 };
    fresh = true;
    pane.width(chosenWidth ?? WIDTHS[mode]);
    try {
      side = await STARTS[mode](stage);
    } catch (error) {
      void tell(`${WORDS.badStart[language]} ${(error as Error).message}`, language);
      throw error;
    }
    showCost(cost, mode, language);
    showIssues(issues(), language);
  }

  async function show(next: unknown): Promise<void> {
    await seat.show(next);
    last = workbook();
  }

  // What an older version of the grid library kept may be beyond this one; better an empty sheet than none.
  await show(data).catch(() => show(undefined));
  grid.onChange(settled);
  return {
    get mode() {
      return mode;
    },
    grid,
    get excelHost() {
      return side?.excelHost;
    },
    get sheetsHost() {
      return side?.sheetsHost;
    },
    start: (next) => inTurn(() => start(next)),
    stop: () => inTurn(async () => stop()),
    open: (next) =>
      inTurn(async () => {
        stop();
        await show(next);
        for (const listener of listeners) listener(last);
        await start(mode);
      }),
    follow: (text) => inTurn(() => show(JSON.parse(text))),
    workbook,
    isTouched: () =>
      grid
        .sheets()
        .some(({ id }) => grid.used(id) !== null && !SAMPLES.some((sample) => isWhole(grid, id, sample))),
    loadSample(id) {
      const sample = SAMPLES.find((one) => one.id === id);
      if (!sample) throw new Error(`no sample ${id}`);
      addSample(grid, sample);
    },
    setPaneWidth(pixels) {
      chosenWidth = pixels;
      pane.width(pixels);
    },
    select(address, name) {
      const sheet = sheetNamed(name);
      grid.select(sheet.id, zoneOf(address, sheet.rows));
      beginTyping();
    },
    cell(address, name) {
      const sheet = sheetNamed(name);
      const { row, column }: Zone = zoneOf(address, sheet.rows);
      const { value, text, formula, format } = grid.cell(sheet.id, row, column);
      return { value, text, formula, format };
    },
    state() {
      const { sheet, zone } = grid.selection();
      const sheets = grid.sheets();
      return {
        mode,
        language,
        sheets: sheets.map(({ name }) => name),
        sheet: sheets.find(({ id }) => id === sheet)?.name ?? "",
        selection: addressOf(zone),
        functions: seat.functions(),
        paneVisible: pane.visible,
        paneWidth: chosenWidth ?? WIDTHS[mode],
        calls: { ...cost },
        ...issues(),
      };
    },
    onWorkbook: (listener) => void listeners.add(listener),
  };
}

/** One after the other: a host that is just starting cannot be ended halfway. */
function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

function debounced(milliseconds: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}
