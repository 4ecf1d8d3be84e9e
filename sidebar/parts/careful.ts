// The spreadsheet as the panels see it: every answer is looked at, every failure is a sentence, every wait can be given up.

import type { Painted } from "../../core/tables/paint";
import type { Words } from "../../core/words";
import { type Host, HostProblem, type Watch, type Written } from "../host";
import type { Following } from "./pane";
import { waysOf } from "./ways";

export type Call = {
  [K in keyof Host]-?: Host[K] extends (...given: never[]) => Promise<unknown> ? K : never;
}[keyof Host];

const NAMES = { excel: "Excel", sheets: "Google Sheets" } as const;

type Test = (answer: unknown) => boolean;
type Plain = Readonly<Record<string, unknown>>;

const isPlain = (answer: unknown): answer is Plain => typeof answer === "object" && answer !== null;
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const areRows = (value: unknown): boolean => Array.isArray(value) && value.every(Array.isArray);
const anything: Test = () => true;

const isBlock: Test = (answer) =>
  isPlain(answer) &&
  typeof answer.sheet === "string" &&
  isCount(answer.row) &&
  isCount(answer.column) &&
  areRows(answer.cells) &&
  Array.isArray(answer.hiddenRows);
const isSpotted: Test = (answer) =>
  isPlain(answer) && typeof answer.sheet === "string" && typeof answer.address === "string";
const isSheet: Test = (answer) =>
  isPlain(answer) && typeof answer.name === "string" && areRows(answer.formulas) && areRows(answer.values);

/** What an answer must look like before a panel may work with it. */
const ANSWERS: Readonly<Record<Call, Test>> = {
  readSelection: isBlock,
  survey: (answer) =>
    isSpotted(answer) && isCount((answer as Plain).row) && isCount((answer as Plain).filled),
  write: isSpotted,
  undo: anything,
  open: anything,
  marks: (answer) =>
    isPlain(answer) &&
    [",", ";"].includes(String(answer.separator)) &&
    [",", "."].includes(String(answer.decimal)),
  calculate: (answer) =>
    answer === null ||
    ["number", "string", "boolean"].includes(typeof answer) ||
    (isPlain(answer) && typeof answer.error === "string"),
  goTo: anything,
  writeCells: (answer) => Array.isArray(answer) && answer.every((cell) => isPlain(cell) && isCount(cell.row)),
  readSheet: (answer) => answer === null || isBlock(answer),
  appendRows: anything,
  readBook: (answer) => Array.isArray(answer) && answer.every(isSheet),
  writeRuns: anything,
  drawn: (answer) => isPlain(answer) && Array.isArray(answer.charts) && Array.isArray(answer.conditions),
  redraw: (answer) => isPlain(answer) && Array.isArray(answer.conditions),
};

const CHANGES: ReadonlySet<Call> = new Set<Call>([
  "write",
  "undo",
  "calculate",
  "writeCells",
  "appendRows",
  "writeRuns",
  "redraw",
]);

/** Which argument of a call follows it, where it may come in pieces. */
const FOLLOWED: { readonly [K in Call]?: number } = { readSelection: 0, readSheet: 1, write: 2 };

const garbled = (app: string): Words => ({
  id: `Jawaban ${app} tidak dapat dibaca. Isian Anda masih ada; coba lagi, atau muat ulang berkas bila terulang.`,
  en: `The answer of ${app} could not be read. What you typed is still here; try again, or reload the file if it happens again.`,
});
const failed = (app: string): Words => ({
  id: `${app} tidak dapat menyelesaikan langkah ini karena sebab yang tidak dikenal. Isian Anda masih ada; coba lagi.`,
  en: `${app} could not finish this step for an unknown reason. What you typed is still here; try again.`,
});
const givenUp = (app: string, changes: boolean): Words =>
  changes
    ? {
        id: `Jawaban ${app} tidak ditunggu lagi. Perubahan mungkin masih masuk: lihat lembarnya sebelum mencoba lagi.`,
        en: `No longer waiting for ${app}. The change may still arrive: look at the sheet before you try again.`,
      }
    : {
        id: `Jawaban ${app} tidak ditunggu lagi; tidak ada yang berubah.`,
        en: `No longer waiting for ${app}; nothing has changed.`,
      };

/** The planner stopped waiting: asking the same spreadsheet for more would only wait again. */
export class GivenUp extends HostProblem {}

/** What the planner waits for; null when nothing runs. */
export interface Wait {
  /** The spreadsheet that is asked at this moment. */
  readonly app?: string;
  /** A cell may be written meanwhile. */
  readonly changes: boolean;
  /** From 0 to 1, of an action in pieces. */
  readonly share?: number;
  /** It was asked to stop, and comes to the end of its piece. */
  readonly stopping: boolean;
}

/** A change that came after the planner had given it up. */
export interface Late {
  readonly words: Words;
  /** A table, and where it was written. */
  readonly written?: readonly [Painted, Written];
}

/** A call without its answer, or an action of several calls. */
interface Running {
  readonly changes: boolean;
  /** Of a call. */
  readonly refuse?: (problem: HostProblem) => void;
  share?: number;
  stopped?: true;
}

export interface Careful {
  readonly host: Host | null;
  /** An action that may ask several times, or none at all. */
  follow(): Following;
  watch(listener: (wait: Wait | null) => void): () => void;
  onLate(listener: (late: Late) => void): () => void;
  /** Stops what comes in pieces, which takes back what it began; asked again, gives up every call without an answer. */
  giveUp(): void;
}

const came = (app: string, written: Written | undefined): Words =>
  written
    ? {
        id: `${app} ternyata tetap menyelesaikan langkah yang tadi tidak ditunggu lagi: hasilnya ada di lembar “${written.sheet}”, ${written.address}.`,
        en: `${app} did finish the step you stopped waiting for: its result is on sheet “${written.sheet}”, ${written.address}.`,
      }
    : {
        id: `${app} ternyata tetap menyelesaikan langkah yang tadi tidak ditunggu lagi. Lihat lembarnya sebelum mencoba lagi.`,
        en: `${app} did finish the step you stopped waiting for. Look at the sheet before you try again.`,
      };

/** @param given null outside a spreadsheet, where actions are followed all the same */
export function careful(given: Host | null): Careful {
  const running = new Set<Running>();
  const listeners = new Set<(wait: Wait | null) => void>();
  const lateOnes = new Set<(late: Late) => void>();
  const app = NAMES[given?.name ?? "excel"];

  function waitOf(all: readonly Running[]): Wait | null {
    if (all.length === 0) return null;
    const shares = all.flatMap(({ share }) => share ?? []);
    return {
      ...(all.some(({ refuse }) => refuse) && { app }),
      changes: all.some(({ changes }) => changes),
      ...(shares.length > 0 && { share: Math.min(...shares) }),
      stopping: all.some(({ stopped }) => stopped),
    };
  }
  const tell = (): void => {
    const wait = waitOf([...running]);
    for (const listener of listeners) listener(wait);
  };
  const watchOf = (one: Running): Watch => ({
    progress: (share) => {
      one.share = share;
      tell();
    },
    isStopped: () => one.stopped === true,
  });
  const begin = (one: Running): void => {
    running.add(one);
    tell();
  };
  const end = (one: Running): boolean => {
    const was = running.delete(one);
    if (was) tell();
    return was;
  };

  function guarded(call: Call, ask: (...given: never[]) => Promise<unknown>) {
    return (...given: never[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const one: Running = {
          changes: CHANGES.has(call),
          refuse: (problem) => {
            if (end(one)) reject(problem);
          },
        };
        begin(one);
        const place = FOLLOWED[call];
        const all: unknown[] = [...given];
        if (place !== undefined) all[place] = watchOf(one);
        // A call that throws at once is a call that failed.
        new Promise((then) => then((ask as (...all: unknown[]) => Promise<unknown>)(...all))).then(
          (answer) => {
            const isRead = ANSWERS[call](answer);
            if (!running.has(one)) {
              if (!one.changes) return;
              tellLate(
                call === "write" && isRead ? [given[0] as unknown as Painted, answer as Written] : undefined,
              );
            } else if (!isRead) one.refuse?.(new HostProblem(garbled(app)));
            else {
              end(one);
              resolve(answer);
            }
          },
          (error) => one.refuse?.(problemOf(error, given[0])),
        );
      });
  }
  /** @param first what the call was given first: the table, where it is one that writes */
  function problemOf(error: Partial<HostProblem> | undefined, first: unknown): HostProblem {
    if (!error?.words?.id) return new HostProblem(failed(app));
    const left = error.after?.left;
    if (!left) return new HostProblem(error.words, error.after);
    const { undo, edited } = waysOf(host, first as Painted, left);
    // Where half a table was written over cells, the other half holds what comes back: that was not typed since.
    return new HostProblem(error.words, left.isNew ? { undo, edited } : { undo });
  }
  function tellLate(written: Late["written"]): void {
    for (const listener of lateOnes)
      listener({ words: came(app, written?.[1]), ...(written && { written }) });
  }

  const calls = given ? (Object.keys(ANSWERS) as Call[]) : [];
  const host = {
    ...given,
    ...Object.fromEntries(calls.map((call) => [call, guarded(call, (given as Host)[call])])),
  } as Host;
  return {
    host: given && host,
    follow: () => {
      const one: Running = { changes: false };
      begin(one);
      return { ...watchOf(one), end: () => void end(one) };
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onLate: (listener) => {
      lateOnes.add(listener);
      return () => void lateOnes.delete(listener);
    },
    giveUp: () => {
      const all = [...running];
      // Between two pieces it answers by itself, when it has taken back the first ones.
      const willAnswer = all.some(({ share, stopped }) => share !== undefined && !stopped);
      for (const one of all) {
        one.stopped = true;
        if (!willAnswer) one.refuse?.(new GivenUp(givenUp(app, one.changes)));
      }
      tell();
    },
  };
}
