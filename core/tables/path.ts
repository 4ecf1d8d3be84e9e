// Table "Jalur target" (T8): year by year by the rule, steadily to the target and as given; saturation year and slack.
import { CEILING, GROWTH, inForce } from "../law";
import { writePercent } from "../numbers";
import { isRefusal, type Refusal } from "../refuse";
import type { Language, Words } from "../words";
import { BEGINNING, beginningOf, judgeYears, rateText, YEARS } from "./beginning";
import { labor } from "./columns";
import { type Column, frame, type Got, type Parameter, type Plot, type Row } from "./frame";
import { ABOUT, aboutParameters, footerOf, type Options, type TableKind } from "./kind";
import { listed } from "./listed";
import * as say from "./messages";
import type { TableModel } from "./model";
import {
  addedCell,
  addedColumn,
  PATH_COLORS,
  type Path,
  pathCells,
  peopleColumn,
  peopleKey,
  SATURATION,
  STAGE,
  STEADY_RATE,
  shareColumn,
  shareKey,
  stageColumn,
  wageRule,
} from "./paths";
import type { Source } from "./source";

const WORDS: Words = { id: "Jalur target", en: "Path of targets" };
export const path: TableKind = {
  id: "path",
  words: WORDS,
  about: {
    id: "Tahun demi tahun: menurut aturan 20 %, jalur tetap sampai target, dan target yang ditetapkan; tahun jenuh dan kelonggarannya",
    en: "Year by year: by the 20 % rule, steadily to the target, and as given; the saturation year and the slack",
  },
  wants: YEARS,
  sourceless: true,
  options: [
    ...ABOUT,
    ...BEGINNING,
    {
      id: "wagePart",
      words: { id: "Porsi PU dari target", en: "Wage earners' part of the target" },
      about: { id: "Misalnya 62,69%; kosong: tidak dibagi", en: "Such as 62.69%; blank: not split" },
      kind: "share",
    },
  ],
  judge: judgeYears,
  example: {
    typed: {
      region: "Kota Kendari",
      asOf: "8 Juni 2025",
      basis: "di luar ASN, TNI, Polri",
      source: "KolomRakyat, KiatNews (17 Juni 2025)",
      labor: "140.940",
      active: "49.397",
      year: "2025",
    },
  },
  make,
};

/** Years the rule leaves before the last year. */
const SPARE: Parameter = {
  key: "spare",
  words: { id: "Kelonggaran waktu (tahun)", en: "Slack in time (years)" },
  shown: "count",
  content: {
    fold: ["year", "@saturation"],
    answer: (years, full) =>
      typeof full?.[0] === "number" ? Number(years?.[years.length - 1]) - full[0] : "",
    formula: (years, full) => `IF(COUNT(${full})=1,MAX(${years})-${full},"")`,
  },
};

function make(source: Source | undefined, options: Options, language: Language): TableModel | Refusal {
  const beginning = beginningOf(source, options);
  if (isRefusal(beginning)) return beginning;
  const { years, people, given } = beginning;
  const paths: readonly Path[] = given ? ["rule", "steady", "given"] : ["rule", "steady"];
  const wagePart = people ? options.number("wagePart") : undefined;
  const region = options.text("region");
  const [over, under] = given ? (["given", "rule"] as const) : (["rule", "steady"] as const);
  const slackUnit = people ? { id: "orang", en: "people" } : { id: "poin", en: "points" };
  const slack: Column = {
    key: "slack",
    words: given
      ? {
          id: `Kelonggaran: ditetapkan − aturan (${slackUnit.id})`,
          en: `Slack: given − rule (${slackUnit.en})`,
        }
      : { id: `Kelonggaran: aturan − tetap (${slackUnit.id})`, en: `Slack: rule − steady (${slackUnit.en})` },
    shown: people ? "change" : "gain",
    width: 17,
    rule: people
      ? {
          of: [peopleKey(over), peopleKey(under)],
          value: (more, less) => more - less,
          plain: (more, less) => `${more}-${less}`,
        }
      : {
          of: [shareKey(over), shareKey(under)],
          value: (more, less) => (more - less) * 100,
          plain: (more, less) => `(${more}-${less})*100`,
        },
  };
  const columns: Column[] = [
    { key: "year", words: { id: "Tahun", en: "Year" }, shown: "year", width: 28 },
    ...(people ? [{ ...labor, total: "none" } as const] : []),
    ...paths.map(shareColumn),
    ...(people ? paths.flatMap((one) => [peopleColumn(one), addedColumn(one)]) : []),
    slack,
    ...(wagePart === undefined ? [] : wageColumns(given)),
    stageColumn(given, language),
  ];
  const rows = years.map((year, i): Row => {
    const { given: share, givenWorkers } = beginning.cells(Math.max(0, i - 1));
    const before = share ?? givenWorkers;
    return {
      cells: {
        year:
          i === 0
            ? { of: ["@year"], value: (now) => now, plain: (now) => now }
            : { of: ["^year"], value: (last) => last + 1, plain: (last) => `${last}+1` },
        ...(people && { labor: beginning.cells(i).labor }),
        ...Object.assign({}, ...paths.map((one) => pathCells(one, i, beginning))),
        ...(people && {
          ruleAdded: addedCell("rule", i, false),
          steadyAdded: addedCell("steady", i, false),
          ...(given && { givenAdded: addedCell("given", i, i === 1 && before === undefined) }),
        }),
        ...(i === 0 && !given && { slack: "" }),
        ...(year === years[0] && { stage: language === "id" ? "awal" : "start" }),
      },
    };
  });
  return frame(
    {
      kind: "path",
      name: `${WORDS[language]}${region && ` ${region}`}`,
      title: `${WORDS[language]}${region && `: ${region}`}`,
      parameters: [
        ...aboutParameters(options),
        ...beginning.parameters,
        STEADY_RATE,
        SATURATION,
        SPARE,
        ...(wagePart === undefined
          ? []
          : [
              {
                key: "wagePart",
                words: { id: "Porsi PU dari target", en: "Wage earners' part of the target" },
                shown: "share",
                content: { value: wagePart },
              } as const,
            ]),
      ],
      columns,
      rows,
      footer: footerOf(options, language),
      after: (got) => ({
        notes: notesOf(years, given, people, got, language),
        chart: {
          kind: "line",
          title: titleOf(region, years, given, got, language),
          series: paths.map(shareKey),
          colors: paths.map((one) => PATH_COLORS[one]),
        } satisfies Plot,
      }),
    },
    language,
  );
}

function wageColumns(given: boolean): Column[] {
  const all = peopleKey(given ? "given" : "rule");
  return [
    {
      key: "wage",
      words: { id: "Target PU (orang)", en: "Target, wage earners (people)" },
      shown: "people",
      width: 14,
      rule: wageRule(all),
    },
    {
      key: "informal",
      words: { id: "Target BPU (orang)", en: "Target, informal workers (people)" },
      shown: "people",
      width: 14,
      rule: {
        of: [all, "wage"],
        value: (whole, part) => whole - part,
        plain: (whole, part) => `${whole}-${part}`,
      },
    },
  ];
}

function titleOf(
  region: string,
  years: readonly number[],
  given: boolean,
  got: Got,
  language: Language,
): string {
  const id = language === "id";
  const asked = given ? got.cell(1, "target") : "";
  const next = typeof asked === "number" ? asked : got.cell(1, "ruleShare");
  const full = got.parameter("saturation");
  const most = writePercent(Number(got.parameter("ceiling")), language, 1);
  const rule = rateText(Number(got.parameter("growth")), language);
  const steady = say.percent(got.parameter("steady"), language);
  const [first, last] = [years[0] as number, years[years.length - 1] as number];
  const where = region || (id ? "Cakupan" : "Coverage");
  const now = say.percent(got.parameter("coverage"), language);
  const lead = `${where} ${now}, target ${first + 1} ${say.percent(next, language)}`;
  const ruled =
    typeof full !== "number"
      ? id
        ? `aturan ${rule} belum mencapai ${most} pada ${last}`
        : `the ${rule} rule does not reach ${most} by ${last}`
      : full === first
        ? id
          ? `sudah di batas atas ${most}`
          : `already at the ceiling of ${most}`
        : id
          ? `aturan ${rule} mencapai ${most} pada ${full}`
          : `the ${rule} rule reaches ${most} in ${full}`;
  if (Number(got.parameter("steady")) === 0) return `${lead}; ${ruled}`;
  return `${lead}; ${ruled}${
    id
      ? `, jalur tetap ${steady} per tahun sampai ${last}`
      : `, a steady ${steady} a year takes until ${last}`
  }`;
}

function notesOf(
  years: readonly number[],
  given: boolean,
  people: boolean,
  got: Got,
  language: Language,
): readonly (string | undefined)[] {
  const id = language === "id";
  const below = years.filter((_, i) => got.cell(i, "stage") === STAGE.below[language]);
  const rise = rateText(Number(got.parameter("growth")), language);
  return [
    id
      ? `Jalur aturan: cakupan naik ${rise} per tahun (relatif, bukan poin), dipotong di batas atas.`
      : `Path by the rule: coverage up ${rise} a year (relative, not points), cut at the ceiling.`,
    `${inForce(GROWTH).source[language]}.`,
    id
      ? `Jalur tetap: kenaikan relatif yang sama tiap tahun, tiba di target pada ${years[years.length - 1]}. Batas 99,5 % dari ${inForce(CEILING).source.id}; daerah bisa punya angka sendiri.`
      : `Steady path: the same relative growth every year, at the target in ${years[years.length - 1]}. The 99.5% is from ${inForce(CEILING).source.en}; a region may have its own.`,
    people
      ? id
        ? "Jumlah orang dihitung dari tahun sebelumnya dan dibulatkan ke atas tiap tahun."
        : "People are computed from the year before and rounded up every year."
      : id
        ? "Tanpa angkatan kerja dan peserta aktif, jalurnya hanya persentase."
        : "Without labour force and active participants the paths are shares alone.",
    given && below.length > 0
      ? id
        ? `Target yang ditetapkan di bawah aturan pada: ${listed(below, "id")}.`
        : `The given target is below the rule in: ${listed(below, "en")}.`
      : undefined,
  ];
}
