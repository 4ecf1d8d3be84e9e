// UCJ_VERSION: which engine computed this sheet, and when its rules were last reviewed.
import { define } from "../define";
import { LAW_REVIEWED } from "../law";
import { VERSION } from "../version";

export const version = define({
  name: "UCJ_VERSION",
  group: "aturan",
  about: {
    id: "Versi Perencana UCJ dan tanggal peninjauan aturan yang dipakai",
    en: "UCJ Planner's version and the date its rules were reviewed",
  },
  params: [],
  result: { about: { id: "Teks", en: "Text" }, format: "text" },
  keywords: { id: "versi mesin tanggal aturan", en: "version engine rule date" },
  sources: [{ id: "Perencana UCJ", en: "UCJ Planner" }],
  see: [],
  examples: [
    {
      note: { id: "Versi yang terpasang", en: "The version installed" },
      args: [],
      gives: `UCJ ${VERSION} (aturan ditinjau ${LAW_REVIEWED})`,
    },
  ],
  compute: () => `UCJ ${VERSION} (aturan ditinjau ${LAW_REVIEWED})`,
});
