// What stands beside a button while its step runs, and when it failed.
import type { Language, Words } from "../../core/words";
import type { Acting } from "./act";
import { Notice } from "./notice";
import { off } from "./off";
import { Question, UNDO } from "./undo";

const WORDS = {
  busy: { id: "Sedang bekerja …", en: "Working …" },
  again: { id: "Coba lagi", en: "Try again" },
} as const satisfies Record<string, Words>;

export function Progress<Where>(props: { of: Acting<Where>; where: Where; language: Language }) {
  const { of, where, language } = props;
  if (of.busy === where) return <p class="busy">{WORDS.busy[language]}</p>;
  const { failure } = of;
  if (failure?.where !== where) return null;
  const { kind, words, again, undo, asked, leave } = failure;
  const wait = off(language, of.isBusy);
  const notice = (
    <Notice kind={kind} words={words} language={language}>
      {(again || undo) && (
        <div class="buttons">
          {again && (
            <button type="button" {...wait} onClick={again}>
              {WORDS.again[language]}
            </button>
          )}
          {undo && (
            <button type="button" {...wait} onClick={() => undo()}>
              {UNDO[language]}
            </button>
          )}
        </div>
      )}
    </Notice>
  );
  if (!asked || !undo || !leave) return notice;
  return (
    <>
      {notice}
      <Question asked={asked} wait={wait} language={language} onAll={() => undo(asked)} onLeave={leave} />
    </>
  );
}
