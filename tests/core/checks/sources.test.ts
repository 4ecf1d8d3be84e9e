// What the panel Periksa reads: labels and values in any arrangement, tables of regions, press text; and what it proposes.
import type { Block, BlockCell } from "../../../core/block";
import { checkTable, finish } from "../../../core/checks/columns/check-table";
import { diagnose } from "../../../core/checks/diagnose";
import { checkRows } from "../../../core/checks/sources/check-rows";
import { foundInRegion, foundInTable, testedIn } from "../../../core/checks/sources/found";
import { allChoices, assemble } from "../../../core/checks/sources/items";
import { slotsOf } from "../../../core/checks/sources/labels";
import { readPress } from "../../../core/checks/sources/press";
import { keyOf, markRow, readMarks, reportTable } from "../../../core/checks/sources/report";
import {
  type RegionSource,
  readBlock,
  readText,
  type Source,
  type TableSource,
} from "../../../core/checks/sources/source";
import { readTable } from "../../../core/checks/sources/table";
import { RECORD_HEADINGS, readRecord, recordRow } from "../../../core/exchange/record";
import { isRefusal } from "../../../core/refuse";

const block = (cells: readonly (readonly BlockCell[])[], row = 6, column = 0): Block => ({
  sheet: "Data",
  row,
  column,
  cells,
  hiddenRows: [],
  merged: false,
  selected: cells.length * (cells[0]?.length ?? 0),
});

function region(source: Source | { refusal: unknown }): RegionSource {
  if ("refusal" in source || source.kind !== "region") throw new Error(JSON.stringify(source));
  return source;
}

function table(cells: readonly (readonly BlockCell[])[]): TableSource {
  const source = readBlock(block(cells, 0));
  if (isRefusal(source) || source.kind !== "table") throw new Error(JSON.stringify(source));
  return source;
}

/** Slot and value of every figure read. */
const read = (cells: readonly (readonly BlockCell[])[]): Record<string, number> =>
  Object.fromEntries(
    region(readBlock(block(cells))).items.map(({ slot, label, figure }) => [
      slot ?? `? ${label}`,
      figure?.value ?? Number.NaN,
    ]),
  );

const KONAWE = { labor: 79388, active: 27636, uncovered: 51752, coverage: 0.3481 };

describe("labels", () => {
  test.each([
    ["Angkatan kerja", "labor"],
    ["Jumlah penduduk bekerja", "labor"],
    ["Potensi tenaga kerja", "labor"],
    ["Labour force", "labor"],
    ["Tenaga kerja aktif", "active"],
    ["Sudah terlindungi", "active"],
    ["Registered workers", "active"],
    ["Belum terdaftar", "uncovered"],
    ["Not covered yet", "uncovered"],
    ["Kekurangan ke target", "gap"],
    ["Penambahan peserta", "addition"],
    ["Target peserta 2025", "targetWorkers"],
    ["Jumlah penduduk", "population"],
    ["Peserta aktif BPU", "segments.BPU.active"],
    ["Potensi Penerima Upah (PU)", "segments.PU.labor"],
    ["Target nasional 2045", "other"],
  ])("%s is %s", (label, slot) => {
    expect(slotsOf(label).people).toEqual([slot]);
  });

  test.each([
    ["Cakupan", ["coverage"]],
    ["Belum terlindungi (%)", ["uncoveredShare"]],
    ["Capaian terhadap target", ["achievement"]],
    ["Target Desember 2025", ["target"]],
    ["Capaian", ["coverage", "achievement"]],
  ])("%s as a share is %j", (label, slots) => {
    expect(slotsOf(label).share).toEqual(slots);
  });
});

describe("one region", () => {
  test.each<[string, BlockCell[][]]>([
    [
      "labels beside values",
      [
        ["Angkatan kerja", 79388],
        ["Peserta aktif", 27636],
        ["Belum terlindungi", 51752],
        ["Cakupan", 0.3481],
      ],
    ],
    [
      "values first, another order",
      [
        ["34,81 %", "Coverage"],
        [51752, "Not covered yet"],
        ["27.636", "Active participants"],
        ["79.388 orang", "Labour force"],
      ],
    ],
    [
      "labels above values",
      [
        ["Peserta aktif", "Angkatan kerja", "Cakupan", "Belum terdaftar"],
        ["27.636", 79388, "34,81%", 51752],
      ],
    ],
    [
      "per cent typed as a number, two pairs in a row",
      [
        ["Cakupan (%)", 34.81, "Angkatan kerja", "79.388"],
        ["Peserta aktif", 27636, "Belum terlindungi", "51.752"],
      ],
    ],
  ])("%s", (_, cells) => {
    expect(read(cells)).toEqual(KONAWE);
  });

  test("text keeps its printed precision, numeric cells their size", () => {
    const { items } = region(
      readBlock(
        block([
          ["Cakupan", "34,8 %"],
          ["Angkatan kerja", "sekitar 79 ribu"],
        ]),
      ),
    );
    expect(items.map(({ figure }) => figure)).toEqual([
      { value: 0.348, step: 0.001, approximate: false },
      { value: 79000, step: 1000, approximate: true },
    ]);
  });

  test("the segment block inside; its total is no second claim", () => {
    const source = region(
      readBlock(
        block([
          ["Angkatan kerja", 140940, null],
          ["Peserta aktif", 49397, null],
          [null, null, null],
          ["Segmen", "Angkatan kerja", "Peserta aktif"],
          ["PU", null, 88357],
          ["BPU", null, 36140],
          ["Jakon", null, 16443],
          ["Jumlah", 140940, 49397],
        ]),
      ),
    );
    const { figures, doubled, places } = assemble(source.items);
    expect(figures.segments?.map(({ name, active }) => [name, active?.value])).toEqual([
      ["PU", 88357],
      ["BPU", 36140],
      ["Jakon", 16443],
    ]);
    expect(doubled).toEqual([]);
    expect(places.get("segments.1.active")?.value).toEqual({ row: 11, column: 2 });
    const [found] = foundInRegion(source);
    expect(found).toMatchObject({ rule: "segments-are-potentials", place: "C11, C12, C13", address: "C11" });
    expect(found?.numbers.id).toBe(
      "Peserta aktif PU 88.357; Peserta aktif BPU 36.140; Peserta aktif Jakon 16.443",
    );
    const [fix] = found?.fixes("id") ?? [];
    expect(fix?.cells.map(({ address, from, to }) => [address, from, to])).toEqual([
      ["B11", null, 88357],
      ["C11", 88357, ""],
      ["B12", null, 36140],
      ["C12", 36140, ""],
      ["B13", null, 16443],
      ["C13", 16443, ""],
    ]);
  });

  test("a total that says otherwise is asked", () => {
    const source = region(
      readBlock(
        block([
          ["Angkatan kerja", 140940],
          ["Segmen", "Angkatan kerja"],
          ["PU", 88357],
          ["BPU", 36140],
          ["Jumlah", 124497],
        ]),
      ),
    );
    expect(assemble(source.items).doubled.map((i) => source.items[i]?.label)).toEqual([
      "Angkatan kerja: Jumlah",
    ]);
  });

  test("two years under one label: the earlier is the previous one", () => {
    const figures = read([
      ["Cakupan 2024", "31,50 %"],
      ["Cakupan 2025", "34,81 %"],
    ]);
    expect(figures).toEqual({ "previous.coverage": 0.315, coverage: 0.3481 });
  });

  test("what can be two things is asked, what is unknown is put nowhere", () => {
    const { items } = region(
      readBlock(
        block([
          ["Capaian", "35,05 %"],
          ["Curah hujan", 1200],
        ]),
      ),
    );
    expect(items.map(({ slot, choices }) => [slot, choices])).toEqual([
      [null, ["coverage", "achievement"]],
      [null, []],
    ]);
    expect(assemble(items).count).toBe(0);
    for (const item of items) expect(allChoices(item).length).toBeGreaterThan(5);
  });

  test("cells that are no figure are named by address", () => {
    const { items, left } = region(
      readBlock(
        block([
          ["Angkatan kerja", -5],
          ["Peserta aktif", { error: "#REF!" }],
          ["Belum terlindungi", 140.94],
          ["Cakupan", 0.35],
        ]),
      ),
    );
    expect(items.map(({ slot }) => slot)).toEqual(["coverage"]);
    expect(left.map(({ id }) => id.slice(0, 6))).toEqual(["Sel B7", "Sel B8", "Sel B9"]);
  });
});

describe("the fix a reading asks for", () => {
  const source = (uncovered: BlockCell): RegionSource =>
    region(
      readBlock(
        block([
          ["Peserta aktif", 16684],
          ["Cakupan", 0.2277],
          ["Belum terlindungi", uncovered],
          ["Belum terlindungi (%)", 0.7723],
        ]),
      ),
    );

  test("Singkawang: the label, or the number; text stays text", () => {
    const cells = (uncovered: BlockCell) =>
      foundInRegion(source(uncovered))[0]
        ?.fixes("id")
        .map((fix) => fix.cells.map(({ address, from, to }) => [address, from, to]));
    expect(cells(73236)).toEqual([[["A9", "Belum terlindungi", "Angkatan kerja"]], [["B9", 73236, 56552]]]);
    expect(cells("73.236")?.[1]).toEqual([["B9", "73.236", "56.552"]]);
  });

  test("after the label is changed nothing disagrees beyond a rounding note", () => {
    const fixed = region(
      readBlock(
        block([
          ["Peserta aktif", 16684],
          ["Cakupan", 0.2277],
          ["Angkatan kerja", 73236],
          ["Belum terlindungi (%)", 0.7723],
        ]),
      ),
    );
    expect(foundInRegion(fixed).filter(({ severity }) => severity !== "note")).toEqual([]);
  });

  test("nothing to go to or to change in a pasted text", () => {
    const pasted = region(readText("Peserta aktif\t16684\nBelum terlindungi\t73236\nCakupan\t22,77%"));
    const [found] = foundInRegion(pasted);
    expect(found).toMatchObject({ rule: "base-printed-as-uncovered", address: undefined, place: "" });
    expect(found?.fixes("id")).toEqual([]);
  });
});

describe("press text", () => {
  const slots = (text: string): [string, string | null][] =>
    readPress(text).items.map(({ printed, slot }) => [printed, slot]);
  const findings = (text: string): string[] =>
    diagnose(assemble(readPress(text).items).figures).map(({ check }) => check);

  test("Kendari", () => {
    const text =
      "Dari total 140.940 angkatan kerja di Kota Kendari, sebanyak 49.397 orang sudah menjadi peserta aktif atau 35,05 persen per 8 Juni 2025, sedangkan 91.543 orang belum terlindungi. Kepesertaan aktif terbagi dalam tiga segmen, yaitu Penerima Upah (PU) 88.357 orang, Bukan Penerima Upah (BPU) 36.140 orang, dan Jasa Konstruksi 16.443 orang. Target nasional 99,5 persen pada 2045, dengan pertumbuhan minimal 20 persen.";
    expect(slots(text)).toEqual([
      ["140.940", "labor"],
      ["49.397 orang", "active"],
      ["35,05 persen", "coverage"],
      ["8 Juni 2025", "asOf"],
      ["91.543 orang", "uncovered"],
      ["88.357 orang", "segments.PU.active"],
      ["36.140 orang", "segments.BPU.active"],
      ["16.443 orang", "segments.JAKON.active"],
      ["99,5 persen", "other"],
      ["20 persen", "other"],
    ]);
    expect(findings(text)).toEqual(["segments-are-potentials"]);
  });

  test("Singkawang", () => {
    const text =
      "Cakupan jaminan sosial ketenagakerjaan di Singkawang baru 22,77 persen atau 16.684 pekerja yang terlindungi. Masih ada 73.236 pekerja belum terdaftar, atau 77,23 persen dari total potensi tenaga kerja.";
    expect(slots(text).map(([, slot]) => slot)).toEqual([
      "coverage",
      "active",
      "uncovered",
      "uncoveredShare",
    ]);
    expect(findings(text)[0]).toBe("base-printed-as-uncovered");
  });

  test("Sinjai", () => {
    const text =
      "Kabupaten Sinjai mencatat cakupan 33,6 persen. Pemkab menargetkan cakupan hingga 40 persen atau menambah sekitar 50 ribu peserta sampai Desember.";
    expect(slots(text).map(([, slot]) => slot)).toEqual(["coverage", "target", "addition"]);
    expect(findings(text)).toEqual(["adding-or-becoming"]);
  });

  test("Konawe", () => {
    const text =
      "Hingga 30 April 2025, dari 79.388 angkatan kerja di Konawe tercatat 27.636 tenaga kerja aktif (34,81 persen), dan 51.752 orang belum terlindungi.";
    expect(slots(text).map(([, slot]) => slot)).toEqual(["asOf", "labor", "active", "coverage", "uncovered"]);
    expect(findings(text)).toEqual([]);
  });

  test("Banyumas, East Java: a segment named after its number", () => {
    const banyumas =
      "Dari 684.654 angkatan kerja, baru 214.687 tenaga kerja yang terlindungi, terdiri dari 159.475 pekerja penerima upah, 35.814 pekerja bukan penerima upah dan 19.398 pekerja jasa konstruksi. Sisanya 469.967 tenaga kerja belum terlindungi.";
    expect(slots(banyumas).map(([, slot]) => slot)).toEqual([
      "labor",
      "active",
      "segments.PU.active",
      "segments.BPU.active",
      "segments.JAKON.active",
      "uncovered",
    ]);
    expect(findings(banyumas)).toEqual([]);
    const jatim =
      "Jumlah penduduk bekerja 14.531.668 orang. Yang sudah terlindungi 4.336.959 orang (29,84 persen), meliputi 3.300.717 pekerja formal PU dan 1.036.242 pekerja informal BPU.";
    expect(slots(jatim).map(([, slot]) => slot)).toEqual([
      "labor",
      "active",
      "coverage",
      "segments.PU.active",
      "segments.BPU.active",
    ]);
    expect(findings(jatim)).toEqual([]);
  });

  test("Batam: all that is said of a segment is the segment's, up to the total", () => {
    const text =
      "Dari total 661.500 tenaga kerja di Batam, segmen PU sebanyak 349 ribu dengan 343 ribu pekerja terlindungi atau 98,2 persen. Untuk segmen BPU, dari 205 ribu pekerja baru 77 ribu atau 37 persen yang terlindungi. Jasa konstruksi 43.700 dari 101.000 pekerja, sehingga total peserta aktif 464.880 orang.";
    expect(slots(text).map(([, slot]) => slot)).toEqual([
      "labor",
      "segments.PU.labor",
      "segments.PU.active",
      "segments.PU.coverage",
      "segments.BPU.labor",
      "segments.BPU.active",
      "segments.BPU.coverage",
      "segments.JAKON.active",
      "segments.JAKON.labor",
      "active",
    ]);
  });

  test("what is said after the segments and is none of theirs is asked, not taken for a segment's", () => {
    expect(
      slots(
        "Peserta aktif terdiri dari PU 33.257 orang dan BPU 16.140 orang, sedangkan 91.543 orang belum terlindungi dan target 42 persen.",
      ),
    ).toEqual([
      ["33.257 orang", "segments.PU.active"],
      ["16.140 orang", "segments.BPU.active"],
      ["91.543 orang", null],
      ["42 persen", null],
    ]);
  });

  test("Southeast Sulawesi: a sentence that breaks down the one before", () => {
    const text =
      "Jumlah tenaga kerja aktif 284.207 orang atau 42 persen. Terdiri dari Penerima Upah 151.413 orang atau 79,20 persen, Bukan Penerima Upah 66.647 orang atau 73,47 persen dan Jasa Konstruksi 66.647 orang atau 70,84 persen.";
    expect(findings(text).sort()).toEqual([
      "equal-segments",
      "segments-sum-to-total",
      "total-outside-segments",
    ]);
  });

  test("Garut, Jambi: what is aimed at, a range, and the growth rule are no coverage", () => {
    const garut = readPress(
      "Pemkab menargetkan UCJ sebesar 5,37 persen. Saat ini capaian kepesertaan baru 20 persen, masih ada ruang 30 hingga 40 persen. Cakupan minimal naik 20 persen dari tahun sebelumnya.",
    );
    expect(garut.items.map(({ slot }) => slot)).toEqual(["target", "coverage", "other"]);
    expect(garut.left[0]?.id).toContain("30 hingga 40 persen");
    const jambi = "Jumlah peserta aktif 592.806 pekerja atau 45,17 persen dari target 53 persen.";
    expect(slots(jambi).map(([, slot]) => slot)).toEqual(["active", "coverage", "target"]);
  });

  test("North Maluku: the gap is asked, since it may be to the target or to everyone", () => {
    const { items } = readPress(
      "Cakupan di Maluku Utara per 31 Mei 2025 mencapai 41,64 persen, yakni 176.604 peserta aktif dari 424.131 angkatan kerja. Target tahun ini 68 persen, sehingga terdapat gap sebanyak 112.399 pekerja.",
    );
    expect(items.map(({ slot }) => slot)).toEqual(["asOf", "coverage", "active", "labor", "target", null]);
    expect(items[5]?.choices).toEqual(["gap", "uncovered"]);
  });

  test("what the words do not say is asked; years, articles and counts of things are no figures", () => {
    expect(
      slots("Inpres Nomor 2 Tahun 2021 dibahas di 12 kecamatan oleh 1.250 orang pada 2025 pukul 10.00."),
    ).toEqual([["1.250 orang", null]]);
    expect(slots("Kepesertaan naik dari 30 persen menjadi 35 persen.")).toEqual([
      ["30 persen", null],
      ["35 persen", null],
    ]);
  });

  test("a number with two readings is left out with a sentence", () => {
    expect(readPress("Cakupan 35.050 persen.").left[0]?.id).toMatch(/bisa berarti|tulis/);
  });
});

describe("a table of regions", () => {
  const ROWS: BlockCell[][] = [
    ["No", "Kabupaten/Kota", "Peserta aktif", "Angkatan kerja", "Cakupan (%)", "Per tanggal"],
    [1, "Kendari", "49.397", "140.940", "35,05", "8 Juni 2025"],
    [2, "Konawe", 27636, 79388, 34.81, "30 April 2025"],
    [null, null, null, null, null, null],
    [3, "Singkawang", 16684, 73236, 22.78, "12 Juni 2025"],
    [4, "Lain", "banyak", 1000, 0.9, "12 Juni 2025"],
    [null, "Jumlah", 93717, 293564, 31.92, null],
  ];

  test("columns in any order, text numbers, per cents, blank rows, a total, bad cells", () => {
    const source = table(ROWS);
    expect(source.layout.columns.map(({ slot }) => slot)).toEqual([
      "other",
      "name",
      "active",
      "labor",
      "coverage",
      "asOf",
    ]);
    const result = finish(readTable(source.block, source.layout));
    expect(result.table).toMatchObject({
      names: ["Kendari", "Konawe", "Singkawang", "Lain", "Jumlah"],
      active: [49397, 27636, 16684, null, 93717],
      labor: [140940, 79388, 73236, 1000, 293564],
      coverage: [0.3505, 0.3481, 0.2278, 0.009, 0.3192],
      total: 4,
    });
    expect(result.count).toBe(4);
    expect(result.notes.map(({ id }) => id).join(" ")).toMatch(
      /4 daerah, baris jumlah di baris 7[\s\S]*1 baris kosong[\s\S]*1 sel tidak terbaca[\s\S]*C6/,
    );
    expect(result.figuresAt(0).figures.coverage).toEqual({ value: 0.3505, step: 0.0001, approximate: false });
    expect(result.figuresAt(3).figures.coverage?.value).toBe(0.009);
    expect(result.figuresAt(2).places.get("labor")?.value).toEqual({ row: 4, column: 3 });
    expect(result.addressAt("coverage", 2)).toBe("E5");
  });

  test("English headings; last year's columns are the previous ones; subtotals are not counted twice", () => {
    const source = table([
      ["Region", "Labour force", "Active 2024", "Active 2025", "Coverage 2024", "Coverage 2025"],
      ["A", 1000, 300, 400, 0.3, 0.4],
      ["Total A", 1000, 300, 400, 0.3, 0.4],
      ["B", 2000, 600, 700, 0.3, 0.35],
      ["Total", 3000, 900, 1100, 0.3, 0.3667],
    ]);
    const result = finish(readTable(source.block, source.layout));
    expect(result.table.names).toEqual(["A", "B", "Total"]);
    expect(result.table.previousCoverage).toEqual([0.3, 0.3, 0.3]);
    expect(result.table.active).toEqual([400, 700, 1100]);
    expect(finish(checkTable(result.table))).toEqual([]);
  });

  test("fractions among per cents stay as typed, and are found", () => {
    const source = table([
      ["Daerah", "Cakupan"],
      ["A", 35.05],
      ["B", 0.3481],
      ["C", 22.78],
    ]);
    const result = finish(readTable(source.block, source.layout));
    expect(finish(checkTable(result.table)).map(({ check, rows }) => [check, rows])).toEqual([
      ["mixed-units", [1]],
    ]);
  });

  test("every level of place is part of the name", () => {
    const source = table([
      ["Kecamatan", "Desa", "Angkatan kerja", "Peserta aktif"],
      ["Satu", "Sukamaju", 1200, 300],
      ["Dua", "Sukamaju", 1300, 300],
    ]);
    const result = finish(readTable(source.block, source.layout));
    expect(result.table.names).toEqual(["Satu / Sukamaju", "Dua / Sukamaju"]);
    expect(finish(checkTable(result.table))).toEqual([]);
  });

  test("a row that contradicts itself is found where it stands, with its number to change", () => {
    const rows = Array.from({ length: 40 }, (_, i): BlockCell[] => {
      const [labor, active] = [50000 + 977 * i, 20000 + 311 * i];
      return [
        `Kab. ${i + 1}`,
        labor,
        active,
        i === 17 ? labor : labor - active,
        Math.round((1e4 * active) / labor) / 1e4,
      ];
    });
    const source = table([
      ["Daerah", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan"],
      ...rows,
    ]);
    const result = finish(readTable(source.block, source.layout));
    const found = foundInTable(result, source.block, finish(checkRows(result)).found, []);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ severity: "error", region: "Kab. 18", address: "D19" });
    expect(found[0]?.fixes("id").map(({ cells }) => cells.map(({ address, to }) => [address, to]))).toEqual([
      [["D19", 66609 - 25287]],
    ]);
  });

  // The quick look must never hide what the long way finds.
  test("rows pass quickly only when the full diagnosis is silent", () => {
    const cases: BlockCell[][] = [];
    for (let i = 0; i < 400; i++) {
      const labor = 900 + ((i * 7919) % 90001);
      const active = Math.round(labor * (0.2 + ((i * 31) % 90) / 100));
      const off = i % 4 === 1 ? 1 : i % 4 === 2 ? 137 : 0;
      const share = Math.round((1e4 * active) / labor) / 1e4;
      cases.push([
        `D ${i}`,
        labor,
        active,
        labor - active + off,
        i % 5 === 3 ? share + 0.013 : share,
        i % 7 ? 0.995 : 0.1,
      ]);
    }
    const source = table([
      ["Daerah", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Target"],
      ...cases,
    ]);
    const result = finish(readTable(source.block, source.layout));
    const rows = finish(checkRows(result));
    const flagged = new Set(rows.found.map(({ row }) => row));
    expect(rows.more).toBe(0);
    for (let row = 0; row < cases.length; row++)
      expect([row, flagged.has(row)]).toEqual([row, diagnose(result.figuresAt(row).figures).length > 0]);
  });

  test("thousands of repeated names are said, not listed", () => {
    const rows = Array.from({ length: 9000 }, (_, i): BlockCell[] => [`Desa ${i % 50}`, 1500 + i, 500 + i]);
    const source = table([["Nama", "Angkatan kerja", "Peserta aktif"], ...rows]);
    const result = finish(readTable(source.block, source.layout));
    expect(result.notes.map(({ id }) => id).join(" ")).toContain("bernama sama");
    expect(finish(checkTable(result.table))).toEqual([]);
  });
});

describe("bad input", () => {
  test.each<[string, Block, RegExp]>([
    ["empty", block([]), /kosong/],
    ["one number", block([[140940]]), /satu sel/],
    ["text", block([["Angkatan kerja", "banyak"]]), /tidak berisi angka/],
    ["numbers without labels", block([[1, 2, 3]]), /tidak ditemukan/],
    ["500 columns", block([Array.from({ length: 500 }, (_, i) => i)]), /500 kolom/],
  ])("%s: a sentence", (_, given, sentence) => {
    const answer = readBlock(given);
    expect(isRefusal(answer) && answer.refusal.id).toMatch(sentence);
  });

  test.each(["", "Tidak ada angka di sini.", "x".repeat(20001)])("text of %#: a sentence", (text) => {
    expect(isRefusal(readText(text))).toBe(true);
  });
});

describe("report and marks", () => {
  const source = region(
    readBlock(
      block([
        ["Peserta aktif", 16684],
        ["Cakupan", 0.2277],
        ["Belum terlindungi", 73236],
      ]),
    ),
  );
  const found = foundInRegion(source);

  test("a mark is known again while its numbers are the same", () => {
    const [one] = found;
    if (!one) throw new Error();
    const sheet = { ...block([[...RECORD_HEADINGS], markRow(one, "sudah ditanyakan", "2025-06-20")], 0) };
    expect(readMarks(sheet).get(keyOf(one))).toBe("sudah ditanyakan");
    const words = { ...one.words, id: one.words.id.replace("73.236", "73.237") };
    expect(readMarks(sheet).get(keyOf({ ...one, words }))).toBeUndefined();
  });

  test("marks and detached formulas keep out of each other's way in one sheet", () => {
    const [one] = found;
    if (!one) throw new Error();
    const mark = markRow(one, "=sudah ditanyakan", "2025-06-20");
    const kept = {
      sheet: "Data",
      cell: "B9",
      original: "=UCJ_COVERAGE(A1,B1)",
      written: "=B1/A1",
      date: "2025-06-20",
    };
    const rows = [[...RECORD_HEADINGS], recordRow(kept), mark] as BlockCell[][];
    expect(mark).toHaveLength(RECORD_HEADINGS.length);
    expect(readRecord(rows)).toMatchObject([{ cell: "B9", original: kept.original }]);
    expect([...readMarks({ ...block(rows, 0) })]).toEqual([[keyOf(one), "=sudah ditanyakan"]]);
  });

  test("the report names rule, severity, sentence, place and numbers", () => {
    const { rows } = reportTable(found, new Map(), { source: "Data!A7:B9", tested: [] }, "id");
    expect(rows[3]?.slice(0, 5).map(({ value }) => value)).toEqual([
      "Tidak cocok",
      "Data!B9",
      found[0]?.words.id,
      "Jumlah yang belum terlindungi 73.236",
      "base-printed-as-uncovered",
    ]);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
  });

  test("what was tested is named only when it could be", () => {
    expect(testedIn({})).toEqual([]);
    const { figures } = assemble(source.items);
    expect(testedIn({ labor: figures.active, active: figures.active }).length).toBeGreaterThan(0);
  });
});
