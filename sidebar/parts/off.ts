// What a button gets that cannot be pressed now: that it is so, and why. It keeps the keyboard's place, so that the reason
// is heard and nothing is lost while a step runs; app.tsx lets no click through.
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

export interface Off {
  readonly "aria-disabled"?: true;
  readonly title?: string;
}

export const offBecause = (why: Words | undefined | false, language: Language): Off =>
  why ? { "aria-disabled": true, title: why[language] } : {};

/** @param host undefined where the button needs none */
export const off = (language: Language, busy: boolean, host?: Host | null): Off =>
  offBecause(busy ? BUSY : host === null && OUTSIDE, language);

/** Whether what was clicked is off. */
export const isOff = (target: EventTarget | null): boolean =>
  (target as Element | null)?.closest?.('[aria-disabled="true"]') != null;
