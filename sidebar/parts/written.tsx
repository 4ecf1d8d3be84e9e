// What was done in the sheet, with the way back and the way there.
import type { ComponentChildren } from "preact";
import type { Language, Words } from "../../core/words";
import type { Acting } from "./act";
import { Notice, type NoticeKind } from "./notice";
import { off } from "./off";
import { useUndo } from "./undo";
import type { Ways } from "./ways";

const OPEN: Words = { id: "Buka", en: "Open" };

export interface Done extends Ways {
  readonly words: Words;
  readonly kind?: NoticeKind;
}

/** Stays until it is taken back, so that no failure and no look at the sheet costs the way back. */
export function DoneNotice<Where>(props: {
  done: Done;
  acting: Acting<Where>;
  where: Where;
  language: Language;
  onUndone?: () => void | Promise<void>;
  /** Beside the buttons. */
  children?: ComponentChildren;
  /** Above the buttons. */
  about?: ComponentChildren;
}) {
  const { done, acting, where, language } = props;
  const { open } = done;
  const { button, question } = useUndo({ ...props, of: done });
  return (
    <>
      <Notice kind={done.kind ?? "done"} words={done.words} language={language}>
        {props.about}
        {(button || open || props.children) && (
          <div class="buttons">
            {button}
            {open && (
              <button type="button" {...off(language, acting.isBusy)} onClick={() => acting.act(where, open)}>
                {OPEN[language]}
              </button>
            )}
            {props.children}
          </div>
        )}
      </Notice>
      {question}
    </>
  );
}
