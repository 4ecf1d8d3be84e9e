// The diagnosis measured on invented regions with one fault each; docs/diagnosis.md holds the large run.
import { readFileSync } from "node:fs";
import { ALONE, isLabel, measure, NAMED, precision, recall, sampleLine } from "../../../tools/diagnosis";
import { EVIDENCE } from "../../../tools/diagnosis/faults";

const measured = measure(31, 300);

test("no clean region gets a warning or an error", () => {
  expect(measured.clean.flagged).toBe(0);
  expect(measured.clean.silent).toBeGreaterThan(290);
});

test("what is claimed is right", () => {
  expect(precision(measured)).toBeGreaterThanOrEqual(0.98);
});

test("label faults are named alone when every correct figure is confirmed by others", () => {
  expect(recall(measured, ["twice"], isLabel, ALONE)).toBeGreaterThanOrEqual(0.95);
});

test("label faults are named with three independent correct figures, and nine of ten alone", () => {
  expect(recall(measured, ["twice", "once"], isLabel, NAMED)).toBeGreaterThanOrEqual(0.95);
  expect(recall(measured, ["twice", "once"], isLabel, ALONE)).toBeGreaterThanOrEqual(0.9);
});

test("a segment left out is found with its size", () => {
  const missing = measured.faults.filter(({ fault }) => fault.name.en === "a segment missing");
  expect(missing).toHaveLength(1);
  expect(recall({ ...measured, faults: missing }, EVIDENCE, () => true, ALONE)).toBeGreaterThan(0.98);
});

test("docs/diagnosis.md is of these checks: node tools/run.mjs diagnosis", () => {
  expect(readFileSync("docs/diagnosis.md", "utf8")).toContain(sampleLine());
});
