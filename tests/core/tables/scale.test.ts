// The whole country's villages: 84,000 × 3 segments rolled up in a few passes over the rows; time and memory are printed.
import type { Block, BlockCell } from "../../../core/block";
import { isRefusal } from "../../../core/refuse";
import { makeTable, readFor, tableKind } from "../../../core/tables/all";
import type { TableModel } from "../../../core/tables/model";
import { block, rowOf } from "./sheet";

/** As many places as there are: 38 provinces, 514 regencies, 7,277 districts. */
function country(villages: number): BlockCell[][] {
  const cells: BlockCell[][] = [
    ["Provinsi", "Kabupaten", "Kecamatan", "Desa", "Segmen", "Angkatan kerja", "Peserta aktif"],
  ];
  for (let v = 0; v < villages; v++) {
    const [p, k, d] = [38, 514, 7277].map((n) => Math.floor((v * n) / villages));
    for (let s = 0; s < 3; s++)
      cells.push([
        `Provinsi ${p}`,
        `Kabupaten ${k}`,
        `Kecamatan ${d}`,
        `Desa ${v}`,
        ["PU", "BPU", "Jakon"][s] as string,
        100 + ((v * 7 + s) % 900),
        (v * 13 + s * 5) % 100,
      ]);
  }
  return cells;
}

function districts(source: Block, level: string): TableModel {
  const read = readFor(tableKind("districts"), source);
  if (isRefusal(read)) throw new Error(read.refusal.id);
  const made = makeTable(tableKind("districts"), read.source, { level }, "id");
  if (isRefusal(made)) throw new Error(made.refusal.id);
  return made;
}

const sum = (cells: BlockCell[][], column: number): number =>
  cells.slice(1).reduce((all, line) => all + (line[column] as number), 0);

test.each(["regency", "auto"])("84,000 villages × 3 segments, down to %s", (level) => {
  const cells = country(84_000);
  const [labor, active] = [sum(cells, 5), sum(cells, 6)];
  const source = block(cells);
  const [heap, begun] = [process.memoryUsage().heapUsed, performance.now()];
  const model = districts(source, level);
  const [time, held] = [performance.now() - begun, process.memoryUsage().heapUsed - heap];
  process.stdout.write(
    `252,000 rows to ${model.rows.length} lines (${level}): ${time.toFixed(0)} ms, ${(held / 1e6).toFixed(0)} MB\n`,
  );
  expect(rowOf(model, "Jumlah").slice(2, 5)).toEqual([84_000, labor, active]);
  expect(rowOf(model, "Provinsi 7")[1]).toBe("Provinsi");
  const leaf = model.rows.find(([name]) => name?.value === "Kabupaten 100");
  expect(leaf?.[3]?.plain ?? "").toMatch(/SUM/);
});

/** How often the rows of a block are looked at, on average. */
function passes(villages: number): number {
  let looks = 0;
  const cells = country(villages);
  const counted = new Proxy(cells, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d/.test(key)) looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  districts({ ...block(cells), cells: counted }, "regency");
  return looks / cells.length;
}

test("the rows are looked at ten times at most, however many there are", () => {
  const [few, many] = [passes(2_000), passes(20_000)];
  process.stdout.write(`looks at a row: ${few.toFixed(1)} of 6,000, ${many.toFixed(1)} of 60,000\n`);
  expect(many).toBeLessThanOrEqual(10);
  expect(many).toBeLessThanOrEqual(few + 1);
});
