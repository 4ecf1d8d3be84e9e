// UCJ_ROLLUP: one row per key with sums, coverage and rank, spilled with its header and a total row.
import { type Answer, defineRange } from "../define";
import { active, labor } from "../params";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { BREAKDOWN } from "../segments";
import { atRow, noLabor, noTotal, sameRows } from "../sentences";

export const rollup = defineRange({
  name: "UCJ_ROLLUP",
  group: "segmen",
  about: {
    id: "Rekap per kunci (misalnya kecamatan): jumlah, cakupan, peringkat, dan baris jumlah, dari daftar panjang",
    en: "Roll-up by key (such as a district): sums, coverage, rank and a total row, from a long list",
  },
  params: [
    {
      name: "keys",
      kind: "text",
      label: { id: "Kunci", en: "Keys" },
      about: {
        id: "Kolom nama: kecamatan, desa, OPD; huruf besar-kecil dan spasi di tepi tidak dibedakan",
        en: "Column of names: districts, villages, offices; case and outer spaces do not matter",
      },
    },
    labor,
    active,
  ],
  result: {
    about: {
      id: "Tabel: kelompok, angkatan kerja, peserta aktif, belum terlindungi, cakupan, peringkat (1 tertinggi)",
      en: "Table: group, labour force, active participants, not covered, coverage, rank (1 is the highest)",
    },
    format: "text",
  },
  keywords: {
    id: "rekap rekapitulasi kelompok kecamatan desa peringkat pivot",
    en: "roll-up group summary district ranking pivot",
  },
  sources: [
    {
      id: "Tata letak rekap Dashboard UCJ; cakupan jumlah = Σ peserta aktif ÷ Σ angkatan kerja",
      en: "Layout of the UCJ dashboard; total coverage = Σ active ÷ Σ labour force",
    },
  ],
  see: ["UCJ_TOTAL_COVERAGE", "UCJ_SEGMENTS"],
  examples: [
    {
      note: {
        id: "Kendari dan Konawe (Sulawesi Tenggara), Banyumas (Jawa Tengah), 2025",
        en: "Kendari and Konawe (Southeast Sulawesi), Banyumas (Central Java), 2025",
      },
      args: [
        [["Sulawesi Tenggara"], ["Jawa Tengah"], [" sulawesi tenggara"]],
        [[140940], [684654], [79388]],
        [[49397], [214687], [27636]],
      ],
      gives: [
        ["Kelompok", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Peringkat"],
        ["Sulawesi Tenggara", 220328, 77033, 143295, 0.34962873534003847, 1],
        ["Jawa Tengah", 684654, 214687, 469967, 0.31357006604796, 2],
        ["Jumlah", 904982, 291720, 613262, 0.3223489527968512, ""],
      ],
    },
    {
      note: { id: "Angka rekaan: peringkat sama", en: "Invented: a shared rank" },
      args: [
        [["A"], ["B"], ["C"]],
        [[100], [200], [100]],
        [[20], [100], [50]],
      ],
      gives: [
        ["Kelompok", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Peringkat"],
        ["A", 100, 20, 80, 0.2, 3],
        ["B", 200, 100, 100, 0.5, 1],
        ["C", 100, 50, 50, 0.5, 1],
        ["Jumlah", 400, 170, 230, 0.425, ""],
      ],
    },
    {
      note: { id: "Kolom berbeda panjang", en: "Columns of different length" },
      args: [[["A"], ["B"]], [[100], [200]], [[50]]],
      gives: "#VALUE!",
    },
  ],
  spill: (keys, labor, active) => {
    const unequal = sameRows(keys, labor, active);
    if (unequal) return unequal;
    const groups: Group[] = [];
    // By every spelling seen, so that a repeated one costs a single look-up; a key that is a refusal has its own row.
    const bySpelling = new Map<unknown, Group>();
    const groupFor = (key: Answer): Group => {
      const name = typeof key === "string" ? key.trim() : key;
      const folded = typeof name === "string" ? name.toLowerCase() : name;
      let group = bySpelling.get(folded);
      if (!group) {
        group = { name, labor: 0, active: 0, bad: undefined };
        groups.push(group);
      }
      bySpelling.set(folded, group).set(key, group);
      return group;
    };
    let firstBad: Refusal | undefined;
    for (let i = 0; i < keys.values.length; i++) {
      const key = keys.values[i] as string | Refusal;
      const l = labor.values[i] as number | Refusal;
      const a = active.values[i] as number | Refusal;
      if (key === "" && labor.empty(i) && active.empty(i)) continue;
      const group = bySpelling.get(key) ?? groupFor(key);
      if (typeof key === "string" && key !== "" && typeof l === "number" && typeof a === "number") {
        group.labor += l;
        group.active += a;
      } else {
        group.bad ??= atRow(i, [key, l, a].find(isRefusal) ?? noKey());
        firstBad ??= noTotal(i);
      }
    }
    const total: Group = { name: BREAKDOWN.total.id, labor: 0, active: 0, bad: firstBad };
    for (const group of groups) {
      total.labor += group.labor;
      total.active += group.active;
    }
    const rows = groups.map(rowOf);
    const rank = new Map<Answer | undefined, number>();
    const highestFirst = rows.map((row) => row[4] as Answer).filter((share) => typeof share === "number");
    highestFirst
      .sort((x, y) => y - x)
      .forEach((share, i) => {
        if (!rank.has(share)) rank.set(share, i + 1);
      });
    const { labor: l, active: a, uncovered, coverage } = BREAKDOWN;
    return [
      ["Kelompok", l.id, a.id, uncovered.id, coverage.id, "Peringkat"],
      ...rows.map((row) => [...row, rank.get(row[4]) ?? (row[4] as Answer)]),
      [...rowOf(total), ""],
    ];
  },
});

interface Group {
  readonly name: Answer;
  labor: number;
  active: number;
  bad: Refusal | undefined;
}

const rowOf = ({ name, labor, active, bad }: Group): Answer[] =>
  bad
    ? [name, bad, bad, bad, bad]
    : [name, labor, active, labor - active, labor > 0 ? active / labor : noLabor()];

const noKey = (): Refusal =>
  refuse("kuncinya kosong; isi namanya", "its key is blank; enter the name", "missing");
