// Panel Tabel: takes a block or the example, says what it understood, previews the table, writes it, takes it back.
import { useEffect, useRef, useState } from "preact/hooks";
import { isRefusal, type Refusal } from "../../core/refuse";
import { KENDARI } from "../../core/samples";
import type { Output } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import { segmentTable } from "../../core/tables/segment";
import { judged, type Understood, understandSegments } from "../../core/tables/understand";
import type { Language, Words } from "../../core/words";
import { type Host, HostProblem, type Place, type Spot, type Written } from "../host";
import { type Choice, Choices } from "../parts/choices";
import { Messages } from "../parts/live";
import { Notice, type NoticeKind } from "../parts/notice";
import { useErrand, useSettings } from "../parts/pane";
import { Preview } from "../parts/preview";

const WORDS = {
  heading: { id: "Tabel segmen", en: "Segment table" },
  intro: {
    id: "Pilih blok di lembar beserta judulnya: Segmen, Angkatan kerja, Peserta aktif. Urutan kolom bebas.",
    en: "Select a block in the sheet with its headings: Segment, Labour force, Active participants. Any column order.",
  },
  take: { id: "Ambil dari pilihan", en: "Take the selection" },
  example: { id: "Contoh Kendari", en: "Kendari example" },
  understood: { id: "Yang terbaca", en: "What was read" },
  region: { id: "Wilayah", en: "Region" },
  asOf: { id: "Per tanggal", en: "As of" },
  output: { id: "Isi tabel", en: "Table contents" },
  place: { id: "Tempat tabel", en: "Where to put it" },
  write: { id: "Tulis tabel", en: "Write the table" },
  busy: { id: "Sedang bekerja …", en: "Working …" },
  undo: { id: "Batalkan", en: "Undo" },
  open: { id: "Buka", en: "Open" },
  again: { id: "Coba lagi", en: "Try again" },
  overwrite: { id: "Timpa", en: "Overwrite" },
  findFree: { id: "Cari tempat kosong", en: "Find a free place" },
  newSheet: { id: "Lembar baru", en: "New sheet" },
  failed: {
    id: "Langkah ini gagal karena sebab yang tidak dikenal. Coba lagi; isi lembar tidak berubah.",
    en: "This step failed for an unknown reason. Try again; the sheet has not changed.",
  },
  undone: {
    id: "Tabel sudah dibatalkan; lembar kembali seperti semula.",
    en: "The table was taken back; the sheet is as it was.",
  },
} as const satisfies Record<string, Words>;

const OUTPUTS: readonly Choice<Output>[] = [
  {
    value: "plain",
    name: { id: "Rumus biasa", en: "Plain formulas" },
    about: { id: "Hidup di mana saja, juga tanpa add-in", en: "Live everywhere, also without the add-in" },
  },
  {
    value: "live",
    name: { id: "Fungsi UCJ dengan cadangan", en: "UCJ functions with a fallback" },
    about: {
      id: "Memakai rumus biasa bila add-in tidak ada",
      en: "Plain formulas take over without the add-in",
    },
  },
  {
    value: "values",
    name: { id: "Nilai saja", en: "Values only" },
    about: { id: "Angka mati, tidak ikut berubah", en: "Fixed numbers that do not change" },
  },
];

const PLACES: readonly Choice<Place>[] = [
  { value: "newSheet", name: WORDS.newSheet },
  { value: "here", name: { id: "Mulai di sel terpilih", en: "From the selected cell" } },
  { value: "free", name: { id: "Di bawah isi lembar ini", en: "Below what this sheet holds" } },
];

/** Beside which buttons a message stands: those that read, or those that write. */
type Where = "source" | "write";

interface Message {
  readonly where: Where;
  readonly kind: NoticeKind;
  readonly words: Words;
}

export function TablePanel({ host, language }: { host: Host | null; language: Language }) {
  const { typed: settings } = useSettings();
  const [source, setSource] = useState<Understood | null>(null);
  const [region, setRegion] = useState("");
  const [asOf, setAsOf] = useState("");
  const [output, setOutput] = useState<Output>("plain");
  const [place, setPlace] = useState<Place>("newSheet");
  const [message, setMessage] = useState<Message | null>(null);
  const [busy, setBusy] = useState<Where | null>(null);
  const [conflict, setConflict] = useState<Spot | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const again = useRef<(() => void) | null>(null);
  const near = useRef<HTMLDivElement>(null);
  const takeButton = useRef<HTMLButtonElement>(null);

  // What a write answered appears below its button, often below the fold.
  useEffect(() => {
    if (message?.where === "write" || conflict) near.current?.scrollIntoView?.({ block: "nearest" });
  }, [message, conflict]);

  const told = source && {
    ...source.figures,
    basis: source.figures.basis || settings.basis || "",
    source: source.figures.source || settings.source || "",
  };
  const table = told && segmentTable({ ...told, region, asOf }, language);

  /** One action at a time; a failure becomes a sentence with "Coba lagi", and nothing typed is lost. */
  async function act(where: Where, step: () => Promise<void>): Promise<void> {
    setBusy(where);
    setMessage(null);
    setConflict(null);
    again.current = null;
    try {
      await step();
    } catch (error) {
      again.current = () => void act(where, step);
      setMessage({
        where,
        kind: "problem",
        words: error instanceof HostProblem ? error.words : WORDS.failed,
      });
    } finally {
      setBusy(null);
    }
  }

  function show(understood: Understood | Refusal): void {
    setWritten(null);
    if (isRefusal(understood)) {
      setSource(null);
      setMessage({ where: "source", kind: "problem", words: understood.refusal });
      return;
    }
    setSource(understood);
    setRegion(understood.figures.region);
    setAsOf(understood.figures.asOf || settings.asOf || "");
  }

  const take = () =>
    act("source", async () => {
      if (host) show(understandSegments(await host.readSelection()));
    });

  const example = () => {
    setMessage(null);
    setConflict(null);
    show(judged({ figures: KENDARI, read: [], findings: [] }));
  };

  useErrand("table", (errand) => {
    if (errand === "example") example();
    else takeButton.current?.focus();
  });

  const write = (where: Place, overwrite = false) =>
    act("write", async () => {
      if (!host || !table) return;
      const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
      const spot = await host.survey(where, size, table.name);
      if (spot.filled > 0 && !overwrite) {
        setConflict(spot);
        return;
      }
      const done = await host.write(
        paint(table, output, { ...spot, chartBelow: where !== "here" }),
        spot.isNew,
      );
      setWritten(done);
      const chart = table.chart ? 1 : 0;
      setMessage({
        where: "write",
        kind: "done",
        words: {
          id: `Tabel ${source?.figures.segments.length} segmen${chart ? " dan grafiknya" : ""} ditulis di lembar “${done.sheet}”, ${done.address}.`,
          en: `A table of ${source?.figures.segments.length} segments${chart ? " and its chart" : ""} was written to sheet “${done.sheet}”, ${done.address}.`,
        },
      });
    });

  const undo = () =>
    act("write", async () => {
      if (!host || !written) return;
      await host.undo(written);
      setWritten(null);
      setMessage({ where: "write", kind: "done", words: WORDS.undone });
    });

  const open = () =>
    act("write", async () => {
      if (host && written) await host.open(written);
    });

  const messages = (where: Where) => (
    <>
      {busy === where && <p class="busy">{WORDS.busy[language]}</p>}
      {message?.where === where && (
        <Notice kind={message.kind} words={message.words} language={language}>
          {again.current && (
            <button type="button" onClick={again.current}>
              {WORDS.again[language]}
            </button>
          )}
          {message.kind === "done" && written && (
            <div class="buttons">
              <button type="button" onClick={undo}>
                {WORDS.undo[language]}
              </button>
              <button type="button" onClick={open}>
                {WORDS.open[language]}
              </button>
            </div>
          )}
        </Notice>
      )}
      {where === "write" && conflict && (
        <Notice
          kind="warning"
          language={language}
          words={{
            id: `Lembar “${conflict.sheet}”, ${conflict.address}: ${conflict.filled} sel berisi akan tertimpa.`,
            en: `Sheet “${conflict.sheet}”, ${conflict.address}: ${conflict.filled} filled cells would be overwritten.`,
          }}
        >
          <div class="buttons">
            <button type="button" onClick={() => write("free")}>
              {WORDS.findFree[language]}
            </button>
            <button type="button" onClick={() => write("newSheet")}>
              {WORDS.newSheet[language]}
            </button>
            <button type="button" class="risky" onClick={() => write("here", true)}>
              {WORDS.overwrite[language]}
            </button>
          </div>
        </Notice>
      )}
    </>
  );

  return (
    <section class="panel" aria-labelledby="table-heading">
      <h2 id="table-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      <div class="buttons">
        <button type="button" class="main" ref={takeButton} disabled={busy !== null || !host} onClick={take}>
          {WORDS.take[language]}
        </button>
        <button type="button" disabled={busy !== null} onClick={example}>
          {WORDS.example[language]}
        </button>
      </div>

      <Messages>
        {messages("source")}
        {source?.findings.map((finding) => (
          <Notice key={finding.en} kind="warning" words={finding} language={language} />
        ))}
      </Messages>

      {source && table && (
        <>
          {source.read.length > 0 && (
            <section class="read">
              <h3>{WORDS.understood[language]}</h3>
              <ul>
                {source.read.map((line) => (
                  <li key={line.en}>{line[language]}</li>
                ))}
              </ul>
            </section>
          )}
          <div class="fields">
            <label>
              {WORDS.region[language]}
              <input type="text" value={region} onInput={(event) => setRegion(event.currentTarget.value)} />
            </label>
            <label>
              {WORDS.asOf[language]}
              <input type="text" value={asOf} onInput={(event) => setAsOf(event.currentTarget.value)} />
            </label>
          </div>
          <Preview table={table} language={language} />
          <Choices
            legend={WORDS.output}
            name="output"
            choices={OUTPUTS}
            value={output}
            language={language}
            onChange={setOutput}
          />
          <Choices
            legend={WORDS.place}
            name="place"
            choices={PLACES}
            value={place}
            language={language}
            onChange={setPlace}
          />
          <button
            type="button"
            class="main wide"
            disabled={busy !== null || !host}
            onClick={() => write(place)}
          >
            {WORDS.write[language]}
          </button>
          <Messages near={near}>{messages("write")}</Messages>
        </>
      )}
    </section>
  );
}
