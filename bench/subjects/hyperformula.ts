// HyperFormula with one array function of its own (a plain loop): pasting a column into the sheet, and all it sets off.
// HyperFormula is GPL-3.0: a yardstick here, loaded from its package and never bundled into anything that ships.
import {
  ArraySize,
  FunctionArgumentType,
  FunctionPlugin,
  HyperFormula,
  SimpleRangeValue,
} from "hyperformula";
import { CEILING, columnOf, FIGURES, GROWTH, type Prepare } from "../workload";

const FIRST = 3;

class Figures extends FunctionPlugin {
  static override implementedFunctions = {
    FIGURES: {
      method: "figures",
      sizeOfResultArrayMethod: "size",
      parameters: [
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.RANGE },
      ],
      vectorizationForbidden: true,
    },
  };

  // Its own types for these are not exported; both are only handed on.
  figures({ args }: { args: never[] }, state: never) {
    return this.runFunction(
      args,
      state,
      this.metadata("FIGURES"),
      (labor: SimpleRangeValue, active: SimpleRangeValue) =>
        SimpleRangeValue.onlyNumbers(rowsOf(labor, active)),
    );
  }

  size({ args }: { args: never[] }, state: never) {
    return new ArraySize(FIGURES, this.arraySizeForAst(args[0] as never, state).height);
  }
}

function rowsOf(labor: SimpleRangeValue, active: SimpleRangeValue): number[][] {
  const people = labor.data as number[][];
  return (active.data as number[][]).map(([a = 0], i) => {
    const l = people[i]?.[0] as number;
    const share = a / l;
    const highest = Math.max(share, CEILING);
    const row = [share, l - a];
    for (let grown = share * (1 + GROWTH); row.length < FIGURES; grown *= 1 + GROWTH)
      row.push(Math.min(highest, grown));
    return row;
  });
}

HyperFormula.registerFunctionPlugin(Figures, { enGB: { FIGURES: "FIGURES" } });

export const prepare: Prepare = ({ rows, labor, active }) => {
  const columns = active.map(columnOf);
  const cells = columnOf(labor).map(([people], i): unknown[] => [people, active[0][i]]);
  cells[0]?.push(null, `=FIGURES(A1:A${rows}, B1:B${rows})`);
  const engine = HyperFormula.buildFromArray(cells as never, { licenseKey: "gpl-v3", maxRows: rows + 1 });
  return {
    numbers: rows * FIGURES,
    run: (turn) => {
      engine.setCellContents({ sheet: 0, row: 0, col: 1 }, columns[turn]);
      return engine;
    },
    figure: (_, row, column) => engine.getCellValue({ sheet: 0, row, col: FIRST + column }) as number,
  };
};
