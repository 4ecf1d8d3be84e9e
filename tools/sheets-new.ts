// `npm run sheets:new`: a new Google spreadsheet with the add-in bound to it. `-- --title "UCJ Kendari"` names it.
import { existsSync, mkdirSync } from "node:fs";
import { CONFIG, clasp, ROOT, Stop, saying, sheetUrl } from "./clasp";
import { push } from "./sheets-push";

interface Created {
  readonly scriptId: string;
  readonly parentId: string;
}

async function create(title: string): Promise<void> {
  if (existsSync(CONFIG))
    throw new Stop(`${CONFIG} sudah ada, jadi spreadsheet-nya juga. Kirim ke sana: npm run sheets:push
Untuk membuat yang lain, ganti dulu nama ${CONFIG}.
${CONFIG} exists, and so does its spreadsheet: npm run sheets:push. To make another one, rename ${CONFIG} first.`);
  mkdirSync(ROOT, { recursive: true });
  const { scriptId, parentId } = clasp<Created>([
    "create-script",
    "--type",
    "sheets",
    "--title",
    title,
    "--rootDir",
    ROOT,
  ]);
  if (!scriptId || !parentId) throw new Stop("clasp create-script tidak memberi id · gave no ids");
  console.log(`Spreadsheet "${title}": ${sheetUrl({ parentId })}`);
  // Creating has put Google's default manifest into dist/sheets: the push builds anew, and sends ours.
  await push({ delete: true });
  console.log(`
Buka spreadsheet itu, tunggu menu Ekstensi > … > Buka Perencana UCJ (muat ulang bila belum muncul), lalu ketik
=UCJ_COVERAGE(140940; 49397)
Open it, wait for the menu under Extensions (reload if it is not there), then type =UCJ_COVERAGE(140940; 49397)`);
}

export function main(args: readonly string[]): Promise<void> {
  const title = args.includes("--title") ? args[args.indexOf("--title") + 1] : undefined;
  return saying(() => create(title ?? "Perencana UCJ"));
}
