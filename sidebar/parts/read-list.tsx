// What was read, label by label, each with a select to say what it is instead.
import { nameOfSlot, type Slot } from "../../core/checks/sources/labels";
import { type Language, same, type Words } from "../../core/words";

export interface ReadLine {
  readonly label: string;
  readonly shown: string;
  readonly slot: Slot | null;
  /** Likeliest first. */
  readonly choices: readonly Slot[];
  /** Two lines claim the same. */
  readonly doubled?: boolean;
  /** More than one meaning is possible, and nobody has chosen. */
  readonly asked: boolean;
}

const WORDS = {
  ignore: { id: "abaikan", en: "ignore" },
  asked: { id: "belum jelas, pilih artinya", en: "not clear, choose its meaning" },
  doubled: { id: "sudah ada angka lain untuk ini", en: "another figure stands for this already" },
  name: { id: "Nama daerah", en: "Region's name" },
} as const satisfies Record<string, Words>;

const nameOf = (slot: Slot): Words => (slot === "name" ? WORDS.name : nameOfSlot(slot));

export function ReadList(props: {
  legend: Words;
  lines: readonly ReadLine[];
  language: Language;
  disabled: boolean;
  onChange: (line: number, slot: Slot | null) => void;
}) {
  const { lines, language, legend } = props;
  const open = lines.filter(({ asked, doubled }) => asked || doubled).length;
  const count: Words =
    open === 0 ? same("") : { id: `, ${open} perlu dijawab`, en: `, ${open} to be answered` };
  return (
    <details class="read-list" open={open > 0}>
      <summary>
        {legend[language]}
        {count[language]}
      </summary>
      <ul>
        {lines.map((line, i) => {
          const why = line.doubled ? WORDS.doubled : line.asked ? WORDS.asked : undefined;
          return (
            <li key={`${i} ${line.label}`}>
              <label>
                <span>
                  {line.label}: <b>{line.shown}</b>
                  {why && <em> ({why[language]})</em>}
                </span>
                <select
                  value={line.slot ?? ""}
                  disabled={props.disabled}
                  onChange={(event) => props.onChange(i, event.currentTarget.value || null)}
                >
                  <option value="">{WORDS.ignore[language]}</option>
                  {line.choices.map((slot) => (
                    <option key={slot} value={slot}>
                      {nameOf(slot)[language]}
                    </option>
                  ))}
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
