// Side by side: two frames of this same page over one workbook; what changes in one is shown in the other.
import type { Workbench } from "../page";
import { element, part } from "./element";
import { SLOW } from "./side";
import type { Host } from "./single";

export interface Both {
  readonly sides: Readonly<Record<Host, Workbench>>;
  /** Brings what changed in one side to the other. */
  changed(from: Host, workbook: string): void;
  close(): void;
}

const HOSTS: readonly Host[] = ["excel", "sheets"];

export async function openBoth(language: string): Promise<Both> {
  const place = part("both");
  place.hidden = false;
  const frames = HOSTS.map((host) =>
    element("iframe", {
      src: `/?side=${host}&lang=${language}&slow=${SLOW}`,
      title: host === "excel" ? "Excel" : "Google Sheets",
      "data-testid": `side-${host}`,
    }),
  );
  place.replaceChildren(...frames);
  const found = await Promise.all(frames.map(workbenchOf));
  const [excel, sheets] = found as [Workbench, Workbench];
  const sides = { excel, sheets };
  return {
    sides,
    changed: (from, workbook) => void sides[from === "excel" ? "sheets" : "excel"].follow(workbook),
    close() {
      place.replaceChildren();
      place.hidden = true;
    },
  };
}

/**
 * Called in a side. The grid takes the keyboard whenever it is drawn anew; in a side that is not in use it would take it
 * from the other.
 */
export function leaveKeyboardAlone(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  window.addEventListener("pointerdown", () => window.focus(), true);
}

async function workbenchOf(frame: HTMLIFrameElement): Promise<Workbench> {
  await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
  const side = frame.contentWindow?.ucjWorkbench;
  if (!side) throw new Error(`${frame.src} did not start`);
  await side.ready;
  return side;
}
