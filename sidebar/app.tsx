// The sidebar both hosts ship: a heading with the language switch, the first card, and the panels.
import { render } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { SETTINGS_SHEET } from "../core/settings-sheet";
import { VERSION } from "../core/version";
import type { Language, Words } from "../core/words";
import { type Host, HostProblem } from "./host";
import { PANELS } from "./panels/all";
import { useAct } from "./parts/act";
import { careful, GivenUp } from "./parts/careful";
import { Live, Messages } from "./parts/live";
import { hasSeen, markSeen, remembers } from "./parts/memory";
import { Notice } from "./parts/notice";
import { isOff } from "./parts/off";
import type * as Opened from "./parts/opening";
import { type Errand, type Following, NO_FILE_SETTINGS, type Pane, PaneContext } from "./parts/pane";
import { keepPlace } from "./parts/place";
import { Progress } from "./parts/progress";
import { Tabs } from "./parts/tabs";
import { Waiting } from "./parts/waiting";
import { Welcome } from "./parts/welcome";

const WORDS = {
  name: { id: "Perencana UCJ", en: "UCJ Planner" },
  language: { id: "Bahasa", en: "Language" },
  outside: {
    id: "Panel ini belum terhubung ke lembar kerja. Buka lewat tombol Perencana UCJ di Excel; di sini Anda bisa melihat contohnya.",
    en: "This pane is not connected to a spreadsheet. Open it with the UCJ Planner button in Excel; here you can look at the example.",
  },
} as const satisfies Record<string, Words>;

const NOT_READ: Words = {
  id: "Pengaturan di berkas ini belum terbaca; mungkin sambungan internet terputus. Rumus tetap bisa dicari.",
  en: "The settings in this file have not been read; the connection may be down. Formulas can be searched.",
};

const NOT_WAITED_FOR: Words = {
  id: "Pengaturan di berkas ini tidak ditunggu lagi; isian awal memakai bawaan.",
  en: "No longer waiting for the settings in this file; fields begin with the defaults.",
};

const LANGUAGES: readonly { value: Language; label: string; name: string }[] = [
  { value: "id", label: "ID", name: "Bahasa Indonesia" },
  { value: "en", label: "EN", name: "English" },
];

/** The first card; it waits for the file's settings where this browser remembers nothing. */
type Card = "waiting" | "shown" | "left";

const TABS = PANELS.filter(({ icon }) => icon === undefined);

function App({ host: given }: { host: Host | null }) {
  const on = useMemo(() => careful(given), [given]);
  const { host } = on;
  const [settings, setSettings] = useState(NO_FILE_SETTINGS);
  const [chosen, setChosen] = useState<Language | null>(null);
  const [current, setCurrent] = useState(PANELS[0]?.id ?? "");
  const [errand, setErrand] = useState<Pane["errand"]>(null);
  const [card, setCard] = useState<Card>(hasSeen("welcome") ? "left" : remembers() ? "shown" : "waiting");
  /** How often the card was asked for. */
  const [asked, setAsked] = useState(0);
  const [opened, setOpened] = useState<typeof Opened | null>(null);
  const [running, setRunning] = useState(0);
  const [late, setLate] = useState(0);
  const reading = useAct<"file">();
  const own = useRef<HTMLDivElement>(null);
  const begun = useRef(false);
  const unread = useRef<HTMLDivElement>(null);
  useEffect(() => on.onLate(() => setLate((now) => now + 1)), [on]);
  useEffect(() => (own.current ? keepPlace(own.current) : undefined), []);

  const language = chosen ?? settings.language ?? given?.language ?? "id";
  document.documentElement.lang = language;

  const reread = (then?: () => void): Promise<boolean> =>
    reading.act("file", async () => {
      let isNew = true;
      // Asked for while the part that reads it is on its way.
      const sheet = host?.readSheet(SETTINGS_SHEET);
      sheet?.catch(() => undefined);
      try {
        const opened = await import("./parts/opening").catch(() => {
          throw new HostProblem(NOT_READ);
        });
        setOpened(opened);
        if (!sheet) return;
        const block = await sheet.catch((problem) => {
          throw problem instanceof GivenUp ? new HostProblem(NOT_WAITED_FOR) : problem;
        });
        const next = opened.settingsIn(block);
        // A file with settings was made with this pane.
        isNew = Object.keys(next.places).length === 0;
        if (next.language !== settings.language) setChosen(null);
        setSettings(next);
        then?.();
      } finally {
        // Nothing moves away from under the hand of whoever has begun.
        const next = isNew && !begun.current ? "shown" : "left";
        setCard((now) => (now === "waiting" ? next : now));
      }
    });
  useEffect(() => void reread(), [host]);
  // Asked for at the end of a long form.
  useEffect(() => {
    if (reading.failure) unread.current?.scrollIntoView?.({ block: "nearest" });
  }, [reading.failure]);

  const toTab = (panel: string): void => document.getElementById(`tab-${panel}`)?.focus();
  /** Whoever finds a panel needs no card. */
  function open(panel: string, task?: Errand): void {
    // What sent the planner there goes out of sight.
    if (!document.activeElement?.closest(".bar, .tabs")) toTab(panel);
    setCurrent(panel);
    if (task) setErrand({ panel, errand: task });
    leaveCard();
  }
  function follow(): Following {
    const following = on.follow();
    setRunning((now) => now + 1);
    const end = (): void => {
      following.end();
      setRunning((now) => now - 1);
    };
    return { ...following, end };
  }
  function leaveCard(): void {
    setCard("left");
    markSeen("welcome");
  }
  const pane: Pane = {
    follow,
    late,
    isBusy: running > 0,
    settings,
    reread,
    open,
    welcome: () => {
      setCard("shown");
      setAsked((now) => now + 1);
    },
    errand,
    done: () => setErrand(null),
  };

  return (
    <Live>
      <PaneContext.Provider value={pane}>
        <div
          class="app"
          ref={own}
          onPointerDownCapture={() => {
            begun.current = true;
          }}
          onKeyDownCapture={() => {
            begun.current = true;
          }}
          onClickCapture={(event) => {
            if (!isOff(event.target)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        >
          <header class="bar">
            <h1>{WORDS.name[language]}</h1>
            <fieldset class="languages">
              <legend class="hidden">{WORDS.language[language]}</legend>
              {LANGUAGES.map(({ value, label, name }) => (
                <label key={value} title={name}>
                  <input
                    type="radio"
                    name="language"
                    lang={value}
                    aria-label={name}
                    checked={language === value}
                    onChange={() => setChosen(value)}
                  />
                  <span aria-hidden="true">{label}</span>
                </label>
              ))}
            </fieldset>
            {PANELS.map(
              ({ id, name, icon }) =>
                icon && (
                  <button
                    key={id}
                    type="button"
                    class="aside"
                    id={`tab-${id}`}
                    aria-label={name[language]}
                    title={name[language]}
                    aria-pressed={current === id}
                    onClick={() => open(current === id ? (TABS[0]?.id ?? "") : id)}
                  >
                    <span aria-hidden="true">{icon}</span>
                  </button>
                ),
            )}
          </header>
          {given === null && <Notice kind="note" words={WORDS.outside} language={language} />}
          <Messages near={unread}>
            {reading.failure && <Progress of={reading} where="file" language={language} />}
            {opened && (
              <opened.Opening on={on} host={host} language={language} inSettings={current === "settings"} />
            )}
            {card === "shown" && (
              <Welcome
                host={host}
                language={language}
                asked={asked}
                onExample={() => open("table", "example")}
                onOwn={() => open("table", "own")}
                onSkip={() => {
                  toTab(current);
                  leaveCard();
                }}
              />
            )}
          </Messages>
          <Tabs panels={PANELS} current={current} onOpen={open} host={host} language={language} />
          <Waiting on={on} language={language} />
          <footer class="foot">UCJ {VERSION}</footer>
        </div>
      </PaneContext.Provider>
    </Live>
  );
}

/** null: the page is open outside a spreadsheet, where only the example can be looked at. */
export function mount(root: HTMLElement, host: Host | null): void {
  render(<App host={host} />, root);
}
