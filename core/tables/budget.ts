// Table "Anggaran per sumber dana" (T7): workers × months × contribution for each source, against the money there is.
import { HEADINGS } from "../headers";
import { CONTRIBUTION, inForce, plainOf, valueIn } from "../law";
import { writeNumber, writeRupiah } from "../numbers";
import { type Refusal, refuse } from "../refuse";
import type { Language, Words } from "../words";
import { COLORS, coverageRule, FILLS, nameColumn, sameRows } from "./columns";
import { figureAt, nameAt } from "./figures";
import { type Column, frame, type Got, type Parameter, type Plot, type Row, type Rule } from "./frame";
import { ABOUT, aboutParameters, footerOf, type Options, type TableKind } from "./kind";
import { listed } from "./listed";
import type { Wants } from "./mapping";
import * as say from "./messages";
import type { TableModel } from "./model";
import type { Source } from "./source";
import { TOTAL } from "./summary";

const WORDS: Words = { id: "Anggaran per sumber dana", en: "Budget by source of funds" };
const ENOUGH: Words = { id: "cukup", en: "enough" };
const SHORT: Words = { id: "kurang", en: "short" };
const CURRENT = valueIn(inForce(CONTRIBUTION));
const MOST_PLOTTED = 40;

const WANTS: Wants = {
  names: ["province", "regency", "district", "village", "region", "fundSource"],
  columns: ["workers", "months", "contribution", "need", "budget", "asOf"],
  required: [],
  row: { id: "sumber dana", en: "source of funds" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Sumber dana | Pekerja | Bulan | Anggaran.",
    en: "Select the block with its heading row, such as Source of funds | Workers | Months | Budget.",
  },
};

export const budget: TableKind = {
  id: "budget",
  words: WORDS,
  about: {
    id: "Pekerja × bulan × iuran tiap sumber dana, dibandingkan anggarannya: cukup atau kurang, dan berapa pekerja yang terbiayai",
    en: "Workers × months × contribution of each source, against its budget: enough or short, and how many workers it pays for",
  },
  wants: WANTS,
  options: [
    ...ABOUT,
    {
      id: "months",
      words: HEADINGS.months.words,
      about: {
        id: "Untuk baris yang tidak menyebut bulannya; 3, 5 atau 12 bulan lazim",
        en: "For rows that do not say; 3, 5 or 12 months are usual",
      },
      kind: "months",
      start: "12",
    },
    {
      id: "contribution",
      words: HEADINGS.contribution.words,
      about: {
        id: "JKK + JKM per orang; tanpa diskon bila APBN/APBD membayar",
        en: "JKK + JKM a person; no discount where APBN/APBD pays",
      },
      kind: "rupiah",
      start: writeNumber(CURRENT, "id"),
    },
    {
      id: "labor",
      words: HEADINGS.labor.words,
      about: { id: "Untuk menghitung cakupannya; boleh kosong", en: "To see the coverage; may stay blank" },
      kind: "people",
    },
    { id: "active", words: HEADINGS.active.words, kind: "people" },
  ],
  example: {
    cells: [
      ["Wilayah", "Sumber dana", "Pekerja", "Bulan", "Anggaran"],
      ["Lampung 2024", "DBH sawit", 22100, 5, 1860000000],
      ["Papua Barat 2025", "APBD provinsi", 30000, 12, 6000000000],
      ["Penajam Paser Utara 2025", "APBD kabupaten", 20000, 12, 3000000000],
    ],
    typed: { source: "lampung.antaranews.com, planet.merdeka.com" },
  },
  judge,
  make: (source, options, language) => make(source as Source, options, language),
};

/** A table without workers and without money has nothing to compute; a printed cost that disagrees is named. */
function judge(source: Source): readonly Words[] | Refusal {
  const { columns, numbers, rows, block } = source;
  if (!columns.has("workers") && !columns.has("budget"))
    return refuse(
      `Kolom Pekerja dibiayai atau Anggaran tidak ditemukan: sertakan salah satunya, atau tunjuk kolomnya. ${WANTS.example.id}`,
      `There is no column Workers paid for or Budget: include one of them, or point at it. ${WANTS.example.en}`,
    );
  const at = (heading: "workers" | "months" | "contribution" | "need", i: number): number =>
    numbers.get(heading)?.[i] ?? Number.NaN;
  const odd = rows.flatMap((r, i) => {
    const each = Number.isNaN(at("contribution", i)) ? CURRENT : at("contribution", i);
    const need = at("workers", i) * at("months", i) * each;
    const printed = at("need", i);
    return Number.isNaN(need) || Number.isNaN(printed) || need === printed
      ? []
      : [{ row: block.row + r + 1, need, printed }];
  });
  const [first] = odd;
  if (!first) return [];
  const rowsOf = (language: Language): string =>
    listed(
      odd.map(({ row }) => row),
      language,
    );
  return [
    {
      id: `Kebutuhan tertulis berbeda dari pekerja × bulan × iuran di baris ${rowsOf("id")} (${writeRupiah(first.printed, "id")}, hitungan ${writeRupiah(first.need, "id")}). Tabel memakai hitungan.`,
      en: `The printed cost differs from workers × months × contribution in row ${rowsOf("en")} (${writeRupiah(first.printed, "en")}, computed ${writeRupiah(first.need, "en")}). The table uses what is computed.`,
    },
  ];
}

const bought = (money: number, months: number, each: number): number => Math.floor(money / (months * each));
const boughtPlain = (money: string, months: string, each: string): string =>
  `INT(${money}/(${months}*${each}))`;

/** Whole workers a budget pays for, no more than there are to pay for. */
const paidRule = (given: boolean): Rule =>
  given
    ? {
        of: ["budget", "months", "contribution", "workers"],
        optional: 1,
        value: paid,
        plain: paidPlain,
      }
    : {
        of: ["budget", "months", "contribution"],
        value: (money, months, each) => (months * each > 0 ? bought(money, months, each) : ""),
        plain: (money, months, each) => `IF(${months}*${each}>0,${boughtPlain(money, months, each)},"")`,
        live: (money, months, each) => `UCJ_WORKERS_FOR(${money},${months},${each})`,
      };

function paid(money: number, months: number, each: number, workers: number): number | string {
  if (!(months * each > 0)) return "";
  const most = bought(money, months, each);
  return Number.isNaN(workers) ? most : Math.min(workers, most);
}
const paidPlain = (money: string, months: string, each: string, workers: string): string => {
  const most = boughtPlain(money, months, each);
  return `IF(${months}*${each}>0,IF(COUNT(${workers})=0,${most},MIN(${workers},${most})),"")`;
};

/** Coverage once those paid for are participants too. */
const coverageWith = (key: "workers" | "paid", words: Words): Parameter => ({
  key: `${key}Coverage`,
  words,
  shown: "share",
  content: {
    fold: ["@labor", "@active", key],
    answer: (labor, active, people) => {
      const sum = (people ?? []).reduce<number>((all, one) => all + (typeof one === "number" ? one : 0), 0);
      return (Number(active?.[0]) + sum) / Number(labor?.[0]);
    },
    formula: (labor, active, people) => `(${active}+SUM(${people}))/${labor}`,
  },
});

function make(source: Source, options: Options, language: Language): TableModel {
  const id = language === "id";
  const { numbers, rows: places } = source;
  const [given, funded] = [numbers.has("workers"), numbers.has("budget")];
  const place = source.levels.find(({ heading }) => heading !== "fundSource");
  const several = place !== undefined && source.levels.length > 1;
  const each = options.number("contribution") ?? CURRENT;
  const [labor, active] = [options.number("labor"), options.number("active")];
  const covers = labor !== undefined && labor > 0 && active !== undefined;
  const columns = columnsOf(given, funded, several ? HEADINGS[place.heading].words : undefined, language);
  const rows = places.map(
    (_, i): Row => ({
      cells: {
        name: nameAt(source, i),
        ...(several && { place: place.names[i] ?? "" }),
        workers: figureAt(source, "workers", i),
        months: figureAt(source, "months", i) ?? { of: ["@months"], value: (n) => n, plain: (n) => n },
        contribution: figureAt(source, "contribution", i) ?? {
          of: ["@contribution"],
          value: (n) => n,
          plain: (n) => n,
        },
        budget: figureAt(source, "budget", i),
      },
    }),
  );
  const region = options.text("region");
  return frame(
    {
      kind: "budget",
      name: `${id ? "Anggaran" : "Budget"}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}`,
      parameters: [
        ...aboutParameters(options),
        {
          key: "months",
          words: HEADINGS.months.words,
          shown: "count",
          content: { value: options.number("months") ?? 12 },
        },
        {
          key: "contribution",
          words: HEADINGS.contribution.words,
          shown: "rupiah",
          content: { value: each, ...(each === CURRENT && { from: plainOf(inForce(CONTRIBUTION)) }) },
        },
        ...(covers
          ? ([
              { key: "labor", words: HEADINGS.labor.words, shown: "people", content: { value: labor } },
              { key: "active", words: HEADINGS.active.words, shown: "people", content: { value: active } },
              {
                key: "coverage",
                words: { id: "Cakupan sekarang", en: "Present coverage" },
                shown: "share",
                content: { ...coverageRule, of: ["@labor", "@active"] },
              },
            ] as const)
          : []),
        ...(covers && given
          ? [
              coverageWith("workers", {
                id: "Cakupan bila semua dibiayai",
                en: "Coverage if all are paid for",
              }),
            ]
          : []),
        ...(covers && funded
          ? [coverageWith("paid", { id: "Cakupan sebatas anggaran", en: "Coverage the budgets reach" })]
          : []),
      ],
      columns,
      rows,
      total: rows.length > 1 ? { cells: { name: TOTAL[language] } } : undefined,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: [
          id
            ? `Kebutuhan = pekerja × bulan × iuran. ${inForce(CONTRIBUTION).source.id}.`
            : `Cost = workers × months × contribution. ${inForce(CONTRIBUTION).source.en}.`,
          lapseNote(rows.length, got, language),
          covers
            ? id
              ? "Cakupan menganggap yang dibiayai belum menjadi peserta; yang sudah aktif jangan dihitung lagi."
              : "Coverage takes those paid for as new participants; do not count those who are active already."
            : undefined,
          unfundedNote(rows.length, given && funded, got, language),
        ],
        chart:
          rows.length > MOST_PLOTTED ? undefined : chartOf(rows.length, given, funded, region, got, language),
      }),
    },
    language,
  );
}

function columnsOf(given: boolean, funded: boolean, place: Words | undefined, language: Language): Column[] {
  const [enough, short] = [ENOUGH[language], SHORT[language]];
  const both = given && funded;
  const balance: Rule = {
    of: ["need", "budget"],
    value: (need, money) => money - need,
    plain: (need, money) => `${money}-${need}`,
  };
  return [
    nameColumn(HEADINGS.fundSource.words),
    ...(place ? [{ key: "place", words: place, shown: "text", width: 24, total: "none" } as const] : []),
    ...(given
      ? [
          {
            key: "workers",
            words: HEADINGS.workers.words,
            shown: "people",
            width: 13,
            total: "sum",
          } as const,
        ]
      : []),
    { key: "months", words: HEADINGS.months.words, shown: "count", width: 9, total: "none" },
    { key: "contribution", words: HEADINGS.contribution.words, shown: "rupiah", width: 14, total: "none" },
    ...(given
      ? [
          {
            key: "need",
            words: HEADINGS.need.words,
            shown: "rupiah",
            width: 20,
            total: "sum",
            rule: {
              of: ["workers", "months", "contribution"],
              value: (people, months, each) => people * months * each,
              plain: (people, months, each) => `${people}*${months}*${each}`,
              live: (people, months, each) => `UCJ_BUDGET(${people},${months},${each})`,
            },
          } as const satisfies Column,
        ]
      : []),
    ...(funded
      ? [
          {
            key: "budget",
            words: HEADINGS.budget.words,
            shown: "rupiah",
            width: 20,
            total: "sum",
          } as const,
        ]
      : []),
    ...(both
      ? [
          {
            key: "balance",
            words: { id: "Sisa (+) atau kurang (−)", en: "Left (+) or short (−)" },
            shown: "rupiah",
            width: 20,
            rule: balance,
            // Only where every row has both, or the difference would be of different rows.
            total: {
              of: ["need", "budget", "#need", "#budget", "#balance"],
              value: (need, money, needs, moneys, both) =>
                needs === both && moneys === both ? money - need : "",
              plain: (need, money, ...ranges) => `IF(${sameRows(ranges)},${money}-${need},"")`,
            },
          } as const satisfies Column,
        ]
      : []),
    ...(funded
      ? [
          {
            key: "paid",
            words: { id: "Pekerja terbiayai", en: "Workers the budget pays" },
            shown: "people",
            width: 13,
            rule: paidRule(given),
            total: "sum",
          } as const,
        ]
      : []),
    ...(both
      ? [
          {
            key: "status",
            words: { id: "Status", en: "Status" },
            shown: "text",
            width: 12,
            rule: {
              of: ["balance"],
              value: (left) => (left >= 0 ? enough : short),
              plain: (left) => `IF(${left}>=0,"${enough}","${short}")`,
            },
            look: [
              { when: "is", text: enough, ...FILLS.good },
              { when: "is", text: short, ...FILLS.poor },
            ],
          } as const satisfies Column,
        ]
      : []),
  ];
}

/** Months paid for in part of the year: protection ends after them. */
function lapseNote(count: number, got: Got, language: Language): string | undefined {
  const names = say.namesWhere(count, got, (i) => Number(got.cell(i, "months") || 12) < 12);
  if (names.length === 0) return undefined;
  return language === "id"
    ? `Iuran kurang dari 12 bulan: ${listed(names, "id")}. Perlindungan berhenti sesudah bulan terakhir yang dibayar.`
    : `Paid for less than 12 months: ${listed(names, "en")}. Protection ends with the last month paid.`;
}

function unfundedNote(count: number, both: boolean, got: Got, language: Language): string | undefined {
  if (!both) return undefined;
  const names = say.namesWhere(
    count,
    got,
    (i) => (typeof got.cell(i, "workers") === "number") !== (typeof got.cell(i, "budget") === "number"),
  );
  if (names.length === 0) return undefined;
  return language === "id"
    ? `Pekerja atau anggarannya belum terisi pada: ${listed(names, "id")}. Sisa atau kurang pada baris Jumlah terhitung sesudah keduanya ada.`
    : `Workers or budget are missing in: ${listed(names, "en")}. The difference in the Total row appears once both are there.`;
}

function chartOf(
  count: number,
  given: boolean,
  funded: boolean,
  region: string,
  got: Got,
  language: Language,
): Plot | undefined {
  const id = language === "id";
  const sum = (key: string): number | string => (count > 1 ? got.total(key) : got.cell(0, key));
  const rupiah = (value: number | string): string =>
    typeof value === "number" ? writeRupiah(value, language) : "–";
  const where = region ? `${region}: ` : "";
  if (!given)
    return {
      kind: "column",
      title: id
        ? `${where}${region ? "anggaran" : "Anggaran"} ${rupiah(sum("budget"))} membiayai ${say.people(sum("paid"), "id")} pekerja`
        : `${where}${rupiah(sum("budget"))} pay for ${say.people(sum("paid"), "en")} workers`,
      series: ["budget"],
      colors: [COLORS[0]],
    };
  const lead = id
    ? `${where}${region ? "kebutuhan" : "Kebutuhan"} ${rupiah(sum("need"))} untuk ${say.people(sum("workers"), "id")} pekerja`
    : `${where}${rupiah(sum("need"))} needed for ${say.people(sum("workers"), "en")} workers`;
  const left = sum("balance");
  const money =
    !funded || typeof left !== "number"
      ? ""
      : left < 0
        ? id
          ? `; anggaran kurang ${rupiah(-left)}`
          : `; ${rupiah(-left)} short`
        : id
          ? `; anggaran cukup, sisa ${rupiah(left)}`
          : `; the budget is enough, ${rupiah(left)} left`;
  return {
    kind: "column",
    title: lead + money,
    series: funded ? ["need", "budget"] : ["need"],
    colors: [COLORS[0], COLORS[1]],
  };
}
