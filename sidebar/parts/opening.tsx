// What stands above the panels once the file has been looked at: what came late, what its settings lack, what this host
// cannot do. Loaded after the first view.
import type { Block } from "../../core/block";
import { languageOf, readSettings } from "../../core/settings";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { Afterwards } from "./afterwards";
import type { Careful } from "./careful";
import { Notice } from "./notice";
import { type FileSettings, usePane } from "./pane";

const WORDS = {
  noFunctions: {
    id: "Excel ini belum mengenal fungsi UCJ (perlu Microsoft 365, Excel 2021 ke atas, atau Excel di web). Tabel, pemeriksaan, dan rumus biasa tetap bisa dipakai.",
    en: "This Excel does not know UCJ functions (it takes Microsoft 365, Excel 2021 or later, or Excel on the web). Tables, checks and plain formulas still work.",
  },
  mend: { id: "Buka pengaturan", en: "Open the settings" },
} as const satisfies Record<string, Words>;

export function settingsIn(sheet: Block | null): FileSettings {
  const settings = readSettings(sheet);
  return { ...settings, language: languageOf(settings) };
}

export function Opening(props: {
  on: Careful;
  host: Host | null;
  language: Language;
  /** The panel of settings says itself what they lack. */
  inSettings: boolean;
}) {
  const { host, language } = props;
  const { settings, open } = usePane();
  return (
    <>
      <Afterwards on={props.on} language={language} />
      {host?.noFunctions && <Notice kind="warning" words={WORDS.noFunctions} language={language} />}
      {(props.inSettings ? [] : settings.problems).map((words) => (
        <Notice key={words.en} kind="warning" words={words} language={language}>
          <div class="buttons">
            <button type="button" onClick={() => open("settings")}>
              {WORDS.mend[language]}
            </button>
          </div>
        </Notice>
      ))}
    </>
  );
}
