// UCJ_CHECK may say less than the diagnosis, but what it says is said in the same words.
import { call } from "../../../core/call";
import { AGREE, heldBy, TOO_FEW } from "../../../core/checks/answer";
import { teller } from "../../../core/checks/check";
import { coverageIsActiveOverLabor } from "../../../core/checks/coverage-is-active-over-labor";
import { diagnose } from "../../../core/checks/diagnose";
import { type Figures, figureOf, readFigures } from "../../../core/checks/figures";
import { workedOut } from "../../../core/checks/prove";
import { testedIn } from "../../../core/checks/sources/found";
import { uncoveredIsLaborMinusActive } from "../../../core/checks/uncovered-is-labor-minus-active";
import { check } from "../../../core/functions/check";
import { explain } from "../../../core/functions/explain";
import { FAULTS } from "../../../tools/diagnosis/faults";
import { printed, randomFrom, reportOf } from "../../../tools/diagnosis/regions";
import { PUBLISHED } from "./published";

/** Readings that a cell names. */
const READS = [
  "base-printed-as-uncovered",
  "gap-to-target-as-uncovered",
  "target-as-uncovered",
  "achievement-as-coverage",
  "segments-are-potentials",
];
const SEE_PANEL = "Buka panel Periksa untuk mencari angka mana.";

/** The figures a cell can be given, as its numbers. */
function argumentsOf({ labor, active, coverage, uncovered, target, segments = [] }: Figures): unknown[] {
  const parts = segments.flatMap((segment) => segment.active?.value ?? []);
  return [
    ...[labor, active, coverage, uncovered, target].map((figure) => figure?.value || null),
    parts.length > 1 && parts.length === segments.length ? [parts] : undefined,
  ];
}

/** The same for the diagnosis: a cell does not say how a number was printed. */
function figuresOf([labor, active, coverage, uncovered, target, parts]: unknown[]): Figures {
  const figure = (value: unknown, kind: "people" | "share") =>
    typeof value === "number" ? figureOf(value, kind) : undefined;
  return {
    labor: figure(labor, "people"),
    active: figure(active, "people"),
    coverage: figure(coverage, "share"),
    uncovered: figure(uncovered, "people"),
    target: figure(target, "share"),
    segments: ((parts as number[][] | undefined)?.[0] ?? []).map((value) => ({
      name: "",
      active: figureOf(value, "people"),
    })),
  };
}

const said = (args: unknown[]): string =>
  call(check, args, (refusal) => `refused: ${refusal.refusal.id}`) as string;

const isRound = (value: unknown): boolean =>
  Array.isArray(value) ? value.flat().some(isRound) : typeof value === "number" && value % 1000 === 0;

const random = randomFrom(77);
const cases = FAULTS.flatMap((fault) =>
  Array.from({ length: 150 }, () => reportOf(random)).flatMap((report) => {
    const figures = fault.inject(random, report)?.figures ?? printed(report);
    const args = argumentsOf(readFigures(figures));
    // A share above 200 per cent is refused; of whole thousands, taken as rounded, a cell believes a little more.
    const apart = args.some((value, i) => (i === 2 || i === 4 ? Number(value) > 2 : isRound(value)));
    return apart ? [] : [args];
  }),
);
const answers = cases.map((args) => ({ args, text: said(args), found: diagnose(figuresOf(args)) }));

test("a reading is named in a cell when the diagnosis names it, in the same words", () => {
  const counts = new Map<string, number>();
  for (const { args, text, found } of answers) {
    const [first] = found;
    if (!first?.reading || !READS.includes(first.check)) continue;
    // Of so few figures that the diagnosis cannot say all of its sentence, a cell says nothing of it.
    if (first.words.id.includes("tertulis sebagai") && text.includes(SEE_PANEL)) continue;
    counts.set(first.check, (counts.get(first.check) ?? 0) + 1);
    expect([args, text]).toEqual([args, first.words.id]);
  }
  for (const name of READS) expect(counts.get(name)).toBeGreaterThan(20);
});

test("what a cell says without sending to the panel, the diagnosis says", () => {
  const said = new Set<string>();
  for (const { args, text, found } of answers) {
    if (text.includes(SEE_PANEL) || text.startsWith(AGREE.id) || text === TOO_FEW.id) continue;
    const [own] = found.filter(({ words }) => words.id.startsWith(text));
    expect([args, text, own?.check]).toEqual([args, text, expect.any(String)]);
    said.add(own?.check as string);
  }
  expect(said.size).toBeGreaterThan(READS.length);
});

test("what agrees in a cell has no error in the diagnosis, and the panel works it out in the same words", () => {
  const fine = answers.filter(({ text }) => text.startsWith(AGREE.id));
  expect(fine.length).toBeGreaterThan(200);
  for (const { args, text, found } of fine) {
    const errors = found.filter(({ severity }) => severity === "error").map(({ check }) => check);
    expect([args, errors]).toEqual([args, []]);
    const panel = new Set(testedIn(figuresOf(args)).map(({ id }) => id));
    const own = (text.slice(AGREE.id.length).match(/ .*?\.(?= |$)/g) ?? []).map((one) => one.trim());
    expect(own.length).toBeGreaterThan(0);
    expect([args, own.filter((sentence) => !panel.has(sentence))]).toEqual([args, []]);
  }
});

test("where a cell sends to the panel, the diagnosis finds something", () => {
  const odd = answers.filter(({ text }) => text.includes(SEE_PANEL));
  expect(odd.length).toBeGreaterThan(200);
  for (const { args, found } of odd) expect([args, found.length]).not.toEqual([args, 0]);
});

test.each(Object.entries(PUBLISHED))(
  "%s as published: a cell says what the diagnosis says first",
  (_, { figures }) => {
    const args = argumentsOf(readFigures(figures));
    const text = said(args);
    const [first] = diagnose(figuresOf(args));
    if (first?.reading && READS.includes(first.check)) expect(text).toBe(first.words.id);
    else if (first?.severity === "error") expect(text).toContain(SEE_PANEL);
    else expect(text).not.toContain(SEE_PANEL);
  },
);

test("no region is refused", () => {
  expect(answers.filter(({ text }) => text.startsWith("refused"))).toEqual([]);
});

test.each(["kendari", "konawe", "banyumas", "jatim"] as const)(
  "%s: UCJ_EXPLAIN works the coverage out in the words of the checks",
  (name) => {
    const figures = readFigures(PUBLISHED[name].figures);
    const { labor, active } = figures;
    const text = call(explain, [labor?.value, active?.value], ({ refusal }) => refusal.id) as string;
    const [worked] = text.split(";");
    expect(worked).toMatch(/÷/);
    expect(heldBy(coverageIsActiveOverLabor, figures)?.id.startsWith(`${worked}, `)).toBe(true);
    const [, rest] = /; (.*) belum terlindungi/.exec(text) ?? [];
    expect(workedOut(uncoveredIsLaborMinusActive, teller("id", figures))).toBe(rest);
  },
);
