// Page set-up in an .xlsx file: the grid library has no place for it, so it is put into the parts it wrote.
import { letters } from "./excel-host/address";
import type { GridPage } from "./grid-types";

export interface Printed {
  readonly name: string;
  readonly page: GridPage;
}

const xml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Page set-up in its places: before everything else of a sheet, and after its conditional formats. */
export function withPage(sheet: string, { landscape, paper, fit, header, footer }: GridPage): string {
  const fitted = fit && '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  const pages = (count: number | "auto"): number => (count === "auto" ? 0 : count);
  const setup = [
    ...(paper ? [`paperSize="${paper === "A4" ? 9 : 1}"`] : []),
    ...(fit ? [`fitToWidth="${pages(fit.across)}"`, `fitToHeight="${pages(fit.down)}"`] : []),
    ...(landscape === undefined ? [] : [`orientation="${landscape ? "landscape" : "portrait"}"`]),
  ];
  const edges = [
    ...(header ? [`<oddHeader>${xml(header)}</oddHeader>`] : []),
    ...(footer ? [`<oddFooter>${xml(footer)}</oddFooter>`] : []),
  ];
  const after = [
    ...(setup.length > 0 ? [`<pageSetup ${setup.join(" ")}/>`] : []),
    ...(edges.length > 0 ? [`<headerFooter>${edges.join("")}</headerFooter>`] : []),
  ].join("");
  if (!fitted && after === "") return sheet;
  const begun = !fitted
    ? sheet
    : /<sheetPr>/.test(sheet)
      ? sheet.replace("</sheetPr>", '<pageSetUpPr fitToPage="1"/></sheetPr>')
      : sheet.replace(/(<worksheet[^>]*>)/, `$1${fitted}`);
  return begun.replace(/(?=<drawing |<tableParts|<\/worksheet>)/, after);
}

/** Rows repeated on every page, and what is printed, are names of the workbook, after its sheets. */
export function withPrintNames(workbook: string, sheets: readonly Printed[]): string {
  const defined = (kind: string, i: number, name: string, at: string): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${i}">${xml(`'${name.replace(/'/g, "''")}'`)}!${at}</definedName>`;
  const cell = (row: number, column: number): string => `$${letters(column)}$${row + 1}`;
  const names = sheets.flatMap(({ name, page: { titleRows, area } }, i) => [
    ...(area
      ? [
          defined(
            "Print_Area",
            i,
            name,
            `${cell(area.row, area.column)}:${cell(area.row + area.rows - 1, area.column + area.columns - 1)}`,
          ),
        ]
      : []),
    ...(titleRows ? [defined("Print_Titles", i, name, `$${titleRows[0] + 1}:$${titleRows[1] + 1}`)] : []),
  ]);
  if (names.length === 0) return workbook;
  return /<definedNames>/.test(workbook)
    ? workbook.replace("</definedNames>", `${names.join("")}</definedNames>`)
    : workbook.replace("</sheets>", `</sheets><definedNames>${names.join("")}</definedNames>`);
}
