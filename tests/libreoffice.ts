// LibreOffice as a judge of the files we make: computes every formula again, and shows a page as a picture.
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Book, readXlsx } from "./xlsx";

const has = (program: string, ask: string): boolean => spawnSync(program, [ask]).error === undefined;

export const LIBREOFFICE = has("soffice", "--version");
export const PICTURES = LIBREOFFICE && has("pdftoppm", "-v");

/** A test that needs LibreOffice; the report names it as skipped where the program is missing. */
export const withLibreOffice = (title: string, test: () => Promise<void>, timeout = 240_000): void =>
  LIBREOFFICE ? it(title, test, timeout) : it.skip(`${title} (LibreOffice is missing)`, test);

export const withPictures = (title: string, test: () => Promise<void>, timeout = 240_000): void =>
  PICTURES ? it(title, test, timeout) : it.skip(`${title} (LibreOffice or pdftoppm is missing)`, test);

let home: string | undefined;

/** A profile of this process alone, told to trust no stored value: formulas are computed when a file opens. */
function profile(): string {
  if (home) return home;
  const folder = mkdtempSync(join(tmpdir(), "ucj-libreoffice-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "profile/user"), { recursive: true });
  const always = (mode: string): string =>
    `<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="${mode}" oor:op="fuse"><value>0</value></prop></item>`;
  writeFileSync(
    join(folder, "profile/user/registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${always("OOXMLRecalcMode")}${always("ODFRecalcMode")}</oor:items>`,
  );
  home = folder;
  return folder;
}

const run = (program: string, args: readonly string[]): Promise<void> =>
  new Promise((done, fail) =>
    execFile(program, args, { timeout: 180_000 }, (error, out, said) =>
      error ? fail(new Error(`${program}: ${error.message}\n${out}\n${said}`)) : done(),
    ),
  );

let last: Promise<unknown> = Promise.resolve();

/** One at a time: two LibreOffices cannot share a profile. */
function convert(file: Uint8Array, to: string): Promise<string> {
  const next = last.then(async () => {
    const folder = mkdtempSync(join(profile(), "file-"));
    writeFileSync(join(folder, "book.xlsx"), file);
    const out = join(folder, "out");
    await run("soffice", [
      `-env:UserInstallation=${pathToFileURL(join(profile(), "profile")).href}`,
      "--headless",
      "--norestore",
      "--convert-to",
      to,
      "--outdir",
      out,
      join(folder, "book.xlsx"),
    ]);
    return out;
  });
  last = next.catch(() => undefined);
  return next;
}

/** The file as LibreOffice saves it, bytes of an .xlsx. */
export async function resave(file: Uint8Array): Promise<Uint8Array> {
  return readFileSync(join(await convert(file, "xlsx:Calc MS Excel 2007 XML"), "book.xlsx"));
}

/** What every cell holds once LibreOffice has computed it itself; errors as they are shown ("#N/A"). */
export const recalculate = async (file: Uint8Array): Promise<Book> => readXlsx(await resave(file));

/** The printed pages as PNG files, in order. */
export async function toPng(file: Uint8Array, dotsPerInch = 80): Promise<Buffer[]> {
  const out = await convert(file, "pdf");
  await run("pdftoppm", ["-png", "-r", String(dotsPerInch), join(out, "book.pdf"), join(out, "page")]);
  return readdirSync(out)
    .filter((name) => name.endsWith(".png"))
    .sort()
    .map((name) => readFileSync(join(out, name)));
}
