// A country's villages: 84,000 with three segments each, read in pieces, rolled up, written, counted; and stopped on the way.
import type { BlockCell } from "../../core/block";
import { isRefusal } from "../../core/refuse";
import { makeTable, readFor, TABLES } from "../../core/tables/all";
import type { TableKind } from "../../core/tables/kind";
import { type TableModel, text } from "../../core/tables/model";
import { paint } from "../../core/tables/paint";
import { HostProblem, MOST_BYTES, MOST_CELLS, type Watch } from "../../sidebar/host";
import { careful } from "../../sidebar/parts/careful";
import type { Grid } from "../../workbench/grid-types";
import { type Big, withBigSheet } from "./big-sheet";
import { contents, everything, HOSTS, put } from "./both";

const VILLAGES = 84_000;
const HEADINGS = [
  "Provinsi",
  "Kabupaten/kota",
  "Kecamatan",
  "Desa",
  "Segmen",
  "Angkatan kerja",
  "Peserta aktif",
];
const SEGMENTS = ["PU", "BPU", "Jakon"];

/** 38 provinces, 514 regencies, 7,285 districts, as the country has them; people by a rule anyone can redo. */
const ROWS = Array.from({ length: VILLAGES * 3 + 1 }, (_, row): readonly (string | number)[] => {
  if (row === 0) return HEADINGS;
  const village = Math.floor((row - 1) / 3);
  const district = Math.floor((village * 7285) / VILLAGES);
  const regency = Math.floor((district * 514) / 7285);
  const labor = 200 + ((row * 37) % 900);
  return [
    `Provinsi ${Math.floor((regency * 38) / 514) + 1}`,
    `Kabupaten ${regency + 1}`,
    `Kecamatan ${district + 1}`,
    `Desa ${village + 1}`,
    SEGMENTS[(row - 1) % 3] as string,
    labor,
    Math.floor((labor * (row % 5)) / 6),
  ];
});

const country: Big = {
  rows: ROWS.length,
  columns: HEADINGS.length,
  value: (row, column) => ROWS[row]?.[column] as string | number,
};

const kind = TABLES.find(({ id }) => id === "districts") as TableKind;

function watching(stopAt = Number.POSITIVE_INFINITY): Watch & { readonly seen: number[] } {
  const seen: number[] = [];
  return { seen, progress: (share) => void seen.push(share), isStopped: () => seen.length >= stopAt };
}

/** Tables of text alone, larger than one request. */
const long = (rows: number): TableModel => ({
  name: "Panjang",
  widths: [20, 20],
  rows: Array.from({ length: rows }, (_, r) => [
    text(`baris ${r} ${"x".repeat(1_000)}`),
    text(`${"y".repeat(1_000)} ${r}`),
  ]),
});

const spotOf = (sheet: string) => ({ sheet, row: 0, column: 0, chartBelow: true });

describe.each(HOSTS)("%s", (name, open) => {
  test("252,000 rows are read in pieces, rolled up to regencies, written in one more", async () => {
    const opened = await open((grid: Grid) => withBigSheet(grid, country));
    const cells = country.rows * country.columns;
    const pieces = Math.ceil(country.rows / Math.floor(MOST_CELLS / country.columns));
    const watch = watching();
    const started = performance.now();
    const block = await opened.host.readSelection(watch);
    const read = performance.now();
    // One to learn how large it is, then one a piece.
    expect(opened.trips()).toBeLessThanOrEqual(pieces + 1);
    expect(watch.seen).toHaveLength(pieces - 1);
    expect([...watch.seen].sort((a, b) => a - b)).toEqual(watch.seen);
    expect(watch.seen.every((share) => share > 0 && share < 1)).toBe(true);
    expect(block.cells).toHaveLength(country.rows);
    expect(block.cells[country.rows - 1]?.[3]).toBe(`Desa ${VILLAGES}`);

    const found = readFor(kind, block);
    if (isRefusal(found)) throw new Error(found.refusal.id);
    const level = kind.options.find((option) => option.kind === "choice");
    const table = makeTable(kind, found.source, { [level?.id ?? ""]: "regency" }, "id");
    if (isRefusal(table)) throw new Error(table.refusal.id);
    const rolled = performance.now();
    const before = opened.trips();
    const spot = await opened.host.survey("newSheet", { rows: 1, columns: 1 }, table.name);
    const written = await opened.host.write(
      paint(table, "values", { ...spot, chartBelow: true }),
      true,
      watch,
    );
    const done = performance.now();
    expect(opened.trips() - before).toBeLessThanOrEqual(3);
    const shown = contents(opened.grid, written.sheet);
    const total = shown.find(([first]) => first === "Jumlah") ?? [];
    const people = (column: number): number => {
      let sum = 0;
      for (let r = 1; r < country.rows; r++) sum += country.value(r, column) as number;
      return sum;
    };
    expect(total).toEqual(expect.arrayContaining([people(5), people(6)]));
    expect(opened.unsupported()).toEqual([]);
    process.stdout.write(
      `${name}: ${cells} cells read ${Math.round(read - started)} ms, rolled up ${Math.round(rolled - read)}, written ${Math.round(done - rolled)}; ${opened.trips()} round trips\n`,
    );
  }, 120_000);

  test("stopped while reading: a sentence, nothing read further", async () => {
    const opened = await open((grid: Grid) => withBigSheet(grid, country));
    const answer = await opened.host.readSelection(watching(2)).catch((error) => error);
    expect(answer).toBeInstanceOf(HostProblem);
    expect((answer as HostProblem).words.id).toBe("Dihentikan. Lembar seperti semula.");
    expect(opened.trips()).toBeLessThanOrEqual(3);
  }, 60_000);

  test("more cells than a page can hold are refused before they are asked for", async () => {
    const opened = await open((grid: Grid) =>
      withBigSheet(grid, { ...country, rows: 1_048_576, columns: 16 }),
    );
    const answer = await opened.host.readSelection().catch((error) => error);
    expect((answer as HostProblem).words.id).toMatch(/paling banyak 8\.000\.000 sel/);
  }, 60_000);

  test("a table larger than a request goes in several, none above its bytes", async () => {
    const opened = await open();
    const table = long(1_900);
    const painted = paint(table, "plain", spotOf("Panjang"));
    const size = JSON.stringify(painted.cells).length + JSON.stringify(painted.formats).length;
    expect(size).toBeGreaterThan(MOST_BYTES);
    const watch = watching();
    const from = opened.bytes();
    await opened.host.write(painted, true, watch);
    expect(watch.seen.length).toBe(Math.ceil(size / MOST_BYTES) - 1);
    expect(opened.trips()).toBeLessThanOrEqual(3 * Math.ceil(size / MOST_BYTES));
    expect(opened.bytes() - from).toBeLessThan(2 * size);
    const shown = contents(opened.grid, "Panjang");
    expect(shown).toHaveLength(1_900);
    expect(shown[1_899]).toEqual(table.rows[1_899]?.map((cell) => cell.value));
  }, 120_000);

  test.each([
    ["a new sheet", true],
    ["a sheet that was there", false],
  ])(
    "stopped or broken while writing on %s: everything is as it was",
    async (_, isNew) => {
      const opened = await open();
      const own = opened.grid.activeSheet().name;
      put(opened.grid, [["Catatan saya", 5] as BlockCell[] as (string | number)[]]);
      const before = everything(opened.grid);
      const painted = paint(long(1_400), "plain", spotOf(isNew ? "Panjang" : own));
      const stopped = await opened.host.write(painted, isNew, watching(1)).catch((error) => error);
      expect((stopped as HostProblem).words.id).toBe("Dihentikan. Lembar seperti semula.");
      expect(everything(opened.grid)).toBe(before);
      expect(opened.unsupported()).toEqual([]);
    },
    120_000,
  );

  test("Hentikan of the pane stops between two pieces, and says how far it was", async () => {
    const opened = await open();
    const before = everything(opened.grid);
    const pane = careful(opened.host);
    const shares: number[] = [];
    pane.watch((wait) => {
      if (wait?.share === undefined || wait.stopping) return;
      shares.push(wait.share);
      pane.giveUp();
    });
    const answer = await pane.host
      ?.write(paint(long(1_400), "plain", spotOf("Panjang")), true)
      .catch((error) => error);
    expect((answer as HostProblem).words.id).toBe("Dihentikan. Lembar seperti semula.");
    expect(shares).toHaveLength(1);
    expect(shares[0]).toBeGreaterThan(0.5);
    expect(everything(opened.grid)).toBe(before);
  }, 120_000);
});
