// The plain-formula twin of a call: argument names in the template replaced by what was typed.
import type { Definition, Param } from "../define";
import { parse } from "./formula";
import { EXCEL, restyle, type Style } from "./tokens";

function given({ optional }: Param, typed: string | undefined, style: Style): string {
  const text = typed?.trim();
  const preset = optional?.plain ?? "";
  if (!text) return preset;
  // References, numbers and calls stand as they are; anything else keeps its order of operations by brackets.
  const { args, marks } = parse(text, style) ?? { args: [], marks: [] };
  const loose = args[0]?.some((part) => typeof part === "string" && /^[-+*/^&=<>@\s]/.test(part));
  const argument = loose || marks.length > 0 ? `(${text})` : text;
  // A cell given for an optional argument may be blank, and blank means left out.
  return +preset === 0 || !/[A-Z]/i.test(text)
    ? argument
    : `IF(${[`${argument}=""`, preset, argument].join(style.separator)})`;
}

/**
 * @param args as typed, in the given style; undefined or "" is an argument left out
 * @returns the formula without "=", or undefined when the function has no twin
 */
export function plainFormula(
  fn: Definition,
  args: readonly (string | undefined)[],
  style: Style = EXCEL,
): string | undefined {
  const values = new Map(fn.params.map((param, i) => [param.name, given(param, args[i], style)]));
  const template = fn.plain && restyle(fn.plain, EXCEL, style);
  return template?.replace(/"[^"]*"|[A-Za-z_][A-Za-z0-9_.]*\(?/g, (word) => values.get(word) ?? word);
}
