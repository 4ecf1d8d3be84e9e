// Turns the argument separator of a formula from "," into ";", leaving strings, sheet names and array rows alone.
import { EXCEL, restyle, SHEETS_EN } from "./tokens";

/** "=IF(A1>0,\"a,b\",'x,y'!B2)" becomes "=IF(A1>0;\"a,b\";'x,y'!B2)". */
export const withSemicolons = (formula: string): string => restyle(formula, EXCEL, SHEETS_EN);
