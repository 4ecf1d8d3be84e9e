// What there is to read of a function: examples as typed, its errors, the source of its rule, its relatives.
import { useMemo } from "preact/hooks";
import type { Definition, Example } from "../../core/define";
import { formulaOf, refusedExamples } from "../../core/examples";
import type { Language, Words } from "../../core/words";
import { typedExample } from "./given";
import { shownAnswer } from "./shown";

const WORDS = {
  examples: { id: "Contoh", en: "Examples" },
  use: { id: "Coba contoh ini", en: "Try this example" },
  errors: { id: "Galat dan artinya", en: "Errors and what they mean" },
  source: { id: "Sumber aturan", en: "Source of the rule" },
  related: { id: "Fungsi terkait", en: "Related functions" },
} as const satisfies Record<string, Words>;

/** Cells shown of an answer that spills; longer ones are described. */
const MOST_CELLS = 4;

function shownGives({ gives }: Example, { result }: Definition, language: Language): string {
  if (typeof gives !== "object") return shownAnswer(gives, result.format, language);
  const cells = gives.flat();
  if (cells.length <= MOST_CELLS)
    return cells.map((cell) => shownAnswer(cell, result.format, language)).join("; ");
  const [rows, columns] = [gives.length, gives[0]?.length ?? 0];
  return { id: `tabel ${rows} baris × ${columns} kolom`, en: `a table of ${rows} rows × ${columns} columns` }[
    language
  ];
}

export function Reference(props: {
  fn: Definition;
  language: Language;
  onExample: (example: Example) => void;
  onOpen: (name: string) => void;
}) {
  const { fn, language } = props;
  const refused = useMemo(() => refusedExamples(fn), [fn]);
  const answered = fn.examples.filter((example) => !refused.some((other) => other.example === example));
  return (
    <>
      <section class="read">
        <h3>{WORDS.examples[language]}</h3>
        <ul class="examples">
          {answered.map((example) => (
            <li key={example.note.en}>
              <p>{example.note[language]}</p>
              <code>{formulaOf(fn, example, language)}</code>
              <p>→ {shownGives(example, fn, language)}</p>
              {typedExample(fn, example) && fn.params.length > 0 && (
                <button
                  type="button"
                  aria-label={`${WORDS.use[language]}: ${example.note[language]}`}
                  onClick={() => props.onExample(example)}
                >
                  {WORDS.use[language]}
                </button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {refused.length > 0 && (
        <section class="read">
          <h3>{WORDS.errors[language]}</h3>
          <ul class="examples">
            {refused.map(({ example, refusal }) => (
              <li key={example.note.en}>
                <code>{formulaOf(fn, example, language)}</code>
                <p>
                  → <strong>{String(example.gives)}</strong> {refusal[language]}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="read">
        <h3>{WORDS.source[language]}</h3>
        {fn.sources.map((source) => (
          <p key={source.en}>{source[language]}</p>
        ))}
      </section>
      {fn.see.length > 0 && (
        <section class="read">
          <h3>{WORDS.related[language]}</h3>
          <div class="buttons">
            {fn.see.map((name) => (
              <button key={name} type="button" onClick={() => props.onOpen(name)}>
                <code>{name}</code>
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
