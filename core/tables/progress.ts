// Table "Kemajuan bulanan" (T9): active participants month by month against the pro-rata line, and the pace still needed.
import { yearIn } from "../checks/sources/labels";
import { ceilMulDiv, shareOf } from "../exact";
import { HEADINGS, type Heading } from "../headers";
import { CEILING, GROWTH, inForce } from "../law";
import { isRefusal, type Refusal, refuse } from "../refuse";
import type { Language, Words } from "../words";
import { rateText } from "./beginning";
import { ABOVE, active, coverage, coverageRule, FILLS, STATUS } from "./columns";
import { figureAt } from "./figures";
import {
  type Column,
  type Content,
  frame,
  type Got,
  type Parameter,
  type Plot,
  type Row,
  type Rule,
} from "./frame";
import {
  ABOUT,
  aboutParameters,
  CEILING_OPTION,
  ceilingOf,
  footerOf,
  GROWTH_OPTION,
  growthOf,
  type Options,
  rateParameter,
  TARGET,
  type TableKind,
} from "./kind";
import * as say from "./messages";
import type { Figure, TableModel } from "./model";
import { MONTHS } from "./month-names";
import { MONTH_ROWS, monthsIn } from "./months";
import { roundUp, roundUpPlain } from "./people";
import type { Source } from "./source";

const WORDS: Words = { id: "Kemajuan bulanan", en: "Monthly progress" };
const START: Words = { id: "Peserta aktif akhir tahun lalu", en: "Active at the end of last year" };
const GOAL: Words = { id: "Target akhir tahun (orang)", en: "Target at the end of the year (people)" };
export const progress: TableKind = {
  id: "progress",
  words: WORDS,
  about: {
    id: "Peserta aktif tiap bulan dibandingkan garis target, dan tambahan per bulan yang masih diperlukan",
    en: "Active participants each month against the target line, and the additions a month still needed",
  },
  wants: MONTH_ROWS,
  sourceless: true,
  options: [
    ...ABOUT,
    { id: "year", words: HEADINGS.year.words, kind: "year" },
    { id: "labor", words: HEADINGS.labor.words, kind: "people" },
    {
      id: "start",
      words: START,
      about: {
        id: "Kosong: dari baris Desember tahun lalu di sumber",
        en: "Blank: from the source's row for last December",
      },
      kind: "people",
    },
    { ...TARGET, words: { id: "Target akhir tahun", en: "Target at the end of the year" } },
    {
      id: "goal",
      words: GOAL,
      about: {
        id: "Bila targetnya berupa orang; didahulukan dari persentase",
        en: "Where the target is a head-count; it goes before the share",
      },
      kind: "people",
    },
    GROWTH_OPTION,
    CEILING_OPTION,
  ],
  judge: (source) => {
    const read = monthsIn(source, undefined);
    return isRefusal(read) ? read : read.findings;
  },
  example: {
    cells: [
      ["Bulan", "Peserta aktif"],
      ["Desember 2024", 46000],
      ["Januari 2025", 46400],
      ["Februari 2025", 46900],
      ["Maret 2025", 47300],
      ["April 2025", 47250],
      ["Mei 2025", 48600],
      ["Juni 2025", 49397],
    ],
    typed: {
      region: "Kota Kendari",
      labor: "140.940",
      basis: "di luar ASN, TNI, Polri",
      source: "Juni 2025: KolomRakyat, KiatNews; bulan lain angka rekaan",
    },
  },
  make,
};

const LEFT = { fold: ["left"] as const };
const monthsLeft = (left: readonly (number | string)[] | undefined): number =>
  Math.min(...(left ?? []).filter((value): value is number => typeof value === "number"));

/** A cell of the last month that has a figure; a column that is blank there gives "". */
const lastOf = (key: string): Content => ({
  fold: [...LEFT.fold, key],
  answer: (left, column) => {
    const months = monthsLeft(left);
    return Number.isFinite(months) ? (column?.[11 - months] ?? "") : "";
  },
  formula: (left, column) => `IF(COUNT(${left})>0,INDEX(${column},12-MIN(${left})),"")`,
});

function make(source: Source | undefined, options: Options, language: Language): TableModel | Refusal {
  const id = language === "id";
  const asked = options.number("year");
  const read = source ? monthsIn(source, asked) : undefined;
  if (isRefusal(read)) return read;
  const year = read?.year ?? asked ?? yearIn(options.text("asOf"));
  const figure = (heading: Heading, i: number | undefined): Figure | undefined =>
    source && i !== undefined && source.numbers.has(heading) ? figureAt(source, heading, i) : undefined;
  const typed = (option: string): Figure | undefined => {
    const value = options.number(option);
    return value === undefined ? undefined : { value };
  };
  const start = typed("start") ?? figure("active", read?.before);
  if (!start)
    return refuse(
      "Peserta aktif akhir tahun lalu belum ada: isi opsinya, atau sertakan baris Desember tahun lalu.",
      "The active participants at the end of last year are missing: fill in the option, or include last December's row.",
    );
  const withLabor = [...(read?.rows ?? [])]
    .sort(([a], [b]) => b - a)
    .flatMap(([, i]) => figure("labor", i) ?? []);
  const labor = typed("labor") ?? withLabor[0];
  const share = options.number("target");
  const people = typed("goal");
  if (!people && share !== undefined && !labor)
    return refuse(
      "Target berupa persentase memerlukan angkatan kerja: isi opsi Angkatan kerja, atau isi Target akhir tahun (orang).",
      "A target as a share needs the labour force: fill in Labour force, or the target in people.",
    );
  const [growth, ceiling] = [growthOf(options), ceilingOf(options)];
  const byRule = !people && share === undefined;
  const goal: Content =
    people ??
    (share !== undefined
      ? {
          of: ["@labor", "@target"],
          value: shareOf,
          plain: (base, part) => roundUpPlain(`${base}*${part}`),
          live: (base, part) => `UCJ_TARGET_WORKERS(${base},${part})`,
        }
      : ruleGoal(labor !== undefined));
  const given = source?.numbers.has("active") ?? false;
  const summed = !given && (source?.numbers.has("added") ?? false);
  const parameters: Parameter[] = [
    ...aboutParameters(options),
    ...(year === undefined
      ? []
      : [{ key: "year", words: HEADINGS.year.words, shown: "year", content: { value: year } } as const]),
    ...(labor
      ? [{ key: "labor", words: HEADINGS.labor.words, shown: "people", content: labor } as const]
      : []),
    { key: "start", words: START, shown: "people", content: start },
    ...(byRule ? [rateParameter(GROWTH_OPTION, growth)] : []),
    ...(byRule && labor ? [rateParameter(CEILING_OPTION, ceiling)] : []),
    ...(share !== undefined && !people
      ? [
          {
            key: "target",
            words: { id: "Target akhir tahun", en: "Target at the end of the year" },
            shown: "share",
            content: { value: share },
          } as const,
        ]
      : []),
    { key: "goal", words: GOAL, shown: "people", content: goal },
    {
      key: "latest",
      words: { id: "Data terakhir", en: "Last figure" },
      shown: "text",
      content: lastOf("month"),
    },
    {
      key: "monthsLeft",
      words: { id: "Sisa bulan", en: "Months left" },
      shown: "count",
      content: lastOf("left"),
    },
    {
      key: "pace",
      words: { id: "Perlu per bulan (orang)", en: "Needed a month (people)" },
      shown: "people",
      content: lastOf("pace"),
    },
  ];
  const addedIn = (k: number): boolean => figure("added", read?.rows.get(k + 1)) !== undefined;
  const known = MONTHS[language].findIndex((_, k) => !addedIn(k));
  /** Additions are summed as far as they go; a blank cell is a gap in the chart, a formula's "" would be drawn as 0. */
  const isSummed = (k: number): boolean => known < 0 || k < known;
  const rows = MONTHS[language].map((month, k): Row => {
    const own = read?.rows.get(k + 1);
    const before = k === 0 ? "@start" : "^active";
    return {
      cells: {
        month,
        active: !summed
          ? figure("active", own)
          : isSummed(k)
            ? {
                of: [before, "added"],
                value: (from, more) => from + more,
                plain: (from, more) => `${from}+${more}`,
              }
            : undefined,
        line: lineRule(k + 1),
        added: summed
          ? figure("added", own)
          : {
              of: [before, "active"],
              value: (from, now) => now - from,
              plain: (from, now) => `${now}-${from}`,
            },
        left: { of: ["active"], value: () => 11 - k, plain: () => String(11 - k) },
      },
    };
  });
  const region = options.text("region");
  return frame(
    {
      kind: "progress",
      name: `${WORDS[language]}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}${year === undefined ? "" : ` ${year}`}`,
      parameters,
      columns: columnsOf(labor !== undefined, language),
      rows,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          id
            ? "Garis target: dari akhir tahun lalu ke target akhir tahun, dibagi rata 12 bulan dan dibulatkan ke atas."
            : "Target line: from the end of last year to the target, in twelve equal steps, rounded up.",
          id
            ? "Perlu per bulan: kekurangan ke target akhir tahun ÷ sisa bulan, dibulatkan ke atas. Penurunan dalam sebulan adalah hal biasa."
            : "Needed a month: what is missing to the target ÷ the months left, rounded up. A month that falls is nothing unusual.",
          ...(byRule ? ruleNotes(growth, labor !== undefined, language) : []),
          summed ? gapNote(rows.length, got, language) : undefined,
          say.aboveNote(overfull(got, language), language),
        ],
        chart: {
          kind: "line",
          title: titleOf(region, year, got, language),
          series: ["active", "line"],
          colors: ["#1F4E79", "#F2B36B"],
        } satisfies Plot,
      }),
    },
    language,
  );
}

/** Last year's people up by the rule, never above what the ceiling asks for. */
const ruleGoal = (capped: boolean): Rule =>
  capped
    ? {
        of: ["@start", "@growth", "@labor", "@ceiling"],
        value: (from, growth, base, most) =>
          Math.max(from, Math.min(shareOf(base, most), roundUp(from * (1 + growth)))),
        plain: (from, growth, base, most) =>
          `MAX(${from},MIN(${roundUpPlain(`${base}*${most}`)},${roundUpPlain(`${from}*(1+${growth})`)}))`,
      }
    : {
        of: ["@start", "@growth"],
        value: (from, growth) => roundUp(from * (1 + growth)),
        plain: (from, growth) => roundUpPlain(`${from}*(1+${growth})`),
      };

/** The oblique line: what is due by the end of a month. */
const lineRule = (month: number): Rule => ({
  of: ["@start", "@goal"],
  value: (from, to) => from + ceilMulDiv(to - from, month, 12),
  plain: (from, to) => `${from}-INT((${from}-${to})*${month}/12)`,
  live: (from, to) => `UCJ_MONTH_TARGET(${from},${to},${month})`,
});

function columnsOf(based: boolean, language: Language): Column[] {
  const number = (
    key: string,
    id: string,
    en: string,
    shown: Column["shown"],
    width: number,
    rule?: Rule,
  ): Column => ({
    key,
    words: { id, en },
    shown,
    width,
    rule,
  });
  return [
    { key: "month", words: HEADINGS.month.words, shown: "text", width: 31 },
    { ...active, total: "none" },
    number("line", "Target bulan (orang)", "Target of the month (people)", "people", 14),
    number("apart", "Selisih ke target bulan", "Off the month's target", "change", 14, {
      of: ["line", "active"],
      value: (due, now) => now - due,
      plain: (due, now) => `${now}-${due}`,
    }),
    ...(based
      ? [{ ...coverage, total: "none", rule: { ...coverageRule, of: ["@labor", "active"] } } as const]
      : []),
    number("added", "Tambahan bulan ini", "Added in the month", "change", 13),
    number("short", "Kurang ke target tahun", "Short of the year's target", "people", 14, {
      of: ["active", "@goal"],
      value: (now, goal) => Math.max(0, goal - now),
      plain: (now, goal) => `MAX(0,${goal}-${now})`,
    }),
    number("left", "Sisa bulan", "Months left", "count", 9),
    number("pace", "Perlu per bulan (orang)", "Needed a month (people)", "people", 14, {
      of: ["short", "left"],
      over: 1,
      value: (short, left) => Math.ceil(short / left),
      plain: (short, left) => `ROUNDUP(${short}/${left},0)`,
    }),
    statusColumn(based, language),
  ];
}

/** Where a month stands, in words. */
function statusColumn(based: boolean, language: Language): Column {
  const word = (key: keyof typeof STATUS): string => STATUS[key][language];
  const above = ABOVE[language];
  return {
    key: "status",
    words: { id: "Status", en: "Status" },
    shown: "text",
    width: 16,
    rule: {
      of: ["active", "line", "@goal", "@start", ...(based ? ["@labor"] : [])],
      value: (now, due, goal, start, base = Number.POSITIVE_INFINITY) =>
        (now as number) > base ? above : word(standing(now, due, goal, start)),
      plain: (now, due, goal, start, base) => {
        const judged = `IF(${now}>=${goal},"${word("tercapai")}",IF(${now}>=${due},"${word("sesuai jalur")}",IF(${now}<${start},"${word("menurun")}","${word("di bawah jalur")}")))`;
        return base ? `IF(${now}>${base},"${above}",${judged})` : judged;
      },
    },
    look: [
      { when: "is", text: word("tercapai"), ...FILLS.good },
      { when: "is", text: word("sesuai jalur"), ...FILLS.good },
      { when: "is", text: word("di bawah jalur"), ...FILLS.fair },
      { when: "is", text: word("menurun"), ...FILLS.poor },
      { when: "is", text: above, ...FILLS.fair },
    ],
  };
}

function standing(now = 0, due = 0, goal = 0, start = 0): keyof typeof STATUS {
  if (now >= goal) return "tercapai";
  if (now >= due) return "sesuai jalur";
  return now < start ? "menurun" : "di bawah jalur";
}

const ruleNotes = (growth: number, capped: boolean, language: Language): readonly string[] =>
  language === "id"
    ? [
        `Target: peserta akhir tahun lalu naik ${rateText(growth, "id")}${capped ? `, paling tinggi batas atas (${inForce(CEILING).source.id})` : ""}. Target dari surat resmi didahulukan, isi di opsinya.`,
        `${inForce(GROWTH).source.id}.`,
      ]
    : [
        `Target: last year's participants up ${rateText(growth, "en")}${capped ? `, at most the ceiling (${inForce(CEILING).source.en})` : ""}. A target given by letter comes first, enter it as an option.`,
        `${inForce(GROWTH).source.en}.`,
      ];

/** Additions can only be summed without a gap. */
function gapNote(count: number, got: Got, language: Language): string | undefined {
  const filled = Array.from({ length: count }, (_, i) => typeof got.cell(i, "added") === "number");
  const gap = filled.indexOf(false);
  if (gap < 0 || filled.lastIndexOf(true) < gap) return undefined;
  return language === "id"
    ? `Tambahan ${MONTHS.id[gap]} kosong, jadi peserta aktif sejak bulan itu tidak terhitung; isi 0 bila memang tidak ada tambahan.`
    : `The additions of ${MONTHS.en[gap]} are blank, so active participants stop there; enter 0 where there were none.`;
}

const overfull = (got: Got, language: Language): readonly string[] =>
  MONTHS[language].filter(
    (_, i) => Number(got.cell(i, "active")) > (Number(got.parameter("labor")) || Number.POSITIVE_INFINITY),
  );

function titleOf(region: string, year: number | undefined, got: Got, language: Language): string {
  const id = language === "id";
  const where = region || (id ? "Peserta aktif" : "Active participants");
  const when = year === undefined ? "" : ` ${year}`;
  const latest = MONTHS[language].indexOf(String(got.parameter("latest")));
  const goal = say.people(got.parameter("goal"), language);
  if (latest < 0)
    return id
      ? `${where}${when}: target akhir tahun ${goal} orang`
      : `${where}${when}: ${goal} people by the end of the year`;
  const now = got.cell(latest, "active");
  const share = got.cell(latest, "coverage");
  const reached =
    typeof share === "number" ? `${say.percent(share, language)}` : `${say.people(now, language)}`;
  const apart = Number(got.cell(latest, "apart"));
  const off = say.people(Math.abs(apart), language);
  const against =
    apart < 0
      ? id
        ? `${off} orang di bawah garis target`
        : `${off} people below the target line`
      : id
        ? `${off} orang di atas garis target`
        : `${off} people above the target line`;
  const pace = got.parameter("pace");
  const rest =
    typeof pace !== "number" || pace === 0
      ? ""
      : id
        ? `; perlu ${say.people(pace, "id")} orang per bulan`
        : `; ${say.people(pace, "en")} people a month needed`;
  return `${where} ${String(got.parameter("latest"))}${when} ${reached}, ${against}${rest}`;
}
