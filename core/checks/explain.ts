// Explains figures that disagree, runs the checks that stand on their own, and ranks what was found.
import { claimsOf, offBy } from "./agree";
import { identitiesOf } from "./answer";
import { contradiction } from "./cannot-all-be-true";
import { byGravity, type Finding, type Look } from "./check";
import { repaired } from "./digit-repair";
import { type Figures, type ScalarKey, withoutErrors } from "./figures";
import { disagreeingBases } from "./implied-bases-agree";
import type { MixUp } from "./mix-ups";
import { disagreeing } from "./one-figure-disagrees";
import { soleRepair } from "./repair";
import { rereadings } from "./reread";
import { segmentsSumToTotal } from "./segments-sum-to-total";
import { severalReadings } from "./several-readings";

/** What is looked for: a cell asks for less than the sidebar. */
export interface Scope {
  readonly looks: readonly Look[];
  readonly mixUps: readonly MixUp[];
}

interface Explained {
  readonly findings: readonly Finding[];
  /** The figures as they should be read. */
  readonly figures: Figures;
}

/** What is wrong with figures that cannot all be true; the first explanation that is the only one of its kind. */
function explain(figures: Figures, { looks, mixUps }: Scope): Explained {
  const off = offBy(claimsOf(figures));
  const readings = rereadings(figures, off, mixUps);
  const [reading] = readings;
  if (reading && readings.length === 1) return { findings: [reading.finding], figures: reading.figures };
  if (off < 3) return { findings: [], figures };
  if (readings.length > 1) return { findings: [severalReadings(readings, figures)], figures };
  const repair = soleRepair(figures, looks);
  if (repair) return { findings: [repaired(repair)], figures: repair.figures };
  const one = disagreeing(figures);
  // The others agree, so they are looked at without it.
  if (one) return { findings: [one], figures: { ...figures, [one.keys[0] as ScalarKey]: undefined } };
  const broken = identitiesOf(figures, 3);
  const sums = segmentsSumToTotal.look(figures);
  if (broken.length + sums.length > 0) return { findings: broken, figures };
  const bases = disagreeingBases(figures, off);
  return { findings: [bases ?? contradiction(figures)], figures };
}

/** What is odd about a region's figures, gravest first; empty when they agree or nothing can be said. */
export function findings(given: Figures, scope: Scope): readonly Finding[] {
  const { findings, figures: read } = explain(withoutErrors(given), scope);
  const open = new Set(findings.flatMap((finding) => (finding.open ? finding.keys : [])));
  const off = offBy(claimsOf(read));
  const near = off === 1 ? [] : identitiesOf(read, 2).filter(({ severity }) => severity === "note");
  const notes = off === 2 && near.length === 0 ? [disagreeingBases(read, off) ?? []].flat() : near;
  const others = scope.looks
    .flatMap((look) => look.look(read))
    // While figures contradict each other, no further reading is proposed.
    .filter(({ keys, reading }) => !(off === 3 && reading) && !keys.some((key) => open.has(key)));
  return [...findings, ...others, ...notes].sort(byGravity);
}
