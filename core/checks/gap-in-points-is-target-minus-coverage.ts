// Check: the gap in percentage points is the target less the coverage.
import type { Identity } from "./check";

export const gapInPointsIsTargetMinusCoverage: Identity = {
  name: "gap-in-points-is-target-minus-coverage",
  about: {
    id: "Selisih poin ke target = target cakupan − cakupan",
    en: "Points missing to the target = target coverage − coverage",
  },
  result: "gapPoints",
  from: ["target", "coverage"],
  shows: (tell) => `${tell.value("target")} − ${tell.value("coverage")}`,
  examples: [
    {
      note: {
        id: "Prov. Bali: 15,36 poin ke target 67,28 % (cakupan dihitung dari keduanya)",
        en: "Bali: 15.36 points to the target 67.28 % (coverage computed from the two)",
      },
      figures: { target: "67,28 %", coverage: "51,92 %", gapPoints: "15,36 %" },
      gives: "silent",
    },
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { target: "67,28 %", coverage: "51,92 %", gapPoints: "29,04 %" },
      gives: "error",
    },
  ],
};
