// What Excel mode and Sheets mode share: the place they work in, what they report, and how they are ended.
import type { ExcelHost } from "../excel-host/executor";
import type { Grid } from "../grid-types";
import type { SheetsHost } from "../sheets-host";
import type { Language } from "../words";
import type { Pane } from "./pane";

/** What the last action of a person in the pane, ribbon or menu has cost so far. */
export interface Cost {
  /** context.sync in Excel; executions (google.script.run, menu entries) in Sheets. */
  trips: number;
  /** Bytes sent in Excel; service calls in Sheets. */
  load: number;
}

export interface Stage {
  readonly grid: Grid;
  readonly language: Language;
  /** Where the ribbon or the menu bar goes. */
  readonly bar: HTMLElement;
  readonly pane: Pane;
  /** A person did something: the next call begins a new count. */
  acted(): void;
  spent(trips: number, load: number): void;
}

export interface Side {
  readonly excelHost?: ExcelHost;
  readonly sheetsHost?: SheetsHost;
  /** Calls nobody emulates; what is accepted without showing; mistakes a host found in what ships. */
  issues(): { unsupported: readonly string[]; ignored: readonly string[]; faults: readonly string[] };
  stop(): void;
}

/** Milliseconds a spreadsheet takes for each answer: as the address of the page asks, ?slow=500. */
export const SLOW = Number(new URLSearchParams(location.search).get("slow")) || 0;

export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}. npm run build?`);
  return response.text();
}
