// What the diagnosis says about figures that regions published.
import type { Finding } from "../../../core/checks/check";
import { diagnose } from "../../../core/checks/diagnose";
import { type PrintedFigures, readFigures } from "../../../core/checks/figures";
import { PUBLISHED } from "./published";

const of = (figures: PrintedFigures): readonly Finding[] => diagnose(readFigures(figures));
const grave = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ severity }) => severity === "warning" || severity === "error");
const only = (found: readonly Finding[]): Finding => {
  expect(grave(found)).toHaveLength(1);
  return found[0] as Finding;
};

test("Kendari: the segments' active numbers are potentials; everything else is fine", () => {
  const found = of(PUBLISHED.kendari.figures);
  expect(found).toHaveLength(1);
  const finding = only(found);
  expect(finding.check).toBe("segments-are-potentials");
  expect(finding.reading).toEqual([{ key: "segments.active", as: "labor" }]);
  expect(finding.words.id).toContain("88.357 + 36.140 + 16.443 = 140.940");
  expect(finding.words.en).toContain("not the 49,397 active participants");
});

test("Singkawang: 73,236 is the base, 56,552 are uncovered, 0.01 point is a note and no slip", () => {
  const found = of(PUBLISHED.singkawang.figures);
  const finding = only(found);
  expect(finding.check).toBe("base-printed-as-uncovered");
  expect(finding.reading).toEqual([
    { key: "uncovered", as: "labor" },
    { key: "uncovered", value: 56552 },
  ]);
  expect(finding.words.id).toContain("16.684 ÷ 73.236 = 22,78 %");
  const notes = found.filter(({ severity }) => severity === "note");
  expect(notes).toHaveLength(1);
  expect(notes[0]?.words.id).toContain("0,01 poin");
  expect(found.map(({ check }) => check)).not.toContain("digit-repair");
});

test("Sinjai: becoming, not adding; adding would need more workers than there are people", () => {
  const finding = only(of(PUBLISHED.sinjai.figures));
  expect(finding.check).toBe("becoming-not-adding");
  expect(finding.reading).toEqual([{ key: "addition", as: "targetWorkers" }]);
  for (const number of ["125.000", "781.250", "42.000", "8.000"]) expect(finding.words.id).toContain(number);
  expect(finding.words.id).toMatch(/^"Menjadi", bukan "menambah"/);
});

test("Sinjai as the article prints it, without population: becoming is likelier, and the labour force each needs, as a note", () => {
  const found = of({ ...PUBLISHED.sinjai.figures, population: undefined });
  expect(grave(found)).toEqual([]);
  expect(found).toHaveLength(1);
  expect(found[0]?.check).toBe("adding-or-becoming");
  expect(found[0]?.words.id).toMatch(
    /^Untuk satu kabupaten atau kota, "menjadi", bukan "menambah", sekitar 50.000/,
  );
  expect(found[0]?.open?.[0]).toEqual([{ key: "addition", as: "targetWorkers" }]);
  expect(found[0]?.words.id).toContain("781.250");
  expect(found[0]?.words.id).toContain("125.000");
  expect(found[0]?.reading).toBeUndefined();
});

test("an addition that a province may well mean: neither reading is called likelier", () => {
  const [found] = of({ coverage: "33,6 %", target: "40 %", addition: "sekitar 500 ribu" });
  expect(found?.words.id).toMatch(/^Periksa "menambah" atau "menjadi"/);
});

test.each(["konawe", "banyumas", "jatim", "sulsel", "malukuUtara", "batam"] as const)(
  "%s: the figures agree, so nothing is said",
  (name) => {
    expect(of(PUBLISHED[name].figures)).toEqual([]);
  },
);

test("Maluku Utara, had the gap been called uncovered: 112,399 is the gap to the target", () => {
  const { gap, ...figures } = PUBLISHED.malukuUtara.figures;
  const finding = only(of({ ...figures, uncovered: gap }));
  expect(finding.check).toBe("gap-to-target-as-uncovered");
  expect(finding.reading).toEqual([
    { key: "uncovered", as: "gap" },
    { key: "uncovered", value: 247527 },
  ]);
  expect(finding.words.id).toContain("68,14 %");
});

test("Jambi: 102,750 is the gap to the 53 % target", () => {
  const finding = only(of(PUBLISHED.jambi.figures));
  expect(finding.check).toBe("gap-to-target-as-uncovered");
  expect(finding.reading?.[0]).toEqual({ key: "uncovered", as: "gap" });
  for (const text of ["102.750", "1.312.389", "53,00 %", "719.583"]) expect(finding.words.id).toContain(text);
});

test("Bali: two digits swapped in the labour force", () => {
  const finding = only(of(PUBLISHED.bali.figures));
  expect(finding.check).toBe("digit-repair");
  expect(finding.reading).toEqual([{ key: "labor", value: 1837899 }]);
});

test("Garut: the target's decimal mark shifted", () => {
  const finding = only(of(PUBLISHED.garut.figures));
  expect(finding.check).toBe("target-below-coverage");
  expect(finding.reading).toEqual([{ key: "target", value: 0.537 }]);
});

test("Sultra: a copied segment, a sum that is 500 off, and segment percentages of something else", () => {
  const found = of(PUBLISHED.sultra.figures);
  expect(found.map(({ check }) => check).sort()).toEqual([
    "equal-segments",
    "segments-sum-to-total",
    "total-outside-segments",
  ]);
  expect(found.every(({ reading }) => reading === undefined)).toBe(true);
  expect(found.find(({ check }) => check === "equal-segments")?.words.id).toContain("66.147");
  expect(found.find(({ check }) => check === "segments-sum-to-total")?.words.id).toContain("500 orang");
});

test("Banyumas as another report printed it, 31,6 for 31,36: only the coverage disagrees", () => {
  const finding = only(of({ ...PUBLISHED.banyumas.figures, coverage: "31,6 persen" }));
  expect(finding.check).toBe("one-figure-disagrees");
  expect(finding.keys).toEqual(["coverage"]);
  expect(finding.words.id).toContain("31,36 %");
});
