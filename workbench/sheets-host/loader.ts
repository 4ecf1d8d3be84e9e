// Runs the text of Code.js with the emulated globals only, and hands out its top-level functions.
import { ownRealm, type Realm } from "./guard";

export type Callable = (...args: unknown[]) => unknown;

export interface Script {
  readonly functions: ReadonlyMap<string, Callable>;
  readonly realm: Realm;
}

/** How a text becomes a script: in a page, or in a bare context of Node (headless.ts). */
export type Evaluate = (code: string, globals: Record<string, unknown>) => Script;

// What a browser has and Apps Script lacks; a script that leans on one of these must fail here too.
const ABSENT = [
  ...["window", "self", "document", "navigator", "location", "performance", "process", "localStorage"],
  ...[
    "setTimeout",
    "setInterval",
    "clearTimeout",
    "clearInterval",
    "queueMicrotask",
    "requestAnimationFrame",
  ],
  ...["fetch", "XMLHttpRequest", "URL", "URLSearchParams", "FormData", "File", "Blob", "TextEncoder"],
  ...[
    "TextDecoder",
    "atob",
    "btoa",
    "crypto",
    "structuredClone",
    "DOMException",
    "module",
    "exports",
    "require",
  ],
];

/** Functions that begin at the start of a line; the bundle keeps all others inside one expression. */
export function topLevel(code: string): string[] {
  const names = [...code.matchAll(/^(?:async\s+)?function\s+([A-Za-z_$][\w$]*)/gm)].map((match) => match[1]);
  return [...new Set(names.filter((name) => name !== undefined))];
}

export const inPage: Evaluate = (code, globals) => {
  const names = topLevel(code);
  const scope: Record<string, unknown> = {
    ...Object.fromEntries(ABSENT.map((name) => [name, undefined])),
    ...globals,
    globalThis: globals,
  };
  const answer = `\n;return {${names.map((name) => `${name}: typeof ${name} === "function" ? ${name} : null`)}};`;
  const run = new Function(...Object.keys(scope), code + answer);
  return toScript(run.apply(globals, Object.values(scope)), ownRealm);
};

export function toScript(found: Record<string, unknown>, realm: Realm): Script {
  const functions = Object.entries(found).filter(([, value]) => typeof value === "function");
  return { functions: new Map(functions as [string, Callable][]), realm };
}

/** Names ending in "_" are private: neither a cell, nor the sidebar may call them. */
export function callable(script: Script, name: string): Callable | undefined {
  return name.endsWith("_") ? undefined : script.functions.get(name);
}
