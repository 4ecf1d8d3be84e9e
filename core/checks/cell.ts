// What UCJ_CHECK says of a region in a cell: the sentence the panel Periksa says, from the same checks.
// Every call of every function pays for the bundle, so a cell looks for less than the panel: the labels that print mixes
// up, and figures that disagree, but no slips of the keyboard and no swapped labels.
import { NO_NUMBER } from "../exact";
import { writeNumber } from "../numbers";
import { moreThanLabor } from "./above-full-coverage";
import { achievementAsCoverage } from "./achievement-as-coverage";
import { claimsOf, offBy } from "./agree";
import { AGREE, answerOf, heldBy, TOO_FEW } from "./answer";
import { basePrintedAsUncovered } from "./base-printed-as-uncovered";
import { contradiction } from "./cannot-all-be-true";
import { upToEight } from "./check";
import { coverageIsActiveOverLabor } from "./coverage-is-active-over-labor";
import { type Figure, type Figures, figureOf, NAMES } from "./figures";
import { gapToTargetAsUncovered } from "./gap-to-target-as-uncovered";
import { mixUpOf } from "./mix-ups";
import { apartInWords, shortOf } from "./parts-add-to-total";
import { rereadings } from "./reread";
import { segmentsPrintedAsActive } from "./segments-are-potentials";
import { targetAsUncovered } from "./target-as-uncovered";
import { uncoveredIsLaborMinusActive } from "./uncovered-is-labor-minus-active";

const IDENTITIES = [coverageIsActiveOverLabor, uncoveredIsLaborMinusActive];
const MIX_UPS = [
  segmentsPrintedAsActive,
  basePrintedAsUncovered,
  gapToTargetAsUncovered,
  targetAsUncovered,
  achievementAsCoverage,
].map(mixUpOf);

const SEE_PANEL = "Buka panel Periksa untuk mencari angka mana.";

function sentence(figures: Figures): string {
  const off = offBy(claimsOf(figures));
  const readings = rereadings(figures, off, MIX_UPS);
  const reading = readings[0]?.finding.words.id;
  if (reading && readings.length === 1 && !reading.includes(NO_NUMBER)) return reading;
  const { labor, active, segments = [] } = figures;
  const odd = IDENTITIES.flatMap((identity) => answerOf(identity, figures, off === 3 ? 3 : 2) ?? []);
  const said =
    odd[0]?.words.id ??
    missed(
      segments.flatMap((segment) => segment.active ?? []),
      active,
    );
  if (off === 3) return `${said ?? contradiction(figures).words.id} ${SEE_PANEL}`;
  if (active && labor && active.value > labor.value) return moreThanLabor(active, labor).id;
  if (said) return said;
  const held = IDENTITIES.flatMap((identity) => heldBy(identity, figures) ?? []);
  return held.length > 0 ? [AGREE, ...held].map(({ id }) => id).join(" ") : TOO_FEW.id;
}

/** What the segments' sum misses. */
function missed(parts: readonly Figure[], active: Figure | undefined): string | undefined {
  const found = active && shortOf(parts, active);
  const terms = upToEight(parts.map(({ value }) => writeNumber(value, "id")));
  return found && apartInWords(terms, found.short, active, NAMES.active).id;
}

export type Value = number | undefined;

/** Numbers of cells, which do not say how they were printed; undefined where a cell is blank. */
function figuresOf(
  [labor, active, coverage, uncovered, target]: readonly Value[],
  parts: readonly Value[],
): Figures {
  const people = (value: Value) => (value === undefined ? undefined : figureOf(value, "people"));
  const share = (value: Value) => (value === undefined ? undefined : figureOf(value, "share"));
  return {
    labor: people(labor),
    active: people(active),
    coverage: share(coverage),
    uncovered: people(uncovered),
    target: share(target),
    segments: parts.flatMap((part) => (part === undefined ? [] : [{ name: "", active: people(part) }])),
  };
}

/** The figures in the order of UCJ_CHECK's arguments. */
export const verdict = (region: readonly Value[], parts: readonly Value[]): string =>
  sentence(figuresOf(region, parts));
