// One message: its kind is said by a word and a shape, never by colour alone.
import type { ComponentChildren } from "preact";
import type { Language, Words } from "../../core/words";
import { together } from "./together";

export type NoticeKind = "done" | "note" | "warning" | "problem";

const KINDS: Record<NoticeKind, { mark: string; word: Words }> = {
  done: { mark: "✓", word: { id: "Selesai", en: "Done" } },
  note: { mark: "i", word: { id: "Catatan", en: "Note" } },
  warning: { mark: "!", word: { id: "Periksa", en: "Check" } },
  problem: { mark: "×", word: { id: "Belum bisa", en: "Not yet" } },
};

export function Notice(props: {
  kind: NoticeKind;
  words: Words;
  language: Language;
  children?: ComponentChildren;
}) {
  const { mark, word } = KINDS[props.kind];
  return (
    <div class={`notice ${props.kind}`}>
      <span class="mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <p>
          <strong>{word[props.language]}:</strong> {together(props.words[props.language])}
        </p>
        {props.children}
      </div>
    </div>
  );
}
