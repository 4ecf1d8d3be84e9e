// Starts the sidebar with what its first view needs; the rest of the panels follow as one more script (tools/parts.ts).

type Exports = Record<string, unknown>;
/** A part of the bundle: fills its exports, asks for other parts by name, now or later. */
type Part = (
  module: { exports: Exports },
  exports: Exports,
  require: (name: string) => Exports,
  later: (name: string) => Promise<Exports>,
) => void;
type Parts = Record<string, Part>;

declare global {
  /** Called by the second script. */
  var ucjParts: (rest: Parts) => void;
}

/** @param loadRest runs the second script; rejects when it cannot be had, and is asked again the next time */
export function start(first: Parts, entry: string, loadRest: () => Promise<void>): void {
  const parts: Parts = { ...first };
  const made = new Map<string, Exports>();
  let coming: Promise<void> | undefined;

  function require(name: string): Exports {
    const known = made.get(name);
    if (known) return known;
    const part = parts[name];
    if (!part) throw new Error(`no part ${name}`);
    const module = { exports: {} as Exports };
    part(module, module.exports, require, later);
    made.set(name, module.exports);
    return module.exports;
  }
  async function later(name: string): Promise<Exports> {
    if (!(name in parts)) {
      coming ??= loadRest();
      await coming.catch((problem) => {
        coming = undefined;
        throw problem;
      });
    }
    return require(name);
  }
  globalThis.ucjParts = (rest) => void Object.assign(parts, rest);
  require(entry);
}
