// Findings with their places, as a list shows them, a report prints them, and a mark recognises them again.
import { addressOf } from "../../block";
import { writeNumber } from "../../numbers";
import type { Language, Words } from "../../words";
import { heldBy } from "../answer";
import { byGravity, type Finding, inBoth, type Severity, writeFigure } from "../check";
import type { ColumnFinding, RegionTable } from "../columns/table";
import { CHECKS, diagnose } from "../diagnose";
import type { Figure, Figures, Key } from "../figures";
import { IDENTITIES } from "../identities";
import type { RowFinding } from "./check-rows";
import { type Fix, fixesOf } from "./fixes";
import { type Assembled, assemble } from "./items";
import { nameOfSlot } from "./labels";
import type { RegionSource } from "./source";
import type { TableRead } from "./table";

export interface Found {
  readonly rule: string;
  readonly severity: Severity;
  readonly words: Words;
  /** "B9", or "B9, B12 …": what a person reads. */
  readonly place: string;
  /** The first cell, to go to; undefined for a pasted text. */
  readonly address: string | undefined;
  readonly sheet: string;
  /** The region's name in a table. */
  readonly region: string;
  readonly numbers: Words;
  fixes(language: Language): readonly Fix[];
}

const NOWHERE = { place: "", address: undefined };
/** Addresses a line names. */
const NAMED = 5;

const figureAt = (figures: Figures, key: Key): Figure | undefined =>
  key
    .split(".")
    .reduce<unknown>((all, part) => (all as Record<string, unknown> | undefined)?.[part], figures) as
    | Figure
    | undefined;

/** "segments.active" stands for every segment's own. */
function keysOf(finding: Finding, figures: Figures): readonly Key[] {
  return finding.keys.flatMap((key) => {
    const [head, column] = key.split(".");
    if (head !== "segments" || (column !== "active" && column !== "labor" && column !== "coverage"))
      return [key];
    return (figures.segments ?? []).map((_, i) => `segments.${i}.${column}`);
  });
}

function nameOf(key: Key, figures: Figures, language: Language): string {
  const [, i, column] = /^segments\.(\d+)\.(\w+)$/.exec(key) ?? [];
  if (column === undefined) return nameOfSlot(key)[language];
  return `${nameOfSlot(column)[language]} ${figures.segments?.[Number(i)]?.name ?? ""}`.trim();
}

function numbersOf(finding: Finding, figures: Figures): Words {
  return inBoth((language) =>
    keysOf(finding, figures)
      .flatMap((key) => {
        const figure = figureAt(figures, key);
        if (typeof figure !== "object" || !("value" in figure)) return [];
        return [
          `${nameOf(key, figures, language)} ${writeFigure(key.replace(/^.*\./, ""), figure, language)}`,
        ];
      })
      .join("; "),
  );
}

function placeOf(
  finding: Finding,
  { figures, places }: Assembled,
): { place: string; address: string | undefined } {
  const cells = keysOf(finding, figures).flatMap((key) => {
    const at = places.get(key)?.value;
    return at ? [addressOf(at.row, at.column)] : [];
  });
  const more = cells.length > NAMED ? ", …" : "";
  return { place: cells.slice(0, NAMED).join(", ") + more, address: cells[0] };
}

export function foundInRegion(source: RegionSource): readonly Found[] {
  const { block, segments } = source;
  const assembled = assemble(source.items);
  return diagnose(assembled.figures).map((finding) => ({
    rule: finding.check,
    severity: finding.severity,
    words: finding.words,
    // A pasted text has no cells.
    ...(block ? placeOf(finding, assembled) : NOWHERE),
    sheet: block?.sheet ?? "",
    region: "",
    numbers: numbersOf(finding, assembled.figures),
    fixes: (language) =>
      block ? fixesOf(finding, { block, assembled, segments, labels: true }, language) : [],
  }));
}

export function foundInTable(
  read: TableRead,
  block: RegionSource["block"],
  rows: readonly RowFinding[],
  columns: readonly ColumnFinding[],
): readonly Found[] {
  const own = rows.map(({ row, finding }): Found => {
    const assembled = read.figuresAt(row);
    const region = read.table.names[row] ?? "";
    return {
      rule: finding.check,
      severity: finding.severity,
      words: { id: `${region}: ${finding.words.id}`, en: `${region}: ${finding.words.en}` },
      ...(block ? placeOf(finding, assembled) : NOWHERE),
      sheet: block?.sheet ?? "",
      region,
      numbers: numbersOf(finding, assembled.figures),
      fixes: (language) => (block ? fixesOf(finding, { block, assembled, labels: false }, language) : []),
    };
  });
  const across = columns.map((finding): Found => {
    const [column = "names"] = finding.columns;
    const cells = finding.rows.slice(0, NAMED).flatMap((row) => read.addressAt(column, row) ?? []);
    return {
      rule: finding.check,
      severity: finding.severity,
      words: finding.words,
      place: block ? cells.join(", ") + (finding.rows.length > cells.length ? ", …" : "") : "",
      address: block ? cells[0] : undefined,
      sheet: block?.sheet ?? "",
      region: "",
      numbers: inBoth((language) => columnNumbers(finding, read.table, language)),
      fixes: () => [],
    };
  });
  return [...across, ...own].sort(byGravity);
}

function columnNumbers({ columns, rows }: ColumnFinding, table: RegionTable, language: Language): string {
  const [column = "names"] = columns;
  return rows
    .slice(0, 2 * NAMED)
    .map((row) => {
      const value = table[column]?.[row];
      const shown = typeof value === "number" ? writeNumber(value, language) : (value ?? "");
      return column === "names" ? `${shown}` : `${table.names[row] ?? ""} ${shown}`;
    })
    .join("; ");
}

/** What held, worked out, and what was looked for in vain: what "agree" rests on. */
export function testedIn(figures: Figures): readonly Words[] {
  const { segments = [], active, labor, coverage, target, asOf } = figures;
  const held = IDENTITIES.flatMap((identity) => heldBy(identity, figures) ?? []);
  const names = new Set<string>();
  const whole = (column: "active" | "labor"): boolean =>
    segments.length > 1 && segments.every((segment) => segment[column] !== undefined);
  if ((whole("active") && active) || (whole("labor") && labor)) names.add("segments-sum-to-total");
  if (segments.some((segment) => segment.labor && segment.active && segment.coverage))
    names.add("segment-coverage-is-active-over-labor");
  if (target && (coverage || (active && labor))) names.add("target-below-coverage");
  if (labor && active) names.add("above-full-coverage");
  if (asOf !== undefined && held.length + names.size > 0) names.add("dates-are-possible");
  return [...held, ...CHECKS.flatMap(({ name, about }) => (names.has(name) ? [about] : []))];
}
