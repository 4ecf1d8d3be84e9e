// Every kind of table in reading order, and the three steps from a block to a table.
import type { Block } from "../block";
import { isRefusal, type Refusal } from "../refuse";
import type { Language } from "../words";
import { budget } from "./budget";
import { districts } from "./districts";
import { signed } from "./found";
import { agency, group } from "./groups";
import { readOptions, type TableKind, type Typed } from "./kind";
import { type Mapping, mappingOf } from "./mapping";
import type { TableModel } from "./model";
import { path } from "./path";
import { progress } from "./progress";
import { ranking } from "./ranking";
import { scenario } from "./scenario";
import { segment } from "./segment";
import { readSource, type Source } from "./source";
import { summary } from "./summary";

export const TABLES: readonly TableKind[] = [
  summary,
  segment,
  ranking,
  districts,
  group,
  agency,
  budget,
  path,
  progress,
  scenario,
];

export const tableKind = (id: string): TableKind =>
  TABLES.find((kind) => kind.id === id) ?? (TABLES[0] as TableKind);

export interface ReadFor {
  readonly mapping: Mapping;
  readonly source: Source;
}

/** Reads a block for a table; a mapping that was changed or kept goes before the guessed one. */
export function readFor({ wants, judge }: TableKind, block: Block, changed?: Mapping): ReadFor | Refusal {
  const mapping = changed ?? mappingOf(block, wants);
  if (isRefusal(mapping)) return mapping;
  const source = readSource(block, mapping, wants);
  if (isRefusal(source)) return source;
  const odd = judge?.(source) ?? [];
  if (isRefusal(odd)) return odd;
  return { mapping, source: odd.length > 0 ? { ...source, findings: [...source.findings, ...odd] } : source };
}

/** @param typed options as typed, by id; what is left out begins as `startOf` says */
export function makeTable(
  kind: TableKind,
  source: Source | undefined,
  typed: Typed,
  language: Language,
): TableModel | Refusal {
  const options = readOptions(kind, typed, source);
  if (isRefusal(options)) return options;
  const made = kind.make(source, options, language);
  return isRefusal(made) ? made : signed(made, kind, source, typed);
}
