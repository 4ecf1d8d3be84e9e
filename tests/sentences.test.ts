// The table of sentences finds every way the sources write one: objects, refusals, helpers, templates and choices.
import { sentences, sentencesIn } from "../tools/sentences";

const found = (source: string) => sentencesIn(source, "x.ts").map(({ id, en }) => [id, en]);

test.each([
  ['const a = { id: "Tulis", en: "Write" };', "Tulis", "Write"],
  [
    "const a = { id: `Lembar ${spot.sheet}: ${n(1)} sel`, en: `Sheet ${spot.sheet}: ${n(1)} cells` };",
    "Lembar {spot.sheet}: {…} sel",
    "Sheet {spot.sheet}: {…} cells",
  ],
  ['refuse("kosong", "blank", "missing");', "kosong", "blank"],
  [
    'const choice = (value: string, id: string, en: string) => ({ value }); choice("a", "Tiap", "Each");',
    "Tiap",
    "Each",
  ],
  [
    'function say(id: string, en: string) {} say("Satu " + more, "One " + more);',
    "Satu {more}",
    "One {more}",
  ],
  ['const a = { id: many ? "banyak" : `satu ${x}`, en: "some" };', "{banyak / satu {x}}", "some"],
])("%s", (source, id, en) => {
  expect(found(source)).toEqual([[id, en]]);
});

test.each([
  'const a = { id: "UCJ", name: "UCJ" };',
  "const a = { id: words.id, en: words.en };",
  'const a = { id: "", en: "" };',
  'other("satu", "one");',
])("%s is no sentence", (source) => {
  expect(found(source)).toEqual([]);
});

test("sentences of the pane, the functions, the checks, the tables and both hosts are there", () => {
  const table = sentences();
  for (const one of [
    "Jawaban {app} tidak ditunggu lagi; tidak ada yang berubah.",
    "Pilihan kosong. Pilih sel atau kolom berisi angka, lalu coba lagi.",
    "terlalu besar untuk persentase. Tulis",
    "Lembar ini diproteksi. Buka proteksinya",
    "Google menolak permintaan ini.",
    "Formal dan informal",
  ])
    expect(table).toContain(one);
  // A bar inside a sentence would break its row.
  for (const line of table.split("\n").filter((line) => line.startsWith("| ")))
    expect(line.replace(/\\\|/g, "").match(/\|/g)).toHaveLength(3);
});
