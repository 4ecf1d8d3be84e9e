// Invented regions, and how somebody publishes them: made from scratch, with nothing of core/checks.
import type { PrintedFigures } from "../../core/checks/figures";

/** A number in [0, 1), the same row of them for the same seed on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;
export const among = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;
export const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/** What is so in an invented region. */
export interface Truth {
  readonly labor: number;
  readonly active: number;
  readonly target: number;
  readonly targetWorkers: number;
  readonly segments: readonly { readonly name: string; readonly labor: number; readonly active: number }[];
  readonly before: { readonly labor: number; readonly active: number };
}

function regionFrom(random: Random): Truth {
  // From a small regency to a large province.
  const size = 5000 * Math.exp(random() * Math.log(600));
  const level = between(random, 0.03, 0.9);
  const weights = among(random, [
    ["PU", "BPU"],
    ["PU", "BPU", "Jakon"],
    ["PU", "BPU", "Jakon"],
    ["PU", "BPU", "Jakon", "PMI"],
  ]).map((name) => ({ name, weight: name === "PMI" ? 0.02 : between(random, 0.1, 1) }));
  const all = weights.reduce((sum, { weight }) => sum + weight, 0);
  const segments = weights.map(({ name, weight }) => {
    const labor = Math.max(50, Math.round((size * weight) / all));
    const share = Math.min(0.99, Math.max(0.01, level * between(random, 0.4, 1.6)));
    return { name, labor, active: Math.round(labor * share) };
  });
  const labor = segments.reduce((sum, segment) => sum + segment.labor, 0);
  const active = segments.reduce((sum, segment) => sum + segment.active, 0);
  const coverage = active / labor;
  const passed = random() < 0.08;
  const goal = passed
    ? coverage * between(random, 0.85, 0.999)
    : among(random, [coverage * 1.2, coverage + 0.05, coverage + 0.1, coverage * between(random, 1.05, 1.9)]);
  const places = among(random, [100, 1000, 10000, 10000, 10000]);
  const target = Math.min(0.995, Math.max(1 / places, Math.round(goal * places) / places));
  const exact = target * labor;
  const targetWorkers = random() < 0.7 ? Math.ceil(exact - 1e-6) : Math.round(exact);
  const before = { labor: Math.round(labor * between(random, 0.93, 1.08)), active: 0 };
  return {
    labor,
    active,
    target,
    targetWorkers,
    segments,
    before: { ...before, active: Math.round(before.labor * coverage * between(random, 0.7, 1.05)) },
  };
}

/** The plain numbers a region can print. */
export const quantities = ({ labor, active, target, targetWorkers }: Truth) => ({
  labor,
  active,
  uncovered: labor - active,
  coverage: active / labor,
  uncoveredShare: (labor - active) / labor,
  target,
  targetWorkers,
  addition: targetWorkers - active,
  gap: targetWorkers - active,
  gapPoints: target - active / labor,
  achievement: active / targetWorkers,
});
export type Name = keyof ReturnType<typeof quantities>;
const NAMES = Object.keys(
  quantities({ labor: 1, active: 1, target: 1, targetWorkers: 1 } as Truth),
) as Name[];
const PEOPLE: readonly Name[] = ["labor", "active", "uncovered", "targetWorkers", "addition", "gap"];
export const isPeople = (name: Name): boolean => PEOPLE.includes(name);

/** 140940 as "140.940". */
export const dotted = (n: number): string => String(Math.abs(n)).replace(/\B(?=(?:\d{3})+$)/g, ".");
const signed = (n: number, text: string): string => (n < 0 ? `-${text}` : text);

/** As a press release prints a head-count. */
function printPeople(random: Random, n: number, rounding: boolean): string {
  const luck = rounding ? random() : 1;
  const cut = random() < 0.5 ? Math.floor : Math.round;
  if (luck < 0.04 && n >= 2e6) return `${(cut(n / 1e4) / 100).toFixed(2).replace(".", ",")} juta`;
  if (luck < 0.1 && n >= 1e5) return `${dotted(cut(n / 1000))} ribu`;
  if (luck < 0.13 && n >= 1e5) return `sekitar ${dotted(Math.round(n / 1000))} ribu`;
  // Now and then a person is lost on the way.
  const lost = luck < 0.14 && n > 1000 ? 1 : 0;
  return signed(n, dotted(n + lost));
}

function shareText(share: number, decimals: number, cut: boolean): string {
  const units = Math.abs(share) * ([100, 1000, 10000][decimals] as number);
  const digits = cut ? Math.floor(units + 1e-7) : Math.round(units + 1e-7);
  const text = String(digits).padStart(decimals + 1, "0");
  const whole = text.slice(0, text.length - decimals);
  return signed(share, `${whole}${decimals ? `,${text.slice(text.length - decimals)}` : ""} %`);
}

/** "35,05 %": rounded by most, cut off by some. */
export const printShare = (random: Random, share: number, least = 0): string =>
  shareText(share, Math.max(least, among(random, [0, 1, 1, 2, 2, 2, 2, 2, 2, 2])), random() < 0.25);

/** A target is printed with the digits it was set with, now and then one fewer. */
function printTarget(random: Random, target: number): string {
  const set = [100, 1000, 10000].findIndex((n) => Math.abs(target * n - Math.round(target * n)) < 1e-6);
  return shareText(target, Math.max(0, random() < 0.85 ? set : set - 1), false);
}

const LIKELY: Readonly<Record<Name, number>> = {
  labor: 0.7,
  active: 0.85,
  uncovered: 0.5,
  coverage: 0.8,
  uncoveredShare: 0.12,
  target: 0.55,
  targetWorkers: 0.25,
  addition: 0.12,
  gap: 0.15,
  gapPoints: 0.1,
  achievement: 0.15,
};

export type Scalars = Partial<Record<Name, string>>;

export interface Report {
  readonly truth: Truth;
  readonly scalars: Scalars;
  readonly rest: PrintedFigures;
}

export const print = (random: Random, name: Name, value: number, rounding = true): string =>
  name === "target"
    ? printTarget(random, value)
    : isPeople(name)
      ? printPeople(random, value, rounding)
      : printShare(random, value);

/** A region as somebody publishes it: some figures, each printed in its own way. */
export function reportOf(random: Random): Report {
  const truth = regionFrom(random);
  const numbers = quantities(truth);
  const rounding = random() < 0.25;
  const scalars: Scalars = {};
  for (const name of NAMES) {
    const said = random() < LIKELY[name];
    // Nobody prints a negative gap.
    if (said && numbers[name] > 0) scalars[name] = print(random, name, numbers[name], rounding);
  }
  const whole = rounding && random() < 0.5;
  const people = (n: number): string =>
    whole && n >= 1e5 ? `${dotted(Math.round(n / 1000))} ribu` : dotted(n);
  const withActive = random() < 0.3;
  const withLabor = random() < 0.2;
  const withShare = random() < 0.2;
  const coverage = truth.active / truth.labor;
  const earlier = truth.before.active / truth.before.labor;
  const withBefore = random() < 0.25;
  const days = among(random, [
    ["8 Juni 2025", "31 Desember 2024"],
    ["2025-04-30", "2024-04-30"],
    ["30/09/2025", "Juni 2025"],
  ]);
  return {
    truth,
    scalars,
    rest: {
      ...(withActive || withLabor || withShare
        ? {
            segments: truth.segments.map(({ name, labor, active }) => ({
              name,
              ...(withLabor ? { labor: people(labor) } : {}),
              ...(withActive ? { active: people(active) } : {}),
              ...(withShare ? { coverage: printShare(random, active / labor) } : {}),
            })),
          }
        : {}),
      ...(withBefore
        ? {
            previous: {
              labor: dotted(truth.before.labor),
              active: dotted(truth.before.active),
              coverage: printShare(random, earlier),
              asOf: days[1],
            },
            ...(random() < 0.5 && coverage !== earlier
              ? {
                  change: {
                    points: printShare(random, coverage - earlier, 1),
                    relative: printShare(random, coverage / earlier - 1, 1),
                  },
                }
              : {}),
          }
        : {}),
      ...(random() < 0.1
        ? {
            workers: dotted(1000 * Math.round(between(random, 1, 40))),
            months: String(among(random, [3, 5, 6, 12])),
            contribution: "Rp 16.800",
          }
        : {}),
      asOf: days[0],
    },
  };
}

export const printed = ({ scalars, rest }: Report): PrintedFigures => {
  const { workers, months } = rest;
  const budget = workers && months ? Number(workers.replace(/\./g, "")) * Number(months) * 16800 : undefined;
  return {
    ...rest,
    ...scalars,
    ...(budget
      ? {
          budget:
            budget >= 1e9
              ? `Rp${(budget / 1e9).toFixed(2).replace(".", ",")} miliar`
              : `Rp ${dotted(budget)}`,
        }
      : {}),
  };
};
