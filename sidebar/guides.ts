// The short guides of panel Bantuan: one for each kind of user, about one panel.
import type { Words } from "../core/words";

export interface Guide {
  /** The panel it is about. */
  readonly panel: string;
  readonly who: Words;
  readonly steps: readonly Words[];
  /** What its picture shows, for those who do not see it. */
  readonly picture: Words;
}

export const GUIDES: readonly Guide[] = [
  {
    panel: "functions",
    who: { id: "Perencana: menghitung di sel", en: "Planners: computing in cells" },
    picture: {
      id: "Panel Rumus: hasil 9.883 orang dengan jalannya hitungan, rumusnya, dan tombol Sisipkan rumus.",
      en: "Panel Formulas: the answer 9.883 people with its working, the formula, and the button that inserts it.",
    },
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
    picture: {
      id: "Panel Tabel: pratinjau tabel segmen Kota Kendari dengan baris jumlah.",
      en: "Panel Table: preview of the segment table of Kota Kendari with its total row.",
    },
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
    picture: {
      id: "Panel Periksa: satu temuan menunjuk sel yang tidak cocok dan tombol untuk menerapkan perbaikannya.",
      en: "Panel Check: one finding names the cells that disagree, with a button that mends them.",
    },
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
    picture: {
      id: "Panel Bagikan: tiga pilihan siapa yang akan membuka berkas.",
      en: "Panel Share: three choices of who will open the file.",
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
