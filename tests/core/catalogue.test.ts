// The catalogue as published: frozen names and parameters, words in both languages, plain formulas in Excel-2010 terms.
import { readdirSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { catalogue } from "../../core/catalogue";
import type { Words } from "../../core/words";

/** What people have typed into their sheets: lines may be added, never changed. */
const PUBLISHED = [
  "UCJ_COVERAGE(labor, active)",
  "UCJ_UNCOVERED(labor, active)",
  "UCJ_TOTAL_COVERAGE(labor_range, active_range)",
  "UCJ_ACHIEVEMENT(labor, active, target)",
  "UCJ_STATUS(coverage, target, [previous])",
  "UCJ_TARGET(prev, years, [growth], [ceiling])",
  "UCJ_TARGET_WORKERS(labor, target)",
  "UCJ_NEEDED(labor, active, target)",
  "UCJ_GROWTH(coverage, target, years)",
  "UCJ_YEARS(coverage, [target], [growth])",
  "UCJ_PATH(coverage, start_year, [end_year], [growth], [target])",
  "UCJ_MONTH_TARGET(start, year_target, month)",
  "UCJ_NATIONAL(year)",
  "UCJ_SEGMENTS(segments, labor, active)",
  "UCJ_ROLLUP(keys, labor, active)",
  "UCJ_ALLOCATE(total, weights)",
  "UCJ_CHECK(labor, active, [coverage], [uncovered], [target], [segments])",
  "UCJ_EXPLAIN(labor, active, [target])",
  "UCJ_NUMBER(text)",
  "UCJ_BUDGET(workers, months, [contribution])",
  "UCJ_WORKERS_FOR(budget, months, [contribution])",
  "UCJ_JAKON(contract_value)",
  "UCJ_RULE(key, [date])",
  "UCJ_SOURCE(key, [date])",
  "UCJ_VERSION()",
];

const GROUPS = ["capaian", "target", "segmen", "periksa", "anggaran", "aturan"];

/** In every Excel since 2010, in Sheets and in LibreOffice. */
const EXCEL_2010 = ["COUNTIF", "COUNTIFS", "IF", "INT", "LN", "MAX", "MIN", "NA", "ROUND", "ROUNDUP", "SUM"];

test("published names and parameters are still there, in this order", () => {
  const signatures = catalogue.map((fn) => {
    const params = fn.params.map((param) => (param.optional ? `[${param.name}]` : param.name));
    return `${fn.name}(${params.join(", ")})`;
  });
  expect(signatures.filter((signature) => PUBLISHED.includes(signature))).toEqual(PUBLISHED);
  // A new function is published in the same commit, with its line above.
  expect(signatures).toEqual(expect.arrayContaining(PUBLISHED));
  expect(new Set(catalogue.map((fn) => fn.name)).size).toBe(catalogue.length);
});

test("every function file is in the catalogue, named after what the user types", () => {
  const files = catalogue.map((fn) => `${fn.name.slice(4).toLowerCase().replaceAll("_", "-")}.ts`);
  expect(readdirSync("core/functions").sort()).toEqual(files.sort());
});

test("groups follow one another in reading order", () => {
  const order = catalogue.map((fn) => GROUPS.indexOf(fn.group));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

describe.each(catalogue.map((fn) => [fn.name, fn] as const))("%s", (_, fn) => {
  test("speaks both languages", () => {
    const params = fn.params.flatMap((param) => [
      param.about,
      ...(param.optional ? [param.optional.about] : []),
    ]);
    const translated: Words[] = [fn.about, fn.result.about, fn.keywords, ...params];
    for (const words of translated) expect(words.id).not.toBe(words.en);
    // Names and regulations may read the same in both.
    const labels = fn.params.map((param) => param.label);
    for (const words of [
      ...translated,
      ...labels,
      ...fn.sources,
      ...fn.examples.map((example) => example.note),
    ])
      for (const text of [words.id, words.en]) expect(text.trim()).toMatch(/^\S.*\S$/);
  });

  test("can be searched by two Indonesian words or more", () => {
    expect(fn.keywords.id.split(" ").length).toBeGreaterThanOrEqual(2);
  });

  test("has sources and examples; figures of our own say so in both languages", () => {
    expect(fn.sources.length).toBeGreaterThan(0);
    expect(fn.examples.length).toBeGreaterThan(0);
    for (const { note } of fn.examples)
      expect([note.id, note.id.startsWith("Angka rekaan")]).toEqual([
        note.id,
        note.en.startsWith("Invented"),
      ]);
  });

  test("examples give arguments for every parameter that must be given, and no more", () => {
    const required = fn.params.filter((param) => !param.optional).length;
    for (const { args } of fn.examples) {
      expect(args.length).toBeGreaterThanOrEqual(required);
      expect(args.length).toBeLessThanOrEqual(fn.params.length);
    }
  });

  test("optional parameters come last", () => {
    const optional = fn.params.map((param) => param.optional !== undefined);
    expect(optional).toEqual([...optional].sort());
  });

  test("points to functions that exist", () => {
    const names = catalogue.map((other) => other.name as string);
    for (const name of fn.see) expect(names).toContain(name);
    expect(fn.see).not.toContain(fn.name);
  });

  test("answers cell by cell or by ranges, not both", () => {
    expect([fn.compute, fn.spill].filter((answer) => answer !== undefined)).toHaveLength(1);
  });

  test("its plain formula, if any, knows only its arguments and functions of Excel 2010", () => {
    const formulas = [fn.plain, ...fn.params.map((param) => fn.plain && param.optional?.plain)];
    for (const formula of formulas) {
      if (formula === undefined) continue;
      const bare = formula.replace(/"[^"]*"/g, "");
      expect(bare).not.toMatch(/\d\.|\.\d/);
      for (const [, word = "", bracket] of bare.matchAll(/([A-Za-z_]\w*)(\(?)/g))
        expect(bracket ? EXCEL_2010 : fn.params.map((param) => param.name as string)).toContain(word);
      expect(bare.split("(").length).toBe(bare.split(")").length);
    }
  });

  test("its plain formula, if any, uses every argument", () => {
    if (fn.plain) for (const { name } of fn.params) expect(fn.plain).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

test("functions without a plain formula are those that spill, speak or look up", () => {
  expect(catalogue.filter((fn) => fn.plain === undefined).map((fn) => fn.name)).toEqual([
    "UCJ_PATH",
    "UCJ_SEGMENTS",
    "UCJ_ROLLUP",
    "UCJ_ALLOCATE",
    "UCJ_CHECK",
    "UCJ_EXPLAIN",
    "UCJ_NUMBER",
    "UCJ_RULE",
    "UCJ_SOURCE",
    "UCJ_VERSION",
  ]);
});
