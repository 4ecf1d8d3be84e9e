// The options of a kind of table, each as it begins until the planner types something else.
import type { TableOption } from "../../core/tables/kind";
import type { Language } from "../../core/words";
import { described, Field } from "./field";

export function OptionFields(props: {
  options: readonly TableOption[];
  textOf: (option: TableOption) => string;
  language: Language;
  onChange: (id: string, text: string) => void;
}) {
  const { language, onChange } = props;
  return (
    <div class="fields">
      {props.options.map((option) => (
        <Field
          key={option.id}
          id={`option-${option.id}`}
          name={option.words[language]}
          about={option.about?.[language]}
        >
          {option.kind === "choice" ? (
            <select
              {...described(`option-${option.id}`, option.about !== undefined)}
              value={props.textOf(option)}
              onChange={(event) => onChange(option.id, event.currentTarget.value)}
            >
              {option.choices?.map(({ value, words }) => (
                <option key={value} value={value}>
                  {words[language]}
                </option>
              ))}
            </select>
          ) : (
            <input
              type="text"
              {...described(`option-${option.id}`, option.about !== undefined)}
              name={option.id}
              value={props.textOf(option)}
              onInput={(event) => onChange(option.id, event.currentTarget.value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
