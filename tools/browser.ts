// Finds a Chromium to test with: CHROMIUM_PATH, an installed browser, else the one that npm brought along on Linux.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
];

export interface Browser {
  readonly path: string;
  /** Libraries and fonts the browser needs and the system lacks. */
  readonly env: Record<string, string>;
}

export async function findBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { path: given, env: {} };
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { path: installed, env: {} };
  if (process.platform !== "linux")
    throw new Error("No browser found. Install Chrome, Chromium or Edge, or set CHROMIUM_PATH to one.");
  return fromPackage();
}

async function fromPackage(): Promise<Browser> {
  // The package unpacks into the temporary folder; a folder of our own keeps other projects' copies apart.
  const home = join(process.cwd(), "node_modules", ".cache", "ucj", "browser");
  mkdirSync(home, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = home;
  const { default: chromium, inflate } = await import("@sparticuz/chromium");
  const path = await chromium.executablePath();
  const env: Record<string, string> = { FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(home, "fonts") };
  const needsLibraries = !starts(path, {});
  if (needsLibraries) await inflate(join("node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br"));
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  if (!needsLibraries) return { path, env: {} };
  env.LD_LIBRARY_PATH = join(home, "al2023", "lib");
  if (!starts(path, env))
    throw new Error(
      "The bundled Chromium does not start here. Install Chromium, or set CHROMIUM_PATH to one.",
    );
  return { path, env };
}

const starts = (path: string, env: Record<string, string>): boolean =>
  spawnSync(path, ["--headless", "--no-sandbox", "--version"], { env: { ...process.env, ...env } }).status ===
  0;
