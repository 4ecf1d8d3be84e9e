// Formulas between a script's locale (";" between arguments, "0,5") and the grid's canonical en-US text.

// Texts, quoted sheet names, words (functions, references), numbers, brackets, separators; all else passes through.
const tokens = (number: string) =>
  new RegExp(
    String.raw`"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_.$]*|${number}(?:[eE][+-]?\d+)?|[(){}]|[,;\\]`,
    "gu",
  );
const CANONICAL = tokens(String.raw`\d*\.?\d+`);
const COMMA_DECIMAL = tokens(String.raw`\d+(?:[.,]\d+)*`);

/** Rewrites separators and numbers, told whether they stand directly inside an array constant. */
function rewrite(
  formula: string,
  pattern: RegExp,
  change: (token: string, inArray: boolean) => string,
): string {
  const open: string[] = [];
  return formula.replace(pattern, (token) => {
    if (token === "(" || token === "{") open.push(token);
    else if (token === ")" || token === "}") open.pop();
    else if (/^[,;\\.\d]/.test(token)) return change(token, open.at(-1) === "{");
    return token;
  });
}

export function decimalComma(locale: string): boolean {
  return !locale.startsWith("en");
}

export interface ReadFormula {
  readonly formula: string;
  /** Why this locale cannot parse the text; Google shows #ERROR! in the cell. */
  readonly refusal: string | undefined;
  /** Readings that are legal but seldom meant: "1000,0" is one number here. */
  readonly doubts: readonly string[];
}

/** A script's formula as the grid keeps it. */
export function toGrid(text: string, locale: string): ReadFormula {
  const comma = decimalComma(locale);
  let refusal: string | undefined;
  const doubts: string[] = [];
  const source = text.startsWith("=") ? text : `=${text}`;
  const formula = rewrite(source, comma ? COMMA_DECIMAL : CANONICAL, (token, inArray) => {
    if (token === "\\") return ",";
    if (token === ";") return inArray ? ";" : ",";
    if (!comma) return token;
    if (/^\d+,\d+([eE][+-]?\d+)?$/.test(token)) doubts.push(`"${token}" dibaca sebagai satu angka desimal`);
    else if (token.includes(","))
      refusal ??= `koma memisahkan argumen, padahal lokal ${locale} memakai titik koma`;
    else if (token.includes("."))
      refusal ??= `"${token}" memakai titik desimal, padahal lokal ${locale} memakai koma`;
    return token.replace(",", ".");
  });
  return { formula, refusal, doubts };
}

/** The grid's formula as a script reads it. */
export function fromGrid(formula: string, locale: string): string {
  if (!decimalComma(locale)) return formula;
  return rewrite(formula, CANONICAL, (token, inArray) => {
    if (token === ",") return inArray ? "\\" : ";";
    return token.replace(".", ",");
  });
}
