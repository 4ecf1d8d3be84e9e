// One case or more of every kind of table, for judges that look at all of them: the examples, and odd but lawful sources.
import type { BlockCell } from "../../../core/block";
import { TABLES, tableKind } from "../../../core/tables/all";
import type { TableKind, Typed } from "../../../core/tables/kind";
import type { Language } from "../../../core/words";

export interface Case {
  readonly kind: TableKind;
  readonly cells: BlockCell[][] | undefined;
  readonly typed: Typed;
  readonly language: Language;
}

const odd = (
  id: string,
  cells: BlockCell[][] | undefined,
  typed: Typed = {},
  language: Language = "id",
): Case => ({
  kind: tableKind(id),
  cells,
  typed,
  language,
});

const EXAMPLES = TABLES.flatMap((kind): Case[] =>
  (["id", "en"] as const).map((language) => ({
    kind,
    cells: kind.example.cells?.map((line) => [...line]),
    typed: kind.example.typed,
    language,
  })),
);

export const CASES: readonly Case[] = [
  ...EXAMPLES,
  odd(
    "summary",
    [
      [
        "Kabupaten",
        "Angkatan kerja",
        "Peserta aktif",
        "Cakupan tahun lalu",
        "Target",
        "Peserta aktif tahun lalu",
      ],
      ["A", 1000, 1100, 0.9, 0.995, 900],
      ["B", "2.000", 400, 0.25, 0.5, 500],
      ["C", 3000, null, null, 0.5, null],
      ["D", 0, 0, null, null, 0],
    ],
    { region: "Rekaan" },
  ),
  odd("segment", [
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", 1000, 900],
    ["BPU", null, 500],
    ["Jakon", 200, 300],
  ]),
  odd(
    "segment",
    [
      ["Segmen", "Angkatan kerja", "Peserta aktif"],
      ["PU", 10, 9],
      ["BPU", 30, 5],
    ],
    { view: "formal" },
  ),
  odd(
    "ranking",
    [
      ["Wilayah", "Angkatan kerja", "Belum terlindungi", "Target"],
      ["A", 1000, -100, 0.5],
      ["B", 2000, 1000, 0.5],
      ["C", 500, 250, 0.7],
      ["D", 800, 600, null],
      ["E", 900, 850, 0.2],
    ],
    { show: "both", n: "1", target: "40%" },
  ),
  odd(
    "ranking",
    [
      ["Wilayah", "Angkatan kerja", "Peserta aktif"],
      ["A", 10, 5],
      ["B", 20, 10],
    ],
    { by: "uncovered" },
  ),
  odd(
    "districts",
    [
      ["Provinsi", "Kabupaten", "Kecamatan", "Desa", "Angkatan kerja", "Peserta aktif", "Target (orang)"],
      ["P", "K1", "C1", "D1", 1000, 900, 950],
      [null, null, null, "D2", "3.000", 300, 1500],
      [null, "K2", "C2", "D3", 200, 210, 100],
      ["Q", "K3", "C3", "D4", 4000, null, 2000],
      ["P", "K1", "C1", "D1", 10, 1, 5],
    ],
    { minimum: "100" },
  ),
  odd(
    "group",
    [
      ["Kelompok", "Potensi", "Terlindungi"],
      ["Guru", 10, 12],
      ["Nelayan", 0, 0],
      ["GTK", 5, null],
    ],
    {
      target: "43,54%",
    },
  ),
  odd("budget", [
    ["Sumber dana", "Pekerja", "Bulan", "Iuran", "Anggaran"],
    ["APBD", 1000, 12, 16800, null],
    ["CSR", null, 6, 16800, 50000000],
    ["Baznas", 10, 0, 16800, 1000],
  ]),
  odd(
    "budget",
    [
      ["Sumber dana", "Anggaran"],
      ["APBD", 3000000000],
      ["CSR", "Rp1,86 miliar"],
    ],
    {
      labor: "140.940",
      active: "49.397",
    },
  ),
  odd(
    "path",
    [
      ["Tahun", "Angkatan kerja", "Peserta aktif", "Target (orang)"],
      [2025, 2994131, 1149447, null],
      [2026, "3.155.742", null, 1436809],
      [2030, null, null, 1900000],
    ],
    { end: "2035", wagePart: "60%", laborGrowth: "1,37%" },
  ),
  odd("path", undefined, { coverage: "33,6%", year: "2024", end: "2030", growth: "12,34%", target: "80%" }),
  odd("path", undefined, { labor: "1000", active: "1100", year: "2025", end: "2028", laborGrowth: "10%" }),
  odd(
    "progress",
    [
      ["Bulan", "Tambahan"],
      [1, 100],
      [2, -30],
      [3, null],
      [4, 50],
    ],
    { start: "1.000", goal: "1.601" },
  ),
  odd("progress", undefined, { start: "990", labor: "1.000" }),
  odd(
    "scenario",
    [
      ["Tahun", "Angkatan kerja", "Peserta aktif", "Target", "Anggaran"],
      [2025, 140940, 49397, null, null],
      [2026, "142.000", null, "42,06%", 3000000000],
      [2027, null, null, "50%", "Rp4 miliar"],
    ],
    { end: "2032", budgetGrowth: "7,5%" },
  ),
];
