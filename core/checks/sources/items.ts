// What was read from a source, one line per figure: its label, its slot, its place; and the Figures they make together.
import { readDate } from "../../dates";
import { writeNumber } from "../../numbers";
import { SEGMENTS } from "../../segments";
import { writeFigure } from "../check";
import type { Figure, Figures, Key, Segment } from "../figures";
import { OTHER, PEOPLE_SLOTS, SHARE_SLOTS, type Slot } from "./labels";

/** Counted from 0 in its sheet. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Item {
  /** As it stands in the source, or the words around a number in a text. */
  readonly label: string;
  /** As it stands in the source: a date, a text number, a figure of a cell. */
  readonly printed: string;
  readonly figure?: Figure | undefined;
  readonly share: boolean;
  /** null: not put anywhere yet, which is asked. */
  readonly slot: Slot | null;
  /** What it may be, likeliest first. */
  readonly choices: readonly Slot[];
  readonly labelAt?: Cell | undefined;
  readonly at?: Cell | undefined;
  /** A share typed as 35.05: what is written back is per cent, too. */
  readonly percent?: boolean | undefined;
  /** The cell holds text. */
  readonly text?: boolean | undefined;
  readonly year?: number | undefined;
}

export interface Placed {
  readonly value: Cell;
  readonly label?: Cell | undefined;
  readonly percent: boolean;
  readonly text: boolean;
}

export interface Assembled {
  readonly figures: Figures;
  /** By key as findings name them: "uncovered", "segments.1.active". */
  readonly places: ReadonlyMap<Key, Placed>;
  /** Items that claim a slot another one took; they are asked. */
  readonly doubled: readonly number[];
  /** How many figures take part. */
  readonly count: number;
}

const SEGMENT_KEYS = SEGMENTS.map(({ key }) => key as string);
const EARLIER: readonly Slot[] = ["labor", "active", "coverage"];

/** Choices for a select: likeliest first, then all that fit the unit. */
export const allChoices = ({ share, choices, figure }: Item): readonly Slot[] =>
  figure
    ? [...new Set([...choices, ...(share ? SHARE_SLOTS : PEOPLE_SLOTS)])].filter((slot) => slot !== OTHER)
    : ["asOf"];

/** Of two years under one label the earlier is "previous". */
export function withYears(items: readonly Item[]): readonly Item[] {
  const latest = new Map<Slot, number>();
  for (const { slot, year } of items)
    if (slot !== null && year !== undefined) latest.set(slot, Math.max(latest.get(slot) ?? 0, year));
  return items.map((item) => {
    const { slot, year } = item;
    if (slot === null || year === undefined || !EARLIER.includes(slot)) return item;
    return year < (latest.get(slot) ?? 0) ? { ...item, slot: `previous.${slot}` } : item;
  });
}

/** Puts every item where its slot says; the first of two claims stands. */
export function assemble(items: readonly Item[]): Assembled {
  const figures: Record<string, unknown> = {};
  const previous: Record<string, unknown> = {};
  const change: Record<string, unknown> = {};
  const segments = new Map<
    string,
    { name: string; figures: Record<string, Figure>; items: [string, Item][] }
  >();
  const places = new Map<Key, Placed>();
  const taken = new Map<Slot, Item>();
  const doubled: number[] = [];
  let count = 0;

  const place = (key: Key, { at, labelAt, percent, text }: Item): void => {
    if (at) places.set(key, { value: at, label: labelAt, percent: percent ?? false, text: text ?? false });
  };

  items.forEach((item, i) => {
    const { slot, figure, printed } = item;
    if (slot === null || slot === OTHER) return;
    const first = taken.get(slot);
    if (first) {
      // The same number printed twice is no second claim.
      if (first.figure?.value !== figure?.value || !figure) doubled.push(i);
      return;
    }
    taken.set(slot, item);
    const [head, second, third] = slot.split(".") as [string, string?, string?];
    if (slot === "asOf") figures.asOf = printed;
    else if (!figure) return;
    else {
      count++;
      if (head === "segments" && second && third) {
        const entry = segments.get(second) ?? {
          name: SEGMENTS.find(({ key }) => key === second)?.short ?? second,
          figures: {},
          items: [],
        };
        entry.figures[third] = figure;
        entry.items.push([third, item]);
        segments.set(second, entry);
        return;
      }
      if (head === "previous" && second) previous[second] = figure;
      else if (head === "change" && second) change[second] = figure;
      else figures[slot] = figure;
    }
    place(slot, item);
  });

  if (Object.keys(previous).length > 0) figures.previous = previous;
  if (Object.keys(change).length > 0) figures.change = change;
  const order = (key: string): number => (SEGMENT_KEYS.indexOf(key) + 100) % 100;
  const rows = [...segments].sort(([a], [b]) => order(a) - order(b));
  if (rows.length > 0)
    figures.segments = rows.map(([, { name, figures: own }]): Segment => ({ name, ...own }));
  rows.forEach(([, { items: own }], i) => {
    for (const [column, item] of own) place(`segments.${i}.${column}`, item);
  });
  return { figures: figures as Figures, places, doubled, count };
}

/** "140.940" or "35,05 %", as it was understood. */
export function shownFigure({ figure, share, printed, slot }: Item, language: "id" | "en"): string {
  if (!figure) return printed;
  if (slot === "budget" || slot === "contribution") return writeNumber(figure.value, language);
  return writeFigure(share ? "coverage" : "labor", figure, language);
}

/** A date cell as text: serial numbers become ISO days. */
export const dateText = (cell: unknown): string | undefined => {
  if (typeof cell === "string") {
    const bare = cell.replace(/\([^)]*\)/g, " ").trim();
    return readDate(bare) !== undefined || /\d{1,2}\s+[a-z]+\s+\d{4}/i.test(bare) ? bare : undefined;
  }
  return readDate(cell);
};
