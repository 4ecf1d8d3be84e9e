// The sheet "Tentang": everything a reader must know, nothing half filled in, no day that cannot be.
import { aboutTable, isAbout } from "../../../core/exchange/about";
import { isRefusal } from "../../../core/refuse";
import { VERSION } from "../../../core/version";

const ABOUT = {
  region: "Kota Kendari",
  asOf: "8 Juni 2025",
  basis: "angkatan kerja di luar ASN, TNI, Polri",
  source: "=KolomRakyat",
  formulas: 12,
  findings: 0,
  today: "2026-11-21",
};

const lines = (given: Partial<typeof ABOUT>, language: "id" | "en" = "id"): string[][] => {
  const table = aboutTable({ ...ABOUT, ...given }, language);
  if (isRefusal(table)) throw new Error(table.refusal[language]);
  return table.rows.map((row) => row.map(({ value }) => String(value)));
};
const refused = (given: Partial<typeof ABOUT>): string => {
  const table = aboutTable({ ...ABOUT, ...given }, "id");
  return isRefusal(table) ? table.refusal.id : "";
};

test("date, source, basis, rules with their first day, engine, examination", () => {
  expect(lines({})).toEqual([
    ["Tentang berkas ini", ""],
    ["Wilayah", "Kota Kendari"],
    ["Data per tanggal", "8 Juni 2025"],
    ["Sumber", "=KolomRakyat"],
    ["Dasar", "angkatan kerja di luar ASN, TNI, Polri"],
    [
      "Aturan kenaikan per tahun",
      expect.stringMatching(/^20(,00)? % \(sejak 1 Januari 2024\): .*Permendagri/),
    ],
    ["Batas atas target", expect.stringMatching(/^99,50? % \(sejak 1 Januari 2025\): UU 59\/2024/)],
    ["Aturan dibandingkan terakhir", "21 November 2026"],
    ["Versi mesin hitung", VERSION],
    ["Pemeriksaan rumus", "12 rumus diperiksa, tidak ada temuan"],
    ["Ditulis pada", "21 November 2026"],
  ]);
  expect(lines({ findings: 3 }, "en")[9]).toEqual([
    "Formulas examined",
    "12 formulas examined, 3 cells to look at",
  ]);
  expect(isAbout(lines({})[0]?.[0]) && isAbout(lines({}, "en")[0]?.[0])).toBe(true);
  expect(isAbout("Tentang kami")).toBe(false);
});

test.each([
  ["31 Juni 2025", /tidak ada di kalender/],
  ["29/02/2025", /tidak ada di kalender/],
  ["Juni 2025", /tidak terbaca.*8 Juni 2025/],
  ["1 Januari 2027", /belum terjadi/],
  ["8 Juni 1925", /terlalu lama/],
])("%s is refused as the day of the figures", (asOf, says) => {
  expect(refused({ asOf })).toMatch(says);
});

test("what is left blank is asked for, all at once", () => {
  expect(refused({ asOf: " ", source: "" })).toBe("Isi dulu: Data per tanggal, Sumber.");
  expect(lines({ region: "" })[1]?.[0]).toBe("Data per tanggal");
});
