// Peringkat (T3): order, ties, the top and bottom N with the others in one row, live ranks, the target line.
import type { BlockCell } from "../../../core/block";
import { at, expectSame, notes, rowOf, source, table } from "./sheet";

/** As published: Maluku Utara (May 2025), Jawa Timur (2023), Kalimantan Tengah; the rest is invented. */
const REGIONS: BlockCell[][] = [
  ["Provinsi", "Angkatan kerja", "Peserta aktif", "Target"],
  ["Jawa Timur", 14531668, 4336959, 0.4],
  ["Maluku Utara", 424131, 176604, 0.6814],
  ["Kalimantan Tengah", 1009250, 465940, 0.5],
  ["Rekaan A", 1000, 250, 0.2],
  ["Rekaan B", 2000, 500, 0.3],
  ["Rekaan C", 3000, 60, 0.3],
];
const names = (model: ReturnType<typeof table>): unknown[] => {
  const header = model.rows.findIndex(([first]) => first?.role === "header");
  return model.rows
    .slice(header + 1)
    .filter(([first]) => first?.role !== "note")
    .map(([first]) => first?.value);
};

test("from the highest to the lowest share; equal shares share a rank; the total is the ratio of sums", () => {
  const model = table("ranking", REGIONS);
  expect(names(model)).toEqual([
    "Kalimantan Tengah",
    "Maluku Utara",
    "Jawa Timur",
    "Rekaan A",
    "Rekaan B",
    "Rekaan C",
    "Seluruhnya (6)",
  ]);
  expect(model.rows.flatMap((row) => (row[1]?.shown === "count" ? [row[1].value] : []))).toEqual([
    1,
    2,
    3,
    4,
    4,
    6,
    "",
  ]);
  const total = 4336959 + 176604 + 465940 + 250 + 500 + 60;
  const base = 14531668 + 424131 + 1009250 + 6000;
  expect(at(model, "Seluruhnya (6)", "Cakupan")).toBeCloseTo(total / base, 12);
  expect(at(model, "Rekaan A", "Status")).toBe("tercapai");
  expect(model.chart).toMatchObject({ kind: "column", lines: [1], series: [6, 7] });
  expectSame(model, REGIONS);
});

test("the top 2 and the bottom 2: the others stand in one row and the parts add up", () => {
  const model = table("ranking", REGIONS, { show: "both", n: "2", target: "40%" });
  expect(names(model)).toEqual([
    "Kalimantan Tengah",
    "Maluku Utara",
    "2 wilayah lain",
    "Rekaan B",
    "Rekaan C",
    "Seluruhnya (6)",
  ]);
  expect(rowOf(model, "2 wilayah lain").slice(0, 4)).toEqual(["2 wilayah lain", "", 14532668, 4337209]);
  expect(rowOf(model, "Rekaan C")[1]).toBe(6);
  expect(at(model, "Seluruhnya (6)", "Angkatan kerja")).toBe(15971049);
  expectSame(model, REGIONS);
});

test("by people: the most not covered first, and the gap stacked on the active", () => {
  const model = table("ranking", REGIONS, { by: "uncovered", show: "top", n: "3", chart: "gap" });
  expect(names(model).slice(0, 4)).toEqual([
    "Jawa Timur",
    "Kalimantan Tengah",
    "Maluku Utara",
    "3 wilayah lain",
  ]);
  expect(model.chart).toMatchObject({ kind: "stackedColumn", series: [3, 4] });
  expectSame(model, REGIONS);
  expectSame(table("ranking", REGIONS, { by: "neededWorkers" }), REGIONS);
});

test("one target for all is a line, and the title counts who reaches it", () => {
  const cells = REGIONS.map((line) => line.slice(0, 3));
  const model = table("ranking", cells, { target: "40%" });
  expect(model.chart?.title).toBe(
    "Tertinggi Kalimantan Tengah (46,17 %), terendah Rekaan C (2,00 %); 2 dari 6 mencapai target 40,00 %",
  );
  expectSame(model, cells);
});

test("a region without a figure is neither ranked nor summed, and named", () => {
  const cells = [...REGIONS, ["Tanpa data", 5000, "-", 0.3], ["Nol", 0, 0, 0.3]];
  const model = table("ranking", cells);
  expect(names(model)).not.toContain("Tanpa data");
  expect(notes(model)).toContain("belum lengkap: Tanpa data, Nol");
  expectSame(model, cells);
});

test("one region makes a table and a sentence", () => {
  const cells = REGIONS.slice(0, 2);
  expect(source("ranking", cells).findings.map(({ id }) => id)).toEqual([
    "Hanya satu wilayah: tidak ada yang diperingkat.",
  ]);
  expectSame(table("ranking", cells), cells);
});

test("without any complete region there is nothing to rank", () => {
  const cells = [REGIONS[0] as BlockCell[], ["A", 10, null, null], ["B", null, 4, null]];
  expect(() => table("ranking", cells)).toThrow(
    "Tidak ada wilayah yang angkatan kerja dan peserta aktifnya terisi",
  );
});

test("two thousand regions: ranks are set when the table is made, ties share one, and the note says so", () => {
  const cells: BlockCell[][] = [
    REGIONS[0]?.slice(0, 3) as BlockCell[],
    ...Array.from({ length: 2000 }, (_, i): BlockCell[] => [`Desa ${i}`, 1000, i % 500]),
  ];
  const model = table("ranking", cells);
  const ranks = model.rows.filter(([first]) => first?.role === "label").map((row) => row[1]);
  expect(ranks.map((cell) => cell?.value)).toEqual(
    Array.from({ length: 2000 }, (_, i) => 4 * Math.floor(i / 4) + 1),
  );
  expect(ranks.some((cell) => cell?.plain)).toBe(false);
  expect(notes(model)).toContain("Urutan dan peringkat ditetapkan saat tabel dibuat");
});

test.each<[string, BlockCell, BlockCell]>([
  ["Target", 0.4, 0.6814],
  ["Target (orang)", 5812668, 289003],
])(
  "%s missing for one region: a blank cell, which charts leave out, and no gap of sums over other regions",
  (heading, one, two) => {
    const cells: BlockCell[][] = [
      ["Provinsi", "Angkatan kerja", "Peserta aktif", heading],
      ["Jawa Timur", 14531668, 4336959, one],
      ["Maluku Utara", 424131, 176604, two],
      ["Kalimantan Tengah", 1009250, 465940, null],
    ];
    const model = table("ranking", cells);
    const column = model.chart?.series[1] as number;
    const row = model.rows.find(([first]) => first?.value === "Kalimantan Tengah");
    expect(row?.[column]).toEqual({ value: "", shown: "share", role: "input" });
    expect(at(model, "Jawa Timur", "Gap ke target (orang)")).toBe(5812668 - 4336959);
    expect(at(model, "Seluruhnya (3)", "Gap ke target (orang)")).toBe("");
    expect(at(model, "Seluruhnya (3)", "Target")).toBe("");
    expect(notes(model)).toContain("Belum ada target untuk: Kalimantan Tengah.");
    expectSame(model, cells);
    expect(table("ranking", cells, { chart: "gap" }).chart?.title).toMatch(/^Tertinggi/);
  },
);
