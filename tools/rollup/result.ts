// The counted groups as figures: the labour force from a second file, order, sums, and whether the rows reconcile.
import type { Heading } from "../../core/headers";
import { type Refusal, refuse } from "../../core/refuse";
import { type Counted, type Group, keyOf, type Reason } from "./count";

export interface Result {
  readonly keys: readonly Heading[];
  readonly groups: readonly Group[];
  readonly rowsIn: number;
  readonly counted: number;
  readonly listed: ReadonlyMap<Reason, number>;
  /** Of the second file. */
  readonly baseListed: ReadonlyMap<Reason, number>;
  readonly withoutNik: number | undefined;
  readonly asOf: string | undefined;
  /** Places of the second file where nobody is registered. */
  readonly added: number;
}

const inOrder = (a: Group, b: Group): number => {
  for (let i = 0; i < a.names.length; i++) {
    const [x, y] = [a.names[i] as string, b.names[i] as string];
    if (x.toLowerCase() !== y.toLowerCase()) return x.toLowerCase() < y.toLowerCase() ? -1 : 1;
  }
  return 0;
};

/** One spelling of a place in all its rows: the one that most rows have. */
function spelledAlike(groups: readonly Group[]): Group[] {
  const spellings = new Map<string, Map<string, number>>();
  const pathOf = ({ names }: Group, i: number): string =>
    names
      .slice(0, i + 1)
      .join("\n")
      .toLowerCase();
  for (const group of groups)
    group.names.forEach((name, i) => {
      const path = pathOf(group, i);
      const own = spellings.get(path) ?? new Map<string, number>();
      spellings.set(path, own.set(name, (own.get(name) ?? 0) + group.rows));
    });
  const usual = new Map(
    [...spellings].map(([path, own]) => [path, [...own].reduce((a, b) => (b[1] > a[1] ? b : a))[0]]),
  );
  return groups.map((group) => ({
    ...group,
    names: group.names.map((name, i) => usual.get(pathOf(group, i)) ?? name),
  }));
}

export function resultOf(counted: Counted, base: Counted | undefined): Result | Refusal {
  if (!counted.hasActive)
    return refuse(
      "Berkas ini memuat angkatan kerja, tetapi tidak ada kolom Peserta aktif dan tidak ada kolom Status (Aktif atau Tidak aktif). Beri judul pada kolom itu.",
      "The file holds the labour force, but neither active participants nor a Status column (active or not). Give that column a heading.",
    );
  let groups: Group[] = counted.groups.map((group) => ({ ...group }));
  let added = 0;
  if (base) {
    const labor = new Map(base.groups.map((group) => [keyOf(group), group]));
    const known = new Set(groups.map(keyOf));
    if (groups.length === 0 && (counted.listed.get("base") ?? 0) > 0)
      return refuse(
        "Tidak satu pun wilayah di berkas angkatan kerja sama namanya dengan berkas peserta. Samakan penulisannya (misalnya Kota Kendari, bukan Kendari).",
        "No place of the labour force file has a name of the participants' file. Write them alike (Kota Kendari, not Kendari).",
      );
    groups = groups.map((group) => ({ ...group, labor: labor.get(keyOf(group))?.labor ?? 0 }));
    for (const [key, group] of labor)
      if (!known.has(key)) {
        groups.push({ names: group.names, labor: group.labor, active: 0, rows: 0 });
        added++;
      }
  } else if (!counted.hasLabor)
    return refuse(
      "Berkas ini hanya memuat peserta: tidak ada kolom Status (aktif atau tidak) dan tidak ada kolom Angkatan kerja, jadi cakupan tidak bisa dihitung. Sertakan angkatan kerja per wilayah: --angkatan-kerja angkatan.csv.",
      "The file holds participants only: there is no Status column (active or not) and no labour force, so there is no coverage. Give the labour force by place: --labor labour.csv.",
    );
  const numbers = groups.reduce((sum, { rows }) => sum + rows, 0);
  const apart = [...counted.listed.values()].reduce((sum, rows) => sum + rows, 0);
  if (numbers + apart !== counted.rowsIn)
    return refuse(
      `Jumlah baris tidak cocok: masuk ${counted.rowsIn}, dihitung ${numbers}, didaftar ${apart}. Tidak ada yang ditulis; laporkan kejadian ini.`,
      `The rows do not reconcile: ${counted.rowsIn} in, ${numbers} counted, ${apart} listed. Nothing was written; please report this.`,
    );
  if (groups.length === 0)
    return refuse(
      "Tidak ada baris yang bisa dihitung; lihat alasannya di daftar baris.",
      "No row can be counted; see the reasons in the list of rows.",
    );
  return {
    keys: counted.keys,
    groups: spelledAlike(groups).sort(inOrder),
    rowsIn: counted.rowsIn,
    counted: numbers,
    listed: counted.listed,
    baseListed: base?.listed ?? new Map(),
    withoutNik: counted.withoutNik,
    asOf: counted.asOf,
    added,
  };
}
