// "Gabungkan wilayah": the sheets that offices sent in, read one by one, and one table of the province that fetches from them.
import type { Block, BlockCell } from "../block";
import { readDate, writeDate } from "../dates";
import { writePercent } from "../numbers";
import { isRefusal, type Refusal, refuse } from "../refuse";
import { segmentOf } from "../segments";
import { SETTINGS_SHEET } from "../settings";
import { ABOVE, active, coverage, coverageRule, labor, uncovered, uncoveredRule } from "../tables/columns";
import { figureAt, nameAt } from "../tables/figures";
import { frame, kindOfMark, type Row, type Sum } from "../tables/frame";
import { sameDate } from "../tables/kind";
import { mappingOf } from "../tables/mapping";
import { ratioNote } from "../tables/messages";
import type { TableModel } from "../tables/model";
import { readSource, type Source } from "../tables/source";
import { REGIONS, TOTAL } from "../tables/summary";
import type { Language, Words } from "../words";
import { isAbout } from "./about";
import { type Merged, mergeRegions, type RegionBlock } from "./merge";
import { RECORD_SHEET, type Sheet } from "./record";

/** A sheet that may hold regions: its figures, or why it has none. */
export type Offer =
  | { readonly sheet: string; readonly block: RegionBlock }
  | { readonly sheet: string; readonly why: Words };

const WORDS = {
  name: { id: "Gabungan wilayah", en: "Regions together" },
  region: { id: "Wilayah", en: "Region" },
  from: { id: "Lembar asal", en: "From sheet" },
  counted: { id: "Dijumlahkan", en: "Added" },
  yes: { id: "ya", en: "yes" },
  no: { id: "tidak", en: "no" },
} as const satisfies Record<string, Words>;

const SEGMENTS_ONLY: Words = {
  id: "Barisnya segmen pekerja seperti PU dan BPU, bukan wilayah.",
  en: "Its rows are segments of workers such as PU and BPU, not regions.",
};

const MOST_PLOTTED = 60;
/** Rows above the figures that may tell about them. */
const UPPER = 15;

/** The cell right of a label, in the part above the figures. */
function besideLabel(cells: Block["cells"], label: RegExp): BlockCell | undefined {
  for (const line of cells.slice(0, UPPER))
    for (const [c, cell] of line.entries()) {
      if (typeof cell !== "string") continue;
      const told = label.exec(cell.trim());
      if (!told) continue;
      const next = told[1]?.trim() || line.slice(c + 1).find((one) => one !== null && one !== "");
      if (next !== undefined) return next;
    }
  return undefined;
}
const AS_OF = /^(?:per tanggal|data per tanggal|tanggal data|as of|figures as of)\s*:?\s*(.*)$/i;
const BASIS = /^(?:dasar|basis)\s*:?\s*(.*)$/i;

const textOf = (cell: BlockCell | undefined): string =>
  cell === undefined || cell === null || typeof cell === "object" ? "" : String(cell);

function readRegions(block: Block): Source | Refusal {
  const mapping = mappingOf(block, REGIONS);
  return isRefusal(mapping) ? mapping : readSource(block, mapping, REGIONS);
}

/** What a sheet offers; sheets of our own offer nothing and are passed over. */
export function offerOf({ name, row, column, values }: Sheet): Offer | undefined {
  const cells = values.map((line) => line.map((cell) => cell ?? null));
  const own =
    [RECORD_SHEET, SETTINGS_SHEET].includes(name) ||
    isAbout(cells[0]?.[0]) ||
    cells.some(([first]) => typeof first === "string" && kindOfMark(first) === "province");
  if (own || cells.length === 0) return undefined;
  const below = (skip: number): Block => ({
    sheet: name,
    row: row + skip,
    column,
    cells: cells.slice(skip),
    hiddenRows: [],
    merged: false,
    selected: 0,
  });
  const whole = readRegions(below(0));
  let read = whole;
  // "Per tanggal | 30 April 2025" above the figures reads like headings.
  for (let skip = 1; skip < Math.min(cells.length, UPPER) && isRefusal(read); skip++)
    read = readRegions(below(skip));
  if (isRefusal(read)) return { sheet: name, why: isRefusal(whole) ? whole.refusal : read.refusal };
  const source = read;
  if (source.rows.every((_, i) => segmentOf(nameAt(source, i)))) return { sheet: name, why: SEGMENTS_ONLY };
  const told = besideLabel(cells, AS_OF);
  const day = readDate(told);
  return {
    sheet: name,
    block: {
      from: name,
      asOf: sameDate(source) ?? (day ? writeDate(day) : textOf(told)),
      basis: textOf(besideLabel(cells, BASIS)) || (source.columns.get("labor")?.heading ?? ""),
      rows: source.rows.map((_, i) => {
        const [base, covered] = [figureAt(source, "labor", i), figureAt(source, "active", i)];
        return {
          region: nameAt(source, i),
          labor: base?.value,
          active: covered?.value,
          laborFrom: base?.from,
          activeFrom: covered?.from,
        };
      }),
    },
  };
}

/** @param known the regions that should be there, in reading order; none: all that were sent */
export function provinceTable(
  blocks: readonly RegionBlock[],
  known: readonly string[],
  region: string,
  language: Language,
): { readonly table: TableModel; readonly merged: Merged } | Refusal {
  const merged = mergeRegions(blocks, known);
  const { rows, notes } = merged;
  if (rows.length === 0)
    return refuse(
      "Tidak ada baris wilayah yang bisa digabungkan. Pilih setidaknya satu lembar yang terbaca.",
      "There are no rows of regions to put together. Choose at least one sheet that can be read.",
    );
  const sum: Sum = { from: 0, to: rows.length - 1, by: ["counted", WORDS.yes[language]] };
  const counted = rows.filter((row) => row.counted).length;
  const fetched = (value: number | undefined, from: string | undefined) =>
    value === undefined ? undefined : { value, ...(from && { from }) };
  const share = merged.coverage === undefined ? "–" : writePercent(merged.coverage, language);
  const name = `${WORDS.name[language]}${region && ` ${region}`}`;
  const table = frame(
    {
      kind: "province",
      name,
      title: `${WORDS.name[language]}${region && `: ${region}`}`,
      parameters: [],
      columns: [
        { key: "name", words: WORDS.region, shown: "text", width: 30 },
        labor,
        active,
        { ...uncovered, total: uncoveredRule },
        { ...coverage, total: coverageRule },
        { key: "counted", words: WORDS.counted, shown: "text", width: 15, total: "none" },
        { key: "from", words: WORDS.from, shown: "text", width: 24, total: "none" },
      ],
      rows: rows.map(
        (row): Row => ({
          cells: {
            name: row.region,
            labor: fetched(row.labor, row.laborFrom),
            active: fetched(row.active, row.activeFrom),
            counted: WORDS[row.counted ? "yes" : "no"][language],
            from: row.from,
          },
        }),
      ),
      total: { cells: { name: TOTAL[language], labor: sum, active: sum } },
      after: (got) => ({
        notes: [
          ratioNote(language),
          ...notes.map((note) => `${note[language]}.`),
          rows.some((_, i) => Number(got.cell(i, "coverage")) > 1)
            ? `${ABOVE[language]}: ${rows
                .filter((_, i) => Number(got.cell(i, "coverage")) > 1)
                .map((row) => row.region)
                .join(", ")}.`
            : undefined,
        ],
        chart:
          counted === 0 || counted > MOST_PLOTTED
            ? undefined
            : {
                kind: "column",
                title:
                  language === "id"
                    ? `${region || "Gabungan"} ${share} dari ${counted} wilayah`
                    : `${region || "Together"} ${share} of ${counted} regions`,
                series: ["coverage"],
                colors: ["#1F4E79"],
                // Those that are not added stand below the others.
                rows: [0, counted - 1],
              },
      }),
    },
    language,
  );
  return { table, merged };
}
