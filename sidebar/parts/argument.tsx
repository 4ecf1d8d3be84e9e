// One argument of a try: its field, what it means, and the button that takes cells from the sheet.
import type { Param } from "../../core/define";
import { writeNumber } from "../../core/numbers";
import type { Language, Words } from "../../core/words";
import type { Acting } from "./act";
import type { Given } from "./given";
import { Messages } from "./live";
import { off } from "./off";
import { Progress } from "./progress";
import { shownTaken } from "./shown";

const WORDS = {
  take: { id: "Ambil dari pilihan", en: "Take the selection" },
  optional: { id: "boleh kosong", en: "optional" },
} as const satisfies Record<string, Words>;

/** How many of the cells taken are shown, to see that they are the right ones. */
const SHOWN = 3;

function takenWords({ taken }: Given, { kind }: Param, language: Language): string {
  const cells = taken?.cells.flat() ?? [];
  const first = cells.slice(0, SHOWN).map((cell) => shownTaken(cell, kind, language));
  if (cells.length === 1) return { id: `Nilainya: ${first}`, en: `Its value: ${first}` }[language];
  const count = writeNumber(cells.length, language);
  const some = first.join("; ") + (cells.length > SHOWN ? "; …" : "");
  return { id: `${count} sel: ${some}`, en: `${count} cells: ${some}` }[language];
}

export function Argument(props: {
  param: Param;
  id: string;
  given: Given;
  language: Language;
  acting: Acting<string>;
  /** Undefined outside a spreadsheet. */
  onTake: (() => void) | undefined;
  onInput: (text: string) => void;
}) {
  const { param, id, given, language, acting } = props;
  const label = param.label[language];
  return (
    <div class="argument">
      <label for={id}>
        {label}
        {param.optional && <small> ({WORDS.optional[language]})</small>}
      </label>
      <p class="hint" id={`${id}-about`}>
        {param.about[language]}
        {param.optional && `; ${param.optional.about[language]}`}
      </p>
      <div class="entry">
        <input
          type="text"
          id={id}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-about ${id}-taken`}
          readOnly={acting.busy === id}
          value={given.text}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
        {props.onTake && (
          <button
            type="button"
            aria-label={`${WORDS.take[language]}: ${label}`}
            {...off(language, acting.isBusy)}
            onClick={props.onTake}
          >
            {WORDS.take[language]}
          </button>
        )}
      </div>
      <Messages id={`${id}-taken`}>
        {given.taken && <p class="hint">{takenWords(given, param, language)}</p>}
        <Progress of={acting} where={id} language={language} />
      </Messages>
    </div>
  );
}
