// A copy of the project in a temporary folder, to run its commands in for real without touching this one's dist.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** What a build needs. The workbench is left out: nothing of it ships. */
const PARTS = [
  "core",
  "sidebar",
  "excel-addin",
  "sheets-addon",
  "tools",
  "docs",
  "manifest.xml",
  "appsscript.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "package.json",
  "package-lock.json",
  "CHANGELOG.md",
  "LICENSE",
  "SECURITY.md",
  "tests/delivery/manifest.json",
  "tests/delivery/published.json",
];

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Project {
  readonly folder: string;
  read(path: string): Buffer;
  has(path: string): boolean;
  /** Runs a command as `npm run` would, and waits for its end. */
  run(command: string, args?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome>;
  /** Starts a command that goes on. */
  start(command: string, args?: readonly string[], env?: NodeJS.ProcessEnv): ChildProcess;
  remove(): void;
}

export function copyProject(): Project {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "ucj-")));
  for (const part of PARTS) if (existsSync(part)) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(realpathSync("node_modules"), join(folder, "node_modules"), "dir");
  const start: Project["start"] = (command, args = [], env = {}) => {
    const script = join(folder, `${command}.mjs`);
    if (!existsSync(script))
      buildSync({
        entryPoints: [join(folder, "tools", `${command}.ts`)],
        outfile: script,
        bundle: true,
        platform: "node",
        format: "esm",
        target: "node20",
        packages: "external",
      });
    const main = `import { main } from ${JSON.stringify(script)}; await main(${JSON.stringify(args)});`;
    return spawn(process.execPath, ["--input-type=module", "-e", main], {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
  };
  return {
    folder,
    start,
    read: (path) => readFileSync(join(folder, path)),
    has: (path) => existsSync(join(folder, path)),
    run: (command, args, env) => ended(start(command, args, env)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function ended(child: ChildProcess): Promise<Outcome> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (text) => {
    out += text;
  });
  child.stderr?.on("data", (text) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, out, err }));
  });
}
