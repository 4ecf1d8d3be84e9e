// A zip that is the same, byte for byte, whoever makes it and when.
import { type Zippable, zipSync } from "fflate";

export type Files = ReadonlyMap<string, Uint8Array>;

/** The first moment a zip can name; fflate writes it in local time, which a local date undoes. */
const ALWAYS = new Date(1980, 0, 1);

export function zipOf(files: Files): Uint8Array {
  const sorted: Zippable = {};
  for (const path of [...files.keys()].sort())
    sorted[path] = [files.get(path) as Uint8Array, { mtime: ALWAYS, level: 9 }];
  return zipSync(sorted);
}
