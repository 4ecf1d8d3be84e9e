// Words in both languages: Indonesian first, English second. Every sentence a user reads has this shape.
export interface Words {
  readonly id: string;
  readonly en: string;
}

export type Language = keyof Words;

/** The same text in both languages: names, symbols, regulations. */
export const same = (text: string): Words => ({ id: text, en: text });
