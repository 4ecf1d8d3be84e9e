// `npm run sheets:open`: the spreadsheet the add-in is bound to, in the browser; without a terminal only its address.
import { spawnSync } from "node:child_process";
import { program, readConfig, Stop, saying, sheetUrl } from "./clasp";

function open(): void {
  const config = readConfig();
  const url = sheetUrl(config);
  if (!url)
    throw new Stop(`.clasp.json tidak menyebut parentId (spreadsheet-nya). Skripnya: https://script.google.com/d/${config.scriptId}/edit
.clasp.json names no parentId (the spreadsheet). The script itself is at the address above.`);
  console.log(url);
  if (process.stdout.isTTY) spawnSync(process.execPath, [program(), "open-container"], { stdio: "inherit" });
}

export const main = (): Promise<void> => saying(open);
