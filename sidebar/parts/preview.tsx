// A table as it will land: same rows, same figures, numbers written in the reader's language.
import { writeNumber, writePercent } from "../../core/numbers";
import { kindOfMark } from "../../core/tables/frame";
import type { Role, TableCell, TableModel } from "../../core/tables/model";
import type { Language, Words } from "../../core/words";
import { together } from "./together";

const WORDS = {
  caption: { id: "Pratinjau tabel", en: "Table preview" },
} as const satisfies Record<string, Words>;

const FIGURES: ReadonlySet<Role> = new Set(["header", "input", "figure", "total"]);

const sign = (value: number): string => (value > 0 ? "+" : "");

/** As the cell's number format shows it. */
function shown({ value, shown }: TableCell, language: Language): string {
  if (typeof value === "string") return value;
  switch (shown) {
    case "share":
      return writePercent(value, language);
    case "rate":
      return sign(value) + writePercent(value, language);
    case "points":
      return writeNumber(value, language, 2);
    case "gain":
      return sign(value) + writeNumber(value, language, 2);
    case "change":
      return sign(value) + writeNumber(value, language);
    case "rupiah":
      return `Rp ${writeNumber(Math.round(value), language)}`;
    case "year":
    case "count":
      return String(value);
    default:
      return writeNumber(value, language);
  }
}

/** A longer table is shown by its beginning and its end. */
const MOST = 60;

export function Preview({ table, language }: { table: TableModel; language: Language }) {
  const parameters = table.rows.filter(
    ([first, second]) => first?.role === "parameter" && second?.value !== "",
  );
  const figures = table.rows.filter((row) => row.some((cell) => FIGURES.has(cell.role)));
  const left = Math.max(0, figures.length - MOST);
  const lines = left > 0 ? [...figures.slice(0, MOST - 1), ...figures.slice(-1)] : figures;
  // The sign by which the table is found again says nothing to a reader.
  const notes = table.rows
    .filter(([first]) => first?.role === "note")
    .map(([first]) => String(first?.value))
    .filter((note) => note !== "" && !kindOfMark(note));
  return (
    <div class="preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={WORDS.caption[language]}>
        <table>
          <caption>
            <span>
              {String(table.rows[0]?.[0]?.value ?? "")}
              {parameters.map(([name, value]) => (
                <small key={String(name?.value)}>
                  {String(name?.value)}: {value && shown(value, language)}
                </small>
              ))}
            </span>
          </caption>
          {lines.map((row, r) => (
            <tr key={r} class={row[0]?.role}>
              {row.map((cell, c) => {
                const header = cell.role === "header";
                const Cell = header || c === 0 ? "th" : "td";
                return (
                  <Cell key={c} {...(Cell === "th" && { scope: header ? "col" : "row" })}>
                    {shown(cell, language)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </table>
      </section>
      <div class="notes">
        {left > 0 && (
          <p>
            {language === "id"
              ? `${left} baris di tengah tidak ditampilkan di sini; semuanya ditulis.`
              : `${left} rows in the middle are not shown here; all of them are written.`}
          </p>
        )}
        {notes.map((note) => (
          <p key={note}>{together(note)}</p>
        ))}
      </div>
    </div>
  );
}
