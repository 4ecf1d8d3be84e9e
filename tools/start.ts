// `npm start`: builds everything, serves the workbench on this computer, opens it in the browser. Ends with Ctrl-C.
import { spawn } from "node:child_process";
import { startServer } from "../workbench/server";
import { buildAll } from "./build";

const PORT = 3210;

export async function main(args: readonly string[]): Promise<void> {
  await buildAll();
  const { url, close } = await startServer({ port: portOf(args) });
  console.log(`Meja uji Perencana UCJ: ${url}`);
  console.log("Tekan Ctrl-C untuk berhenti. / Press Ctrl-C to stop.");
  process.once("SIGINT", () => void close().then(() => process.exit(0)));
  if (!args.includes("--no-open")) open(url);
}

function portOf(args: readonly string[]): number {
  const at = args.findIndex((arg) => arg === "--port" || arg.startsWith("--port="));
  if (at < 0) return PORT;
  const given = args[at]?.split("=")[1] ?? args[at + 1];
  const port = Number(given);
  if (given !== undefined && Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`--port ${given ?? ""}: a port is a whole number from 1 to 65535.`);
  process.exit(1);
}

function open(url: string): void {
  const [program, args]: [string, string[]] =
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]];
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  const say = () => console.log("Buka alamat di atas di peramban. / Open the address above in a browser.");
  child.on("error", say);
  child.on("exit", (code) => {
    if (code) say();
  });
  child.unref();
}
