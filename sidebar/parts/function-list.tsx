// The search field and the functions it finds, in the catalogue's groups.
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Group } from "../../core/define";
import { GROUPS, search } from "../../core/search";
import type { Language, Words } from "../../core/words";
import { useSaid } from "./live";

const WORDS = {
  heading: { id: "Cari rumus", en: "Find a formula" },
  label: {
    id: "Kata kunci, misalnya target tahun depan",
    en: "Keywords, such as next year's target",
  },
  all: { id: "Tampilkan semua", en: "Show all" },
  results: { id: "Fungsi yang cocok", en: "Functions found" },
} as const satisfies Record<string, Words>;

const counted = (count: number): Words => ({
  id: `${count} fungsi`,
  en: `${count} ${count === 1 ? "function" : "functions"}`,
});
const none = (query: string): Words => ({
  id: `Tidak ada fungsi untuk “${query}”. Coba kata lain, misalnya cakupan, target, anggaran, atau kecamatan.`,
  en: `No function for “${query}”. Try other words, such as coverage, target, budget or district.`,
});

export function FunctionList(props: {
  query: string;
  language: Language;
  hidden: boolean;
  /** The function that was open last: the keyboard goes back to it. */
  last: string | null;
  onQuery: (query: string) => void;
  onOpen: (name: string) => void;
}) {
  const { query, language, hidden, last } = props;
  const found = useMemo(() => search(query), [query]);
  const groups = useMemo(() => [...new Set(found.map(({ group }) => group))], [found]);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const count = useRef<HTMLParagraphElement>(null);
  useSaid(count);

  useLayoutEffect(() => {
    if (!hidden && last) list.current?.querySelector<HTMLElement>(`#open-${last}`)?.focus();
  }, [hidden, last]);

  /** Arrow keys walk from the field through the list; Escape empties the search. */
  function move(event: KeyboardEvent): void {
    if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      props.onQuery("");
      field.current?.focus();
      return;
    }
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>("li button") ?? [])];
    const here = buttons.indexOf(document.activeElement as HTMLElement);
    const inField = document.activeElement === field.current;
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: inField ? 1 : 0 }[event.key];
    if (!step || (!inField && here < 0)) return;
    event.preventDefault();
    const next = here + step < 0 ? field.current : buttons[here + step];
    next?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a short cut; every control inside is native
    <div class="finder" hidden={hidden} onKeyDown={move}>
      <h2>{WORDS.heading[language]}</h2>
      <search class="fields">
        <label>
          <span class="hint">{WORDS.label[language]}</span>
          <input
            ref={field}
            type="search"
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => props.onQuery(event.currentTarget.value)}
          />
        </label>
      </search>
      <p class="hint count" ref={count}>
        {(found.length > 0 ? counted(found.length) : none(query))[language]}
      </p>
      {found.length === 0 && (
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              props.onQuery("");
              field.current?.focus();
            }}
          >
            {WORDS.all[language]}
          </button>
        </div>
      )}
      <div ref={list} class="found">
        {groups.map((group: Group) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{GROUPS[group][language]}</h3>
            <ul>
              {found.map(
                (fn) =>
                  fn.group === group && (
                    <li key={fn.name}>
                      <button type="button" id={`open-${fn.name}`} onClick={() => props.onOpen(fn.name)}>
                        <code>{fn.name}</code>
                        <span>{fn.about[language]}</span>
                      </button>
                    </li>
                  ),
              )}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
