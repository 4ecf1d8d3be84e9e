// Starts the sidebar with what its first view needs; the other files follow when a part of them is opened (tools/parts.ts).

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
  /** Called by every file that follows. */
  var ucjParts: (more: Parts) => void;
}

/** Milliseconds; no longer than a panel waits before it offers to ask again (parts/late.tsx). */
const LONG = 14_000;

/**
 * @param needs by part that is opened later: the files it and what it stands on are in
 * @param load runs one of these files; rejects when it cannot be had, and is asked again the next time
 */
export function start(
  first: Parts,
  entry: string,
  needs: Readonly<Record<string, readonly string[]>>,
  load: (file: string) => Promise<void>,
): void {
  const parts: Parts = { ...first };
  const made = new Map<string, Exports>();
  const coming = new Map<string, Promise<void>>();

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
  function bring(file: string): Promise<void> {
    const known = coming.get(file);
    if (known) return known;
    const now = load(file);
    coming.set(file, now);
    // Whoever asks after a long silence asks anew.
    const silent = setTimeout(() => coming.delete(file), LONG);
    now.then(
      () => clearTimeout(silent),
      () => coming.delete(file),
    );
    return now;
  }
  async function later(name: string): Promise<Exports> {
    const files = needs[name] ?? [];
    await Promise.all(files.map(bring));
    try {
      return require(name);
    } catch (problem) {
      // What came was not what was asked for.
      for (const file of files) coming.delete(file);
      throw problem;
    }
  }
  globalThis.ucjParts = (more) => void Object.assign(parts, more);
  require(entry);
}
