// Counts a large file by its keys: one pass over the rows, then judgement over the few groups; nothing is dropped.
import { readDate } from "../../core/dates";
import { type Heading, isTotalLabel, PLACES } from "../../core/headers";
import { type Refusal, refuse } from "../../core/refuse";
import { segmentOf } from "../../core/segments";
import type { Words } from "../../core/words";
import { type Columns, isActive } from "./columns";
import { type Cell, type Engine, identifier, literal } from "./engine";
import { type Input, ROW } from "./input";

/** Why a row is listed instead of counted. */
export const REASONS = {
  region: { id: "Wilayah kosong", en: "No region" },
  segment: { id: "Segmen kosong", en: "No segment" },
  total: { id: "Baris jumlah", en: "Total row" },
  blank: { id: "Angka kosong", en: "No number" },
  text: { id: "Teks di kolom angka", en: "Text in a column of numbers" },
  negative: { id: "Angka negatif atau pecahan", en: "Negative number or fraction" },
  status: { id: "Status tidak dikenal", en: "Unknown status" },
  date: { id: "Tanggal tidak terbaca", en: "Unreadable date" },
  otherDate: { id: "Tanggal lain (bukan posisi yang dihitung)", en: "Another date than the one counted" },
  twice: { id: "NIK ganda", en: "Same NIK again" },
  base: { id: "Angkatan kerja wilayah ini tidak ada", en: "No labour force for this place" },
  line: { id: "Baris tidak utuh", en: "Broken line" },
} as const satisfies Record<string, Words>;
export type Reason = keyof typeof REASONS;

export interface Group {
  /** One per key, as first spelled. */
  readonly names: readonly string[];
  labor: number;
  active: number;
  rows: number;
}

export interface Counted {
  readonly keys: readonly Heading[];
  readonly groups: readonly Group[];
  readonly rowsIn: number;
  readonly listed: ReadonlyMap<Reason, number>;
  /** Rows whose NIK cannot be read, so that a double would not be seen; undefined without such a column. */
  readonly withoutNik: number | undefined;
  /** ISO; the one day that counts. */
  readonly asOf: string | undefined;
  /** Whether the file says who is not active, or what the labour force is. */
  readonly hasLabor: boolean;
  /** Whether it says who is active; a file of participants alone says so by holding them. */
  readonly hasActive: boolean;
  /** Rows to list: reason, number, and every column as text; for COPY. */
  readonly listing: string;
}

/** Text with the digits of a whole number, dots between thousands or none. */
const BARE = "[0-9]{1,15}";
const DOTTED = "[1-9][0-9]{0,2}([.][0-9]{3}){1,4}";
/** As programs write a whole number that passed through a decimal column. */
const WITH_ZERO = "[.]0$";

interface NumberColumn {
  readonly value: string;
  /** A reason, or NULL. */
  readonly problem: string;
}

function numberColumn(input: Input, name: string): NumberColumn {
  const type = input.columns.find((column) => column.name === name)?.type ?? "VARCHAR";
  const column = identifier(name);
  if (type !== "VARCHAR") {
    const good = `${column} >= 0 AND ${column} % 1 = 0 AND ${column} <= ${Number.MAX_SAFE_INTEGER}`;
    return {
      value: `CASE WHEN ${good} THEN CAST(${column} AS BIGINT) END`,
      problem: `CASE WHEN ${column} IS NULL THEN 'blank' WHEN ${good} THEN NULL ELSE 'negative' END`,
    };
  }
  const text = `regexp_replace(trim(${column}), '[  ]*(orang|jiwa)$|${WITH_ZERO}', '')`;
  const fits = `regexp_full_match(${text}, '${BARE}|${DOTTED}')`;
  return {
    value: `CASE WHEN ${fits} THEN TRY_CAST(replace(${text}, '.', '') AS BIGINT) END`,
    problem: `CASE WHEN ${column} IS NULL OR regexp_full_match(trim(${column}), '[-–—]*') THEN 'blank' WHEN ${fits} THEN NULL WHEN regexp_full_match(${text}, '-[0-9.,]+|[0-9]+,[0-9]+|[0-9]+[.][0-9]{1,2}') THEN 'negative' ELSE 'text' END`,
  };
}

/** However it is spelled. */
export const keyOf = ({ names }: Pick<Group, "names">): string => names.join("\n").toLowerCase();

/** @param wanted the keys asked for; coarser places in the file join them, since villages of one name lie in several */
export async function count(
  engine: Engine,
  input: Input,
  columns: Columns,
  wanted: readonly Heading[],
  { asOf: day, says, base }: { asOf?: string | undefined; says: string; base?: Counted | undefined },
): Promise<Counted | Refusal> {
  const nameOf = (key: Heading): string | undefined =>
    columns.names.get(key) ??
    (key !== "segment" && key === finestOf(wanted) ? columns.names.get("region") : undefined);
  const missing = wanted.filter((key) => nameOf(key) === undefined);
  if (missing.length > 0) return lacking(missing, input);
  const finest = PLACES.indexOf(finestOf(wanted) as (typeof PLACES)[number]);
  const keys: Heading[] = [
    ...PLACES.filter((place, i) => i <= finest && nameOf(place) !== undefined),
    ...(wanted.includes("segment") ? (["segment"] as const) : []),
  ];
  const raw = keys.map((key) => identifier(nameOf(key) as string));
  const extra = [columns.status, columns.asOf].map((name) =>
    name ? `CAST(${identifier(name)} AS VARCHAR)` : "NULL",
  );
  const labor = columns.labor ? numberColumn(input, columns.labor) : undefined;
  const active = columns.active ? numberColumn(input, columns.active) : undefined;
  const problem = `COALESCE(${[labor?.problem, active?.problem, "NULL"].filter(Boolean).join(", ")})`;
  const rawKeys = [...raw.map((column) => `CAST(${column} AS VARCHAR)`), ...extra, problem];
  const named = rawKeys.map((expression, i) => `${expression} AS k${i}`).join(", ");
  const kept = rawKeys.map((_, i) => `k${i}`).join(", ");

  const groups = await engine.rows(
    `SELECT ${named}, count(*), CAST(sum(${labor?.value ?? "0"}) AS BIGINT), CAST(sum(${active?.value ?? "0"}) AS BIGINT) FROM ${input.from} GROUP BY ${rawKeys.map((_, i) => i + 1).join(", ")}`,
    says,
  );

  const width = keys.length;
  const dates = new Map<string, string | undefined>();
  for (const row of groups) {
    const text = row[width + 1];
    if (typeof text === "string") dates.set(text, readDate(text));
  }
  const latest = [...dates.values()].reduce<string | undefined>(
    (last, one) => (one !== undefined && (last === undefined || one > last) ? one : last),
    undefined,
  );
  const asOf = columns.asOf ? (day ?? latest) : undefined;

  const known = base && new Set(base.groups.map(keyOf));
  const nameIn = (row: readonly Cell[], i: number): string => {
    const text = String(row[i]).trim().replace(/\s+/g, " ");
    return keys[i] === "segment" ? (segmentOf(text)?.short ?? text) : text;
  };
  const placeOf = (row: readonly Cell[]): string => keyOf({ names: keys.map((_, i) => nameIn(row, i)) });
  const judge = (row: readonly Cell[]): Reason | undefined => {
    for (let i = 0; i < width; i++) {
      const text = row[i] === null ? "" : String(row[i]).trim();
      if (text === "" || text === "-") return keys[i] === "segment" ? "segment" : "region";
      if (isTotalLabel(text)) return "total";
    }
    if (columns.asOf) {
      const own = dates.get(String(row[width + 1]));
      if (own === undefined) return "date";
      if (own !== asOf) return "otherDate";
    }
    if (!active && columns.status && isActive(String(row[width] ?? "")) === undefined) return "status";
    const problem = (row[width + 2] as Reason | null) ?? undefined;
    return !problem && known && !known.has(placeOf(row)) ? "base" : problem;
  };

  const found = new Map<string, Group>();
  const bad: { reason: Reason; row: readonly Cell[] }[] = [];
  const listed = new Map<Reason, number>();
  const list = (reason: Reason, rows: number): void =>
    void listed.set(reason, (listed.get(reason) ?? 0) + rows);
  const add = (row: readonly Cell[], sign: 1 | -1): void => {
    const names = keys.map((_, i) => nameIn(row, i));
    const key = keyOf({ names });
    const group = found.get(key) ?? { names, labor: 0, active: 0, rows: 0 };
    found.set(key, group);
    const rows = Number(row[width + 3]);
    const isCovered = !columns.status || isActive(String(row[width] ?? ""));
    group.rows += sign * rows;
    // Rows are workers where no column counts people.
    const workers = labor ? Number(row[width + 4]) : active ? 0 : rows;
    group.labor += sign * workers;
    group.active += sign * (active ? Number(row[width + 5]) : isCovered ? workers : 0);
  };
  let rowsIn = input.rejected.length;
  for (const row of groups) {
    const rows = Number(row[width + 3]);
    rowsIn += rows;
    const reason = judge(row);
    if (reason) {
      list(reason, rows);
      bad.push({ reason, row });
    } else add(row, 1);
  }
  if (input.rejected.length > 0) list("line", input.rejected.length);

  await engine.run(
    `CREATE OR REPLACE TEMP TABLE buruk (reason VARCHAR, ${rawKeys.map((_, i) => `k${i} VARCHAR`).join(", ")})`,
  );
  for (let i = 0; i < bad.length; i += 500) {
    const lines = bad.slice(i, i + 500).map(({ reason, row }) => {
      const cells = row
        .slice(0, rawKeys.length)
        .map((cell) => (cell === null ? "NULL" : literal(String(cell))));
      return `(${[literal(reason), ...cells].join(", ")})`;
    });
    await engine.run(`INSERT INTO buruk VALUES ${lines.join(", ")}`);
  }
  const matches = rawKeys.map((_, i) => `buruk.k${i} IS NOT DISTINCT FROM semua.k${i}`).join(" AND ");

  // A worker counts once: an active row before another one, then the first.
  await engine.run("CREATE OR REPLACE TEMP TABLE ganda (baris BIGINT)");
  let withoutNik = columns.roundedNik ? rowsIn - input.rejected.length : undefined;
  if (columns.nik) {
    const nik = nikOf(input, columns);
    const says = "Mencari NIK ganda";
    await engine.run(
      `CREATE OR REPLACE TEMP TABLE nik_ganda AS SELECT n, count(*) AS c FROM (SELECT ${nik} AS n FROM ${input.from}) GROUP BY n HAVING n IS NULL OR count(*) > 1`,
      says,
    );
    const [[many, unreadable] = [0, 0]] = await engine.rows(
      "SELECT count(n), COALESCE(CAST(sum(c) FILTER (WHERE n IS NULL) AS BIGINT), 0) FROM nik_ganda",
    );
    withoutNik = Number(unreadable);
    if (Number(many) > 0) {
      const statuses = [...new Set(groups.map((row) => row[width]))].filter(
        (text) => typeof text === "string" && isActive(text),
      ) as string[];
      const covered = columns.status
        ? `CASE WHEN k${width} IN (${statuses.map(literal).join(", ") || "NULL"}) THEN 0 ELSE 1 END`
        : "0";
      await engine.run(
        `CREATE OR REPLACE TEMP TABLE lebih AS SELECT * FROM (SELECT semua.*, row_number() OVER (PARTITION BY n ORDER BY ${covered}, ${ROW}) AS urut FROM (SELECT ${named}, ${ROW}, ${nik} AS n, ${labor?.value ?? "0"} AS l, ${active?.value ?? "0"} AS a FROM ${input.from} WHERE ${nik} IN (SELECT n FROM nik_ganda WHERE n IS NOT NULL)) semua ANTI JOIN buruk ON ${matches}) WHERE urut > 1`,
        says,
      );
      await engine.run(`INSERT INTO ganda SELECT ${ROW} FROM lebih`);
      const again = await engine.rows(
        `SELECT ${kept}, count(*), CAST(sum(l) AS BIGINT), CAST(sum(a) AS BIGINT) FROM lebih GROUP BY ${rawKeys.map((_, i) => i + 1).join(", ")}`,
      );
      for (const row of again) {
        add(row, -1);
        list("twice", Number(row[width + 3]));
      }
    }
  }

  const texts = input.columns
    .map(({ name }) => `${safeText(identifier(name))} AS ${identifier(name)}`)
    .join(", ");
  const broken = input.rejected.map(
    ({ line, why }) => `SELECT ${line}, ${literal(`${REASONS.line.id}: ${why}`)}`,
  );
  const why = (reason: string): string =>
    `CASE ${reason} ${Object.entries(REASONS)
      .map(([key, { id }]) => `WHEN ${literal(key)} THEN ${literal(id)}`)
      .join(" ")} END`;
  return {
    keys,
    groups: [...found.values()].filter(({ rows }) => rows > 0),
    rowsIn,
    listed,
    withoutNik,
    asOf,
    hasLabor: labor !== undefined || columns.status !== undefined,
    hasActive: active !== undefined || columns.status !== undefined || labor === undefined,
    listing: `SELECT ${ROW} AS "Baris", ${why("reason")} AS "Alasan", ${texts} FROM (SELECT asal.*, COALESCE(buruk.reason, CASE WHEN asal.${ROW} IN (SELECT baris FROM ganda) THEN 'twice' END) AS reason FROM (SELECT *, ${named} FROM ${input.from}) asal LEFT JOIN buruk ON ${matches.replaceAll("semua.", "asal.")}) WHERE reason IS NOT NULL${broken
      .map((line) => ` UNION ALL ${line}${", NULL".repeat(input.columns.length)}`)
      .join("")}`,
  };
}

const finestOf = (keys: readonly Heading[]): Heading | undefined =>
  [...PLACES].reverse().find((place) => keys.includes(place));

/** Sixteen digits, or nothing: Excel's 7.4E+15 names nobody. */
function nikOf({ columns }: Input, { nik = "", untidyNik }: Columns): string {
  const column = identifier(nik);
  const type = columns.find(({ name }) => name === nik)?.type;
  if (type !== "VARCHAR")
    return `CASE WHEN ${column} BETWEEN 1000000000000000 AND 9999999999999999 THEN TRY_CAST(${column} AS BIGINT) END`;
  // Trimming twenty million texts takes as long as counting them, so only where the file needs it.
  const text = untidyNik ? `trim(${column}, ' ''\\t')` : column;
  return `CASE WHEN length(${text}) = 16 AND NOT contains(${text}, '.') THEN TRY_CAST(${text} AS BIGINT) END`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe. */
const safeText = (column: string): string =>
  `regexp_replace(CAST(${column} AS VARCHAR), '^([-=+@\t\r＝＋－＠])', '''\\1')`;

function lacking(missing: readonly Heading[], { columns, path }: Input): Refusal {
  const names = missing.join(", ");
  const typed = columns
    .map(({ name }) => `“${name}”`)
    .slice(0, 20)
    .join(", ");
  const words: Readonly<Record<string, string>> = {
    province: "Provinsi",
    regency: "Kabupaten/Kota",
    district: "Kecamatan",
    village: "Desa/Kelurahan",
    segment: "Segmen",
  };
  return refuse(
    `Kolom ${missing.map((key) => words[key]).join(", ")} tidak ditemukan di ${path}. Judulnya: ${typed}. Ganti judul kolomnya, atau kurangi --by.`,
    `There is no column for ${names} in ${path}. Its headings: ${typed}. Rename a heading, or ask for less with --by.`,
  );
}
