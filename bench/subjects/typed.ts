// The floor: a loop over typed arrays into a buffer of its own, reading and checking nothing.
import { CEILING, FIGURES, GROWTH, type Prepare, YEARS } from "../workload";

export const prepare: Prepare = ({ rows, labor, active }) => {
  const powers = new Float64Array(YEARS);
  for (let y = 0, power = 1; y < YEARS; y++) {
    power *= 1 + GROWTH;
    powers[y] = power;
  }
  const out = new Float64Array(rows * FIGURES);
  return {
    numbers: rows * FIGURES,
    run: (turn) => {
      const column = active[turn];
      for (let i = 0, k = 0; i < rows; i++) {
        const l = labor[i] as number;
        const a = column[i] as number;
        const coverage = a / l;
        out[k++] = coverage;
        out[k++] = l - a;
        const highest = Math.max(coverage, CEILING);
        for (let y = 0; y < YEARS; y++) out[k++] = Math.min(highest, coverage * (powers[y] as number));
      }
      return out;
    },
    figure: (answer, row, column) => (answer as Float64Array)[row * FIGURES + column] as number,
  };
};
