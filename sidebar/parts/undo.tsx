// "Batalkan": asks first where cells were filled otherwise since, for taking back would lose what they hold now.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { howMany, type Language, type Words } from "../../core/words";
import type { Acting } from "./act";
import { Notice } from "./notice";
import { type Off, off } from "./off";
import type { Ways } from "./ways";

export const UNDO: Words = { id: "Batalkan", en: "Undo" };
const WORDS = {
  all: { id: "Tetap batalkan", en: "Undo all the same" },
  leave: { id: "Jangan batalkan", en: "Do not undo" },
  unread: {
    id: "Lembar belum dapat dibaca lagi, jadi belum diketahui apakah ada yang mengisi selnya sejak itu.",
    en: "The sheet could not be read again, so it is not known whether someone filled its cells since then.",
  },
} as const satisfies Record<string, Words>;

const lost = (count: number): Words => ({
  id: `${count} sel sudah diisi lain atau berubah sejak itu, atau memakai lembar ini. Bila dibatalkan, isinya yang sekarang hilang.`,
  en: `Filled or changed since then, or using this sheet: ${howMany(count, "cell")}. Undoing loses what is there now.`,
});

/** The button, and the question that may follow it: where each of them stands is the caller's. */
export function useUndo<Where>(props: {
  of: Ways;
  acting: Acting<Where>;
  where: Where;
  language: Language;
  onUndone?: () => void | Promise<void>;
}): { button: ComponentChildren; question: ComponentChildren } {
  const { of, acting, where, language } = props;
  const { undo, edited } = of;
  /** How many cells the question is about; all of them where that is not known. */
  const [asked, setAsked] = useState(0);
  const own = useRef<HTMLButtonElement>(null);
  useEffect(() => setAsked(0), [undo]);
  if (!undo) return { button: null, question: null };

  /** @param agreed how many cells may lose what they hold; more than that are asked about again */
  const takeBack = (agreed: number) =>
    acting.act(where, async () => {
      setAsked(0);
      if (edited && agreed < Number.POSITIVE_INFINITY) {
        const count = await edited().catch((error) => {
          setAsked(Number.POSITIVE_INFINITY);
          throw error;
        });
        if (count > agreed) return setAsked(count);
      }
      await undo();
      await props.onUndone?.();
    });

  const wait = off(language, acting.isBusy);
  const leave = (): void => {
    setAsked(0);
    own.current?.focus();
  };
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || asked === 0) return;
    // The card around it stays open.
    event.stopPropagation();
    leave();
  };
  return {
    button: (
      <button type="button" ref={own} {...wait} onClick={() => takeBack(0)} onKeyDown={onEscape}>
        {UNDO[language]}
      </button>
    ),
    question: asked > 0 && (
      <Question asked={asked} wait={wait} language={language} onAll={() => takeBack(asked)} onLeave={leave} />
    ),
  };
}

export function Question(props: {
  asked: number;
  wait: Off;
  language: Language;
  onAll: () => void;
  onLeave: () => void;
}) {
  const { asked, wait, language, onAll, onLeave } = props;
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    here.current?.scrollIntoView?.({ block: "nearest" });
  }, [asked]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a short cut, the buttons are native
    <div
      ref={here}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <Notice kind="warning" words={Number.isFinite(asked) ? lost(asked) : WORDS.unread} language={language}>
        <div class="buttons">
          <button type="button" class="risky" {...wait} onClick={onAll}>
            {WORDS.all[language]}
          </button>
          <button type="button" {...wait} onClick={onLeave}>
            {WORDS.leave[language]}
          </button>
        </div>
      </Notice>
    </div>
  );
}
