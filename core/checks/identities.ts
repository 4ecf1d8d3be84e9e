// The identities between a region's figures, in reading order.
import { achievementIsActiveOverTarget } from "./achievement-is-active-over-target";
import type { Identity } from "./check";
import { coverageIsActiveOverLabor } from "./coverage-is-active-over-labor";
import { coveredAndUncoveredMake100 } from "./covered-and-uncovered-make-100";
import { gapInPointsIsTargetMinusCoverage } from "./gap-in-points-is-target-minus-coverage";
import { gapIsTargetMinusActive } from "./gap-is-target-minus-active";
import { targetWorkersAreTargetTimesLabor } from "./target-workers-are-target-times-labor";
import { uncoveredIsLaborMinusActive } from "./uncovered-is-labor-minus-active";
import { uncoveredShareIsUncoveredOverLabor } from "./uncovered-share-is-uncovered-over-labor";

export const IDENTITIES: readonly Identity[] = [
  coverageIsActiveOverLabor,
  uncoveredIsLaborMinusActive,
  coveredAndUncoveredMake100,
  uncoveredShareIsUncoveredOverLabor,
  targetWorkersAreTargetTimesLabor,
  gapIsTargetMinusActive,
  gapInPointsIsTargetMinusCoverage,
  achievementIsActiveOverTarget,
];
