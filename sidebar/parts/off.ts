// What a button gets that cannot be pressed now: that it is so, and why.
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";

const BUSY: Words = {
  id: "Tunggu sampai langkah yang sedang berjalan selesai.",
  en: "Wait until the running step is done.",
};
const OUTSIDE: Words = {
  id: "Buka panel ini di Excel atau Google Sheets untuk memakai tombol ini.",
  en: "Open this pane in Excel or Google Sheets to use this button.",
};

/** @param host undefined where the button needs none */
export function off(
  language: Language,
  busy: boolean,
  host?: Host | null,
): { disabled: boolean; title?: string } {
  const why = busy ? BUSY : host === null ? OUTSIDE : undefined;
  return why ? { disabled: true, title: why[language] } : { disabled: false };
}
