// What is generated is up to date, and what hosts read of it agrees with what the bundles answer to.
import { existsSync, readFileSync } from "node:fs";
import { parse } from "acorn";
import { catalogue } from "../core/catalogue";
import { excelMetadata, formulaOf, generated } from "../tools/generate";

test.each(Object.entries(generated()))("%s is as the generator writes it", (path, text) => {
  expect(existsSync(path) && readFileSync(path, "utf8")).toBe(text);
});

describe.each(["id", "en"] as const)("functions.json in %s", (language) => {
  const metadata = JSON.parse(excelMetadata(language));

  test("never allows custom data, which crashes Excel 2021 together with errors as arguments", () => {
    expect(metadata).not.toHaveProperty("allowCustomDataForDataTypeAny");
  });

  test("names, ids and limits", () => {
    for (const fn of metadata.functions) {
      expect(fn.id).toBe(fn.name);
      expect(fn.id).toMatch(/^UCJ_[A-Z_]+$/);
      expect(fn.description.length).toBeGreaterThan(10);
      for (const param of fn.parameters) {
        expect(param.description.length).toBeGreaterThan(5);
        expect(param).toMatchObject({ type: "any", dimensionality: "matrix" });
      }
    }
  });
});

test("descriptions are in two languages, names in one", () => {
  const [id, en] = (["id", "en"] as const).map((language) => JSON.parse(excelMetadata(language)).functions);
  for (const [i, fn] of id.entries()) {
    expect(en[i].name).toBe(fn.name);
    expect(en[i].description).not.toBe(fn.description);
  }
});

test("an example is written as the reader types it", () => {
  const target = catalogue.find((fn) => fn.name === "UCJ_TARGET");
  const [first, , , leftOut] = target?.examples ?? [];
  if (!target || !first || !leftOut) throw new Error("examples");
  expect(formulaOf(target, first, "id")).toBe("=UCJ_TARGET(33,6%; 1)");
  expect(formulaOf(target, first, "en")).toBe("=UCJ_TARGET(33.6%, 1)");
  expect(formulaOf(target, leftOut, "id")).toBe("=UCJ_TARGET(33,6%; 10; ; 90%)");
});

describe("dist/sheets/Code.js", () => {
  const code = readFileSync("dist/sheets/Code.js", "utf8");

  test("is an ES2020 script", () => {
    expect(() => parse(code, { ecmaVersion: 2020, sourceType: "script" })).not.toThrow();
  });

  test("uses nothing that Apps Script lacks", () => {
    expect(code).not.toMatch(
      /\b(setTimeout|setInterval|fetch|TextEncoder|structuredClone|window|document|process)\b/,
    );
  });

  test("its help shows formulas with a semicolon, never with a comma between arguments", () => {
    const examples = [...code.matchAll(/^ \* (=UCJ_.*)$/gm)].map(([, formula]) => formula as string);
    expect(examples.length).toBeGreaterThanOrEqual(5);
    for (const formula of examples) expect(formula).not.toMatch(/,(?!\d)/);
  });

  test("asks for nothing but this spreadsheet and its own sidebar", () => {
    const { oauthScopes, addOns, dependencies } = JSON.parse(
      readFileSync("dist/sheets/appsscript.json", "utf8"),
    );
    expect(oauthScopes).toEqual([
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ]);
    expect([addOns, dependencies]).toEqual([undefined, undefined]);
    expect(code).toContain("@OnlyCurrentDoc");
    expect(code).not.toMatch(/openBy(Id|Url)|UrlFetchApp|PropertiesService|CacheService|DriveApp|GmailApp/);
  });
});
