// Rules over the manifest alone: identity, resources, the shared runtime, words in two languages.
import { type Fault, fault, isTranslated, type Manifest, overrides, text, value } from "./read";

const SCHEMA = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

export function identityFaults({ root, top, all }: Manifest): Fault[] {
  const found: Fault[] = [];
  if (root.localName !== "OfficeApp" || root.namespaceURI !== SCHEMA)
    found.push(fault("wrong-type", root, `is not an <OfficeApp> of ${SCHEMA}`));
  if (root.getAttribute("xsi:type") !== "TaskPaneApp")
    found.push(fault("wrong-type", root, 'needs xsi:type="TaskPaneApp"'));
  for (const part of all("VersionOverrides"))
    if (part.namespaceURI !== OVERRIDES || part.getAttribute("xsi:type") !== "VersionOverridesV1_0")
      found.push(fault("wrong-type", part, `needs xmlns="${OVERRIDES}" and xsi:type="VersionOverridesV1_0"`));
  for (const host of all("Host"))
    if ((host.getAttribute("Name") ?? host.getAttribute("xsi:type")) !== "Workbook")
      found.push(fault("wrong-type", host, "is not the Workbook host"));

  const expect = (name: string, pattern: RegExp, rule: string, says: string): void => {
    if (!pattern.test(text(top(name)))) found.push(fault(rule, `OfficeApp/${name}`, says));
  };
  expect("Id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "id-format", "is not a GUID");
  expect(
    "Version",
    /^\d{1,5}(\.\d{1,5}){0,3}$/,
    "version-format",
    "is not one to four numbers of at most five digits",
  );
  expect("DefaultLocale", /^id-ID$/, "locale", "is not id-ID: Indonesian comes first");
  expect("Permissions", /^ReadWriteDocument$/, "permissions", "is not ReadWriteDocument");
  const sets = all("Set").map((set) => `${set.getAttribute("Name")} ${set.getAttribute("MinVersion")}`);
  if (sets.join() !== "SharedRuntime 1.1")
    found.push(
      fault("requirements", "OfficeApp/Requirements", "must ask for SharedRuntime 1.1, nothing else"),
    );
  return found;
}

/** Elements that Office knows and that would harm us. */
const FORBIDDEN: Readonly<Record<string, readonly [rule: string, says: string]>> = {
  Namespace: [
    "namespace",
    "functions are typed as UCJ_…; a namespace, even an empty one, changes their names",
  ],
  TaskpaneId: ["taskpane-id", "there is one pane only: with a long-lived runtime it must be absent"],
  AppDomains: ["app-domains", "the site needs no other domain, and its own is always allowed"],
  EquivalentAddins: ["equivalent-addins", "it changes for good how functions are stored in files"],
};

export const forbiddenFaults = ({ all }: Manifest): Fault[] =>
  Object.entries(FORBIDDEN).flatMap(([name, [rule, says]]) =>
    all(name).map((element) => fault(rule, element, says)),
  );

/** Which part of Resources an element takes its resource from. */
const TAKES: Readonly<Record<string, string>> = {
  Image: "Images",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  SourceLocation: "Urls",
  Runtime: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
};

const LONGEST_RESID = 32;

export function resourceFaults({ root, resources, all }: Manifest): Fault[] {
  const found: Fault[] = [];
  const used = new Set<string>();
  for (const element of root.querySelectorAll("[resid]")) {
    const id = element.getAttribute("resid") ?? "";
    used.add(id);
    const part = resources.get(id)?.parentElement?.localName;
    const takes = TAKES[element.localName];
    if (id.length > LONGEST_RESID)
      found.push(fault("resid-too-long", element, `resid "${id}" is over ${LONGEST_RESID} characters`));
    if (!part) found.push(fault("dangling-resid", element, `no resource is called "${id}"`));
    else if (part !== takes)
      found.push(fault("wrong-resource", element, `"${id}" must be one of <${takes}>`));
  }
  for (const [id, element] of resources)
    if (!used.has(id)) found.push(fault("unused-resource", element, "nothing asks for it"));

  const ids = [...root.querySelectorAll("[id]")].map((element) => element.getAttribute("id") ?? "");
  for (const id of new Set(ids.filter((name, i) => ids.indexOf(name) !== i)))
    found.push(fault("duplicate-id", "OfficeApp", `"${id}" is given twice`));
  for (const element of [...all("Control"), ...all("Group")])
    if (!element.getAttribute("id")) found.push(fault("missing-id", element, "has no id"));
  return found;
}

const childrenCalled = (element: Element, name: string): Element[] =>
  [...element.children].filter((child) => child.localName === name);

export function runtimeFaults({ root, all }: Manifest): Fault[] {
  const found: Fault[] = [];
  const actions = all("Action").map((action) => ({ action, type: action.getAttribute("xsi:type") }));
  const pages = [
    ...all("Runtime"),
    ...all("Page").flatMap((page) => childrenCalled(page, "SourceLocation")),
    ...all("FunctionFile"),
    ...actions.flatMap(({ action, type }) =>
      type === "ShowTaskpane" ? childrenCalled(action, "SourceLocation") : [],
    ),
  ].map((element) => element.getAttribute("resid"));
  if (new Set(pages).size > 1)
    found.push(
      fault(
        "same-resid",
        root,
        `Runtime, Page, FunctionFile and ShowTaskpane must share one resid, not ${[...new Set(pages)].join(" and ")}`,
      ),
    );
  for (const runtime of all("Runtime"))
    if (runtime.getAttribute("lifetime") !== "long")
      found.push(fault("lifetime", runtime, 'needs lifetime="long"'));
  for (const { action, type } of actions) {
    const needs =
      type === "ShowTaskpane" ? "SourceLocation" : type === "ExecuteFunction" ? "FunctionName" : undefined;
    if (!needs) found.push(fault("action", action, `${type} is neither ShowTaskpane nor ExecuteFunction`));
    else if (childrenCalled(action, needs).length !== 1)
      found.push(fault("action", action, `${type} needs one <${needs}>`));
  }
  return found;
}

const TOP_TEXTS: Readonly<Record<string, number>> = { ProviderName: 125, DisplayName: 125, Description: 250 };
const STRINGS: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };
const LANGUAGE = /^[a-z]{2}-[A-Z]{2}$/;

/** Words within Office's limits, and in two languages. */
export function wordFaults({ top, all, resources }: Manifest): Fault[] {
  const found: Fault[] = [];
  const measure = (element: Element, words: string, most: number): void => {
    if (words.length > most) found.push(fault("text-too-long", element, `is over ${most} characters`));
    if (words.trim() === "") found.push(fault("empty-text", element, "is empty"));
  };
  const spoken = [
    ...Object.entries(TOP_TEXTS).map(([name, most]) => ({ element: top(name), most })),
    ...[...resources.values()].map((element) => ({
      element,
      most: STRINGS[element.parentElement?.localName ?? ""],
    })),
  ];
  for (const { element, most } of spoken) {
    if (!element || most === undefined) continue;
    if (!element.hasAttribute("DefaultValue")) measure(element, text(element), most);
    else {
      for (const part of [element, ...overrides(element)]) measure(part, value(part), most);
      if (!isTranslated(element)) found.push(fault("language", element, "has no English (en-US) override"));
    }
  }
  const locale = text(top("DefaultLocale"));
  for (const element of new Set(all("Override").map((part) => part.parentElement as Element))) {
    const locales = overrides(element).map((part) => part.getAttribute("Locale") ?? "");
    if (locales.some((name, i) => !LANGUAGE.test(name) || name === locale || locales.indexOf(name) !== i))
      found.push(
        fault("locale", element, `overrides ${locales.join(", ")}: each once, as xx-XX, not ${locale}`),
      );
  }
  return found;
}
