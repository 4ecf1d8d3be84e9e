// `npm run package -- --url https://…`: everything an office installs from, in one folder and one zip, checked and reproducible.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { catalogue } from "../core/catalogue";
import { VERSION } from "../core/version";
import { buildAll } from "./build";
import { checkManifest, listed, readRecord } from "./check-manifest";
import { serverFiles } from "./hosting";
import { lintScript } from "./lint-script";
import { baseUrl, LOCAL, manifestFor } from "./manifest/faces";
import { notices, shippedPackages } from "./notices";
import { brokenPromises, publishedOf, readPublished, unrecorded } from "./published";
import { PUBLIC_NAMES, FILES as SHEETS } from "./sheets-push";
import { TEMPLATE } from "./template/plan";
import { type Files, zipOf } from "./zip";

const OUT = "dist/release";
const NAME = `ucj-planner-${VERSION}`;
const SITE = "excel/situs";

/** Every file below a folder, by its path in there. */
function filesBelow(folder: string, under = ""): string[] {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap((entry) => {
      const path = under ? `${under}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    })
    .sort();
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

const README = (base: string, withTemplate: boolean): string => `# Perencana UCJ ${VERSION}

| Folder | Isi | Untuk |
|---|---|---|
| \`${SITE}/\` | situs add-in; unggah apa adanya ke ${base}/ | Excel |
| \`excel/manifest.xml\` | dipasang lewat pusat admin Microsoft 365 | Excel |
| \`excel/nginx.conf\` | aturan server untuk nginx (Apache, IIS, Netlify dan Cloudflare: sudah ada di dalam situs) | Excel |
| \`sheets/\` | enam berkas untuk editor Apps Script | Google Sheets |
${withTemplate ? "| `templat/` | buku kerja dengan rumus biasa, tanpa add-in | semua |\n" : ""}| \`docs/panduan/\` | panduan perencana, analis, data besar, berbagi, administrator, daftar periksa | semua |
| \`SHA256SUMS\` | untuk memeriksa keutuhan: \`sha256sum -c SHA256SUMS\` | semua |

Mulai dari \`docs/panduan/administrator.md\`. Start with \`docs/panduan/administrator.md\` (English below the Indonesian).
`;

async function collect(base: string, template: Uint8Array | undefined): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, content: Uint8Array | string): void =>
    void files.set(path, typeof content === "string" ? Buffer.from(content) : content);
  const manifest = manifestFor(readFileSync("manifest.xml", "utf8"), base);
  const site = filesBelow("dist/excel").filter((path) => path !== "manifest.xml" && !/\.dev\./.test(path));
  for (const path of site) put(`${SITE}/${path}`, readFileSync(join("dist/excel", path)));
  // Also on the site, because the admin centre can fetch a manifest from its address.
  for (const path of ["excel/manifest.xml", `${SITE}/manifest.xml`]) put(path, manifest);
  for (const [path, text] of Object.entries(serverFiles(base, site)))
    put(path === "nginx.conf" ? `excel/${path}` : `${SITE}/${path}`, text);
  for (const name of SHEETS) put(`sheets/${name}`, readFileSync(join("dist/sheets", name)));
  if (template) put("templat/ucj-template.xlsx", template);
  // What the commands print is for those who have the source; it names this computer's own addresses.
  for (const path of filesBelow("docs").filter((name) => /\.(md|png)$/.test(name) && name !== "commands.md"))
    put(`docs/${path}`, readFileSync(join("docs", path)));
  for (const path of ["CHANGELOG.md", "LICENSE", "SECURITY.md"]) put(path, readFileSync(path));
  put("PIHAK-KETIGA.md", notices(await shippedPackages()));
  put("BACA-DAHULU.md", README(base, template !== undefined));
  return files;
}

const CODE = /\.(js|html|css)$/;
const PICTURE = /\.(png|webp|jpe?g|ico)$/;
const INLINED = /data:image\/[\w+]+;base64,[\w+/=]+/g;
const OFFICE = /OSFPerformance|OSF\.OUtil|OfficeExtensionBatch/;
const COPYLEFT = /GNU (Lesser |Affero |Library )?General Public|\b[AL]?GPL-?(v?\d|\b)/i;
const WORKBENCH = /o[-_]spreadsheet|@odoo|hyperformula/i;
const WELCOME_URLS = /^https:\/\/appsforoffice\.microsoft\.com\/|^http:\/\/www\.w3\.org\//;

/** What must not be inside, by path. */
export function problemsIn(files: Files): string[] {
  return [...files].flatMap(([path, bytes]) => {
    // The bytes of a picture spell any three letters sooner or later.
    const text = PICTURE.test(path) ? "" : Buffer.from(bytes).toString("utf8").replace(INLINED, "");
    const code = CODE.test(path);
    const found: string[] = [];
    if (/(^|\/)(office|excel-(web|win32|mac|ios))[\w.-]*\.js$/i.test(path) || (code && OFFICE.test(text)))
      found.push("office.js");
    if (COPYLEFT.test(text)) found.push("GPL/LGPL");
    if (code && WORKBENCH.test(text)) found.push("the workbench's libraries");
    if (code && /sourceMappingURL/.test(text)) found.push("a source map");
    if (code)
      for (const url of text.match(/https?:\/\/[^"'`\s)<>]+/g) ?? [])
        if (!WELCOME_URLS.test(url)) found.push(`an address: ${url}`);
    return found.map((what) => `${path}: ${what}`);
  });
}

function check(files: Files, base: string): string[] {
  const manifest = Buffer.from(files.get("excel/manifest.xml") ?? []).toString("utf8");
  const file = (path: string): Buffer | undefined => {
    const bytes = files.get(`${SITE}/${path}`);
    return bytes && Buffer.from(bytes);
  };
  const code = Buffer.from(files.get("sheets/Code.js") ?? []).toString("utf8");
  // The record is of the manifest as committed; the address of an office is no change of content.
  const faults = [
    ...checkManifest(manifest, { base, file }),
    ...checkManifest(readFileSync("manifest.xml", "utf8"), { base: LOCAL, file }, readRecord()).filter(
      ({ rule }) => rule.startsWith("version-not"),
    ),
  ];
  const stray =
    base === LOCAL ? [] : [...files].filter(([, bytes]) => Buffer.from(bytes).includes("//localhost"));
  return [
    ...(faults.length > 0 ? [`manifest.xml:\n${listed(faults)}`] : []),
    ...lintScript(code, PUBLIC_NAMES).map((problem) => `sheets/Code.js: ${problem}`),
    ...brokenPromises(readPublished(), publishedOf(catalogue)),
    ...problemsIn(files),
    ...stray.map(([path]) => `${path}: localhost`),
    ...(readFileSync("CHANGELOG.md", "utf8").includes(`## ${VERSION}`)
      ? []
      : [`CHANGELOG.md: ## ${VERSION}?`]),
  ];
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;

function sizes(files: Files): string {
  const lines = [...files.keys()].sort().map((path) => {
    const bytes = files.get(path) as Uint8Array;
    return `${kilobytes(bytes.length)} ${kilobytes(gzipSync(bytes).length)}  ${path}`;
  });
  return [`${"".padStart(9)}KB ${"gzip".padStart(10)}`, ...lines].join("\n");
}

function write(files: Files): void {
  rmSync(OUT, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const at = join(OUT, NAME, path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, bytes);
  }
  const zip = zipOf(new Map([...files].map(([path, bytes]) => [`${NAME}/${path}`, bytes])));
  writeFileSync(join(OUT, `${NAME}.zip`), zip);
  writeFileSync(join(OUT, `${NAME}.zip.sha256`), `${sha256(zip)}  ${NAME}.zip\n`);
  console.log(`${kilobytes(zip.length)}             ${OUT}/${NAME}.zip\n${sha256(zip)}`);
}

export async function main(args: readonly string[]): Promise<void> {
  const given = args.includes("--url") ? args[args.indexOf("--url") + 1] : undefined;
  const address = given === undefined && !args.includes("--url") ? { base: LOCAL } : baseUrl(given ?? "");
  if ("problem" in address) return stop(address.problem);
  const { base } = address;
  // Made by `npm run template`; a build begins with an empty dist.
  const template = existsSync(TEMPLATE) ? readFileSync(TEMPLATE) : undefined;
  await buildAll();
  if (template) writeFileSync(TEMPLATE, template);

  const files = await collect(base, template);
  const problems = check(files, base);
  if (problems.length > 0) return stop(`Paket tidak dibuat · no package was made:\n${problems.join("\n")}`);
  const sums = [...files.keys()].sort().map((path) => `${sha256(files.get(path) as Uint8Array)}  ${path}`);
  files.set("SHA256SUMS", Buffer.from(`${sums.join("\n")}\n`));

  console.log(sizes(files));
  write(files);
  const fresh = unrecorded(readPublished(), publishedOf(catalogue));
  if (fresh.length > 0)
    console.log(`\nBelum tercatat sebagai terbit · not yet on the published list: ${fresh.join(", ")}
  npm run published -- --record`);
  if (base === LOCAL)
    console.log(`\nManifestnya hanya untuk komputer ini (${LOCAL}). Untuk kantor: npm run package -- --url https://alamat-situs
The manifest is for this computer only. For an office: npm run package -- --url https://address-of-the-site`);
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
