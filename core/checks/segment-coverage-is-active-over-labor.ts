// Check: each segment's coverage, and last year's, is its active participants over its labour force.
import { answerOf } from "./answer";
import type { Finding, Look } from "./check";
import { coverageIsActiveOverLabor } from "./coverage-is-active-over-labor";
import type { Figures } from "./figures";

const NAME = "segment-coverage-is-active-over-labor";

export const segmentCoverageIsActiveOverLabor: Look = {
  name: NAME,
  about: {
    id: "Cakupan tiap segmen (dan tahun lalu) = peserta aktif ÷ angkatan kerjanya",
    en: "Each segment's coverage (and last year's) = its active participants ÷ its labour force",
  },
  look({ segments = [], previous }) {
    const rows = [
      ...segments.map(({ name, labor, active, coverage }, i) => ({
        at: `segments.${i}`,
        name: { id: name, en: name },
        figures: { labor, active, coverage } as Figures,
      })),
      {
        at: "previous",
        name: { id: "Data sebelumnya", en: "Earlier data" },
        figures: {
          labor: previous?.labor,
          active: previous?.active,
          coverage: previous?.coverage,
        } as Figures,
      },
    ];
    return rows.flatMap(({ at, name, figures }): Finding[] => {
      const answer = answerOf(coverageIsActiveOverLabor, figures);
      return answer
        ? [
            {
              ...answer,
              check: NAME,
              keys: answer.keys.map((key) => `${at}.${key}`),
              words: { id: `${name.id}: ${answer.words.id}`, en: `${name.en}: ${answer.words.en}` },
            },
          ]
        : [];
    });
  },
  examples: [
    {
      note: {
        id: "Kota Batam, November 2025 (dibulatkan ribuan)",
        en: "Batam City, November 2025 (rounded to thousands)",
      },
      figures: {
        segments: [
          { name: "PU", labor: "349 ribu", active: "343 ribu", coverage: "98,2 %" },
          { name: "BPU", labor: "205 ribu", active: "77 ribu", coverage: "37 %" },
        ],
      },
      gives: "silent",
    },
    {
      note: {
        id: 'Banyumas: 12.171 dari 51.674 ditulis "46,8 persen"',
        en: 'Banyumas: 12,171 of 51,674 printed as "46.8 per cent"',
      },
      figures: { segments: [{ name: "Kelompok", labor: "51.674", active: "12.171", coverage: "46,8 %" }] },
      gives: "error",
    },
  ],
};
