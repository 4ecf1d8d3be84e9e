// `npm run pictures`: walks the guides in a real browser and keeps their pictures in docs/gambar and sidebar/pictures.
import { mkdirSync } from "node:fs";
import { findBrowser } from "./browser";
import { buildAll } from "./build";
import { bin, run } from "./check";

const FOLDER = "docs/gambar";

export async function main(): Promise<void> {
  await buildAll();
  mkdirSync(FOLDER, { recursive: true });
  const browser = await findBrowser();
  run(
    "pictures",
    bin("jest", "bin/jest.js"),
    ["tests/e2e/guides", "tests/e2e/help", "tests/hosts/tables-file"],
    {
      CHROMIUM_PATH: browser.path,
      UCJ_PICTURES: FOLDER,
      TABLE_PICTURES: FOLDER,
      ...browser.env,
    },
  );
}
