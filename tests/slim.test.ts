// What the function bundles leave out, and what they must keep.
import { inside } from "../tools/inside";
import { forReaders, OURS, slim, slimmed } from "../tools/slim";

const READERS = forReaders("core/functions/coverage.ts");
const CODE = `
export const a = define({ name: "UCJ_A", about: { id: "x", en: "y" }, params: [labor],
  examples: [{ args: [1] }], compute: (x) => x > 0 ? x : refuse(\`\${x} salah\`, \`\${x} wrong\`, "missing") });
export const label = { id: "Angkatan", en: "Force" };
`;

test("definitions keep name, params and compute", () => {
  const text = slimmed(CODE, READERS);
  expect(text).not.toMatch(/about|examples/);
  expect(text).toMatch(/name: "UCJ_A"[\s\S]*params[\s\S]*compute/);
  expect(text).toContain("wrong");
  expect(text).not.toContain("define");
});

test("a host of one language carries no word of the other", () => {
  const text = slimmed(CODE, READERS, "id");
  expect(text).not.toMatch(/wrong|Force/);
  expect(text).toMatch(/salah[\s\S]*"missing"[\s\S]*Angkatan/);
  expect(slimmed(CODE, new Set(), "en")).not.toMatch(/salah|Angkatan/);
});

test("other modules lose nothing but the other language", () => {
  expect(slimmed("const o = { about: 1, id: 2 };", new Set(), "id")).toBe("const o = { about: 1, id: 2 };");
});

test("a word picked by language is the one that is spoken", () => {
  const text = slimmed('const a = { id: "poin", en: "points" }[language];', new Set(), "id");
  expect(text).toBe('const a = ("poin");');
});

test("functions with a body become methods, unless they say this", () => {
  const text = slimmed(
    "const o = { a: (x, { y }) => { return x; }, b: z => { return z; }, c: () => { this.d; }, e: () => 1 };",
    new Set(),
  );
  expect(text).toBe(
    "const o = { a(x, { y }){ return x; }, b(z){ return z; }, c: () => { this.d; }, e: () => 1 };",
  );
});

test("what a finding holds beside its words stays out of a cell", () => {
  const finding =
    '{ check: "a", severity: x > 1 ? "note" : "error", keys: [key], words: { id: "A", en: "B" } }';
  expect(slimmed(`f(${finding})`, forReaders("core/checks/agree.ts"), "id")).toMatch(
    /^f\({\s+words: { id: "A",\s+} }\)$/,
  );
});

test("a property that gets one letter is never a built-in's, and never asked for by its text", async () => {
  const { body } = await inside("sheets-addon/functions.ts", { plugins: [slim("id")] });
  expect(body).toContain(".values[");
  expect(body).not.toMatch(/\.values\(|Object\.values|\bRegExp\b/);
  const asked = [...body.matchAll(/"(\w+)" in |\["(\w+)"\]/g)].map(([, a, b]) => a ?? b ?? "");
  expect(asked).toContain("refusal");
  expect(asked.filter((name) => OURS.test(name))).toEqual([]);
});
