// The manifest's faces: as committed (this computer), for development beside it, and for an office's own address.
import { createHash } from "node:crypto";

/** The address the committed manifest is written for. */
export const LOCAL = "https://localhost:3000";
/** Another add-in as far as Excel is concerned, so that both can be installed on one computer. */
const DEV_ID = "b45e3871-8426-4c6a-ac92-6f1b94818569";

export interface Kind {
  /** What a function's name begins with. */
  readonly prefix: "UCJ_" | "UCJDEV_";
  readonly pane: string;
  readonly script: string;
  readonly metadata: { readonly id: string; readonly en: string };
}

export const PUBLISHED: Kind = {
  prefix: "UCJ_",
  pane: "taskpane.html",
  script: "functions.js",
  metadata: { id: "functions.json", en: "functions-en.json" },
};

export const DEVELOPMENT: Kind = {
  prefix: "UCJDEV_",
  pane: "taskpane.dev.html",
  script: "functions.dev.js",
  metadata: { id: "functions.dev.json", en: "functions-en.dev.json" },
};

/** The same manifest for another address, given without a slash at its end. */
export const manifestFor = (xml: string, base: string): string => xml.replaceAll(LOCAL, base);

/** Another GUID, names marked (DEV), functions under another prefix: two add-ins that share nothing but the code. */
export function devManifest(xml: string, base: string): string {
  const marked = xml
    .replace(/(<Id>)[^<]*/, `$1${DEV_ID}`)
    .replace(
      /(<DisplayName DefaultValue="[^"]*)("[\s\S]*?<\/DisplayName>)/,
      (_, name: string, rest: string) => `${name} (DEV)${rest.replace(/(Value="[^"]*)"/g, '$1 (DEV)"')}`,
    )
    .replace(/<bt:ShortStrings>[\s\S]*?<\/bt:ShortStrings>/, (strings) =>
      strings.replace(/(Value="[^"]*)"/g, '$1 (DEV)"'),
    )
    .replace(/\bid="Ucj\./g, 'id="UcjDev.')
    .replaceAll("=UCJ_", `=${DEVELOPMENT.prefix}`);
  return manifestFor(
    swap(marked, [
      [PUBLISHED.pane, DEVELOPMENT.pane],
      [PUBLISHED.script, DEVELOPMENT.script],
      [PUBLISHED.metadata.id, DEVELOPMENT.metadata.id],
      [PUBLISHED.metadata.en, DEVELOPMENT.metadata.en],
    ]),
    base,
  );
}

const swap = (xml: string, files: readonly (readonly [string, string])[]): string =>
  files.reduce((text, [from, to]) => text.replaceAll(`${LOCAL}/${from}"`, `${LOCAL}/${to}"`), xml);

/** The files only the dev manifest asks for, made from the shipped ones: the code that is tried is the code that ships. */
export function devFiles(read: (path: string) => string): Record<string, string> {
  const renamed = (json: string): string => json.replaceAll(`"${PUBLISHED.prefix}`, `"${DEVELOPMENT.prefix}`);
  const rename = `(()=>{const join=CustomFunctions.associate.bind(CustomFunctions);CustomFunctions.associate=(id,fn)=>join(id.replace(/^${PUBLISHED.prefix}/,"${DEVELOPMENT.prefix}"),fn)})();\n`;
  return {
    [DEVELOPMENT.pane]: read(PUBLISHED.pane).replace(
      `src="${PUBLISHED.script}"`,
      `src="${DEVELOPMENT.script}"`,
    ),
    [DEVELOPMENT.script]: rename + read(PUBLISHED.script),
    [DEVELOPMENT.metadata.id]: renamed(read(PUBLISHED.metadata.id)),
    [DEVELOPMENT.metadata.en]: renamed(read(PUBLISHED.metadata.en)),
  };
}

/** What `--url` may be: https, a host, perhaps a path. Answers it without a slash at its end, or why it cannot be. */
export function baseUrl(text: string): { readonly base: string } | { readonly problem: string } {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== "https:")
    return { problem: `"${text}" bukan alamat https:// · is not an https:// address` };
  if (url.search || url.hash || url.username)
    return {
      problem: `"${text}": tanpa tanda ? # atau nama pengguna · without ?, # or a user name`,
    };
  return { base: url.href.replace(/\/+$/, "") };
}

export const versionOf = (xml: string): string => /<Version>([^<]*)</.exec(xml)?.[1]?.trim() ?? "";

/** A mark of everything users receive through the manifest, except its version: layout and comments do not count. */
export const contentMark = (xml: string): string =>
  createHash("sha256")
    .update(
      xml
        .replace(/<!--[\s\S]*?-->/g, "")
        .replace(/<Version>[^<]*</, "<Version><")
        .replace(/\s+/g, " ")
        .replace(/> </g, "><")
        .trim(),
    )
    .digest("hex");

/** "1.10" is higher than "1.9.9". */
export function isHigher(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  for (let i = 0; i < 4; i++) {
    const step = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (step !== 0) return step > 0;
  }
  return false;
}
