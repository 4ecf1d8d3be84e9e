// Panel Bagikan: examines the file, repairs it, makes it ready for people without the add-in, and takes that back.
import { useEffect, useState } from "preact/hooks";
import type { Way } from "../../core/exchange/detach";
import type { Ailment } from "../../core/exchange/doctor";
import type { Note } from "../../core/exchange/record";
import { howMany, type Language, type Words } from "../../core/words";
import type { Host, Watch } from "../host";
import { AboutFile } from "../parts/about-file";
import { useAct } from "../parts/act";
import { type Choice, Choices } from "../parts/choices";
import { Gather } from "../parts/gather";
import type { Journal } from "../parts/journal";
import { Messages } from "../parts/live";
import { Named } from "../parts/named";
import { off } from "../parts/off";
import { Places } from "../parts/places";
import { Progress } from "../parts/progress";
import { type Checkup, check, type Outcome, prepare, repair, revive, valuesOnly } from "../parts/share";
import { type Done, DoneNotice } from "../parts/written";

const WORDS = {
  heading: { id: "Bagikan berkas", en: "Share the file" },
  intro: {
    id: "Berkas yang berpindah antara Excel, Google Sheets, dan komputer tanpa add-in bisa kehilangan rumus UCJ. Di sini rumus diperiksa, diperbaiki, dan disiapkan sebelum dibagikan.",
    en: "A file that moves between Excel, Google Sheets and computers without the add-in may lose its UCJ formulas. Here they are examined, repaired, and made ready to share.",
  },
  check: { id: "Periksa berkas", en: "Examine the file" },
  repair: { id: "Perbaiki rumus", en: "Repair the formulas" },
  numbers: { id: "Ubah juga angka berupa teks menjadi angka", en: "Turn text numbers into numbers as well" },
  shareHeading: { id: "Siapkan untuk dibagikan", en: "Make ready to share" },
  who: { id: "Siapa yang akan membuka?", en: "Who will open it?" },
  prepare: { id: "Siapkan untuk dibagikan", en: "Make ready to share" },
  prepareAbout: {
    id: "Rumus asal dicatat di lembar UCJ_Catatan, jadi bisa dihidupkan lagi kapan saja.",
    en: "The original formulas are kept on sheet UCJ_Catatan, so they can come back at any time.",
  },
  revive: { id: "Hidupkan lagi", en: "Bring back to life" },
  valuesHeading: { id: "Salinan tanpa jejak", en: "A copy without a trace" },
  valuesAbout: {
    id: "Simpan dahulu salinan berkas, lalu tekan tombol ini di salinannya: setiap rumus UCJ menjadi nilainya dan lembar UCJ_Catatan, beserta tanda pemeriksaannya, dihapus. Sesudah panel ditutup, rumus tidak bisa dihidupkan lagi.",
    en: "Save a copy of the file first, then press this in the copy: every UCJ formula becomes its value and sheet UCJ_Catatan goes, with the marks of what was looked at. Once this pane is closed the formulas cannot come back.",
  },
  values: { id: "Salinan nilai", en: "Values only" },
  moreHeading: { id: "Lainnya", en: "More" },
  undone: { id: "Isi berkas sudah kembali seperti semula.", en: "The file is back as it was." },
  kind: { id: "Temuan", en: "Finding" },
  sheet: { id: "Lembar", en: "Sheet" },
  count: { id: "Jumlah", en: "Count" },
  summary: { id: "Temuan per lembar", en: "Findings by sheet" },
  list: { id: "Daftar temuan", en: "List of findings" },
  notes: { id: "Perlu dilihat", en: "To look at" },
} as const satisfies Record<string, Words>;

const KINDS: Readonly<Record<Ailment, Words>> = {
  unregistered: { id: "Tersimpan tanpa add-in", en: "Saved without the add-in" },
  unnamed: { id: "Belum dikenal (#NAME?)", en: "Not known (#NAME?)" },
  frozen: { id: "Dibekukan Google Sheets", en: "Frozen by Google Sheets" },
  spilled: { id: "Sisa hasil beku", en: "Frozen results" },
  namespaced: { id: "Dieja dengan titik", en: "Spelled with a dot" },
  unknown: { id: "Tidak ada di versi ini", en: "Not in this version" },
  busy: { id: "Belum selesai dihitung", en: "Not calculated yet" },
  "text-number": { id: "Angka berupa teks", en: "Numbers that are text" },
  detached: { id: "Sudah dilepas", en: "Already detached" },
};

const WAYS: readonly Choice<Way>[] = [
  {
    value: "plain",
    name: { id: "Siapa saja, tanpa add-in", en: "Anyone, without the add-in" },
    about: {
      id: "Rumus UCJ diganti rumus biasa yang tetap menghitung",
      en: "UCJ formulas become plain formulas that still compute",
    },
  },
  {
    value: "fallback",
    name: { id: "Sebagian orang memakai add-in", en: "Some have the add-in" },
    about: {
      id: "Rumus UCJ tetap ada; rumus biasa mengambil alih bila add-in tidak ada",
      en: "UCJ formulas stay; plain formulas take over without the add-in",
    },
  },
  {
    value: "values",
    name: { id: "Pembaca yang hanya perlu angkanya", en: "Readers who only need the figures" },
    about: { id: "Rumus UCJ menjadi angka mati", en: "UCJ formulas become fixed figures" },
  },
];

type Where = "check" | "share" | "values";

interface Said extends Done {
  readonly where: Where;
}

const today = (): string => {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export function SharePanel({ host, language }: { host: Host | null; language: Language }) {
  const [checkup, setCheckup] = useState<Checkup | null>(null);
  const [way, setWay] = useState<Way>("plain");
  const [numbers, setNumbers] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const acting = useAct<Where>();
  const busy = acting.isBusy;

  const near = acting.failure?.where ?? said?.where;
  useEffect(() => {
    if (near) document.getElementById(`share-${near}`)?.scrollIntoView?.({ block: "nearest" });
  }, [said, acting.failure]);

  const act = (where: Where, step: (host: Host, watch: Watch) => Promise<void>): Promise<boolean> =>
    acting.act(where, async (watch) => {
      if (!host) return;
      setSaid(null);
      setNotes([]);
      await step(host, watch);
    });

  const examine = () =>
    act("check", async (host) => {
      const found = await check(host);
      setCheckup(found);
      const { length } = found.findings;
      setSaid({
        where: "check",
        kind: length > 0 ? "warning" : "done",
        words: withLocked(
          length > 0
            ? {
                id: `${found.formulas} rumus diperiksa; ${length} sel perlu dilihat.`,
                en: `${howMany(found.formulas, "formula")} examined; ${howMany(length, "cell")} to look at.`,
              }
            : {
                id: `${found.formulas} rumus diperiksa; tidak ada yang perlu diperbaiki.`,
                en: `${howMany(found.formulas, "formula")} examined; nothing needs repair.`,
              },
          found.locked,
        ),
      });
    });

  /** Changes the file and says with numbers what changed. */
  const change = (
    where: Where,
    work: (host: Host, watch: Watch) => Promise<Outcome>,
    none: Words,
    did: Words,
  ) =>
    act(where, async (host, watch) => {
      const { journal, notes, formulas, values, locked } = await work(host, watch);
      setNotes(notes);
      setCheckup(null);
      const words = journal
        ? {
            id: `${did.id}: ${formulas} rumus dan ${values} nilai ditulis.`,
            en: `${did.en}: ${howMany(formulas, "formula")} and ${howMany(values, "value")} written.`,
          }
        : none;
      setSaid({
        where,
        kind: journal ? "done" : "note",
        words: withLocked(words, locked),
        ...(journal && { undo: () => takeBack(where, journal), edited: () => journal.edited() }),
      });
    });

  async function takeBack(where: Where, journal: Journal): Promise<void> {
    await journal.restore();
    setNotes([]);
    setSaid({ where, words: WORDS.undone });
  }

  /** Looking at a cell leaves the notes where they are. */
  const open = (note: Note) =>
    acting.act(said?.where ?? "check", async () => {
      await host?.goTo(note.sheet, note.cell);
    });

  const messages = (where: Where) => (
    <Messages id={`share-${where}`}>
      <Progress of={acting} where={where} language={language} />
      {said?.where === where && (
        <>
          <DoneNotice done={said} acting={acting} where={where} language={language} />
          {notes.length > 0 && (
            <Places
              heading={WORDS.notes}
              notes={notes}
              wait={off(language, busy, host)}
              language={language}
              onOpen={open}
            />
          )}
        </>
      )}
    </Messages>
  );

  const counts = checkup ? countsOf(checkup) : [];
  const repairs = checkup?.findings.filter(({ repair }) => repair !== undefined) ?? [];
  const texts = repairs.some(({ kind }) => kind === "text-number");

  return (
    <section class="panel" aria-labelledby="share-heading">
      <h2 id="share-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      <div class="buttons">
        <button type="button" class="main" {...off(language, busy, host)} onClick={examine}>
          {WORDS.check[language]}
        </button>
        {repairs.length > 0 && (
          <button
            type="button"
            {...off(language, busy, host)}
            onClick={() =>
              change(
                "check",
                (host, watch) => repair(host, numbers, watch),
                { id: "Tidak ada rumus yang perlu diperbaiki.", en: "No formula needs repair." },
                { id: "Diperbaiki", en: "Repaired" },
              )
            }
          >
            {WORDS.repair[language]}
          </button>
        )}
      </div>
      {texts && (
        <label class="choice">
          <input
            type="checkbox"
            checked={numbers}
            onChange={(event) => setNumbers(event.currentTarget.checked)}
          />
          <span>{WORDS.numbers[language]}</span>
        </label>
      )}
      {messages("check")}
      {counts.length > 0 && (
        <table class="counts">
          <caption>{WORDS.summary[language]}</caption>
          <tr>
            <th scope="col">{WORDS.sheet[language]}</th>
            <th scope="col">{WORDS.kind[language]}</th>
            <th scope="col">{WORDS.count[language]}</th>
          </tr>
          {counts.map(({ sheet, kind, count }) => (
            <tr key={`${sheet} ${kind}`}>
              <th scope="row">{sheet}</th>
              <td>{KINDS[kind][language]}</td>
              <td>{count}</td>
            </tr>
          ))}
        </table>
      )}
      {checkup && checkup.findings.length > 0 && (
        <Places
          heading={WORDS.list}
          notes={checkup.findings}
          wait={off(language, busy, host)}
          language={language}
          onOpen={open}
        />
      )}

      <h3>{WORDS.shareHeading[language]}</h3>
      <Choices
        legend={WORDS.who}
        name="way"
        choices={WAYS}
        value={way}
        language={language}
        onChange={setWay}
      />
      <p class="intro">{WORDS.prepareAbout[language]}</p>
      <div class="buttons">
        <button
          type="button"
          class="main"
          {...off(language, busy, host)}
          onClick={() =>
            change(
              "share",
              (host, watch) => prepare(host, way, today(), watch),
              { id: "Tidak ada rumus UCJ yang perlu disiapkan.", en: "No UCJ formula needs this." },
              { id: "Siap dibagikan", en: "Ready to share" },
            )
          }
        >
          {WORDS.prepare[language]}
        </button>
        <button
          type="button"
          {...off(language, busy, host)}
          onClick={() =>
            change(
              "share",
              (host, watch) => revive(host, watch),
              {
                id: "Lembar UCJ_Catatan tidak memuat rumus yang bisa dihidupkan.",
                en: "Sheet UCJ_Catatan holds no formula to bring back.",
              },
              { id: "Hidup lagi", en: "Back to life" },
            )
          }
        >
          {WORDS.revive[language]}
        </button>
      </div>
      {messages("share")}

      <h3>{WORDS.valuesHeading[language]}</h3>
      <p class="intro">{WORDS.valuesAbout[language]}</p>
      <div class="buttons">
        <button
          type="button"
          class="risky"
          {...off(language, busy, host)}
          onClick={() =>
            change(
              "values",
              (host, watch) => valuesOnly(host, watch),
              { id: "Tidak ada rumus UCJ di berkas ini.", en: "This file has no UCJ formula." },
              { id: "Menjadi nilai", en: "Made values" },
            )
          }
        >
          {WORDS.values[language]}
        </button>
      </div>
      {messages("values")}

      <h3>{WORDS.moreHeading[language]}</h3>
      <AboutFile host={host} language={language} today={today} />
      <Gather host={host} language={language} />
      <Named host={host} language={language} />
    </section>
  );
}

const withLocked = (words: Words, locked: readonly string[]): Words => {
  if (locked.length === 0) return words;
  const names = locked.map((name) => `“${name}”`).join(", ");
  return {
    id: `${words.id} Lembar yang diproteksi tidak diubah: ${names}.`,
    en: `${words.en} Protected sheets are not changed: ${names}.`,
  };
};

interface Count {
  readonly sheet: string;
  readonly kind: Ailment;
  readonly count: number;
}

function countsOf({ findings }: Checkup): Count[] {
  const counts = new Map<string, Count>();
  for (const { sheet, kind } of findings) {
    const key = `${sheet} ${kind}`;
    counts.set(key, { sheet, kind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
