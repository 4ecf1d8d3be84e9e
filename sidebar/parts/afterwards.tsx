// What the spreadsheet finished although the planner had stopped waiting for it: said once, with the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import { useAct } from "./act";
import type { Careful } from "./careful";
import { Progress } from "./progress";
import { waysOf } from "./ways";
import { type Done, DoneNotice } from "./written";

const WORDS = {
  close: { id: "Tutup", en: "Close" },
  undone: {
    id: "Sudah dibatalkan; lembar kembali seperti semula.",
    en: "Taken back; the sheet is as it was.",
  },
} as const satisfies Record<string, Words>;

export function Afterwards({ on, language }: { on: Careful; language: Language }) {
  const [late, setLate] = useState<Done | null>(null);
  const acting = useAct<"late">();
  const here = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      on.onLate(({ words, written }) =>
        setLate({ kind: "warning", words, ...(on.host && written && waysOf(on.host, ...written)) }),
      ),
    [on],
  );
  // It concerns no panel, so it stands above all of them: often out of view.
  useEffect(() => {
    if (late) here.current?.scrollIntoView?.({ block: "nearest" });
  }, [late]);

  // An empty element would take its distance from the next one.
  if (!late && !acting.failure) return null;
  return (
    <div class="messages" ref={here}>
      <Progress of={acting} where="late" language={language} />
      {late && (
        <DoneNotice
          done={late}
          acting={acting}
          where="late"
          language={language}
          onUndone={() => setLate({ kind: "done", words: WORDS.undone })}
        >
          <button type="button" onClick={() => setLate(null)}>
            {WORDS.close[language]}
          </button>
        </DoneNotice>
      )}
    </div>
  );
}
