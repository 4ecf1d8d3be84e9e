// The page's one Grid: hosts hold on to it while the workbook under it is exchanged.
import type { Grid, GridFunction } from "../grid-types";
import type { Language } from "../words";
import { showWorkbook, type View } from "./grid-view";

export interface Seat {
  readonly grid: Grid;
  /** Shows another workbook; undefined: an empty one. Selection and sheet stay where they still exist. */
  show(data: unknown): Promise<void>;
  /** Names of the custom functions cells can use now. */
  functions(): readonly string[];
}

export function createSeat(place: HTMLElement, language: Language, templates: string): Seat {
  let view: View | undefined;
  let functions: readonly GridFunction[] | undefined;
  const changed = new Set<() => void>();
  const selected = new Set<() => void>();
  const listen = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const own: Partial<Grid> = {
    onChange: listen(changed),
    onSelect: listen(selected),
    register(given) {
      functions = given;
      view?.grid.register(given);
    },
  };
  const grid = new Proxy({} as Grid, {
    get: (_, name: keyof Grid) => {
      if (name in own) return own[name];
      const current = view?.grid;
      const member = current?.[name];
      return typeof member === "function" ? member.bind(current) : member;
    },
  });

  async function show(data: unknown): Promise<void> {
    const before = view?.grid;
    const known = before?.sheets().map(({ id }) => id);
    const selection = before?.selection();
    view?.remove();
    view = await showWorkbook(place, { data, language, templates });
    const now = view.grid;
    if (functions) now.register(functions);
    now.onChange(() => raise(changed));
    now.onSelect(() => raise(selected));
    const ids = now.sheets().map(({ id }) => id);
    // A sheet that was not there before is what one wants to look at.
    const fresh = known && ids.filter((id) => !known.includes(id)).at(-1);
    if (fresh !== undefined) now.activate(fresh);
    else if (selection && ids.includes(selection.sheet)) now.select(selection.sheet, selection.zone);
  }
  return { grid, show, functions: () => (functions ?? []).map(({ name }) => name) };
}

function raise(listeners: ReadonlySet<() => void>): void {
  for (const listener of [...listeners]) listener();
}
