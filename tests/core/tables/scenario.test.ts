// Skenario: the rule, the steady path, given targets and a budget side by side; what each costs, money that repeats.
import type { BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { makeTable, tableKind } from "../../../core/tables/all";
import { at, differences, expectSame, notes, rowOf, table } from "./sheet";

const KENDARI = tableKind("scenario").example.typed;

test("Kendari with three billion a year: 14,880 workers, the same ones again the year after", () => {
  const model = table("scenario", undefined, { ...KENDARI, budgetGrowth: "" });
  expect(at(model, 2026, "Sebatas anggaran (orang)")).toBe(49397 + 14880);
  expect(at(model, 2030, "Sebatas anggaran (orang)")).toBe(49397 + 14880);
  expect(at(model, 2026, "Sebatas anggaran")).toBeCloseTo((49397 + 14880) / 140940, 12);
  expect(at(model, 2026, "Aturan (orang)")).toBe(59277);
  expect(at(model, 2026, "Biaya, aturan")).toBe(9880 * 201600);
  expect(at(model, 2026, "Anggaran")).toBe(3000000000);
  expect(rowOf(model, 2026).at(-1)).toBe("cukup untuk jalur tetap");
  expect(rowOf(model, 2045).at(-1)).toBe("kurang untuk jalur tetap");
  expect(notes(model)).toContain("membayar iuran tahun itu saja");
  expect(model.chart).toMatchObject({ kind: "line", series: [2, 3, 4] });
  expect(model.chart?.title).toBe(
    "Kota Kendari 35,05 %; pada 2030: jalur aturan 87,21 %, jalur tetap 45,49 %, sebatas anggaran 45,61 %",
  );
  expectSame(model);
});

test("a budget that grows, to the whole rupiah, stops at the ceiling", () => {
  const model = table("scenario", undefined, { ...KENDARI, budget: "3.333.333.333", budgetGrowth: "33,3%" });
  expect(at(model, 2027, "Anggaran")).toBe(Math.round(3333333333 * 1.333));
  expect(at(model, 2045, "Sebatas anggaran (orang)")).toBe(140236);
  expectSame(model);
});

/** Given targets and budgets by year, from a sheet with text numbers. */
const YEARS: BlockCell[][] = [
  ["Tahun", "Angkatan kerja", "Peserta aktif", "Target", "Anggaran"],
  [2025, 140940, 49397, null, null],
  [2026, "142.000", null, "42,06%", 3000000000],
  [2027, null, null, "50%", "Rp4 miliar"],
];

test("all four side by side from a sheet of years", () => {
  const model = table("scenario", YEARS, { end: "2028" });
  expect(model.chart?.series).toEqual([2, 3, 4, 5]);
  expect(at(model, 2027, "Target ditetapkan")).toBe(0.5);
  expect(at(model, 2027, "Ditetapkan (orang)")).toBe(71000);
  expect(at(model, 2027, "Sebatas anggaran (orang)")).toBe(49397 + Math.floor(4000000000 / 201600));
  expect(at(model, 2028, "Target ditetapkan")).toBe("");
  expect(at(model, 2028, "Anggaran")).toBe(4000000000);
  expectSame(model, YEARS);
  expect(differences(table("scenario", YEARS, { end: "2028" }, "en"), YEARS, "plain")).toEqual([]);
});

test("without a budget, and from a share alone", () => {
  const model = table("scenario", undefined, { coverage: "33,6%", year: "2024", end: "2030" });
  expect(at(model, 2025, "Jalur aturan")).toBeCloseTo(0.4032, 12);
  expect(model.chart?.series).toEqual([1, 2]);
  expectSame(model);
  const refused = makeTable(
    tableKind("scenario"),
    undefined,
    { coverage: "33,6%", year: "2024", budget: "1.000.000.000" },
    "id",
  );
  expect(isRefusal(refused) && refused.refusal.id).toContain("memerlukan Angkatan kerja dan Peserta aktif");
});
