// What was done in the sheet, with the way back and the way there.
import type { ComponentChildren } from "preact";
import type { Language, Words } from "../../core/words";
import type { Host, Written } from "../host";
import type { Acting } from "./act";
import { Notice, type NoticeKind } from "./notice";
import { off } from "./off";

const WORDS = {
  undo: { id: "Batalkan", en: "Undo" },
  open: { id: "Buka", en: "Open" },
} as const satisfies Record<string, Words>;

export interface Done {
  readonly words: Words;
  readonly kind?: NoticeKind;
  readonly undo?: () => Promise<void>;
  readonly open?: () => Promise<void>;
}

/** The two ways from what was written. */
export const waysOf = (host: Host, written: Written): Pick<Done, "undo" | "open"> => ({
  undo: () => host.undo(written),
  open: () => host.open(written),
});

/** Stays until it is taken back, so that no failure and no look at the sheet costs the way back. */
export function DoneNotice<Where>(props: {
  done: Done;
  acting: Acting<Where>;
  where: Where;
  language: Language;
  onUndone?: () => void | Promise<void>;
  /** More buttons. */
  children?: ComponentChildren;
}) {
  const { done, acting, where, language } = props;
  const { undo, open } = done;
  const wait = off(language, acting.isBusy);
  return (
    <Notice kind={done.kind ?? "done"} words={done.words} language={language}>
      {(undo || open || props.children) && (
        <div class="buttons">
          {undo && (
            <button
              type="button"
              {...wait}
              onClick={() =>
                acting.act(where, async () => {
                  await undo();
                  await props.onUndone?.();
                })
              }
            >
              {WORDS.undo[language]}
            </button>
          )}
          {open && (
            <button type="button" {...wait} onClick={() => acting.act(where, open)}>
              {WORDS.open[language]}
            </button>
          )}
          {props.children}
        </div>
      )}
    </Notice>
  );
}
