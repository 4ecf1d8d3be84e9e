// The plain twins as named LAMBDAs for Excel 365, and as named functions for Google Sheets to be typed in by hand.
import { catalogue } from "../catalogue";
import type { Words } from "../words";
import { plainFormula } from "./plain";
import { SHEETS_EN } from "./tokens";

export interface NamedFormula {
  /** UCJL_COVERAGE: never the name of a registered function. */
  readonly name: string;
  readonly params: readonly string[];
  /** For Excel's name manager and its API. */
  readonly lambda: string;
  /** For a <definedName> in a file. */
  readonly inFile: string;
  /** The definition of a named function of Sheets, in any locale. */
  readonly sheets: string;
  readonly about: Words;
}

/** Without optional parameters: once with what may be left out built in, once with all of it to be given. */
export const namedFormulas = (): NamedFormula[] =>
  catalogue.flatMap((fn) => {
    const needed = fn.params.filter(({ optional }) => !optional);
    const names = fn.plain === undefined ? [] : needed.length < fn.params.length ? ["", "_ALL"] : [""];
    return names.map((suffix) => {
      // Words such as growth and ceiling are functions of Excel, so no parameter is called like that.
      const params = (suffix ? fn.params : needed).map((param) => `p_${param.name}`);
      const lambda = (prefix: string): string => {
        const given = params.map((param) => prefix + param);
        return `LAMBDA(${[...given, plainFormula(fn, given)].join(",")})`;
      };
      return {
        name: `UCJL_${fn.name.slice(4)}${suffix}`,
        params,
        lambda: `=${lambda("")}`,
        inFile: `_xlfn.${lambda("_xlpm.")}`,
        sheets: `=${plainFormula(fn, params, SHEETS_EN)}`,
        about: fn.about,
      };
    });
  });

/** In the order in which the dialog of Sheets asks: name, description, arguments, definition. */
export const namedFunctionText = (
  { name, about, params, sheets }: NamedFormula,
  language: keyof Words,
): string => [name, about[language], params.join("; "), sheets].join("\n");
