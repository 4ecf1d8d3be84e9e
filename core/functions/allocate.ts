// UCJ_ALLOCATE: shares out a whole number by weights so that the parts add up exactly.
import { defineRange } from "../define";
import { floorMulDiv } from "../exact";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { atRow, only } from "../sentences";

export const allocate = defineRange({
  name: "UCJ_ALLOCATE",
  group: "segmen",
  about: {
    id: "Bagi suatu jumlah orang menurut bobot; bagian-bagiannya bilangan bulat dan jumlahnya tepat",
    en: "Share out a number of people by weights; the parts are whole and add up exactly",
  },
  params: [
    {
      name: "total",
      kind: "people",
      label: { id: "Jumlah yang dibagi", en: "Total to share out" },
      about: {
        id: "Bilangan bulat, misalnya tambahan peserta",
        en: "A whole number, such as participants to add",
      },
    },
    {
      name: "weights",
      kind: "figure",
      label: { id: "Bobot", en: "Weights" },
      about: {
        id: "Rentang bobot, misalnya jumlah yang belum terlindungi; bobot kosong atau 0 mendapat 0",
        en: "Range of weights, such as people not covered; a blank or 0 weight gets 0",
      },
    },
  ],
  result: {
    about: {
      id: "Orang, sebentuk dengan bobot; sisa pembulatan untuk pecahan terbesar, bila sama untuk baris lebih atas",
      en: "People, in the shape of the weights; left-over units go to the largest fractions, ties to the earlier row",
    },
    format: "people",
  },
  keywords: {
    id: "bagi alokasi pembagian kuota target kecamatan proporsional",
    en: "allocate share out quota proportional largest remainder",
  },
  sources: [
    {
      id: "Metode sisa terbesar (Hare–Niemeyer)",
      en: "Largest remainder method (Hare–Niemeyer)",
    },
  ],
  see: ["UCJ_NEEDED", "UCJ_ROLLUP"],
  examples: [
    {
      note: {
        id: "Tambahan 9.883 peserta Kendari menurut potensi PU, BPU, Jakon",
        en: "Kendari's 9,883 participants to add, by the potential of PU, BPU, Jakon",
      },
      args: [9883, [[88357], [36140], [16443]]],
      gives: [[6196], [2534], [1153]],
    },
    {
      note: {
        id: "Angka rekaan: bobot sama, sisa ke baris teratas",
        en: "Invented: equal weights, the rest to the top row",
      },
      args: [10, [[1], [1], [1]]],
      gives: [[4], [3], [3]],
    },
    {
      note: {
        id: "Angka rekaan: bobot persen, mendatar, satu kosong",
        en: "Invented: shares, in a row, one blank",
      },
      args: [2, [[0.1, 0.2, null, 0.3]]],
      gives: [[0, 1, 0, 1]],
    },
    {
      note: { id: "Semua bobot 0", en: "All weights 0" },
      args: [10, [[0], [0]]],
      gives: "#N/A",
    },
    {
      note: { id: "Bobot negatif", en: "A negative weight" },
      args: [10, [[5], [-1]]],
      gives: "#VALUE!",
    },
  ],
  spill: (total, weights) => {
    const amount = only(total);
    if (isRefusal(amount)) return amount;
    const badRow = weights.values.findIndex(isRefusal);
    if (badRow >= 0) return atRow(badRow, weights.values[badRow] as Refusal);
    const parts = shareOut(amount, inWholeNumbers(weights.values as readonly number[]));
    if (!parts)
      return refuse(
        "Semua bobot kosong atau 0; isi paling sedikit satu",
        "All weights are blank or 0; enter at least one",
        "missing",
      );
    const rows: number[][] = [];
    for (let i = 0; i < parts.length; i += weights.columns) rows.push(parts.slice(i, i + weights.columns));
    return rows;
  },
});

/**
 * Typed shares become whole numbers, so that 0.1, 0.2 and 0.3 tie as 1, 2 and 3 do; the sum stays a safe integer.
 * The sum keeps twelve digits or more: however small the weights, what is cut off them moves nobody.
 */
function inWholeNumbers(weights: readonly number[]): readonly number[] {
  const sum = sumOf(weights);
  let scale = 1;
  if (!weights.every(Number.isInteger)) while (sum * scale < 1e12 && scale < 1e300) scale *= 10;
  scale = Math.min(scale, 4e15 / sum);
  return scale === 1 ? weights : weights.map((weight) => Math.round(weight * scale));
}

const sumOf = (weights: readonly number[]): number => weights.reduce((all, weight) => all + weight, 0);

function shareOut(total: number, weights: readonly number[]): number[] | undefined {
  const sum = sumOf(weights);
  if (!(sum > 0)) return undefined;
  const parts = weights.map((weight) => floorMulDiv(total, weight, sum));
  const rest = weights.map((weight, i) => {
    const product = total * weight;
    return Number.isSafeInteger(product)
      ? product - (parts[i] as number) * sum
      : Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
  });
  const left = parts.reduce((all, part) => all - part, total);
  const largestFirst = rest
    .map((_, i) => i)
    .sort((a, b) => (rest[b] as number) - (rest[a] as number) || a - b);
  for (const i of largestFirst.slice(0, left)) parts[i] = (parts[i] as number) + 1;
  return parts;
}
