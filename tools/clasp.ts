// Google's own clasp, as this project's commands call it: by its file, in the project's folder, answers as JSON.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = "dist/sheets";
export const CONFIG = ".clasp.json";

export interface Config {
  readonly scriptId: string;
  readonly parentId?: string | readonly string[];
  readonly rootDir?: string;
}

/** A sentence for the person at the keyboard; everything else is a fault of ours and keeps its stack. */
export class Stop extends Error {}

/** Runs the command; a Stop ends it with its sentence and exit code 1. */
export async function saying(command: () => void | Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

export function readConfig(): Config {
  if (!existsSync(CONFIG))
    throw new Stop(`${CONFIG} belum ada. Buat spreadsheet baru: npm run sheets:new
Atau pakai yang sudah ada: salin .clasp.example.json menjadi ${CONFIG} dan isi scriptId-nya.
${CONFIG} is missing: npm run sheets:new, or copy .clasp.example.json and fill in scriptId.`);
  const config: Config = JSON.parse(readFileSync(CONFIG, "utf8"));
  if (config.rootDir !== ROOT)
    throw new Stop(
      `${CONFIG}: rootDir harus "${ROOT}" (kini "${config.rootDir}"); folder lain berisi berkas yang bukan milik skrip.
${CONFIG}: rootDir must be "${ROOT}"; other folders hold files that are none of the script's.`,
    );
  return config;
}

export const program = (): string =>
  createRequire(join(process.cwd(), "package.json")).resolve("@google/clasp");

/** Its output as JSON. clasp may end well without having done anything, so no output is a failure as well. */
export function clasp<T>(args: readonly string[], folder = process.cwd()): T {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program(), ...args, "--json"], {
    cwd: folder,
    encoding: "utf8",
    // Without a terminal clasp asks nothing; --force answers for it where it matters.
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = `${stderr}${stdout}`.trim();
  if (/No credentials found/i.test(said))
    throw new Stop(`Belum masuk ke akun Google. Jalankan sekali: npx clasp login
Not signed in to Google. Run once: npx clasp login`);
  if (/Apps Script API/i.test(said) && /(not enabled|has not enabled|disabled)/i.test(said))
    throw new Stop(`Nyalakan dulu Apps Script API di https://script.google.com/home/usersettings
Turn on the Apps Script API at https://script.google.com/home/usersettings`);
  if (status !== 0 || stdout.trim() === "")
    throw new Stop(
      `clasp ${args[0]} gagal · failed (${status}):\n${said || "tanpa pesan · without a message"}`,
    );
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Stop(`clasp ${args[0]}: jawaban tidak terbaca · unreadable answer:\n${said}`);
  }
}

/** What the script project at Google holds now, by file name; read in a folder of its own. */
export function remoteFiles(scriptId: string): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "ucj-clasp-"));
  try {
    writeFileSync(join(folder, CONFIG), JSON.stringify({ scriptId, rootDir: "." }));
    clasp(["pull"], folder);
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== CONFIG)
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const sheetUrl = ({ parentId }: Pick<Config, "parentId">): string | undefined => {
  const id = typeof parentId === "string" ? parentId : parentId?.[0];
  return id && `https://docs.google.com/spreadsheets/d/${id}/edit`;
};
