// The examples of a function as a planner types them, and the sentences its refused ones are answered with.
import { call } from "./call";
import type { Definition, Example, ExampleArgument, Param } from "./define";
import type { Language, Words } from "./words";

/** An example as the user types it in that language's marks: `=UCJ_TARGET(33,6%; 1)` or `=UCJ_TARGET(33.6%, 1)`. */
export function formulaOf(fn: Definition, example: Example, language: Language): string {
  const args = [...example.args];
  while (args.length > 0 && args[args.length - 1] === undefined) args.pop();
  const separator = language === "id" ? "; " : ", ";
  return `=${fn.name}(${args.map((arg, i) => typed(arg, fn.params[i], language)).join(separator)})`;
}

function typed(arg: ExampleArgument | undefined, param: Param | undefined, language: Language): string {
  if (arg === undefined || arg === null) return "";
  if (typeof arg === "string") return `"${arg}"`;
  if (typeof arg === "number") {
    const rate = param?.kind === "growth" || (param?.kind === "share" && arg > 0);
    const percent = rate && arg !== 0 && Math.abs(arg) <= 2;
    const plain = (value: number): string => decimal(value, language);
    return percent ? `${plain(Math.round(arg * 1e10) / 1e8)}%` : plain(arg);
  }
  // Between braces Excel takes neither a percent sign nor nothing at all.
  const rows = arg.map((row) =>
    row.map((cell) => typed(cell ?? "", undefined, language)).join(language === "id" ? "\\" : ","),
  );
  return `{${rows.join(";")}}`;
}

/** Without thousands marks: in a formula they would separate arguments or end the number. */
const decimal = (value: number, language: Language): string =>
  language === "id" ? String(value).replace(".", ",") : String(value);

export interface Refused {
  readonly example: Example;
  readonly refusal: Words;
}

/** The examples whose cell shows an error, each with its sentence. */
export const refusedExamples = (fn: Definition): Refused[] =>
  fn.examples.flatMap((example) => {
    let refusal: Words | undefined;
    call(fn, example.args, (refused) => {
      refusal ??= refused.refusal;
      return "";
    });
    const isError = typeof example.gives === "string" && example.gives.startsWith("#");
    return isError && refusal ? [{ example, refusal }] : [];
  });
