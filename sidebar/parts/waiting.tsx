// What the pane shows while the spreadsheet takes its time: that it is waited for, why it may take long, and a way out.
import { useEffect, useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import type { Careful, Wait } from "./careful";
import { Messages } from "./live";

const WORDS = {
  stop: { id: "Hentikan", en: "Stop" },
  leave: { id: "Jangan tunggu lagi", en: "Wait no longer" },
  busy: { id: "Sedang bekerja …", en: "Working …" },
  stopping: { id: "Sedang berhenti …", en: "Stopping …" },
} as const satisfies Record<string, Words>;

/** Shorter waits pass without a word. */
const SOON = 300;
const LATE = 10_000;

const waiting = (app: string): Words => ({ id: `Menunggu ${app} …`, en: `Waiting for ${app} …` });
const late = (app: string): Words => ({
  id: `${app} belum menjawab. Bila sebuah sel sedang disunting, tekan Enter atau Esc di lembar; atau hentikan, lalu coba lagi.`,
  en: `${app} has not answered. If a cell is being edited, press Enter or Esc in the sheet; or stop, and try again.`,
});

export function Waiting({ on, language }: { on: Careful; language: Language }) {
  const [wait, setWait] = useState<Wait | null>(null);
  const [shown, setShown] = useState<"no" | "soon" | "late">("no");

  useEffect(() => on.watch(setWait), [on]);
  const isWaiting = wait !== null;
  useEffect(() => {
    setShown("no");
    if (!isWaiting) return undefined;
    const soon = setTimeout(() => setShown("soon"), SOON);
    const then = setTimeout(() => setShown("late"), LATE);
    return () => {
      clearTimeout(soon);
      clearTimeout(then);
    };
  }, [isWaiting]);

  const share = wait?.stopping ? undefined : wait?.share;
  return (
    <Messages class="waiting">
      {wait && shown !== "no" && (
        <>
          <p id="waiting">{wordsOf(wait, shown === "late")[language]}</p>
          <progress aria-labelledby="waiting" value={wait.share} />
          {share !== undefined && <span>{Math.floor(share * 100)} %</span>}
          <button type="button" onClick={on.giveUp}>
            {(wait.stopping ? WORDS.leave : WORDS.stop)[language]}
          </button>
        </>
      )}
    </Messages>
  );
}

function wordsOf({ app, share, stopping }: Wait, isLate: boolean): Words {
  if (stopping) return WORDS.stopping;
  if (share !== undefined || !app) return WORDS.busy;
  return isLate ? late(app) : waiting(app);
}
