// Sentences that several tables print below their figures.
import { writeNumber, writePercent } from "../numbers";
import type { Language, Words } from "../words";
import type { Got } from "./frame";
import { listed } from "./listed";
import type { Source } from "./source";

export const ratioNote = (language: Language): string =>
  language === "id"
    ? "Cakupan pada baris Jumlah adalah jumlah peserta aktif ÷ jumlah angkatan kerja, bukan rata-rata persentase."
    : "Coverage in the Total row is total active ÷ total labour force, not a mean of percentages.";

/** Regions above 100 %: shown as they are, and named. */
export function aboveNote(names: readonly string[], language: Language): string | undefined {
  if (names.length === 0) return undefined;
  return language === "id"
    ? `Peserta aktif melebihi angkatan kerja pada: ${listed(names, language)}. Penyebab yang lazim: peserta dihitung menurut domisili NIK.`
    : `Active participants exceed the labour force in: ${listed(names, language)}. A usual cause: participants are counted by NIK domicile.`;
}

/** Rows without one of the two figures: the total coverage waits for them. */
export function incompleteNote(names: readonly string[], language: Language): string | undefined {
  if (names.length === 0) return undefined;
  return language === "id"
    ? `Angkanya belum lengkap pada: ${listed(names, language)}. Cakupan Jumlah terhitung sesudah keduanya terisi.`
    : `Figures are missing in: ${listed(names, language)}. Total coverage appears once both are filled in.`;
}

/** Rows without a target: the totals of targets are not compared with people of other rows. */
export function untargetedNote(names: readonly string[], language: Language): string | undefined {
  if (names.length === 0) return undefined;
  return language === "id"
    ? `Belum ada target untuk: ${listed(names, language)}. Target dan gap pada baris jumlahnya terhitung sesudah semua target terisi.`
    : `There is no target for: ${listed(names, language)}. Target and gap in the total row appear once every target is filled in.`;
}

/** Raw rows with one of the two figures: summed as they are, and said, for one such row must not empty a province. */
export function unevenNote(source: Source, language: Language): string | undefined {
  const [labor, active] = [source.numbers.get("labor"), source.numbers.get("active")];
  if (!labor || !active) return undefined;
  const rows: number[] = [];
  for (let i = 0; i < labor.length; i++)
    if (Number.isNaN(labor[i]) !== Number.isNaN(active[i]))
      rows.push(source.block.row + (source.rows[i] as number) + 1);
  if (rows.length === 0) return undefined;
  return language === "id"
    ? `Baris sumber yang hanya berisi salah satu dari angkatan kerja dan peserta aktif: ${listed(rows, "id")}. Cakupan di atasnya menghitung yang kosong sebagai 0; lengkapi dulu.`
    : `Source rows with only one of labour force and active participants: ${listed(rows, "en")}. Coverage above them takes the blank as 0; fill them in.`;
}

/** Sums whose source rows lie too scattered for a formula. */
export const brokenNote = (count: number, by: Words, language: Language): string | undefined =>
  count === 0
    ? undefined
    : language === "id"
      ? `${writeNumber(count, "id")} sel berisi angka mati, karena baris sumbernya terpencar; urutkan sumbernya menurut ${by.id}, lalu segarkan tabel agar tersambung.`
      : `${writeNumber(count, "en")} cells hold fixed numbers, because their source rows lie scattered; sort the source by ${by.en} and refresh the table to link them.`;

/** The names of rows for which something holds. */
export const namesWhere = (count: number, got: Got, holds: (row: number) => boolean): string[] =>
  Array.from({ length: count }, (_, i) => i)
    .filter(holds)
    .map((i) => String(got.cell(i, "name")));

/** Both figures, and no target to compare them with. */
export const isUntargeted = (got: Got) => (i: number) =>
  typeof got.cell(i, "labor") === "number" &&
  typeof got.cell(i, "active") === "number" &&
  typeof got.cell(i, "targetWorkers") !== "number";

export const isAbove = (got: Got) => (i: number) => {
  const [labor, active] = [got.cell(i, "labor"), got.cell(i, "active")];
  return typeof labor === "number" && typeof active === "number" && active > labor;
};
export const isIncomplete = (got: Got) => (i: number) =>
  (typeof got.cell(i, "labor") === "number") !== (typeof got.cell(i, "active") === "number");

export const percent = (value: number | string, language: Language): string =>
  typeof value === "number" ? writePercent(value, language) : "–";
export const people = (value: number | string, language: Language): string =>
  typeof value === "number" ? writeNumber(value, language) : "–";
