// Whether a formula uses cells of a sheet: it would be an error for good where that sheet goes.
import { isFormula } from "../../core/exchange/record";
import { EXCEL, tokenize } from "../../core/exchange/tokens";

export function uses(content: unknown, sheet: string): boolean {
  if (!isFormula(content) || !content.includes("!")) return false;
  const wanted = sheet.toLowerCase();
  return tokenize(content, EXCEL).some(
    (token, i, all) =>
      all[i + 1] === "!" && token.replace(/^'|'$/g, "").replace(/''/g, "'").toLowerCase() === wanted,
  );
}
