// What the command line of `npm run rollup` says, read; a refusal says what to type instead.
import { existsSync, statSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { readDate } from "../../core/dates";
import { HEADINGS, type Heading, headingsOf, PLACES } from "../../core/headers";
import { isRefusal, type Refusal, refuse } from "../../core/refuse";
import type { Language } from "../../core/words";

export interface Options {
  readonly input: string;
  /** Coarse to fine, the segment last. */
  readonly by: readonly Heading[];
  readonly output: string;
  readonly format: "xlsx" | "csv";
  /** A second file with the labour force of each group. */
  readonly labor?: string;
  /** Text as typed: "42,06%". */
  readonly target?: string;
  /** Only rows of this day count, ISO. */
  readonly asOf?: string;
  readonly language: Language;
}

export const KEYS: readonly Heading[] = [...PLACES, "segment"];
const INPUTS = [".csv", ".tsv", ".txt", ".parquet", ".xlsx"];
const NAMES: Readonly<Record<string, keyof Typed>> = {
  "--in": "input",
  "--by": "by",
  "--out": "output",
  "--labor": "labor",
  "--angkatan-kerja": "labor",
  "--target": "target",
  "--per": "asOf",
  "--lang": "language",
};
type Typed = Partial<Record<"input" | "by" | "output" | "labor" | "target" | "asOf" | "language", string>>;

export const USAGE = refuse(
  "Tulis: npm run rollup -- --in pekerja.parquet --by kabupaten,segmen --out ringkasan.xlsx  (pilihan: --angkatan-kerja angkatan.csv, --target 42,06%, --per 30/6/2025, --lang en)",
  "Type: npm run rollup -- --in workers.parquet --by kabupaten,segmen --out summary.xlsx  (options: --labor labour.csv, --target 42,06%, --per 30/6/2025, --lang en)",
);
const so = (id: string, en: string): Refusal =>
  refuse(`${id} ${USAGE.refusal.id}`, `${en} ${USAGE.refusal.en}`);

export function readOptions(args: readonly string[]): Options | Refusal {
  const typed: Typed = {};
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    const [name = "", ...inside] = arg.split("=");
    const key = NAMES[name];
    if (!key) return so(`Pilihan ${arg} tidak dikenal.`, `There is no option ${arg}.`);
    const value = inside.length > 0 ? inside.join("=") : args[++i];
    if (!value || value.startsWith("--")) return so(`${name} belum diisi.`, `${name} has no value.`);
    typed[key] = value;
  }
  const { input, by, output } = typed;
  if (!input || !by || !output) {
    const lacking = [!input && "--in", !by && "--by", !output && "--out"].filter(Boolean).join(", ");
    return so(`${lacking} belum ada.`, `${lacking} is missing.`);
  }
  for (const path of [input, ...(typed.labor ? [typed.labor] : [])]) {
    const wrong = unreadable(path);
    if (wrong) return wrong;
  }
  const keys = readKeys(by);
  if (isRefusal(keys)) return keys;
  const format = extname(output).slice(1).toLowerCase();
  if (format !== "xlsx" && format !== "csv")
    return so(
      `--out ${output}: tulis nama berkas yang berakhir .xlsx atau .csv.`,
      `--out ${output}: type a file name that ends in .xlsx or .csv.`,
    );
  if ([input, typed.labor].some((path) => path && resolve(path) === resolve(output)))
    return so(
      `--out sama dengan berkas masukan (${output}); pilih nama lain.`,
      `--out is the input file (${output}); choose another name.`,
    );
  if (!existsSync(dirname(resolve(output))))
    return so(
      `Folder ${dirname(output)} tidak ada; buat dulu, atau pilih folder lain untuk --out.`,
      `There is no folder ${dirname(output)}; make it first, or choose another one for --out.`,
    );
  const asOf = typed.asOf === undefined ? undefined : readDate(typed.asOf);
  if (typed.asOf !== undefined && !asOf)
    return so(
      `--per ${typed.asOf} tidak terbaca sebagai tanggal; tulis misalnya 30/6/2025.`,
      `--per ${typed.asOf} is no date; type 30/6/2025 for example.`,
    );
  return {
    input,
    by: keys,
    output,
    format,
    ...(typed.labor && { labor: typed.labor }),
    ...(typed.target && { target: typed.target }),
    ...(asOf && { asOf }),
    language: typed.language === "en" ? "en" : "id",
  };
}

function unreadable(path: string): Refusal | undefined {
  if (!existsSync(path) || !statSync(path).isFile())
    return so(
      `Berkas ${path} tidak ada. Periksa nama dan foldernya.`,
      `There is no file ${path}. Check its name and folder.`,
    );
  if (!INPUTS.includes(extname(path).toLowerCase()))
    return so(
      `Berkas ${path} bukan ${INPUTS.join(", ")}; simpan dulu sebagai salah satunya (Excel lama: Simpan Sebagai .xlsx).`,
      `The file ${path} is none of ${INPUTS.join(", ")}; save it as one of them first (old Excel: Save As .xlsx).`,
    );
  return undefined;
}

function readKeys(by: string): readonly Heading[] | Refusal {
  const found = new Set<Heading>();
  for (const word of by
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)) {
    const key = headingsOf(word).find((heading) => KEYS.includes(heading));
    if (!key) {
      const words = KEYS.map((one) => HEADINGS[one].words);
      return so(
        `--by ${word} tidak dikenal; pilih dari ${words.map(({ id }) => id.toLowerCase()).join(", ")}.`,
        `--by ${word} is not known; choose from ${words.map(({ en }) => en.toLowerCase()).join(", ")}.`,
      );
    }
    found.add(key);
  }
  if (![...found].some((key) => key !== "segment"))
    return so(
      "--by perlu sedikitnya satu wilayah, misalnya kabupaten,segmen.",
      "--by needs at least one place, such as kabupaten,segmen.",
    );
  return KEYS.filter((key) => found.has(key));
}
