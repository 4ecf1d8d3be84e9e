// One finding: severity by word and shape, its place, the ways to mend it with a preview, and the mark "looked at".
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { BlockCell } from "../../core/block";
import type { Severity } from "../../core/checks/check";
import type { CellChange, Fix } from "../../core/checks/sources/fixes";
import type { Found } from "../../core/checks/sources/found";
import { SEVERITIES } from "../../core/checks/sources/report";
import { writeNumber } from "../../core/numbers";
import type { Language, Words } from "../../core/words";
import type { off } from "./off";
import { together } from "./together";

const WORDS = {
  apply: { id: "Terapkan", en: "Apply" },
  open: { id: "Buka sel", en: "Go to cell" },
  mark: { id: "Tandai sudah diperiksa", en: "Mark as looked at" },
  marked: { id: "Sudah diperiksa", en: "Looked at" },
  reason: { id: "Alasan", en: "Reason" },
  save: { id: "Simpan tanda", en: "Save the mark" },
  cancel: { id: "Tidak jadi", en: "Not now" },
  changes: { id: "Yang akan berubah:", en: "What will change:" },
  yes: { id: "Ya, ubah", en: "Yes, change" },
  blank: { id: "kosong", en: "blank" },
} as const satisfies Record<string, Words>;

/** The shape says the severity without its colour: round and crossed, square, round. */
const KINDS: Readonly<Record<Severity, { kind: string; mark: string }>> = {
  error: { kind: "problem", mark: "×" },
  warning: { kind: "warning", mark: "!" },
  note: { kind: "note", mark: "i" },
};

function shown(content: BlockCell, like: CellChange, language: Language): string {
  if (content === null || content === "") return WORDS.blank[language];
  if (typeof content === "number") {
    const number = writeNumber(content, language);
    return typeof like.from === "number" && Math.abs(content) < 2 && content !== 0
      ? `${number} (${writeNumber(content * 100, language)} %)`
      : number;
  }
  return typeof content === "object" ? content.error : `“${content}”`;
}

export interface Doings {
  readonly apply: (fix: Fix, found: Found) => void;
  readonly goTo: (found: Found) => void;
  readonly mark: (found: Found, reason: string) => void;
}

export function FindingCard(props: {
  found: Found;
  language: Language;
  /** The reason it was marked with. */
  marked: string | undefined;
  /** What each button that asks the spreadsheet gets. */
  wait: ReturnType<typeof off>;
  doings: Doings;
  /** What was done from here. */
  children: ComponentChildren;
}) {
  const { found, language, marked, wait, doings } = props;
  const [fix, setFix] = useState<Fix | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const { kind, mark } = KINDS[found.severity];
  const fixes = found.fixes(language);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    setFix(null);
    setReason(null);
  };
  return (
    <li class={`notice ${kind}`} onKeyDown={leave}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <p>
          <strong>{SEVERITIES[found.severity][language]}</strong>
          {found.place && <span class="place"> {found.place}</span>}: {together(found.words[language])}
        </p>
        {marked !== undefined && (
          <p class="marked">
            ✓ {WORDS.marked[language]}
            {marked && `: ${marked}`}
          </p>
        )}
        {fix ? (
          <fieldset class="changes">
            <legend>{WORDS.changes[language]}</legend>
            <ul>
              {fix.cells.map((cell) => (
                <li key={cell.address}>
                  <b>{cell.address}</b>: {shown(cell.from, cell, language)} → {shown(cell.to, cell, language)}
                </li>
              ))}
            </ul>
            <div class="buttons">
              <button
                type="button"
                class="main"
                {...wait}
                onClick={() => {
                  setFix(null);
                  doings.apply(fix, found);
                }}
              >
                {WORDS.yes[language]}
              </button>
              <button type="button" onClick={() => setFix(null)}>
                {WORDS.cancel[language]}
              </button>
            </div>
          </fieldset>
        ) : (
          <div class="buttons">
            {fixes.map((one) => (
              <button key={one.words.en} type="button" {...wait} onClick={() => setFix(one)}>
                {WORDS.apply[language]}: {one.words[language]}
              </button>
            ))}
            {found.address && (
              <button
                type="button"
                aria-label={`${WORDS.open[language]} ${found.address}`}
                {...wait}
                onClick={() => doings.goTo(found)}
              >
                {WORDS.open[language]}
              </button>
            )}
            {marked === undefined && reason === null && (
              <button
                type="button"
                aria-label={`${WORDS.mark[language]}${found.place && `: ${found.place}`}`}
                {...wait}
                onClick={() => setReason("")}
              >
                {WORDS.mark[language]}
              </button>
            )}
          </div>
        )}
        {marked === undefined && reason !== null && (
          <form
            class="fields"
            onSubmit={(event) => {
              event.preventDefault();
              doings.mark(found, reason.trim());
            }}
          >
            <label>
              {WORDS.reason[language]}
              <input
                type="text"
                value={reason}
                required
                maxLength={300}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </label>
            <div class="buttons">
              <button type="submit" {...wait}>
                {WORDS.save[language]}
              </button>
              <button type="button" onClick={() => setReason(null)}>
                {WORDS.cancel[language]}
              </button>
            </div>
          </form>
        )}
        {props.children}
      </div>
    </li>
  );
}
