// What panels know of the pane around them: the file's settings, and how to send the planner to another panel.
import { createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";
import type { Settings } from "../../core/settings";
import type { Language } from "../../core/words";
import type { Watch } from "../host";

/** To a panel: look at the example, or begin with what is selected. */
export type Errand = "example" | "own";

export interface FileSettings extends Settings {
  /** The language the file asks for. */
  readonly language: Language | undefined;
}

/** Follows one action of a panel until its end. */
export interface Following extends Watch {
  end(): void;
}

export interface Pane {
  /** The pane shows how far the action is, and lets it be stopped. */
  follow(): Following;
  /** How many changes came after they had been given up. */
  readonly late: number;
  /** Some panel's action runs. */
  readonly isBusy: boolean;
  readonly settings: FileSettings;
  /** After the sheet of settings was written; `then` once it was read. */
  reread(then?: () => void): Promise<boolean>;
  open(panel: string, errand?: Errand): void;
  /** Shows the first card once more. */
  welcome(): void;
  readonly errand: { readonly panel: string; readonly errand: Errand } | null;
  done(): void;
}

export const NO_FILE_SETTINGS: FileSettings = { typed: {}, problems: [], places: {}, language: undefined };
const nothing = (): void => undefined;

/** Of an action nobody watches. */
export const unseen: Following = { progress: nothing, isStopped: () => false, end: nothing };

export const PaneContext = createContext<Pane>({
  follow: () => unseen,
  late: 0,
  isBusy: false,
  settings: NO_FILE_SETTINGS,
  reread: async () => false,
  open: nothing,
  welcome: nothing,
  errand: null,
  done: nothing,
});

export const usePane = (): Pane => useContext(PaneContext);

/** What the file's sheet UCJ_Pengaturan says, as typed: the defaults of every panel's fields. */
export const useSettings = (): FileSettings => usePane().settings;

/** Does what the planner was sent to this panel for, once. */
export function useErrand(panel: string, run: (errand: Errand) => void): void {
  const { errand, done } = usePane();
  useEffect(() => {
    if (errand?.panel !== panel) return;
    done();
    run(errand.errand);
  }, [errand]);
}
