// The tables already in the file: each can be opened, refreshed from its source, or taken up again to be changed.
import { TABLES } from "../../core/tables/all";
import type { FoundTable } from "../../core/tables/found";
import { howMany, type Language, type Words } from "../../core/words";
import { Messages } from "./live";
import type { Off } from "./off";

const WORDS = {
  heading: { id: "Tabel di berkas ini", en: "Tables in this file" },
  find: { id: "Cari tabel", en: "Find tables" },
  refresh: { id: "Segarkan", en: "Refresh" },
  change: { id: "Ubah", en: "Change" },
  open: { id: "Buka", en: "Open" },
} as const satisfies Record<string, Words>;

const counted = (count: number): Words =>
  count === 0
    ? {
        id: "Belum ada tabel buatan panel ini di berkas.",
        en: "The file holds no table of this pane's making yet.",
      }
    : { id: `${count} tabel ditemukan.`, en: `${howMany(count, "table")} found.` };

export function FoundTables(props: {
  tables: readonly FoundTable[] | null;
  /** What each button gets: whether it can be pressed now, and why not. */
  off: Off;
  language: Language;
  onFind: () => void;
  onRefresh: (table: FoundTable) => void;
  onChange: (table: FoundTable) => void;
  onOpen: (table: FoundTable) => void;
}) {
  const { tables, language } = props;
  const button = (words: Words, table: FoundTable, press: (table: FoundTable) => void) => (
    <button
      type="button"
      {...props.off}
      aria-label={`${words[language]} ${table.title}`}
      onClick={() => press(table)}
    >
      {words[language]}
    </button>
  );
  return (
    <section class="found-tables">
      <h3>{WORDS.heading[language]}</h3>
      <button type="button" {...props.off} onClick={props.onFind}>
        {WORDS.find[language]}
      </button>
      <Messages>{tables && <p class="hint">{counted(tables.length)[language]}</p>}</Messages>
      {tables && tables.length > 0 && (
        <ul class="plain">
          {tables.map((table) => (
            <li key={`${table.sheet}!${table.address}`}>
              <p>
                <strong>{table.title}</strong>
                <br />
                {TABLES.find(({ id }) => id === table.kind)?.words[language]}, {table.sheet}!{table.address}
              </p>
              <div class="buttons">
                {button(WORDS.refresh, table, props.onRefresh)}
                {button(WORDS.change, table, props.onChange)}
                {button(WORDS.open, table, props.onOpen)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
