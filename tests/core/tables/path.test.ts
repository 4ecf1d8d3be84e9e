// Jalur target (T8): the rule, the steady path and given targets, saturation year, slack; people step year by year.
import type { BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { makeTable, tableKind } from "../../../core/tables/all";
import { at, differences, expectSame, notes, refused, rowOf, source, table } from "./sheet";

const KENDARI = { labor: "140.940", active: "49.397", year: "2025", region: "Kota Kendari" };

test("Kendari from nothing: 42.06 % next year, full in 2031, fourteen years to spare, 5.36 % a year is enough", () => {
  const model = table("path", undefined, KENDARI);
  expect(at(model, 2026, "Jalur aturan")).toBeCloseTo(0.42057897, 8);
  expect(at(model, 2026, "Aturan (orang)")).toBe(59277);
  expect(at(model, 2026, "Tambahan aturan (orang)")).toBe(9880);
  expect(rowOf(model, "Tahun jenuh jalur aturan")[1]).toBe(2031);
  expect(rowOf(model, "Kelonggaran waktu (tahun)")[1]).toBe(14);
  expect(rowOf(model, "Kenaikan tetap per tahun")[1]).toBeCloseTo(0.0536, 4);
  expect(at(model, 2045, "Jalur tetap")).toBe(0.995);
  expect(at(model, 2045, "Tetap (orang)")).toBe(140236);
  expect(at(model, 2030, "Keterangan")).toBe("naik");
  expect(at(model, 2031, "Keterangan")).toBe("batas atas");
  expect(at(model, 2031, "Aturan (orang)")).toBe(140236);
  expect(model.chart?.title).toBe(
    "Kota Kendari 35,05 %, target 2026 42,06 %; aturan 20 % mencapai 99,5 % pada 2031, jalur tetap 5,36 % per tahun sampai 2045",
  );
  expectSame(model);
});

test("what can be typed is an input, what is computed or stays blank is not", () => {
  const model = table("path", LAMPUNG, { end: "2031" });
  const roles = (year: number): string[] => {
    const row = model.rows.find(([first]) => first?.role === "label" && first.value === year) ?? [];
    return row.flatMap(({ role }, c) =>
      role === "input" ? [String(model.rows[model.chart?.header ?? 0]?.[c]?.value)] : [],
    );
  };
  expect(roles(2025)).toEqual(["Ditetapkan (orang)"]);
  expect(roles(2026)).toEqual(["Angkatan kerja", "Ditetapkan (orang)"]);
  expect(roles(2028)).toEqual(["Ditetapkan (orang)"]);
});

test("people are rounded up every year, so two years are not one multiplication", () => {
  const model = table("path", undefined, KENDARI);
  // 49,397 × 1.2 = 59,276.4; 59,277 × 1.2 = 71,132.4; at once 49,397 × 1.44 = 71,131.68.
  expect([2026, 2027].map((year) => at(model, year, "Aturan (orang)"))).toEqual([59277, 71133]);
  let people = 49397;
  for (let year = 2026; year <= 2031; year++) {
    people = Math.min(140236, Math.ceil((people * 12) / 10));
    expect(at(model, year, "Aturan (orang)")).toBe(people);
  }
});

test("Sinjai: a share alone is enough; the given 40 % falls short of the rule's 40.32 %", () => {
  const cells: BlockCell[][] = [
    ["Tahun", "Cakupan", "Target"],
    [2024, 0.336, null],
    [2025, null, 0.4],
  ];
  const model = table("path", cells, { end: "2027" });
  expect(at(model, 2025, "Jalur aturan")).toBeCloseTo(0.4032, 12);
  expect(at(model, 2025, "Target ditetapkan")).toBe(0.4);
  expect(at(model, 2025, "Keterangan")).toBe("di bawah aturan");
  expect(at(model, 2025, "Kelonggaran: ditetapkan − aturan (poin)")).toBeCloseTo(-0.32, 9);
  expect(notes(model)).toContain("di bawah aturan pada: 2025");
  expect(rowOf(model, "Tahun jenuh jalur aturan")[1]).toBe("> 2027");
  expect(rowOf(model, "Kelonggaran waktu (tahun)")[1]).toBe("");
  expectSame(model, cells);
});

/** Lampung: 1,149,447 of 2,994,131 in 2025, then 1,436,809 for 2026 and 58.35 % for 2030. */
const LAMPUNG: BlockCell[][] = [
  ["Tahun", "Angkatan kerja", "Peserta aktif", "Target (orang)"],
  [2025, 2994131, 1149447, null],
  [2026, "3.155.742", null, 1436809],
  [2030, null, null, 1900000],
];

test("Lampung: the labour force moves, given head-counts turn into shares, and the slack is signed", () => {
  const model = table("path", LAMPUNG, { end: "2031" });
  expect(at(model, 2026, "Angkatan kerja")).toBe(3155742);
  expect(at(model, 2027, "Angkatan kerja")).toBe(3155742);
  // 1,149,447 × 1.2 × 3,155,742 ÷ 2,994,131 = 1,453,787.3…
  expect(at(model, 2026, "Aturan (orang)")).toBe(Math.ceil((1149447 * 1.2 * 3155742) / 2994131));
  expect(at(model, 2026, "Target ditetapkan")).toBeCloseTo(0.4553, 4);
  const slack = at(model, 2026, "Kelonggaran: ditetapkan − aturan (orang)") as number;
  expect(slack).toBe(1436809 - Math.ceil((1149447 * 1.2 * 3155742) / 2994131));
  expect(slack).toBeLessThan(0);
  expect(at(model, 2026, "Tambahan ditetapkan (orang)")).toBe(1436809 - 1149447);
  expect(at(model, 2028, "Keterangan")).toBe("naik");
  expect(model.chart?.series).toEqual([2, 3, 4]);
  expectSame(model, LAMPUNG);
});

test("a growing labour force and wage earners' part of the target", () => {
  const model = table("path", undefined, {
    ...KENDARI,
    end: "2031",
    laborGrowth: "1,5%",
    wagePart: "62,69%",
  });
  expect(at(model, 2026, "Angkatan kerja")).toBe(143055);
  const all = at(model, 2026, "Aturan (orang)") as number;
  expect(at(model, 2026, "Target PU (orang)")).toBe(Math.ceil(all * 0.6269));
  expect(Number(at(model, 2026, "Target PU (orang)")) + Number(at(model, 2026, "Target BPU (orang)"))).toBe(
    all,
  );
  expectSame(model);
});

test("already above the ceiling: both paths stay where they are, nothing falls", () => {
  const model = table("path", undefined, {
    labor: "1000",
    active: "1100",
    year: "2025",
    end: "2027",
    laborGrowth: "10%",
  });
  expect(at(model, 2027, "Jalur aturan")).toBe(1.1);
  expect(at(model, 2027, "Aturan (orang)")).toBe(1331);
  expect(rowOf(model, "Kenaikan tetap per tahun")[1]).toBe(0);
  expect(rowOf(model, "Tahun jenuh jalur aturan")[1]).toBe(2025);
  expectSame(model);
});

test("a lower ceiling of its own: South Sulawesi's 79.22 %, and a target below the ceiling", () => {
  const model = table("path", undefined, {
    labor: "2801936",
    active: "1159887",
    year: "2025",
    ceiling: "79,22%",
    target: "62,93%",
    end: "2029",
  });
  expect(at(model, 2029, "Jalur aturan")).toBe(0.7922);
  expect(at(model, 2029, "Tetap (orang)")).toBe(1763259);
  expectSame(model);
});

test("in English too", () => {
  const model = table("path", LAMPUNG, { end: "2031" }, "en");
  expect(at(model, 2026, "Remark")).toBe("below the rule");
  expect(differences(model, LAMPUNG, "plain")).toEqual([]);
});

test("what is missing or odd is said", () => {
  const say = (typed: Record<string, string>): string => {
    const made = makeTable(tableKind("path"), undefined, typed, "id");
    return isRefusal(made) ? made.refusal.id : "made";
  };
  expect(say({})).toContain("Tahun awal belum ada");
  expect(say({ year: "2025" })).toContain("Capaian 2025 belum ada");
  expect(say({ year: "2025", labor: "140940", active: "0" })).toContain("Cakupan 2025 masih 0");
  expect(say({ year: "2045", coverage: "35%" })).toContain(
    "Tahun akhir (2045) harus sesudah tahun awal (2045)",
  );
  expect(say({ year: "2025", coverage: "35,05" })).toContain("terlalu besar untuk persentase");
  expect(say({ year: "2025", coverage: "35%", growth: "-5%" })).toContain("harus di atas 0%");
  expect(say({ coverage: "33,6%", asOf: "11 Juni 2025" })).toBe("made");
  expect(
    refused("path", [
      ["Tahun", "Target"],
      [2025, 0.4],
      [2025, 0.5],
    ]),
  ).toContain("Tahun 2025 ada di dua baris (4 dan 5)");
  const read = source("path", [
    ["Tahun", "Angkatan kerja", "Peserta aktif"],
    [2025, 1000, 300],
    [null, 2000, 900],
  ]);
  expect(read.findings.map(({ id }) => id)).toEqual(["Baris tanpa tahun tidak dipakai: 5."]);
});
