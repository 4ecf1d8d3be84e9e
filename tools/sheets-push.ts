// `npm run sheets:push`: builds, reads the build as Apps Script would, pushes exactly these files, and looks at what arrived.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../core/catalogue";
import { buildAll } from "./build";
import { type Config, clasp, ROOT, readConfig, remoteFiles, Stop, saying, sheetUrl } from "./clasp";
import { CLOSED, ENTRY_POINTS } from "./generate";
import { lintScript } from "./lint-script";

export const FILES = [
  "Code.js",
  "appsscript.json",
  "catalogue.html",
  "panels.html",
  "pictures.html",
  "sidebar.html",
] as const;
export const PUBLIC_NAMES: readonly string[] = [
  ...Object.values(CLOSED),
  ...catalogue.map((fn) => fn.name),
  ...ENTRY_POINTS,
];

/** `--delete` agrees to lose files that only exist at Google. */
export async function push(options: { readonly delete: boolean }): Promise<void> {
  const config = readConfig();
  await buildAll();
  checkBuilt();
  checkStatus();

  const before = remoteFiles(config.scriptId);
  const lost = Object.keys(before).filter((name) => !isOurs(name));
  if (lost.length > 0 && !options.delete)
    throw new Stop(`Skrip di Google punya berkas yang tidak ada di sini: ${lost.join(", ")}.
Mengirim berarti menghapusnya. Simpan dulu isinya, atau setujui: npm run sheets:push -- --delete
The script at Google has files that are not here: ${lost.join(", ")}. A push deletes them; agree with -- --delete`);
  const changed = FILES.filter((name) => before[name] !== built(name));
  if (lost.length > 0 && changed.length === 0)
    throw new Stop(`Semua berkas sudah sama, jadi clasp tidak mengirim apa-apa dan ${lost.join(", ")} tetap ada.
Hapus di editor Apps Script: https://script.google.com/d/${config.scriptId}/edit
All files are the same already, so clasp sends nothing and ${lost.join(", ")} stays. Delete it in the editor above.`);

  const pushed = clasp<unknown>(["push", "--force"]);
  checkPushed(pushed, changed);
  if (changed.length > 0) checkArrived(config);
  for (const name of lost) console.log(`terhapus di Google · deleted at Google: ${name}`);
  console.log(
    changed.length === 0
      ? "Sudah sama dengan yang di Google; tidak ada yang dikirim. · Up to date already; nothing was sent."
      : `Terkirim dan diperiksa kembali · pushed and read back: ${changed.join(", ")}`,
  );
  const url = sheetUrl(config);
  if (url) console.log(url);
}

const isOurs = (name: string): boolean => (FILES as readonly string[]).includes(name);
const built = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const local = (path: string): string => path.replace(/\\/g, "/");

function checkBuilt(): void {
  const found = existsSync(ROOT) ? readdirSync(ROOT).sort() : [];
  if (found.join() !== [...FILES].sort().join())
    throw new Stop(`${ROOT} berisi · holds ${found.join(", ")}; harus · must be ${FILES.join(", ")}`);
  const problems = lintScript(built("Code.js"), PUBLIC_NAMES);
  if (problems.length > 0) throw new Stop(`${ROOT}/Code.js:\n${problems.map((p) => `  ✗ ${p}`).join("\n")}`);
}

/** What clasp itself would send, before it does. */
function checkStatus(): void {
  const { filesToPush } = clasp<{ filesToPush: readonly string[] }>(["show-file-status"]);
  const paths = filesToPush.map(local).sort();
  if (
    paths.join() !==
    FILES.map((name) => `${ROOT}/${name}`)
      .sort()
      .join()
  )
    throw new Stop(
      `clasp akan mengirim · would push ${paths.join(", ") || "nothing"}; periksa · look at .claspignore`,
    );
}

/** clasp says [] when nothing changed; anything but our paths, or silence about a change, is not to be believed. */
function checkPushed(pushed: unknown, changed: readonly string[]): void {
  const paths = Array.isArray(pushed) ? pushed.map((path) => local(String(path))) : undefined;
  const ours = paths?.every((path) => FILES.some((name) => path === `${ROOT}/${name}`));
  if (!paths || !ours || (changed.length > 0 && paths.length === 0))
    throw new Stop(
      `clasp push menjawab · answered ${JSON.stringify(pushed)}; berubah · changed: ${changed.join(", ")}`,
    );
}

function checkArrived(config: Config): void {
  const after = remoteFiles(config.scriptId);
  const wrong = [
    ...FILES.filter((name) => after[name] !== built(name)),
    ...Object.keys(after).filter((name) => !isOurs(name)),
  ];
  if (wrong.length > 0)
    throw new Stop(
      `Setelah dikirim, berkas di Google berbeda · after the push, files at Google differ: ${wrong.join(", ")}`,
    );
}

export const main = (args: readonly string[]): Promise<void> =>
  saying(() => push({ delete: args.includes("--delete") }));
