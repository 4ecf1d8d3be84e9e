// Bad input for every kind of table: each gets a sentence in both languages, nothing is lost, guessed or counted twice.
import type { BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { readFor, TABLES, tableKind } from "../../../core/tables/all";
import { block, expectSame, refused, source, table } from "./sheet";

/** Figures every kind can read: a name, and two columns of people or what the kind has instead. */
const GOOD: Record<string, BlockCell[][]> = {
  summary: [
    ["Wilayah", "Angkatan kerja", "Peserta aktif"],
    ["A", 3000, 1000],
    ["B", 5000, 4000],
  ],
  segment: [
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", 3000, 1000],
    ["BPU", 5000, 4000],
  ],
  ranking: [
    ["Wilayah", "Angkatan kerja", "Peserta aktif"],
    ["A", 3000, 1000],
    ["B", 5000, 4000],
  ],
  districts: [
    ["Kecamatan", "Angkatan kerja", "Peserta aktif"],
    ["A", 3000, 1000],
    ["B", 5000, 4000],
  ],
  group: [
    ["Kelompok", "Potensi", "Terlindungi"],
    ["A", 3000, 1000],
    ["B", 5000, 4000],
  ],
  agency: [
    ["OPD", "Jumlah non-ASN", "Terdaftar"],
    ["A", 3000, 1000],
    ["B", 5000, 4000],
  ],
  budget: [
    ["Sumber dana", "Pekerja", "Anggaran"],
    ["A", 3000, 604800000],
    ["B", 5000, 1000000000],
  ],
  path: [
    ["Tahun", "Angkatan kerja", "Peserta aktif"],
    [2024, 3000, 1000],
    [2025, 5000, 4000],
  ],
  progress: [
    ["Bulan", "Angkatan kerja", "Peserta aktif"],
    ["Januari", 5000, 1000],
    ["Februari", 5000, 4000],
  ],
  scenario: [
    ["Tahun", "Angkatan kerja", "Peserta aktif"],
    [2024, 3000, 1000],
    [2025, 5000, 4000],
  ],
};
const TYPED: Record<string, Record<string, string>> = { progress: { start: "900", goal: "4.500" } };
const KINDS = TABLES.map(({ id }) => [id] as const);
/** Kinds whose rows have names; the others have years or months. */
const NAMED = KINDS.filter(([id]) => !["path", "progress", "scenario"].includes(id));

const good = (id: string): BlockCell[][] => (GOOD[id] as BlockCell[][]).map((line) => [...line]);
const with_ = (id: string, ...more: BlockCell[][]): BlockCell[][] => [...good(id), ...more];
const said = (id: string, cells: BlockCell[][]): string => {
  const read = source(id, cells);
  for (const { id: indonesian, en } of [...read.read, ...read.findings]) {
    expect(indonesian && en).toBeTruthy();
  }
  return [...read.read, ...read.findings].map((words) => words.id).join("\n");
};
/** The body as core computed it: labels and numbers, without title, parameters and notes. */
const body = (id: string, cells: BlockCell[][]): unknown[][] =>
  table(id, cells, TYPED[id])
    .rows.filter(([first]) => first?.role === "label" || first?.role === "total")
    .map((row) => row.map(({ value }) => value));

test("every kind has figures here", () => {
  expect(Object.keys(GOOD).sort()).toEqual(TABLES.map(({ id }) => id).sort());
});

test.each(KINDS)("%s: a column that is missing is asked for by name, with an example", (id) => {
  const cells = good(id).map((line) => [line[0] as BlockCell, id === "budget" ? 16800 : "lain-lain"]);
  (cells[0] as BlockCell[])[1] = id === "budget" ? "Iuran" : "Catatan";
  (cells[1] as BlockCell[])[1] = 12345;
  const sentence = refused(id, cells);
  expect(sentence).toMatch(/tidak ditemukan|belum ada/);
  expect(sentence).toMatch(/Pilih blok|tunjuk kolomnya/);
});

test.each(KINDS)("%s: headings without rows, one row, and one cell", (id) => {
  expect(refused(id, good(id).slice(0, 1))).toMatch(/^Pilihan tidak berisi angka.*Pilih blok/);
  expect(refused(id, [[12]], { selected: 1 })).toContain("satu sel");
  const one = [good(id)[0], good(id)[2]] as BlockCell[][];
  expect(isRefusal(readFor(tableKind(id), block(one)))).toBe(false);
  expectSame(table(id, one, TYPED[id]), one);
});

test.each(KINDS)(
  "%s: blank rows and rows of dashes between the figures are passed over, and counted",
  (id) => {
    const [head, first, second] = good(id) as [BlockCell[], BlockCell[], BlockCell[]];
    const cells = [head, [null, null, null], first, ["", "", ""], ["-", " ", "–"], second];
    expect(said(id, cells)).toMatch(/[23] baris kosong dilewati/);
    expect(body(id, cells)).toEqual(body(id, good(id)));
  },
);

test("a cell of blanks is no figure, not 0", () => {
  const cells = with_("summary", ["C", " ", 100]);
  expect(source("summary", cells).numbers.get("labor")?.[2]).toBeNaN();
  expectSame(table("summary", cells), cells);
});

test.each(KINDS)("%s: a total row in the data is not counted twice", (id) => {
  const sums = good(id)[0]?.map((_, c) =>
    c === 0 ? "JUMLAH" : Number(good(id)[1]?.[c]) + Number(good(id)[2]?.[c]),
  );
  expect(said(id, with_(id, sums as BlockCell[]))).toContain("1 baris jumlah (tidak dihitung dua kali)");
  expect(body(id, with_(id, sums as BlockCell[]))).toEqual(body(id, good(id)));
});

test.each(["summary", "ranking", "districts", "group", "agency"])(
  "%s: a subtotal that does not call itself one is found by its numbers",
  (id) => {
    const cells = with_(id, ["Kota C", 8000, 5000]);
    expect(said(id, cells)).toContain("Baris 6 sama dengan jumlah baris-baris lain");
    expect(body(id, cells)).toEqual(body(id, good(id)));
  },
);

test.each(NAMED)("%s: the same name twice is said, and both rows are kept", (id) => {
  const cells = with_(id, [good(id)[1]?.[0] as BlockCell, 7000, 100]);
  const model = table(id, cells, TYPED[id]);
  const text = `${said(id, cells)}\n${model.rows.map(([first]) => first?.value).join("\n")}`;
  expect(text).toMatch(/Nama yang sama|lebih dari sekali|muncul di beberapa baris/);
  const total = model.rows.find(([first]) => first?.role === "total");
  if (total) expect(total.map(({ value }) => value)).toContain(15000);
  expectSame(model, cells);
});

test.each(["path", "scenario"])("%s: the same year twice is refused", (id) => {
  expect(refused(id, with_(id, [2025, 1, 1]))).toContain("Tahun 2025 ada di dua baris (5 dan 6)");
});
test("progress: the same month twice is refused", () => {
  expect(refused("progress", with_("progress", ["Feb", 1, 1]))).toContain(
    "Bulan Februari ada di dua baris (5 dan 6)",
  );
});

test.each(KINDS)("%s: numbers held as text are read the Indonesian way, and counted", (id) => {
  const cells = good(id).map((line, r) =>
    line.map((cell, c) => (r > 0 && c > 0 ? `${String(cell).replace(/\B(?=(\d{3})+$)/g, ".")}` : cell)),
  );
  expect(said(id, cells)).toContain("4 angka berupa teks dibaca cara Indonesia");
  expect(body(id, cells)).toEqual(body(id, good(id)));
  expectSame(table(id, cells, TYPED[id]), cells);
});

test.each(KINDS)(
  "%s: text that is no number, an error cell and 140.94 people are named by their cell",
  (id) => {
    const at = (value: BlockCell): BlockCell[][] => {
      const cells = good(id);
      (cells[2] as BlockCell[])[1] = value;
      return cells;
    };
    expect(refused(id, at("banyak"))).toMatch(/^Sel C5: /);
    expect(refused(id, at({ error: "#REF!" }))).toMatch(/^Sel C5: .*galat/);
    expect(refused(id, at(140.94))).toMatch(/^Sel C5: .*140,94 bukan jumlah orang/);
    expect(refused(id, at("=1+1"))).toMatch(/Sel C5 berisi teks yang diawali "="/);
  },
);

test.each(["summary", "ranking"])(
  "%s: per cents and fractions in one column are refused, either alone is read",
  (id) => {
    const shares = (...values: BlockCell[]): BlockCell[][] =>
      good(id).map((line, r) => [...line, r === 0 ? "Target (%)" : (values[r - 1] as BlockCell)]);
    expect(refused(id, shares(0.4, 62.93))).toContain(
      "mencampur pecahan dan persen: sel E4 berisi 0,4, sel E5 berisi 62,93",
    );
    for (const cells of [
      shares(40, 62.93),
      shares(0.4, 0.6293),
      shares("40%", "62,93 persen"),
      shares("40%", 0.6293),
    ]) {
      expect(
        source(id, cells)
          .numbers.get("target")
          ?.map((share) => Math.round(share * 1e4)),
      ).toEqual([4000, 6293]);
      expectSame(table(id, cells), cells);
    }
  },
);

test("path: given targets in per cent without a sign, and mixed ones", () => {
  const cells = (...values: BlockCell[]): BlockCell[][] => [
    ["Tahun", "Cakupan", "Target"],
    [2024, null, null],
    [2025, "33,6%", values[0] as BlockCell],
    [2026, null, values[1] as BlockCell],
  ];
  expect(refused("path", cells(0.4, 45.5))).toContain("mencampur pecahan dan persen");
  expect(source("path", cells(40.3, 45.5)).numbers.get("target")?.slice(1)).toEqual([
    0.40299999999999997, 0.455,
  ]);
});

test.each(KINDS)("%s: 16,384 columns are answered with a sentence", (id) => {
  const wide = good(id).map((line, r) => [
    ...line,
    ...Array.from({ length: 16_384 - line.length }, (_, c) => (r === 0 ? `Kolom ${c}` : c)),
  ]);
  expect(refused(id, wide)).toContain("Pilihan selebar 16.384 kolom");
  const many = good(id).map((line, r) => [
    ...line,
    ...Array.from({ length: 997 }, (_, c) => (r === 0 ? "Peserta aktif per tanggal" : c)),
  ]);
  expect(body(id, many)).toEqual(body(id, good(id)));
});

test.each(NAMED)("%s: figures without a name are refused, merged cells and hidden rows as well", (id) => {
  expect(refused(id, with_(id, [null, 10, 5]))).toMatch(/Baris 6 berisi angka tanpa nama/);
  expect(refused(id, good(id), { merged: true })).toContain("sel gabungan");
  expect(refused(id, good(id), { hiddenRows: [4] })).toContain("1 baris tersembunyi (baris 5)");
});

test.each([
  ["agency", /^\d+ agencies\b/m],
  ["districts", /^\d+ places\b/m],
  ["budget", /^\d+ sources of funds\b/m],
] as const)("%s: counted in English", (id, counted) => {
  expect(
    source(id, good(id))
      .read.map(({ en }) => en)
      .join("\n"),
  ).toMatch(counted);
});
