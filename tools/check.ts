// Types, lint and format, without running a test.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));

export const bin = (name: string, script: string): string =>
  join(require.resolve(`${name}/package.json`), "..", script);

/** Runs a Node program of a package; stops the whole command when it fails. */
export function run(
  title: string,
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): void {
  console.log(`\n— ${title}`);
  const done = spawnSync(process.execPath, [script, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (done.status !== 0) {
    console.error(`${title} failed.`);
    process.exit(done.status ?? 1);
  }
}

export async function main(): Promise<void> {
  for (const project of ["core/tsconfig.json", "sheets-addon/tsconfig.json", "tsconfig.json"])
    run(`types: ${project}`, bin("typescript", "bin/tsc"), ["-p", project]);
  run("lint and format", bin("@biomejs/biome", "bin/biome"), ["check", "."]);
}
