// `npm run template`: dist/ucj-template.xlsx, a workbook of plain formulas for offices that cannot install anything.
import { mkdirSync, writeFileSync } from "node:fs";
import { entrySheet } from "./template/entry";
import { guideSheet } from "./template/guide";
import { type PlannedSheet, TEMPLATE } from "./template/plan";
import { tableSheets } from "./template/tables";
import { writeBook } from "./template/write";

export const templateSheets = (): PlannedSheet[] => [guideSheet(), entrySheet(), ...tableSheets()];

export async function main(): Promise<void> {
  const file = await writeBook(templateSheets());
  mkdirSync("dist", { recursive: true });
  writeFileSync(TEMPLATE, file);
  console.log(`${TEMPLATE}: ${Math.round(file.length / 1024)} KB`);
  // The writer's WebAssembly keeps the process alive.
  process.exit(0);
}
