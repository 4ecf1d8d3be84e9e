// Check: "adding N" and "becoming N" need different labour forces; says both where nothing decides (Sinjai).
import { claimsOf, rangeOf, settle } from "./agree";
import { type Finding, inBoth, type Look, teller } from "./check";
import type { Figures } from "./figures";

/** Of one regency or city: 153.05 million in 514 of them (BPS, Sakernas, February 2025). */
const USUAL_LABOR = 298_000;

/** Coverage, target and an addition alone never contradict each other: say what each reading would need. */
export const addingOrBecoming: Look = {
  name: "adding-or-becoming",
  about: {
    id: '"Menambah" dan "menjadi" memerlukan angkatan kerja yang berbeda',
    en: '"Adding" and "becoming" need different labour forces',
  },
  look(figures: Figures): readonly Finding[] {
    const { coverage, target, addition } = figures;
    if (!coverage || !target || !addition || target.value <= coverage.value) return [];
    const range = settle(
      claimsOf({ ...figures, addition: undefined }).filter(({ key }) => key !== "population"),
      1,
    );
    // Any other head-count of the region decides which it is.
    if (!range || rangeOf(range, "labor")[1] < Number.POSITIVE_INFINITY) return [];
    const becoming: Figures = { ...figures, addition: undefined, targetWorkers: addition };
    return [
      {
        check: "adding-or-becoming",
        severity: "note",
        keys: ["coverage", "target", "addition"],
        open: [[{ key: "addition", as: "targetWorkers" }], [{ key: "addition", as: "gap" }]],
        words: inBoth((language) => {
          const adds = teller(language, figures);
          const becomes = teller(language, becoming);
          const n = adds.printed("addition");
          const [c, t] = [adds.printed("coverage"), adds.printed("target")];
          const [many, few] = [adds.values.labor ?? 0, becomes.values.labor ?? 0];
          if (many > 2 * USUAL_LABOR && few < USUAL_LABOR)
            return {
              id: `Untuk satu kabupaten atau kota, "menjadi", bukan "menambah", ${n} peserta lebih mungkin: menambah ${n} dari ${c} ke ${t} memerlukan angkatan kerja ${adds.value("labor")}, jauh di atas rata-rata kabupaten/kota (sekitar 298.000; BPS, Februari 2025), sedangkan menjadi ${n} pada ${t} cukup dengan angkatan kerja ${becomes.value("labor")} (peserta aktif sekarang ${becomes.value("active")}, tambahan ${becomes.computed("gap")}). Cocokkan dengan angkatan kerja atau jumlah penduduk daerah itu.`,
              en: `For a single regency or city, "becoming", not "adding", ${n} participants is more likely: adding ${n} from ${c} to ${t} needs a labour force of ${adds.value("labor")}, far above the average regency (about 298,000; BPS, February 2025), while becoming ${n} at ${t} needs only ${becomes.value("labor")} (active now ${becomes.value("active")}, addition ${becomes.computed("gap")}). Compare with that region's labour force or population.`,
            }[language];
          return {
            id: `Periksa "menambah" atau "menjadi" ${n} peserta. Menambah ${n} dari ${c} ke ${t} memerlukan angkatan kerja ${adds.value("labor")}; menjadi ${n} pada ${t} memerlukan angkatan kerja ${becomes.value("labor")} (peserta aktif sekarang ${becomes.value("active")}, tambahan ${becomes.computed("gap")}). Cocokkan dengan angkatan kerja atau jumlah penduduk daerah.`,
            en: `Check whether it is "adding" or "becoming" ${n} participants. Adding ${n} from ${c} to ${t} needs a labour force of ${adds.value("labor")}; becoming ${n} at ${t} needs one of ${becomes.value("labor")} (active now ${becomes.value("active")}, addition ${becomes.computed("gap")}). Compare with the region's labour force or population.`,
          }[language];
        }),
      },
    ];
  },
  examples: [
    {
      note: { id: "Kab. Sinjai, Juni 2025", en: "Sinjai Regency, June 2025" },
      figures: { coverage: "33,6 %", target: "40 %", addition: "sekitar 50 ribu" },
      gives: "note",
    },
    {
      note: { id: "Angkatan kerja diketahui", en: "Labour force known" },
      figures: { labor: "140.940", coverage: "35,05 %", target: "42,06 %", addition: "9.880" },
      gives: "silent",
    },
  ],
};
