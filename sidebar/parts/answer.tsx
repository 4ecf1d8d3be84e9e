// What the function answers to what is in the fields: a value with its working, a table, or the cell's own sentence.
import type { Definition } from "../../core/define";
import { isRefusal } from "../../core/refuse";
import type { Language, Words } from "../../core/words";
import { type Given, missing, type Outcome } from "./given";
import { Messages } from "./live";
import { Notice } from "./notice";
import { shownAnswer, shownCell } from "./shown";
import { working } from "./working";

const WORDS = {
  result: { id: "Hasil", en: "Result" },
  table: { id: "Tabel hasil", en: "Table of results" },
  row: { id: "Baris", en: "Row" },
} as const satisfies Record<string, Words>;

/** Rows beyond this are counted, not shown: the sheet shows them all. */
const MOST_ROWS = 12;

/** "Isi Angkatan kerja dan Target untuk melihat hasilnya." */
function toFill(fn: Definition, givens: readonly Given[]): Words | undefined {
  const labels = missing(fn, givens).map(({ label }) => label);
  if (labels.length === 0) return undefined;
  const list = (language: Language, and: string): string =>
    labels
      .map((label) => label[language])
      .join(", ")
      .replace(/, ([^,]*)$/, ` ${and} $1`);
  return {
    id: `Isi ${list("id", "dan")} untuk melihat hasilnya.`,
    en: `Fill in ${list("en", "and")} to see the result.`,
  };
}

export function Answer(props: {
  fn: Definition;
  givens: readonly Given[];
  outcome: Outcome | undefined;
  language: Language;
}) {
  const { fn, givens, outcome, language } = props;
  return (
    <Messages class="answer">
      <h3>{WORDS.result[language]}</h3>
      {outcome === undefined ? (
        <p class="hint">{toFill(fn, givens)?.[language]}</p>
      ) : isRefusal(outcome) ? (
        <Notice kind="problem" words={outcome.refusal} language={language} />
      ) : Array.isArray(outcome) ? (
        <Rows fn={fn} rows={outcome} language={language} />
      ) : (
        <Value fn={fn} givens={givens} value={outcome as string | number} language={language} />
      )}
    </Messages>
  );
}

function Value(props: {
  fn: Definition;
  givens: readonly Given[];
  value: string | number;
  language: Language;
}) {
  const { fn, givens, value, language } = props;
  const line = working(fn, givens, value, language);
  return (
    <>
      <p class={typeof value === "number" ? "value" : undefined}>
        {shownAnswer(value, fn.result.format, language)}
      </p>
      {line && <p class="working">{line}</p>}
      <p class="hint">{fn.result.about[language]}</p>
    </>
  );
}

function Rows(props: {
  fn: Definition;
  rows: Exclude<Outcome, string | number | { refusal: Words }>;
  language: Language;
}) {
  const { fn, rows, language } = props;
  const headings = fn.spill && rows[0]?.every((cell) => typeof cell === "string") ? rows[0].map(String) : [];
  const body = headings.length > 0 ? rows.slice(1) : rows;
  const more = body.length - MOST_ROWS;
  return (
    <div class="preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={WORDS.table[language]}>
        <table>
          <caption class="hidden">
            {WORDS.table[language]} {fn.name}
          </caption>
          <tr class="header">
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            {headings.length === 0 && (
              <>
                <th scope="col">{WORDS.row[language]}</th>
                <th scope="col" colSpan={body[0]?.length ?? 1}>
                  {WORDS.result[language]}
                </th>
              </>
            )}
          </tr>
          {body.slice(0, MOST_ROWS).map((row, r) => (
            <tr key={r}>
              {headings.length === 0 && <th scope="row">{r + 1}</th>}
              {row.map((cell, c) => {
                const Cell = headings.length > 0 && c === 0 ? "th" : "td";
                return isRefusal(cell) ? (
                  <td key={c} class="refused">
                    ⚠ {cell.refusal[language]}
                  </td>
                ) : (
                  <Cell key={c} {...(Cell === "th" && { scope: "row" })}>
                    {headings.length > 0
                      ? shownCell(cell, headings[c] ?? "", language)
                      : shownAnswer(cell, fn.result.format, language)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </table>
      </section>
      {more > 0 && (
        <p class="hint">{{ id: `… dan ${more} baris lagi`, en: `… and ${more} more rows` }[language]}</p>
      )}
      <p class="hint">{fn.result.about[language]}</p>
    </div>
  );
}
