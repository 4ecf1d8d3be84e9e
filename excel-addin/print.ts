// Page set-up of a sheet that holds one table, in Excel: one page wide, headings repeated, source and date below.
import type { PaintedPrint } from "../core/tables/paint";

/** Excel takes 255 characters; "&" begins one of its codes. */
const MOST_CHARACTERS = 255;
const asFooter = (text: string): string => {
  const most = Math.max(1, MOST_CHARACTERS - (text.match(/&/g)?.length ?? 0));
  return (text.length > most ? `${text.slice(0, most - 1)}…` : text).replace(/&/g, "&&");
};

/** So many rows are still legible on one page. */
const ONE_PAGE = { landscape: 42, portrait: 62 };

/** @param rows of the table and the chart below it */
export function setUpPage(
  sheet: Excel.Worksheet,
  { landscape, header, footer }: PaintedPrint,
  rows: number,
): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = landscape ? "Landscape" : "Portrait";
  pageLayout.paperSize = "A4";
  const short = rows <= ONE_PAGE[landscape ? "landscape" : "portrait"];
  // A chart is not cut in two where one page can hold it.
  pageLayout.zoom = { horizontalFitToPages: 1, ...(short && { verticalFitToPages: 1 }) };
  pageLayout.setPrintTitleRows(`$${header + 1}:$${header + 1}`);
  const edges = pageLayout.headersFooters.defaultForAllPages;
  edges.leftHeader = "&A";
  edges.leftFooter = asFooter(footer);
  edges.rightFooter = "&P / &N";
}
