// What all emulated services share: the grid, the door, and the records a page or a test looks at.
import type { Edit, Grid } from "../grid-types";
import { toGrid } from "./formula";
import { Exception, Guard } from "./guard";
import { ZONE } from "./values";

export type MenuEntry =
  | { readonly caption: string; readonly run: string }
  | { readonly caption: string; readonly entries: readonly MenuEntry[] }
  | "separator";

export interface Sidebar {
  readonly title: string;
  readonly html: string;
}

export class Desk {
  readonly guard = new Guard();
  /** Mistakes of the script that Google would not report to its author. */
  readonly faults: string[] = [];
  /** Asked for and accepted, but not shown by the grid. */
  readonly ignored = new Set<string>();
  readonly menus: MenuEntry[] = [];
  readonly alerts: string[] = [];
  readonly toasts: string[] = [];
  readonly logs: string[] = [];
  readonly frozen = new Map<string, { rows: number; columns: number }>();
  sidebar: Sidebar | undefined;
  onSidebar: ((sidebar: Sidebar | undefined) => void) | undefined;
  /** True while someone else holds the document lock. */
  lockBusy = false;
  locked = false;

  constructor(
    readonly grid: Grid,
    readonly files: Readonly<Record<string, string>>,
    readonly locale: string,
    /** The file's time zone. */
    readonly zone = ZONE,
  ) {}

  edit(...edits: Edit[]): void {
    if (edits.length > 0) this.grid.apply(edits);
  }

  show(sidebar: Sidebar | undefined): void {
    this.sidebar = sidebar;
    this.onSidebar?.(sidebar);
  }

  /** A script's formula in canonical text. Google would leave #ERROR! in the cell; here the author hears at once. */
  formula(text: string): string {
    const { formula, refusal, doubts } = toGrid(text, this.locale);
    for (const doubt of doubts) this.faults.push(`${text}: ${doubt}`);
    if (refusal === undefined) return formula;
    this.faults.push(`${text}: ${refusal}`);
    throw new Exception(`Formula parse error: ${text} (${refusal})`);
  }
}

/** A number that stays the same for the same text: Google's ids are numbers, the grid's are text. */
export function numberOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647;
  return hash;
}
