// One process, one bundle: from its text to the first answer in a fresh context, in milliseconds. Prints a line of JSON.
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { processorTime } from "./clock";

const [file = "", kind = ""] = process.argv.slice(2);
const code = readFileSync(file, "utf8");

/** What each host gives a bundle, and how it asks for the coverage of Kendari. */
const HOSTS: Record<string, { globals: object; ask: string }> = {
  sheets: { globals: {}, ask: "UCJ_COVERAGE(140940, 49397)" },
  excel: {
    globals: { Office: {}, CustomFunctions: {}, joined: {} },
    ask: "joined.UCJ_COVERAGE([[140940]], [[49397]])[0][0]",
  },
  formulajs: { globals: {}, ask: "F.IF(140940 > 0, F.IF(49397 >= 0, 49397 / 140940, F.NA()), F.NA())" },
};
const host = HOSTS[kind];
if (!host) throw new Error(`No host ${kind}`);
const context = createContext(host.globals);
new Script("globalThis.CustomFunctions &&= { associate: (name, run) => (joined[name] = run) };").runInContext(
  context,
);
const ask = new Script(host.ask);

const begun = processorTime();
new Script(code).runInContext(context);
const answer = ask.runInContext(context);
const ms = processorTime() - begun;
if (answer !== 49397 / 140940) throw new Error(`${kind} answered ${answer}`);
console.log(JSON.stringify({ ms, bytes: Buffer.byteLength(code) }));
