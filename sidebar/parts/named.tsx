// Functions without the add-in: named LAMBDAs for Excel 365 and named functions for Google Sheets, one at a time, to copy.
import { useRef, useState } from "preact/hooks";
import { type NamedFormula, namedFormulas, namedFunctionText } from "../../core/exchange/lambda";
import { EXCEL, restyle, type Style } from "../../core/exchange/tokens";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { useAct } from "./act";
import { type Choice, Choices } from "./choices";
import { described, Field } from "./field";
import { Messages } from "./live";
import { Notice } from "./notice";
import { Progress } from "./progress";

type For = Host["name"];

const WORDS = {
  heading: { id: "Fungsi bernama (tanpa add-in)", en: "Named functions (without the add-in)" },
  intro: {
    id: "Untuk rekan dengan Excel 365 atau Google Sheets yang tidak memasang add-in: rumus yang sama sebagai fungsi bernama di berkas itu sendiri. Namanya berawalan UCJL_, jadi tidak bertabrakan dengan fungsi add-in. LibreOffice dan Excel lama tidak mengenalnya; untuk itu pakai “Siapkan untuk dibagikan”.",
    en: "For colleagues with Excel 365 or Google Sheets who do not install the add-in: the same formulas as named functions in the file itself. Their names begin with UCJL_, so they never collide with the add-in's. LibreOffice and older Excel do not know them; there, use “Make ready to share”.",
  },
  target: { id: "Untuk", en: "For" },
  which: { id: "Fungsi", en: "Function" },
  text: { id: "Teks untuk disalin", en: "Text to copy" },
  copy: { id: "Salin", en: "Copy" },
  copied: { id: "Teks disalin.", en: "The text is copied." },
  byHand: {
    id: "Aplikasi ini tidak mengizinkan penyalinan otomatis; teksnya sudah dipilih, tekan Ctrl+C (Mac: ⌘C).",
    en: "This application does not allow copying by itself; the text is selected, press Ctrl+C (Mac: ⌘C).",
  },
} as const satisfies Record<string, Words>;

const TARGETS: readonly Choice<For>[] = [
  {
    value: "excel",
    name: { id: "Excel 365", en: "Excel 365" },
    about: {
      id: "Rumus > Pengelola Nama > Baru: isi Nama dan Mengacu pada",
      en: "Formulas > Name Manager > New: fill in Name and Refers to",
    },
  },
  {
    value: "sheets",
    name: { id: "Google Sheets", en: "Google Sheets" },
    about: {
      id: "Data > Fungsi bernama > Tambahkan: nama, deskripsi, argumen, definisi",
      en: "Data > Named functions > Add: name, description, arguments, definition",
    },
  },
];

/** Excel's dialog reads formulas as cells do, in the computer's own marks. */
const textOf = (one: NamedFormula, target: For, style: Style, language: Language): string =>
  target === "sheets"
    ? namedFunctionText(one, language)
    : [one.name, restyle(one.lambda, EXCEL, style)].join("\n");

const ALL = namedFormulas();

export function Named({ host, language }: { host: Host | null; language: Language }) {
  const [target, setTarget] = useState<For>(host?.name ?? "excel");
  const [name, setName] = useState(ALL[0]?.name ?? "");
  const [style, setStyle] = useState<Style | null>(null);
  const [said, setSaid] = useState<Words | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const acting = useAct<"marks">("unasked");
  const one = ALL.find((item) => item.name === name);

  /** The marks are asked for once, when the section is first opened. */
  const ask = () => {
    if (style || !host) return;
    acting.act("marks", async () => setStyle(await host.marks()));
  };

  /** Panes stand in frames that may not use the clipboard by itself; a selected text they may copy. */
  const copy = (): void => {
    box.current?.select();
    setSaid(document.execCommand("copy") ? WORDS.copied : WORDS.byHand);
  };

  return (
    <details class="guide" id="share-named" onToggle={ask}>
      <summary>{WORDS.heading[language]}</summary>
      <p class="intro">{WORDS.intro[language]}</p>
      <Choices
        legend={WORDS.target}
        name="named-for"
        choices={TARGETS}
        value={target}
        language={language}
        onChange={(next) => {
          setTarget(next);
          setSaid(null);
        }}
      />
      <div class="fields">
        <Field id="named-which" name={WORDS.which[language]} about={one?.about[language]}>
          <select
            {...described("named-which")}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setSaid(null);
            }}
          >
            {ALL.map((item) => (
              <option key={item.name} value={item.name}>
                {item.name}
              </option>
            ))}
          </select>
        </Field>
        <label for="named-text">
          {WORDS.text[language]}
          <textarea
            id="named-text"
            ref={box}
            rows={6}
            readOnly
            value={one ? textOf(one, target, style ?? EXCEL, language) : ""}
          />
        </label>
      </div>
      <div class="buttons">
        <button type="button" onClick={copy}>
          {WORDS.copy[language]}
        </button>
      </div>
      <Messages>
        <Progress of={acting} where="marks" language={language} />
        {said && acting.busy === null && (
          <Notice kind={said === WORDS.copied ? "done" : "note"} words={said} language={language} />
        )}
      </Messages>
    </details>
  );
}
