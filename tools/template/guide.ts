// The first sheet: what the workbook is for and how it is filled in, in Indonesian, with a summary in English.
import { VERSION } from "../../core/version";
import { ENTRY, REGIONS } from "./entry";
import type { PlannedCell, PlannedSheet } from "./plan";

const LINES: readonly (readonly [PlannedCell["role"], string])[] = [
  ["title", "Templat cakupan jaminan sosial ketenagakerjaan (UCJ)"],
  [
    "label",
    "Buku kerja ini menghitung cakupan, target, peringkat, dan jalur tanpa add-in: di Excel 2010 ke atas, LibreOffice, dan Google Sheets.",
  ],
  ["label", ""],
  ["header", "Cara memakai"],
  ["label", `1. Buka lembar ${ENTRY}. Hapus angka contoh di sel berlatar biru, lalu isi angka daerah Anda.`],
  ["label", "2. Isi jumlah orang sebagai bilangan bulat (140940), persentase dengan tanda persen (38,88%)."],
  [
    "label",
    `3. Lihat kolom Periksa di lembar ${ENTRY}: setiap baris yang terisi harus “ok”, dan jumlahnya sama dengan keterangan di atas.`,
  ],
  [
    "label",
    "4. Baca hasilnya di lembar Ringkasan, Segmen, Peringkat, Jalur, dan Kemajuan; semua berisi rumus biasa.",
  ],
  ["label", "5. Cetak lembar yang diperlukan; lebarnya sudah satu halaman A4."],
  ["label", ""],
  ["header", "Yang perlu diketahui"],
  [
    "label",
    "• Cakupan = peserta aktif ÷ angkatan kerja. Cakupan gabungan adalah jumlah ÷ jumlah, bukan rata-rata persentase.",
  ],
  [
    "label",
    "• Peserta aktif yang melebihi angkatan kerja tidak dipotong; barisnya diberi tanda “di atas 100 %”.",
  ],
  ["label", "• Sel yang belum diisi tetap kosong; tidak dianggap nol."],
  [
    "label",
    `• Tersedia ${REGIONS} baris wilayah. Baris yang tidak dipakai dibiarkan kosong, atau disembunyikan supaya grafiknya rapat.`,
  ],
  ["label", "• Tidak ada yang diproteksi. Rumus yang terhapus bisa disalin dari baris di atasnya."],
  [
    "label",
    "• Target dari surat resmi didahulukan. Kenaikan 20 % per tahun berarti relatif: 35 % menjadi 42 %, bukan 55 %.",
  ],
  ["label", ""],
  ["header", "English"],
  [
    "label",
    `Fill in the blue cells of sheet ${ENTRY} with your own figures; every table and chart computes itself with plain formulas, no add-in needed.`,
  ],
  [
    "label",
    "Coverage = active participants ÷ labour force; a combined coverage is the ratio of sums. Blank stays blank and is never zero.",
  ],
  ["label", ""],
  ["note", `Dibuat dengan UCJ Planner ${VERSION}.`],
];

export const guideSheet = (): PlannedSheet => ({
  name: "Petunjuk",
  widths: [110],
  rows: LINES.map(([role, content]) => [{ role, content }]),
  headers: [],
  typing: [],
  colors: [],
  print: { landscape: false, header: 0, footer: "" },
});
