// Panel Rumus: finds a function; one that is opened is shown by parts/function.tsx.
import { useState } from "preact/hooks";
import { FunctionList } from "../parts/function-list";
import { Late } from "../parts/late";
import type { PanelProps } from "./all";

const loadFunction = async () => (await import("../parts/function")).FunctionView;

export function FunctionsPanel({ host, language }: PanelProps) {
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);

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
      <div hidden={open === null}>
        <Late
          load={loadFunction}
          open={open !== null}
          props={{ host, language, open, onOpen: show, onBack: () => setOpen(null) }}
        />
      </div>
    </div>
  );
}
