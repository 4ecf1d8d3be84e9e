// What was written, with the way back and the way there.
import type { Language, Words } from "../../core/words";
import type { Host, Written } from "../host";
import type { Acting } from "./act";
import { Notice, type NoticeKind } from "./notice";

const WORDS = {
  undo: { id: "Batalkan", en: "Undo" },
  open: { id: "Buka", en: "Open" },
} as const satisfies Record<string, Words>;

export interface Done {
  readonly words: Words;
  readonly kind?: NoticeKind;
  readonly written?: Written;
}

export function WrittenNotice<Where>(props: {
  done: Done;
  host: Host;
  acting: Acting<Where>;
  where: Where;
  language: Language;
  onUndone: () => void;
}) {
  const { done, host, acting, where, language } = props;
  const { written } = done;
  return (
    <Notice kind={done.kind ?? "done"} words={done.words} language={language}>
      {written && (
        <div class="buttons">
          <button
            type="button"
            onClick={() =>
              acting.act(where, async () => {
                await host.undo(written);
                props.onUndone();
              })
            }
          >
            {WORDS.undo[language]}
          </button>
          <button type="button" onClick={() => acting.act(where, () => host.open(written))}>
            {WORDS.open[language]}
          </button>
        </div>
      )}
    </Notice>
  );
}
