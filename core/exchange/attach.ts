// Brings the original formulas back, cell for cell; a cell that was edited since is left alone and named.
import { anchorOf, type Change, type Kept, type Note, say, unchanged } from "./record";

export interface Attachment {
  readonly changes: readonly Change[];
  readonly left: readonly Note[];
  /** The record without what comes back. */
  readonly record: readonly Kept[];
}

/** @param now a cell's formula or constant; undefined when there is no such sheet */
export function attach(kept: readonly Kept[], now: (sheet: string, cell: string) => unknown): Attachment {
  const left = kept.flatMap((item) => {
    const content = now(item.sheet, item.cell);
    if (unchanged(item.written, content) || (item.anchor && content === "")) return [];
    const words =
      content === undefined
        ? say("lembarnya tidak ada", "no such sheet")
        : say("diubah sesudah dilepas", "edited after it was detached");
    return { ...item, words };
  });
  // A formula spills only when every cell of its results can be cleared.
  const stuck = new Set(left.map(anchorOf));
  const back = kept.filter((item) => !stuck.has(anchorOf(item)));
  return {
    // Cleared first, so that the formulas find room.
    changes: back
      .sort((a, b) => +!a.anchor - +!b.anchor)
      .map(({ sheet, cell, original }) => ({ sheet, cell, write: original })),
    left,
    record: kept.filter((item) => stuck.has(anchorOf(item))),
  };
}
