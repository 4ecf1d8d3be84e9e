// Puts the formula of a try into the selected cell: shown first in the host's own marks, asked for where something is in the way.
import { Fragment } from "preact";
import { addressOf } from "../../core/block";
import type { Definition } from "../../core/define";
import { EXCEL, restyle, type Style } from "../../core/exchange/tokens";
import { writeNumber } from "../../core/numbers";
import { isRefusal } from "../../core/refuse";
import { howMany, type Language, type Words } from "../../core/words";
import type { Host, Size, Spot, Spotted } from "../host";
import type { Acting } from "./act";
import { editedSince, inCells } from "./edited";
import { formulaFrom, type Given, isInside, type Outcome, takesCells, unreadable } from "./given";
import { Messages } from "./live";
import { Notice } from "./notice";
import { off, offBecause } from "./off";
import { Progress } from "./progress";
import { type Done, DoneNotice } from "./written";

const WORDS = {
  heading: { id: "Rumus di lembar", en: "Formula in the sheet" },
  one: { id: "Sisipkan rumus", en: "Insert the formula" },
  column: { id: "Isi kolom", en: "Fill the column" },
  row: { id: "Isi baris", en: "Fill the row" },
  table: { id: "Isi tabel", en: "Fill the table" },
  where: {
    id: "Klik dulu sel tujuan di lembar.",
    en: "First click the cell in the sheet where it should go.",
  },
  incomplete: { id: "Lengkapi dulu isian di atas.", en: "First fill in the fields above." },
  mend: {
    id: "Perbaiki dulu isian di atas; sebabnya tertulis di Hasil.",
    en: "First mend what is typed above; the reason stands under Result.",
  },
  outside: {
    id: "Buka dari Excel atau Google Sheets untuk menyisipkan rumus.",
    en: "Open this from Excel or Google Sheets to insert formulas.",
  },
  again: { id: "Coba lagi", en: "Try again" },
  replace: { id: "Timpa", en: "Overwrite" },
  anyway: { id: "Tetap sisipkan", en: "Insert anyway" },
  insertHere: { id: "Sisipkan di sini", en: "Insert here" },
  undone: {
    id: "Rumus sudah dibatalkan; sel kembali seperti semula.",
    en: "The formula was taken back; the cell is as it was.",
  },
} as const satisfies Record<string, Words>;

/** A formula is one call, also for many cells: the spreadsheet spills the answers. */
const sizeOf = (outcome: Outcome | undefined): Size =>
  Array.isArray(outcome)
    ? { rows: outcome.length, columns: outcome[0]?.length ?? 1 }
    : { rows: 1, columns: 1 };

const verb = ({ rows, columns }: Size): Words =>
  rows === 1 && columns === 1
    ? WORDS.one
    : columns === 1
      ? WORDS.column
      : rows === 1
        ? WORDS.row
        : WORDS.table;

const cellsIn = ({ rows, columns }: Size, language: Language): string =>
  writeNumber(rows * columns, language);

/** What stands in the way of writing at once. */
interface Question {
  readonly spot: Spot;
  readonly formula: string;
  readonly inside: boolean;
  readonly otherSheet: boolean;
}

/** What became of the last insertion of a function; another one may be in view when it ends. */
export interface Inserting {
  readonly question?: Question;
  readonly done?: Inserted | "undone";
}

interface Inserted extends Done {
  readonly formula: string;
  /** What stood in view as the formula then. */
  readonly from: string;
}

export function Insert(props: {
  host: Host | null;
  fn: Definition;
  givens: readonly Given[];
  outcome: Outcome | undefined;
  style: Style;
  language: Language;
  acting: Acting<string>;
  inserting: Inserting;
  onInserting: (next: Inserting) => void;
}) {
  const { host, fn, givens, outcome, style, language, acting, onInserting } = props;
  const { question, done } = props.inserting;
  const own = `insert-${fn.name}`;

  const size = sizeOf(outcome);
  const formula = formulaFrom(fn, givens);
  const inMarks = (text: string) => (
    <Formula text={restyle(text, EXCEL, style)} separator={style.separator} />
  );
  const wait = off(language, acting.isBusy);
  const reason = whyNot(host, fn, givens, outcome);

  /** A question, or none any more, costs nobody the way back. */
  const ask = (next?: Question) =>
    onInserting({ ...(next && { question: next }), ...(done && done !== "undone" && { done }) });

  /** @param accepted what the planner said yes to; anything else is asked again */
  const insert = (accepted?: Question) =>
    acting.act(own, async () => {
      if (!host) return;
      ask();
      const spot = await host.survey("here", size, "");
      const there = formulaFrom(fn, givens, spot.sheet);
      const next: Question = {
        spot,
        formula: there,
        inside: isInside(givens, spot),
        otherSheet: there !== formula,
      };
      const agreed = accepted?.spot.sheet === spot.sheet && accepted.spot.address === spot.address;
      if (next.inside || ((spot.filled > 0 || next.otherSheet) && !agreed)) {
        ask(next);
        return;
      }
      onInserting({});
      const { sheet, row, column } = spot;
      // Answers what the cell held, so that it can come back.
      const cells = [{ row, column, content: there, formula: true }];
      const held = await host.writeCells(sheet, cells);
      const address = addressOf(row, column);
      onInserting({
        done: {
          words: inserted({ sheet, address }, size),
          formula: there,
          from: formula,
          undo: async () => void (await host.writeCells(sheet, held)),
          edited: () => editedSince(host, inCells(sheet, cells, held)),
          open: () => host.goTo(sheet, address),
        },
      });
    });

  return (
    <section
      class="insert"
      aria-labelledby="insert-heading"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !question) return;
        // The function itself stays open.
        event.stopPropagation();
        ask();
      }}
    >
      <h3 id="insert-heading">{WORDS.heading[language]}</h3>
      {inMarks(formula)}
      <button
        type="button"
        class="main wide"
        {...wait}
        {...(reason && offBecause(reason, language))}
        aria-describedby="insert-hint"
        onClick={() => insert()}
      >
        {verb(size)[language]}
        {size.rows * size.columns > 1 &&
          { id: ` (${cellsIn(size, "id")} sel)`, en: ` (${cellsIn(size, "en")} cells)` }[language]}
      </button>
      <p class="hint" id="insert-hint">
        {(reason ?? WORDS.where)[language]}
      </p>
      <Messages>
        <Progress of={acting} where={own} language={language} />
        {question && acting.busy === null && (
          <Notice kind="warning" words={asked(question, size)} language={language}>
            {question.otherSheet && inMarks(question.formula)}
            <div class="buttons">
              <button type="button" {...wait} onClick={() => insert()}>
                {WORDS.again[language]}
              </button>
              {!question.inside && (
                <button
                  type="button"
                  {...wait}
                  class={question.spot.filled > 0 ? "risky" : ""}
                  onClick={() => insert(question)}
                >
                  {yes(question, size)[language]}
                </button>
              )}
            </div>
          </Notice>
        )}
        {done === "undone" && <Notice kind="done" words={WORDS.undone} language={language} />}
        {done && done !== "undone" && (
          <DoneNotice
            done={done}
            acting={acting}
            where={own}
            language={language}
            onUndone={() => onInserting({ done: "undone" })}
            about={done.from !== formula && inMarks(done.formula)}
          />
        )}
      </Messages>
    </section>
  );
}

/** Breaks between arguments rather than inside a number. */
const Formula = ({ text, separator }: { text: string; separator: string }) => (
  <code class="formula">
    {text.split(separator).map((part, i) => (
      <Fragment key={i}>
        {i > 0 && separator}
        {i > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </code>
);

/** Cells may be filled in later; typed values that are refused now always will be. */
function whyNot(
  host: Host | null,
  fn: Definition,
  givens: readonly Given[],
  outcome: Outcome | undefined,
): Words | undefined {
  if (!host) return WORDS.outside;
  if (outcome === undefined) return WORDS.incomplete;
  return unreadable(fn, givens) || (isRefusal(outcome) && !takesCells(givens)) ? WORDS.mend : undefined;
}

const yes = ({ spot }: Question, { rows, columns }: Size): Words =>
  spot.filled === 0 ? WORDS.insertHere : rows * columns > 1 ? WORDS.anyway : WORDS.replace;

function asked({ spot, inside, otherSheet }: Question, { rows, columns }: Size): Words {
  const { sheet, address, filled } = spot;
  if (inside)
    return {
      id: `Sel tujuan di “${sheet}”, ${address}, termasuk sel yang dihitung. Klik sel lain yang kosong, lalu coba lagi.`,
      en: `The cell chosen in “${sheet}”, ${address}, is one of those the formula reads. Click another, empty cell and try again.`,
    };
  if (filled > 0 && rows * columns > 1)
    return {
      id: `Lembar “${sheet}”, ${address}: ${filled} sel sudah berisi, sehingga hasilnya tidak mendapat tempat. Klik tempat kosong, lalu coba lagi.`,
      en: `Sheet “${sheet}”, ${address}: something stands in ${howMany(filled, "cell")} already, so the results find no room. Click a free place and try again.`,
    };
  if (filled > 0)
    return {
      id: `Sel ${address} di “${sheet}” sudah berisi. Timpa, atau klik sel lain lalu coba lagi.`,
      en: `Cell ${address} in “${sheet}” holds something already. Overwrite it, or click another cell and try again.`,
    };
  return {
    id: `Sel tujuan ${address} ada di lembar “${sheet}”${otherSheet ? "; rumusnya menyebut lembar asal angkanya:" : "."}`,
    en: `The cell chosen, ${address}, is in sheet “${sheet}”${otherSheet ? "; the formula names the sheet its figures come from:" : "."}`,
  };
}

function inserted({ sheet, address }: Spotted, size: Size): Words {
  const many = size.rows * size.columns > 1;
  return {
    id: `Rumus disisipkan di lembar “${sheet}”, ${address}${many ? `; hasilnya mengisi ${cellsIn(size, "id")} sel` : ""}.`,
    en: `The formula was inserted in sheet “${sheet}”, ${address}${many ? `; its results fill ${cellsIn(size, "en")} cells` : ""}.`,
  };
}
