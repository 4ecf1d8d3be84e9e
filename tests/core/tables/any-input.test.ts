// Whatever a sheet and its options hold: an answer or a sentence, never an exception, a NaN or half a sentence.
import fc from "fast-check";
import type { BlockCell } from "../../../core/block";
import { HEADINGS, type Heading, type Unit } from "../../../core/headers";
import { isRefusal } from "../../../core/refuse";
import { makeTable, readFor, TABLES } from "../../../core/tables/all";
import { startOf, type TableOption } from "../../../core/tables/kind";
import { choicesOf, mapped, mappingOf, type Wants } from "../../../core/tables/mapping";
import { paint } from "../../../core/tables/paint";
import { block, differences } from "./sheet";

const RUNS = Number(process.env.RUNS ?? 200);
/** Every how many-th table is put into the grid. */
const JUDGED = Number(process.env.JUDGED ?? 25);

const FIT: Record<Unit, readonly BlockCell[]> = {
  name: ["A", "B", "C", "PU", "BPU", "Jakon", "Jumlah", null],
  people: [0, 1, 400, 1000, 140940, "140.940", "1,2 juta", "-", null],
  change: [0, 10, -5, "30", null],
  share: [0, 0.2, 0.35, 1.2, "35,05%", null],
  points: [5.5, null],
  rupiah: [0, 16800, 3000000000, "Rp1 miliar", null],
  year: [2024, 2025, 2026, "2027", null],
  month: [1, 2, "Juni", "Desember 2024", "Juli 2025", null],
  months: [0, 3, 12, null],
  date: ["30 Juni 2025", 45747, null],
  ignore: [1],
};
const ODD: fc.Arbitrary<BlockCell> = fc.oneof(
  fc.constantFrom<BlockCell>("", "Jumlah", 0.35, 42.06, -5, 1e300, true, { error: "#N/A" }, "x", 1.5),
  fc.string({ maxLength: 6 }),
);
const OTHERS = ["Catatan", "Gap", "Jumlah", "%", "No", "Selisih"];

/** A sheet for one kind: mostly columns it wants, mostly with cells that suit them. */
const sheetFor = (wants: Wants): fc.Arbitrary<BlockCell[][]> => {
  const wanted = choicesOf(wants);
  const filled = (heading: Heading | undefined) => {
    const fits = fc.constantFrom(...(heading ? FIT[HEADINGS[heading].unit] : FIT.people));
    return fc.tuple(
      heading ? fc.constant(HEADINGS[heading].words.id) : fc.constantFrom(...OTHERS),
      fc.array(fc.oneof({ weight: 60, arbitrary: fits }, { weight: 1, arbitrary: ODD }), {
        minLength: 6,
        maxLength: 6,
      }),
    );
  };
  const column = fc
    .oneof(
      { weight: 8, arbitrary: fc.constantFrom(...wanted) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    )
    .chain(filled);
  const needed = fc.tuple(...[...wants.required, ...wants.names.slice(-1)].map(filled));
  return fc
    .tuple(fc.oneof(needed, fc.constant([])), fc.array(column, { minLength: 1, maxLength: 5 }), fc.nat(6))
    .map(([must, more, rows]) => {
      const columns = [...must, ...more];
      return [
        columns.map(([head]): BlockCell => head),
        ...Array.from({ length: rows }, (_, r) => columns.map(([, cells]) => cells[r] as BlockCell)),
      ];
    });
};
/** What a planner types into an option of that kind, mostly. */
const TYPED: Partial<Record<TableOption["kind"], readonly string[]>> = {
  people: ["49.397", "140.940", "100", "0", ""],
  share: ["42,06%", "99,5%", "0,35", "110%", ""],
  growth: ["20%", "5,5%", "", ""],
  year: ["2024", "2025", "2040", ""],
  rupiah: ["3.000.000.000", "16.800", "0", ""],
  months: ["12", "3", "0", "1", ""],
};
const typedFor = (option: TableOption): fc.Arbitrary<string> =>
  option.kind === "choice"
    ? fc.constantFrom(...(option.choices ?? []).map(({ value }) => value))
    : fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...(TYPED[option.kind] ?? ["", "Kota A 2025", "=1"])) },
        { weight: 1, arbitrary: fc.constantFrom("x", "-5", "1e9", "250%", "1.234,5", "-20%") },
      );

const whole = (words: { id: string; en: string }): boolean =>
  words.id !== "" && words.en !== "" && !/undefined|NaN|\[object/.test(words.id + words.en);

test.each(TABLES.map((kind) => [kind.id, kind] as const))("%s", (_, kind) => {
  let tables = 0;
  fc.assert(
    fc.property(
      sheetFor(kind.wants),
      fc.tuple(...kind.options.map(typedFor)),
      fc.boolean(),
      fc.nat(5),
      (cells, typed, bare, column) => {
        const source = block(cells);
        let mapping = mappingOf(source, kind.wants);
        if (isRefusal(mapping)) expect(whole(mapping.refusal)).toBe(true);
        else if (column < 1) mapping = mapped(mapping, column, kind.wants.columns[column] ?? null);
        const read =
          bare && kind.sourceless
            ? undefined
            : readFor(kind, source, isRefusal(mapping) ? undefined : mapping);
        if (isRefusal(read)) {
          expect(whole(read.refusal)).toBe(true);
          return;
        }
        for (const words of [...(read?.source.read ?? []), ...(read?.source.findings ?? [])])
          expect(whole(words)).toBe(true);
        const own = Object.fromEntries(kind.options.map(({ id }, i) => [id, typed[i] as string]));
        for (const option of kind.options) expect(typeof startOf(option, read?.source)).toBe("string");
        const made = makeTable(kind, read?.source, own, "id");
        if (isRefusal(made)) {
          expect(whole(made.refusal)).toBe(true);
          return;
        }
        tables++;
        const odd = made.rows
          .flat()
          .filter(({ value }) =>
            typeof value === "number" ? !Number.isFinite(value) : /undefined|NaN|\[object/.test(value),
          );
        expect(odd).toEqual([]);
        expect(whole({ id: made.chart?.title ?? "-", en: made.name })).toBe(true);
        const formulas = paint(made, "live", { sheet: "T", row: 0, column: 0, chartBelow: false })
          .cells.flat()
          .filter((content) => typeof content === "string" && /^=.*(\{|undefined|NaN)/.test(content));
        expect(formulas).toEqual([]);
        // A real grid costs much more than all of this, so only some tables are put into one.
        if (tables % JUDGED !== 0) return;
        expect(differences(made, read ? cells : undefined, tables % 2 === 0 ? "plain" : "live")).toEqual([]);
      },
    ),
    { numRuns: RUNS },
  );
  // Otherwise refusals alone were looked at.
  expect(tables).toBeGreaterThan(RUNS / 20);
});
