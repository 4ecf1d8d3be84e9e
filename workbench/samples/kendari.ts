// Kota Kendari, June 2025, as printed: the three segment figures stand in the active column, as in the articles.
import type { Sample } from "./sample";

export const KENDARI: Sample = {
  id: "kendari",
  name: { id: "Kendari", en: "Kendari" },
  block: 12,
  rows: [
    ["Kota Kendari"],
    ["Sumber", "KolomRakyat dan KiatNews, 17 Juni 2025"],
    ["Per tanggal", "8 Juni 2025"],
    ["Dasar", "angkatan kerja di luar ASN, TNI, Polri"],
    ["Catatan", "Angka persis seperti tercetak; periksa dulu sebelum dipakai."],
    [],
    ["Angkatan kerja", 140940],
    ["Peserta aktif", 49397],
    ["Belum terlindungi", 91543],
    ["Cakupan", 0.3505],
    ["Target nasional 2045", 0.995],
    [],
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", null, 88357],
    ["BPU", null, 36140],
    ["Jakon", null, 16443],
    ["Jumlah", 140940, 49397],
  ],
};
