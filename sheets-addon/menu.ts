// The menu, and the sidebar behind it. onOpen may run without any permission, so it touches nothing but the menu.

export function onOpen(): void {
  SpreadsheetApp.getUi().createAddonMenu().addItem("Buka Perencana UCJ", "ucjShowSidebar").addToUi();
}

export function onInstall(): void {
  onOpen();
}

export function ucjShowSidebar(): void {
  const page = HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Perencana UCJ");
  SpreadsheetApp.getUi().showSidebar(page);
}

const LATER = ["catalogue", "panels", "pictures"];

/** What the sidebar loads once its first view stands (see rest.ts). */
export function ucjPanels(file: string): string {
  return HtmlService.createHtmlOutputFromFile(LATER.includes(file) ? file : "panels").getContent();
}
