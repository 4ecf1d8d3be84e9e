// Custom functions: read from the JSDoc that ships in Code.js, called by the grid under Google's rules.
import type { CellError, CellValue, GridFunction } from "../grid-types";
import { isDate, plain } from "./values";

type Scalar = CellValue | null;
type Argument = Scalar | Scalar[][];

export interface Documented extends Omit<GridFunction, "call"> {
  /** Where the documentation does not fit the function it stands above. */
  readonly faults: readonly string[];
}

/** Every top-level function under a JSDoc with @customfunction. */
export function documented(code: string): Documented[] {
  const pattern = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*^function\s+([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/gm;
  return [...code.matchAll(pattern)].flatMap(([, comment = "", name = "", list = ""]) =>
    /@customfunction\b/.test(comment) ? [describe(name, comment, list)] : [],
  );
}

function describe(name: string, comment: string, list: string): Documented {
  const [description = "", ...tags] = comment
    .replace(/^[ \t]*\*[ \t]?/gm, "")
    .split(/^(?=@)/m)
    .map((part) => part.trim().replace(/\s*\n\s*/g, " "));
  const params = tags.flatMap((tag) => {
    const match = /^@param\s+(?:\{[^}]*\}\s*)?(\[?)([\w$]+)(?:\s*=[^\]]*)?\]?\s*-?\s*(.*)$/.exec(tag);
    return match ? [{ name: match[2] ?? "", description: match[3] ?? "", optional: match[1] === "[" }] : [];
  });
  const written = list
    .split(",")
    .map((param) => param.replace(/=.*/s, "").trim())
    .filter(Boolean);
  const told = params.map((param) => param.name);
  const faults =
    written.join() === told.join()
      ? []
      : [`${name}: JSDoc menyebut (${told.join("; ")}), fungsinya (${written.join("; ")})`];
  return { name, description, params, faults };
}

/** Wraps a script's function for the grid. `run` calls it in the script's own world, where writing is refused. */
export function toGridFunction(about: Documented, run: (args: unknown[]) => unknown): GridFunction {
  const { name, description, params } = about;
  return {
    name,
    description,
    params,
    call(...args: Argument[]): CellValue | CellValue[][] {
      try {
        return answer(run(args.map(argument)));
      } catch (error) {
        const message = (error as { message?: unknown } | null)?.message;
        return failure(String(message ?? error));
      }
    },
  };
}

/** A range arrives as rows, one cell as its value, blank as ''; what was left out at the end is not passed at all. */
function argument(value: Argument): unknown {
  if (!Array.isArray(value)) return scalar(value);
  const rows = value.map((row) => row.map(scalar));
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : rows;
}

function scalar(value: Scalar): number | string | boolean {
  return value === null ? "" : plain(value);
}

/** A flat list fills a column; rows of different lengths are filled up with blanks. */
function answer(value: unknown): CellValue | CellValue[][] {
  if (!Array.isArray(value)) return single(value);
  const rows = value.map((row) => (Array.isArray(row) ? row.map(single) : [single(row)]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  return rows.map((row) => [...row, ...Array<CellValue>(width - row.length).fill("")]);
}

function single(value: unknown): CellValue {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && !Number.isFinite(value))
    return { error: "#NUM!", message: "Result was not a number." };
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return failure(`Meja uji belum mendukung hasil ${isDate(value) ? "Date" : typeof value}`);
}

function failure(message: string): CellError {
  return { error: "#ERROR!", message };
}
