// Our exact head-counts: the path in people, a ceiling each year from whole numbers only, through a spilling function.
import type { Column, Definition } from "../../core/define";
import { ceilMulDiv } from "../../core/exact";
import { active as activeParam, labor as laborParam } from "../../core/params";
import type { Refusal } from "../../core/refuse";
import { ask } from "../ours";
import { columnOf, FIGURES, type Prepare } from "../workload";

type People = number | Refusal;

function pathOf(labor: People, active: People): People[] {
  if (typeof labor !== "number" || typeof active !== "number") return [labor, active];
  const row = new Array<number>(FIGURES);
  row[0] = active / labor;
  row[1] = labor - active;
  const highest = Math.max(active, ceilMulDiv(labor, 995, 1000));
  let people = active;
  for (let k = 2; k < FIGURES; k++) {
    people = Math.min(highest, ceilMulDiv(people, 120, 100));
    row[k] = people;
  }
  return row;
}

/** Not in the catalogue: no published function answers a whole path in people. */
const headCounts = {
  name: "UCJ_HEAD_COUNTS",
  params: [laborParam, activeParam],
  spill: (labor: Column<number>, active: Column<number>) =>
    labor.values.map((people, i) => pathOf(people, active.values[i] as People)),
} as unknown as Definition;

export const prepare: Prepare = (data) => {
  const labor = columnOf(data.labor);
  const active = data.active.map(columnOf);
  return {
    numbers: data.rows * FIGURES,
    run: (turn) => ask(headCounts, labor, active[turn]),
    figure: (answer, row, column) => (answer as number[][])[row]?.[column] as number,
  };
};
