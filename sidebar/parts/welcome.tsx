// The first card: two ways to begin, or none of them.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { SelfTest } from "./self-test";

const WORDS = {
  heading: { id: "Mulai dari mana?", en: "Where to begin?" },
  intro: {
    id: "Lihat dulu satu contoh yang sudah jadi, atau langsung pakai angka daerah Anda.",
    en: "Look at a finished example first, or begin with your own region's figures.",
  },
  example: { id: "Contoh Kendari", en: "Kendari example" },
  own: { id: "Pakai data saya", en: "Use my data" },
  skip: { id: "Lewati", en: "Skip" },
} as const satisfies Record<string, Words>;

export function Welcome(props: {
  host: Host | null;
  language: Language;
  /** How often it was asked for: then, and only then, it takes the keyboard. */
  asked: number;
  onExample: () => void;
  onOwn: () => void;
  onSkip: () => void;
}) {
  const { language, host, asked } = props;
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (asked > 0) first.current?.focus();
  }, [asked]);
  return (
    <section
      class="welcome"
      aria-labelledby="welcome-heading"
      onKeyDown={(event) => event.key === "Escape" && props.onSkip()}
    >
      <h2 id="welcome-heading">{WORDS.heading[language]}</h2>
      <p>{WORDS.intro[language]}</p>
      <div class="buttons">
        <button type="button" class="main" ref={first} onClick={props.onExample}>
          {WORDS.example[language]}
        </button>
        <button type="button" onClick={props.onOwn}>
          {WORDS.own[language]}
        </button>
        <button type="button" class="quiet" onClick={props.onSkip}>
          {WORDS.skip[language]}
        </button>
      </div>
      {host && <SelfTest host={host} language={language} />}
    </section>
  );
}
