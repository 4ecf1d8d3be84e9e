// The sidebar's spreadsheet, in Google Sheets: each question is one call of the server's function of that name.

import { type Block, placeOf } from "../core/block";
import { withSemicolons } from "../core/exchange/separators";
import { EXCEL, restyle, type Style } from "../core/exchange/tokens";
import type { Drawn } from "../core/tables/drawn";
import type { Area, Painted } from "../core/tables/paint";
import type { Language } from "../core/words";
import {
  between,
  type CellContent,
  type Host,
  HostProblem,
  MOST_CELLS,
  portions,
  rowsAtATime,
  takenBack,
  type Watch,
  type Written,
} from "../sidebar/host";
import type * as Server from "./server";
import type { Beginning } from "./server";

type Asked = typeof Server;

interface Runner {
  withSuccessHandler(then: (answer: unknown) => void): Runner;
  withFailureHandler(then: (error: Error) => void): Runner;
  [name: string]: (...args: never[]) => unknown;
}

declare const google: { script: { run: Runner } };

/** Typed by the server itself: rename a function there and this stops compiling. */
function ask<K extends keyof Asked>(name: K, ...args: Parameters<Asked[K]>): Promise<ReturnType<Asked[K]>> {
  return new Promise((resolve, reject) => {
    const runner = google.script.run
      .withSuccessHandler((answer) => resolve(answer as ReturnType<Asked[K]>))
      .withFailureHandler((error) => reject(problemOf(error)));
    (runner[name] as (...given: unknown[]) => void)(...args);
  });
}

function problemOf(error: Error): HostProblem {
  const message = error?.message ?? String(error);
  if (/PERMISSION_DENIED/.test(message))
    return new HostProblem({
      id: "Google menolak permintaan ini. Biasanya karena beberapa akun Google terbuka di peramban: keluar dari akun lain, atau pakai jendela penyamaran.",
      en: "Google refused this request. Usually several Google accounts are open in the browser: sign out of the others, or use a private window.",
    });
  const own = /UCJ: (.*)/s.exec(message)?.[1];
  if (own) {
    const [id = own, en = id] = own.split(" ¦ ");
    return new HostProblem({ id, en });
  }
  return new HostProblem({
    id: `Google Sheets tidak dapat menyelesaikan langkah ini (${message}). Coba lagi.`,
    en: `Google Sheets could not finish this step (${message}). Try again.`,
  });
}

/** Sheets takes ";" between arguments in every locale; with a decimal comma it takes nothing else. */
const inSheetsTerms = (table: Painted): Painted => ({
  ...table,
  cells: table.cells.map((line) =>
    line.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? withSemicolons(cell) : cell)),
  ),
});

/** The file's locale as last heard. */
let heard: string | undefined;

async function locale(): Promise<string> {
  heard = await ask("ucjLocale");
  return heard;
}

/** The file's own marks: Sheets reads a script's formula as if it were typed. */
function marksOf(locale: string): Style {
  // Google still writes the old code for Indonesian.
  const tag = locale.replace(/^in\b/, "id").replace("_", "-");
  const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value === "." ? "." : ",";
  return { separator: ";", decimal };
}

/** @param write answers null where the file has another locale than the one named, and has then done nothing */
async function inItsMarks<T>(write: (style: Style, locale: string) => Promise<T | null>): Promise<T> {
  const known = heard ?? (await locale());
  const answer = await write(marksOf(known), known);
  if (answer !== null) return answer;
  const now = await locale();
  const again = await write(marksOf(now), now);
  if (again === null) throw new TypeError("the locale changes all the time");
  return again;
}

const inMarks = (cells: readonly CellContent[], style: Style): CellContent[] =>
  cells.map((cell) =>
    cell.formula ? { ...cell, content: restyle(String(cell.content), EXCEL, style) } : cell,
  );

/** The first answer brings a small block whole; a large one follows in pieces. */
async function whole({ rows, ...block }: Beginning, watch?: Watch): Promise<Block> {
  const columns = block.cells[0]?.length ?? 1;
  const step = rowsAtATime(rows, columns);
  const cells = [...block.cells];
  while (cells.length < rows) {
    between(watch, cells.length / rows);
    const area = { row: block.row + cells.length, column: block.column, columns };
    const part = { ...area, rows: Math.min(step, rows - cells.length) };
    for (const line of await ask("ucjReadCells", block.sheet, part)) cells.push(line);
  }
  return { ...block, cells };
}

async function readSheet(name: string | null, watch?: Watch): Promise<Block | null> {
  const begun = await ask("ucjReadSheet", name, MOST_CELLS);
  return begun && whole(begun, watch);
}

async function write(table: Painted, isNew: boolean, watch?: Watch): Promise<Written> {
  const { cells, formats, ...rest } = inSheetsTerms(table);
  const lines = cells.map((line, r) => [line, formats[r] ?? []] as const);
  const split = (part: typeof lines) =>
    [part.map(([line]) => line), part.map(([, line]) => line)] as [Painted["cells"], Painted["formats"]];
  const [first = [], ...others] = portions(lines, (line) => JSON.stringify(line).length);
  const [begun, begunFormats] = split(first);
  const written = await ask("ucjWrite", { ...rest, cells: begun, formats: begunFormats }, isNew);
  let done = first.length;
  try {
    for (const part of others) {
      between(watch, done / lines.length);
      const area = { ...rest.area, row: rest.area.row + done, rows: part.length };
      await ask("ucjWriteRows", rest.sheet, area, ...split(part));
      done += part.length;
    }
  } catch (error) {
    await takenBack(written, () => ask("ucjUndo", written));
    throw error;
  }
  return written;
}

const areaIn = (address: string): Area | undefined => {
  const place = placeOf(`x!${address}`);
  return place && { row: place.row, column: place.column, rows: place.rows, columns: place.columns };
};

/** What a rule says, where it is of a sort that tables write. */
function condition(id: string): Drawn["conditions"] {
  const [at, sort, value, one, two] = JSON.parse(id) as (string | number | null)[];
  const area = areaIn(String(at));
  if (!area || !one || !two) return [];
  const colors = { fill: String(one), color: String(two) };
  if (sort === "") return [{ id, area, when: "scale", low: String(one), high: String(two) }];
  if (sort === "TEXT_EQUAL_TO") return [{ id, area, when: "is", text: String(value), ...colors }];
  return sort === "NUMBER_GREATER_THAN" ? [{ id, area, when: "above", value: Number(value), ...colors }] : [];
}

async function drawn(name: string, area: Area): Promise<Drawn> {
  const { charts, conditions } = await ask("ucjDrawn", name);
  return {
    charts: charts.map((chart) => ({
      ...chart,
      names: [],
      ranges: chart.ranges.flatMap((one) => areaIn(one) ?? []),
    })),
    headed: true,
    mute: false,
    conditions: conditions.flatMap(condition),
    end: area.row + area.rows + 1,
    rowHeight: 1,
  };
}

export const sheetsHost = (language: Language): Host => ({
  name: "sheets",
  language,
  readSelection: async (watch) => whole(await ask("ucjReadSelection", MOST_CELLS), watch),
  survey: (place, size, sheetName) => ask("ucjSurvey", place, size, sheetName),
  write,
  undo: async (written: Written) => void (await ask("ucjUndo", written)),
  open: async (written: Written) => void (await ask("ucjOpen", written)),
  marks: async () => marksOf(await locale()),
  calculate: async (formula) => ask("ucjCalculate", withSemicolons(formula)),
  goTo: async (sheet, address) => void (await ask("ucjGoTo", sheet, address)),
  writeCells: (sheet, cells) =>
    inItsMarks(async (style, locale) => {
      const held = await ask("ucjWriteCells", sheet, inMarks(cells, style), locale);
      if (held === null) return null;
      return held.map((cell) =>
        cell.formula ? { ...cell, content: restyle(String(cell.content), style, EXCEL) } : cell,
      );
    }),
  readSheet,
  appendRows: async (sheet, headings, rows) => void (await ask("ucjAppendRows", sheet, headings, rows)),
  readBook: (names) => ask("ucjReadBook", names ?? null),
  writeRuns: async (runs) => void (await ask("ucjWriteRuns", runs)),
  drawn,
  redraw: (sheet, change) => ask("ucjRedraw", sheet, change),
});
