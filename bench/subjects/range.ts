// Our range form: three calls for the whole sheet, the last one a column of shares by a row of years.
import { ask, named, YEAR_ROW } from "../ours";
import { columnOf, FIGURES, type Prepare } from "../workload";

export const prepare: Prepare = (data) => {
  const coverage = named("UCJ_COVERAGE");
  const uncovered = named("UCJ_UNCOVERED");
  const target = named("UCJ_TARGET");
  const labor = columnOf(data.labor);
  const active = data.active.map(columnOf);
  return {
    numbers: data.rows * FIGURES,
    run: (turn) => {
      const shares = ask(coverage, labor, active[turn]);
      return [shares, ask(uncovered, labor, active[turn]), ask(target, shares, YEAR_ROW)];
    },
    figure: (answer, row, column) => {
      const [shares, people, path] = answer as [number[][], number[][], number[][]];
      const from = column === 0 ? shares[row] : column === 1 ? people[row] : path[row];
      return from?.[Math.max(0, column - 2)] as number;
    },
  };
};
