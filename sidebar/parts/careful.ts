// The spreadsheet as the panels see it: every answer is looked at, every failure is a sentence, every wait can be given up.
import type { Words } from "../../core/words";
import { type Host, HostProblem, type Watch } from "../host";

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
  insertFormula: isSpotted,
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
};

const CHANGES: ReadonlySet<Call> = new Set<Call>([
  "write",
  "undo",
  "insertFormula",
  "calculate",
  "writeCells",
  "appendRows",
  "writeRuns",
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

/** What the planner waits for; null when the spreadsheet has answered everything. */
export interface Wait {
  readonly app: string;
  /** A cell may be written meanwhile. */
  readonly changes: boolean;
  /** From 0 to 1, of an action in pieces. */
  readonly share?: number;
}

interface Asked {
  readonly changes: boolean;
  share?: number;
  stopped?: true;
}

export interface Careful {
  readonly host: Host;
  watch(listener: (wait: Wait | null) => void): () => void;
  /** Stops what comes in pieces, which takes back what it began; gives up every other call without an answer. */
  giveUp(): void;
}

export function careful(host: Host): Careful {
  const app = NAMES[host.name];
  const waiting = new Map<(problem: HostProblem) => void, Asked>();
  const listeners = new Set<(wait: Wait | null) => void>();
  const tell = (): void => {
    const all = [...waiting.values()];
    const shares = all.flatMap(({ share }) => share ?? []);
    const wait =
      all.length > 0
        ? {
            app,
            changes: all.some(({ changes }) => changes),
            ...(shares.length > 0 && { share: Math.min(...shares) }),
          }
        : null;
    for (const listener of listeners) listener(wait);
  };

  function guarded(call: Call, ask: (...given: never[]) => Promise<unknown>) {
    return (...given: never[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        const refuse = (problem: HostProblem): void => {
          if (!waiting.delete(refuse)) return;
          tell();
          reject(problem);
        };
        const asked: Asked = { changes: CHANGES.has(call) };
        waiting.set(refuse, asked);
        tell();
        const watch: Watch = {
          progress: (share) => {
            asked.share = share;
            tell();
          },
          isStopped: () => asked.stopped === true,
        };
        const place = FOLLOWED[call];
        const all: unknown[] = [...given];
        if (place !== undefined) all[place] = watch;
        // A call that throws at once is a call that failed.
        new Promise((then) => then((ask as (...all: unknown[]) => Promise<unknown>)(...all))).then(
          (answer) => {
            if (!ANSWERS[call](answer)) return refuse(new HostProblem(garbled(app)));
            if (!waiting.delete(refuse)) return;
            tell();
            resolve(answer);
          },
          (error) => refuse(error?.words?.id ? error : new HostProblem(failed(app))),
        );
      });
  }

  const calls = Object.keys(ANSWERS) as Call[];
  return {
    host: { ...host, ...Object.fromEntries(calls.map((call) => [call, guarded(call, host[call])])) } as Host,
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    giveUp: () => {
      for (const [refuse, asked] of [...waiting]) {
        const again = asked.stopped;
        asked.stopped = true;
        // It is between two pieces, and answers when it has taken back the first ones.
        if (!again && asked.share !== undefined) continue;
        refuse(new GivenUp(givenUp(app, asked.changes)));
      }
    },
  };
}
