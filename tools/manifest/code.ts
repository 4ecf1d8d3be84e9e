// Rules over the code behind the manifest: the pane's scripts, a handler for every button, code for every function.
import { createContext, runInContext } from "node:vm";
import { parse } from "acorn";
import { PUBLISHED } from "./faces";
import { fileAt, pathIn, type Site } from "./files";
import { type Fault, fault, isTranslated, type Manifest, overrides, text, value } from "./read";

export const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

export function codeFaults(manifest: Manifest, site: Site): Fault[] {
  const { all, resourceOf } = manifest;
  const [page, script, metadata] = ["Page", "Script", "Metadata"].map((name) => resourceOf(all(name)[0]));
  const functions = script && fileAt(value(script), site)?.toString("utf8");
  return [
    ...(page ? paneFaults(page, script, manifest, site) : []),
    ...(metadata && functions !== undefined ? metadataFaults(metadata, functionsOf(functions), site) : []),
  ];
}

/** The pane is the shared runtime: what it does not load does not run. */
function paneFaults(page: Element, script: Element | undefined, { all }: Manifest, site: Site): Fault[] {
  const html = fileAt(value(page), site)?.toString("utf8");
  if (html === undefined) return [];
  const found: Fault[] = [];
  const [first, ...own] = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map(
    ([, src]) => src as string,
  );
  if (first !== OFFICE_JS || html.indexOf(OFFICE_JS) > html.indexOf("</head>"))
    found.push(fault("office-js", page, `its first script, in <head>, must be ${OFFICE_JS}`));
  const texts = own.flatMap((src) => {
    const bytes = site.file(src);
    if (!bytes) found.push(fault("file-missing", page, `${src} was not built`));
    return bytes ? [bytes.toString("utf8")] : [];
  });
  if (script && !own.includes(pathIn(value(script), site) ?? ""))
    found.push(fault("functions-not-loaded", page, `does not load ${value(script)}`));
  const actions = texts.flatMap(actionsOf);
  for (const name of all("FunctionName"))
    if (!actions.includes(text(name)))
      found.push(fault("action-missing", name, `no script of the pane associates "${text(name)}"`));
  return found;
}

interface Call {
  readonly type?: string;
  readonly callee?: { readonly property?: { readonly name?: string } };
  readonly arguments?: readonly { readonly type: string; readonly value?: unknown }[];
}

/** The names a script joins to ribbon buttons: `Office.actions.associate("name", …)`. */
export function actionsOf(code: string): string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, callee, arguments: [first] = [] } = node as Call;
    if (type === "CallExpression" && callee?.property?.name === "associate" && first?.type === "Literal")
      names.push(String(first.value));
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "script" }));
  return names;
}

/** The functions a script joins to Excel, by running it with nothing but a place to join them to. */
export function functionsOf(code: string): string[] {
  const ids: string[] = [];
  const CustomFunctions = { associate: (id: string) => void ids.push(id), Error, ErrorCode: {} };
  runInContext(code, createContext({ CustomFunctions, Office: {} }));
  return ids;
}

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly parameters: readonly unknown[];
  }[];
}

function metadataFaults(description: Element, associated: readonly string[], site: Site): Fault[] {
  const found: Fault[] = [];
  const { prefix } = site.kind ?? PUBLISHED;
  const shapes = new Set<string>();
  for (const part of [description, ...overrides(description)]) {
    const bytes = fileAt(value(part), site);
    if (!bytes) continue;
    const bad = (says: string): void =>
      void found.push(fault("metadata", part, `${pathIn(value(part), site)}: ${says}`));
    const metadata = parsed(bytes.toString("utf8"));
    if (!metadata) {
      bad("is not a list of functions in JSON");
      continue;
    }
    if ("allowCustomDataForDataTypeAny" in metadata) bad("allowCustomDataForDataTypeAny crashes Excel 2021");
    const ids = metadata.functions.map(({ id }) => id);
    for (const id of ids) if (!associated.includes(id)) bad(`${id} has no code behind it`);
    for (const id of associated) if (!ids.includes(id)) bad(`${id} is not described`);
    for (const { id, name } of metadata.functions)
      if (id !== name || !id.startsWith(prefix))
        bad(`${id}: id and name must be one, and begin with ${prefix}`);
    shapes.add(JSON.stringify(metadata.functions.map(({ id, parameters }) => [id, parameters.length])));
  }
  if (shapes.size > 1)
    found.push(fault("metadata", description, "the languages describe different functions"));
  if (!isTranslated(description))
    found.push(fault("language", description, "has no English (en-US) override"));
  return found;
}

function parsed(json: string): Metadata | undefined {
  try {
    const found = JSON.parse(json);
    return Array.isArray(found?.functions) ? found : undefined;
  } catch {
    return undefined;
  }
}
