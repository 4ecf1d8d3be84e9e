// The panels as tabs: arrow keys move, and a panel keeps what was typed while another is in view.
import { useEffect, useRef } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import type { Panel, PanelProps } from "../panels/all";
import { Late } from "./late";
import { showUnseen } from "./live";

const WORDS = { panels: { id: "Bagian", en: "Sections" } } as const satisfies Record<string, Words>;

interface TabsProps extends PanelProps {
  /** Those with an icon are opened from the heading; the others are tabs. */
  readonly panels: readonly Panel[];
  readonly language: Language;
  readonly current: string;
  readonly onOpen: (panel: string) => void;
}

export function Tabs({ panels, current, onOpen, ...props }: TabsProps) {
  const { language } = props;
  const shown = panels.filter(({ icon }) => icon === undefined);
  const inTabs = shown.some(({ id }) => id === current);
  const tabs = useRef<HTMLDivElement>(null);

  useEffect(() => showUnseen(document.getElementById(`panel-${current}`)), [current]);

  function move(event: KeyboardEvent): void {
    const at = shown.findIndex(({ id }) => id === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = shown[(to + shown.length) % shown.length];
    if (!next) return;
    onOpen(next.id);
    tabs.current?.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }

  return (
    <>
      <div class="tabs" role="tablist" aria-label={WORDS.panels[language]} ref={tabs} onKeyDown={move}>
        {shown.map(({ id, name }, i) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            aria-selected={id === current}
            tabIndex={id === current || (!inTabs && i === 0) ? 0 : -1}
            onClick={() => onOpen(id)}
          >
            {name[language]}
          </button>
        ))}
      </div>
      {panels.map(({ id, icon, View, load }) => (
        <div
          key={id}
          id={`panel-${id}`}
          {...(!icon && { role: "tabpanel", "aria-labelledby": `tab-${id}` })}
          hidden={id !== current}
        >
          {View ? <View {...props} /> : <Late load={load} open={id === current} props={props} />}
        </div>
      ))}
    </>
  );
}
