// How many cells someone filled otherwise since the pane wrote them, or made to use its sheet: taking back would lose what they hold now.
import type { Content } from "../../core/exchange/record";
import type { Painted } from "../../core/tables/paint";
import { type BookSheet, type CellContent, type Host, MOST_CELLS } from "../host";
import { uses } from "./uses";

/** A cell and what was written into it: "=" begins a formula, "'" text. */
export interface Wrote {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** What it held before, where that is known: nothing is lost that comes back. */
  readonly held?: Content | undefined;
}

export const inTable = ({ sheet, area, cells }: Painted): Wrote[] =>
  cells.flatMap((line, r) =>
    line.map((content, c) => ({ sheet, row: area.row + r, column: area.column + c, content })),
  );

/** @param held what the cells held before, in the same order */
export const inCells = (
  sheet: string,
  cells: readonly CellContent[],
  held: readonly CellContent[],
): Wrote[] => cells.map((cell, i) => ({ sheet, ...cell, held: held[i]?.content }));

/**
 * A formula without what a spreadsheet writes as it likes: quotes, spaces, capitals, prefixes, and the marks between
 * arguments and before decimals. TRUE is TRUE in a cell formatted as text, too.
 */
function plain(content: unknown): string {
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  // A name that begins with one, 'Aisyiyah, is read back with it.
  const text = String(content ?? "").replace(/^'+/, "");
  return text.startsWith("=")
    ? text
        .replace(/['@\s]|_xl(fn|ws)\./g, "")
        .replace(/[.;\\]/g, ",")
        .toUpperCase()
    : text;
}

/**
 * @param own sheets that were made for these cells and go with them: whatever else stands there counts, too, and each
 * formula on another sheet that uses them, for it would be an error for good
 */
export async function editedSince(
  host: Host,
  wrote: readonly Wrote[],
  own: readonly string[] = [],
): Promise<number> {
  // More than a spreadsheet hands over in one answer: not known.
  if (wrote.length > MOST_CELLS) return Number.POSITIVE_INFINITY;
  let edited = 0;
  const names = own.length > 0 ? undefined : [...new Set(wrote.map(({ sheet }) => sheet))];
  for (const sheet of await host.readBook(names)) {
    const filled = filledIn(sheet);
    for (const { sheet: name, row, column, content, held } of wrote) {
      if (name !== sheet.name) continue;
      const place = `${row}:${column}`;
      const now = filled.get(place);
      filled.delete(place);
      if (now !== undefined && now !== plain(content) && now !== plain(held)) edited++;
    }
    if (own.includes(sheet.name)) edited += filled.size;
    else edited += sheet.formulas.flat().filter((content) => own.some((name) => uses(content, name))).length;
  }
  return edited;
}

/** What is filled, by place. */
const filledIn = ({ row, column, formulas }: BookSheet): Map<string, string> =>
  new Map(
    formulas.flatMap((line, r) =>
      line.flatMap((content, c) => {
        const text = plain(content);
        return text === "" ? [] : [[`${row + r}:${column + c}`, text] as const];
      }),
    ),
  );
