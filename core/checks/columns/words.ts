// How column checks name rows: the first few by name and value, the rest counted.
import { writeNumber } from "../../numbers";
import type { Language } from "../../words";
import { list } from "../check";
import type { RegionTable } from "./table";

const SHOWN = 5;

export function rowsInWords(
  { names }: RegionTable,
  rows: readonly number[],
  language: Language,
  value?: (row: number) => string,
): string {
  const shown = rows.slice(0, SHOWN).map((row) => {
    const name = names[row]?.trim() || `${{ id: "baris", en: "row" }[language]} ${row + 1}`;
    return value ? `${name} (${value(row)})` : name;
  });
  const more = rows.length - shown.length;
  if (more <= 0) return list(shown, language);
  const rest = `${writeNumber(more, language)} ${{ id: "lainnya", en: "more" }[language]}`;
  return list([...shown, rest], language);
}
