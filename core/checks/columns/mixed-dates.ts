// Column check: all rows are of one day, and every day exists.
import { readDate } from "../../dates";
import { writeNumber } from "../../numbers";
import { inBoth, list } from "../check";
import { isImpossible, written } from "../dates-are-possible";
import { type ColumnCheck, type ColumnFinding, regions } from "./table";
import { rowsInWords } from "./words";

export const mixedDates: ColumnCheck = function* (table) {
  const { asOf } = table;
  if (!asOf) return [];
  const impossible: number[] = [];
  const days = new Map<string, number[]>();
  // The same text stands in most rows, so it is read once.
  const known = new Map<string, string | undefined>();
  yield* regions(table, (row) => {
    const text = asOf[row];
    if (!text) return;
    if (!known.has(text)) known.set(text, isImpossible(text) ? "" : readDate(text));
    const day = known.get(text);
    if (day === "") impossible.push(row);
    else if (day !== undefined) {
      const rows = days.get(day);
      if (rows) rows.push(row);
      else days.set(day, [row]);
    }
  });
  const found: ColumnFinding[] = [];
  if (impossible.length > 0)
    found.push({
      check: "mixed-dates",
      severity: "error",
      columns: ["asOf"],
      rows: impossible,
      words: inBoth((language) => {
        const names = rowsInWords(table, impossible, language, (row) => asOf[row] ?? "");
        return {
          id: `Tanggal tidak ada di kalender: ${names}. Periksa tanggal datanya.`,
          en: `Dates that do not exist: ${names}. Check the as-of dates.`,
        }[language];
      }),
    });
  if (days.size > 1) {
    const sorted = [...days].sort((a, b) => b[1].length - a[1].length);
    const rows = sorted.slice(1).flatMap(([, of]) => of);
    found.push({
      check: "mixed-dates",
      severity: "warning",
      columns: ["asOf"],
      rows,
      words: inBoth((language) => {
        const each = sorted
          .slice(0, 4)
          .map(([day, of]) => `${written(day, language)} (${writeNumber(of.length, language)})`);
        const more = sorted.length > 4 ? " …" : "";
        return {
          id: `Data berasal dari tanggal berbeda: ${list(each, language)}${more}. Peringkat dan jumlah mencampur tanggal; samakan tanggalnya atau sebutkan di tabel.`,
          en: `The data is of different dates: ${list(each, language)}${more}. Ranks and totals mix them; use one date or say so in the table.`,
        }[language];
      }),
    });
  }
  return found;
};
