// Cuts a formula into tokens that join to the same text, and turns one way of writing formulas into another.

/** How formulas are written: between arguments, and inside numbers. */
export interface Style {
  readonly separator: "," | ";";
  readonly decimal: "." | ",";
  /** They are computed by Google Sheets, which has functions and ranges that Excel lacks. */
  readonly sheets?: boolean;
}

/** Excel's API speaks en-US whatever the user's language. */
export const EXCEL: Style = { separator: ",", decimal: "." };
/** Sheets takes ";" in every locale. */
export const SHEETS_EN: Style = { separator: ";", decimal: ".", sheets: true };
export const SHEETS_ID: Style = { separator: ";", decimal: ",", sheets: true };

/** Spaces, strings, quoted sheets, [tables] with ' before special marks, errors, numbers, names, operators. */
const lexeme = (number: string): RegExp =>
  new RegExp(
    String.raw`\s+|"[^"]*(?:""[^"]*)*"?|'[^']*(?:''[^']*)*'?|\[(?:[^[\]']|'.|\[(?:[^[\]']|'.)*\])*\]?|#(?:N/A|DIV/0!|[A-Z_]+[!?])|(?:${number})(?:E[-+]?\d+)?|[\p{L}_$][\p{L}\p{M}\p{N}_$.?]*|<>|[<>]=|.`,
    "gisu",
  );
const POINT = lexeme(String.raw`\d+\.?\d*|\.\d+`);
const COMMA = lexeme(String.raw`\d+(?:[.,]\d+)?`);

/** A token's first mark tells what it is. */
export const tokenize = (formula: string, { decimal }: Style): string[] =>
  formula.match(decimal === "," ? COMMA : POINT) ?? [];

/** Functions, references, defined names, TRUE. */
export const isName = (token: unknown): token is string => /^[\p{L}_$]/u.test(`${token}`);
export const isSpace = (token: unknown): boolean => /^\s/.test(`${token}`);

/** What the text itself shows; without a ";" between arguments it is read as Excel's. */
export function styleOf(formula: string): Style {
  const text = formula.replace(/"[^"]*"|'[^']*'|\[\[.*?\]\]|\[.*?\]|\{.*?\}/gs, "");
  return !text.includes(";") ? EXCEL : text.includes(",") ? SHEETS_ID : SHEETS_EN;
}

/** The same formula in another style: strings, names and sheet names stay as they are. */
export function restyle(formula: string, from: Style, to: Style): string {
  const open: string[] = [];
  const mark = (token: string): string => {
    if (/^[({]/.test(token)) open.push(token);
    if (/^[)}]/.test(token)) open.pop();
    if (/^\.?\d/.test(token)) return token.replace(from.decimal, to.decimal);
    if (open[open.length - 1] === "{") return !/^[,\\]/.test(token) ? token : to.decimal === "," ? "\\" : ",";
    return /^[,;]/.test(token) ? to.separator : token;
  };
  return tokenize(formula, from).map(mark).join("");
}
