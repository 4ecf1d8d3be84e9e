// One process, one subject, one size: the median time of a number and the bytes its answer holds. Prints a line of JSON.
import { Bench } from "tinybench";
import { processorTime } from "./clock";
import type { Measured } from "./results";
import { checksum, dataOf, type Prepare, type Turn } from "./workload";

const [subject = "", size = "", pace = "{}"] = process.argv.slice(2);
const rows = Number(size);
const { prepare } = (await import(`./subjects/${subject}.ts`)) as { prepare: Prepare };
const task = prepare(dataOf(rows));

let turn: Turn = 0;
/** In reach of everyone, so that no engine can leave the work out. */
let sink: unknown;

function run(): void {
  turn = turn === 0 ? 1 : 0;
  // A host copies an answer and lets it go.
  sink = undefined;
  sink = task.run(turn);
}

const bench = new Bench({ ...JSON.parse(pace), now: processorTime });
bench.add(subject, run, { async: false });
const result = bench.runSync()[0]?.result;
if (result?.state !== "completed") throw new Error(`${subject}: ${JSON.stringify(result)}`);

const held = (): number => {
  // What one collection frees may hold what the next one frees.
  for (let times = 0; times < 4; times++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};
sink = undefined;
const before = held();
sink = task.run(0);
const bytes = held() - before;

const measured: Measured = {
  ns: (result.latency.p50 * 1e6) / task.numbers,
  bytes: bytes / task.numbers,
  checksum: checksum(task, rows),
};
console.log(JSON.stringify({ ...measured, sink: sink !== undefined }));
