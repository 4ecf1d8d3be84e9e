// The pane at the right: a title, a closing cross, and the frame the add-in's own page lives in.
import type { Language } from "../words";
import { WORDS } from "../words";
import { element, part } from "./element";

export interface Pane {
  /** A new frame under this title; the pane opens. */
  open(title: string, attributes: Readonly<Record<string, string>>): HTMLIFrameElement;
  show(visible: boolean): void;
  readonly visible: boolean;
  /** Takes the frame away; the pane closes. */
  clear(): void;
  /** What the cross does, beyond hiding the pane. */
  onClose: (() => void) | undefined;
  width(pixels: number): void;
}

export function createPane(language: Language, resized: () => void): Pane {
  const box = part("pane");
  const title = part("pane-title");
  const close = part<HTMLButtonElement>("pane-close");
  let frame: HTMLIFrameElement | undefined;
  close.setAttribute("aria-label", WORDS.closePane[language]);
  const pane: Pane = {
    onClose: undefined,
    get visible() {
      return !box.hidden;
    },
    open(name, attributes) {
      frame?.remove();
      title.textContent = name;
      frame = element("iframe", { title: name, "data-testid": "pane", ...attributes });
      box.append(frame);
      pane.show(true);
      return frame;
    },
    show(visible) {
      if (box.hidden !== visible) return;
      box.hidden = !visible;
      resized();
    },
    clear() {
      frame?.remove();
      frame = undefined;
      pane.show(false);
    },
    width(pixels) {
      box.style.setProperty("--pane", `${pixels}px`);
      resized();
    },
  };
  close.addEventListener("click", () => {
    pane.show(false);
    pane.onClose?.();
  });
  return pane;
}
