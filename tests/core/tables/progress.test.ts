// Kemajuan bulanan (T9): the oblique target line, the pace still needed, months by name or date, months that fall.
import type { BlockCell } from "../../../core/block";
import { monthTarget } from "../../../core/functions/month-target";
import { isRefusal } from "../../../core/refuse";
import { makeTable, tableKind } from "../../../core/tables/all";
import { at, differences, expectSame, notes, refused, rowOf, source, table } from "./sheet";

/** Kendari: June as printed, the other months invented; the year's target is 42.06 % of 140,940. */
const KENDARI: BlockCell[][] = [
  ["Bulan", "Peserta aktif"],
  ["Desember 2024", 46000],
  ["Januari 2025", "46.400"],
  ["Februari 2025", 46900],
  ["Maret 2025", 47300],
  ["April 2025", 45900],
  ["Mei 2025", 48600],
  ["Juni 2025", 49397],
];
const TYPED = { region: "Kota Kendari", labor: "140.940", target: "42,06%" };

test("Kendari in June: off the line, and what each of the six months left must bring", () => {
  const model = table("progress", KENDARI, TYPED);
  expect(rowOf(model, "Target akhir tahun (orang)")[1]).toBe(59280);
  expect(rowOf(model, "Data terakhir")[1]).toBe("Juni");
  expect(rowOf(model, "Sisa bulan")[1]).toBe(6);
  // (59,280 − 49,397) ÷ 6 = 1,647.2
  expect(rowOf(model, "Perlu per bulan (orang)")[1]).toBe(1648);
  expect(at(model, "Juni", "Target bulan (orang)")).toBe(52640);
  expect(at(model, "Juni", "Selisih ke target bulan")).toBe(49397 - 52640);
  expect(at(model, "Juni", "Cakupan")).toBeCloseTo(0.3505, 4);
  expect(at(model, "April", "Tambahan bulan ini")).toBe(-1400);
  expect(at(model, "April", "Status")).toBe("menurun");
  expect(at(model, "Juli", "Status")).toBe("");
  expect(at(model, "Juli", "Target bulan (orang)")).toBeGreaterThan(52640);
  expect(model.chart?.title).toBe(
    "Kota Kendari Juni 2025 35,05 %, 3.243 orang di bawah garis target; perlu 1.648 orang per bulan",
  );
  expect(model.chart).toMatchObject({ kind: "line", series: [1, 2] });
  expectSame(model, KENDARI);
});

test("the line is UCJ_MONTH_TARGET's, up to the target in December", () => {
  const model = table("progress", undefined, { start: "49.397", goal: "59.280", year: "2026" });
  expect(at(model, "Juni", "Target bulan (orang)")).toBe(54339);
  const lines = model.rows.filter(([first]) => first?.role === "label").map((row) => row[2]?.value);
  expect(lines).toEqual(lines.map((_, k) => monthTarget.compute(49397, 59280, k + 1)));
  expect(lines[11]).toBe(59280);
  expect(rowOf(model, "Data terakhir")[1]).toBe("");
  expect(model.chart?.title).toBe("Peserta aktif 2026: target akhir tahun 59.280 orang");
  expectSame(model);
});

test("without a target the growth rule's: 49,397 up a fifth, never above the ceiling", () => {
  const model = table("progress", undefined, { start: "49.397", labor: "140.940" });
  expect(rowOf(model, "Target akhir tahun (orang)")[1]).toBe(59277);
  expect(notes(model)).toContain("naik 20 %");
  expectSame(model);
  const full = table("progress", undefined, { start: "990", labor: "1.000" });
  expect(rowOf(full, "Target akhir tahun (orang)")[1]).toBe(995);
  expectSame(full);
  const bare = table("progress", undefined, { start: "990" });
  expect(rowOf(bare, "Target akhir tahun (orang)")[1]).toBe(1188);
  expectSame(bare);
});

test("additions a month are summed up; a blank one stops the sum and is named", () => {
  const cells: BlockCell[][] = [
    ["Bulan", "Tambahan peserta"],
    [1, 100],
    ["Pebruari", "-30"],
    [3, null],
    [4, 50],
  ];
  const model = table("progress", cells, { start: "1.000", goal: "1.600" });
  expect(at(model, "Februari", "Peserta aktif")).toBe(1070);
  expect(at(model, "April", "Peserta aktif")).toBe("");
  expect(notes(model)).toContain("Tambahan Maret kosong");
  expect(rowOf(model, "Perlu per bulan (orang)")[1]).toBe(53);
  expectSame(model, cells);
});

test("dates instead of months, months out of order and a gap between them", () => {
  const cells: BlockCell[][] = [
    ["Per tanggal", "Angkatan kerja", "Peserta aktif"],
    ["30 Juni 2025", 1000, 480],
    ["31 Maret 2025", 990, 450],
  ];
  const model = table("progress", cells, { start: "400", target: "60%" });
  expect(rowOf(model, "Angkatan kerja")[1]).toBe(1000);
  expect(at(model, "Maret", "Peserta aktif")).toBe(450);
  expect(at(model, "Juni", "Tambahan bulan ini")).toBe("");
  expect(at(model, "Maret", "Status")).toBe("sesuai jalur");
  expect(source("progress", cells).findings.map(({ id }) => id)).toEqual([
    "Angkatan kerja berbeda antarbulan; dipakai angka bulan terakhir.",
  ]);
  expectSame(model, cells);
});

test("December reached: nothing is left to add, and above 100 % is said", () => {
  const cells: BlockCell[][] = [
    ["Bulan", "Peserta aktif"],
    ["s.d. Nopember", 990],
    ["akhir Des", 1010],
  ];
  const model = table("progress", cells, { start: "900", goal: "1.000", labor: "1.000" });
  expect(rowOf(model, "Sisa bulan")[1]).toBe(0);
  expect(rowOf(model, "Perlu per bulan (orang)")[1]).toBe("");
  expect(at(model, "Desember", "Kurang ke target tahun")).toBe(0);
  expect(at(model, "Desember", "Status")).toBe("di atas 100 %");
  expect(notes(model)).toContain("melebihi angkatan kerja pada: Desember");
  expectSame(model, cells);
});

test("in English too", () => {
  const model = table("progress", KENDARI, TYPED, "en");
  expect(at(model, "April", "Status")).toBe("falling");
  expect(rowOf(model, "Last figure")[1]).toBe("June");
  expect(differences(model, KENDARI, "plain")).toEqual([]);
});

test("what is missing or odd is said", () => {
  const say = (cells: BlockCell[][] | undefined, typed: Record<string, string>): string => {
    const made = makeTable(tableKind("progress"), cells && source("progress", cells), typed, "id");
    return isRefusal(made) ? made.refusal.id : "made";
  };
  expect(say(undefined, {})).toContain("Peserta aktif akhir tahun lalu belum ada");
  expect(say(undefined, { start: "100", target: "60%" })).toContain("memerlukan angkatan kerja");
  expect(refused("progress", [...KENDARI, ["Juni 2025", 50000]])).toContain(
    "Bulan Juni ada di dua baris (10 dan 11)",
  );
  expect(
    refused("progress", [
      ["Bulan", "Peserta aktif"],
      ["Junuari", 5],
      ["Mei", 6],
    ]),
  ).toContain('"Junuari" bukan nama bulan');
  expect(
    refused("progress", [
      ["Peserta aktif", "Catatan"],
      [5, "x"],
      [6, "y"],
    ]),
  ).toContain("Kolom Bulan tidak ditemukan");
  const totalled = source("progress", [
    ["Bulan", "Tambahan"],
    ["Januari", 5],
    ["Februari", 6],
    ["Jumlah", 11],
  ]);
  expect(totalled.read.map(({ id }) => id).join()).toContain("1 baris jumlah (tidak dihitung dua kali)");
  expect(source("progress", [...KENDARI, ["Januari 2024", 1]]).findings.map(({ id }) => id)).toEqual([
    "Sumber berisi beberapa tahun; yang dipakai 2025, dan Desember sebelumnya sebagai awal.",
  ]);
});
