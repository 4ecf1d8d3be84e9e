// Formats the sources and mends what the linter can mend safely.
import { bin, run } from "./check";

export async function main(): Promise<void> {
  run("format", bin("@biomejs/biome", "bin/biome"), ["check", "--write", "."]);
}
