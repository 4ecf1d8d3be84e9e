// Every example of the catalogue, and what the functions do with ranges, blanks, dates and bad rows.
import { describe, expect, test } from "@jest/globals";
import { call } from "../../core/call";
import { catalogue } from "../../core/catalogue";
import type { Definition, Example } from "../../core/define";
import { isRefusal, type Refusal } from "../../core/refuse";

const functionNamed = (name: string): Definition => {
  const found = catalogue.find((fn) => fn.name === name);
  if (!found) throw new Error(`${name} is not in the catalogue`);
  return found;
};

/** As a sheet shows it: a refusal alone is its error, one among many its sentence. */
const ERRORS = { value: "#VALUE!", missing: "#N/A" } as const;
const ask = (name: string, ...args: unknown[]): unknown =>
  call(functionNamed(name), args, (refusal, alone) =>
    alone ? `${ERRORS[refusal.as]} ${refusal.refusal.id}` : `⚠ ${refusal.refusal.id}`,
  );

/** Whole numbers exactly, others to 12 digits. */
function expectSame(answer: unknown, gives: Example["gives"]): void {
  if (typeof gives === "string") expect(answer).toBe(gives);
  else if (typeof gives !== "number") {
    const rows = answer as unknown[][];
    expect(rows.map((row) => row.length)).toEqual(gives.map((row) => row.length));
    gives.forEach((row, r) => {
      row.forEach((cell, c) => {
        expectSame(rows[r]?.[c], cell);
      });
    });
  } else if (Number.isInteger(gives)) expect(answer).toBe(gives);
  else expect(Math.abs((answer as number) / gives - 1)).toBeLessThanOrEqual(1e-12);
}

describe.each(catalogue.map((fn) => [fn.name, fn] as const))("%s", (_, fn) => {
  test.each(fn.examples.map((example) => [example.note.id, example] as const))("%s", (_note, example) => {
    const refused: Refusal[] = [];
    const answer = call(fn, example.args, (refusal) => {
      refused.push(refusal);
      return ERRORS[refusal.as];
    });
    expect(isRefusal(answer)).toBe(false);
    expectSame(answer, example.gives);
    for (const { refusal } of refused) {
      expect(refusal.id.length).toBeGreaterThan(10);
      expect(refusal.en).not.toBe(refusal.id);
    }
  });
});

describe("Ranges", () => {
  test("a column with a column, row by row; a row with a column, every pair", () => {
    expect(ask("UCJ_UNCOVERED", [[100], [200]], [[40], [50]])).toEqual([[60], [150]]);
    expect(ask("UCJ_UNCOVERED", [[100], [200]], [[40, 50, 60]])).toEqual([
      [60, 50, 40],
      [160, 150, 140],
    ]);
    expect(ask("UCJ_NEEDED", [[100], [200]], [[40], [50]], 0.5)).toEqual([[10], [50]]);
  });

  test("a 1 × 1 range is the cell in it", () => {
    expect(ask("UCJ_UNCOVERED", [[100]], [[40]])).toBe(60);
    expect(ask("UCJ_UNCOVERED", [[100]], [[40], [50]])).toEqual([[60], [50]]);
  });

  test("unequal shapes are refused with both sizes", () => {
    expect(ask("UCJ_COVERAGE", [[1], [2], [3]], [[1], [2]])).toMatch(/^#N\/A .*2 × 1 dan 3 × 1/);
  });

  test("a whole column with a whole row is refused before it fills the memory", () => {
    const column = Array.from({ length: 1_048_576 }, () => [100]);
    const row = [new Array(16_384).fill(50)];
    expect(ask("UCJ_COVERAGE", column, row)).toMatch(
      /^#VALUE! Hasilnya 1048576 × 16384 sel .* pilih rentang yang lebih kecil$/,
    );
  });

  test.each([[[]], [[[]]]])("a range without cells is refused: %j", (range) => {
    expect(ask("UCJ_COVERAGE", range, 1)).toMatch(/^#VALUE! Rentangnya kosong/);
  });

  test("rows nobody has filled in stay quiet, whatever the host calls a blank", () => {
    expect(
      ask("UCJ_COVERAGE", [[140940], [null], [0], [""], [undefined]], [[49397], [""], [0], [null], [0]]),
    ).toEqual([[0.35048247481197675], [""], [""], [""], [""]]);
  });

  test("a bad row harms only itself, and says why", () => {
    expect(
      ask("UCJ_COVERAGE", [[200], ["abc"], [true], [140.94], ["1.000"]], [[100], [1], [1], [1], [250]]),
    ).toEqual([
      [0.5],
      [expect.stringMatching(/^⚠ Angkatan kerja: "abc"/)],
      [expect.stringMatching(/^⚠ Angkatan kerja: berisi TRUE/)],
      [expect.stringMatching(/^⚠ Angkatan kerja: 140,94 bukan jumlah orang/)],
      [0.25],
    ]);
  });

  test("10,000 rows in one call", () => {
    const column = (of: (i: number) => number): number[][] =>
      Array.from({ length: 10000 }, (_, i) => [of(i)]);
    const answer = ask(
      "UCJ_NEEDED",
      column((i) => i + 1000),
      column(() => 500),
      0.5,
    ) as number[][];
    expect(answer).toEqual(column((i) => Math.ceil(i / 2)));
  });

  test("an argument left out says to use semicolons", () => {
    expect(ask("UCJ_COVERAGE", 140940)).toMatch(/Peserta aktif \(active\) belum diisi.*titik koma/);
  });

  test.each([undefined, null, ""])("an argument left out in the middle, as %p, is a blank cell", (blank) => {
    expect(ask("UCJ_COVERAGE", blank, 49397)).toMatch(/^#N\/A Angkatan kerja kosong atau 0/);
    expect(ask("UCJ_CHECK", blank, 16684, 0.2277, 73236)).toMatch(/^73.236 bukan jumlah yang belum/);
    expect(ask("UCJ_TARGET", 0.336, 10, blank, 0.9)).toBe(0.9);
    expect(ask("UCJ_PATH", 0.336, 2025, blank, 0.15, 0.9)).toHaveLength(22);
    expect(ask("UCJ_EXPLAIN", 1000, blank, 0.5)).toMatch(/^0 ÷ 1.000 = 0,00 %/);
  });
});

describe("What a cell may hold by mistake", () => {
  test("a share where people belong is no lost thousands dot", () => {
    expect(ask("UCJ_UNCOVERED", 140940, 0.35)).toMatch(/0,35 bukan jumlah orang yang utuh$/);
    expect(ask("UCJ_UNCOVERED", 140940, 49.397)).toMatch(/Tulis 49397$/);
  });

  test("what the argument takes is named: text, a date, a number", () => {
    expect((ask("UCJ_ROLLUP", [[true]], [[1]], [[1]]) as unknown[][])[1]?.[0]).toBe(
      "⚠ Kunci: berisi TRUE; isi dengan teks",
    );
    expect((ask("UCJ_SEGMENTS", [[new Date(2025, 0, 1)]], [[1]], [[1]]) as unknown[][])[1]?.[0]).toMatch(
      /berisi tanggal; isi dengan teks/,
    );
    expect(ask("UCJ_RULE", "batas", true)).toMatch(/berisi TRUE; isi dengan tanggal$/);
    expect(ask("UCJ_COVERAGE", true, 1)).toMatch(/berisi TRUE; isi dengan angka$/);
  });
});

describe("Dates", () => {
  test.each([
    ["ISO text", "2024-12-31"],
    ["Indonesian text", "31 Desember 2024"],
    ["figures", "31/12/2024"],
    ["a serial number, as Excel hands a date over", 45657],
    ["a Date, as Sheets hands it over", new Date(2024, 11, 31)],
  ])("%s: before the first day in force says which day that is", (_, date) => {
    expect(ask("UCJ_RULE", "batas", date)).toBe("#N/A Baru berlaku 1 Januari 2025");
  });

  test.each([
    ["ISO text", "2025-01-01"],
    ["English text", "1 January 2025"],
    ["a serial number with a time", 45658.75],
    ["a Date late in the day", new Date(2025, 0, 1, 23, 59)],
  ])("%s: from its first day on the rule is in force", (_, date) => {
    expect(ask("UCJ_RULE", "batas", date)).toBe(0.995);
  });

  test.each(["31 Juni 2025", "29/2/2023", "12/31/2025", "kemarin", 2025, true, new Date(Number.NaN)])(
    "%p is no date",
    (date) => {
      expect(ask("UCJ_RULE", "batas", date)).toMatch(/^#VALUE! Tanggal: /);
    },
  );

  test.each([null, "", 0, undefined])("left out as %p: the newest rule", (date) => {
    expect(ask("UCJ_RULE", "batas", date)).toBe(0.995);
  });

  test("a Date is no number of people", () => {
    expect(ask("UCJ_COVERAGE", new Date(2025, 0, 1), 1)).toMatch(/berisi tanggal/);
  });
});

describe("Rules", () => {
  test("an unknown key lists every key, and every key has a value and a source", () => {
    const sentence = ask("UCJ_RULE", "x") as string;
    const keys = sentence.replace(/.*pilih: /, "").split(", ");
    expect(keys).toHaveLength(17);
    for (const key of keys) {
      expect(ask("UCJ_RULE", key)).toBeGreaterThan(0);
      expect(ask("UCJ_SOURCE", key)).toMatch(/\. Berlaku sejak \d.* \d{4}; keyakinan [A-D] \(/);
    }
  });

  test.each(["", null, "  "])("a key left blank, as %p, lists the keys", (key) => {
    expect(ask("UCJ_RULE", key)).toMatch(/^#N\/A Kunci belum diisi; pilih: pertumbuhan, /);
  });

  test("keys in English, with spaces and capitals", () => {
    expect(
      ["growth", "Ceiling", " NASIONAL 2029", "National-2029", 2045].map((key) => ask("UCJ_RULE", key)),
    ).toEqual([0.2, 0.995, 0.4392, 0.4392, 0.995]);
  });

  test("the contribution is the sum of its parts, and the discount leaves budgets alone", () => {
    expect(ask("UCJ_RULE", "iuran_bpu")).toBe(
      (ask("UCJ_RULE", "jkk_bpu") as number) + (ask("UCJ_RULE", "jkm_bpu") as number),
    );
    expect(ask("UCJ_RULE", "diskon_bpu", "2026-06-01")).toBe(0.5);
    expect(ask("UCJ_BUDGET", 1, 1)).toBe(16800);
  });

  test("older national targets are kept, and are no part of the path", () => {
    expect(ask("UCJ_RULE", "nasional_2024")).toBe(0.3724);
    expect(ask("UCJ_NATIONAL", 2024)).toBe("#N/A Jalur nasional hanya untuk 2025–2045");
    expect(ask("UCJ_NATIONAL", 2046)).toBe("#N/A Jalur nasional hanya untuk 2025–2045");
  });
});

describe("Sums", () => {
  test("UCJ_TOTAL_COVERAGE names the row that lacks a figure or cannot be read", () => {
    const labor = [[100], [200], [300]];
    expect(ask("UCJ_TOTAL_COVERAGE", labor, [[50], [""], [60]])).toMatch(
      /^#N\/A Baris ke-2: peserta aktif kosong/,
    );
    expect(ask("UCJ_TOTAL_COVERAGE", [[100], [200], [0]], [[50], [60], [70]])).toMatch(
      /^#N\/A Baris ke-3: Angkatan/,
    );
    expect(ask("UCJ_TOTAL_COVERAGE", labor, [[50], ["x"], [60]])).toMatch(
      /^#VALUE! Baris ke-2: Peserta aktif: "x"/,
    );
  });

  test("UCJ_TOTAL_COVERAGE: a zero that is truly zero is typed as text, the same in every host", () => {
    expect(ask("UCJ_TOTAL_COVERAGE", [[100], [300]], [[100], ["0"]])).toBe(0.25);
  });

  test("UCJ_ROLLUP: a bad row costs its group and the total, not the others", () => {
    const table = ask(
      "UCJ_ROLLUP",
      [["Baruga"], ["Kadia"], ["BARUGA "], [null], ["Poasia"], [""], ["Kadia"]],
      [[100], ["abc"], [300], [null], [0], [7], [true]],
      [[50], [10], [70], [null], [0], [1], [5]],
    ) as unknown[][];
    expect(table.map((row) => row[0])).toEqual(["Kelompok", "Baruga", "Kadia", "Poasia", "", "Jumlah"]);
    expect(table[1]).toEqual(["Baruga", 400, 120, 280, 0.3, 1]);
    expect(table[2]?.slice(1)).toEqual(
      Array(5).fill(expect.stringMatching(/^⚠ Baris ke-2: Angkatan kerja: "abc"/)),
    );
    expect(table[3]).toEqual(["Poasia", 0, 0, 0, ...Array(2).fill(expect.stringMatching(/kosong atau 0/))]);
    expect(table[4]?.[1]).toMatch(/^⚠ Baris ke-6: kuncinya kosong/);
    expect(table[5]?.slice(1, 5)).toEqual(Array(4).fill(expect.stringMatching(/^⚠ .*baris ke-2$/)));
  });

  test("UCJ_ROLLUP: a million rows in one call", () => {
    const rows = 1_000_000;
    const column = (of: (i: number) => unknown): unknown[][] =>
      Array.from({ length: rows }, (_, i) => [of(i)]);
    const table = ask(
      "UCJ_ROLLUP",
      column((i) => `Kecamatan ${i % 1000}`),
      column(() => 10),
      column((i) => i % 2),
    ) as unknown[][];
    expect(table).toHaveLength(1002);
    expect(table[1001]).toEqual(["Jumlah", 10 * rows, rows / 2, 9.5 * rows, 0.05, ""]);
  });

  test("UCJ_ALLOCATE keeps the shape, takes weights of any size and names a bad one", () => {
    expect(
      ask("UCJ_ALLOCATE", 7, [
        [1, 2],
        [0, 4],
      ]),
    ).toEqual([
      [1, 2],
      [0, 4],
    ]);
    expect(ask("UCJ_ALLOCATE", 9007199254740991, [[1e15], [1e15], [1e15]])).toEqual([
      [3002399751580331],
      [3002399751580330],
      [3002399751580330],
    ]);
    expect(ask("UCJ_ALLOCATE", 3, [["10%", "20%", "30%"]])).toEqual([[1, 1, 1]]);
    expect(ask("UCJ_ALLOCATE", 3, [[1], [-2]])).toMatch(
      /^#VALUE! Baris ke-2: Bobot: -2; tidak boleh negatif/,
    );
    expect(ask("UCJ_ALLOCATE", [[1], [2]], [[1], [2]])).toMatch(/satu sel/);
  });
});

describe("Targets and paths", () => {
  test("UCJ_TARGET: a ceiling that is blank or 0 is not a ceiling of nothing", () => {
    expect(ask("UCJ_TARGET", 0.336, 1, undefined, 0)).toMatch(/^#N\/A Batas atas kosong atau 0/);
    expect(ask("UCJ_TARGET", [[0.336], [0.4]], 1, undefined, [[0.9], [null]])).toEqual([
      [expect.closeTo(0.4032, 12)],
      [expect.stringMatching(/^⚠ Batas atas kosong atau 0/)],
    ]);
  });

  test("UCJ_PATH runs to 2045 when no end is given, and takes single cells only", () => {
    const table = ask("UCJ_PATH", 0.3505, 2025) as unknown[][];
    expect(table).toHaveLength(22);
    expect(table[21]).toEqual([2045, 0.995, 0.995]);
    expect(ask("UCJ_PATH", [[0.3], [0.4]], 2025)).toMatch(/satu sel/);
    expect(ask("UCJ_PATH", 33.6, 2025)).toMatch(/^#VALUE! Cakupan: 33,6 terlalu besar/);
  });

  test("a falling growth never lowers a path", () => {
    expect(ask("UCJ_PATH", 0.5, 2025, 2027, -0.1, 0.6)).toEqual([
      ["Tahun", "Jalur naik -10 %", "Jalur tetap"],
      [2025, 0.5, 0.5],
      [2026, 0.5, expect.closeTo(0.5477225575051661, 12)],
      [2027, 0.5, 0.6],
    ]);
  });

  test.each([
    [4975, 7200, 2],
    [4975, 8640, 3],
    [4975, 6000, 1],
    [4974, 7200, 3],
    [4976, 7200, 2],
  ])("UCJ_YEARS: %i of %i reaches 99.5 %% after %i years, to the last person", (active, labor, years) => {
    expect(ask("UCJ_YEARS", active / labor)).toBe(years);
  });

  test("UCJ_YEARS: a chained target with a last-digit error is not a year late", () => {
    expect(0.009 * 1.2 * 1.2).toBeLessThan(0.01296);
    expect(ask("UCJ_YEARS", 0.009 * 1.2, 0.01296)).toBe(1);
    expect(ask("UCJ_YEARS", 0.009, 0.01296)).toBe(2);
  });

  test("UCJ_YEARS: a target missed by a billionth is missed", () => {
    expect(ask("UCJ_YEARS", 0.5, [[0.6, 0.6000000005]])).toEqual([[1, 2]]);
  });

  test("UCJ_STATUS: exactly 20 % up is on track, whatever the last digit", () => {
    expect(ask("UCJ_STATUS", 0.4032, 0.995, 0.336)).toBe("sesuai jalur");
    expect(ask("UCJ_STATUS", 0.4031, 0.995, 0.336)).toBe("di bawah jalur");
    expect(0.0051 * 1.2).toBeGreaterThan(0.00612);
    expect(ask("UCJ_STATUS", 0.00612, 0.995, 0.0051)).toBe("sesuai jalur");
    expect(ask("UCJ_STATUS", 0.336, 0.995, 0)).toBe("di bawah jalur");
    expect(ask("UCJ_STATUS", 1.05, 0.995)).toBe("tercapai");
  });

  test("UCJ_MONTH_TARGET: people rounded up to the last person, shares as they are", () => {
    expect(ask("UCJ_MONTH_TARGET", 0, 7, [[1, 6, 12]])).toEqual([[1, 4, 7]]);
    expect(ask("UCJ_MONTH_TARGET", 0, 1, 6)).toBe(0.5);
    expect(ask("UCJ_MONTH_TARGET", "35,05%", "42,06%", 12)).toBe(0.4206);
    expect(ask("UCJ_MONTH_TARGET", 35.05, 42.06, 6)).toMatch(/^#VALUE! Isi keduanya sebagai persen/);
    expect(ask("UCJ_MONTH_TARGET", 49397, 59280, 13)).toMatch(/1 sampai 12/);
  });
});

describe("Words and numbers", () => {
  test("UCJ_CHECK: the segments of several regions are one row for each, whatever the number of cells", () => {
    const [labor, active] = [
      [[100], [200], [300], [400]],
      [[10], [20], [30], [40]],
    ];
    const parts = [
      [10, 20],
      [30, 40],
    ];
    expect(ask("UCJ_CHECK", labor, active, null, null, null, parts)).toMatch(/pilih 4 baris, satu baris per/);
    expect(
      ask("UCJ_CHECK", labor, active, null, null, null, [
        [5, 5],
        [10, 10],
        [15, 15],
        [20, 20],
      ]),
    ).toHaveLength(4);
  });

  test("UCJ_CHECK: a thousand segments still make a sentence that fits a cell", () => {
    const column = (part: number): number[][] => Array.from({ length: 1000 }, () => [part]);
    for (const part of [100, 140]) {
      const said = ask("UCJ_CHECK", 100_000, 50_000, null, null, null, column(part)) as string;
      expect(said).toContain(`${part} + ${part} + …`);
      expect(said.length).toBeLessThan(500);
    }
  });

  test("UCJ_EXPLAIN: a target met to the person is reached", () => {
    expect(ask("UCJ_EXPLAIN", 1000, 500, 0.5)).toMatch(/target 50,00 % = 500 orang, sudah tercapai$/);
    expect(ask("UCJ_EXPLAIN", 1000, 500, null)).toBe("500 ÷ 1.000 = 50,00 %; 500 belum terlindungi");
  });

  test("UCJ_NUMBER: a number stays as it is, text becomes one, two readings are refused", () => {
    expect(ask("UCJ_NUMBER", [[140.94, "2,8 juta", "140,940", true]])).toEqual([
      [
        140.94,
        2800000,
        expect.stringMatching(/^⚠ Teks: "140,940" bisa berarti/),
        expect.stringMatching(/^⚠ Teks: berisi TRUE/),
      ],
    ]);
  });
});

describe("Money", () => {
  test("layers of a construction contract, each side of every step", () => {
    const values = [100e6, 100e6 + 10000, 500e6, 1e9, 5e9, 5e9 + 1000];
    expect(ask("UCJ_JAKON", [values])).toEqual([[240000, 240019, 1000000, 1750000, 6550000, 6550001]]);
    expect(ask("UCJ_JAKON", [[80_000_624, 80_000_625]])).toEqual([[192001, 192002]]);
    // Rounding the contract first would make 192,001.4988 of it 192,002.
    expect(ask("UCJ_JAKON", [[80_000_624.5, 80_000_624.99, 0.4]])).toEqual([[192001, 192001, 0]]);
  });

  test("a budget buys back exactly the workers it was made for", () => {
    for (const workers of [1, 7, 14880, 22100, 999999])
      expect(ask("UCJ_WORKERS_FOR", ask("UCJ_BUDGET", workers, 5), 5)).toBe(workers);
    expect(ask("UCJ_BUDGET", 9e15, 1200)).toMatch(/^#VALUE! Hasilnya di luar jangkauan/);
  });
});
