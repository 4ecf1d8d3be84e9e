// Tries other labels for printed figures, and keeps the readings under which every identity holds.
import { type Claim, claimsOf, type Off, offBy, rangeOf, settle } from "./agree";
import { type Change, type Finding, inBoth, teller } from "./check";
import { type Figures, isShare, type Role, roleOf, type ScalarKey } from "./figures";
import { imply } from "./imply";
import type { MixUp, Move } from "./mix-ups";

export interface Reread {
  readonly finding: Finding;
  /** The figures under their right labels. */
  readonly figures: Figures;
}

/**
 * A reading counts only when the other figures say what the number should be: within this share of the labour force
 * (of 1 for shares). A target printed in whole per cent leaves 2 points, which is enough; a guess is not.
 */
const PINNED = 0.06;
/** A mix-up that nobody has seen in print needs more than whole per cents. */
const PINNED_UNSEEN = 0.01;
/** Of several readings, one that puts the target this far below what is achieved is none. */
const PASSED = 0.75;

/** How much room the other claims, and its own rounding, leave a figure: a share of the labour force, or of 1. */
function room(claims: readonly Claim[], one: Claim, off: Off): number {
  const others = claims.filter((claim) => claim !== one);
  const range = settle(others, 1) ?? settle(others, off);
  const all = range && settle(claims, off);
  if (!range || !all) return Number.POSITIVE_INFINITY;
  const [from, to] = rangeOf(range, one.role);
  const labor = rangeOf(all, "labor")[1];
  const scale = isShare(one.role) ? 1 : labor < Number.POSITIVE_INFINITY ? labor : one.value;
  return (to - from + 2 * one.reach) / scale;
}

/** Puts figures under other labels; a label that was taken keeps its figure, which is then the same. */
function relabel(figures: Figures, moves: readonly Move[]): Figures {
  const after: { -readonly [K in keyof Figures]: Figures[K] } = { ...figures };
  for (const { key } of moves) if (key !== "segments.active") after[key as ScalarKey] = undefined;
  for (const { key, as } of moves)
    if (key === "segments.active")
      after.segments = figures.segments?.map(({ name, active }) => ({ name, labor: active }));
    else after[as] ??= figures[key as ScalarKey];
  return after;
}

interface Fit {
  readonly mixUp: MixUp;
  readonly claims: readonly Claim[];
  readonly off: Off;
  readonly room: number;
  /** The target is passed by far. */
  readonly passed: boolean;
}

/** Undefined when the identities do not hold under these labels, or when nothing confirms them. */
function fitOf(mixUp: MixUp, printed: readonly Claim[], broken: boolean): Fit | undefined {
  const { moves, loose } = mixUp;
  if (!moves.every((move) => printed.some(({ key }) => key === move.key))) return undefined;
  const claims = printed.map((claim) => {
    const move = moves.find(({ key }) => key === claim.key);
    return move ? { ...claim, role: move.as } : claim;
  });
  const off = offBy(claims);
  const range = off === 3 ? undefined : settle(claims, off);
  if (!range) return undefined;
  const [target, most] = rangeOf(range, "target");
  const [coverage] = rangeOf(range, "coverage");
  // No target is above everyone, and a new label must not make coverage so.
  if (target > 1 || coverage > 1) return undefined;
  const moved = claims.filter(({ key }) => moves.some((move) => move.key === key));
  const least = Math.min(...moved.map((claim) => room(claims, claim, off)));
  if (broken && least > PINNED && !(loose && most >= coverage)) return undefined;
  return { mixUp, claims, off, room: least, passed: most < PASSED * coverage };
}

/** What the old label should hold instead. */
function vacated(figures: Figures, { mixUp: { moves }, claims }: Fit): readonly Change[] {
  const key = moves[0]?.key as ScalarKey;
  if (moves.length !== 1 || !(key in figures) || key === "addition") return [];
  const given: Partial<Record<Role, number>> = {};
  for (const claim of claims) if (!claim.atMost) given[claim.role] ??= claim.value;
  const value = imply(given)[roleOf(key)];
  return value === undefined ? [] : [{ key, value }];
}

/** Those for which `better` holds, or all when it holds for none. */
const preferring = <T>(items: readonly T[], better: (item: T) => boolean): readonly T[] => {
  const chosen = items.filter(better);
  return chosen.length > 0 ? chosen : items;
};

/** Every reading that makes all identities hold; mix-ups seen in print first, then the closest fits. */
export function rereadings(figures: Figures, printed: Off, mixUps: readonly MixUp[]): readonly Reread[] {
  const broken = printed === 3;
  const tried = broken ? mixUps : mixUps.filter(({ unprompted }) => unprompted(figures));
  if (tried.length === 0) return [];
  const claims = claimsOf(figures);
  let fits: readonly Fit[] = tried.flatMap((mixUp) => fitOf(mixUp, claims, broken) ?? []);
  fits = preferring(fits, ({ mixUp }) => mixUp.seen);
  fits = preferring(fits, ({ off }) => off === 1);
  fits = preferring(fits, ({ passed }) => !passed);
  // Alone, a reading nobody has seen must be more than a near miss.
  if (fits.length === 1) fits = fits.filter(({ mixUp, room }) => mixUp.seen || room <= PINNED_UNSEEN);
  return fits.map((fit): Reread => {
    const { check, moves, words } = fit.mixUp;
    const after = relabel(figures, moves);
    return {
      figures: after,
      finding: {
        check,
        severity: "error",
        keys: moves.map(({ key }) => key),
        reading: [...moves, ...vacated(after, fit)],
        words: inBoth((language) => words(teller(language, after))),
      },
    };
  });
}
