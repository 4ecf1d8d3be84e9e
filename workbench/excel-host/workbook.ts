// Workbook, worksheets, application, settings, names: everything above the range.
import type { Edit, Zone } from "../grid-types";
import type { Book, BookSheet } from "./book";
import { chartsKind } from "./chart";
import { HostError, invalid, type Kind, missing, type Node, NULL } from "./kinds";
import { pageLayoutKind } from "./page-layout";
import { type RangeNode, range, rangeAt, rangeKind } from "./range";

interface SheetNode extends Node {
  readonly sheet: string;
}

export function worksheet(sheet: string): SheetNode {
  return { kind: worksheetKind as Kind, sheet };
}

function checkName(book: Book, name: string, own?: string): void {
  const bad = name === "" || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name);
  if (bad || name.toLowerCase() === "history") invalid(`sheet name ${name}`);
  const twin = book.findSheet(name);
  if (twin && twin.id !== own) {
    throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
  }
}

function addSheet(book: Book, given?: string | null): SheetNode {
  const taken = (name: string) => book.findSheet(name) !== undefined;
  const name = given ?? book.newId("Sheet", taken);
  checkName(book, name);
  const id = book.newId("sheet-", (candidate) => book.sheets().some((sheet) => sheet.id === candidate));
  book.write({ do: "addSheet", id, name, position: book.sheets().length });
  return worksheet(id);
}

const shown = (sheet: BookSheet | undefined) => (sheet ? worksheet(sheet.id) : undefined);

const worksheetsKind: Kind<Node> = {
  name: "WorksheetCollection",
  items: (_o, book) => book.sheets().map(({ id }) => worksheet(id)),
  call: {
    add: (_o, book, name?: string | null) => addSheet(book, name),
    getItem: (_o, book, key: string) => shown(book.findSheet(key)) ?? missing(key),
    getItemOrNullObject: (_o, book, key: string) => shown(book.findSheet(key)) ?? NULL,
    getActiveWorksheet: (_o, book) => worksheet(book.activeSheet()),
    getFirst: (_o, book) => shown(book.sheets()[0]) ?? missing("Worksheet"),
    getLast: (_o, book) => shown(book.sheets().at(-1)) ?? missing("Worksheet"),
    getCount: (_o, book) => book.sheets().length,
    // The handler itself lives in office.js; the seam tells it about every selection.
    _RegisterSelectionChangedEvent: () => undefined,
    _UnregisterSelectionChangedEvent: () => undefined,
  },
};

const worksheetKind: Kind<SheetNode> = {
  name: "Worksheet",
  id: (o) => `{${o.sheet}}`,
  get: {
    id: (o, book) => `{${book.sheet(o.sheet).id}}`,
    name: (o, book) => book.sheet(o.sheet).name,
    position: (o, book) => book.sheets().findIndex(({ id }) => id === o.sheet),
    // Of a row nobody wrote in.
    standardHeight: (o, book) => book.grid.rowHeight(o.sheet, book.size(o.sheet).rows - 1) * 0.75,
    visibility: (o, book) => {
      const sheet = book.grid.sheets().find(({ id }) => id === o.sheet) ?? missing("Worksheet");
      return sheet.visible ? "Visible" : "Hidden";
    },
  },
  set: {
    name: (o, book, name: string) => {
      checkName(book, name, o.sheet);
      if (book.sheet(o.sheet).name !== name) book.write({ do: "renameSheet", sheet: o.sheet, name });
    },
  },
  child: {
    charts: (o) => ({ kind: chartsKind as Kind, sheet: o.sheet }) as SheetNode,
    protection: (o) => ({ ...o, kind: protectionKind as Kind }),
    freezePanes: (o) => ({ ...o, kind: freezeKind as Kind }),
    pageLayout: (o) => ({ ...o, kind: pageLayoutKind as Kind }),
  },
  call: {
    getRange: (o, book, address?: string | null) => rangeAt(book, book.sheet(o.sheet).id, address),
    getRangeByIndexes: (o, book, row: number, column: number, rows: number, columns: number) =>
      range(book.sheet(o.sheet).id, { row, column, rows, columns }),
    getCell: (o, book, row: number, column: number) =>
      range(book.sheet(o.sheet).id, { row, column, rows: 1, columns: 1 }),
    getUsedRangeOrNullObject: (o, book) => used(o, book, "getUsedRangeOrNullObject"),
    getUsedRange: (o, book) => used(o, book, "getUsedRange"),
    activate: (o, book) => book.grid.activate(book.sheet(o.sheet).id),
    delete: (o, book) => {
      if (book.sheets().length < 2)
        throw new HostError("InvalidOperation", "A workbook keeps at least one sheet.");
      book.write({ do: "deleteSheet", sheet: book.sheet(o.sheet).id });
    },
    _RegisterSelectionChangedEvent: () => undefined,
    _UnregisterSelectionChangedEvent: () => undefined,
  },
};

function used(o: SheetNode, book: Book, member: "getUsedRange" | "getUsedRangeOrNullObject"): unknown {
  return rangeKind.call?.[member]?.(rangeAt(book, book.sheet(o.sheet).id, null), book);
}

const protectionKind: Kind<SheetNode> = {
  name: "WorksheetProtection",
  // Nothing in the workbench protects a sheet.
  get: { protected: () => false },
};

const freeze = (o: SheetNode, book: Book, rows: number, columns: number) =>
  book.write({ do: "freeze", sheet: o.sheet, rows, columns });

const freezeKind: Kind<SheetNode> = {
  name: "WorksheetFreezePanes",
  call: {
    freezeRows: (o, book, rows?: number | null) => freeze(o, book, rows ?? 0, 0),
    freezeColumns: (o, book, columns?: number | null) => freeze(o, book, 0, columns ?? 0),
    unfreeze: (o, book) => freeze(o, book, 0, 0),
  },
};

const MARKS = {
  id: { numberDecimalSeparator: ",", numberGroupSeparator: "." },
  en: { numberDecimalSeparator: ".", numberGroupSeparator: "," },
} as const;

const numberFormatKind: Kind<Node> = {
  name: "NumberFormatInfo",
  get: {
    numberDecimalSeparator: (_o, book) => MARKS[book.locale].numberDecimalSeparator,
    numberGroupSeparator: (_o, book) => MARKS[book.locale].numberGroupSeparator,
  },
};

const cultureKind: Kind<Node> = {
  name: "CultureInfo",
  get: { name: (_o, book) => (book.locale === "id" ? "id-ID" : "en-US") },
  child: { numberFormat: () => ({ kind: numberFormatKind as Kind }) },
};

const applicationKind: Kind<Node> = {
  name: "Application",
  get: {
    calculationMode: () => "Automatic",
    decimalSeparator: (_o, book) => MARKS[book.locale].numberDecimalSeparator,
    thousandsSeparator: (_o, book) => MARKS[book.locale].numberGroupSeparator,
  },
  child: { cultureInfo: () => ({ kind: cultureKind as Kind }) },
  call: {
    // The grid calculates once a request and paints after it: nothing to hold back, nothing to catch up with.
    suspendScreenUpdatingUntilNextSync: () => undefined,
    suspendApiCalculationUntilNextSync: () => undefined,
    calculate: () => undefined,
  },
};

interface SettingNode extends Node {
  readonly key: string;
}

const settingKind: Kind<SettingNode> = {
  name: "Setting",
  id: (o) => o.key,
  get: { key: (o) => o.key, value: (o, book) => book.settings.get(o.key) },
  set: { value: (o, book, value: unknown) => void book.settings.set(o.key, value) },
  call: { delete: (o, book) => void book.settings.delete(o.key) },
};

const setting = (book: Book, key: string) =>
  book.settings.has(key) ? ({ kind: settingKind as Kind, key } as SettingNode) : undefined;

const settingsKind: Kind<Node> = {
  name: "SettingCollection",
  items: (_o, book) =>
    [...book.settings.keys()].map((key) => ({ kind: settingKind as Kind, key }) as SettingNode),
  call: {
    add: (_o, book, key: string, value: unknown) => {
      book.settings.set(key, value);
      return setting(book, key);
    },
    getItem: (_o, book, key: string) => setting(book, key) ?? missing(key),
    getItemOrNullObject: (_o, book, key: string) => setting(book, key) ?? NULL,
    getCount: (_o, book) => book.settings.size,
  },
};

interface NameNode extends Node {
  readonly text: string;
}

const nameKind: Kind<NameNode> = {
  name: "NamedItem",
  id: (o) => o.text,
  get: { name: (o) => o.text, type: () => "Range" },
  call: {
    getRange: (o, book) => rangeAt(book, book.activeSheet(), o.text),
    getRangeOrNullObject: (o, book) => rangeAt(book, book.activeSheet(), o.text),
  },
};

const named = (text: string): NameNode => ({ kind: nameKind as Kind, text });

function findName(book: Book, key: string): NameNode | undefined {
  const found = book.grid.names().find(({ name }) => name.toLowerCase() === key.toLowerCase());
  return found && named(found.name);
}

const namesKind: Kind<Node> = {
  name: "NamedItemCollection",
  items: (_o, book) => book.grid.names().map(({ name }) => named(name)),
  call: {
    add: (_o, book, name: string, reference: RangeNode | string) => {
      if (typeof reference === "string") book.unsupported("NamedItemCollection.add(formula)");
      if (findName(book, name)) throw new HostError("ItemAlreadyExists", `The name ${name} already exists.`);
      const { sheet, zone } = reference as { sheet: string; zone: Zone };
      book.write({ do: "name", name, sheet, zone } satisfies Edit);
      return named(name);
    },
    getItem: (_o, book, key: string) => findName(book, key) ?? missing(key),
    getItemOrNullObject: (_o, book, key: string) => findName(book, key) ?? NULL,
  },
};

const workbookKind: Kind<Node> = {
  name: "Workbook",
  child: {
    worksheets: () => ({ kind: worksheetsKind as Kind }),
    application: () => ({ kind: applicationKind as Kind }),
    settings: () => ({ kind: settingsKind as Kind }),
    names: () => ({ kind: namesKind as Kind }),
  },
  call: {
    getSelectedRange: (_o, book) => {
      const { sheet, zone } = book.selection();
      return range(sheet, zone);
    },
    getActiveCell: (_o, book) => {
      const { sheet, zone } = book.selection();
      return range(sheet, { ...zone, rows: 1, columns: 1 });
    },
  },
};

export const WORKBOOK: Node = { kind: workbookKind as Kind };

/** Services of the runtime itself (panes, telemetry …): accepted, and nothing happens. */
export const SERVICE: Node = { kind: { name: "Service" } };
