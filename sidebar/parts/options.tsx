// The options of a kind of table, each as it begins until the planner types something else.
import type { TableOption } from "../../core/tables/kind";
import type { Language } from "../../core/words";

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
        <label key={option.id} for={`option-${option.id}`}>
          {option.words[language]}
          {option.kind === "choice" ? (
            <select
              id={`option-${option.id}`}
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
              id={`option-${option.id}`}
              name={option.id}
              value={props.textOf(option)}
              onInput={(event) => onChange(option.id, event.currentTarget.value)}
            />
          )}
          {option.about && <small>{option.about[language]}</small>}
        </label>
      ))}
    </div>
  );
}
