// `npm run bench`: builds what ships and the benchmark, then runs it. `npm run bench -- --quick`: 10,000 rows only.
import { join } from "node:path";
import { build } from "esbuild";
import { buildAll } from "./build";
import { run } from "./check";

export async function main(args: readonly string[]): Promise<void> {
  await buildAll();
  const outdir = join("node_modules", ".cache", "ucj", "bench");
  await build({
    entryPoints: ["run", "measure", "start", "rollup"].map((program) => `bench/${program}.ts`),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    // Each subject in a file of its own: a process loads only the one it measures.
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  run("benchmark", join(outdir, "run.mjs"), args);
}
