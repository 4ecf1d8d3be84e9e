// npm run rollup: files read, bad rows counted and listed, totals that reconcile, a workbook of live tables, no half file.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { main } from "../../tools/rollup";
import { recalculate, withLibreOffice } from "../libreoffice";
import { makeXlsx, readXlsx } from "../xlsx";
import { openDuck } from "./engines";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ucj-rollup-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command here; answers its exit code and what it said. */
async function rollup(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line) => void lines.push(String(line)));
  const error = jest.spyOn(console, "error").mockImplementation((line) => void lines.push(String(line)));
  process.exitCode = 0;
  await main(args);
  const code = Number(process.exitCode);
  process.exitCode = 0;
  log.mockRestore();
  error.mockRestore();
  return { code, said: lines.join("\n") };
}

const WORKERS = `DAFTAR TENAGA KERJA;;;;;;;
NIK;Nama;Tanggal Lahir;Provinsi;Kabupaten/Kota;Segmen;Status;Tanggal data
7401000000000001;Ani;1990-01-01;Sulawesi Tenggara;Kota Kendari;Penerima Upah;Aktif;30/06/2025
7401000000000002;=Budi;1990-01-02;Sulawesi Tenggara;kota kendari;BPU;Tidak aktif;30/06/2025
7401000000000002;Budi;1990-01-02;Sulawesi Tenggara;Kota Kendari ;BPU;Aktif;30/06/2025
7401000000000003;Cici;1990-01-02;Sulawesi Tenggara;;BPU;Aktif;30/06/2025
7401000000000004;Dedi;1990-01-02;Sulawesi Tenggara;Kab. Konawe;PU;Aktif;31/12/2024
7401000000000005;Edi;1990-01-02;Sulawesi Tenggara;Kab. Konawe;PU;entah;30/06/2025
7401000000000006;Fani;1990-01-02;Sulawesi Tenggara;Kab. Konawe;PU;Aktif;31/06/2025
7401000000000007;Gani;1990-01-02;Sulawesi Tenggara;Kab. Konawe;Jakon;Non Aktif;30/06/2025
7,4E+15;Hani;1990-01-02;Sulawesi Tenggara;Kab. Konawe;Jakon;Aktif;30/06/2025
7401000000000009;Ida;1990-01-02;Sulawesi Tenggara;Kab. Konawe
`;
const lines = (name: string): string[] =>
  readFileSync(at(name), "utf8").replace("\ufeff", "").trim().split(/\r?\n/);

describe("worker records", () => {
  beforeAll(() => writeFileSync(at("pekerja.csv"), WORKERS));

  test("rows in = counted + listed, and every row left out is there with its reason", async () => {
    const { code, said } = await rollup(
      "--in",
      at("pekerja.csv"),
      "--by",
      "kabupaten,segmen",
      "--out",
      at("ringkasan.csv"),
    );
    expect([code, said]).toEqual([0, expect.stringContaining("Baris masuk 10 = dihitung 4 + didaftar 6")]);
    expect(said).toContain("posisi 2025-06-30");
    expect(lines("ringkasan.csv")).toEqual([
      "Provinsi,Kabupaten/kota,Segmen,Angkatan kerja,Peserta aktif,Belum terlindungi,Cakupan",
      "Sulawesi Tenggara,Kab. Konawe,Jakon,2,1,1,0.5",
      "Sulawesi Tenggara,Kota Kendari,BPU,1,1,0,1",
      "Sulawesi Tenggara,Kota Kendari,PU,1,1,0,1",
    ]);
    const listed = lines("ringkasan-baris-tidak-dihitung.csv").slice(1);
    expect(listed.map((line) => line.split(",").slice(0, 2).join(" ")).sort()).toEqual([
      "12 Baris tidak utuh: Expected Number of Columns: 8 Found: 5",
      "2 NIK ganda",
      "4 Wilayah kosong",
      "5 Tanggal lain (bukan posisi yang dihitung)",
      "6 Status tidak dikenal",
      "7 Tanggal tidak terbaca",
    ]);
    // The worker counts as the active row; a name can never become a formula.
    expect(listed.find((line) => line.startsWith("2,"))).toContain("'=Budi");
    expect(readdirSync(folder).filter((name) => name.includes("sebagian"))).toEqual([]);
  });

  test("another day is counted when it is asked for", async () => {
    const { said } = await rollup(
      "--in",
      at("pekerja.csv"),
      "--by",
      "provinsi",
      "--per",
      "31/12/2024",
      "--out",
      at("dulu.csv"),
    );
    expect(said).toContain("Baris masuk 10 = dihitung 1");
    expect(lines("dulu.csv")[1]).toBe("Sulawesi Tenggara,1,1,0,1");
  });

  test("the workbook: tables of formulas with their values, findings, and the rows that reconcile", async () => {
    await rollup(
      "--in",
      at("pekerja.csv"),
      "--by",
      "kabupaten,segmen",
      "--target",
      "42,06%",
      "--out",
      at("buku.xlsx"),
    );
    const book = readXlsx(readFileSync(at("buku.xlsx")));
    expect(book.sheets).toEqual([
      "Kecamatan dan desa Sulawesi Ten",
      "Segmen",
      "Rekap",
      "RekapSegmen",
      "Temuan",
      "Baris",
    ]);
    const rekap = book.cells.get("Rekap");
    expect(rekap?.get("G2")).toEqual({ value: 0.5, error: false, formula: "E2/D2" });
    const table = [...(book.cells.get(book.sheets[0] as string)?.values() ?? [])];
    expect(table.some(({ formula }) => formula?.includes("Rekap!"))).toBe(true);
    expect(table.some(({ value }) => value === 0.75)).toBe(true);
    const rows = [...(book.cells.get("Baris")?.values() ?? [])];
    expect(rows.filter(({ formula }) => formula?.startsWith("SUM("))).toEqual([
      expect.objectContaining({ value: 10 }),
    ]);
  });

  test("Excel's rounded NIKs make nobody a double", async () => {
    const people = Array.from({ length: 20 }, (_, i) => [
      7401000000000000 + 10 * (i >> 1),
      "Kota Kendari",
      "Aktif",
    ]);
    writeFileSync(at("bulat.xlsx"), makeXlsx({ Data: [["NIK", "Kabupaten", "Status"], ...people] }));
    const { said } = await rollup("--in", at("bulat.xlsx"), "--by", "kabupaten", "--out", at("bulat.csv"));
    expect(said).toContain("Baris masuk 20 = dihitung 20 + didaftar 0");
  });
});

describe("files of counts", () => {
  test("numbers as Indonesians write them; text, fractions and totals are listed", async () => {
    writeFileSync(
      at("jumlah.csv"),
      `Kabupaten/Kota,Angkatan Kerja,Peserta Aktif
Kota Kendari,140.940,49.397
Kab. Konawe,79388,"27.636 orang"
Kab. Muna,sekitar 90 ribu,1000
Kab. Buton,140.94,10
Kab. Wakatobi,-5,3
Kab. Bombana,,3
Jumlah,220328,77033
`,
    );
    const { said } = await rollup("--in", at("jumlah.csv"), "--by", "kabupaten", "--out", at("hasil.xlsx"));
    expect(said).toContain("Baris masuk 7 = dihitung 2 + didaftar 5");
    for (const reason of [
      "Teks di kolom angka / Text in a column of numbers: 1",
      "Angka negatif atau pecahan / Negative number or fraction: 2",
      "Angka kosong / No number: 1",
      "Baris jumlah / Total row: 1",
    ])
      expect(said).toContain(reason);
    const book = readXlsx(readFileSync(at("hasil.xlsx")));
    expect(book.sheets).toEqual(expect.arrayContaining(["Rekap", "Temuan", "Baris"]));
    expect(book.value("Rekap", "E3")).toBe(49397 / 140940);
    expect(book.value("Rekap", "E2")).toBe(27636 / 79388);
  });

  test("participants from one file, the labour force from another; the diagnosis runs over the result", async () => {
    writeFileSync(
      at("peserta.csv"),
      `Kabupaten,Nama\n${"Kota Kendari,x\n".repeat(5)}${"Kab. Konawe,x\n".repeat(2)}Kab. Entah,x\n`,
    );
    const alone = await rollup("--in", at("peserta.csv"), "--by", "kabupaten", "--out", at("tanpa.csv"));
    expect([alone.code, alone.said]).toEqual([1, expect.stringContaining("--angkatan-kerja")]);
    expect(existsSync(at("tanpa.csv"))).toBe(false);
    writeFileSync(
      at("angkatan.csv"),
      "Kabupaten;Angkatan kerja\nKota Kendari;4\nKAB. KONAWE;8\nKab. Muna;3\nJumlah;15\n",
    );
    const { said } = await rollup(
      "--in",
      at("peserta.csv"),
      "--by",
      "kabupaten",
      "--angkatan-kerja",
      at("angkatan.csv"),
      "--out",
      at("gabung.xlsx"),
    );
    expect(said).toContain("Baris masuk 8 = dihitung 7 + didaftar 1");
    expect(said).toContain("Angkatan kerja wilayah ini tidak ada");
    expect(said).toContain("labour force file: Baris jumlah");
    const book = readXlsx(readFileSync(at("gabung.xlsx")));
    expect(
      [2, 3, 4].map((row) => ["A", "B", "C"].map((column) => book.value("Rekap", `${column}${row}`))),
    ).toEqual([
      ["Kab. Konawe", 8, 2],
      ["Kab. Muna", 3, 0],
      ["Kota Kendari", 4, 5],
    ]);
    const findings = [...(book.cells.get("Temuan")?.values() ?? [])].map(({ value }) => String(value));
    expect(
      findings.some((words) => words.startsWith("Kota Kendari: Peserta aktif 5 melebihi angkatan kerja 4")),
    ).toBe(true);
  });

  test("Parquet, xlsx and CSV of the same rows give the same result", async () => {
    const rows = [
      ["Provinsi", "Kecamatan", "Segmen", "Angkatan kerja", "Peserta aktif"],
      ["Sultra", "Mandonga", "PU", 1200, 640],
      ["Sultra", "Mandonga", "Informal", 800, 100],
      ["Sulsel", "Mandonga", "PU", 500, 500],
    ];
    writeFileSync(at("a.xlsx"), makeXlsx({ Data: rows }));
    writeFileSync(at("a.csv"), rows.map((row) => row.join("\t")).join("\r\n"));
    const duck = await openDuck("");
    await duck.run(`COPY (SELECT * FROM read_csv('${at("a.csv")}')) TO '${at("a.parquet")}'`);
    duck.close();
    const results: string[] = [];
    for (const kind of ["xlsx", "csv", "parquet"]) {
      const { said } = await rollup(
        "--in",
        at(`a.${kind}`),
        "--by",
        "kecamatan,segmen",
        "--out",
        at(`a-${kind}.csv`),
      );
      expect(said).toContain("Baris masuk 3 = dihitung 3 + didaftar 0");
      results.push(readFileSync(at(`a-${kind}.csv`), "utf8"));
    }
    expect(new Set(results).size).toBe(1);
    expect(results[0]).toContain("Sulsel,Mandonga,PU,500,500,0,1");
    expect(results[0]).toContain("Sultra,Mandonga,BPU,800,100,700,0.125");
  });
});

describe("a workbook of two segments in three regencies", () => {
  const make = async (): Promise<Uint8Array> => {
    const rows = [
      "Kota Kendari,PU,88357,30100",
      "Kota Kendari,BPU,52583,19297",
      "Kab. Konawe,PU,79388,27636",
      "Kab. Muna,BPU,50000,11000",
    ];
    writeFileSync(at("tiga.csv"), `Kabupaten,Segmen,Angkatan kerja,Peserta aktif\n${rows.join("\n")}\n`);
    await rollup(
      "--in",
      at("tiga.csv"),
      "--by",
      "kabupaten,segmen",
      "--target",
      "42,06%",
      "--out",
      at("tiga.xlsx"),
    );
    return readFileSync(at("tiga.xlsx"));
  };

  test("has the tables' charts, drawn from their cells", async () => {
    const parts = unzipSync(await make());
    const charts = Object.keys(parts).filter((name) => name.startsWith("xl/charts/"));
    expect(charts).toHaveLength(2);
    const chart = strFromU8(parts[charts[0] as string] as Uint8Array);
    expect(chart).toContain("<c:lineChart>");
    expect(chart).toContain(`<c:v>${49397 / 140940}</c:v>`);
  });

  withLibreOffice("LibreOffice computes in every cell what stands beside its formula", async () => {
    const file = await make();
    const [own, theirs] = [readXlsx(file), await recalculate(file)];
    let formulas = 0;
    for (const sheet of own.sheets)
      for (const [address, { value, formula }] of own.cells.get(sheet) ?? []) {
        if (formula === undefined) continue;
        formulas++;
        const computed = theirs.value(sheet, address) ?? "";
        if (typeof value === "number")
          expect([sheet, address, computed]).toEqual([sheet, address, expect.closeTo(value, 9)]);
        else expect([sheet, address, computed]).toEqual([sheet, address, value]);
      }
    expect(formulas).toBeGreaterThan(40);
  });
});

test("twenty thousand workers with every fault among them: the same sums as a plain loop, every other row listed", async () => {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const pick = (...list: string[]): string => list[next(list.length)] as string;
  const seen = new Map<string, { key: string; active: boolean }>();
  const sums = new Map<string, [number, number]>();
  let good = 0;
  const rows = Array.from({ length: 20_000 }, () => {
    const nik = next(100) === 0 ? pick("", "7,4E+15", "123") : String(7401000000000000 + next(60_000));
    const regency = next(100) === 0 ? pick("", " ") : `Kab. ${1 + next(20)}`;
    const segment = next(100) === 0 ? "" : pick("PU", "Penerima Upah", "BPU", "Jakon");
    const status =
      next(100) === 0 ? pick("", "?", "entah") : pick("Aktif", "AKTIF", "Tidak Aktif", "Nonaktif");
    const date = next(100) === 0 ? pick("31/12/2024", "31/06/2025", "") : "30/06/2025";
    const usable = regency.trim() && segment && /aktif/i.test(status) && date === "30/06/2025";
    if (usable) {
      const active = status.toLowerCase() === "aktif";
      const key = `${regency},${segment === "Penerima Upah" ? "PU" : segment}`;
      const before = /^\d{16}$/.test(nik) ? seen.get(nik) : undefined;
      // One worker, one row: the first, unless a later one is the first that is active.
      const counts = !before || (active && !before.active);
      if (counts) {
        if (before) {
          const sum = sums.get(before.key) as [number, number];
          sums.set(before.key, [sum[0] - 1, sum[1]]);
        } else good++;
        const sum = sums.get(key) ?? [0, 0];
        sums.set(key, [sum[0] + 1, sum[1] + (active ? 1 : 0)]);
        if (/^\d{16}$/.test(nik)) seen.set(nik, { key, active });
      }
    }
    return [nik && `"${nik}"`, regency, segment, status, date].join(",");
  });
  writeFileSync(at("acak.csv"), `NIK,Kabupaten,Segmen,Status,Tanggal data\n${rows.join("\n")}\n`);
  const { said } = await rollup(
    "--in",
    at("acak.csv"),
    "--by",
    "kabupaten,segmen",
    "--out",
    at("acak-hasil.csv"),
  );
  expect(said).toContain(`Baris masuk 20000 = dihitung ${good} + didaftar ${20_000 - good}`);
  const expected = [...sums].map(([key, [labor, active]]) => `${key},${labor},${active}`).sort();
  expect(
    lines("acak-hasil.csv")
      .slice(1)
      .map((line) => line.split(",").slice(0, 4).join(","))
      .sort(),
  ).toEqual(expected);
  const listed = lines("acak-hasil-baris-tidak-dihitung.csv").slice(1);
  expect(listed).toHaveLength(20_000 - good);
  expect(new Set(listed.map((line) => line.split(",")[0])).size).toBe(listed.length);
});

test("what an earlier run wrote is kept, and a whole number with .0 is one", async () => {
  writeFileSync(at("ulang.csv"), "Kabupaten,Angkatan kerja,Peserta aktif\nKab. A,120.0,60.0\n");
  writeFileSync(at("ulang-hasil.csv"), "catatan saya");
  const { said } = await rollup("--in", at("ulang.csv"), "--by", "kabupaten", "--out", at("ulang-hasil.csv"));
  expect(said).toContain("ulang-hasil-lama-1.csv");
  expect(readFileSync(at("ulang-hasil-lama-1.csv"), "utf8")).toBe("catatan saya");
  expect(lines("ulang-hasil.csv")[1]).toBe("Kab. A,120,60,60,0.5");
});

test("a labour force without participants is no coverage of nought", async () => {
  writeFileSync(at("hanya.csv"), "Kabupaten,Angkatan kerja\nKab. A,120\nKab. B,80\n");
  const { code, said } = await rollup("--in", at("hanya.csv"), "--by", "kabupaten", "--out", at("x.csv"));
  expect([code, said]).toEqual([1, expect.stringContaining("tidak ada kolom Peserta aktif")]);
  expect(existsSync(at("x.csv"))).toBe(false);
});

describe("a sentence instead of a half file", () => {
  const cases: [string, string[], string][] = [
    ["nothing said", [], "Tulis: npm run rollup"],
    [
      "no such file",
      ["--in", "tidak-ada.csv", "--by", "kabupaten", "--out", "x.xlsx"],
      "Berkas tidak-ada.csv tidak ada",
    ],
    ["no such key", ["--in", "package.json", "--by", "warna", "--out", "x.xlsx"], "package.json bukan .csv"],
    [
      "only a segment",
      ["--in", "@", "--by", "segmen", "--out", "x.xlsx"],
      "--by perlu sedikitnya satu wilayah",
    ],
    ["unknown key", ["--in", "@", "--by", "warna", "--out", "x.xlsx"], "--by warna tidak dikenal"],
    ["wrong output", ["--in", "@", "--by", "kabupaten", "--out", "x.pdf"], ".xlsx atau .csv"],
    [
      "the input itself",
      ["--in", "@", "--by", "kabupaten", "--out", "@"],
      "--out sama dengan berkas masukan",
    ],
    [
      "a column that is not there",
      ["--in", "@", "--by", "desa", "--out", "x.xlsx"],
      "Kolom Desa/Kelurahan tidak ditemukan",
    ],
  ];
  test.each(cases)("%s", async (_, args, sentence) => {
    writeFileSync(at("pekerja.csv"), WORKERS);
    const { code, said } = await rollup(
      ...args.map((arg) => (arg === "@" ? at("pekerja.csv") : arg === "x.xlsx" ? at(arg) : arg)),
    );
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
    expect(existsSync(at("x.xlsx"))).toBe(false);
  });

  test.each([
    ["rusak.xlsx", "bukan zip"],
    ["rusak.parquet", "bukan parquet"],
    ["kosong.csv", ""],
    ["gambar.csv", "\u0000\u0001PNG\n\u0000"],
  ])("%s is named", async (name, content) => {
    writeFileSync(at(name), content);
    const { code, said } = await rollup("--in", at(name), "--by", "kabupaten", "--out", at("x.csv"));
    expect([code, said]).toEqual([1, expect.stringMatching(/tidak bisa dibaca|judul kolom tidak ditemukan/)]);
    expect(existsSync(at("x.csv"))).toBe(false);
  });

  test("Ctrl-C leaves nothing behind", async () => {
    const duck = await openDuck("");
    await duck.run(
      `COPY (SELECT CAST(7400000000000000 + i // 2 AS VARCHAR) AS "NIK", 'Kab. ' || (i % 500) AS "Kabupaten", 'Aktif' AS "Status" FROM range(4000000) t(i)) TO '${at("banyak.parquet")}'`,
    );
    duck.close();
    const before = new Set(readdirSync(folder));
    const left = (): string[] => readdirSync(tmpdir()).filter((name) => /^ucj-rollup-(?!test)/.test(name));
    const others = new Set(left());
    const child = spawn(process.execPath, [
      "tools/run.mjs",
      "rollup",
      "--in",
      at("banyak.parquet"),
      "--by",
      "kabupaten",
      "--out",
      at("batal.xlsx"),
    ]);
    let said = "";
    const code = await new Promise<number | null>((resolve) => {
      child.stderr.on("data", (data) => {
        said += String(data);
        // The doubles take seconds: the run is in the middle of its work.
        if (said.includes("Mencari NIK ganda") && !child.killed) child.kill("SIGINT");
      });
      child.on("exit", resolve);
    });
    expect([code, said]).toEqual([130, expect.stringContaining("tidak ada berkas yang ditulis")]);
    expect(readdirSync(folder).filter((name) => !before.has(name))).toEqual([]);
    expect(left().filter((name) => !others.has(name))).toEqual([]);
  }, 120_000);
});
