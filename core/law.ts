// The law as data: every value with its first day in force, its source and how sure we are. Old values stay.
import { writeDate } from "./dates";
import { writeNumber } from "./numbers";
import { type Refusal, refuse } from "./refuse";
import { same, type Words } from "./words";

/** A: legal text seen. B: several independent reports. C: one report. D: not seen in a source. */
export type Confidence = "A" | "B" | "C" | "D";

export interface Rule {
  /** First day in force, ISO. */
  readonly from: string;
  /** The value as an integer ratio, so that no engine rounds it differently. */
  readonly ratio: readonly [number, number];
  readonly source: Words;
  readonly confidence: Confidence;
}

const rule = (from: string, ratio: Rule["ratio"], source: Words, confidence: Confidence = "B"): Rule => ({
  from,
  ratio,
  source,
  confidence,
});

/** Made when first asked for: what stands ready-made is paid for by every cell, of whatever function. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The last time a person compared this file with the regulations. */
export const LAW_REVIEWED = "2026-11-21";

/** Coverage must rise by at least this much over last year's achievement (relative, not points). */
export const GROWTH: readonly Rule[] = [
  rule(
    "2024-01-01",
    [20, 100],
    {
      id: "Aturan 20 % (Permendagri 5/2024, menurut BPJS Ketenagakerjaan); naskahnya belum kami lihat",
      en: "20 % rule (Permendagri 5/2024, as quoted by BPJS Ketenagakerjaan); we have not seen the text",
    },
    "C",
  ),
];

/** The year of the long-term plan's last target. */
export const GOAL_YEAR = 2045;

const RPJPN = same("UU 59/2024 (RPJPN 2025–2045)");
const FIRST_DAY = "2025-01-01";

/** Coverage expected in 2045, and the ceiling of every target path unless another is given. */
export const CEILING: readonly Rule[] = [rule(FIRST_DAY, [995, 1000], RPJPN)];

/** The published points of the national path; every year between two of them is interpolated. */
export const nationalPath = once((): readonly (readonly [year: number, Rule])[] => {
  const plan = same("RPJMN 2025–2029");
  return [
    [2025, rule(FIRST_DAY, [3215, 10000], plan)],
    [2026, rule("2026-01-01", [3499, 10000], same("RKP 2026"))],
    [2029, rule(FIRST_DAY, [4392, 10000], plan)],
    [GOAL_YEAR, rule(FIRST_DAY, [9950, 10000], RPJPN)],
  ];
});

/** Targets of the plan before, on another base: kept to be looked up, never part of the path. */
function pathBefore(): ReturnType<typeof nationalPath> {
  const plan: Words = {
    id: "RKP 2021; dasarnya seluruh penduduk bekerja, bukan dasar jalur 2025–2045",
    en: "RKP 2021; its base is the whole working population, not that of the 2025–2045 path",
  };
  return [
    [2021, rule("2021-01-01", [2944, 10000], plan, "C")],
    [2024, rule("2021-01-01", [3724, 10000], plan, "C")],
  ];
}

const PP_44 = "PP 44/2015";
// From memory; no contribution depends on the day, only UCJ_RULE when asked about an old date.
const PP_44_DAY = "2015-07-01";

const JKK = 10000;
const JKM = 6800;

/** What a government pays a month for a vulnerable worker, on the lowest income base (Rp 1,000,000). */
export const CONTRIBUTION: readonly Rule[] = [
  rule(PP_44_DAY, [JKK + JKM, 1], {
    id: `${PP_44}: JKK 10.000 + JKM 6.800 per bulan, dasar penghasilan Rp 1 juta; tanpa diskon bila APBN/APBD membayar`,
    en: `${PP_44}: JKK 10,000 + JKM 6,800 a month on an income of Rp 1 million; no discount where APBN/APBD pays`,
  }),
];

/** Never applied by a function: a government's budget stays at the full contribution. */
const discount = (): Rule =>
  rule("2025-12-22", [50, 100], {
    id: "PP 50/2025: JKK dan JKM BPU didiskon sementara; tidak berlaku bila APBN/APBD membayar",
    en: "PP 50/2025: JKK and JKM of informal workers cut for a time; not where APBN/APBD pays",
  });

/** Construction: what each layer of the contract value pays, in ten-thousandths, JKK and JKM. */
export const JAKON: readonly { readonly above: number; readonly jkk: number; readonly jkm: number }[] = [
  { above: 0, jkk: 21, jkm: 3 },
  { above: 100e6, jkk: 17, jkm: 2 },
  { above: 500e6, jkk: 13, jkm: 2 },
  { above: 1e9, jkk: 11, jkm: 1 },
  { above: 5e9, jkk: 9, jkm: 1 },
];

const percent = (tenThousandths: number): string => `${writeNumber(tenThousandths / 100, "id", 2)} %`;

/** What UCJ_RULE and UCJ_SOURCE look up, in reading order. */
export const law = once(
  (): ReadonlyMap<string, readonly Rule[]> =>
    new Map<string, readonly Rule[]>([
      ["pertumbuhan", GROWTH],
      ["batas", CEILING],
      ["iuran_bpu", CONTRIBUTION],
      ["jkk_bpu", [rule(PP_44_DAY, [JKK, 1], same(PP_44))]],
      ["jkm_bpu", [rule(PP_44_DAY, [JKM, 1], same(PP_44))]],
      ["diskon_bpu", [discount()]],
      ...[...pathBefore(), ...nationalPath()].map(([year, point]) => [`nasional_${year}`, [point]] as const),
      ...JAKON.map(({ above, jkk, jkm }, i) => {
        const source = `${PP_44}: JKK ${percent(jkk)} + JKM ${percent(jkm)}, > Rp ${writeNumber(above, "id")}`;
        return [`jakon_${i + 1}`, [rule(PP_44_DAY, [jkk + jkm, 10000], same(source))]] as const;
      }),
    ]),
);

const OTHER_NAMES: Readonly<Record<string, string>> = {
  growth: "pertumbuhan",
  kenaikan: "pertumbuhan",
  ceiling: "batas",
  [GOAL_YEAR]: "batas",
  contribution_bpu: "iuran_bpu",
  discount_bpu: "diskon_bpu",
};

/** The entry in force on a day (ISO). Functions take no clock. */
const onDay = (rules: readonly Rule[], day: string): Rule | undefined =>
  rules.filter(({ from }) => from <= day).pop();

/** The newest entry: a planner who needs an older value gives it as an argument. */
export const inForce = (rules: readonly Rule[]): Rule => rules[rules.length - 1] as Rule;

/** The rule a key names, on a day or newest: "Nasional 2029", "national_2029" and "growth" all find theirs. */
export function ruleFor(key: string, day?: string): Rule | Refusal {
  const word = key
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_")
    .replace("national", "nasional");
  const laws = law();
  const rules = laws.get(OTHER_NAMES[word] ?? word);
  if (!rules) {
    const shown = key.slice(0, 30).replace(/[\ud800-\udbff]$/, "");
    const keys = [...laws.keys()].join(", ");
    return word === ""
      ? refuse(`Kunci belum diisi; pilih: ${keys}`, `The key is blank; pick one of: ${keys}`, "missing")
      : refuse(
          `Kunci "${shown}" tidak dikenal; pilih: ${keys}`,
          `There is no key "${shown}"; pick one of: ${keys}`,
        );
  }
  const { from } = rules[0] as Rule;
  return (
    (day ? onDay(rules, day) : inForce(rules)) ??
    refuse(`Baru berlaku ${writeDate(from)}`, `In force only since ${from}`, "missing")
  );
}

export const valueIn = ({ ratio }: Rule): number => ratio[0] / ratio[1];
export const plainOf = ({ ratio: [n, d] }: Rule): string => (d === 1 ? String(n) : `${n}/${d}`);
