// Which column of a large file is which: the glossary's headings, the identity number, the status, the as-of date.
import { type Heading, headingsOf, PLACES } from "../../core/headers";
import { readNumber } from "../../core/numbers";
import { isRefusal } from "../../core/refuse";
import type { Input } from "./input";

export interface Columns {
  /** By heading: province … village, region, segment. */
  readonly names: ReadonlyMap<Heading, string>;
  readonly nik?: string;
  /** Excel keeps fifteen digits of a number: the last one of every NIK became 0, and none is whose it says. */
  readonly roundedNik?: boolean;
  /** An apostrophe or spaces stand around some of them. */
  readonly untidyNik?: boolean;
  readonly status?: string;
  readonly asOf?: string;
  readonly labor?: string;
  readonly active?: string;
}

const plain = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** What looks like a place or a date and is a person's own: place of birth, home address, codes. */
const PERSONAL = /\b(lahir|alamat|kode|kd|id|birth|address|code|domisili ktp)\b/;
const NIK =
  /^(nik|no nik|nomor nik|nik pekerja|nik peserta|nomor induk kependudukan|no ktp|nomor ktp|nik ktp)$/;
const STATUS = /\b(status|keaktifan|aktif|active)\b/;
const AS_OF =
  /^(per )?(tanggal|tgl)?( ?data| ?posisi)?( data)?$|^(posisi|as of|as of date|update|update per|per tanggal)$/;

/** So many that all end in 0 are no chance. */
const FEWEST = 10;

/** Also what cannot be read as one: those rows are listed, but the column is one of numbers. */
const isNumber = (text: string): boolean => /^\s*-?[\d.,]+\s*$/.test(text) || !isRefusal(readNumber(text));

/** true: active. undefined: neither is said. */
export function isActive(text: string): boolean | undefined {
  const word = plain(text);
  if (
    /^(non|tidak|tdk|belum|bukan|in|un|not|no)\b|^(nonaktif|inactive|keluar|berhenti|resign|n|f|false|na)$|nonaktif/.test(
      word,
    )
  )
    return false;
  if (/^(aktif|active|ya|yes|y|t|true|terdaftar|terlindungi|peserta aktif)\b/.test(word)) return true;
  return /^\s*1\s*$/.test(text) ? true : /^\s*0\s*$/.test(text) ? false : undefined;
}

/** @param sample rows of text, in the order of the columns */
export function columnsOf(
  { columns }: Input,
  sample: readonly (readonly (string | number | null)[])[],
): Columns {
  const names = new Map<Heading, string>();
  let [roundedNik, untidyNik] = [false, false] as [boolean, boolean];
  const found: { -readonly [K in keyof Omit<Columns, "names" | "roundedNik" | "untidyNik">]?: string } = {};
  columns.forEach(({ name }, i) => {
    const words = plain(name);
    const filled = sample.flatMap((row) =>
      row[i] === null || String(row[i]).trim() === "" ? [] : [String(row[i])],
    );
    const most = (test: (text: string) => boolean): boolean =>
      filled.length > 0 && filled.filter(test).length * 2 >= filled.length;
    if (NIK.test(words)) {
      roundedNik = filled.length >= FEWEST && filled.every((text) => /0(\.0)?$/.test(text.trim()));
      untidyNik = filled.some((text) => !/^\d*$/.test(text));
      if (!roundedNik) found.nik ??= name;
    } else if (PERSONAL.test(words)) return;
    else if (words !== "" && AS_OF.test(words)) found.asOf ??= name;
    else if (
      STATUS.test(words) &&
      most((text) => isActive(text) !== undefined) &&
      filled.every((text) => !/^\s*\d{2,}/.test(text))
    )
      found.status ??= name;
    else {
      const [heading] = headingsOf(name);
      if (!heading) return;
      if (([...PLACES, "region", "segment"] as Heading[]).includes(heading)) {
        if (!names.has(heading)) names.set(heading, name);
      } else if ((heading === "labor" || heading === "active") && most(isNumber)) found[heading] ??= name;
    }
  });
  return { names, ...found, ...(roundedNik ? { roundedNik } : {}), ...(untidyNik ? { untidyNik } : {}) };
}
