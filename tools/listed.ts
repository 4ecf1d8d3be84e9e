// Builds the list of functions into the sidebar as it reads, so that a first view that computes nothing loads none of them.
import type { Plugin } from "esbuild";
import { listed } from "../core/listed";

export const listedNow = (): Plugin => ({
  name: "listed",
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]listed\.ts$/ }, () => ({
      contents: `export const listed = ${JSON.stringify(listed)};`,
    }));
  },
});
