// Panel Periksa: takes a selection, a sheet or a pasted text, says what it read, lists what does not agree and mends it.
import { useEffect, useRef, useState } from "preact/hooks";
import { areaOf } from "../../core/block";
import { AGREE, TOO_FEW } from "../../core/checks/answer";
import { THRESHOLDS, type Thresholds } from "../../core/checks/columns/table";
import type { Fix } from "../../core/checks/sources/fixes";
import { type Found, foundInRegion, testedIn } from "../../core/checks/sources/found";
import { allChoices, assemble, type Item, shownFigure } from "../../core/checks/sources/items";
import { OTHER, type Slot } from "../../core/checks/sources/labels";
import { keyOf, markRow, readMarks, reportTable } from "../../core/checks/sources/report";
import { readBlock, readText, type Source, type TableSource } from "../../core/checks/sources/source";
import { type Column, TABLE_SLOTS } from "../../core/checks/sources/table";
import { RECORD_HEADINGS, RECORD_SHEET } from "../../core/exchange/record";
import { isRefusal, type Refusal } from "../../core/refuse";
import { paint } from "../../core/tables/paint";
import { howMany, type Language, type Words } from "../../core/words";
import { type CellContent, type Host, HostProblem, type Watch } from "../host";
import { useAct } from "../parts/act";
import { type Choice, Choices } from "../parts/choices";
import { editedSince, inCells } from "../parts/edited";
import { FindingCard } from "../parts/finding";
import { Messages } from "../parts/live";
import { Notice } from "../parts/notice";
import { off, offBecause } from "../parts/off";
import { useSettings } from "../parts/pane";
import { Progress } from "../parts/progress";
import { type ReadLine, ReadList } from "../parts/read-list";
import { checkTableSource, type TableChecked } from "../parts/table-check";
import { ThresholdFields } from "../parts/thresholds";
import { waysOf } from "../parts/ways";
import { type Done, DoneNotice } from "../parts/written";

const WORDS = {
  heading: { id: "Periksa angka", en: "Check figures" },
  intro: {
    id: "Menguji apakah angka-angka satu daerah, atau satu tabel daerah, bisa benar bersama-sama, dan menunjuk angka yang salah label.",
    en: "Tests whether the figures of a region, or of a table of regions, can be true together, and names the mislabelled one.",
  },
  source: { id: "Yang diperiksa", en: "What to check" },
  paste: { id: "Teks berita atau tabel", en: "Text of a report, or a table" },
  check: { id: "Periksa pilihan", en: "Check the selection" },
  checkSheet: { id: "Periksa lembar", en: "Check the sheet" },
  checkText: { id: "Periksa teks", en: "Check the text" },
  stopped: {
    id: "Pemeriksaan dihentikan; tidak ada yang berubah.",
    en: "The check was stopped; nothing has changed.",
  },
  figures: { id: "Yang terbaca", en: "What was read" },
  columns: { id: "Kolom yang terbaca", en: "Columns read" },
  findings: { id: "Temuan", en: "Findings" },
  tested: { id: "Yang diuji:", en: "What was tested:" },
  rowsTested: {
    id: "Yang diuji: tiap baris, jumlah terhadap baris jumlah, daerah ganda, tanggal, satuan, lonjakan, pencilan.",
    en: "What was tested: each row, sums against the total row, doubled regions, dates, units, jumps, outliers.",
  },
  unanswered: {
    id: "Ada angka yang artinya belum dipilih; angka itu belum ikut diuji.",
    en: "Some figures have no meaning chosen yet; they are not tested.",
  },
  more: { id: "Tampilkan lagi", en: "Show more" },
  nothing: { id: "Belum ada yang bisa dilaporkan.", en: "There is nothing to report yet." },
  report: { id: "Tulis laporan", en: "Write a report" },
  recheck: { id: "Periksa lagi", en: "Check again" },
  undone: {
    id: "Sudah dibatalkan; lembar kembali seperti semula.",
    en: "Taken back; the sheet is as it was.",
  },
  half: {
    id: "Isi sel itu sudah lain daripada saat diperiksa, dan belum bisa dikembalikan. Tekan Batalkan untuk mencobanya lagi.",
    en: "That cell no longer held what was checked, and could not be put back yet. Press Undo to try again.",
  },
  changed: {
    id: "Isi sel itu sudah lain daripada saat diperiksa, atau berupa rumus; tidak ada yang diubah. Periksa lagi, atau ubah sendiri rumusnya.",
    en: "That cell no longer holds what was checked, or holds a formula; nothing was changed. Check again, or change the formula yourself.",
  },
  marked: {
    id: `Tandanya disimpan di lembar “${RECORD_SHEET}”.`,
    en: `The mark is kept in sheet “${RECORD_SHEET}”.`,
  },
} as const satisfies Record<string, Words>;

type From = "selection" | "sheet" | "text";
const FROMS: readonly Choice<From>[] = [
  {
    value: "selection",
    name: { id: "Pilihan di lembar", en: "Selection in the sheet" },
    about: {
      id: "Label dan angka satu daerah, atau tabel daerah",
      en: "One region's labels and figures, or a table",
    },
  },
  { value: "sheet", name: { id: "Seluruh lembar ini", en: "This whole sheet" } },
  {
    value: "text",
    name: { id: "Teks tempelan", en: "Pasted text" },
    about: { id: "Kalimat berita, atau tabel yang disalin", en: "A press report, or a copied table" },
  },
];
const BUTTON = { selection: WORDS.check, sheet: WORDS.checkSheet, text: WORDS.checkText } as const;
const PAGE = 25;

/** Beside what a message stands: the button that checks, a finding (its key), or the one that reports. */
type Where = string;
const [TOP, REPORT] = ["check", "report"];

interface Said extends Done {
  readonly where: Where;
  /** The findings are older than the sheet. */
  readonly recheck?: boolean;
}

const putBack = async (host: Host, sheet: string, cells: readonly CellContent[]): Promise<void> =>
  void (await host.writeCells(sheet, cells));

const today = (): string => {
  const now = new Date();
  return new Date(now.getTime() - 60000 * now.getTimezoneOffset()).toISOString().slice(0, 10);
};

const lineOf = (item: Item, doubled: boolean, language: Language): ReadLine => ({
  label: item.label,
  shown: shownFigure(item, language),
  slot: item.slot === OTHER ? null : item.slot,
  choices: allChoices(item),
  doubled,
  asked: item.slot === null,
});

const columnLine = ({ letter, heading, slot, choices }: Column): ReadLine => ({
  label: letter,
  shown: heading,
  slot: slot === OTHER ? null : slot,
  choices: [...new Set([...choices, ...TABLE_SLOTS])].filter((one) => one !== OTHER),
  asked: slot === null,
});

/** What a cell holds is what was read from it. */
const isSame = (held: CellContent, from: unknown): boolean =>
  !held.formula && (held.content === (from ?? "") || String(held.content) === String(from ?? ""));

export function CheckPanel({ host, language }: { host: Host | null; language: Language }) {
  const { typed: settings } = useSettings();
  const [from, setFrom] = useState<From>("selection");
  const [source, setSource] = useState<Source | null>(null);
  const [checked, setChecked] = useState<TableChecked | null>(null);
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  const [limits, setLimits] = useState<Thresholds>(THRESHOLDS);
  const [said, setSaid] = useState<Said | null>(null);
  const [shown, setShown] = useState(PAGE);
  /** How often figures were checked with the button. */
  const [asked, setAsked] = useState(0);
  const results = useRef<HTMLDivElement>(null);
  // The box keeps its own text: a copied table of megabytes must not pass through every render.
  const box = useRef<HTMLTextAreaElement>(null);
  const acting = useAct<Where>();
  const busy = acting.isBusy;
  // What was read stands between the button and the first finding.
  useEffect(() => {
    if (asked > 0) results.current?.querySelector(".notice")?.scrollIntoView?.({ block: "nearest" });
  }, [asked]);

  const act = (where: Where, step: (watch: Watch) => Promise<void>): Promise<boolean> =>
    acting.act(where, async (watch) => {
      setSaid(null);
      await step(watch);
    });

  async function fetchSource(): Promise<Source | Refusal | undefined> {
    if (from === "text") return readText(box.current?.value ?? "");
    if (!host) return undefined;
    if (from === "selection") return readBlock(await host.readSelection());
    const block = await host.readSheet(null);
    return block ? readBlock({ ...block, selected: block.cells.length }) : undefined;
  }

  async function runTable(table: TableSource, thresholds: Thresholds, watch: Watch): Promise<void> {
    setChecked(null);
    const result = await checkTableSource(table, thresholds, watch);
    if (!result) throw new HostProblem(WORDS.stopped, { stopped: true });
    setChecked(result);
  }

  const check = (where = TOP) =>
    act(where, async (watch) => {
      // What was found before stays in view until there is something newer.
      const [found, record] = await Promise.all([fetchSource(), host?.readSheet(RECORD_SHEET)]);
      if (!found) return;
      if (isRefusal(found)) {
        setSaid({ where, kind: "problem", words: found.refusal });
        return;
      }
      if (record !== undefined) setMarks(readMarks(record));
      setChecked(null);
      setShown(PAGE);
      setSource(found);
      if (found.kind === "table") await runTable(found, limits, watch);
      if (where === TOP) setAsked((before) => before + 1);
    });

  function choose(line: number, slot: Slot | null): void {
    if (source?.kind === "region") {
      const items = source.items.map((item, i) => (i === line ? { ...item, slot: slot ?? OTHER } : item));
      setSource({ ...source, items });
    } else if (source) {
      // A slot belongs to one column: whoever had it gives it up.
      const columns = source.layout.columns.map((column, i) =>
        i === line
          ? { ...column, slot: slot ?? OTHER }
          : slot !== null && slot !== "name" && column.slot === slot
            ? { ...column, slot: OTHER }
            : column,
      );
      const table = { ...source, layout: { ...source.layout, columns } };
      setSource(table);
      act(TOP, (watch) => runTable(table, limits, watch));
    }
  }

  const apply = (fix: Fix, found: Found) =>
    act(keyOf(found), async () => {
      if (!host) return;
      const { sheet } = found;
      const cells = fix.cells.map(({ row, column, to }) => ({ row, column, content: to }));
      const held = await host.writeCells(sheet, cells);
      const undo = () => putBack(host, sheet, held);
      const edited = () => editedSince(host, inCells(sheet, cells, held));
      if (!held.every((one, i) => isSame(one, fix.cells[i]?.from))) {
        await undo().catch(() => {
          throw new HostProblem(WORDS.half, { undo, edited });
        });
        setSaid({ where: keyOf(found), kind: "problem", words: WORDS.changed });
        return;
      }
      const where = fix.cells.map(({ address }) => address).join(", ");
      setSaid({
        where: keyOf(found),
        words: { id: `Sel ${where} sudah diubah.`, en: `Cell ${where} was changed.` },
        undo,
        edited,
        recheck: true,
      });
    });

  const mark = (found: Found, reason: string) =>
    act(keyOf(found), async () => {
      if (!host) return;
      await host.appendRows(RECORD_SHEET, RECORD_HEADINGS, [markRow(found, reason, today())]);
      setMarks(new Map([...marks, [keyOf(found), reason]]));
      setSaid({ where: keyOf(found), words: WORDS.marked });
    });

  const report = () =>
    act(REPORT, async () => {
      if (!host || !source) return;
      const block = source.kind === "table" ? (source.pasted ? undefined : source.block) : source.block;
      const area = block && areaOf(block.row, block.column, block.cells.length, block.cells[0]?.length ?? 1);
      const table = reportTable(
        found,
        marks,
        {
          source: [block ? `${block.sheet}!${area}` : "", settings.source, settings.basis, settings.asOf]
            .filter(Boolean)
            .join("; "),
          tested,
        },
        language,
      );
      const size = { rows: table.rows.length, columns: table.rows[0]?.length ?? 0 };
      const spot = await host.survey("newSheet", size, table.name);
      const painted = paint(table, "values", { ...spot, chartBelow: true });
      const written = await host.write(painted, spot.isNew);
      setSaid({
        where: REPORT,
        words: {
          id: `Laporan ${found.length} temuan ditulis di lembar “${written.sheet}”.`,
          en: `A report of ${howMany(found.length, "finding")} was written to sheet “${written.sheet}”.`,
        },
        ...waysOf(host, painted, written),
      });
    });

  /** Looking at a cell replaces nothing that was said. */
  const goTo = (found: Found) =>
    acting.act(keyOf(found), async () => {
      if (host && found.address) await host.goTo(found.sheet, found.address);
    });

  const region = source?.kind === "region" ? source : null;
  const assembled = region && assemble(region.items);
  const found: readonly Found[] = region ? foundInRegion(region) : (checked?.found ?? []);
  const tested = assembled ? testedIn(assembled.figures) : checked ? [WORDS.rowsTested] : [];
  const lines = region
    ? region.items.map((item, i) => lineOf(item, assembled?.doubled.includes(i) ?? false, language))
    : source?.kind === "table"
      ? source.layout.columns.map(columnLine)
      : [];
  const isOpen = lines.some(({ asked, doubled }) => asked || doubled);
  const isReady = region !== null || checked !== null;
  const inView = found.slice(0, shown);
  /** What stood beside something that went away stands at the top. */
  const places: readonly Where[] = isReady ? [REPORT, ...inView.map(keyOf)] : [];
  const placeOf = (where: Where): Where => (places.includes(where) ? where : TOP);
  const messages = (place: Where) => {
    const of = acting.busy ?? acting.failure?.where;
    return (
      <Messages>
        {of !== undefined && placeOf(of) === place && <Progress of={acting} where={of} language={language} />}
        {said && placeOf(said.where) === place && (
          <DoneNotice
            done={said}
            acting={acting}
            where={said.where}
            language={language}
            onUndone={() => setSaid({ where: said.where, words: WORDS.undone })}
          >
            {said.recheck && (
              <button type="button" {...off(language, busy)} onClick={() => check(said.where)}>
                {WORDS.recheck[language]}
              </button>
            )}
          </DoneNotice>
        )}
      </Messages>
    );
  };
  const notes = region ? region.left : (checked?.notes ?? []);

  return (
    <section class="panel" aria-labelledby="check-heading">
      <h2 id="check-heading">{WORDS.heading[language]}</h2>
      <p class="intro">{WORDS.intro[language]}</p>
      <Choices
        legend={WORDS.source}
        name="check-source"
        choices={FROMS}
        value={from}
        language={language}
        disabled={busy}
        onChange={setFrom}
      />
      <div class="fields" hidden={from !== "text"}>
        <label>
          {WORDS.paste[language]}
          <textarea rows={6} ref={box} />
        </label>
      </div>
      <button
        type="button"
        class="main"
        {...off(language, busy, from === "text" ? undefined : host)}
        onClick={() => check()}
      >
        {BUTTON[from][language]}
      </button>

      {messages(TOP)}

      {lines.length > 0 && (
        <ReadList
          legend={
            region
              ? { id: `${WORDS.figures.id}: ${lines.length}`, en: `${WORDS.figures.en}: ${lines.length}` }
              : WORDS.columns
          }
          lines={lines}
          language={language}
          disabled={busy}
          onChange={choose}
        />
      )}
      {notes.length > 0 && (
        <ul class="left-out">
          {notes.map((words) => (
            <li key={words.en}>{words[language]}</li>
          ))}
        </ul>
      )}
      {source?.kind === "table" && (
        <ThresholdFields
          value={limits}
          language={language}
          busy={busy}
          onChange={setLimits}
          onCheck={() => act(TOP, (watch) => runTable(source, limits, watch))}
        />
      )}

      <Messages class="results" near={results}>
        {isReady && (
          <section class="findings" aria-labelledby="findings-heading">
            <h3 id="findings-heading">
              {WORDS.findings[language]}: {found.length}
            </h3>
            {isOpen && <Notice kind="note" words={WORDS.unanswered} language={language} />}
            {found.length === 0 &&
              (tested.length === 0 ? (
                <Notice kind="note" words={TOO_FEW} language={language} />
              ) : (
                <Notice kind="done" words={AGREE} language={language}>
                  {region && <p>{WORDS.tested[language]}</p>}
                  <ul>
                    {tested.map((words) => (
                      <li key={words.en}>{words[language]}</li>
                    ))}
                  </ul>
                </Notice>
              ))}
            <ul class="cards">
              {inView.map((one) => (
                <FindingCard
                  key={keyOf(one)}
                  found={one}
                  language={language}
                  marked={marks.get(keyOf(one))}
                  wait={off(language, busy, host)}
                  doings={{ apply, goTo, mark }}
                >
                  {messages(keyOf(one))}
                </FindingCard>
              ))}
            </ul>
            <div class="buttons">
              {found.length > shown && (
                <button type="button" onClick={() => setShown(shown + PAGE)}>
                  {WORDS.more[language]} ({found.length - shown})
                </button>
              )}
              <button
                type="button"
                {...off(language, busy, host)}
                {...(found.length === 0 && tested.length === 0 && offBecause(WORDS.nothing, language))}
                onClick={report}
              >
                {WORDS.report[language]}
              </button>
            </div>
            {messages(REPORT)}
          </section>
        )}
      </Messages>
    </section>
  );
}
