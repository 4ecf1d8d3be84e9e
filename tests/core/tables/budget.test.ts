// Anggaran per sumber dana (T7): the published budgets, money that does not reach, months that end, coverage it buys.
import type { BlockCell } from "../../../core/block";
import { tableKind } from "../../../core/tables/all";
import { at, differences, expectSame, notes, refused, rowOf, source, table } from "./sheet";

const PUBLISHED = tableKind("budget").example.cells as BlockCell[][];

test("Lampung, West Papua and Penajam Paser Utara as published: two of three fall short", () => {
  const model = table("budget", PUBLISHED);
  expect(at(model, "DBH sawit", "Kebutuhan")).toBe(1856400000);
  expect(at(model, "DBH sawit", "Status")).toBe("cukup");
  expect(at(model, "APBD provinsi", "Kebutuhan")).toBe(6048000000);
  expect(at(model, "APBD provinsi", "Sisa (+) atau kurang (−)")).toBe(-48000000);
  // Three billion do not carry the 5,000 new ones: 14,880 of 20,000.
  expect(at(model, "APBD kabupaten", "Pekerja terbiayai")).toBe(14880);
  expect(at(model, "APBD kabupaten", "Status")).toBe("kurang");
  expect(at(model, "APBD kabupaten", "Wilayah")).toBe("Penajam Paser Utara 2025");
  expect(at(model, "Jumlah", "Kebutuhan")).toBe(1856400000 + 6048000000 + 4032000000);
  expect(notes(model)).toContain("Iuran kurang dari 12 bulan: DBH sawit");
  expect(notes(model)).toContain("tanpa diskon bila APBN/APBD membayar");
  expect(model.chart).toMatchObject({
    kind: "column",
    series: [5, 6],
    title: "Kebutuhan Rp 11.936.400.000 untuk 72.100 pekerja; anggaran kurang Rp 1.076.400.000",
  });
  expectSame(model, PUBLISHED);
});

test("money alone: how many workers it pays for, and what coverage that gives", () => {
  const cells: BlockCell[][] = [
    ["Sumber dana", "Anggaran"],
    ["APBD", 3000000000],
    ["CSR", "Rp1,86 miliar"],
  ];
  const model = table("budget", cells, { labor: "140.940", active: "49.397", region: "Kota Kendari" });
  expect(at(model, "APBD", "Pekerja terbiayai")).toBe(14880);
  expect(at(model, "CSR", "Pekerja terbiayai")).toBe(Math.floor(1860000000 / 201600));
  expect(rowOf(model, "Cakupan sebatas anggaran")[1]).toBeCloseTo((49397 + 14880 + 9226) / 140940, 12);
  expect(model.chart?.title).toBe("Kota Kendari: anggaran Rp 4.860.000.000 membiayai 24.106 pekerja");
  expectSame(model, cells);
});

test("workers alone, for three months at another contribution", () => {
  const cells: BlockCell[][] = [
    ["Sumber dana", "Pekerja rentan"],
    ["DBH sawit", 7723],
  ];
  const model = table("budget", cells, {
    months: "3",
    region: "Pasaman Barat",
    labor: "200000",
    active: "60000",
  });
  expect(at(model, "DBH sawit", "Kebutuhan")).toBe(389239200);
  expect(rowOf(model, "Cakupan bila semua dibiayai")[1]).toBe(67723 / 200000);
  expect(rowOf(model, "Jumlah")).toEqual([]);
  expectSame(model, cells);
  const jht = table("budget", cells, { months: "3", contribution: "36.800" });
  expect(at(jht, "DBH sawit", "Kebutuhan")).toBe(7723 * 3 * 36800);
});

test("rows without one of the two leave the total's difference open, and are named", () => {
  const cells: BlockCell[][] = [
    ["Sumber dana", "Pekerja", "Bulan", "Iuran", "Anggaran"],
    ["APBD", 1000, 12, 16800, null],
    ["CSR", null, 6, 16800, 50000000],
    ["Baznas", 10, 0, 16800, 1000],
    ["Jumlah", 1010, null, null, 50001000],
  ];
  const model = table("budget", cells);
  expect(at(model, "CSR", "Pekerja terbiayai")).toBe(496);
  expect(at(model, "Baznas", "Pekerja terbiayai")).toBe("");
  // As many costs as budgets, but not in the same rows.
  expect(at(model, "Jumlah", "Sisa (+) atau kurang (−)")).toBe("");
  expect(notes(model)).toContain("belum terisi pada: APBD, CSR");
  expectSame(model, cells);
  expect(differences(table("budget", cells, {}, "en"), cells, "plain")).toEqual([]);
});

test("a printed cost that disagrees is named; without workers and money there is nothing to compute", () => {
  const read = source("budget", [
    ["Sumber dana", "Pekerja", "Bulan", "Kebutuhan"],
    ["APBD", 15000, 12, 3000000000],
  ]);
  expect(read.findings[0]?.id).toBe(
    "Kebutuhan tertulis berbeda dari pekerja × bulan × iuran di baris 4 (Rp 3.000.000.000, hitungan Rp 3.024.000.000). Tabel memakai hitungan.",
  );
  expect(
    refused("budget", [
      ["Sumber dana", "Bulan", "Iuran"],
      ["APBD", 12, 16800],
      ["CSR", 12, 16800],
    ]),
  ).toContain("Kolom Pekerja dibiayai atau Anggaran tidak ditemukan");
});
