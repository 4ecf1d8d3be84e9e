// Tries every slip of the keyboard on every printed number, and keeps those whose repair makes all identities hold.
import { plainDigits } from "../exact";
import { type Claim, claimsOf, offBy, rangeOf, settle } from "./agree";
import type { Look } from "./check";
import { type Figure, type Figures, isShare, type Key, SCALARS } from "./figures";

export interface Repair {
  readonly key: Key;
  readonly was: Figure;
  readonly is: Figure;
  /** With the repaired number. */
  readonly figures: Figures;
}

interface Cell {
  readonly key: Key;
  readonly figure: Figure;
  readonly with: (figure: Figure) => Figures;
}

/** Every printed number that could hold a slip. */
function cells(figures: Figures): readonly Cell[] {
  const scalars = SCALARS.filter((key) => key !== "population").flatMap((key): Cell[] => {
    const figure = figures[key];
    return figure ? [{ key, figure, with: (other) => ({ ...figures, [key]: other }) }] : [];
  });
  const segments = (figures.segments ?? []).flatMap((segment, i) =>
    (["labor", "active"] as const).flatMap((column): Cell[] => {
      const figure = segment[column];
      const others = (other: Figure): Figures => ({
        ...figures,
        segments: figures.segments?.map((one, j) => (j === i ? { ...one, [column]: other } : one)),
      });
      return figure ? [{ key: `segments.${i}.${column}`, figure, with: others }] : [];
    }),
  );
  return [...scalars, ...segments];
}

type Slip = "substituted" | "swapped" | "shifted" | "zero";

interface Meant {
  readonly figure: Figure;
  readonly slip: Slip;
}

/** Digits one slip away: one substituted, or two neighbours swapped. */
function slips(digits: string): readonly (readonly [string, Slip])[] {
  const found: [string, Slip][] = [];
  for (let i = 0; i < digits.length; i++) {
    for (let digit = 0; digit < 10; digit++)
      if (digits[i] !== String(digit))
        found.push([digits.slice(0, i) + digit + digits.slice(i + 1), "substituted"]);
    const [a, b] = [digits[i], digits[i + 1]];
    if (b !== undefined && a !== b) found.push([digits.slice(0, i) + b + a + digits.slice(i + 2), "swapped"]);
  }
  return found.filter(([text]) => !text.startsWith("0"));
}

/** What could have been meant by a printed number. */
function meant({ value, step, approximate }: Figure, share: boolean): readonly Meant[] {
  const units = plainDigits(Math.round(value / step));
  // Of two digits nearly every other pair is one slip away, so they tell nothing.
  const typed = (units.length > 2 ? slips(units) : []).map(
    ([digits, slip]): Meant => ({ figure: { value: Number(digits) * step, step, approximate }, slip }),
  );
  const shifted = [-3, -2, -1, 1, 2, 3].flatMap((shift): Meant[] => {
    const unit = share ? step * Number(`1e${shift}`) : step;
    const figure = { value: Number(`${units}e${shift}`) * step, step: unit, approximate };
    // No share is printed in thousandths of a per cent.
    if (share) return unit > 0.5e-4 || shift > 0 ? [{ figure, slip: "shifted" }] : [];
    return Number.isInteger(figure.value) ? [{ figure, slip: shift < 0 ? "shifted" : "zero" }] : [];
  });
  return [...typed, ...shifted];
}

/**
 * The only single slip whose repair makes all identities hold within one unit of the last printed digit.
 *
 * @param looks checks that a repair must not give more to say
 */
export function soleRepair(figures: Figures, looks: readonly Look[]): Repair | undefined {
  const claims = claimsOf(figures);
  const oddities = (of: Figures): number => looks.flatMap((look) => look.look(of)).length;
  const before = oddities(figures);
  const suspects = new Set<Claim>();
  const fits: (Repair & { readonly slip: Slip })[] = [];
  for (const cell of cells(figures)) {
    const claim = claims.find(({ key }) => key === cell.key.replace(/\.\d+\./, "."));
    if (!claim || !(cell.figure.value > 0)) continue;
    const range = settle(
      claims.filter((one) => one !== claim),
      1,
    );
    if (!range) continue;
    suspects.add(claim);
    const [from, to] = rangeOf(range, claim.role);
    const share = isShare(cell.key);
    for (const { figure, slip } of meant(cell.figure, share)) {
      // A cheap look before all identities are tried.
      const next = claim.value - cell.figure.value + figure.value;
      const reach = share ? figure.step : Math.max(claim.reach, figure.step);
      if (next < from - reach || next > to + reach || (share && figure.value > 1)) continue;
      const after = cell.with(figure);
      if (offBy(claimsOf(after)) !== 1 || oddities(after) > before) continue;
      // A last digit that is one or two off was rounded differently: no slip is needed to explain it.
      if (Math.abs(figure.value - cell.figure.value) < 2.5 * cell.figure.step) return undefined;
      fits.push({ key: cell.key, was: cell.figure, is: figure, figures: after, slip });
    }
  }
  // A 0 missing at the end of a head-count is rarely a slip.
  const usual = fits.filter(({ slip }) => slip !== "zero");
  const [one, ...more] = usual.length > 0 ? usual : fits;
  if (!one || more.length > 0) return undefined;
  // Some substitution fits by chance too often; the others must agree that this is the number that is wrong.
  return one.slip === "substituted" && suspects.size > 1 ? undefined : one;
}
