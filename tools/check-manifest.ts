// Checks manifest.xml and the files it points to, without the network: what Excel refuses in silence is named here.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { codeFaults } from "./manifest/code";
import { contentMark, isHigher, LOCAL, versionOf } from "./manifest/faces";
import { addressFaults, filesIn, iconFaults, type Site } from "./manifest/files";
import { orderFaults } from "./manifest/order";
import { forbiddenFaults, identityFaults, resourceFaults, runtimeFaults, wordFaults } from "./manifest/parts";
import { type Fault, fault, type Manifest, readManifest } from "./manifest/read";

/** The manifest as last given out: a committed file, so that a change without a new version shows. */
export const RECORD = "tests/delivery/manifest.json";

export interface Recorded {
  readonly version: string;
  readonly content: string;
}

export function checkManifest(xml: string, site: Site, recorded?: Recorded): Fault[] {
  let manifest: Manifest;
  try {
    manifest = readManifest(xml);
  } catch (error) {
    return [fault("malformed", "manifest", (error as Error).message.split("\n")[0] as string)];
  }
  return [
    ...orderFaults(manifest.root),
    ...identityFaults(manifest),
    ...forbiddenFaults(manifest),
    ...resourceFaults(manifest),
    ...runtimeFaults(manifest),
    ...wordFaults(manifest),
    ...addressFaults(manifest, site),
    ...iconFaults(manifest, site),
    ...codeFaults(manifest, site),
    ...versionFaults(xml, recorded),
  ];
}

/** Offices only look at a manifest again when its version is higher. */
function versionFaults(xml: string, recorded: Recorded | undefined): Fault[] {
  if (!recorded || contentMark(xml) === recorded.content) return [];
  const version = versionOf(xml);
  return isHigher(version, recorded.version)
    ? [fault("version-not-recorded", "OfficeApp/Version", `${version} is new: add --record`)]
    : [
        fault(
          "version-not-raised",
          "OfficeApp/Version",
          `the content changed, but ${version} is not above ${recorded.version}`,
        ),
      ];
}

export const readRecord = (): Recorded | undefined =>
  existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, "utf8")) : undefined;

/** `--again` is for a version that has not left the house yet. */
function record(xml: string, again: boolean): void {
  const before = readRecord();
  const version = versionOf(xml);
  if (before && !again && !isHigher(version, before.version)) return;
  writeFileSync(RECORD, `${JSON.stringify({ version, content: contentMark(xml) }, null, 2)}\n`);
}

export const listed = (faults: readonly Fault[]): string =>
  faults.map(({ rule, at, says }) => `  ✗ ${rule} · ${at}\n    ${says}`).join("\n");

export async function main(args: readonly string[]): Promise<void> {
  const xml = readFileSync("manifest.xml", "utf8");
  const file = filesIn("dist/excel");
  if (!file("taskpane.html")) {
    console.error("dist/excel belum dibangun · is not built: npm run build");
    process.exit(1);
  }
  if (args.includes("--record")) record(xml, args.includes("--again"));
  const faults = checkManifest(xml, { base: LOCAL, file }, readRecord());
  if (faults.length > 0) {
    console.error(`manifest.xml: ${faults.length} masalah · faults\n${listed(faults)}`);
    process.exit(1);
  }
  console.log(`manifest.xml ${versionOf(xml)}: tidak ada masalah · no fault found.`);
}
