// Check: a target far below what is achieved, or above 100 per cent, has its decimal mark shifted or another base (Garut).
import { type Finding, inBoth, type Look, writeFigure, writeValue } from "./check";

const NAME = "target-below-coverage";

/** A target that was passed is ordinary; one below half of what is achieved was never aimed at. */
const FAR = 0.5;

export const targetBelowCoverage: Look = {
  name: NAME,
  about: {
    id: "Target tidak jauh di bawah capaian dan tidak di atas 100 %",
    en: "The target is not far below what is achieved, nor above 100 %",
  },
  look({ coverage, target }): readonly Finding[] {
    if (!target) return [];
    const above = target.value > 1;
    const below = coverage !== undefined && target.value < FAR * coverage.value;
    if (!above && !below) return [];
    const shifted = Number((target.value * (above ? 0.1 : 10)).toPrecision(12));
    // Only one place of the mark gives a target that is above the achievement and at most 100 %.
    const fits = shifted <= 1 && (!coverage || shifted >= coverage.value);
    // A small region's old target can be that low; without a mark to shift there is nothing to say.
    if (!fits && !above) return [];
    return [
      {
        check: NAME,
        severity: "warning",
        keys: coverage ? ["target", "coverage"] : ["target"],
        ...(fits ? { reading: [{ key: "target", value: shifted }] } : {}),
        words: inBoth((language) => {
          const t = writeFigure("target", target, language);
          const meant = writeValue("target", shifted, language);
          const c = coverage && writeFigure("coverage", coverage, language);
          const against = {
            id: above ? "di atas 100 %" : `jauh di bawah capaian ${c}`,
            en: above ? "above 100 %" : `far below the ${c} achieved`,
          }[language];
          return {
            id: `Target ${t} ${against}. ${fits ? `Mungkin koma bergeser: ${meant} masuk akal. ` : ""}Periksa target ke suratnya, dan apakah dasarnya sama dengan capaian.`,
            en: `The target ${t} is ${against}. ${fits ? `The decimal mark may have shifted: ${meant} makes sense. ` : ""}Check the target in its letter, and whether it has the same base as the achievement.`,
          }[language];
        }),
      },
    ];
  },
  examples: [
    {
      note: { id: "Kab. Garut, Juni 2025", en: "Garut Regency, June 2025" },
      figures: { coverage: "20 %", target: "5,37 %" },
      gives: "warning",
    },
    {
      note: {
        id: "Angka rekaan: target sedikit terlampaui",
        en: "Invented: a target passed by a little",
      },
      figures: { coverage: "41,20 %", target: "40 %" },
      gives: "silent",
    },
  ],
};
