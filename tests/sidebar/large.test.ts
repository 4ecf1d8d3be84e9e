// Large files: what the pane does to them by itself takes time with their size, not with its square. A guard against
// another order of growth; the times themselves are a benchmark's matter.
import { expect, test } from "@jest/globals";
import { text } from "../../core/tables/model";
import type { Host } from "../../sidebar/host";
import { Journal } from "../../sidebar/parts/journal";
import { withTyped } from "../../sidebar/parts/typed-in";

const MOST = 10_000;
const WATCH = { progress: () => undefined, isStopped: () => false };

const timed = async <T>(work: () => T | Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now();
  const answer = await work();
  return [answer, performance.now() - start];
};

test("50,000 formulas changed, with what is needed to take them back", async () => {
  const formulas = Array.from({ length: 50_000 }, (_, r) => [`=A${r + 1}`]);
  const now = { name: "Data", row: 0, column: 1, formulas, values: formulas, protected: false };
  const host = {
    writeRuns: async () => undefined,
    readBook: async () => [{ ...now, formulas: formulas.map(() => [7]) }],
  } as Partial<Host> as Host;
  const journal = new Journal(host, [now], formulas.length);
  const writes = formulas.map((_, row) => ({
    sheet: "Data",
    row,
    column: 1,
    content: row % 2 === 0 ? 7 : 8,
  }));
  const [, time] = await timed(() => journal.write(writes, WATCH));
  expect(time).toBeLessThan(MOST);
  expect(await journal.edited()).toBe(25_000);
});

test("60,000 villages that wait for a figure: what was typed stays with its village", async () => {
  const villages = Array.from({ length: 60_000 }, (_, i) => `Desa ${i}`);
  const blank = { ...text("", "input") };
  const rows = [
    [text("Desa", "header"), text("Target", "header")],
    // Rows moved since.
    ...[...villages].reverse().map((name) => [text(name, "label"), blank]),
  ];
  const values = [["Desa", "Target"], ...villages.map((name, i) => [name, i % 2 === 0 ? i + 1 : ""])];
  const sheet = { name: "T", row: 0, column: 0, formulas: values, values, protected: false };
  const found = { row: 0, column: 0, rows: values.length, header: 0 };
  const [{ table, typed }, time] = await timed(() =>
    withTyped({ rows } as never, sheet, found as Parameters<typeof withTyped>[2]),
  );
  expect(time).toBeLessThan(MOST);
  expect(typed).toBe(30_000);
  expect(table.rows.slice(-3).map((line) => line.map(({ value }) => value))).toEqual([
    ["Desa 2", 3],
    ["Desa 1", ""],
    ["Desa 0", 1],
  ]);
});
