// Reading: the segments' "active" numbers sum to the labour force, so they are the potentials per segment (Kendari).
import { writeNumber, writeShare } from "../numbers";
import type { Words } from "../words";
import { inBoth, type Reading, upToEight } from "./check";
import type { Figures } from "./figures";

/**
 * Kendari, June 2025, as printed by four outlets: PU 88,357 + BPU 36,140 + Jakon 16,443 = 140,940,
 * which is the labour force; active participants were 49,397.
 *
 * @param parts the segments' numbers printed as active participants, people
 * @param labor the labour force printed for the whole region, people
 * @param active the active participants printed for the whole region, people; undefined when not printed
 * @returns the finding in words, or undefined when the identity does not say so
 */
export function segmentsArePotentials(
  parts: readonly number[],
  labor: number | undefined,
  active: number | undefined,
): Words | undefined {
  const sum = parts.reduce((a, b) => a + b, 0);
  if (parts.length < 2 || labor === undefined || sum !== labor || sum === active || sum === 0)
    return undefined;
  return inBoth((language) => {
    const n = (value: number): string => writeNumber(value, language);
    const terms = `${upToEight(parts.map(n))} = ${n(sum)}`;
    const shares = upToEight(
      parts.map((part) => writeShare(part, sum, language)),
      ", ",
    );
    return {
      id: `Angka per segmen bukan peserta aktif: ${terms}, sama persis dengan angkatan kerja${active === undefined ? "" : `, bukan ${n(active)} peserta aktif`}. Itu potensi (angkatan kerja) per segmen (${shares}).`,
      en: `The figures by segment are not active participants: ${terms}, exactly the labour force${active === undefined ? "" : `, not the ${n(active)} active participants`}. They are the potential (labour force) by segment (${shares}).`,
    }[language];
  });
}

const told = (figures: Figures): Words => {
  const parts = (figures.segments ?? []).flatMap(({ labor }) => labor?.value ?? []);
  const sum = parts.reduce((a, b) => a + b, 0);
  const words = segmentsArePotentials(parts, sum, figures.active?.value);
  return {
    id: `${words?.id} Tulis angka itu sebagai potensi per segmen; peserta aktif per segmen masih perlu diminta.`,
    en: `${words?.en} Print them as the potential by segment; active participants by segment are still to be asked for.`,
  };
};

export const segmentsPrintedAsActive: Reading = {
  name: "segments-are-potentials",
  about: {
    id: "Jumlah angka per segmen = angkatan kerja, jadi itu potensi, bukan peserta aktif",
    en: "The segments sum to the labour force, so they are potentials, not active participants",
  },
  from: "segments.active",
  to: "labor",
  seen: true,
  words: { id: (tell) => told(tell.figures).id, en: (tell) => told(tell.figures).en },
  unprompted: ({ segments = [], labor, active, coverage }) =>
    active === undefined &&
    coverage === undefined &&
    segments.every((segment) => segment.labor === undefined && segment.active) &&
    segmentsArePotentials(
      segments.flatMap((segment) => segment.active?.value ?? []),
      labor?.value,
      undefined,
    ) !== undefined,
  examples: [
    {
      note: { id: "Kota Kendari, 8 Juni 2025", en: "Kendari City, 8 June 2025" },
      figures: {
        labor: "140.940",
        active: "49.397",
        uncovered: "91.543",
        coverage: "35,05 %",
        segments: [
          { name: "PU", active: "88.357" },
          { name: "BPU", active: "36.140" },
          { name: "Jakon", active: "16.443" },
        ],
      },
      gives: "error",
    },
    {
      note: { id: "Kendari, tanpa angka lain selain angkatan kerja", en: "Kendari, the labour force only" },
      figures: {
        labor: "140.940",
        segments: [
          { name: "PU", active: "88.357" },
          { name: "BPU", active: "36.140" },
          { name: "Jakon", active: "16.443" },
        ],
      },
      gives: "error",
    },
    {
      note: { id: "Kab. Banyumas, April 2025", en: "Banyumas Regency, April 2025" },
      figures: {
        labor: "684.654",
        active: "214.687",
        segments: [
          { name: "PU", active: "159.475" },
          { name: "BPU", active: "35.814" },
          { name: "Jakon", active: "19.398" },
        ],
      },
      gives: "silent",
    },
  ],
};
