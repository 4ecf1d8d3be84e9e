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

/** What the sidebar loads once its first view stands (see rest.ts). */
export const ucjPanels = (): string => HtmlService.createHtmlOutputFromFile("panels").getContent();
