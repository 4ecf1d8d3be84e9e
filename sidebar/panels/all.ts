// Every panel of the sidebar, in reading order. To add one: write panels/<word>.tsx, list it here.
import type { FunctionComponent } from "preact";
import type { Language, Words } from "../../core/words";
import type { Host } from "../host";
import { CheckPanel } from "./check";
import { FunctionsPanel } from "./functions";
import { SharePanel } from "./share";
import { TablePanel } from "./table";

export interface PanelProps {
  /** null outside a spreadsheet, where only examples can be looked at. */
  readonly host: Host | null;
  readonly language: Language;
}

export interface Panel {
  readonly id: string;
  readonly name: Words;
  readonly View: FunctionComponent<PanelProps>;
}

export const PANELS: readonly Panel[] = [
  { id: "functions", name: { id: "Rumus", en: "Formulas" }, View: FunctionsPanel },
  { id: "table", name: { id: "Tabel", en: "Table" }, View: TablePanel },
  { id: "check", name: { id: "Periksa", en: "Check" }, View: CheckPanel },
  { id: "share", name: { id: "Bagikan", en: "Share" }, View: SharePanel },
];
