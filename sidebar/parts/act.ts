// One step at a time against the spreadsheet: busy while it runs, a sentence with "Coba lagi" when it fails.
import { useRef, useState } from "preact/hooks";
import type { Words } from "../../core/words";
import { HostProblem } from "../host";

const FAILED: Words = {
  id: "Langkah ini gagal karena sebab yang tidak dikenal. Isian Anda masih ada; coba lagi.",
  en: "This step failed for an unknown reason. What you typed is still here; try again.",
};

export interface Failure<Where> {
  readonly where: Where;
  readonly words: Words;
  readonly again: () => void;
}

export interface Acting<Where> {
  readonly busy: Where | null;
  readonly failure: Failure<Where> | null;
  act(where: Where, step: () => Promise<void>): void;
}

/** @typeParam Where beside which button the step's message stands */
export function useAct<Where>(): Acting<Where> {
  const [busy, setBusy] = useState<Where | null>(null);
  const [failure, setFailure] = useState<Failure<Where> | null>(null);
  const running = useRef(false);

  async function run(where: Where, step: () => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(where);
    setFailure(null);
    try {
      await step();
    } catch (error) {
      const words = error instanceof HostProblem ? error.words : FAILED;
      setFailure({ where, words, again: () => void run(where, step) });
    } finally {
      running.current = false;
      setBusy(null);
    }
  }

  return { busy, failure, act: (where, step) => void run(where, step) };
}
