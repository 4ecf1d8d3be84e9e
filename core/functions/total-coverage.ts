// UCJ_TOTAL_COVERAGE: the coverage of several regions together, a ratio of sums and never a mean of shares.
import { defineRange } from "../define";
import { active, labor } from "../params";
import { isRefusal, refuse } from "../refuse";
import { atRow, noLabor, sameRows } from "../sentences";

export const totalCoverage = defineRange({
  name: "UCJ_TOTAL_COVERAGE",
  group: "capaian",
  about: {
    id: "Cakupan gabungan beberapa wilayah: jumlah peserta aktif dibagi jumlah angkatan kerja, bukan rata-rata persen",
    en: "Coverage of several regions together: the sum of participants over the sum of labour, not the mean of shares",
  },
  params: [
    {
      ...labor,
      name: "labor_range",
      about: {
        id: "Kolom angkatan kerja, orang; baris yang kosong di kedua kolom dilewati",
        en: "Column of the labour force, people; rows blank in both columns are skipped",
      },
    },
    {
      ...active,
      name: "active_range",
      about: {
        id: "Kolom peserta aktif, orang, dengan baris yang sama; nol yang benar-benar nol diketik '0",
        en: "Column of active participants, people, the same rows; type a zero that is truly zero as '0",
      },
    },
  ],
  result: {
    about: {
      id: "Cakupan 0..1; di atas 1 berarti di atas 100 %",
      en: "Share 0..1; above 1 means above 100 %",
    },
    format: "share",
  },
  keywords: {
    id: "cakupan gabungan total provinsi jumlah rata-rata tertimbang",
    en: "total combined province weighted average coverage",
  },
  plain:
    'IF(2*COUNTIFS(labor_range,">0",active_range,">0")=COUNTIF(labor_range,">0")+COUNTIF(active_range,">0"),IF(SUM(labor_range)>0,SUM(active_range)/SUM(labor_range),NA()),NA())',
  sources: [
    {
      id: "Rata-rata persen menyesatkan: tujuh kabupaten Papua Barat 2023 bersama-sama 44,58 %, rata-rata persennya 39,62 %",
      en: "A mean of shares misleads: the seven regencies of West Papua in 2023 are 44.58 % together, their mean is 39.62 %",
    },
  ],
  see: ["UCJ_COVERAGE", "UCJ_ROLLUP", "UCJ_SEGMENTS"],
  examples: [
    {
      note: {
        id: "Kendari, Konawe, Banyumas: gabungannya 32,23 %, rata-rata persennya 33,74 %",
        en: "Kendari, Konawe, Banyumas: 32.23 % together, the mean of their shares is 33.74 %",
      },
      args: [
        [[140940], [79388], [684654]],
        [[49397], [27636], [214687]],
      ],
      gives: 0.3223489527968512,
    },
    {
      note: { id: "Baris yang belum diisi dilewati", en: "Rows not filled in yet are skipped" },
      args: [
        [[140940], [null], [79388]],
        [[49397], [null], [27636]],
      ],
      gives: 0.34962873534003847,
    },
    {
      note: { id: "Peserta aktif Konawe belum diisi", en: "Konawe's participants not filled in" },
      args: [
        [[140940], [79388]],
        [[49397], [null]],
      ],
      gives: "#N/A",
    },
    {
      note: { id: "Kolom berbeda panjang", en: "Columns of different length" },
      args: [[[140940], [79388]], [[49397]]],
      gives: "#VALUE!",
      plainDiffers: true,
    },
  ],
  spill: (labor, active) => {
    const unequal = sameRows(labor, active);
    if (unequal) return unequal;
    let whole = 0;
    let covered = 0;
    for (let i = 0; i < labor.values.length; i++) {
      const l = labor.values[i];
      const a = active.values[i];
      if (isRefusal(l)) return atRow(i, l);
      if (isRefusal(a)) return atRow(i, a);
      if (labor.empty(i) && active.empty(i)) continue;
      if (labor.empty(i)) return atRow(i, noLabor());
      if (active.empty(i)) return atRow(i, noActive());
      whole += l as number;
      covered += a as number;
    }
    return whole > 0 ? covered / whole : noLabor();
  },
});

const noActive = () =>
  refuse(
    "peserta aktif kosong atau 0; bila memang nol ketik '0",
    "active participants are blank or 0; if truly none type '0",
    "missing",
  );
