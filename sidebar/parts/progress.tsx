// What stands beside a button while its step runs, and when it failed.
import type { Language, Words } from "../../core/words";
import type { Acting } from "./act";
import { Notice } from "./notice";

const WORDS = {
  busy: { id: "Sedang bekerja …", en: "Working …" },
  again: { id: "Coba lagi", en: "Try again" },
} as const satisfies Record<string, Words>;

export function Progress<Where>(props: { of: Acting<Where>; where: Where; language: Language }) {
  const { of, where, language } = props;
  if (of.busy === where) return <p class="busy">{WORDS.busy[language]}</p>;
  if (of.failure?.where !== where) return null;
  return (
    <Notice kind="problem" words={of.failure.words} language={language}>
      <div class="buttons">
        <button type="button" onClick={of.failure.again}>
          {WORDS.again[language]}
        </button>
      </div>
    </Notice>
  );
}
