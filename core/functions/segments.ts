// UCJ_SEGMENTS: the breakdown by segment, spilled with its header and a total row that is a ratio of sums.
import { type Answer, defineRange } from "../define";
import { active, labor } from "../params";
import { isRefusal } from "../refuse";
import { BREAKDOWN } from "../segments";
import { noLabor, noTotal, sameRows } from "../sentences";

export const segments = defineRange({
  name: "UCJ_SEGMENTS",
  group: "segmen",
  about: {
    id: "Rincian per segmen: belum terlindungi, cakupan, kontribusi, dan baris jumlah (rasio dari jumlah)",
    en: "Breakdown by segment: not covered, coverage, contribution, and a total row (ratio of sums)",
  },
  params: [
    {
      name: "segments",
      kind: "text",
      label: { id: "Segmen", en: "Segments" },
      about: {
        id: "Kolom nama segmen: PU, BPU, Jakon, PMI, atau nama lain",
        en: "Column of segment names: PU, BPU, Jakon, PMI, or others",
      },
    },
    labor,
    active,
  ],
  result: {
    about: {
      id: "Tabel: segmen, angkatan kerja, peserta aktif, belum terlindungi, cakupan, kontribusi",
      en: "Table: segment, labour force, active participants, not covered, coverage, contribution",
    },
    format: "text",
  },
  keywords: {
    id: "segmen rincian PU BPU Jakon PMI tabel kontribusi",
    en: "segment breakdown formal informal table",
  },
  sources: [
    {
      id: "Tata letak tabel segmen Dashboard UCJ; cakupan jumlah = Σ peserta aktif ÷ Σ angkatan kerja",
      en: "Segment layout of the UCJ dashboard; total coverage = Σ active ÷ Σ labour force",
    },
  ],
  see: ["UCJ_COVERAGE"],
  examples: [
    {
      note: {
        id: "Kota Batam, November 2025 (angka dibulatkan ribuan oleh sumber)",
        en: "Batam City, November 2025 (rounded to thousands by the source)",
      },
      args: [
        [["PU"], ["BPU"], ["Jakon"], ["PMI"]],
        [[349000], [205000], [101000], [4000]],
        [[343000], [77000], [43700], [1180]],
      ],
      gives: [
        ["Segmen", "Angkatan kerja", "Peserta aktif", "Belum terlindungi", "Cakupan", "Kontribusi"],
        ["PU", 349000, 343000, 6000, 343000 / 349000, 343000 / 464880],
        ["BPU", 205000, 77000, 128000, 77000 / 205000, 77000 / 464880],
        ["Jakon", 101000, 43700, 57300, 43700 / 101000, 43700 / 464880],
        ["PMI", 4000, 1180, 2820, 1180 / 4000, 1180 / 464880],
        ["Jumlah", 659000, 464880, 194120, 464880 / 659000, 1],
      ],
    },
    {
      note: { id: "Kolom berbeda panjang", en: "Columns of different length" },
      args: [[["PU"], ["BPU"]], [[100], [200]], [[50]]],
      gives: "#VALUE!",
    },
  ],
  spill: (segments, labor, active) => {
    const names = segments.values;
    const unequal = sameRows(segments, labor, active);
    if (unequal) return unequal;
    const used = names.flatMap((_, i) => (names[i] === "" && labor.empty(i) && active.empty(i) ? [] : [i]));
    const refusedAt = used.find((i) => isRefusal(labor.values[i]) || isRefusal(active.values[i]));
    const sum = (column: { values: readonly unknown[] }): number =>
      used.reduce((total, i) => total + (column.values[i] as number), 0);
    const whole = refusedAt === undefined ? { labor: sum(labor), active: sum(active) } : undefined;
    const unsummed = noTotal(refusedAt ?? 0);
    const share = (part: number, all: number): Answer => (all > 0 ? part / all : noLabor());
    const rows = used.map((i): Answer[] => {
      const l = labor.values[i] as Answer;
      const a = active.values[i] as Answer;
      const name = names[i] as Answer;
      if (typeof l !== "number" || typeof a !== "number") {
        const why = typeof l === "number" ? a : l;
        return [name, l, a, why, why, why];
      }
      // A segment nobody is active in has no part in a total of nobody.
      const part = whole ? (whole.active > 0 ? a / whole.active : 0) : unsummed;
      return [name, l, a, l - a, share(a, l), part];
    });
    const { segment, labor: l, active: a, uncovered, coverage, contribution, total } = BREAKDOWN;
    const foot: Answer[] = whole
      ? [total.id, whole.labor, whole.active, whole.labor - whole.active, share(whole.active, whole.labor), 1]
      : [total.id, unsummed, unsummed, unsummed, unsummed, unsummed];
    return [[segment.id, l.id, a.id, uncovered.id, coverage.id, contribution.id], ...rows, foot];
  },
});
