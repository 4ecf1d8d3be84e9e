// Kota Singkawang, June 2025, as printed: two shares and two head-counts, no labour force.
import type { Sample } from "./sample";

export const SINGKAWANG: Sample = {
  id: "singkawang",
  name: { id: "Singkawang", en: "Singkawang" },
  rows: [
    ["Kota Singkawang"],
    ["Sumber", "BorneoTrend, 12 Juni 2025"],
    ["Per tanggal", "12 Juni 2025"],
    ["Dasar", "total estimasi potensi tenaga kerja PU dan BPU"],
    ["Catatan", "Angka persis seperti tercetak; periksa dulu sebelum dipakai."],
    [],
    ["Peserta aktif", 16684],
    ["Cakupan", 0.2277],
    ["Belum terlindungi", 73236],
    ["Belum terlindungi (%)", 0.7723],
  ],
};
