// Runs a long check a few milliseconds at a time, so that the page stays alive, shows how far it is, and can be stopped.
import type { Steps } from "../../core/checks/columns/table";

/** A frame is 16 ms; what is left is the page's. */
const SLICE = 12;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** undefined when it was stopped. */
export async function inSlices<T>(
  steps: Steps<T>,
  onRows: (rows: number) => void,
  isStopped: () => boolean,
): Promise<T | undefined> {
  let done = 0;
  for (;;) {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
      done += step.value;
    }
    onRows(done);
    await rest();
    if (isStopped()) return undefined;
  }
}
