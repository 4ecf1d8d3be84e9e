// Reading: two figures carry each other's label.
import { capital, list, type Told } from "./check";
import { roleOf } from "./figures";
import { proof } from "./prove";

export const labelsSwapped: Told = {
  name: "labels-swapped",
  about: { id: "Dua angka bertukar label", en: "Two figures carry each other's label" },
  words(tell, a, b) {
    const why = proof(tell, [a, b]);
    const names = list([tell.name(a), tell.name(b)], tell.language);
    return {
      id: `Label ${names} tertukar. Dengan ${tell.value(roleOf(a))} sebagai ${tell.name(a)} dan ${tell.value(roleOf(b))} sebagai ${tell.name(b)}, semua angka cocok${why}. Tukar kedua label itu.`,
      en: `${capital(names)} carry each other's label. With ${tell.value(roleOf(a))} as ${tell.name(a)} and ${tell.value(roleOf(b))} as ${tell.name(b)}, all numbers agree${why}. Swap the two labels.`,
    }[tell.language];
  },
  examples: [
    {
      note: {
        id: "Konawe; angkatan kerja dan peserta aktif ditukar sebagai contoh",
        en: "Konawe; labour force and active swapped as an example",
      },
      figures: { labor: "27.636", active: "79.388", uncovered: "51.752", coverage: "34,81 %" },
      gives: "error",
    },
    {
      note: { id: "Konawe sebagaimana dicetak", en: "Konawe as printed" },
      figures: { labor: "79.388", active: "27.636", uncovered: "51.752", coverage: "34,81 %" },
      gives: "silent",
    },
  ],
};
