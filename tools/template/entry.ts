// The one sheet that is filled in: about the figures, segments, months, regions; invented figures to begin with.
import type { PlannedCell, PlannedSheet, Typing } from "./plan";

export const ENTRY = "Isian";

/** Rows from 0. */
export const ABOUT_ROW = 4;
export const SEGMENT_ROW = 18;
export const MONTH_ROW = 26;
export const REGION_ROW = 42;
export const REGIONS = 30;

export const MONTHS =
  "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split(" ");
const PEOPLE = "#,##0";
const SHARE = "0.00%";
const DATE = "[$-421]d mmmm yyyy";

type Key =
  | "region"
  | "asOf"
  | "basis"
  | "source"
  | "labor"
  | "active"
  | "start"
  | "target"
  | "growth"
  | "ceiling"
  | "endTarget";

interface About {
  readonly key: Key;
  readonly label: string;
  readonly content: string | number;
  readonly format?: string;
  readonly hint: string;
}

/** 30 June 2025 as spreadsheets count days. */
const EXAMPLE_DAY = 45838;

const ABOUT: readonly About[] = [
  {
    key: "region",
    label: "Wilayah",
    content: "Kabupaten Contoh (angka rekaan)",
    hint: "Nama daerah, tampil di judul semua tabel",
  },
  {
    key: "asOf",
    label: "Per tanggal",
    content: EXAMPLE_DAY,
    format: DATE,
    hint: "Tanggal data, misalnya 30/06/2025; tahunnya menjadi tahun awal jalur",
  },
  {
    key: "basis",
    label: "Dasar",
    content: "angkatan kerja di luar ASN/TNI/Polri",
    hint: "Apa yang dihitung sebagai angkatan kerja",
  },
  {
    key: "source",
    label: "Sumber",
    content: "angka rekaan untuk contoh",
    hint: "Dari mana angkanya: surat, BPS, BPJS Ketenagakerjaan",
  },
  { key: "labor", label: "Angkatan kerja", content: 100_000, format: PEOPLE, hint: "Orang, seluruh wilayah" },
  { key: "active", label: "Peserta aktif", content: 34_810, format: PEOPLE, hint: "Orang, pada tanggal itu" },
  {
    key: "start",
    label: "Peserta aktif akhir tahun lalu",
    content: 32_400,
    format: PEOPLE,
    hint: "Orang, 31 Desember tahun sebelumnya",
  },
  {
    key: "target",
    label: "Target tahun ini",
    content: 0.3888,
    format: SHARE,
    hint: "Dari surat resmi; misalnya 38,88%",
  },
  {
    key: "growth",
    label: "Kenaikan per tahun",
    content: "=20/100",
    format: SHARE,
    hint: "Aturan: 20% relatif (35% menjadi 42%), bukan 20 poin",
  },
  { key: "ceiling", label: "Batas atas", content: "=995/1000", format: SHARE, hint: "RPJPN 2045: 99,5%" },
  {
    key: "endTarget",
    label: "Target tahun akhir",
    content: "=995/1000",
    format: SHARE,
    hint: "Yang harus tercapai pada 2045",
  },
];

/** The entry cell, as a formula refers to it from any sheet. */
export const entryCell = (key: Key): string =>
  `${ENTRY}!$B$${ABOUT_ROW + 1 + ABOUT.findIndex((about) => about.key === key)}`;

const SEGMENTS: readonly (readonly [string, number, number])[] = [
  ["PU", 38_500, 22_140],
  ["BPU", 51_000, 8_320],
  ["Jakon", 9_500, 4_150],
  ["PMI", 1_000, 200],
];

const ACTIVE_BY_MONTH = [32_700, 33_050, 33_420, 33_390, 34_100, 34_810];

/** Sums of the regions are those of the whole. */
const PLACES: readonly (readonly [string, number, number])[] = [
  ["Kecamatan Utara", 14_200, 6_390],
  ["Kecamatan Selatan", 12_750, 3_980],
  ["Kecamatan Timur", 11_300, 5_120],
  ["Kecamatan Barat", 10_800, 2_940],
  ["Kecamatan Tengah", 9_950, 5_470],
  ["Kecamatan Pesisir", 9_400, 2_310],
  ["Kecamatan Hulu", 8_600, 1_890],
  ["Kecamatan Hilir", 7_700, 2_450],
  ["Kecamatan Muara", 6_300, 1_760],
  ["Kecamatan Bukit", 4_800, 1_330],
  ["Kecamatan Lembah", 2_700, 820],
  ["Kecamatan Pulau", 1_500, 350],
];

const cell = (content: string | number, role: PlannedCell["role"], format?: string): PlannedCell => ({
  content,
  role,
  ...(format && { format }),
});
const people = (content: string | number): PlannedCell => cell(content, "input", PEOPLE);

/** What is odd in a row of two figures; nothing while it is empty. */
const oddIn = (row: number): string => {
  const [name, labor, active] = [`A${row}`, `B${row}`, `C${row}`];
  return `=IF(COUNTA(${labor}:${active})=0,"",IF(COUNT(${labor}:${active})<2,"isi keduanya dengan angka",IF(OR(${labor}<0,${active}<0),"angka tidak boleh negatif",IF(${labor}=0,"angkatan kerja 0",IF(${active}>${labor},"peserta aktif melebihi angkatan kerja",IF(${name}="","isi namanya","ok"))))))`;
};

/** Whether a sum is what stands above; where it differs, by how much. */
const sumOdd = (sum: string, labor: string, active: string, row: number): string =>
  `=IF(COUNT(B${row}:C${row})<2,"",IF(AND(B${row}=${labor},C${row}=${active}),"sama dengan ${sum}","beda dari ${sum}: angkatan kerja "&(B${row}-${labor})&", peserta aktif "&(C${row}-${active})))`;

export function entrySheet(): PlannedSheet {
  const rows: (PlannedCell | undefined)[][] = [];
  const put = (r: number, line: readonly (PlannedCell | undefined)[]): void => {
    while (rows.length <= r) rows.push([]);
    rows[r] = [...line];
  };
  const headers: number[] = [];
  const heading = (r: number, ...words: string[]): void => {
    headers.push(r);
    put(
      r,
      words.map((word) => cell(word, "header")),
    );
  };
  put(0, [cell("Isian data", "title")]);
  put(1, [cell("Isi hanya sel berlatar biru; semua tabel dan grafik terhitung sendiri.", "note")]);
  put(2, [cell("Angka yang sekarang ada adalah rekaan untuk contoh: hapus, lalu isi angka Anda.", "note")]);

  heading(ABOUT_ROW - 1, "Keterangan", "Isi", "", "Petunjuk");
  ABOUT.forEach(({ label, content, format, hint }, i) => {
    put(ABOUT_ROW + i, [cell(label, "label"), cell(content, "input", format), undefined, cell(hint, "note")]);
  });
  const [labor, active] = [entryCell("labor"), entryCell("active")].map((at) => at.replace(`${ENTRY}!`, ""));

  heading(SEGMENT_ROW - 1, "Segmen", "Angkatan kerja", "Peserta aktif", "Periksa");
  SEGMENTS.forEach(([name, base, covered], i) => {
    const r = SEGMENT_ROW + i;
    put(r, [cell(name, "label"), people(base), people(covered), cell(oddIn(r + 1), "figure")]);
  });
  const total = (r: number, from: number): void => {
    const sum = (column: string): string =>
      `=IF(COUNT(${column}${from + 1}:${column}${r})>0,SUM(${column}${from + 1}:${column}${r}),"")`;
    put(r, [
      cell("Jumlah", "total"),
      cell(sum("B"), "total", PEOPLE),
      cell(sum("C"), "total", PEOPLE),
      cell(sumOdd("keterangan di atas", labor as string, active as string, r + 1), "total"),
    ]);
  };
  total(SEGMENT_ROW + SEGMENTS.length, SEGMENT_ROW);

  heading(MONTH_ROW - 1, "Bulan", "Peserta aktif", "", "Periksa");
  MONTHS.forEach((month, i) => {
    const r = MONTH_ROW + i;
    const own = `B${r + 1}`;
    const later = `COUNT(B${r + 2}:B${MONTH_ROW + MONTHS.length + 1})`;
    const odd = `=IF(${own}="",IF(${later}>0,"bulan ini terlewat",""),IF(NOT(ISNUMBER(${own})),"isi dengan angka",IF(${own}>${labor},"peserta aktif melebihi angkatan kerja","ok")))`;
    put(r, [cell(month, "label"), people(ACTIVE_BY_MONTH[i] ?? ""), undefined, cell(odd, "figure")]);
  });
  put(MONTH_ROW + MONTHS.length, [
    cell("Peserta aktif kumulatif pada akhir bulan; bulan yang belum lewat dibiarkan kosong.", "note"),
  ]);

  heading(REGION_ROW - 1, "Wilayah", "Angkatan kerja", "Peserta aktif", "Periksa", "Cakupan", "Urutan");
  for (let i = 0; i < REGIONS; i++) {
    const r = REGION_ROW + i;
    const [name, base, covered] = PLACES[i] ?? ["", "", ""];
    const at = r + 1;
    const shares = `E$${REGION_ROW + 1}:E`;
    put(r, [
      cell(name, "input"),
      people(base),
      people(covered),
      cell(oddIn(at), "figure"),
      cell(`=IF(COUNT(B${at}:C${at})=2,IF(B${at}>0,C${at}/B${at},""),"")`, "figure", SHARE),
      cell(
        `=IF(COUNT(E${at})=1,RANK(E${at},${shares}$${REGION_ROW + REGIONS})+COUNTIF(${shares}${at},E${at})-1,"")`,
        "figure",
        "0",
      ),
    ]);
  }
  total(REGION_ROW + REGIONS, REGION_ROW);

  const area = (row: number, count: number, column = 1, columns = 1) => ({
    row,
    column,
    rows: count,
    columns,
  });
  const about = (key: Key) => area(ABOUT_ROW + ABOUT.findIndex((one) => one.key === key), 1);
  const count = {
    type: "whole",
    between: ["0", "300000000"],
    title: "Jumlah orang",
    prompt: "Bilangan bulat tanpa desimal; titik ribuan boleh sebagai format.",
    error: "Isi dengan bilangan bulat 0 sampai 300.000.000, misalnya 140940.",
  } as const satisfies Omit<Typing, "area">;
  const share = {
    type: "decimal",
    between: ["0", "1"],
    title: "Persentase",
    prompt: "Dengan tanda persen, misalnya 38,88%.",
    error: "Isi 0% sampai 100%, dengan tanda persen, misalnya 38,88%.",
  } as const satisfies Omit<Typing, "area">;
  return {
    name: ENTRY,
    widths: [34, 32, 16, 52, 12, 10],
    rows,
    headers,
    typing: [
      {
        area: about("asOf"),
        type: "date",
        // From the year of the law on social insurance agencies to the goal of the national plan.
        between: ["40909", "53327"],
        title: "Per tanggal",
        prompt: "Tanggal yang ada di kalender, misalnya 30/06/2025.",
        error: "Isi tanggal antara 1 Januari 2012 dan 31 Desember 2045, misalnya 30/06/2025.",
      },
      {
        area: about("basis"),
        type: "list",
        formula: "angkatan kerja,angkatan kerja di luar ASN/TNI/Polri,penduduk bekerja,potensi peserta",
        title: "Dasar",
        prompt: "Pilih dari daftar atau tulis sendiri.",
        error: "Tidak ada di daftar. Tetap pakai?",
        warnOnly: true,
      },
      { ...count, area: area(ABOUT_ROW + 4, 3) },
      { ...share, area: area(ABOUT_ROW + 7, 1) },
      {
        ...share,
        area: about("growth"),
        between: ["0", "2"],
        error: "Isi 0% sampai 200%, misalnya 20%.",
      },
      { ...share, area: area(ABOUT_ROW + 9, 2) },
      { ...count, area: area(SEGMENT_ROW, SEGMENTS.length, 1, 2) },
      { ...count, area: area(MONTH_ROW, MONTHS.length) },
      { ...count, area: area(REGION_ROW, REGIONS, 1, 2) },
    ],
    colors: [
      [SEGMENT_ROW, SEGMENTS.length + 1],
      [MONTH_ROW, MONTHS.length],
      [REGION_ROW, REGIONS + 1],
    ].flatMap(([row = 0, count = 0]) => [
      {
        when: "true",
        formula: `AND(D${row + 1}<>"",D${row + 1}<>"ok",LEFT(D${row + 1},4)<>"sama")`,
        area: area(row, count, 3),
        fill: "#FFF3CC",
        color: "#5C4400",
      } as const,
    ]),
    print: { landscape: false, header: 0, footer: "" },
  };
}
