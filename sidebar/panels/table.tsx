// Panel Tabel: a kind of table, where its figures come from, what was read, the preview, writing it, and writing it anew.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Block } from "../../core/block";
import { isRefusal, type Refusal } from "../../core/refuse";
import { makeTable, type ReadFor, readFor, TABLES, tableKind } from "../../core/tables/all";
import type { ChartFate } from "../../core/tables/drawn";
import { type FoundTable, mappingFor } from "../../core/tables/found";
import { startOf, type TableKind, type TableOption, type Typed } from "../../core/tables/kind";
import { choicesOf, fitsAgain, type Mapping, mapped, mappingOf } from "../../core/tables/mapping";
import type { Output } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import { pastedBlock } from "../../core/tables/pasted";
import { howMany, type Language, same, type Words } from "../../core/words";
import { type Host, HostProblem, type Place, type Spot, type Watch } from "../host";
import { useAct } from "../parts/act";
import { type Choice, Choices } from "../parts/choices";
import { described, Field } from "../parts/field";
import { FoundTables } from "../parts/found-tables";
import { Messages } from "../parts/live";
import { MappingFields } from "../parts/mapping";
import { Notice } from "../parts/notice";
import { off } from "../parts/off";
import { OptionFields } from "../parts/options";
import { useErrand, useSettings } from "../parts/pane";
import { Preview } from "../parts/preview";
import { Progress } from "../parts/progress";
import { findTables, NoSource, type Rewritten, refresh, rewrite, sourceOf } from "../parts/rewrite";
import { waysOf } from "../parts/ways";
import { type Done, DoneNotice } from "../parts/written";

const WORDS = {
  heading: { id: "Buat tabel", en: "Make a table" },
  kind: { id: "Tabel", en: "Table" },
  from: { id: "Sumber angka", en: "Where the figures are" },
  take: { id: "Ambil dari pilihan", en: "Take the selection" },
  takeSheet: { id: "Ambil seluruh lembar", en: "Take the whole sheet" },
  takeText: { id: "Baca teks", en: "Read the text" },
  paste: { id: "Tabel tempelan, dengan baris judulnya", en: "A pasted table with its heading row" },
  without: { id: "Isi tanpa sumber", en: "Fill in without a source" },
  understood: { id: "Yang terbaca", en: "What was read" },
  options: { id: "Keterangan dan pilihan", en: "Details and choices" },
  output: { id: "Isi tabel", en: "Table contents" },
  place: { id: "Tempat tabel", en: "Where to put it" },
  write: { id: "Tulis tabel", en: "Write the table" },
  renew: { id: "Perbarui tabel", en: "Write the table anew" },
  leave: { id: "Jangan perbarui; tulis sebagai tabel lain", en: "Leave it; write another table" },
  overwrite: { id: "Timpa", en: "Overwrite" },
  findFree: { id: "Cari tempat kosong", en: "Find a free place" },
  newSheet: { id: "Lembar baru", en: "New sheet" },
  choose: {
    id: "Sumber tabel itu tidak ada di berkas. Pilih angkanya di lembar lalu tekan Ambil, kemudian Perbarui tabel; keterangan dan pilihannya sudah terisi.",
    en: "The table's source is not in the file. Select the figures in the sheet and press Take, then Write the table anew; its details and choices are filled in.",
  },
  undone: {
    id: "Tabel sudah dibatalkan; lembar kembali seperti semula.",
    en: "The table was taken back; the sheet is as it was.",
  },
  emptySheet: {
    id: "Lembar ini masih kosong. Buka lembar yang berisi angkanya, lalu tekan lagi.",
    en: "This sheet is empty. Open the sheet that holds the figures, then press again.",
  },
} as const satisfies Record<string, Words>;

const OUTPUTS: readonly Choice<Output>[] = [
  {
    value: "plain",
    name: { id: "Rumus biasa", en: "Plain formulas" },
    about: { id: "Hidup di mana saja, juga tanpa add-in", en: "Live everywhere, also without the add-in" },
  },
  {
    value: "live",
    name: { id: "Fungsi UCJ dengan cadangan", en: "UCJ functions with a fallback" },
    about: {
      id: "Memakai rumus biasa bila add-in tidak ada",
      en: "Plain formulas take over without the add-in",
    },
  },
  {
    value: "values",
    name: { id: "Nilai saja", en: "Values only" },
    about: { id: "Angka mati, tidak ikut berubah", en: "Fixed numbers that do not change" },
  },
];

const PLACES: readonly Choice<Place>[] = [
  { value: "newSheet", name: WORDS.newSheet },
  { value: "here", name: { id: "Mulai di sel terpilih", en: "From the selected cell" } },
  { value: "free", name: { id: "Di bawah isi lembar ini", en: "Below what this sheet holds" } },
];

type From = "selection" | "sheet" | "text";

const FROMS: readonly Choice<From>[] = [
  { value: "selection", name: { id: "Pilihan di lembar", en: "The selection" } },
  { value: "sheet", name: { id: "Seluruh lembar", en: "The whole sheet" } },
  { value: "text", name: { id: "Teks tempelan", en: "Pasted text" } },
];
const TAKE: Record<From, Words> = { selection: WORDS.take, sheet: WORDS.takeSheet, text: WORDS.takeText };

const typedSaid = (count: number): Words => ({
  id: ` Yang diketik di sel kosongnya tetap: ${count} sel.`,
  en: ` What was typed into its blank cells stays: ${howMany(count, "cell")}.`,
});

/** What is said of formats where rows moved. */
const shapeSaid = (before: number, now: number): Words =>
  before === now
    ? {
        id: " Susunan barisnya lain, jadi format tabel ditulis ulang.",
        en: " Its rows are arranged otherwise, so its formats were written anew.",
      }
    : {
        id: ` Barisnya berubah dari ${before} menjadi ${now}, jadi format tabel ditulis ulang.`,
        en: ` It went from ${before} rows to ${now}, so its formats were written anew.`,
      };

const beingChanged = ({ title, sheet, address }: FoundTable): Words => ({
  id: `Tabel “${title}” di lembar “${sheet}”, ${address} sedang diubah. Ganti keterangan, pilihan, atau kolomnya di bawah ini, lalu tekan Perbarui tabel.`,
  en: `The table “${title}” on sheet “${sheet}”, ${address} is being changed. Change its details, choices or columns below, then press Write the table anew.`,
});

/** What became of the table's chart. */
const CHARTS: Readonly<Record<ChartFate, Words>> = {
  none: same(""),
  followed: { id: " Grafiknya ikut.", en: " Its chart follows." },
  gone: {
    id: " Grafiknya tidak ada lagi di lembar itu; tulis tabel sebagai tabel lain bila perlu grafik.",
    en: " Its chart is no longer on that sheet; write the table as another one where you need a chart.",
  },
  mute: {
    id: " Excel versi ini tidak memberi tahu rentang grafik: klik grafiknya, lalu tarik batas rentangnya bila barisnya berubah.",
    en: " This version of Excel does not tell what a chart plots: click the chart and drag its range where rows changed.",
  },
  several: {
    id: " Beberapa grafik memakai tabel ini, jadi tidak ada yang diubah; periksa rentangnya.",
    en: " Several charts use this table, so none was changed; check their ranges.",
  },
  other: {
    id: " Grafiknya tidak diubah karena serinya bukan lagi seri tabel ini; hapus grafik itu dan tulis tabel ke lembar baru untuk grafik yang cocok.",
    en: " Its chart was not changed because its series are no longer this table's; delete that chart and write the table to a new sheet for one that fits.",
  },
};

/** Beside which buttons a message stands: those that read, those that write, those of the tables in the file. */
type Where = "source" | "write" | "file";

interface Said extends Done {
  readonly where: Where;
}

/** What the table in view is made of; without a block its options are all. */
interface Given {
  readonly block?: Block;
  readonly mapping?: Mapping;
}

const exampleBlock = ({ example }: TableKind): Block | undefined =>
  example.cells && {
    sheet: "",
    row: 0,
    column: 0,
    cells: example.cells,
    hiddenRows: [],
    merged: false,
    selected: example.cells.flat().length,
  };

const exampleName = ({ example }: TableKind): Words => {
  const region = (example.typed.region ?? "").replace(/^(Kota|Kab\.|Provinsi) /, "");
  return { id: `Contoh ${region}`.trim(), en: region ? `${region} example` : "Example" };
};

export function TablePanel({ host, language }: { host: Host | null; language: Language }) {
  const [id, setId] = useState("segment");
  const [from, setFrom] = useState<From>("selection");
  const [given, setGiven] = useState<Given | null>(null);
  /** By kind of table, so that going back finds everything as it was left. */
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [output, setOutput] = useState<Output>("plain");
  const [place, setPlace] = useState<Place>("newSheet");
  const [said, setSaid] = useState<Said | null>(null);
  const [conflict, setConflict] = useState<Spot | null>(null);
  const [tables, setTables] = useState<readonly FoundTable[] | null>(null);
  /** The written table that is being changed. */
  const [changing, setChanging] = useState<FoundTable | null>(null);
  const acting = useAct<Where>();
  const looking = useAct<"file">("unasked");
  const looked = useRef<Promise<unknown>>(Promise.resolve());
  const busy = acting.isBusy;
  const near = useRef<HTMLDivElement>(null);
  const taken = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const takeButton = useRef<HTMLButtonElement>(null);
  /** Columns as the planner set them, by kind of table. */
  const kept = useRef(new Map<string, Mapping>());
  const { typed: settings } = useSettings();

  // What a write answered appears below its button, often below the fold.
  useEffect(() => {
    if (said?.where === "write" || acting.failure?.where === "write" || conflict)
      near.current?.scrollIntoView?.({ block: "nearest" });
  }, [said, acting.failure, conflict]);
  // So does what was read, in a narrow pane.
  const block = given?.block;
  const unread = said?.where === "source" ? said : acting.failure?.where === "source" && acting.failure;
  useEffect(() => {
    if (block || unread) taken.current?.scrollIntoView?.({ block: "nearest" });
  }, [block, unread]);

  const kind = tableKind(id);
  /** Another kind may be chosen while figures are on their way. */
  const wanted = useRef(kind);
  wanted.current = kind;
  // A raw sheet may hold the whole country: it is read when it changes, not at every key.
  const read = useMemo(
    (): ReadFor | Refusal | undefined => given?.block && readFor(kind, given.block, given.mapping),
    [kind, given],
  );
  const source = read && !isRefusal(read) ? read.source : undefined;
  const own = typed[id] ?? {};
  const textOf = (option: TableOption): string => own[option.id] ?? startOf(option, source, settings);
  const told: Typed = Object.fromEntries(kind.options.map((option) => [option.id, textOf(option)]));
  const made = useMemo(
    () => (given && !(read && isRefusal(read)) ? makeTable(kind, source, told, language) : undefined),
    [kind, given, read, JSON.stringify(told), language],
  );
  const table = made && !isRefusal(made) ? made : undefined;
  const problem = read && isRefusal(read) ? read.refusal : made && isRefusal(made) ? made.refusal : undefined;

  /** What was said there before is replaced; a look at the sheet replaces nothing. */
  const act = (where: Where, step: (watch: Watch) => Promise<void>): Promise<boolean> =>
    acting.act(where, async (watch) => {
      if (said?.where === where) setSaid(null);
      setConflict(null);
      await step(watch);
    });
  const say = (where: Where, done: Done): void => setSaid({ where, ...done });
  function clear(): void {
    acting.forget();
    setSaid(null);
    setConflict(null);
  }

  function show(block: Block | Refusal): void {
    const { id, wants } = wanted.current;
    const guess = isRefusal(block) ? block : mappingOf(block, wants);
    if (isRefusal(block) || isRefusal(guess)) {
      setGiven(null);
      say("source", { kind: "problem", words: (guess as Refusal).refusal });
      return;
    }
    const before = kept.current.get(id);
    setGiven({ block, mapping: before && fitsAgain(before, guess) ? before : guess });
  }

  const take = () =>
    act("source", async () => {
      if (from === "text") return show(pastedBlock(box.current?.value ?? ""));
      if (!host) return;
      const block = from === "sheet" ? await host.readSheet(null) : await host.readSelection();
      show(
        block && (from === "selection" || block.cells.length > 0)
          ? block
          : { refusal: WORDS.emptySheet, as: "missing" },
      );
    });

  function example(of = kind): void {
    clear();
    setChanging(null);
    setId(of.id);
    setTyped({ ...typed, [of.id]: of.example.typed });
    const block = exampleBlock(of);
    const guess = block && mappingOf(block, of.wants);
    setGiven(block && guess && !isRefusal(guess) ? { block, mapping: guess } : {});
  }

  useErrand("table", (errand) => {
    if (errand === "example") example(tableKind("segment"));
    else takeButton.current?.focus();
  });

  function choose(next: string): void {
    setId(next);
    clear();
    setChanging(null);
    const block = given?.block;
    // The same figures may serve another table; its own columns are recognised anew.
    const guess = block && block.sheet !== "" ? mappingOf(block, tableKind(next).wants) : undefined;
    setGiven(block && guess && !isRefusal(guess) ? { block, mapping: guess } : null);
  }

  function changeColumn(column: number, is: Parameters<typeof mapped>[2]): void {
    if (!given?.mapping) return;
    const mapping = mapped(given.mapping, column, is);
    kept.current.set(id, mapping);
    setGiven({ ...given, mapping });
  }

  /** @param agreed what may be overwritten; another place, or more than that, is asked again */
  const write = (where: Place, agreed?: Spot) =>
    acting.act("write", async () => {
      // A question costs nobody the way back.
      setConflict(null);
      if (!host || !table) return;
      const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
      const spot = await host.survey(where, size, table.name);
      const isAgreed = agreed?.sheet === spot.sheet && agreed.address === spot.address;
      if (spot.filled > (isAgreed ? agreed.filled : 0)) {
        setConflict(spot);
        return;
      }
      if (said?.where === "write") setSaid(null);
      const painted = paint(table, output, { ...spot, chartBelow: where !== "here" });
      const answer = await host.write(painted, spot.isNew);
      const chart = table.chart !== undefined;
      say("write", {
        words: {
          id: `Tabel “${table.rows[0]?.[0]?.value}”${chart ? " dan grafiknya" : ""} ditulis di lembar “${answer.sheet}”, ${answer.address}.`,
          en: `The table “${table.rows[0]?.[0]?.value}”${chart ? " and its chart" : ""} was written to sheet “${answer.sheet}”, ${answer.address}.`,
        },
        ...waysOf(host, painted, answer),
      });
      lookAgain();
    });

  /** The cells of a table that stands, and nothing else. */
  const renewed = async (where: Where, title: string, work: Promise<Rewritten>): Promise<void> => {
    const { sheet, address, changed, grown, typed, chart, undo, edited } = await work;
    const more = [
      grown ? shapeSaid(...grown) : same(""),
      typed > 0 ? typedSaid(typed) : same(""),
      CHARTS[chart],
    ];
    say(where, {
      words: {
        id: `Tabel “${title}” di lembar “${sheet}”, ${address} diperbarui: ${changed} sel berubah.${more.map(({ id }) => id).join("")}`,
        en: `The table “${title}” on sheet “${sheet}”, ${address} was written anew: ${howMany(changed, "cell")} changed.${more.map(({ en }) => en).join("")}`,
      },
      undo,
      edited,
    });
    lookAgain();
  };

  const renew = () =>
    act("write", async (watch) => {
      if (!host || !table || !changing) return;
      const title = String(table.rows[0]?.[0]?.value ?? "");
      await renewed("write", title, rewrite(host, changing, table, output, watch));
    });

  /** A look at the file takes nothing away that was said. */
  const find = () =>
    acting.act("file", async () => {
      if (host) setTables(await findTables(host));
    });

  /** A list in view follows what was written, one look after the other. */
  function lookAgain(): void {
    if (!host || !tables) return;
    const look = () => looking.act("file", async () => setTables(await findTables(host)));
    looked.current = looked.current.then(look);
  }

  const refreshOne = (found: FoundTable) =>
    act("file", async (watch) => {
      if (host) await renewed("file", found.title, refresh(host, found, language, watch));
    });

  const change = (found: FoundTable) =>
    act("file", async () => {
      if (!host) return;
      const block = await sourceOf(host, found).catch((problem: unknown) => {
        if (problem instanceof NoSource) return null;
        throw problem;
      });
      const guess = block && mappingFor(found, block, tableKind(found.kind).wants);
      if (guess && isRefusal(guess)) throw new HostProblem(guess.refusal);
      setSaid(null);
      setId(found.kind);
      setTyped((now) => ({ ...now, [found.kind]: found.typed }));
      setGiven(block === null ? null : block && guess ? { block, mapping: guess } : {});
      setChanging(found);
      say("source", { kind: "note", words: block === null ? WORDS.choose : beingChanged(found) });
      // The form stands above the list, and what to do with it is said there.
      takeButton.current?.scrollIntoView?.({ block: "center" });
    });

  function leaveIt(): void {
    setChanging(null);
    if (said?.where === "source") setSaid(null);
  }

  const openFound = (found: FoundTable) =>
    acting.act("file", async () => {
      if (host) await host.goTo(found.sheet, found.address.split(":")[0] as string);
    });

  const messages = (where: Where) => (
    <>
      <Progress of={acting} where={where} language={language} />
      {said?.where === where && (
        <DoneNotice
          done={said}
          acting={acting}
          where={where}
          language={language}
          onUndone={() => {
            say(where, { words: WORDS.undone });
            lookAgain();
          }}
        />
      )}
      {where === "write" && conflict && (
        <Notice
          kind="warning"
          language={language}
          words={{
            id: `Lembar “${conflict.sheet}”, ${conflict.address}: ${conflict.filled} sel berisi akan tertimpa.`,
            en: `Sheet “${conflict.sheet}”, ${conflict.address}: ${howMany(conflict.filled, "filled cell")} would be overwritten.`,
          }}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is a short cut, the buttons are native */}
          <div class="buttons" onKeyDown={({ key }) => key === "Escape" && setConflict(null)}>
            <button type="button" {...off(language, busy)} onClick={() => write("free")}>
              {WORDS.findFree[language]}
            </button>
            <button type="button" {...off(language, busy)} onClick={() => write("newSheet")}>
              {WORDS.newSheet[language]}
            </button>
            <button
              type="button"
              class="risky"
              {...off(language, busy)}
              onClick={() => write("here", conflict)}
            >
              {WORDS.overwrite[language]}
            </button>
          </div>
        </Notice>
      )}
    </>
  );

  const about = kind.wants.example;
  return (
    <section class="panel" aria-labelledby="table-heading">
      <h2 id="table-heading">{WORDS.heading[language]}</h2>
      <div class="fields">
        <Field id="table-kind" name={WORDS.kind[language]} about={kind.about[language]}>
          <select
            {...described("table-kind")}
            name="kind"
            value={id}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {TABLES.map((one) => (
              <option key={one.id} value={one.id}>
                {one.words[language]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Choices
        legend={WORDS.from}
        name="table-from"
        choices={FROMS}
        value={from}
        language={language}
        onChange={setFrom}
      />
      <p class="hint">{about[language]}</p>
      <div class="fields" hidden={from !== "text"}>
        <label>
          {WORDS.paste[language]}
          <textarea rows={6} ref={box} />
        </label>
      </div>
      <div class="buttons">
        <button
          type="button"
          class="main"
          ref={takeButton}
          {...off(language, busy, from === "text" ? undefined : host)}
          onClick={take}
        >
          {TAKE[from][language]}
        </button>
        <button type="button" {...off(language, busy)} onClick={() => example()}>
          {exampleName(kind)[language]}
        </button>
        {kind.sourceless && (
          <button type="button" {...off(language, busy)} onClick={() => setGiven({})}>
            {WORDS.without[language]}
          </button>
        )}
      </div>

      <Messages near={taken}>
        {messages("source")}
        {given && read && isRefusal(read) && (
          <Notice kind="problem" words={read.refusal} language={language} />
        )}
        {source?.findings.map((finding) => (
          <Notice key={finding.en} kind="warning" words={finding} language={language} />
        ))}
        {source && source.read.length > 0 && (
          <section class="read">
            <h3>{WORDS.understood[language]}</h3>
            <ul>
              {source.read.map((line) => (
                <li key={line.en}>{line[language]}</li>
              ))}
            </ul>
          </section>
        )}
      </Messages>

      {given && (
        <>
          {given.mapping && (
            <MappingFields
              mapping={given.mapping}
              choices={choicesOf(kind.wants)}
              open={!source}
              language={language}
              onChange={changeColumn}
            />
          )}
          {!(read && isRefusal(read)) && (
            <>
              <h3>{WORDS.options[language]}</h3>
              <OptionFields
                options={kind.options}
                textOf={textOf}
                language={language}
                onChange={(option, value) => setTyped({ ...typed, [id]: { ...own, [option]: value } })}
              />
            </>
          )}
          <Messages>
            {problem && !(read && isRefusal(read)) && (
              <Notice kind="problem" words={problem} language={language} />
            )}
          </Messages>
        </>
      )}

      {table && (
        <>
          <Preview table={table} language={language} />
          <Choices
            legend={WORDS.output}
            name="output"
            choices={OUTPUTS}
            value={output}
            language={language}
            onChange={setOutput}
          />
          {changing ? (
            <div class="buttons">
              <button type="button" class="main" {...off(language, busy, host)} onClick={renew}>
                {WORDS.renew[language]} ({changing.sheet}!{changing.address})
              </button>
              <button type="button" {...off(language, busy)} onClick={leaveIt}>
                {WORDS.leave[language]}
              </button>
            </div>
          ) : (
            <>
              <Choices
                legend={WORDS.place}
                name="place"
                choices={PLACES}
                value={place}
                language={language}
                onChange={setPlace}
              />
              <button
                type="button"
                class="main wide"
                {...off(language, busy, host)}
                onClick={() => write(place)}
              >
                {WORDS.write[language]}
              </button>
            </>
          )}
        </>
      )}
      <Messages near={near}>{messages("write")}</Messages>

      <FoundTables
        tables={tables}
        off={off(language, busy, host)}
        language={language}
        onFind={find}
        onRefresh={refreshOne}
        onChange={change}
        onOpen={openFound}
      />
      <Messages>
        {messages("file")}
        <Progress of={looking} where="file" language={language} />
      </Messages>
    </section>
  );
}
