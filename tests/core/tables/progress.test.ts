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
  // Blank cells, not formulas that wait: a chart draws the "" of a formula as 0.
  const after = model.rows.filter(([first]) => ["Maret", "April", "Desember"].includes(String(first?.value)));
  expect(after.map(([, active]) => active?.plain)).toEqual([undefined, undefined, undefined]);
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

const ACROSS: BlockCell[][] = [
  ["Uraian", "Des 2024", "Januari 2025", "Feb 2025", "Maret 2025", "April 2025"],
  ["Peserta aktif", 46000, "46.400", 46900, 47300, null],
];

test.each<[string, BlockCell[][]]>([
  ["a row of its own name", ACROSS],
  [
    "a row that counts",
    [ACROSS[0] as BlockCell[], ["Jumlah peserta aktif", ...(ACROSS[1] as BlockCell[]).slice(1)]],
  ],
  [
    "one region's row, whatever it is called",
    [ACROSS[0] as BlockCell[], ["Kota Kendari", ...(ACROSS[1] as BlockCell[]).slice(1)]],
  ],
  [
    "the year stands above, once for several months",
    [
      [null, 2024, 2025, null, null, null],
      ["Uraian", "Des", "Jan", "Feb", "Mar", "Apr"],
      ACROSS[1] as BlockCell[],
    ],
  ],
  [
    "the headings are days: text",
    [
      ["Uraian", "2024-12-31", "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"],
      ACROSS[1] as BlockCell[],
    ],
  ],
  [
    "the headings are days: serial numbers",
    [["Uraian", 45657, 45688, 45716, 45747, 45777], ACROSS[1] as BlockCell[]],
  ],
  [
    "several regions and their total",
    [
      ACROSS[0] as BlockCell[],
      ["Abeli", 1, 2, 3, 4, null],
      ["Kadia", 9, 9, 9, 9, null],
      ["Jumlah", ...(ACROSS[1] as BlockCell[]).slice(1)],
    ],
  ],
])("months as columns, %s: the same table as with a row a month, its cells linked", (_, cells) => {
  const model = table("progress", cells, TYPED);
  const down = table("progress", KENDARI.slice(0, 5), TYPED);
  const numbers = (one: typeof model): unknown[] =>
    one.rows.flatMap((row) => row.map(({ value }) => value)).filter((value) => typeof value === "number");
  expect(numbers(model)).toEqual(numbers(down));
  expect(rowOf(model, "Peserta aktif akhir tahun lalu")[1]).toBe(46000);
  const row = model.rows.find(([first]) => first?.value === "Februari");
  const place = `'Data 2025'!E${4 + cells.length - 1}`;
  expect(row?.[1]?.plain?.replace(/\d+$/, "")).toBe(place.replace(/\d+$/, ""));
  expectSame(model, cells);
});

test("months as columns: what the block says of itself, its place, the columns without figures", () => {
  const read = source("progress", ACROSS);
  expect(read.where).toBe("'Data 2025'!B3:G4");
  expect(read.read.map(({ id }) => id)).toEqual([
    "Baris: Bulan = 3, Peserta aktif = 4",
    "Bulan berjajar ke kanan: tiap kolom bulan dibaca sebagai satu baris",
    expect.stringContaining("5 bulan"),
    expect.stringContaining("berupa teks"),
  ]);
});

test("months as columns, labour force in a column or in a row of its own", () => {
  const beside = [
    ["Kota", "Angkatan kerja", "Des 2024", "Jan 2025"],
    ["Kendari", 140940, 46000, 46400],
  ];
  const below = [
    ["Uraian", "Des 2024", "Jan 2025"],
    ["Angkatan kerja", 140940, 140940],
    ["Peserta aktif", 46000, 46400],
  ];
  for (const cells of [beside, below]) {
    const model = table("progress", cells, { target: "42,06%" });
    expect(rowOf(model, "Angkatan kerja")[1]).toBe(140940);
    expect(at(model, "Januari", "Cakupan")).toBeCloseTo(46400 / 140940, 12);
    expectSame(model, cells);
  }
});

test.each<[string, BlockCell[][], RegExp]>([
  [
    "several regions without a total",
    [
      ["Kecamatan", "Jan 2025", "Feb 2025"],
      ["Abeli", 100, 110],
      ["Kadia", 200, 220],
    ],
    /2 baris angka \(Abeli, Kadia\)\. Tabel ini untuk satu wilayah: tambahkan baris Jumlah/,
  ],
  [
    "the same figure twice",
    [
      ["Wilayah", "Uraian", "Jan 2025", "Feb 2025"],
      ["Abeli", "Peserta aktif", 100, 110],
      ["Kadia", "Peserta aktif", 200, 220],
    ],
    /Peserta aktif ada di dua baris \(4 dan 5\)/,
  ],
  [
    "one month in two columns",
    [
      ["Uraian", "Januari", "Februari", "Jan"],
      ["Peserta aktif", 100, 110, 120],
    ],
    /Bulan Januari ada di dua kolom \(C3 dan E3\).*tahunnya/,
  ],
  [
    "a second heading below the months",
    [
      ["Uraian", "Jan 2025", null, "Feb 2025", null],
      [null, "Angkatan kerja", "Aktif", "Angkatan kerja", "Aktif"],
      ["Kendari", 100, 50, 100, 60],
    ],
    /Di bawah judul bulan \(C3\) ada judul kedua “Angkatan kerja”/,
  ],
])("months as columns, %s: a sentence that says how to lay it out", (_, cells, sentence) => {
  expect(refused("progress", cells)).toMatch(sentence);
});
