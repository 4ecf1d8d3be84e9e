// What panel Bagikan does to a workbook: examines, repairs, detaches, attaches, makes all UCJ formulas values.
import { addressOf } from "../../core/block";
import { attach } from "../../core/exchange/attach";
import { detach, detached, type Way } from "../../core/exchange/detach";
import { examine, type Finding, isBusy } from "../../core/exchange/doctor";
import {
  asCell,
  type Change,
  cellAt,
  isFormula,
  type Kept,
  type Note,
  type Place,
  placeOf,
  RECORD_HEADINGS,
  RECORD_SHEET,
  readRecord,
  recordRow,
  say,
  shownAt,
} from "../../core/exchange/record";
import { restored } from "../../core/exchange/restore";
import { restyle, type Style, styleOf, tokenize } from "../../core/exchange/tokens";
import { SETTINGS_SHEET } from "../../core/settings";
import { kindOfMark } from "../../core/tables/frame";
import { type BookSheet, type Host, HostProblem, type Watch } from "../host";
import { styleIn } from "./formula-style";
import { Journal, positionOf, type Write } from "./journal";
import { uses } from "./uses";

const RECORD_COLUMNS = 5;

interface Desk {
  readonly host: Host;
  readonly style: Style;
  readonly book: readonly BookSheet[];
  readonly kept: readonly Kept[];
  /** Names of protected sheets. */
  readonly locked: readonly string[];
  /** Sheets whose cells may change. */
  readonly open: readonly BookSheet[];
}

export interface Checkup {
  readonly findings: readonly Finding[];
  /** Formulas looked at. */
  readonly formulas: number;
  readonly locked: readonly string[];
  /** How many detached cells could come back. */
  readonly kept: number;
}

export interface Outcome {
  /** Absent when nothing had to change. */
  readonly journal?: Journal;
  readonly formulas: number;
  readonly values: number;
  /** Cells that a person should look at. */
  readonly notes: readonly Note[];
  readonly locked: readonly string[];
}

async function deskOf(host: Host): Promise<Desk> {
  const [style, book] = await Promise.all([styleIn(host), host.readBook()]);
  const record = book.find(({ name }) => name === RECORD_SHEET);
  const locked = book.flatMap((sheet) => (sheet.protected ? [sheet.name] : []));
  return {
    host,
    style,
    book,
    kept: record ? readRecord(rowsOf(record)) : [],
    locked,
    open: book.filter((sheet) => !sheet.protected && ![RECORD_SHEET, SETTINGS_SHEET].includes(sheet.name)),
  };
}

const rowsOf = (sheet: BookSheet): unknown[][] =>
  sheet.values.map((line, r) => line.map((_, c) => shownAt(sheet, r, c)));

const inSheet = ({ sheet, cell }: Place, content: Write["content"]): Write => ({
  sheet,
  ...positionOf({ sheet, cell }),
  content,
});

const writesOf = (changes: readonly Change[]): Write[] =>
  changes.map((change) => inSheet(change, change.write));

const isFormulaWrite = ({ content }: Write): boolean => isFormula(content);
const isFormulaOrBlank = ({ content }: Write): boolean => content === "" || isFormula(content);

const outcome = (
  { locked }: Desk,
  writes: readonly Write[],
  notes: readonly Note[],
  journal?: Journal,
): Outcome => {
  const formulas = writes.filter(isFormulaWrite).length;
  return { ...(journal && { journal }), formulas, values: writes.length - formulas, notes, locked };
};

export async function check(host: Host): Promise<Checkup> {
  const { book, style, kept, locked } = await deskOf(host);
  return {
    findings: book.flatMap((sheet) => examine(sheet, style, kept).findings),
    formulas: book.reduce((sum, { formulas }) => sum + formulas.flat().filter(isFormula).length, 0),
    locked,
    kept: kept.length,
  };
}

/** Writes what the doctor proposes. */
export async function repair(host: Host, numbers: boolean, watch: Watch): Promise<Outcome> {
  const desk = await deskOf(host);
  const findings = desk.open.flatMap((sheet) => examine(sheet, desk.style, desk.kept).findings);
  const writes = findings.flatMap((finding) =>
    finding.repair === undefined || (finding.kind === "text-number" && !numbers)
      ? []
      : [inSheet(finding, finding.repair)],
  );
  const notes = findings.filter(({ kind, repair }) => repair === undefined && kind !== "detached");
  if (writes.length === 0) return outcome(desk, [], notes);
  const journal = new Journal(host, desk.book, writes.length);
  await journal.all(async () => {
    await journal.write(writes.filter(isFormulaOrBlank), watch);
    // Text that is a number may be what another cell's formula answers, as IMPORTRANGE does.
    await journal.write(
      writes.filter((write) => !isFormulaOrBlank(write)),
      watch,
      true,
    );
  });
  return outcome(desk, writes, notes, journal);
}

/** Makes formulas that need no add-in; the originals go to the record first, so that none is lost. */
export async function prepare(host: Host, way: Way, date: string, watch: Watch): Promise<Outcome> {
  const desk = await deskOf(host);
  const { style, kept } = desk;
  // Hosts cannot say how far results reach: that shows when their formula is gone.
  const parts = desk.open.map((sheet) =>
    detach(sheet.anchors ? sheet : { ...sheet, anchors: [] }, way, style, date, kept),
  );
  const record = parts.flatMap((part) => part.record);
  const notes = parts.flatMap((part) => [...part.valued, ...part.left]);
  const writes = writesOf(parts.flatMap((part) => part.changes));
  if (writes.length === 0) return outcome(desk, [], notes);
  const filling = record.filter(
    (item) => !isFormula(item.written) && detached(item.original, "values", style)?.many,
  );
  const journal = new Journal(host, desk.book, writes.length + record.length * RECORD_COLUMNS);
  return journal.all(async () => {
    const rows = await recordIn(desk, journal);
    await journal.write(rows(record), watch);
    await journal.write(writes, watch);
    const spilled = filling.length > 0 ? await spilledFrom(desk, filling) : [];
    await journal.write(spilled.map(asValue), watch);
    await journal.write(
      rows(
        spilled.map(({ place, shown, anchor }) => ({ ...place, original: "", anchor, written: shown, date })),
      ),
      watch,
    );
    const done = outcome(desk, writes, notes, journal);
    return { ...done, values: done.values + spilled.length };
  });
}

/** Brings the originals back; what was edited since stays. */
export async function revive(host: Host, watch: Watch): Promise<Outcome> {
  const desk = await deskOf(host);
  const sheets = new Map(desk.book.map((sheet) => [sheet.name, sheet]));
  const now = (name: string, cell: string): unknown => {
    const sheet = sheets.get(name);
    if (!sheet) return undefined;
    const { row, column } = positionOf({ sheet: name, cell });
    return sheet.formulas[row - sheet.row]?.[column - sheet.column] ?? "";
  };
  const locked = new Set(desk.locked);
  const back = attach(
    desk.kept.filter(({ sheet }) => !locked.has(sheet)),
    now,
  );
  const writes = writesOf(back.changes).map((write) => ({
    ...write,
    content: here(write.content, desk.style),
  }));
  if (writes.length === 0) return outcome(desk, [], back.left);
  mustBeOpen(desk);
  const journal = new Journal(host, desk.book, writes.length * (1 + RECORD_COLUMNS));
  return journal.all(async () => {
    await journal.write(writes, watch);
    await journal.write(forgotten(desk, back.changes), watch);
    return outcome(desk, writes, back.left, journal);
  });
}

/** A formula detached in another spreadsheet has that one's separators; any other stays mark for mark. */
function here(content: Write["content"], style: Style): Write["content"] {
  if (!isFormula(content)) return content;
  let depth = 0;
  const foreign = tokenize(content, style).some((token) => {
    if (token === "{") depth++;
    if (token === "}") depth--;
    return depth === 0 && token === (style.separator === ";" ? "," : ";");
  });
  return foreign ? restyle(content, styleOf(content), style) : content;
}

/** Makes every formula that is ours its value and takes the record away: nothing of the add-in stays. */
export async function valuesOnly(host: Host, watch: Watch): Promise<Outcome> {
  const desk = await deskOf(host);
  const writes: Write[] = [];
  const notes: Note[] = [];
  const ours: Place[] = [];
  for (const sheet of desk.open)
    for (const [r, line] of sheet.formulas.entries())
      for (const [c, content] of line.entries()) {
        const shown = shownAt(sheet, r, c);
        if (!isFormula(content) || content === shown) continue;
        if (!/UCJ|xludf\./i.test(content) || !restored(content, desk.style)) continue;
        const place = cellAt(sheet, r, c);
        if (isBusy(shown) || /^#(?:NAME\?|SPILL!)/.test(`${shown}`)) {
          notes.push({ ...place, words: say("belum ada nilainya", "it has no value yet") });
          continue;
        }
        writes.push(inSheet(place, asCell(shown)));
        ours.push(place);
      }
  // A formula that stays needs its way back.
  const own = [RECORD_SHEET, SETTINGS_SHEET].filter((name) => desk.book.some((sheet) => sheet.name === name));
  const clean = notes.length === 0 && own.length > 0;
  const marks = notes.length === 0 ? marksIn(desk) : [];
  // What uses a sheet that goes would be an error for good.
  const known = new Set(ours.map(placeOf));
  const users = clean ? usersOf(desk, own).filter((place) => !known.has(placeOf(place))) : [];
  writes.push(...users.map(({ shown, ...place }) => inSheet(place, asCell(shown))));
  ours.push(...users);
  if (writes.length + marks.length === 0 && !clean) return outcome(desk, [], notes);
  if (clean) for (const name of own) mustBeOpen(desk, name);
  const journal = new Journal(host, desk.book, writes.length);
  return journal.all(async () => {
    await journal.write(writes, watch);
    const spilled = ours.length > 0 ? await spilledFrom(desk, ours) : [];
    const more = spilled.map(asValue);
    await journal.write(more, watch);
    await journal.write(marks, watch);
    if (clean) for (const name of own) await journal.remove(name, watch);
    return outcome(desk, [...writes, ...more], notes, journal);
  });
}

/** Formulas that use those sheets, and what they show. */
const usersOf = ({ open }: Desk, names: readonly string[]) =>
  open.flatMap((sheet) =>
    sheet.formulas.flatMap((line, r) =>
      line.flatMap((content, c) => {
        const shown = shownAt(sheet, r, c);
        const isUser = content !== shown && names.some((name) => uses(content, name));
        return isUser ? [{ ...cellAt(sheet, r, c), shown }] : [];
      }),
    ),
  );

/** The lines by which the add-in finds its own tables again. */
const marksIn = ({ open }: Desk): Write[] =>
  open.flatMap((sheet) =>
    sheet.values.flatMap((line, r) =>
      line.flatMap((value, c) =>
        typeof value === "string" && kindOfMark(value) ? [inSheet(cellAt(sheet, r, c), "")] : [],
      ),
    ),
  );

function mustBeOpen({ locked }: Desk, name = RECORD_SHEET): void {
  if (locked.includes(name))
    throw new HostProblem({
      id: `Lembar “${name}” diproteksi. Buka proteksinya, lalu coba lagi.`,
      en: `Sheet “${name}” is protected. Unprotect it, then try again.`,
    });
}

/** The record's sheet, made when there is none; answers what writes further rows. */
async function recordIn(desk: Desk, journal: Journal): Promise<(kept: readonly Kept[]) => Write[]> {
  mustBeOpen(desk);
  const record = desk.book.find(({ name }) => name === RECORD_SHEET);
  let next = record ? record.row + record.values.length : 1;
  if (!record) await journal.make(RECORD_SHEET, RECORD_HEADINGS);
  return (kept) => {
    const row = next;
    next += kept.length;
    return kept.flatMap((item, r) =>
      recordRow(item).map((content, column) => ({
        sheet: RECORD_SHEET,
        row: row + r,
        column,
        content: typeof content === "string" && content !== "" ? `'${content}` : content,
      })),
    );
  };
}

/** Clears the rows of the record whose formulas are back. */
function forgotten({ book }: Desk, changes: readonly Place[]): Write[] {
  const back = new Set(changes.map(placeOf));
  const record = book.find(({ name }) => name === RECORD_SHEET);
  if (!record) return [];
  return rowsOf(record).flatMap((line, r) => {
    const [kept] = readRecord([line]);
    if (!kept || !back.has(placeOf(kept))) return [];
    return line.map((_, c) => ({
      sheet: RECORD_SHEET,
      row: record.row + r,
      column: record.column + c,
      content: "",
    }));
  });
}

interface Spilled {
  readonly place: Place;
  readonly shown: Write["content"];
  readonly anchor: string;
}

const asValue = ({ place, shown }: Spilled): Write => ({ ...inSheet(place, asCell(shown)), held: "" });

/** Cells that went blank beside and below formulas that became values: these had filled them. */
async function spilledFrom({ host, book }: Desk, anchors: readonly Place[]): Promise<Spilled[]> {
  const after = new Map((await host.readBook()).map((sheet) => [sheet.name, sheet]));
  return book.flatMap((sheet) => {
    const now = after.get(sheet.name);
    const own = anchors.filter((place) => place.sheet === sheet.name);
    if (!now || own.length === 0) return [];
    const taken = new Set<string>();
    const wentBlank = (row: number, column: number): boolean => {
      const [r, c] = [row - sheet.row, column - sheet.column];
      const content = sheet.formulas[r]?.[c] ?? "";
      const left = now.formulas[row - now.row]?.[column - now.column] ?? "";
      return (
        shownAt(sheet, r, c) !== "" &&
        (!isFormula(content) || content === shownAt(sheet, r, c)) &&
        left === ""
      );
    };
    return own.flatMap((place) => {
      const { row, column } = positionOf(place);
      let [rows, columns] = [1, 1];
      while (wentBlank(row, column + columns)) columns++;
      while (wentBlank(row + rows, column)) rows++;
      const found: Spilled[] = [];
      for (let r = row; r < row + rows; r++)
        for (let c = column; c < column + columns; c++) {
          const cell = addressOf(r, c);
          if (taken.has(cell) || !wentBlank(r, c)) continue;
          taken.add(cell);
          const shown = shownAt(sheet, r - sheet.row, c - sheet.column);
          found.push({ place: { sheet: sheet.name, cell }, shown, anchor: place.cell });
        }
      return found;
    });
  });
}
