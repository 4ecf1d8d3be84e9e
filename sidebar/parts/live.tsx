// The pane's one live region: what any panel's messages say is read out once, wherever in the pane they stand.
import { type ComponentChildren, createContext, type RefObject } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";

/** Within this time a second message is read after the first. */
const SOON = 200;

const Saying = createContext<(text: string) => void>(() => undefined);

/** Around everything that has messages. */
export function Live({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState("");
  const at = useRef(0);
  const say = useRef((text: string) => {
    // What is replaced at once is never read out.
    const isSoon = performance.now() - at.current < SOON;
    at.current = performance.now();
    // The same sentence twice is two events; a region speaks only when its text changes.
    setSaid((last) => (isSoon ? `${last} ${text}` : last === text ? `${text}\u00a0` : text));
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

const sentences = (element: Element): string =>
  [element, ...element.querySelectorAll("p, li")]
    .filter((one) => one.matches("p, li") && !one.querySelector("p, li"))
    .map((one) => one.textContent?.trim())
    .join(" ");

/** What appears in that element is said, without its buttons; what it held from the start is not. */
export function useSaid(own: { readonly current: HTMLElement | null }): void {
  const say = useContext(Saying);
  const last = useRef<string | null>(null);
  useEffect(() => {
    const text = own.current ? sentences(own.current) : "";
    if (text === last.current) return;
    const isFirst = last.current === null;
    last.current = text;
    if (!isFirst && text !== "") say(text);
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
