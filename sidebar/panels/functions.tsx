// Panel Rumus: finds a function; one that is opened is shown by parts/function.tsx.
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Words } from "../../core/words";
import { FunctionList } from "../parts/function-list";
import { Late } from "../parts/late";
import type { PanelProps } from "./all";

const WORDS = {
  back: { id: "Semua fungsi", en: "All functions" },
} as const satisfies Record<string, Words>;

const loadFunction = async () => (await import("../parts/function")).FunctionView;

export function FunctionsPanel({ host, language }: PanelProps) {
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);

  const page = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (open) page.current?.scrollIntoView?.({ block: "start" });
  }, [open]);

  function show(name: string): void {
    setOpen(name);
    setLast(name);
  }

  return (
    <div class="panel">
      <FunctionList
        query={query}
        language={language}
        hidden={open !== null}
        last={last}
        onQuery={setQuery}
        onOpen={show}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is a short cut for the button */}
      <div
        class="opened"
        ref={page}
        hidden={open === null}
        onKeyDown={(event) => event.key === "Escape" && setOpen(null)}
      >
        <button type="button" class="back" onClick={() => setOpen(null)}>
          <span aria-hidden="true">‹ </span>
          {WORDS.back[language]}
        </button>
        <Late load={loadFunction} open={open !== null} props={{ host, language, open, onOpen: show }} />
      </div>
    </div>
  );
}
