// A range answers what its cells answer one by one, whatever its shape and size, and however the answer was reached.
import fc from "fast-check";
import { call } from "../../core/call";
import { catalogue } from "../../core/catalogue";
import type { Definition, Kind } from "../../core/define";

type Cell = string | number | null | undefined;
type Block = Cell[][];

const ask = (fn: Definition, args: readonly unknown[]): unknown =>
  call(fn, args, ({ refusal }) => `⚠ ${refusal.id}`);

/** What fits each kind of argument; a share may be missing as 0. */
const FIGURES: Readonly<Record<Kind, readonly Cell[]>> = {
  people: [140940, 49397, 79388, 27636, 684654],
  share: [0.336, 0.35048247, 0.998, 0, 1.2, "33,6%"],
  growth: [0.2, 0.15, -0.1],
  years: [1, 2, 6, 20, 100],
  year: [2025, 2027, 2045],
  month: [1, 6, 12],
  months: [5, 12],
  rupiah: [16800, 3e9, 850e6],
  figure: [0.336, 49397, 1],
  text: ["pertumbuhan", "batas", "iuran_bpu", "33,6%", "6,4 juta"],
  date: ["2025-01-01", "31/12/2026"],
  any: [1, "1.250,50"],
};
/** What planners have in their columns besides: blanks, and what cannot be read. */
const odd = fc.constantFrom<Cell>("", null, 0, "abc", 140.94, -5);
const cellOf = (kind: Kind, tidy: boolean): fc.Arbitrary<Cell> => {
  const figure = fc.constantFrom(...FIGURES[kind]);
  return tidy ? figure : fc.oneof({ weight: 8, arbitrary: figure }, { weight: 1, arbitrary: odd });
};
/** Sizes on both sides of where a long column is answered in stretches. */
const height = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom(255, 256, 257, 513));

/** Rows that come back every seventh time: no stretch of a long column looks like the one before. */
const PATTERN = 7;
const blockOf = (of: fc.Arbitrary<Cell>, rows: number, columns: number): fc.Arbitrary<Block> => {
  const some = Math.min(rows, PATTERN);
  return fc
    .array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: some, maxLength: some })
    .map((pattern) => Array.from({ length: rows }, (_, r) => [...(pattern[r % some] as Cell[])]));
};

/** A single cell, a column, a row or the whole block, for every argument that must be given. */
const given = (fn: Definition): fc.Arbitrary<Block[]> =>
  fc.tuple(height, fc.integer({ min: 1, max: 4 }), fc.boolean()).chain(([rows, columns, tidy]) =>
    fc.tuple(
      ...fn.params
        .filter(({ optional }) => !optional)
        .map(({ kind }) => {
          const of = cellOf(kind, tidy);
          return fc.oneof(
            blockOf(of, 1, 1),
            blockOf(of, rows, 1),
            blockOf(of, 1, columns),
            blockOf(of, rows, columns),
          );
        }),
    ),
  );

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

test("a path of years: a row without an achievement, or with one that cannot be read, harms only itself", () => {
  const target = CELL_BY_CELL.find(({ name }) => name === "UCJ_TARGET") as Definition;
  const prev: Block = [[0.336], [0], ["33,6%"], [33.6], [null], [0.998]];
  const years: Block = [[1, 2, 100]];
  expect(ask(target, [prev, years])).toEqual(oneByOne(target, [prev, years]));
  expect((ask(target, [prev, years, undefined, 0]) as unknown[][])[0]).toEqual(
    Array(3).fill(expect.stringMatching(/^⚠ .*atas/)),
  );
});
