// How each role of a table cell looks, the same in both hosts and in grey print.
import type { Role } from "../core/tables/model";

export interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly color?: string;
  readonly fill?: string;
  readonly size?: number;
  readonly wrap?: true;
}

export const LOOKS: Readonly<Record<Role, Look>> = {
  title: { bold: true, size: 14, color: "#1F2937" },
  parameter: { color: "#4B5563" },
  header: { bold: true, color: "#FFFFFF", fill: "#1F4E79", wrap: true },
  label: {},
  sentence: { wrap: true },
  input: { color: "#1D4ED8" },
  figure: {},
  total: { bold: true, fill: "#E5ECF4" },
  note: { italic: true, color: "#4B5563" },
};

/** Column width in pixels for a width in characters. */
export const pixels = (characters: number): number => characters * 7 + 10;
