// Runs one of the project's commands, setting the project up first: `node tools/run.mjs test`.
// Plain JavaScript on purpose: it works before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
process.chdir(root);

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Node.js 20 or newer is needed; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}

installWhenLockChanged();

const [command = "help", ...rest] = process.argv.slice(2);
const source = join(root, "tools", `${command}.ts`);
if (!existsSync(source)) {
  console.error(`No such command: ${command}`);
  process.exit(1);
}
const { build } = await import("esbuild");
const outfile = join(root, "node_modules", ".cache", "ucj", `${command}.mjs`);
await build({
  entryPoints: [source],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { main } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
await main(rest);

function installWhenLockChanged() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const mark = join("node_modules", ".cache", "ucj", "installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  console.log("Installing packages (only when package-lock.json changed) ...");
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional binaries. Versions come from the lock.
  const done = spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) {
    console.error("npm install did not finish; see the lines above.");
    process.exit(done.status ?? 1);
  }
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, lock);
}
