// Kabupaten Konawe, April 2025, as printed.
import type { Sample } from "./sample";

export const KONAWE: Sample = {
  id: "konawe",
  name: { id: "Konawe", en: "Konawe" },
  rows: [
    ["Kabupaten Konawe"],
    ["Sumber", "PersadaKita, 9 Mei 2025"],
    ["Per tanggal", "30 April 2025"],
    ["Dasar", "angkatan kerja non-ASN"],
    ["Catatan", "Angka persis seperti tercetak; periksa dulu sebelum dipakai."],
    [],
    ["Angkatan kerja", 79388],
    ["Peserta aktif", 27636],
    ["Belum terlindungi", 51752],
    ["Cakupan", 0.3481],
  ],
};
