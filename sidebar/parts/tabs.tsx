// The panels as tabs: arrow keys move, and a panel keeps what was typed while another is in view.
import { useRef, useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import type { Panel, PanelProps } from "../panels/all";
import { Late } from "./late";

const WORDS = { panels: { id: "Bagian", en: "Sections" } } as const satisfies Record<string, Words>;

export function Tabs({ panels, ...props }: { panels: readonly Panel[]; language: Language } & PanelProps) {
  const { language } = props;
  const [current, setCurrent] = useState(panels[0]?.id ?? "");
  const tabs = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent): void {
    const at = panels.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: panels.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = panels[(to + panels.length) % panels.length];
    if (!next) return;
    setCurrent(next.id);
    tabs.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={WORDS.panels[language]} ref={tabs} onKeyDown={move}>
        {panels.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={id === current}
            tabIndex={id === current ? 0 : -1}
            onClick={() => setCurrent(id)}
          >
            {name[language]}
          </button>
        ))}
      </div>
      {panels.map(({ id, View, load }) => (
        <div
          key={id}
          role="tabpanel"
          id={`panel-${id}`}
          aria-labelledby={`tab-${id}`}
          hidden={id !== current}
        >
          {View ? <View {...props} /> : <Late load={load} open={id === current} {...props} />}
        </div>
      ))}
    </>
  );
}
