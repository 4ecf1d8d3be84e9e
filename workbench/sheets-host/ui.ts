// Ui, menus and HTML: what a script shows to a person, recorded for the page and the tests.
import type { Desk, MenuEntry } from "./desk";
import { Exception, Service } from "./guard";

export class Ui extends Service {
  constructor(readonly desk: Desk) {
    super("Ui");
  }
  get Button() {
    return { OK: "OK", CANCEL: "CANCEL", YES: "YES", NO: "NO", CLOSE: "CLOSE" };
  }
  get ButtonSet() {
    return { OK: "OK", OK_CANCEL: "OK_CANCEL", YES_NO: "YES_NO", YES_NO_CANCEL: "YES_NO_CANCEL" };
  }
  createMenu(caption: string): Menu {
    return new Menu(this.desk, caption);
  }
  /** Google puts an add-on's menu under Extensions, with the add-on's name. */
  createAddonMenu(): Menu {
    return new Menu(this.desk, "Ekstensi");
  }
  /** alert(prompt), alert(prompt, buttons), alert(title, prompt, buttons); the first button is pressed. */
  alert(...words: string[]): string {
    const buttons = words.length > 1 ? (words.at(-1) ?? "OK") : "OK";
    this.desk.alerts.push(words.slice(0, Math.max(1, words.length - 1)).join(": "));
    return buttons.split("_")[0] ?? "OK";
  }
  showSidebar(page: HtmlOutput): void {
    this.desk.show({ title: page.caption, html: page.html });
  }
}

export class Menu extends Service {
  readonly entries: MenuEntry[] = [];

  constructor(
    readonly desk: Desk,
    readonly caption: string,
  ) {
    super("Menu");
  }
  addItem(caption: string, run: string): this {
    this.entries.push({ caption, run });
    return this;
  }
  addSeparator(): this {
    this.entries.push("separator");
    return this;
  }
  addSubMenu({ caption, entries }: Menu): this {
    this.entries.push({ caption, entries });
    return this;
  }
  addToUi(): void {
    this.desk.menus.push({ caption: this.caption, entries: this.entries });
  }
}

export class HtmlService extends Service {
  constructor(readonly desk: Desk) {
    super("HtmlService");
  }
  createHtmlOutput(html = ""): HtmlOutput {
    return new HtmlOutput(String(html));
  }
  createHtmlOutputFromFile(name: string): HtmlOutput {
    const html = this.desk.files[name.replace(/\.html$/, "")];
    if (html === undefined) throw new Exception(`No HTML file named ${name} was found.`);
    return new HtmlOutput(html);
  }
}

export class HtmlOutput extends Service {
  caption = "";

  constructor(readonly html: string) {
    super("HtmlOutput");
  }
  setTitle(title: string): this {
    this.caption = title;
    return this;
  }
  getTitle(): string {
    return this.caption;
  }
  /** Google's sidebar is 300 pixels wide whatever a script asks. */
  setWidth(_pixels: number): this {
    return this;
  }
  getContent(): string {
    return this.html;
  }
}
