// The rules as SQL expressions: whole numbers until the last division, rates in millionths, NULL where a cell refuses.
import { catalogue } from "../../core/catalogue";
import type { Definition } from "../../core/define";
import { CEILING, GROWTH, inForce, type Rule } from "../../core/law";
import type { Words } from "../../core/words";
import type { Dialect } from "./dialect";

/** A share given as an argument is whole millionths: 42,06 % is 420600. A computed one is a floating number. */
export const MILLION = 1_000_000;
export const millionthsOf = ({ ratio: [n, d] }: Rule): number => (n * MILLION) / d;
export const LAWFUL = { growth: millionthsOf(inForce(GROWTH)), ceiling: millionthsOf(inForce(CEILING)) };

export type Unit = "people" | "millionths" | "share" | "years";

export interface SqlParam {
  readonly name: string;
  readonly unit: Unit;
  readonly standard?: number;
}

export interface SqlFunction {
  readonly name: string;
  readonly about: Words;
  readonly params: readonly SqlParam[];
  readonly result: "real" | "int" | "text";
  /** The expression over any columns or parameters. */
  readonly body: (d: Dialect, ...args: readonly string[]) => string;
}

/** Beyond this a spreadsheet has no whole numbers. */
const MOST = Number.MAX_SAFE_INTEGER;
const MOST_YEARS = 100;

const all = (...conditions: readonly string[]): string => conditions.filter(Boolean).join(" AND ");
const when = (condition: string, value: string): string => `CASE WHEN ${condition} THEN ${value} END`;
const people = (d: Dialect, x: string, least: 0 | 1): string =>
  all(d.whole(x), `${x} BETWEEN ${least} AND ${MOST}`);
const rate = (d: Dialect, x: string): string => all(d.whole(x), `${x} BETWEEN 1 AND ${2 * MILLION}`);
const ceilingRate = (d: Dialect, x: string): string => all(d.whole(x), `${x} BETWEEN 0 AND ${2 * MILLION}`);
const growthRate = (d: Dialect, x: string): string =>
  all(d.whole(x), `${x} BETWEEN ${1 - MILLION} AND ${2 * MILLION}`, `${x} <> 0`);
const share = (x: string): string => `${x} > 0 AND ${x} <= 2`;
const real = (d: Dialect, x: string | number): string => `CAST(${x} AS ${d.real})`;
const shareOf = (d: Dialect, millionths: string): string => `${real(d, millionths)} / ${MILLION}`;

/** x · n ÷ d up to a whole number; taken apart, so that no product leaves 64 bits. */
export const ceilMulDiv = (d: Dialect, x: string, n: string, by: number): string => {
  const wide = d.wide(x);
  const times = d.wide(n);
  return `(${d.div(wide, String(by))} * ${times} + ${d.div(`(${d.mod(wide, String(by))} * ${times} + ${by - 1})`, String(by))})`;
};

const targetWorkers = (d: Dialect, labor: string, target: string): string =>
  ceilMulDiv(d, labor, target, MILLION);

/** The helper of DuckDB that takes the yearly factor once. */
export const POWER = "ucj_power";

/** Multiplied year by year, since POWER has other last digits. */
export const powerChain = (years: string, yearly: string): string =>
  Array.from({ length: MOST_YEARS }, (_, n) => `CASE WHEN ${years} > ${n} THEN ${yearly} ELSE 1 END`).join(
    " * ",
  );

/**
 * What a share rises to in some years. Not by list_reduce: in DuckDB 1.5.6 its lambda mixes up the rows of a captured
 * column as soon as the lists differ in length.
 */
function grown(d: Dialect, years: string, growth: string): string {
  const yearly = `1 + ${shareOf(d, growth)}`;
  if (d.id === "duckdb") return `${POWER}(${yearly}, ${years})`;
  return `(SELECT ${powerChain(years, "yearly")} FROM (SELECT ${yearly} AS yearly) AS rate)`;
}

/** The same tolerance as the cells': 10^-12. */
const reached = (d: Dialect, now: string, goal: string): string =>
  `${now} >= ${goal} - ${real(d, 1)} / 1000000000000`;

/** One year on: up by the rate, rounded up, never above the ceiling's head-count nor below the first one. */
const nextWorkers = (d: Dialect, labor: string, active: string, now: string, growth: string, top: string) =>
  d.least(
    d.greatest(targetWorkers(d, labor, top), d.wide(active)),
    ceilMulDiv(d, now, `(${MILLION} + ${growth})`, MILLION),
  );

const LABOR: SqlParam = { name: "labor", unit: "people" };
const ACTIVE: SqlParam = { name: "active", unit: "people" };
const TARGET: SqlParam = { name: "target_ppm", unit: "millionths" };
const YEARS: SqlParam = { name: "years", unit: "years" };
const GROWTH_PPM: SqlParam = { name: "growth_ppm", unit: "millionths", standard: LAWFUL.growth };
const CEILING_PPM: SqlParam = { name: "ceiling_ppm", unit: "millionths", standard: LAWFUL.ceiling };

type Rules = Pick<SqlFunction, "params" | "result" | "body">;

/** What each function of the catalogue is in SQL; names, order and words come from there. */
const RULES: Readonly<Record<string, Rules>> = {
  UCJ_COVERAGE: {
    params: [LABOR, ACTIVE],
    result: "real",
    body: (d, labor = "", active = "") =>
      when(all(people(d, labor, 1), people(d, active, 0)), `${real(d, active)} / ${labor}`),
  },
  UCJ_UNCOVERED: {
    params: [LABOR, ACTIVE],
    result: "int",
    body: (d, labor = "", active = "") =>
      when(all(people(d, labor, 1), people(d, active, 0)), `${d.wide(labor)} - ${d.wide(active)}`),
  },
  UCJ_ACHIEVEMENT: {
    params: [LABOR, ACTIVE, TARGET],
    result: "real",
    body: (d, labor = "", active = "", target = "") =>
      when(
        all(people(d, labor, 1), people(d, active, 0), rate(d, target)),
        `${real(d, active)} / ${targetWorkers(d, labor, target)}`,
      ),
  },
  UCJ_STATUS: {
    params: [{ name: "coverage", unit: "share" }, TARGET, { name: "previous", unit: "share" }],
    result: "text",
    body: (d, coverage = "", target = "", previous = "") => {
      const last = `COALESCE(${previous}, 0)`;
      const { ratio } = inForce(GROWTH);
      const risen = `${last} * (1 + ${real(d, ratio[0])} / ${ratio[1]})`;
      return [
        "CASE",
        `WHEN ${all(share(coverage), rate(d, target))} AND ${last} BETWEEN 0 AND 2 THEN CASE`,
        `WHEN ${reached(d, coverage, shareOf(d, target))} THEN 'tercapai'`,
        `WHEN ${last} = 0 THEN 'di bawah jalur'`,
        `WHEN NOT ${reached(d, coverage, last)} THEN 'menurun'`,
        `WHEN ${reached(d, coverage, risen)} THEN 'sesuai jalur'`,
        "ELSE 'di bawah jalur' END",
        "END",
      ].join(" ");
    },
  },
  UCJ_TARGET: {
    params: [{ name: "prev", unit: "share" }, YEARS, GROWTH_PPM, CEILING_PPM],
    result: "real",
    body: (d, prev = "", years = "", growth = "", ceiling = "") =>
      when(
        all(
          share(prev),
          d.whole(years),
          `${years} BETWEEN 0 AND ${MOST_YEARS}`,
          growthRate(d, growth),
          rate(d, ceiling),
        ),
        d.greatest(prev, d.least(shareOf(d, ceiling), `${prev} * ${grown(d, years, growth)}`)),
      ),
  },
  UCJ_TARGET_WORKERS: {
    params: [LABOR, TARGET],
    result: "int",
    body: (d, labor = "", target = "") =>
      when(all(people(d, labor, 1), rate(d, target)), targetWorkers(d, labor, target)),
  },
  UCJ_NEEDED: {
    params: [LABOR, ACTIVE, TARGET],
    result: "int",
    body: (d, labor = "", active = "", target = "") =>
      when(
        all(people(d, labor, 1), people(d, active, 0), rate(d, target)),
        d.greatest("0", `${targetWorkers(d, labor, target)} - ${d.wide(active)}`),
      ),
  },
};

const definitionOf = (name: string): Definition => catalogue.find((fn) => fn.name === name) as Definition;

/** In the catalogue's order. */
export const FUNCTIONS: readonly SqlFunction[] = catalogue.flatMap(({ name, about }): SqlFunction[] => {
  const rules = RULES[name];
  return rules ? [{ name: name.toLowerCase(), about, ...rules }] : [];
});

export const originOf = ({ name }: SqlFunction): Definition => definitionOf(name.toUpperCase());

/** Where the people path goes next; no cell function, but the tables' own rule for years to come. */
export const NEXT_WORKERS: SqlFunction = {
  name: "ucj_next_workers",
  about: {
    id: "Orang pada tahun berikutnya menurut jalur bertahap: naik, dibulatkan ke atas, tidak melebihi batas",
    en: "People in the next year of the stepwise path: up, rounded up, never above the ceiling",
  },
  params: [LABOR, ACTIVE, { name: "workers", unit: "people" }, GROWTH_PPM, CEILING_PPM],
  result: "int",
  body: (d, labor = "", active = "", workers = "", growth = "", ceiling = "") =>
    when(
      all(
        people(d, labor, 1),
        people(d, active, 0),
        people(d, workers, 0),
        growthRate(d, growth),
        ceilingRate(d, ceiling),
      ),
      nextWorkers(d, labor, active, workers, growth, ceiling),
    ),
};
