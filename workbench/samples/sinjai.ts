// Kabupaten Sinjai, June 2025, as printed: a share, a target and an addition, no head-counts.
import type { Sample } from "./sample";

export const SINJAI: Sample = {
  id: "sinjai",
  name: { id: "Sinjai", en: "Sinjai" },
  rows: [
    ["Kabupaten Sinjai"],
    ["Sumber", "Siaran pers Pemerintah Kabupaten Sinjai, 11 Juni 2025"],
    ["Per tanggal", "11 Juni 2025"],
    ["Dasar", "tidak disebutkan"],
    ["Catatan", "Angka persis seperti tercetak; periksa dulu sebelum dipakai."],
    [],
    ["Cakupan", 0.336],
    ["Target Desember 2025", 0.4],
    ["Penambahan peserta", 50000],
  ],
};
