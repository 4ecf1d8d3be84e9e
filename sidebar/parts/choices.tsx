// One choice out of a few, with what each means.
import type { Language, Words } from "../../core/words";

export interface Choice<T extends string> {
  readonly value: T;
  readonly name: Words;
  readonly about?: Words;
}

export function Choices<T extends string>(props: {
  legend: Words;
  name: string;
  choices: readonly Choice<T>[];
  value: T;
  language: Language;
  disabled?: boolean;
  onChange: (value: T) => void;
}) {
  const { language } = props;
  return (
    <fieldset class="choices" disabled={props.disabled ?? false}>
      <legend>{props.legend[language]}</legend>
      {props.choices.map(({ value, name, about }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={props.name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
          />
          <span>
            {name[language]}
            {about && <small>{about[language]}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
