// The limits of the checks across rows: visible, with where they come from, and each can be changed.
import { THRESHOLDS, type Thresholds } from "../../core/checks/columns/table";
import type { Language, Words } from "../../core/words";
import { described, Field } from "./field";
import { off } from "./off";

const WORDS = {
  legend: { id: "Ambang pemeriksaan antarbaris", en: "Limits of the checks across rows" },
  again: { id: "Periksa lagi dengan ambang ini", en: "Check again with these limits" },
  back: { id: "Ambang semula", en: "Default limits" },
} as const satisfies Record<string, Words>;

interface Limit {
  readonly key: keyof Thresholds;
  readonly name: Words;
  readonly about: Words;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown in per cent. */
  readonly percent: boolean;
}

const LIMITS: readonly Limit[] = [
  {
    key: "outlier",
    name: { id: "Pencilan bila |M| lebih dari", en: "Outlier when |M| is above" },
    about: {
      id: "M = 0,6745 × (nilai − median) ÷ MAD; 3,5 dari Iglewicz & Hoaglin (1993)",
      en: "M = 0.6745 × (value − median) ÷ MAD; 3.5 from Iglewicz & Hoaglin (1993)",
    },
    min: 0.5,
    max: 100,
    step: 0.1,
    percent: false,
  },
  {
    key: "fewest",
    name: { id: "Paling sedikit daerah", en: "Fewest regions" },
    about: {
      id: "Dengan lebih sedikit daerah tidak ada nilai yang lazim; pilihan kami",
      en: "With fewer regions no value is usual; our choice",
    },
    min: 3,
    max: 1000,
    step: 1,
    percent: false,
  },
  {
    key: "points",
    name: { id: "Beda cakupan paling kecil (poin)", en: "Smallest difference of coverage (points)" },
    about: { id: "Di bawahnya tidak disebut; pilihan kami", en: "Below it nothing is said; our choice" },
    min: 0,
    max: 100,
    step: 0.5,
    percent: true,
  },
  {
    key: "base",
    name: { id: "Perubahan angkatan kerja paling kecil (%)", en: "Smallest change of the labour force (%)" },
    about: { id: "Di bawahnya tidak disebut; pilihan kami", en: "Below it nothing is said; our choice" },
    min: 0,
    max: 100,
    step: 1,
    percent: true,
  },
];

/** Hundredths without the slips of a product. */
const outOf = (value: number): number => Number((value * 100).toPrecision(10));

export function ThresholdFields(props: {
  value: Thresholds;
  language: Language;
  busy: boolean;
  onChange: (value: Thresholds) => void;
  onCheck: () => void;
}) {
  const { value, language } = props;
  return (
    <details class="read-list">
      <summary>{WORDS.legend[language]}</summary>
      <form
        class="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onCheck();
        }}
      >
        {LIMITS.map(({ key, name, about, min, max, step, percent }) => (
          <Field key={key} id={`limit-${key}`} name={name[language]} about={about[language]}>
            <input
              {...described(`limit-${key}`)}
              type="number"
              min={min}
              max={max}
              step={step}
              value={percent ? outOf(value[key]) : value[key]}
              readOnly={props.busy}
              onChange={(event) => {
                const typed = event.currentTarget.valueAsNumber;
                // A blank or impossible limit falls back to the default.
                const limit =
                  typed >= min && typed <= max ? (percent ? typed / 100 : typed) : THRESHOLDS[key];
                props.onChange({ ...value, [key]: limit });
              }}
            />
          </Field>
        ))}
        <div class="buttons">
          <button type="submit" {...off(language, props.busy)}>
            {WORDS.again[language]}
          </button>
          <button type="button" {...off(language, props.busy)} onClick={() => props.onChange(THRESHOLDS)}>
            {WORDS.back[language]}
          </button>
        </div>
      </form>
    </details>
  );
}
