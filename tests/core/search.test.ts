// The words planners search by find the function they mean: both languages, any order, half typed, misspelt.
import { describe, expect, test } from "@jest/globals";
import { catalogue } from "../../core/catalogue";
import { GROUPS, search } from "../../core/search";

const found = (query: string): string[] => search(query).map(({ name }) => name);

/** Indonesian words of the trade, each of which must find the function on its own. */
const WORDS: Record<string, readonly string[]> = {
  UCJ_COVERAGE: ["cakupan", "kepesertaan", "perlindungan", "universal"],
  UCJ_UNCOVERED: ["belum", "sisa", "kekurangan", "terdaftar"],
  UCJ_TOTAL_COVERAGE: ["gabungan", "provinsi", "rata-rata", "tertimbang"],
  UCJ_ACHIEVEMENT: ["capaian", "realisasi", "kinerja"],
  UCJ_STATUS: ["status", "evaluasi", "rapor", "menurun"],
  UCJ_TARGET: ["target", "sasaran", "aturan 20 persen", "tahun depan"],
  UCJ_TARGET_WORKERS: ["sasaran", "orang", "jiwa"],
  UCJ_NEEDED: ["tambahan", "kekurangan", "kurang"],
  UCJ_GROWTH: ["pertumbuhan", "kenaikan", "laju"],
  UCJ_YEARS: ["kapan", "lama", "tercapai"],
  UCJ_PATH: ["proyeksi", "jalur", "RPJMD", "peta jalan"],
  UCJ_MONTH_TARGET: ["bulanan", "triwulan", "bulan"],
  UCJ_NATIONAL: ["nasional", "RPJMN", "pusat"],
  UCJ_SEGMENTS: ["segmen", "rincian", "BPU", "PMI"],
  UCJ_ROLLUP: ["rekap", "kecamatan", "peringkat", "ranking"],
  UCJ_ALLOCATE: ["bagi", "alokasi", "kuota", "pembagian"],
  UCJ_CHECK: ["periksa", "cek", "selisih", "janggal"],
  UCJ_EXPLAIN: ["jelaskan", "narasi", "kalimat", "laporan"],
  UCJ_NUMBER: ["angka", "konversi", "teks", "miliar"],
  UCJ_BUDGET: ["anggaran", "biaya", "APBD", "rentan"],
  UCJ_WORKERS_FOR: ["anggaran", "dana", "cukup"],
  UCJ_JAKON: ["konstruksi", "proyek", "kontrak", "jakon"],
  UCJ_RULE: ["aturan", "tarif", "hukum", "peraturan"],
  UCJ_SOURCE: ["sumber", "rujukan", "kutipan", "dasar hukum"],
  UCJ_VERSION: ["versi", "mesin", "tanggal aturan"],
};

describe.each(catalogue.map(({ name }) => name))("%s", (name) => {
  const words = WORDS[name] ?? [];

  test("has two Indonesian words or more", () => {
    expect(words.length).toBeGreaterThanOrEqual(2);
  });

  test.each(words.map((word) => [word]))("is found by “%s”, and many others are not", (word) => {
    expect(found(word)).toContain(name);
    expect(found(word).length).toBeLessThanOrEqual(0.6 * catalogue.length);
  });

  test("is found by its own name, typed as in a cell", () => {
    expect(found(name)).toContain(name);
    expect(found(`=${name.toLowerCase()}(`)).toContain(name);
  });
});

test.each([
  ["kekurangan ke target", "UCJ_NEEDED"],
  ["shortfall to target", "UCJ_NEEDED"],
  ["target per bulan", "UCJ_MONTH_TARGET"],
  ["berapa tahun lagi tercapai", "UCJ_YEARS"],
  ["how many years until", "UCJ_YEARS"],
  ["iuran jasa konstruksi", "UCJ_JAKON"],
  ["berapa biaya pekerja rentan", "UCJ_BUDGET"],
  ["weighted average", "UCJ_TOTAL_COVERAGE"],
  ["rekap per kecamatan", "UCJ_ROLLUP"],
  ["district ranking", "UCJ_ROLLUP"],
  ["berapa orang lagi supaya capai target", "UCJ_NEEDED"],
  ["berapa lagi pekerja yang harus didaftarkan", "UCJ_NEEDED"],
  ["how many more people to reach target", "UCJ_NEEDED"],
  ["coverage ratio", "UCJ_COVERAGE"],
  ["persentase pekerja terlindungi", "UCJ_COVERAGE"],
  ["sudah tercapai atau belum", "UCJ_STATUS"],
  ["biaya bpu setahun", "UCJ_BUDGET"],
  ["anggaran nelayan", "UCJ_BUDGET"],
])("“%s” finds %s among at most four", (query, name) => {
  expect(found(query)).toContain(name);
  expect(found(query).length).toBeLessThanOrEqual(4);
});

test("the order of words does not matter, nor capitals, marks and spaces", () => {
  expect(found("tahun berapa lagi")).toEqual(found("lagi, BERAPA   tahun?"));
  expect(found("kenaikan per tahun")).toEqual(found("tahun kenaikan"));
});

test("half a word finds what the whole word finds", () => {
  for (const part of ["pert", "pertum", "pertumbuh"]) expect(found(part)).toContain("UCJ_GROWTH");
});

test("an affix or a slip of the finger does not hide a function", () => {
  expect(found("pertumbuhannya")).toContain("UCJ_GROWTH");
  expect(found("mengalokasikan")).toContain("UCJ_ALLOCATE");
  expect(found("anggran")).toContain("UCJ_BUDGET");
  expect(found("segemn")).toContain("UCJ_SEGMENTS");
  expect(found("kecamtan")).toContain("UCJ_ROLLUP");
});

test("a word nobody knows is passed over as long as another one is known", () => {
  expect(found("anggaran xyzzy")).toEqual(found("anggaran"));
  expect(found("xyzzy")).toEqual([]);
});

test("nothing typed, or only filler, is no reason to hide anything", () => {
  expect(found("")).toHaveLength(catalogue.length);
  expect(found("  =(")).toHaveLength(catalogue.length);
});

test("answers keep the catalogue's order and groups", () => {
  const order: string[] = catalogue.map(({ name }) => name);
  for (const query of ["target", "t", "persen", "orang"]) {
    const places = found(query).map((name) => order.indexOf(name));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  expect(new Set(catalogue.map(({ group }) => group))).toEqual(new Set(Object.keys(GROUPS)));
});
