// Keeps the workbook between two visits, where the browser allows it. The same for every mode.

const KEY = "ucj-workbench";

export function stored(): unknown {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function store(workbook: string): void {
  try {
    localStorage.setItem(KEY, workbook);
  } catch {
    // No storage, or no room in it: the workbook then lasts as long as the page.
  }
}
