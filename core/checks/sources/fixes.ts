// What a reading changes in the sheet: exactly which cell, from what to what; nothing is written here.
import { addressOf, type Block, type BlockCell } from "../../block";
import { plainDigits } from "../../exact";
import { writePercent } from "../../numbers";
import type { Language, Words } from "../../words";
import { type Change, type Finding, inBoth, writeValue } from "../check";
import { isShare, roleOf, type ScalarKey } from "../figures";
import type { Assembled, Cell, Placed } from "./items";
import { nameOfSlot } from "./labels";
import type { SegmentBlock } from "./pairs";

export interface CellChange extends Cell {
  readonly address: string;
  readonly from: BlockCell;
  readonly to: string | number;
}

export interface Fix {
  readonly words: Words;
  readonly cells: readonly CellChange[];
}

export interface Grounds {
  readonly block: Block;
  readonly assembled: Assembled;
  readonly segments?: SegmentBlock | undefined;
  /** Headings of a table name every row, so one row's finding does not change them. */
  readonly labels: boolean;
}

export const cellAt = (block: Block, { row, column }: Cell): BlockCell =>
  block.cells[row - block.row]?.[column - block.column] ?? null;

const changeOf = (block: Block, at: Cell, to: string | number): CellChange => ({
  ...at,
  address: addressOf(at.row, at.column),
  from: cellAt(block, at),
  to,
});

/** As the cell holds its number now: a fraction, per cent, or text as Indonesians write it. */
function written(key: string, value: number, { percent, text }: Placed): string | number {
  if (!isShare(key)) return text ? writeValue(key, value, "id") : Math.round(value);
  const share = Number(value.toPrecision(6));
  if (text) return percent ? writePercent(share, "id").replace(/ %$/, "") : writePercent(share, "id");
  return percent ? Number(plainDigits(share * 100)) : share;
}

/** Two figures under one label cannot be renamed apart. */
const sharesLabel = (assembled: Assembled, { label, value }: Placed): boolean =>
  label !== undefined &&
  [...assembled.places.values()].some(
    (other) =>
      other.label?.row === label.row &&
      other.label.column === label.column &&
      (other.value.row !== value.row || other.value.column !== value.column),
  );

function labelFix(moves: readonly Change[], grounds: Grounds, language: Language): Fix | undefined {
  const { block, assembled, labels } = grounds;
  const cells = moves.flatMap(({ key, as }): CellChange[] => {
    const place = assembled.places.get(key);
    if (!labels || !as || !place?.label || sharesLabel(assembled, place)) return [];
    return [changeOf(block, place.label, nameOfSlot(as)[language])];
  });
  if (cells.length === 0 || cells.length !== moves.length) return undefined;
  return {
    words: inBoth((speech) => {
      const to = moves.map(({ as }) => `“${nameOfSlot(as as string)[speech]}”`).join(", ");
      return speech === "id" ? `Ganti label menjadi ${to}` : `Rename the label to ${to}`;
    }),
    cells,
  };
}

/** The segments' numbers go under the other heading when its column is there and empty; else the heading is renamed. */
function segmentFix({ block, segments }: Grounds, language: Language): Fix | undefined {
  const from = segments?.columns.active;
  if (!segments || from === undefined) return undefined;
  const to = segments.columns.labor;
  const free = to !== undefined && segments.rows.every((row) => cellAt(block, { row, column: to }) === null);
  if (!free)
    return {
      words: {
        id: "Ganti judul kolom segmen menjadi “Angkatan kerja”",
        en: "Rename the segment column “Labour force”",
      },
      cells: [changeOf(block, { row: segments.header, column: from }, nameOfSlot("labor")[language])],
    };
  return {
    words: {
      id: "Pindahkan angka segmen ke kolom angkatan kerja",
      en: "Move the segments' numbers to the labour force column",
    },
    cells: segments.rows.flatMap((row) => {
      const value = cellAt(block, { row, column: from });
      if (typeof value !== "number" && typeof value !== "string") return [];
      return [changeOf(block, { row, column: to }, value), changeOf(block, { row, column: from }, "")];
    }),
  };
}

function fixesFor(reading: readonly Change[], grounds: Grounds, language: Language): readonly Fix[] {
  const moves = reading.filter(({ key, as }) => as && as !== roleOf(key as ScalarKey));
  if (moves.some(({ key }) => key === "segments.active")) {
    const fix = grounds.labels && segmentFix(grounds, language);
    return fix ? [fix] : [];
  }
  const label = moves.length > 0 ? labelFix(moves, grounds, language) : undefined;
  const values = reading.flatMap(({ key, value }): Fix[] => {
    const place = grounds.assembled.places.get(key);
    if (value === undefined || !place) return [];
    return [
      {
        words: inBoth((speech) => {
          const n = writeValue(key.replace(/^.*\./, ""), value, speech);
          return speech === "id" ? `Ganti angka menjadi ${n}` : `Change the number to ${n}`;
        }),
        cells: [changeOf(grounds.block, place.value, written(key, value, place))],
      },
    ];
  });
  return label ? [label, ...values] : values;
}

/** One way or more to bring the sheet in line with a finding's reading; none where nothing was read from cells. */
export const fixesOf = (finding: Finding, grounds: Grounds, language: Language): readonly Fix[] =>
  finding.reading
    ? fixesFor(finding.reading, grounds, language)
    : (finding.open ?? []).flatMap((reading) => fixesFor(reading, grounds, language));
