// Several regions' figures in one table: sums, the ratio of sums, and everything that makes them hard to compare.
import type { Words } from "../words";
import { say } from "./record";
import { regionMatcher } from "./regions";

export interface RegionRow {
  readonly region: string;
  readonly labor: number | undefined;
  readonly active: number | undefined;
  /** The formulas that fetch them, where there are any. */
  readonly laborFrom?: string | undefined;
  readonly activeFrom?: string | undefined;
}

/** What one office sent. */
export interface RegionBlock {
  /** Its sheet, to be named in notes. */
  readonly from: string;
  readonly asOf: string;
  readonly basis: string;
  readonly rows: readonly RegionRow[];
}

export interface MergedRow extends RegionRow {
  readonly from: string;
  /** False: shown, but in no sum. */
  readonly counted: boolean;
}

export interface Merged {
  readonly rows: readonly MergedRow[];
  readonly labor: number;
  readonly active: number;
  /** The ratio of sums; undefined without labour force. */
  readonly coverage: number | undefined;
  readonly notes: readonly Words[];
}

/** @param known the regions that should be there, in reading order; without it, all that are sent */
export function mergeRegions(blocks: readonly RegionBlock[], known: readonly string[] = []): Merged {
  const notes: Words[] = [];
  const counted = new Map<string, MergedRow | undefined>(known.map((name) => [name, undefined]));
  const others: MergedRow[] = [];
  const { add, match } = regionMatcher(known);
  let labor = 0;
  let active = 0;
  for (const { from, rows } of blocks)
    for (const row of rows) {
      const { candidates, ...found } = match(row.region);
      const fresh = known.length + candidates.length === 0 && !found.region;
      if (fresh) add(row.region);
      const region = fresh ? row.region : found.region;
      const first = region && counted.get(region);
      const problem = !region
        ? candidates.length > 0
          ? [`bisa berarti ${candidates.join(" atau ")}`, `can mean ${candidates.join(" or ")}`]
          : ["tidak ada dalam daftar", "is not in the list"]
        : first
          ? [`sudah dihitung dari ${first.from}`, `is counted from ${first.from} already`]
          : (row.labor === undefined || row.active === undefined) && ["belum lengkap", "is incomplete"];
      const merged = { ...row, region: region ?? row.region, from, counted: !problem };
      if (problem) {
        const who = `${row.region} (${from})`;
        notes.push(say(`${who} ${problem[0]}; tidak dijumlahkan`, `${who} ${problem[1]}; not added`));
        others.push(merged);
      } else {
        counted.set(merged.region, merged);
        labor += row.labor as number;
        active += row.active as number;
      }
    }
  const missing = known.filter((name) => !counted.get(name)).join(", ");
  if (missing) notes.push(say(`Belum ada data: ${missing}`, `No data yet: ${missing}`));
  // Figures of different days or bases can be added, but whoever reads the sum should know.
  const compare = (of: "asOf" | "basis", id: string, en: string): void => {
    const values = new Set(blocks.map((block) => block[of].trim()));
    const list = blocks.map((block) => `${block.from} ${block[of].trim() || "?"}`).join("; ");
    if (values.size > 1 || values.has("")) notes.push(say(`${id}: ${list}`, `${en}: ${list}`));
  };
  compare("asOf", "Tanggal data", "Dates");
  compare("basis", "Dasar data", "Bases");
  const rows = [...counted.values(), ...others].filter((row): row is MergedRow => row !== undefined);
  return { rows, labor, active, coverage: labor > 0 ? active / labor : undefined, notes };
}
