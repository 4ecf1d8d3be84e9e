// `npm test`: types and lint, a fresh build, then every test against the sources and against what was built.
import { findBrowser } from "./browser";
import { buildAll } from "./build";
import { bin, main as check, run } from "./check";

export async function main(args: readonly string[]): Promise<void> {
  // With arguments only those tests run: `npm test -- tests/core`.
  if (args.length === 0) await check();
  await buildAll();
  const browser = await findBrowser();
  run("tests", bin("jest", "bin/jest.js"), args, { CHROMIUM_PATH: browser.path, ...browser.env });
}
