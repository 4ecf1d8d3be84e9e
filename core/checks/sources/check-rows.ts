// Every row of a table of regions, one by one: rows whose figures agree cost microseconds, only the others are diagnosed.
import { aboveFullCoverage } from "../above-full-coverage";
import { addingOrBecoming } from "../adding-or-becoming";
import { claimsOf, offBy } from "../agree";
import { changeInPointsOrPercent } from "../change-in-points-or-percent";
import type { Finding, Look } from "../check";
import type { RegionTable, Steps } from "../columns/table";
import { diagnose } from "../diagnose";
import { targetBelowCoverage } from "../target-below-coverage";
import { OTHER } from "./labels";
import type { TableRead } from "./table";

export interface RowFinding {
  /** Of the table. */
  readonly row: number;
  readonly finding: Finding;
}

export interface RowFindings {
  readonly found: readonly RowFinding[];
  /** Rows that contradict themselves beyond the ones diagnosed. */
  readonly more: number;
}

/** Beyond so many a heading is wrong rather than the rows, and a list helps nobody. */
export const MOST = 300;

/** A row that agrees can still be odd in these ways; dates are looked at by column. */
const LOOKS: readonly Look[] = [
  aboveFullCoverage,
  targetBelowCoverage,
  addingOrBecoming,
  changeInPointsOrPercent,
];

/** What the quick look below understands; any other column takes the long way. */
const PLAIN: ReadonlySet<string> = new Set([
  "name",
  "asOf",
  OTHER,
  "labor",
  "active",
  "uncovered",
  "coverage",
  "target",
]);

const NOISE = 1e-12;

/** Most rows of a good table: exact differences, a share that is the quotient or its rounding, a target not yet passed. */
function agreesAtOnce({ labor, active, uncovered, coverage, target }: RegionTable, row: number): boolean {
  const [l, a, u, c, t] = [labor?.[row], active?.[row], uncovered?.[row], coverage?.[row], target?.[row]];
  if (typeof l !== "number" || typeof a !== "number" || !(l > 0) || a > l) return false;
  if (typeof u === "number" && u !== l - a) return false;
  const share = a / l;
  if (typeof c === "number") {
    const rounded = Math.round(share * 1e4) / 1e4;
    if (Math.abs(c - rounded) > NOISE && Math.abs(c - share) > NOISE) return false;
  }
  return typeof t !== "number" || (t >= share && t >= (c ?? 0) && t <= 1);
}

export function* checkRows(read: TableRead): Steps<RowFindings> {
  const found: RowFinding[] = [];
  let more = 0;
  let diagnosed = 0;
  const { rows } = read;
  let since = 0;
  const plain = read.layout.columns.every(({ slot }) => slot === null || PLAIN.has(slot));
  for (let row = 0; row < rows.length; row++) {
    since++;
    if (plain && agreesAtOnce(read.table, row)) {
      if (since >= 5000) {
        yield since;
        since = 0;
      }
      continue;
    }
    // The printed total is checked against the sum, and then like any region.
    const { figures, count } = read.figuresAt(row);
    if (count > 1) {
      const agrees = offBy(claimsOf(figures)) === 1;
      if (!agrees && diagnosed >= MOST) more++;
      else {
        if (!agrees) diagnosed++;
        const findings = agrees ? LOOKS.flatMap((look) => look.look(figures)) : diagnose(figures);
        if (found.length < 10 * MOST) for (const finding of findings) found.push({ row, finding });
        // Reading anew takes a hundred times longer than agreeing.
        if (!agrees) {
          yield since;
          since = 0;
        }
      }
    }
    if (since >= 500) {
      yield since;
      since = 0;
    }
  }
  yield since;
  return { found, more };
}
