// A few of many, named in a sentence, and a sentence in both languages at once.
import type { Language, Words } from "../words";

const LISTED = 3;

export const inBoth = (write: (language: Language) => string): Words => ({
  id: write("id"),
  en: write("en"),
});

/** "5, 9, 12", at most three of them, and how many more. */
export function listed(items: readonly (string | number)[], language: Language): string {
  const more = items.length - LISTED;
  const tail = language === "id" ? ` dan ${more} lagi` : ` and ${more} more`;
  return items.slice(0, LISTED).join(", ") + (more > 0 ? tail : "");
}
