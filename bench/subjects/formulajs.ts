// The plain formulas of the same three functions, word for word, with formulajs for Excel's functions.
import { IF, MAX, MIN, NA, POWER } from "@formulajs/formulajs";
import { CEILING, FIGURES, GROWTH, type Prepare } from "../workload";

const coverage = (labor: number, active: number): number =>
  IF(labor > 0, IF(active >= 0, active / labor, NA()), NA());

const uncovered = (labor: number, active: number): number =>
  IF(labor > 0, IF(active >= 0, labor - active, NA()), NA());

const target = (prev: number, years: number, growth: number, ceiling: number): number =>
  IF(prev > 0, MAX(prev, MIN(ceiling, prev * Number(POWER(1 + growth, years)))), NA());

export const prepare: Prepare = ({ rows, labor, active }) => ({
  numbers: rows * FIGURES,
  run: (turn) => {
    const column = active[turn];
    const answer = new Array<number[]>(rows);
    for (let i = 0; i < rows; i++) {
      const row = new Array<number>(FIGURES);
      const l = labor[i] as number;
      const a = column[i] as number;
      const share = coverage(l, a);
      row[0] = share;
      row[1] = uncovered(l, a);
      for (let k = 2; k < FIGURES; k++) row[k] = target(share, k - 1, GROWTH, CEILING);
      answer[i] = row;
    }
    return answer;
  },
  figure: (answer, row, column) => (answer as number[][])[row]?.[column] as number,
});
