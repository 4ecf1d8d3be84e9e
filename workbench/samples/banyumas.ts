// Kabupaten Banyumas, April 2025, as printed: active participants by segment.
import type { Sample } from "./sample";

export const BANYUMAS: Sample = {
  id: "banyumas",
  name: { id: "Banyumas", en: "Banyumas" },
  block: 11,
  rows: [
    ["Kabupaten Banyumas"],
    ["Sumber", "iNews Purwokerto dan Merdeka, 24 April 2025"],
    ["Per tanggal", "24 April 2025 (tanggal terbit)"],
    ["Dasar", "angkatan kerja, dasar tidak dirinci"],
    ["Catatan", "Angka persis seperti tercetak; periksa dulu sebelum dipakai."],
    [],
    ["Angkatan kerja", 684654],
    ["Peserta aktif", 214687],
    ["Belum terlindungi", 469967],
    ["Cakupan", 0.3136],
    [],
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", null, 159475],
    ["BPU", null, 35814],
    ["Jakon", null, 19398],
    ["Jumlah", 684654, 214687],
  ],
};
