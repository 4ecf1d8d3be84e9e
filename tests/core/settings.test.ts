// Settings in their sheet: written and read back, found after rows and columns moved, and bad values named and passed over.
import type { Block, BlockCell } from "../../core/block";
import { languageOf, readSettings, SETTINGS, settingsTable, type TypedSettings } from "../../core/settings";

const FULL: TypedSettings = {
  language: "English",
  target: "42,06%",
  growth: "25%",
  ceiling: "99,5%",
  basis: "di luar ASN, TNI, Polri",
  source: "BPJS Ketenagakerjaan",
  asOf: "8 Juni 2025",
};
const block = (cells: readonly (readonly BlockCell[])[], row = 0, column = 0): Block => ({
  sheet: "UCJ_Pengaturan",
  row,
  column,
  cells,
  hiddenRows: [],
  merged: false,
  selected: 0,
});
const sheet = (typed: TypedSettings = FULL, language: "id" | "en" = "id"): BlockCell[][] =>
  settingsTable(typed, language).rows.map((line) => line.map(({ value }) => (value === "" ? null : value)));
/** The sheet with another value for one setting. */
const having = (label: string, value: BlockCell): BlockCell[][] =>
  sheet().map((line) => (line[0] === label ? [line[0], value, null] : line));

test.each(["id", "en"] as const)("what is written in %s is read back", (language) => {
  const read = readSettings(block(sheet(FULL, language)));
  expect(read.typed).toEqual(FULL);
  expect(read.problems).toEqual([]);
  expect(languageOf(read)).toBe("en");
  expect(Object.keys(read.places)).toHaveLength(SETTINGS.length);
});

test("shares are numbers in the sheet, so that formulas can use them", () => {
  const values = settingsTable(FULL, "id")
    .rows.slice(3)
    .map((line) => line[1]?.value);
  expect(values.slice(1, 4)).toEqual([0.4206, 0.25, 0.995]);
});

test("without a sheet nothing is set; an empty one is no problem", () => {
  expect(readSettings(null)).toEqual({ typed: {}, problems: [], places: {} });
  expect(readSettings(block([])).problems).toEqual([]);
  expect(readSettings(block(sheet({}))).typed).toEqual({});
});

test("rows in another order, a column in front, rows deleted: each value is still found", () => {
  const [title = [], ...rest] = sheet();
  const moved = [title, ...rest.reverse().filter(([label]) => label !== "Sumber")].map((line) => [
    null,
    ...line,
  ]);
  const read = readSettings(block(moved, 4, 2));
  expect(read.problems).toEqual([]);
  expect(read.typed).toEqual({ ...FULL, source: undefined });
  expect(read.places.growth).toEqual({ row: 8, column: 4 });
});

test.each([
  [
    "Target",
    42.06,
    "UCJ_Pengaturan!B5, Target: 42,06 terlalu besar untuk persentase. Tulis 42,06% atau 0,4206",
  ],
  ["Target", "banyak", "Target: "],
  ["Target", 1.2, "Target: 120%; tulis di atas 0% sampai 100%"],
  ["Target", { error: "#REF!" }, "Target: berisi galat"],
  ["Target", true, "Target: berisi galat atau TRUE/FALSE"],
  ["Kenaikan per tahun", "dua puluh", "Yang dipakai: 20%."],
  ["Batas atas", 995, "Yang dipakai: 99,5%."],
  ["Bahasa panel", "Jawa", "Bahasa panel: tulis Indonesia atau English"],
])("%s holding %j is named and passed over", (label, value, sentence) => {
  const { typed, problems } = readSettings(block(having(label, value as BlockCell)));
  expect(problems).toHaveLength(1);
  expect(problems[0]?.id).toContain(sentence);
  expect(problems[0]?.en).not.toBe(problems[0]?.id);
  expect(Object.keys(typed)).toHaveLength(SETTINGS.length - 1);
});

test("as planners type: percent as text, dates of both hosts, a language's other names", () => {
  expect(readSettings(block(having("Kenaikan per tahun", "25 persen"))).typed.growth).toBe("25%");
  expect(readSettings(block(having("Per tanggal", 45816))).typed.asOf).toBe("8 Juni 2025");
  expect(readSettings(block(having("Per tanggal", "2025-06-08"))).typed.asOf).toBe("8 Juni 2025");
  expect(readSettings(block(having("Per tanggal", "Semester I 2025"))).typed.asOf).toBe("Semester I 2025");
  expect(readSettings(block(having("Bahasa panel", "bahasa Inggris"))).typed.language).toBe("English");
});

test("a doubled row: the upper one counts; names gone: it is said", () => {
  const doubled = [...sheet(), ["Target", 0.9, null]];
  expect(readSettings(block(doubled)).typed.target).toBe("42,06%");
  const [problem] = readSettings(block(sheet().map(([, value]) => [value ?? null]))).problems;
  expect(problem?.id).toContain("tidak lagi memuat nama pengaturan");
});
