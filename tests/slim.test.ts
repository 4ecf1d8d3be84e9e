// What the function bundles leave out, and what they must keep.
import { forReaders, slimmed } from "../tools/slim";

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
