// The segments of participants: names in both languages, reading order, colours that differ in grey print too.
import type { Words } from "./words";

export interface Segment {
  readonly key: "PU" | "BPU" | "JAKON" | "PMI";
  readonly short: string;
  readonly name: Words;
  /** Other ways the segment is written, in lower case. */
  readonly aliases: readonly string[];
  readonly color: string;
}

export const SEGMENTS: readonly Segment[] = [
  {
    key: "PU",
    short: "PU",
    name: { id: "Penerima Upah (PU)", en: "Wage earners (PU)" },
    aliases: ["pu", "penerima upah", "formal", "wage earners"],
    color: "#1F4E79",
  },
  {
    key: "BPU",
    short: "BPU",
    name: { id: "Bukan Penerima Upah (BPU)", en: "Informal workers (BPU)" },
    aliases: ["bpu", "bukan penerima upah", "informal", "mandiri", "informal workers", "non-wage earners"],
    color: "#E08A1E",
  },
  {
    key: "JAKON",
    short: "Jakon",
    name: { id: "Jasa Konstruksi (Jakon)", en: "Construction (Jakon)" },
    aliases: ["jakon", "jasa konstruksi", "konstruksi", "construction"],
    color: "#5B8C5A",
  },
  {
    key: "PMI",
    short: "PMI",
    name: { id: "Pekerja Migran (PMI)", en: "Migrant workers (PMI)" },
    aliases: ["pmi", "pekerja migran", "pekerja migran indonesia", "migran", "migrant workers"],
    color: "#8E6BBF",
  },
];

/** The segment a label names, also "Penerima Upah (PU)" and "Segmen PU"; undefined when it names none. */
export function segmentOf(label: string): Segment | undefined {
  const text = label
    .slice(0, 200)
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/^\s*segmen\b/, "")
    .replace(/\s+/g, " ")
    .trim();
  return SEGMENTS.find((segment) => segment.aliases.includes(text));
}

/** The columns of a segment breakdown, in reading order. */
export const BREAKDOWN = {
  segment: { id: "Segmen", en: "Segment" },
  labor: { id: "Angkatan kerja", en: "Labour force" },
  active: { id: "Peserta aktif", en: "Active participants" },
  uncovered: { id: "Belum terlindungi", en: "Not covered yet" },
  coverage: { id: "Cakupan", en: "Coverage" },
  contribution: { id: "Kontribusi", en: "Contribution" },
  total: { id: "Jumlah", en: "Total" },
} as const satisfies Record<string, Words>;
