// Rules over what the manifest points to: addresses that exist, and icons of the right size.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Kind } from "./faces";
import { type Fault, fault, type Manifest, overrides, value } from "./read";

export interface Site {
  /** The address it is served at, without a slash at its end. */
  readonly base: string;
  /** A file by its path below that address. */
  readonly file: (path: string) => Buffer | undefined;
  /** The published functions, unless said otherwise. */
  readonly kind?: Kind;
}

export const filesIn =
  (folder: string): Site["file"] =>
  (path) => {
    const at = join(folder, path);
    return statSync(at, { throwIfNoEntry: false })?.isFile() ? readFileSync(at) : undefined;
  };

export const pathIn = (url: string, { base }: Site): string | undefined =>
  url.startsWith(`${base}/`) ? url.slice(base.length + 1) : undefined;

export function fileAt(url: string, site: Site): Buffer | undefined {
  const path = pathIn(url, site);
  return path === undefined ? undefined : site.file(path);
}

const HOLD_URLS = new Set(["IconUrl", "HighResolutionIconUrl", "SupportUrl", "Url"]);
const LONGEST_URL = 2048;

const isAddress = (element: Element): boolean =>
  HOLD_URLS.has(element.localName) ||
  (element.localName === "Image" && element.parentElement?.localName === "Images") ||
  (element.localName === "SourceLocation" && element.hasAttribute("DefaultValue"));

export const addressFaults = ({ root }: Manifest, site: Site): Fault[] =>
  [...root.querySelectorAll("*")]
    .filter(isAddress)
    .flatMap((element) => [element, ...overrides(element)])
    .flatMap((element) => {
      const url = value(element);
      if (!url.startsWith("https://")) return [fault("not-https", element, `"${url}" is not https`)];
      if (url.length > LONGEST_URL)
        return [fault("url-too-long", element, `is over ${LONGEST_URL} characters`)];
      if (pathIn(url, site) === undefined)
        return [fault("foreign-address", element, `${url} is not below ${site.base}`)];
      return fileAt(url, site) ? [] : [fault("file-missing", element, `${url} was not built`)];
    });

/** Width and height out of a PNG's header; undefined when it is none. */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  const isPng = bytes.length > 24 && bytes.toString("latin1", 0, 8) === "\x89PNG\r\n\x1a\n";
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined;
}

const NEEDED_SIZES = [16, 32, 80];

export function iconFaults({ top, all, resourceOf }: Manifest, site: Site): Fault[] {
  const found: Fault[] = [];
  const look = (element: Element | undefined, wanted: number): void => {
    for (const part of element ? [element, ...overrides(element)] : []) {
      const bytes = fileAt(value(part), site);
      const size = bytes && pngSize(bytes);
      if (bytes && !size) found.push(fault("icon-format", part, `${value(part)} is not a PNG`));
      if (size && (size.width !== wanted || size.height !== wanted))
        found.push(
          fault(
            "icon-size",
            part,
            `${value(part)} is ${size.width} × ${size.height}, not ${wanted} × ${wanted}`,
          ),
        );
    }
  };
  look(top("IconUrl"), 32);
  look(top("HighResolutionIconUrl"), 64);
  for (const icon of all("Icon")) {
    const sizes = [...icon.children].map((image) => Number(image.getAttribute("size")));
    for (const [i, image] of [...icon.children].entries()) look(resourceOf(image), sizes[i] as number);
    for (const size of NEEDED_SIZES)
      if (!sizes.includes(size)) found.push(fault("icon-sizes", icon, `lacks the ${size} × ${size} icon`));
  }
  return found;
}
