// Words in both languages: Indonesian first, English second. Every sentence a user reads has this shape.
export interface Words {
  readonly id: string;
  readonly en: string;
}

export type Language = keyof Words;

/** The same text in both languages: names, symbols, regulations. */
export const same = (text: string): Words => ({ id: text, en: text });

/** "1 cell", "2 cells"; Indonesian has one form for both. */
export const howMany = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`;
