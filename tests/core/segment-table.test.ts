// The segment table: figures, formulas that wait for what is missing, totals as ratio of sums, references that hold.
import { isRefusal } from "../../core/refuse";
import { KENDARI } from "../../core/samples";
import { asText, paint } from "../../core/tables/paint";
import { type SegmentFigures, segmentTable } from "../../core/tables/segment";
import { judged } from "../../core/tables/understand";

const BATAM: SegmentFigures = {
  region: "Kota Batam",
  asOf: "6 November 2025",
  basis: "",
  source: "batamstraits.com",
  segments: [
    { name: "PU", labor: { value: 349000, from: "Data!B2" }, active: { value: 343000 } },
    { name: "BPU", labor: { value: 205000 }, active: { value: 77000 } },
    { name: "Jakon", labor: { value: 101000 }, active: { value: 43700 } },
    { name: "PMI", labor: { value: 4000 }, active: { value: 1180 } },
  ],
  total: { labor: undefined, active: undefined },
};
const row = (table: ReturnType<typeof segmentTable>, name: string) =>
  table.rows.find((cells) => cells[0]?.value === name) ?? [];

describe("Batam", () => {
  const table = segmentTable(BATAM, "id");

  test("the total is the ratio of sums, not the mean of shares", () => {
    const total = row(table, "Jumlah").map((cell) => cell.value);
    expect(total).toEqual(["Jumlah", 659000, 464880, 194120, 464880 / 659000, 1]);
    const shares = [343 / 349, 77 / 205, 43.7 / 101, 1.18 / 4];
    const mean = shares.reduce((a, b) => a + b) / 4;
    expect(Math.abs(mean - 464880 / 659000)).toBeGreaterThan(0.01);
  });

  test("every row is as wide as the header, and parameters stand in visible cells", () => {
    expect(new Set(table.rows.map((cells) => cells.length))).toEqual(new Set([6]));
    expect(row(table, "Wilayah")[1]?.value).toBe("Kota Batam");
    expect(row(table, "Sumber")[1]?.value).toBe("batamstraits.com");
  });

  test("painted at D10, formulas refer to where they land", () => {
    const painted = paint(table, "plain", { sheet: "Segmen", row: 9, column: 3, chartBelow: true });
    const at = table.rows.findIndex((cells) => cells[0]?.value === "Penerima Upah (PU)");
    expect(painted.cells[at]).toEqual([
      "Penerima Upah (PU)",
      "=Data!B2",
      343000,
      `=IF(COUNT(E${10 + at},F${10 + at})=2,E${10 + at}-F${10 + at},"")`,
      `=IF(AND(COUNT(E${10 + at},F${10 + at})=2,E${10 + at}>0),F${10 + at}/E${10 + at},"")`,
      `=IF(AND(COUNT(F${10 + at},F$${14 + at})=2,F$${14 + at}>0),F${10 + at}/F$${14 + at},"")`,
    ]);
    expect(painted.address).toBe(`D10:I${9 + table.rows.length}`);
    expect(painted.chart?.series).toHaveLength(2);
  });

  test("UCJ functions always carry the native formula as a fallback; values carry no formula", () => {
    const live = paint(table, "live", { sheet: "Segmen", row: 0, column: 0, chartBelow: true })
      .cells.flat()
      .filter((cell) => String(cell).includes("UCJ_"));
    expect(live).toHaveLength(10);
    for (const cell of live) expect(cell).toMatch(/IFERROR\(UCJ_\w+\([^)]*\),[A-Z]+\d+[-/][A-Z]+\d+\)/);
    expect(
      paint(table, "values", { sheet: "Segmen", row: 0, column: 0, chartBelow: true })
        .cells.flat()
        .filter((cell) => String(cell).startsWith("=")),
    ).toEqual([]);
  });

  test("no formula uses anything newer than Excel 2010", () => {
    const used = paint(table, "plain", { sheet: "Segmen", row: 0, column: 0, chartBelow: true })
      .cells.flat()
      .join(" ")
      .match(/[A-Z][A-Z0-9.]*(?=\()/g);
    for (const name of new Set(used)) expect(["IF", "COUNT", "AND", "SUM", "IFERROR"]).toContain(name);
  });
});

describe("Kendari", () => {
  const understood = judged({ figures: KENDARI, read: [], findings: [] });
  if (isRefusal(understood)) throw new Error();
  const table = segmentTable(understood.figures, "id");

  test("potentials by segment, active participants in the total alone", () => {
    expect(row(table, "Penerima Upah (PU)").map((cell) => cell.value)).toEqual([
      "Penerima Upah (PU)",
      88357,
      "",
      "",
      "",
      88357 / 140940,
    ]);
    expect(row(table, "Jumlah").map((cell) => cell.value)).toEqual([
      "Jumlah",
      140940,
      49397,
      91543,
      49397 / 140940,
      1,
    ]);
    expect(row(table, "Segmen")[5]?.value).toBe("Kontribusi potensi");
  });

  test("the chart says the message and shows the potentials", () => {
    expect(table.chart?.title).toBe("Kota Kendari: potensi terbesar PU (62,69 %)");
    expect(table.chart?.series).toEqual([1]);
  });
});

test.each([
  ["=1+1", "'=1+1"],
  ["+62", "'+62"],
  ["-", "'-"],
  ["@x", "'@x"],
  ["\tx", "'\tx"],
  ["'x", "''x"],
  ["8 Juni 2025", "'8 Juni 2025"],
  ["Juni 2025", "'Juni 2025"],
  ["true", "'true"],
  ["PU", "PU"],
])("text %j is written as %j", (value, written) => {
  expect(asText(value)).toBe(written);
});

test("a region called =HYPERLINK(…) never becomes a formula", () => {
  const table = segmentTable({ ...BATAM, region: '=HYPERLINK("http://x")' }, "id");
  for (const cell of paint(table, "values", { sheet: "S", row: 0, column: 0, chartBelow: true }).cells.flat())
    expect(String(cell)).not.toMatch(/^[=+@-]/);
});
