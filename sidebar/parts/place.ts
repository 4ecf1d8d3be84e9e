// Keeps the keyboard's place: when what had the focus goes away, the focus goes to what came instead, else to what stood
// before it. Without this a button that removes itself sends the keyboard, and a screen reader, back to the top.

const STOPS = "a[href], button, input:not([type=radio]:not(:checked)), select, textarea, summary, [tabindex]";

/** Also not inside a closed part; older browsers cannot say so. */
const isSeen = (element: HTMLElement): boolean =>
  element.checkVisibility?.() ?? element.getClientRects().length > 0;
const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && !element.matches(":disabled") && isSeen(element);

const stopsIn = (part: Element): HTMLElement[] =>
  [...part.querySelectorAll<HTMLElement>(STOPS)].filter(isStop);

interface Left {
  readonly element: HTMLElement;
  /** From its parent up. */
  readonly around: readonly Element[];
  /** Every stop of the keyboard, in reading order, when it had the focus. */
  readonly stops: readonly HTMLElement[];
}

/** The first new stop nearest to where it was, not beyond the card or the message it was in. */
function cameInstead(around: readonly Element[], stops: readonly HTMLElement[]): HTMLElement | undefined {
  for (const part of around) {
    if (part.matches(".panel")) break;
    if (!part.isConnected) continue;
    const found = stopsIn(part).find((one) => !stops.includes(one));
    if (found) return found;
    if (part.matches("li, form, details, fieldset, .messages")) break;
  }
  return undefined;
}

/** Answers how to stop. */
export function keepPlace(root: HTMLElement): () => void {
  let left: Left | undefined;
  function came({ target }: FocusEvent): void {
    const element = target as HTMLElement;
    const around: Element[] = [];
    for (let part = element.parentElement; part && root.contains(part); part = part.parentElement)
      around.push(part);
    left = { element, around, stops: stopsIn(root) };
  }

  function moved(): void {
    const { activeElement } = document;
    // Whoever is in the sheet meanwhile stays there.
    if (!left || !document.hasFocus()) return;
    const { element, around, stops } = left;
    const isGone = !element.isConnected || !isSeen(element);
    if (activeElement !== document.body && !(activeElement === element && isGone)) return;
    if (!isGone) {
      // Off for a while, and back.
      if (!element.matches(":disabled")) element.focus({ preventScroll: true });
      return;
    }
    const now = new Set(stopsIn(root));
    const next =
      cameInstead(around, stops) ??
      stops
        .slice(0, stops.indexOf(element))
        .reverse()
        .find((one) => now.has(one));
    left = undefined;
    next?.focus({ preventScroll: true });
  }

  /** A click beside every control leaves its place on purpose. */
  const clicked = ({ target }: PointerEvent): void => {
    if (!(target as Element).closest(STOPS) && !(target as Element).closest("label")) left = undefined;
  };

  root.addEventListener("focusin", came);
  root.addEventListener("pointerdown", clicked);
  const watcher = new MutationObserver(moved);
  watcher.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["hidden", "disabled"],
  });
  return () => {
    watcher.disconnect();
    root.removeEventListener("focusin", came);
    root.removeEventListener("pointerdown", clicked);
  };
}
