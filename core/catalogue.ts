// Every function, in reading order. To add one: write functions/<word>.ts, import it here, list it here.
import type { Definition } from "./define";
import { achievement } from "./functions/achievement";
import { allocate } from "./functions/allocate";
import { budget } from "./functions/budget";
import { check } from "./functions/check";
import { coverage } from "./functions/coverage";
import { explain } from "./functions/explain";
import { growth } from "./functions/growth";
import { jakon } from "./functions/jakon";
import { monthTarget } from "./functions/month-target";
import { national } from "./functions/national";
import { needed } from "./functions/needed";
import { number } from "./functions/number";
import { path } from "./functions/path";
import { rollup } from "./functions/rollup";
import { rule } from "./functions/rule";
import { segments } from "./functions/segments";
import { source } from "./functions/source";
import { status } from "./functions/status";
import { target } from "./functions/target";
import { targetWorkers } from "./functions/target-workers";
import { totalCoverage } from "./functions/total-coverage";
import { uncovered } from "./functions/uncovered";
import { version } from "./functions/version";
import { workersFor } from "./functions/workers-for";
import { years } from "./functions/years";

export const catalogue: readonly Definition[] = [
  coverage,
  uncovered,
  totalCoverage,
  achievement,
  status,
  target,
  targetWorkers,
  needed,
  growth,
  years,
  path,
  monthTarget,
  national,
  segments,
  rollup,
  allocate,
  check,
  explain,
  number,
  budget,
  workersFor,
  jakon,
  rule,
  source,
  version,
];
