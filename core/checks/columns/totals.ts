// Column check: the regions add up to the printed total row, and its coverage is a ratio of sums.
import { writeNumber, writePercent } from "../../numbers";
import { inBoth } from "../check";
import { figureOf, NAMES, reachOf } from "../figures";
import { type ColumnCheck, type ColumnFinding, regions } from "./table";

const PEOPLE = ["labor", "active", "uncovered"] as const;

export const totals: ColumnCheck = function* (table) {
  const { total } = table;
  if (total === undefined) return [];
  const found: ColumnFinding[] = [];
  for (const key of PEOPLE) {
    const cells = table[key];
    const printed = cells?.[total];
    if (!cells || typeof printed !== "number") continue;
    let sum = 0;
    let reach = 1 + reachOf(figureOf(printed, "people"), false);
    let blanks = 0;
    yield* regions(table, (row) => {
      const value = cells[row];
      if (typeof value !== "number") blanks++;
      else {
        sum += value;
        reach += reachOf(figureOf(value, "people"), false);
      }
    });
    const short = printed - sum;
    // A region without a number explains a sum that is too small.
    if (Math.abs(short) <= reach || (blanks > 0 && short > 0)) continue;
    found.push({
      check: "totals",
      severity: Math.abs(short) <= 2 * reach ? "note" : "error",
      columns: [key],
      rows: [total],
      words: inBoth((language) => {
        const n = (value: number): string => writeNumber(value, language);
        const name = NAMES[key][language];
        return {
          id: `Jumlah ${name} semua daerah ${n(sum)}, sedangkan baris jumlah tertulis ${n(printed)}: selisih ${n(Math.abs(short))} orang. ${short > 0 ? "Mungkin ada daerah yang belum tercantum." : "Mungkin ada daerah yang tercantum dua kali, atau jumlahnya belum diperbarui."}`,
          en: `The regions sum to ${n(sum)} for ${name}, but the total row says ${n(printed)}: ${n(Math.abs(short))} people apart. ${short > 0 ? "A region may be missing." : "A region may stand there twice, or the total was not updated."}`,
        }[language];
      }),
    });
  }
  const { labor, active, coverage } = table;
  const printed = coverage?.[total];
  if (!labor || !active || !coverage || typeof printed !== "number") return found;
  let [people, covered, shares, count] = [0, 0, 0, 0];
  yield* regions(table, (row) => {
    const [l, a, c] = [labor[row], active[row], coverage[row]];
    if (typeof l !== "number" || typeof a !== "number") return;
    people += l;
    covered += a;
    if (typeof c === "number") {
      shares += c;
      count++;
    }
  });
  const ratio = covered / people;
  const mean = shares / count;
  const step = figureOf(printed, "share").step;
  if (people > 0 && count > 1 && Math.abs(printed - mean) <= step && Math.abs(printed - ratio) > 2 * step)
    found.push({
      check: "totals",
      severity: "error",
      columns: ["coverage"],
      rows: [total],
      words: inBoth((language) => {
        const share = (value: number): string => writePercent(value, language);
        return {
          id: `Cakupan pada baris jumlah, ${share(printed)}, adalah rata-rata persentase daerah. Yang benar jumlah peserta aktif ÷ jumlah angkatan kerja: ${writeNumber(covered, language)} ÷ ${writeNumber(people, language)} = ${share(ratio)}.`,
          en: `The total row's coverage, ${share(printed)}, is the mean of the regions' percentages. It should be total active ÷ total labour force: ${writeNumber(covered, language)} ÷ ${writeNumber(people, language)} = ${share(ratio)}.`,
        }[language];
      }),
    });
  return found;
};
