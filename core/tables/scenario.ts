// Table "Skenario": paths side by side over the same years: by the rule, steadily, as given, and as far as a budget goes.
import { millionths, roundMulDiv, shareOf } from "../exact";
import { HEADINGS } from "../headers";
import { CONTRIBUTION, GROWTH, inForce, plainOf, valueIn } from "../law";
import { writeNumber } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import type { Language, Words } from "../words";
import { BEGINNING, beginningOf, judgeYears, rateText, YEARS } from "./beginning";
import { FILLS, labor } from "./columns";
import { figureAt } from "./figures";
import { type Column, type Content, frame, type Got, type Parameter, type Plot, type Row } from "./frame";
import { ABOUT, aboutParameters, footerOf, type Options, type TableKind } from "./kind";
import * as say from "./messages";
import type { Figure, TableModel } from "./model";
import {
  PATH_COLORS,
  PATH_WORDS,
  type Path,
  pathCells,
  peopleColumn,
  peopleKey,
  SATURATION,
  STEADY_RATE,
  shareColumn,
  shareKey,
  stageColumn,
} from "./paths";
import { roundUpPlain } from "./people";
import type { Source } from "./source";

const WORDS: Words = { id: "Skenario", en: "Scenarios" };
const MONEY: Words = { id: "Anggaran per tahun", en: "Budget a year" };
const MORE_MONEY: Words = { id: "Kenaikan anggaran", en: "Yearly growth of the budget" };
const BOUND: Words = { id: "Sebatas anggaran", en: "As far as the budget goes" };
const CURRENT = valueIn(inForce(CONTRIBUTION));
/** How far ahead the title looks: a plan's five years. */
const AHEAD = 5;

export const scenario: TableKind = {
  id: "scenario",
  words: WORDS,
  about: {
    id: "Aturan 20 %, jalur tetap, target yang ditetapkan dan jalur sebatas anggaran, berdampingan tahun demi tahun",
    en: "The 20 % rule, the steady path, given targets and what a budget reaches, side by side year by year",
  },
  wants: {
    ...YEARS,
    columns: [...YEARS.columns, "budget"],
    example: {
      id: "Pilih blok beserta baris judulnya, misalnya Tahun | Angkatan kerja | Peserta aktif | Target | Anggaran; atau isi opsinya tanpa sumber.",
      en: "Select the block with its heading row, such as Year | Labour force | Active participants | Target | Budget; or fill in the options without a source.",
    },
  },
  sourceless: true,
  options: [
    ...ABOUT,
    ...BEGINNING,
    {
      id: "budget",
      words: MONEY,
      about: {
        id: "Misalnya 3.000.000.000; kosong: tanpa jalur anggaran",
        en: "Such as 3,000,000,000; blank: no budget path",
      },
      kind: "rupiah",
    },
    {
      id: "budgetGrowth",
      words: MORE_MONEY,
      about: { id: "Misalnya 10%; kosong: tetap", en: "Such as 10%; blank: it stays" },
      kind: "growth",
    },
    { id: "months", words: HEADINGS.months.words, kind: "months", start: "12" },
    {
      id: "contribution",
      words: HEADINGS.contribution.words,
      kind: "rupiah",
      start: writeNumber(CURRENT, "id"),
    },
  ],
  judge: judgeYears,
  example: {
    typed: {
      region: "Kota Kendari",
      asOf: "8 Juni 2025",
      basis: "di luar ASN, TNI, Polri",
      source: "KolomRakyat, KiatNews (17 Juni 2025); anggarannya angka rekaan",
      labor: "140.940",
      active: "49.397",
      year: "2025",
      budget: "3.000.000.000",
      budgetGrowth: "10%",
    },
  },
  make,
};

const same = (name: string): Content => ({ of: [name], value: (now) => now, plain: (now) => now });

/** Money up by a rate, to the whole rupiah. */
const moreMoney = (money: number, growth: number): number => {
  const rate = millionths(1 + growth);
  return rate === undefined ? Math.round(money * (1 + growth)) : roundMulDiv(money, rate, 1e6);
};

function make(source: Source | undefined, options: Options, language: Language): TableModel | Refusal {
  const id = language === "id";
  const beginning = beginningOf(source, options);
  if (isRefusal(beginning)) return beginning;
  const { years, people, given } = beginning;
  const byYear = source?.numbers.get("year") ?? [];
  const moneyIn = (year: number): Figure | undefined => {
    const row = byYear.indexOf(year);
    return source && row >= 0 ? figureAt(source, "budget", row) : undefined;
  };
  const money =
    options.number("budget") ?? years.map((year) => moneyIn(year)?.value).find((one) => one !== undefined);
  const bound = money !== undefined;
  if (bound && !people)
    return refuse(
      "Jalur sebatas anggaran memerlukan Angkatan kerja dan Peserta aktif; isi keduanya, atau kosongkan anggarannya.",
      "The budget path needs the labour force and the active participants; fill in both, or leave the budget blank.",
    );
  const each = options.number("contribution") ?? CURRENT;
  const months = options.number("months") ?? 12;
  if (bound && !(each * months > 0))
    return refuse(
      "Jumlah bulan dan iuran harus di atas 0.",
      "The number of months and the contribution must be above 0.",
    );
  const moneyGrowth = options.number("budgetGrowth");
  const paths: readonly Path[] = given ? ["rule", "steady", "given"] : ["rule", "steady"];
  const workerKeys = [...paths.map(peopleKey), ...(bound ? ["budgetWorkers"] : [])];
  const shares = [...paths.map(shareKey), ...(bound ? ["budgetShare"] : [])];
  const columns: Column[] = [
    { key: "year", words: HEADINGS.year.words, shown: "year", width: 28 },
    ...(people ? [{ ...labor, total: "none" } as const] : []),
    ...paths.map(shareColumn),
    ...(bound ? [boundShare] : []),
    ...(people ? paths.map(peopleColumn) : []),
    ...(bound ? [boundPeople, moneyColumn, ...workerKeys.map((key) => costColumn(key))] : []),
    bound ? enoughColumn(language) : stageColumn(given, language),
  ];
  const rows = years.map((year, i): Row => {
    const own = moneyIn(year);
    return {
      cells: {
        year:
          i === 0
            ? same("@year")
            : { of: ["^year"], value: (last) => last + 1, plain: (last) => `${last}+1` },
        ...(people && { labor: beginning.cells(i).labor }),
        ...Object.assign({}, ...paths.map((one) => pathCells(one, i, beginning))),
        ...(bound && {
          money: i === 0 ? "" : (own ?? (i === 1 ? same("@budget") : nextMoney(moneyGrowth))),
          ...(i === 0 && {
            budgetWorkers: same("@active"),
            ...Object.fromEntries(workerKeys.map((key) => [`${key}Cost`, ""])),
          }),
        }),
        ...(i === 0 && { [bound ? "enough" : "stage"]: id ? "awal" : "start" }),
      },
    };
  });
  const region = options.text("region");
  const parameters: Parameter[] = [
    ...aboutParameters(options),
    ...beginning.parameters,
    STEADY_RATE,
    SATURATION,
    ...(bound
      ? ([
          { key: "budget", words: MONEY, shown: "rupiah", content: { value: money } },
          ...(moneyGrowth === undefined
            ? []
            : [
                {
                  key: "moneyGrowth",
                  words: MORE_MONEY,
                  shown: "share",
                  content: { value: moneyGrowth },
                } as const,
              ]),
          { key: "months", words: HEADINGS.months.words, shown: "count", content: { value: months } },
          {
            key: "contribution",
            words: HEADINGS.contribution.words,
            shown: "rupiah",
            content: { value: each, ...(each === CURRENT && { from: plainOf(inForce(CONTRIBUTION)) }) },
          },
        ] as const)
      : []),
  ];
  return frame(
    {
      kind: "scenario",
      name: `${WORDS[language]}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}`,
      parameters,
      columns,
      rows,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          id
            ? `Jalur aturan: cakupan naik ${rateText(beginning.growth, "id")} per tahun (relatif), dipotong di batas atas.`
            : `Path by the rule: coverage up ${rateText(beginning.growth, "en")} a year (relative), cut at the ceiling.`,
          `${inForce(GROWTH).source[language]}.`,
          bound
            ? id
              ? "Sebatas anggaran: peserta awal ditambah pekerja yang iurannya dibayar tahun itu. Anggaran tiap tahun membayar iuran tahun itu saja, jadi pekerja yang sama harus dibiayai lagi tahun berikutnya."
              : "As far as the budget goes: those who are active now and the workers whose contribution is paid that year. A year's budget pays that year alone, so the same workers must be paid for again."
            : undefined,
          bound
            ? id
              ? "Biaya: tambahan peserta sejak awal × iuran × bulan, bila semuanya dibayar anggaran; peserta mandiri dan pekerja perusahaan mengurangi biaya itu."
              : "Cost: participants added since the start × contribution × months, if budgets paid for all; those who pay themselves or through employers lower it."
            : undefined,
        ],
        chart: {
          kind: "line",
          title: titleOf(region, years, paths, bound, got, language),
          series: shares,
          colors: [...paths.map((one) => PATH_COLORS[one]), ...(bound ? ["#3D1232"] : [])],
        } satisfies Plot,
      }),
    },
    language,
  );
}

const nextMoney = (growth: number | undefined): Content =>
  growth === undefined
    ? same("^money")
    : {
        of: ["^money", "@moneyGrowth"],
        value: moreMoney,
        plain: (before, more) => `ROUND(${before}*(1+${more}),0)`,
      };

const moneyColumn: Column = { key: "money", words: HEADINGS.budget.words, shown: "rupiah", width: 20 };

const boundShare: Column = {
  key: "budgetShare",
  words: BOUND,
  shown: "share",
  width: 13,
  rule: {
    of: ["labor", "budgetWorkers"],
    over: 0,
    value: (base, workers) => workers / base,
    plain: (base, workers) => `${workers}/${base}`,
  },
};
/** Never above what the ceiling asks for, so that money left over buys nobody. */
const boundPeople: Column = {
  key: "budgetWorkers",
  words: { id: "Sebatas anggaran (orang)", en: "As far as the budget goes (people)" },
  shown: "people",
  width: 14,
  rule: {
    of: ["@active", "money", "@months", "@contribution", "labor", "@ceiling", "@coverage"],
    value: (now, money, months, each, base, most, coverage) =>
      Math.min(shareOf(base, Math.max(most, coverage)), now + Math.floor(money / (months * each))),
    plain: (now, money, months, each, base, most, coverage) =>
      `MIN(${roundUpPlain(`${base}*MAX(${most},${coverage})`)},${now}+INT(${money}/(${months}*${each})))`,
  },
};

const SHORT: Record<string, Words> = {
  ruleWorkers: { id: "aturan", en: "by the rule" },
  steadyWorkers: { id: "tetap", en: "steady" },
  targetWorkers: { id: "ditetapkan", en: "as given" },
  budgetWorkers: { id: "sebatas anggaran", en: "budget path" },
};

/** What the participants added since the start cost in a year. */
const costColumn = (workers: string): Column => ({
  key: `${workers}Cost`,
  words: { id: `Biaya, ${SHORT[workers]?.id}`, en: `Cost, ${SHORT[workers]?.en}` },
  shown: "rupiah",
  width: 20,
  rule: {
    of: [workers, "@active", "@months", "@contribution"],
    value: (then, now, months, each) => Math.max(0, then - now) * months * each,
    plain: (then, now, months, each) => `MAX(0,${then}-${now})*${months}*${each}`,
  },
});

function enoughColumn(language: Language): Column {
  const yes = { id: "cukup untuk jalur tetap", en: "enough for the steady path" }[language];
  const no = { id: "kurang untuk jalur tetap", en: "short of the steady path" }[language];
  return {
    key: "enough",
    words: { id: "Anggaran", en: "Budget" },
    shown: "text",
    width: 22,
    rule: {
      of: ["budgetWorkers", "steadyWorkers"],
      value: (paid, steady) => (paid >= steady ? yes : no),
      plain: (paid, steady) => `IF(${paid}>=${steady},"${yes}","${no}")`,
    },
    look: [
      { when: "is", text: yes, ...FILLS.good },
      { when: "is", text: no, ...FILLS.poor },
    ],
  };
}

function titleOf(
  region: string,
  years: readonly number[],
  paths: readonly Path[],
  bound: boolean,
  got: Got,
  language: Language,
): string {
  const id = language === "id";
  const at = Math.min(AHEAD, years.length - 1);
  const parts = [
    ...paths.map((path) => [PATH_WORDS[path][language], got.cell(at, shareKey(path))] as const),
    ...(bound ? [[BOUND[language], got.cell(at, "budgetShare")] as const] : []),
  ].filter(([, share]) => typeof share === "number");
  const list = parts
    .map(([name, share]) => `${name.toLowerCase()} ${say.percent(share, language)}`)
    .join(", ");
  const where = region || (id ? "Cakupan" : "Coverage");
  return `${where} ${say.percent(got.parameter("coverage"), language)}; ${id ? "pada" : "in"} ${years[at]}: ${list}`;
}
