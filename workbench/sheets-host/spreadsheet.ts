// SpreadsheetApp and Spreadsheet: the file, its sheets, its names and what is selected.
import { readZone, splitSheet } from "./a1";
import { ConditionalFormatRuleBuilder } from "./condition";
import type { Desk } from "./desk";
import { Exception, Service } from "./guard";
import { Range } from "./range";
import { Sheet } from "./sheet";
import { TextStyleBuilder } from "./text-style";
import { Ui } from "./ui";

export class SpreadsheetApp extends Service {
  constructor(readonly desk: Desk) {
    super("SpreadsheetApp");
  }

  get BorderStyle() {
    const names = ["DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE"] as const;
    return Object.fromEntries(names.map((name) => [name, name]));
  }
  getActive(): Spreadsheet {
    return new Spreadsheet(this.desk);
  }
  getActiveSpreadsheet(): Spreadsheet {
    return this.getActive();
  }
  getActiveSheet(): Sheet {
    return this.getActive().getActiveSheet();
  }
  getActiveRange(): Range {
    return this.getActive().getActiveRange();
  }
  getCurrentCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return this.getActive().setActiveSheet(sheet);
  }
  setActiveRange(range: Range): Range {
    return this.getActive().setActiveRange(range);
  }
  getUi(): Ui {
    if (this.desk.guard.frozen) throw new Exception("Cannot call SpreadsheetApp.getUi() from this context.");
    return new Ui(this.desk);
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder();
  }
  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder();
  }
  /** Every edit is applied at once here, so there is nothing to wait for. */
  flush(): void {}
}

export class Spreadsheet extends Service {
  constructor(readonly desk: Desk) {
    super("Spreadsheet");
  }

  getName(): string {
    return "Meja uji";
  }
  getSpreadsheetLocale(): string {
    return this.desk.locale;
  }
  getSpreadsheetTimeZone(): string {
    return this.desk.zone;
  }
  getSheets(): Sheet[] {
    return this.desk.grid.sheets().map(({ id }) => new Sheet(this.desk, id));
  }
  getNumSheets(): number {
    return this.desk.grid.sheets().length;
  }
  getSheetByName(name: string): Sheet | null {
    return this.getSheets().find((sheet) => sheet.getName() === name) ?? null;
  }
  getActiveSheet(): Sheet {
    return new Sheet(this.desk, this.desk.grid.activeSheet().id);
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getActiveRange(): Range {
    const { sheet, zone } = this.desk.grid.selection();
    return new Range(new Sheet(this.desk, sheet), zone);
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  insertSheet(name: string | number = this.#freeName(), index?: number): Sheet {
    if (typeof name === "number") return this.insertSheet(this.#freeName(), name);
    if (this.getSheetByName(name))
      throw new Exception(`A sheet with the name "${name}" already exists. Please enter another name.`);
    const taken = new Set(this.desk.grid.sheets().map(({ id }) => id));
    let number = taken.size + 1;
    while (taken.has(`lembar${number}`)) number++;
    const id = `lembar${number}`;
    // Without an index Google puts the new sheet right after the active one.
    const position = index ?? this.getActiveSheet().getIndex();
    this.desk.edit({ do: "addSheet", id, name, position });
    return new Sheet(this.desk, id).activate();
  }
  deleteSheet(sheet: Sheet): void {
    if (this.getNumSheets() === 1) throw new Exception("You can't remove all the sheets in a document.");
    this.desk.edit({ do: "deleteSheet", sheet: sheet.id });
  }
  getRange(a1: string): Range {
    const { sheet, address } = splitSheet(a1);
    const found = sheet === undefined ? this.getActiveSheet() : this.getSheetByName(sheet);
    if (found && readZone(address, { rows: 1, columns: 1 })) return found.getRange(address);
    const named = sheet === undefined ? this.getRangeByName(address) : null;
    if (!named) throw new Exception("Range not found");
    return named;
  }
  getRangeByName(name: string): Range | null {
    const found = this.desk.grid.names().find((entry) => entry.name.toUpperCase() === name.toUpperCase());
    return found ? new Range(new Sheet(this.desk, found.sheet), found.zone) : null;
  }
  setNamedRange(name: string, range: Range): void {
    this.desk.edit({ do: "name", name, sheet: range.sheet.id, zone: range.zone });
  }
  toast(message: string, title = ""): void {
    this.desk.toasts.push(title ? `${title}: ${message}` : message);
  }

  #freeName(): string {
    let number = this.getNumSheets() + 1;
    while (this.getSheetByName(`Sheet${number}`)) number++;
    return `Sheet${number}`;
  }
}
