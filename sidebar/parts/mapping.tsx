// Which column is which, as it was recognised, to be changed by the planner.
import { HEADINGS, type Heading } from "../../core/headers";
import type { Mapping } from "../../core/tables/mapping";
import type { Language, Words } from "../../core/words";
import { described, Field } from "./field";

const WORDS = {
  legend: { id: "Kolom yang dikenali", en: "Columns recognised" },
  unused: { id: "(tidak dipakai)", en: "(not used)" },
  empty: { id: "(tanpa judul)", en: "(no heading)" },
} as const satisfies Record<string, Words>;

/** Wider blocks show these many columns and every recognised one. */
const SHOWN = 12;

export function MappingFields(props: {
  mapping: Mapping;
  choices: readonly Heading[];
  /** Open at once, because something is missing. */
  open: boolean;
  language: Language;
  onChange: (column: number, is: Heading | null) => void;
}) {
  const { mapping, choices, language } = props;
  const columns = mapping.columns.filter(
    ({ heading, is }, i) => is !== null || (heading !== "" && i < SHOWN),
  );
  const known = mapping.columns.filter(({ is }) => is !== null).length;
  return (
    <details class="mapping" open={props.open}>
      <summary>
        {WORDS.legend[language]}: {known}
      </summary>
      <div class="fields">
        {columns.map(({ column, letter, heading, is, said }) => (
          <Field
            key={column}
            id={`column-${column}`}
            name={
              <>
                <b>{letter}</b> {heading || WORDS.empty[language]}
              </>
            }
            about={said?.[language]}
          >
            <select
              {...described(`column-${column}`, said !== undefined)}
              value={is ?? ""}
              onChange={(event) =>
                props.onChange(column, (event.currentTarget.value || null) as Heading | null)
              }
            >
              <option value="">{WORDS.unused[language]}</option>
              {choices.map((one) => (
                <option key={one} value={one}>
                  {HEADINGS[one].words[language]}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </div>
    </details>
  );
}
