// Check: the figures disagree and several readings explain it; which one is right stays open.

import type { Words } from "../words";
import { type CheckExample, type Finding, inBoth, list, writeFigure } from "./check";
import { type Figures, NAMES, type ScalarKey } from "./figures";
import type { Reread } from "./reread";

export const severalReadingsCheck = {
  name: "several-readings",
  about: {
    id: "Angka tidak cocok, dan lebih dari satu cara baca menjelaskannya",
    en: "The figures disagree and more than one reading explains it",
  } as Words,
  examples: [
    {
      note: {
        id: "Kendari; 64,95 % ditulis cakupan sebagai contoh: label persen atau label orang yang salah",
        en: "Kendari; 64.95 % printed as coverage as an example: the share or the people may be mislabelled",
      },
      figures: { labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "64,95 %" },
      gives: "error",
    },
    {
      note: { id: "Kendari sebagaimana dicetak", en: "Kendari as printed" },
      figures: { labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "35,05 %" },
      gives: "silent",
    },
  ] as readonly CheckExample[],
};

/** "64,95 % sebagai persentase belum terlindungi" for each way to read. */
export function severalReadings(readings: readonly Reread[], figures: Figures): Finding {
  return {
    check: severalReadingsCheck.name,
    severity: "error",
    keys: [...new Set(readings.flatMap(({ finding }) => finding.keys))],
    open: readings.map(({ finding }) => finding.reading ?? []),
    words: inBoth((language) => {
      const ways = readings.slice(0, 4).map(({ finding }, i) => {
        const moves = (finding.reading ?? []).flatMap(({ key, as }) => {
          const figure = figures[key as ScalarKey];
          if (as === undefined) return [];
          const value =
            typeof figure === "object" && "step" in figure ? writeFigure(key, figure, language) : key;
          return [`${value} ${{ id: "sebagai", en: "as" }[language]} ${NAMES[as][language]}`];
        });
        return `(${i + 1}) ${list(moves, language)}`;
      });
      const more = readings.length > ways.length ? " …" : "";
      return {
        id: `Angka-angka ini tidak cocok, dan ada ${readings.length} cara baca yang membuat semuanya cocok: ${ways.join("; ")}${more}. Angkanya sendiri tidak bisa memutuskan; tanyakan ke sumbernya.`,
        en: `These figures disagree, and ${readings.length} readings make them all agree: ${ways.join("; ")}${more}. The numbers alone cannot decide; ask the source.`,
      }[language];
    }),
  };
}
