// Every panel of the sidebar, in reading order. To add one: write panels/<word>.tsx, list it here.
import type { FunctionComponent } from "preact";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { FunctionsPanel } from "./functions";

export interface PanelProps {
  /** null outside a spreadsheet, where only examples can be looked at. */
  readonly host: Host | null;
  readonly language: Language;
}

type View = FunctionComponent<PanelProps>;

export interface Panel {
  readonly id: string;
  readonly name: Words;
  /** Opened from the heading by this sign instead of a tab. */
  readonly icon?: string;
  /** The panel itself when it is in the first view; otherwise how it is loaded, once that view stands. */
  readonly View?: View;
  readonly load?: () => Promise<View>;
}

export const PANELS: readonly Panel[] = [
  { id: "functions", name: { id: "Rumus", en: "Formulas" }, View: FunctionsPanel },
  {
    id: "table",
    name: { id: "Tabel", en: "Table" },
    load: async () => (await import("./table")).TablePanel,
  },
  {
    id: "check",
    name: { id: "Periksa", en: "Check" },
    load: async () => (await import("./check")).CheckPanel,
  },
  {
    id: "share",
    name: { id: "Bagikan", en: "Share" },
    load: async () => (await import("./share")).SharePanel,
  },
  {
    id: "settings",
    name: { id: "Pengaturan", en: "Settings" },
    icon: "⚙",
    load: async () => (await import("./settings")).SettingsPanel,
  },
  {
    id: "help",
    name: { id: "Bantuan", en: "Help" },
    icon: "?",
    load: async () => (await import("./help")).HelpPanel,
  },
];
