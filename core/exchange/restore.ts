// Gives back the live UCJ formula that a file format, another program or the export of Google Sheets has disguised.
import { type Group, inside, parse, render, solid, type Ucj, type Writer } from "./formula";
import { restyle, type Style, styleOf, tokenize } from "./tokens";

/** What Sheets writes for a function Excel lacks: IFERROR(__xludf.DUMMYFUNCTION("the formula"),its value). */
const DUMMY = /^(?:_xlfn\.)?__xludf\.DUMMYFUNCTION$/i;
/** In the cells that such a formula spilled into. */
const SPILLED = '"COMPUTED_VALUE"';
/** Excel has none of these functions, nor ranges without an end. */
const SHEETS_ONLY =
  /\b(?:QUERY|IMPORT\w+|GOOGLE\w+|SPARKLINE|SPLIT|JOIN|FLATTEN|REGEX\w+|SORTN)\(|[A-Z]\$?\d+:\$?[A-Z]+(?![A-Z\d$])/i;

export interface Restored {
  /** `live` needs nothing, `unknown` is a function of another version, `spilled` holds a result of another cell. */
  readonly kind: Ucj["spelling"] | "frozen" | "unknown" | "spilled";
  /** The first UCJ function in it. */
  readonly name: string;
  /** The formula to write on this host; absent when it needs what this host or version does not have. */
  readonly text?: string;
}

/** What the cell's formula should be on this host; undefined when nothing in it is ours. */
export function restored(formula: string, host: Style): Restored | undefined {
  const root = parse(formula, host);
  if (!root) return undefined;
  // Alone behind the "=" a thawed formula needs no brackets.
  const alone = solid(root.args[0]).length === 2;
  let found: Restored | undefined;
  let possible = true;
  const note = (kind: Restored["kind"], name: string): void => {
    if (!found || (kind !== "live" && /live|unknown/.test(found.kind))) found = { kind, name };
  };
  const write: Writer = (group) => {
    const kept = keptText(group);
    if (kept === SPILLED) note("spilled", "");
    const style = styleOf(kept);
    const inner = kept ? restored(`=${kept.replace(/^=/, "")}`, style) : undefined;
    if (inner?.name && inner.text) {
      note("frozen", inner.name);
      if (!host.sheets && SHEETS_ONLY.test(kept)) possible = false;
      // Excel spills by itself.
      const tokens = tokenize(inner.text.slice(1), style).filter(
        (token) => host.sheets || !/^ARRAYFORMULA$/i.test(token),
      );
      const text = restyle(tokens.join(""), style, host);
      return alone ? text : `(${text})`;
    }
    const { ucj } = group;
    if (ucj) note(ucj.fn ? ucj.spelling : "unknown", ucj.name);
    return ucj?.fn && `${ucj.name}(${inside(group, write)}`;
  };
  const text = render([root], write);
  return found && possible && found.kind !== "unknown" ? { ...found, text } : found;
}

/** The text in a DUMMYFUNCTION, or in the one that an IFERROR guards; beyond 255 characters "&" parts it. */
function keptText({ name, args }: Group): string {
  const parts = solid(args[0]);
  const [only] = parts;
  if (/^IFERROR$/i.test(name) && parts.length === 1 && typeof only === "object" && DUMMY.test(only.name))
    return keptText(only);
  const quoted = DUMMY.test(name) && args.length === 1 && parts.every((part) => /^["&]/.test(`${part}`));
  return quoted ? parts.map((part) => `${part}`.slice(1, -1).replace(/""/g, '"')).join("") : "";
}
