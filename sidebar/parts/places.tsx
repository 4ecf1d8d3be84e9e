// Cells that a person should look at, each with a button that goes there.
import { useState } from "preact/hooks";
import type { Note } from "../../core/exchange/record";
import type { Language, Words } from "../../core/words";
import type { off } from "./off";

const WORDS = {
  open: { id: "Buka", en: "Open" },
  more: { id: "Tampilkan lagi", en: "Show more" },
} as const satisfies Record<string, Words>;

const AT_ONCE = 20;

export function Places(props: {
  heading: Words;
  notes: readonly Note[];
  language: Language;
  wait: ReturnType<typeof off>;
  onOpen: (note: Note) => void;
}) {
  const { notes, language } = props;
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <section class="places" aria-label={props.heading[language]}>
      <h3>
        {props.heading[language]} ({notes.length})
      </h3>
      <ul>
        {notes.slice(0, shown).map((note) => (
          <li key={`${note.sheet}!${note.cell}`}>
            <span class="about">
              <strong>
                {note.sheet}!{note.cell}
              </strong>{" "}
              {note.words[language]}
            </span>
            <button
              type="button"
              aria-label={`${WORDS.open[language]} ${note.sheet}!${note.cell}`}
              {...props.wait}
              onClick={() => props.onOpen(note)}
            >
              {WORDS.open[language]}
            </button>
          </li>
        ))}
      </ul>
      {notes.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          {WORDS.more[language]}
        </button>
      )}
    </section>
  );
}
