// The printed total beside the sum of its rows: tables use the sum, and say so where the two differ.
import { HEADINGS, type Heading } from "../headers";
import { writeNumber } from "../numbers";
import type { Words } from "../words";
import type { Figure } from "./model";

const SUMMED: readonly Heading[] = ["labor", "active", "uncovered"];

/** @param numbers people, one a row, NaN where there is none: then nobody knows the sum */
export function printedTotals(
  numbers: ReadonlyMap<Heading, readonly number[]>,
  total: ReadonlyMap<Heading, Figure>,
): readonly Words[] {
  return SUMMED.flatMap((heading) => {
    const stated = total.get(heading)?.value;
    const sum = numbers.get(heading)?.reduce((all, people) => all + people, 0);
    if (stated === undefined || sum === undefined || Number.isNaN(sum) || sum === stated) return [];
    const { id, en } = HEADINGS[heading].words;
    const n = (people: number, language: keyof Words): string => writeNumber(people, language);
    return [
      {
        id: `${id}: jumlah tertulis ${n(stated, "id")}, jumlah barisnya ${n(sum, "id")}, selisih ${n(Math.abs(sum - stated), "id")}. Tabel memakai jumlah baris; periksa mana yang benar.`,
        en: `${en}: the printed total is ${n(stated, "en")}, the rows sum to ${n(sum, "en")}, ${n(Math.abs(sum - stated), "en")} apart. The table uses the sum; check which is right.`,
      },
    ];
  });
}
