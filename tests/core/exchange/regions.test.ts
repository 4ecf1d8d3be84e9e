// Names of regions as offices write them, and their figures in one table.
import * as fc from "fast-check";
import { mergeRegions, type RegionBlock } from "../../../core/exchange/merge";
import { matchRegions, regionOf } from "../../../core/exchange/regions";

const regionsOf = (names: readonly string[], known: readonly string[]) =>
  matchRegions(names, known).map(({ region, candidates }) => region ?? candidates);

describe("one region, however it is written", () => {
  test.each([
    "Kab. Konawe",
    "Kabupaten Konawe",
    "KONAWE",
    "konawe",
    "KAB KONAWE",
    "Kab.Konawe",
    "  Kabupaten   Konawe ",
    "Konawe, Kab.",
    "Konawe (Kabupaten)",
    "Konawe Regency",
    "1. Kab. Konawe",
    "7403 Kabupaten Konawe",
    "74.03. KONAWE",
    "3) Konawe",
    "Kab. Konawe*",
    "Kab. Adm. Konawe",
    "Kônawe",
  ])("%s", (name) => {
    expect(regionsOf([name], ["Kota Kendari", "Kabupaten Konawe", "Kabupaten Konawe Selatan"])).toEqual([
      "Kabupaten Konawe",
    ]);
  });

  test.each([
    ["Baubau", "Kota Bau-Bau"],
    ["KOTA BAU BAU", "Kota Bau-Bau"],
    ["Kodya Kendari", "Kota Kendari"],
    ["Kotamadya Kendari", "Kota Kendari"],
    ["Kendari City", "Kota Kendari"],
    ["Kota Adm. Jakarta Pusat", "Kota Administrasi Jakarta Pusat"],
    ["Jakarta Pusat", "Kota Administrasi Jakarta Pusat"],
    ["Kab. Kep. Selayar", "Kabupaten Kepulauan Selayar"],
    ["Pangkajene & Kepulauan", "Kab. Pangkajene dan Kepulauan"],
    ["Tj. Jabung Barat", "Kabupaten Tanjung Jabung Barat"],
    ["Toli-Toli", "Kab. Tolitoli"],
    ["KAB. FAK'FAK", "Fakfak"],
    ["Kab. Lima Puluh Kota", "Kabupaten Limapuluh Kota"],
    ["Lima Puluh Kota", "Kabupaten Limapuluh Kota"],
    ["LIMAPULUH KOTA", "Lima Puluh Kota"],
    ["Kota Waringin Barat", "Kab. Kotawaringin Barat"],
    ["Kotawaringin Barat", "Kab. Kota Waringin Barat"],
    ["Kotabaru", "Kab. Kotabaru"],
    ["Kota Kotamobagu", "KOTAMOBAGU"],
    ["Kotamobagu", "Kota Kotamobagu"],
    ["Prov. Sulawesi Tenggara", "Provinsi Sulawesi Tenggara"],
    ["Kec. Binjai Kota", "Kecamatan Binjai Kota"],
    ["Binjai Kota", "Kec. Binjai Kota"],
  ])("%s is %s", (name, region) => {
    expect(regionsOf([name], [region, "Kab. Lain"])).toEqual([region]);
  });
});

describe("a regency and a city of one name", () => {
  const both = ["Kab. Bandung", "Kota Bandung", "Kab. Bandung Barat"];
  test("are never taken for each other", () => {
    expect(
      regionsOf(
        ["Kabupaten Bandung", "KOTA BANDUNG", "Bandung City", "Bandung, Kab.", "Bandung Barat"],
        both,
      ),
    ).toEqual(["Kab. Bandung", "Kota Bandung", "Kota Bandung", "Kab. Bandung", "Kab. Bandung Barat"]);
  });
  test("a name without its kind is named with both, not chosen", () => {
    expect(regionsOf(["Bandung"], both)).toEqual([["Kab. Bandung", "Kota Bandung"]]);
  });
  test("also when only the other one is known", () => {
    expect(regionsOf(["Kota Konawe", "Kec. Konawe"], ["Kab. Konawe"])).toEqual([
      ["Kab. Konawe"],
      ["Kab. Konawe"],
    ]);
  });
  test("what matches nothing has no candidates", () => {
    expect(regionsOf(["Atlantis", "", "Kab."], both)).toEqual([[], [], []]);
  });
});

test("writing the kind otherwise never changes the region", () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{3,8}( [A-Z][a-z]{3,8})?$/);
  fc.assert(
    fc.property(name, (text) => {
      fc.pre(
        !/^(kota|kab|kodya|prov|kec|dist|regency|city|adm|kep$|tj$)/i.test(text) &&
          !/ (kota|kab|city|kec|prov)$/i.test(text),
      );
      const kab = regionOf(`Kabupaten ${text}`);
      for (const other of [`Kab. ${text.toUpperCase()}`, `${text}, Kab`, `kab ${text.replace(" ", "-")}`])
        expect(regionOf(other)).toMatchObject({ kind: kab.kind, key: kab.key });
      expect(regionOf(`Kota ${text}`)).toMatchObject({ kind: "kota", key: kab.key });
    }),
  );
});

describe("merge", () => {
  const block = (
    from: string,
    rows: RegionBlock["rows"],
    asOf = "30 April 2025",
    basis = "Sakernas",
  ): RegionBlock => ({ from, asOf, basis, rows });
  const kendari = { region: "Kota Kendari", labor: 140940, active: 49397 };
  const konawe = { region: "KONAWE", labor: 79388, active: 27636 };
  const KNOWN = ["Kab. Konawe", "Kota Kendari", "Kab. Buton"];

  test("sums, and the ratio of sums, never the mean of shares", () => {
    const merged = mergeRegions([block("Kendari", [kendari]), block("Konawe", [konawe])]);
    expect([merged.labor, merged.active]).toEqual([220328, 77033]);
    expect(merged.coverage).toBeCloseTo(77033 / 220328, 15);
    expect(merged.coverage).not.toBeCloseTo((49397 / 140940 + 27636 / 79388) / 2, 5);
    expect(merged.rows.map(({ region, from, counted }) => [region, from, counted])).toEqual([
      ["Kota Kendari", "Kendari", true],
      ["KONAWE", "Konawe", true],
    ]);
    expect(merged.notes).toEqual([]);
  });

  test("with a list: its names and order; what is missing and what is strange is named", () => {
    const merged = mergeRegions(
      [block("A", [kendari, { region: "Atlantis", labor: 5, active: 1 }]), block("B", [konawe])],
      KNOWN,
    );
    expect(merged.rows.map(({ region, counted }) => [region, counted])).toEqual([
      ["Kab. Konawe", true],
      ["Kota Kendari", true],
      ["Atlantis", false],
    ]);
    expect(merged.labor).toBe(220328);
    expect(merged.notes.map(({ id }) => id)).toEqual([
      "Atlantis (A) tidak ada dalam daftar; tidak dijumlahkan",
      "Belum ada data: Kab. Buton",
    ]);
  });

  test("nobody is counted twice", () => {
    for (const known of [[], KNOWN]) {
      const merged = mergeRegions(
        [
          block("A", [konawe]),
          block("B", [{ ...konawe, region: "Kab. Konawe" }]),
          block("C", [kendari, kendari]),
        ],
        known,
      );
      expect([merged.labor, merged.active]).toEqual([220328, 77033]);
      expect(merged.notes.map(({ en }) => en).slice(0, 2)).toEqual([
        "Kab. Konawe (B) is counted from A already; not added",
        "Kota Kendari (C) is counted from C already; not added",
      ]);
    }
  });

  test("two possible regions, incomplete figures: shown, named, not added", () => {
    const merged = mergeRegions(
      [
        block("A", [
          { region: "Bandung", labor: 10, active: 5 },
          { region: "Kab. Bandung", labor: 20, active: undefined },
          { region: "Kota Bandung", labor: 40, active: 10 },
        ]),
      ],
      ["Kab. Bandung", "Kota Bandung"],
    );
    expect(merged).toMatchObject({ labor: 40, active: 10, coverage: 0.25 });
    expect(merged.rows).toHaveLength(3);
    expect(merged.notes.map(({ id }) => id)).toEqual([
      "Bandung (A) bisa berarti Kab. Bandung atau Kota Bandung; tidak dijumlahkan",
      "Kab. Bandung (A) belum lengkap; tidak dijumlahkan",
      "Belum ada data: Kab. Bandung",
    ]);
  });

  test("what was incomplete at first may come whole from elsewhere", () => {
    const merged = mergeRegions([block("A", [{ ...konawe, active: undefined }]), block("B", [konawe])]);
    expect(merged).toMatchObject({ labor: 79388, active: 27636 });
    expect(merged.notes.map(({ id }) => id)).toEqual(["KONAWE (A) belum lengkap; tidak dijumlahkan"]);
  });

  test("dates and bases that differ or are not given, with the sheets they are from", () => {
    const notes = (...blocks: RegionBlock[]) => mergeRegions(blocks).notes.map(({ id }) => id);
    expect(
      notes(
        block("A", [kendari]),
        block("B", [konawe], "31 Mei 2025"),
        block("C", [], "31 Mei 2025 ", "DTKS"),
      ),
    ).toEqual([
      "Tanggal data: A 30 April 2025; B 31 Mei 2025; C 31 Mei 2025",
      "Dasar data: A Sakernas; B Sakernas; C DTKS",
    ]);
    expect(notes(block("A", [kendari], ""), block("B", [konawe], ""))).toEqual(["Tanggal data: A ?; B ?"]);
    expect(notes(block("A", [kendari], "", ""))).toHaveLength(2);
  });

  test("nothing sent", () => {
    expect(mergeRegions([])).toEqual({ rows: [], labor: 0, active: 0, coverage: undefined, notes: [] });
  });

  test("the sums are those of the counted rows, whatever is sent", () => {
    const row = fc.record({
      region: fc.constantFrom("Kab. Konawe", "KONAWE", "Kota Kendari", "Kendari", "Buton", "Kab. Muna", "X"),
      labor: fc.option(fc.nat(1e6), { nil: undefined }),
      active: fc.option(fc.nat(1e6), { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(row, { maxLength: 5 }), { maxLength: 4 }),
        fc.constantFrom([], KNOWN),
        (sent, known) => {
          const merged = mergeRegions(
            sent.map((rows, i) => block(`L${i}`, rows)),
            known,
          );
          expect(merged.rows).toHaveLength(sent.flat().length);
          const counted = merged.rows.filter((item) => item.counted);
          expect(new Set(counted.map((item) => item.region)).size).toBe(counted.length);
          expect(merged.labor).toBe(counted.reduce((sum, item) => sum + (item.labor as number), 0));
          expect(merged.active).toBe(counted.reduce((sum, item) => sum + (item.active as number), 0));
          expect(merged.notes.filter(({ id }) => id.includes("tidak dijumlahkan"))).toHaveLength(
            merged.rows.length - counted.length,
          );
        },
      ),
    );
  });
});
