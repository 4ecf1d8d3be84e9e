// How a worksheet is printed: direction, paper, pages across, repeated rows, header and footer.
import type { GridPage, Zone } from "../grid-types";
import { COLUMNS } from "./address";
import type { Book } from "./book";
import { invalid, type Kind, type Node, NULL } from "./kinds";
import { areas, type RangeNode, range, rangeAt } from "./range";

interface PageNode extends Node {
  readonly sheet: string;
}

const of = (o: PageNode, book: Book): GridPage => book.page(o.sheet);
const change = (o: PageNode, book: Book, own: Partial<GridPage>): void => {
  book.putPage(o.sheet, { ...of(o, book), ...own });
};

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export const pageLayoutKind: Kind<PageNode> = {
  name: "PageLayout",
  get: {
    orientation: (o, book) => (of(o, book).landscape ? "Landscape" : "Portrait"),
    paperSize: (o, book) => of(o, book).paper ?? "Letter",
    zoom: (o, book) => {
      const { fit } = of(o, book);
      if (!fit) return { scale: 100 };
      return {
        ...(fit.across !== "auto" && { horizontalFitToPages: fit.across }),
        ...(fit.down !== "auto" && { verticalFitToPages: fit.down }),
      };
    },
  },
  set: {
    orientation: (o, book, value: string) => {
      if (value !== "Landscape" && value !== "Portrait") invalid(`orientation ${value}`);
      change(o, book, { landscape: value === "Landscape" });
    },
    paperSize: (o, book, value: string) => {
      if (value !== "A4" && value !== "Letter") book.unsupported(`PaperType.${value}`);
      change(o, book, { paper: value as "A4" | "Letter" });
    },
    zoom: (o, book, { scale, horizontalFitToPages: across, verticalFitToPages: down }: Zoom) => {
      if (scale !== undefined) book.unsupported("PageLayout.zoom.scale");
      change(o, book, { fit: { across: across ?? "auto", down: down ?? "auto" } });
    },
  },
  child: { headersFooters: (o) => ({ ...o, kind: headersFootersKind as Kind }) },
  call: {
    getPrintTitleRowsOrNullObject: (o, book) => {
      const { titleRows } = of(o, book);
      if (!titleRows) return NULL;
      const [first, last] = titleRows;
      return range(o.sheet, { row: first, column: 0, rows: last - first + 1, columns: COLUMNS });
    },
    getPrintAreaOrNullObject: (o, book) => areas(o.sheet, of(o, book).area ? [of(o, book).area as Zone] : []),
    setPrintArea: (o, book, given: RangeNode | string) => {
      const { sheet, zone } = typeof given === "string" ? rangeAt(book, o.sheet, given) : given;
      if (sheet !== o.sheet) invalid("a print area is on its own sheet");
      change(o, book, { area: zone });
    },
    setPrintTitleRows: (o, book, given: RangeNode | string) => {
      const { sheet, zone } = typeof given === "string" ? rangeAt(book, o.sheet, given) : given;
      if (sheet !== o.sheet || zone.column !== 0 || zone.columns < 16_384)
        invalid("print titles are entire rows of the sheet");
      change(o, book, { titleRows: [zone.row, zone.row + zone.rows - 1] });
    },
  },
};

const headersFootersKind: Kind<PageNode> = {
  name: "HeaderFooterGroup",
  child: { defaultForAllPages: (o) => ({ ...o, kind: headerFooterKind as Kind }) },
};

/** Excel keeps left, centre and right in one text: "&L…&C…&R…". */
const part = (text: string | undefined, side: "L" | "C" | "R"): string =>
  new RegExp(`&${side}((?:&[^LCR]|[^&])*)`).exec(text ?? "")?.[1] ?? "";

function withPart(text: string | undefined, side: "L" | "C" | "R", value: string): string {
  if (value.length > 255) invalid("a header or footer has at most 255 characters");
  const parts = (["L", "C", "R"] as const).map((one) => [one, one === side ? value : part(text, one)]);
  return parts.map(([one, own]) => (own ? `&${one}${own}` : "")).join("");
}

const SIDES = { left: "L", center: "C", right: "R" } as const;

const headerFooterKind: Kind<PageNode> = {
  name: "HeaderFooter",
  get: Object.fromEntries(
    Object.entries(SIDES).flatMap(([name, side]) => [
      [`${name}Header`, (o: PageNode, book: Book) => part(of(o, book).header, side)],
      [`${name}Footer`, (o: PageNode, book: Book) => part(of(o, book).footer, side)],
    ]),
  ),
  set: Object.fromEntries(
    Object.entries(SIDES).flatMap(([name, side]) => [
      [
        `${name}Header`,
        (o: PageNode, book: Book, value: string) =>
          change(o, book, { header: withPart(of(o, book).header, side, value) }),
      ],
      [
        `${name}Footer`,
        (o: PageNode, book: Book, value: string) =>
          change(o, book, { footer: withPart(of(o, book).footer, side, value) }),
      ],
    ]),
  ),
};
