// What a list of functions shows and is searched by. The sidebar is built with the outcome of this file instead of the
// functions behind it (tools/listed.ts), so that its first view is small.
import { catalogue } from "./catalogue";
import type { Shown } from "./define";
import type { Words } from "./words";

export interface Listed extends Pick<Shown, "name" | "group" | "about" | "keywords"> {
  /** What its arguments are called. */
  readonly labels: readonly Words[];
}

export const listed: readonly Listed[] = catalogue.map(({ name, group, about, keywords, params }) => ({
  name,
  group,
  about,
  keywords,
  labels: params.map(({ label }) => label),
}));
