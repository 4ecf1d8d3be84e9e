// Panel Bantuan: a short guide for each kind of user, whether the functions work here, version, rule dates, licence.
import { useState } from "preact/hooks";
import { writeDate } from "../../core/dates";
import { LAW_REVIEWED } from "../../core/law";
import { VERSION } from "../../core/version";
import type { Words } from "../../core/words";
import { GUIDES } from "../guides";
import { Late } from "../parts/late";
import { usePane } from "../parts/pane";
import { SelfTest } from "../parts/self-test";
import type { PanelProps } from "./all";

const WORDS = {
  heading: { id: "Bantuan", en: "Help" },
  intro: { id: "Pilih yang sesuai dengan pekerjaan Anda.", en: "Choose what fits your work." },
  open: { id: "Buka bagiannya", en: "Open its section" },
  functions: { id: "Fungsi di lembar ini", en: "Functions in this sheet" },
  begin: { id: "Mulai lagi", en: "Begin again" },
  card: { id: "Tampilkan kartu pembuka", en: "Show the first card" },
  about: { id: "Tentang", en: "About" },
  version: { id: "Versi", en: "Version" },
  rules: { id: "Aturan ditinjau", en: "Rules reviewed" },
  licence: { id: "Lisensi", en: "Licence" },
  free: {
    id: "MIT: bebas dipakai, disalin, dan diubah, tanpa jaminan.",
    en: "MIT: free to use, copy and change, without warranty.",
  },
  data: {
    id: "Angka Anda tidak dikirim ke mana pun: semua dihitung di lembar dan di panel ini.",
    en: "Your figures are sent nowhere: all is computed in the sheet and in this pane.",
  },
} as const satisfies Record<string, Words>;

const loadPicture = async () => (await import("../parts/picture")).Picture;

export function HelpPanel({ host, language }: PanelProps) {
  const { open, welcome } = usePane();
  /** Guides that were opened: their pictures are drawn. */
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  return (
    <section class="panel help" aria-labelledby="help-heading">
      <h2 id="help-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      {GUIDES.map(({ panel, who, steps, picture }) => (
        <details
          key={panel}
          class="guide"
          onToggle={({ currentTarget }) => currentTarget.open && setSeen((all) => new Set([...all, panel]))}
        >
          <summary>{who[language]}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{step[language]}</li>
            ))}
          </ol>
          {seen.has(panel) && <Late load={loadPicture} open props={{ panel, shows: picture, language }} />}
          <button
            type="button"
            aria-label={`${WORDS.open[language]}: ${who[language]}`}
            onClick={() => open(panel)}
          >
            {WORDS.open[language]}
          </button>
        </details>
      ))}
      {host && (
        <>
          <h3>{WORDS.functions[language]}</h3>
          <SelfTest host={host} language={language} />
        </>
      )}
      <h3>{WORDS.begin[language]}</h3>
      <div class="buttons">
        <button type="button" onClick={welcome}>
          {WORDS.card[language]}
        </button>
      </div>
      <h3>{WORDS.about[language]}</h3>
      <dl>
        <dt>{WORDS.version[language]}</dt>
        <dd>{VERSION}</dd>
        <dt>{WORDS.rules[language]}</dt>
        <dd>{writeDate(LAW_REVIEWED)}</dd>
        <dt>{WORDS.licence[language]}</dt>
        <dd>{WORDS.free[language]}</dd>
      </dl>
      <p class="hint">{WORDS.data[language]}</p>
    </section>
  );
}
