// A table as it will land: same rows, same figures, numbers written in the reader's language.
import { writeNumber, writePercent } from "../../core/numbers";
import type { Role, TableCell, TableModel } from "../../core/tables/model";
import type { Language, Words } from "../../core/words";

const WORDS = {
  caption: { id: "Pratinjau tabel", en: "Table preview" },
  chart: { id: "Grafik", en: "Chart" },
} as const satisfies Record<string, Words>;

const FIGURES: ReadonlySet<Role> = new Set(["header", "input", "figure", "total"]);

const shown = ({ value, shown }: TableCell, language: Language): string =>
  typeof value === "string"
    ? value
    : shown === "share"
      ? writePercent(value, language)
      : writeNumber(value, language);

export function Preview({ table, language }: { table: TableModel; language: Language }) {
  const figures = table.rows.filter((row) => row.some((cell) => FIGURES.has(cell.role)));
  const notes = table.rows.filter((row) => row[0]?.role === "note" && row[0].value !== "");
  return (
    <figure class="preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={WORDS.caption[language]}>
        <table>
          <caption>{String(table.rows[0]?.[0]?.value ?? "")}</caption>
          {figures.map((row, r) => (
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
      <figcaption>
        {notes.map((row) => (
          <p key={String(row[0]?.value)}>{String(row[0]?.value)}</p>
        ))}
      </figcaption>
    </figure>
  );
}
