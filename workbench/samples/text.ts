// The Batam figures as office sheets often hold them: numbers typed as text, columns in another order.
import type { Sample } from "./sample";

export const TEXT: Sample = {
  id: "text",
  name: { id: "Teks Indonesia", en: "Indonesian text" },
  block: 6,
  rows: [
    ["Angka sebagai teks"],
    ["Sumber", "Batam Straits, 6 November 2025"],
    ["Per tanggal", "6 November 2025"],
    ["Dasar", "angkatan kerja"],
    ["Catatan", "Semua angka di blok bawah adalah teks, dengan titik ribuan."],
    [],
    ["Peserta aktif", "Segmen", "Angkatan kerja"],
    ["343.000", "PU", "349.000"],
    ["77.000", "BPU", "205.000"],
    ["43.700", "Jakon", "101.000"],
    ["1.180", "PMI", "4.000"],
  ],
};
