// Only the path of the range form, 20 numbers a row: what its answer holds in memory.
import { ask, named, YEAR_ROW } from "../ours";
import { columnOf, type Prepare, YEARS } from "../workload";

export const prepare: Prepare = ({ rows, labor, active }) => {
  const target = named("UCJ_TARGET");
  const shares = active.map((column) => columnOf(column.map((a, i) => a / (labor[i] as number))));
  return {
    numbers: rows * YEARS,
    run: (turn) => ask(target, shares[turn], YEAR_ROW),
    figure: (answer, row, column) => (column < 2 ? 0 : ((answer as number[][])[row]?.[column - 2] as number)),
  };
};
