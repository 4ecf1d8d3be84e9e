// Refusals that several functions answer with.
import type { Column, Param } from "./define";
import { ceiling, contribution, coverage, labor, months, prev, target, years } from "./params";
import { type Refusal, refuse } from "./refuse";

/** A blank cell reaches us as 0 on some hosts, so blank and 0 get the same sentence. */
export const blankOrZero = ({ label }: Param, example: string): Refusal =>
  refuse(
    `${label.id} kosong atau 0; isi misalnya ${example}`,
    `${label.en}: blank or 0; enter it, such as ${example}`,
    "missing",
  );

export const noLabor = (): Refusal => blankOrZero(labor, "140940");
export const noTarget = (): Refusal => blankOrZero(target, "42%");
export const noCoverage = (): Refusal => blankOrZero(coverage, "35%");
export const noAchievement = (): Refusal => blankOrZero(prev, "33,6%");
export const noCeiling = (): Refusal => blankOrZero(ceiling, "99,5%");
export const noYears = (): Refusal => blankOrZero(years, "5");
export const noMonths = (): Refusal => blankOrZero(months, "12");
export const noContribution = (): Refusal => blankOrZero(contribution, "16800");

/** Columns that belong together must hold the same rows; counts are as the argument order. */
export const sameRows = (...columns: readonly Column[]): Refusal | undefined => {
  const counts = columns.map((column) => column.values.length);
  return counts.every((count) => count === counts[0])
    ? undefined
    : refuse(
        `Kolomnya berisi ${counts.join(", ")} baris; pilih baris yang sama`,
        `The columns hold ${counts.join(", ")} rows; pick the same rows`,
      );
};

/** Rows count from 1 at the top of the range, whatever its address. */
export const atRow = (index: number, { refusal, as }: Refusal): Refusal =>
  refuse(`Baris ke-${index + 1}: ${refusal.id}`, `Row ${index + 1}: ${refusal.en}`, as);

export const noTotal = (index: number): Refusal =>
  refuse(
    `Jumlah belum bisa dihitung: perbaiki dulu baris ke-${index + 1}`,
    `The total cannot be computed: mend row ${index + 1} first`,
  );

/** The cell of an argument that takes no range, in a function that spills. */
export const only = <T>({ values }: Column<T>): T | Refusal =>
  values.length === 1
    ? (values[0] as T | Refusal)
    : refuse("Pilih satu sel, bukan rentang", "Pick one cell, not a range");
