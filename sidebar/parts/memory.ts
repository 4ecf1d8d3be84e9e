// What this browser remembers of the pane. Where storage is blocked (often in Google Sheets) it lasts until the pane closes.

const NAME = "ucj.seen.";
const held = new Set<string>();

/** A browser that blocks storage throws on the first touch. */
function stored<T>(ask: (storage: Storage) => T): T | undefined {
  try {
    return ask(localStorage);
  } catch {
    return undefined;
  }
}

/** Whether what is remembered outlasts the pane. */
export const remembers = (): boolean => stored((storage) => storage.length >= 0) ?? false;

export const hasSeen = (what: string): boolean =>
  held.has(what) || stored((storage) => storage.getItem(NAME + what)) === "1";

export function markSeen(what: string): void {
  held.add(what);
  stored((storage) => storage.setItem(NAME + what, "1"));
}
