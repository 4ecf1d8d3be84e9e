// "Gabungkan wilayah": reads every sheet, lets the planner choose among those with regions, writes one table of all.
import { useState } from "preact/hooks";
import { type Offer, offerOf, provinceTable } from "../../core/exchange/province";
import { isRefusal } from "../../core/refuse";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { useAct } from "./act";
import { described, Field } from "./field";
import { Messages } from "./live";
import { Notice } from "./notice";
import { off } from "./off";
import { layOut } from "./own-sheet";
import { Progress } from "./progress";
import { type Done, DoneNotice } from "./written";

const WORDS = {
  heading: { id: "Gabungkan wilayah", en: "Put regions together" },
  intro: {
    id: "Kumpulkan lembar kiriman tiap daerah di satu berkas (salin lembarnya ke sini), lalu baca. Nama seperti “Kab. Konawe”, “Kabupaten Konawe”, dan “KONAWE” dikenali sebagai daerah yang sama.",
    en: "Collect the sheets of every office in one file (copy them here), then read. Names such as “Kab. Konawe”, “Kabupaten Konawe” and “KONAWE” are known to be the same region.",
  },
  read: { id: "Baca semua lembar", en: "Read all sheets" },
  sheets: { id: "Lembar yang digabungkan", en: "Sheets to put together" },
  unread: { id: "Tidak terbaca", en: "Not read" },
  none: {
    id: "Tidak ada lembar yang berisi wilayah, angkatan kerja, dan peserta aktif.",
    en: "No sheet holds regions, labour force and active participants.",
  },
  name: { id: "Nama provinsi", en: "Name of the province" },
  known: { id: "Daerah yang seharusnya ada", en: "Regions that should be there" },
  knownAbout: {
    id: "Satu nama per baris; kosong: semua yang dikirim. Yang tidak cocok dan yang belum mengirim akan disebut.",
    en: "One name a line; blank: all that were sent. What does not match and who has not sent will be named.",
  },
  write: { id: "Tulis tabel gabungan", en: "Write the table" },
  undone: { id: "Tabel gabungan dibatalkan.", en: "The table was taken back." },
  noted: { id: "Perlu dilihat", en: "To look at" },
} as const satisfies Record<string, Words>;

type Readable = Extract<Offer, { block: unknown }>;

export function Gather({ host, language }: { host: Host | null; language: Language }) {
  const [offers, setOffers] = useState<readonly Offer[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [region, setRegion] = useState("");
  const [list, setList] = useState("");
  const [notes, setNotes] = useState<readonly Words[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const acting = useAct<"read" | "write">();
  const busy = acting.busy !== null;
  const readable = (offers ?? []).filter((offer): offer is Readable => "block" in offer);
  const unread = (offers ?? []).flatMap((offer) => ("why" in offer ? [offer] : []));

  const read = () =>
    acting.act("read", async () => {
      if (!host) return;
      setDone(null);
      setNotes([]);
      setOffers((await host.readBook()).flatMap((sheet) => offerOf(sheet) ?? []));
      setLeft(new Set());
    });

  const write = () =>
    acting.act("write", async () => {
      if (!host) return;
      setDone(null);
      setNotes([]);
      const known = list
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean);
      const chosen = readable.filter(({ sheet }) => !left.has(sheet)).map(({ block }) => block);
      const made = provinceTable(chosen, known, region.trim(), language);
      if (isRefusal(made)) return setDone({ words: made.refusal, kind: "problem" });
      const { table, merged } = made;
      const { written, ways } = await layOut(host, table, "plain", () => false);
      setNotes(merged.notes);
      const counted = merged.rows.filter((row) => row.counted).length;
      setDone({
        words: {
          id: `${counted} wilayah dari ${chosen.length} lembar dijumlahkan di “${written.sheet}”.`,
          en: `${counted} regions from ${chosen.length} sheets are added up in “${written.sheet}”.`,
        },
        ...ways,
      });
    });

  const choose = (sheet: string, on: boolean): void => {
    const next = new Set(left);
    if (on) next.delete(sheet);
    else next.add(sheet);
    setLeft(next);
  };

  return (
    <details class="guide" id="share-gather">
      <summary>{WORDS.heading[language]}</summary>
      <p class="intro">{WORDS.intro[language]}</p>
      <div class="buttons">
        <button type="button" {...off(language, acting.isBusy, host)} onClick={read}>
          {WORDS.read[language]}
        </button>
      </div>
      <Messages>
        <Progress of={acting} where="read" language={language} />
        {offers && !busy && readable.length === 0 && (
          <Notice kind="note" words={WORDS.none} language={language} />
        )}
      </Messages>
      {readable.length > 0 && (
        <>
          <fieldset class="choices" disabled={busy}>
            <legend>{WORDS.sheets[language]}</legend>
            {readable.map(({ sheet, block }) => (
              <label key={sheet} class="choice">
                <input
                  type="checkbox"
                  checked={!left.has(sheet)}
                  onChange={(event) => choose(sheet, event.currentTarget.checked)}
                />
                <span>
                  {sheet}
                  <small>{aboutBlock(block, language)}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <div class="fields">
            <label for="gather-region">
              {WORDS.name[language]}
              <input
                id="gather-region"
                type="text"
                autocomplete="off"
                value={region}
                onInput={(event) => setRegion(event.currentTarget.value)}
              />
            </label>
            <Field id="gather-known" name={WORDS.known[language]} about={WORDS.knownAbout[language]}>
              <textarea
                {...described("gather-known")}
                rows={4}
                value={list}
                onInput={(event) => setList(event.currentTarget.value)}
              />
            </Field>
          </div>
          <div class="buttons">
            <button type="button" {...off(language, acting.isBusy, host)} onClick={write}>
              {WORDS.write[language]}
            </button>
          </div>
        </>
      )}
      {unread.length > 0 && (
        <>
          <h4>{WORDS.unread[language]}</h4>
          <ul class="notes">
            {unread.map(({ sheet, why }) => (
              <li key={sheet}>
                <strong>{sheet}</strong>: {why[language]}
              </li>
            ))}
          </ul>
        </>
      )}
      <Messages>
        <Progress of={acting} where="write" language={language} />
        {done && (
          <>
            <DoneNotice
              done={done}
              acting={acting}
              where="write"
              language={language}
              onUndone={() => {
                setNotes([]);
                setDone({ words: WORDS.undone });
              }}
            />
            {notes.length > 0 && (
              <>
                <h4>{WORDS.noted[language]}</h4>
                <ul class="notes">
                  {notes.map((note) => (
                    <li key={note.en}>{note[language]}</li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </Messages>
    </details>
  );
}

const aboutBlock = ({ rows, asOf, basis }: Readable["block"], language: Language): string =>
  [
    language === "id" ? `${rows.length} wilayah` : `${rows.length} regions`,
    asOf || (language === "id" ? "tanpa tanggal" : "no date"),
    basis,
  ]
    .filter(Boolean)
    .join(" · ");
