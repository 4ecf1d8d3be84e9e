// One step at a time against the spreadsheet: busy while it runs; when it fails a sentence, "Coba lagi", and the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Words } from "../../core/words";
import { type Aftermath, HostProblem, type Watch } from "../host";
import { GivenUp } from "./careful";
import { unseen, usePane } from "./pane";

const FAILED: Words = {
  id: "Langkah ini gagal karena sebab yang tidak dikenal. Isian Anda masih ada; coba lagi.",
  en: "This step failed for an unknown reason. What you typed is still here; try again.",
};
const RESTORED: Words = {
  id: "Isi berkas sudah kembali seperti semula.",
  en: "The file is back as it was.",
};

/** What became of a step that did not end as it should: it failed, was stopped, or was taken back afterwards. */
export interface Failure<Where> {
  readonly where: Where;
  readonly kind: "problem" | "note" | "done";
  readonly words: Words;
  /** It may still come. */
  readonly isGivenUp?: boolean;
  readonly again?: () => void;
  /** Takes back what the step left behind. */
  readonly undo?: () => void;
}

type Step = (watch: Watch) => Promise<void>;

export interface Acting<Where> {
  readonly busy: Where | null;
  /** Something runs, here or in another panel: no button that asks the spreadsheet may be pressed. */
  readonly isBusy: boolean;
  readonly failure: Failure<Where> | null;
  /** Nothing happens while another step runs; answers whether this one ended as it should. */
  act(where: Where, step: Step): Promise<boolean>;
  /** The last failure is no longer of interest. */
  forget(): void;
}

/**
 * @typeParam Where beside which button the step's message stands
 * @param unasked steps the pane takes by itself and that change nothing: no button waits for them, nothing is said of them unless they fail
 */
export function useAct<Where>(unasked?: "unasked"): Acting<Where> {
  const [busy, setBusy] = useState<Where | null>(null);
  const [failure, setFailure] = useState<Failure<Where> | null>(null);
  const running = useRef(false);
  const pane = usePane();
  // It came, which is said above all panels: “it may still arrive” is no longer true, and once more would be twice.
  useEffect(() => setFailure((now) => (now?.isGivenUp ? null : now)), [pane.late]);

  /** @param left takes back what an earlier try left behind; it comes first, so that nothing is done twice */
  async function run(where: Where, step: Step, left?: () => Promise<void>): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    if (!unasked) setBusy(where);
    setFailure(null);
    const following = unasked ? unseen : pane.follow();
    let due = left;
    try {
      if (due) await due();
      due = undefined;
      await step(following);
      return true;
    } catch (error) {
      const { words, after } =
        error instanceof HostProblem ? error : { words: FAILED, after: {} as Aftermath };
      const undo = due ?? after.undo;
      setFailure({
        where,
        kind: after.stopped ? "note" : "problem",
        words,
        isGivenUp: error instanceof GivenUp,
        ...(!after.stopped && { again: () => void run(where, step, undo) }),
        ...(undo && { undo: () => void run(where, async () => sayRestored(where), undo) }),
      });
      return false;
    } finally {
      following.end();
      running.current = false;
      setBusy(null);
    }
  }
  const sayRestored = (where: Where): void => setFailure({ where, kind: "done", words: RESTORED });

  return {
    busy,
    isBusy: busy !== null || pane.isBusy,
    failure,
    act: (where, step) => run(where, step),
    forget: () => setFailure(null),
  };
}
