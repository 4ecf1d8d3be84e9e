// Which elements a shared-runtime manifest for Excel holds, and in which order: Office does not load one out of order.
import { type Fault, pathOf } from "./read";

/**
 * Children in their order, by the end of the parent's path; `?` may be left out, `*` any number, `+` at least one.
 * Elements that Office knows and we forbid (Namespace, TaskpaneId …) are here too: a rule of their own names them.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides ExtendedOverrides?",
  "OfficeApp/DisplayName": "Override*",
  "OfficeApp/Description": "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain+",
  "OfficeApp/Hosts": "Host+",
  Requirements: "Sets Methods?",
  Sets: "Set+",
  DefaultSettings: "SourceLocation",
  "DefaultSettings/SourceLocation": "Override*",
  VersionOverrides: "Description? Requirements? Hosts Resources WebApplicationInfo? EquivalentAddins?",
  "VersionOverrides/Hosts": "Host",
  "VersionOverrides/Hosts/Host": "Runtimes AllFormFactors DesktopFormFactor",
  Runtimes: "Runtime",
  AllFormFactors: "ExtensionPoint",
  "AllFormFactors/ExtensionPoint": "Script Page Metadata Namespace?",
  Script: "SourceLocation",
  Page: "SourceLocation",
  Metadata: "SourceLocation",
  DesktopFormFactor: "GetStarted FunctionFile ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  "DesktopFormFactor/ExtensionPoint": "OfficeTab",
  OfficeTab: "Group+",
  Group: "Label Icon Control+",
  Control: "Label Supertip Icon Action Enabled?",
  Supertip: "Title Description",
  Icon: "Image+",
  Action: "TaskpaneId? SourceLocation? Title? FunctionName?",
  Resources: "Images Urls ShortStrings LongStrings",
  Images: "Image+",
  Urls: "Url+",
  ShortStrings: "String+",
  LongStrings: "String+",
  "Images/Image": "Override*",
  Url: "Override*",
  String: "Override*",
};

function slotsOf(path: string): readonly { name: string; least: number; most: number }[] {
  const parts = path.split("/");
  const key = parts.map((_, i) => parts.slice(i).join("/")).find((end) => end in CHILDREN);
  return (key ? (CHILDREN[key] as string) : "")
    .split(" ")
    .filter(Boolean)
    .map((slot) => {
      const [, name = "", mark] = /^(\w+)([?*+]?)$/.exec(slot) ?? [];
      return {
        name,
        least: mark === "?" || mark === "*" ? 0 : 1,
        most: mark === "*" || mark === "+" ? Number.POSITIVE_INFINITY : 1,
      };
    });
}

/** Every element that stands where Office does not expect it, or does not stand where it must. */
export function orderFaults(element: Element): Fault[] {
  const at = pathOf(element);
  const slots = slotsOf(at);
  const children = [...element.children];
  const faults: Fault[] = [];
  let reached = 0;
  for (const child of children) {
    const slot = slots.findIndex(({ name }) => name === child.localName);
    if (slot < 0) faults.push({ rule: "unknown-element", at: pathOf(child), says: "has no place here" });
    else if (slot < reached)
      faults.push({
        rule: "element-order",
        at: pathOf(child),
        says: `must stand before <${slots[reached]?.name}>`,
      });
    else reached = slot;
  }
  for (const { name, least, most } of slots) {
    const count = children.filter((child) => child.localName === name).length;
    if (count < least) faults.push({ rule: "missing-element", at, says: `lacks <${name}>` });
    if (count > most) faults.push({ rule: "repeated-element", at, says: `has <${name}> ${count} times` });
  }
  return [...faults, ...children.flatMap(orderFaults)];
}
