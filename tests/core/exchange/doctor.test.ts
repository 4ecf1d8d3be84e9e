// The doctor finds every disguise of a UCJ formula, says so in words, and what it offers is the live formula.

import { Session } from "node:inspector";
import type { BlockCell } from "../../../core/block";
import { addressOf } from "../../../core/block";
import { detach } from "../../../core/exchange/detach";
import { examine } from "../../../core/exchange/doctor";
import { RECORD_SHEET, type Sheet } from "../../../core/exchange/record";
import { restored } from "../../../core/exchange/restore";
import { EXCEL, restyle, SHEETS_EN, SHEETS_ID, type Style } from "../../../core/exchange/tokens";

const sheet = (
  formulas: Sheet["formulas"],
  values: Sheet["values"] = formulas as BlockCell[][],
  name = "Data",
): Sheet => ({
  name,
  row: 0,
  column: 0,
  formulas,
  values,
});
const found = (formulas: Sheet["formulas"], values?: Sheet["values"], host: Style = EXCEL) =>
  examine(sheet(formulas, values), host).findings.map(({ cell, kind, repair }) => [cell, kind, repair]);

describe("restore in Excel", () => {
  test.each([
    ["=_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xldudf_ucj_coverage(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_XLDUDF_UCJ_COVERAGE( A1 , B1 )", "=UCJ_COVERAGE( A1 , B1 )"],
    ["=@_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["= @ _xldudf_UCJ_PATH(A1,2025)", "= UCJ_PATH(A1,2025)"],
    ["=[2]!_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=@[12]!_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["='C:\\Users\\it''s me\\AppData\\UCJ.xla'!_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=1+'https://x/UCJ.xlam'!_xldudf_UCJ_COVERAGE(A1,B1)", "=1+UCJ_COVERAGE(A1,B1)"],
    ["=UCJ.xlam!_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xlfn._xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xlfn.UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xlfn._xlws.UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xludf.UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xldudf_UCJ_UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=_xldudf_UCJ_TARGET_WORKERS(A1,B1)", "=UCJ_TARGET_WORKERS(A1,B1)"],
    ["=UCJ.COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    ["=ucj.Target_Workers(A1,B1)", "=UCJ_TARGET_WORKERS(A1,B1)"],
    ["=UCJ.UCJ_COVERAGE(A1,B1)", "=UCJ_COVERAGE(A1,B1)"],
    [
      '=IF(_xldudf_UCJ_COVERAGE(A1,B1)>0.5,"_xldudf_UCJ_COVERAGE(A1)",_xldudf_UCJ_NEEDED(A1,B1,[2]!_xldudf_UCJ_TARGET(C1,1)))',
      '=IF(UCJ_COVERAGE(A1,B1)>0.5,"_xldudf_UCJ_COVERAGE(A1)",UCJ_NEEDED(A1,B1,UCJ_TARGET(C1,1)))',
    ],
    ["=IFERROR(_xldudf_UCJ_COVERAGE(A7,B7),B7/A7)", "=IFERROR(UCJ_COVERAGE(A7,B7),B7/A7)"],
    ['=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(A6,B6)"),0.35048)', "=UCJ_COVERAGE(A6,B6)"],
    ['=IFERROR(@__xludf.DUMMYFUNCTION("=UCJ_COVERAGE(A6,B6)"),0.35048)', "=UCJ_COVERAGE(A6,B6)"],
    ['=@IFERROR(__xludf.DUMMYFUNCTION("ucj_coverage(A6;B6)"),"x,y(")', "=UCJ_COVERAGE(A6,B6)"],
    ['=iferror(__xludf.dummyfunction("UCJ_TARGET(0,5;1;A1)"),0.35048)', "=UCJ_TARGET(0.5,1,A1)"],
    [
      '=IFERROR(__xludf.DUMMYFUNCTION("IF(A1=""a"""",b"",UCJ_COVERAGE(A6,B6),0)"),"")',
      '=IF(A1="a"",b",UCJ_COVERAGE(A6,B6),0)',
    ],
    ['=IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVER"&"AGE(A6,B6)"),1)', "=UCJ_COVERAGE(A6,B6)"],
    ['=__xludf.DUMMYFUNCTION("UCJ_COVERAGE(A6,B6)")', "=UCJ_COVERAGE(A6,B6)"],
    ['=100*IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(A6,B6)+1"),1)', "=100*(UCJ_COVERAGE(A6,B6)+1)"],
    [
      '=IFERROR(__xludf.DUMMYFUNCTION("ARRAYFORMULA(UCJ_COVERAGE(A6:A9,B6:B9))"),1)',
      "=(UCJ_COVERAGE(A6:A9,B6:B9))",
    ],
    [
      '=IFERROR(__xludf.DUMMYFUNCTION("ARRAYFORMULA(A1:A2)+ArrayFormula(UCJ_COVERAGE(A6:A9,5))"),1)',
      "=(A1:A2)+(UCJ_COVERAGE(A6:A9,5))",
    ],
    ['=IFERROR(__xludf.DUMMYFUNCTION("_xldudf_UCJ_COVERAGE(A6,B6)"),1)', "=UCJ_COVERAGE(A6,B6)"],
  ])("%s", (formula, live) => {
    expect(restored(formula, EXCEL)).toMatchObject({ text: live });
    expect(found([[formula]], [["#NAME?"]])).toEqual([["A1", expect.any(String), live]]);
    expect(restored(live, EXCEL)).toMatchObject({ kind: "live", text: live });
  });

  test.each([
    'IFERROR(__xludf.DUMMYFUNCTION("QUERY(UCJ_ROLLUP(A1:A9,B1:B9,C1:C9),""select *"")"),1)',
    'IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(A2:A,B2:B)"),1)',
  ])("keeps the value of what Excel cannot compute: %s", (formula) => {
    expect(restored(`=${formula}`, EXCEL)).toEqual({
      kind: "frozen",
      name: expect.stringMatching(/^UCJ_/),
    });
    expect(found([[`=${formula}`]], [[1]])).toEqual([["A1", "frozen", undefined]]);
    expect(restored(`=${formula}`, SHEETS_EN)).toHaveProperty("text");
    expect(restored(`=${formula}`, { ...EXCEL, sheets: true })).toHaveProperty("text");
  });
});

describe("restore in Sheets", () => {
  test.each([
    [SHEETS_ID, "=_xldudf_UCJ_TARGET(A1;0,5)", "=UCJ_TARGET(A1;0,5)"],
    [SHEETS_ID, '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_TARGET(A1,0.5)");0,35048)', "=UCJ_TARGET(A1;0,5)"],
    [
      SHEETS_EN,
      '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_TARGET(A1,0.5,{1,2})");0.35048)',
      "=UCJ_TARGET(A1;0.5;{1,2})",
    ],
    [
      SHEETS_ID,
      '=IFERROR(__xludf.DUMMYFUNCTION("QUERY(UCJ_ROLLUP(A2:A,B2:B,{1,2;3,4}),"""")");1)',
      '=QUERY(UCJ_ROLLUP(A2:A;B2:B;{1\\2;3\\4});"")',
    ],
  ] as const)("%j %s", (host, formula, live) => {
    expect(restored(formula, host)).toMatchObject({ text: live });
  });
});

describe("cells that a formula of Sheets spilled into", () => {
  const S = '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),0.5)';
  const ours = '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_PATH(A1,2025)"),1)';
  const theirs = '=IFERROR(__xludf.DUMMYFUNCTION("QUERY(A1:B9)"),1)';
  const clears = (formulas: string[][], values?: Sheet["values"]) =>
    examine(sheet(formulas, values ?? formulas.map((row) => row.map(() => 1))), EXCEL)
      .findings.filter(({ kind, repair }) => kind === "spilled" && repair === "")
      .map(({ cell, words }) => [cell, /rumus di (\w+)/.exec(words.id)?.[1]]);

  test("a block, its formula in the corner", () => {
    expect(
      clears([
        ["", "", ""],
        ["", ours, S],
        ["", S, S],
        ["1", "2", "3"],
      ]),
    ).toEqual([
      ["C2", "B2"],
      ["B3", "B2"],
      ["C3", "B2"],
    ]);
  });
  test("somebody else's spill is never cleared", () => {
    expect(
      clears([
        [theirs, S],
        [S, S],
      ]),
    ).toEqual([]);
    expect(clears([[S, S]])).toEqual([]);
    expect(
      clears([
        ["1", S],
        [ours, ""],
      ]),
    ).toEqual([]);
  });
  test("side by side, and one under the other", () => {
    expect(
      clears([
        [theirs, ours],
        [S, S],
        [S, S],
      ]),
    ).toEqual([
      ["B2", "B1"],
      ["B3", "B1"],
    ]);
    expect(
      clears([
        [ours, theirs],
        [S, S],
        [S, S],
      ]),
    ).toEqual([
      ["A2", "A1"],
      ["A3", "A1"],
    ]);
    expect(
      clears([
        [ours, S],
        [S, S],
        [theirs, S],
        [S, S],
      ]),
    ).toEqual([
      ["B1", "A1"],
      ["A2", "A1"],
      ["B2", "A1"],
    ]);
    expect(
      clears([
        [theirs, S],
        [S, S],
        [ours, S],
        [S, S],
      ]),
    ).toEqual([
      ["B3", "A3"],
      ["A4", "A3"],
      ["B4", "A3"],
    ]);
  });
  test("where both could have spilled, nothing is cleared", () => {
    expect(
      clears([
        ["", ours],
        [theirs, S],
        [S, S],
      ]),
    ).toEqual([]);
  });
  test("a formula that cannot come back keeps its cells", () => {
    expect(clears([['=IFERROR(__xludf.DUMMYFUNCTION("QUERY(UCJ_PATH(A1,1))"),1)'], [S]])).toEqual([]);
  });
  test("a formula that came back and waits for room", () => {
    expect(clears([["=UCJ_PATH(A1,2025)", S]], [["#SPILL!", 0.5]])).toEqual([["B1", "A1"]]);
    expect(clears([["=UCJ_PATH(A1,2025)", S]], [[2025, 0.5]])).toEqual([]);
  });
});

describe("formulas that are spelled well", () => {
  test("a bare name that is not known: write it again", () => {
    expect(found([["=ROUND(@ucj_coverage(A1,B1),2)"]], [["#NAME?"]])).toEqual([
      ["A1", "unnamed", "=ROUND(UCJ_COVERAGE(A1,B1),2)"],
    ]);
    expect(found([["=UCJ_COVERAGE(A1,B1)"]], [[{ error: "#NAME?" }]])).toHaveLength(1);
    for (const fine of [0.5, "#N/A", "#VALUE!", ""])
      expect(found([["=UCJ_COVERAGE(A1,B1)"]], [[fine]])).toEqual([]);
    expect(found([["=SUMM(A1,B1)"]], [["#NAME?"]])).toEqual([]);
  });
  test("a function of a newer version is named, not touched", () => {
    expect(found([["=_xldudf_UCJ_FORECAST(A1)", "=UCJ_FORECAST(A1)"]], [["#NAME?", "#NAME?"]])).toEqual([
      ["A1", "unknown", undefined],
      ["B1", "unknown", undefined],
    ]);
    expect(restored("=_xldudf_UCJ_FORECAST(A1)", EXCEL)).toEqual({ kind: "unknown", name: "UCJ_FORECAST" });
  });
  test("an unknown neighbour, which may be somebody else's, does not keep ours from coming back", () => {
    for (const formula of [
      "=UCJ_FORECAST(A1)+_xldudf_UCJ_COVERAGE(A1,B1)",
      "=_xldudf_UCJ_COVERAGE(A1,B1)+UCJ_FORECAST(A1)",
    ])
      expect(found([[formula]], [[1]])).toEqual([["A1", "unregistered", formula.replace("_xldudf_", "")]]);
    expect(found([["=UCJ_COVERAGE(A1,B1)+UCJ_FORECAST(A1)"]], [["#NAME?"]])).toEqual([
      ["A1", "unknown", undefined],
    ]);
  });
  test("results that never came", () => {
    expect(
      found(
        [["=UCJ_COVERAGE(A1,B1)", "=A1", "#BUSY!", "Loading...", "Loading bay...?", "Memuat…"]],
        [["#BUSY!", "#BUSY!", "#BUSY!", "Loading...", "Loading bay...?", "Memuat…"]],
      ),
    ).toEqual([
      ["A1", "busy", "=UCJ_COVERAGE(A1,B1)"],
      ["C1", "busy", undefined],
      ["D1", "busy", undefined],
      ["F1", "busy", undefined],
    ]);
  });
});

describe("numbers that are text", () => {
  const numbers = (...column: BlockCell[]) =>
    found(column.map((cell) => [cell])).map(([cell, kind, repair]) =>
      kind === "text-number" ? [cell, repair] : kind,
    );

  test("marked as quantities", () => {
    expect(numbers("140.940", "1.234.567", "35,05%", "Rp 16.800", "1.250,5")).toEqual([
      ["A1", 140940],
      ["A2", 1234567],
      ["A3", 0.3505],
      ["A4", 16800],
      ["A5", 1250.5],
    ]);
  });
  test("two readings are named, never chosen", () => {
    expect(numbers("140,940")).toEqual([["A1", undefined]]);
  });
  test("bare digits, only among numbers", () => {
    expect(numbers("49397", 5)).toEqual([["A1", 49397]]);
    expect(numbers("49397", "7471")).toEqual([]);
  });
  test("codes, years, words, NIK and a deliberate zero are not", () => {
    expect(
      numbers(
        "74.71",
        "74.71.01",
        "2025",
        "Konawe",
        "0",
        "7471010101010001",
        "0812345678",
        "31.12.2025",
        "",
        5,
        null,
        true,
      ),
    ).toEqual([]);
  });
});

describe("what the record knows", () => {
  const formulas = [["=UCJ_COVERAGE(C1,D1)", "=UCJ_VERSION()", "=UCJ_PATH(C1,2025)", "", 8]];
  const values = [[0.5, "0.1.0", 2025, 0.5, 8]];
  const { record, changes } = detach(
    { ...sheet(formulas, values), anchors: [[undefined, undefined, undefined, "C1"]] },
    "plain",
    EXCEL,
    "21 November 2026",
  );
  const after: unknown[] = [...(formulas[0] as unknown[])];
  for (const { cell, write } of changes)
    after[cell.charCodeAt(0) - 65] = typeof write === "string" ? write.replace(/^'/, "") : write;

  test("is detached until somebody edits it", () => {
    const report = examine(sheet([after], values), EXCEL, record);
    expect(report.findings.map(({ cell, kind }) => [cell, kind])).toEqual([
      ["A1", "detached"],
      ["B1", "detached"],
      ["C1", "detached"],
    ]);
    expect(report.findings[0]?.words.id).toContain("21 November 2026");
    const edited = [0.5, ...after.slice(1)];
    expect(examine(sheet([edited], values), EXCEL, record).counts.detached).toBe(2);
    expect(examine(sheet([after], values, "Lain"), EXCEL, record).counts.detached).toBeUndefined();
  });
  test("its own sheet is not examined", () => {
    expect(examine(sheet([["=UCJ_COVERAGE(A1,B1)"]], [["#NAME?"]], RECORD_SHEET), EXCEL).findings).toEqual(
      [],
    );
  });
});

test("counts by kind, addresses from where the block stands, words in both languages", () => {
  const formulas = [
    ["=_xldudf_UCJ_COVERAGE(A1,B1)", "=UCJ.COVERAGE(A1,B1)"],
    ["=[2]!_xldudf_UCJ_TARGET(A1,1)", "1.234"],
  ];
  const block = {
    ...sheet(formulas, [
      [1, 1],
      [1, "1.234"],
    ]),
    row: 9,
    column: 27,
  };
  const { findings, counts } = examine(block, EXCEL);
  expect(counts).toEqual({ unregistered: 2, namespaced: 1, "text-number": 1 });
  expect(findings.map(({ cell }) => cell)).toEqual(["AB10", "AC10", "AB11", "AC11"]);
  for (const { words } of findings) {
    expect(words.id).toMatch(/UCJ_|teks/);
    expect(words.en).not.toBe(words.id);
  }
});

describe("the work grows with the workbook, not faster", () => {
  const spellings = [
    "=IFERROR(_xldudf_UCJ_COVERAGE(B#,C#),IF(SUM(Tabel1[[#This Row],[a]],'It''s'!A1)>0,\"x\"\"y\",0))",
    '=IFERROR(__xludf.DUMMYFUNCTION("UCJ_NEEDED(B#;C#;0,5)"),1)',
    '=IFERROR(__xludf.DUMMYFUNCTION("""COMPUTED_VALUE"""),0.5)',
    "=UCJ_COVERAGE(B#,C#)",
    "=B#/C#",
  ];
  const workbook = (formulas: number): Sheet & { readonly reads: () => number } => {
    let reads = 0;
    const counted = (cells: BlockCell[]): BlockCell[] =>
      new Proxy(cells, {
        get: (row, key) => {
          if (typeof key === "string" && /^\d+$/.test(key)) reads++;
          return Reflect.get(row, key);
        },
      });
    const lines = Array.from({ length: formulas / 5 }, (_, r) =>
      spellings.map((text) => text.replace(/#(?=[,;)]|$)/g, String(r + 1))),
    );
    return {
      ...sheet(
        lines.map(counted),
        lines.map((line) => counted(line.map(() => "#NAME?"))),
      ),
      reads: () => reads,
    };
  };

  test("every cell of 50,000 is found and read a fixed number of times", () => {
    const perCell = [2000, 50000].map((size) => {
      const book = workbook(size);
      const { findings } = examine(book, EXCEL);
      expect(findings.length).toBe((size / 5) * 4);
      return book.reads() / size;
    });
    expect(perCell[1]).toBeCloseTo(perCell[0] as number, 2);
  }, 120_000);

  /** How often functions of core were called, counted by V8 itself: the same on an idle machine and a busy one. */
  const steps = (work: () => unknown): number => {
    const session = new Session();
    session.connect();
    let count = 0;
    session.post("Profiler.enable");
    session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    work();
    session.post("Profiler.takePreciseCoverage", (_, { result }) => {
      for (const { url, functions } of result)
        if (/core[\\/](?:exchange[\\/]\w+|numbers|exact|block)\.ts$/.test(url))
          for (const { ranges } of functions) for (const range of ranges) count += range.count;
    });
    session.disconnect();
    return count;
  };

  test("eight times the formulas take eight times the steps", () => {
    const [few, many] = [250, 2000].map((size) => {
      const book = workbook(size);
      return steps(() => examine(book, EXCEL)) / size;
    }) as [number, number];
    expect(few).toBeGreaterThan(50);
    expect(Math.abs(many / few - 1)).toBeLessThan(0.01);
  });

  const PARTS: readonly (readonly [string, (size: number) => string])[] = [
    ["arguments", (size) => `=SUM(${"_xldudf_UCJ_COVERAGE(A1,B1),".repeat(size / 27)}1)`],
    [
      "frozen parts",
      (size) => `=0${'+IFERROR(__xludf.DUMMYFUNCTION("UCJ_COVERAGE(A1,B1)"),1)'.repeat(size / 57)}`,
    ],
    ["names in LET", (size) => `=LET(x,1,${"x+UCJ_COVERAGE(A1,B1)+".repeat(size / 2200)}x)`],
    ["an unclosed string", (size) => `=UCJ_COVERAGE("${'""'.repeat(size / 2)}`],
    ["unclosed tables", (size) => `=UCJ_COVERAGE${"[".repeat(size)}`],
    ["unclosed arrays", (size) => `=UCJ_COVERAGE${"{".repeat(size)}`],
    ["unclosed sheets", (size) => `=UCJ_COVERAGE${"''!".repeat(size / 3)}'`],
    ["at signs", (size) => `=${"@".repeat(size)}_xldudf_UCJ_COVERAGE(A1,B1)`],
    ["spaces", (size) => `=${" ".repeat(size)}_xldudf_UCJ_COVERAGE${" ".repeat(size)}(A1,B1)`],
    ["digits", (size) => `=UCJ_COVERAGE(${"1".repeat(size)}E)`],
  ];

  test.each(PARTS)("in one formula's %s", (_, formula) => {
    const [few, many] = [4400, 8 * 4400].map((size) => {
      const text = formula(size);
      return steps(() => restored(text, EXCEL));
    }) as [number, number];
    expect(many / few).toBeLessThan(8.1);
  });

  // What is not counted is the work inside loops, regular expressions and lists. Were any of it quadratic,
  // this many marks would take far longer than a test may.
  test.each(PARTS)("400,000 marks of %s come to an end", (_, formula) => {
    const text = formula(400_000);
    expect(restyle(restyle(text, EXCEL, SHEETS_ID), SHEETS_ID, EXCEL)).toBe(text);
    restored(text, EXCEL);
    expect(examine(sheet([[text]], [[text.length]]), EXCEL).findings.length).toBeLessThan(2);
  });

  test("addresses", () => {
    expect(addressOf(9, 27)).toBe("AB10");
  });
});
