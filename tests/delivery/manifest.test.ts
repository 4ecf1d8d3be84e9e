// The manifest checker catches each fault by its name, and finds none in ours, in any of its faces.
import { readFileSync } from "node:fs";
import { checkManifest, readRecord } from "../../tools/check-manifest";
import { actionsOf, functionsOf } from "../../tools/manifest/code";
import {
  baseUrl,
  contentMark,
  DEVELOPMENT,
  devFiles,
  devManifest,
  isHigher,
  LOCAL,
  manifestFor,
} from "../../tools/manifest/faces";
import { filesIn, pngSize, type Site } from "../../tools/manifest/files";
import { readManifest } from "../../tools/manifest/read";

const ours = readFileSync("manifest.xml", "utf8");
const built = filesIn("dist/excel");
const site: Site = { base: LOCAL, file: built };
const rulesIn = (xml: string, at: Site = site): string[] => [
  ...new Set(checkManifest(xml, at, readRecord()).map(({ rule }) => rule)),
];

/** Replaces exactly what is there: a fault that could not be seeded must not pass for one that was caught. */
function edit(...changes: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return changes.reduce((xml, [from, to]) => {
    const next = xml.replace(from, to);
    if (next === xml) throw new Error(`not in manifest.xml: ${from}`);
    return next;
  }, ours);
}

const withFile = (path: string, change: (text: string) => string): Site => ({
  base: LOCAL,
  file: (asked) => {
    const found = built(asked);
    if (asked !== path || !found) return found;
    const text = found.toString("utf8");
    const changed = change(text);
    if (changed === text) throw new Error(`nothing changed in ${path}`);
    return Buffer.from(changed);
  },
});
const without = (path: string): Site => ({
  base: LOCAL,
  file: (asked) => (asked === path ? undefined : built(asked)),
});
const instead = (path: string, other: string): Site => ({
  base: LOCAL,
  file: (asked) => built(asked === path ? other : asked),
});

test("ours has no fault", () => {
  expect(checkManifest(ours, site, readRecord())).toEqual([]);
});

const words = (count: number): string => "x".repeat(count);
const RUNTIMES = /<Runtimes>[\s\S]*?<\/Runtimes>\s*/;
const [runtimes = ""] = RUNTIMES.exec(ours) ?? [];

test.each<[rule: string, fault: string, xml: string]>([
  ["malformed", "a tag that is not closed", edit(["</Hosts>", ""])],
  ["malformed", "an ampersand that is not escaped", edit(["Perencana UCJ", "Perencana & UCJ"])],
  [
    "element-order",
    "ProviderName before Version",
    edit([/(<Version>.*<\/Version>)(\s*)(<ProviderName>.*<\/ProviderName>)/, "$3$2$1"]),
  ],
  [
    "element-order",
    "Runtimes after AllFormFactors",
    edit([RUNTIMES, ""], ["</AllFormFactors>", `</AllFormFactors>${runtimes}`]),
  ],
  [
    "element-order",
    "Icon before Label",
    edit([/(<Label resid="Group.Label" \/>)(\s*)(<Icon>[\s\S]*?<\/Icon>)/, "$3$2$1"]),
  ],
  [
    "element-order",
    "Urls after ShortStrings",
    edit([/(<bt:Urls>[\s\S]*?<\/bt:Urls>)(\s*)(<bt:ShortStrings>[\s\S]*?<\/bt:ShortStrings>)/, "$3$2$1"]),
  ],
  ["missing-element", "no Runtimes", edit([RUNTIMES, ""])],
  [
    "missing-element",
    "no Script, though a shared runtime does not run it",
    edit([/<Script>[\s\S]*?<\/Script>/, ""]),
  ],
  ["missing-element", "no SupportUrl", edit([/<SupportUrl [^>]*>/, ""])],
  ["unknown-element", "a Tooltip", edit(["<Supertip>", '<Tooltip resid="Pane.Tip" /><Supertip>'])],
  ["repeated-element", "two Versions", edit(["</Version>", "</Version><Version>1.0</Version>"])],
  ["wrong-type", "a content add-in", edit(['xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"'])],
  [
    "wrong-type",
    "VersionOverrides of another version",
    edit(["VersionOverridesV1_0", "VersionOverridesV1_1"]),
  ],
  ["wrong-type", "for Word", edit(['Host Name="Workbook"', 'Host Name="Document"'])],
  ["id-format", "a name for a GUID", edit([/<Id>.*<\/Id>/, "<Id>ucj-planner</Id>"])],
  [
    "version-format",
    "a version with a letter",
    edit([/<Version>.*<\/Version>/, "<Version>1.0.0-beta</Version>"]),
  ],
  ["version-format", "five parts", edit([/<Version>.*<\/Version>/, "<Version>1.0.0.0.1</Version>"])],
  [
    "version-not-raised",
    "a new button text under the old version",
    edit(['"Hitung ulang"', '"Hitung lagi"']),
  ],
  [
    "version-not-recorded",
    "a new version nobody recorded",
    edit(['"Hitung ulang"', '"Hitung lagi"'], [/<Version>.*<\/Version>/, "<Version>99.0.0.0</Version>"]),
  ],
  ["locale", "English first", edit(["<DefaultLocale>id-ID", "<DefaultLocale>en-US"])],
  [
    "locale",
    "a locale without its country",
    edit([/Locale="en-US" Value="Recalculate"/, 'Locale="en" Value="Recalculate"']),
  ],
  ["language", "a label in one language", edit([/<bt:Override Locale="en-US" Value="Recalculate" \/>/, ""])],
  [
    "language",
    "function help in one language",
    edit([/<bt:Override Locale="en-US" Value="[^"]*functions-en.json" \/>/, ""]),
  ],
  ["permissions", "reading only", edit(["ReadWriteDocument", "ReadDocument"])],
  [
    "requirements",
    "a requirement that keeps LTSC 2021 out",
    edit([
      '<Set Name="SharedRuntime" MinVersion="1.1" />',
      '<Set Name="SharedRuntime" MinVersion="1.1" /><Set Name="ExcelApi" MinVersion="1.17" />',
    ]),
  ],
  ["namespace", "a namespace", edit(["</Metadata>", '</Metadata><Namespace resid="Group.Label" />'])],
  [
    "taskpane-id",
    "a task pane id",
    edit([
      '<Action xsi:type="ShowTaskpane">',
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>',
    ]),
  ],
  [
    "app-domains",
    "app domains",
    edit(["<Hosts>", "<AppDomains><AppDomain>https://example.com</AppDomain></AppDomains><Hosts>"]),
  ],
  [
    "equivalent-addins",
    "an XLL beside it",
    edit(["</Resources>", "</Resources><EquivalentAddins><EquivalentAddin/></EquivalentAddins>"]),
  ],
  [
    "resid-too-long",
    "a resid of 33",
    edit(
      ...(["resid=", "id="] as const).map(
        (attribute) => [new RegExp(`\\b${attribute}"Help.Url"`), `${attribute}"${words(33)}"`] as const,
      ),
    ),
  ],
  [
    "dangling-resid",
    "a label nobody wrote",
    edit(['<Label resid="Pane.Label" />', '<Label resid="Pane.Lable" />']),
  ],
  [
    "unused-resource",
    "a text nobody asks for",
    edit([
      "</bt:ShortStrings>",
      '<bt:String id="Old.Label" DefaultValue="Lama"><bt:Override Locale="en-US" Value="Old" /></bt:String></bt:ShortStrings>',
    ]),
  ],
  [
    "wrong-resource",
    "a label out of the long strings",
    edit(['<Label resid="Pane.Label" />', '<Label resid="Pane.Tip" />']),
  ],
  ["duplicate-id", "two buttons of one id", edit(['id="Ucj.Recalculate"', 'id="Ucj.Pane"'])],
  ["missing-id", "a button without an id", edit([' id="Ucj.Recalculate"', ""])],
  [
    "same-resid",
    "a button that opens another page",
    edit([/(<Action xsi:type="ShowTaskpane">\s*<SourceLocation resid=)"Taskpane.Url"/, '$1"Help.Url"']),
  ],
  [
    "same-resid",
    "another page for the functions",
    edit([/(<Page>\s*<SourceLocation resid=)"Taskpane.Url"/, '$1"Help.Url"']),
  ],
  [
    "same-resid",
    "another function file",
    edit(['<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"']),
  ],
  ["lifetime", "a runtime that ends with the pane", edit(['lifetime="long"', 'lifetime="short"'])],
  [
    "action",
    "an action of no kind we know",
    edit(['xsi:type="ExecuteFunction"', 'xsi:type="ExecuteDataFunction"']),
  ],
  ["action", "a function without its name", edit([/<FunctionName>.*<\/FunctionName>/, ""])],
  ["action-missing", "a button nobody answers", edit(["ucjRecalculate", "ucjRecount"])],
  ["text-too-long", "a short string of 126", edit(['"Hitung ulang"', `"${words(126)}"`])],
  [
    "text-too-long",
    "an English long string of 251",
    edit([/Value="Recalculate every[^"]*"/, `Value="${words(251)}"`]),
  ],
  [
    "text-too-long",
    "a description of 251",
    edit([/(<Description DefaultValue=)"[^"]*"/, `$1"${words(251)}"`]),
  ],
  ["empty-text", "an empty label", edit(['DefaultValue="Hitung ulang"', 'DefaultValue=" "'])],
  [
    "not-https",
    "a page over http",
    edit([`"${LOCAL}/taskpane.html"`, '"http://localhost:3000/taskpane.html"']),
  ],
  [
    "url-too-long",
    "an address of 2,049",
    edit([`"${LOCAL}/bantuan.html" />`, `"${`${LOCAL}/`.padEnd(2049, "a")}" />`]),
  ],
  [
    "foreign-address",
    "an icon from elsewhere",
    edit([`"${LOCAL}/icons/icon-80.png"`, '"https://cdn.example.com/icon-80.png"']),
  ],
  ["file-missing", "metadata that is not built", edit(["functions-en.json", "functions-us.json"])],
  ["icon-sizes", "no icon of 80", edit([/<bt:Image size="80" resid="Icon.80" \/>/, ""])],
  [
    "icon-size",
    "the icon of 16 where 32 is asked",
    edit([/(<IconUrl DefaultValue="[^"]*)icon-32/, "$1icon-16"]),
  ],
  [
    "icon-size",
    "a standard icon as the high resolution one",
    edit([/(<HighResolutionIconUrl DefaultValue="[^"]*)icon-64/, "$1icon-32"]),
  ],
  ["icon-format", "a picture that is no PNG", edit(["icons/icon-16.png", "icons/icon.svg"])],
])("%s: %s", (rule, _, xml) => {
  expect(rulesIn(xml)).toContain(rule);
});

const rename = (from: string, to: string) => (text: string) => text.replace(from, to);

test.each<[rule: string, fault: string, at: Site]>([
  ["file-missing", "the pane was not built", without("taskpane.html")],
  ["file-missing", "a script of the pane was not built", without("taskpane.js")],
  ["file-missing", "English metadata were not built", without("functions-en.json")],
  ["file-missing", "an icon is gone", without("icons/icon-80.png")],
  ["icon-size", "an icon file of the wrong size", instead("icons/icon-80.png", "icons/icon-48.png")],
  [
    "office-js",
    "the pane does not load office.js first",
    withFile("taskpane.html", rename("lib/1/hosted", "lib/beta/hosted")),
  ],
  [
    "functions-not-loaded",
    "the pane does not load the functions",
    withFile("taskpane.html", rename('src="functions.js"', 'src="taskpane.js"')),
  ],
  [
    "action-missing",
    "the handler went out of the bundle",
    withFile("taskpane.js", rename("ucjRecalculate", "ucjRecount")),
  ],
  [
    "metadata",
    "a function without code",
    withFile("functions.json", (text) => text.replaceAll("UCJ_COVERAGE", "UCJ_COVERED")),
  ],
  [
    "metadata",
    "a function without its description",
    withFile("functions.js", (text) => `${text}CustomFunctions.associate("UCJ_NEW",()=>1);`),
  ],
  [
    "metadata",
    "an id that is not its name",
    withFile("functions.json", rename('"name": "UCJ_COVERAGE"', '"name": "UCJ_CAKUPAN"')),
  ],
  [
    "metadata",
    "custom data, which crashes Excel 2021",
    withFile("functions.json", rename("{", '{"allowCustomDataForDataTypeAny": true,')),
  ],
  ["metadata", "broken JSON", withFile("functions-en.json", rename("{", "["))],
  [
    "metadata",
    "an argument in one language only",
    withFile("functions-en.json", rename('"parameters": [', '"parameters": [{"name": "extra"},')),
  ],
])("%s: %s", (rule, _, at) => {
  expect(rulesIn(ours, at)).toContain(rule);
});

describe("for an office's own address", () => {
  const base = "https://ucj.kendarikota.go.id/alat";
  const xml = manifestFor(ours, base);

  test("points nowhere else, and has no fault", () => {
    expect(xml).not.toContain("localhost");
    expect(checkManifest(xml, { base, file: built })).toEqual([]);
  });

  test("is the same add-in", () => {
    const id = (text: string): string => /<Id>(.*)<\/Id>/.exec(text)?.[1] ?? "";
    expect(id(xml)).toBe(id(ours));
  });

  test.each([
    ["https://ucj.example.go.id/", { base: "https://ucj.example.go.id" }],
    ["https://ucj.example.go.id/alat//", { base: "https://ucj.example.go.id/alat" }],
    ["http://ucj.example.go.id", { problem: expect.stringContaining("https") }],
    ["ucj.example.go.id", { problem: expect.stringContaining("https") }],
    ["https://ucj.example.go.id/?v=1", { problem: expect.stringContaining("?") }],
    ["https://admin@ucj.example.go.id", { problem: expect.stringContaining("nama pengguna") }],
  ])("--url %s", (text, answer) => {
    expect(baseUrl(text)).toEqual(answer);
  });
});

describe("for development, beside the installed one", () => {
  const xml = devManifest(ours, LOCAL);
  const extra = devFiles((path) => (built(path) as Buffer).toString("utf8"));
  const file: Site["file"] = (path) => (path in extra ? Buffer.from(extra[path] as string) : built(path));

  test("has no fault", () => {
    expect(checkManifest(xml, { base: LOCAL, file, kind: DEVELOPMENT })).toEqual([]);
  });

  test("shares no id, no function name and no label with the published one", () => {
    const [a, b] = [ours, xml].map((text) => readManifest(text).root);
    if (!a || !b) throw new Error();
    const ids = (root: Element): string[] =>
      [...root.querySelectorAll("Id, Group, Control")].map(
        (element) => element.getAttribute("id") ?? element.textContent ?? "",
      );
    const labels = (root: Element): string[] =>
      [...root.querySelectorAll("DisplayName, DisplayName > Override, ShortStrings *")].map(
        (element) => element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "",
      );
    expect(ids(b)).toHaveLength(ids(a).length);
    expect(labels(b)).toEqual(labels(a).map((label) => `${label} (DEV)`));
    expect(ids(a).filter((id) => ids(b).includes(id))).toEqual([]);
    const functions = functionsOf(extra[DEVELOPMENT.script] as string);
    expect(functions).toContain("UCJDEV_COVERAGE");
    expect(functions.filter((id) => !id.startsWith("UCJDEV_"))).toEqual([]);
  });
});

test("the content's mark sees words, not layout", () => {
  expect(contentMark(ours.replace(/\n\s*/g, "\n\n"))).toBe(contentMark(ours));
  expect(contentMark(edit([/<Version>.*<\/Version>/, "<Version>9.9</Version>"]))).toBe(contentMark(ours));
  expect(contentMark(edit(["Hitung ulang", "Hitung Ulang"]))).not.toBe(contentMark(ours));
});

test.each([
  ["0.2", "0.1.9.9", true],
  ["0.10.0.0", "0.9.0.0", true],
  ["0.1.0.0", "0.1", false],
  ["0.1.0.0", "0.1.0.1", false],
])("%s above %s: %s", (version, than, answer) => {
  expect(isHigher(version, than)).toBe(answer);
});

test("reads a PNG's size, and nothing out of another file", () => {
  expect(pngSize(built("icons/icon-24.png") as Buffer)).toEqual({ width: 24, height: 24 });
  expect(pngSize(built("icons/icon.svg") as Buffer)).toBeUndefined();
});

test("finds associations in minified and plain code", () => {
  expect(actionsOf('Office.actions?.associate("a",b);(()=>{Office.actions.associate("c",()=>1)})()')).toEqual(
    ["a", "c"],
  );
  expect(actionsOf("Office.actions.associate(name, b)")).toEqual([]);
});
