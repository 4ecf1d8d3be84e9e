// The Apps Script host: the shipped Code.js, unmodified, over a Grid.
import type { Grid, GridFunction } from "../grid-types";
import { connect, type FrameMessage, type GoogleClient, illegal, type Reply } from "./client";
import { Desk, type MenuEntry, type Sidebar } from "./desk";
import { documented, toGridFunction } from "./functions";
import { type Calls, Exception, type Fail } from "./guard";
import { callable, type Evaluate, inPage, type Script } from "./loader";
import { globals } from "./services";
import { Spreadsheet } from "./spreadsheet";

export type { FrameMessage, GoogleClient, Reply } from "./client";
export { clientScript } from "./client";
export type { MenuEntry, Sidebar } from "./desk";
export { serveFrame, withClient } from "./run";

export interface SheetsOptions {
  readonly code: string;
  /** HTML files by name without ".html", as createHtmlOutputFromFile asks for them. */
  readonly files?: Readonly<Record<string, string>>;
  /** The file's locale; decides separators. */
  readonly locale?: string;
  /** The file's time zone; the computer's stands for the script's. */
  readonly zone?: string | undefined;
  /** The person's language, as Session tells it. */
  readonly language?: string;
  readonly evaluate?: Evaluate;
}

export class SheetsHost {
  /** The custom functions of Code.js, for grid.register. */
  readonly functions: readonly GridFunction[];
  /** Milliseconds before a google.script.run call is served. */
  delay: (name: string) => number = () => 0;

  readonly #desk: Desk;
  readonly #load: () => Script;
  /** Cells share one script; every menu click and sidebar call gets a fresh one, as each is a new execution at Google. */
  readonly #cells: Script;
  #served = new Map<string, number>();

  constructor(
    readonly grid: Grid,
    { code, files = {}, locale = "in_ID", zone, language = "in", evaluate = inPage }: SheetsOptions,
  ) {
    const desk = new Desk(grid, files, locale, zone);
    this.#desk = desk;
    this.#load = () => evaluate(code, globals(desk, language));
    this.#cells = this.#load();
    const about = documented(code);
    desk.faults.push(...about.flatMap(({ faults }) => faults));
    this.functions = about.map((fn) =>
      toGridFunction(fn, (args) => {
        const call = callable(this.#cells, fn.name);
        if (!call) throw new Exception(`Unknown function: ${fn.name}`);
        return desk.guard.within(this.#cells.realm, true, () =>
          call(...(desk.guard.give(args) as unknown[])),
        );
      }),
    );
  }

  /** Service calls so far. */
  get calls(): Calls {
    return this.#desk.guard.calls;
  }
  /** Members asked for that nobody emulates; each also threw. */
  get unsupported(): string[] {
    return [...this.#desk.guard.unsupported];
  }
  /** Accepted, but not shown by the grid. */
  get ignored(): string[] {
    return [...this.#desk.ignored];
  }
  get faults(): readonly string[] {
    return this.#desk.faults;
  }
  get menus(): readonly MenuEntry[] {
    return this.#desk.menus;
  }
  get alerts(): readonly string[] {
    return this.#desk.alerts;
  }
  get toasts(): readonly string[] {
    return this.#desk.toasts;
  }
  get logs(): readonly string[] {
    return this.#desk.logs;
  }
  get sidebar(): Sidebar | undefined {
    return this.#desk.sidebar;
  }
  set onSidebar(listener: ((sidebar: Sidebar | undefined) => void) | undefined) {
    this.#desk.onSidebar = listener;
  }
  /** Makes calls fail: "Range.setValues", "google.script.run.name" (then the message is what the sidebar gets). */
  set fail(fail: Fail | undefined) {
    this.#desk.guard.fail = fail;
  }
  /** Someone else holds the document lock. */
  set lockBusy(busy: boolean) {
    this.#desk.lockBusy = busy;
  }
  /** Names the sidebar and menus may call. */
  get callable(): string[] {
    return [...this.#cells.functions.keys()].filter((name) => !name.endsWith("_"));
  }

  /** What opening the file does: cells learn the functions, onOpen builds the menu. */
  open(): void {
    this.grid.register(this.functions);
    this.#desk.menus.length = 0;
    if (!this.#cells.functions.has("onOpen")) return;
    const source = this.#desk.guard.give(new Spreadsheet(this.#desk));
    this.execute("onOpen", { authMode: "LIMITED", source });
  }

  /** Runs a top-level function as one execution: fresh globals, the lock let go at the end. Throws what it throws. */
  execute(name: string, ...args: unknown[]): unknown {
    return this.#execute(name, () => args);
  }

  #execute(name: string, args: (script: Script) => unknown[]): unknown {
    const script = this.#load();
    const run = callable(script, name);
    if (!run) throw new Exception(`Script function not found: ${name}`);
    try {
      return this.#desk.guard.within(script.realm, false, () => run(...args(script)));
    } finally {
      this.#desk.locked = false;
    }
  }

  /** Clicks the menu entry with this caption, at any depth. */
  click(caption: string): void {
    const find = (entries: readonly MenuEntry[]): string | undefined => {
      for (const entry of entries) {
        if (entry === "separator") continue;
        const found = "run" in entry ? entry.caption === caption && entry.run : find(entry.entries);
        if (found) return found;
      }
      return undefined;
    };
    const name = find(this.menus);
    if (!name) throw new Error(`No menu entry "${caption}"`);
    this.execute(name);
  }

  /** The server's half of google.script.run. */
  async answer(message: FrameMessage): Promise<Reply | undefined> {
    if (message.ucj === "close") {
      this.#desk.show(undefined);
      return undefined;
    }
    const { id, name, args } = message;
    await new Promise((resolve) => setTimeout(resolve, this.delay(name)));
    const call = `google.script.run.${name}`;
    const nth = (this.#served.get(call) ?? 0) + 1;
    this.#served.set(call, nth);
    const injected = this.#desk.guard.fail?.(call, nth);
    if (injected !== undefined) return { ucj: "reply", id, error: injected };
    try {
      const value = this.#execute(name, (script) => script.realm.JSON.parse(args));
      const found = illegal(value);
      if (found !== undefined)
        throw new Exception(
          `The script completed but the returned value is not a supported return type. (${found})`,
        );
      return { ucj: "reply", id, value: JSON.stringify(value ?? null) };
    } catch (error) {
      // The browser is told the name and the message in one text, as Google's V8 does.
      const { name: kind = "Error", message: text } = error as Error;
      return { ucj: "reply", id, error: `${kind}: ${text ?? String(error)}` };
    }
  }

  /** google.script.run without a frame: the same client, handed to a test. */
  client(): GoogleClient {
    let receive: (reply: Reply) => void = () => undefined;
    return connect(
      (message) => void this.answer(message).then((reply) => reply && receive(reply)),
      (listener) => {
        receive = listener;
      },
    );
  }
}

export function createSheetsHost(grid: Grid, options: SheetsOptions): SheetsHost {
  return new SheetsHost(grid, options);
}
