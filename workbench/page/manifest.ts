// What Excel takes from the add-in's manifest: names, addresses, ribbon buttons, each in the person's language.
import type { Language } from "../words";

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  /** The function an ExecuteFunction names; without one the button shows the task pane. */
  readonly command: string | undefined;
}

export interface Manifest {
  readonly name: string;
  readonly group: string;
  readonly taskPane: string;
  readonly metadata: string;
  readonly buttons: readonly RibbonButton[];
}

export function readManifest(xml: string, language: Language): Manifest {
  const page = new DOMParser().parseFromString(xml, "application/xml");
  const locale = language === "id" ? "id-ID" : "en-US";
  const all = (from: Element | Document, name: string) => [...from.getElementsByTagNameNS("*", name)];
  const one = (from: Element | Document, name: string) => {
    const found = all(from, name)[0];
    if (!found) throw new Error(`manifest.xml: <${name}> is missing`);
    return found;
  };
  const said = (node: Element): string => {
    const override = all(node, "Override").find((other) => other.getAttribute("Locale") === locale);
    return (override?.getAttribute("Value") ?? node.getAttribute("DefaultValue") ?? "").trim();
  };
  const resources = new Map(
    [...one(page, "Resources").querySelectorAll("[id]")].map((node) => [node.id, said(node)]),
  );
  const resource = (node: Element): string => {
    const id = node.getAttribute("resid") ?? "";
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml: no resource "${id}"`);
    return value;
  };
  const inFolder = (node: Element): string => `/excel${new URL(resource(node)).pathname}`;
  const commands = all(page, "ExtensionPoint").find(
    (point) => point.getAttribute("xsi:type") === "PrimaryCommandSurface",
  );
  const functions = all(page, "ExtensionPoint").find(
    (point) => point.getAttribute("xsi:type") === "CustomFunctions",
  );
  if (!commands || !functions) throw new Error("manifest.xml: an extension point is missing");
  return {
    name: said(one(page, "DisplayName")),
    group: resource(one(one(commands, "Group"), "Label")),
    taskPane: inFolder(one(one(functions, "Page"), "SourceLocation")),
    metadata: inFolder(one(one(functions, "Metadata"), "SourceLocation")),
    buttons: all(commands, "Control").map((control) => ({
      id: control.id,
      label: resource(one(control, "Label")),
      tip: resource(one(one(control, "Supertip"), "Description")),
      icon: inFolder(all(control, "Image").find((image) => image.getAttribute("size") === "32") ?? control),
      command: all(control, "FunctionName")[0]?.textContent ?? undefined,
    })),
  };
}
