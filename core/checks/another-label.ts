// Reading: a figure carries another's label; for the mix-ups that have no sentence of their own.
import type { Told } from "./check";
import { roleOf } from "./figures";
import { proof } from "./prove";

export const anotherLabel: Told = {
  name: "another-label",
  about: { id: "Satu angka memakai label angka lain", en: "A figure carries another's label" },
  words(tell, was, is) {
    const why = proof(tell, [is]);
    const value = tell.value(roleOf(is));
    return {
      id: `${value} tertulis sebagai ${tell.name(was)}, tetapi semua angka cocok bila itu ${tell.name(is)}${why}. Ganti labelnya menjadi ${tell.name(is)}, dan periksa ${tell.name(was)} ke sumbernya.`,
      en: `${value} is printed as ${tell.name(was)}, but all numbers agree when it is ${tell.name(is)}${why}. Relabel it ${tell.name(is)}, and look up ${tell.name(was)} at the source.`,
    }[tell.language];
  },
  examples: [
    {
      note: {
        id: "Kendari; angkatan kerja tertulis dua kali sebagai contoh",
        en: "Kendari; the labour force printed twice as an example",
      },
      figures: { labor: "140.940", active: "140.940", uncovered: "91.543", coverage: "35,05 %" },
      gives: "error",
    },
    {
      note: { id: "Kendari sebagaimana dicetak", en: "Kendari as printed" },
      figures: { labor: "140.940", active: "49.397", uncovered: "91.543", coverage: "35,05 %" },
      gives: "silent",
    },
  ],
};
