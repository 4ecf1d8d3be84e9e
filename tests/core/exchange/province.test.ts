// "Gabungkan wilayah": sheets as offices send them in become one table whose formulas fetch from them and compute the same.
import { offerOf, provinceTable } from "../../../core/exchange/province";
import type { Sheet } from "../../../core/exchange/record";
import { isRefusal } from "../../../core/refuse";
import { paint } from "../../../core/tables/paint";
import { recalculate, withLibreOffice } from "../../libreoffice";
import { type Given, makeXlsx } from "../../xlsx";

const SENT: Record<string, (string | number | null)[][]> = {
  Konawe: [
    ["Per tanggal", "30 April 2025", null],
    ["Dasar", "Sakernas", null],
    ["Kabupaten/kota", "Angkatan kerja", "Peserta aktif"],
    ["Kab. Konawe", 79388, 27636],
    ["Kab. Buton", 50000, 9000],
    ["Jumlah", 129388, 36636],
  ],
  "Kota Kendari '25": [
    ["Data per tanggal: 31/05/2025", null, null],
    ["Wilayah", "Peserta aktif", "Angkatan kerja"],
    ["KENDARI, KOTA", 49397, "140.940"],
  ],
  Ganda: [
    ["Wilayah", "Angkatan kerja", "Peserta aktif"],
    ["KABUPATEN KONAWE", 79388, 27636],
    ["Atlantis", 10, 20],
    ["Kab. Muna", 60000, null],
  ],
  Catatan: [["Surat pengantar", "", ""]],
};
const sheetOf = (name: string, values: (string | number | null)[][]): Sheet => ({
  name,
  row: 0,
  column: 0,
  formulas: values,
  values,
});
const KNOWN = ["Kab. Konawe", "Kota Kendari", "Kab. Buton", "Kab. Muna"];

const offers = Object.entries(SENT).flatMap(([name, values]) => offerOf(sheetOf(name, values)) ?? []);
const blocks = offers.flatMap((offer) => ("block" in offer ? [offer.block] : []));

test("each sheet is read by its own headings; what cannot be read says why", () => {
  expect(offers.map((offer) => ["block" in offer, offer.sheet])).toEqual([
    [true, "Konawe"],
    [true, "Kota Kendari '25"],
    [true, "Ganda"],
    [false, "Catatan"],
  ]);
  expect(blocks.map(({ asOf, basis, rows }) => [asOf, basis, rows.length])).toEqual([
    ["30 April 2025", "Sakernas", 2],
    ["31 Mei 2025", "Angkatan kerja", 1],
    ["", "Angkatan kerja", 3],
  ]);
  const [first, second] = blocks;
  expect(first?.rows[0]).toMatchObject({ laborFrom: "Konawe!B4", activeFrom: "Konawe!C4" });
  // A number held as text is no number to a formula.
  expect(second?.rows[0]).toMatchObject({
    labor: 140940,
    laborFrom: undefined,
    activeFrom: "'Kota Kendari ''25'!B3",
  });
});

test("sheets of the add-in are no offices", () => {
  for (const name of ["UCJ_Catatan", "UCJ_Pengaturan"])
    expect(offerOf(sheetOf(name, SENT.Konawe ?? []))).toBeUndefined();
  expect(offerOf(sheetOf("Tentang", [["Tentang berkas ini", ""]]))).toBeUndefined();
  expect(offerOf(sheetOf("Kosong", []))).toBeUndefined();
});

test("a breakdown by segment holds no regions", () => {
  const rows = [
    ["Segmen", "Angkatan kerja", "Peserta aktif"],
    ...["PU", "BPU", "Jakon"].map((name) => [name, 9, 3]),
  ];
  expect(offerOf(sheetOf("Kendari", [...rows, ["Jumlah", 27, 9]]))).toMatchObject({
    why: { id: expect.stringMatching(/bukan wilayah/) },
  });
});

test("sums and their ratio; nobody twice; strangers, gaps, dates and bases named", () => {
  const made = provinceTable(blocks, KNOWN, "Sulawesi Tenggara", "id");
  if (isRefusal(made)) throw new Error(made.refusal.id);
  const { table, merged } = made;
  expect([merged.labor, merged.active]).toEqual([79388 + 140940 + 50000, 27636 + 49397 + 9000]);
  const rows = table.rows.map((row) => row.map(({ value }) => value));
  const total = rows.find(([label]) => label === "Jumlah");
  expect(total?.slice(1, 5)).toEqual([270328, 86033, 184295, 86033 / 270328]);
  const notes = rows.map(([first]) => String(first)).join("\n");
  for (const said of [
    "KABUPATEN KONAWE (Ganda) sudah dihitung dari Konawe",
    "Atlantis (Ganda) tidak ada dalam daftar",
    "Kab. Muna (Ganda) belum lengkap",
    "Belum ada data: Kab. Muna",
    "Tanggal data: Konawe 30 April 2025; Kota Kendari '25 31 Mei 2025; Ganda ?",
    "Dasar data: Konawe Sakernas; Kota Kendari '25 Angkatan kerja; Ganda Angkatan kerja",
    "di atas 100 %: Atlantis",
  ])
    expect(notes).toContain(said);
});

test("nothing chosen is refused in words", () => {
  expect(provinceTable([], [], "", "id")).toMatchObject({
    refusal: { id: expect.stringContaining("Pilih setidaknya satu lembar") },
  });
});

withLibreOffice("the formulas fetch from the sheets and give what core gives", async () => {
  const made = provinceTable(blocks, KNOWN, "", "id");
  if (isRefusal(made)) throw new Error(made.refusal.id);
  const { cells } = paint(made.table, "plain", { sheet: "Gabungan", row: 0, column: 0, chartBelow: true });
  const given = (content: string | number): Given | null =>
    content === ""
      ? null
      : typeof content === "string" && content.startsWith("=")
        ? { formula: content.slice(1), value: 0 }
        : content;
  const book = await recalculate(makeXlsx({ ...SENT, Gabungan: cells.map((line) => line.map(given)) }));
  made.table.rows.forEach((line, r) => {
    line.slice(1, 5).forEach(({ value, shown }, c) => {
      if (shown === "text") return;
      const now = book.value("Gabungan", `${"BCDE"[c]}${r + 1}`) ?? "";
      if (typeof value === "number") expect(now).toBeCloseTo(value, 9);
      else expect(now).toBe(value);
    });
  });
});
