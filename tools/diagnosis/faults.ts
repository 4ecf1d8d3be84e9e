// The faults injected into invented regions, and what the right diagnosis of each would say.
import type { Finding } from "../../core/checks/check";
import type { PrintedFigures } from "../../core/checks/figures";
import type { Words } from "../../core/words";
import {
  among,
  between,
  dotted,
  isPeople,
  type Name,
  print,
  printed,
  printShare,
  quantities,
  type Random,
  type Report,
  type Scalars,
  type Truth,
} from "./regions";

/** The fault that was made, as the right diagnosis would name it. */
export interface Faulty {
  readonly figures: PrintedFigures;
  readonly isRight: (finding: Finding) => boolean;
  /** The figures that were left as they were. */
  readonly true: readonly Name[];
  /** What else was printed and is right. */
  readonly report: Report;
}

const role = (name: Name): string => (name === "addition" ? "gap" : name);
const says = (finding: Finding, changes: readonly (readonly [string, string])[]): boolean =>
  changes.every(([key, as]) => finding.reading?.some((change) => change.key === key && change.as === as)) &&
  finding.reading?.filter((change) => change.as !== undefined).length === changes.length;
const listed = (finding: Finding, changes: readonly (readonly [string, string])[]): boolean =>
  (finding.open ?? []).some((reading) => says({ ...finding, reading }, changes));

type Inject = (random: Random, report: Report) => Faulty | undefined;

const others = ({ scalars }: Report, ...touched: readonly Name[]): Name[] =>
  (Object.keys(scalars) as Name[]).filter((name) => !touched.includes(name));

/** `under` is printed with the number of `really`; a figure printed under its own right label is left out. */
const mislabel =
  (under: Name, really: Name): Inject =>
  (random, report) => {
    const numbers = quantities(report.truth);
    if (!(numbers[really] > 0) || Math.abs(numbers[really] / numbers[under] - 1) < 0.01) return undefined;
    const scalars = { ...report.scalars };
    // Half the time the number stands under its own label as well.
    if (random() < 0.5) delete scalars[really];
    scalars[under] = print(random, really, numbers[really], false);
    return {
      figures: printed({ ...report, scalars }),
      isRight: (finding) =>
        says(finding, [[under, role(really)]]) || listed(finding, [[under, role(really)]]),
      true: others(report, under, really),
      report,
    };
  };

const swap: Inject = (random, report) => {
  const { scalars, truth } = report;
  const numbers = quantities(truth);
  const names = (Object.keys(scalars) as Name[]).filter((name) => numbers[name] > 0);
  const pairs = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .filter(
        (b) =>
          isPeople(a) === isPeople(b) && role(a) !== role(b) && Math.abs(numbers[a] / numbers[b] - 1) > 0.02,
      )
      .map((b) => [a, b] as const),
  );
  if (pairs.length === 0) return undefined;
  const [a, b] = among(random, pairs);
  const changes = [
    [a, role(b)],
    [b, role(a)],
  ] as const;
  return {
    figures: printed({ ...report, scalars: { ...scalars, [a]: scalars[b], [b]: scalars[a] } as Scalars }),
    isRight: (finding) => says(finding, changes) || listed(finding, changes),
    true: others(report, a, b),
    report,
  };
};

const numberIn = (text: string): number =>
  Number(text.replace(/\./g, "").replace(",", ".").replace(" %", ""));
const close = (a: number | undefined, b: number): boolean =>
  a !== undefined && Math.abs(a - b) <= 1e-6 * Math.abs(b);

/** A figure of which every digit is printed. */
const typed = ({ scalars }: Report): Name[] =>
  (Object.keys(scalars) as Name[]).filter((name) => /^[\d.,]+( %)?$/.test(scalars[name] as string));

const slip: Inject = (random, report) => {
  const names = typed(report);
  if (names.length === 0) return undefined;
  const name = among(random, names);
  const text = report.scalars[name] as string;
  const places = [...text].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const i = Math.floor(random() * places.length);
  const at = places[i] as number;
  const next = places[i + 1];
  const letters = [...text];
  if (random() < 0.5 && next !== undefined) {
    [letters[at], letters[next]] = [letters[next] as string, letters[at] as string];
  } else letters[at] = String((Number(letters[at]) + 1 + Math.floor(random() * 9)) % 10);
  const wrong = letters.join("");
  if (wrong === text || /^0/.test(wrong) !== /^0/.test(text) || wrong.replace(/\D/g, "")[0] === "0")
    return undefined;
  return corrected(report, name, wrong);
};

const shift: Inject = (random, report) => {
  const names = typed(report).filter(
    (name) => isPeople(name) || /^\d{2,},\d/.test(report.scalars[name] as string),
  );
  if (names.length === 0) return undefined;
  const name = among(random, names);
  const text = report.scalars[name] as string;
  if (isPeople(name)) {
    const n = numberIn(text);
    const wrong = random() < 0.5 ? n * 10 : Math.floor(n / 10);
    if (wrong < 1000 || (wrong < n && n % 10 !== 0)) return undefined;
    return corrected(report, name, dotted(wrong));
  }
  const [whole = "", part = ""] = text.replace(" %", "").split(",");
  return corrected(report, name, `${whole.slice(0, -1)},${whole.slice(-1)}${part} %`);
};

function corrected(report: Report, name: Name, wrong: string): Faulty {
  const text = report.scalars[name] as string;
  const right = numberIn(text) / (isPeople(name) ? 1 : 100);
  return {
    figures: printed({ ...report, scalars: { ...report.scalars, [name]: wrong } }),
    isRight: ({ reading }) =>
      reading?.length === 1 && reading[0]?.key === name && close(reading[0].value, right),
    true: others(report, name),
    report,
  };
}

/** Coverage of another base: with civil servants, or of last year. */
const wrongBase: Inject = (random, report) => {
  const { labor, active } = report.truth;
  const factor = among(random, [between(random, 1.05, 1.35), between(random, 0.7, 0.95)]);
  if (active / (labor * factor) > 0.99) return undefined;
  return {
    figures: printed({
      ...report,
      scalars: { ...report.scalars, coverage: printShare(random, active / (labor * factor), 1) },
    }),
    isRight: ({ check, keys }) =>
      check === "one-figure-disagrees" && keys.length === 1 && keys[0] === "coverage",
    true: others(report, "coverage", "uncoveredShare"),
    report,
  };
};

const partMissing: Inject = (random, report) => {
  const { segments, active } = report.truth;
  const left = segments.filter(({ name }) => name !== "PMI");
  if (left.length < 3) return undefined;
  const gone = among(random, left);
  return {
    figures: {
      ...printed({ ...report, scalars: { ...report.scalars, active: dotted(active) } }),
      segments: segments
        .filter((segment) => segment !== gone)
        .map((segment) => ({ name: segment.name, active: dotted(segment.active) })),
    },
    isRight: ({ check, words }) =>
      check === "segments-sum-to-total" && words.id.includes(dotted(gone.active)),
    true: others(report, "active"),
    report: { ...report, rest: { ...report.rest, segments: undefined } },
  };
};

/** The potentials of the segments stand where their active participants should. */
const potentials: Inject = (_, report) => ({
  figures: {
    ...printed(report),
    segments: report.truth.segments.map(({ name, labor }) => ({ name, active: dotted(labor) })),
  },
  isRight: (finding) => says(finding, [["segments.active", "labor"]]),
  true: others(report),
  report: { ...report, rest: { ...report.rest, segments: undefined } },
});

export interface Fault {
  readonly name: Words;
  /** A label stands on another figure's number. */
  readonly label: boolean;
  readonly inject: Inject;
}

export const FAULTS: readonly Fault[] = [
  { name: { id: "dua label tertukar", en: "two labels swapped" }, label: true, inject: swap },
  {
    name: {
      id: "kekurangan ke target ditulis belum terlindungi",
      en: "gap to target printed as not covered",
    },
    label: true,
    inject: mislabel("uncovered", "gap"),
  },
  {
    name: { id: "target peserta ditulis belum terlindungi", en: "target head-count printed as not covered" },
    label: true,
    inject: mislabel("uncovered", "targetWorkers"),
  },
  {
    name: { id: "angkatan kerja ditulis belum terlindungi", en: "labour force printed as not covered" },
    label: true,
    inject: mislabel("uncovered", "labor"),
  },
  {
    name: { id: "capaian target ditulis cakupan", en: "achievement printed as coverage" },
    label: true,
    inject: mislabel("coverage", "achievement"),
  },
  {
    name: { id: "persentase belum terlindungi ditulis cakupan", en: "share not covered printed as coverage" },
    label: true,
    inject: mislabel("coverage", "uncoveredShare"),
  },
  {
    name: { id: "belum terlindungi ditulis peserta aktif", en: "not covered printed as active" },
    label: true,
    inject: mislabel("active", "uncovered"),
  },
  {
    name: { id: '"menambah" untuk "menjadi"', en: '"adding" for "becoming"' },
    label: true,
    inject: mislabel("addition", "targetWorkers"),
  },
  {
    name: { id: "potensi ditulis peserta aktif per segmen", en: "potentials printed as active by segment" },
    label: true,
    inject: potentials,
  },
  {
    name: { id: "cakupan dari dasar lain", en: "coverage of another base" },
    label: false,
    inject: wrongBase,
  },
  { name: { id: "satu segmen tidak tercantum", en: "a segment missing" }, label: false, inject: partMissing },
  {
    name: { id: "satu digit salah atau dua tertukar", en: "a digit wrong or two swapped" },
    label: false,
    inject: slip,
  },
  { name: { id: "koma bergeser", en: "decimal mark shifted" }, label: false, inject: shift },
];

/**
 * What the correct figures alone say about labour force, active and target:
 * twice (each is confirmed by the others), once (they are just enough), or less.
 */
export const EVIDENCE = ["twice", "once", "less"] as const;
export type Evidence = (typeof EVIDENCE)[number];

export function evidenceOf({ report: { truth, rest }, true: names }: Faulty): Evidence {
  // Untouched segments add up to a figure of their own.
  const sums = (["labor", "active"] as const).filter((key) =>
    rest.segments?.every((one) => one[key] !== undefined),
  );
  const given = [...names, ...sums];
  if (facts(truth, given) < 3) return "less";
  const confirmed = given.every(
    (_, i) =>
      facts(
        truth,
        given.filter((__, j) => j !== i),
      ) === 3,
  );
  return confirmed ? "twice" : "once";
}

/** How many independent facts about labour force, active and target a set of figures holds: at most three. */
export function facts(truth: Truth, names: readonly Name[]): number {
  const { coverage, target, achievement } = quantities(truth);
  const rows: Record<Name, number[]> = {
    labor: [1, 0, 0],
    active: [0, 1, 0],
    uncovered: [1, -1, 0],
    coverage: [-coverage, 1, 0],
    uncoveredShare: [-coverage, 1, 0],
    target: [-target, 0, 1],
    targetWorkers: [0, 0, 1],
    addition: [0, -1, 1],
    gap: [0, -1, 1],
    gapPoints: [-(target - coverage), -1, 1],
    achievement: [0, 1, -achievement],
  };
  const matrix = names.map((name) => [...rows[name]]);
  let rank = 0;
  for (let column = 0; column < 3; column++) {
    const pivot = matrix.findIndex((row, i) => i >= rank && Math.abs(row[column] as number) > 1e-9);
    if (pivot < 0) continue;
    [matrix[rank], matrix[pivot]] = [matrix[pivot] as number[], matrix[rank] as number[]];
    const top = matrix[rank] as number[];
    for (let i = rank + 1; i < matrix.length; i++) {
      const row = matrix[i] as number[];
      const factor = (row[column] as number) / (top[column] as number);
      for (let k = column; k < 3; k++) row[k] = (row[k] as number) - factor * (top[k] as number);
    }
    rank++;
  }
  return rank;
}
