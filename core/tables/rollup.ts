// Rolls rows up by their names in one pass: a tree of places, each leaf with the rows it sums.
import type { Source } from "./source";

export interface Place {
  readonly name: string;
  /** In order of appearance; none for a leaf. */
  readonly parts: Place[];
  /** Stretches of the source's rows, first and last. */
  readonly runs: number[];
  /** How many different finer names stand below a leaf. */
  units: number;
}

interface Node extends Place {
  readonly byName: Map<string, Node>;
}

const node = (name: string): Node => ({ name, parts: [], runs: [], units: 0, byName: new Map() });

/** One spelling of a name: case and outer blanks do not tell places apart. */
const fold = (name: string): string => name.toLowerCase();

/** @param depth how many of the source's levels the tree keeps, coarse to fine */
export function rollUp({ levels, rows }: Source, depth: number): Place {
  const root = node("");
  const names = levels.slice(0, depth).map((level) => level.names);
  const finer = levels[levels.length - 1]?.names;
  const counts = depth < levels.length && finer !== undefined;
  // Rows of one place mostly stand together, so the way down is looked up only where a name changes.
  const path: Node[] = [];
  const spelled: string[] = [];
  let units = new Set<string>();
  let leafBefore: Node | undefined;
  const seen = new Map<Node, Set<string>>();
  let unitBefore = "";
  for (let i = 0; i < rows.length; i++) {
    let parent = root;
    let changed = false;
    for (let k = 0; k < depth; k++) {
      const name = names[k]?.[i] as string;
      if (!changed && spelled[k] === name && path[k]) {
        parent = path[k] as Node;
        continue;
      }
      changed = true;
      const key = fold(name);
      let own = parent.byName.get(key);
      if (!own) {
        own = node(name);
        parent.byName.set(key, own);
        parent.parts.push(own);
      }
      path[k] = own;
      spelled[k] = name;
      for (let rest = k + 1; rest < depth; rest++) spelled[rest] = "\n";
      parent = own;
    }
    const { runs } = parent;
    if (runs.length > 0 && runs[runs.length - 1] === i - 1) runs[runs.length - 1] = i;
    else runs.push(i, i);
    if (!counts) continue;
    const unit = finer[i] as string;
    if (parent === leafBefore && unit === unitBefore) continue;
    if (parent !== leafBefore) {
      units = seen.get(parent) ?? new Set();
      seen.set(parent, units);
      leafBefore = parent;
    }
    unitBefore = unit;
    units.add(fold(unit));
    parent.units = units.size;
  }
  return root;
}
