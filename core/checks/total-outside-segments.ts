// Check: a region's coverage lies between the lowest and the highest coverage of its segments.
import { type Finding, inBoth, type Look, writeFigure } from "./check";

const NAME = "total-outside-segments";

export const totalOutsideSegments: Look = {
  name: NAME,
  about: {
    id: "Cakupan daerah terletak di antara cakupan segmen terendah dan tertinggi",
    en: "The region's coverage lies between its lowest and highest segment's",
  },
  look({ segments = [], coverage }): readonly Finding[] {
    const given = segments.flatMap(({ coverage: share }) => share ?? []);
    // Segments that are not listed could pull the total anywhere.
    if (!coverage || given.length < 2 || given.length !== segments.length) return [];
    const [low, high] = [
      given.reduce((least, one) => (one.value - one.step < least.value - least.step ? one : least)),
      given.reduce((most, one) => (one.value + one.step > most.value + most.step ? one : most)),
    ];
    const below = low.value - low.step - coverage.step - coverage.value;
    const above = coverage.value - (high.value + high.step + coverage.step);
    if (!(below > 0 || above > 0)) return [];
    return [
      {
        check: NAME,
        severity: "warning",
        keys: ["coverage", ...segments.map((_, i) => `segments.${i}.coverage`)],
        words: inBoth((language) => {
          const share = (figure: typeof coverage): string => writeFigure("coverage", figure, language);
          return {
            id: `Cakupan ${share(coverage)} berada di luar cakupan segmennya (${share(low)} sampai ${share(high)}), padahal rata-rata tertimbang selalu di antaranya. Persentase segmen mungkin capaian terhadap target, bukan cakupan; tanyakan pembaginya.`,
            en: `Coverage ${share(coverage)} lies outside its segments' (${share(low)} to ${share(high)}), while a weighted mean always lies between. The segment percentages may be achievement of a target, not coverage; ask what they are divided by.`,
          }[language];
        }),
      },
    ];
  },
  examples: [
    {
      note: { id: "Prov. Sulawesi Tenggara, Desember 2023", en: "Southeast Sulawesi, December 2023" },
      figures: {
        active: "284.207",
        coverage: "42 %",
        segments: [
          { name: "PU", active: "151.413", coverage: "79,2 %" },
          { name: "BPU", active: "66.647", coverage: "73,47 %" },
          { name: "Jakon", active: "66.647", coverage: "70,84 %" },
        ],
      },
      gives: "warning",
    },
    {
      note: { id: "Kota Batam, November 2025", en: "Batam City, November 2025" },
      figures: {
        coverage: "70,29 %",
        segments: [
          { name: "PU", coverage: "98,2 %" },
          { name: "BPU", coverage: "37 %" },
        ],
      },
      gives: "silent",
    },
  ],
};
