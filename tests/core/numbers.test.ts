// core/numbers.ts: what each printed number means, what is refused and in which words, and how numbers are written.
import fc from "fast-check";
import {
  type Printed,
  readNumber,
  writeNumber,
  writePercent,
  writeRupiah,
  writeShare,
} from "../../core/numbers";
import { isRefusal, type Refusal } from "../../core/refuse";

type Expected = readonly [
  text: string,
  value: number,
  unit: Printed["unit"],
  step: number,
  approximate?: true,
];

function reads(title: string, table: readonly Expected[]): void {
  describe(title, () => {
    test.each(table.map((row) => ({ row })))("$row.0", ({ row: [text, value, unit, step, approximate] }) => {
      expect(readNumber(text)).toEqual({ value, unit, step, approximate: approximate ?? false });
    });
  });
}

function refused(text: string): Refusal {
  const answer = readNumber(text);
  if (!isRefusal(answer)) throw new Error(`${JSON.stringify(text)} was read as ${JSON.stringify(answer)}`);
  return answer;
}

reads("plain numbers", [
  ["0", 0, null, 1],
  ["-0", 0, null, 1],
  ["7", 7, null, 1],
  ["2025", 2025, null, 1],
  ["140940", 140940, null, 1],
  ["  140940  ", 140940, null, 1],
  ["'140940", 140940, null, 1],
]);

reads("dots between groups of three are thousands", [
  ["1.250", 1250, null, 1],
  ["140.940", 140940, null, 1],
  ["1.856.400.000", 1856400000, null, 1],
  ["1.250,50", 1250.5, null, 0.01],
  ["1.250,500", 1250.5, null, 0.001],
  ["140.000", 140000, null, 1],
]);

reads("a comma is the decimal mark", [
  ["1,5", 1.5, null, 0.1],
  ["35,05", 35.05, null, 0.01],
  ["0,350", 0.35, null, 0.001],
  ["0,3505", 0.3505, null, 0.0001],
  ["1234,567", 1234.567, null, 0.001],
  ["0,35048247481197675", 0.35048247481197675, null, 1e-17],
]);

reads("marks that can only be English", [
  ["0.35", 0.35, null, 0.01],
  ["0.350", 0.35, null, 0.001],
  ["1,250,500", 1250500, null, 1],
  ["1,250.50", 1250.5, null, 0.01],
  ["1,250.500", 1250.5, null, 0.001],
  ["33.6%", 0.336, "percent", 0.001],
  ["12.34 persen", 0.1234, "percent", 0.0001],
  ["1.5 juta", 1500000, null, 100000],
  ["Rp 1.86 miliar", 1860000000, "rupiah", 10000000],
]);

reads("percent and points", [
  ["35,05%", 0.3505, "percent", 0.0001],
  ["35,05 %", 0.3505, "percent", 0.0001],
  ["35,05 persen", 0.3505, "percent", 0.0001],
  ["35,05persen.", 0.3505, "percent", 0.0001],
  ["99,5 PERSEN", 0.995, "percent", 0.001],
  ["40%", 0.4, "percent", 0.01],
  ["12,345%", 0.12345, "percent", 0.00001],
  ["117,7 percent", 1.177, "percent", 0.001],
  ["-8,16 poin", -0.0816, "percent", 0.0001],
  ["−8,16 persen poin", -0.0816, "percent", 0.0001],
  ["–8,16 percentage points", -0.0816, "percent", 0.0001],
  ["minus 10,72 persen", -0.1072, "percent", 0.0001],
  ["+9,85 poin", 0.0985, "percent", 0.0001],
]);

reads("ribu, juta, miliar, triliun", [
  ["343 ribu", 343000, null, 1000],
  ["50rb", 50000, null, 1000],
  ["6,4 juta", 6400000, null, 100000],
  ["6,4jt", 6400000, null, 100000],
  ["1,327 juta", 1327000, null, 1000],
  ["1.250,5 juta", 1250500000, null, 100000],
  ["1.327.500 ribu", 1327500000, null, 1000],
  ["2 milyar", 2000000000, null, 1e9],
  ["1,2 triliun", 1.2e12, null, 1e11],
  ["1.2 million", 1200000, null, 100000],
]);

reads("rupiah", [
  ["Rp 16.800", 16800, "rupiah", 1],
  ["Rp16.800,-", 16800, "rupiah", 1],
  ["Rp. 16.800,-", 16800, "rupiah", 1],
  ["Rp.16.800,–", 16800, "rupiah", 1],
  ["Rp 16.800,00", 16800, "rupiah", 0.01],
  ["16.800,-", 16800, "rupiah", 1],
  ["16.800 rupiah", 16800, "rupiah", 1],
  ["IDR 1,856,400,000", 1856400000, "rupiah", 1],
  ["Rp1,86 miliar", 1860000000, "rupiah", 10000000],
  ["Rp 1,86 M", 1860000000, "rupiah", 10000000],
  ["1,86 M rupiah", 1860000000, "rupiah", 10000000],
  ["Rp 1,2 T", 1.2e12, "rupiah", 1e11],
  ["-Rp 5.000", -5000, "rupiah", 1],
  ["Rp -5.000", -5000, "rupiah", 1],
]);

reads("people", [
  ["140.940 orang", 140940, "people", 1],
  ["49.397 pekerja", 49397, "people", 1],
  ["49.397 peserta aktif", 49397, "people", 1],
  ["91.543 tenaga kerja", 91543, "people", 1],
  ["91.543 TK", 91543, "people", 1],
  ["1.599 jiwa.", 1599, "people", 1],
  ["343 ribu pekerja", 343000, "people", 1000],
]);

reads("said to be approximate", [
  ["sekitar 50 ribu orang", 50000, "people", 1000, true],
  ["kurang lebih 50 ribu", 50000, null, 1000, true],
  ["lebih dari 40 persen", 0.4, "percent", 0.01, true],
  ["hampir 3 miliar rupiah", 3e9, "rupiah", 1e9, true],
  ["sekitar Rp1,86 miliar", 1860000000, "rupiah", 10000000, true],
  ["±35%", 0.35, "percent", 0.01, true],
  ["~ 140.000", 140000, null, 1, true],
  ["50 ribu lebih", 50000, null, 1000, true],
  ["50 ribu lebih pekerja", 50000, "people", 1000, true],
  ["50 ribuan orang", 50000, "people", 1000, true],
  ["kira-kira 2 juta", 2000000, null, 1000000, true],
]);

reads("signs, spaces and digits as they arrive from elsewhere", [
  ["(1.250)", -1250, null, 1],
  ["Rp (1.250)", -1250, "rupiah", 1],
  ["(Rp 1.250,50)", -1250.5, "rupiah", 0.01],
  ["−1.250", -1250, null, 1],
  ["35,05\u00a0%", 0.3505, "percent", 0.0001],
  ["Rp\u00a016.800", 16800, "rupiah", 1],
  ["140\u202f940", 140940, null, 1],
  ["1\u00a0250\u00a0500,25", 1250500.25, null, 0.01],
  ["140'940", 140940, null, 1],
  ["１４０．９４０", 140940, null, 1],
  ["３５，０５％", 0.3505, "percent", 0.0001],
  ["\u200b140.940\u200e", 140940, null, 1],
  ["140.940\n orang", 140940, "people", 1],
]);

/** Decided by hand, one by one; a null is a refusal. */
describe("what planners type, PDF files give and the press prints", () => {
  test.each<[string, number | null]>([
    ["\u202a140.940\u202c", 140940],
    ["\u2066140.940\u2069", 140940],
    ["\u061c140.940\u00ad", 140940],
    ["22,1 ribu pekerja", 22100],
    ["1.808.432 org", 1808432],
    ["Rp 1.856.400.000,00", 1856400000],
    ["Rp 10,72 triliun", 1.072e13],
    ["Rp16.8 ribu", 16800],
    ["Rp 1.856,4 juta", 1856400000],
    ["Rp 1.856 juta", null],
    ["1.500 ribu", null],
    ["1.234,5 ribu", 1234500],
    ["100,000 %", 1],
    ["100.000 %", null],
    ["0,5 persen", 0.005],
    ["0.50%", 0.005],
    ["117,7%", 1.177],
    ["35,05%)", null],
    ["35,05 %*", null],
    ["<35%", null],
    ["≥ 20 %", null],
    ["20% per tahun", null],
    ["naik 20%", null],
    ["(8,16%)", null],
    ["–5%", -0.05],
    ["▲ 5%", null],
    ["8,16 pp", null],
    ["5‰", null],
    ["50-an ribu", null],
    ["dua juta", null],
    ["2½ juta", null],
    ["500rb-an", null],
    ["2 juta lebih", 2000000],
    ["kurang dari 50 ribu", 50000],
    ["tidak sampai 50 ribu", null],
    ["minimal 20%", null],
    ["mencapai 49.397 orang", 49397],
    ["antara 3 dan 5", null],
    ["3,5–4 juta", null],
    ["2024-2025", null],
    ["2025/2026", null],
    ["Tahun 2025", null],
    ["Juni 2025", null],
    ["08.30 WIB", null],
    ["9371.02.2001", null],
    ["3173012345670001", null],
    ["14O.940", null],
    ["l40.940", null],
    ["140 .940", null],
    ["140.940 1)", null],
    ["140.940 ²", null],
    ["140\u2009940,5", 140940.5],
    ["12\u00a034", null],
    ["140，94", 140.94],
    ["１，２ｊｕｔａ", 1200000],
    ["10.00.000", null],
    ["1.000.000.0", null],
    ["01.250", null],
    ["140940.00", null],
    ["99.5", null],
    ["1.00", null],
    ["1.000", 1000],
    ["1,2345", 1.2345],
    ["Rp -", null],
    ["Rp0,-", 0],
    ["#REF!", null],
    ["nol", null],
    ["USD 5", null],
    ["Rp 2 m", 2e9],
    ["Rp 2 Bn", null],
    ["140.940 (seratus empat puluh ribu)", null],
  ])("%j", (text, meant) => {
    const read = readNumber(text);
    expect(isRefusal(read) ? null : read.value).toBe(meant);
  });
});

describe("two readings are refused, and both are named", () => {
  test.each([
    ["1,250", "1,25 atau 1.250; tulis 1,25 atau 1250", "1.25 or 1,250; type 1.25 or 1250"],
    ["140,940", "140,94 atau 140.940; tulis 140,94 atau 140940", "140.94 or 140,940; type 140.94 or 140940"],
    ["-1,250", "-1,25 atau -1.250; tulis -1,25 atau -1250", "-1.25 or -1,250; type -1.25 or -1250"],
    ["140,000", "140 atau 140.000; tulis 140 atau 140000", "140 or 140,000; type 140 or 140000"],
    [
      "140,942 orang",
      "140,942 atau 140.942; tulis 140,9420 atau 140942",
      "140.942 or 140,942; type 140.9420 or 140942",
    ],
    ["Rp 1,250", "1,25 atau 1.250; tulis 1,25 atau 1250", "1.25 or 1,250; type 1.25 or 1250"],
    [
      "12.345%",
      "12,345% atau 12.345%; tulis 12,3450% atau 12345%",
      "12.345% or 12,345%; type 12.3450% or 12345%",
    ],
    [
      "1.327 juta",
      "1.327.000 atau 1.327.000.000; tulis 1327000 atau 1327000000",
      "1,327,000 or 1,327,000,000; type 1327000 or 1327000000",
    ],
    [
      "1,250 million",
      "1.250.000 atau 1.250.000.000; tulis 1250000 atau 1250000000",
      "1,250,000 or 1,250,000,000; type 1250000 or 1250000000",
    ],
    [
      "1234.567",
      "1.234,567 atau 1.234.567; tulis 1234,5670 atau 1234567",
      "1,234.567 or 1,234,567; type 1234.5670 or 1234567",
    ],
    [
      "1,5 M",
      "1.500.000 atau 1.500.000.000; tulis 1500000 atau 1500000000",
      "1,500,000 or 1,500,000,000; type 1500000 or 1500000000",
    ],
  ])("%j", (text, id, en) => {
    expect(refused(text)).toEqual({
      refusal: { id: `"${text}" bisa berarti ${id}`, en: `"${text}" can mean ${en}` },
      as: "value",
    });
  });

  test.each([
    ["12.34", "12,34"],
    ["140.94 orang", "140,94"],
    ["8.5", "8,5"],
    ["1.2345", "1,2345"],
  ])("%j has a dot for a comma", (text, typed) => {
    const { refusal, as } = refused(text);
    expect(as).toBe("value");
    expect(refusal.id).toBe(`"${text}" memakai titik sebagai koma desimal; tulis ${typed}`);
    expect(refusal.en).toContain(`type ${typed}, or ${typed.replace(",", ".")} as a number`);
  });

  test.each([
    ["30–40 persen", "30% atau 40%", "30% or 40%"],
    ["30 hingga 40 persen", "30% atau 40%", "30% or 40%"],
    ["33,6% - 40,32%", "33,6% atau 40,32%", "33.6% or 40.32%"],
    ["sekitar 1.250 s.d. 1.500 orang", "1.250 atau 1.500", "1,250 or 1,500"],
    ["5 sampai dengan 10 juta", "5.000.000 atau 10.000.000", "5,000,000 or 10,000,000"],
    ["Rp 900 ribu s/d 1,5 juta", "900.000 atau 1.500.000", "900,000 or 1,500,000"],
  ])("the range %j", (text, id, en) => {
    expect(refused(text).refusal).toEqual({
      id: `"${text}" adalah rentang; tulis satu angka saja: ${id}`,
      en: `"${text}" is a range; type one number only: ${en}`,
    });
  });

  test("every number offered for typing in Indonesian is accepted, and is one of the two readings", () => {
    for (const text of [
      "1,250",
      "140,942",
      "12.345%",
      "1.327 juta",
      "1234.567",
      "1,5 M",
      "12.34",
      "-140,942",
    ]) {
      const offered = refused(text).refusal.id.split("tulis ")[1]?.split(" atau ") ?? [];
      expect(offered.length).toBeGreaterThan(0);
      const values = offered.map((offer) => {
        const read = readNumber(offer);
        return isRefusal(read) ? Number.NaN : read.value;
      });
      expect(values).not.toContain(Number.NaN);
      if (values.length === 2)
        expect(Math.abs((values[1] ?? 0) / (values[0] ?? 0) - 1000)).toBeLessThan(1e-9);
    }
  });
});

describe("no data is refused as missing", () => {
  test.each(
    [
      "",
      "   ",
      "-",
      "–",
      "—",
      "--",
      "...",
      "…",
      "n/a",
      "N/A",
      "#N/A",
      "n.a.",
      "NA",
      "tidak ada",
      "Tidak ada data",
    ].concat(["belum ada", "data tidak tersedia", "nihil", "kosong", "\u00a0", "\u200b"]),
  )("%j", (text) => {
    expect(refused(text)).toEqual({
      refusal: {
        id: "kosong atau tanpa data; isi angkanya, atau 0 bila memang nol",
        en: "is blank or has no data; enter the number, or 0 if it is truly zero",
      },
      as: "missing",
    });
  });
});

describe("dates are refused as dates", () => {
  test.each([
    "8 Juni 2025",
    "per 30 April 2025",
    "31/12/2025",
    "31-12-2025",
    "31.12.2025",
    "2025-06-08",
    "8 Des 25",
  ])("%j", (text) => {
    expect(refused(text)).toEqual({
      refusal: {
        id: `"${text}" adalah tanggal; tulis angkanya saja, misalnya 140.940 atau 35,05%`,
        en: `"${text}" is a date; type the number only, such as 140940 or 35.05%`,
      },
      as: "value",
    });
  });
});

describe("what is not one clear number is refused", () => {
  test.each([
    [
      "words",
      ["Kendari", "lima puluh ribu", "%", "Rp", "persen", "ribu", "sekitar", "NaN", "Infinity", "TRUE"],
    ],
    [
      "a number with other words",
      ["140.940 rumah", "5 tahun", "50 desa", "Rp 16.800 per bulan", "16.800/bulan"],
    ],
    [
      "two numbers",
      ["140.940 49.397", "140 940", "49.397 (35,05%)", "1 juta 250 ribu", "50 ribu 500", "12/34", "12:30"],
    ],
    [
      "broken marks",
      ["1.2.3", "1,2,3", "1.25.000", "1.250.50", "12,34.567", "1,25.5", "1.", ",5", "1..250", "140. 940"],
    ],
    [
      "codes and telephones",
      ["0812-3456-7890", "081234567890", "+6281234567890", "007", "00", "012.345", "7471012345678901"],
    ],
    [
      "signs that may mean something else",
      ["- 5", "5-", "--5", "+-5", "-Rp -5", "(35,05%)", "(50 orang)", "sekitar (5)"],
    ],
    ["notations of machines", ["1e5", "1,5E+11", "0x10", "½", "5½", "10²", "140.940¹", "١٤٠", "$5", "5k"]],
    [
      "units that contradict each other",
      ["Rp 5 orang", "5% orang", "5 ribu persen", "5 ribu juta", "Rp 5%", "5 orang ribu"],
    ],
    ["a letter that may be tonnes", ["5 T"]],
  ])("%s", (_, texts) => {
    for (const text of texts)
      expect([text, refused(text)]).toEqual([
        text,
        {
          refusal: {
            id: `"${text}" bukan satu angka yang jelas; tulis angkanya saja, misalnya 140.940 atau 35,05%`,
            en: `"${text}" is not one clear number; type the number only, such as 140940 or 35.05%`,
          },
          as: "value",
        },
      ]);
  });

  test("numbers beyond what a spreadsheet counts exactly", () => {
    expect(refused("9.007.199.254.740.993").refusal.id).toContain("terlalu besar");
    expect(refused("100.000.000 triliun").refusal.en).toContain("too large");
    expect(readNumber("9.007.199.254.740.991")).toMatchObject({ value: Number.MAX_SAFE_INTEGER });
  });

  test("more than one hundred characters, even of words that are known", () => {
    expect(readNumber(`140.940${" orang".repeat(15)}`)).toMatchObject({ value: 140940 });
    expect(refused(`140.940${" orang".repeat(16)}`).refusal.en).toContain("not one clear number");
  });

  test("a long text is quoted by its beginning, and no character is cut in half", () => {
    expect(refused(`${"a".repeat(39)}😀${"b".repeat(200)}`).refusal.id).toMatch(/^"a{39}…" bukan/);
  });
});

describe("whatever is read was meant", () => {
  const whole = fc.oneof(fc.nat(2000), fc.nat(3_000_000), fc.nat(Number.MAX_SAFE_INTEGER));
  const part = fc.stringMatching(/^\d{0,5}$/);
  const suffix = fc.constantFrom("", " orang", "%", " persen", " ribu", " juta");
  const worth = (suffixed: string): number =>
    ({ "%": -2, " persen": -2, " ribu": 3, " juta": 6 })[suffixed] ?? 0;
  const groups = (n: number, mark: string): string => {
    let digits = String(n);
    const parts: string[] = [];
    for (; digits.length > 3; digits = digits.slice(0, -3)) parts.unshift(digits.slice(-3));
    return [digits, ...parts].join(mark);
  };
  const meant = (n: number, decimals: string, power: number): number => Number(`${n}.${decimals}0e${power}`);

  const neverMisread = (thousand: string, decimal: string, except: (text: string) => boolean) => {
    let accepted = 0;
    fc.assert(
      fc.property(whole, part, suffix, fc.boolean(), (n, decimals, suffixed, grouped) => {
        const digits = (grouped ? groups(n, thousand) : String(n)) + (decimals && decimal + decimals);
        if (except(digits)) return;
        const read = readNumber(digits + suffixed);
        if (isRefusal(read)) return;
        accepted++;
        expect(read.value).toBe(meant(n, decimals, worth(suffixed)));
        expect(read.step).toBe(Number(`1e${worth(suffixed) - decimals.length}`));
      }),
      { numRuns: 5000 },
    );
    return accepted;
  };

  test("as an Indonesian writes it", () => {
    expect(neverMisread(".", ",", () => false)).toBeGreaterThan(2500);
  });

  test("as an Englishman writes it, but for 1.250, which is Indonesian for 1250, and 1,250% for 1.25%", () => {
    const accepted = neverMisread(
      ",",
      ".",
      (text) => /^\d{1,3}[.,]\d{3}$/.test(text) && !text.startsWith("0"),
    );
    expect(accepted).toBeGreaterThan(1000);
  });
});

/** Milliseconds of the processor, however many others want it: an expression that runs away takes minutes. */
function work(task: () => void): number {
  const before = process.cpuUsage();
  task();
  return process.cpuUsage(before).user / 1000;
}
const MOST = 1000;

describe("any text", () => {
  const sound = (text: string): void => {
    const read = readNumber(text);
    if (isRefusal(read)) {
      expect(read.refusal.id.length * read.refusal.en.length).toBeGreaterThan(0);
      expect(read.refusal.id + read.refusal.en).not.toMatch(/NaN|undefined|Infinity/);
    } else {
      expect(Number.isFinite(read.value)).toBe(true);
      expect(read.step).toBeGreaterThan(0);
    }
  };

  test("never throws and never gives NaN", () => {
    const bits = [
      "1",
      "0",
      "250",
      "940",
      ".",
      ",",
      " ",
      "-",
      "(",
      ")",
      "%",
      "'",
      "Rp",
      "rb",
      "juta",
      "M",
      "orang",
    ];
    const likely = fc.array(
      fc.constantFrom(...bits, "sekitar ", " hingga ", "–", "\u00a0", ",-", "lebih", "e", "/"),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), sound), { numRuns: 3000 });
    fc.assert(
      fc.property(
        likely.map((list) => list.join("")),
        sound,
      ),
      { numRuns: 10_000 },
    );
  });

  test("32,000 characters are answered at once", () => {
    const size = 32_000;
    const fillers = [
      "1",
      "1.",
      "1,",
      ".",
      ",",
      " ",
      "-",
      "(",
      "1-",
      "a",
      "a ",
      "1 ",
      "sekitar ",
      "\u200b",
      "１",
      "%",
      "1.250",
    ];
    for (const filler of [...fillers, "1\u00a0", "12.345.", "1 juta ", "s.d. "])
      for (const text of [filler.repeat(size / filler.length), `1${filler.repeat(size / filler.length)}x`]) {
        expect([filler, work(() => sound(text)) < MOST]).toEqual([filler, true]);
      }
    expect(readNumber(`${" ".repeat(size)}140.940${" ".repeat(size)}`)).toMatchObject({ value: 140940 });
  });

  test("the longest text that is still looked into is answered at once too", () => {
    for (const filler of ["1", "1.", "1,", "1-", "a", "a ", "1 ", " ", "%", "'", "1'", "-", "to ", "rp "])
      for (const end of ["", "x", "%", "1"]) {
        const text = `1${filler.repeat(100)}`.slice(0, 99) + end;
        expect([text, work(() => sound(text)) < MOST]).toEqual([text, true]);
      }
  });
});

describe("writeNumber", () => {
  test.each([
    [140940, "id", undefined, "140.940"],
    [140940, "en", undefined, "140,940"],
    [-1234567.5, "id", undefined, "-1.234.567,5"],
    [999, "id", undefined, "999"],
    [0, "id", undefined, "0"],
    [-0, "id", undefined, "0"],
    [0.4206, "id", undefined, "0,4206"],
    [0.1 + 0.2, "id", undefined, "0,3"],
    [42.7 / 100, "en", undefined, "0.427"],
    [1.005, "id", 2, "1,01"],
    [1234.5, "id", 2, "1.234,50"],
    [1234.5, "en", 0, "1,235"],
    [-2.5, "id", 0, "-3"],
    [-0.001, "id", 2, "0,00"],
    [0.05, "en", 1, "0.1"],
    [1e21, "id", 2, "1.000.000.000.000.000.000.000"],
    [Number.NaN, "id", undefined, "–"],
    [Number.NEGATIVE_INFINITY, "en", 2, "–"],
  ] as const)("%d in %s with %s decimals is %s", (value, language, decimals, text) => {
    expect(writeNumber(value, language, decimals)).toBe(text);
  });

  test("every whole number is read back", () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -3000, max: 2_000_000 })), (value) => {
        expect(readNumber(writeNumber(value, "id"))).toMatchObject({ value: value + 0, step: 1 });
      }),
      { numRuns: 5000 },
    );
  });

  test("every number with decimals is read back, but for three decimals, which are refused", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 1, max: 6 }),
        (units, decimals) => {
          const value = Number(`${units}e-${decimals}`);
          const text = writeNumber(value, "id", decimals);
          const read = readNumber(text);
          if (/^-?[1-9]\d{0,2},\d{3}$/.test(text)) expect(read).toHaveProperty("refusal");
          else expect(read).toMatchObject({ value: value + 0, step: Number(`1e-${decimals}`) });
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe("writeShare, writePercent, writeRupiah", () => {
  test("a share of head-counts is exact, with each language's marks", () => {
    expect(writeShare(49397, 140940, "id")).toBe("35,05 %");
    expect(writeShare(49397, 140940, "en")).toBe("35.05%");
    expect(writeShare(57, 800, "id")).toBe("7,13 %");
    expect(writeShare(-57, 800, "en")).toBe("-7.13%");
    expect(writeShare(150000, 1000, "id", 1)).toBe("15.000,0 %");
    expect(writeShare(1, 3, "id", 0)).toBe("33 %");
    expect(writeShare(5, 0, "id")).toBe("–");
  });

  test("a share known as a fraction rounds its halves up, however the float fell", () => {
    expect(writePercent(57 / 800, "id")).toBe("7,13 %");
    expect(writePercent(0.3505, "en")).toBe("35.05%");
    expect(writePercent(0.995, "id", 1)).toBe("99,5 %");
    expect(writePercent(-0.0816, "id")).toBe("-8,16 %");
    expect(writePercent(Number.NaN, "id")).toBe("–");
  });

  test("writePercent agrees with writeShare on head-counts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300_000 }), fc.nat(300_000), (labor, active) => {
        expect(writePercent(active / labor, "id")).toBe(writeShare(active, labor, "id"));
      }),
      { numRuns: 5000 },
    );
  });

  test("a written share is read back", () => {
    expect(readNumber(writeShare(49397, 140940, "id"))).toMatchObject({ value: 0.3505, unit: "percent" });
  });

  test("rupiah are whole", () => {
    expect(writeRupiah(1856400000, "id")).toBe("Rp 1.856.400.000");
    expect(writeRupiah(1856400000, "en")).toBe("Rp 1,856,400,000");
    expect(writeRupiah(-16800.5, "id")).toBe("-Rp 16.801");
    expect(writeRupiah(Number.NaN, "id")).toBe("–");
    expect(readNumber(writeRupiah(1856400000, "id"))).toMatchObject({ value: 1856400000, unit: "rupiah" });
  });
});
