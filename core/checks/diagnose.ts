// Says which figure is wrong: runs every check over a region's figures and ranks what they find.
import { aboveFullCoverage } from "./above-full-coverage";
import { achievementAsCoverage } from "./achievement-as-coverage";
import { addingOrBecoming } from "./adding-or-becoming";
import { anotherLabel } from "./another-label";
import { basePrintedAsUncovered } from "./base-printed-as-uncovered";
import { becomingNotAdding } from "./becoming-not-adding";
import { budgetIsWorkersTimesContribution } from "./budget-is-workers-times-contribution";
import { cannotAllBeTrue } from "./cannot-all-be-true";
import { changeInPointsOrPercent } from "./change-in-points-or-percent";
import type { Finding, Look, Reading, Shown } from "./check";
import { datesArePossible } from "./dates-are-possible";
import { digitRepair } from "./digit-repair";
import { equalSegments } from "./equal-segments";
import { findings, type Scope } from "./explain";
import type { Figures } from "./figures";
import { gapToTargetAsUncovered } from "./gap-to-target-as-uncovered";
import { IDENTITIES } from "./identities";
import { impliedBasesAgree } from "./implied-bases-agree";
import { labelsSwapped } from "./labels-swapped";
import { mixUpsOf } from "./mix-ups";
import { oneFigureDisagrees } from "./one-figure-disagrees";
import { partsAddToTotal } from "./parts-add-to-total";
import { segmentCoverageIsActiveOverLabor } from "./segment-coverage-is-active-over-labor";
import { segmentsPrintedAsActive } from "./segments-are-potentials";
import { segmentsSumToTotal } from "./segments-sum-to-total";
import { severalReadingsCheck } from "./several-readings";
import { targetAsUncovered } from "./target-as-uncovered";
import { targetBelowCoverage } from "./target-below-coverage";
import { totalOutsideSegments } from "./total-outside-segments";
import { uncoveredShareAsCoverage } from "./uncovered-share-as-coverage";

/** Checks that stand on their own. */
export const LOOKS: readonly Look[] = [
  segmentsSumToTotal,
  partsAddToTotal,
  equalSegments,
  totalOutsideSegments,
  segmentCoverageIsActiveOverLabor,
  addingOrBecoming,
  targetBelowCoverage,
  changeInPointsOrPercent,
  budgetIsWorkersTimesContribution,
  aboveFullCoverage,
  datesArePossible,
];

/** The mix-ups that have a sentence of their own. */
export const READINGS: readonly Reading[] = [
  segmentsPrintedAsActive,
  basePrintedAsUncovered,
  gapToTargetAsUncovered,
  targetAsUncovered,
  achievementAsCoverage,
  uncoveredShareAsCoverage,
  becomingNotAdding,
];

const EVERYTHING: Scope = { looks: LOOKS, mixUps: mixUpsOf(READINGS) };

/** Every check there is, in reading order. */
export const CHECKS: readonly Shown[] = [
  ...IDENTITIES,
  ...READINGS,
  labelsSwapped,
  anotherLabel,
  severalReadingsCheck,
  digitRepair,
  oneFigureDisagrees,
  impliedBasesAgree,
  cannotAllBeTrue,
  ...LOOKS,
];

/** What is odd about a region's figures, gravest first; empty when they agree or nothing can be said. */
export const diagnose = (figures: Figures): readonly Finding[] => findings(figures, EVERYTHING);
