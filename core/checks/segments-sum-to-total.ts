// Check: the segments sum to the region's active participants, and their potentials to its labour force.

import { SEGMENTS, segmentOf } from "../segments";
import type { Finding, Look } from "./check";
import { NAMES } from "./figures";
import { sumOff } from "./parts-add-to-total";

/** Migrant workers stand in few tables, so their absence explains nothing by itself. */
const USUAL = SEGMENTS.filter(({ key }) => key !== "PMI");

export const segmentsSumToTotal: Look = {
  name: "segments-sum-to-total",
  about: {
    id: "Jumlah segmen = peserta aktif; jumlah potensi segmen = angkatan kerja",
    en: "The segments sum to the active participants; their potentials to the labour force",
  },
  look(figures) {
    const segments = figures.segments ?? [];
    const listed = new Set(segments.map(({ name }) => segmentOf(name)?.key));
    // Of names nobody knows, none is missing.
    const known = USUAL.some(({ key }) => listed.has(key));
    return (["active", "labor"] as const).flatMap((column): readonly Finding[] => {
      const total = figures[column];
      const parts = segments.flatMap(({ name, [column]: value }) => (value ? [{ name, value }] : []));
      // A missing number says nothing about the sum.
      if (!total || parts.length !== segments.length) return [];
      const found = sumOff({
        check: "segments-sum-to-total",
        keys: [`segments.${column}`, column],
        parts,
        total,
        name: NAMES[column],
        absent: known ? USUAL.filter(({ key }) => !listed.has(key)).map(({ short }) => short) : [],
      });
      return found ? [found] : [];
    });
  },
  examples: [
    {
      note: { id: "Kab. Banyumas, April 2025", en: "Banyumas Regency, April 2025" },
      figures: {
        active: "214.687",
        segments: [
          { name: "PU", active: "159.475" },
          { name: "BPU", active: "35.814" },
          { name: "Jakon", active: "19.398" },
        ],
      },
      gives: "silent",
    },
    {
      note: { id: "Banyumas tanpa Jakon", en: "Banyumas without Jakon" },
      figures: {
        active: "214.687",
        segments: [
          { name: "PU", active: "159.475" },
          { name: "BPU", active: "35.814" },
        ],
      },
      gives: "warning",
    },
  ],
};
