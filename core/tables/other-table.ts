// Rows that another kind of table is for: regions under "Segmen", segments under "Wilayah".
import { type Heading, headingsOf, PLACES } from "../headers";
import { segmentOf } from "../segments";
import type { Words } from "../words";
import type { Level } from "./source";

const IN_PLACES: readonly Heading[] = ["region", ...PLACES];

/** Regions would stand under "Segmen", and nothing in the table would say that they are none. */
export function regionsAmongSegments({ typed, names }: Level): readonly Words[] {
  const isPlace = headingsOf(typed).some((heading) => IN_PLACES.includes(heading));
  if (!isPlace || names.some(segmentOf)) return [];
  return [
    {
      id: `Kolom “${typed}” berisi wilayah, tidak satu pun PU, BPU, Jakon atau PMI. Untuk daftar wilayah pilih di atas tabel Kecamatan dan desa, Ringkasan wilayah atau Peringkat.`,
      en: `Column “${typed}” holds regions, none of them PU, BPU, Jakon or PMI. For a list of regions choose the table Districts and villages, Summary of regions or Ranking above.`,
    },
  ];
}

/** Each segment would be a region of its own. */
export function segmentsAmongRegions({ heading, typed, names }: Level): readonly Words[] {
  if (!IN_PLACES.includes(heading) || !names.every(segmentOf)) return [];
  return [
    {
      id: `Kolom “${typed}” berisi segmen, bukan wilayah. Untuk segmen pilih di atas tabel Rincian per segmen.`,
      en: `Column “${typed}” holds segments, not regions. For segments choose the table Breakdown by segment above.`,
    },
  ];
}
