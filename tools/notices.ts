// Whose code ships beside ours: asked of the bundler, described by the lock file, with each licence in full.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { paneOf } from "./build";
import { LATER } from "./parts";

/** The source files of each shipped bundle. */
async function bundles(): Promise<readonly (readonly [bundle: string, inputs: readonly string[]])[]> {
  const [functions, code, excel, sheets] = await Promise.all([
    inputsOf("excel-addin/functions.ts"),
    inputsOf("sheets-addon/code.ts"),
    paneOf("excel"),
    paneOf("sheets"),
  ]);
  return [
    ["excel/situs/functions.js", functions],
    ["excel/situs/taskpane.js", excel.inside.first],
    ...LATER.map((file) => [`excel/situs/${file}.js`, excel.inside[file]] as const),
    ["sheets/Code.js", code],
    ["sheets/sidebar.html", sheets.inside.first],
    ...LATER.map((file) => [`sheets/${file}.html`, sheets.inside[file]] as const),
  ];
}

async function inputsOf(entry: string): Promise<readonly string[]> {
  const options = { bundle: true, write: false, metafile: true, logLevel: "error" } as const;
  const { metafile } = await build({ ...options, entryPoints: [entry], outdir: "out" });
  return Object.keys(metafile.inputs);
}

/** Licences that let the product be given on under MIT, with their text beside it. */
const WELCOME = new Set(["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "0BSD", "CC0-1.0"]);

export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly integrity: string;
  readonly inside: readonly string[];
  readonly text: string;
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { version?: string; license?: string; integrity?: string; dev?: boolean }>
  >;
}

/** Every package of which a file is inside a shipped bundle. Throws for one that must not be. */
export async function shippedPackages(): Promise<Shipped[]> {
  const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const inside = new Map<string, string[]>();
  for (const [bundle, inputs] of await bundles()) {
    for (const input of inputs) {
      const folder = /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
      if (folder) inside.set(folder, [...new Set([...(inside.get(folder) ?? []), bundle])]);
    }
  }
  return [...inside.keys()].sort().map((folder) => {
    const name = folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
    const { version = "", license = "", integrity = "", dev } = lock.packages[folder] ?? {};
    if (!version) throw new Error(`${name} ships, but package-lock.json does not know it`);
    if (dev) throw new Error(`${name} ships, but is a devDependency`);
    if (!WELCOME.has(license)) throw new Error(`${name} ships under "${license}", which is not on the list`);
    return {
      name,
      version,
      licence: license,
      integrity,
      inside: inside.get(folder) ?? [],
      text: textOf(folder, name),
    };
  });
}

function textOf(folder: string, name: string): string {
  const file = existsSync(folder)
    ? readdirSync(folder).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry))
    : undefined;
  if (!file) throw new Error(`${name} ships without the text of its licence`);
  return readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n").trim();
}

export const notices = (shipped: readonly Shipped[]): string =>
  `${[
    "# Perangkat lunak pihak ketiga",
    "",
    "Di dalam paket ini ada kode berikut, masing-masing dengan lisensinya. Daftar ini dibuat otomatis dari berkas yang benar-benar ikut dan dari package-lock.json.",
    "office.js milik Microsoft tidak ikut; panel Excel memuatnya langsung dari alamat Microsoft.",
    "",
    "The package holds the code below, each with its licence; the list is made from what is truly inside and from package-lock.json.",
    "Microsoft's office.js is not inside: the Excel pane loads it from Microsoft's own address.",
    "",
    "| Paket | Versi | Lisensi | Di dalam | Integritas |",
    "|---|---|---|---|---|",
    ...shipped.map(
      ({ name, version, licence, inside, integrity }) =>
        `| ${name} | ${version} | ${licence} | ${inside.join(", ")} | \`${integrity}\` |`,
    ),
    ...shipped.flatMap(({ name, version, text }) => ["", `## ${name} ${version}`, "", "```", text, "```"]),
  ].join("\n")}\n`;

export async function main(): Promise<void> {
  process.stdout.write(notices(await shippedPackages()));
}
