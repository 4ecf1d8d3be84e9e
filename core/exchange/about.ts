// The visible sheet "Tentang": of when the figures are, where from, on which base, by which rules and engine, what was examined.
import { readDate, writeDate } from "../dates";
import { CEILING, GROWTH, inForce, LAW_REVIEWED, type Rule, valueIn } from "../law";
import { writePercent } from "../numbers";
import { type Refusal, refuse } from "../refuse";
import { type TableCell, type TableModel, text } from "../tables/model";
import { VERSION } from "../version";
import { howMany, type Language, type Words } from "../words";

export interface About {
  /** As typed, all four. */
  readonly region: string;
  readonly asOf: string;
  readonly basis: string;
  readonly source: string;
  /** What the doctor found in the file. */
  readonly formulas: number;
  readonly findings: number;
  /** Today, as the caller's calendar has it: ISO. */
  readonly today: string;
}

const WORDS = {
  name: { id: "Tentang", en: "About" },
  title: { id: "Tentang berkas ini", en: "About this file" },
  region: { id: "Wilayah", en: "Region" },
  asOf: { id: "Data per tanggal", en: "Figures as of" },
  source: { id: "Sumber", en: "Source" },
  basis: { id: "Dasar", en: "Basis" },
  growth: { id: "Aturan kenaikan per tahun", en: "Rule of yearly growth" },
  ceiling: { id: "Batas atas target", en: "Ceiling of targets" },
  reviewed: { id: "Aturan dibandingkan terakhir", en: "Rules last compared" },
  engine: { id: "Versi mesin hitung", en: "Version of the engine" },
  checks: { id: "Pemeriksaan rumus", en: "Formulas examined" },
  written: { id: "Ditulis pada", en: "Written on" },
} as const satisfies Record<string, Words>;

/** The name of its sheet. */
export const ABOUT_SHEET = WORDS.name;

/** Whether a sheet's first cell says that it was written here. */
export const isAbout = (first: unknown): boolean => first === WORDS.title.id || first === WORDS.title.en;

/** English gets the ISO day: 06/08/2025 has two readings. */
const shown = (day: string, language: Language): string => (language === "id" ? writeDate(day) : day);

const inWords = (rules: readonly Rule[], language: Language): string => {
  const rule = inForce(rules);
  const since = shown(rule.from, language);
  return `${writePercent(valueIn(rule), language)} (${language === "id" ? "sejak" : "since"} ${since}): ${rule.source[language]}`;
};

/** A day that exists and is not ahead of today; the law knows no figures before 2012. */
function dayOf(typed: string, today: string): string | Refusal {
  const day = readDate(typed);
  if (!day)
    return refuse(
      `Tanggal “${typed.trim()}” tidak ada di kalender atau tidak terbaca. Tulis misalnya 8 Juni 2025.`,
      `The date “${typed.trim()}” does not exist or cannot be read. Type it like 8 June 2025.`,
    );
  if (day > today)
    return refuse(
      `Tanggal ${writeDate(day)} belum terjadi. Periksa tanggal datanya.`,
      `${day} is yet to come. Check the date of the figures.`,
    );
  if (day < "2012-01-01")
    return refuse(
      `Tanggal ${writeDate(day)} terlalu lama untuk data kepesertaan. Periksa tahunnya.`,
      `${day} is too long ago for figures of participants. Check the year.`,
    );
  return day;
}

/** The sheet as a table, or the sentence that says what is missing. */
export function aboutTable(about: About, language: Language): TableModel | Refusal {
  const missing = (["asOf", "source", "basis"] as const).filter((key) => about[key].trim() === "");
  if (missing.length > 0) {
    const names = (of: Language) => missing.map((key) => WORDS[key][of]).join(", ");
    return refuse(`Isi dulu: ${names("id")}.`, `First fill in: ${names("en")}.`);
  }
  const day = dayOf(about.asOf, about.today);
  if (typeof day !== "string") return day;
  const { formulas, findings } = about;
  const examined: Words =
    findings === 0
      ? {
          id: `${formulas} rumus diperiksa, tidak ada temuan`,
          en: `${howMany(formulas, "formula")} examined, nothing found`,
        }
      : {
          id: `${formulas} rumus diperiksa, ${findings} sel perlu dilihat`,
          en: `${howMany(formulas, "formula")} examined, ${howMany(findings, "cell")} to look at`,
        };
  const line = (key: keyof typeof WORDS, value: string): TableCell[] => [
    text(WORDS[key][language], "label"),
    text(value, "figure"),
  ];
  return {
    name: WORDS.name[language],
    rows: [
      [text(WORDS.title[language], "title"), text("", "note")],
      ...(about.region.trim() === "" ? [] : [line("region", about.region.trim())]),
      line("asOf", shown(day, language)),
      line("source", about.source.trim()),
      line("basis", about.basis.trim()),
      line("growth", inWords(GROWTH, language)),
      line("ceiling", inWords(CEILING, language)),
      line("reviewed", shown(LAW_REVIEWED, language)),
      line("engine", VERSION),
      line("checks", examined[language]),
      line("written", shown(about.today, language)),
    ],
    widths: [30, 90],
  };
}
