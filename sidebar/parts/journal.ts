// Changes cells of several sheets so that all of it can be taken back: in one step, or when a write fails midway.
import { columnAt } from "../../core/block";
import type { Content, Place } from "../../core/exchange/record";
import type { Words } from "../../core/words";
import { type BookSheet, type Host, HostProblem, type Run, type Watch } from "../host";
import { GivenUp } from "./careful";
import { editedSince, type Wrote } from "./edited";

export interface Write {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Content;
  /** What to put back, where the book shows the result of another cell's formula. */
  readonly held?: Content;
}

/** One host call takes this many cells, so that a long action can be stopped between two. */
const BATCH = 5_000;

const STOPPED: Words = { id: "Dihentikan atas permintaan Anda.", en: "Stopped at your request." };
const RESTORED: Words = {
  id: "Isi berkas sudah dikembalikan seperti semula.",
  en: "The file is back as it was.",
};
const NOT_RESTORED: Words = {
  id: "Sebagian sel belum kembali; tekan Batalkan untuk mencoba mengembalikannya lagi.",
  en: "Some cells are not back yet; press Undo to try again.",
};
export const UNAWAITED: Words = {
  id: "Spreadsheet tidak ditunggu lagi; perubahan mungkin masih masuk.",
  en: "No longer waiting for the spreadsheet; changes may still arrive.",
};
const UNKNOWN: Words = {
  id: "Langkah ini gagal karena sebab yang tidak dikenal.",
  en: "This step failed for an unknown reason.",
};

/** An action that failed or was stopped; `back` tells whether all is as it was. */
export class Failed extends HostProblem {
  constructor(
    words: Words,
    readonly journal: Journal,
    readonly back: boolean,
  ) {
    const end = back ? RESTORED : NOT_RESTORED;
    super(
      { id: `${words.id} ${end.id}`, en: `${words.en} ${end.en}` },
      back
        ? { stopped: words === STOPPED }
        : { undo: () => journal.restore(), edited: () => journal.edited() },
    );
  }
}

export class Journal {
  /** By place, what each touched cell held first. */
  private readonly held = new Map<string, Write>();
  /** By place, what each of them was given last. */
  private readonly wrote = new Map<string, Wrote>();
  /** Sheets that were not there, and sheets that are gone with their first row. */
  private readonly made = new Set<string>();
  private readonly removed = new Set<string>();
  private spare = false;
  private readonly sheets: ReadonlyMap<string, BookSheet>;
  private done = 0;

  constructor(
    private readonly host: Host,
    book: readonly BookSheet[],
    /** Cells that will be written, as far as is known. */
    private readonly planned: number,
  ) {
    this.sheets = new Map(book.map((sheet) => [sheet.name, sheet]));
  }

  /** Does everything or nothing. */
  async all<T>(steps: () => Promise<T>): Promise<T> {
    try {
      return await steps();
    } catch (error) {
      // Whoever no longer waits for the spreadsheet does not wait for the way back either.
      if (error instanceof GivenUp) throw new Failed(UNAWAITED, this, false);
      const words = error instanceof HostProblem ? error.words : UNKNOWN;
      throw new Failed(words, this, await this.restoredWithin(2));
    }
  }

  private async restoredWithin(attempts: number): Promise<boolean> {
    for (let n = 0; n < attempts; n++)
      try {
        await this.restore();
        return true;
      } catch {
        // A host that was busy may answer the next time.
      }
    return false;
  }

  /** @param spare whether cells that another cell's formula fills are left alone, on the way back, too */
  async write(writes: readonly Write[], watch: Watch, spare = false): Promise<void> {
    this.spare ||= spare;
    const held = new Map(writes.map((write) => [keyOf(write), write.held]));
    for (const batch of batches(runsOf(writes))) {
      // One piece is one call: whoever stops waits for nothing.
      if (this.planned > BATCH) watch.progress(this.done / Math.max(this.planned, this.done));
      if (watch.isStopped()) throw new HostProblem(STOPPED);
      for (const place of batch.flatMap(placesOf)) {
        const key = keyOf(place);
        if (!this.held.has(key))
          this.held.set(key, { ...place, content: held.get(key) ?? this.before(place) });
      }
      for (const run of batch) this.note(run);
      await this.host.writeRuns(this.spared(batch));
      this.done += batch.reduce((sum, run) => sum + placesOf(run).length, 0);
    }
  }

  async make(sheet: string, headings: readonly string[]): Promise<void> {
    this.made.add(sheet);
    await this.host.appendRows(sheet, headings, []);
    this.note({ sheet, row: 0, column: 0, cells: [headings] });
  }

  private note(run: Run): void {
    const contents = run.cells.flat();
    for (const [i, place] of placesOf(run).entries()) {
      const key = keyOf(place);
      this.wrote.set(key, { ...place, content: contents[i] ?? "", held: this.held.get(key)?.content });
    }
  }

  /** How many cells were filled otherwise since: what stands there now is lost when all of it is taken back. */
  edited(): Promise<number> {
    return editedSince(this.host, [...this.wrote.values()], [...this.made]);
  }

  async remove(name: string, watch: Watch): Promise<void> {
    const sheet = this.sheets.get(name);
    if (!sheet) return;
    // Its first cell as well: that is where it is made again.
    const writes = filledIn(sheet);
    const first = { sheet: name, row: 0, column: 0, content: "" };
    const hasFirst = writes.some(({ row, column }) => row === 0 && column === 0);
    await this.write(hasFirst ? writes : [first, ...writes], watch);
    this.removed.add(name);
    await this.host.undo({ sheet: name, address: "", isNew: true, chart: null, before: null });
  }

  /** May be asked again when it failed. */
  async restore(): Promise<void> {
    for (const sheet of this.removed) {
      if ((await this.host.readSheet(sheet)) === null) await this.host.appendRows(sheet, [" "], []);
      this.removed.delete(sheet);
    }
    const writes = [...this.held.values()].filter(({ sheet }) => !this.made.has(sheet));
    for (const batch of batches(runsOf(writes))) await this.host.writeRuns(this.spared(batch));
    for (const sheet of this.made) {
      if (await this.host.readSheet(sheet))
        await this.host.undo({ sheet, address: "", isNew: true, chart: null, before: null });
      this.made.delete(sheet);
    }
  }

  private spared(runs: Run[]): Run[] {
    return this.spare ? runs.map((run) => ({ ...run, spare: true })) : runs;
  }

  private before({ sheet: name, row, column }: Omit<Write, "content">): Content {
    const sheet = this.sheets.get(name);
    const content = sheet?.formulas[row - sheet.row]?.[column - sheet.column] ?? "";
    const value = sheet?.values[row - sheet.row]?.[column - sheet.column];
    // A formula never shows itself, and an error typed as such must not become text.
    const raw =
      typeof content !== "string" ||
      content === "" ||
      typeof value === "object" ||
      (content[0] === "=" && content !== value);
    return raw ? (content as Content) : `'${content}`;
  }
}

const keyOf = ({ sheet, row, column }: Omit<Write, "content">): string => `${sheet}!${row}:${column}`;

const filledIn = ({ name, row, column, formulas }: BookSheet): Write[] =>
  formulas.flatMap((line, r) =>
    line.flatMap((content, c) =>
      (content ?? "") === "" ? [] : [{ sheet: name, row: row + r, column: column + c, content: "" }],
    ),
  );

const placesOf = ({ sheet, row, column, cells }: Run): Omit<Write, "content">[] =>
  cells.flatMap((line, r) => line.map((_, c) => ({ sheet, row: row + r, column: column + c })));

/** Neighbours in one assignment; what is cleared goes first, so that formulas find room for their results. */
export function runsOf(writes: readonly Write[]): Run[] {
  const cleared = writes.filter(({ content }) => content === "");
  const filled = writes.filter(({ content }) => content !== "");
  return [cleared, filled].flatMap((part) => {
    const [down, across] = [joined(part, true), joined(part, false)];
    return across.length < down.length ? across : down;
  });
}

function joined(writes: readonly Write[], down: boolean): Run[] {
  const sheets = [...new Set(writes.map(({ sheet }) => sheet))];
  const order = new Map(sheets.map((sheet, i) => [sheet, i]));
  const sorted = [...writes].sort(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
      (down ? a.column - b.column || a.row - b.row : a.row - b.row || a.column - b.column),
  );
  const runs: { sheet: string; row: number; column: number; cells: Content[][] }[] = [];
  for (const { sheet, row, column, content } of sorted) {
    const last = runs[runs.length - 1];
    const next =
      last?.sheet === sheet &&
      (down
        ? last.column === column && last.row + last.cells.length === row
        : last.row === row && last.column + (last.cells[0]?.length ?? 0) === column);
    if (!last || !next) runs.push({ sheet, row, column, cells: [[content]] });
    else if (down) last.cells.push([content]);
    else last.cells[0]?.push(content);
  }
  return runs;
}

function* batches(runs: readonly Run[]): Generator<Run[]> {
  let batch: Run[] = [];
  let cells = 0;
  for (const run of runs)
    for (let from = 0; from < run.cells.length; from += BATCH) {
      const piece = { ...run, row: run.row + from, cells: run.cells.slice(from, from + BATCH) };
      const size = piece.cells.length * (piece.cells[0]?.length ?? 0);
      if (cells > 0 && cells + size > BATCH) {
        yield batch;
        batch = [];
        cells = 0;
      }
      batch.push(piece);
      cells += size;
    }
  if (cells > 0) yield batch;
}

/** "B7" as row 6, column 1. */
export function positionOf({ cell }: Place): { row: number; column: number } {
  const [, letters = "A", digits = "1"] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return { row: Number(digits) - 1, column: columnAt(letters) };
}
