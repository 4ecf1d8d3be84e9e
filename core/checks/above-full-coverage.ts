// Check: more active participants than labour force, or coverage above 100 per cent: possible, so a warning.
import type { Words } from "../words";
import { capital, type Finding, inBoth, type Look, writeFigure } from "./check";
import type { Figure } from "./figures";

const NAME = "above-full-coverage";

const said = (what: Words): Words => ({
  id: `${what.id}. Bisa benar, karena peserta dihitung menurut domisili NIK; periksa apakah dasar dan tanggalnya sama.`,
  en: `${what.en}. It can be right, since participants are counted by NIK domicile; check that base and date are the same.`,
});

export const moreThanLabor = (active: Figure, labor: Figure): Words =>
  said(
    inBoth((language) => {
      const [a, l] = [writeFigure("active", active, language), writeFigure("labor", labor, language)];
      return {
        id: `Peserta aktif ${a} melebihi angkatan kerja ${l}`,
        en: `${capital(a)} active participants exceed a labour force of ${l}`,
      }[language];
    }),
  );

const above100 = (coverage: Figure): Words =>
  said(
    inBoth((language) => {
      const c = writeFigure("coverage", coverage, language);
      return { id: `Cakupan ${c} di atas 100 %`, en: `Coverage ${c} is above 100 %` }[language];
    }),
  );

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
      const more = labor && active && active.value > labor.value ? moreThanLabor(active, labor) : undefined;
      const words = more ?? (coverage && coverage.value > 1 ? above100(coverage) : undefined);
      if (!words) return [];
      const whose = name ? `${name}: ` : "";
      return [
        {
          check: NAME,
          severity: "warning",
          keys: more ? [`${at}active`, `${at}labor`] : [`${at}coverage`],
          words: { id: whose + words.id, en: whose + words.en },
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
