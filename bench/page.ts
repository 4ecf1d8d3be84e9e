// bench/README.md: what the benchmark measured last, as tables in both languages.
import { GATES, judge, type Results, SIZES, SUBJECTS, type Subject, WAYS, type Way } from "./results";

export interface Run extends Results {
  readonly node: string;
}

const NAMES: Readonly<Record<Subject, string>> = {
  typed: "larik biasa / typed loop",
  range: "UCJ, bentuk rentang / range form",
  path: "UCJ_TARGET saja, 20 tahun / only, 20 years",
  exact: "jumlah orang eksak / exact head-counts",
  cell: "UCJ, per sel / per-cell form",
  formulajs: "@formulajs/formulajs",
  hyperformula: "HyperFormula, plug-in larik / array plug-in",
};
const WAY_NAMES: Readonly<Record<Way, string>> = {
  rollup: "UCJ_ROLLUP",
  map: "`Map` polos / plain",
  arquero: "Arquero",
  duckdb: "DuckDB",
};

const digits = (value: number | undefined): string =>
  value === undefined ? "–" : String(Number(value.toPrecision(3)));
type Row = readonly string[];
const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
const table = (heads: Row, rows: readonly Row[]): string =>
  [line(heads), line(heads.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");

export function page(run: Run): string {
  const { node, subjects, start, rollup } = run;
  const formulajs = start.formulajs;
  return `<!-- Made by bench/page.ts: npm run bench -->
# Tolok ukur / Benchmark

\`npm run bench\` mengukur semuanya berdampingan dalam satu kali jalan (proses baru per ukuran, tiga putaran berselang, median, waktu prosesor), menulis \`results.json\` dan halaman ini, lalu gagal bila sebuah **rasio** melewati batas, tidak pernah karena waktu. \`npm run bench -- --quick\`: 10.000 baris saja, tanpa menulis. HyperFormula (GPL-3.0), formulajs dan DuckDB hanya pembanding saat pengembangan; tidak satu pun ikut dikirim. Arquero diukur bila terpasang: \`npm install --no-save arquero@8.0.1\`.

\`npm run bench\` measures everything side by side in one run (a fresh process per measurement, three interleaved rounds, medians, processor time), writes \`results.json\` and this page, and fails when a **ratio** passes its limit, never for a time. \`npm run bench -- --quick\`: 10,000 rows only, nothing written. HyperFormula (GPL-3.0), formulajs and DuckDB are yardsticks of development; none ships. Arquero is measured when installed: \`npm install --no-save arquero@8.0.1\`.

Node ${node}. Satuan waktu hanya keterangan / times are for information only.

## Nanodetik per angka / nanoseconds per number

22 angka per baris: cakupan, belum terlindungi, jalur 20 tahun. / 22 numbers a row: coverage, not covered, a path of 20 years.

${table(
  [
    "",
    ...SIZES.map((size) => `${size.toLocaleString("de-DE")} baris / rows`),
    "× larik / typed",
    "bita / bytes ¹",
  ],
  SUBJECTS.map((subject) => [
    NAMES[subject],
    ...SIZES.map((size) => digits(subjects[subject]?.[size]?.ns)),
    digits((subjects[subject]?.[10_000]?.ns ?? Number.NaN) / (subjects.typed?.[10_000]?.ns ?? Number.NaN)),
    subject === "typed" ? "–" : digits(subjects[subject]?.[10_000]?.bytes),
  ]),
)}

¹ Tersimpan per angka hasil. Larik biasa memakai ulang penampungnya. / Held per number of the answer. The typed loop reuses its buffer.

## Mulai dingin / cold start

Dari teks bundel sampai jawaban pertama dalam konteks baru. / From a bundle's text to the first answer in a fresh context.

${table(
  ["", "ms", "÷ formulajs"],
  (["sheets", "excel", "formulajs"] as const).map((bundle) => [
    { sheets: "Code.js", excel: "functions.js", formulajs: "formulajs" }[bundle],
    digits(start[bundle]),
    digits((start[bundle] ?? Number.NaN) / (formulajs ?? Number.NaN)),
  ]),
)}

## Rekap satu juta baris / roll-up of a million rows

Dari kolom lembar sampai 514 kelompok, dingin. / From a sheet's columns to 514 groups, cold.

${table(
  ["", "ms"],
  WAYS.map((way) => [WAY_NAMES[way], digits(rollup[way])]),
)}

## Batas / gates

Makin kecil makin baik. Sampai 30 % di atas batas dianggap derau; bita tidak punya derau. / Lower is better. Up to 30 % beyond the limit counts as noise; bytes have none.

${table(
  ["", "rasio / ratio", "harapan awal / first hope", "batas / limit", ""],
  GATES.map((gate) => {
    const { ratio, verdict } = judge(gate, run);
    return [
      `${gate.id}: ${gate.says.id} / ${gate.says.en}`,
      digits(ratio),
      digits(gate.goal),
      digits(gate.limit),
      verdict,
    ];
  }),
)}

Yang batasnya di atas harapan awal: pada sejuta baris waktu prosesor sebagian besar milik pengumpul sampah, karena jawabannya dua puluh dua juta angka dalam larik dua dimensi yang disimpan mesin. Per sel, tiap panggilan memeriksa argumennya satu per satu (kosong, teks, galat, pecahan orang). Rekap membaca ketiga kolom dengan pemeriksaan yang sama, sedangkan Arquero dan DuckDB menerima kolom bersih. Batas ditetapkan di mesin yang sepi. Larik, bentuk rentang, jalur, jumlah orang dan per sel pada sejuta baris diukur sekali lagi sesudahnya di mesin yang sama: pada putaran pertama batas besarnya jawaban masih menolak jalur sebesar itu.

Where a limit lies above the first hope: at a million rows most of the processor time is the garbage collector's, since the answer is twenty-two million numbers in two-dimensional arrays that stay in memory. Per cell, each call looks at every one of its arguments (blank, text, error, fractions of people). The roll-up reads its three columns with the same checks, while Arquero and DuckDB are given clean columns. The limits were set on an idle machine. The loop, the range form, the path, the head-counts and the per-cell form at a million rows were measured once more afterwards on the same machine: in the first round the largest answer allowed still refused a path of that size.
`;
}
