// Detached formulas: no UCJ call left, the same result in engines we did not write, and the original text comes back.
import * as fc from "fast-check";
import { addressOf } from "../../../core/block";
import { call } from "../../../core/call";
import { catalogue } from "../../../core/catalogue";
import type { Definition } from "../../../core/define";
import { attach } from "../../../core/exchange/attach";
import { detach, detached, type Way } from "../../../core/exchange/detach";
import { parse, render } from "../../../core/exchange/formula";
import { asCell, type Content, readRecord, recordRow, type Sheet } from "../../../core/exchange/record";
import { EXCEL, SHEETS_EN, SHEETS_ID, type Style, tokenize } from "../../../core/exchange/tokens";
import { isRefusal } from "../../../core/refuse";
import { type Engine, gridEngine, ironCalc } from "../../engines";
import { randomFormula } from "./random";

const DATE = "2026-11-21";
const sheet = (formulas: Sheet["formulas"], values: Sheet["values"], name = "Data"): Sheet => ({
  name,
  row: 0,
  column: 0,
  formulas,
  values,
});
/** The UCJ functions that a formula calls. */
const ucjIn = (formula: string, style: Style): string[] => {
  const names: string[] = [];
  const root = parse(formula, style);
  if (!root) throw new Error(formula);
  render([root], (group) => {
    if (group.ucj?.fn) names.push(group.ucj.name);
    return undefined;
  });
  return names;
};
const one = (formula: string, shown: number | string = 0.5): Sheet => sheet([[formula]], [[shown]]);

describe("one formula", () => {
  test.each([
    ["=UCJ_COVERAGE(A1,B1)", "=IF(A1>0,IF(B1>=0,B1/A1,NA()),NA())"],
    ["=@_xldudf_UCJ_COVERAGE(A1,B1)", "=IF(A1>0,IF(B1>=0,B1/A1,NA()),NA())"],
    ["=[2]!_xldudf_ucj_coverage(A1,B1)", "=IF(A1>0,IF(B1>=0,B1/A1,NA()),NA())"],
    [
      "=UCJ_COVERAGE('It''s, it'!A1,Tab[@[a, b]])",
      "=IF('It''s, it'!A1>0,IF(Tab[@[a, b]]>=0,Tab[@[a, b]]/'It''s, it'!A1,NA()),NA())",
    ],
    ["=UCJ_COVERAGE(A1+A2,SUM(B1:B9))", "=IF((A1+A2)>0,IF(SUM(B1:B9)>=0,SUM(B1:B9)/(A1+A2),NA()),NA())"],
    ['=ROUND(100*UCJ_COVERAGE(A1,B1),2)&"%"', '=ROUND(100*IF(A1>0,IF(B1>=0,B1/A1,NA()),NA()),2)&"%"'],
    ["=UCJ_TARGET(A1,2)", "=IF(A1>0,IF(995/1000>0,MAX(A1,MIN(995/1000,A1*(1+20/100)^2)),NA()),NA())"],
    ["=UCJ_TARGET(A1,2,,-1%)", "=IF(A1>0,IF((-1%)>0,MAX(A1,MIN((-1%),A1*(1+20/100)^2)),NA()),NA())"],
    [
      "=UCJ_TOTAL_COVERAGE(Tab[a],'x y'!B1:B9)",
      `=IF(2*COUNTIFS(Tab[a],">0",'x y'!B1:B9,">0")=COUNTIF(Tab[a],">0")+COUNTIF('x y'!B1:B9,">0"),IF(SUM(Tab[a])>0,SUM('x y'!B1:B9)/SUM(Tab[a]),NA()),NA())`,
    ],
  ])("%s", (formula, plain) => {
    expect(detached(formula, "plain", EXCEL)).toMatchObject({ formula: plain });
  });

  test("a cell for an optional argument may be blank, which means left out", () => {
    expect(detached("=UCJ_TARGET(A1,1,C1)", "plain", EXCEL)).toMatchObject({
      formula: '=IF(A1>0,IF(995/1000>0,MAX(A1,MIN(995/1000,A1*(1+IF(C1="",20/100,C1))^1)),NA()),NA())',
    });
  });

  test("inside LET, LAMBDA and MAP ours are replaced like anywhere", () => {
    const twin = (l: string, a: string) => `IF(${l}>0,IF(${a}>=0,${a}/${l},NA()),NA())`;
    for (const [formula, plain] of [
      [
        "=LET(x,UCJ_COVERAGE(A1,B1),x&UCJ_COVERAGE(A2,B2))",
        `=LET(x,${twin("A1", "B1")},x&${twin("A2", "B2")})`,
      ],
      ["=MAP(A1:A9,B1:B9,LAMBDA(l,a,UCJ_COVERAGE(l,a)))", `=MAP(A1:A9,B1:B9,LAMBDA(l,a,${twin("l", "a")}))`],
    ] as const)
      expect(detached(formula, "plain", EXCEL)).toMatchObject({ formula: plain });
    const both = detached("=LET(t,UCJ_TARGET(A1,1),UCJ_TARGET_WORKERS(B1,t))", "plain", EXCEL);
    expect(both?.formula).not.toContain("UCJ_");
  });

  test("in Sheets' own separator and decimal comma", () => {
    expect(detached("=UCJ_TARGET(0,35;1;0,2)", "plain", SHEETS_ID)).toMatchObject({
      formula: "=IF(0,35>0;IF(995/1000>0;MAX(0,35;MIN(995/1000;0,35*(1+0,2)^1));NA());NA())",
    });
  });

  test("a fallback stands around the outermost call alone", () => {
    const nested = "=SUM(UCJ_NEEDED(A1,B1,@UCJ.TARGET(C1,1)),1)";
    const plain = detached(nested, "plain", EXCEL) as { formula: string };
    const twin = plain.formula.slice("=SUM(".length, -",1)".length);
    expect(detached(nested, "fallback", EXCEL)).toMatchObject({
      formula: `=SUM(IFERROR(UCJ_NEEDED(A1,B1,UCJ_TARGET(C1,1)),${twin}),1)`,
    });
  });

  test.each([
    ["=UCJ_VERSION()", false],
    ['="Sumber: "&UCJ_SOURCE("batas")', false],
    ["=UCJ_PATH(A1,2025)", true],
    ["=SUM(UCJ_PATH(A1,2025))", false],
    ["=UCJ_COVERAGE(A1:A9,B1:B9)", true],
    ["=UCJ_COVERAGE(A1:A9,5)", true],
    ["=UCJ_COVERAGE(Tab[a],Tab[b])", true],
    ["=UCJ_COVERAGE(Tab[[#This Row],[a]:[b]],B1)", true],
    ["=UCJ_COVERAGE(Tab[@[a]:[b]],B1)", true],
    ["=UCJ_COVERAGE(A1#,B1)", true],
    ["=UCJ_COVERAGE({1,2},3)", true],
    ["=UCJ_COVERAGE(SEQUENCE(3),3)", true],
    ["=SUM(UCJ_NEEDED(A1:A9,B1:B9,C1))", false],
    ['=UCJ_COVERAGE("140.940",B1)', false],
    ["=UCJ_COVERAGE(TRUE,B1)", false],
    ["=UCJ_COVERAGE(A1)", false],
    ["=UCJ_COVERAGE(,B1)", false],
    ["=UCJ_COVERAGE(A1,B1,C1)", false],
    ["=UCJ_TOTAL_COVERAGE(A1:A9*2,B1:B9)", false],
    ["=UCJ_TOTAL_COVERAGE(FILTER(A1:A9,B1:B9>0),B1:B9)", false],
  ])("%s becomes its value", (formula, many) => {
    for (const way of ["plain", "fallback"] as const) {
      const answer = detached(formula, way, EXCEL);
      expect(answer).toMatchObject({ many });
      expect(answer?.why?.id).toContain("UCJ_");
      expect(answer?.formula).toBeUndefined();
    }
  });

  test("what Excel cannot hold becomes its value, and quickly", () => {
    let formula = "A1";
    for (let i = 0; i < 40; i++) formula = `UCJ_NEEDED(${formula},B1,0.5)`;
    const answer = detached(`=${formula}`, "plain", EXCEL);
    expect(answer?.why?.id).toContain("terlalu panjang");
    const deep = `${"(".repeat(62)}UCJ_COVERAGE(A1,B1)${")".repeat(62)}`;
    expect(detached(`=${deep}`, "plain", EXCEL)).toHaveProperty("why");
    expect(detached(`=${deep.slice(2, -2)}`, "plain", EXCEL)).toHaveProperty("formula");
  });
});

describe("detach, then attach", () => {
  /** A host keeps formulas and hands them back with other capitals, spaces and separators. */
  const kept = (write: Content): Content => (typeof write === "string" ? write.replace(/^'/, "") : write);

  test.each([
    [EXCEL, "plain"],
    [EXCEL, "fallback"],
    [EXCEL, "values"],
    [SHEETS_ID, "plain"],
    [SHEETS_ID, "fallback"],
    [SHEETS_EN, "plain"],
  ] as const)("random formulas come back character for character: %j %s", (host, way) => {
    let replaced = 0;
    fc.assert(
      fc.property(fc.array(randomFormula(host), { minLength: 1, maxLength: 4 }), (formulas) => {
        const texts = formulas.map(({ text }) => text);
        const book = { ...sheet([texts], [texts.map((_, i) => i + 0.5)]), anchors: [[]] };
        const answer = detach(book, way, host, DATE);
        expect(answer.left).toEqual([]);
        const cells = new Map<string, Content>(texts.map((text, c) => [addressOf(0, c), text]));
        for (const { cell, write } of answer.changes) {
          expect(typeof write === "string" ? write : "=").toMatch(/^=/);
          cells.set(cell, kept(write));
        }
        formulas.forEach(({ text, ours }, c) => {
          const now = cells.get(addressOf(0, c));
          if (ours) replaced++;
          else expect(now).toBe(text);
          if (way === "plain") expect(ucjIn(String(now), host)).toEqual([]);
        });
        // The record travels through a sheet.
        const rows = answer.record.map((item) => recordRow(item).map(asCell).map(kept));
        const back = attach(readRecord(rows), (_, cell) => cells.get(cell));
        expect(back.left).toEqual([]);
        expect(back.record).toEqual([]);
        for (const { cell, write } of back.changes) cells.set(cell, write);
        expect([...cells.values()]).toEqual(texts);
      }),
      { numRuns: 150 },
    );
    expect(replaced).toBeGreaterThan(50);
  });

  test("a host that changes capitals, spaces and separators has not edited anything", () => {
    const { record, changes } = detach(one("=UCJ_TARGET(A1,1,0.25)"), "plain", EXCEL, DATE);
    const [written] = changes.map(({ write }) => String(write));
    const seen = (written as string).replace(/,/g, " ; ").replace(/if/gi, "If").replace("0.25", "0,25");
    expect(tokenize(seen, SHEETS_ID).length).toBeGreaterThan(tokenize(written as string, EXCEL).length);
    expect(attach(record, () => seen).changes).toEqual([
      { sheet: "Data", cell: "A1", write: "=UCJ_TARGET(A1,1,0.25)" },
    ]);
  });

  test("an edited cell and a lost sheet are left alone and named, and stay on record", () => {
    const { record } = detach(
      sheet([["=UCJ_COVERAGE(C1,D1)", "=UCJ_UNCOVERED(C1,D1)", "=UCJ_VERSION()"]], [[0.5, 7, "0.1"]]),
      "plain",
      EXCEL,
      DATE,
    );
    const now = new Map<string, unknown>(record.map(({ cell, written }) => [cell, written]));
    now.set("B1", "=IF(C1>0,IF(D1>=0,C1-D1+1,NA()),NA())");
    const back = attach(record, (_, cell) => now.get(cell));
    expect(back.changes.map(({ cell, write }) => [cell, write])).toEqual([
      ["A1", "=UCJ_COVERAGE(C1,D1)"],
      ["C1", "=UCJ_VERSION()"],
    ]);
    expect(back.left.map(({ cell, words }) => [cell, words.id])).toEqual([
      ["B1", expect.stringContaining("diubah")],
    ]);
    expect(back.record.map(({ cell }) => cell)).toEqual(["B1"]);
    const lost = attach(record, () => undefined);
    expect(lost.changes).toEqual([]);
    expect(lost.left[0]?.words.en).toContain("no such sheet");
    expect(lost.record).toEqual(record);
  });

  test("a value that the planner typed over is left alone, to the last digit a sheet keeps", () => {
    const { record } = detach(one("=UCJ_VERSION()*1", 0.1 + 0.2), "plain", EXCEL, DATE);
    expect(attach(record, () => 0.3).changes).toHaveLength(1);
    expect(attach(record, () => 0.30001).changes).toHaveLength(0);
    expect(attach(record, () => "").left).toHaveLength(1);
  });

  test("results that fill several cells: all values, and all cleared before the formula returns", () => {
    const spilled = sheet(
      [
        ["=UCJ_COVERAGE(X1:X2,Y1:Y2)", "lain"],
        ["", "=A1"],
      ],
      [
        [0.25, "lain"],
        ["'=teks", 0.25],
      ],
    );
    expect(detach(spilled, "plain", EXCEL, DATE).left.map(({ cell, words }) => [cell, words.en])).toEqual([
      ["A1", expect.stringContaining("extent unknown")],
    ]);
    const answer = detach({ ...spilled, anchors: [[], ["A1"]] }, "plain", EXCEL, DATE);
    expect(answer.changes.map(({ cell, write }) => [cell, write])).toEqual([
      ["A1", 0.25],
      ["A2", "''=teks"],
    ]);
    expect(answer.valued.map(({ cell }) => cell)).toEqual(["A1"]);
    const now = new Map<string, unknown>([
      ["A1", 0.25],
      ["A2", "'=teks"],
    ]);
    const back = attach(answer.record, (_, cell) => now.get(cell));
    expect(back.changes.map(({ cell, write }) => [cell, write])).toEqual([
      ["A2", ""],
      ["A1", "=UCJ_COVERAGE(X1:X2,Y1:Y2)"],
    ]);
    now.set("A2", "catatan baru");
    expect(attach(answer.record, (_, cell) => now.get(cell))).toMatchObject({
      changes: [],
      left: [{ cell: "A2" }],
    });
    now.set("A2", "");
    expect(attach(answer.record, (_, cell) => now.get(cell)).changes).toHaveLength(2);
  });

  test("cells a formula fills stay as they are when its twin takes over", () => {
    const book = sheet([["=UCJ_COVERAGE(C1,D1)", ""]], [[0.5, 7]]);
    expect(detach({ ...book, anchors: [[undefined, "A1"]] }, "plain", EXCEL, DATE).changes).toHaveLength(1);
  });

  test("what is detached already is passed over, so the first original is never lost", () => {
    const book = one("=UCJ_COVERAGE(C1,D1)");
    const { changes, record } = detach(book, "fallback", EXCEL, DATE);
    const after = one(String(changes[0]?.write));
    for (const way of ["plain", "fallback", "values"] as const)
      expect(detach(after, way, EXCEL, DATE, record)).toEqual({
        changes: [],
        record: [],
        valued: [],
        left: [],
      });
    // Edited since, it is a new formula with a new original.
    const edited = one(`${after.formulas[0]?.[0]}+UCJ_NATIONAL(2029)`);
    expect(detach(edited, "plain", EXCEL, DATE, record).record[0]?.original).toBe(edited.formulas[0]?.[0]);
  });

  test("values that were asked for need no reason; a copy without a trace has no UCJ name", () => {
    const book = sheet([["=UCJ_COVERAGE(C1,D1)", "=UCJ_VERSION()", "=1+1"]], [[0.5, "0.1.0", 2]]);
    expect(detach(book, "values", EXCEL, DATE)).toMatchObject({
      changes: [{ write: 0.5 }, { write: "'0.1.0" }],
      valued: [],
      left: [],
    });
  });
});

describe("cells without a good value", () => {
  const why = (formula: string, shown: string | number, way: Way = "plain") => {
    const { changes, left } = detach({ ...one(formula, shown), anchors: [[]] }, way, EXCEL, DATE);
    return [changes.map(({ write }) => write), left.map(({ words }) => words.id)];
  };
  const twin = "=IF(C1>0,IF(D1>=0,D1/C1,NA()),NA())";

  test("the add-in was missing: the twin needs no value", () => {
    expect(why("=UCJ_COVERAGE(C1,D1)", "#NAME?")).toEqual([[twin], []]);
    expect(why("=UCJ_COVERAGE(C1,D1)", "#BUSY!")).toEqual([[twin], []]);
  });
  test("UCJ refused the figures: a laxer formula must not hide that", () => {
    expect(why("=UCJ_COVERAGE(C1,D1)", "#VALUE!")).toEqual([[], [expect.stringContaining("tersembunyi")]]);
    expect(why("=UCJ_COVERAGE(C1,D1)", "#N/A")).toEqual([[twin], []]);
  });
  test("no value to keep", () => {
    for (const shown of ["#NAME?", "#BUSY!", "Loading...", "Memuat…", "#SPILL!"])
      expect(why("=UCJ_VERSION()", shown)).toEqual([[], [expect.stringContaining("belum ada")]]);
    expect(why("=UCJ_COVERAGE(C1,D1)", "#NAME?", "values")).toEqual([
      [],
      [expect.stringContaining("belum ada")],
    ]);
  });
  test("text that looks like a formula is written as text", () => {
    expect(why('=UCJ_SOURCE("batas")', "=1+1")).toEqual([["'=1+1"], []]);
  });
});

test("what is no row of the record is passed over; of two rows for a cell the later counts", () => {
  const rows = [
    ["Lembar", "Sel", "Rumus asal", "Ditulis", "Tanggal"],
    ["Data", "A1", "=UCJ_VERSION()", "0.1", "2026-11-20"],
    [],
    ["", "A2", "=UCJ_VERSION()", 1, ""],
    ["Data", "bukan sel", "=UCJ_VERSION()", 1, ""],
    ["Data", "A3", "catatan orang", 1, ""],
    [2025, "A4", "tumpahan A1", 1, 46000],
    ["Data", "A1", "'=UCJ_VERSION()&1", "0.2", "2026-11-21"],
    [null, undefined, 7, {}, true],
  ];
  expect(readRecord(rows)).toEqual([
    { sheet: "Data", cell: "A1", original: "=UCJ_VERSION()&1", written: "0.2", date: "2026-11-21" },
    { sheet: "2025", cell: "A4", original: "", anchor: "A1", written: 1, date: "46000" },
  ]);
});

describe.each<[string, () => Engine]>([
  ["o-spreadsheet", gridEngine],
  ["IronCalc", ironCalc],
])("detached formulas in %s", (name, open) => {
  const engine = open();
  const LABOR = 140940;
  const ACTIVE = 49397;
  const cells = {
    A1: [[LABOR, ACTIVE, 0.6, 12]],
    A3: [
      [79388, 27636],
      [684654, 214687],
    ],
  };

  interface Sum {
    readonly text: string;
    readonly value: number;
  }
  const byName = new Map<string, Definition>(catalogue.map((fn) => [fn.name, fn]));
  const ucj = (fn: string, ...args: Sum[]): Sum | undefined => {
    const value = call(
      byName.get(fn) as Definition,
      args.map((arg) => arg.value),
      (refusal) => refusal,
    );
    return typeof value === "number" && !isRefusal(value)
      ? { text: `${fn}(${args.map(({ text }) => text).join(",")})`, value }
      : undefined;
  };
  const cell = (text: string, value: number): fc.Arbitrary<Sum> => fc.constant({ text, value });
  const labor = fc.oneof(cell("A1", LABOR), cell("SUM(A3:A4)", 79388 + 684654), cell("A1+A3", LABOR + 79388));
  const active = fc.oneof(cell("B1", ACTIVE), cell("MAX(B1,B3)", ACTIVE), cell("B1+1", ACTIVE + 1));
  const given = (sum: fc.Arbitrary<Sum | undefined>): fc.Arbitrary<Sum> =>
    sum.filter((found): found is Sum => found !== undefined);
  const share: fc.Arbitrary<Sum> = fc.letrec<{ share: Sum }>((tie) => ({
    share: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      cell("C1", 0.6),
      fc.tuple(labor, active).map(([l, a]) => ucj("UCJ_COVERAGE", l, a) as Sum),
      fc
        .integer({ min: 2025, max: 2045 })
        .map((year) => ucj("UCJ_NATIONAL", { text: `${year}`, value: year }) as Sum),
      given(
        fc
          .tuple(tie("share"), fc.integer({ min: 0, max: 4 }))
          .map(([s, n]) => ucj("UCJ_TARGET", s, { text: `${n}`, value: n })),
      ),
      fc
        .tuple(tie("share"), tie("share"))
        .map(([s, t]) => ({ text: `(${s.text}+${t.text})/2`, value: (s.value + t.value) / 2 })),
      fc
        .tuple(tie("share"), tie("share"))
        .map(([s, t]) => ({ text: `MIN(${s.text},${t.text})`, value: Math.min(s.value, t.value) })),
    ),
  })).share;
  const figure = given(
    fc.oneof(
      share,
      fc.tuple(labor, share).map(([l, s]) => ucj("UCJ_TARGET_WORKERS", l, s)),
      fc.tuple(labor, active, share).map(([l, a, s]) => ucj("UCJ_NEEDED", l, a, s)),
      fc.tuple(labor, active, share).map(([l, a, s]) => ucj("UCJ_ACHIEVEMENT", l, a, s)),
      share.map((s) => ucj("UCJ_YEARS", s)),
      fc.tuple(share, share).map(([s, t]) => ucj("UCJ_GROWTH", s, t, { text: "D1", value: 12 })),
      fc.tuple(labor, active, share).map(([l, a, s]) => {
        const needed = ucj("UCJ_NEEDED", l, a, s);
        return needed && needed.value > 0 ? ucj("UCJ_BUDGET", needed, { text: "D1", value: 12 }) : undefined;
      }),
    ),
  );

  test("random nested formulas equal the core to 1e-9", () => {
    let nested = 0;
    fc.assert(
      fc.property(fc.tuple(figure, figure), ([a, b]) => {
        const text = `ROUND(${a.text},12)+2*${b.text}`;
        const value = Math.round(a.value * 1e12) / 1e12 + 2 * b.value;
        const answer = detached(`=${text}`, "plain", EXCEL);
        if (!answer?.formula) return;
        if (/UCJ_\w+\([^)]*UCJ_/.test(text)) nested++;
        const check = `IF(ABS((${answer.formula.slice(1)})-(${value}))<=1E-9*MAX(1,ABS(${value})),"sama","beda")`;
        expect([text, engine.evaluate(check, cells)]).toEqual([text, "sama"]);
      }),
      { numRuns: 60 },
    );
    expect(nested).toBeGreaterThan(10);
  });

  test("a total over ranges", () => {
    const { formula } = detached("=ROUND(UCJ_TOTAL_COVERAGE(A3:A4,B3:B4),6)*1", "plain", EXCEL) as {
      formula: string;
    };
    const sum = Math.round(((27636 + 214687) / (79388 + 684654)) * 1e6) / 1e6;
    expect(engine.evaluate(`IF(${formula.slice(1)}=${sum},"sama","beda")`, cells)).toBe("sama");
  });

  test("a blank cell for an optional argument", () => {
    const { formula } = detached("=UCJ_TARGET(C1,1,D9)", "plain", EXCEL) as { formula: string };
    expect(engine.evaluate(`IF(ABS(${formula.slice(1)}-0.72)<1E-12,"sama","beda")`, cells)).toBe("sama");
  });

  if (name === "IronCalc")
    test("a fallback gives the twin's result where the add-in is missing", () => {
      const { formula } = detached(
        "=UCJ_NEEDED(A1,B1,UCJ_TARGET(UCJ_COVERAGE(A1,B1),1))",
        "fallback",
        EXCEL,
      ) as { formula: string };
      expect(formula).toMatch(/^=IFERROR\(UCJ_NEEDED\(/);
      expect(engine.evaluate(`IF(${formula.slice(1)}=9880,"sama","beda")`, cells)).toBe("sama");
    });
});
