// Examines a sheet for UCJ formulas that do not live, results that are not there yet, and numbers that are text.
import { readNumber } from "../numbers";
import { isRefusal } from "../refuse";
import {
  byPlace,
  type Content,
  cellAt,
  isFormula,
  type Kept,
  keptAt,
  type Note,
  RECORD_SHEET,
  type Sheet,
  say,
  shownAt,
} from "./record";
import { restored } from "./restore";
import type { Style } from "./tokens";

/** Indonesian, English; % is the function, cell, text or date it is about. */
const WORDS = {
  unregistered: ["% tersimpan tanpa add-in", "% was saved without the add-in"],
  unnamed: ["% belum dikenal; buka Beranda > Add-in", "% is not known; open Home > Add-ins"],
  frozen: ["% dibekukan Google Sheets", "% was frozen by Google Sheets"],
  spilled: ["Hasil beku rumus di %", "Frozen result of %"],
  namespaced: ["% dieja dengan titik", "% is spelled with a dot"],
  unknown: ["% tidak ada di versi ini", "% is not in this version"],
  busy: ["% belum selesai dihitung", "% is not calculated yet"],
  "text-number": ["% berupa teks, tidak ikut dijumlahkan", "% is text, so not summed"],
  detached: ["Dilepas % dari add-in", "Detached % from the add-in"],
} as const;

export type Ailment = keyof typeof WORDS;

export interface Finding extends Note {
  readonly kind: Ailment;
  /** What to write there; "" clears a cell that a restored formula spills into. Absent when a person must act: a frozen
   * formula may need what only Google Sheets has. */
  readonly repair?: Content | undefined;
}

export interface Examination {
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Partial<Record<Ailment, number>>>;
}

export const isBusy = (shown: unknown): boolean =>
  /^(?:#BUSY!|(?:loading|memuat)\b[^.…]*(?:\.{3}|…))$/i.test(`${shown}`);

/** Not a year; nor a lone '0, which is how a planner says that it is truly zero. */
const NUMERIC = /^(?!0$|(?:19|20)\d\d$)(?:Rp|[-+(.\s])*\d[\d.,\s]*[)%]*$/i;
/** Marked as a quantity; "74.71" and "7471" in a column of text are codes of regions. */
const MARKED = /,\d|\.\d{3}(?!\d)|%|Rp/i;

/** A formula that spilled; `returns` is false when it is somebody else's or cannot live here. */
interface Source {
  readonly row: number;
  readonly column: number;
  readonly returns: boolean;
}

export function examine(sheet: Sheet, host: Style, kept: readonly Kept[] = []): Examination {
  const findings: Finding[] = [];
  const counts: Partial<Record<Ailment, number>> = {};
  const record = byPlace(kept);
  const figures = new Set(
    sheet.values.flatMap((line) => line.flatMap((value, c) => (typeof value === "number" ? c : []))),
  );

  const look = (
    content: unknown,
    r: number,
    c: number,
    above?: Source,
    left?: Source,
  ): Source | undefined => {
    const place = cellAt(sheet, r, c);
    const find = (kind: Ailment, about: string, repair?: Content): void => {
      const words = WORDS[kind].map((text) => text.replace("%", () => about)) as [string, string];
      findings.push({ ...place, kind, words: say(...words), repair });
      counts[kind] = (counts[kind] ?? 0) + 1;
    };
    const shown = shownAt(sheet, r, c);
    const was = keptAt(record, place, content);
    if (was) {
      if (!was.anchor) find("detached", was.date);
      return undefined;
    }
    // A formula that shows itself is text.
    if (!isFormula(content) || content === shown) {
      const text = typeof shown === "string" ? shown.trim() : "";
      if (isBusy(text)) find("busy", text);
      const marked = MARKED.test(text);
      const number = NUMERIC.test(text) && (marked || figures.has(c)) && readNumber(text);
      if (number && (marked || !isRefusal(number)))
        find("text-number", text, isRefusal(number) ? undefined : number.value);
      return undefined;
    }
    // Most formulas of a workbook are not ours.
    const { kind, text, name = "" } = (/UCJ|xludf\./i.test(content) && restored(content, host)) || {};
    if (kind === "spilled") {
      const source = nearest(above, left);
      if (source?.returns) find(kind, cellAt(sheet, source.row, source.column).cell, "");
      return source;
    }
    const missing = shown === "#NAME?";
    const state =
      kind === "live"
        ? missing
          ? "unnamed"
          : isBusy(shown) && "busy"
        : kind === "unknown"
          ? missing && kind
          : kind;
    if (state) find(state, name, text);
    // A live formula that old results keep from spilling waits for them to go.
    return /^#(?:SPILL|REF)!|xludf\.DUMMY/i.test(`${shown}${content}`)
      ? { row: r, column: c, returns: text !== undefined }
      : undefined;
  };
  let above: (Source | undefined)[] = [];
  if (sheet.name !== RECORD_SHEET)
    sheet.formulas.forEach((line, r) => {
      let left: Source | undefined;
      above = line.map((content, c) => {
        left = look(content, r, c, above[c], left);
        return left;
      });
    });
  return { findings, counts };
}

/** The formula above or the one to the left: whichever spilled here. */
function nearest(above: Source | undefined, left: Source | undefined): Source | undefined {
  if (!above || !left || left.row <= above.row) return above ?? left;
  // One that begins lower and further left could have, and so could the one above: nobody's cell is cleared.
  return left.column < above.column ? { ...above, returns: false } : left;
}
