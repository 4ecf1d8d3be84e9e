// Our per-cell form: one call for every figure, as formulas that were filled down ask.
import { ask, named } from "../ours";
import { FIGURES, type Prepare } from "../workload";

export const prepare: Prepare = ({ rows, labor, active }) => {
  const coverage = named("UCJ_COVERAGE");
  const uncovered = named("UCJ_UNCOVERED");
  const target = named("UCJ_TARGET");
  return {
    numbers: rows * FIGURES,
    run: (turn) => {
      const column = active[turn];
      const answer = new Array<number[]>(rows);
      for (let i = 0; i < rows; i++) {
        const row = new Array<number>(FIGURES);
        const share = ask(coverage, labor[i], column[i]) as number;
        row[0] = share;
        row[1] = ask(uncovered, labor[i], column[i]) as number;
        for (let k = 2; k < FIGURES; k++) row[k] = ask(target, share, k - 1) as number;
        answer[i] = row;
      }
      return answer;
    },
    figure: (answer, row, column) => (answer as number[][])[row]?.[column] as number,
  };
};
