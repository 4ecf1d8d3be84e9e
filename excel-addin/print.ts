// Page set-up of a sheet that holds one table, in Excel: one page wide, headings repeated, source and date below.
import { areaOf, placeOf } from "../core/block";
import type { DrawnPage } from "../core/tables/drawn";
import { onOnePage } from "../core/tables/extent";

import type { PaintedPrint } from "../core/tables/paint";

/** Excel takes 255 characters; "&" begins one of its codes. */
const MOST_CHARACTERS = 255;
const asFooter = (text: string): string => {
  const most = Math.max(1, MOST_CHARACTERS - (text.match(/&/g)?.length ?? 0));
  return (text.length > most ? `${text.slice(0, most - 1)}…` : text).replace(/&/g, "&&");
};

/** Left to itself the height is as many pages as it takes. */
const zoomOf = (onePage: boolean): Excel.PageLayoutZoomOptions => ({
  horizontalFitToPages: 1,
  ...(onePage && { verticalFitToPages: 1 }),
});

/** By which a page is known to be as it was set up here. */
const PAGES = "&P / &N";

/** @param rows of the table and the chart below it */
export function setUpPage(sheet: Excel.Worksheet, print: PaintedPrint, rows: number): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = print.landscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  pageLayout.headersFooters.defaultForAllPages.leftHeader = "&A";
  pageLayout.headersFooters.defaultForAllPages.rightFooter = PAGES;
  changePage(sheet, { header: print.header, onePage: onOnePage(print, rows), footer: print.footer });
}

export function changePage(sheet: Excel.Worksheet, { header, onePage, footer, area }: DrawnPage): void {
  const { pageLayout } = sheet;
  pageLayout.zoom = zoomOf(onePage);
  pageLayout.setPrintTitleRows(`$${header + 1}:$${header + 1}`);
  pageLayout.headersFooters.defaultForAllPages.leftFooter = asFooter(footer);
  if (area) pageLayout.setPrintArea(areaOf(area.row, area.column, area.rows, area.columns));
}

/** Asks how a sheet is printed; the answer is there after the next sync: undefined for a page its owner set up. */
export function askPage({ pageLayout }: Excel.Worksheet): () => DrawnPage | undefined {
  const titles = pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
  const areas = pageLayout.getPrintAreaOrNullObject().load("address");
  const edges = pageLayout.headersFooters.defaultForAllPages.load("leftFooter,rightFooter");
  pageLayout.load("zoom");
  return () => {
    if (titles.isNullObject || titles.rowCount !== 1 || edges.rightFooter !== PAGES) return undefined;
    const area = areas.isNullObject ? undefined : placeOf(areas.address);
    return {
      header: titles.rowIndex,
      onePage: pageLayout.zoom.verticalFitToPages === 1,
      footer: edges.leftFooter.replace(/&&/g, "&"),
      ...(area && { area: { row: area.row, column: area.column, rows: area.rows, columns: area.columns } }),
    };
  };
}
