// Kelompok (T5) and OPD (T6): Aceh as published, groups summed over regions, totals as ratio of sums, odd rows named.
import type { BlockCell } from "../../../core/block";
import { tableKind } from "../../../core/tables/all";
import { at, differences, expectSame, notes, refused, rowOf, source, table } from "./sheet";

const ACEH = tableKind("group").example.cells as BlockCell[][];

test("Aceh's five groups: 13.10 % covered, nine tenths of those not covered are vulnerable workers", () => {
  const model = table("group", ACEH, { region: "Provinsi Aceh" });
  const base = 253305 + 56435 + 44834 + 689158 + 27364;
  const covered = 81622 + 13245 + 30277 + 2852 + 12347;
  expect(rowOf(model, "Jumlah").slice(0, 6)).toEqual([
    "Jumlah",
    base,
    covered,
    base - covered,
    covered / base,
    1,
  ]);
  const shares = [81622 / 253305, 13245 / 56435, 30277 / 44834, 2852 / 689158, 12347 / 27364];
  expect(Math.abs(shares.reduce((a, b) => a + b) / 5 - covered / base)).toBeGreaterThan(0.01);
  expect(at(model, "Pekerja rentan", "Cakupan")).toBeCloseTo(0.0041, 4);
  expect(at(model, "Pekerja rentan", "Bagian dari yang belum")).toBeCloseTo(686306 / (base - covered), 12);
  expect(model.chart).toMatchObject({
    kind: "stackedBar",
    series: [2, 3],
    title: "Provinsi Aceh: 5 kelompok terlindungi 13,10 %; terbanyak belum: Pekerja rentan (686.306 orang)",
  });
  expectSame(model, ACEH);
});

test("with a target, in another order", () => {
  const model = table("group", ACEH, { target: "43,54%", order: "coverage" });
  const names = model.rows.filter(([first]) => first?.role === "label").map(([first]) => first?.value);
  expect(names[0]).toBe("Pegawai non-ASN");
  expect(at(model, "Pegawai non-ASN", "Status")).toBe("tercapai");
  expect(at(model, "Pekerja rentan", "Gap ke target (orang)")).toBe(Math.ceil(689158 * 0.4354) - 2852);
  expect(notes(model)).toContain("Urutan baris ditetapkan");
  expectSame(model, ACEH);
  expectSame(table("group", ACEH, { order: "uncovered" }, "en"), ACEH);
});

/** Angka rekaan: two regencies, a printed subtotal, a blank row, a group above its potential. */
const REGIONS: BlockCell[][] = [
  ["Kabupaten", "Kelompok", "Potensi", "Belum terlindungi"],
  ["Konawe", "Nelayan", 400, 300],
  ["Konawe", "Guru", "1.000", 100],
  ["Konawe", "Jumlah", 1400, 400],
  [null, null, null, null],
  ["Bombana", "Nelayan", 600, 500],
  ["Bombana", "guru ", 100, -10],
];

test("a group in several regions is one row; covered follows from those not covered", () => {
  const model = table("group", REGIONS);
  expect(rowOf(model, "Nelayan").slice(0, 5)).toEqual(["Nelayan", 1000, 200, 800, 0.2]);
  expect(rowOf(model, "Guru").slice(0, 4)).toEqual(["Guru", 1100, 1010, 90]);
  expect(rowOf(model, "Jumlah").slice(0, 3)).toEqual(["Jumlah", 2100, 1210]);
});

test("covered follows only from rows that have both figures, in the formula as in the number", () => {
  const cells: BlockCell[][] = [
    ["Kabupaten", "Kelompok", "Potensi", "Belum terlindungi"],
    ["A", "Guru", 1000, 600],
    ["B", "Guru", 500, null],
    ["C", "Guru", null, 400],
    ["D", "Guru", 200, 50],
  ];
  const model = table("group", cells);
  expect(rowOf(model, "Guru").slice(1, 3)).toEqual([1700, 550]);
  expectSame(model, cells);
});

test("contract staff by agency; more registered than counted is shown and named", () => {
  const cells: BlockCell[][] = [
    ["No", "OPD", "Jumlah non-ASN", "Terdaftar"],
    [1, "Dinas Pendidikan", 620, 640],
    [2, "Dinas Kesehatan", 410, 300],
    [null, "Total", 1030, 940],
  ];
  const model = table("agency", cells, { region: "Kota Kendari" });
  expect(at(model, "Dinas Pendidikan", "Belum terdaftar")).toBe(-20);
  expect(at(model, "Dinas Pendidikan", "Status")).toBe("di atas 100 %");
  expect(notes(model)).toContain("melebihi angkatan kerja pada: Dinas Pendidikan");
  expect(at(model, "Jumlah", "Cakupan")).toBeCloseTo(940 / 1030, 12);
  expectSame(model, cells);
  expect(differences(table("agency", cells, {}, "en"), cells, "plain")).toEqual([]);
});

test("the example's registered staff are Kendari's 1,599 in six agencies", () => {
  const cells = tableKind("agency").example.cells as BlockCell[][];
  const model = table("agency", cells);
  expect(rowOf(model, "Jumlah")[2]).toBe(1599);
  // Of the 91,543 not covered in Kendari: 1.75 %.
  expect(1599 / 91543).toBeCloseTo(0.0175, 4);
  expectSame(model, cells);
});

test("a missing column is named", () => {
  expect(
    refused("agency", [
      ["OPD", "Terdaftar"],
      ["Dinas A", 10],
      ["Dinas B", 12],
    ]),
  ).toContain("Kolom Angkatan kerja tidak ditemukan");
  expect(source("group", ACEH).read[0]?.id).toBe(
    "Kolom: Kelompok = B, Angkatan kerja = C, Peserta aktif = D",
  );
});

test("groups scattered over many places: linked by SUMIF, or said to hold fixed numbers", () => {
  const cells: BlockCell[][] = [["Desa", "Kelompok", "Potensi", "Terlindungi"]];
  for (let v = 0; v < 60; v++) cells.push([`Desa ${v}`, "Guru", 10, 5], [`Desa ${v}`, "Nelayan", 20, v % 20]);
  const model = table("group", cells);
  expect(rowOf(model, "Guru").slice(1, 3)).toEqual([600, 300]);
  expect(notes(model)).not.toContain("angka mati");
  expectSame(model, cells);
  (cells[7] as BlockCell[])[1] = " guru";
  const odd = table("group", cells);
  expect(rowOf(odd, "Guru").slice(1, 3)).toEqual([600, 300]);
  expect(notes(odd)).toContain("2 sel berisi angka mati");
  expectSame(odd, cells);
});
