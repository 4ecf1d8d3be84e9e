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
  /**
   * Takes back what the step left behind; what someone filled in since is asked about first.
   * @param agreed how many cells may lose what they hold
   */
  readonly undo?: (agreed?: number) => void;
  /** How many cells that question is about; all of them where that is not known. */
  readonly asked?: number;
  /** Answers it with no. */
  readonly leave?: () => void;
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

  /**
   * @param left takes back what an earlier try left behind; it comes first, so that nothing is done twice
   * @param was that try, which stays until it was taken back
   */
  async function run(
    where: Where,
    step: Step,
    left?: Aftermath,
    was?: Failure<Where>,
    agreed = 0,
  ): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    if (!unasked) setBusy(where);
    setFailure(null);
    const following = unasked ? unseen : pane.follow();
    let due = left;
    try {
      const asked =
        due?.edited && agreed < Number.POSITIVE_INFINITY
          ? await due.edited().catch(() => Number.POSITIVE_INFINITY)
          : 0;
      if (was && asked > agreed) {
        setFailure({ ...was, asked, leave: () => setFailure(was) });
        return false;
      }
      await due?.undo?.();
      due = undefined;
      await step(following);
      return true;
    } catch (error) {
      const { words, after } =
        error instanceof HostProblem ? error : { words: FAILED, after: {} as Aftermath };
      const back = due ?? (after.undo && after);
      const now: Failure<Where> = {
        where,
        kind: after.stopped ? "note" : "problem",
        words,
        isGivenUp: error instanceof GivenUp,
        ...(!after.stopped && { again: () => void run(where, step, back, now) }),
        ...(back && {
          undo: (agreed) => void run(where, async () => sayRestored(where), back, now, agreed),
        }),
      };
      setFailure(now);
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
