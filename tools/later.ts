// Keeps the checks behind UCJ_CHECK out of the sidebar's first view, which lists functions and computes nothing.
import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

const LATER = "export let verdict; export const arrived = (own) => void (verdict = own);";
const BRING = 'import { verdict } from "./checks/cell"; import { arrived } from "later"; arrived(verdict);';

/** UCJ_CHECK finds its checks empty until core/call, through which everything is computed, brings them along. */
export const later = (): Plugin => ({
  name: "later",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(\.\.\/checks\/cell|later)$/ }, ({ path, importer }) =>
      path === "later" || /functions[\\/]check\.ts$/.test(importer)
        ? { path: "later", namespace: "later" }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "later" }, () => ({ contents: LATER }));
    onLoad({ filter: /core[\\/]call\.ts$/ }, async ({ path }) => ({
      contents: `${BRING}\n${await readFile(path, "utf8")}`,
      loader: "ts",
    }));
  },
});
