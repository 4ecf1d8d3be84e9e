// BigQuery's other way: the cells' own code as JavaScript functions. Slower than SQL there; the numbers are the same.
import { build } from "esbuild";
import { VERSION } from "../../core/version";
import { slim } from "../slim";
import { FUNCTIONS, MILLION, originOf, type SqlFunction } from "./functions";

/** BigQuery's limit for code written in the statement. */
export const MOST_INLINE = 32 * 1024;

/** BigQuery's JavaScript knows no INT64: whole numbers travel as FLOAT64, exact up to 2^53. */
async function codeOf(fn: SqlFunction): Promise<string> {
  const origin = originOf(fn);
  const file = origin.name.slice("UCJ_".length).toLowerCase().replace(/_/g, "-");
  const word = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const args = fn.params.map(({ name, unit }) => (unit === "millionths" ? `${name} / ${MILLION}` : name));
  const given = fn.params
    .filter(({ name }) => name !== "previous")
    .map(({ name }) => `${name} === null`)
    .join(" || ");
  const { outputFiles } = await build({
    stdin: {
      contents: `import { ${word} } from "./core/functions/${file}";
import { call } from "./core/call";
export const answer = (${fn.params.map(({ name }) => name).join(", ")}) =>
  ${given} ? null : call(${word}, [${args.join(", ")}], () => null);`,
      resolveDir: process.cwd(),
      loader: "ts",
    },
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    globalName: "ucj",
    target: "es2019",
    legalComments: "none",
    plugins: [slim("id")],
    logLevel: "warning",
  });
  return `${outputFiles[0]?.text.trim()}\nreturn ucj.answer(${fn.params.map(({ name }) => name).join(", ")});`;
}

/** A string in three quotes, raw where that is possible. */
const inQuotes = (code: string): string =>
  `"""\n${code.replace(/\\/g, "\\\\").replace(/"""/g, '\\"\\"\\"')}\n"""`;

export async function emitScriptFunctions(): Promise<string> {
  const texts = await Promise.all(
    FUNCTIONS.map(async (fn) => {
      const params = fn.params.map(({ name }) => `${name} FLOAT64`).join(", ");
      const result = fn.result === "text" ? "STRING" : "FLOAT64";
      return `CREATE OR REPLACE FUNCTION ucj.${fn.name}_js(${params}) RETURNS ${result} LANGUAGE js AS ${inQuotes(await codeOf(fn))};`;
    }),
  );
  return `-- UCJ Planner ${VERSION}, BigQuery: pilihan kedua, kode sel yang sama sebagai fungsi JavaScript (nama berakhiran _js).
-- The second choice: the cells' own code as JavaScript functions (names end in _js). Prefer ucj.bigquery.sql: SQL is cheaper.
CREATE SCHEMA IF NOT EXISTS ucj;

${texts.join("\n\n")}
`;
}
