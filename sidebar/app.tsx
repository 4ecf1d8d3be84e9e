// The sidebar both hosts ship: a heading with the language switch, and the panel.
import { render } from "preact";
import { useMemo, useState } from "preact/hooks";
import { VERSION } from "../core/version";
import type { Language, Words } from "../core/words";
import type { Host } from "./host";
import { PANELS } from "./panels/all";
import { careful } from "./parts/careful";
import { Live } from "./parts/live";
import { Notice } from "./parts/notice";
import { Tabs } from "./parts/tabs";
import { Waiting } from "./parts/waiting";

const WORDS = {
  name: { id: "Perencana UCJ", en: "UCJ Planner" },
  language: { id: "Bahasa", en: "Language" },
  outside: {
    id: "Panel ini belum terhubung ke lembar kerja. Buka lewat tombol Perencana UCJ di Excel; di sini Anda bisa melihat contohnya.",
    en: "This pane is not connected to a spreadsheet. Open it with the UCJ Planner button in Excel; here you can look at the example.",
  },
} as const satisfies Record<string, Words>;

const LANGUAGES: readonly { value: Language; label: string; name: string }[] = [
  { value: "id", label: "ID", name: "Bahasa Indonesia" },
  { value: "en", label: "EN", name: "English" },
];

function App({ host }: { host: Host | null }) {
  const [language, setLanguage] = useState<Language>(host?.language ?? "id");
  document.documentElement.lang = language;
  const on = useMemo(() => host && careful(host), [host]);
  return (
    <div class="app">
      <header class="bar">
        <h1>{WORDS.name[language]}</h1>
        <fieldset class="languages">
          <legend class="hidden">{WORDS.language[language]}</legend>
          {LANGUAGES.map(({ value, label, name }) => (
            <label key={value} title={name}>
              <input
                type="radio"
                name="language"
                aria-label={name}
                checked={language === value}
                onChange={() => setLanguage(value)}
              />
              <span aria-hidden="true">{label}</span>
            </label>
          ))}
        </fieldset>
      </header>
      {host === null && <Notice kind="note" words={WORDS.outside} language={language} />}
      <Live>
        <Tabs panels={PANELS} host={on?.host ?? null} language={language} />
      </Live>
      {on && <Waiting on={on} language={language} />}
      <footer class="foot">UCJ {VERSION}</footer>
    </div>
  );
}

/** null: the page is open outside a spreadsheet, where only the example can be looked at. */
export function mount(root: HTMLElement, host: Host | null): void {
  render(<App host={host} />, root);
}
