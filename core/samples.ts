// Kendari as printed in June 2025: the example the sidebar opens with, faults and all.
import type { SegmentFigures } from "./tables/segment";

export const KENDARI: SegmentFigures = {
  region: "Kota Kendari",
  asOf: "8 Juni 2025",
  basis: "angkatan kerja di luar ASN, TNI, Polri",
  source: "KolomRakyat dan KiatNews, 17 Juni 2025",
  segments: [
    { name: "PU", labor: undefined, active: { value: 88357 } },
    { name: "BPU", labor: undefined, active: { value: 36140 } },
    { name: "Jakon", labor: undefined, active: { value: 16443 } },
  ],
  total: { labor: { value: 140940 }, active: { value: 49397 } },
};
