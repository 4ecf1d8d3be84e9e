// A panel that is loaded after the first view: waits without being asked, says so when it cannot be had.
import { useEffect, useState } from "preact/hooks";
import type { Words } from "../../core/words";
import type { Panel, PanelProps } from "../panels/all";
import { Notice } from "./notice";

const WORDS = {
  loading: { id: "Memuat bagian ini …", en: "Loading this section …" },
  failed: {
    id: "Bagian ini belum termuat; mungkin sambungan internet terputus. Isi bagian lain tetap ada.",
    en: "This section has not loaded; the connection may be down. What the other sections hold is kept.",
  },
  again: { id: "Coba lagi", en: "Try again" },
} as const satisfies Record<string, Words>;

/** Panels are fetched this long after the first view, before anyone opens them. */
const SETTLED = 300;

interface LateProps extends PanelProps {
  readonly load: Panel["load"] | undefined;
  readonly open: boolean;
}

export function Late({ load, open, ...props }: LateProps) {
  const { language } = props;
  const [View, setView] = useState<Panel["View"]>();
  const [failed, setFailed] = useState(false);
  const [opened, setOpened] = useState(open);
  if (open && !opened) setOpened(true);

  function fetch(): void {
    setFailed(false);
    load?.().then(
      (view) => setView(() => view),
      () => setFailed(true),
    );
  }
  useEffect(() => {
    const timer = setTimeout(fetch, SETTLED);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (open && !View) fetch();
  }, [open]);

  if (View && opened) return <View {...props} />;
  return (
    <section aria-busy={!failed}>
      {failed ? (
        <>
          <Notice kind="problem" words={WORDS.failed} language={language} />
          <button type="button" class="main" onClick={fetch}>
            {WORDS.again[language]}
          </button>
        </>
      ) : (
        <p class="hint">{WORDS.loading[language]}</p>
      )}
    </section>
  );
}
