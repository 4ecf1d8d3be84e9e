// The pane's one live region: what any panel's messages say is read out once, wherever in the pane they stand.
import { type ComponentChildren, createContext, type RefObject } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

const Saying = createContext<(by: object, text: string) => void>(() => undefined);

/** What stands for less time than this is not said. */
const SETTLED = 150;

/** Around everything that has messages. */
export function Live({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState("");
  /** By element, so that what two of them say at once is heard of both, and what changes at every key only at last. */
  const waiting = useRef(new Map<object, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = useRef((by: object, text: string) => {
    waiting.current.set(by, text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const all = [...waiting.current.values()].filter(Boolean).join(" ");
      waiting.current.clear();
      // The same sentence twice is two events; a region speaks only when its text changes.
      if (all !== "") setSaid((last) => (last === all ? `${all}\u00a0` : all));
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

const SAID = "p, li, h3, h4";

/** A list of places is said by its heading, which counts them. */
const sentences = (element: Element): string =>
  [element, ...element.querySelectorAll(SAID)]
    .filter((one) => one.matches(SAID) && !one.querySelector(SAID) && !one.closest(".places ul"))
    .map((one) => one.textContent?.trim())
    .join(" ");

/** Brings into view what was said in a panel while another one was in view. */
export function showUnseen(panel: Element | null): void {
  for (const one of panel?.querySelectorAll("[data-unseen]") ?? []) {
    one.removeAttribute("data-unseen");
    one.scrollIntoView?.({ block: "nearest" });
  }
}

/** What appears in that element is said, without its buttons; what it held from the start is not. */
export function useSaid(own: { readonly current: HTMLElement | null }): void {
  const say = useContext(Saying);
  const last = useRef<{ readonly text: string; readonly lang: string } | null>(null);
  useEffect(() => {
    const text = own.current ? sentences(own.current) : "";
    const { lang } = document.documentElement;
    const before = last.current;
    last.current = { text, lang };
    // The same in the other language is nothing new.
    if (!before || before.text === text || before.lang !== lang) return;
    say(own, text);
    const isUnseen = text !== "" && own.current?.closest("[hidden]") != null;
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
