// Rincian per segmen (T2) as a kind of table: two, three and four segments, formal and informal, what is missing.
import type { BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { understandSegments } from "../../../core/tables/understand";
import { at, differences, expectSame, notes, rowOf, source, table } from "./sheet";

const HEAD = ["Segmen", "Angkatan kerja", "Peserta aktif"];
/** Batam as published, rounded to thousands. */
const BATAM: BlockCell[][] = [
  ["Segmen", "Angkatan kerja", "Peserta aktif"],
  ["PU", 349000, 343000],
  ["BPU", 205000, 77000],
  ["Jakon", 101000, 43700],
  ["PMI", 4000, 1180],
];

test("four segments: Batam, 70.54 % of its segments' potentials", () => {
  const model = table("segment", BATAM, { region: "Kota Batam" });
  expect(rowOf(model, "Jumlah")).toEqual(["Jumlah", 659000, 464880, 194120, 464880 / 659000, 1]);
  expect(at(model, "Penerima Upah (PU)", "Cakupan")).toBeCloseTo(0.9828, 4);
  expect(at(model, "Pekerja Migran (PMI)", "Cakupan")).toBeCloseTo(0.295, 4);
  expect(model.chart).toMatchObject({ kind: "stackedColumn", series: [2, 3] });
  expect(model.chart?.title).toBe("Kota Batam: 70,54 % angkatan kerja terlindungi");
  expectSame(model, BATAM);
});

test("formal is PU and Jakon, informal BPU; migrants stay a row of their own", () => {
  const model = table("segment", BATAM, { view: "formal" });
  expect(rowOf(model, "Formal: PU + Jakon").slice(1, 3)).toEqual([450000, 386700]);
  expect(rowOf(model, "Informal: BPU").slice(1, 3)).toEqual([205000, 77000]);
  expect(rowOf(model, "Jumlah").slice(1, 3)).toEqual([659000, 464880]);
  expect(at(model, "Formal: PU + Jakon", "Cakupan")).toBeCloseTo(386700 / 450000, 12);
  expectSame(model, BATAM);
});

test("three segments as text: Banyumas, whose parts add up to the printed 214,687", () => {
  const cells: BlockCell[][] = [
    ["Segmen", "Potensi", "TK Aktif"],
    ["PU", null, "159.475"],
    ["BPU", null, "35.814"],
    ["Jakon", null, "19.398"],
    ["Jumlah", "684.654", "214.687"],
  ];
  const model = table("segment", cells, { region: "Kab. Banyumas" });
  expect(rowOf(model, "Jumlah").slice(1, 4)).toEqual([684654, 214687, 469967]);
  expect(at(model, "Jumlah", "Cakupan")).toBeCloseTo(0.3136, 4);
  expect(at(model, "Penerima Upah (PU)", "Cakupan")).toBe("");
  expect(at(model, "Penerima Upah (PU)", "Kontribusi")).toBeCloseTo(159475 / 214687, 12);
  expectSame(model, cells);
});

test("two segments: East Java's formal and informal workers", () => {
  const cells: BlockCell[][] = [
    ["Segmen", "Peserta aktif", "Penduduk bekerja"],
    ["Formal", 3300717, null],
    ["Informal", 1036242, null],
    ["Total", 4336959, 14531668],
  ];
  const model = table("segment", cells, {}, "en");
  expect(at(model, "Total", "Coverage")).toBeCloseTo(0.2984, 4);
  expectSame(model, cells);
});

test("West Papua: formal is 55,974 + 17,647 = 73,621", () => {
  const cells = [HEAD, ["PU", 60000, 55974], ["Jakon", 20000, 17647], ["BPU", 100000, 30000]];
  const model = table("segment", cells, { view: "formal" });
  expect(at(model, "Formal: PU + Jakon", "Peserta aktif")).toBe(73621);
  expectSame(model, cells);
});

test("a segment without its potential: no total coverage out of some of the segments", () => {
  const cells = [HEAD, ["PU", 1000, 900], ["BPU", null, 500], ["Jakon", 200, 300]];
  const model = table("segment", cells);
  expect(rowOf(model, "Jumlah").slice(1, 5)).toEqual([1200, 1700, "", ""]);
  expect(notes(model)).toContain("belum lengkap pada: Bukan Penerima Upah (BPU)");
  expect(notes(model)).toContain("melebihi angkatan kerja pada: Jakon");
  expect(at(model, "Jasa Konstruksi (Jakon)", "Cakupan")).toBe(1.5);
  expect(model.conditions).toContainEqual(expect.objectContaining({ when: "above", value: 1 }));
  expectSame(model, cells);
});

test("rows of several regions are summed by segment", () => {
  const cells: BlockCell[][] = [
    ["Kabupaten", ...HEAD],
    ["A", "PU", 100, 50],
    ["A", "BPU", 300, 30],
    ["B", "Penerima Upah", 200, 150],
    ["B", "Informal", "400", 10],
  ];
  const model = table("segment", cells);
  expect(rowOf(model, "Penerima Upah (PU)").slice(1, 3)).toEqual([300, 200]);
  expect(rowOf(model, "Bukan Penerima Upah (BPU)").slice(1, 3)).toEqual([700, 40]);
  expect(source("segment", cells).levels.map(({ heading }) => heading)).toEqual(["regency", "segment"]);
  expectSame(model, cells);
  expect(differences(table("segment", cells, {}, "en"), cells, "plain")).toEqual([]);
});

test("a hundred villages by segment stay linked: SUMIF where the rows lie scattered, only where it sums the same", () => {
  const cells: BlockCell[][] = [["Desa", ...HEAD]];
  for (let v = 0; v < 100; v++)
    cells.push([`Desa ${v}`, "PU", 100 + v, v], [`Desa ${v}`, v % 2 ? "bpu" : "BPU", 300, 10 + v]);
  const model = table("segment", cells);
  expect(notes(model)).not.toContain("angka mati");
  const plain = (row: number): string => model.rows.flatMap(([, labor]) => labor?.plain ?? [])[row] ?? "";
  expect(plain(0)).toBe(`SUMIF('Data 2025'!C4:C203,"PU",'Data 2025'!D4:D203)`);
  expect(rowOf(model, "Penerima Upah (PU)").slice(1, 3)).toEqual([14950, 4950]);
  expectSame(model, cells);
  // One "Penerima Upah" among them is PU as well, which SUMIF does not know: a number, and right.
  (cells[21] as BlockCell[])[1] = "Penerima Upah";
  const mixed = table("segment", cells);
  expect(rowOf(mixed, "Penerima Upah (PU)").slice(1, 3)).toEqual([14950, 4950]);
  expect(mixed.rows.flatMap(([, labor]) => labor?.plain ?? []).join()).not.toContain('"PU"');
  expect(notes(mixed)).toContain(
    "2 sel berisi angka mati, karena baris sumbernya terpencar; urutkan sumbernya menurut segmen",
  );
  expect(notes(table("segment", cells, {}, "en"))).toContain("sort the source by segment");
  expectSame(mixed, cells);
});

test("regions in place of segments: said, with the tables that are for them", () => {
  const findings = (heading: string, names: readonly string[]) => {
    const read = understandSegments({
      sheet: "Data",
      row: 0,
      column: 0,
      cells: [[heading, "Angkatan kerja", "Peserta aktif"], ...names.map((name, i) => [name, 1000 + i, 400])],
      hiddenRows: [],
      merged: false,
      selected: 3 * (names.length + 1),
    });
    return isRefusal(read) ? [read.refusal.id] : read.findings.map(({ id }) => id);
  };
  expect(findings("Kecamatan", ["Kulisusu", "Bonegunu"])).toEqual([
    expect.stringMatching(/^Kolom “Kecamatan” berisi wilayah.*Kecamatan dan desa/),
  ]);
  expect(findings("Segmen", ["Tenaga harian", "Lainnya"])).toEqual([]);
  expect(findings("Wilayah", ["PU", "BPU"])).toEqual([]);
  expect(findings("Uraian", ["Tenaga harian", "Lainnya"])).toEqual([]);
});
