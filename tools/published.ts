// Functions once given out stay: workbooks hold their names, and Excel keeps an old list of them for a day.
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "../core/catalogue";
import type { Definition } from "../core/define";

/** By name, the arguments in order; "?" marks one that may be left out. */
export type Published = Readonly<Record<string, readonly string[]>>;

export const LIST = "tests/delivery/published.json";

export const publishedOf = (functions: readonly Definition[]): Published =>
  Object.fromEntries(
    functions.map((fn) => [fn.name, fn.params.map(({ name, optional }) => (optional ? `${name}?` : name))]),
  );

export const readPublished = (): Published => JSON.parse(readFileSync(LIST, "utf8"));

/** What a workbook, or a list of functions from yesterday, would miss. */
export function brokenPromises(before: Published, now: Published): string[] {
  return Object.entries(before).flatMap(([name, old]) => {
    const found = now[name];
    if (!found) return [`${name} hilang · is gone`];
    const problems = old.flatMap((argument, i) => {
      const today = found[i];
      if (today === argument || (!argument.endsWith("?") && today === `${argument}?`)) return [];
      return [
        `${name}: argumen ${i + 1} dulu · argument ${i + 1} was ${argument}, kini · now ${today ?? "–"}`,
      ];
    });
    const required = found.slice(old.length).filter((argument) => !argument.endsWith("?"));
    return [
      ...problems,
      ...required.map(
        (argument) => `${name}: argumen baru ${argument} harus boleh dikosongkan · must be optional`,
      ),
    ];
  });
}

export const unrecorded = (before: Published, now: Published): string[] =>
  Object.keys(now).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(before[name]));

/** `--record` writes down what is given out from now on; nothing is ever taken off the list. */
export async function main(args: readonly string[]): Promise<void> {
  const before = readPublished();
  const now = publishedOf(catalogue);
  const broken = brokenPromises(before, now);
  if (broken.length > 0) {
    console.error(broken.join("\n"));
    process.exit(1);
  }
  if (args.includes("--record")) writeFileSync(LIST, listText({ ...before, ...now }));
  else
    console.log(unrecorded(before, now).join("\n") || "Semua fungsi tercatat · every function is recorded.");
}

/** One function a line, so that a change shows as one line. */
export const listText = (published: Published): string =>
  `{\n${Object.entries(published)
    .map(([name, names]) => `  ${JSON.stringify(name)}: [${names.map((n) => JSON.stringify(n)).join(", ")}]`)
    .join(",\n")}\n}\n`;
