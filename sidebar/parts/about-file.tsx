// "Tentang berkas": asks of when and where from the figures are, examines the file, and writes its visible sheet.
import { useState } from "preact/hooks";
import { aboutTable, isAbout } from "../../core/exchange/about";
import { HEADINGS } from "../../core/headers";
import { isRefusal } from "../../core/refuse";
import { howMany, type Language, type Words } from "../../core/words";
import type { Host } from "../host";
import { useAct } from "./act";
import { described, Field } from "./field";
import { Messages } from "./live";
import { off } from "./off";
import { layOut } from "./own-sheet";
import { useSettings } from "./pane";
import { Progress } from "./progress";
import { check } from "./share";
import { type Done, DoneNotice } from "./written";

const WORDS = {
  heading: { id: "Tentang berkas", en: "About the file" },
  intro: {
    id: "Lembar “Tentang” memberi tahu pembaca: data per tanggal berapa, dari mana, dasarnya apa, aturan dan versi mesin yang dipakai, dan hasil pemeriksaan rumus.",
    en: "Sheet “About” tells readers of when the figures are, where from, on which base, which rules and engine version, and what the examination of formulas found.",
  },
  write: { id: "Tulis lembar Tentang", en: "Write sheet About" },
  undone: { id: "Lembar Tentang kembali seperti semula.", en: "Sheet About is as it was." },
} as const satisfies Record<string, Words>;

const FIELDS: readonly (readonly ["region" | "asOf" | "source" | "basis", Words, Words])[] = [
  ["region", HEADINGS.region.words, { id: "Boleh kosong", en: "May be blank" }],
  ["asOf", HEADINGS.asOf.words, { id: "Misalnya 8 Juni 2025", en: "Such as 8 Juni 2025" }],
  [
    "source",
    { id: "Sumber", en: "Source" },
    {
      id: "Misalnya BPJS Ketenagakerjaan Kendari, BPS",
      en: "Such as BPJS Ketenagakerjaan Kendari, BPS",
    },
  ],
  [
    "basis",
    { id: "Dasar", en: "Basis" },
    {
      id: "Apa yang dihitung sebagai angkatan kerja, misalnya di luar ASN, TNI, Polri",
      en: "What counts as labour force, such as outside ASN, TNI, Polri",
    },
  ],
];

export function AboutFile(props: { host: Host | null; language: Language; today: () => string }) {
  const { host, language } = props;
  const settings = useSettings();
  const [edits, setEdits] = useState<Readonly<Record<string, string>>>({});
  const [done, setDone] = useState<Done | null>(null);
  const acting = useAct<"about">();
  const busy = acting.busy !== null;
  const typed = (key: (typeof FIELDS)[number][0]): string =>
    edits[key] ?? (key === "region" ? "" : (settings.typed[key] ?? ""));

  const write = () =>
    acting.act("about", async () => {
      if (!host) return;
      setDone(null);
      const told = {
        region: typed("region"),
        asOf: typed("asOf"),
        source: typed("source"),
        basis: typed("basis"),
        today: props.today(),
      };
      // What is wrong with the fields is said before the file is read.
      const first = aboutTable({ ...told, formulas: 0, findings: 0 }, language);
      if (isRefusal(first)) return setDone({ words: first.refusal, kind: "problem" });
      const { formulas, findings } = await check(host);
      const table = aboutTable({ ...told, formulas, findings: findings.length }, language);
      if (isRefusal(table)) return setDone({ words: table.refusal, kind: "problem" });
      const { written, ways } = await layOut(host, table, "values", isAbout);
      setDone({
        words: {
          id: `Lembar “${written.sheet}” ditulis; ${formulas} rumus diperiksa, ${findings.length} temuan.`,
          en: `Sheet “${written.sheet}” is written; ${howMany(formulas, "formula")} examined, ${howMany(findings.length, "finding")}.`,
        },
        ...ways,
      });
    });

  return (
    <details class="guide" id="share-about">
      <summary>{WORDS.heading[language]}</summary>
      <p class="intro">{WORDS.intro[language]}</p>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        {FIELDS.map(([key, words, about]) => (
          <Field key={key} id={`about-${key}`} name={words[language]} about={about[language]}>
            <input
              {...described(`about-${key}`)}
              type="text"
              autocomplete="off"
              readOnly={busy}
              value={typed(key)}
              onInput={(event) => setEdits({ ...edits, [key]: event.currentTarget.value })}
            />
          </Field>
        ))}
        <div class="buttons">
          <button type="submit" {...off(language, acting.isBusy, host)}>
            {WORDS.write[language]}
          </button>
        </div>
      </form>
      <Messages>
        <Progress of={acting} where="about" language={language} />
        {done && (
          <DoneNotice
            done={done}
            acting={acting}
            where="about"
            language={language}
            onUndone={() => setDone({ words: WORDS.undone })}
          />
        )}
      </Messages>
    </details>
  );
}
