// Makes formulas that need no add-in: each UCJ call becomes its plain twin, a fallback on it, or the cell its value.
import type { Words } from "../words";
import { isBusy } from "./doctor";
import { type Group, live, type Part, parse, render, solid, type Ucj, type Writer } from "./formula";
import { plainFormula } from "./plain";
import {
  asCell,
  byPlace,
  type Change,
  cellAt,
  isFormula,
  type Kept,
  keptAt,
  type Note,
  type Sheet,
  say,
  shownAt,
} from "./record";
import type { Style } from "./tokens";

/** Plain formulas; UCJ functions that fall back on them; values alone. */
export type Way = "plain" | "fallback" | "values";

export interface Detached {
  /** Absent when the cell becomes its value. */
  readonly formula?: string;
  /** Why it must, when it was not asked for. */
  readonly why?: Words | undefined;
  /** Whether the formula may fill more cells than its own. */
  readonly many: boolean;
}

const TOO_LONG = say("rumus biasanya terlalu panjang", "plain formula too long");

/** Marks that Excel takes; its 64 levels have the whole formula around them. */
const LONGEST = 8192;
const DEEPEST = 65;

/** Undefined when the formula calls no UCJ function. */
export function detached(formula: string, way: Way, style: Style): Detached | undefined {
  const root = parse(formula, style);
  if (!root) return undefined;
  let why: Words | undefined;
  const plain: Writer = (group) => {
    const { ucj } = group;
    if (!ucj?.fn) return undefined;
    why = why ?? whyValue(group, ucj);
    if (why) return "";
    const args = group.args.map((arg) => render(arg, plain));
    const twin = plainFormula(ucj.fn, args, style) as string;
    // Twins name an argument more than once, so nesting makes them grow fast.
    if (twin.length > LONGEST) why = TOO_LONG;
    return why ? "" : twin;
  };
  // Around the outermost calls alone: their fallback holds those of the calls inside.
  const guarded: Writer = (group) => {
    const twin = plain(group);
    return twin && `IFERROR(${live(group)}${style.separator}${twin})`;
  };
  const text = render([root], way === "fallback" ? guarded : plain);
  if (text === formula) return undefined;
  if (!why && (text.length > LONGEST || !parse(text, style, DEEPEST))) why = TOO_LONG;
  const many = root.args.some(mayBeMany);
  return way === "values" ? { many } : why ? { many, why } : { many, formula: text };
}

function whyValue({ args }: Group, { name, fn }: Ucj): Words | undefined {
  if (!fn?.plain) return say(`${name} tanpa rumus biasa`, `${name} has no plain formula`);
  const odd = say(`argumen ${name} tidak terbaca`, `arguments of ${name} unreadable`);
  if (args.length > fn.params.length) return odd;
  for (const [i, { optional }] of fn.params.entries()) {
    const given = solid(args[i]).map((part) => (typeof part === "string" ? part : "("));
    // The function reads "140.940" as Indonesians do and refuses TRUE; a plain formula does neither.
    if (given.length < 2 && !(given[0] ? !/^(?:"|TRUE$|FALSE$)/i.test(given[0]) : optional)) return odd;
    // COUNTIF and its like take references only.
    if (fn.spill && !given.every((token) => /^['[:!#\w$]/.test(token))) return odd;
    if (!fn.spill && mayBeMany(args[i]))
      return say(`${name} mengisi beberapa sel`, `${name} fills several cells`);
  }
  return undefined;
}

/** These make one value of a range. */
const ONE = /^(?:SUM|SUBTOTAL|COUNT|AVERAGE|MAX|MIN(?:A|IFS)?$|X?MATCH|[VHX]?LOOKUP|INDEX)/i;
/** These may make a range of one value. */
const MANY = /^(?:_xl\w+\.)*(?:SEQUENCE|RANDARRAY|OFFSET|INDIRECT|FILTER|ARRAYFORMULA)/i;
/** [@Kolom], [[#This Row],[Kolom]], [[#Totals],[Kolom]], and [2] or [Buku.xlsx] before a sheet. */
const ONE_CELL = /^\[(?:@(?!\])|\[#(?:This Row|Totals)\]|\d+\]$|[^\]]*\.xl\w*\]$)(?!.*\]:\[)/i;

/** Whether these parts may hold several cells. */
const mayBeMany = (parts: readonly Part[] = []): boolean =>
  parts.some((part) => {
    if (typeof part === "string") return /^[:#]$|^\[/.test(part) && !ONE_CELL.test(part);
    const { head, name, args, ucj } = part;
    const { spill, plain } = ucj?.fn ?? {};
    if (ONE.test(name) || (spill && plain)) return false;
    return head === "{" || spill !== undefined || MANY.test(name) || args.some(mayBeMany);
  });

export interface Detachment {
  readonly changes: readonly Change[];
  /** Is added to the record. */
  readonly record: readonly Kept[];
  /** Cells that had to become a value, and why. */
  readonly valued: readonly Note[];
  /** Cells that were not touched, and why. */
  readonly left: readonly Note[];
}

/** What to write so that the sheet needs no add-in. What the record knows is detached already. */
export function detach(
  sheet: Sheet,
  way: Way,
  host: Style,
  date: string,
  kept: readonly Kept[] = [],
): Detachment {
  const known = byPlace(kept);
  const changes: Change[] = [];
  const record: Kept[] = [];
  const valued: Note[] = [];
  const left: Note[] = [];
  const frozen = new Set<string>();
  for (const [r, line] of sheet.formulas.entries())
    for (const [c, content] of line.entries()) {
      const place = cellAt(sheet, r, c);
      const shown = shownAt(sheet, r, c);
      /** A formula, or the value that is shown. */
      const put = (from: Pick<Kept, "original" | "anchor">, formula?: string): void => {
        changes.push({ ...place, write: formula ?? asCell(shown) });
        record.push({ ...place, ...from, written: formula ?? shown, date });
      };
      const anchor = sheet.anchors?.[r]?.[c];
      if (anchor && frozen.has(anchor)) put({ original: "", anchor });
      // A formula that shows itself is text.
      if (!isFormula(content) || content === shown || keptAt(known, place, content)) continue;
      const answer = /UCJ/i.test(content) && detached(content, way, host);
      if (!answer) continue;
      const { formula, why, many } = answer;
      const pending = isBusy(shown) || /^#(?:NAME\?|SPILL!)/.test(`${shown}`);
      const problem = formula
        ? !pending &&
          /^#[A-Z/0]+!/.test(`${shown}`) &&
          say("galatnya bisa tersembunyi", "error might be hidden")
        : pending
          ? say("belum ada nilainya", "no value yet")
          : many && !sheet.anchors && say("luas hasilnya tidak diketahui", "extent unknown");
      if (problem) left.push({ ...place, words: problem });
      else {
        put({ original: content }, formula);
        if (why) valued.push({ ...place, words: why });
        if (!formula) frozen.add(place.cell);
      }
    }
  return { changes, record, valued, left };
}
