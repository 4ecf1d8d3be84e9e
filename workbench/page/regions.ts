// F6 moves between the parts of the page, as in Excel. Needed, because Tab inside a grid moves from cell to cell.
import { part } from "./element";

const FOCUSABLE = "button, select, input:checked, [contenteditable]";

/** Each part's first place for the keyboard; hidden parts have none. */
const ENTRANCES: readonly (() => HTMLElement | null | undefined)[] = [
  () => inside("header"),
  () => inside("bar"),
  typingPlace,
  () => part("pane").querySelector("iframe"),
];

/** Where the grid listens for typing. */
function typingPlace(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#grid .o-grid-composer .o-composer");
}

/** The keyboard to the grid; what is typed next replaces the cell. */
export function beginTyping(): void {
  const place = typingPlace();
  if (!place) return;
  window.focus();
  place.focus();
  getSelection()?.selectAllChildren(place);
}

function inside(id: string): HTMLElement | undefined {
  const found = [...part(id).querySelectorAll<HTMLElement>(FOCUSABLE)];
  return found.find((one) => one.offsetParent !== null);
}

/** To the next part, or with Shift to the one before. */
export function moveOn(back: boolean): void {
  const homes = ["header", "bar", "grid", "pane"].map(part);
  const at = homes.findIndex((home) => home.contains(document.activeElement));
  const step = back ? -1 : 1;
  for (let n = 1; n <= ENTRANCES.length; n += 1) {
    const next = (Math.max(at, 0) + step * n + ENTRANCES.length * n) % ENTRANCES.length;
    const home = homes[next];
    const entrance = ENTRANCES[next]?.();
    if (!entrance || !home?.offsetParent) continue;
    entrance.focus();
    return;
  }
}

export function listenForF6(window: Window): void {
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      event.stopPropagation();
      moveOn(event.shiftKey);
    },
    true,
  );
}
