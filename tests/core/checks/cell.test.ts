// UCJ_CHECK is short, so it may say less than the diagnosis, but never another thing.
import { call } from "../../../core/call";
import { diagnose } from "../../../core/checks/diagnose";
import { type Figures, figureOf, readFigures } from "../../../core/checks/figures";
import { check } from "../../../core/functions/check";
import { FAULTS } from "../../../tools/diagnosis/faults";
import { printed, randomFrom, reportOf } from "../../../tools/diagnosis/regions";

const READS = {
  "adalah angkatan kerja": "base-printed-as-uncovered",
  "adalah kekurangan ke target": "gap-to-target-as-uncovered",
  "adalah target jumlah peserta": "target-as-uncovered",
  "itu potensi per segmen": "segments-are-potentials",
} as const;

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
    segments: ((parts as number[][] | undefined)?.[0] ?? []).map((value, i) => ({
      name: `Segmen ${i + 1}`,
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

test("a reading named in a cell is the one the diagnosis names", () => {
  const counts = new Map<string, number>();
  for (const { args, text, found } of answers)
    for (const [words, name] of Object.entries(READS))
      if (text.includes(words)) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
        expect([args, found[0]?.check]).toEqual([args, name]);
      }
  for (const name of Object.values(READS)) expect(counts.get(name)).toBeGreaterThan(20);
});

test("what fits in a cell has no error in the diagnosis", () => {
  const fine = answers.filter(({ text }) => text.startsWith("Cocok"));
  expect(fine.length).toBeGreaterThan(200);
  for (const { args, found } of fine)
    expect([args, found.filter(({ severity }) => severity === "error").map(({ check }) => check)]).toEqual([
      args,
      [],
    ]);
});

test("what is odd in a cell is odd in the diagnosis", () => {
  const odd = answers.filter(({ text }) => text.includes("buka panel Periksa"));
  expect(odd.length).toBeGreaterThan(200);
  for (const { args, found } of odd) expect([args, found.length]).not.toEqual([args, 0]);
});

test("no region is refused", () => {
  expect(answers.filter(({ text }) => text.startsWith("refused"))).toEqual([]);
});
