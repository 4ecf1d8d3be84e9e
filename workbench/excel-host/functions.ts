// Takes the custom functions an add-in associated and lets the grid call them by Excel's rules.
import type { CellError, CellValue, GridFunction } from "../grid-types";

/** functions.json as shipped. */
export interface FunctionsJson {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description?: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description?: string;
      readonly type?: string;
      readonly dimensionality?: string;
      readonly optional?: boolean;
      readonly repeating?: boolean;
    }[];
  }[];
}

type Scalar = CellValue | null;
type Argument = Scalar | Scalar[][];
type Shipped = (...args: unknown[]) => unknown;
type FunctionError = new (code: string, message?: string) => object;

/** The part of a task-pane window this file touches. */
interface PaneWindow {
  readonly CustomFunctions?: {
    readonly _association?: { readonly mappings: Readonly<Record<string, Shipped>> };
    readonly Error?: FunctionError;
  };
}

/** Only these two codes carry a sentence in Excel. */
const WITH_MESSAGE = new Set(["#N/A", "#VALUE!"]);
/** Codes a function may answer; Excel turns any other into #VALUE!. */
const ANSWERS = new Set(["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"]);

const VALUE: CellError = { error: "#VALUE!", message: "" };

/**
 * What CustomFunctions.associate was given, as functions of the grid. Call it when the pane has loaded. A function of the metadata
 * without code answers #NAME?, as in Excel; metadata we cannot honour goes to `unsupported` and is left out.
 */
export function captureFunctions(
  pane: object,
  metadata: FunctionsJson,
  unsupported: Set<string>,
): GridFunction[] {
  const { CustomFunctions } = pane as PaneWindow;
  const mappings = CustomFunctions?._association?.mappings ?? {};
  const shipped = new Map(Object.entries(mappings).map(([id, fn]) => [id.toUpperCase(), fn]));
  return metadata.functions.flatMap((declared) => {
    const odd = declared.parameters.find(
      (param) => (param.type ?? "any") !== "any" || param.dimensionality !== "matrix" || param.repeating,
    );
    if (odd) {
      unsupported.add(`functions.json: ${declared.name}(${odd.name}): hanya any/matrix tanpa repeating`);
      return [];
    }
    const fn = shipped.get(declared.id.toUpperCase());
    const call = (...given: Argument[]): CellValue | CellValue[][] => {
      if (!fn) return { error: "#NAME?", message: "" };
      return invoke(
        fn,
        declared.parameters,
        given,
        metadata.allowErrorForDataTypeAny === true,
        CustomFunctions?.Error,
      );
    };
    const params = declared.parameters.map(({ name, description = "", optional = false }) => ({
      name,
      description,
      optional,
    }));
    return [{ name: declared.name, description: declared.description ?? "", params, call }];
  });
}

function invoke(
  fn: Shipped,
  params: readonly { readonly optional?: boolean }[],
  given: readonly Argument[],
  errorsAllowed: boolean,
  Wrong: FunctionError | undefined,
): CellValue | CellValue[][] {
  if (!errorsAllowed) {
    const error = given.flat(2).find(isCellError);
    if (error) return error;
  }
  const hand = (value: Scalar) => (isCellError(value) && Wrong ? new Wrong(value.error) : value);
  const args = params.map((param, i) => {
    const value = given[i] ?? null;
    // The grid does not tell an optional argument left out from one that is a blank cell: both are left out here.
    if (value === null && param.optional) return null;
    return (Array.isArray(value) ? value : [[value]]).map((row) => row.map(hand));
  });
  try {
    // Excel adds the invocation as last argument.
    return answer(fn(...args, {}), Wrong);
  } catch (thrown) {
    return Wrong && thrown instanceof Wrong ? errorOf(thrown) : VALUE;
  }
}

function answer(value: unknown, Wrong: FunctionError | undefined): CellValue | CellValue[][] {
  if (!Array.isArray(value)) return scalar(value, Wrong);
  const rows = value as unknown[];
  if (!rows.every(Array.isArray)) return VALUE;
  const matrix = (rows as unknown[][]).map((row) => row.map((one) => scalar(one, Wrong)));
  const width = matrix[0]?.length ?? 0;
  return width > 0 && matrix.every((row) => row.length === width) ? matrix : VALUE;
}

function scalar(value: unknown, Wrong: FunctionError | undefined): CellValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === "number") {
    if (Number.isNaN(value)) return VALUE;
    return Number.isFinite(value) ? value : { error: "#NUM!", message: "" };
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Wrong && value instanceof Wrong) return errorOf(value);
  if (typeof (value as { then?: unknown }).then === "function") {
    return {
      error: "#VALUE!",
      message: "Meja uji belum mendukung fungsi yang menjawab belakangan (Promise).",
    };
  }
  return VALUE;
}

function errorOf(thrown: object): CellError {
  const { code, message } = thrown as { code?: string; message?: string };
  const error = code !== undefined && ANSWERS.has(code) ? code : "#VALUE!";
  return { error, message: WITH_MESSAGE.has(error) ? (message ?? "") : "" };
}

function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}
