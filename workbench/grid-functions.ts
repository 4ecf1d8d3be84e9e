// Custom functions in the grid library: how they are registered, how values go in and come out.
import type { Library, Model } from "./grid";
import type { CellError, CellValue, GridFunction } from "./grid-types";

/** The functions of one grid; the library's registry is shared by all grids of the page, so it only forwards to these. */
export interface OwnFunctions {
  functions: Map<string, GridFunction>;
}

type Datum = { value: unknown; message?: string } | undefined;

/** Ours on the left, the library's on the right. */
const CODES: Readonly<Record<string, string>> = { "#ERROR!": "#ERROR", "#REF!": "#REF" };
const SHOWN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CODES).map(([ours, theirs]) => [theirs, ours]),
);

export function installFunctions(
  library: Library,
  own: OwnFunctions,
  functions: readonly GridFunction[],
): void {
  own.functions = new Map(functions.map((fn) => [fn.name.toUpperCase(), fn]));
  for (const fn of functions) {
    const name = fn.name.toUpperCase();
    library.registries.functionRegistry.replace(name, {
      description: fn.description,
      category: "UCJ",
      isExported: true,
      args: fn.params.map((param) => ({
        name: param.name,
        description: param.description,
        // "ANY" keeps a single cell a scalar; acceptMatrix hands over a range whole instead of cell by cell.
        type: ["ANY"],
        acceptMatrix: true,
        acceptErrors: true,
        ...(param.optional && { optional: true }),
      })),
      compute(this: { ucj?: OwnFunctions }, ...args: unknown[]) {
        // A model without functions of its own exists while a file is read.
        const current = this.ucj?.functions.get(name);
        if (!current) return new library.EvaluationError(`Unknown function: "${name}"`, "#NAME?");
        try {
          return outward(library, current.call(...args.map((arg) => inward(library, arg))));
        } catch (error) {
          return new library.EvaluationError((error as Error).message);
        }
      },
    } as never);
  }
}

/** Formulas written before their function was known hold a refusal; they are compiled anew, in place, so that undo still fits. */
export function recompile(library: Library, get: Model["getters"]): void {
  const cache = library.functionCache as Record<string, unknown>;
  for (const key of Object.keys(cache)) if (/UCJ_/i.test(key)) delete cache[key];
  for (const sheet of get.getSheetIds()) {
    for (const cell of get.getCells(sheet)) {
      if (!cell.isFormula) continue;
      const text = cell.compiledFormula.toFormulaString(get);
      if (!/UCJ_/i.test(text)) continue;
      const compiled = library.CompiledFormula.Compile(text, sheet, get);
      (cell as { compiledFormula: typeof compiled }).compiledFormula = compiled;
    }
  }
}

function inward(library: Library, arg: unknown): CellValue | null | (CellValue | null)[][] {
  if (!Array.isArray(arg)) return scalarIn(library, arg as Datum);
  // The library's matrices are lists of columns.
  const columns = arg as Datum[][];
  const height = columns[0]?.length ?? 0;
  return Array.from({ length: height }, (_, row) => columns.map((column) => scalarIn(library, column[row])));
}

function scalarIn(library: Library, datum: Datum): CellValue | null {
  const value = datum?.value;
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && library.registries.errorTypes.has(value)) {
    return { error: SHOWN[value] ?? value, message: String(datum?.message ?? "") };
  }
  return value as CellValue;
}

function outward(library: Library, answer: CellValue | CellValue[][]) {
  if (!Array.isArray(answer)) return scalarOut(library, answer);
  const width = answer[0]?.length ?? 0;
  if (width === 0 || answer.some((row) => row.length !== width)) {
    return new library.EvaluationError("The rows of the result differ in length.", "#VALUE!");
  }
  return Array.from({ length: width }, (_, column) =>
    answer.map((row) => scalarOut(library, row[column] as CellValue)),
  );
}

function scalarOut(library: Library, value: CellValue) {
  if (typeof value !== "object" || value === null) return { value };
  const { error, message } = value satisfies CellError;
  return new library.EvaluationError(message, CODES[error] ?? error);
}
