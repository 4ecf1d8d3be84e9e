// Check: more active participants than labour force, or coverage above 100 per cent: possible, so a warning.
import { capital, type Finding, inBoth, type Look, writeFigure } from "./check";

const NAME = "above-full-coverage";

export const aboveFullCoverage: Look = {
  name: NAME,
  about: {
    id: "Peserta aktif tidak melebihi angkatan kerja",
    en: "Active participants do not exceed the labour force",
  },
  look(figures): readonly Finding[] {
    const rows = [
      { at: "", name: "", row: figures },
      ...(figures.segments ?? []).map((row, i) => ({ at: `segments.${i}.`, name: row.name, row })),
    ];
    return rows.flatMap(({ at, name, row: { labor, active, coverage } }): Finding[] => {
      const more = labor !== undefined && active !== undefined && active.value > labor.value;
      if (!more && !(coverage && coverage.value > 1)) return [];
      return [
        {
          check: NAME,
          severity: "warning",
          keys: more ? [`${at}active`, `${at}labor`] : [`${at}coverage`],
          words: inBoth((language) => {
            const whose = name ? `${name}: ` : "";
            const figure = (key: "labor" | "active" | "coverage", value: typeof labor): string =>
              value ? writeFigure(key, value, language) : "";
            return {
              id: capital(
                `${whose}${more ? `peserta aktif ${figure("active", active)} melebihi angkatan kerja ${figure("labor", labor)}` : `cakupan ${figure("coverage", coverage)} di atas 100 %`}. Bisa benar, karena peserta dihitung menurut domisili NIK; periksa apakah dasar dan tanggalnya sama.`,
              ),
              en: capital(
                `${whose}${more ? `${figure("active", active)} active participants exceed a labour force of ${figure("labor", labor)}` : `coverage ${figure("coverage", coverage)} is above 100 %`}. It can be right, since participants are counted by NIK domicile; check that base and date are the same.`,
              ),
            }[language];
          }),
        },
      ];
    });
  },
  examples: [
    {
      note: { id: "Angka rekaan", en: "Invented" },
      figures: { labor: "2.350", active: "2.410" },
      gives: "warning",
    },
    {
      note: { id: "Kab. Konawe", en: "Konawe Regency" },
      figures: { labor: "79.388", active: "27.636" },
      gives: "silent",
    },
  ],
};
