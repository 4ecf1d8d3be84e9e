// `npm run excel`: builds, serves the add-in over https on this computer, and says how to load it into Excel.
import { X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { join, resolve } from "node:path";
import { buildAll } from "./build";
import { checkManifest, listed } from "./check-manifest";
import { headersFor } from "./hosting";
import { DEVELOPMENT, devFiles, devManifest, LOCAL, manifestFor } from "./manifest/faces";
import { filesIn, type Site } from "./manifest/files";

interface Credentials {
  readonly cert: Buffer;
  readonly key: Buffer;
}

const OWN = join("node_modules", ".cache", "ucj", "certificates");
const DAY = 86_400_000;

/** Certificates that this computer's browser and Excel trust; asks for the password once. */
async function trusted(): Promise<Credentials> {
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  const { cert, key } = await getHttpsServerOptions();
  return { cert: cert as Buffer, key: key as Buffer };
}

/** Certificates nobody trusts, kept inside the project: nothing outside it changes. */
async function untrusted(): Promise<Credentials> {
  const [ca, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => join(OWN, name)) as [
    string,
    string,
    string,
  ];
  const lasts =
    existsSync(cert) && Date.parse(new X509Certificate(readFileSync(cert)).validTo) > Date.now() + DAY;
  if (!lasts) {
    rmSync(OWN, { recursive: true, force: true });
    mkdirSync(OWN, { recursive: true });
    const { generateCertificates } = await import("office-addin-dev-certs");
    await generateCertificates(ca, cert, key, 30);
  }
  return { cert: readFileSync(cert), key: readFileSync(key) };
}

const NOT_TRUSTED = (reason: string): string => `
Sertifikat https tidak dapat dipasang sebagai tepercaya di komputer ini.
  Sebab: ${reason}
  · Linux: butuh sudo. macOS dan Windows: setujui pertanyaan yang muncul.
  · Tanpa hak itu: npm run excel -- --no-trust, lalu buka alamatnya sekali di peramban dan setujui peringatannya
    (cukup untuk Excel di web; Excel desktop tetap menolak).
The https certificate could not be installed as trusted on this computer.
  · Linux: sudo is needed. macOS and Windows: agree to the question that appears.
  · Without that right: npm run excel -- --no-trust, then open the address once in the browser and accept its warning
    (enough for Excel on the web; desktop Excel still refuses).
`;

function serve({ cert, key }: Credentials, file: Site["file"], port: number): Promise<Server> {
  const server = createServer({ cert, key }, (request, response) => {
    const path = new URL(request.url ?? "/", LOCAL).pathname.slice(1) || DEVELOPMENT.pane;
    const found = /^[\w./-]+$/.test(path) && !path.includes("..") ? file(path) : undefined;
    // Nothing is kept by the browser while developing, not even icons.
    const headers = { ...headersFor(path), "Cache-Control": "no-store" };
    if (!found) response.writeHead(404).end();
    else response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : found);
  });
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => done(server));
  });
}

const HOW = (base: string, manifest: string): string => `
${base}/ · berhenti dengan Ctrl+C · stop with Ctrl+C

Pasang ${manifest}
  Windows   Bagikan folder dist/excel di jaringan (klik kanan > Properti > Berbagi). Di Excel: File > Opsi > Pusat Kepercayaan >
            Pengaturan > Katalog Add-in Tepercaya > tambahkan \\\\komputer\\excel, centang "Tampilkan di Menu". Mulai ulang Excel,
            lalu Beranda > Add-in > Folder Bersama.
  Mac       cp ${manifest} ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/   (buat foldernya bila belum ada)
            Mulai ulang Excel, lalu Beranda > Add-in.
  Web       excel.cloud.microsoft > Beranda > Add-in > Pengaturan lain > Unggah Add-in Saya. Hanya untuk peramban itu.
Lalu ketik =UCJDEV_COVERAGE(140940; 49397)

To load it: Windows, share the folder dist/excel and add it under Trust Center > Trusted Add-in Catalogs; Mac, copy the manifest
into the wef folder above; web, Home > Add-ins > More Settings > Upload My Add-in. Then type =UCJDEV_COVERAGE(140940, 49397).
The DEV add-in has its own id and function names, so it can stand beside the installed one.
`;

export async function main(args: readonly string[]): Promise<void> {
  const given = args[args.indexOf("--port") + 1];
  const port = args.includes("--port") ? Number(given) : 3000;
  if (!Number.isInteger(port) || port < 1 || port > 65535) return stop(`--port ${given}?`);
  const base = LOCAL.replace(/\d+$/, String(port));
  await buildAll();
  const manifest = writeDevelopment(base);

  let credentials: Credentials;
  try {
    credentials = await (args.includes("--no-trust") ? untrusted() : trusted());
  } catch (error) {
    return stop(NOT_TRUSTED((error as Error).message.trim().split("\n")[0] as string));
  }
  try {
    await serve(credentials, filesIn("dist/excel"), port);
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    return stop(
      taken ? `Port ${port} sedang dipakai · is in use: npm run excel -- --port 3001` : String(error),
    );
  }
  console.log(HOW(base, manifest));
}

/** The dev manifest with its own pane, functions and metadata, and the published one for this port; both checked. */
function writeDevelopment(base: string): string {
  const folder = "dist/excel";
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const ours = readFileSync("manifest.xml", "utf8");
  const xml = devManifest(ours, base);
  const files = { ...devFiles(read), "manifest.dev.xml": xml, "manifest.xml": manifestFor(ours, base) };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const faults = checkManifest(xml, { base, file: filesIn(folder), kind: DEVELOPMENT });
  if (faults.length > 0) stop(`manifest.dev.xml:\n${listed(faults)}`);
  return resolve(folder, "manifest.dev.xml");
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
