// What the sidebar understands of a selected block, and what it says to select instead.
import type { Block, BlockCell } from "../../core/block";
import { isRefusal } from "../../core/refuse";
import { KENDARI } from "../../core/samples";
import { judged, type Understood, understandSegments } from "../../core/tables/understand";

const block = (cells: BlockCell[][], more: Partial<Block> = {}): Block => ({
  sheet: "Data",
  row: 2,
  column: 1,
  cells,
  hiddenRows: [],
  merged: false,
  selected: cells.flat().length,
  ...more,
});

function read(cells: BlockCell[][], more?: Partial<Block>): Understood {
  const answer = understandSegments(block(cells, more));
  if (isRefusal(answer)) throw new Error(answer.refusal.id);
  return answer;
}

function refused(cells: BlockCell[][], more?: Partial<Block>): string {
  const answer = understandSegments(block(cells, more));
  if (!isRefusal(answer)) throw new Error("understood");
  expect(answer.refusal.en).not.toBe(answer.refusal.id);
  return answer.refusal.id;
}

const BATAM: BlockCell[][] = [
  ["Segmen", "Angkatan kerja", "Peserta aktif"],
  ["PU", 349000, 343000],
  ["BPU", 205000, 77000],
  ["Jakon", 101000, 43700],
  ["PMI", 4000, 1180],
];
const values = (understood: Understood) =>
  understood.figures.segments.map(({ name, labor, active }) => [name, labor?.value, active?.value]);

describe("a block that can be read", () => {
  test("Batam, as published", () => {
    const { figures, findings } = read(BATAM);
    expect(values({ figures, findings, read: [] })).toEqual([
      ["PU", 349000, 343000],
      ["BPU", 205000, 77000],
      ["Jakon", 101000, 43700],
      ["PMI", 4000, 1180],
    ]);
    expect(findings).toEqual([]);
  });

  test("columns in any order, English headings, other columns between", () => {
    const { figures } = read([
      ["Active participants", "Note", "Labour force", "Segment"],
      [343000, "x", 349000, "PU"],
      [77000, "y", 205000, "BPU"],
    ]);
    expect(values({ figures, findings: [], read: [] })).toEqual([
      ["PU", 349000, 343000],
      ["BPU", 205000, 77000],
    ]);
  });

  test("numeric cells are linked, numbers held as text are read and counted", () => {
    const { figures, read: lines } = read([
      ["Segmen", "Potensi tenaga kerja (orang)", "TK aktif"],
      ["PU", "88.357", 40000],
    ]);
    expect(figures.segments[0]).toEqual({
      name: "PU",
      labor: { value: 88357 },
      active: { value: 40000, from: "Data!D4" },
    });
    expect(lines.map((line) => line.id).join()).toContain("1 angka berupa teks");
  });

  test("a printed total is not counted as a segment, and a wrong one is named", () => {
    const right = read([...BATAM, ["Jumlah", 659000, 464880]]);
    expect(right.figures.segments).toHaveLength(4);
    expect(right.findings).toEqual([]);
    const wrong = read([...BATAM, ["Total", 661500, 464880]]);
    expect(wrong.findings[0]?.id).toContain("661.500");
    expect(wrong.findings[0]?.id).toContain("659.000");
  });

  test("a title above the headings, blank rows and dashes are passed over", () => {
    const { figures } = read([
      ["Rekap kepesertaan 2025", null, null],
      [null, null, null],
      ...BATAM.slice(0, 2),
      [null, null, null],
      ["BPU", 205000, "-"],
    ]);
    expect(values({ figures, findings: [], read: [] })).toEqual([
      ["PU", 349000, 343000],
      ["BPU", 205000, undefined],
    ]);
  });

  test("active above the labour force and a doubled segment are said, not refused", () => {
    const { findings } = read([BATAM[0] as BlockCell[], ["PU", 100, 120], ["Penerima Upah", 50, 20]]);
    expect(findings.map((finding) => finding.id).join("\n")).toMatch(
      /muncul lebih dari sekali[\s\S]*melebihi angkatan kerja/,
    );
  });
});

describe("Kendari as printed", () => {
  const sheet: BlockCell[][] = [
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ["PU", null, "88.357"],
    ["BPU", null, "36.140"],
    ["Jakon", null, "16.443"],
    ["Jumlah", 140940, 49397],
  ];

  test.each([
    ["from a selection", () => read(sheet)],
    ["from the example", () => judged({ figures: KENDARI, read: [], findings: [] }) as Understood],
  ])("%s: the segments are potentials, and it says so", (_, understand) => {
    const understood = understand();
    expect(values(understood)).toEqual([
      ["PU", 88357, undefined],
      ["BPU", 36140, undefined],
      ["Jakon", 16443, undefined],
    ]);
    expect(understood.findings[0]?.id).toContain("88.357 + 36.140 + 16.443 = 140.940");
    expect(understood.findings[0]?.id).toContain("bukan 49.397 peserta aktif");
    expect(understood.figures.total.active?.value).toBe(49397);
  });

  test("without a labour force there is nothing to divide by", () => {
    expect(refused(sheet.slice(0, 4))).toContain("Angkatan kerja belum ada");
  });
});

describe("a block that cannot be read says what to select", () => {
  test.each<[string, BlockCell[][], Partial<Block>, RegExp]>([
    ["empty", [], { selected: 12 }, /^Pilihan kosong \(12 sel.*Pilih blok beserta baris judulnya/],
    ["a million empty rows", [], { selected: 3145728 }, /Pilihan kosong \(3\.145\.728 sel/],
    ["one cell", [[49397]], { selected: 1 }, /satu sel/],
    ["a whole column", [["PU"], ["BPU"]], { selected: 1048576 }, /tidak berisi angka/],
    [
      "a whole column of numbers",
      [[1], [2], [3]],
      { selected: 1048576 },
      /Baris judul kolom tidak ditemukan/,
    ],
    [
      "no numbers",
      [
        ["Segmen", "Angkatan kerja"],
        ["PU", "banyak"],
      ],
      {},
      /tidak berisi angka/,
    ],
    [
      "no headings",
      [
        ["PU", 349000, 343000],
        ["BPU", 205000, 77000],
      ],
      {},
      /Baris judul/,
    ],
    ["merged cells", BATAM, { merged: true }, /sel gabungan/],
    ["hidden rows", BATAM, { hiddenRows: [3, 4] }, /2 baris tersembunyi \(baris 4, 5\)/],
    ["text that starts with =", [...BATAM, ["=HYPERLINK", 1, 1]], {}, /Sel B8 berisi teks yang diawali "="/],
    ["140.94 people", [...BATAM, ["Lain", 140.94, 1]], {}, /Sel C8: .*140,94 bukan jumlah orang/],
    ["text for a number", [...BATAM, ["Lain", "banyak", 1]], {}, /Sel C8/],
    ["an error cell", [...BATAM, ["Lain", { error: "#N/A" }, 1]], {}, /Sel C8: .*galat/],
    ["figures without a name", [...BATAM, [null, 10, 5]], {}, /Baris 8 .*tanpa nama segmen/],
    ["headings alone", [BATAM[0] as BlockCell[], ["2025", null, null]], {}, /Tidak ada baris segmen/],
  ])("%s", (_, cells, more, sentence) => {
    expect(refused(cells, more)).toMatch(sentence);
  });
});
