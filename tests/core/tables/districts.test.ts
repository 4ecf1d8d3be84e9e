// Kecamatan dan desa (T4): raw rows summed level by level, formulas that sum the source, subtotals never counted twice.
import type { BlockCell } from "../../../core/block";
import { at, expectSame, notes, refused, rowOf, source, table } from "./sheet";

/** Angka rekaan: two regencies, villages by segment, sorted by place. */
const RAW: BlockCell[][] = [
  ["Kabupaten", "Kecamatan", "Desa", "Segmen", "Angkatan kerja", "Peserta aktif"],
  ["Konawe", "Unaaha", "Ambekairi", "PU", 100, 90],
  ["Konawe", "Unaaha", "Ambekairi", "BPU", 300, 30],
  ["Konawe", "Unaaha", "Arombu", "PU", 50, 45],
  ["Konawe", "Wawotobi", "Hopa", "BPU", 200, 10],
  ["Bombana", "Rumbia", "Lampopala", "PU", 40, 41],
  ["Bombana", "Rumbia", "Lauru", "BPU", 160, 9],
];

test("from raw rows to villages, districts, regencies and the total, each a ratio of sums", () => {
  const model = table("districts", RAW, { target: "50%", minimum: "100" });
  expect(
    model.rows
      .flatMap(([name, level]) =>
        level?.shown === "text" && name?.role !== "parameter" && level.value
          ? [`${level.value}: ${name?.value}`]
          : [],
      )
      .slice(1),
  ).toEqual([
    "Kabupaten/kota: Konawe",
    "Kecamatan: Unaaha",
    "Desa/kelurahan: Ambekairi",
    "Desa/kelurahan: Arombu",
    "Kecamatan: Wawotobi",
    "Desa/kelurahan: Hopa",
    "Kabupaten/kota: Bombana",
    "Kecamatan: Rumbia",
    "Desa/kelurahan: Lampopala",
    "Desa/kelurahan: Lauru",
  ]);
  expect(rowOf(model, "Konawe").slice(2, 6)).toEqual([650, 175, 475, 175 / 650]);
  expect(rowOf(model, "Jumlah").slice(2, 6)).toEqual([850, 225, 625, 225 / 850]);
  // Mean of the regencies' shares: 25.96 %; the ratio of sums: 26.47 %. Of the villages' shares: 43.7 %.
  const villages = [120 / 400, 45 / 50, 10 / 200, 41 / 40, 9 / 160];
  expect(Math.abs(villages.reduce((a, b) => a + b) / 5 - 225 / 850)).toBeGreaterThan(0.01);
  expect(at(model, "Jumlah", "Target (orang)")).toBe(200 + 25 + 100 + 20 + 80);
  expect(at(model, "Jumlah", "Memenuhi minimal")).toBe(1);
  expect(at(model, "Lampopala", "Status")).toBe("di atas 100 %");
  expect(notes(model)).toContain("melebihi angkatan kerja pada: Lampopala");
  expect(model.conditions).toContainEqual(expect.objectContaining({ when: "scale" }));
  expectSame(model, RAW);
});

/** Angka rekaan: all four levels, two provinces. */
const FOUR: BlockCell[][] = [
  [
    "Provinsi",
    "Kabupaten/kota",
    "Kecamatan",
    "Desa/kelurahan",
    "Angkatan kerja",
    "Peserta aktif",
    "Target (orang)",
  ],
  ["Sultra", "Kendari", "Mandonga", "Korumba", 1000, 900, 950],
  [null, null, null, "Alolama", 3000, 300, 1500],
  [null, null, "Baruga", "Lepo-lepo", 500, 20, 250],
  [null, "Konawe", "Unaaha", "Ambekairi", 200, 210, 100],
  ["Sulteng", "Palu", "Mantikulore", "Talise", 4000, 1000, 2000],
];

test("province, regency, district, village: every level is the ratio of the sums below it, with a heat map", () => {
  const model = table("districts", FOUR);
  const line = (name: string) => rowOf(model, name).slice(1, 6);
  expect(line("Sultra")).toEqual(["Provinsi", 4700, 1430, 3270, 1430 / 4700]);
  expect(line("Kendari")).toEqual(["Kabupaten/kota", 4500, 1220, 3280, 1220 / 4500]);
  expect(line("Mandonga")).toEqual(["Kecamatan", 4000, 1200, 2800, 1200 / 4000]);
  expect(line("Korumba")).toEqual(["Desa/kelurahan", 1000, 900, 100, 0.9]);
  expect(line("Jumlah")).toEqual(["", 8700, 2430, 6270, 2430 / 8700]);
  // Mean of Mandonga's villages: 50 %; ratio of sums: 30 %.
  expect(Math.abs((0.9 + 0.1) / 2 - 1200 / 4000)).toBeGreaterThan(0.01);
  expect(at(model, "Sultra", "Target (orang)")).toBe(2800);
  expect(at(model, "Sultra", "Target")).toBeCloseTo(2800 / 4700, 12);
  expect(at(model, "Ambekairi", "Status")).toBe("di atas 100 %");
  const coverage = model.rows
    .find(([first]) => first?.role === "header")
    ?.findIndex(({ value }) => value === "Cakupan");
  expect(model.conditions).toContainEqual(
    expect.objectContaining({ when: "scale", part: expect.objectContaining({ column: coverage }) }),
  );
  expectSame(model, FOUR);
  for (const level of ["province", "regency", "district"])
    expectSame(table("districts", FOUR, { level }), FOUR);
});

test("a source row with one of the two figures is named, and does not empty its province", () => {
  const cells = [...FOUR, ["Sulteng", "Palu", "Mantikulore", "Tondo", 1000, null, null]] as BlockCell[][];
  const model = table("districts", cells);
  expect(at(model, "Palu", "Cakupan")).toBe(1000 / 5000);
  expect(notes(model)).toContain("hanya berisi salah satu dari angkatan kerja dan peserta aktif: 9.");
  expectSame(model, cells);
});

test("down to districts: the villages are counted, and the sums point at the source rows", () => {
  const model = table("districts", RAW, { level: "district" });
  expect(rowOf(model, "Unaaha").slice(0, 5)).toEqual(["Unaaha", "Kecamatan", 2, 450, 165]);
  expect(rowOf(model, "Jumlah").slice(0, 4)).toEqual(["Jumlah", "", 5, 850]);
  const cell = model.rows.find(([first]) => first?.value === "Unaaha")?.[3];
  expect(cell?.plain).toBe("SUM('Data 2025'!F4:F6)");
  expectSame(model, RAW);
});

test("rows in another order and text numbers: the same figures, text numbers as numbers of their own", () => {
  const [head, a, b, c, d, e, f] = RAW as [BlockCell[], ...BlockCell[][]];
  const mixed = [
    head,
    d,
    a,
    f,
    c,
    ["KONAWE ", "unaaha", "Ambekairi", "BPU", "300", "30 orang"],
    e,
  ] as BlockCell[][];
  expect(b).toBeDefined();
  const model = table("districts", mixed, { level: "district" });
  expect(rowOf(model, "Unaaha").slice(3, 5)).toEqual([450, 165]);
  expect(rowOf(model, "Jumlah").slice(3, 5)).toEqual([850, 225]);
  expectSame(model, mixed);
});

test("a city's districts, laid out as Medan does: target head-counts are summed, neighbours are plotted", () => {
  const cells: BlockCell[][] = [
    ["No.", "Kecamatan", "Jumlah Kelurahan", "Potensi", "Target", "TK Aktif", "GAP", "%"],
    [1, "Medan Kota", 12, 30000, 9000, 6000, 3000, "20,00%"],
    [2, "Medan Area", 12, 40000, 12000, 18000, 0, "45,00%"],
    [null, "Total", 24, 70000, 21000, 24000, 3000, "34,29%"],
  ];
  const read = source("districts", cells);
  expect([...read.columns.keys()].sort()).toEqual(["active", "district", "labor", "targetWorkers"]);
  expect(read.read.map(({ id }) => id).join()).toContain("1 baris jumlah (tidak dihitung dua kali)");
  const model = table("districts", cells, { region: "Kota Medan" });
  expect(at(model, "Jumlah", "Target (orang)")).toBe(21000);
  expect(at(model, "Medan Area", "Status")).toBe("tercapai");
  expect(model.chart?.title).toBe(
    "Kota Medan 34,29 %: tertinggi Medan Area (45,00 %), terendah Medan Kota (20,00 %)",
  );
  expectSame(model, cells);
});

test("Medan's own layout has no base: the sentence says which column could be it", () => {
  expect(
    refused("districts", [
      ["No.", "Kecamatan", "Target", "TK Aktif", "GAP"],
      [1, "Medan Kota", 9000, 6000, 3000],
      [2, "Medan Area", 12000, 18000, 0],
    ]),
  ).toBe(
    "Kolom Angkatan kerja tidak ditemukan: sertakan dalam pilihan, atau tunjuk kolomnya. Kolom D “Target” berisi orang; bila itu dasarnya, pilih Angkatan kerja untuk kolom itu.",
  );
});

test("rows that name a parent alone are its subtotals when its parts stand there, and a place of its own otherwise", () => {
  const cells: BlockCell[][] = [
    ["Provinsi", "Kabupaten", "Angkatan kerja", "Peserta aktif"],
    ["Sultra", null, 300, 120],
    [null, "Kendari", 200, 100],
    [null, "Konawe", 100, 20],
    ["Sulteng", null, 500, 50],
  ];
  const model = table("districts", cells);
  expect(rowOf(model, "Sultra").slice(2, 4)).toEqual([300, 120]);
  expect(rowOf(model, "Sulteng").slice(2, 4)).toEqual([500, 50]);
  expect(rowOf(model, "(tanpa rincian)").slice(2, 4)).toEqual([500, 50]);
  expect(rowOf(model, "Jumlah").slice(2, 4)).toEqual([800, 170]);
  expect(
    source("districts", cells)
      .read.map(({ id }) => id)
      .join(),
  ).toMatch(/2 nama kosong diisi.*/);
  expectSame(model, cells);
});

test("84,000 villages of three segments each: the roll-up is right, whatever the order of the rows", () => {
  const cells: BlockCell[][] = [
    ["Provinsi", "Kabupaten", "Kecamatan", "Desa", "Segmen", "Angkatan kerja", "Peserta aktif"],
  ];
  let [labor, active] = [0, 0];
  for (let v = 0; v < 84_000; v++)
    for (let s = 0; s < 3; s++) {
      const [l, a] = [100 + ((v * 7 + s) % 900), (v * 13 + s * 5) % 100];
      labor += l;
      active += a;
      cells.push([
        `P${v % 4}`,
        `K${v % 20}`,
        `C${v % 200}`,
        `D${v}`,
        ["PU", "BPU", "Jakon"][s] as string,
        l,
        a,
      ]);
    }
  const model = table("districts", cells);
  expect(rowOf(model, "Jumlah").slice(0, 5)).toEqual(["Jumlah", "", 84_000, labor, active]);
  expect(notes(model)).toContain("baris sumbernya terpencar");
});
