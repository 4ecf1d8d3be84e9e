// Ringkasan wilayah (T1): published figures, three sources of targets, totals as ratio of sums, odd regions named.
import type { BlockCell } from "../../../core/block";
import { at, differences, expectSame, notes, rowOf, source, table } from "./sheet";

const HEAD = ["Kabupaten/kota", "Angkatan kerja", "Peserta aktif"];
/** Angka rekaan, but Kendari and Konawe as printed in 2025. */
const REGIONS: BlockCell[][] = [
  [...HEAD, "Target (%)"],
  ["Kota Kendari", 140940, 49397, 0.4206],
  ["Kab. Konawe", 79388, 27636, 0.4],
  ["Kab. Kecil", 1000, 980, 0.5],
];

test("Maluku Utara, May 2025: all five figures that are called a gap", () => {
  const cells = [HEAD, ["Maluku Utara", 424131, 176604]];
  const model = table("summary", cells, { target: "68,14%" });
  expect(at(model, "Maluku Utara", "Belum terlindungi")).toBe(247527);
  expect(at(model, "Maluku Utara", "Cakupan")).toBeCloseTo(0.4164, 4);
  expect(at(model, "Maluku Utara", "Target (orang)")).toBe(289003);
  expect(at(model, "Maluku Utara", "Gap ke target (orang)")).toBe(112399);
  expect(at(model, "Maluku Utara", "Gap (poin)")).toBeCloseTo(26.5, 2);
  expect(at(model, "Maluku Utara", "Status")).toBe("di bawah jalur");
  expect(model.chart?.title).toBe("Maluku Utara 41,64 %, target 68,14 %");
  expectSame(model, cells);
});

test("South Sulawesi's head-count target rounds up as published", () => {
  const model = table("summary", [HEAD, ["Sulawesi Selatan", 2801936, 1500000]], { target: "62,93%" });
  expect(at(model, "Sulawesi Selatan", "Target (orang)")).toBe(1763259);
});

test("Kendari without a target: the growth rule's next one, and no word of status", () => {
  const cells = [HEAD, ["Kota Kendari", 140940, 49397]];
  const model = table("summary", cells, { year: "2026" });
  expect(model.chart?.title).toBe("Kota Kendari 35,05 %, target 2026 42,06 %");
  expect(at(model, "Kota Kendari", "Target (orang)")).toBe(59277);
  expect(at(model, "Kota Kendari", "Status")).toBe("");
  expect(notes(model)).toContain("naik 20 %");
  expectSame(model, cells);
});

test("the total is a ratio of sums, more than a point away from the mean of shares", () => {
  const model = table("summary", REGIONS);
  const total = 49397 + 27636 + 980;
  const base = 140940 + 79388 + 1000;
  expect(rowOf(model, "Jumlah").slice(0, 5)).toEqual(["Jumlah", base, total, base - total, total / base]);
  const mean = (49397 / 140940 + 27636 / 79388 + 0.98) / 3;
  expect(Math.abs(mean - total / base)).toBeGreaterThan(0.01);
  expect(at(model, "Jumlah", "Target (orang)")).toBe(59280 + 31756 + 500);
  expect(at(model, "Jumlah", "Target")).toBeCloseTo((59280 + 31756 + 500) / base, 12);
  expect(notes(model)).toMatch(/Gap pada baris Jumlah.*13\.523.*14\.003/);
  expect(model.chart?.title).toMatch(
    /^Jumlah 35,25 %, target 41,36 %; tertinggi Kab. Kecil \(98,00 %\), terendah Kab. Konawe/,
  );
  expectSame(model, REGIONS);
});

test("a column of target head-counts keeps them and computes the share", () => {
  const cells = [
    [...HEAD, "Target"],
    ["Maluku Utara", 424131, 176604, 289003],
    ["Lampung", 2994131, 1000000, 1149447],
  ];
  const model = table("summary", cells);
  expect(at(model, "Maluku Utara", "Target")).toBeCloseTo(0.6814, 4);
  expect(at(model, "Lampung", "Gap ke target (orang)")).toBe(149447);
  expect(
    source("summary", cells)
      .read.map(({ id }) => id)
      .join(),
  ).toContain("Kolom E “Target” dibaca sebagai Target (orang), karena isinya jumlah orang");
  expectSame(model, cells);
});

test("a falling coverage is an ordinary row: points and relative change, status in words", () => {
  const cells = [
    ["Provinsi", "Angkatan kerja", "Peserta aktif", "Cakupan tahun lalu", "Target"],
    ["Sulawesi Utara", 1000000, 679500, 0.7611, 0.995],
    ["Jambi", 1312389, 592806, 0.4138, 0.53],
    ["Baru", 1000, 300, null, 0.5],
  ];
  const model = table("summary", cells);
  expect(at(model, "Sulawesi Utara", "Perubahan (poin)")).toBeCloseTo(-8.16, 9);
  expect(at(model, "Sulawesi Utara", "Perubahan (relatif)")).toBeCloseTo(-0.1072, 4);
  expect(at(model, "Sulawesi Utara", "Status")).toBe("menurun");
  expect(at(model, "Jambi", "Status")).toBe("di bawah jalur");
  expect(at(model, "Baru", "Perubahan (poin)")).toBe("");
  expectSame(model, cells);
});

test("above 100 % is shown, said in the status, coloured and named; nothing is clamped", () => {
  const cells = [HEAD, ["Kota A", 1000, 1100], ["Kota B", 1000, 500]];
  const model = table("summary", cells, { target: "60%" });
  expect(at(model, "Kota A", "Cakupan")).toBe(1.1);
  expect(at(model, "Kota A", "Belum terlindungi")).toBe(-100);
  expect(at(model, "Kota A", "Status")).toBe("di atas 100 %");
  expect(notes(model)).toContain("melebihi angkatan kerja pada: Kota A");
  expect(model.conditions).toContainEqual(expect.objectContaining({ when: "above", value: 1 }));
  expect(model.conditions).toContainEqual(expect.objectContaining({ when: "is", text: "di atas 100 %" }));
  expectSame(model, cells);
});

test("a region without one of its figures leaves the total coverage open, and says which", () => {
  const cells = [HEAD, ["Kota A", 1000, 400], ["Kota B", 1000, null]];
  const model = table("summary", cells, { target: "60%" });
  expect(rowOf(model, "Jumlah").slice(1, 5)).toEqual([2000, 400, "", ""]);
  expect(notes(model)).toContain("belum lengkap pada: Kota B");
  expectSame(model, cells);
});

test("as many labour forces as active participants, but of different regions: no total coverage", () => {
  const cells = [HEAD, ["Kota A", 1000, null], ["Kota B", null, 400], ["Kota C", 500, 100]];
  const model = table("summary", cells, { target: "60%" });
  expect(rowOf(model, "Jumlah").slice(1, 6)).toEqual([1500, 500, "", "", ""]);
  expectSame(model, cells);
});

test("labour force follows from active and not covered: Central Kalimantan", () => {
  const cells = [
    ["Provinsi", "Terlindungi", "Belum terlindungi"],
    ["Kalimantan Tengah", 465940, 543310],
  ];
  const model = table("summary", cells, { target: "60%" });
  expect(at(model, "Kalimantan Tengah", "Angkatan kerja")).toBe(1009250);
  expect(at(model, "Kalimantan Tengah", "Cakupan")).toBeCloseTo(0.4617, 4);
  expectSame(model, cells);
});

test("dates that differ get a column; one date for all is a parameter", () => {
  const head = [...HEAD, "Per tanggal"];
  const two = table("summary", [head, ["A", 10, 5, "30 Juni 2025"], ["B", 10, 4, "31 Juli 2025"]]);
  expect(at(two, "B", "Per tanggal")).toBe("31 Juli 2025");
  const one = table("summary", [head, ["A", 10, 5, "30 Juni 2025"], ["B", 10, 4, "30 Juni 2025"]]);
  expect(rowOf(one, "Per tanggal")[1]).toBe("30 Juni 2025");
});

test("in English, status words and notes are English", () => {
  const model = table("summary", REGIONS, {}, "en");
  expect(at(model, "Kab. Kecil", "Status")).toBe("reached");
  expect(notes(model)).toContain("not a mean of percentages");
  expect(differences(model, REGIONS, "plain")).toEqual([]);
});

test("parameters stand in visible cells and a target in its cell moves the table", () => {
  const model = table("summary", [HEAD, ["A", 1000, 400]], {
    target: "60%",
    region: "Kota A",
    basis: "BPS 2024",
  });
  expect(rowOf(model, "Target")[1]).toBe(0.6);
  expect(rowOf(model, "Dasar")[1]).toBe("BPS 2024");
  expect(rowOf(model, "Sumber")[1]).toBe("'Data 2025'!B3:D4");
  const cell = model.rows.find(([first]) => first?.value === "A")?.[5];
  expect(cell?.plain).toMatch(/\{\$\d+,\$1\}/);
});

test("a printed total that is not the sum of its regions is named, with both figures", () => {
  const findings = (kind: string, cells: BlockCell[][]) => source(kind, cells).findings.map(({ id }) => id);
  const rows: BlockCell[][] = [HEAD, ["Kota Kendari", 140940, 49397], ["Kab. Konawe", 79388, 27636]];
  const total = (labor: number, active: number): BlockCell[][] => [...rows, ["Jumlah", labor, active]];
  expect(findings("summary", total(220328, 77033))).toEqual([]);
  const said = [
    "Peserta aktif: jumlah tertulis 77.330, jumlah barisnya 77.033, selisih 297. Tabel memakai jumlah baris; periksa mana yang benar.",
  ];
  for (const kind of ["summary", "ranking", "districts"])
    expect(findings(kind, total(220328, 77330))).toEqual(said);
  // Where a region has no figure, nobody knows the sum.
  expect(findings("summary", [...total(270328, 77330), ["Kab. Buton", 50000, null]])).toEqual([]);
});

test("segments in place of regions: said, with the table that is for them", () => {
  const segments: BlockCell[][] = [
    ["Uraian", "Angkatan kerja", "Peserta aktif"],
    ["PU", 88357, 30000],
    ["BPU", 36140, 9000],
  ];
  expect(source("summary", segments).findings.map(({ id }) => id)).toEqual([
    "Kolom “Uraian” berisi segmen, bukan wilayah. Untuk segmen pilih di atas tabel Rincian per segmen.",
  ]);
  expect(source("summary", [...segments, ["Kota Kendari", 1000, 400]]).findings).toEqual([]);
});
