// Headings as offices write them: short forms mean what their long forms mean, and say nothing inside other words.
import { headingOf } from "../../core/headers";

test.each([
  ["Angkatan Kerja (orang)", "labor"],
  ["AK", "labor"],
  ["Jml. AK 2025", "labor"],
  ["Jml Peserta Aktif", "active"],
  ["AK belum terlindungi", "uncovered"],
  ["TK aktif", "active"],
  ["Cakupan (%)", "coverage"],
  ["Akun", undefined],
  ["Kab/Kota", "region"],
])("%s", (heading, means) => {
  expect(headingOf(heading)).toBe(means);
});
