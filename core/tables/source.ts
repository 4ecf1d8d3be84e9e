// A block of cells as typed rows for one kind of table, column by column: names, figures, what was read and what is odd.
import { areaOf, type Block, rowIn, sheetPrefix } from "../block";
import { HEADINGS, type Heading } from "../headers";
import { writeNumber } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { type Language, same, type Words } from "../words";
import { type Bad, dateColumn, numberColumn } from "./cells";
import { doubles } from "./doubles";
import { reference } from "./figures";
import { inBoth, listed } from "./listed";
import { levelsIn, type MappedColumn, type Mapping, type Wants } from "./mapping";
import type { Figure } from "./model";
import { segmentsAmongRegions } from "./other-table";
import { printedTotals } from "./printed-total";
import { rowsIn, subtotals } from "./rows";

export interface Level {
  readonly heading: Heading;
  /** The column's heading as typed. */
  readonly typed: string;
  /** One a row. */
  readonly names: readonly string[];
}

export interface Source {
  readonly block: Block;
  /** Where the block stands, "Data!A1:F20"; "" for a pasted text. */
  readonly where: string;
  readonly columns: ReadonlyMap<Heading, MappedColumn>;
  /** Rows of the block that count, in order. */
  readonly rows: readonly number[];
  /** Names, coarse to fine; the last is the name of a row. */
  readonly levels: readonly Level[];
  /** One number a row, NaN where there is none; shares are fractions. */
  readonly numbers: ReadonlyMap<Heading, readonly number[]>;
  /** Columns of per cents typed without a sign: their cells are divided by 100. */
  readonly inPercent: ReadonlySet<Heading>;
  /** As-of dates in words, one a row. */
  readonly dates: readonly string[] | undefined;
  /** The last printed total. */
  readonly total: ReadonlyMap<Heading, Figure>;
  readonly read: readonly Words[];
  readonly findings: readonly Words[];
}

/** Columns the table cannot do without, one sentence each. */
export function missing(mapping: Mapping, wants: Wants): readonly Words[] {
  const has = (heading: Heading): boolean => mapping.columns.some(({ is }) => is === heading);
  const derived = (heading: Heading, from: Heading): boolean =>
    wants.required.includes(heading) && has(from) && has("uncovered");
  const target = mapping.columns.find(({ is }) => is === "targetWorkers");
  return wants.required
    .filter((heading) => !has(heading))
    .filter((heading) => !(heading === "labor" && derived("labor", "active")))
    .filter((heading) => !(heading === "active" && derived("active", "labor")))
    .map((heading) => {
      const { id, en } = HEADINGS[heading].words;
      const hint =
        heading === "labor" && target
          ? {
              id: ` Kolom ${target.letter} “${target.heading}” berisi orang; bila itu dasarnya, pilih ${id} untuk kolom itu.`,
              en: ` Column ${target.letter} “${target.heading}” holds people; if that is the base, pick ${en} for it.`,
            }
          : same("");
      return {
        id: `Kolom ${id} tidak ditemukan: sertakan dalam pilihan, atau tunjuk kolomnya.${hint.id}`,
        en: `There is no column ${en}: include it in the selection, or point at it.${hint.en}`,
      };
    });
}

/** Reads the rows below the headings; a refusal names the cells to mend. */
export function readSource(given: Block, mapping: Mapping, wants: Wants): Source | Refusal {
  const block = wants.turn ? wants.turn(given) : given;
  if (isRefusal(block)) return block;
  const lacking = missing(mapping, wants);
  if (lacking.length > 0)
    return refuse(lacking.map(({ id }) => id).join(" "), lacking.map(({ en }) => en).join(" "));
  const columns = new Map<Heading, MappedColumn>();
  for (const one of mapping.columns) if (one.is) columns.set(one.is, one);
  const nameColumns = namesIn(mapping, wants);
  if (nameColumns.length === 0 && !wants.nameless)
    return refuse(
      `Kolom nama ${wants.row.id} tidak ditemukan. ${wants.example.id}`,
      `No column of ${wants.row.en} names was found. ${wants.example.en}`,
    );
  // What is not covered is read only where one of the two figures follows from it.
  const both = columns.has("labor") && columns.has("active");
  const used = wants.columns.filter((heading) => columns.has(heading) && !(both && heading === "uncovered"));
  const found = rowsIn(
    block,
    mapping.header,
    nameColumns,
    used.map((heading) => (columns.get(heading) as MappedColumn).column),
    wants,
  );
  if (isRefusal(found)) return found;
  const { totals, idle, blanks, filledDown } = found;

  const bad: Bad[] = [];
  const numbers = new Map<Heading, readonly number[]>();
  const inPercent = new Set<Heading>();
  const total = new Map<Heading, Figure>();
  let dates: readonly string[] | undefined;
  let texts = 0;
  const lastTotal = totals[totals.length - 1];
  for (const heading of used) {
    const one = columns.get(heading) as MappedColumn;
    if (heading === "asOf") {
      dates = dateColumn(block, found.rows, one.column);
      continue;
    }
    const read = numberColumn(block, found.rows, one, bad);
    if (isRefusal(read)) return read;
    numbers.set(heading, read.values);
    texts += read.texts;
    if (read.inPercent) inPercent.add(heading);
    if (lastTotal === undefined) continue;
    const printed = numberColumn(block, [lastTotal], one, []);
    const value = isRefusal(printed) ? Number.NaN : (printed.values[0] as number);
    const from = reference(block, lastTotal, one.column);
    if (!Number.isNaN(value)) total.set(heading, { value, ...(from && { from }) });
  }
  const refused = mend(bad);
  if (refused) return refused;

  const dropped = subtotals(found.rows, found.names, numbers, nameColumns);
  const keep = (_: unknown, i: number): boolean => !dropped.has(i);
  const rows = found.rows.filter(keep);
  if (rows.length === 0)
    return refuse(
      `Tidak ada baris ${wants.row.id} berisi angka di bawah judul. ${wants.example.id}`,
      `No ${wants.row.en} row with figures was found below the headings. ${wants.example.en}`,
    );
  if (dropped.size > 0) for (const [heading, values] of numbers) numbers.set(heading, values.filter(keep));
  const levels = nameColumns.map(
    ({ is, heading }, k): Level => ({
      heading: is as Heading,
      typed: heading,
      names: dropped.size > 0 ? (found.names[k] as string[]).filter(keep) : (found.names[k] as string[]),
    }),
  );
  // Segments are told of their total where they are judged; months have none.
  const areRegions = !wants.nameless && !wants.names.includes("segment");
  const finest = levels[levels.length - 1];
  const odd = [
    ...(areRegions && totals.length === 1 ? printedTotals(numbers, total) : []),
    ...(areRegions && finest ? segmentsAmongRegions(finest) : []),
  ];
  derive(numbers, rows.length);

  const { row, column, cells, turned } = block;
  const sheetRow = (r: number): string => rowIn(block, r);
  const n = (count: number, language: Language): string => writeNumber(count, language);
  const findings: Words[] = [...odd];
  const byNumbers = [...dropped].filter(([, how]) => how === "numbers").map(([i]) => found.rows[i] as number);
  if (byNumbers.length > 0)
    findings.push(
      inBoth((language) =>
        language === "id"
          ? `Baris ${listed(byNumbers.map(sheetRow), language)} sama dengan jumlah baris-baris lain, jadi dianggap subjumlah dan tidak dihitung dua kali.`
          : `Row ${listed(byNumbers.map(sheetRow), language)} equals the sum of other rows, so it is taken as a subtotal and not counted twice.`,
      ),
    );
  if (!wants.nameless) findings.push(...doubles(block, mapping, wants, rows, levels));
  const summed = totals.length + [...dropped.values()].filter((how) => how === "name").length;
  const read: Words[] = [
    columnsRead(nameColumns, used, columns, turned !== undefined),
    ...(turned
      ? [
          {
            id: "Bulan berjajar ke kanan: tiap kolom bulan dibaca sebagai satu baris",
            en: "The months run across: each month's column is read as a row",
          },
        ]
      : []),
    inBoth((language) => {
      const what = language === "en" && rows.length !== 1 ? plural(wants.row.en) : wants.row[language];
      const parts = [`${n(rows.length, language)} ${what}`];
      if (summed > 0)
        parts.push(
          language === "id"
            ? `${n(summed, language)} baris jumlah (tidak dihitung dua kali)`
            : `${n(summed, language)} total ${summed === 1 ? "row" : "rows"} (not counted twice)`,
        );
      if (blanks > 0)
        parts.push(
          language === "id"
            ? `${n(blanks, language)} baris kosong dilewati`
            : `${n(blanks, language)} blank ${blanks === 1 ? "row" : "rows"} passed over`,
        );
      return parts.join(", ");
    }),
  ];
  if (idle.length > 0)
    read.push(
      inBoth((language) =>
        language === "id"
          ? `${turned ? "Kolom" : "Baris"} tanpa angka dilewati: ${listed(idle.map(sheetRow), language)}.`
          : `${turned ? "Columns" : "Rows"} without figures are passed over: ${listed(idle.map(sheetRow), language)}.`,
      ),
    );
  if (filledDown > 0)
    read.push({
      id: `${n(filledDown, "id")} nama kosong diisi dari baris di atasnya`,
      en: `${n(filledDown, "en")} blank names were taken from the row above`,
    });
  if (texts > 0)
    read.push({
      id: `${n(texts, "id")} angka berupa teks dibaca cara Indonesia (88.357 = delapan puluh delapan ribu …)`,
      en: `${n(texts, "en")} numbers held as text were read the Indonesian way (88.357 = eighty-eight thousand …)`,
    });
  for (const heading of inPercent) {
    const { letter, heading: typed } = columns.get(heading) as MappedColumn;
    read.push({
      id: `Kolom ${letter} “${typed}” ditulis dalam persen tanpa tanda; 42,06 dibaca 42,06 %`,
      en: `Column ${letter} “${typed}” is in per cent without a sign; 42.06 is read as 42.06%`,
    });
  }
  for (const { said } of mapping.columns) if (said) read.push(said);
  return {
    block,
    where:
      block.sheet === ""
        ? ""
        : sheetPrefix(block.sheet) +
          areaOf(row, column, turned?.rows ?? cells.length, turned?.columns ?? cells[0]?.length ?? 0),
    columns,
    rows,
    levels,
    numbers,
    inPercent,
    dates: dates && dropped.size > 0 ? dates.filter(keep) : dates,
    total,
    read,
    findings,
  };
}

/** The columns of names that are mapped, coarse to fine. */
function namesIn(mapping: Mapping, wants: Wants): readonly MappedColumn[] {
  const places = levelsIn(mapping).filter(({ is }) => wants.names.includes(is as Heading));
  const others = wants.names.flatMap(
    (name) => mapping.columns.find((one) => one.is === name && !places.includes(one)) ?? [],
  );
  return [...places, ...others];
}

/** Labour force and active participants follow from each other and those not covered. */
function derive(numbers: Map<Heading, readonly number[]>, count: number): void {
  const [labor, active, uncovered] = [numbers.get("labor"), numbers.get("active"), numbers.get("uncovered")];
  if (!uncovered) return;
  const each = (compute: (i: number) => number): number[] =>
    Array.from({ length: count }, (_, i) => compute(i));
  if (!labor && active)
    numbers.set(
      "labor",
      each((i) => (active[i] as number) + (uncovered[i] as number)),
    );
  if (labor && !active)
    numbers.set(
      "active",
      each((i) => (labor[i] as number) - (uncovered[i] as number)),
    );
}

/** One sentence for all cells that cannot be read. */
function mend([first, ...others]: readonly Bad[]): Refusal | undefined {
  if (!first) return undefined;
  const also = (language: Language): string => {
    if (others.length === 0) return "";
    const cells = listed(
      others.map(({ where }) => where),
      language,
    );
    return language === "id" ? ` Periksa juga sel ${cells}.` : ` See also cell ${cells}.`;
  };
  const { where, why } = first;
  return refuse(
    `Sel ${where}: ${why.refusal.id}.${also("id")}`,
    `Cell ${where}: ${why.refusal.en}.${also("en")}`,
    why.as,
  );
}

function columnsRead(
  names: readonly MappedColumn[],
  used: readonly Heading[],
  columns: ReadonlyMap<Heading, MappedColumn>,
  turned: boolean,
): Words {
  const all = [...names, ...used.map((heading) => columns.get(heading) as MappedColumn)];
  return inBoth((language) => {
    const list = all.map(({ is, letter }) => `${HEADINGS[is as Heading].words[language]} = ${letter}`);
    const [id, en] = turned ? ["Baris", "Rows"] : ["Kolom", "Columns"];
    return `${language === "id" ? id : en}: ${list.join(", ")}`;
  });
}

/** 3 regions, 3 agencies, 2 sources of funds. */
const plural = (noun: string): string =>
  noun.replace(/^\w+/, (first) => (first.endsWith("y") ? `${first.slice(0, -1)}ies` : `${first}s`));
