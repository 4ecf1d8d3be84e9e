// How the formulas of the open file are written.
import { EXCEL, type Style } from "../../core/exchange/tokens";
import type { Host } from "../host";

/** Sheets writes "," between arguments where it is no decimal mark. */
export async function styleIn(host: Host): Promise<Style> {
  if (host.name === "excel") return EXCEL;
  const { decimal } = await host.marks();
  return { separator: decimal === "," ? ";" : ",", decimal, sheets: true };
}
