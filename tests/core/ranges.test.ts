// A range answers what its cells answer one by one, whatever its shape and size, and however the answer was reached.
import fc from "fast-check";
import { call } from "../../core/call";
import { catalogue } from "../../core/catalogue";
import type { Definition } from "../../core/define";

type Cell = string | number | null | undefined;
type Block = Cell[][];

const ask = (fn: Definition, args: readonly unknown[]): unknown =>
  call(fn, args, ({ refusal }) => `⚠ ${refusal.id}`);

/** What planners have in their columns: figures of every unit, blanks, and what cannot be read. */
const figure = fc.constantFrom<Cell>(
  140940,
  49397,
  79388,
  0.336,
  0.35048247,
  0.998,
  0.2,
  1,
  2,
  6,
  12,
  2027,
  1000,
);
const cell = fc.oneof(
  { weight: 8, arbitrary: figure },
  { weight: 1, arbitrary: fc.constantFrom<Cell>("", null, 0, "33,6%", "abc", 140.94, -5, "pertumbuhan") },
);
/** Sizes on both sides of where a long column is answered in stretches. */
const height = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(255, 256, 257, 513));

/** A single cell, a column, a row or the whole block, for every argument that must be given. */
const given = (fn: Definition) =>
  fc
    .tuple(height, fc.integer({ min: 1, max: 4 }), fc.constantFrom(figure, cell))
    .chain(([rows, columns, of]) => {
      const block = (r: number, c: number): fc.Arbitrary<Block> =>
        fc
          .array(fc.array(of, { minLength: c, maxLength: c }), {
            minLength: Math.min(r, 4),
            maxLength: Math.min(r, 4),
          })
          .map((some) => Array.from({ length: r }, (_, i) => (some[i % some.length] as Cell[]).slice()));
      const one = fc.oneof(
        of.map((value): Block => [[value]]),
        block(rows, 1),
        block(1, columns),
        block(rows, columns),
      );
      const needed = fn.params.filter(({ optional }) => !optional).length;
      return fc.array(one, { minLength: needed, maxLength: needed });
    });

const isSingle = (block: Block): boolean => block.length === 1 && block[0]?.length === 1;
const isEmpty = (value: Cell): boolean =>
  value === 0 || value === undefined || value === null || value === "";

/** Each cell of the answer by a call of its own; one for which nobody has filled in anything stays quiet. */
function oneByOne(fn: Definition, blocks: readonly Block[]): unknown[][] {
  const rows = Math.max(...blocks.map((block) => block.length));
  const columns = Math.max(...blocks.map((block) => (block[0] as Cell[]).length));
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => {
      const at = blocks.map((block) => {
        const row = block[block.length === 1 ? 0 : r] as Cell[];
        return row[row.length === 1 ? 0 : c] ?? null;
      });
      const ranges = at.filter((_, i) => !isSingle(blocks[i] as Block));
      return ranges.every(isEmpty) ? "" : ask(fn, at);
    }),
  );
}

const fits = (blocks: readonly Block[]): boolean => {
  const sizes = blocks.map((block) => [block.length, (block[0] as Cell[]).length] as const);
  const [rows, columns] = [0, 1].map((i) => Math.max(...sizes.map((size) => size[i] as number)));
  return (
    blocks.some((block) => !isSingle(block)) &&
    sizes.every(([r, c]) => (r === 1 || r === rows) && (c === 1 || c === columns))
  );
};

const CELL_BY_CELL = catalogue.filter(({ compute, params }) => compute && params.length > 0);

test.each(CELL_BY_CELL.map((fn) => [fn.name, fn] as const))("%s", (_, fn) => {
  fc.assert(
    fc.property(given(fn), (blocks) => {
      fc.pre(fits(blocks));
      const args = blocks.map((block) => (isSingle(block) ? (block[0] as Cell[])[0] : block));
      fc.pre(args.every((value) => value !== undefined));
      expect(ask(fn, args)).toEqual(oneByOne(fn, blocks));
    }),
    { numRuns: 60 },
  );
});

test("rows of different length are blank at their end, and a list is one row", () => {
  const coverage = CELL_BY_CELL.find(({ name }) => name === "UCJ_COVERAGE") as Definition;
  const square = [
    [140940, 79388],
    [684654, null],
  ];
  const ragged = [[140940, 79388], [684654]];
  expect(ask(coverage, [ragged, 49397])).toEqual(ask(coverage, [square, 49397]));
  expect(ask(coverage, [[[684654], [140940, 79388]], 49397])).toEqual([
    [49397 / 684654, ""],
    [49397 / 140940, 49397 / 79388],
  ]);
  expect(ask(coverage, [[140940, 79388], 49397])).toEqual([[49397 / 140940, 49397 / 79388]]);
  expect(ask(coverage, [[140940, 79388], [[49397, 27636]]])).toEqual([[49397 / 140940, 27636 / 79388]]);
  expect(ask(coverage, [["140940", "79388"], 49397])).toEqual([[49397 / 140940, 49397 / 79388]]);
  expect(ask(coverage, [[[140940], null, [79388]], 49397])).toEqual([
    [expect.stringMatching(/^⚠ .*galat/), "", expect.stringMatching(/^⚠ .*galat/)],
  ]);
});
