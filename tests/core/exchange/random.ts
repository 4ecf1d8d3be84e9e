// Random nested formulas in either style, with UCJ calls anywhere in them, valid and with all sorts of neighbours.
import * as fc from "fast-check";
import { catalogue } from "../../../core/catalogue";
import type { Style } from "../../../core/exchange/tokens";

export interface RandomFormula {
  readonly text: string;
  /** Whether a UCJ function is called in it. */
  readonly ours: boolean;
}

const HARMLESS = [
  "A1",
  "$B$2",
  "Data!C3",
  "'Data 2025, it''s'!D4",
  "Tabel1[@Aktif]",
  "Tabel1[[#This Row],[Angkatan, kerja]]",
  '"teks, ""UCJ_COVERAGE(A1,B1)""; 1,5"',
  '""',
  "#N/A",
  "TRUE",
  "UCJ_COVERAGE_2025",
  "[1]Lain!A1",
  "7",
  "-2",
  "@A1",
];
const NUMBERS = ["0.5", "12.25", "1E-3", "35%"];
const RANGES = ["A1:B9", "Tabel1[Aktif]", "Data!$A$1:$A$9", "A1#"];

export const randomFormula = ({ separator, decimal }: Style): fc.Arbitrary<RandomFormula> => {
  const column = decimal === "," ? "\\" : ",";
  const atom = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HARMLESS) },
    { weight: 2, arbitrary: fc.constantFrom(...NUMBERS.map((text) => text.replace(".", decimal))) },
    { weight: 1, arbitrary: fc.constantFrom(...RANGES, `{1${column}2;3${column}4}`) },
  );
  const space = fc.constantFrom("", "", "", " ", "\n ");
  const leaf = atom.map((text): RandomFormula => ({ text, ours: false }));
  const listed = (args: readonly RandomFormula[], gap: string): string =>
    args.map(({ text }) => text).join(`${gap}${separator}${gap}`);

  const { formula } = fc.letrec<{ formula: RandomFormula }>((tie) => {
    const inner = tie("formula");
    const call = fc
      .tuple(
        fc.constantFrom(...catalogue),
        fc.array(inner, { minLength: 5, maxLength: 5 }),
        space,
        fc.boolean(),
        fc.boolean(),
      )
      .map(([fn, args, gap, fewer, at]): RandomFormula => {
        const needed = fn.params.filter(({ optional }) => !optional).length;
        const given = args.slice(0, fewer ? needed : fn.params.length);
        return { text: `${at && decimal === "." ? "@" : ""}${fn.name}(${listed(given, gap)})`, ours: true };
      });
    const foreign = fc
      .tuple(
        fc.constantFrom("SUM", "IF", "IFERROR", "MAX", "Text.Lain", "MY_UCJ_COVERAGE"),
        fc.array(inner, { maxLength: 3 }),
        space,
      )
      .map(
        ([name, args, gap]): RandomFormula => ({
          text: `${name}(${gap}${listed(args, gap)})`,
          ours: args.some(({ ours }) => ours),
        }),
      );
    const operation = fc
      .tuple(
        inner,
        fc.constantFrom("+", "-", "*", "/", "^", "&", "=", "<>", ">="),
        inner,
        space,
        fc.boolean(),
      )
      .map(([left, sign, right, gap, brackets]): RandomFormula => {
        const text = `${left.text}${gap}${sign}${gap}${right.text}`;
        return { text: brackets ? `(${text})` : text, ours: left.ours || right.ours };
      });
    return { formula: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, call, foreign, operation) };
  });
  return formula.map(({ text, ours }) => ({ text: `=${text}`, ours }));
};
