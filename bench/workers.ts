// One process, one size: worker records in Parquet to regency × segment, then the whole count with doubles looked for.
import { columnsOf } from "../tools/rollup/columns";
import { count } from "../tools/rollup/count";
import { openEngine } from "../tools/rollup/engine";
import { openInput, sampleOf } from "../tools/rollup/input";

const [what = "", size = "", folder = ""] = process.argv.slice(2);
const rows = Number(size);
const file = `${folder}/pekerja-${rows}.parquet`;
const engine = await openEngine(folder, () => {});
await engine.run("SET threads = 2");

if (what === "make") {
  // A worker's regency, segment and status are drawn by hash; no NIK comes twice.
  await engine.run(
    `COPY (SELECT CAST(7400000000000000 + i * 7 AS VARCHAR) AS "NIK", 'Provinsi ' || (h % 514 % 38) AS "Provinsi", 'Kabupaten ' || (h % 514) AS "Kabupaten/Kota", ['PU', 'BPU', 'Jakon'][1 + h // 514 % 3] AS "Segmen", CASE WHEN h // 1542 % 3 = 0 THEN 'Aktif' ELSE 'Tidak aktif' END AS "Status" FROM (SELECT i, CAST(hash(i) >> 2 AS BIGINT) AS h FROM range(${rows}) t(i))) TO '${file}' (FORMAT parquet)`,
  );
} else {
  const begun = { wall: performance.now(), cpu: process.cpuUsage() };
  let groups: number;
  let sum: number;
  if (what === "sum") {
    const answer = await engine.rows(
      `SELECT "Kabupaten/Kota", "Segmen", count(*) AS labor, count(*) FILTER (WHERE "Status" = 'Aktif') AS active FROM read_parquet('${file}') GROUP BY 1, 2`,
    );
    groups = answer.length;
    sum = answer.reduce((total, [, , labor]) => total + Number(labor), 0);
  } else {
    const input = await openInput(engine, file, folder, "data");
    if ("refusal" in input) throw new Error(input.refusal.en);
    const columns = columnsOf(input, await engine.rows(sampleOf(input)));
    const counted = await count(engine, input, columns, ["regency", "segment"], { says: "" });
    if ("refusal" in counted) throw new Error(counted.refusal.en);
    groups = counted.groups.length;
    sum = counted.groups.reduce((total, { labor }) => total + labor, 0);
  }
  const { user, system } = process.cpuUsage(begun.cpu);
  console.log(
    JSON.stringify({
      wall: performance.now() - begun.wall,
      cpu: (user + system) / 1000,
      mb: process.resourceUsage().maxRSS / 1000,
      checks: groups === 1542 && sum === rows,
    }),
  );
}
engine.close();
