// What is loaded after the first view: comes without being asked, and says so when it cannot be had.
import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import { Notice } from "./notice";

export const NOT_LOADED: Words = {
  id: "Bagian ini belum termuat; mungkin sambungan internet terputus. Isi bagian lain tetap ada.",
  en: "This section has not loaded; the connection may be down. What the other sections hold is kept.",
};

const WORDS = {
  loading: { id: "Memuat bagian ini …", en: "Loading this section …" },
  again: { id: "Coba lagi", en: "Try again" },
} as const satisfies Record<string, Words>;

/** Whoever waits this long is told so; what still comes is shown. */
const LONG = 15_000;

/** It is fetched this long after the first view, before anyone opens it. */
const SETTLED = 300;

interface LateProps<P> {
  readonly load: (() => Promise<FunctionComponent<P>>) | undefined;
  /** In view. */
  readonly open: boolean;
  /** What the loaded view gets. */
  readonly props: P & { readonly language: Language };
}

export function Late<P>({ load, open, props }: LateProps<P>) {
  const { language } = props;
  const [View, setView] = useState<FunctionComponent<P>>();
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
    if (open) return undefined;
    const timer = setTimeout(fetch, SETTLED);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (open && !View) fetch();
  }, [open]);
  useEffect(() => {
    if (!open || View || failed) return undefined;
    const timer = setTimeout(() => setFailed(true), LONG);
    return () => clearTimeout(timer);
  }, [open, View, failed]);

  // Once opened it stays, and with it what was typed.
  if (View && opened) return <View {...props} />;
  return (
    <section aria-busy={!failed}>
      {failed ? (
        <Notice kind="problem" words={NOT_LOADED} language={language}>
          <div class="buttons">
            <button type="button" onClick={fetch}>
              {WORDS.again[language]}
            </button>
          </div>
        </Notice>
      ) : (
        <p class="hint">{WORDS.loading[language]}</p>
      )}
    </section>
  );
}
