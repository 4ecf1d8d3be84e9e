// Panel Pengaturan: what every panel begins with in this file, kept in its visible sheet UCJ_Pengaturan.
import { useState } from "preact/hooks";
import { isRefusal } from "../../core/refuse";
import {
  COLUMNS,
  cellOf,
  SETTINGS,
  SETTINGS_SHEET,
  type SettingKey,
  settingsTable,
  type TypedSettings,
  typedOf,
} from "../../core/settings";
import { paint } from "../../core/tables/paint";
import type { Words } from "../../core/words";
import { type CellContent, HostProblem } from "../host";
import { useAct } from "../parts/act";
import { Messages } from "../parts/live";
import { Notice } from "../parts/notice";
import { off } from "../parts/off";
import { usePane } from "../parts/pane";
import { Progress } from "../parts/progress";
import { type Done, DoneNotice } from "../parts/written";
import type { PanelProps } from "./all";

const WORDS = {
  heading: { id: "Pengaturan berkas ini", en: "This file's settings" },
  intro: {
    id: `Isian awal setiap bagian, disimpan di lembar ${SETTINGS_SHEET} sehingga ikut ke mana pun berkas dikirim. Kosongkan untuk memakai isian bawaan.`,
    en: `What every section begins with, kept in sheet ${SETTINGS_SHEET} so that it goes wherever the file goes. Leave blank for the default.`,
  },
  save: { id: "Simpan ke berkas", en: "Save to the file" },
  read: { id: "Baca dari lembar", en: "Read from the sheet" },
  host: { id: "Ikut bahasa aplikasi", en: "As the application" },
  undone: { id: "Pengaturan kembali seperti semula.", en: "The settings are as they were." },
  mend: { id: "Perbaiki dulu isian yang bertanda ⚠.", en: "First mend the fields marked ⚠." },
  same: { id: "Tidak ada yang berubah.", en: "Nothing has changed." },
  outside: {
    id: "Pengaturan disimpan di berkas; buka panel ini di Excel atau Google Sheets.",
    en: "Settings are kept in the file; open this pane in Excel or Google Sheets.",
  },
} as const satisfies Record<string, Words>;

export function SettingsPanel({ host, language }: PanelProps) {
  const { settings, reread } = usePane();
  /** What was typed here and not saved yet. */
  const [edits, setEdits] = useState<TypedSettings>({});
  const [done, setDone] = useState<Done | null>(null);
  const acting = useAct<"save">();
  const typed: TypedSettings = { ...settings.typed, ...edits };

  const wrong = SETTINGS.flatMap((setting) => {
    const value = typedOf(setting, typed[setting.key] ?? "");
    return isRefusal(value) ? [{ key: setting.key, words: value.refusal }] : [];
  });
  const set = (key: SettingKey, text: string): void => setEdits({ ...edits, [key]: text });

  function finish(next: Done): void {
    setDone({ ...next, ...(host && { open: () => host.goTo(SETTINGS_SHEET, "A1") }) });
    setEdits({});
    reread();
  }
  const read = (): void => {
    setEdits({});
    setDone(null);
    reread();
  };

  const putBack = (cells: readonly CellContent[]) => async (): Promise<void> => {
    await host?.writeCells(SETTINGS_SHEET, cells);
  };

  const save = () =>
    acting.act("save", async () => {
      if (!host) return;
      const known = Object.keys(settings.places).length > 0;
      const lost = SETTINGS.filter(({ key }) => !settings.places[key]);
      const size = { rows: SETTINGS.length + COLUMNS.length, columns: COLUMNS.length };
      if (!known) {
        const spot = await host.survey("newSheet", size, SETTINGS_SHEET);
        // The sheet is there, without a single name of ours: they go below what it holds.
        if (spot.sheet === SETTINGS_SHEET) {
          const table = settingsTable(typed, language);
          const written = await host.write(paint(table, "values", { ...spot, chartBelow: true }), true);
          finish({ words: saved(SETTINGS.length), undo: () => host.undo(written) });
          return;
        }
      }
      const changes = SETTINGS.flatMap((setting) => {
        const place = settings.places[setting.key];
        const text = typed[setting.key] ?? "";
        if (!place || text === (settings.typed[setting.key] ?? "")) return [];
        return [{ ...place, content: cellOf(setting, text) }];
      });
      const rows = lost
        .filter(({ key }) => !known || typed[key])
        .map((setting) => [
          setting.words[language],
          cellOf(setting, typed[setting.key] ?? ""),
          setting.about[language],
        ]);
      const held = changes.length > 0 ? await host.writeCells(SETTINGS_SHEET, changes) : [];
      const headings = COLUMNS.map((words) => words[language]);
      if (rows.length > 0)
        await host.appendRows(SETTINGS_SHEET, headings, rows).catch((error) => {
          throw held.length > 0 ? halfSaved(error, held.length, putBack(held)) : error;
        });
      const count = changes.length + rows.length;
      finish({
        words: count > 0 ? saved(count) : WORDS.same,
        ...(held.length > 0 && { undo: putBack(held) }),
      });
    });

  const busy = acting.busy !== null;
  return (
    <section class="panel" aria-labelledby="settings-heading">
      <h2 id="settings-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      <div class="fields">
        {SETTINGS.map(({ key, words, about, kind }) => {
          const problem = wrong.find((one) => one.key === key);
          const id = `setting-${key}`;
          return (
            <label key={key} for={id}>
              {words[language]}
              {kind === "language" ? (
                <select
                  id={id}
                  value={typed[key] ?? ""}
                  disabled={busy}
                  onChange={(event) => set(key, event.currentTarget.value)}
                >
                  <option value="">{WORDS.host[language]}</option>
                  <option value="Indonesia">Indonesia</option>
                  <option value="English">English</option>
                </select>
              ) : (
                <input
                  id={id}
                  type="text"
                  autocomplete="off"
                  value={typed[key] ?? ""}
                  disabled={busy}
                  aria-invalid={problem !== undefined}
                  onInput={(event) => set(key, event.currentTarget.value)}
                />
              )}
              <small>{problem ? `⚠ ${problem.words[language]}` : about[language]}</small>
            </label>
          );
        })}
      </div>
      <div class="buttons">
        <button
          type="button"
          class="main"
          {...off(language, busy, host)}
          {...(wrong.length > 0 && { disabled: true, title: WORDS.mend[language] })}
          onClick={save}
        >
          {WORDS.save[language]}
        </button>
        <button type="button" {...off(language, busy, host)} onClick={read}>
          {WORDS.read[language]}
        </button>
      </div>
      {!host && <p class="hint">{WORDS.outside[language]}</p>}
      <Messages>
        <Progress of={acting} where="save" language={language} />
        {settings.problems.map((words) => (
          <Notice key={words.en} kind="warning" words={words} language={language} />
        ))}
        {done && !busy && (
          <DoneNotice
            done={done}
            acting={acting}
            where="save"
            language={language}
            onUndone={() => finish({ words: WORDS.undone })}
          />
        )}
      </Messages>
    </section>
  );
}

const saved = (count: number): Words => ({
  id: `${count} pengaturan disimpan di lembar ${SETTINGS_SHEET}.`,
  en: `${count} settings were saved to sheet ${SETTINGS_SHEET}.`,
});

/** Some settings are in the sheet, the others are not: they go back, or the rest is written too. */
const halfSaved = (
  { words: { id, en } }: HostProblem,
  count: number,
  undo: () => Promise<void>,
): HostProblem =>
  new HostProblem(
    {
      id: `${id} ${count} pengaturan sudah tertulis, sisanya belum. Coba lagi, atau batalkan yang sudah tertulis.`,
      en: `${en} ${count} settings were written, the others were not. Try again, or undo what was written.`,
    },
    { undo },
  );
