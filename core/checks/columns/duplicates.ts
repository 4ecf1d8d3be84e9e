// Column check: a region that stands there twice, and regions that carry the very same figures.
import { inBoth } from "../check";
import { type ColumnCheck, type ColumnFinding, regions } from "./table";
import { rowsInWords } from "./words";

/** Small numbers meet by chance, and among many rows larger ones too. */
const SMALLEST = 1000;
const RARE = 50;

/** Collects the rows of each key that is seen more than once, a list per key. */
function collector<K>(): {
  note: (key: K, row: number) => void;
  repeated: () => readonly (readonly number[])[];
} {
  const first = new Map<K, number>();
  const again = new Map<K, number[]>();
  return {
    note: (key, row) => {
      const before = first.get(key);
      if (before === undefined) first.set(key, row);
      else if (again.has(key)) again.get(key)?.push(row);
      else again.set(key, [before, row]);
    },
    repeated: () => [...again.values()],
  };
}

export const duplicates: ColumnCheck = function* (table) {
  const { names, labor, active } = table;
  const byName = collector<string>();
  const byFigures = collector<string>();
  const rare = RARE * names.length * names.length;
  yield* regions(table, (row) => {
    const name = (names[row] ?? "").trim().toLowerCase();
    if (name) byName.note(name.includes("  ") ? name.replace(/\s+/g, " ") : name, row);
    const [l, a] = [labor?.[row], active?.[row]];
    if (typeof l === "number" && typeof a === "number" && l >= SMALLEST && l * a > rare)
      byFigures.note(`${l} ${a}`, row);
  });
  const found: ColumnFinding[] = [];
  const sameName = byName.repeated();
  const twice = sameName.flat();
  if (twice.length > 0)
    found.push({
      check: "duplicates",
      severity: "warning",
      columns: ["names"],
      rows: twice,
      words: inBoth((language) => {
        const one = sameName.map(([row]) => row as number);
        return {
          id: `Nama daerah muncul lebih dari sekali: ${rowsInWords(table, one, language)}. Periksa apakah barisnya ganda; jumlahnya ikut terhitung dua kali.`,
          en: `A region appears more than once: ${rowsInWords(table, one, language)}. Check for doubled rows; they count twice in the total.`,
        }[language];
      }),
    });
  const named = new Set(twice);
  const copied = byFigures
    .repeated()
    .flat()
    .filter((row) => !named.has(row));
  if (copied.length > 1)
    found.push({
      check: "duplicates",
      severity: "warning",
      columns: ["labor", "active"],
      rows: copied,
      words: inBoth(
        (language) =>
          ({
            id: `Daerah berbeda berisi angkatan kerja dan peserta aktif yang sama persis: ${rowsInWords(table, copied, language)}. Biasanya satu baris tersalin; periksa ke sumbernya.`,
            en: `Different regions carry the very same labour force and active participants: ${rowsInWords(table, copied, language)}. Usually a row was copied; check the source.`,
          })[language],
      ),
    });
  return found;
};
