// What the spreadsheet finished although the planner had stopped waiting for it: said once, with the way back.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import { useAct } from "./act";
import type { Careful, Late } from "./careful";
import { Progress } from "./progress";
import { type Done, DoneNotice } from "./written";

const WORDS = {
  close: { id: "Tutup", en: "Close" },
  undone: {
    id: "Sudah dibatalkan; lembar kembali seperti semula.",
    en: "Taken back; the sheet is as it was.",
  },
} as const satisfies Record<string, Words>;

export function Afterwards({ on, language }: { on: Careful; language: Language }) {
  const [late, setLate] = useState<(Late & Pick<Done, "kind">) | null>(null);
  const acting = useAct<"late">();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => on.onLate(setLate), [on]);
  // It concerns no panel, so it stands above all of them: often out of view.
  useEffect(() => {
    if (late) here.current?.scrollIntoView?.({ block: "nearest" });
  }, [late]);

  // An empty element would take its distance from the next one.
  if (!late && !acting.failure) return null;
  return (
    <div ref={here}>
      <Progress of={acting} where="late" language={language} />
      {late && (
        <DoneNotice
          done={{ kind: "warning", ...late }}
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
