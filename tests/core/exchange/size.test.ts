// What formulas that travel add to the sidebar's page: at most 12 KB, minified, with every sentence they say.
import { readdirSync } from "node:fs";
import { build } from "esbuild";

/** What core has anyway, so that only the folder itself is weighed. */
const BESIDE = `
  import { addressOf } from "../block"; import { catalogue } from "../catalogue"; import { readNumber } from "../numbers";
  import { isRefusal } from "../refuse"; import { asText } from "../tables/paint";
  globalThis.core = [addressOf, catalogue, readNumber, isRefusal, asText];`;

async function weight(contents: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: "core/exchange", loader: "ts" },
    bundle: true,
    minify: true,
    charset: "utf8",
    format: "iife",
    target: "es2020",
    write: false,
  });
  return outputFiles[0]?.contents.length ?? Number.NaN;
}

test("core/exchange: at most 12 KB", async () => {
  const API = {
    attach: ["attach"],
    detach: ["detach"],
    doctor: ["examine"],
    lambda: ["namedFormulas", "namedFunctionText"],
    merge: ["mergeRegions"],
    plain: ["plainFormula"],
    record: ["readRecord", "recordRow", "RECORD_HEADINGS", "RECORD_SHEET"],
    regions: ["matchRegions"],
    restore: ["restored"],
    separators: ["withSemicolons"],
  } as const;
  // tokens.ts and formula.ts come along with all of them.
  const files = readdirSync("core/exchange").map((file) => file.replace(".ts", ""));
  // about.ts and province.ts make tables: they are weighed with the panels.
  expect([...Object.keys(API), "formula", "tokens", "about", "province"].sort()).toEqual(files.sort());
  const names = Object.values(API).flat();
  const imports = Object.entries(API).map(
    ([file, from]) => `import { ${from.join(", ")} } from "./${file}";`,
  );
  const all = `${imports.join("")}${BESIDE} globalThis.exchange = [${names.join(", ")}];`;
  const added = (await weight(all)) - (await weight(BESIDE));
  expect(added).toBeGreaterThan(9000);
  expect(added).toBeLessThanOrEqual(12 * 1024);
});
