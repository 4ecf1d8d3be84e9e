// A source of segment rows as figures by segment: rows of several regions summed, potentials told from active participants.
import type { Block } from "../block";
import { segmentsArePotentials } from "../checks/segments-are-potentials";
import type { Heading } from "../headers";
import { writeNumber } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { BREAKDOWN, segmentOf } from "../segments";
import type { Words } from "../words";
import { figureAt, nameAt, picker, sumOf } from "./figures";
import { mappingOf, type Wants } from "./mapping";
import { regionsAmongSegments } from "./other-table";
import type { SegmentFigures } from "./segment";
import { type Level, readSource, type Source } from "./source";

export interface Understood {
  readonly figures: SegmentFigures;
  /** What was read, for the planner to check. */
  readonly read: readonly Words[];
  /** What is odd in it, each a whole sentence. */
  readonly findings: readonly Words[];
}

export const SEGMENT_ROWS: Wants = {
  names: ["region", "province", "regency", "district", "village", "group", "segment"],
  columns: ["labor", "active", "uncovered", "asOf"],
  required: [],
  repeats: true,
  row: { id: "segmen", en: "segment" },
  example: {
    id: "Pilih blok beserta baris judulnya, misalnya Segmen | Angkatan kerja | Peserta aktif.",
    en: "Select the block with its heading row, such as Segment | Labour force | Active participants.",
  },
};

/** Reads the block; a refusal says what to select instead. */
export function understandSegments(block: Block): Understood | Refusal {
  const mapping = mappingOf(block, SEGMENT_ROWS);
  if (isRefusal(mapping)) return mapping;
  const source = readSource(block, mapping, SEGMENT_ROWS);
  return isRefusal(source) ? source : segmentsIn(source);
}

export function segmentsIn(source: Source): Understood | Refusal {
  return judged({
    figures: {
      ...(source.levels.length > 1 ? summed(source) : { segments: single(source), broken: 0 }),
      total: { labor: source.total.get("labor"), active: source.total.get("active") },
      region: "",
      asOf: "",
      basis: "",
      source: source.where,
    },
    read: source.read,
    findings: [...source.findings, ...regionsAmongSegments(source.levels[source.levels.length - 1] as Level)],
  });
}

const single = (source: Source): SegmentFigures["segments"] =>
  source.rows.map((_, i) => ({
    name: nameAt(source, i),
    labor: figureAt(source, "labor", i),
    active: figureAt(source, "active", i),
  }));

/** One segment has a row in every region. */
function summed(source: Source): Pick<SegmentFigures, "segments" | "broken"> {
  const runs = new Map<string, number[]>();
  const names = new Map<string, string>();
  for (let i = 0; i < source.rows.length; i++) {
    const name = nameAt(source, i);
    const key = segmentOf(name)?.key ?? name.toLowerCase();
    const own = runs.get(key);
    if (!own) {
      runs.set(key, [i, i]);
      names.set(key, name);
    } else if (own[own.length - 1] === i - 1) own[own.length - 1] = i;
    else own.push(i, i);
  }
  const level = source.levels[source.levels.length - 1]?.heading as Heading;
  const pick = { labor: picker(source, level, "labor"), active: picker(source, level, "active") };
  let broken = 0;
  const segments = [...runs].map(([key, own]) => {
    const name = names.get(key) as string;
    const figure = (heading: "labor" | "active") => {
      const sum = sumOf(source, heading, own, (all) => pick[heading](name, all));
      if (sum && !sum.from && source.where !== "" && own.length > 2) broken++;
      return sum;
    };
    return { name, labor: figure("labor"), active: figure("active") };
  });
  return { segments, broken };
}

/** Looks at what was read before a table is made of it. */
export function judged(understood: Understood): Understood | Refusal {
  const { figures } = understood;
  const { segments, total } = figures;
  const findings: Words[] = [...understood.findings];
  const parts = segments.flatMap(({ active }) => (active ? [active.value] : []));
  const printed = segments.every(({ labor }) => labor === undefined);
  const potentials =
    printed && parts.length === segments.length
      ? segmentsArePotentials(parts, total.labor?.value, total.active?.value)
      : undefined;
  if (potentials) {
    return {
      ...understood,
      figures: {
        ...figures,
        segments: segments.map(({ name, active }) => ({ name, labor: active, active: undefined })),
      },
      findings: [...findings, potentials],
    };
  }
  if (printed && total.labor === undefined)
    return refuse(
      `Angkatan kerja belum ada di pilihan; cakupan tidak bisa dihitung tanpa angka itu. ${SEGMENT_ROWS.example.id}`,
      `The labour force is not in the selection; coverage cannot be computed without it. ${SEGMENT_ROWS.example.en}`,
    );
  for (const key of ["labor", "active"] as const) {
    const stated = total[key]?.value;
    const given = segments.flatMap((segment) => segment[key] ?? []);
    const sum = given.reduce((all, figure) => all + figure.value, 0);
    if (stated !== undefined && given.length === segments.length && sum !== stated)
      findings.push({
        id: `${BREAKDOWN[key].id}: jumlah tertulis ${writeNumber(stated, "id")}, jumlah segmennya ${writeNumber(sum, "id")}. Tabel memakai jumlah segmen; periksa mana yang benar.`,
        en: `${BREAKDOWN[key].en}: the printed total is ${writeNumber(stated, "en")}, the segments sum to ${writeNumber(sum, "en")}. The table uses the sum; check which is right.`,
      });
  }
  const seen = new Map<string, string>();
  for (const { name } of segments) {
    const key = segmentOf(name)?.key ?? name.toLowerCase();
    if (seen.has(key))
      findings.push({
        id: `Segmen "${name}" muncul lebih dari sekali; periksa apakah barisnya ganda.`,
        en: `Segment "${name}" appears more than once; check for a doubled row.`,
      });
    seen.set(key, name);
  }
  for (const { name, labor, active } of segments)
    if (labor && active && active.value > labor.value)
      findings.push({
        id: `${name}: peserta aktif ${writeNumber(active.value, "id")} melebihi angkatan kerja ${writeNumber(labor.value, "id")}. Bisa benar (peserta dihitung menurut domisili NIK), tetapi periksa dulu.`,
        en: `${name}: ${writeNumber(active.value, "en")} active participants exceed a labour force of ${writeNumber(labor.value, "en")}. It can be right (counted by NIK domicile), but check.`,
      });
  return { ...understood, findings };
}
