// Reading: the percentage printed as coverage is the achievement of the target.
import type { Reading } from "./check";

export const achievementAsCoverage: Reading = {
  name: "achievement-as-coverage",
  about: {
    id: "Persentase cakupan ternyata capaian terhadap target",
    en: "The percentage printed as coverage is the achievement of the target",
  },
  from: "coverage",
  to: "achievement",
  seen: true,
  words: {
    id: (tell) =>
      `${tell.value("achievement")} adalah capaian terhadap target, bukan cakupan: ` +
      `${tell.value("active")} ÷ ${tell.value("targetWorkers")} (target) = ${tell.computed("achievement")}. ` +
      `Cakupan dihitung terhadap angkatan kerja: ${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}. ` +
      `Sebut ${tell.value("achievement")} "capaian target", dan tulis cakupan ${tell.computed("coverage")}.`,
    en: (tell) =>
      `${tell.value("achievement")} is the achievement of the target, not coverage: ` +
      `${tell.value("active")} ÷ ${tell.value("targetWorkers")} (target) = ${tell.computed("achievement")}. ` +
      `Coverage is over the labour force: ${tell.value("active")} ÷ ${tell.value("labor")} = ${tell.computed("coverage")}. ` +
      `Call ${tell.value("achievement")} the "achievement of the target", and print coverage ${tell.computed("coverage")}.`,
  },
  examples: [
    {
      note: {
        id: "Maluku Utara; capaian 61,11 % ditulis cakupan sebagai contoh",
        en: "North Maluku; achievement 61.11 % printed as coverage, as an example",
      },
      figures: { labor: "424.131", active: "176.604", targetWorkers: "289.003", coverage: "61,11 %" },
      gives: "error",
    },
    {
      note: { id: "Maluku Utara sebagaimana dicetak", en: "North Maluku as printed" },
      figures: { labor: "424.131", active: "176.604", targetWorkers: "289.003", coverage: "41,64 %" },
      gives: "silent",
    },
  ],
};
