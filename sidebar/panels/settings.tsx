// Panel Pengaturan: what every panel begins with in this file, kept in its visible sheet UCJ_Pengaturan.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Block } from "../../core/block";
import { isRefusal } from "../../core/refuse";
import {
  COLUMNS,
  cellOf,
  readSettings,
  SETTINGS,
  SETTINGS_SHEET,
  type SettingKey,
  settingsTable,
  type TypedSettings,
  typedOf,
} from "../../core/settings";
import { paint } from "../../core/tables/paint";
import { howMany, type Language, type Words } from "../../core/words";
import type { CellContent } from "../host";
import { useAct } from "../parts/act";
import { editedSince, inCells } from "../parts/edited";
import { described, Field } from "../parts/field";
import { Messages } from "../parts/live";
import { Notice } from "../parts/notice";
import { off, offBecause } from "../parts/off";
import { usePane } from "../parts/pane";
import { Progress } from "../parts/progress";
import { waysOf } from "../parts/ways";
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
  const near = useRef<HTMLDivElement>(null);
  // Enter in a field saves as well, far above what is said of it.
  const busy = acting.busy !== null;
  useEffect(() => {
    // Whoever goes on typing meanwhile keeps the field in view.
    const isTyping = Object.keys(edits).length > 0;
    if (!busy && ((done && !isTyping) || acting.failure))
      near.current?.scrollIntoView?.({ block: "nearest" });
  }, [busy, done, acting.failure]);
  const typed: TypedSettings = { ...settings.typed, ...edits };

  const wrong = SETTINGS.flatMap((setting) => {
    const value = typedOf(setting, typed[setting.key] ?? "");
    return isRefusal(value) ? [{ key: setting.key, words: value.refusal }] : [];
  });
  const set = (key: SettingKey, text: string): void => setEdits({ ...edits, [key]: text });

  async function finish(next: Done): Promise<void> {
    setDone(next);
    await reread(forget);
  }
  /** What is in the file now need not be kept here; what was typed since stays. */
  const forget = (): void =>
    setEdits((now) =>
      Object.fromEntries(Object.entries(now).filter(([key, text]) => text !== edits[key as SettingKey])),
    );
  const read = () =>
    acting.act("save", async () => {
      await reread(() => {
        forget();
        setDone(null);
      });
    });

  const open = async (): Promise<void> => {
    await host?.goTo(SETTINGS_SHEET, "A1");
  };

  const putBack = (cells: readonly CellContent[]) => async (): Promise<void> => {
    await host?.writeCells(SETTINGS_SHEET, cells);
  };

  const save = () =>
    acting.act("save", async () => {
      if (!host) return;
      const size = { rows: SETTINGS.length + COLUMNS.length, columns: COLUMNS.length };
      // Read once more: rows may have moved since, and what someone else saved must not be written beneath it again.
      const [sheet, spot] = await Promise.all([
        host.readSheet(SETTINGS_SHEET),
        host.survey("newSheet", size, SETTINGS_SHEET),
      ]);
      const file = readSettings(sheet);
      const typed: TypedSettings = { ...file.typed, ...edits };
      const known = Object.keys(file.places).length > 0;
      const lost = SETTINGS.filter(({ key }) => !file.places[key]);
      if (!known) {
        // The sheet is there, without a single name of ours: they go below what it holds.
        if (spot.sheet === SETTINGS_SHEET) {
          const table = settingsTable(typed, language);
          const painted = paint(table, "values", { ...spot, chartBelow: true });
          const written = await host.write(painted, true);
          await finish({ words: saved(SETTINGS.length), ...waysOf(host, painted, written), open });
          return;
        }
      }
      const changes = SETTINGS.flatMap((setting) => {
        const place = file.places[setting.key];
        const text = typed[setting.key] ?? "";
        if (!place || text === (file.typed[setting.key] ?? "")) return [];
        return [{ ...place, content: cellOf(setting, text) }];
      });
      const rows = lost
        .filter(({ key }) => !known || typed[key])
        .map((setting) => [
          setting.words[language],
          cellOf(setting, typed[setting.key] ?? ""),
          setting.about[language],
        ]);
      const count = changes.length + rows.length;
      // All in one write, so that all of it can be taken back.
      const cells = [...changes, ...(rows.length > 0 ? below(sheet, rows, language) : [])];
      const held = count > 0 ? await host.writeCells(SETTINGS_SHEET, cells) : [];
      await finish({
        words: count > 0 ? saved(count) : WORDS.same,
        ...(held.length > 0 && {
          undo: putBack(held),
          edited: () => editedSince(host, inCells(SETTINGS_SHEET, cells, held)),
        }),
        open,
      });
    });

  return (
    <section class="panel" aria-labelledby="settings-heading">
      <h2 id="settings-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {SETTINGS.map(({ key, words, about, kind }) => {
          const problem = wrong.find((one) => one.key === key);
          const id = `setting-${key}`;
          return (
            <Field
              key={key}
              id={id}
              name={words[language]}
              about={problem ? `⚠ ${problem.words[language]}` : about[language]}
            >
              {kind === "language" ? (
                <select
                  {...described(id)}
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
                  {...described(id)}
                  type="text"
                  autocomplete="off"
                  value={typed[key] ?? ""}
                  readOnly={busy}
                  aria-invalid={problem !== undefined}
                  onInput={(event) => set(key, event.currentTarget.value)}
                />
              )}
            </Field>
          );
        })}
        {wrong.length > 0 && <p class="hint">{WORDS.mend[language]}</p>}
        <div class="buttons">
          <button
            type="submit"
            class="main"
            {...off(language, acting.isBusy, host)}
            {...(wrong.length > 0 && offBecause(WORDS.mend, language))}
          >
            {WORDS.save[language]}
          </button>
          <button type="button" {...off(language, acting.isBusy, host)} onClick={read}>
            {WORDS.read[language]}
          </button>
        </div>
      </form>
      {!host && <p class="hint">{WORDS.outside[language]}</p>}
      <Messages near={near}>
        <Progress of={acting} where="save" language={language} />
        {settings.problems.map((words) => (
          <Notice key={words.en} kind="warning" words={words} language={language} />
        ))}
        {done && (
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
  en: `Saved to sheet ${SETTINGS_SHEET}: ${howMany(count, "setting")}.`,
});

/** Rows where the sheet has none yet, under the headings when it is empty. */
function below(
  sheet: Block | null,
  rows: readonly (readonly (string | number)[])[],
  language: Language,
): CellContent[] {
  const from = sheet && sheet.cells.length > 0 ? sheet.row + sheet.cells.length : 0;
  const lines = from === 0 ? [COLUMNS.map((words) => words[language]), ...rows] : rows;
  return lines.flatMap((line, r) => line.map((content, column) => ({ row: from + r, column, content })));
}
