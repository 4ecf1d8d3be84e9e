// UCJ_JAKON: the JKK and JKM contribution of a construction contract, layer by layer.
import { define, type Param } from "../define";
import { roundMulDiv } from "../exact";
import { JAKON } from "../law";
import { blankOrZero } from "../sentences";

const contractValue = {
  name: "contract_value",
  kind: "rupiah",
  label: { id: "Nilai kontrak", en: "Contract value" },
  about: { id: "Nilai kontrak tanpa PPN, rupiah", en: "Contract value without VAT, rupiah" },
} as const satisfies Param;

export const jakon = define({
  name: "UCJ_JAKON",
  group: "anggaran",
  about: {
    id: "Iuran JKK + JKM proyek jasa konstruksi dari nilai kontrak (tanpa PPN), berlapis seperti tarif progresif",
    en: "JKK + JKM contribution of a construction project from its contract value (without VAT), in progressive layers",
  },
  params: [contractValue],
  result: {
    about: { id: "Rupiah, dibulatkan ke rupiah terdekat", en: "Rupiah, rounded to the nearest whole" },
    format: "rupiah",
  },
  keywords: {
    id: "jasa konstruksi proyek kontrak iuran jakon lapis",
    en: "construction project contract contribution layers",
  },
  plain: twin(),
  sources: [
    {
      id: "PP 44/2015 dan Permenaker 44/2015: 0,24 / 0,19 / 0,15 / 0,12 / 0,10 % per lapis",
      en: "PP 44/2015 and Permenaker 44/2015: 0.24 / 0.19 / 0.15 / 0.12 / 0.10 % by layer",
    },
  ],
  see: ["UCJ_BUDGET", "UCJ_RULE"],
  examples: [
    {
      note: { id: "Rp 80 juta: hanya lapis pertama", en: "Rp 80 million: the first layer only" },
      args: [80000000],
      gives: 192000,
    },
    {
      note: {
        id: "Rp 850 juta (tabel yang beredar keliru: 1.560.000)",
        en: "Rp 850 million (a table in circulation errs: 1,560,000)",
      },
      args: [850000000],
      gives: 1525000,
    },
    { note: { id: "Rp 1 miliar", en: "Rp 1 billion" }, args: [1000000000], gives: 1750000 },
    {
      note: { id: "Rp 10 miliar: kelima lapis", en: "Rp 10 billion: all five layers" },
      args: [10000000000],
      gives: 11550000,
    },
    {
      note: {
        id: "Angka rekaan: setengah rupiah dibulatkan ke atas",
        en: "Invented: half a rupiah rounds up",
      },
      args: [80000625],
      gives: 192002,
    },
    {
      note: { id: "Nilai kontrak belum diisi", en: "Contract value not filled in" },
      args: [0],
      gives: "#N/A",
    },
  ],
  compute: (contract_value) => {
    if (!(contract_value > 0)) return blankOrZero(contractValue, "850000000");
    let rupiah = 0;
    for (const [i, { above, jkk, jkm }] of JAKON.entries()) {
      const part = Math.min(contract_value, JAKON[i + 1]?.above ?? contract_value) - above;
      const rate = jkk + jkm;
      // Every full layer pays whole rupiah, so rounding the last one rounds the sum.
      if (part > 0)
        rupiah += Number.isInteger(part) ? roundMulDiv(part, rate, 10000) : Math.round((part * rate) / 10000);
    }
    return rupiah;
  },
});

/** The same as one rate on everything, less what each higher layer saves. */
function twin(): string {
  const terms = JAKON.map(({ above, jkk, jkm }, i) => {
    const before = JAKON[i - 1];
    return before
      ? `-${before.jkk + before.jkm - jkk - jkm}*MAX(0,contract_value-${above})`
      : `${jkk + jkm}*contract_value`;
  });
  return `IF(contract_value>0,ROUND((${terms.join("")})/10000,0),NA())`;
}
