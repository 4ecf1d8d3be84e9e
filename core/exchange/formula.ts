// A formula as a tree of brackets and calls, in which UCJ functions are known by whatever spelling a host left them.
import { catalogue } from "../catalogue";
import type { Definition } from "../define";
import { isName, isSpace, type Style, tokenize } from "./tokens";

export type Part = string | Group;

/** A call, a pair of brackets, an array, or the whole formula. */
export interface Group {
  /** All before its first argument: "@", an add-in's workbook, the name, the bracket; "{" for an array. */
  readonly head: string;
  /** "" where brackets only group. */
  readonly name: string;
  readonly args: Part[][];
  /** The separators between the arguments. */
  readonly marks: string[];
  close: string;
  /** Present when a function of ours is called. */
  ucj?: Ucj | undefined;
}

export interface Ucj {
  /** UCJ_COVERAGE. */
  readonly name: string;
  /** Absent when this version has no such function. */
  readonly fn: Definition | undefined;
  readonly spelling: "live" | "unregistered" | "namespaced";
}

const functions = new Map<string, Definition>(catalogue.map((fn) => [fn.name, fn]));
const PREFIX = /^(?:_xlfn\.|_xlws\.|_?_xludf\.|_xldudf_)*/i;
/** The workbook of an add-in before "!": [2], 'C:\…\UCJ.xla', UCJ.xlam. A sheet's name is none. */
const BOOK = /^\[\d+\]$|\.xl\w*\]?'?$/i;

const groupOf = (head: string, name = "", ucj?: Ucj): Group => ({
  head,
  name,
  args: [[]],
  marks: [],
  close: "",
  ucj,
});

/**
 * Undefined when brackets do not pair. Rendering the tree gives the text, mark for mark.
 * @param deepest Excel allows 64 levels; text nested deeper than 256 is no formula of any host
 */
export function parse(formula: string, style: Style, deepest = 256): Group | undefined {
  const root = groupOf("");
  const stack = [root];
  const calls: Group[] = [];
  for (const token of tokenize(formula, style)) {
    const top = stack[0] as Group;
    const here = top.args[top.args.length - 1] as Part[];
    const array = top.head === "{";
    if (token === "(" || token === "{") {
      const group = begin(here, token);
      here.push(group);
      calls.push(group);
      if (stack.unshift(group) > deepest) return undefined;
    } else if (token === ")" || token === "}") {
      if (array !== (token === "}") || top === root) return undefined;
      top.close = token;
      stack.shift();
    } else if (token === "," || token === ";" || (array && token === "\\")) {
      top.marks.push(token);
      top.args.push([]);
    } else here.push(token);
  }
  // LET and LAMBDA may give one of our names to a value of their own.
  if (/\bL(?:ET|AMBDA)\(/i.test(formula))
    for (const call of calls)
      if (call.ucj && RegExp(`${call.name}\\s*[^\\s(\\w.]`, "i").test(formula)) call.ucj = undefined;
  return stack.length === 1 ? root : undefined;
}

/** Opens a group, taking over the name that stands before its bracket. */
function begin(here: Part[], bracket: string): Group {
  const solidBefore = (end: number): number => {
    while (isSpace(here[end - 1])) end--;
    return end - 1;
  };
  const at = solidBefore(here.length);
  const name = here[at];
  // What is called is a result, so the name before it is no function of ours.
  if (typeof name === "object") name.ucj = undefined;
  if (bracket === "{" || typeof name !== "string" || !isName(name)) return groupOf(bracket);
  const prefix = (PREFIX.exec(name) as RegExpExecArray)[0];
  let from = at;
  if (prefix && here[at - 1] === "!" && BOOK.test(`${here[at - 2]}`)) from -= 2;
  let before = solidBefore(from);
  while (here[before] === "@") {
    from = before;
    before = solidBefore(from);
  }
  // After "!", ":" or another name the function is somebody else's.
  const ucj = /^[-+*/^&=<>]/.test(`${here[before] ?? "="}`)
    ? ucjOf(name.slice(prefix.length), prefix)
    : undefined;
  return groupOf(here.splice(from).join("") + bracket, name, ucj);
}

function ucjOf(name: string, prefix: string): Ucj | undefined {
  const rest = /^UCJ(?:_|\.(?:UCJ_)?)([A-Z0-9_]+)$/i.exec(name)?.[1]?.toUpperCase();
  if (!rest) return undefined;
  // A file has "_" where a namespace had its dot: UCJ.UCJ_TARGET is stored as UCJ_UCJ_TARGET.
  const ucj = `UCJ_${prefix ? rest.replace(/^UCJ_/, "") : rest}`;
  const spelling = prefix ? "unregistered" : name[3] === "." ? "namespaced" : "live";
  return { name: ucj, fn: functions.get(ucj), spelling };
}

/** Writes a group in its own way; undefined leaves it as it stands. */
export type Writer = (group: Group) => string | undefined;

export const render = (parts: readonly Part[], write?: Writer): string =>
  parts
    .map((part) => (typeof part === "string" ? part : (write?.(part) ?? part.head + inside(part, write))))
    .join("");

/** From behind its opening bracket to its closing one. */
export const inside = ({ args, marks, close }: Group, write?: Writer): string =>
  args.map((arg, i) => render(arg, write) + (marks[i] ?? "")).join("") + close;

/** UCJ calls as this version's host knows them. */
export const live: Writer = (group) => group.ucj?.fn && `${group.ucj.name}(${inside(group, live)}`;

export const solid = (parts: readonly Part[] = []): Part[] => parts.filter((part) => !isSpace(part));
