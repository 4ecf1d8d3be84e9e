// The settings that travel with a file in its visible sheet UCJ_Pengaturan: read from whatever is left there, laid out anew.
import { addressOf, type Block, type BlockCell } from "./block";
import { readDate, writeDate } from "./dates";
import type { Kind } from "./define";
import { HEADINGS } from "./headers";
import { CEILING, GROWTH, inForce, valueIn } from "./law";
import { writeNumber } from "./numbers";
import { ceiling, growth, target } from "./params";
import { isBlank, read } from "./read";
import { isRefusal, type Refusal, refuse } from "./refuse";
import { SETTINGS_SHEET } from "./settings-sheet";
import { blank, type TableCell, type TableModel, text } from "./tables/model";
import type { Language, Words } from "./words";

export { SETTINGS_SHEET };

interface Setting {
  readonly key: string;
  readonly words: Words;
  readonly about: Words;
  readonly kind: Extract<Kind, "share" | "growth" | "text" | "date"> | "language";
}

export const SETTINGS = [
  {
    key: "language",
    words: { id: "Bahasa panel", en: "Pane language" },
    about: { id: "Indonesia atau English", en: "Indonesia or English" },
    kind: "language",
  },
  {
    key: "target",
    words: target.label,
    about: {
      id: "Target cakupan daerah ini, misalnya 42,06%",
      en: "This region's target coverage, such as 42.06%",
    },
    kind: "share",
  },
  {
    key: "growth",
    words: growth.label,
    about: {
      id: "Kenaikan terhadap capaian tahun sebelumnya, misalnya 20%",
      en: "Growth over the previous year's achievement, such as 20%",
    },
    kind: "growth",
  },
  {
    key: "ceiling",
    words: ceiling.label,
    about: {
      id: "Target tertinggi yang dipakai, misalnya 99,5%",
      en: "The highest target used, such as 99.5%",
    },
    kind: "share",
  },
  {
    key: "basis",
    words: { id: "Dasar", en: "Basis" },
    about: {
      id: "Apa yang dihitung sebagai angkatan kerja, misalnya di luar ASN, TNI, Polri",
      en: "What counts as labour force, such as outside ASN, TNI, Polri",
    },
    kind: "text",
  },
  {
    key: "source",
    words: { id: "Sumber", en: "Source" },
    about: {
      id: "Dari mana angkanya, misalnya BPJS Ketenagakerjaan Kendari",
      en: "Where the figures come from, such as BPJS Ketenagakerjaan Kendari",
    },
    kind: "text",
  },
  {
    key: "asOf",
    words: HEADINGS.asOf.words,
    about: { id: "Tanggal angkanya, misalnya 8 Juni 2025", en: "The figures' date, such as 8 Juni 2025" },
    kind: "date",
  },
] as const satisfies readonly Setting[];

export type SettingKey = (typeof SETTINGS)[number]["key"];
/** As a planner types them; a blank one is left out. */
export type TypedSettings = Readonly<Partial<Record<SettingKey, string>>>;

export interface Settings {
  readonly typed: TypedSettings;
  /** What cannot be used, and what is used instead. */
  readonly problems: readonly Words[];
  /** Where each value stands in its sheet. */
  readonly places: Readonly<Partial<Record<SettingKey, { readonly row: number; readonly column: number }>>>;
}

export const NO_SETTINGS: Settings = { typed: {}, problems: [], places: {} };

const bare = (label: unknown): string =>
  typeof label === "string" ? label.trim().replace(/\s*:$/, "").toLowerCase() : "";
const settingOf = (label: unknown) =>
  SETTINGS.find(({ words }) => [words.id, words.en].some((word) => bare(word) === bare(label)));

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["id", "Indonesia"],
  ["en", "English"],
];
export function languageOf({ typed: { language } }: Settings): Language | undefined {
  return LANGUAGES.find(([, name]) => name === language)?.[0];
}

const percent = (share: number): string => `${writeNumber(Number((share * 100).toPrecision(12)), "id")}%`;

/** The text a form shows for what a cell holds; a refusal when it cannot be that setting. "" for a blank. */
export function typedOf({ key, kind, words }: Setting, cell: BlockCell): string | Refusal {
  if (isBlank(cell)) return "";
  if (kind === "language") {
    const given = bare(String(cell)).replace(/^bahasa /, "");
    if (/^(id|indonesia|indonesian)$/.test(given)) return "Indonesia";
    if (/^(en|english|inggris)$/.test(given)) return "English";
    return refuse(`${words.id}: tulis Indonesia atau English`, `${words.en}: type Indonesia or English`);
  }
  if (typeof cell === "object" || typeof cell === "boolean")
    return refuse(
      `${words.id}: berisi galat atau TRUE/FALSE; tulis ulang isinya`,
      `${words.en}: holds an error or TRUE/FALSE; type it again`,
    );
  if (kind === "text") return String(cell).trim();
  if (kind === "date") {
    const day = readDate(cell);
    return day ? writeDate(day) : String(cell).trim();
  }
  const value = read({ name: key, kind, label: words, about: words }, cell);
  if (isRefusal(value) || typeof value === "string") return value;
  if (kind === "share" && !(value > 0 && value <= 1))
    return refuse(
      `${words.id}: ${percent(value)}; tulis di atas 0% sampai 100%`,
      `${words.en}: ${percent(value)}; type above 0% up to 100%`,
    );
  return percent(value);
}

const inUse = (key: SettingKey): Words => {
  const rule = key === "growth" ? GROWTH : key === "ceiling" ? CEILING : undefined;
  if (!rule) return { id: "Isian ini dianggap kosong.", en: "It is taken as blank." };
  const value = percent(valueIn(inForce(rule)));
  return { id: `Yang dipakai: ${value}.`, en: `In use: ${value}.` };
};

const NAMES_LOST: Words = {
  id: `Lembar ${SETTINGS_SHEET} tidak lagi memuat nama pengaturan, jadi isian bawaan dipakai. Simpan sekali lagi dari panel untuk menulisnya kembali.`,
  en: `Sheet ${SETTINGS_SHEET} no longer holds the names of the settings, so the defaults are used. Save once more from the pane to write them back.`,
};

/** @param block what the sheet holds; null when the file has no such sheet */
export function readSettings(block: Block | null): Settings {
  if (!block) return NO_SETTINGS;
  const typed: Record<string, string> = {};
  const places: Record<string, { row: number; column: number }> = {};
  const problems: Words[] = [];
  block.cells.forEach((line, r) => {
    const c = line.findIndex((cell) => !isBlank(cell));
    const setting = settingOf(line[c]);
    // Of two rows for the same, the upper one counts.
    if (!setting || places[setting.key]) return;
    const place = { row: block.row + r, column: block.column + c + 1 };
    places[setting.key] = place;
    const value = typedOf(setting, line[c + 1] ?? null);
    if (isRefusal(value)) {
      const { refusal } = value;
      const where = `${SETTINGS_SHEET}!${addressOf(place.row, place.column)}`;
      const instead = inUse(setting.key);
      problems.push({
        id: `${where}, ${refusal.id}. ${instead.id}`,
        en: `${where}, ${refusal.en}. ${instead.en}`,
      });
    } else if (value !== "") typed[setting.key] = value;
  });
  const isFilled = block.cells.some((line) => line.some((cell) => !isBlank(cell)));
  if (isFilled && Object.keys(places).length === 0) problems.push(NAMES_LOST);
  return { typed, problems, places };
}

/** What a cell gets for a typed setting: a share becomes a number that formulas can use. */
export function cellOf({ kind, key, words }: Setting, typed: string): string | number {
  if (kind !== "share" && kind !== "growth") return typed;
  const value = typed === "" ? "" : read({ name: key, kind, label: words, about: words }, typed);
  return isRefusal(value) ? typed : value;
}

const TITLE: Words = { id: "Pengaturan Perencana UCJ", en: "Settings of UCJ Planner" };
const NOTE: Words = {
  id: "Isian awal setiap bagian Perencana UCJ di berkas ini. Ubah kolom Nilai di sini atau lewat panel; yang kosong memakai isian bawaan.",
  en: "What every section of UCJ Planner begins with in this file. Change the Value column here or in the pane; a blank one takes the default.",
};
export const COLUMNS: readonly Words[] = [
  { id: "Pengaturan", en: "Setting" },
  { id: "Nilai", en: "Value" },
  { id: "Keterangan", en: "What it is" },
];

/** The sheet as it is made the first time. */
export function settingsTable(typed: TypedSettings, language: Language): TableModel {
  const line = (...cells: TableCell[]): TableCell[] => [...cells, ...Array(3 - cells.length).fill(blank)];
  return {
    name: SETTINGS_SHEET,
    rows: [
      line(text(TITLE[language], "title")),
      line(text(NOTE[language], "note")),
      COLUMNS.map((words) => text(words[language], "header")),
      ...SETTINGS.map((setting): TableCell[] => [
        text(setting.words[language]),
        {
          value: cellOf(setting, typed[setting.key] ?? ""),
          shown: setting.kind === "share" || setting.kind === "growth" ? "share" : "text",
          role: "input",
        },
        text(setting.about[language], "note"),
      ]),
    ],
    widths: [26, 26, 70],
  };
}
