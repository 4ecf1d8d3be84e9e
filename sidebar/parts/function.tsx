// One function: what it means, a try on typed figures or cells, its formula into the sheet. Loaded after the list.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { catalogue } from "../../core/catalogue";
import type { Example } from "../../core/define";
import { EXCEL, SHEETS_ID, type Style } from "../../core/exchange/tokens";
import type { Language, Words } from "../../core/words";
import { HostProblem } from "../host";
import type { PanelProps } from "../panels/all";
import { useAct } from "./act";
import { Answer } from "./answer";
import { Argument } from "./argument";
import { at, begun, type Given, isEmpty, missing, take, tried, typedExample } from "./given";
import { Insert, type Inserting } from "./insert";
import { Messages } from "./live";
import { useSettings } from "./pane";
import { Progress } from "./progress";
import { Reference } from "./reference";

const WORDS = {
  fields: { id: "Coba", en: "Try it" },
  numbers: {
    id: "Tulis angka seperti biasa: 140.940, 33,6%, Rp 3 miliar. Beberapa baris: pisahkan dengan titik koma.",
    en: "Type numbers as Indonesians do: 140.940, 33,6%, Rp 3 miliar. Several rows: part them with semicolons.",
  },
  settings: {
    id: "Sebagian isian diambil dari lembar UCJ_Pengaturan; boleh diganti di sini.",
    en: "Some fields begin with sheet UCJ_Pengaturan; change them here as you like.",
  },
  own: { id: "Kembalikan isian saya", en: "Bring back what I typed" },
  example: {
    id: "Isian diganti contoh.",
    en: "What you typed was replaced by the example.",
  },
} as const satisfies Record<string, Words>;

const NOTHING_SELECTED = new HostProblem({
  id: "Pilihan kosong. Pilih sel atau kolom berisi angka, lalu coba lagi.",
  en: "The selection is empty. Select a cell or column with figures and try again.",
});

const usual = (language: Language): Style => (language === "id" ? SHEETS_ID : EXCEL);

const isStyle = (style: Style): boolean =>
  [",", ";"].includes(style?.separator) && [",", "."].includes(style?.decimal);

const NOTHING_INSERTED: Inserting = {};

type PerFunction<T> = Readonly<Record<string, T>>;

export interface FunctionViewProps extends PanelProps {
  /** null while the list is in view. */
  readonly open: string | null;
  readonly onOpen: (name: string) => void;
}

export function FunctionView({ host, language, open, onOpen }: FunctionViewProps) {
  const [fields, setFields] = useState<PerFunction<readonly Given[]>>({});
  /** What an example replaced. */
  const [own, setOwn] = useState<PerFunction<readonly Given[]>>({});
  const [insertions, setInsertions] = useState<PerFunction<Inserting>>({});
  const [style, setStyle] = useState<Style | null>(null);
  const acting = useAct<string>();
  const reading = useAct<"marks">("unasked");
  const detail = useRef<HTMLElement>(null);

  const fn = catalogue.find(({ name }) => name === open);
  const { typed } = useSettings();
  const first = useMemo(() => (fn ? begun(fn, typed) : []), [fn, typed]);
  const givens = (fn && fields[fn.name]) ?? first;
  const outcome = useMemo(
    () => (fn && missing(fn, givens).length === 0 ? tried(fn, givens) : undefined),
    [fn, givens],
  );

  useLayoutEffect(() => {
    if (!open) return;
    detail.current?.querySelector("h2")?.focus({ preventScroll: true });
  }, [open]);
  useEffect(() => {
    if (open && !style && host) readMarks();
  }, [open]);

  const readMarks = () =>
    reading.act("marks", async () => {
      const marks = await host?.marks();
      if (marks && isStyle(marks)) setStyle(marks);
    });

  const fill = (name: string, next: readonly Given[]) => setFields((all) => ({ ...all, [name]: next }));
  const put = (name: string, i: number, given: Given) =>
    setFields((all) => {
      const next = [...(all[name] ?? first)];
      next[i] = given;
      return { ...all, [name]: Array.from(next, (_, n) => at(next, n)) };
    });

  const takeInto = (name: string, i: number, where: string) =>
    acting.act(where, async () => {
      if (!host) return;
      const given = take(await host.readSelection());
      if (!given) throw NOTHING_SELECTED;
      put(name, i, given);
    });

  function tryExample(example: Example): void {
    const next = fn && typedExample(fn, example);
    if (!next) return;
    if (!own[fn.name] && givens !== first && givens.some((given) => !isEmpty(given)))
      setOwn({ ...own, [fn.name]: givens });
    fill(fn.name, next);
    detail.current?.querySelector("h2")?.focus({ preventScroll: true });
    detail.current?.querySelector(".try")?.scrollIntoView?.({ block: "start" });
  }

  function bringBack(): void {
    if (!fn) return;
    fill(fn.name, own[fn.name] ?? []);
    const { [fn.name]: _, ...rest } = own;
    setOwn(rest);
  }

  if (!fn) return null;
  return (
    <article class="function" ref={detail} aria-labelledby="function-name">
      <h2 id="function-name" tabIndex={-1}>
        {fn.name}
      </h2>
      <p class="intro">{fn.about[language]}</p>
      <section class="try" aria-labelledby="try-heading">
        <h3 id="try-heading">{WORDS.fields[language]}</h3>
        {fn.params.length > 0 && <p class="hint">{WORDS.numbers[language]}</p>}
        {first.length > 0 && <p class="hint">{WORDS.settings[language]}</p>}
        {own[fn.name] && (
          <p class="own">
            {WORDS.example[language]}{" "}
            <button type="button" onClick={bringBack}>
              {WORDS.own[language]}
            </button>
          </p>
        )}
        {fn.params.map((param, i) => {
          const id = `try-${fn.name}-${param.name}`;
          return (
            <Argument
              key={id}
              id={id}
              param={param}
              given={at(givens, i)}
              language={language}
              acting={acting}
              onTake={host ? () => takeInto(fn.name, i, id) : undefined}
              onInput={(text) => put(fn.name, i, { text })}
            />
          );
        })}
        <Answer fn={fn} givens={givens} outcome={outcome} language={language} />
      </section>
      <Insert
        host={host}
        fn={fn}
        givens={givens}
        outcome={outcome}
        style={style ?? usual(language)}
        language={language}
        acting={acting}
        inserting={insertions[fn.name] ?? NOTHING_INSERTED}
        onInserting={(next) => setInsertions((all) => ({ ...all, [fn.name]: next }))}
      />
      <Messages>
        <Progress of={reading} where="marks" language={language} />
      </Messages>
      <Reference fn={fn} language={language} onExample={tryExample} onOpen={onOpen} />
    </article>
  );
}
