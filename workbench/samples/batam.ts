// Kota Batam, November 2025, as printed: four segments, each with labour force and active participants, in round thousands.
import type { Sample } from "./sample";

export const BATAM: Sample = {
  id: "batam",
  name: { id: "Batam", en: "Batam" },
  block: 8,
  rows: [
    ["Kota Batam"],
    ["Sumber", "Batam Straits, 6 November 2025"],
    ["Per tanggal", "6 November 2025"],
    ["Dasar", "angkatan kerja (di berita lain: total tenaga kerja) 661.500"],
    ["Catatan", "Angka dibulatkan ke ribuan oleh sumbernya; cakupan keseluruhan tidak tercetak."],
    [],
    ["Angkatan kerja", 661500],
    [],
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", 349000, 343000],
    ["BPU", 205000, 77000],
    ["Jakon", 101000, 43700],
    ["PMI", 4000, 1180],
  ],
};
