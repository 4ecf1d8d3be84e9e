// Panel Bantuan: a short guide for each kind of user, whether the functions work here, version, rule dates, licence.
import { writeDate } from "../../core/dates";
import { LAW_REVIEWED } from "../../core/law";
import { VERSION } from "../../core/version";
import type { Words } from "../../core/words";
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

interface Guide {
  /** The panel it is about. */
  readonly panel: string;
  readonly who: Words;
  readonly steps: readonly Words[];
}

export const GUIDES: readonly Guide[] = [
  {
    panel: "functions",
    who: { id: "Perencana: menghitung di sel", en: "Planners: computing in cells" },
    steps: [
      {
        id: "Cari dengan kata sendiri, misalnya “kekurangan target”.",
        en: "Search in your own words, such as “missing to target”.",
      },
      {
        id: "Coba dengan angka seperti biasa: 140.940 atau 42,06%. Panel menunjukkan jalannya hitungan.",
        en: "Try it with figures as Indonesians write them: 140.940 or 42,06%. The pane shows the working.",
      },
      {
        id: "Klik sel tujuan, lalu Sisipkan rumus. Untuk banyak daerah, ambil kolomnya: satu rumus mengisi semua baris.",
        en: "Click the cell, then Insert the formula. For many regions take their columns: one formula fills all rows.",
      },
    ],
  },
  {
    panel: "table",
    who: { id: "Analis: membuat tabel dan grafik", en: "Analysts: tables and charts" },
    steps: [
      {
        id: "Pilih blok di lembar beserta judulnya, lalu Ambil dari pilihan.",
        en: "Select a block in the sheet with its headings, then Take the selection.",
      },
      {
        id: "Baca apa yang terbaca dan lihat pratinjaunya; peringatan muncul di atasnya.",
        en: "Read what was understood and look at the preview; warnings stand above it.",
      },
      {
        id: "Tulis tabel. Tidak ada yang ditimpa tanpa ditanya, dan Batalkan mengembalikan semuanya.",
        en: "Write the table. Nothing is overwritten unasked, and Undo brings everything back.",
      },
    ],
  },
  {
    panel: "check",
    who: { id: "Pemeriksa: menguji angka laporan", en: "Reviewers: testing a report's figures" },
    steps: [
      {
        id: "Pilih angka satu daerah, satu tabel daerah, atau tempel teks berita.",
        en: "Select one region's figures, a table of regions, or paste a press text.",
      },
      {
        id: "Jawab bila panel bertanya arti sebuah angka; yang belum jelas tidak ditebak.",
        en: "Answer when the pane asks what a figure means; what is unclear is not guessed.",
      },
      {
        id: "Perbaiki, tandai sudah diperiksa, atau tulis laporannya ke lembar baru.",
        en: "Mend it, mark it as checked, or write the report to a new sheet.",
      },
    ],
  },
  {
    panel: "share",
    who: {
      id: "Yang berbagi: mengirim berkas ke kantor lain",
      en: "Senders: giving the file to another office",
    },
    steps: [
      {
        id: "Periksa berkas: panel mencari rumus yang akan rusak di komputer tanpa add-in.",
        en: "Examine the file: the pane looks for formulas that would break without the add-in.",
      },
      {
        id: "Pilih siapa yang akan membuka, lalu Siapkan untuk dibagikan.",
        en: "Choose who will open it, then Make ready to share.",
      },
      {
        id: "Berkas kembali dari kantor lain? Hidupkan lagi rumusnya dari lembar UCJ_Catatan.",
        en: "Has the file come back? Bring its formulas back to life from sheet UCJ_Catatan.",
      },
    ],
  },
];

export function HelpPanel({ host, language }: PanelProps) {
  const { open, welcome } = usePane();
  return (
    <section class="panel help" aria-labelledby="help-heading">
      <h2 id="help-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      {GUIDES.map(({ panel, who, steps }) => (
        <details key={panel} class="guide">
          <summary>{who[language]}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{step[language]}</li>
            ))}
          </ol>
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
