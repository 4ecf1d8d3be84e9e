// Reading: the people "added" are the number to become, the target head-count (Sinjai).
import { type Reading, type Teller, teller } from "./check";

/** What adding that many would need, when both ends are printed. */
function needed(tell: Teller): { labor: string; tooMany: boolean } | undefined {
  const { targetWorkers, coverage, target, population } = tell.figures;
  if (!targetWorkers || !coverage || !target) return undefined;
  const adding = teller(tell.language, { gap: targetWorkers, coverage, target });
  const { labor } = adding.values;
  return labor === undefined
    ? undefined
    : { labor: adding.value("labor"), tooMany: population !== undefined && labor > population.value };
}

export const becomingNotAdding: Reading = {
  name: "becoming-not-adding",
  about: {
    id: '"Menambah N peserta" ternyata "menjadi N peserta"',
    en: '"Adding N participants" is "becoming N participants"',
  },
  from: "addition",
  to: "targetWorkers",
  seen: true,
  loose: true,
  words: {
    id: (tell) => {
      const adding = needed(tell);
      return (
        `"Menjadi", bukan "menambah", ${tell.value("targetWorkers")} peserta: itu jumlah peserta setelah target${tell.has("target") ? ` ${tell.printed("target")}` : ""} tercapai ` +
        `(angkatan kerja ${tell.value("labor")}, peserta aktif sekarang ${tell.value("active")}). ` +
        (adding
          ? `Menambah sebanyak itu dari ${tell.printed("coverage")} memerlukan angkatan kerja ${adding.labor}${adding.tooMany ? `, melebihi jumlah penduduk ${tell.printed("population")}` : ""}. `
          : "") +
        `Tambahannya ${tell.computed("gap")} orang. ` +
        `Tulis "menjadi ${tell.value("targetWorkers")} peserta" atau "menambah ${tell.computed("gap")} peserta".`
      );
    },
    en: (tell) => {
      const adding = needed(tell);
      return (
        `"Becoming", not "adding", ${tell.value("targetWorkers")} participants: that is how many there are once the target${tell.has("target") ? ` ${tell.printed("target")}` : ""} is reached ` +
        `(labour force ${tell.value("labor")}, active now ${tell.value("active")}). ` +
        (adding
          ? `Adding that many from ${tell.printed("coverage")} would need a labour force of ${adding.labor}${adding.tooMany ? `, more than the population ${tell.printed("population")}` : ""}. `
          : "") +
        `${tell.computed("gap")} are added. ` +
        `Print "becoming ${tell.value("targetWorkers")} participants" or "adding ${tell.computed("gap")} participants".`
      );
    },
  },
  examples: [
    {
      note: {
        id: "Kab. Sinjai, Juni 2025, dengan jumlah penduduk SP2020 (BPS)",
        en: "Sinjai Regency, June 2025, with the population of the 2020 census (BPS)",
      },
      figures: {
        coverage: "33,6 %",
        target: "40 %",
        addition: "sekitar 50 ribu",
        population: "259.478",
      },
      gives: "error",
    },
    {
      note: { id: "Kendari ke 42,06 %, tambahan benar", en: "Kendari to 42.06 %, a right addition" },
      figures: { labor: "140.940", active: "49.397", target: "42,06 %", addition: "9.883" },
      gives: "silent",
    },
  ],
};
