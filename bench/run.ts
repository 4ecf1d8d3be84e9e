// `npm run bench`: measures, prints, writes results.json and README.md, and fails when a gate is missed by more than noise.
import { writeFileSync } from "node:fs";
import { measureRollup, measureStart, measureSubjects } from "./collect";
import { page, type Run } from "./page";
import { disagreeing, GATES, judge, type Results, SIZES, SLACK, SUBJECTS } from "./results";

const quick = process.argv.includes("--quick");
const sizes = quick ? SIZES.slice(0, 1) : SIZES;

const results: Results = {
  subjects: measureSubjects(sizes),
  start: await measureStart(),
  rollup: quick ? {} : measureRollup(1_000_000),
};

const digits = (value: number): string => value.toPrecision(3);
const rounded = (value: number): number => Number(value.toPrecision(4));

console.log("\n\nNanoseconds of processor time per number, by rows; bytes held per number");
console.table(
  Object.fromEntries(
    SUBJECTS.map((subject) => {
      const measured = results.subjects[subject];
      const ns = sizes.map((size) => [`${size} rows`, digits(measured?.[size]?.ns ?? Number.NaN)]);
      return [subject, { ...Object.fromEntries(ns), bytes: digits(measured?.[10_000]?.bytes ?? Number.NaN) }];
    }),
  ),
);
console.log("Milliseconds: cold start of each bundle; cold roll-up of a million rows");
console.table({ ...results.start, ...results.rollup });

const judged = GATES.map((gate) => ({ ...gate, ...judge(gate, results) }));
console.log(
  `Gates: lower is better; up to ${SLACK * 100} % beyond the limit counts as noise, bytes have none`,
);
console.table(
  Object.fromEntries(
    judged.map(({ id, says, ratio, limit, verdict }) => [
      id,
      { gate: says.en, ratio: ratio === undefined ? "–" : digits(ratio), limit: digits(limit), verdict },
    ]),
  ),
);
const { rollup, map } = results.rollup;
if (rollup && map)
  console.log(`For information: UCJ_ROLLUP takes ${digits(rollup / map)} × a plain Map loop.`);

if (quick) console.log("Quick: 10,000 rows only; bench/results.json is left as it is.");
else {
  const all = { node: process.version, ...results, gates: judged };
  const text = JSON.stringify(all, (_, value) => (typeof value === "number" ? rounded(value) : value), 2);
  writeFileSync("bench/results.json", `${text}\n`);
  writeFileSync("bench/README.md", page(JSON.parse(text) as Run));
}

const failures = [
  ...disagreeing(results).map((which) => `other results than the typed loop: ${which}`),
  ...judged.filter(({ verdict }) => verdict === "missed").map(({ id, says }) => `missed: ${id} ${says.en}`),
];
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
