// The pane's one live region: what any panel's messages say is read out once, wherever in the pane they stand.
import { type ComponentChildren, createContext, type RefObject } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

/** What an element holds: each notice in it, and all the rest. */
type Parts = ReadonlyMap<Element, string>;

const Saying = createContext<(by: object, parts: Parts, isKnown: boolean) => void>(() => undefined);

/** What stands for less time than this is not said. */
const SETTLED = 150;

/** Around everything that has messages. */
export function Live({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState("");
  /** By element, so that what two of them say at once is heard of both, and what changes at every key only at last. */
  const waiting = useRef(new Map<object, Parts>());
  /** What was heard of an element, or stood there from the start. */
  const heard = useRef(new WeakMap<object, Parts>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useRef((by: object, parts: Parts, isKnown: boolean) => {
    if (isKnown && !waiting.current.has(by)) {
      heard.current.set(by, parts);
      return;
    }
    waiting.current.set(by, parts);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const all = [...waiting.current].flatMap(([one, now]) => {
        const before = heard.current.get(one);
        heard.current.set(one, now);
        return [...now].flatMap(([part, text]) => (before?.get(part) === text ? [] : text));
      });
      waiting.current.clear();
      const text = all.filter(Boolean).join(" ");
      // The same sentence twice is two events; a region speaks only when its text changes.
      if (text !== "") setSaid((last) => (last === text ? `${text}\u00a0` : text));
    }, SETTLED);
  });
  return (
    <Saying.Provider value={say.current}>
      {children}
      <p class="hidden" role="status">
        {said}
      </p>
    </Saying.Provider>
  );
}

const SAID = "p, li, h2, h3, h4";

/** Places and findings are said by their heading, which counts them; messages among them speak for themselves. */
const APART = ".places ul, .cards, .findings > .messages";

const isApart = (one: Element, element: Element): boolean => {
  const part = one.closest(APART);
  return part !== null && part !== element && element.contains(part);
};

function sentences(element: Element): Parts {
  const said = new Map<Element, string>();
  for (const one of [element, ...element.querySelectorAll(SAID)]) {
    if (!one.matches(SAID) || one.querySelector(SAID) || isApart(one, element)) continue;
    const notice = one.closest(".notice");
    const part = notice && element.contains(notice) ? notice : element;
    said.set(part, `${said.get(part) ?? ""} ${one.textContent?.trim()}`.trim());
  }
  return said;
}

/** Brings into view what was said in a panel while another one was in view. */
export function showUnseen(panel: Element | null): void {
  for (const one of panel?.querySelectorAll("[data-unseen]") ?? []) {
    one.removeAttribute("data-unseen");
    one.scrollIntoView?.({ block: "nearest" });
  }
}

const isSame = (one: Parts, other: Parts): boolean =>
  one.size === other.size && [...one].every(([part, text]) => other.get(part) === text);

/** What appears in that element is said, without its buttons; what it held from the start, or still holds, is not. */
export function useSaid(own: { readonly current: HTMLElement | null }): void {
  const say = useContext(Saying);
  const last = useRef<{ readonly parts: Parts; readonly lang: string } | null>(null);
  useEffect(() => {
    const parts: Parts = own.current ? sentences(own.current) : new Map();
    const { lang } = document.documentElement;
    const before = last.current;
    last.current = { parts, lang };
    if (before && isSame(before.parts, parts)) return;
    // The same in the other language is nothing new.
    const isKnown = before?.lang !== lang;
    say(own, parts, isKnown);
    if (isKnown) return;
    const isUnseen = parts.size > 0 && own.current?.closest("[hidden]") != null;
    own.current?.toggleAttribute("data-unseen", isUnseen);
  });
}

export function Messages(props: {
  children: ComponentChildren;
  class?: string;
  id?: string;
  /** Where a panel finds this element, to bring it into view. */
  near?: RefObject<HTMLDivElement | null>;
}) {
  const here = useRef<HTMLDivElement>(null);
  const own = props.near ?? here;
  useSaid(own);
  return (
    <div class={props.class ?? "messages"} ref={own} {...(props.id && { id: props.id })}>
      {props.children}
    </div>
  );
}
