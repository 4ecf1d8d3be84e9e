// A manifest taken apart for the rules: its elements, its resources, and the words a fault is told in.
import { createRequire } from "node:module";
import { join } from "node:path";

export interface Fault {
  readonly rule: string;
  /** The element, as a path from the root. */
  readonly at: string;
  readonly says: string;
}

export interface Manifest {
  readonly root: Element;
  readonly all: (name: string) => Element[];
  /** A child of the root. */
  readonly top: (name: string) => Element | undefined;
  /** The resource that this element, or the first SourceLocation in it, asks for. */
  readonly resourceOf: (element: Element | undefined) => Element | undefined;
  readonly resources: ReadonlyMap<string, Element>;
}

/** Parses strictly: a fault in the XML throws, with its line and column. */
export function readManifest(xml: string): Manifest {
  const require = createRequire(join(process.cwd(), "package.json"));
  const { JSDOM } = require("jsdom");
  const root: Element = new JSDOM(xml, { contentType: "application/xml" }).window.document.documentElement;
  const every = [root, ...root.querySelectorAll("*")];
  const all = (name: string): Element[] => every.filter((element) => element.localName === name);
  const resources = new Map(
    all("Resources")
      .flatMap((element) => [...element.children])
      .flatMap((part) => [...part.children])
      .map((element) => [element.getAttribute("id") ?? "", element]),
  );
  return {
    root,
    all,
    top: (name) => [...root.children].find((child) => child.localName === name),
    resourceOf: (element) => {
      const asking = element?.hasAttribute("resid") ? element : element?.querySelector("SourceLocation");
      return resources.get(asking?.getAttribute("resid") ?? "");
    },
    resources,
  };
}

export const pathOf = (element: Element): string => {
  const above = element.parentElement;
  return above ? `${pathOf(above)}/${element.localName}` : element.localName;
};

export const text = (element: Element | undefined): string => element?.textContent?.trim() ?? "";

/** What an element with a default, or one of its overrides, says. */
export const value = (element: Element): string =>
  element.getAttribute(element.localName === "Override" ? "Value" : "DefaultValue") ?? "";

export const overrides = (element: Element): Element[] =>
  [...element.children].filter((child) => child.localName === "Override");

export const isTranslated = (element: Element): boolean =>
  overrides(element).some((part) => part.getAttribute("Locale") === "en-US");

export function fault(rule: string, element: Element | string, says: string): Fault {
  if (typeof element === "string") return { rule, at: element, says };
  const id = element.getAttribute("id");
  return { rule, at: id ? `${pathOf(element)} "${id}"` : pathOf(element), says };
}
